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

_MONTH = r"(?P<month>[A-Z][A-Za-z]{2,8}\b\.?)"
_NTH = r"(?:st|nd|rd|th|d)?"
_ORDINAL = r"[a-z]{5,11}(?:-[a-z]{5,7})?"
_AFTER_DAY = r"(?![0-9]|[.:,/][0-9]|\s?%|\s?(?:percent|per cent|a\.m|p\.m|am\b|pm\b))"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9]|[.:][0-9]|,[0-9]{3})"
_YEARLY = r",? (?:of )?(?P<yearly>last|this|next|the same|that|the following|the previous) year\b"
_HALF = r"(?P<half>[aApP])(?:\.\s?[mM]\.|[mM]\b\.?(?![a-z]))"
_SAINT = (
    r"(?P<saint>(?:(?:St\.?|blessed|holy|SS\.|[A-Z][\w’'-]+"
    r"|(?:of|and|the)(?= (?:(?:the |blessed |holy )*[A-Z])))(?= |\b) ?)+(?<! ))"
)
_OF_YEAR = r"(?:,? (?:in )?(?:the year )?(?P<year>[0-9]{3,4})(?![0-9]|,[0-9]))?"
_BC = r"(?:B\.\s?C\.(?:\s?E\.)?|BCE?\b)"


_GMT = r"(?:GMT|UTC)\b(?:[+−–-][0-9]{1,2}(?::?[0-5][0-9])?(?![0-9:]))?"


def _zone(group: str) -> str:
    return (
        rf"(?:\s?(?P<{group}>{_GMT})|\s?(?:local time\b|hours\b|hrs\b|[ECMP][SD]?T\b"
        r"|(?:B|CE|EE|MS|AE|I|J|K)S?T\b|Eastern\b|Pacific\b))?"
    )


_SOURCES = {
    "DAY_FIRST": (
        rf"(?P<day>[0-9]{{1,2}}){_NTH}(?:\s?[-–/]\s?(?P<to>[0-9]{{1,2}}){_NTH}"
        rf"|\s(?:and|to|or)\s(?P<and>[0-9]{{1,2}}){_NTH})?"
        rf"(?:\s+|-)(?:day\s+)?(?:of\s+)?{_MONTH}"
        rf"(?:(?:,?\s+|-)(?:of\s+)?{_YEAR}(?!\s(?:people|men|soldiers))|{_YEARLY})?"
    ),
    # A day whose month is not said: "the sale is on the 12th".
    "LONE_DAY": (
        r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)(?: of (?P<month>this|next|last) month\b"
        r"| (?P<old>inst|ult|prox)(?:ant|imo)?\b)?"
        r"(?=[,.;:!?)]|$|\n| (?:at|in|when|for|but|because|so|we|he|she|they|it|I|you|as|with)\b)"
    ),
    "LONE_DAY_BEFORE": r"\b(?i:on|by|until|till|before|from|since|to|and) the $",
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
        rf"|(?P<hour4>[0-2][0-9])(?P<minute4>[0-5][0-9])\s?(?:(?P<gmt4>{_GMT}|Z\b)"
        r"|(?:hrs|hours)\b)"
        r"|(?P<oclock>[0-9]{1,2})(?:\so['’]clock\b|(?=\sin\sthe\s(?:morning|afternoon|evening)\b))"
    ),
    "CLOCK_FROM": (
        r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-5][0-9]))?(?=(?P<joint>\s?(?:-|–|to|and)\s?)"
        rf"[0-9]{{1,2}}(?:[:.][0-5][0-9])?\s?{_HALF})"
    ),
    "CLOCK_CUE": (
        r"\b(?i:at|by|around|about|until|till|from|to|before|after|since|between|and|shortly|just"
        r"|time|nearly|almost|past)\s$"
    ),
    "OFFSET": r"(?P<sign>[+−–-])(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?$",
    "OCLOCK_WORD": r"\b(?P<hour>[A-Za-z]{3,6}) o['’]$",
    "SPOKEN": (
        r"(?i:(?P<minute>half|quarter|twenty[- ]five|twenty|ten|five)(?P<unit> minutes)?"
        r" (?P<way>past|to) (?P<hour>[0-9]{1,2}|[a-z]{3,6})\b(?!:|-| (?:per|[a-z]+s\b)))"
    ),
    "SPOKEN_CUE": (
        r"(?i:\b(?:at|by|around|about|until|till|before|after|since|from|nearly|almost|was|is)"
        r"|['’]s) $"
    ),
    # Around "ten to six", which is a range or a result elsewhere.
    "MINUTES_CUE": r"\b(?i:at|until|till|since) $",
    "MINUTES_END": r"[.,;:!?)]|$| (?:on|in|when|and|that|but|as|this|yesterday|today)\b",
    "IN_THE": r"\sin\sthe\s(?P<part>morning|afternoon|evening)\b",
    "SHORTLY": r"(?i)\b(?:shortly|just|soon|a little) $",
    "LONE_HOUR": (
        r" (?P<hour>[A-Za-z]{3,6})"
        r"(?=[.,;:!?)]|$| (?:in the|on|when|and|that|as|this|yesterday|today|last)\b)"
    ),
    "HOUR_IN_THE": (
        r"(?i)\b(?:at|by|around|about|before|after|until|till|since|from|past|nearly|almost"
        r"|it was|it is) (?P<hour>[0-9]{1,2}|[a-z]{3,6}) in the $"
    ),
    "DECADE_SHORT": r"(?P<tens>[2-9])0s\b",
    "DECADE": r"(?P<decade>[12][0-9]{2})0['’]?s\b",
    "ERA_AFTER": (
        rf"(?P<year>[0-9]{{1,4}})\s?(?:(?P<before>{_BC})"
        r"|(?P<after>A\.\s?D\.|AD\b|C\.\s?E\.|CE\b))"
    ),
    "ERA_BEFORE": (
        r"(?:A\.\s?D\.|AD|[Aa]nno [Dd]omini|[Aa]nno)\s(?P<year>[0-9]{1,4})(?![0-9]|,[0-9])"
    ),
    "YEARS": r"(?P<from>[12][0-9]{3})\s?[-–/]\s?(?P<to>[0-9]{4}|[0-9]{2})(?![0-9-])",
    "YEAR": r"[0-9]{4}(?![0-9]|[.,:/][0-9]|-[0-9])",
    "YEAR_CUE": (
        r"(?:\b(?i:in|since|by|during|from|until|till|before|after|through|of|early|late|mid|year"
        r"|the|circa|between|spring|summer|autumn|fall|winter|back|to|and|for|around|about|this|or|its|their|his|her"
        r"|c\.|ca\.)[ -]|[(\[–/-]|, |'s |’s )$"
    ),
    "YEAR_OF": (
        r"[Yy]ears?(?: of our Lord| of grace| of Christ)?,? (?P<year>[0-9]{3,4})(?![0-9]|,[0-9])"
    ),
    "REGNAL": rf"(?<![a-z-])(?i:(?P<nth>[0-9]{{1,2}}(?:st|nd|rd|th)|{_ORDINAL}|same)\s)$",
    "REIGN": (
        r"year of (?:the (?:reign|rule|kingship|consulship|pontificate|captivity|emperor|king"
        r"|queen)(?: of)?|his reign|her reign|(?=[A-Z]))(?:\s?(?:the |of )?[A-Z][\w’'-]*)*"
    ),
    "SEASON_YEAR": rf"(?i:spring|summer|autumn|fall|winter)(?: of)?,? {_YEAR}",
    "CENTURY_NTH": rf"(?<![a-z-])(?i:(?P<nth>[0-9]{{1,2}}(?:st|nd|rd|th)|{_ORDINAL}))[ -]$",
    "CENTURY": rf"(?i:centur(?:y|ies))(?P<bc>\s{_BC})?",
    "QUARTER_NTH": (
        r"(?<![a-z-])(?i:(?P<nth>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th)))[ -]$"
    ),
    "QUARTER": rf"(?i:quarter)(?:(?:,|,? of)? {_YEAR}|{_YEARLY})",
    "QUARTER_SHORT": rf"Q(?P<nth>[1-4])(?:(?:,|,? of)? {_YEAR}|{_YEARLY})",
    "ROMAN_DAY": (
        rf"(?i:kalends|calends|ides|nones) of {_MONTH}"
        rf"(?:,? (?P<year>[0-9]{{1,4}}(?=\s?{_BC})|[0-9]{{3,4}})(?![0-9])(?P<bc>\s?{_BC})?)?"
    ),
    # "Friday week", "Monday of last week", "the Thursday before".
    "WEEKDAY_ON": (
        r"(?P<part> (?:morning|afternoon|evening|night))?(?: (?P<week>week)\b(?! [a-z])"
        r"|(?: of|,)? (?P<which>last|this|next) week\b| (?P<last>last)(?=[.,;:!?)]|$)"
        r"| (?P<way>before|after)\b(?P<end>(?=[.,;:!?)]|$))?)"
    ),
    "A_WEEK_ON": r"\b(?i:a week (?:on )?)$",
    # Before a Roman day that others are counted to: "the third day before the Ides".
    "COUNTED_TO": r"(?i:before|after)(?: the)? $",
    "FEAST": rf"[Ff]east(?:-day| day)? of (?:the )?{_SAINT}{_OF_YEAR}",
    "BY_FEAST": (
        r"(?i:(?:(?P<lead>eve|vigil|morrow|octave) of|(?:day|night) (?P<way>before|after)))"
        rf"(?: the)? (?P<feast>[Ff]east (?:day )?of (?:the )?)?{_SAINT}{_OF_YEAR}"
    ),
    "EASTER_DAY": (
        r"(?P<name>Easter (?:Sunday|Monday|Eve)|Good Friday|Holy Saturday|Palm Sunday"
        r"|Ash Wednesday|Maundy Thursday|Shrove Tuesday|Whit (?:Sunday|Monday)"
        r"|Ascension Day|Trinity Sunday)\b(?! [A-Z]|-)"
    ),
    "EASTER": (
        r"(?P<name>Easter(?: (?:Sunday|Monday|Day|Eve))?|Good Friday|Holy Saturday|Palm Sunday"
        r"|Ash Wednesday|Maundy Thursday|Shrove Tuesday|Whit (?:Sunday|Monday)|Pentecost"
        rf"|Ascension Day|Trinity Sunday|Corpus Christi)(?:,| of|, in| in)? {_YEAR}"
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
        r"\s(?P<unit>(?i:minute|hour|day|night|week|fortnight|month|year|decade))s?\s$"
    ),
    "BEFORE_LAST": (
        r"(?i:\b(?:the )?(?P<unit>year|month|week|weekend|night) (?P<way>before|after) )$"
    ),
    "SAME_YEAR": (
        r"\s?(?:(?P<to>-|–|—|to|until|till|through)|,? and|,|or)\s?"
        r"(?:the |[A-Z][a-z]+day,? (?:the )?)?"
    ),
    "JOINED_MONTH": (
        rf"\s?(?:to|and|or|until|till|through|-|–)\s?{_MONTH},?\s(?:of\s)?[0-9]{{4}}(?![0-9])"
    ),
    "MONTH_PART": r"\b(?i:early|mid|late)-$",
    "DAY_BEFORE": r"(?i:day (?P<which>before|after)(?P<yesterday> (?:yesterday|tomorrow))?)\b",
    "PART_OF_DAY": r" (?i:morning|afternoon|evening|night|lunchtime|midday|noon)\b(?! of)",
    "THE": r"\b(?i:the|these|those) $",
    "NOT_WEEKDAY": (
        r"\b(?i:every|each|black|good|ash|palm|bloody|super|cyber|easter|shrove|maundy|giving"
        r"|sheffield|ruby|man|most|whit|low|alternate)\s$"
    ),
    "NAMESAKE": r"\s(?:Times|Mirror|Telegraph|Express|Post|Herald|Mail|Night (?:Live|Football))",
    "NAMED_WEEKDAY": r" [A-Z][a-z]{2,}",
    "AFTER_WEEKDAY": r"\.?,?\s+(?:the\s+)?",
    "LONE_MONTH": (
        r"\b(?i:in|since|until|till|during|early|late|mid|from|through|throughout|by|of|before"
        r"|after|between)[ -]$"
    ),
    "LONE_NAME": (
        r"\b(?i:in|since|until|till|during|early|late|mid"
        r"|(?:end|beginning|start|middle|close|month|half|rest|course) of)[ -]$"
    ),
    # Before a month that is a name too, with nothing after it: "not before March, they say".
    "LONE_NAME_TERM": r"\b(?i:before|after|by|from) $",
}

__getattr__ = compile_on_use(_SOURCES, globals())
