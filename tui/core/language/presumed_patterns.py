"""The shapes of what goes on, of what is done at once and of a delay, as regular expressions."""

from __future__ import annotations

from tui.core.language.patterns import compile_on_use

_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?)"

_SOURCES = {
    "STILL": (
        r"(?i)\b(?:to (?:this|the present) (?:very )?day"
        r"|still (?=[a-z]+s\b|alive|open|standing|in )"
        r"|(?:is|are) still|(?:lives?|goes|go) on |continues? to )\b"
    ),
    "AT_ONCE": (
        r"(?i)\b(?:at once|immediately(?! (?:above|below|behind|after))|instantly|straight ?away"
        r"|right away|forthwith|without (?:any )?(?:delay|hesitation)|promptly|as soon as"
        r"|no sooner|the moment|there and then|then and there)\b"
    ),
    "DELAY": (
        rf"(?i)\b(?:wait(?:ed|ing)?\b[^.;,]{{0,24}} {_UNIT}"
        rf"|{_UNIT} (?:later|passed|went by|elapsed)"
        rf"|after (?:a delay|waiting|(?:[a-z0-9-]+ ){{1,3}}{_UNIT})|belated(?:ly)?|hesitated)\b"
    ),
}

__getattr__ = compile_on_use(_SOURCES, globals())
