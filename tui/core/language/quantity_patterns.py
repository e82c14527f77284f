"""The shapes of quantities, and of figures that are none, as regular expressions.

A pattern is compiled when it is first asked for.
"""

from __future__ import annotations

from tui.core.language.patterns import compile_on_use

DECADES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"

_SOURCES = {
    "FIGURES": (r"[0-9.,:/'’\u00a0\u2009\u202f–-]*[0-9]|[0-9]"),
    "ORDINAL": (
        r"(?i)(?:st|nd|rd|th)\b|[ -](?:first|second(?!s)|third(?!s)|fourth(?!s)|fifth(?!s)"
        r"|sixth(?!s)"
        r"|seventh(?!s)|eighth(?!s)|ninth(?!s)|hundredth|thousandth|millionth)\b|(?:'|’)?s\b"
    ),
    "GROUP_BEFORE": (r"(?i)\b(?:the|these|those|all|both|other|any) $"),
    "NEXT_WORD": (r"[ \n-]([A-Za-z]+)"),
    "LAST_WORD": (r"([A-Za-z]+)[ \n]$"),
    "SENTENCE_START": (r"(?:^|[.!?:;\n\"“”«»‘(—–]|\s--?)[\s\"“”«»‘(*_]*$"),
    "RANGE": (r"\s?([-–—−])\s?(?=[0-9$€£])|\s(to|or|and)\s(?=[A-Za-z0-9$€£])"),
    "SIGN": (r"(?:US|A|C|HK|NZ)?[$€£] ?"),
    "SCORE_BEFORE": (
        r"(?i)\b(?:w[io]ns?|winning|los[et]s?|losing|beat(?:s|en|ing)?|defeat\w*|victor\w+"
        r"|vot\w+|draws?"
        r"|drew|tied?|score\w*|leads?|led|ahead|trail\w*|match|final|ruled|ruling|sets?|edged?"
        r"|thrashed|crushed|downed)\b[^.\n]{0,40}$"
    ),
    "SCORE_AFTER": (
        r" (?:wins?|victory|loss|defeat|votes?|draw|lead|margin|score|ruling|majority|decision)\b"
    ),
    "AGE_AFTER": (r"(?i)[ -](year|month|week|day)s?[ -]olds?\b"),
    "AGED": (
        r"(?i)\b(?:aged?|ages?(?: of)?|(?:(?:wo)?m[ae]n|boy|girl|person) of|turned|turning"
        r"|(?:s?he|who|i)(?: is| was|['’]s))"
        r"(?: about| around| just| only| between| from)? $"
    ),
    "APPOSED": (r"[A-ZÀ-Þ][\w’'-]+\.?, $"),
    # Before "over two years": the words that make `over` mean more than, and not during.
    "LASTING": (
        r"(?i)\b(?:for|of|in|after|last(?:s|ed)|took|takes?|is|are|was|were|spent|spend|just"
        r"|well|little"
        r"|slightly|within|than|be|been|at|by|with|has|have|had|to) $"
    ),
    "ONE_IN": (r"(?i) (?:in|out of) (?:every )?(?=[A-Za-z0-9])"),
    "OF": (r"\sof\s(?:(?:the|an?)\s)?"),
    "BETWEEN": (r"(?i)\bbetween (?:the ages of )?$"),
    # Before "from 3 to 5 metres": what holds a range. After "rose" and the like it is a change.
    "RANGING": (
        r"(?i)\b(?:is|are|was|were|be|been|being|costs?|costing|rang\w+|var(?:y|ies|ied|ying)"
        r"|takes?|took|taking|lasts?|lasted|lasting|measur\w+|weigh\w*|aged|priced|anywhere|anything"
        r"|pay|pays|paid) from $"
    ),
    "DOUBLED": (r"\s?\(([0-9][0-9.,]*|[a-z]+(?:[ -][a-z]+)*)\)"),
    "MINUS": (r"(?i)(?:(?<![^\s(\[“\"‘])[-–−]|(?<![0-9] )(?<!plus or )\bminus )$"),
    # "6 ft 2 in", where `in` is no preposition; "2 hours and 15 minutes".
    "SMALL_CHANGE": (r"[ -](?=[a-z])"),
    "SUM_ENDS": (r"(?=\s*(?:$|[.,;:!?)\]\"”’]|(?:an?|per|each|every|for|in|and|or|to|at)\b))"),
    # Before "fifty" in "a dollar fifty", before "half" in "a year and a half".
    "ONE_UNIT": (
        r"(?i)(?<![\w$€£-])(?:an?|one) (?P<unit>[a-z]{3,9})"
        r"(?P<and>,? and )?(?(and)(?P<and_a>an? )?| )$"
    ),
    "PART_OF_UNIT": (r"(?i)(?:half|quarter)\b(?!-)"),
    "OF_MAGNITUDE": (
        r"(?i)\sof\san?\s(hundred|dozen|thousand|lakh|crore|million|billion|trillion)\b"
    ),
    "IN_THEIR": (
        r"(?i)\bin (?P<start>(?:his|her|their|my|our|your) (?:(?P<part>early|mid|late)[ -])?)$"
    ),
    "FURTHER": (r",?(?: and)?[ -](?=[0-9a-z])"),
    "INCHES": (r"[ -]?(?:in\b(?! (?:the|a|an|his|her|its|their|this|that|[0-9A-Z]))|[″\"])"),
    "PLACED": (
        r"(?i)\b(?:hid(?:e|es|den|ing)?|lay|lies|lying|lain|s[ai]ts?|sitting|sle(?:ep|eps|pt|eping)"
        r"|st(?:ood|ands?|anding)|bur(?:y|ied)|crawl\w*|crouch\w*|kne(?:lt|el|els|eling)|shelter\w*"
        r"|trapped|pinned|crushed|jump\w*|leap\w*|leapt|climb\w*|hung|hangs?|hover\w*|pass(?:es|ed"
        r"|ing)|stepp\w+|trip\w*|tower\w*|spread|scattered|presid\w+|rul\w+) $"
    ),
    "WORD": (r"[A-Za-z]+"),
    "NAMED": (
        r"(?i)(?:§+|\b(?:articles?|arts?\.|sections?|secs?\.|clauses?|chapters?|ch\.|paragraphs?"
        r"|paras?\.?"
        r"|sub-?sections?|verses?|psalms?|pages?|pp?\.|vols?\.|volumes?|figures?|figs?\.|tables?"
        r"|nos?\.|№|numbers?|flights?|routes?|highways?|interstate|rooms?|channels?|versions?|ver\."
        r"|appendix|annex|schedule|exhibits?|resolutions?|amendments?|propositions?|prop\.|grades?"
        r"|category|cat\.|apartments?|apt\.|suite|footnotes?|columns?|chromosomes?|tel\.?|phone|fax"
        r"|ext\.?|zip|psalm|(?-i:Case)|episodes?|appendices|covid|windows|formula"
        r"|area code))[ \u00a0]$"
    ),
    "LISTED": (r"[0-9]+(?:, [0-9]+)*,? (?:and )?$"),
    "MAYBE_NAMED": (
        r"(?i)\b(?:stage|phase|act|scene|part|book|season|item|rule|class|type|model|level|gate"
        r"|platform"
        r"|ward|size|line|note|question|step|option|example|group|area|unit|block|box|engine|runway"
        r"|track|lane|pier|form|title|day|week|year|game|round|stop|bus|zone|site|district|division"
        r"|war|top|code|case|file|bill|order|decree|law|protocol|regulation|directive|studio"
        r"|lot|hall"
        r"|account|invoice|passport|reference"
        r"|terminal|reactor|turn|junction|exit|point|quarter|age group|chart)[ \u00a0]$"
    ),
    "MONTH": (r"(?i)(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?$"),
    "WORD_BEFORE": (r"([A-Za-zÀ-ɏ&][\w.'’&-]*)[ \u00a0]$"),
    "TELEPHONE": (
        r"[0-9]{1,5}\)? ?[0-9]{2,5}(?:[-. ][0-9]{2,5}){1,3}(?![0-9,])"
        r"|[0-9]{1,5}(?:[-.][0-9]{2,5}){2,4}(?![0-9,])|[0-9]{3}[-.][0-9]{4}(?![0-9,])"
    ),
    "STREET": (
        r" (?:[A-ZÀ-Þ][\w’'.-]+ ){1,3}(?:Street|St|Lane|Road|Rd|Avenue|Ave|Drive|Square|Terrace"
        r"|Boulevard|Blvd|Crescent|Gardens|Row|Quay|Place|Court|Close|Way|Hill|Alley|Parade|Mews)"
        r"\b(?!-)"
    ),
    "LINE_NUMBER": (r"[.)](?=\s|$)|\t"),
    "YEAR_BEFORE": (
        r"(?i)(?:\b(?:in|since|by|during|from|until|till|before|after|through|of|to|and|early"
        r"|late|mid"
        r"|year|the|a|spring|summer|autumn|fall|winter|circa|between|for|around|this|its|their"
        r"|his|her"
        r"|or)[ -]|[(\[–/-]|, |'s |’s )$"
    ),
    "YEAR_ATTRIBUTE": (
        r"(?i)(?:\b(?:in|since|by|during|until|early|late|mid|the|this|its|their|his|her|a)[ -]"
        r"|'s |’s )$"
    ),
    "ROUND_COUNT": (
        r" (?!elections?|polls?|games|olympics|census|reforms?|riots?|floods?|wars?)[a-z]+s"
        r"(?=[.,;:!?)]|$| (?:in|on|at|of|and|across|near|after|before|from|to|with)\b)"
    ),
    "YEAR_OWNED": (r"(?i)(?:\b(?:early|late|mid|the|this|its|their|his|her)[ -]|'s |’s )$"),
    "THE": (r" the(?= )"),
}

__getattr__ = compile_on_use(_SOURCES, globals())
