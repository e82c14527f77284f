"""A few lines of text that send only the cells that change."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Region
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
        before = self._lines
        rows = [y for y in range(self.size.height) if before[y : y + 1] != lines[y : y + 1]]
        strips = [self.render_line(y) for y in rows]
        self._lines = lines
        for y, old in zip(rows, strips, strict=True):
            for start, end in changed_cells(old, self.render_line(y)):
                self.refresh(Region(start, y, end - start, 1))

    def render_line(self, y: int) -> Strip:
        line = self._lines[y] if y < len(self._lines) else []
        return paint(line, self.size.width, self.palette, self._under)
