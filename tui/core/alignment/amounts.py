"""Quantities, frequencies, durations, changes and shares of two claims that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tui.core.alignment.arguments import Reading
from tui.core.alignment.counting import (
    count_one_thing,
    counts_in_place,
    counts_part,
    find_totals,
    numbered,
    one_against_many,
    without_sums,
)
from tui.core.alignment.differences import between
from tui.core.alignment.pairing import Pairing, in_one_place
from tui.core.alignment.sums import both_hold
from tui.core.document import Span
from tui.core.language import lapse_patterns
from tui.core.language.changes import Change, compare_changes, find_changes
from tui.core.language.frequencies import (
    Frequency,
    Weekdays,
    compare_frequencies,
    compare_weekdays,
    find_frequencies,
    find_weekdays,
    tells_often,
    tells_weekdays,
)
from tui.core.language.lapses import (
    PARTS,
    find_lapses,
    find_measures,
    find_shares,
    find_times,
    rate,
)
from tui.core.language.quantities import Verdict, compare_quantities
from tui.core.language.units import units
from tui.core.model import Difference, Quantity

UNITS = frozenset("second minute hour day week fortnight month year decade century".split())
TIMES = frozenset("twice thrice single lone solitary".split())
"""Words without which no single duration and no "twice" is worth looking for."""
_POINTS = ("%", "pp", "bp", "point")
"""What an interest rate may be told in: "two per cent over prime", "two points over prime"."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one claim measures, and how."""

    quantities: tuple[Quantity, ...]
    """Also durations of one unit and bare parts; none that only tells how often."""
    rates: dict[int, float]
    """How often a year a quantity comes, by where it starts."""
    frequencies: tuple[Frequency, ...]
    weekdays: Weekdays | None
    changes: tuple[Change, ...]


def told(r: Reading) -> Told:
    """Read what a claim measures."""
    text, (start, end) = r.text, (r.claim.start, r.claim.end)
    known = r.claim.quantities
    words = r.sentence.lower[r.tokens[0] : r.tokens[1]]
    frequencies = find_frequencies(text, start, end, known) if tells_often(words) else ()
    often = [q for q in known if any(f.start <= q.start < f.end for f in frequencies)]
    lapses = [
        q
        for q in (find_lapses(text, start, end, known) if not UNITS.isdisjoint(words) else ())
        if not any(f.start < q.end and q.start < f.end for f in frequencies)
    ]
    shares = find_shares(text, start, end, known) if not PARTS.keys().isdisjoint(words) else ()
    measures = find_measures(text, start, end)
    measured = (q for q in (*known, *lapses, *shares, *measures) if q not in often)
    left = sorted(measured, key=lambda q: q.start)
    changes = find_changes(text, start, end, left)
    taken = [(f.start, f.end) for f in frequencies] + [(c.start, c.end) for c in changes]
    times = [
        q
        for q in (find_times(text, start, end) if not TIMES.isdisjoint(words) else ())
        if not any(first <= q.start < last for first, last in taken)
    ]
    left = [numbered(r, q) for q in sorted((*left, *times), key=lambda q: q.start)]
    rates = {q.start: found for q in left if (found := rate(text, q, end)) is not None}
    return Told(
        tuple(left),
        rates,
        frequencies,
        find_weekdays(text, start, end) if tells_weekdays(words) else None,
        changes,
    )


def amounts(p: Pairing, a: Told, b: Told) -> Iterator[Difference]:
    """Measures of the same thing that exclude each other; `a`, `b`: what the claims measure."""
    yield from _often(p, a, b)
    spent_a, spent_b, found = _changes(p, a, b)
    yield from found
    left, right = _without(a, spent_a), _without(b, spent_b)
    left, right = without_sums(p, left, right)
    yield from _quantities(p, replace(a, quantities=left), replace(b, quantities=right))


def _without(claim: Told, spent: Sequence[Change]) -> tuple[Quantity, ...]:
    return tuple(q for q in claim.quantities if not any(c.holds(q) for c in spent))


def _often(p: Pairing, a: Told, b: Told) -> Iterator[Difference]:
    """How often, or on which days; not where one opens on the days on which the other closes."""
    if any(tie == "antonym" for *_, tie in p.pairs):
        return
    if a.weekdays and b.weekdays:
        if compare_weekdays(a.weekdays, b.weekdays) == "different":
            one, other = a.weekdays, b.weekdays
            yield between(p, "date", Span(one.start, one.end), Span(other.start, other.end))
        return
    if all(any(_is_money(q) for q in c.quantities) for c in (a, b)):
        # "A yearly salary of £52,000, a weekly one of £1,000": the sums say enough.
        return
    if len(a.frequencies) == len(b.frequencies) == 1:
        (x,), (y,) = a.frequencies, b.frequencies
        if compare_frequencies(x, y) == "different":
            yield between(p, "number", Span(x.start, x.end), Span(y.start, y.end))


def _changes(p: Pairing, a: Told, b: Told) -> tuple[list[Change], list[Change], list[Difference]]:
    """The changes of either claim that answer to each other, and those that do not fit."""
    verdicts = [(x, y, compare_changes(x, y)) for x in a.changes for y in b.changes]
    for x, y, verdict in verdicts:
        if verdict == "same":
            return [x], [y], []
    if len(verdicts) == 1 and verdicts[0][2] == "different":
        x, y, _ = verdicts[0]
        return [x], [y], [between(p, "number", _shown(x), _shown(y))]
    # The votes of a result are nothing that the other claim counts, if it tells no result.
    leads = [c for c in a.changes if c.lead and c.ends], [c for c in b.changes if c.lead and c.ends]
    return ([], [], []) if all(leads) else (*leads, [])


def _shown(c: Change) -> Span:
    if c.by is not None:
        return Span(c.by.start, max(c.by.end, c.end))
    return Span(c.start, c.end)


def _quantities(p: Pairing, a: Told, b: Told) -> Iterator[Difference]:
    def verdict(x: Quantity, y: Quantity) -> Verdict | None:
        return _verdict(x, y, a.rates.get(x.start), b.rates.get(y.start))

    def agrees(x: Quantity, y: Quantity) -> bool:
        told = _in_points(x, y) if _points(p, x, y) else verdict(x, y)
        return told in ("same", "compatible")

    left = [x for x in a.quantities if not any(agrees(x, y) for y in b.quantities)]
    right = [y for y in b.quantities if not any(agrees(x, y) for x in a.quantities)]
    places = _places(p.a), _places(p.b)
    totals = find_totals(p.a, a.quantities), find_totals(p.b, b.quantities)

    def rank(x: Quantity, y: Quantity) -> tuple[bool, int, int]:
        i, j = places[0].get(x.start), places[1].get(y.start)
        together = i is not None and j is not None and in_one_place(p, i, j)
        at = left.index(x), right.index(y)
        return not together, sum(at), abs(at[0] - at[1])

    def apart(x: Quantity, y: Quantity) -> bool:
        if verdict(x, y) != "different":
            return False
        if not _is_bare(x) or not _is_bare(y) or not rank(x, y)[0]:
            return True
        bare = [q for q in a.quantities if _is_bare(q)], [q for q in b.quantities if _is_bare(q)]
        return len(bare[0]) == len(bare[1]) and bare[0].index(x) == bare[1].index(y)

    pairs = [
        (x, y)
        for x in left
        for y in right
        if not counts_part(p, x, y)
        and (x in totals[0]) == (y in totals[1])
        and not both_hold(p, x, y)
        and (
            apart(x, y)
            or _only_ones(p, x, y, a, b)
            or count_one_thing(p, x, y, a.quantities, b.quantities)
        )
    ]
    for side, turned in ((p, False), (p.turned(), True)):
        quantities = (b.quantities, a.quantities) if turned else (a.quantities, b.quantities)
        if spans := one_against_many(side, *quantities):
            yield between(p, "number", *(spans[::-1] if turned else spans))
            break
    used: set[int] = set()
    for x, y in sorted(pairs, key=lambda q: rank(*q)):
        if x.start not in used and ~y.start not in used:
            used |= {x.start, ~y.start}
            yield between(p, "number", Span(x.start, x.end), Span(y.start, y.end))


def _is_bare(q: Quantity) -> bool:
    """Whether nothing says what a number measures or counts."""
    return q.unit is None and q.counted is None and q.role is None


def _verdict(x: Quantity, y: Quantity, often: float | None, other: float | None) -> Verdict | None:
    """How two quantities stand; what comes in different intervals is counted by the year."""
    if often is None or other is None or often == other:
        return compare_quantities(x, y)
    return compare_quantities(_scaled(x, often), _scaled(y, other))


def _scaled(q: Quantity, factor: float) -> Quantity:
    return replace(
        q,
        value=q.value * factor,
        low=None if q.low is None else q.low * factor,
        high=None if q.high is None else q.high * factor,
    )


def _only_ones(p: Pairing, x: Quantity, y: Quantity, a: Told, b: Told) -> bool:
    """Whether two measures that differ are the only ones in their unit."""
    if _points(p, x, y):
        only = len(a.quantities) == len(b.quantities) == 1
        return only and _in_points(x, y) == "different"
    if _is_bare(x) or _is_bare(y):
        only = len(a.quantities) == len(b.quantities) == 1
        return only and (_ages(p, x, y) or counts_in_place(p, x, y))
    alike = {x.unit, y.unit} == {"lb", "GBP"}
    if x.unit is None or (x.unit != y.unit and not alike):
        return False
    for told, q in ((a, x), (b, y)):
        if sum(other.unit == q.unit for other in told.quantities) != 1:
            return False
    bare = replace(x, counted=None, role=None), replace(y, counted=None, role=None)
    return compare_quantities(*bare) == "different"


def _ages(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether one tells an age and the other, as what somebody is, a bare number that is another:
    "in his forties", "is 29"."""
    for r, bare, age in ((p.a, x, y), (p.b, y, x)):
        k = _places(r).get(bare.start)
        said = k is not None and r.items[k].slot == "complement"
        if _is_bare(bare) and age.unit == "year" and said:
            return compare_quantities(replace(bare, unit="year"), age) == "different"
    return False


def _points(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether one is told in per cent and the other in points of it."""
    if x.unit == y.unit or "%" not in (x.unit, y.unit) or not {x.unit, y.unit} <= set(_POINTS):
        return False
    r, q = (p.a, x) if x.unit != "%" else (p.b, y)
    return q.unit != "point" or bool(lapse_patterns.ON_TOP.match(r.text, q.end, r.claim.end))


def _in_points(x: Quantity, y: Quantity) -> Verdict | None:
    alike = (replace(q, unit="bp" if q.unit == "bp" else "pp", counted=None) for q in (x, y))
    return compare_quantities(*alike)


def _is_money(q: Quantity) -> bool:
    return q.unit in units() and units()[q.unit].dimension.startswith("money ")


def _places(r: Reading) -> dict[int, int]:
    """The items of a claim's quantities, by where these start."""
    return {x.quantity.start: k for k, x in enumerate(r.items) if x.quantity is not None}
