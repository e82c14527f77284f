"""The shapes of `the next morning`, `three days later` and `within a month`, as regular
expressions."""

from __future__ import annotations

from tui.core.language.patterns import compile_on_use

_UNIT = r"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade)"
_TIME = r"(?P<unit>day|night|morning|afternoon|evening|noon|midday|week|month|year)"
_NUMBER = (
    r"(?<!of )(?<!half )(?:(?P<one>an?|one|another) |(?P<number>[0-9][0-9.,]*|[a-z]+(?:-[a-z]+)?) )"
)

_SOURCES = {
    "SAME": rf"(?i)\b(?:(?:the|that) (?:very )?same|that very) {_TIME}\b",
    "NEXT": (rf"(?i)\b(?:the|that) (?:(?P<later>next|following)|previous|preceding) {_TIME}\b"),
    "DAY_AFTER": rf"(?i)\bthe {_TIME} (?:(?P<later>after)|before)(?=$|[.,;:)])",
    "SPAN": (
        rf"(?i)\b(?:after|(?P<within>within|inside)) (?:the (?P<the>)|{_NUMBER}){_UNIT}s?\b"
        r"(?=$|[.,;:)])"
    ),
    "COUNTED": (
        rf"(?i)\b{_NUMBER}{_UNIT}s? (?:(?P<later>later|afterwards|thereafter)"
        r"|earlier|beforehand|previously)\b(?! than\b)"
    ),
}

__getattr__ = compile_on_use(_SOURCES, globals())
