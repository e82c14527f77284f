"""How often something is done, and on which days of the week: `twice a month`, `on weekdays`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tui.core.language import frequency_patterns as pattern
from tui.core.language.date_patterns import ORDINALS, WEEKDAYS
from tui.core.language.numbers import read_number
from tui.core.language.units import units
from tui.core.model import Quantity

YEAR = units()["year"].factor
_WEEK = frozenset(range(7))
_WORKING = frozenset(range(5))
_SAME = 0.1
"""How far apart two frequencies may lie that are called one: every four weeks and monthly."""
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_STEPS = {"other": (2, 2), "alternate": (2, 2), "few": (2, 9), "couple of": (2, 3)}
_PARTS = frozenset("morning afternoon evening night".split())
_SEASONS = frozenset("spring summer autumn winter season".split())
_ADVERBS = {
    word: (low, high)
    for words, low, high in (
        ("hourly", 8766.0, 8766.0),
        ("daily nightly", 365.25, 365.25),
        ("weekly", 52.18, 52.18),
        ("fortnightly", 26.09, 26.09),
        ("monthly", 12.0, 12.0),
        ("quarterly", 4.0, 4.0),
        ("semiannual semiannually semi-annual semi-annually half-yearly twice-yearly", 2.0, 2.0),
        ("yearly annual annually", 1.0, 1.0),
        ("biennial biennially", 0.5, 0.5),
        ("triennial triennially", 1 / 3, 1 / 3),
        ("biannual biannually", 0.5, 2.0),
        ("bimonthly bi-monthly", 6.0, 24.0),
        ("biweekly bi-weekly", 26.09, 104.36),
    )
    for word in words.split()
}
"""Words that say how often, in times a year; of those in "bi-" nobody knows which is meant."""

_OFTEN = frozenset({"every", "each", "times", *_TIMES, *_ADVERBS})
_DAYS = frozenset({"daily", "week", "weekend", "weekends"})


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often: between `low` and `high` times a year."""

    start: int
    end: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Weekdays:
    """On which days of each week (Monday 0)."""

    start: int
    end: int
    days: frozenset[int]
    further: bool
    """Whether they are told as coming on top of others: "on Saturdays as well"."""


def tells_often(words: Collection[str]) -> bool:
    """Whether a frequency may be told in lower-case words: only then is it worth looking."""
    return not _OFTEN.isdisjoint(words) or any("-" in x and x.endswith("ly") for x in words)


def tells_weekdays(words: Collection[str]) -> bool:
    """The same of days of the week."""
    return not _DAYS.isdisjoint(words) or any(x.endswith(("day", "days")) for x in words)


def find_frequencies(
    text: str, start: int, end: int, quantities: Sequence[Quantity]
) -> tuple[Frequency, ...]:
    """The frequencies in `text[start:end]`, in text order; `quantities` are those read there."""
    found: list[Frequency] = []
    for q in quantities:
        every = pattern.EVERY_BEFORE.search(text, max(start, q.start - 12), q.start)
        if every and _lasts(q) and q.low and q.high:
            factor = units()[q.unit or ""].factor
            low, high = YEAR / (q.high * factor), YEAR / (q.low * factor)
            found.append(Frequency(every.start(), q.end, low, high))
    for hit in pattern.OFTEN.finditer(text, start, end):
        read = _times(hit) or _every(hit) or _adverb(hit)
        if read and all(read[1] <= f.start or f.end <= read[0] for f in found):
            found.append(Frequency(*read))
    return tuple(sorted(found, key=lambda f: f.start))


def _lasts(q: Quantity) -> bool:
    return q.unit in units() and units()[q.unit].dimension == "time"


def _a_year(unit: str) -> float | None:
    """How many of a unit of time, or of a part of the day or the year, there are in a year."""
    unit = unit.lower().removesuffix("s")
    if unit in _PARTS:
        return 365.25
    if unit in _SEASONS:
        return 1.0
    if unit == "quarter":
        return 4.0
    unit = {"annum": "year", "century": "century", "centurie": "century"}.get(unit, unit)
    return YEAR / units()[unit].factor if unit in units() else None


def _times(hit: pattern.Match) -> tuple[int, int, float, float] | None:
    """`twice a week`, `three times daily`."""
    if not hit["times"]:
        return None
    said = hit["times"].lower()
    a_year = _a_year(hit["unit"]) if hit["unit"] else _ADVERBS[hit["ly"].lower()][0]
    low = high = _TIMES.get(said)
    if low is None:
        number = read_number(hit.string, hit.start("times"), hit.end("times"))
        if number is None:
            return None
        low, high = number.low, number.high
    if a_year is None or high is None:
        return None
    return hit.start(), hit.end(), low * a_year, high * a_year


def _every(hit: pattern.Match) -> tuple[int, int, float, float] | None:
    """`every year`, `every other week`, `every third day`."""
    if not hit["every"]:
        return None
    a_year = _a_year(hit["each"])
    if a_year is None:
        return None
    nth = (hit["nth"] or "").lower()
    low, high = _STEPS.get(nth) or (ORDINALS.get(nth, 1),) * 2
    return hit.start(), hit.end(), a_year / high, a_year / low


def _adverb(hit: pattern.Match) -> tuple[int, int, float, float] | None:
    """`monthly`, `three-monthly`."""
    low, high = _ADVERBS[hit["adverb"].lower()]
    if hit["count"]:
        number = read_number(hit.string, hit.start("count"), hit.end("count"))
        if number is None or not number.value:
            return None
        low, high = low / number.value, high / number.value
    return hit.start(), hit.end(), low, high


def compare_frequencies(a: Frequency, b: Frequency) -> str:
    """`same`, `compatible` (their bounds overlap) or `different`."""
    if a.low <= b.high * (1 + _SAME) and b.low <= a.high * (1 + _SAME):
        return "same" if a.low == a.high and b.low == b.high else "compatible"
    return "different"


def find_weekdays(text: str, start: int, end: int) -> Weekdays | None:
    """The days of the week on which something happens again and again, None where none are told.

    A single day ("on Friday") is a date and not read here.
    """
    days: set[int] = set()
    first = last = -1
    for hit in pattern.RECURRING.finditer(text, start, end):
        found = _days(hit)
        if hit["but"]:
            if not days:
                continue
            days -= found
        else:
            days |= found
        first, last = (hit.start() if first < 0 else first), hit.end()
    if not days:
        return None
    further = pattern.FURTHER.match(text, last, end) or pattern.ALSO.search(
        text, max(start, first - 12), first
    )
    return Weekdays(first, last, frozenset(days), bool(further))


def _days(hit: pattern.Match) -> frozenset[int]:
    if hit["first"]:
        one, other = WEEKDAYS[hit["first"].lower()], WEEKDAYS[hit["last"].lower()]
        return frozenset((one + k) % 7 for k in range((other - one) % 7 + 1))
    if hit["working"]:
        return _WORKING
    if hit["weekend"]:
        return _WEEK - _WORKING
    if hit["all"]:
        return _WEEK
    return frozenset(WEEKDAYS[x.lower().removesuffix("s")] for x in pattern.DAY.findall(hit[0]))


def compare_weekdays(a: Weekdays, b: Weekdays) -> str:
    """`same`, `compatible` (what is told as further may be among them) or `different`."""
    if a.days == b.days:
        return "same"
    further = (a.further and a.days <= b.days) or (b.further and b.days <= a.days)
    return "compatible" if further else "different"
