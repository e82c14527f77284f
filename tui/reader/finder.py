"""A search while it is typed: each change of the words moves the walk through their hits."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer
from textual.worker import Worker

from tui.reader.aliases import Aliases, Named, unnamed
from tui.reader.alike import Vocabulary
from tui.reader.keys import bindings, shown_key
from tui.reader.prompt import Prompt
from tui.reader.searching import Search, finished, searching

if TYPE_CHECKING:
    from tui.reader.history import Place
    from tui.reader.index import Index
    from tui.reader.screens.reader import ReaderScreen


AT_ONCE = 500_000
"""Characters that are searched at every key; for more, typing has to pause."""

PAUSE = 0.15
"""Seconds without a key after which many characters are searched."""

KEPT = 50
"""Searches that are remembered."""


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
        self._worker: Worker[None] | None = None
        self._waiting: list[events.Key] | None = None
        """Keys typed since Enter, while the search still goes on."""
        self._vocabulary = Vocabulary([d.text for d in screen.session.documents])
        self._known: tuple[Index, Aliases] | None = None
        self._past: list[str] = []
        self._back = 0
        """How many searches back one has gone in the prompt."""

    def open(self) -> None:
        """Begin to ask."""
        screen = self.screen
        if screen.in_entities:
            screen.enter_entities(False)
        self._left = screen.place()
        self.origin = screen.here()
        self.prompt = Prompt()
        self._back = 0
        up = shown_key("up", screen.ascii_only)
        past = f", {up} earlier searches" if self._past else ""
        screen.say(f"search all documents: Enter keeps the hits, Esc goes back{past}")

    def takes(self, event: events.Key) -> bool:
        """Take a key, if it is typed into the prompt or while a search still goes on."""
        if self._waiting is not None:
            if event.key in ("escape", "ctrl+g"):
                self._stop()
                self._close(keep=False)
            else:
                self._waiting.append(event)
            return True
        if self.prompt is None:
            return False
        self.key(event)
        return True

    def key(self, event: events.Key) -> None:
        """Take a key typed while the prompt is open."""
        if self.prompt is None:
            return
        if event.key in ("enter", "escape", "ctrl+g"):
            self._end(keep=event.key == "enter")
        elif event.key in ("up", "down"):
            self._recall(1 if event.key == "up" else -1)
        elif not event.is_printable and (action := self._walks(event.key)):
            if self.prompt.text:
                self.screen.commands.do(action, 1)
                self.screen.show()
            else:
                self._recall(1)
        else:
            typed = event.character if event.is_printable else None
            self._retype(self.prompt.insert(typed) if typed else self.prompt.key(event.key))

    def _walks(self, key: str) -> str:
        """The walk of a key that is no letter; the one that opens the prompt goes on in it."""
        keys = bindings(self.screen.reader.settings.keys)
        walks = (("search.open", "hit.next"), ("hit.next",) * 2, ("hit.previous",) * 2)
        return next((walk for action, walk in walks if key in keys[action]), "")

    def paste(self, words: str) -> None:
        """Take pasted words; they are for the prompt, and nothing else."""
        if self.prompt is not None and self._waiting is None:
            self._retype(self.prompt.insert(words))

    def _recall(self, way: int) -> None:
        """Put an earlier (later) search into the prompt."""
        back = max(0, min(self._back + way, len(self._past)))
        if back != self._back:
            self._back = back
            words = self._past[-back] if back else ""
            self._retype(Prompt(words, len(words)))

    def _retype(self, prompt: Prompt) -> None:
        changed = self.prompt is None or prompt.text != self.prompt.text
        self.prompt = prompt
        if changed:
            self._stop()
            if sum(len(d.text) for d in self.screen.session.documents) < AT_ONCE:
                self.screen.commands.found(finished(self._steps()) if prompt.text.strip() else None)
            else:
                self._timer = self.screen.set_timer(PAUSE, self._begin)
        self.screen.show()

    def _steps(self) -> Search:
        """The search for what the prompt says."""
        session = self.screen.session
        wanted = self.prompt.text if self.prompt else ""
        texts = [document.text for document in session.documents]
        return searching(texts, wanted, self._vocabulary, self._named(session.index))

    def _named(self, index: Index | None) -> Named:
        if index is None:
            return unnamed
        if self._known is None or self._known[0] is not index:
            self._known = (index, Aliases(index))
        return self._known[1].places

    def _begin(self) -> None:
        """Start a search that lets keys through while it goes on."""
        self._stop()
        if self.prompt is None or not self.prompt.text.strip():
            self.screen.commands.found(None)
            return
        self.screen.say("searching ...")
        self.screen.show()
        self._worker = self.screen.run_worker(self._go_on(self._steps()), exit_on_error=True)

    async def _go_on(self, steps: Search) -> None:
        walk = None
        while walk is None:
            try:
                next(steps)
            except StopIteration as done:
                walk = done.value
            else:
                await asyncio.sleep(0)
        self._worker = None
        self.screen.commands.found(walk)
        if self._waiting is not None:
            self._close(keep=True)

    def _stop(self) -> bool:
        """Drop a search that was put off or still goes on; says whether there was one."""
        timer, self._timer = self._timer, None
        worker, self._worker = self._worker, None
        if timer is not None:
            timer.stop()
        if worker is not None:
            worker.cancel()
        return timer is not None or worker is not None

    def _end(self, keep: bool) -> None:
        if not keep:
            self._stop()
        elif self._timer is not None:
            self._begin()
        if self._worker is not None:
            self._waiting = []
            return
        self._close(keep)

    def _close(self, keep: bool) -> None:
        """Have the words, or leave everything as it was; then do what was typed since."""
        screen, session = self.screen, self.screen.session
        words = self.prompt.text.strip() if self.prompt else ""
        waiting, self._waiting = self._waiting, None
        self.prompt = None
        if words and keep:
            self._past = [*(past for past in self._past if past != words), words][-KEPT:]
        if not keep or session.stop is None:
            session.start_walk(None, (0, 0))
            screen.show_walk()
        if self._left and not keep:
            screen.say("")
            session.restore(self._left)
            screen.return_to(self._left)
        elif self._left:
            screen.commands.leave(self._left)
        screen.show()
        for event in waiting or () if keep else ():
            screen.on_key(event)
