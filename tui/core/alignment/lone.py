"""What either claim has one of, wherever it stands: the only number, the only colour.

Claims that report one matter in other words seldom have the same words about a number or a colour,
so that nothing says which place it takes; where there is no other, it is taken for the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tui.core.alignment.amounts import told
from tui.core.alignment.arguments import Reading
from tui.core.alignment.counting import may_name_one, without_sums
from tui.core.alignment.differences import between
from tui.core.alignment.pairing import Pairing
from tui.core.alignment.sums import both_hold
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
    """The only number of either claim, or the only one of a dimension, where they cannot be of one
    thing."""
    if p.a.denials or p.b.denials:
        return
    one, other = p.a.claim.quantities, p.b.claim.quantities
    if len(one) != 1 or len(other) != 1:
        pairs: Iterable[tuple[Quantity, Quantity]] = _only_ones(one, other)
    else:
        pairs = [(one[0], other[0])] if _may_measure_one(one[0], other[0]) else []
    for x, y in pairs:
        if not (_is_told(x) and _is_told(y)):
            continue
        if _tells_of_both(p.b, x, y) or _tells_of_both(p.a, y, x) or _are_of_two(p, x, y):
            continue
        if _exclude(x, y) and not both_hold(p, x, y) and not _counts_otherwise(p):
            yield between(p, "number", Span(x.start, x.end), Span(y.start, y.end))
            return


def _only_ones(
    one: Sequence[Quantity], other: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Of claims with more numbers, each pair of the only ones of their dimension; of counts, those
    that say of what, and that are told beside no equal number."""
    for x in one:
        alone = [q for q in one if _dimension(q) == _dimension(x)] == [x]
        same = [y for y in other if _dimension(y) == _dimension(x)]
        if not alone or len(same) != 1 or (x.role and same[0].role and x.role != same[0].role):
            continue
        (y,) = same
        whole = x.value % 1 == y.value % 1 == 0
        counted = x.unit is not None or (whole and (x.counted or y.counted) is not None)
        equal = any(q.value == x.value for q in other) or any(q.value == y.value for q in one)
        if counted and not equal and x.value != 1 != y.value:
            yield x, y


def _is_told(q: Quantity) -> bool:
    """Whether a number is no bound, as "at least ten" fits many, nor a mere "one"."""
    return q.low is not None and q.high is not None and (q.unit is not None or q.value != 1)


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


def _counts_otherwise(p: Pairing) -> bool:
    """Whether numbers tell a change, are told for unlike times or how often, or are a part of a sum
    that the other tells."""
    one, other = told(p.a), told(p.b)
    if any(t.changes or t.frequencies for t in (one, other)):
        return True
    if set(one.rates.values()) != set(other.rates.values()):
        return True
    return not all(without_sums(p, one.quantities, other.quantities))


def _may_measure_one(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers can be of one thing by their units and by what befell whom."""
    if x.role and y.role and x.role != y.role:
        return False
    if x.unit == y.unit:
        return True
    if x.unit is not None and y.unit is not None:
        return {x.unit, y.unit} in COINS or _dimension(x) == _dimension(y)
    bare, other = (x, y) if x.unit is None else (y, x)
    known = units().get(other.unit or "")
    return bare.counted is None and known is not None and known.dimension != "time"


def _dimension(q: Quantity) -> str | None:
    known = units().get(q.unit or "")
    return known.dimension if known is not None else q.unit


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
