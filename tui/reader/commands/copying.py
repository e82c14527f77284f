"""Copying to the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.reader import citations, clipboard
from tui.reader.citations import copied_words
from tui.reader.commands.base import Base
from tui.reader.widgets.selecting import Selecting

if TYPE_CHECKING:
    from tui.core.model import Claim

Tell = Callable[[str], None]
"""Says something to the user, on whatever screen is in view."""


class Copying(Base):
    """A claim, with its citation, or all that answers to it; or what the mouse has selected."""

    def do_copy_claim(self, count: int) -> None:
        selected = self.selected_text()
        if selected:
            self._copy(selected, copied_words(selected), self._tell)
            return
        self.copy("copy.claim", self.session.claim, self._tell)

    def do_copy_citation(self, count: int) -> None:
        self.copy("copy.citation", self.session.claim, self._tell)

    def do_copy_correspondence(self, count: int) -> None:
        self.copy("copy.correspondence", self.session.claim, self._tell)

    def copy(self, action: str, claim: Claim | None, tell: Tell) -> None:
        """Copy of a claim what an action says; `tell` says what was done."""
        index, ascii_only = self.session.index, self.screen.reader.ascii_only
        if index is None:
            tell("claims are known once the text is read")
        elif claim is None:
            tell("there is no claim here to copy")
        elif action == "copy.claim":
            text = citations.words(index, claim)
            self._copy(text, copied_words(text, 1), tell)
        elif action == "copy.citation":
            text = citations.citation(index, claim, ascii_only)
            self._copy(text, copied_words(text, 1, source=True), tell)
        else:
            text, claims = citations.correspondence(index, claim, ascii_only)
            self._copy(text, copied_words(text, claims), tell)

    def selected_text(self) -> str:
        """What the mouse has selected, exactly as the text has it; empty where it is nothing."""
        return next((c.selected_text for c in self.screen.columns if c.selected_text), "")

    def deselect(self, besides: Selecting | None = None) -> None:
        """Select nothing any more, but in one column where one is given."""
        for column in self.screen.columns:
            if column is not besides:
                column.select(None)

    def _tell(self, message: str) -> None:
        self.screen.say(message)
        self.screen.show()

    def _copy(self, text: str, done: str, tell: Tell) -> None:
        app = self.screen.reader
        refused = clipboard.too_long(text)
        if refused:
            tell(refused)
            return
        # Half of a surrogate pair, as a damaged file may hold it, cannot be sent.
        app.copy_to_clipboard(text.encode("utf-8", "replace").decode())
        tell(done)
        if clipboard.in_tmux():
            app.run_worker(self._hand_to_tmux(text, done, tell), exit_on_error=False)

    async def _hand_to_tmux(self, text: str, done: str, tell: Tell) -> None:
        failed = await clipboard.hand_to_tmux(text)
        if failed:
            tell(f"{done}; but {failed}")
