"""Days that have names: feasts, Easter and the days told from it, the days of a Roman month.

They get a value where a year makes them a day.
"""

from __future__ import annotations

import re

from tui.core.language import date_patterns as pattern
from tui.core.language.date_reader import DateReader, month_number, of_month
from tui.core.language.date_values import day_value, easter, parse_day, shift_day, year_value

_DAYS = {
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
_SAINTS = {
    "all saints": (11, 1),
    "all hallows": (11, 1),
    "all souls": (11, 2),
    "annunciation": (3, 25),
    "assumption": (8, 15),
    "epiphany": (1, 6),
    "exaltation of the cross": (9, 14),
    "holy cross": (9, 14),
    "holy innocents": (12, 28),
    "nativity of st john": (6, 24),
    "purification": (2, 2),
    "st agnes": (1, 21),
    "st andrew": (11, 30),
    "st bartholomew": (8, 24),
    "st catherine": (11, 25),
    "st david": (3, 1),
    "st denis": (10, 9),
    "st george": (4, 23),
    "st giles": (9, 1),
    "st james": (7, 25),
    "st john the baptist": (6, 24),
    "st lawrence": (8, 10),
    "st lucy": (12, 13),
    "st luke": (10, 18),
    "st mark": (4, 25),
    "st martin": (11, 11),
    "st mary magdalene": (7, 22),
    "st matthew": (9, 21),
    "st michael": (9, 29),
    "st nicholas": (12, 6),
    "st patrick": (3, 17),
    "st peter and st paul": (6, 29),
    "st stephen": (12, 26),
    "st swithin": (7, 15),
    "st valentine": (2, 14),
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
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "whit monday": 50,
    "trinity sunday": 56,
    "corpus christi": 60,
}
"""Days told from Easter, in days after it."""
_LATE_MONTHS = (3, 5, 7, 10)
"""Months whose Nones fell on the 7th and Ides on the 15th; the others' on the 5th and 13th."""


class FeastReader(DateReader):
    """Reads `Christmas Day 2004`, `Good Friday 1998`, `the Ides of March, 44 BC`."""

    def feast(self, at: int, word: str) -> int | None:
        text = self.text
        if word.lower() in ("feast", "eve"):
            eve = word.lower() == "eve"
            found = (pattern.EVE if eve else pattern.FEAST).match(text, at, self.end)
            if not found:
                return None
            day = _of_saint(found["saint"])
            if eve and day is None and not found["feast"]:
                return None  # "the eve of Waterloo"
            return self.add(at, found.end(), _in_year(found["year"], day, eve))
        named = pattern.FEAST_DAY.match(text, at, self.end)
        if not named:
            return None
        name = named["name"].lower().replace("’", "'")
        return self.add(at, named.end(), self.in_year(*_DAYS[name], named))

    def movable(self, at: int, word: str) -> int | None:
        """`Easter 1916`; without a year Easter is a season."""
        found = pattern.EASTER.match(self.text, at, self.end)
        days = _FROM_EASTER.get(found["name"].lower()) if found else None
        if not found or days is None:
            return None
        year = int(found["year"])
        sunday = easter(year)
        value = shift_day(sunday, days) if sunday else year_value(year)
        return self.add(at, found.end(), value)

    def roman(self, at: int, word: str) -> int | None:
        text = self.text
        found = of_month(pattern.ROMAN_DAY.match(text, at, self.end))
        if not found:
            return None
        value = None
        if found["year"]:
            month, year = month_number(found["month"]), int(found["year"])
            late = month in _LATE_MONTHS
            day = {"ides": 15 if late else 13, "nones": 7 if late else 5}.get(word.lower(), 1)
            value = year_value(1 - year if found["bc"] else year)
            if not pattern.COUNTED_TO.search(text, max(0, at - 16), at):
                value += f"-{month:02d}-{day:02d}"
        return self.add(at, found.end(), value)


def _of_saint(words: str) -> tuple[int, int] | None:
    name = re.sub(r"\b(?:saints?|ss?t?)\b\.?", "st", words.lower())
    known = [
        key for key in _SAINTS if name == key or name.startswith((key + " ", key + "'", key + "’"))
    ]
    return _SAINTS[max(known, key=len)] if known else None


def _in_year(year: str | None, day: tuple[int, int] | None, eve: bool) -> str | None:
    if year is None:
        return None
    value = day_value(int(year), *day) if day else None
    on = parse_day(value)
    if on is not None and eve:
        value = shift_day(on, -1)
    return value or year_value(int(year))
