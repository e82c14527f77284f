"""Which documents stand where: their order, which are hidden, whether one stands alone.

Documents are known by their numbers, and so by their letters, whatever their order. Each move
gives another arrangement, and in words what could not be done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.reader.words import letter


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Documents in the order of their columns."""

    order: tuple[int, ...]
    """Every document, those that are hidden too."""
    hidden: frozenset[int] = frozenset()
    alone: bool = False
    """Whether only the current document is shown, and it takes all the room."""

    @staticmethod
    def of(documents: int) -> Arrangement:
        """All documents, in the order they were given."""
        return Arrangement(tuple(range(documents)))

    @property
    def visible(self) -> tuple[int, ...]:
        """The documents that are not hidden, in order."""
        return tuple(d for d in self.order if d not in self.hidden)

    def with_(self, document: int) -> Arrangement:
        """With a document shown again if it was hidden."""
        return replace(self, hidden=self.hidden - {document}) if document in self.hidden else self

    def step(self, document: int, way: int) -> int:
        """The document `way` columns further (negative: back), from the last on to the first."""
        visible = self.with_(document).visible
        return visible[(visible.index(document) + way) % len(visible)]

    def zoomed(self) -> Arrangement:
        """With the current document alone, or with all again."""
        return replace(self, alone=not self.alone)

    def without(self, document: int) -> tuple[Arrangement, int, str]:
        """With a document hidden; also which one is the current one then, and what to say."""
        visible = self.visible
        if visible == (document,):
            return self, document, "this is the only document shown; it cannot be hidden"
        at = visible.index(document)
        following = visible[at + 1] if at + 1 < len(visible) else visible[at - 1]
        return (
            replace(self, hidden=self.hidden | {document}),
            following,
            f"{letter(document)} is hidden",
        )

    def moved(self, document: int, count: int) -> tuple[Arrangement, str]:
        """With a document `count` visible columns further to the right (negative: to the left)."""
        visible = list(self.visible)
        at = visible.index(document)
        to = max(0, min(at + count, len(visible) - 1))
        if to == at:
            end = "only" if len(visible) == 1 else "last" if count > 0 else "first"
            return self, f"{letter(document)} is already the {end}"
        visible.insert(to, visible.pop(at))
        rest = iter(visible)
        order = tuple(d if d in self.hidden else next(rest) for d in self.order)
        return replace(self, order=order), f"the order is {letters(visible)}"

    def restored(self) -> tuple[Arrangement, str]:
        """All documents in their first order."""
        first = Arrangement.of(len(self.order))
        if first == self:
            return self, "all documents are shown, in their first order"
        again = "all documents again: " if self.hidden or self.alone else "the order is "
        return first, f"{again}{letters(first.order)}"


def letters(documents: Sequence[int]) -> str:
    """The letters of documents: `A B C`."""
    return " ".join(map(letter, documents))
