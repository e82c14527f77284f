"""Selecting text with the mouse, within the one column it was pressed in.

Textual's own selection runs from a pane into its neighbour, so that this is done by hand: the
widget that the button is pressed in keeps the mouse until it is let go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView

from tui.core.document import Document, Span
from tui.reader.layout import Layout
from tui.reader.marks import Layer, Marked
from tui.reader.selection import between, under
from tui.reader.styles import SELECTED


class Selecting(ScrollView, can_focus=False):
    """What a widget that shows a document's rows needs, so that its text can be selected.

    The widget draws `selected`, gives the margin before its text, and moves and repaints itself.
    """

    ALLOW_SELECT = False

    rows: Layout

    class Selected(Message):
        """The button was let go after it had been dragged over some text of `column`."""

        def __init__(self, column: Selecting) -> None:
            super().__init__()
            self.column = column

    def __init__(self) -> None:
        super().__init__()
        self.selected = Layer()
        """What is selected, to be drawn over all else."""
        self._pressed: Span | None = None
        self._dragged = False

    @property
    def document(self) -> Document:
        """The document whose rows are shown."""
        raise NotImplementedError

    @property
    def margin(self) -> int:
        """Cells before the text."""
        raise NotImplementedError

    @property
    def selected_text(self) -> str:
        """What is selected, exactly as the text has it."""
        return "".join(self.document.text[a:b] for a, b, _name in self.selected)

    def select(self, span: Span | None) -> None:
        """Select a stretch of the text, or nothing."""
        new = Layer([(*span, SELECTED)] if span else [])
        if [*new] != [*self.selected]:
            self._change([*self.selected, *new], lambda: setattr(self, "selected", new))

    def scroll_to_row(self, row: int) -> None:
        """Make `row` the first one shown."""
        raise NotImplementedError

    def _change(self, spans: Iterable[Marked], change: Callable[[], None]) -> None:
        """Repaint what a change of marks over some stretches changes."""
        raise NotImplementedError

    def _under(self, event: events.MouseEvent) -> Span:
        row = self.scroll_offset.y + int(event.y)
        x = int(event.x) - self.margin - self.rows.hang(min(row, len(self.rows) - 1))
        return under(self.document.text, self.rows, row, x)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button != 1:
            return
        self.select(None)
        self._dragged = False
        self._pressed = self._under(event)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed is None:
            return
        if not event.button:
            # It was let go where nobody told: outside the window.
            self._let_go()
            return
        if not 0 <= event.y < self.size.height:
            self.scroll_to_row(self.scroll_offset.y + (1 if event.y > 0 else -1))
        here = self._under(event)
        if self._dragged or here != self._pressed:
            self._dragged = True
            self.select(between(self._pressed, here))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._let_go()

    def _let_go(self) -> None:
        if self._pressed is None:
            return
        self._pressed = None
        self.release_mouse()
        if self.selected_text:
            self.post_message(self.Selected(self))

    @property
    def was_dragged(self) -> bool:
        """Whether the mouse was moved over text since its button went down: that is no click."""
        return self._dragged
