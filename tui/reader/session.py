"""Where the reader is: the current document, the claim cursor of each, the walk, the way back.

Everything here is decided without a screen. The methods that can find nothing to go to return what
to tell the user; scrolling and drawing are the screen's work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.core.document import Document
from tui.reader.filters import Filter
from tui.reader.walks import Stop, Walk
from tui.reader.words import letter, silence_words

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Counterpart, Index

HISTORY = 200
"""Places remembered for the way back."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one was: the document, each document's claim, and each column's first row's offset."""

    active: int
    places: tuple[int | None, ...]
    tops: tuple[int, ...]


class Session:
    """The state of one reading."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents
        self.index: Index | None = None
        self.active = 0
        self.places: list[int | None] = [None] * len(documents)
        """The number of the current claim in each document; None before there are claims."""
        self.filter = Filter()
        """Which claims are wanted; the others are passed over."""
        self.walk: Walk | None = None
        self.stop: int | None = None
        """The number of the walk's stop one is at."""
        self._aligned: str | None = None
        self._turn = 0
        self._history: list[Place] = []

    # The cursor

    @property
    def claim(self) -> Claim | None:
        """The current claim."""
        return self.claim_of(self.active)

    def claim_of(self, document: int) -> Claim | None:
        """The claim the cursor of a document is at."""
        place = self.places[document]
        return None if self.index is None or place is None else self.index.claims[document][place]

    def receive(self, index: Index, offsets: Sequence[int]) -> None:
        """Take an analysis; each cursor starts at the claim nearest its document's offset.

        The analysis has also read what the documents say of themselves: title, date, metadata.
        """
        self.index = index
        self.documents = index.comparison.documents
        for document, offset in enumerate(offsets):
            self.go_near(document, offset)

    def refine(self, index: Index) -> None:
        """Take the same analysis with other links; everything stays where it is."""
        self.index = index

    def go(self, claim: Claim) -> None:
        """Put the cursor on a claim, in its document."""
        assert self.index is not None
        self.active = claim.document
        self.places[claim.document] = self.index.place(claim)

    def go_near(self, document: int, offset: int) -> None:
        """Put a document's cursor on the claim nearest after `offset`."""
        claim = self.index.claim_near(document, offset) if self.index else None
        if claim and self.index:
            self.places[document] = self.index.place(claim)

    def move(self, count: int) -> str:
        """Go `count` claims on (negative: back), as far as there are any."""
        place = self.places[self.active]
        if self.index is None or place is None:
            return ""
        last = len(self.index.claims[self.active]) - 1
        self.places[self.active] = max(0, min(place + count, last))
        if place + count > last == place:
            return f"no more claims in {letter(self.active)}"
        return f"the first claim in {letter(self.active)}" if place + count < 0 == place else ""

    def move_loud(self, count: int) -> str:
        """Go `count` differing or contradicted claims on (negative: back)."""
        if self.index is None:
            return "differences are known once the analysis is done"
        claim = self.claim
        loud = self.index.loud(self.active)
        if claim is None or not loud:
            return f"nothing differs or is contradicted in {letter(self.active)}"
        before = [c for c in loud if c.start < claim.start]
        after = [c for c in loud if c.start > claim.start]
        way = after if count > 0 else before[::-1]
        if not way:
            side = "below" if count > 0 else "above"
            return f"no more differences {side} in {letter(self.active)}"
        found = way[min(abs(count), len(way)) - 1]
        self.go(found)
        return f"difference {loud.index(found) + 1} of {len(loud)} in {letter(self.active)}"

    # Counterparts

    def counterparts(self) -> list[Counterpart]:
        """What answers to the current claim in all documents."""
        claim = self.claim
        return self.index.counterparts(claim) if self.index and claim else []

    def align(self) -> tuple[dict[int, Counterpart], str]:
        """Choose a counterpart in each other document; called again, the next of several.

        Returns the choice, and in words what was found and what was not.
        """
        claim = self.claim
        if self.index is None or claim is None:
            return {}, "counterparts are known once the analysis is done"
        self._turn = self._turn + 1 if self._aligned == claim.id else 0
        self._aligned = claim.id
        chosen = self.chosen()
        several = []
        for document in chosen:
            total = len(self.index.counterparts(claim, document))
            if total > 1:
                several.append(f"{letter(document)}: {self._turn % total + 1} of {total}")
        silent = [d for d in range(len(self.documents)) if d not in chosen and d != claim.document]
        return chosen, "; ".join(filter(None, [", ".join(several), silence_words(silent)]))

    def chosen(self) -> dict[int, Counterpart]:
        """The counterparts in other documents that stand beside the current claim, once aligned."""
        claim = self.claim
        if self.index is None or claim is None or self._aligned != claim.id:
            return {}
        chosen = {}
        for document in range(len(self.documents)):
            found = self.index.counterparts(claim, document)
            if found and document != claim.document:
                chosen[document] = found[self._turn % len(found)]
        return chosen

    # Walks

    def start_walk(self, walk: Walk | None, at: tuple[int, int]) -> Stop | None:
        """Begin a walk at its first stop from a place on; returns that stop."""
        self.walk = walk
        self.stop = walk.first_from(at) if walk and walk.stops else None
        return self.current_stop

    @property
    def current_stop(self) -> Stop | None:
        """The stop one is at."""
        return None if self.walk is None or self.stop is None else self.walk.stops[self.stop]

    def step(self, count: int, at: tuple[int, int]) -> tuple[Stop | None, str]:
        """Go `count` stops on from a place; returns the stop and what to say of it."""
        if self.walk is None:
            return None, "nothing is searched for or marked"
        if not self.walk.stops:
            return None, self.walk_words()
        self.stop, wrapped = self.walk.step(at, count)
        around = " (from the start again)" if count > 0 else " (from the end again)"
        return self.current_stop, self.walk_words() + (around if wrapped else "")

    def walk_words(self) -> str:
        """Where the walk is: `hit 2 of 3 for "road"`."""
        walk = self.walk
        if walk is None:
            return ""
        if not walk.stops or self.stop is None:
            return f"no {walk.noun} for {walk.name}"
        joint = "for" if walk.noun == "hit" else "of"
        total = f"more than {len(walk.stops)}" if walk.more else len(walk.stops)
        return f"{walk.noun} {self.stop + 1} of {total} {joint} {walk.name}"

    # The way back

    def remember(self, tops: Sequence[int]) -> None:
        """Keep the present place, so that one can go back to it."""
        place = Place(self.active, tuple(self.places), tuple(tops))
        if not self._history or self._history[-1] != place:
            self._history = [*self._history[1 - HISTORY :], place]

    def back(self) -> Place | None:
        """The place last left, which is forgotten; None where there is none."""
        if not self._history:
            return None
        place = self._history.pop()
        self.active = place.active
        for document, number in enumerate(place.places):
            if number is not None:
                self.places[document] = number
        return place
