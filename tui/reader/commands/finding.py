"""Search, and the filters."""

from __future__ import annotations

from tui.reader import walks
from tui.reader.commands.base import Base


class Finding(Base):
    """The hits of a search, and which claims are shown."""

    def do_search_open(self, count: int) -> None:
        self.screen.finder.open()

    def search(self, wanted: str) -> None:
        """Look for words in all documents, and go to the first place from here on."""
        walk = walks.search([d.text for d in self.session.documents], wanted)
        stop = self.session.start_walk(walk if wanted.strip() else None, self.screen.finder.origin)
        self.screen.sidebar.mark(None)
        self.screen.show_walk()
        self.visit(stop, self.session.walk_words())

    def do_hit_next(self, count: int) -> None:
        at = self.screen.here()
        stop = self.session.current_stop
        if stop and self.screen.column.row_on_screen(stop.start) is not None:
            at = (stop.document, stop.start) if stop.document == self.session.active else at
        stop, message = self.session.step(count, at)
        if stop:
            self.screen.remember()
        self.visit(stop, message)

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
