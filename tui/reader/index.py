"""A comparison made ready for looking things up: which claim is here, and what answers to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.core.comparison import Comparison
from tui.core.model import STRENGTH, Claim, Entity, Link, Relation
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
        self._found: dict[str, dict[str, Counterpart]] = {}
        self._relations: dict[str, list[Mark]] = {}
        self._collect_links()
        self._collect_groups()
        self.marks: dict[str, Mark] = {}
        """By claim; a claim of a single document has none until something answers to it."""
        for claim in comparison.claims:
            if claim.id in self._relations:
                self.marks[claim.id] = _strongest(self._relations[claim.id])
            elif len(comparison.documents) > 1:
                self.marks[claim.id] = Mark("only")

    def _collect_links(self) -> None:
        for link in self.comparison.links:
            if link.a in self._by_id and link.b in self._by_id:
                a, b = self._by_id[link.a], self._by_id[link.b]
                for one, other in ((a, b), (b, a)):
                    found = Counterpart(other, link.relation, link.tentative, link.score, link)
                    self._found.setdefault(one.id, {})[other.id] = found
                    mark = Mark(link.relation, link.tentative)
                    self._relations.setdefault(one.id, []).append(mark)

    def _collect_groups(self) -> None:
        for group in self.comparison.correspondences:
            members = [self._by_id[c] for c in group.claims if c in self._by_id]
            mark = Mark(group.relation, group.tentative)
            for a in members:
                self._relations.setdefault(a.id, []).append(mark)
                known = self._found.setdefault(a.id, {})
                for b in members:
                    if a.document != b.document and b.id not in known:
                        known[b.id] = Counterpart(
                            b, group.relation, group.tentative, group.score, None
                        )

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
        found = self._found.get(claim.id, {}).values()
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

    def counts(self) -> dict[Kind, int]:
        """How many correspondences there are of each relation, and how many claims stand alone."""
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


def _strongest(marks: Sequence[Mark]) -> Mark:
    kind = max((m.kind for m in marks), key=lambda k: RELATIONS[k].loudness)
    return Mark(kind, tentative=all(m.tentative for m in marks if m.kind == kind))


def one_line(text: str, start: int, end: int) -> str:
    """A stretch of text with every run of blanks as one space."""
    return " ".join(text[start:end].split())
