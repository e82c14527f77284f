"""By how much something changes: `from 60p to 80p`, `by 20p`, `doubled`, `half as many`; and by how
much one side is ahead: `3-1`, `seven votes to five`, `a majority of two`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tui.core.language import change_patterns as pattern
from tui.core.language.numbers import read_number
from tui.core.language.quantities import compare_quantities
from tui.core.language.units import units
from tui.core.model import Quantity

_FACTORS = {
    "doubl": 2.0,
    "trebl": 3.0,
    "tripl": 3.0,
    "quadrupl": 4.0,
    "quintupl": 5.0,
    "halv": 0.5,
    "twice": 2.0,
    "thrice": 3.0,
    "half": 0.5,
}
_SHARE = ("%", "share")
_CLOSE = 0.02
"""How far two factors may lie apart that are one: a rise from 60 to 80 and one of 33%."""
_SIDES = frozenset("vote goal set game point run match frame leg seat".split())
"""What the two sides of a result may have."""
_LEADING = tuple(
    f"{word} "
    for word in "by a an of was just only lost lose loses gain gained gains shed sheds add added"
    " adds on".split()
)
"""What stands before an amount by which something changes or leads."""
MAGNITUDES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SMALL = 1000
_PEOPLE = ("person", "man", "woman", "child")


@dataclass(frozen=True, slots=True)
class Change:
    """A change as it is told: by its two ends, by what is added or taken, or as a multiple."""

    start: int
    end: int
    ends: tuple[Quantity, Quantity] | None = None
    by: Quantity | None = None
    factor: float | None = None
    """What the first is multiplied by; for `by` it may be as well 2 less this: up or down."""
    lead: bool = False
    """Whether it tells two sides of one result instead of before and after."""

    def holds(self, quantity: Quantity) -> bool:
        """Whether a quantity is part of what this tells."""
        return self.start <= quantity.start < self.end


def find_changes(
    text: str, start: int, end: int, quantities: Sequence[Quantity]
) -> tuple[Change, ...]:
    """The changes and leads told in `text[start:end]`; `quantities` are those read there."""
    found = [
        *_between(text, start, quantities),
        *_scores(quantities),
        *_amounts(text, start, end, quantities),
        *_multiples(text, start, end),
    ]
    kept: list[Change] = []
    for change in found:
        if all(change.end <= other.start or other.end <= change.start for other in kept):
            kept.append(change)
    return tuple(sorted(kept, key=lambda c: c.start))


def _between(text: str, start: int, quantities: Sequence[Quantity]) -> Iterator[Change]:
    """`from 60p to 80p`; `seven votes to five`, `by 61 to 58`."""
    for one, other in pairwise(quantities):
        if not pattern.TO.fullmatch(text, one.end, other.start):
            continue
        bare = one.unit is None and one.counted is None
        first = (
            replace(_as_large(one, text, other), unit=other.unit, counted=other.counted)
            if bare
            else one
        )
        told = pattern.FROM_BEFORE.search(text, max(start, one.start - 8), one.start)
        if told and _measures_alike(first, other):
            yield Change(told.start(), other.end, ends=(first, other))
        elif not told and one.unit is other.unit is None and {one.counted, other.counted} & _SIDES:
            yield Change(one.start, other.end, ends=(one, other), lead=True)
    for q in quantities:
        few = pattern.TO_FEW.match(text, q.end) if q.counted in _SIDES else None
        if few:
            value = 1.0 if few["few"].lower() == "one" else 0.0
            other = replace(q, start=few.start("few"), end=few.end(), low=value, high=value)
            yield Change(q.start, few.end(), ends=(q, replace(other, value=value)), lead=True)


def _as_large(one: Quantity, text: str, other: Quantity) -> Quantity:
    """The first of two ends in the millions that only the second tells: "from 2 to 3 million"."""
    found = pattern.MAGNITUDE.search(text, other.start, other.end)
    if found is None or one.low is None or one.high is None or one.value >= SMALL:
        return one
    times = float(MAGNITUDES[found[0].lower()])
    return replace(one, value=one.value * times, low=one.low * times, high=one.high * times)


def _measures_alike(a: Quantity, b: Quantity) -> bool:
    known = units()
    if a.unit in known and b.unit in known:
        return known[a.unit].dimension == known[b.unit].dimension
    return a.unit == b.unit


def _scores(quantities: Sequence[Quantity]) -> Iterator[Change]:
    for q in quantities:
        if q.unit == "score":
            high, low = float(int(q.value)), round(q.value % 1 * 1000)
            ends = tuple(replace(q, low=x, high=x, value=x, unit=None) for x in (high, low))
            yield Change(q.start, q.end, ends=(ends[0], ends[1]), lead=True)


def _amounts(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> Iterator[Change]:
    """`by 20p`, `a rise of 5%`, `a majority of three`, `5% more`."""
    for q in quantities:
        if not text[max(0, q.start - 7) : q.start].lower().endswith(_LEADING) and _share(q) is None:
            continue
        before = max(start, q.start - 32)
        part = _share(q)
        factor = None if part is None else 1 + part
        if found := pattern.LEAD_BEFORE.search(text, before, q.start):
            yield Change(found.start(), q.end, by=q, lead=True)
        elif found := pattern.BY_BEFORE.search(text, before, q.start):
            lead = q.unit is None and q.counted not in (None, *_PEOPLE)
            yield Change(found.start("by"), q.end, by=q, factor=factor, lead=lead)
        elif factor and (after := pattern.MORE_AFTER.match(text, q.end, end)):
            yield Change(q.start, after.end(), by=q, factor=factor)


def _share(q: Quantity) -> float | None:
    """A percentage or a fraction as a number; None for anything else."""
    return q.value * units()[q.unit].factor / 100 if q.unit in _SHARE else None


def _multiples(text: str, start: int, end: int) -> Iterator[Change]:
    """`doubled`, `a threefold rise`, `four times as many`, `half as many`."""
    if not any(word in text[start:end].lower() for word in (*_FACTORS, "fold", " times ")):
        return
    for hit in pattern.MULTIPLE.finditer(text, start, end):
        factor = None
        if stem := hit["stem"] or hit["as"]:
            factor = next((f for x, f in _FACTORS.items() if stem.lower().startswith(x)), None)
        if factor is None and (said := hit["fold"] or hit["as"]):
            said = said.removesuffix(" times").rstrip("- ")
            number = read_number(said, 0, len(said)) if said else None
            factor = number.value if number and number.end == len(said) else None
        if factor:
            yield Change(hit.start(), hit.end(), factor=factor)


def compare_changes(a: Change, b: Change) -> str | None:
    """`same` or `different`; None where the two cannot be laid side by side."""
    if a.lead != b.lead and not (_may_lead(a) and _may_lead(b)):
        return None
    if a.ends and b.ends:
        return _results(a.ends, b.ends) if a.lead else None
    if a.by and b.by:
        return None
    if a.ends and b.by:
        return _against_ends(a.ends, b)
    if b.ends and a.by:
        return _against_ends(b.ends, a)
    one, other = _factors(a), _factors(b)
    if not one or not other:
        return None
    return "same" if _near(one, other) else "different"


def _results(a: tuple[Quantity, Quantity], b: tuple[Quantity, Quantity]) -> str | None:
    """How two results stand: from either side, and only where both are exact."""
    if any(q.low != q.high for q in (*a, *b)):
        return None
    return "same" if {q.value for q in a} == {q.value for q in b} else "different"


def _may_lead(c: Change) -> bool:
    return c.lead or (c.by is not None and c.factor is None)


def _against_ends(ends: tuple[Quantity, Quantity], c: Change) -> str | None:
    assert c.by is not None
    first, last = ends
    gap = _gap(first, last)
    if c.factor is not None and _share(last) is None:
        return "same" if _near(_ratios(first, last), _factors(c)) else "different"
    by = c.by
    if _share(last) is not None:
        if c.factor is not None and _near(_ratios(first, last), _factors(c)):
            return "same"
        gap, by = replace(gap, unit="pp"), replace(by, unit="pp" if by.unit != "bp" else "bp")
    if c.lead:
        by = replace(by, counted=None)
    found = compare_quantities(replace(gap, counted=by.counted, role=by.role), by)
    return {"same": "same", "compatible": "same", "different": "different"}.get(found or "")


def _gap(first: Quantity, last: Quantity) -> Quantity:
    """What lies between two quantities, in the unit of the second."""
    scale = 1.0
    if first.unit != last.unit and first.unit in units() and last.unit in units():
        scale = units()[first.unit].factor / units()[last.unit].factor
    value = abs(float(f"{last.value - first.value * scale:.9g}"))
    return replace(last, low=value, high=value, value=value, approximator=None)


def _ratios(first: Quantity, last: Quantity) -> tuple[float, ...]:
    scale = 1.0
    if first.unit != last.unit and first.unit in units() and last.unit in units():
        scale = units()[first.unit].factor / units()[last.unit].factor
    return (last.value / (first.value * scale),) if first.value else ()


def _factors(c: Change) -> tuple[float, ...]:
    if c.ends is not None:
        return _ratios(*c.ends)
    if c.factor is None:
        return ()
    return (c.factor, 2 - c.factor) if c.by is not None else (c.factor,)


def _near(a: Sequence[float], b: Sequence[float]) -> bool:
    return any(abs(x - y) <= _CLOSE * max(1.0, x, y) for x in a for y in b)
