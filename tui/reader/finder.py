"""A search while it is typed: each change of the words moves the walk through their hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer

from tui.reader.prompt import Prompt

if TYPE_CHECKING:
    from tui.reader.history import Place
    from tui.reader.screens.reader import ReaderScreen


AT_ONCE = 500_000
"""Characters that are searched at every key; for more, typing has to pause."""

PAUSE = 0.15
"""Seconds without a key after which many characters are searched."""


class Finder:
    """Asks for the words to look for, on one screen."""

    def __init__(self, screen: ReaderScreen) -> None:
        self.screen = screen
        self.prompt: Prompt | None = None
        """The words so far; None while no search is being typed."""
        self.origin = (0, 0)
        """The document and the offset the search looks from."""
        self._left: Place | None = None
        """Where one was when the search was begun."""
        self._timer: Timer | None = None

    def open(self) -> None:
        """Begin to ask."""
        screen = self.screen
        if screen.in_entities:
            screen.enter_entities(False)
        self._left = screen.place()
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
            self._wait()
            if sum(len(d.text) for d in self.screen.session.documents) < AT_ONCE:
                self._look()
            else:
                self._timer = self.screen.set_timer(PAUSE, self._look)
        self.screen.show()

    def _look(self) -> None:
        self._wait()
        if self.prompt is not None:
            self.screen.commands.search(self.prompt.text)

    def _wait(self) -> bool:
        """Drop a search that was put off; says whether there was one."""
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.stop()
        return timer is not None

    def _end(self, keep: bool) -> None:
        screen, session = self.screen, self.screen.session
        if self._wait() and keep:
            self._look()
        self.prompt = None
        if not keep or session.stop is None:
            session.start_walk(None, (0, 0))
            screen.show_walk()
        if self._left and not keep:
            screen.say("")
            session.restore(self._left)
            screen.return_to(self._left)
        elif self._left and session.stop is not None:
            session.history.remember(self._left)
        screen.show()
