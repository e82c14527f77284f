"""Copying to the clipboard."""

from __future__ import annotations

from tui.reader import citations, clipboard
from tui.reader.citations import copied_words
from tui.reader.commands.base import Base
from tui.reader.widgets.selecting import Selecting


class Copying(Base):
    """A claim, with its citation, or all that answers to it; or what the mouse has selected."""

    def do_copy_claim(self, count: int) -> None:
        selected = self.selected_text()
        if selected:
            self._copy(selected, copied_words(selected))
            return
        index, claim = self.session.index, self.session.claim
        if index is None or claim is None:
            self._no_claim()
            return
        text = citations.words(index, claim)
        self._copy(text, copied_words(text, 1))

    def do_copy_citation(self, count: int) -> None:
        index, claim = self.session.index, self.session.claim
        if index is None or claim is None:
            self._no_claim()
            return
        text = citations.citation(index, claim, self.screen.reader.ascii_only)
        self._copy(text, copied_words(text, 1, source=True))

    def do_copy_correspondence(self, count: int) -> None:
        index, claim = self.session.index, self.session.claim
        if index is None or claim is None:
            self._no_claim()
            return
        text, claims = citations.correspondence(index, claim, self.screen.reader.ascii_only)
        self._copy(text, copied_words(text, claims))

    def selected_text(self) -> str:
        """What the mouse has selected, exactly as the text has it; empty where it is nothing."""
        return next((c.selected_text for c in self.screen.columns if c.selected_text), "")

    def deselect(self, besides: Selecting | None = None) -> None:
        """Select nothing any more, but in one column where one is given."""
        for column in self.screen.columns:
            if column is not besides:
                column.select(None)

    def _no_claim(self) -> None:
        known = self.session.index is not None
        self.screen.say(
            "there is no claim here to copy" if known else "claims are known once the text is read"
        )

    def _copy(self, text: str, done: str) -> None:
        screen = self.screen
        refused = clipboard.too_long(text)
        if refused:
            screen.say(refused)
            return
        # Half of a surrogate pair, as a damaged file may hold it, cannot be sent.
        screen.app.copy_to_clipboard(text.encode("utf-8", "replace").decode())
        screen.say(done)
        if clipboard.in_tmux():
            screen.run_worker(self._hand_to_tmux(text, done), exit_on_error=False)

    async def _hand_to_tmux(self, text: str, done: str) -> None:
        failed = await clipboard.hand_to_tmux(text)
        if failed:
            self.screen.say(f"{done}; but {failed}")
            self.screen.show()
