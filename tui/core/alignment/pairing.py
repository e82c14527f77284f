"""Which word of one claim answers to which of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from tui.core.alignment.arguments import Reading
from tui.core.alignment.slots import Item
from tui.core.language.alternatives import are_alternatives
from tui.core.language.dates import compare_dates
from tui.core.language.lexicon import may_be_kindred, related
from tui.core.language.quantities import compare_quantities
from tui.core.language.roles import ROLES
from tui.core.language.vectors import likeness

Tie = Literal["same", "antonym", "near"]
"""How two paired items stand: one meaning, opposite meanings, or alike by their vectors only."""

NEAR = 0.6
"""Words whose vectors are at least this alike may be two words for one thing."""
SOMEWHAT_ALIKE = 0.2
"""Below this cosine even words that share a rare sense are not used for one thing."""
PERIODS = frozenset("second minute hour day week month quarter year decade century".split())
"""Units of time: the dictionary has a sense for each in which it is just a while."""
SPELLING = 5
"""Letters that two words must share from their start, at least, to be forms of one."""

_TIES = {"same": 1.0, "family": 0.9, "synonym": 0.85, "hypernym": 0.7}
_OPPOSITE = 0.6
_DESCRIBED = 0.65
_FATE = 0.75
_KINDRED = 0.55
_WHERE = ("in", "on", "at", "within", "inside")
"""Prepositions that say where or when: which one is a matter of the noun."""
_CONTEXT = 0.08
"""What an equal slot, and each equal neighbour, add to the worth of a pair."""


@dataclass(frozen=True)
class Pairing:
    """Two readings and the pairs of their items; each item is in one pair at most."""

    a: Reading
    b: Reading
    pairs: tuple[tuple[int, int, Tie], ...]
    """(item of a, item of b, tie), in the order of `a`."""

    @cached_property
    def of_a(self) -> Mapping[int, tuple[int, Tie]]:
        return {i: (j, tie) for i, j, tie in self.pairs}

    @cached_property
    def of_b(self) -> Mapping[int, tuple[int, Tie]]:
        return {j: (i, tie) for i, j, tie in self.pairs}

    @cached_property
    def left_a(self) -> tuple[int, ...]:
        """Items of `a` that carry content and answer to none of `b`."""
        return tuple(i for i, x in enumerate(self.a.items) if not x.light and i not in self.of_a)

    @cached_property
    def left_b(self) -> tuple[int, ...]:
        return tuple(j for j, y in enumerate(self.b.items) if not y.light and j not in self.of_b)

    def turned(self) -> Pairing:
        """The same with the sides changed."""
        return Pairing(self.b, self.a, tuple(sorted((j, i, tie) for i, j, tie in self.pairs)))


def pair(a: Reading, b: Reading) -> Pairing:
    """The items of two claims paired one to one, the surest first; symmetric in its sides."""
    worth: dict[tuple[int, int], tuple[float, Tie]] = {}
    for i, x in enumerate(a.items):
        for j, y in enumerate(b.items):
            found = _tie(x, y)
            if found is not None:
                worth[i, j] = found
    ranked = sorted(
        worth,
        key=lambda p: (-worth[p][0] - _context(a, b, p, worth), sum(p), abs(p[0] - p[1])),
    )
    rows: dict[int, tuple[int, Tie]] = {}
    columns: set[int] = set()
    for i, j in ranked:
        if i not in rows and j not in columns:
            rows[i] = (j, worth[i, j][1])
            columns.add(j)
    return Pairing(a, b, tuple((i, j, tie) for i, (j, tie) in sorted(rows.items())))


def _tie(x: Item, y: Item) -> tuple[float, Tie] | None:
    if x.quantity and y.quantity:
        if compare_quantities(x.quantity, y.quantity) in ("same", "compatible"):
            return 1.0, "same"
        return None
    if x.date and y.date and x.date.value and y.date.value:
        return (1.0, "same") if compare_dates(x.date, y.date) in ("same", "compatible") else None
    if x.key == y.key:
        return 1.0 - 0.3 * x.light, "same"
    if x.country and y.country:
        return (1.0, "same") if x.country == y.country else None
    if {x.kind, y.kind} & {"number", "date"}:
        return None
    if x.kind == "name" or y.kind == "name":
        return _called_alike(x, y)
    return words_tie(x.key, y.key)


def _called_alike(x: Item, y: Item) -> tuple[float, Tie] | None:
    """Two descriptions, or one and a noun, that call the thing alike: "the ferry", "a vessel"."""
    one = x.head or (x.key if x.kind == "noun" else "")
    other = y.head or (y.key if y.kind == "noun" else "")
    if not one or not other or (one != other and related(one, other) in (None, "antonym")):
        return None
    return _DESCRIBED, "same"


@lru_cache(maxsize=1 << 16)
def words_tie(x: str, y: str) -> tuple[float, Tie] | None:
    """The worth and the tie of two different words, None where they have nothing in common."""
    relation = related(x, y)
    if relation == "antonym" or _is_reversed(x, y) or _is_reversed(y, x):
        return _OPPOSITE, "antonym"
    if are_alternatives(x, y):
        return None
    if relation is not None:
        return _TIES[relation], "same"
    if _one_form(x, y):
        return 0.8, "same"
    befell = ROLES.get(x)
    if befell is not None and befell == ROLES.get(y):
        return _FATE, "same"
    if may_be_kindred(x, y) and likeness(x, y) >= SOMEWHAT_ALIKE and not {x, y} <= PERIODS:
        return _KINDRED, "same"
    return None


def _is_reversed(x: str, y: str) -> bool:
    """Whether a prefix or a suffix turns `y` into its opposite, or the first part of a compound
    does: `unsurprising`, `unharmed`, `childless`, `best-selling` and `worst-selling`."""
    if len(y) >= SPELLING and x in (f"un{y}", f"non{y}", f"non-{y}"):
        return True
    if x.startswith("un") and x[2:] in (f"{y}ed", f"{y}d", f"{y}{y[-1:]}ed", f"{y[:-1]}ied"):
        return True
    if x.endswith("less") and y in (x[:-4], f"{x[:-4]}ful", f"{x[:-5]}y"):
        return True
    (first, hyphen, last), (other, _, tail) = x.partition("-"), y.partition("-")
    return bool(hyphen) and last == tail and related(first, other) == "antonym"


def _one_form(x: str, y: str) -> bool:
    """`organisation` and `organization`, `co-operate` and `cooperate`; no prefix may differ."""
    x, y = x.lower().replace("-", ""), y.lower().replace("-", "")
    shared = 0
    for one, other in zip(x, y, strict=False):
        if one != other:
            break
        shared += 1
    return shared >= SPELLING and shared >= 0.7 * max(len(x), len(y))


def _context(
    a: Reading, b: Reading, p: tuple[int, int], worth: Mapping[tuple[int, int], object]
) -> float:
    """Which of several pairs is meant: that of the same slot, between the same neighbours."""
    i, j = p
    x, y = a.items[i], b.items[j]
    return _CONTEXT * ((x.slot == y.slot) + ((i - 1, j - 1) in worth) + ((i + 1, j + 1) in worth))


def alike(x: Item, y: Item) -> float:
    """The cosine of two words' vectors; a name's is that of its words."""
    return likeness(x.key.lower(), y.key.lower())


def rivals(p: Pairing) -> Iterator[tuple[int, int]]:
    """Items left over on either side that take the same place: one stands where the other does."""
    for i in p.left_a:
        for j in p.left_b:
            if in_one_place(p, i, j):
                yield i, j


def in_one_place(p: Pairing, i: int, j: int) -> bool:
    """Whether item `i` of a and `j` of b stand in one gap between paired neighbours, or hang in
    the same slot on paired words."""
    x, y = p.a.items[i], p.b.items[j]
    if in_one_gap(p, i, j):
        return True
    if _slot(x) != _slot(y) or x.slot in ("", "verb"):
        return False
    if x.governor is None or y.governor is None:
        return x.governor is y.governor is None and x.slot == "complement"
    met = p.of_a.get(x.governor)
    return met is not None and met[0] == y.governor


def _slot(x: Item) -> str:
    return "in" if x.slot in _WHERE else x.slot


def in_one_gap(p: Pairing, i: int, j: int) -> bool:
    """Whether the next items with a counterpart on either side are each other's."""
    return _meets(p, i, j, -1) and _meets(p, i, j, 1)


def _meets(p: Pairing, i: int, j: int, step: int) -> bool:
    i, j = i + step, j + step
    inside_a, inside_b = 0 <= i < len(p.a.items), 0 <= j < len(p.b.items)
    if not inside_a or not inside_b:
        return not inside_a and not inside_b
    return p.of_a.get(i, (-1,))[0] == j
