"""What either claim has one of, wherever it stands: the only number, the only colour.

Claims that report one matter in other words seldom have the same words about a number or a colour,
so that nothing says which place it takes; where there is no other, it is taken for the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.core.alignment.amounts import told
from tui.core.alignment.arguments import Reading
from tui.core.alignment.counting import may_name_one, without_sums
from tui.core.alignment.differences import between
from tui.core.alignment.pairing import Pairing
from tui.core.document import Span
from tui.core.language.alternatives import are_alternatives
from tui.core.language.quantities import compare_quantities
from tui.core.language.units import units
from tui.core.model import Difference, Quantity

KIN = frozenset(
    "father mother brother sister son daughter husband wife uncle aunt nephew niece cousin"
    " grandfather grandmother".split()
)
"""One man is the husband of one and the father of another."""

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


def numbers(p: Pairing) -> Iterator[Difference]:
    """The only number of either claim, where they cannot be of one thing."""
    x, y = _only(p.a), _only(p.b)
    if x is None or y is None or not _may_measure_one(x, y):
        return
    if _tells_of_both(p.b, x, y) or _tells_of_both(p.a, y, x) or _are_of_two(p, x, y):
        return
    bare = (replace(q, unit=None, counted=None, role=None) for q in (x, y))
    whole = compare_quantities(x, y) in ("same", "compatible")
    if not whole and compare_quantities(*bare) == "different" and not _counts_otherwise(p):
        yield between(p, "number", Span(x.start, x.end), Span(y.start, y.end))


def _only(r: Reading) -> Quantity | None:
    """The one number of a claim; not a bound, as "at least ten" fits many, nor a mere "one"."""
    if len(r.claim.quantities) != 1 or r.denials:
        return None
    (q,) = r.claim.quantities
    if q.low is None or q.high is None or (q.unit is None and q.value == 1):
        return None
    return q


def _tells_of_both(r: Reading, other: Quantity, own: Quantity) -> bool:
    """Whether a claim that counts one thing also speaks, without a number, of what the other claim
    counts: "houses and 12 barns"."""
    return other.counted not in (None, own.counted) and any(x.key == other.counted for x in r.items)


def _are_of_two(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether the same is told of both, so that their nouns set them apart: "nine stewards left",
    "forty passengers left"."""
    if x.unit or y.unit or (x.counted and y.counted and may_name_one(x.counted, y.counted)):
        return False
    return any(
        tie == "same" and p.a.items[i].kind == p.b.items[j].kind == "verb" for i, j, tie in p.pairs
    )


def _counts_otherwise(p: Pairing) -> bool:
    """Whether a number tells a change or how often, or is a part of a sum that the other tells."""
    one, other = told(p.a), told(p.b)
    if any(t.changes or t.rates or t.frequencies for t in (one, other)):
        return True
    return not all(without_sums(p, one.quantities, other.quantities))


def _may_measure_one(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers can be of one thing by their units and by what befell whom."""
    if x.role and y.role and x.role != y.role:
        return False
    if x.unit == y.unit:
        return True
    if x.unit is not None and y.unit is not None:
        return {x.unit, y.unit} in COINS
    bare, other = (x, y) if x.unit is None else (y, x)
    known = units().get(other.unit or "")
    return bare.counted is None and known is not None and known.dimension != "time"


def words(p: Pairing) -> Iterator[Difference]:
    """A colour, a part of the body or another member of a closed set, where each claim has one
    member of that set, and another."""
    if p.a.denials or p.b.denials:
        return
    for i in p.left_a:
        for j in p.left_b:
            x, y = p.a.items[i], p.b.items[j]
            if not are_alternatives(x.key, y.key) or {x.key, y.key} <= KIN:
                continue
            if _has_another(p.a, i, y.key) or _has_another(p.b, j, x.key):
                continue
            yield between(p, "word", x.span, y.span)
            return


def _has_another(r: Reading, k: int, other: str) -> bool:
    """Whether a claim has besides item `k` another word of the set it shares with `other`."""
    key = r.items[k].key
    return any(
        are_alternatives(x.key, key) or are_alternatives(x.key, other) or x.key == other
        for n, x in enumerate(r.items)
        if n != k
    )
