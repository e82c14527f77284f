"""Whom a title used alone means: `the President`, `the head of state`, `the X foreign minister`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tui.core.entities import lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.mentions import Page, Role
from tui.core.entities.nodes import Node


@dataclass(frozen=True, slots=True)
class Held:
    """A title mention and the node of the person it means (None: nobody named)."""

    page: int
    role: Role
    node: int | None
    owner: int | None
    """Cluster of the country or body that the title names."""
    evidence: str


def resolve(
    pages: Sequence[Page], nodes: Sequence[Node], clusters: Clusters, node_of: dict[int, int]
) -> list[Held]:
    """Every title that should be a mention, with its holder where one is known."""
    holders: dict[tuple[int, str], list[tuple[int, int, int | None]]] = defaultdict(list)
    wide: dict[tuple[str, int], set[int]] = defaultdict(set)

    def owner_of(role: Role) -> int | None:
        return None if role.owner is None else clusters.find(node_of[id(role.owner)])

    for p, page in enumerate(pages):
        for role in page.roles:
            if role.holder is not None:
                holder = node_of[id(role.holder)]
                owner = owner_of(role)
                holders[p, role.office].append((role.start, holder, owner))
                if owner is not None:
                    wide[role.office, owner].add(clusters.find(holder))
    held = []
    for p, page in enumerate(pages):
        for role in page.roles:
            owner = owner_of(role)
            if role.holder is not None:
                # a bare title before its name adds nothing that the name does not say
                if owner is not None or role.evidence == "apposition":
                    held.append(Held(p, role, node_of[id(role.holder)], owner, role.evidence))
                continue
            if not _definite(role):
                continue
            node = _antecedent(role, owner, holders.get((p, role.office), []), clusters)
            evidence = f"holds the office in the text: {role.office}"
            if node is None and owner is not None:
                people = wide.get((role.office, owner), set())
                if len(people) == 1:
                    node = min(clusters.members[next(iter(people))])
            if node is not None or (owner is not None and role.capital):
                held.append(Held(p, role, node, owner, evidence))
    return held


def _definite(role: Role) -> bool:
    """`the president`, `President of X`; not `a president`, `two ministers`, `my lawyer`."""
    low = role.line.low
    k = role.first - 1
    while k >= 0 and low[k] in lexicon.titles().qualifiers and low[k] != "the":
        k -= 1
    if k >= 0 and low[k] == "the":
        return True
    if k >= 0 and low[k] in ("a", "an", "no", "any", "every", "each", "some", "another"):
        return False
    return role.capital and (
        role.owner is not None or role.line.words[role.first].text[0].isupper()
    )


def _antecedent(
    role: Role,
    owner: int | None,
    holders: Sequence[tuple[int, int, int | None]],
    clusters: Clusters,
) -> int | None:
    """The last holder named before the title, else the only one in the document."""
    fits = [
        (at, node)
        for at, node, whose in holders
        if owner is None or whose is None or owner == whose
    ]
    before = [node for at, node in fits if at < role.start]
    if before:
        return before[-1]
    people = {clusters.find(node) for _, node in fits}
    return fits[0][1] if len(people) == 1 else None
