"""Which documents stand where."""

from __future__ import annotations

from tui.reader.arrangement import Arrangement
from tui.reader.commands.base import Base
from tui.reader.fitting import NARROW
from tui.reader.words import letter


class Arranging(Base):
    """Zoom, hiding and order of the columns."""

    def do_column_zoom(self, count: int) -> None:
        if len(self.session.documents) == 1:
            self.screen.say("there is only one document")
            return
        found = self.screen.arrangement.zoomed()
        if found.alone and self.screen.size.width < NARROW:
            self.screen.say("a terminal this narrow shows one document at a time")
            return
        alone = f"{letter(self.session.active)} alone"
        self._arrange(found, alone if found.alone else "all documents again")

    def do_column_hide(self, count: int) -> None:
        found, active, message = self.screen.arrangement.without(self.session.active)
        self.session.active = active
        self._arrange(found, message)

    def do_columns_restore(self, count: int) -> None:
        self._arrange(*self.screen.arrangement.restored())

    def do_column_left(self, count: int) -> None:
        self._arrange(*self.screen.arrangement.moved(self.session.active, -count))

    def do_column_right(self, count: int) -> None:
        self._arrange(*self.screen.arrangement.moved(self.session.active, count))

    def _arrange(self, arrangement: Arrangement, message: str) -> None:
        self.screen.arrangement = arrangement
        self.screen.say(message)
        self.screen.reveal()
