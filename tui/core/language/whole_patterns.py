"""The shapes of `of the`, `without limit` and `the number of`, as regular expressions."""

from __future__ import annotations

from tui.core.language.patterns import compile_on_use

_LIMIT = r"limits?|limitations?|ceiling|cap|maximum|restrictions?"

_SOURCES = {
    "OF": r"(?i) (?:out )?of (?:(?:the|its|their|his|her|our|these|those) )?(?:only )?",
    "OF_BEFORE": r"(?i)\bof (?:the |all )?(?:[a-z’']+ ){0,3}$",
    "THEN": r"(?i), (?:only |just )?(?:about |some )?",
    "AND": r"(?i),? and ",
    "AND_ONE": r"(?i),? and (?:an?|one) [a-z]+",
    "NUMBER_OF": (
        r"(?i)\b(?:(?:number|total|count|tally) of (?:the )?(?P<noun>[a-z]+)|(?:death )?toll)\b"
        r"[^.;]*?"
        r"\b(?:stood|stands|was|is|were|rose|risen|rises|climbed|reached|came|passed|put|now)"
        r"(?: now)?(?: at| to)?(?: [a-z]+){0,2} $"
        r"|\bput the number of (?P<put>[a-z]+)\b[^.;]*? at (?:[a-z]+ )?$"
    ),
    "WHOLLY": r"(?i)\b(?:wholly|entirely|solely|exclusively|purely)\b",
    "FREE": (
        r"(?i)\b(?:free of charge|for free|free admission|costs? nothing|without charge"
        r"|(?:at|for) no (?:extra |further )?(?:cost|charge)"
        r"|(?:is|are|was|were|be) free(?=$|[.,;)]| for| and))"
    ),
    "ENDLESS": (
        r"(?i)\b(?:for ?ever|for life|for good|indefinite(?:ly)?|permanent(?:ly)?|lasting|enduring"
        r"|everlasting|open-ended"
        r"|in perpetuity|perpetual(?:ly)?|without (?:a )?time limit"
        r"|life(?= (?:ban|sentence|imprisonment))|never\b[^.;]*\bagain)\b"
    ),
    "LASTING_BEFORE": r"(?i)\b(?:for|lasts?|lasted|next|within|an?|of|the)(?: the)? $",
    "UNBOUNDED": (
        rf"(?i)\b(?:unlimited|limitless|uncapped|unrestricted"
        rf"|(?:no|any|without) (?:upper )?(?:{_LIMIT})"
        r"|as (?:many|much|often|long) as (?:you|they|he|she|one) (?:like|want|wish|please)s?)\b"
    ),
    "BOUND_BEFORE": (
        rf"(?i)\b(?:limited to|restricted to|capped at|(?:{_LIMIT}) (?:of|is|at|to)"
        r"|exceed(?:s|ing)?|not above|only) (?:the sum of |just |only )?$"
    ),
}

__getattr__ = compile_on_use(_SOURCES, globals())
