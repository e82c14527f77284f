"""The shapes of `a fortnight` and `an hour` as durations and as rates, as regular expressions."""

from __future__ import annotations

from tui.core.language.patterns import compile_on_use

_UNIT = r"second|minute|hour|day|week|fortnight|month|year|decade|century"

_PART = r"third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_SOURCES = {
    "LAPSE": (
        rf"(?i)(?<![\w-])(?P<article>an?|one) (?P<unit>{_UNIT})\b(?:(?:'|’)s)?"
        r"(?! (?:ago|later|earlier|before|after|and|on|hence|apart|out|off|or)\b|-)"
    ),
    "LAPSE_BEFORE": (
        r"(?i)\b(?:for|in|within|inside|over|after|takes?|took|taking|last(?:s|ed|ing)?|has|have|had"
        r"|than|under|about|almost|nearly|around|give[ns]?|gave|giving|allow(?:s|ed)?|need(?:s|ed)?"
        r"|requires?|spen[dt]|served?|wait(?:s|ed)?|only|just|every|to|by|of|at least|at most) $"
    ),
    "LAPSE_AFTER": (
        r"(?i) (?:at (?:the )?(?:most|least)|or (?:more|less|so|two)|more|longer|long)\b"
    ),
    "TIMES_BEFORE": (
        r"(?i)(?:\b(?:once|twice|thrice|times|times in|half|quarters of|third of) |[0-9] )$"
    ),
    "ARTICLE": r"(?i)(?<![\w-])an?(?= [a-z])",
    "SHARE": (
        rf"(?i)(?<![\w-])(?:(?:an?|one) (?P<part>{_PART})|(?P<half>half))"
        r"(?=$|[,.;:)!?]| (?:less|more|fewer|lower|higher|again|too|as|than|in|by|was|were|is|are"
        r"|had|have|has|to|on|at|from|for|since|this|last|when|after|before|and|but|or|off|down|up"
        r"|below|above|who|voted|went|go|goes|remain\w*|larger|smaller|cheaper|dearer|heavier"
        r"|lighter|longer|shorter|faster|slower)\b)"
    ),
    "NO_SHARE_BEFORE": (
        r"(?i)\b(?:and|first|second|last|other|better|wiser|point) (?:a |an |one )?$"
    ),
    "ON_TOP": r"(?i) (?:above|over|below|under|on top of|more than|higher than|lower than)\b",
    "SO_OFTEN": (
        r"(?i)\b(?:(?:twice|thrice)\b(?! (?:as|the|a|an|per|each|every|that|this|daily|weekly)\b|-)"
        r"|an? (?:single|lone|solitary) (?P<noun>[a-z]+)\b)"
    ),
    "PER": (rf"(?i) ?(?:(?:an?|per|each|every) |/ ?)(?P<unit>{_UNIT}|night|annum)\b(?!-)"),
}

__getattr__ = compile_on_use(_SOURCES, globals())
