"""Waiting for the rest of a chord or of a count: after a while, what may follow is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.chords import PAUSE, KeyReader
from tui.reader.following import following_lines
from tui.reader.words import Line

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.reader.screens.reader import ReaderScreen

PATIENCE = 0.4
"""Seconds after which those who hesitate are helped; those who type on see nothing."""


class Waiting:
    """Shows what may follow in the lines under the text, and takes it away again."""

    def __init__(self, screen: ReaderScreen, keys: KeyReader) -> None:
        self._screen = screen
        self._keys = keys
        self._timer: Timer | None = None
        self._is_shown = False

    def begin(self) -> None:
        """Begin to wait, if the last key asks for more; drops what is shown of the key before."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._is_shown = False
        if self._keys.pending:
            self._timer = self._screen.set_timer(PATIENCE, self._show)
        elif len(self._keys.count) > 1:
            # A number of one digit has chosen a document, which the screen shows by itself.
            self._screen.say(f"{self._keys.count} times ...")
            self._timer = self._screen.set_timer(PAUSE, self._forget)

    def _show(self) -> None:
        self._is_shown = True
        self._screen.show()

    def _forget(self) -> None:
        self._screen.say("")
        self._screen.show()

    def lines(self, rows: int, width: int, ascii_only: bool) -> list[Line]:
        """What may follow, in at most `rows` lines; none while nothing is to be shown."""
        if not self._is_shown or not self._keys.pending:
            return []
        followers = self._keys.followers()
        return following_lines(
            self._keys.pending, self._keys.count, followers, rows, width, ascii_only
        )
