"""Clusters, titles and pronouns put together as entities, with a reason for every other name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.core.columns import Mentions
from tui.core.document import Document
from tui.core.entities import display
from tui.core.entities.clusters import Clusters
from tui.core.entities.corpus import Reference
from tui.core.entities.pronouns import Found
from tui.core.entities.reasons import OTHERWISE, SAME_NAME, Pair, Reason
from tui.core.model import Alias, Entity, EntityType, Mention, MentionKind, Place

Spot = tuple[int, int, int, MentionKind]
"""Page, start, end and kind of a mention."""
_KINDS: tuple[MentionKind, ...] = ("name", "title", "description", "pronoun")
"""The earlier kind stands where a span is found twice."""
_WEAK = (SAME_NAME.words, OTHERWISE.words)
"""What says less than any other reason."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """An entity before it has its place among the others."""

    root: int | None
    """Its cluster; None for an office whose holder no text names."""
    name: str
    type: EntityType
    aliases: tuple[Alias, ...]
    spots: tuple[Spot, ...]
    candidates: frozenset[int] = frozenset()
    """Clusters that the name may mean."""


def entities(
    texts: Sequence[Document],
    order: Sequence[int],
    clusters: Clusters,
    references: Sequence[Reference],
    said: Sequence[Found],
) -> tuple[Entity, ...]:
    """The entities, the most mentioned first.

    `texts` holds the document of each page, `order` its number; `said` are the pronouns.
    """
    writer = _Writer(texts, order, clusters, references, said)
    drafts = [writer.cluster(root) for root in sorted(clusters.members)] + writer.vacant()
    # pronouns are found or not by chance: they do not rank an entity
    drafts.sort(key=lambda d: (-sum(s[3] != "pronoun" for s in d.spots), d.name, d.spots))
    rank = {d.root: k for k, d in enumerate(drafts, 1) if d.root is not None}
    found: list[Entity] = []
    # a draft goes when its entity is there: the mentions of all are not held twice
    drafts.reverse()
    while drafts:
        d = drafts.pop()
        candidates = tuple(f"e{n}" for n in sorted(rank[root] for root in d.candidates))
        found.append(
            Entity(
                f"e{len(found) + 1}",
                d.name,
                d.type,
                d.aliases,
                writer.mentions(d.spots),
                candidates,
            )
        )
    return tuple(found)


class _Writer:
    """Collects what belongs to each cluster, and writes it as a draft."""

    def __init__(
        self,
        texts: Sequence[Document],
        order: Sequence[int],
        clusters: Clusters,
        references: Sequence[Reference],
        said: Sequence[Found],
    ) -> None:
        self._texts = [document.text for document in texts]
        self._order = order
        self._clusters = clusters
        self._spoken: dict[int, list[Spot]] = defaultdict(list)
        self._references: dict[int, list[Reference]] = defaultdict(list)
        self._vacant: dict[tuple[str, int | None], list[Reference]] = defaultdict(list)
        self._pairs: dict[int, list[Pair]] = defaultdict(list)
        for page, start, end, node in said:
            self._spoken[clusters.find(node)].append((page, start, end, "pronoun"))
        for item in references:
            if item.node is not None:
                self._references[clusters.find(item.node)].append(item)
            elif item.office is not None:
                self._vacant[item.office].append(item)
        for pair in clusters.pairs:
            self._pairs[clusters.find(pair.a)].append(pair)

    def cluster(self, root: int) -> _Draft:
        """The names of a cluster, with the titles, descriptions and pronouns that mean it."""
        members = sorted(self._clusters.members[root])
        nodes = [self._clusters.nodes[i] for i in members]
        spots, reasons = self._referred(self._references[root])
        spots += self._spoken[root]
        name, kind = display.name(nodes), display.kind(nodes)
        reasons |= _reasons(self._clusters, members, self._pairs[root], name)
        for node in nodes:
            spots += [(node.page, *occurrence) for occurrence in node.occurrences()]
            reasons |= node.notes
            # the names of all clusters and the mentions made of them would take twice as much
            node.names.clear()
        aliases = self._aliases(spots, reasons, name)
        candidates = self._candidates(root, members)
        return _Draft(root, name, kind, aliases, tuple(sorted(spots)), candidates)

    def vacant(self) -> list[_Draft]:
        """One person for each office that is spoken of, of each country or body that it is of."""
        drafts = []
        for key in sorted(self._vacant, key=lambda k: (k[0], -1 if k[1] is None else k[1])):
            spots, reasons = self._referred(self._vacant[key])
            page, start, end, _ = spots[0]
            name = self._texts[page][start:end]
            aliases = self._aliases(spots, reasons, name)
            drafts.append(_Draft(None, name, "PERSON", aliases, tuple(sorted(spots))))
        return drafts

    def mentions(self, spots: Sequence[Spot]) -> Mentions:
        best: dict[tuple[int, int, int], MentionKind] = {}
        for page, start, end, kind in spots:
            span = (self._order[page], start, end)
            if span not in best or _KINDS.index(kind) < _KINDS.index(best[span]):
                best[span] = kind
        return Mentions(Mention(*span, kind) for span, kind in sorted(best.items()))

    def _candidates(self, root: int, members: Sequence[int]) -> frozenset[int]:
        """The clusters that a name may mean where no member of its own is clear."""
        unclear = self._clusters.unclear
        may = {self._clusters.find(j) for i in members for j in unclear.get(i, ())} - {root}
        alone = all(i in unclear for i in members)
        return frozenset(may) if alone and len(may) > 1 else frozenset()

    def _referred(self, found: Sequence[Reference]) -> tuple[list[Spot], dict[str, Reason]]:
        spots: list[Spot] = []
        reasons: dict[str, Reason] = {}
        for item in found:
            spots.append((item.page, item.start, item.end, item.kind))
            text = self._texts[item.page][item.start : item.end]
            if text not in reasons or reasons[text].tentative:
                reasons[text] = item.reason
        return spots, reasons

    def _aliases(
        self, spots: Sequence[Spot], reasons: Mapping[str, Reason], name: str
    ) -> tuple[Alias, ...]:
        spans = {(p, start, end) for p, start, end, kind in spots if kind != "pronoun"}
        counts = Counter(self._texts[p][start:end] for p, start, end in spans)
        return tuple(
            Alias(text, count)
            if text == name
            else self._alias(text, count, reasons.get(text, OTHERWISE))
            for text, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
        )

    def _alias(self, text: str, count: int, reason: Reason) -> Alias:
        place = None
        if reason.where is not None:
            page, start, end = reason.where
            place = Place(self._order[page], start, end)
        return Alias(text, count, reason.words, reason.rule, reason.tentative, place)


def _reasons(
    clusters: Clusters, members: Sequence[int], pairs: Sequence[Pair], name: str
) -> dict[str, Reason]:
    """Why each spelling was merged: the most telling reason of the nodes that share it.

    A reason is solid where solid reasons alone lead from it to the name.
    """
    nodes = clusters.nodes
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
