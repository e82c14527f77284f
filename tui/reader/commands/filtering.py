"""The filters: which claims are shown and walked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.reader.commands.base import Base
from tui.reader.filters import Filter, counted_words
from tui.reader.relations import Kind

if TYPE_CHECKING:
    from tui.core.model import Entity


class Filtering(Base):
    """Filters combine; each is set and taken back by the same key."""

    def do_filter_agrees(self, count: int) -> None:
        self._toggle("agrees")

    def do_filter_differs(self, count: int) -> None:
        self._toggle("differs")

    def do_filter_contradicts(self, count: int) -> None:
        self._toggle("contradicts")

    def do_filter_only(self, count: int) -> None:
        self._toggle("only")

    def _toggle(self, kind: Kind) -> None:
        self._want(self.session.filter.toggled(kind))

    def do_filter_tentative(self, count: int) -> None:
        wanted = self.session.filter
        self._want(replace(wanted, tentative=not wanted.tentative))

    def do_filter_entity(self, count: int) -> None:
        screen, wanted = self.screen, self.session.filter
        # Taken back even where another entity is in hand by now; in the list, one is pointed at.
        if wanted.entity and not screen.in_entities:
            self._want(replace(wanted, entity=None))
            return
        entity = self.entity_in_hand()
        if entity is None:
            known = self.session.index is not None
            screen.say("no name stands in or near this claim" if known else _LATER)
            return
        self._want(replace(wanted, entity=None if wanted.entity == entity.id else entity.id))

    def do_filter_speaker(self, count: int) -> None:
        index, claim = self.session.index, self.session.claim
        if not self.filter_speaker(index.speaker(claim) if index and claim else None):
            self.screen.say("nobody is named who says this" if index else _LATER)

    def filter_entity(self, entity: Entity | None) -> bool:
        """Filter by an entity, or no longer by any; says whether there was one to filter by."""
        wanted = self.session.filter
        if wanted.entity is None and entity is None:
            return False
        self._want(replace(wanted, entity=None if wanted.entity or not entity else entity.id))
        return True

    def filter_speaker(self, speaker: str | None) -> bool:
        """The same by who says it, as `Index.speaker` gives it."""
        wanted = self.session.filter
        if wanted.speaker is None and speaker is None:
            return False
        self._want(replace(wanted, speaker=None if wanted.speaker else speaker))
        return True

    def do_filter_clear(self, count: int) -> None:
        if self.session.filter:
            self._want(Filter())
        else:
            self.screen.say("there is no filter")

    def _want(self, wanted: Filter) -> None:
        screen, session = self.screen, self.session
        if session.index is None:
            screen.say(_LATER)
            return
        session.set_filter(wanted)
        screen.show_filter()
        screen.say(counted_words(session) if wanted else "all claims again")
        screen.show()


_LATER = "filters work once the documents are compared"
