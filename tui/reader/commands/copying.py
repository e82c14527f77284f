"""Copying to the clipboard."""

from __future__ import annotations

from tui.reader.commands.base import Base


class Copying(Base):
    """A claim, with its citation, or all that answers to it."""

    def do_copy_claim(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_copy_citation(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_copy_correspondence(self, count: int) -> None:
        self.screen.say("not built yet")
