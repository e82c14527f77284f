"""Clusters, titles and pronouns put together as entities, with a reason for every other name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.core.document import Document
from tui.core.entities import display, pronouns
from tui.core.entities.clusters import Clusters
from tui.core.entities.definite import Reference
from tui.core.entities.nodes import Node
from tui.core.entities.offices import Held
from tui.core.entities.reasons import Pair, Reason
from tui.core.model import Alias, Entity, EntityType, Mention, MentionKind, Place

Spot = tuple[int, int, int, MentionKind]
"""Page, start, end and kind of a mention."""
_KINDS: tuple[MentionKind, ...] = ("name", "title", "description", "pronoun")
"""The earlier kind stands where a span is found twice."""
_OTHERWISE = Reason("same name", "written another way")
_WEAK = ("same name", "written another way")


@dataclass(frozen=True, slots=True)
class _Draft:
    root: int | None
    name: str
    type: EntityType
    aliases: tuple[Alias, ...]
    spots: tuple[Spot, ...]
    candidates: frozenset[int] = frozenset()
    """Clusters that the name may mean."""


def entities(
    texts: Sequence[Document],
    order: Sequence[int],
    nodes: Sequence[Node],
    clusters: Clusters,
    held: Sequence[Held | Reference],
    said: Sequence[pronouns.Found],
) -> tuple[Entity, ...]:
    """The entities, the most mentioned first; `order` tells the document of each page."""
    spoken: dict[int, list[Spot]] = defaultdict(list)
    for page, start, end, node in said:
        spoken[clusters.find(node)].append((page, start, end, "pronoun"))
    titles: dict[int, list[Held | Reference]] = defaultdict(list)
    vacant: dict[tuple[str, int | None], list[Held]] = defaultdict(list)
    for item in held:
        if item.node is not None:
            titles[clusters.find(item.node)].append(item)
        elif isinstance(item, Held):
            vacant[item.role.office, item.owner].append(item)
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for pair in clusters.pairs:
        pairs[clusters.find(pair.a)].append(pair)
    drafts = [
        _of_cluster(
            texts, order, nodes, clusters, root, pairs[root], titles.get(root, []), spoken[root]
        )
        for root in sorted(clusters.members)
    ]
    for key in sorted(vacant, key=lambda k: (k[0], -1 if k[1] is None else k[1])):
        spots, reasons = _titles(texts, vacant[key])
        name = texts[spots[0][0]].text[spots[0][1] : spots[0][2]]
        aliases = _aliases(texts, order, spots, reasons, name)
        drafts.append(_Draft(None, name, "PERSON", aliases, tuple(sorted(spots))))
    # pronouns are found or not by chance: they do not rank an entity
    drafts.sort(key=lambda d: (-sum(s[3] != "pronoun" for s in d.spots), d.name, d.spots))
    ids = {d.root: f"e{k}" for k, d in enumerate(drafts, 1) if d.root is not None}
    rank = {d.root: k for k, d in enumerate(drafts) if d.root is not None}
    return tuple(
        Entity(
            f"e{k}",
            d.name,
            d.type,
            d.aliases,
            _mentions(d.spots, order),
            tuple(ids[root] for root in sorted(d.candidates, key=lambda r: rank[r])),
        )
        for k, d in enumerate(drafts, 1)
    )


def _of_cluster(
    texts: Sequence[Document],
    order: Sequence[int],
    nodes: Sequence[Node],
    clusters: Clusters,
    root: int,
    pairs: Sequence[Pair],
    titles: Sequence[Held | Reference],
    spoken: Sequence[Spot],
) -> _Draft:
    members = sorted(clusters.members[root])
    spots, held = _titles(texts, titles)
    spots += spoken
    name = display.name([nodes[i] for i in members])
    reasons = _reasons(nodes, members, pairs, name)
    for i in members:
        spots += [(nodes[i].page, *occurrence) for occurrence in nodes[i].occurrences]
        reasons.update(nodes[i].notes)
    may = {clusters.find(j) for i in members for j in clusters.unclear.get(i, ())}
    alone = all(i in clusters.unclear for i in members) and len(may - {root}) > 1
    return _Draft(
        root,
        name,
        display.kind([nodes[i] for i in members]),
        _aliases(texts, order, spots, held | reasons, name),
        tuple(sorted(spots)),
        frozenset(may - {root}) if alone else frozenset(),
    )


def _titles(
    texts: Sequence[Document], held: Sequence[Held | Reference]
) -> tuple[list[Spot], dict[str, Reason]]:
    spots: list[Spot] = []
    reasons: dict[str, Reason] = {}
    for item in held:
        spots.append((item.page, item.start, item.end, item.kind))
        text = texts[item.page].text[item.start : item.end]
        if text not in reasons or reasons[text].tentative:
            reasons[text] = item.reason
    return spots, reasons


def _reasons(
    nodes: Sequence[Node], members: Sequence[int], pairs: Sequence[Pair], name: str
) -> dict[str, Reason]:
    """Why each spelling was merged: the most telling reason of the nodes that share it.

    A reason is solid where solid reasons alone lead from it to the name.
    """
    bearers = [i for i in members if name in nodes[i].surfaces] or members[:1]
    solid = _reached(bearers, [p for p in pairs if not p.reason.tentative])
    own: dict[int, Reason] = {}
    other: dict[int, Reason] = {}
    for pair in pairs:
        if pair.a not in own or own[pair.a].words in _WEAK:
            own[pair.a] = pair.reason
        if pair.reason.words not in _WEAK:
            words = f"{nodes[pair.a].text}: {pair.reason.words}"
            other.setdefault(pair.b, pair.reason._replace(words=words))
    found: dict[str, Reason] = {}
    sure: set[str] = set()
    for i in members:
        reason = own.get(i)
        if reason is None or (reason.words in _WEAK and i in other):
            reason = other.get(i, reason)
        for text in nodes[i].surfaces:
            if i in solid:
                sure.add(text)
            if reason and (text not in found or found[text].words in _WEAK):
                found[text] = reason
    return {text: r._replace(tentative=text not in sure) for text, r in found.items()}


def _reached(starts: Iterable[int], pairs: Sequence[Pair]) -> set[int]:
    near: dict[int, list[int]] = defaultdict(list)
    for pair in pairs:
        near[pair.a].append(pair.b)
        near[pair.b].append(pair.a)
    found = set(starts)
    ahead = list(found)
    while ahead:
        for i in near[ahead.pop()]:
            if i not in found:
                found.add(i)
                ahead.append(i)
    return found


def _aliases(
    texts: Sequence[Document],
    order: Sequence[int],
    spots: Sequence[Spot],
    reasons: Mapping[str, Reason],
    name: str,
) -> tuple[Alias, ...]:
    spans = {(p, start, end) for p, start, end, kind in spots if kind != "pronoun"}
    counts = Counter(texts[p].text[start:end] for p, start, end in spans)
    return tuple(
        Alias(text, count)
        if text == name
        else _alias(text, count, reasons.get(text, _OTHERWISE), order)
        for text, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    )


def _alias(text: str, count: int, reason: Reason, order: Sequence[int]) -> Alias:
    where = reason.where
    place = None if where is None else Place(order[where[0]], where[1], where[2])
    return Alias(text, count, reason.words, reason.rule, reason.tentative, place)


def _mentions(spots: Sequence[Spot], order: Sequence[int]) -> tuple[Mention, ...]:
    best: dict[tuple[int, int, int], MentionKind] = {}
    for page, start, end, kind in spots:
        span = (order[page], start, end)
        if span not in best or _KINDS.index(kind) < _KINDS.index(best[span]):
            best[span] = kind
    return tuple(Mention(*span, kind) for span, kind in sorted(best.items()))
