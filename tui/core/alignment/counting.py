"""Whether two numbers count the same things under two names: `forty nurses`, `38 women`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tui.core.alignment.arguments import Reading
from tui.core.alignment.pairing import Pairing
from tui.core.document import Span
from tui.core.language import whole_patterns as pattern
from tui.core.language.counted import singular
from tui.core.language.lexicon import hypernyms, may_be_kindred
from tui.core.language.quantities import compare_quantities
from tui.core.language.roles import ROLES
from tui.core.model import Quantity

_ANYBODY = frozenset(
    "person man woman people individual human soul adult worker employee member victim"
    " other".split()
)
"""Nouns that may be said of people of many kinds."""
_ANYTHING = frozenset("thing item piece object unit work".split())
"""Nouns that may be said of things of nearly any kind."""
_UP = 3
"""How many steps above a noun a broader one may stand."""


def count_one_thing(
    p: Pairing, x: Quantity, y: Quantity, left: Sequence[Quantity], right: Sequence[Quantity]
) -> bool:
    """Whether two counts that differ are of one thing, named more broadly in one claim.

    They must be the only counts of their claims, in the same place of paired words.
    """
    if x.unit is not None or y.unit is not None or x.role != y.role:
        return False
    if x.counted is None or y.counted is None or x.counted == y.counted:
        return False
    for quantities in (left, right):
        if sum(q.unit is None for q in quantities) != 1:
            return False
    if not may_name_one(x.counted, y.counted) or not _in_one_slot(p, x, y):
        return False
    bare = replace(x, counted=None, role=None), replace(y, counted=None, role=None)
    return compare_quantities(*bare) == "different"


@cache
def may_name_one(a: str, b: str) -> bool:
    """Whether a noun may be used for what the other names: the same, or a kind of it."""
    if may_be_kindred(a, b) or a in _above(b) or b in _above(a):
        return True
    if (a in _ANYBODY and b in _ANYBODY) or a in _ANYTHING or b in _ANYTHING:
        return True
    return (a in _ANYBODY and "person" in _above(b)) or (b in _ANYBODY and "person" in _above(a))


@cache
def _above(noun: str) -> frozenset[str]:
    found = frozenset({noun})
    for _ in range(_UP):
        found |= frozenset(word for known in found for word in hypernyms(known))
    return found


def are_measures(p: Pairing, i: int, j: int) -> bool:
    """Whether two words are units, or name in two ways what is counted: the numbers say enough."""
    one, other = _around(p.a, i), _around(p.b, j)
    if one is None or other is None:
        return False
    if one.unit is not None and other.unit is not None:
        return True
    if one.counted is None or other.counted is None or one.role != other.role:
        return False
    return may_name_one(one.counted, other.counted)


def one_against_many(
    p: Pairing, left: Sequence[Quantity], right: Sequence[Quantity]
) -> tuple[Span, Span] | None:
    """One of what the other claim has several of, in the same place: "a shot", "three shots"."""
    for i, j, tie in p.pairs:
        if tie != "same" or p.a.items[i].key != p.b.items[j].key:
            continue
        one, several = _one(p.a, i, left), _several(p.b, j, right)
        if one is not None and several is not None and _hang_alike(p, i, j):
            return one, Span(several.start, several.end)
    return None


def _one(r: Reading, k: int, quantities: Sequence[Quantity]) -> Span | None:
    """The words that name a single thing, from its article."""
    s, at = r.sentence, r.items[k]
    if at.kind != "noun" or s.tags[at.tokens[0]] != "NN":
        return None
    first = min(
        [at.tokens[0], *(x.tokens[0] for x in r.items if x.governor == k and x.slot == "modifier")]
    )
    if first == 0 or s.lower[first - 1] not in ("a", "an"):
        return None
    if any(q.start <= at.span.start < q.end for q in quantities):
        return None
    return Span(s.starts[first - 1], at.span.end)


def _several(r: Reading, k: int, quantities: Sequence[Quantity]) -> Quantity | None:
    at = r.items[k]
    for q in quantities:
        if q.start <= at.span.start and at.span.end <= q.end and q.unit is None:
            return q if q.low is not None and q.low > 1 and q.counted == at.key else None
    return None


def _hang_alike(p: Pairing, i: int, j: int) -> bool:
    """Whether two paired items depend on paired verbs in one slot."""
    one, other = p.a.items[i], p.b.items[j]
    if one.slot != other.slot or one.governor is None or other.governor is None:
        return False
    return p.of_a.get(one.governor, (-1,))[0] == other.governor


def numbered(r: Reading, q: Quantity) -> Quantity:
    """A bare number with what it counts where that was said before: "the number of dead stood at
    29", "the toll rose to 29"."""
    if q.unit is not None or q.counted is not None:
        return q
    found = pattern.NUMBER_OF.search(r.text, r.claim.start, q.start)
    if found is None:
        return q
    noun = singular(found["noun"] or found["put"] or "dead")
    return replace(q, counted=noun, role=q.role or ROLES.get(noun))


def without_sums(
    p: Pairing, left: Sequence[Quantity], right: Sequence[Quantity]
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """What is left to compare when two counts of one claim together make one of the other: "118
    passengers and nine crew", "more than 120 people"."""
    a, b = _sums(p.a, left), _sums(p.b, right)
    for parts, whole in [(x, y) for x in a for y in right]:
        if _makes(parts, whole):
            return tuple(q for q in left if q not in parts), _less(right, whole)
    for parts, whole in [(x, y) for x in b for y in left]:
        if _makes(parts, whole):
            return _less(left, whole), tuple(q for q in right if q not in parts)
    return tuple(left), tuple(right)


def counts_in_place(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether a bare number stands where the other claim counts something, and is another: "made 86
    runs", "made 91"."""
    for side, bare, count in ((p, x, y), (p.turned(), y, x)):
        if bare.counted is not None or bare.unit is not None or count.counted is None:
            continue
        k = next((k for k, z in enumerate(side.a.items) if z.quantity == bare), None)
        j = _counted(side.b, count)
        if k is not None and j is not None and _hang_alike(side, k, j):
            plain = replace(count, counted=None, role=None), replace(bare, role=None)
            return compare_quantities(*plain) == "different"
    return False


def find_totals(r: Reading, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The numbers of which others are a part: 60 in "41 of the 60 seats"."""
    return tuple(
        y
        for x, y in pairwise(quantities)
        if x.unit is y.unit is None
        and x.value < y.value
        and pattern.OF.fullmatch(r.text, x.end, y.start)
    )


def counts_part(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether the smaller of two counts is of one kind and the other of two: "118 passengers",
    "more than 60 guests and cooks"."""
    if x.unit is not None or y.unit is not None:
        return False
    small, large = (p.a, p.b) if x.value < y.value else (p.b, p.a)
    less, more = (x, y) if x.value < y.value else (y, x)
    return _is_joint(large, more) and not _is_joint(small, less)


def _is_joint(r: Reading, q: Quantity) -> bool:
    """Whether a number counts two kinds together."""
    s = r.sentence
    i = s.token_at(q.end) if q.end < s.ends[-1] else len(s)
    return s.lower[i : i + 1] == ("and",) and s.tags[i + 1 : i + 2] in (("NNS",), ("NN",))


def _less(quantities: Sequence[Quantity], one: Quantity) -> tuple[Quantity, ...]:
    return tuple(q for q in quantities if q is not one)


def _sums(r: Reading, quantities: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Neighbouring counts joined by "and"."""
    found = [
        (x, y)
        for x, y in pairwise(quantities)
        if x.unit is y.unit is None
        and x.counted
        and y.counted
        and x.counted != y.counted
        and pattern.AND.fullmatch(r.text, x.end, y.start)
    ]
    for x in quantities:
        if x.unit is None and x.counted and (one := pattern.AND_ONE.match(r.text, x.end)):
            # "Two sons and a daughter" are three children.
            found.append((x, replace(x, start=one.start(), low=1.0, high=1.0, value=1.0)))
    return found


def _makes(parts: tuple[Quantity, Quantity], whole: Quantity) -> bool:
    x, y = parts
    if whole.unit is not None or whole.value <= max(x.value, y.value):
        return False
    value = x.value + y.value
    together = replace(x, low=value, high=value, value=value, counted=None, role=None)
    bare = replace(whole, counted=None, role=None)
    return compare_quantities(together, bare) in ("same", "compatible")


def _around(r: Reading, k: int) -> Quantity | None:
    """The quantity that an item is part of."""
    at = r.items[k].span
    return next((q for q in r.claim.quantities if q.start <= at.start and at.end <= q.end), None)


def _in_one_slot(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether what is counted depends on paired words in one slot."""
    i, j = _counted(p.a, x), _counted(p.b, y)
    if i is None or j is None:
        return False
    one, other = p.a.items[i], p.b.items[j]
    if p.of_a.get(i, (-1,))[0] == j or (_opens(p.a, i) and _opens(p.b, j)):
        return True
    if one.governor is None or other.governor is None or one.slot != other.slot:
        return False
    return p.of_a.get(one.governor, (-1,))[0] == other.governor


def _opens(r: Reading, k: int) -> bool:
    """Whether a claim begins with what is counted."""
    return all(x.slot == "modifier" or x.kind == "number" for x in r.items[:k])


def _counted(r: Reading, q: Quantity) -> int | None:
    """The item of the noun that a number counts."""
    inside = [k for k, x in enumerate(r.items) if x.span.start >= q.start and x.span.end <= q.end]
    return next((k for k in reversed(inside) if r.items[k].kind in ("noun", "name")), None)
