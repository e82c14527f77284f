"""A comparison made ready for looking things up: which claim is here, and what answers to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tui.core.model import STRENGTH, Claim, Comparison, Correspondence, Entity, Link, Relation
from tui.reader.relations import RELATIONS, Kind


@dataclass(frozen=True, slots=True)
class Mark:
    """What a claim is in the comparison as a whole."""

    kind: Kind
    tentative: bool = False


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A claim that answers to another one, and how they are related."""

    claim: Claim
    relation: Relation
    tentative: bool
    score: float
    link: Link | None
    """The link between the two; None where only a chain of others joins them."""


_MARKS = {
    (relation, tentative): Mark(relation, tentative)
    for relation in STRENGTH
    for tentative in (False, True)
}
_ONLY = Mark("only")


class Index:
    """Looks things up in one `Comparison`; built once, read often, never changed."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.claims: list[list[Claim]] = [[] for _ in comparison.documents]
        """By document, in the order of the text."""
        for claim in comparison.claims:
            self.claims[claim.document].append(claim)
        for claims in self.claims:
            claims.sort(key=lambda claim: (claim.start, claim.end))
        self.starts = [[claim.start for claim in claims] for claims in self.claims]
        self._place = {c.id: k for claims in self.claims for k, c in enumerate(claims)}
        self._by_id = {claim.id: claim for claim in comparison.claims}
        self.entities: Mapping[str, Entity] = {e.id: e for e in comparison.entities}
        self._links: dict[str, list[Link]] = {}
        self._groups: dict[str, list[Correspondence]] = {}
        self.marks: dict[str, Mark] = {}
        """By claim; a claim of a single document has none until something answers to it."""
        self._collect()
        self._counts = self._count()

    def _collect(self) -> None:
        # The counterparts themselves are made when asked for: most claims are never looked at,
        # and in a group each answers to each.
        loudest = self.marks
        for link in self.comparison.links:
            if link.a in self._by_id and link.b in self._by_id:
                mark = _MARKS[link.relation, link.tentative]
                for name in (link.a, link.b):
                    self._links.setdefault(name, []).append(link)
                    loudest[name] = _louder(loudest.get(name), mark)
        for group in self.comparison.correspondences:
            mark = _MARKS[group.relation, group.tentative]
            for name in group.claims:
                if name in self._by_id:
                    self._groups.setdefault(name, []).append(group)
                    if self._joins(name, group):
                        loudest[name] = _louder(loudest.get(name), mark)
        if len(self.comparison.documents) > 1:
            for name in self._by_id:
                loudest.setdefault(name, _ONLY)

    def _joins(self, name: str, group: Correspondence) -> bool:
        """Whether a claim answers to any other only by a group.

        Where it does not, its links alone say how it stands: two others that contradict each
        other make no contradiction of it.
        """
        linked = {link.b if link.a == name else link.a for link in self._links.get(name, ())}
        here = self._by_id[name].document
        others = (self._by_id[c] for c in group.claims if c in self._by_id)
        return any(o.document != here and o.id not in linked for o in others)

    def _found(self, claim: Claim) -> dict[str, Counterpart]:
        """What answers to a claim, by its id; a link says more than a group."""
        found: dict[str, Counterpart] = {}
        for link in self._links.get(claim.id, ()):
            other = self._by_id[link.b if link.a == claim.id else link.a]
            found[other.id] = Counterpart(other, link.relation, link.tentative, link.score, link)
        for group in self._groups.get(claim.id, ()):
            for name in group.claims:
                member = self._by_id.get(name)
                if member and member.document != claim.document and name not in found:
                    found[name] = Counterpart(
                        member, group.relation, group.tentative, group.score, None
                    )
        return found

    def place(self, claim: Claim) -> int:
        """The claim's number in its document, from 0."""
        return self._place[claim.id]

    def claim_at(self, document: int, offset: int) -> Claim | None:
        """The claim that holds `offset`."""
        k = bisect_right(self.starts[document], offset) - 1
        claims = self.claims[document]
        return claims[k] if k >= 0 and offset < claims[k].end else None

    def claim_near(self, document: int, offset: int) -> Claim | None:
        """The claim that holds `offset`, or else the next one, or else the last one."""
        claims = self.claims[document]
        if not claims:
            return None
        held = self.claim_at(document, offset)
        return held or claims[min(bisect_left(self.starts[document], offset), len(claims) - 1)]

    def counterparts(self, claim: Claim, document: int | None = None) -> list[Counterpart]:
        """What answers to a claim (in one document): the surest, strongest and nearest first."""
        found = self._found(claim).values()
        chosen = [c for c in found if document is None or c.claim.document == document]
        return sorted(
            chosen,
            key=lambda c: (
                c.tentative,
                -STRENGTH[c.relation],
                -c.score,
                c.claim.document,
                c.claim.start,
            ),
        )

    def counts(self) -> Mapping[Kind, int]:
        """How many correspondences there are of each relation, and how many claims stand alone."""
        return self._counts

    def _count(self) -> dict[Kind, int]:
        found: Counter[Kind] = Counter(c.relation for c in self.comparison.correspondences)
        found["only"] = sum(mark.kind == "only" for mark in self.marks.values())
        return {kind: found[kind] for kind in RELATIONS}

    def source(self, claim: Claim) -> str | None:
        """The name of the one a claim is attributed to."""
        said = claim.attribution
        if said is None:
            return None
        entity = self.entities.get(said.source or "")
        return entity.name if entity else said.source_text

    def speaker(self, claim: Claim) -> str | None:
        """Who states a claim, so that two claims of one speaker have the same: an entity's id, or
        the words of the text where no entity was found."""
        said = claim.attribution
        if said is None or not (said.source or said.source_text):
            return None
        return said.source or one_line(said.source_text or "", 0, len(said.source_text or ""))

    def speaker_name(self, speaker: str) -> str:
        """The name of a speaker as `speaker` gives it."""
        entity = self.entities.get(speaker)
        return entity.name if entity else speaker

    def through(self, claim: Claim) -> list[str]:
        """Who reports that the source says so, the nearest first."""
        said = claim.attribution
        chain = said.chain if said else ()
        found = (self.entities.get(v.source or "") for v in chain)
        names = (e.name if e else v.source_text for e, v in zip(found, chain, strict=True))
        return [name for name in names if name]

    def text(self, claim: Claim) -> str:
        """The words of a claim on one line."""
        return one_line(self.comparison.documents[claim.document].text, claim.start, claim.end)


def _louder(known: Mark | None, mark: Mark) -> Mark:
    """The louder of two marks; of one kind, the certain one."""
    if known is None or known.kind == mark.kind:
        return mark if known is None or known.tentative else known
    louder = RELATIONS[mark.kind].loudness > RELATIONS[known.kind].loudness
    return mark if louder else known


def one_line(text: str, start: int, end: int) -> str:
    """A stretch of text with every run of blanks as one space."""
    return " ".join(text[start:end].split())
