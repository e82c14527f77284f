"""Whom a title used alone means: `the President`, `the head of state`, `the X foreign minister`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tui.core.entities import lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.mentions import Page, Role
from tui.core.entities.nodes import Node

_HEADS = frozenset(("head of state", "head of government"))
_RULERS = frozenset(("ruler", "sovereign", "monarch", "premier", "pm"))


@dataclass(frozen=True, slots=True)
class Held:
    """A title mention and the node of the person it means (None: nobody named)."""

    page: int
    role: Role
    start: int
    end: int
    node: int | None
    owner: int | None
    """Cluster of the country or body that the title names."""
    evidence: str


def resolve(
    pages: Sequence[Page], nodes: Sequence[Node], clusters: Clusters, node_of: dict[int, int]
) -> list[Held]:
    """Every title that should be a mention, with its holder where one is known."""
    holders: dict[tuple[int, str], list[tuple[int, int, str]]] = defaultdict(list)
    owners: dict[tuple[str, int], set[int]] = defaultdict(set)
    wide: dict[tuple[str, int], set[int]] = defaultdict(set)

    def owner_of(role: Role) -> int | None:
        node = None if role.owner is None else node_of.get(id(role.owner))
        return None if node is None else clusters.find(node)

    for p, page in enumerate(pages):
        for role in page.roles:
            if role.holder is not None and id(role.holder) in node_of:
                holder = clusters.find(node_of[id(role.holder)])
                holders[p, role.office].append((role.start, node_of[id(role.holder)], role.phrase))
                owner = owner_of(role)
                if owner is not None:
                    wide[role.office, owner].add(holder)
                    owners[role.office, holder].add(owner)
    held = []
    for p, page in enumerate(pages):
        for role in page.roles:
            owner = owner_of(role)
            if role.holder is not None and id(role.holder) in node_of:
                span = _span(role, owner)
                if span is not None:
                    held.append(
                        Held(p, role, *span, node_of[id(role.holder)], owner, role.evidence)
                    )
                continue
            if not _definite(role):
                continue
            here = [
                (at, n)
                for at, n, phrase in holders.get((p, role.office), ())
                if _same_title(role.phrase, phrase, role.office)
            ]
            if owner is None:
                node = _antecedent(role, here, clusters)
            else:
                of = {at: owners.get((role.office, clusters.find(n)), set()) for at, n in here}
                node = _antecedent(role, [h for h in here if owner in of[h[0]]], clusters)
                if node is None and len(wide[role.office, owner]) == 1:
                    node = min(clusters.members[next(iter(wide[role.office, owner]))])
                if node is None and not wide[role.office, owner]:
                    node = _antecedent(role, [h for h in here if not of[h[0]]], clusters)
            if node is not None or (owner is not None and role.capital):
                evidence = f"holds the office in the text: {role.office}"
                held.append(Held(p, role, role.start, role.end, node, owner, evidence))
    return held


def _same_title(one: str, two: str, office: str) -> bool:
    """A president is a head of state, but no king."""
    gender = lexicon.titles().gender
    if one == two or office not in _HEADS:
        return gender.get(one, "") == gender.get(two, "") or not (one in gender and two in gender)
    return office in (one, two) or bool({one, two} & _RULERS)


def _span(role: Role, owner: int | None) -> tuple[int, int] | None:
    """A title with its country or body is a mention; a bare one is one with its name."""
    if owner is not None or role.evidence == "apposition":
        return role.start, role.end
    if role.capital and role.holder is not None:
        return role.start, role.holder.end
    return None


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


def _antecedent(role: Role, holders: Sequence[tuple[int, int]], clusters: Clusters) -> int | None:
    """The last holder named before the title, else the only one in the document."""
    before = [node for at, node in holders if at < role.start]
    if before:
        return before[-1]
    people = {clusters.find(node) for _, node in holders}
    return holders[0][1] if len(people) == 1 else None
