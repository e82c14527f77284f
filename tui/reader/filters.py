"""Which claims one wants to see: by relation, by entity and by speaker, all at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.reader.relations import RELATIONS, Kind

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Index


@dataclass(frozen=True, slots=True)
class Filter:
    """What a claim must be to pass; each part that is empty asks nothing."""

    relations: frozenset[Kind] = frozenset()
    """One of these relations."""
    tentative: bool = False
    """A link that is uncertain."""
    entity: str | None = None
    """The id of an entity that the claim names, or that states it."""
    speaker: str | None = None
    """Who states the claim, as `Index.speaker` gives it."""

    def __bool__(self) -> bool:
        """Whether anything is asked at all."""
        return self != Filter()

    def toggled(self, kind: Kind) -> Filter:
        """With one relation more, or less where it was asked already."""
        return replace(self, relations=self.relations ^ {kind})

    def passes(self, index: Index, claim: Claim) -> bool:
        """Whether a claim is what is asked."""
        mark = index.marks.get(claim.id)
        if self.relations and (mark is None or mark.kind not in self.relations):
            return False
        if self.tentative and not (mark and mark.tentative):
            return False
        said = claim.attribution
        if self.entity and self.entity not in (*claim.entities, said.source if said else None):
            return False
        return not self.speaker or index.speaker(claim) == self.speaker

    def words(self, index: Index) -> str:
        """What is asked: `differs or contradicts, uncertain, about X, said by Y`."""
        kinds = [look.word for kind, look in RELATIONS.items() if kind in self.relations]
        parts = [" or ".join(kinds)] if kinds else []
        if self.tentative:
            parts.append("uncertain")
        if self.entity and self.entity in index.entities:
            parts.append(f"about {index.entities[self.entity].name}")
        if self.speaker:
            parts.append(f"said by {index.speaker_name(self.speaker)}")
        return ", ".join(parts)
