"""Which quantities of several documents count the same thing, and which of them differ.

Quantities are put together where linked claims have them, and where claims that are not linked
count one noun, once in each document, of somebody or something both name. Nothing else is safe.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from tui.core.language.date_values import compare_dates
from tui.core.language.quantities import comparable, compare_quantities
from tui.core.model import Claim, Date, Quantity

if TYPE_CHECKING:
    from tui.core.model import Link
    from tui.reader.index import Index

Figure = Quantity | Date
Standing = Literal["differ", "agree", "dates", "alone"]


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity or a date where it stands."""

    claim: Claim
    figure: Figure

    @property
    def place(self) -> tuple[int, int]:
        """Its document and offset."""
        return self.claim.document, self.figure.start


@dataclass(frozen=True, slots=True)
class Entry:
    """What several documents give one number for, or what one document alone does."""

    values: tuple[Value, ...]
    """By their place; no two of one document differ."""
    different: frozenset[tuple[int, int]]
    """The pairs of values that cannot both be true, by their numbers."""
    linked: bool
    """Whether links put them together, not only what they count."""
    tentative: bool
    """Whether each of those links is uncertain."""

    @property
    def standing(self) -> Standing:
        """The part of the ledger it belongs to."""
        if isinstance(self.values[0].figure, Date):
            return "dates"
        if len(self.values) == 1:
            return "alone"
        return "differ" if self.different else "agree"

    def differs(self, k: int) -> bool:
        """Whether a value differs from any other."""
        return any(k in pair for pair in self.different)

    def is_outlier(self, k: int) -> bool:
        """Whether a value stands against all others, and at least two, which agree."""
        others = [j for j in range(len(self.values)) if j != k]
        against = all((min(j, k), max(j, k)) in self.different for j in others)
        return (
            len(others) > 1
            and against
            and not any(pair in self.different for pair in combinations(others, 2))
        )


def entries(index: Index) -> list[Entry]:
    """All numbers, and the dates that differ, by the place of their first values."""
    ledger = _Ledger(index)
    found = [*ledger.quantities(), *ledger.dates()]
    return sorted(found, key=lambda e: (e.values[0].place, e.standing == "dates"))


class _Ledger:
    """Puts together what belongs together."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._by_id = {claim.id: claim for claim in index.comparison.claims}

    def quantities(self) -> list[Entry]:
        claims = self._index.comparison.claims
        values = [Value(c, q) for c in claims for q in c.quantities]
        joins = [
            _Join(a, b, link, "number")
            for link in self._links()
            for a, b in _pairs(self._by_id[link.a], self._by_id[link.b], link)
        ]
        found = _joined(values, joins, _compare_quantities)
        return [*_counted_alike(found), *(e for e in found if len(e.values) > 1)]

    def dates(self) -> list[Entry]:
        claims = self._index.comparison.claims
        values = [Value(c, d) for c in claims for d in c.dates]
        joins = []
        for link in self._links():
            a, b = self._by_id[link.a], self._by_id[link.b]
            stated = list(_stated(a.dates, b.dates, link, "date"))
            if not stated and len(a.dates) == len(b.dates) == 1:
                stated = [(a.dates[0], b.dates[0])]
            joins += [_Join(Value(a, x), Value(b, y), link, "date") for x, y in stated]
        return [e for e in _joined(values, joins, _compare_dates) if e.different]

    def _links(self) -> Iterable[Link]:
        """Links between documents, the surest first."""
        known = [
            link
            for link in self._index.comparison.links
            if link.a in self._by_id
            and link.b in self._by_id
            and self._by_id[link.a].document != self._by_id[link.b].document
        ]
        return sorted(known, key=lambda link: (link.tentative, -link.score))


def _pairs(a: Claim, b: Claim, link: Link) -> Iterable[tuple[Value, Value]]:
    """The quantities of two linked claims that answer to each other, each at most once."""
    taken: set[int] = set()
    for x, y in _stated(a.quantities, b.quantities, link, "number"):
        taken |= {id(x), id(y)}
        yield Value(a, x), Value(b, y)
    ranked = sorted(
        (
            (rank, x.start, y.start, x, y)
            for x in a.quantities
            for y in b.quantities
            if (rank := _likeness(x, y)) is not None
        ),
        key=lambda found: found[:3],
    )
    for _rank, _x, _y, x, y in ranked:
        if id(x) not in taken and id(y) not in taken:
            taken |= {id(x), id(y)}
            yield Value(a, x), Value(b, y)


def _stated(
    of_a: Sequence[Figure], of_b: Sequence[Figure], link: Link, kind: str
) -> Iterable[tuple[Figure, Figure]]:
    """The pairs that the link itself names as differing."""
    for difference in link.differences:
        if difference.kind == kind and difference.a and difference.b:
            x = [f for f in of_a if f.start < difference.a.end and f.end > difference.a.start]
            y = [f for f in of_b if f.start < difference.b.end and f.end > difference.b.start]
            if len(x) == len(y) == 1:
                yield x[0], y[0]


def _likeness(x: Quantity, y: Quantity) -> int | None:
    """How well two quantities answer to each other, 0 best; None where they do not."""
    if not comparable(x, y):
        return None
    verdict = compare_quantities(x, y)
    if not any((x.unit, x.counted, x.role, y.unit, y.counted, y.role)) and x.value != y.value:
        return None
    alike = bool(x.unit) or (x.counted is not None and x.counted == y.counted)
    if verdict in ("same", "compatible"):
        return 0 if alike else 1
    return 2 if alike and verdict == "different" else None


@dataclass(frozen=True, slots=True)
class _Join:
    """Two values of linked claims that belong together."""

    a: Value
    b: Value
    link: Link
    kind: str
    """What the link calls a difference of them."""


Compare = Callable[[Figure, Figure], bool]
"""Whether two figures cannot both be true."""


def _joined(values: Sequence[Value], joins: Sequence[_Join], differ: Compare) -> list[Entry]:
    """Every value in a group, and those with several partners that do not fit together in more.

    What does not fit into the groups of the surest links is grouped anew, so nothing is lost.
    """
    # Those that agree first: of several partners the one with the same number is the one meant.
    left = sorted(joins, key=lambda join: differ(join.a.figure, join.b.figure))
    found: list[Entry] = []
    while left:
        groups = _Groups(values, differ)
        left = [join for join in left if not groups.join(join)]
        found += [entry for entry in groups.entries() if len(entry.values) > 1]
    grouped = {(v.claim.id, v.figure.start) for entry in found for v in entry.values}
    alone = [v for v in values if (v.claim.id, v.figure.start) not in grouped]
    return found + [Entry((v,), frozenset(), linked=False, tentative=False) for v in alone]


class _Groups:
    """Values joined into groups; no group has two values of one document that differ."""

    def __init__(self, values: Sequence[Value], differ: Compare) -> None:
        self._values = values
        self._differ = differ
        self._number = {(v.claim.id, v.figure.start): k for k, v in enumerate(values)}
        self._group = list(range(len(values)))
        self._members = [[k] for k in range(len(values))]
        self._stated: set[tuple[int, int]] = set()
        self._sure: set[int] = set()

    def join(self, join: _Join) -> bool:
        """Put two values into one group; says whether they fit into one."""
        i, j = (self._number[v.claim.id, v.figure.start] for v in (join.a, join.b))
        one, other = sorted((self._group[i], self._group[j]))
        if one != other:
            if not self._fit(self._members[one], self._members[other]):
                return False
            for k in self._members[other]:
                self._group[k] = one
            self._members[one] += self._members[other]
            self._members[other] = []
            if other in self._sure:
                self._sure.add(one)
        if any(d.kind == join.kind for d in join.link.differences):
            self._stated.add((min(i, j), max(i, j)))
        if not join.link.tentative:
            self._sure.add(one)
        return True

    def _fit(self, some: Sequence[int], others: Sequence[int]) -> bool:
        for x in some:
            for y in others:
                a, b = self._values[x], self._values[y]
                if a.claim is b.claim:
                    return False
                if a.claim.document == b.claim.document and self._differ(a.figure, b.figure):
                    return False
        return True

    def entries(self) -> list[Entry]:
        """The groups, also those of one value."""
        found = []
        for group, members in enumerate(self._members):
            if not members:
                continue
            order = sorted(members, key=lambda k: self._values[k].place)
            values = tuple(self._values[k] for k in order)
            different = frozenset(
                (x, y)
                for x, y in combinations(range(len(values)), 2)
                if (min(order[x], order[y]), max(order[x], order[y])) in self._stated
                or self._differ(values[x].figure, values[y].figure)
            )
            tentative = len(values) > 1 and group not in self._sure
            found.append(Entry(values, different, len(values) > 1, tentative))
        return found


def _compare_quantities(x: Figure, y: Figure) -> bool:
    assert isinstance(x, Quantity)
    assert isinstance(y, Quantity)
    return compare_quantities(x, y) == "different"


def _compare_dates(x: Figure, y: Figure) -> bool:
    assert isinstance(x, Date)
    assert isinstance(y, Date)
    return compare_dates(x, y) == "different"


def _counted_alike(found: Sequence[Entry]) -> list[Entry]:
    """The quantities in no group, those that count alike in several documents put together."""
    alone = [e.values[0] for e in found if len(e.values) == 1]
    alike: dict[tuple[object, ...], list[Value]] = defaultdict(list)
    for value in alone:
        figure = value.figure
        assert isinstance(figure, Quantity)
        alike[figure.counted, figure.role, figure.unit].append(value)
    result = []
    for (counted, role, _unit), values in alike.items():
        documents = {v.claim.document for v in values}
        named = set.intersection(*(set(v.claim.entities) for v in values))
        once = len(documents) == len(values) > 1
        if counted is not None and once and (named or role is not None):
            pairs = combinations(range(len(values)), 2)
            different = frozenset(
                (x, y) for x, y in pairs if _compare_quantities(values[x].figure, values[y].figure)
            )
            result.append(Entry(tuple(values), different, linked=False, tentative=True))
        else:
            result += [Entry((v,), frozenset(), linked=False, tentative=False) for v in values]
    return result
