"""Which documents stand where."""

from __future__ import annotations

from tui.reader.commands.base import Base


class Arranging(Base):
    """Zoom, hiding and order of the columns."""

    def do_column_zoom(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_column_hide(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_columns_restore(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_column_left(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_column_right(self, count: int) -> None:
        self.screen.say("not built yet")
