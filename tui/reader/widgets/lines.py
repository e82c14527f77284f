"""A few lines of text that send only the cells that change."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.reader.strips import changed_cells, paint
from tui.reader.styles import Palette
from tui.reader.widgets.rows import Rows
from tui.reader.words import Line

KEPT = 200
"""Lines that are kept as they were painted, at most: some screens of a gutter."""


class Lines(Rows):
    """Shows lines as they are given, cut to its width."""

    ALLOW_SELECT = False

    def __init__(self, palette: Palette, under: str = "text", rows: int = 1) -> None:
        super().__init__()
        self.styles.height = rows
        self.palette = palette
        self._under = under
        self._lines: Sequence[Line] = ()
        self._painted: dict[tuple[Hashable, ...], Strip] = {}
        """Lines as they were painted."""

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines from now on."""
        width, height = self.size
        before, self._lines = self._lines, lines
        for y in range(height):
            old, new = (each[y] if y < len(each) else [] for each in (before, lines))
            if old == new:
                continue
            for start, end in changed_cells(self.paint(old, width), self.paint(new, width)):
                self.refresh(Region(start, y, end - start, 1))

    def row_at(self, y: int, top: int, size: Size) -> Strip:
        return self.paint(self._lines[y] if y < len(self._lines) else [], size.width)

    def paint(self, line: Line, width: int) -> Strip:
        """A line as it is shown, exactly `width` cells wide."""
        key = (width, self.palette.version, *line)
        strip = self._painted.get(key)
        if strip is None:
            if len(self._painted) >= KEPT:
                self._painted.clear()
            strip = self._painted[key] = paint(line, width, self.palette, self._under)
        return strip


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
