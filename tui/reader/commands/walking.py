"""Walks from claim to claim of a kind, and from mention to mention."""

from __future__ import annotations

from tui.reader import walks
from tui.reader.commands.base import Base
from tui.reader.walks import spans_of


class Walking(Base):
    """Each walk goes on with `]` and back with `[`, and ends at the last one.

    What a document says of its counterparts is walked in that document; a speaker and an entity
    are followed through all documents.
    """

    def do_difference_next(self, count: int) -> None:
        self._walk("difference", count)

    def do_difference_previous(self, count: int) -> None:
        self._walk("difference", -count)

    def do_contradiction_next(self, count: int) -> None:
        self._walk("contradiction", count)

    def do_contradiction_previous(self, count: int) -> None:
        self._walk("contradiction", -count)

    def do_only_next(self, count: int) -> None:
        self._walk("only", count)

    def do_only_previous(self, count: int) -> None:
        self._walk("only", -count)

    def do_tentative_next(self, count: int) -> None:
        self._walk("tentative", count)

    def do_tentative_previous(self, count: int) -> None:
        self._walk("tentative", -count)

    def _walk(self, goal: str, count: int) -> None:
        before = self.screen.place()
        words, document = self.session.walk_to(goal, count)
        key = self._way_to(document) if document is not None else ""
        self.screen.say(f"{words}: {key} goes there" if key else words)
        self.screen.reveal()
        self.leave(before)

    def _way_to(self, document: int) -> str:
        """The key that goes to another document; empty where none does."""
        following = (self.session.active + 1) % len(self.session.documents)
        key = self.screen.key_of("document.next") if document == following else ""
        return key or (str(document + 1) if document < 9 else "")

    def do_speaker_next(self, count: int) -> None:
        before = self.screen.place()
        self.screen.say(self.session.walk_speaker(count))
        self.screen.reveal()
        self.leave(before)

    def do_speaker_previous(self, count: int) -> None:
        self.do_speaker_next(-count)

    def do_mention_next(self, count: int) -> None:
        screen, session = self.screen, self.session
        if session.index is None:
            screen.say("names are known once the documents are compared")
            return
        entity = self.entity_in_hand()
        if entity is None:
            screen.say("no name stands in or near this claim")
            return
        at = self.at()
        if screen.sidebar.marked is not entity or session.walk is None:
            walk = walks.mentions(entity.name, spans_of(entity, len(session.documents)))
            session.start_walk(walk, at)
            screen.sidebar.mark(entity)
            screen.show_walk()
        before = screen.place()
        stop, message = session.step(count, at, around=False)
        if stop is None:
            screen.say(message)
        else:
            self.visit(stop, message)
        self.leave(before)

    def do_mention_previous(self, count: int) -> None:
        self.do_mention_next(-count)
