"""A search while it is typed: each change of the words moves the walk through their hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tui.reader.prompt import Prompt

if TYPE_CHECKING:
    from tui.reader.screens.reader import ReaderScreen


class Finder:
    """Asks for the words to look for, on one screen."""

    def __init__(self, screen: ReaderScreen) -> None:
        self.screen = screen
        self.prompt: Prompt | None = None
        """The words so far; None while no search is being typed."""
        self.origin = (0, 0)
        """The document and the offset the search looks from."""

    def open(self) -> None:
        """Begin to ask."""
        screen = self.screen
        if screen.in_entities:
            screen.enter_entities(False)
        screen.remember()
        self.origin = screen.here()
        self.prompt = Prompt()
        screen.say("search all documents: Enter keeps the hits, Esc goes back")

    def key(self, event: events.Key) -> None:
        """Take a key typed while the prompt is open."""
        if self.prompt is None:
            return
        if event.key in ("enter", "escape"):
            self._end(keep=event.key == "enter")
            return
        typed = event.character if event.is_printable else None
        self._retype(self.prompt.insert(typed) if typed else self.prompt.key(event.key))

    def paste(self, words: str) -> None:
        """Take pasted words; they are for the prompt, and nothing else."""
        if self.prompt is not None:
            self._retype(self.prompt.insert(words))

    def _retype(self, prompt: Prompt) -> None:
        changed = self.prompt is None or prompt.text != self.prompt.text
        self.prompt = prompt
        if changed:
            self.screen.commands.search(prompt.text)
        self.screen.show()

    def _end(self, keep: bool) -> None:
        screen, session = self.screen, self.screen.session
        self.prompt = None
        if not keep or session.stop is None:
            session.start_walk(None, (0, 0))
            screen.show_walk()
        if not keep:
            screen.say("")
            screen.commands.do_place_back(1)
        screen.show()
