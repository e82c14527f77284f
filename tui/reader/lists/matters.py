"""The matters of a comparison: what is said of the same, by whom, in one order for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.core.model import Claim
from tui.reader.relations import Kind

if TYPE_CHECKING:
    from tui.reader.index import Index

Order = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Claims about one thing: a correspondence, a pair in none, or a claim that stands alone."""

    key: str
    """The id of its first claim, and of how many matters of that claim it is the one."""
    kind: Kind
    tentative: bool
    score: float
    """0..1; 0 for a claim that stands alone."""
    cells: tuple[tuple[Claim, ...], ...]
    """By document, each in the order of the text."""

    @property
    def claims(self) -> list[Claim]:
        """All its claims, by document."""
        return [claim for cell in self.cells for claim in cell]

    def is_loud(self, index: Index, claim: Claim) -> bool:
        """Whether a claim of it differs from another of it, or is contradicted by it."""
        others = {c.id for c in self.claims}
        return any(
            found.relation != "agrees" and found.claim.id in others
            for found in index.counterparts(claim)
        )


@dataclass(frozen=True, slots=True)
class _Found:
    claims: tuple[Claim, ...]
    kind: Kind
    tentative: bool
    score: float


def matters(index: Index) -> list[Matter]:
    """All matters, in the order of the first document.

    What it does not speak of stands after what the next document says just before it; what that
    document begins with, before the first thing they share.
    """
    by_id = {claim.id: claim for claim in index.comparison.claims}
    found = list(_groups(index, by_id))
    together = {
        (a.id, b.id) for matter in found for a in matter.claims for b in matter.claims if a is not b
    }
    shown = {claim.id for matter in found for claim in matter.claims}
    for matter in _pairs(index, by_id, shown, together):
        found.append(matter)
        shown |= {claim.id for claim in matter.claims}
    several = len(index.comparison.documents) > 1
    for claim in index.comparison.claims:
        if claim.id not in shown:
            found.append(_Found((claim,), "only" if several else "agrees", False, 0.0))
    return _in_order(index, found)


def _groups(index: Index, by_id: dict[str, Claim]) -> Iterator[_Found]:
    for group in index.comparison.correspondences:
        claims = tuple(by_id[c] for c in group.claims if c in by_id)
        if claims:
            yield _Found(claims, group.relation, group.tentative, group.score)


def _pairs(
    index: Index, by_id: dict[str, Claim], shown: set[str], together: set[tuple[str, str]]
) -> Iterator[_Found]:
    """Links outside of all correspondences: contradictions, and those of claims not shown yet."""
    for link in index.comparison.links:
        if (link.a, link.b) in together or link.a not in by_id or link.b not in by_id:
            continue
        if link.relation == "contradicts" or not {link.a, link.b} <= shown:
            yield _Found((by_id[link.a], by_id[link.b]), link.relation, link.tentative, link.score)


def _before_first(
    document: int,
    claims: Sequence[Claim],
    of_claim: Mapping[str, Sequence[int]],
    orders: Mapping[int, Order],
) -> Order:
    """After what stands whatever a document begins with: just before the first matter it shares.

    Where it shares none with an earlier document, all of it comes after theirs.
    """
    for claim in claims:
        placed = [orders[k] for k in of_claim.get(claim.id, ()) if k in orders]
        if placed:
            *front, (last, place) = min(placed)
            return (*front, (last, place - 1))
    return ()


def _in_order(index: Index, found: Sequence[_Found]) -> list[Matter]:
    """In the order of the first document, the others' own matters in between."""
    of_claim: dict[str, list[int]] = {}
    for k, matter in enumerate(found):
        for claim in matter.claims:
            of_claim.setdefault(claim.id, []).append(k)
    orders: dict[int, Order] = {}
    for document, claims in enumerate(index.claims):
        here = _before_first(document, claims, of_claim, orders)
        for place, claim in enumerate(claims):
            mine = of_claim.get(claim.id, ())
            for k in mine:
                if k not in orders:
                    orders[k] = (*(x for x in here if x[0] < document), (document, place))
            placed = [orders[k] for k in mine]
            if placed:
                here = min(placed)
    documents = len(index.comparison.documents)
    seen: dict[str, int] = {}
    result = []
    for k in sorted(range(len(found)), key=lambda k: (orders[k], k)):
        matter = found[k]
        cells: list[list[Claim]] = [[] for _ in range(documents)]
        for claim in sorted(matter.claims, key=lambda c: (c.document, c.start)):
            cells[claim.document].append(claim)
        first = next(cell[0] for cell in cells if cell)
        seen[first.id] = seen.get(first.id, 0) + 1
        result.append(
            Matter(
                f"{first.id} {seen[first.id]}",
                matter.kind,
                matter.tentative,
                matter.score,
                tuple(tuple(cell) for cell in cells),
            )
        )
    return result
