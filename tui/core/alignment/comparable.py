"""Numbers that differ and that nothing in the words sets against each other: are they of one thing?

Claims that report one matter in other words seldom have the same words about a number: "we have
counted nineteen", "twenty-seven workers are dead". Each number of one claim that has no equal in
the other is held against each of the other that has none either, and a logistic regression over
what can be seen of the two says how likely it is that the claims differ. `bench/comparable` learnt
its weights (`tui/data/comparable.json`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import exp, log
from pathlib import Path

from tui.core.alignment.amounts import Told
from tui.core.alignment.arguments import Reading
from tui.core.alignment.counting import find_totals, may_name_one, without_sums
from tui.core.alignment.differences import between
from tui.core.alignment.pairing import Pairing
from tui.core.alignment.sums import MONTH, both_hold, is_clock
from tui.core.document import Span
from tui.core.language.changes import Change
from tui.core.language.counted import singular
from tui.core.language.quantities import compare_quantities
from tui.core.language.units import units
from tui.core.model import Difference, Quantity

FILE = Path(__file__).resolve().parents[2] / "data" / "comparable.json"
SIGNALS = (
    "ratio",
    "both may hold",
    "part of a sum",
    "in one unit",
    "durations",
    "shares",
    "nouns",
    "a single one",
    "hundreds",
    "a change",
    "first of each",
    "further numbers",
    "mutual coverage",
)
"""What is seen of two numbers: 0 or 1, but for the first (how many times one is the other, as a
natural logarithm of at most `FAR`), the last (0..1) and the one before it (how many)."""
SURE = 0.65
"""From this probability on, claims differ."""
FAR = 3.0
SMALLEST = 0.01
HUNDREDS = 100
COINS = tuple(
    {name, code}
    for name, codes in (
        ("franc", "CHF"),
        ("dollar", "USD CAD AUD NZD"),
        ("crown", "SEK NOK DKK CZK"),
        ("krona", "SEK"),
        ("rupee", "INR PKR"),
        ("peso", "MXN"),
    )
    for code in codes.split()
)
"""Names of coins that several countries have, and their codes."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two numbers that cannot be of one thing."""

    a: Quantity
    b: Quantity
    signals: tuple[float, ...]
    """In the order of `SIGNALS`."""

    @property
    def probability(self) -> float:
        """That the claims differ in them, in 0..1."""
        bias, weights = _weights()
        return 1 / (1 + exp(-bias - sum(w * x for w, x in zip(weights, self.signals, strict=True))))


def numbers(p: Pairing, a: Told, b: Told, coverage: float) -> Difference | None:
    """The two numbers that most likely are of one thing and differ, if any are likely enough.

    `a`, `b`: what the claims measure. `coverage`: the mutual coverage of their words in 0..1.
    """
    best = max(rivals(p, a, b, coverage), key=lambda r: r.probability, default=None)
    if best is None or best.probability < SURE:
        return None
    return between(p, "number", Span(best.a.start, best.a.end), Span(best.b.start, best.b.end))


def rivals(p: Pairing, a: Told, b: Told, coverage: float) -> Iterator[Rivals]:
    """Each two numbers that differ, and have no equal in the other claim."""
    if not a.quantities or not b.quantities:
        return
    left, right = _without_equal(a, b), _without_equal(b, a)
    totals = find_totals(p.a, a.quantities), find_totals(p.b, b.quantities)
    summed = not all(without_sums(p, a.quantities, b.quantities))
    for x in left:
        for y in right:
            if (x in totals[0]) != (y in totals[1]):
                continue
            if _is_part_alone(p, x, y, a, b) or _is_part_alone(p.turned(), y, x, b, a):
                continue
            if _may_be_of_one_thing(p, x, y):
                yield Rivals(x, y, _signals(p, x, y, a, b, summed, coverage))


def _signals(
    p: Pairing, x: Quantity, y: Quantity, a: Told, b: Told, summed: bool, coverage: float
) -> tuple[float, ...]:
    dimensions = _dimension(x), _dimension(y)
    values = [max(_in_base(q), SMALLEST) for q in (x, y)]
    seen = {
        "ratio": min(FAR, abs(log(values[0] / values[1]))),
        "both may hold": both_hold(p, x, y),
        "part of a sum": summed,
        "in one unit": dimensions[0] is not None and dimensions[0] == dimensions[1],
        "durations": dimensions == ("time", "time"),
        "shares": not {x.unit, y.unit}.isdisjoint(("%", "share")),
        "nouns": _noun(p.a, x) is not None and _noun(p.b, y) is not None,
        "a single one": 1.0 in (x.value, y.value),
        "hundreds": min(x.value, y.value) >= HUNDREDS,
        "a change": bool(a.changes or b.changes),
        "first of each": x == a.quantities[0] and y == b.quantities[0],
        "further numbers": len(a.quantities) + len(b.quantities) - 2,
        "mutual coverage": coverage,
    }
    return tuple(float(seen[name]) for name in SIGNALS)


def _without_equal(own: Told, others: Told) -> list[Quantity]:
    return [
        x
        for x in own.quantities
        if not any(_are_equal(x, y) or _come_to_one(own, x, others, y) for y in others.quantities)
        and not any(_holds(c, x) for c in others.changes)
    ]


def _are_equal(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers may be one, whatever they count; also where one is rounded."""
    if x.value == y.value or any(f(*q) for f in (_is_rounded, _fits) for q in ((x, y), (y, x))):
        return True
    one, other = (replace(q, counted=None, role=None) for q in (x, y))
    alike = _dimension(x) == _dimension(y)
    return alike and compare_quantities(one, other) in ("same", "compatible")


def _come_to_one(a: Told, x: Quantity, b: Told, y: Quantity) -> bool:
    """Whether two sums come to the same in a year: "300 a week", "1,200 a month"."""
    often, other = a.rates.get(x.start), b.rates.get(y.start)
    if often is None or other is None or often == other:
        return False
    least, most = sorted((_in_base(x) * often, _in_base(y) * other))
    return most - least <= MONTH * most


def _holds(c: Change, q: Quantity) -> bool:
    """Whether a number is what parts the ends of a change or the sides of a result, or both sides
    together, or lies between such ends."""
    if c.ends is None:
        return False
    least, most = sorted((c.ends[0].value, c.ends[1].value))
    if c.lead:
        return q.value in (most - least, most + least)
    return q.value == most - least or least <= q.value <= most


def _fits(bound: Quantity, q: Quantity) -> bool:
    """Whether a number is beyond one that is told as the least or the most: "at least ten"."""
    if bound.unit != q.unit or (bound.low is None) == (bound.high is None):
        return False
    return q.value <= (bound.high or 0.0) if bound.low is None else q.value >= bound.low


def _is_rounded(exact: Quantity, whole: Quantity) -> bool:
    """Whether one is the other without its decimals: "3.1 days", "three days"."""
    rounded = exact.value % 1 and whole.value % 1 == 0 and round(exact.value) == whole.value
    return bool(rounded) and exact.unit == whole.unit


def _is_part_alone(p: Pairing, x: Quantity, y: Quantity, a: Told, b: Told) -> bool:
    """Whether one number is a part of what the other claim tells as well, and the other is none:
    "12 of the 30 seats", "five parties shared the 30 seats"."""
    whole = next((q for q in a.quantities if find_totals(p.a, (x, q))), None)
    if whole is None or all(q.value != whole.value for q in b.quantities):
        return False
    return not any(find_totals(p.b, (y, q)) for q in b.quantities)


def _may_be_of_one_thing(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether two numbers differ and nothing shows that they are of two things."""
    if not _may_measure_one(x, y) or not _exclude(x, y) or _is_beside(p, x, y):
        return False
    return not (_tells_of_both(p.b, x, y) or _tells_of_both(p.a, y, x) or _are_of_two(p, x, y))


def _may_measure_one(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers can be of one thing by their units."""
    if x.unit == y.unit:
        return True
    if x.unit is not None and y.unit is not None:
        return {x.unit, y.unit} in COINS or _dimension(x) == _dimension(y)
    bare, other = (x, y) if x.unit is None else (y, x)
    known = units().get(other.unit or "")
    return bare.counted is None and known is not None and known.dimension != "time"


def _is_beside(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether one is no number of things: a part of a word, "a three-term mayor", or the time of
    day, "21.15"."""
    return any(
        is_clock(r, q) or singular(r.text[q.start : q.end].rpartition("-")[2]) == q.counted
        for r, q in ((p.a, x), (p.b, y))
    )


def _exclude(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers differ, whatever they count."""
    if compare_quantities(x, y) in ("same", "compatible"):
        return False
    one, other = (replace(q, counted=None, role=None) for q in (x, y))
    if x.unit is None or y.unit is None or _dimension(x) != _dimension(y):
        one, other = replace(one, unit=None), replace(other, unit=None)
    return compare_quantities(one, other) == "different"


def _tells_of_both(r: Reading, other: Quantity, own: Quantity) -> bool:
    """Whether a claim that counts one thing also speaks beside it, without a number, of what the
    other claim counts: "houses and 12 barns"."""
    if other.counted in (None, own.counted):
        return False
    s = r.sentence
    first, last = s.token_at(own.start), s.token_at(own.end - 1)
    return any(
        x.key == other.counted
        and "and" in (s.lower[x.tokens[1] : first] + s.lower[last + 1 : x.tokens[0]])
        for x in r.items
    )


def _are_of_two(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether the same is told of both, so that their nouns set them apart: "nine stewards left",
    "forty passengers left"."""
    one, other = _noun(p.a, x), _noun(p.b, y)
    if one is None or other is None or may_name_one(one, other):
        return False
    return any(
        tie == "same" and p.a.items[i].kind == p.b.items[j].kind == "verb" for i, j, tie in p.pairs
    )


def _noun(r: Reading, q: Quantity) -> str | None:
    """What a number counts; also before it: "a crew of nine"."""
    if q.counted is not None:
        return q.counted
    found = next((x for x in r.items if x.quantity == q and x.slot == "of"), None)
    if found is None or found.governor is None or r.items[found.governor].kind != "noun":
        return None
    return r.items[found.governor].key


def _in_base(q: Quantity) -> float:
    """A number in the base unit of its dimension."""
    known = units().get(q.unit or "")
    return q.value * known.factor if known is not None else q.value


def _dimension(q: Quantity) -> str | None:
    known = units().get(q.unit or "")
    return known.dimension if known is not None else q.unit


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    return data["bias"], tuple(data["weights"][name] for name in SIGNALS)
