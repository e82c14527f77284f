"""The shapes dates take in English text, as regular expressions, and the words in them.

A pattern is compiled when it is first asked for. Where one says
`[A-Z]…` for a month or weekday, the finder looks the word up; that keeps the patterns small.
"""

from __future__ import annotations

from tui.core.language.patterns import compile_on_use

_MONTH_NAMES = (
    "January February March April May June July August September October November December".split()
)
MONTHS = {name.lower(): n for n, name in enumerate(_MONTH_NAMES, start=1)}
MONTHS |= {name[:3].lower(): n for n, name in enumerate(_MONTH_NAMES, start=1)}
MONTHS |= {"sept": 9}
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WEEKDAYS = {name.lower(): n for n, name in enumerate(_DAYS)}
WEEKDAYS |= {name[:3].lower(): n for n, name in enumerate(_DAYS)}
WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
}
ORDINALS |= {"twentieth": 20, "thirtieth": 30} | {
    f"{tens}-{word}": n + k
    for tens, n in (("twenty", 20), ("thirty", 30))
    for word, k in tuple(ORDINALS.items())[:9]
}

FEASTS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "twelfth night": (1, 5),
    "candlemas": (2, 2),
    "lady day": (3, 25),
    "lammas": (8, 1),
    "michaelmas": (9, 29),
    "martinmas": (11, 11),
    "halloween": (10, 31),
}

_MONTH = r"(?P<month>[A-Z][A-Za-z]{2,8}\b\.?)"
_NTH = r"(?:st|nd|rd|th)?"
_ORDINAL = r"[a-z]{5,11}(?:-[a-z]{5,7})?"
_AFTER_DAY = r"(?![0-9]|[.:,/][0-9]|\s?%|\s?(?:percent|per cent|a\.m|p\.m|am\b|pm\b))"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9]|[.:][0-9]|,[0-9]{3})"
_YEARLY = r",? (?:of )?(?P<yearly>last|this|next|the same|that|the following|the previous) year\b"
_HALF = r"(?P<half>[aApP])(?:\.\s?[mM]\.|[mM]\b\.?(?![a-z]))"
_BC = r"(?:B\.\s?C\.(?:\s?E\.)?|BCE?\b)"


def _zone(group: str) -> str:
    return (
        rf"(?:\s?(?P<{group}>GMT|UTC)\b|\s?(?:local time\b|hours\b|hrs\b|[ECMP][SD]?T\b"
        r"|(?:B|CE|EE|MS|AE|I|J|K)S?T\b|Eastern\b|Pacific\b))?"
    )


_SOURCES = {
    "DAY_FIRST": (
        rf"(?P<day>[0-9]{{1,2}}){_NTH}(?:\s?[-–/]\s?(?P<to>[0-9]{{1,2}}){_NTH}"
        rf"|\s(?:and|to|or)\s(?P<and>[0-9]{{1,2}}){_NTH})?"
        rf"(?:\s+|-)(?:day\s+)?(?:of\s+)?{_MONTH}"
        rf"(?:(?:,?\s+|-)(?:of\s+)?{_YEAR}(?!\s(?:people|men|soldiers))|{_YEARLY})?"
    ),
    "MONTH_FIRST": (
        rf"{_MONTH}\s*(?:the\s+)?(?P<day>[0-9]{{1,2}}){_NTH}{_AFTER_DAY}"
        rf"(?:\s?[-–]\s?(?P<to>[0-9]{{1,2}}){_NTH}{_AFTER_DAY}"
        rf"|\s(?:and|to|or)\s(?P<and>[0-9]{{1,2}}){_NTH}{_AFTER_DAY}(?=[,.;)]|\s[0-9]{{4}}))?"
        rf"(?:\s*,?\s+{_YEAR}|{_YEARLY})?"
    ),
    "MONTH_YEAR": rf"{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR}|{_YEARLY})",
    "DAY_WORD_BEFORE": rf"(?<![a-z-])(?i:(?P<day>{_ORDINAL})\s(?:day\s)?of\s)$",
    "DAY_WORD_AFTER": rf"{_MONTH}\s(?:the\s)?(?P<day>{_ORDINAL})\b(?:,?\s{_YEAR})?(?! [a-z]+s\b)",
    "ISO": (
        r"(?P<year>[0-9]{4})(?P<joint>[-/.])(?P<month>[0-9]{1,2})(?P=joint)"
        r"(?P<day>[0-9]{1,2})(?![0-9])"
        r"(?:(?:T|\s)[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?"
        r"(?:\s?Z\b|\s?[+-][0-9]{2}:?[0-9]{2})?)?"
    ),
    "COMPACT": r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9])",
    "NUMERIC": (
        r"(?P<a>[0-9]{1,2})(?P<joint>[-/.])(?P<b>[0-9]{1,2})(?P=joint)"
        r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])"
    ),
    "CLOCK": (
        rf"(?P<hour>[0-9]{{1,2}})(?:[:.](?P<minute>[0-5][0-9])(?::[0-5][0-9])?)?\s?{_HALF}"
        rf"{_zone('gmt')}"
        r"|(?P<hour24>[0-2]?[0-9]):(?P<minute24>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:])"
        rf"{_zone('gmt24')}"
        r"|(?P<hour4>[0-2][0-9])(?P<minute4>[0-5][0-9])\s?(?:(?P<gmt4>GMT|UTC|Z)\b"
        r"|(?:hrs|hours)\b)"
        r"|(?P<oclock>[0-9]{1,2})(?:\so['’]clock\b|(?=\sin\sthe\s(?:morning|afternoon|evening)\b))"
    ),
    "CLOCK_FROM": (
        r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-5][0-9]))?(?=\s?(?:-|–|to|and)\s?"
        rf"[0-9]{{1,2}}(?:[:.][0-5][0-9])?\s?{_HALF})"
    ),
    "CLOCK_CUE": (
        r"\b(?i:at|by|around|about|until|till|from|to|before|after|since|between|and|shortly|just"
        r"|time|nearly|almost|past)\s$"
    ),
    "IN_THE": r"\sin\sthe\s(?P<part>morning|afternoon|evening)\b",
    "DECADE": r"(?P<decade>[12][0-9]{2})0['’]?s\b",
    "ERA_AFTER": (
        rf"(?P<year>[0-9]{{1,4}})\s?(?:(?P<before>{_BC})"
        r"|(?P<after>A\.\s?D\.|AD\b|C\.\s?E\.|CE\b))"
    ),
    "ERA_BEFORE": (r"(?:A\.\s?D\.|AD|[Aa]nno [Dd]omini|[Aa]nno)\s(?P<year>[0-9]{1,4})(?![0-9,])"),
    "YEARS": r"(?P<from>[12][0-9]{3})\s?[-–/]\s?(?P<to>[0-9]{4}|[0-9]{2})(?![0-9-])",
    "YEAR": r"[0-9]{4}(?![0-9]|[.,:/][0-9]|-[0-9])",
    "YEAR_CUE": (
        r"(?:\b(?i:in|since|by|during|from|until|till|before|after|through|of|early|late|mid|year"
        r"|the|circa|between|spring|summer|autumn|fall|winter|back|to|and|for|around|about|this|or|its|their|his|her"
        r"|c\.|ca\.)[ -]|[(\[–/-]|, |'s |’s )$"
    ),
    "YEAR_OF": (
        r"[Yy]ears?(?: of our Lord| of grace| of Christ)?,? (?P<year>[0-9]{3,4})(?![0-9,])"
    ),
    "REGNAL": rf"(?<![a-z-])(?i:(?P<nth>[0-9]{{1,2}}(?:st|nd|rd|th)|{_ORDINAL}|same)\s)$",
    "REIGN": (
        r"year of (?:the (?:reign|rule|kingship|consulship|pontificate|captivity|emperor|king"
        r"|queen)(?: of)?|his reign|her reign|(?=[A-Z]))(?:\s?(?:the |of )?[A-Z][\w’'-]*)*"
    ),
    "SEASON_YEAR": rf"(?i:spring|summer|autumn|fall|winter)(?: of)?,? {_YEAR}",
    "CENTURY_NTH": rf"(?<![a-z-])(?i:(?P<nth>[0-9]{{1,2}}(?:st|nd|rd|th)|{_ORDINAL}))[ -]$",
    "CENTURY": rf"(?i:centur(?:y|ies))(?P<bc>\s{_BC})?",
    "ROMAN_DAY": rf"(?i:kalends|calends|ides|nones) of {_MONTH}(?:,? [0-9]{{3,4}})?",
    "FEAST": (
        r"[Ff]east(?:-day| day)? of (?:the )?"
        r"(?:(?:St\.?|Saint|Saints|SS\.|[A-Z][\w’'-]+|of|and|the)(?= |\b) ?)+(?<! )"
    ),
    "FEAST_DAY": (
        r"(?P<name>Christmas (?:Day|Eve)|Boxing Day|New Year['’]s (?:Day|Eve)|Twelfth Night"
        r"|Candlemas|Lady Day|Lammas|Michaelmas|Martinmas|Halloween)"
        rf"(?:(?:,| of|) {_YEAR})?"
    ),
    "RELATIVE": (
        r"(?i:last|past|this|next|coming|following|previous|preceding|same|that|current)"
        r"(?: same)? (?:(?P<unit>(?i:day|night|evening|morning|afternoon|week|weekend|fortnight"
        r"|month|year|decade|century)\b)|(?P<season>(?i:spring|summer|autumn|fall|winter)\b)"
        r"|(?P<name>[A-Z][A-Za-z]{2,8}\b\.?)(?! [0-9]))(?!-|['’]s (?i:end|eve\b))"
    ),
    "COUNTED": (
        r"(?i:(?P<count>an?|[0-9]{1,4}|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
        r"|ninety)[ -])?[a-z]+|a hundred)(?: full| whole| more)?"
        r"|(?P<vague>(?:a )?few|several|many|some|a couple of|couple of))"
        r"\s(?P<unit>(?i:minute|hour|day|week|month|year|decade))s?\s$"
    ),
    "DAY_BEFORE": r"(?i:day (?P<which>before|after)(?P<yesterday> (?:yesterday|tomorrow))?)\b",
    "PART_OF_DAY": r" (?i:morning|afternoon|evening|night|lunchtime|midday|noon)\b(?! of)",
    "THE": r"\b(?i:the|these|those) $",
    "FORWARD": (
        r"\b(?i:(?:will|shall|won['’]t)(?: not| also| likely)?(?: be| have)? \w+|['’]ll (?:be )?\w+"
        r"|(?:scheduled|expected|due|set|planned|plan|plans|planning|slated|going|hope[sd]?|hoping"
        r"|supposed|ready|likely|poised|prepar\w+)\b(?: (?:to|for|on)(?: (?:be|take))? \w+)?"
        r"|upcoming|starting|beginning|until|till|deadline|by)\b"
    ),
    "PAST": (
        r"\b(?i:said|says|told|was|were|had|did|has|have|announced|reported|added|came|went|made"
        r"|took|began|held|met|left|got|saw|\w+ed)\b"
    ),
    "SENTENCE_END": r"[.!?][\"”’»)]*\s+(?=[\"“‘«(]?[A-Z])|\n\s*\n",
    "NOT_WEEKDAY": (
        r"\b(?i:every|each|black|good|ash|palm|bloody|super|cyber|easter|shrove|maundy|giving"
        r"|sheffield|ruby|man|most|whit|low|alternate)\s$"
    ),
    "NAMESAKE": r"\s(?:Times|Mirror|Telegraph|Express|Post|Herald|Mail|Night (?:Live|Football))",
    "AFTER_WEEKDAY": r"\.?,?\s+(?:the\s+)?",
    "LONE_MONTH": (
        r"\b(?i:in|since|until|till|during|early|late|mid|from|through|throughout|by|of|before"
        r"|after|between)[ -]$"
    ),
    "LONE_NAME": r"\b(?i:in|since|until|till|during|early|late|mid)[ -]$",
}

__getattr__ = compile_on_use(_SOURCES, globals())
