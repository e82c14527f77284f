"""Walks from claim to claim of a kind."""

from __future__ import annotations

from tui.reader.commands.base import Base


class Walking(Base):
    """Each walk goes on with `]` and back with `[`."""

    def do_difference_next(self, count: int) -> None:
        self.screen.remember()
        self.screen.say(self.session.move_loud(count))
        self.screen.reveal()

    def do_difference_previous(self, count: int) -> None:
        self.do_difference_next(-count)

    def do_contradiction_next(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_contradiction_previous(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_only_next(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_only_previous(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_tentative_next(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_tentative_previous(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_speaker_next(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_speaker_previous(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_mention_next(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_mention_previous(self, count: int) -> None:
        self.screen.say("not built yet")
