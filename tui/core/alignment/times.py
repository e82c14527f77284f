"""Dates and times of day of two claims that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from tui.core.alignment.arguments import Reading
from tui.core.alignment.differences import between
from tui.core.alignment.pairing import Pairing, in_one_place
from tui.core.document import Span
from tui.core.language.date_told import (
    When,
    exclude,
    find_hours,
    is_range,
    other_part_of_day,
    parts,
    told,
    told_without_year,
)
from tui.core.language.dates import compare_dates
from tui.core.language.delays import CUES, Delay, find_delays
from tui.core.language.delays import exclude as exclude_delays
from tui.core.language.units import units
from tui.core.model import Date, Difference, Quantity

BEGINNING = frozenset("begin start open commence launch".split())
ENDING = frozenset("end close finish conclude expire lapse cease".split())
"""Verbs that tell either end of a time."""
TERMS = frozenset(("by", "before", "end"))
"""On which side of a date lies what is due."""
DAY, MINUTE, NEXT_DAY = 86_400, 60, 1440
"""A day and a minute in seconds, and a day in minutes."""
ROUGHLY = 0.1
"""How far a duration may lie from the time between two dates that it rounds."""


def dates(p: Pairing) -> list[Difference]:
    """Dates in one place, or the only ones, that exclude each other; one such pair at most."""
    ranges = _range(p.a), _range(p.b)
    if (ranges[0] is None) != (ranges[1] is None):
        if found := _other_length(p, ranges[0] or ranges[1], ranges[0] is not None):
            return found
        return _outside(p, ranges[0] or ranges[1], ranges[0] is not None)
    left = [i for i, x in enumerate(p.a.items) if x.date is not None]
    right = [j for j, y in enumerate(p.b.items) if y.date is not None]
    free_a = [i for i in left if i not in p.of_a]
    free_b = [j for j in right if j not in p.of_b]
    for i in left:
        for j in right:
            x, y = p.a.items[i], p.b.items[j]
            if x.date is None or y.date is None:
                continue
            met = p.of_a.get(i, (-1,))[0] == j
            free = i in free_a and j in free_b
            if not met and not (free and (_only(p, i, j, free_a, free_b) or in_one_place(p, i, j))):
                continue
            if exclude_each_other(p.a, x.date, p.b, y.date):
                return [between(p, "date", x.span, y.span)]
    return []


def hours(p: Pairing) -> Iterator[Difference]:
    """The only time of day of one claim, and the only number of the other that may be one: "at 8
    a.m.", "at nine"."""
    for side, turned in ((p, False), (p.turned(), True)):
        told = [x.date for x in side.a.items if _is_clock(x.date)]
        if len(told) != 1 or any(_is_clock(x.date) for x in side.b.items):
            continue
        r, date = side.b, told[0]
        bare = find_hours(r.text, r.claim.start, r.claim.end)
        when = _told(side.a, date) if date is not None else None
        if date is None or when is None or len(bare) != 1 or not _act_alike(p):
            continue
        start, end, other = bare[0]
        if exclude(when, other):
            spans = Span(date.start, date.end), Span(start, end)
            yield between(p, "date", *(spans[::-1] if turned else spans))
            return


def delays(p: Pairing) -> Iterator[Difference]:
    """The only times told from another: "the next morning", "three days later"."""
    told = [_delays(r) for r in (p.a, p.b)]
    if all(len(found) == 1 for found in told):
        (x,), (y,) = told
        if exclude_delays(x, y):
            yield between(p, "date", Span(x.start, x.end), Span(y.start, y.end))


def _delays(r: Reading) -> tuple[Delay, ...]:
    if CUES.isdisjoint(r.sentence.lower[slice(*r.tokens)]):
        return ()
    return find_delays(r.text, r.claim.start, r.claim.end)


def _only(p: Pairing, i: int, j: int, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two dates, or two times of day, are all of their kind that is left of both claims."""
    x, y = p.a.items[i].date, p.b.items[j].date
    same = [k for k in left if _is_clock(p.a.items[k].date) == _is_clock(x)]
    other = [k for k in right if _is_clock(p.b.items[k].date) == _is_clock(y)]
    return same == [i] and other == [j] and _is_clock(x) == _is_clock(y)


def _is_clock(date: Date | None) -> bool:
    return date is not None and date.value is not None and date.value.startswith("T")


def exclude_each_other(a: Reading, x: Date, b: Reading, y: Date) -> bool:
    """Whether two dates cannot be one; where they are not resolved, by their words."""
    if other_part_of_day(a.text[x.start : x.end], b.text[y.start : y.end]):
        return True
    one, other = _told(a, x), _told(b, y)
    if one is not None and other is not None:
        return exclude(*_due(a, one, b, other))
    if x.value is not None and y.value is not None:
        return compare_dates(x, y) == "different"
    one = told_without_year(a.text, x, a.claim.start)
    other = told_without_year(b.text, y, b.claim.start)
    if one is not None and other is not None:
        return exclude(*_due(a, one, b, other))
    day, other_day = parts(a.text[x.start : x.end])[2], parts(b.text[y.start : y.end])[2]
    return day is not None and other_day is not None and day != other_day


def _due(a: Reading, one: When, b: Reading, other: When) -> tuple[When, When]:
    """Two dates as terms that are set, where both are ends and something has to be done by them."""
    asked = "demanded" in (a.claim.modality, b.claim.modality)
    if asked and {one.bound, other.bound} <= TERMS:
        one, other = (_last(x) if x.bound == "before" else x for x in (one, other))
        one, other = (replace(x, low=x.low - (x.low < x.high), bound="by") for x in (one, other))
        return one, other
    return one, other


def _last(w: When) -> When:
    """The last day, or time of day, before another."""
    return w if w.clock or w.low < w.high else replace(w, low=w.low - 1, high=w.high - 1)


def _told(r: Reading, date: Date) -> When | None:
    return told(r.text, date, r.claim.start)


def _range(r: Reading) -> tuple[Date, Date] | None:
    """The ends of a time, where a claim tells one and no other date."""
    known = [x.date for x in r.items if x.date is not None]
    if len(known) != 2:
        return None
    return next((pair for pair in pairwise(known) if is_range(r.text, *pair)), None)


def _outside(p: Pairing, ends: tuple[Date, Date] | None, in_first: bool) -> list[Difference]:
    """A single date that lies outside the time the other claim tells, or is another end of it."""
    one, other = (p.a, p.b) if in_first else (p.b, p.a)
    single = [x.date for x in other.items if x.date is not None]
    bound = _bound(other)
    if ends is None or len(single) != 1 or not (bound or _act_alike(p)):
        return []
    first, last, when = _told(one, ends[0]), _told(one, ends[1]), _told(other, single[0])
    if when is not None and bound is not None and when.bound == "point":
        when = replace(when, bound=bound)
    if (
        first is None
        or last is None
        or when is None
        or len({x.clock for x in (first, last, when)}) > 1
    ):
        return []
    if when.bound == "start":
        at = ends[0] if exclude(first, when) else None
    elif when.bound == "end":
        at = ends[1] if exclude(last, when) else None
    elif when.bound == "point":
        at = ends[0] if when.high < first.low else ends[1] if when.low > last.high else None
    else:
        at = None
    if at is None:
        return []
    spans = Span(at.start, at.end), Span(single[0].start, single[0].end)
    return [between(p, "date", *(spans if in_first else spans[::-1]))]


def _other_length(p: Pairing, ends: tuple[Date, Date] | None, in_first: bool) -> list[Difference]:
    """A duration that is not that between the two ends: "from 1911 to 1963", "for forty years"."""
    one, other = (p.a, p.b) if in_first else (p.b, p.a)
    lasting = [q for q in other.claim.quantities if q.unit in units() and _lasts(q)]
    if ends is None or len(lasting) != 1 or any(x.date is not None for x in other.items):
        return []
    first, last = _told(one, ends[0]), _told(one, ends[1])
    if first is None or last is None or first.clock != last.clock or not _act_alike(p):
        return []
    q = lasting[0]
    unit = units()[q.unit or ""].factor / (MINUTE if first.clock else DAY)
    shortest, longest = last.low - first.high, last.high - first.low
    if first.clock and longest < 0:
        shortest, longest = shortest + NEXT_DAY, longest + NEXT_DAY
    slack = max(unit * ROUGHLY, q.value * unit * ROUGHLY)
    low, high = q.low or 0.0, q.high if q.high is not None else q.value * 2
    if longest <= 0 or (low * unit - slack <= longest and shortest <= high * unit + slack):
        return []
    spans = Span(ends[0].start, ends[1].end), Span(q.start, q.end)
    return [between(p, "number", *(spans if in_first else spans[::-1]))]


def _lasts(q: Quantity) -> bool:
    return units()[q.unit or ""].dimension == "time"


def _bound(r: Reading) -> Literal["start", "end"] | None:
    """Whether a claim's verb tells a beginning or an end: "the fair closes on 9 June"."""
    verbs = {x.key for x in r.items if x.kind == "verb"}
    if verbs & BEGINNING:
        return None if verbs & ENDING else "start"
    return "end" if verbs & ENDING else None


def _act_alike(p: Pairing) -> bool:
    """Whether something is done in both claims that may be the same."""
    for i, j, tie in p.pairs:
        if tie == "same" and "verb" in (p.a.items[i].kind, p.b.items[j].kind):
            return True
    return False
