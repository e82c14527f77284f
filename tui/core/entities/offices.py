"""Whom a title used alone means: `the President`, `the head of state`, `the X foreign minister`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tui.core.entities import lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.lines import Line
from tui.core.entities.nodes import Node
from tui.core.entities.page import Page, Role
from tui.core.entities.reasons import Reason, Where
from tui.core.model import MentionKind

_PARTICULAR = frozenset(
    "president chancellor premier king queen emperor pope governor mayor archbishop bishop sultan "
    "emir".split()
)
"""Offices of one word that a matter seldom has two of."""
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
    reason: Reason
    kind: MentionKind = "title"

    @property
    def line(self) -> Line:
        return self.role.line


@dataclass(frozen=True, slots=True)
class _Holder:
    """A person who bears a title in a document, and where it says so."""

    page: int
    role: Role
    node: int

    @property
    def line(self) -> Line:
        return self.role.line

    @property
    def where(self) -> Where:
        spans = [self.role, self.role.holder or self.role]
        return self.page, min(s.start for s in spans), max(s.end for s in spans)


_BOUND = {
    "apposition": Reason("apposition", "stands beside the name"),
    "title": Reason("title", "title before the name"),
}


def resolve(
    pages: Sequence[Page], nodes: Sequence[Node], clusters: Clusters, node_of: dict[int, int]
) -> list[Held]:
    """Every title that should be a mention, with its holder where one is known."""
    holders: dict[tuple[int, str], list[_Holder]] = defaultdict(list)
    owners: dict[tuple[str, int], set[int]] = defaultdict(set)
    wide: dict[tuple[str, int], dict[int, _Holder]] = defaultdict(dict)

    def owner_of(role: Role) -> int | None:
        node = None if role.owner is None else node_of.get(id(role.owner))
        return None if node is None else clusters.find(node)

    for p, page in enumerate(pages):
        for role in page.roles:
            if role.holder is not None and id(role.holder) in node_of:
                holder = _Holder(p, role, node_of[id(role.holder)])
                person = clusters.find(holder.node)
                holders[p, role.office].append(holder)
                owner = owner_of(role)
                if owner is not None:
                    wide[role.office, owner].setdefault(person, holder)
                    owners[role.office, person].add(owner)
    anywhere: dict[str, list[_Holder]] = defaultdict(list)
    for (_, office), found_here in holders.items():
        anywhere[office] += [h for h in found_here if not h.role.former]
    held = []
    for p, page in enumerate(pages):
        for role in page.roles:
            owner = owner_of(role)
            if role.holder is not None and id(role.holder) in node_of:
                span = _span(role, owner)
                if span is not None:
                    bound = _Holder(p, role, node_of[id(role.holder)])
                    reason = _BOUND[role.evidence]._replace(where=bound.where)
                    held.append(Held(p, role, *span, bound.node, owner, reason))
                continue
            if not _definite(role):
                continue
            here = [
                h
                for h in holders.get((p, role.office), ())
                if _same_title(role.phrase, h.role.phrase, role.office)
            ]
            here = _in_time(role, here)
            found: _Holder | None
            if owner is None:
                found = _antecedent(role, here, clusters)
                if found is None and not here and not role.former:
                    found = _sole(anywhere.get(role.office, ()), p, clusters)
            else:
                of = {h.node: owners.get((role.office, clusters.find(h.node)), ()) for h in here}
                found = _antecedent(role, [h for h in here if owner in of[h.node]], clusters)
                if found is None and len(wide[role.office, owner]) == 1:
                    found = next(iter(wide[role.office, owner].values()))
                if found is None and not wide[role.office, owner]:
                    found = _antecedent(role, [h for h in here if not of[h.node]], clusters)
            if found is not None or (owner is not None and role.capital):
                several = len({clusters.find(h.node) for h in here}) > 1
                several = several or (owner is None and found is not None and found.page != p)
                words = f"holds the office in the text: {role.office}"
                reason = Reason("office", words, several, found.where if found else None)
                node = None if found is None else found.node
                held.append(Held(p, role, role.start, role.end, node, owner, reason))
    return held


def _in_time(role: Role, holders: Sequence[_Holder]) -> list[_Holder]:
    """`the former president` is one who is called so, `the president` rather one who is not."""
    told = [h for h in holders if h.role.former == role.former]
    return told if told or role.former else list(holders)


def _sole(holders: Sequence[_Holder], page: int, clusters: Clusters) -> _Holder | None:
    """The one holder of an office in all the documents, if the office is a particular one."""
    people = {clusters.find(h.node) for h in holders}
    if len(people) != 1 or any(h.page == page for h in holders):
        return None
    phrase = holders[0].role.phrase
    return holders[0] if " " in phrase or phrase in _PARTICULAR else None


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
    if role.owner is not None and role.owner.start == role.start:
        # `Peru's president`, `the Peruvian president`
        return True
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


def _antecedent(role: Role, holders: Sequence[_Holder], clusters: Clusters) -> _Holder | None:
    """The last holder named before the title, else the only one in the document."""
    before = [h for h in holders if h.role.start < role.start]
    if before:
        last = before[-1]
        together = {
            clusters.find(h.node)
            for h in before
            if h.line is last.line and h.role.former == last.role.former
        }
        return last if len(together) == 1 else None
    people = {clusters.find(h.node) for h in holders}
    return holders[0] if len(people) == 1 else None
