"""The words around a date that tell what is to come from what was, as regular expressions."""

from __future__ import annotations

from tui.core.language.patterns import compile_on_use

_SOURCES = {
    "FORWARD": (
        r"\b(?i:(?:will|shall|won['’]t)(?: not| also| likely)?(?: be| have)? \w+|['’]ll (?:be )?\w+"
        r"|(?<!that )(?<!which )(?<!who )(?<!one )would(?: not| only| also)?(?: be)? (?!have\b)\w+"
        r"|(?:is|are|am|was|were|has|have|wants?|wish(?:es)?|intends?|aims?|needs?|wanting)"
        r" (?:not )?to (?!have\b|this\b|that\b|the\b|an?\b)\w+"
        r"|should (?:want|like|love|prefer)\b"
        r"|(?:is|are|am) (?:asked|invited|urged|advised|requested|required|told|obliged|encouraged"
        r"|called on|welcome|free|able|allowed) to \w+"
        r"|(?:scheduled|expected|due|set|planned|plan|plans|planning|slated|going|hope[sd]?|hoping"
        r"|supposed|ready|likely|poised|prepar\w+)\b(?: (?:to|for|on)(?: (?:be|take))? \w+)?"
        r"|upcoming|(?<!\bthe )(?:starting|beginning)(?! of)|deadline)\b"
    ),
    "UP_TO": (
        r"\b(?i:by|until|till|up to(?: and including)?|no later than|not later than)(?i: (?:at"
        r"|least|the|late|early|mid|end|start|middle|beginning|close|of|around|about|noon|midnight|midday"
        r"|on|evening|morning|[0-9:.]+(?: ?[ap]\.?m\.?)?|o['’]clock))*[ -]$"
    ),
    # A verb of the timetable in the present tense, close before the date: "takes effect on".
    "APPOINTED": (
        r"\b(?i:takes? (?:effect|place)|comes? into (?:force|effect|operation|being)"
        r"|goes? (?:live|on (?:sale|show|trial))|enters? into force|falls? due|runs? out"
        r"|kicks? off|begins|starts|opens|reopens|re-opens|closes|ends|expires|lapses|resumes"
        r"|finishes|departs|(?:is|are)(?= on )|(?<!\bthe )(?<!\ba )(?<!\bto )(?<!\b(?:in|at|of) )"
        r"(?:begin|start|open|reopen|close|expire|lapse|resume"
        r"|plays?|faces?|hosts?|visits?|travels?|meets?|votes?|walks? out|strikes?))"
        r"\b(?: [^\s,.;:]+){0,4} $"
    ),
    # What calls a reader to come: "Join us on Saturday".
    "CALL": (
        r"[\"“‘'*]*(?i:(?:please |do |then |so |and |but )?(?:come|join|bring|be|meet|vote|march"
        r"|save|book|attend|gather|don['’]t|let['’]s|please|remember|sign up|turn up|see you"
        r"|show up|tune in|watch out)\b(?! (?:what|that|as|this)\b))[^.!?;]{0,60}$"
    ),
    "FUTURE": (
        r"\b(?i:will|shall|won['’]t|is to|are to|(?:is|are) (?:due|expected|scheduled|set|going) to"
        r"|takes? effect|comes? into (?:force|effect)|begins|starts|opens|reopens|closes|ends"
        r"|expires)\b|['’]ll\b"
    ),
    # "the letter of", but not "the week of".
    "DATED": (
        r"\b(?i:dated|(?<!\bweek )(?<!\bnight )(?<!\bevening )(?<!\bmorning )(?<!\bend )of)"
        r" (?:the )?$"
    ),
    "FINITE": r"\b(?i:will|shall|won['’]t|must|should|would|can|may|had|was|were|did)\b|['’]ll\b",
    "PRESENT": (
        r"\b(?i:is|are|am|has|have|does|do|must|needs?|cannot|can)\b|\bmay\b|\w['’](?:re|ve|m)\b"
    ),
    # A headline's infinitive: "Pool to close on Friday".
    "PLAN": (
        r"[A-Z0-9“\"‘'][^.!?\n]*? to (?!(?:the|an?|his|her|its|their|our|my|all|some)\b)[a-z]+ "
    ),
    "PAST": (
        r"\b(?i:said|says|told|was|were|had|did|has|have|announced|reported|added|came|went|made"
        r"|took|began|held|met|left|got|saw|\w+ed)\b"
    ),
    "SENTENCE_END": r"[.!?][\"”’»)]*\s+(?=[\"“‘«(]?[A-Z])|\n\s*\n",
}

__getattr__ = compile_on_use(_SOURCES, globals())
