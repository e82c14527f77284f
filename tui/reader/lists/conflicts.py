"""Where sources disagree on the time of the same: other dates, or another order of events."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui.core.language.date_values import bounds, compare_dates
from tui.core.model import Claim, Date
from tui.reader.lists.dates import value_words
from tui.reader.words import letter, shorten

if TYPE_CHECKING:
    from tui.core.model import Link
    from tui.reader.index import Index

Notes = dict[tuple[str, int], list[str]]
"""What is said against a date, by the id of its claim and its own start."""

WORDS = 40
"""Cells of another event's words in a note."""

Days = tuple[int, int]
"""The first and the last day of a date, as `date_values.bounds` gives them."""


class _Pair(NamedTuple):
    """The dates that two linked claims give for one event."""

    a: Claim
    x: Date
    b: Claim
    y: Date


class _Event(NamedTuple):
    """An event dated in two documents."""

    claim: Claim
    here: Days
    there: Days


def conflicts(index: Index) -> Notes:
    """Dates that linked claims give differently, and events they put in opposite order."""
    by_id = {claim.id: claim for claim in index.comparison.claims}
    notes: Notes = defaultdict(list)
    apart: list[_Pair] = []
    events: dict[tuple[int, int], list[_Event]] = defaultdict(list)
    for link in index.comparison.links:
        a, b = by_id.get(link.a), by_id.get(link.b)
        if a is None or b is None or a.document == b.document:
            continue
        for x, y, stated in _answering(a, b, link):
            if stated or compare_dates(x, y) == "different":
                apart.append(_Pair(a, x, b, y))
                _note(index, notes, (a, x), (b, y))
                _note(index, notes, (b, y), (a, x))
            here, there = bounds(x.value or ""), bounds(y.value or "")
            if here and there:
                events[a.document, b.document].append(_Event(a, here, there))
    orders = {documents: _Order(found) for documents, found in events.items()}
    for pair in apart:
        order = orders.get((pair.a.document, pair.b.document))
        if order:
            _note_order(index, notes, pair, order)
    return notes


def _answering(a: Claim, b: Claim, link: Link) -> list[tuple[Date, Date, bool]]:
    """The dates that answer to each other, and whether the link says itself that they differ."""
    named = [(d.a, d.b) for d in link.differences if d.kind == "date" and d.a and d.b]
    alone = len(a.dates) == len(b.dates) == 1
    found = []
    for x in a.dates:
        for y in b.dates:
            stated = any(
                s.start < x.end and x.start < s.end and t.start < y.end and y.start < t.end
                for s, t in named
            )
            if stated or alone:
                found.append((x, y, stated))
    return found


def _note(index: Index, notes: Notes, here: tuple[Claim, Date], other: tuple[Claim, Date]) -> None:
    claim, date = other
    text = index.comparison.documents[claim.document].text
    written = " ".join(text[date.start : date.end].split())
    means = value_words(date.value) if date.value else written
    value = f" ({means})" if means != written else ""
    notes[here[0].id, here[1].start].append(f"{letter(claim.document)} says {written}{value}")


def _earlier(e: _Event, f: _Event) -> _Event:
    return f if f.there[1] < e.there[1] else e


def _later(e: _Event, f: _Event) -> _Event:
    return f if f.there[0] > e.there[0] else e


class _Order:
    """Finds an event that two documents put on opposite sides of another, without a search."""

    def __init__(self, events: Sequence[_Event]) -> None:
        by_first = sorted(events, key=lambda e: e.here[0])
        self._firsts = [e.here[0] for e in by_first]
        self._earliest = list(accumulate(reversed(by_first), _earlier))[::-1]
        """Of the events from each one on, that which the other document puts earliest."""
        by_last = sorted(events, key=lambda e: e.here[1])
        self._lasts = [e.here[1] for e in by_last]
        self._latest = list(accumulate(by_last, _later))
        """Of the events up to each one, that which the other document puts latest."""

    def opposite(self, here: Days, there: Days) -> tuple[Claim, bool] | None:
        """Such an event of one dated `here` and `there`; and whether it is after it here."""
        k = bisect_right(self._firsts, here[1])
        if k < len(self._firsts) and self._earliest[k].there[1] < there[0]:
            return self._earliest[k].claim, True
        k = bisect_left(self._lasts, here[0])
        if k and self._latest[k - 1].there[0] > there[1]:
            return self._latest[k - 1].claim, False
        return None


def _note_order(index: Index, notes: Notes, pair: _Pair, order: _Order) -> None:
    here, there = bounds(pair.x.value or ""), bounds(pair.y.value or "")
    found = order.opposite(here, there) if here and there else None
    if found is None or found[0] is pair.a:
        return
    side, other = ("before", "after") if found[1] else ("after", "before")
    note = (
        f"{letter(pair.a.document)} puts it {side}, {letter(pair.b.document)} {other}:"
        f" {shorten(index.text(found[0]), WORDS)}"
    )
    notes[pair.a.id, pair.x.start].append(note)
    notes[pair.b.id, pair.y.start].append(note)
