"""Arithmetic on date values: ISO 8601, shortened to what is known.

A value is a day (`2023-01-24`), a month (`2023-01`), a year (`2023`, `-0479` for 480 BC), a week
(`2023-W04`), a time of day (`T17:50`, with `Z` or an offset such as `+03:00` where its zone was
given) or, as in ISO 8601-2, a quarter (`2023-33` to `2023-36`) or a decade or century with its
unknown figures as X (`199X`, `18XX`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from tui.core.model import Date

Verdict = Literal["same", "compatible", "different"]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_VALUE = re.compile(
    r"(?P<year>-?\d{4})(?:-3(?P<quarter>[3-6])|-(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|-W(?P<week>\d\d))?$"
    r"|(?P<decade>\d{3})X$|(?P<century>\d\d)XX$"
)
_TIME = re.compile(r"T(\d\d):(\d\d)(?:Z|([+-]\d\d):(\d\d))?$")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])$")
_AHEAD = timedelta(days=7)
"""A date without a year is the last one, unless the next is this near: papers are dated ahead."""


def parse_day(value: str | None) -> date | None:
    """The full date at the head of an ISO value; None for anything else."""
    found = _DAY.match(value or "")
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def day_value(year: int, month: int, day: int) -> str | None:
    """`YYYY-MM-DD`, or None where there is no such day (31 February)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def year_value(year: int) -> str:
    """A year in four figures; the year before 1 is 0, so that 480 BC is `-0479`."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def nearest_day(month: int, day: int, reference: date, forward: bool) -> str | None:
    """The last such day up to a week after `reference`, or (`forward`) the first from it on."""
    step = 1 if forward else -1
    years = range(reference.year + (0 if forward else 1), reference.year + 9 * step, step)
    for year in years:
        value = day_value(year, month, day)
        found = parse_day(value)
        if found and (found >= reference if forward else found - reference <= _AHEAD):
            return value
    return None


def closest_day(month: int, day: int, anchor: date) -> str | None:
    """Such a day in the year that brings it closest to `anchor`."""
    days = [parse_day(day_value(anchor.year + k, month, day)) for k in (-1, 0, 1)]
    known = [d for d in days if d is not None]
    return min(known, key=lambda d: abs(d - anchor)).isoformat() if known else None


def nearest_month(month: int, reference: date, forward: bool) -> str | None:
    """The last such month up to the reference's own, or (`forward`) the first from it on."""
    year = reference.year
    if forward and month < reference.month:
        year += 1
    elif not forward and month > reference.month:
        year -= 1
    return f"{year:04d}-{month:02d}" if 1 <= year <= 9999 else None


def nearest_weekday(weekday: int, reference: date, direction: int) -> str | None:
    """The weekday (Monday 0) on or before `reference` (0), before it (-1) or after it (1)."""
    back = (reference.weekday() - weekday) % 7
    if direction < 0:
        days = -(back or 7)
    elif direction > 0:
        days = (7 - back) or 7
    else:
        days = -back
    return shift_day(reference, days)


def next_of_month(day: int, base: date) -> str | None:
    """The first such day of a month from `base` on."""
    month = base.year * 12 + base.month - (day >= base.day)
    return day_value(month // 12, month % 12 + 1, day)


def shift_day(day: date, days: int) -> str | None:
    """The day `days` later, None beyond the calendar."""
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def shift(reference: date, count: int, unit: str) -> str | None:
    """`count` days, weeks, months, years or decades from `reference`, in that precision."""
    if abs(count) > 9999:
        return None
    if unit == "day":
        return shift_day(reference, count)
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit == "week":
        moved = parse_day(shift_day(reference, 7 * count))
        return week_value(moved) if moved else None
    if unit == "month":
        months = reference.year * 12 + reference.month - 1 + count
        year = months // 12
        return f"{year:04d}-{months % 12 + 1:02d}" if 1 <= year <= 9999 else None
    year = reference.year + count * {"year": 1, "decade": 10, "century": 100}.get(unit, 1)
    return year_value(year) if -9999 <= year <= 9999 else None


def shift_value(value: str, count: int, unit: str) -> str | None:
    """`shift` from a value that may lack its day or month; None where `unit` is finer than it."""
    if day := parse_day(value):
        return shift(day, count, unit)
    month = _MONTH.match(value)
    if unit not in ("year", "decade", "century") and not (month and unit == "month"):
        return None
    year = _VALUE.match(value)
    if year is None or not year["year"] or not 1 <= int(year["year"]) <= 9999:
        return None
    return shift(date(int(year["year"]), int(month[2]) if month else 1, 1), count, unit)


def easter(year: int) -> date | None:
    """Easter Sunday in the calendar of its time; None while Europe kept two of them.

    The computus: anonymous Gregorian algorithm (Meeus 1991, chapter 8), Julian before 1583.
    """
    if 1583 <= year <= 1752 or not 1 <= year <= 9999:
        return None
    if year < 1583:
        moon = (19 * (year % 19) + 15) % 30
        days = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
        return date(year, days // 31, days % 31 + 1)
    century, rest = divmod(year, 100)
    skipped = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    days = moon + weekday - 7 * late + 114
    return date(year, days // 31, days % 31 + 1)


def week_value(day: date) -> str:
    """The ISO week a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def bounds(value: str) -> tuple[int, int] | None:
    """The first and the last day of a value as sortable numbers; None for times of day."""
    found = _VALUE.match(value)
    if not found:
        return None
    if found["decade"]:
        return int(found["decade"]) * 100_000 + 101, (int(found["decade"]) * 10 + 9) * 10_000 + 1231
    if found["century"]:
        century = int(found["century"])
        return century * 1_000_000 + 101, (century * 100 + 99) * 10_000 + 1231
    year = int(found["year"]) * 10_000
    if found["week"]:
        try:
            first = date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
            last = first + timedelta(days=6)
        except (ValueError, OverflowError):
            return None
        return _number(first), _number(last)
    if found["day"]:
        day = year + int(found["month"]) * 100 + int(found["day"])
        return day, day
    if found["quarter"]:
        closing = 3 * (int(found["quarter"]) - 2)
        return year + (closing - 2) * 100 + 1, year + closing * 100 + 31
    if found["month"]:
        month = year + int(found["month"]) * 100
        return month + 1, month + 31
    return year + 101, year + 1231


def _minutes(time: re.Match[str]) -> int:
    """Minutes since midnight, in UTC where the zone is known."""
    minutes = int(time[1]) * 60 + int(time[2])
    if time[3]:
        sign = -1 if time[3][0] == "-" else 1
        minutes -= int(time[3]) * 60 + sign * int(time[4])
    return minutes % 1440


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def compare_dates(a: Date, b: Date) -> Verdict | None:
    """How two dates stand to each other; None where either is unresolved or they differ in kind.

    `same`: one value. `compatible`: one lies within the other (`2022` and `2022-12-12`), or they
    overlap. `different`: no day in common. Times of day compare only when both or neither were
    given with their zone.
    """
    if a.value is None or b.value is None:
        return None
    if a.value == b.value:
        return "same"
    if (one := _TIME.match(a.value)) and (other := _TIME.match(b.value)):
        if (len(a.value) > len("T00:00")) != (len(b.value) > len("T00:00")):
            return None
        return "same" if _minutes(one) == _minutes(other) else "different"
    first, second = bounds(a.value), bounds(b.value)
    if first is None or second is None:
        return None
    if first[0] <= second[1] and second[0] <= first[1]:
        return "compatible"
    return "different"
