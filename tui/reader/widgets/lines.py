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
        self._strips: dict[int, Strip] = {}
        """The lines shown as they were last painted, by row."""
        self._painted_for = (0, 0)

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines from now on."""
        width, height = self.size
        before, self._lines = self._lines, lines
        for y in range(height):
            old, new = (each[y] if y < len(each) else [] for each in (before, lines))
            if old == new:
                continue
            shown = self._painted(y, old, width)
            del self._strips[y]
            for start, end in changed_cells(shown, self._painted(y, new, width)):
                self.refresh(Region(start, y, end - start, 1))
        for y in [y for y in self._strips if y >= height]:
            del self._strips[y]

    def render_line(self, y: int) -> Strip:
        line = self._lines[y] if y < len(self._lines) else []
        return self._painted(y, line, self.size.width)

    def _painted(self, y: int, line: Line, width: int) -> Strip:
        painted_for = width, self.palette.version
        if painted_for != self._painted_for:
            self._painted_for = painted_for
            self._strips.clear()
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = paint(line, width, self.palette, self._under)
        return strip
