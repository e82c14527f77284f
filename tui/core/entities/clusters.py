"""Nodes joined into entities: a union-find that asks the vetoes before it joins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Never, get_args

from tui.core.entities.forms import Tokens
from tui.core.entities.nodes import Node
from tui.core.entities.reasons import Pair
from tui.core.model import EntityType

_NONE: frozenset[Never] = frozenset()
"""Shared by all that have nothing: an empty set takes 200 bytes."""


@dataclass(slots=True)
class Profile:
    """What a cluster is known to be; enough for the vetoes."""

    types: frozenset[EntityType]
    people: frozenset[Tokens]
    """Full names of the person, if it is one."""
    genders: frozenset[str]
    countries: frozenset[str]
    tokens: frozenset[Tokens]
    stated: frozenset[Tokens] = _NONE
    """Those of the full names that a text says to be one person's."""


_SOLE: dict[EntityType, frozenset[EntityType]] = {
    kind: frozenset((kind,)) if kind != "OTHER" else _NONE for kind in get_args(EntityType)
}
Veto = Callable[[Profile, Profile], bool]


class Clusters:
    """Disjoint sets of nodes, numbered as in `nodes`."""

    def __init__(self, nodes: Sequence[Node], veto: Veto) -> None:
        self.nodes = nodes
        self._veto = veto
        self._parent = list(range(len(nodes)))
        self.members = {i: [i] for i in range(len(nodes))}
        self.profiles = {i: _profile(node) for i, node in enumerate(nodes)}
        self.pairs: list[Pair] = []
        """Every pair that stands, also where its clusters were one already."""
        self.unclear: dict[int, list[int]] = {}
        """Nodes that may mean one of several others, and are left apart from all."""

    def find(self, i: int) -> int:
        """The number of the cluster of node `i`: that of one of its nodes, till the next merge."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def merge(self, pair: Pair) -> bool:
        """Join the clusters of a pair unless a veto forbids it; whether they are one now."""
        left, right = self.find(pair.a), self.find(pair.b)
        if left == right:
            self.pairs.append(pair)
            return True
        if pair.reason.rule == "other name":
            names = self.profiles[left].people | self.profiles[right].people
            self.profiles[left].stated |= names
            self.profiles[right].stated |= names
        if self._veto(self.profiles[left], self.profiles[right]):
            return False
        if len(self.members[left]) > len(self.members[right]):
            left, right = right, left
        self._parent[left] = right
        self.members[right] += self.members.pop(left)
        one, two = self.profiles.pop(left), self.profiles[right]
        two.types |= one.types
        two.people |= one.people
        two.stated |= one.stated
        two.genders |= one.genders
        two.countries |= one.countries
        two.tokens |= one.tokens
        self.pairs.append(pair)
        return True


def _profile(node: Node) -> Profile:
    tokens = frozenset((node.tokens,))
    return Profile(
        types=_SOLE[node.type],
        people=tokens if node.is_full else _NONE,
        genders=frozenset(node.genders) or _NONE,
        countries=_NONE if node.country is None else frozenset((node.country,)),
        tokens=tokens,
    )
