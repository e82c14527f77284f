"""How long after or before something else a claim puts a thing: `the same day`, `the next morning`,
`three days later`, `within a month`, `the week before`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.core.language import approximators
from tui.core.language import delay_patterns as pattern
from tui.core.language.numbers import read_number
from tui.core.language.units import units

CUES = frozenset(
    "same very next following previous preceding before after within later afterwards thereafter"
    " earlier beforehand previously".split()
)
"""Words without which nothing is worth looking for."""
_PARTS_OF_DAY = frozenset("night morning afternoon evening noon midday dawn".split())
_DAY = 86_400.0
_SLACK = 0.35
"""How far a time may lie from the one told, as a part of it: "a week later", "eight days later"."""
_NEXT = 0.7
"""The same where it is counted in ones, as "the next week" may be two days away."""


@dataclass(frozen=True, slots=True)
class Delay:
    """A time told from another: `low` to `high` days of it."""

    start: int
    end: int
    low: float
    high: float
    before: bool
    """Whether it lies before the other."""
    count: tuple[float, str] | None = None
    """How many of which unit, where it is counted and not told as near it."""


def find_delays(text: str, start: int, end: int) -> tuple[Delay, ...]:
    """The delays told in `text[start:end]`, in text order."""
    found: list[Delay] = []
    for delay in _found(text, start, end):
        if all(delay.end <= x.start or x.end <= delay.start for x in found):
            found.append(delay)
    return tuple(sorted(found, key=lambda d: d.start))


def exclude(a: Delay, b: Delay) -> bool:
    """Whether two times told from another, on one side of it, cannot be one."""
    if a.before != b.before:
        return False
    if a.count and b.count and a.count[1] == b.count[1]:
        return a.count[0] != b.count[0]
    return a.high < b.low or b.high < a.low


def _found(text: str, start: int, end: int) -> Iterator[Delay]:
    for hit in pattern.SAME.finditer(text, start, end):
        yield Delay(hit.start(), hit.end(), 0.0, _days(hit["unit"]) * (1 - _SLACK), False)
    for shape in (pattern.NEXT, pattern.DAY_AFTER):
        for hit in shape.finditer(text, start, end):
            yield replace(_around(hit, 1.0, not hit["later"]), low=0.0)
    for hit in pattern.COUNTED.finditer(text, start, end):
        if (number := _number(hit)) is not None:
            told = _around(hit, number, not hit["later"])
            yield replace(told, count=_count(text, start, hit, number))
    for hit in pattern.SPAN.finditer(text, start, end):
        if (number := _number(hit)) is None:
            continue
        told = _around(hit, number, False)
        counted = replace(told, count=_count(text, start, hit, number))
        yield replace(told, low=0.0) if hit["within"] else counted


def _count(text: str, start: int, hit: re.Match[str], number: float) -> tuple[float, str] | None:
    at = hit.start("number") if hit["number"] else hit.start()
    near = approximators.before(text, at, start) is not None
    return None if near or not hit["number"] else (number, hit["unit"].lower())


def _number(hit: re.Match[str]) -> float | None:
    words = hit["number"]
    if not words:
        return 1.0
    number = read_number(words, 0, len(words))
    return number.value if number is not None and number.end == len(words) else None


def _around(hit: re.Match[str], number: float, before: bool) -> Delay:
    """So many units of time, as loosely as they are told."""
    unit = _days(hit["unit"])
    slack = max(number * _SLACK, _NEXT)
    low, high = max(0.0, number - slack) * unit, (number + slack) * unit
    return Delay(hit.start(), hit.end(), low, high, before)


def _days(unit: str) -> float:
    unit = "day" if unit.lower() in _PARTS_OF_DAY else unit.lower()
    return units()[unit].factor / _DAY
