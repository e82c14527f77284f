"""Numbers and dates that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from tui.core.alignment.arguments import Reading
from tui.core.alignment.pairing import PERIODS, Pairing, in_one_gap, in_one_place, rivals
from tui.core.alignment.slots import Item
from tui.core.document import Span
from tui.core.language.date_patterns import MONTHS, ORDINALS, WEEKDAYS
from tui.core.language.dates import compare_dates
from tui.core.language.quantities import compare_quantities
from tui.core.model import Date, Difference, Quantity

_WORD = re.compile(r"[A-Za-z]+|[0-9]+")
_NTH = re.compile(r"([0-9]+)(?:st|nd|rd|th)")


def between(p: Pairing, kind: str, a: Span, b: Span) -> Difference:
    """The difference of two stretches of text, told by their words."""
    return Difference(kind, a, b, f"{p.a.words(a)} and {p.b.words(b)}")


def numbers(p: Pairing) -> Iterator[Difference]:
    """Quantities of the same thing that exclude each other, ordinals and periods in one place."""
    yield from _quantities(p)
    for i, j in rivals(p):
        x, y = p.a.items[i], p.b.items[j]
        one, other = ordinal(x), ordinal(y)
        if one is not None and other is not None and one != other:
            yield between(p, "number", x.span, y.span)
        elif period(x) and period(y) and period(x) != period(y) and in_one_gap(p, i, j):
            yield between(p, "number", x.span, y.span)


def _quantities(p: Pairing) -> Iterator[Difference]:
    left = [q for q in p.a.claim.quantities if not _is_settled(q, p.b.claim.quantities)]
    right = [q for q in p.b.claim.quantities if not _is_settled(q, p.a.claim.quantities)]
    places = _places(p.a), _places(p.b)

    def rank(x: Quantity, y: Quantity) -> tuple[bool, int, int]:
        i, j = places[0].get(x.start), places[1].get(y.start)
        together = i is not None and j is not None and in_one_place(p, i, j)
        at = left.index(x), right.index(y)
        return not together, sum(at), abs(at[0] - at[1])

    pairs = [(x, y) for x in left for y in right if _exclude(p, x, y)]
    used: set[int] = set()
    for x, y in sorted(pairs, key=lambda q: rank(*q)):
        if x.start not in used and ~y.start not in used:
            used |= {x.start, ~y.start}
            yield between(p, "number", Span(x.start, x.end), Span(y.start, y.end))


def _exclude(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether two quantities cannot both hold: of one thing, or the only measures in one unit."""
    if compare_quantities(x, y) == "different":
        return True
    if x.unit is None or x.unit != y.unit:
        return False
    for claim in (p.a.claim, p.b.claim):
        if sum(q.unit == x.unit for q in claim.quantities) != 1:
            return False
    bare = replace(x, counted=None, role=None), replace(y, counted=None, role=None)
    return compare_quantities(*bare) == "different"


def _is_settled(q: Quantity, others: tuple[Quantity, ...]) -> bool:
    return any(compare_quantities(q, other) in ("same", "compatible") for other in others)


def _places(r: Reading) -> dict[int, int]:
    """The items of a claim's quantities, by where these start."""
    return {x.quantity.start: k for k, x in enumerate(r.items) if x.quantity is not None}


def ordinal(x: Item) -> int | None:
    """The place in a row that a word gives: 3 for `third` and `3rd`."""
    if x.kind not in ("adjective", "noun", "number"):
        return None
    found = _NTH.fullmatch(x.key)
    return int(found[1]) if found else ORDINALS.get(x.key)


def period(x: Item) -> str | None:
    """The unit of time that a word is or counts: `hour`, `month` for `one-month`."""
    last = x.key.rpartition("-")[2]
    return last if x.kind in ("noun", "adjective") and last in PERIODS else None


def dates(p: Pairing) -> Iterator[Difference]:
    """Dates in one place, or the only ones, that exclude each other."""
    left = [i for i in p.left_a if p.a.items[i].date is not None]
    right = [j for j in p.left_b if p.b.items[j].date is not None]
    only = all(sum(x.date is not None for x in r.items) == 1 for r in (p.a, p.b))
    for i in left:
        for j in right:
            x, y = p.a.items[i], p.b.items[j]
            if x.date is None or y.date is None or not (only or in_one_place(p, i, j)):
                continue
            if exclude_each_other(x.date, y.date, p.a.words(x.span), p.b.words(y.span)):
                yield between(p, "date", x.span, y.span)
                return


def exclude_each_other(a: Date, b: Date, left: str, right: str) -> bool:
    """Whether two dates cannot be one; where they are not resolved, by their words."""
    if a.value is not None and b.value is not None:
        return compare_dates(a, b) == "different"
    (month, day, weekday), (other_month, other_day, other_weekday) = _parts(left), _parts(right)
    if month and other_month:
        return month != other_month or bool(day and other_day and day != other_day)
    return weekday is not None and other_weekday is not None and weekday != other_weekday


@lru_cache(maxsize=1 << 12)
def _parts(words: str) -> tuple[int | None, int | None, int | None]:
    """The month, the day of the month and the day of the week that the words of a date name."""
    month = day = weekday = None
    for word in _WORD.findall(words.lower()):
        month = MONTHS.get(word, month)
        weekday = WEEKDAYS.get(word, weekday)
        if word.isdigit() and len(word) <= 2 and day is None:
            day = int(word)
    return month, day, weekday
