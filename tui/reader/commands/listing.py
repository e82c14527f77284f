"""The lists over everything."""

from __future__ import annotations

from tui.reader.commands.base import Base


class Listing(Base):
    """Each opens a screen; what is chosen there is gone to."""

    def do_overview_open(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_numbers_open(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_speakers_open(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_timeline_open(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_names_open(self, count: int) -> None:
        self.screen.say("not built yet")
