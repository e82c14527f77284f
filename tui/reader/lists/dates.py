"""Date values in words and in order."""

from __future__ import annotations

import re

from tui.core.language.date_values import bounds
from tui.reader.words import date_words

_QUARTER = re.compile(r"(-?\d{4})-3([3-6])$")
_WEEK = re.compile(r"(-?\d{4})-W(\d\d)$")
_DECADE = re.compile(r"(\d{3})X$")
_CENTURY = re.compile(r"(\d\d)XX$")
_BEFORE_CHRIST = re.compile(r"-(\d{4})(?=$|-)")

_NTH = ("1st", "2nd", "3rd", "4th")

Order = tuple[int, int, int, str]
"""First day, last day turned round, minutes or -1, the value itself: a year before its days."""

NO_DAY = 1 << 40
"""Where times of an unknown day stand: after all days."""


UNKNOWN = NO_DAY + 1
"""Where dates stand that are not known; among each other they keep their order in the text."""


def value_words(value: str) -> str:
    """A date value as one would say it: `23 Jan 2023`, `week 4 of 2023`, `1990s`, `17:50`."""
    if value.startswith("T"):
        return re.sub(r"([+-]\d\d:\d\d)$", r" \1", value[1:]).replace("Z", " UTC")
    if found := _QUARTER.match(value):
        return f"{_NTH[int(found[2]) - 3]} quarter {found[1]}"
    if found := _WEEK.match(value):
        return f"week {int(found[2])} of {found[1]}"
    if found := _DECADE.match(value):
        return f"{found[1]}0s"
    if found := _CENTURY.match(value):
        return f"{found[1]}00s"
    if found := _BEFORE_CHRIST.match(value):
        return f"{int(found[1]) + 1} BC"
    words = date_words(value)
    return words.lstrip("0") if value.isdigit() else words


def order_of(value: str | None, day: str | None = None) -> Order:
    """Where a value stands among others; a time of day stands within `day`, if that is known."""
    if value is None:
        return UNKNOWN, 0, -1, ""
    if value.startswith("T"):
        span = bounds(day) if day else None
        minutes = int(value[1:3]) * 60 + int(value[4:6])
        return (span[0], -span[1], minutes, value) if span else (NO_DAY, 0, minutes, value)
    span = bounds(value)
    return (span[0], -span[1], -1, value) if span else (NO_DAY, 1, -1, value)
