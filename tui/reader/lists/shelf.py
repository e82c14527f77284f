"""The lists of one reading: each made when it is first opened, each with where one is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tui.reader.filters import Filter
from tui.reader.lists.listing import Listing, State, View, window
from tui.reader.lists.names import Names
from tui.reader.lists.numbers import Numbers
from tui.reader.lists.overview import Overview
from tui.reader.lists.speakers import Speakers
from tui.reader.lists.timeline import Timeline

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Index

LISTS: Mapping[str, type[Listing[Any]]] = {
    kind.action: kind for kind in (Overview, Numbers, Speakers, Timeline, Names)
}
"""By the action that opens each."""


class Shelf:
    """Lists over an index; where one is in them outlives a refined index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._made: dict[str, Listing[Any]] = {}
        self._texts: dict[str, str] = {}
        self._states = {action: State() for action in LISTS}

    def take(self, index: Index) -> None:
        """Take the same analysis with other links."""
        if index is not self._index:
            self._index = index
            self._made.clear()
            self._texts.clear()

    def listing(self, action: str) -> Listing[Any]:
        """The list that an action opens."""
        if action not in self._made:
            self._made[action] = LISTS[action](self._index)
        return self._made[action]

    def state(self, action: str) -> State:
        """Where one is in it."""
        return self._states[action]

    def rows(self, action: str, wanted: Filter) -> tuple[Sequence[Any], int]:
        """The rows of a list that pass, in order; and how many there are without any filter."""
        listing, state = self.listing(action), self.state(action)
        rows = listing.rows(wanted, state)
        total = listing.count(rows)
        if wanted:
            total = listing.count(listing.rows(Filter(), state))
            rows = listing.rows(wanted, state)
        words = state.words.split()
        if words:
            bare = state.words == state.words.lower()
            rows = [row for row in rows if self._has(action, row, words, bare)]
        return rows, total

    def _has(self, action: str, row: Any, words: Sequence[str], bare: bool) -> bool:
        """Whether a row has all the words; capital letters count only where some are typed."""
        key = f"{action} {self.listing(action).key(row)}"
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = self.listing(action).words(row)
        text = text.lower() if bare else text
        return all(word in text for word in words)

    def find(self, action: str, rows: Sequence[Any], claim: Claim | None) -> int:
        """The number of the row one was at; at first that of a claim, or else the first."""
        listing, state = self.listing(action), self.state(action)
        if state.key is not None:
            for k, row in enumerate(rows):
                if listing.key(row) == state.key:
                    return k
            claim = state.claim
        if claim is not None:
            for k, row in enumerate(rows):
                if any(c.id == claim.id for c in listing.claims(row)):
                    return k
        return max(0, min(state.number, len(rows) - 1))

    def view(self, action: str, width: int, ascii_only: bool) -> View:
        """What the rows are drawn for on a screen so many cells wide."""
        listing, state = self.listing(action), self.state(action)
        documents = len(self._index.comparison.documents)
        shown = range(0)
        if not (listing.celled and state.stacked):
            room = listing.room(width)
            shown = window(room, documents, state.first, state.column, listing.least)
        if shown:
            state.first = shown.start
        return View(width, shown, state.column, ascii_only)
