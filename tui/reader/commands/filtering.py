"""The filters: which claims are shown and walked."""

from __future__ import annotations

from tui.reader.commands.base import Base


class Filtering(Base):
    """Filters combine; each is set and taken back by the same key."""

    def do_filter_agrees(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_filter_differs(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_filter_contradicts(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_filter_only(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_filter_tentative(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_filter_entity(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_filter_speaker(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_filter_clear(self, count: int) -> None:
        self.screen.say("not built yet")
