"""Which claims one wants to see: by relation, by entity and by speaker, all at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.reader.relations import RELATIONS, TENTATIVE, Kind
from tui.reader.words import Line, letter, shorten

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Index
    from tui.reader.session import Session


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

    def signs(self, index: Index, ascii_only: bool) -> str:
        """What is asked, with glyphs for relations and names alone: `≠? X, by Y`."""
        marks = [
            look.mark(ascii_only) for kind, look in RELATIONS.items() if kind in self.relations
        ]
        parts = ["".join(marks) + TENTATIVE * self.tentative]
        if self.entity and self.entity in index.entities:
            parts.append(index.entities[self.entity].name)
        if self.speaker:
            parts.append(f"by {index.speaker_name(self.speaker)}")
        return ", ".join(filter(None, parts))


def counted_words(session: Session) -> str:
    """How many claims pass the session's filter: `4 of 21 claims pass in A, 9 of 43 in all`."""
    index, tracks = session.index, session.tracks
    if index is None or tracks is None:
        return ""
    everything = sum(map(len, index.claims))
    if not tracks.count():
        return f"none of {everything} claims pass: nothing is faded"
    here, total = tracks.count(session.active), len(index.claims[session.active])
    words = f"{here or 'none'} of {total} claims pass in {letter(session.active)}"
    return f"{words}, {tracks.count()} of {everything} in all"


def title_words(session: Session, document: int) -> str:
    """How many claims a document has, and how many of them pass: `4 of 21 claims pass`."""
    if session.index is None or session.tracks is None:
        return ""
    total = len(session.index.claims[document])
    claims = f"{total} claim{'s' * (total != 1)}"
    if session.tracks.passing(document) is None:
        return claims
    return f"{session.tracks.count(document)} of {claims} pass"


def filter_line(session: Session, key: str, room: int, ascii_only: bool) -> Line:
    """The filter in at most `room` cells, with the key that clears it; empty where there is none.

    With little room it is told by signs, then cut; the key always stands.
    """
    index, wanted, tracks = session.index, session.filter, session.tracks
    if index is None or tracks is None or not wanted:
        return []
    count = f"{tracks.count()} of {sum(map(len, index.claims))}"
    words, signs = wanted.words(index), wanted.signs(index, ascii_only)
    clears = f" {key} " if key else " "
    for text, after in (
        (f"filter: {words} ({count})", "clears "),
        (f"filter: {signs} ({count})", "clears "),
        (f"filter: {signs}", "clears "),
        (f"filter: {signs}", ""),
    ):
        after = after if key else ""
        if len(text) + len(clears) + len(after) + 1 <= room:
            break
    text = shorten(text, max(8, room - len(clears) - len(after) - 1), ascii_only)
    line: Line = [(f" {text}", ("header-strong",)), (clears, ("header-key",))]
    return [*line, (after, ("header",))] if after else line
