"""What the words around a date make of it: `late 1811`, `the end of June`, `shortly before five`,
`until 1963`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from tui.core.language import told_patterns as pattern
from tui.core.language.date_patterns import MONTHS, ORDINALS, WEEKDAYS
from tui.core.language.date_values import bounds
from tui.core.language.numbers import read_number
from tui.core.model import Date

Bound = Literal["start", "end", "by", "before", "after", "point"]
"""Whether something begins or ends on a date, is due by it, comes before or after it, or falls on
it."""

_PARTS = {
    "early": (0.0, 0.5),
    "mid": (0.2, 0.8),
    "late": (0.5, 1.0),
    "beginning": (0.0, 0.4),
    "start": (0.0, 0.4),
    "middle": (0.2, 0.8),
    "end": (0.6, 1.0),
    "close": (0.6, 1.0),
    "first half": (0.0, 0.5),
    "second half": (0.5, 1.0),
    "first": (0.0, 0.4),
    "last": (0.6, 1.0),
}
"""What share of a month, a year or a decade such words take."""
_HOURS = {
    "dawn": (4, 8),
    "morning": (4, 12),
    "midday": (11, 14),
    "noon": (11, 14),
    "afternoon": (12, 18),
    "evening": (17, 24),
    "night": (18, 30),
}
"""The hours that the parts of a day take."""
_BEFORE = 64
"""Characters before a date where the words that bound it begin: "will not sail before"."""
_EVER = 10.0**9
_LITTLE = 30
"""Minutes that "shortly before" reaches back."""
_ABOUT = 20
"""Minutes that a time may lie from one told as "about"."""
_HALF_DAY = 720
_OPEN: dict[Bound, Bound] = {"start": "after", "end": "before", "by": "before"}
"""What a time of day is that begins or ends something, beside one of another kind: what lasts from
nine may be seen at ten."""
_HOURS_OF_DAY = 24
_NO_YEAR = 2000
"""Stands for the year of dates that have none; a leap year, as the day may be 29 February."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as its words tell it: `low <= day <= high`, in minutes for a time of day."""

    low: float
    high: float
    bound: Bound
    clock: bool
    """Whether it is a time of day."""
    either_half: bool = False
    """Whether nothing tells a time before noon from one after it."""


def told(text: str, date: Date, start: int) -> When | None:
    """How a date is told in a claim that begins at `start`; None where its value is not known."""
    if date.value is None:
        return None
    if time := pattern.TIME.match(date.value):
        return _time(text, date, start, int(time["hour"]) * 60 + int(time["minute"]))
    found = bounds(date.value)
    return None if found is None else _days(text, date, start, found)


def told_without_year(text: str, date: Date, start: int) -> When | None:
    """The same for a date by its words alone, as if all dates were of one year."""
    month, day, _ = parts(text[date.start : date.end])
    if not month:
        return None
    value = f"{_NO_YEAR}-{month:02d}" + (f"-{day:02d}" if day else "")
    found = bounds(value)
    return None if found is None else _days(text, date, start, found)


def _days(text: str, date: Date, start: int, found: tuple[int, int]) -> When:
    low, high = (float(_linear(x)) for x in found)
    at = date.start
    if part := pattern.PART_BEFORE.search(text, max(start, at - 32), at):
        words = part["part"].lower().removeprefix("the ").removeprefix("very ")
        first, last = _PARTS.get(words) or _PARTS[words.split()[0]]
        low, high = low + (high - low) * first, low + (high - low) * last
        at = part.start()
    near = pattern.BOUND_BEFORE.search(text, max(start, at - _BEFORE), at)
    return When(low, high, _bound(near), False)


def _bound(found: re.Match[str] | None) -> Bound:
    name = found.lastgroup if found else None
    return name if name in ("start", "end", "by", "before", "after") else "point"  # type: ignore[return-value]


def _linear(day: int) -> int:
    """A day number `YYYYMMDD` as one that counts every month as 31 days."""
    year, rest = divmod(day, 10_000)
    return year * 372 + (rest // 100 - 1) * 31 + rest % 100


def _time(text: str, date: Date, start: int, minute: int) -> When:
    words = text[date.start : date.end]
    either = 60 <= minute < _HALF_DAY + 60 and not pattern.HALF_TOLD.search(
        text, date.start, date.end + 3
    )
    low = high = float(minute)
    bound: Bound = "point"
    if near := pattern.NEAR_BEFORE.search(text, max(start, date.start - 24), date.start):
        if near["start"]:
            bound = "start"
        elif near["before"] or near["end"] or near["by"]:
            # "before midnight" is before the end of the day, not its beginning
            low = high = low or 2.0 * _HALF_DAY
            low, bound = (low - _LITTLE, "point") if near["little"] else (low, _bound(near))
        elif near["after"]:
            high, bound = (high + _LITTLE, "point") if near["little"] else (high, "after")
        elif near["about"]:
            low, high = low - _ABOUT, high + _ABOUT
        else:
            low -= _LITTLE
    return When(low, high, bound, True, either and ":" not in words[:2])


def find_hours(text: str, start: int, end: int) -> list[tuple[int, int, When]]:
    """Where `text[start:end]` has what may be a time of day, though nothing in it says so: "at
    nine", "by 10.30"; and what it would be."""
    found = []
    for hit in pattern.HOUR.finditer(text, start, end):
        number = read_number(hit["hour"], 0, len(hit["hour"]))
        if number is None or number.value >= _HOURS_OF_DAY:
            continue
        minute = number.value * 60 + float(hit["minute"] or 0)
        about = _ABOUT if hit["about"] else 0
        either = minute < _HALF_DAY + 60
        when = When(minute - about, minute + about, _bound(hit), True, either)
        found.append((hit.start("hour"), hit.end(), when))
    return found


def exclude(a: When, b: When) -> bool:
    """Whether two dates cannot both be meant of one thing."""
    if a.clock != b.clock:
        return False
    ends: set[Bound] = {a.bound, b.bound}
    if ends == {"start", "end"} or (len(ends) == 1 and ends & {"before", "after"}):
        return False
    if len(ends) == 1 and ends & {"start", "end", "by"}:
        # Two terms set for one thing, each as the last day on which it may be done.
        a, b = replace(a, bound="point"), replace(b, bound="point")
    elif a.clock:
        a, b = (replace(x, bound=_OPEN.get(x.bound, x.bound)) for x in (a, b))
    if a.clock and (a.either_half or b.either_half):
        day = 2 * _HALF_DAY
        return not any(_meet(a, b, shift) for shift in (-day, -_HALF_DAY, 0, _HALF_DAY, day))
    if a.clock and a.bound == b.bound == "point":
        day = 2 * _HALF_DAY
        return not any(_meet(a, b, shift) for shift in (-day, 0, day))
    return not _meet(a, b, 0)


def _meet(a: When, b: When, shift: float) -> bool:
    (a_low, a_high), (b_low, b_high) = _open(a), _open(b)
    return a_low + shift <= b_high and b_low <= a_high + shift


def _open(w: When) -> tuple[float, float]:
    if w.bound in ("by", "before"):
        return -_EVER, w.high
    if w.bound == "after":
        return w.low, _EVER
    return w.low, w.high


def other_part_of_day(left: str, right: str) -> bool:
    """Whether the words of two dates tell two parts of a day: "Tuesday morning", "Tuesday
    evening"."""
    one, other = pattern.PART_OF_DAY.search(left), pattern.PART_OF_DAY.search(right)
    if one is None or other is None:
        return False
    low, high = _HOURS[one[0].lower()]
    other_low, other_high = _HOURS[other[0].lower()]
    return low >= other_high or other_low >= high


def is_range(text: str, one: Date, other: Date) -> bool:
    """Whether two dates are the ends of one time: "from May to December 2023"."""
    return bool(pattern.JOINT.fullmatch(text, one.end, other.start))


@lru_cache(maxsize=1 << 12)
def parts(words: str) -> tuple[int | None, int | None, int | None]:
    """The month, the day of the month and the day of the week that the words of a date name."""
    month = day = weekday = None
    for word in pattern.WORD.findall(words.lower()):
        month = MONTHS.get(word, month)
        weekday = WEEKDAYS.get(word, weekday)
        if word.isdigit() and len(word) <= 2 and day is None:
            day = int(word)
    if day is None and weekday is None and (nth := pattern.NTH.fullmatch(words)):
        day = ORDINALS.get((nth["before"] or nth["after"]).lower())
    return month, day, weekday
