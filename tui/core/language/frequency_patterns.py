"""The shapes of `twice a week`, `every other month` and `on Saturdays`, as regular expressions."""

from __future__ import annotations

import re

from tui.core.language.patterns import compile_on_use

Match = re.Match[str]

_UNIT = r"second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|annum"
_PART = r"morning|afternoon|evening|night|spring|summer|autumn|winter|season"
_NTH = r"few|couple of|other|alternate|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_LY = (
    r"hourly|daily|nightly|fortnightly|quarterly|yearly|annual(?:ly)?|(?:semi-?|half-|twice-)?"
    r"(?:annual(?:ly)?|yearly)|bi-?(?:weekly|monthly)|bi(?:ennial|annual)(?:ly)?|triennial(?:ly)?"
    r"|weekly|monthly"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAYS = rf"{_DAY}s(?:(?:,? and |,? or |, | & ){_DAY}s)*"

_SOURCES = {
    "EVERY_BEFORE": r"(?i)\b(?:every|each)\s$",
    "OFTEN": (
        rf"(?i)\b(?P<times>once|twice|thrice|[\w-]+(?= times))(?: times)?"
        rf"(?: (?:a|an|per|each|every|in every) (?P<unit>{_UNIT}|{_PART})\b"
        r"| (?P<ly>hourly|daily|weekly|monthly|yearly|annually)\b)"
        rf"|\b(?P<every>every|each) (?:(?P<nth>{_NTH}) )?(?P<each>{_UNIT}|{_PART})s?\b(?!['’-])"
        rf"|(?<![\w-])(?:(?P<count>(?!half|twice|semi|bi)[a-z]+|[0-9]+)-(?=(?:hour|week|month|year)ly))?"
        rf"(?P<adverb>{_LY})\b(?!-)"
    ),
    "RECURRING": (
        rf"(?P<but>(?i:except|but|bar|excluding|save|other than|apart from)(?: for| not)?(?: on)?"
        rf" {_DAY}s?(?:(?:,? and | or |, ){_DAY}s?)*)"
        rf"|(?:(?:from )?(?P<first>{_DAY})s? ?(?:to|through|till|until|thru|–|-) ?"
        rf"(?P<last>{_DAY})s?\b"
        rf"|(?:on )?(?P<named>{_DAYS})\b"
        rf"|(?i:every|each) {_DAY}\b(?:(?:,? and | or |, )(?:every |each )?{_DAY}\b)*"
        r"|(?<!one )(?<!two )(?<!three )(?<!five )(?<!ten )(?<![0-9] )\b"
        r"(?i:(?:on )?(?:every |each )?(?P<working>weekdays?|working days|workdays?))\b(?!s)"
        r"|\b(?i:(?:on |at )?(?P<weekend>weekends|(?:every|each) weekend))\b"
        r"|\b(?i:(?P<all>daily|every(?: single)? day(?! of )|each day|seven days a week"
        r"|7 days a week|every day of the week|all week))\b)"
    ),
    "DAY": rf"{_DAY}s?",
    "FURTHER": r"(?i),? (?:as well|too|also)\b",
    "ALSO": r"(?i)\b(?:also|even|now) (?:on )?$",
}

__getattr__ = compile_on_use(_SOURCES, globals())
