"""Searching, and going through what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.commands.base import Base

if TYPE_CHECKING:
    from tui.reader.walks import Walk


class Finding(Base):
    """The hits of a search, and the mentions of an entity."""

    def do_search_open(self, count: int) -> None:
        self.screen.finder.open()

    def found(self, walk: Walk | None) -> None:
        """Take what was found, and go to the first place from where the search began."""
        stop = self.session.start_walk(walk, self.screen.finder.origin)
        self.screen.sidebar.mark(None)
        self.screen.show_walk()
        self.visit(stop, self.session.walk_words())

    def do_hit_next(self, count: int) -> None:
        before = self.screen.place()
        stop, message = self.session.step(count, self.at())
        self.visit(stop, message)
        self.leave(before)

    def do_hit_previous(self, count: int) -> None:
        self.do_hit_next(-count)

    def do_clear(self, count: int) -> None:
        screen = self.screen
        if screen.in_entities:
            screen.enter_entities(False)
        self.session.start_walk(None, (0, 0))
        screen.sidebar.mark(None)
        screen.show_walk()
        screen.show()
