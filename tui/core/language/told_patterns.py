"""The words before dates that say which part of them is meant, and on which side of them."""

from __future__ import annotations

from tui.core.language.patterns import compile_on_use

_PART = (
    r"early|mid|late|(?:the )?(?:very )?(?:beginning|start|end|middle|close|first half|second half"
    r"|first (?:few )?(?:days|weeks)|last (?:few )?(?:days|weeks))"
)
_SOURCES = {
    "PART_BEFORE": rf"(?i)\b(?P<part>{_PART})(?: (?:in|of))?(?: the)?[ -]$",
    "BOUND_BEFORE": (
        r"(?i)\b(?:(?P<start>from|since|starting|beginning|as of|effective|onwards from)"
        r"|(?P<end>until|till|through|to|up to)"
        r"|(?P<by>by|no later than|not later than)"
        r"|(?P<before>before|prior to|earlier than|ahead of)"
        r"|(?P<after>after|later than|following"
        r"|(?:(?:not|never)\b|n['’]t\b)[^.;,]{0,40} (?:before|until|till|earlier than)))"
        r"(?: (?:on|in|about|around))?(?: the)?"
        r"(?: (?:morning|afternoon|evening|night) of)?(?: the)? $"
    ),
    "NEAR_BEFORE": (
        r"(?i)(?:(?P<little>just|shortly|soon|a little|slightly|moments|minutes|right) )?"
        r"\b(?:(?P<start>from|since)|(?P<end>until|till)|(?P<by>by)|(?P<before>before|prior to)"
        r"|(?P<after>after|past)"
        r"|(?P<about>about|around|roughly|approximately|circa|some time around)"
        r"|(?P<nearly>nearly|almost|towards?|close to|just on|coming up to)) $"
    ),
    "HALF_TOLD": (
        r"(?i)[ap]\.?\s?m\b|morning|afternoon|evening|noon|midnight|night|(?<![0-9])0[0-9][:.]"
        r"|(?-i:GMT|UTC|[A-Z]ST|[A-Z]DT)\b|hours\b"
    ),
    "HOUR": (
        r"(?i)\b(?:(?P<start>from|since)|(?P<end>until|till)|(?P<by>by)|(?P<before>before)"
        r"|(?P<after>after)|at|(?P<about>about|around)) "
        r"(?P<hour>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
        r"(?:[.:](?P<minute>[0-5][0-9]))?"
        r"(?=$|[,;)]|\.(?:$|\s)"
        r"| (?:on|in the|that|when|and|sharp|this|every|each|last|yesterday)\b)"
    ),
    "PART_OF_DAY": r"(?i)\b(?:morning|afternoon|evening|night|dawn|noon|midday)\b",
    "NTH": (
        r"(?i)\b(?P<before>[a-z]+(?:-[a-z]+)?) of [a-z]+"
        r"|[a-z]+ the (?P<after>[a-z]+(?:-[a-z]+)?)"
    ),
    "WORD": r"[A-Za-z]+|[0-9]+",
    "TIME": r"T(?P<hour>\d\d):(?P<minute>\d\d)$",
    "JOINT": r"(?i) ?(?:to|until|till|through|and|–|--?) ?(?:the )?",
}

__getattr__ = compile_on_use(_SOURCES, globals())
