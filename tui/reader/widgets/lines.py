"""A few lines of text that send only the cells that change."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.reader.strips import changed_cells, paint
from tui.reader.styles import Palette
from tui.reader.words import Line


class Lines(Widget):
    """Shows lines as they are given, cut to its width."""

    ALLOW_SELECT = False

    def __init__(self, palette: Palette, under: str = "text", rows: int = 1) -> None:
        super().__init__()
        self.styles.height = rows
        self.palette = palette
        self._under = under
        self._lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines from now on."""
        before, self._lines = self._lines, lines
        for y in range(self.size.height):
            old, new = (each[y] if y < len(each) else [] for each in (before, lines))
            if old == new:
                continue
            for start, end in changed_cells(self._painted(old), self._painted(new)):
                self.refresh(Region(start, y, end - start, 1))

    def render_line(self, y: int) -> Strip:
        return self._painted(self._lines[y] if y < len(self._lines) else [])

    def _painted(self, line: Line) -> Strip:
        return paint(line, self.size.width, self.palette, self._under)


class Clickable(Lines):
    """Lines that say where they were clicked on."""

    class Clicked(Message):
        """The user clicked on a cell."""

        def __init__(self, lines: Clickable, x: int, y: int) -> None:
            super().__init__()
            self.lines = lines
            self.x = x
            self.y = y

    def on_click(self, event: events.Click) -> None:
        self.post_message(self.Clicked(self, event.x, event.y))
