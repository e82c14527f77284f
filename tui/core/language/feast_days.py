"""The days of the feasts that English and Latin texts date by."""

from __future__ import annotations

import re
from datetime import date

from tui.core.language.date_values import day_value, easter, parse_day, shift_day

_NAMED = {
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
    "hallowmas": (11, 1),
    "childermas": (12, 28),
    "christmas": (12, 25),
    "midsummer day": (6, 24),
    "midsummer eve": (6, 23),
}
_SAINTS = {
    "all saints": (11, 1),
    "all hallows": (11, 1),
    "all souls": (11, 2),
    "annunciation": (3, 25),
    "annunciation of our lady": (3, 25),
    "circumcision": (1, 1),
    "conversion of st paul": (1, 25),
    "nativity": (12, 25),
    "nativity of our lord": (12, 25),
    "nativity of the lord": (12, 25),
    "nativity of our lady": (9, 8),
    "nativity of the virgin": (9, 8),
    "nativity of st john the baptist": (6, 24),
    "assumption": (8, 15),
    "assumption of our lady": (8, 15),
    "assumption of the virgin": (8, 15),
    "epiphany": (1, 6),
    "exaltation of the cross": (9, 14),
    "holy cross": (9, 14),
    "holy innocents": (12, 28),
    "nativity of st john": (6, 24),
    "purification": (2, 2),
    "purification of our lady": (2, 2),
    "purification of the virgin": (2, 2),
    "st agnes": (1, 21),
    "st andrew": (11, 30),
    "st barnabas": (6, 11),
    "st bartholomew": (8, 24),
    "st benedict": (3, 21),
    "st catherine": (11, 25),
    "st cecilia": (11, 22),
    "st clement": (11, 23),
    "st cuthbert": (3, 20),
    "st david": (3, 1),
    "st denis": (10, 9),
    "st edmund": (11, 20),
    "st george": (4, 23),
    "st giles": (9, 1),
    "st james": (7, 25),
    "st john the baptist": (6, 24),
    "st lawrence": (8, 10),
    "st lucy": (12, 13),
    "st luke": (10, 18),
    "st mark": (4, 25),
    "st margaret": (7, 20),
    "st martin": (11, 11),
    "st mary magdalene": (7, 22),
    "st matthew": (9, 21),
    "st matthias": (2, 24),
    "st michael": (9, 29),
    "st nicholas": (12, 6),
    "st patrick": (3, 17),
    "st peter and st paul": (6, 29),
    "st peter and paul": (6, 29),
    "st peter in chains": (8, 1),
    "st philip and st james": (5, 1),
    "st simon and st jude": (10, 28),
    "st stephen": (12, 26),
    "st swithin": (7, 15),
    "st thomas the apostle": (12, 21),
    "st thomas the martyr": (12, 29),
    "st valentine": (2, 14),
    "st vincent": (1, 22),
    "transfiguration": (8, 6),
}
"""Feasts of the Western calendar on which old texts date: month and day."""
_FROM_EASTER = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter eve": -1,
    "easter": 0,
    "easter day": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension": 39,
    "ascension day": 39,
    "pentecost": 49,
    "whitsun": 49,
    "whitsunday": 49,
    "whit sunday": 49,
    "whit monday": 50,
    "trinity sunday": 56,
    "trinity": 56,
    "corpus christi": 60,
}
"""Days told from Easter, in days after it."""
_SAINT = re.compile(
    r"(?<![a-z'])(?:saints?|ss?t?|blessed|holy(?= (?!cross|innocents|saturday)))\b\.?"
)
_REST = re.compile(r"(?:'s?)?(?: (?:day|eve|night))?(?: the .*)?")
"""What may follow the name: "St Michael the Archangel", "St Hilary's day"; not "of the Marsh"."""


def feast_day(words: str, year: int) -> date | None:
    """The day of a feast in a year; None for a name that is unknown or stands for several.

    Feasts told from Easter have none while Europe kept two Easters.
    """
    name = _key(words)
    if name in _FROM_EASTER:
        sunday = easter(year)
        return parse_day(shift_day(sunday, _FROM_EASTER[name])) if sunday else None
    fixed = _NAMED.get(name) or _SAINTS.get(name)
    return parse_day(day_value(year, *fixed)) if fixed else None


def is_feast(words: str) -> bool:
    """Whether a feast of that name has its day."""
    return bool(_key(words))


def _key(words: str) -> str:
    name = _SAINT.sub("st", words.lower().replace("’", "'").removeprefix("the "))
    known = [
        key
        for key in (*_NAMED, *_FROM_EASTER, *_SAINTS)
        if name.startswith(key) and _REST.fullmatch(name, len(key))
    ]
    return max(known, key=len, default="")
