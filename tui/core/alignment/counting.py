"""Whether two numbers count the same things under two names: `forty fishermen`, `38 men`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tui.core.alignment.arguments import Reading
from tui.core.alignment.pairing import Pairing
from tui.core.language.lexicon import hypernyms, may_be_kindred
from tui.core.language.quantities import compare_quantities
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
    if p.of_a.get(i, (-1,))[0] == j:
        return True
    if one.governor is None or other.governor is None or one.slot != other.slot:
        return False
    return p.of_a.get(one.governor, (-1,))[0] == other.governor


def _counted(r: Reading, q: Quantity) -> int | None:
    """The item of the noun that a number counts."""
    inside = [k for k, x in enumerate(r.items) if x.span.start >= q.start and x.span.end <= q.end]
    return next((k for k in reversed(inside) if r.items[k].kind in ("noun", "name")), None)
