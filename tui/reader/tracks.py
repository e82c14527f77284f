"""Where the walks from claim to claim lead: the claims of a kind, as far as a filter lets them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.reader.filters import Filter
from tui.reader.marks import Layer, passing_stretches
from tui.reader.relations import Kind

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Index, Mark


@dataclass(frozen=True, slots=True)
class Goal:
    """What a walk goes to, and what it is called."""

    noun: str
    plural: str
    none: str
    """What is said where a document has none; the document's letter follows."""
    kinds: frozenset[Kind] = frozenset()
    """The relations looked for; any where it is empty."""
    tentative: bool = False
    """Only what is uncertain."""

    def wants(self, mark: Mark | None) -> bool:
        """Whether a claim with this mark is looked for."""
        if mark is None:
            return False
        return (not self.kinds or mark.kind in self.kinds) and mark.tentative >= self.tentative


GOALS: Mapping[str, Goal] = {
    "difference": Goal(
        "difference",
        "differences",
        "nothing differs or is contradicted in",
        frozenset({"differs", "contradicts"}),
    ),
    "contradiction": Goal(
        "contradiction", "contradictions", "nothing is contradicted in", frozenset({"contradicts"})
    ),
    "only": Goal(
        "claim only here", "claims only here", "nothing stands only in", frozenset({"only"})
    ),
    "tentative": Goal(
        "uncertain link", "uncertain links", "no link is uncertain in", tentative=True
    ),
}
"""By the first half of the action's id: `contradiction` of `contradiction.next`."""


class Tracks:
    """Sorted numbers of claims, made when they are first asked for; for one index and filter."""

    def __init__(self, index: Index, wanted: Filter) -> None:
        self._index = index
        self._filter = wanted
        self._passing: list[list[int]] | None = None
        self._ids: frozenset[str] = frozenset()
        self._kept: list[Layer] | None = None
        self._found: dict[tuple[str, int], list[int]] = {}
        self._said: dict[str, list[tuple[int, int]]] | None = None
        if wanted:
            self._passing = [
                [k for k, claim in enumerate(claims) if wanted.passes(index, claim)]
                for claims in index.claims
            ]
            self._ids = frozenset(
                index.claims[d][k].id for d, numbers in enumerate(self._passing) for k in numbers
            )

    @property
    def ids(self) -> frozenset[str] | None:
        """The claims that pass; None where nothing is asked, or nothing at all passes."""
        return self._ids or None

    def passing(self, document: int) -> Sequence[int] | None:
        """The numbers of a document's claims that pass; None where nothing is asked."""
        return None if self._passing is None else self._passing[document]

    def touches(self, document: int, start: int, end: int) -> bool:
        """Whether a stretch has any part in a claim that passes, or in who is named as its source.

        Every stretch has where nothing is asked, or nothing at all passes.
        """
        if not self._ids:
            return True
        if self._kept is None:
            self._kept = [
                Layer((a, b, "") for a, b in passing_stretches(self._index, d, self._ids))
                for d in range(len(self._index.claims))
            ]
        return bool(self._kept[document].over(start, end))

    def count(self, document: int | None = None) -> int:
        """How many claims pass, in one document or in all."""
        documents = range(len(self._index.claims)) if document is None else (document,)
        return sum(
            len(self._index.claims[d] if self._passing is None else self._passing[d])
            for d in documents
        )

    def of(self, goal: str, document: int) -> Sequence[int]:
        """The numbers of a document's claims that one of the `GOALS` looks for."""
        found = self._found.get((goal, document))
        if found is None:
            marks, wants = self._index.marks, GOALS[goal].wants
            found = [k for k, claim in self._walked(document) if wants(marks.get(claim.id))]
            self._found[goal, document] = found
        return found

    def elsewhere(self, goal: str, document: int, way: int) -> tuple[int, int] | None:
        """The nearest document on that way, round the end, that has some, and how many."""
        total = len(self._index.claims)
        for k in range(1, total):
            other = (document + k * way) % total
            if found := self.of(goal, other):
                return other, len(found)
        return None

    def said_by(self, speaker: str) -> Sequence[tuple[int, int]]:
        """All claims of a speaker (as `Index.speaker` gives it): document and number."""
        if self._said is None:
            self._said = {}
            for document in range(len(self._index.claims)):
                for k, claim in self._walked(document):
                    said_by = self._index.speaker(claim)
                    if said_by:
                        self._said.setdefault(said_by, []).append((document, k))
        return self._said.get(speaker, ())

    def _walked(self, document: int) -> Sequence[tuple[int, Claim]]:
        claims, numbers = self._index.claims[document], self.passing(document)
        return [(k, claims[k]) for k in (range(len(claims)) if numbers is None else numbers)]


def nth(places: Sequence[Any], at: Any, count: int) -> int | None:
    """Of sorted places, the number of the one `count` after (negative: before) `at`.

    Where there are fewer, the last one on that way; None where there is none at all.
    """
    if count > 0:
        k = bisect_right(places, at)
        return min(k + count, len(places)) - 1 if k < len(places) else None
    k = bisect_left(places, at)
    return max(0, k + count) if k else None
