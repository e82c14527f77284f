"""Rows of several lines each, of which only those in view are ever drawn."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.reader.lists.listing import Drawn
from tui.reader.relations import CURRENT, THUMB, TRACK
from tui.reader.strips import changed_cells, paint
from tui.reader.styles import Palette
from tui.reader.words import Line

Draw = Callable[[int, bool], Drawn]
"""Draws the row of a number, with or without the cursor on it."""

KEEP = 2000
"""Rows that stay drawn."""


class Table(Widget):
    """Scrolls by lines and moves by rows; where a row stands is known only near the screen."""

    ALLOW_SELECT = False
    can_focus = False

    DEFAULT_CSS = """
    Table { height: 1fr; }
    """

    class Chosen(Message):
        """The user clicked on a row, `x` cells from its left."""

        def __init__(self, row: int, x: int) -> None:
            super().__init__()
            self.row = row
            self.x = x

    def __init__(self, palette: Palette, ascii_only: bool) -> None:
        super().__init__()
        self.palette = palette
        self._ascii = ascii_only
        self._draw: Draw = lambda k, at: Drawn((), ())
        self._count = 0
        self._empty: list[Line] = []
        self._drawn: dict[tuple[int, bool], Drawn] = {}
        self._strips: list[Strip] = []
        self.cursor = 0
        """The number of the row the cursor is at."""
        self.top = 0
        """The first row in view."""
        self.skip = 0
        """The lines of it that are scrolled away."""

    def show(self, draw: Draw, count: int, cursor: int, empty: list[Line]) -> None:
        """Show other rows; `empty` is shown where there are none."""
        self._draw, self._count, self._empty = draw, count, empty
        self._drawn.clear()
        self.cursor = max(0, min(cursor, count - 1))
        self.top = min(self.top, max(0, count - 1))
        self._reveal()
        self._repaint()

    def change(self, draw: Draw) -> None:
        """Draw the rows in another way that leaves their heights as they are."""
        self._draw = draw
        self._drawn.clear()
        self._repaint()

    def on_resize(self) -> None:
        self._drawn.clear()
        self._reveal()
        self.refresh()

    # Where rows are

    def _block(self, k: int, at: bool | None = None) -> Drawn:
        key = (k, k == self.cursor if at is None else at)
        if key not in self._drawn:
            if len(self._drawn) > KEEP:
                self._drawn.clear()
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def _height(self, k: int) -> int:
        block = self._block(k)
        return len(block.before) + len(block.lines)

    def _reveal(self) -> None:
        """Scroll as little as shows the cursor's row whole, with what stands above it."""
        height = self.size.height
        if not self._count or height < 1:
            self.top = self.skip = 0
            return
        block = self._block(self.cursor)
        own = len(block.lines)
        if self.cursor < self.top or (self.cursor == self.top and self.skip):
            above = len(block.before) if own + len(block.before) <= height else 0
            self.top, self.skip = self.cursor, len(block.before) - above
            return
        used = -self.skip
        for k in range(self.top, self.cursor + 1):
            used += self._height(k)
            if used > height:
                break
        else:
            self._fill()
            return
        # Too far down: the cursor's row becomes the last one in view.
        if own > height:
            self.top, self.skip = self.cursor, len(block.before)
            return
        top, left = self.cursor, height - self._height(self.cursor)
        while top and left > 0:
            top -= 1
            left -= self._height(top)
        self.top, self.skip = top, max(0, -left)

    def _fill(self) -> None:
        """Leave no blank lines below the last row while there are rows above."""
        left = self.size.height + self.skip
        for k in range(self.top, self._count):
            left -= self._height(k)
            if left <= 0:
                return
        while left > 0 and (self.skip or self.top):
            if not self.skip:
                self.top -= 1
                self.skip = self._height(self.top)
            taken = min(left, self.skip)
            self.skip -= taken
            left -= taken

    def move(self, count: int) -> None:
        """Go `count` rows down (negative: up)."""
        self.cursor = max(0, min(self.cursor + count, self._count - 1))
        self._reveal()
        self._repaint()

    def page(self, share: float) -> None:
        """Go down (up) by that share of the lines in view."""
        lines = round(abs(share) * max(1, self.size.height - 2))
        way = 1 if share > 0 else -1
        k = self.cursor
        while 0 <= k + way < self._count and lines > 0:
            lines -= self._height(k)
            if lines < 0 and k != self.cursor:
                break
            k += way
        self.move(k - self.cursor)

    def row_at(self, y: int) -> int | None:
        """The row that a line of the screen belongs to; None for what stands between rows."""
        at = -self.skip
        for k in range(self.top, self._count):
            block = self._block(k)
            if y < at + self._height(k):
                return k if y >= at + len(block.before) else None
            at += self._height(k)
            if at > self.size.height:
                break
        return None

    @property
    def cursor_row(self) -> int | None:
        """The line of the screen on which the cursor's row begins."""
        if not self._count or not self.top <= self.cursor:
            return None
        above = sum(self._height(k) for k in range(self.top, self.cursor))
        return above - self.skip + len(self._block(self.cursor).before)

    # Drawing

    def _repaint(self) -> None:
        """Send the cells that are others than before."""
        before, self._strips = self._strips, self._paint()
        if len(before) != len(self._strips):
            self.refresh()
            return
        runs = [changed_cells(old, new) for old, new in zip(before, self._strips, strict=True)]
        for y, line in enumerate(runs):
            for a, b in line:
                self.refresh(Region(a, y, b - a, 1))

    def _paint(self) -> list[Strip]:
        height, width = self.size.height, self.size.width
        if width < 2:
            return []
        strips: list[Strip] = []
        k, skip = self.top, self.skip
        while len(strips) < height and k < self._count:
            block = self._block(k)
            lines = [paint(line, width - 1, self.palette, "text") for line in block.before]
            lines += [self._own(block, line, k == self.cursor) for line in block.lines]
            strips += lines[skip:]
            k, skip = k + 1, 0
        if not self._count:
            strips = [paint(line, width - 1, self.palette, "text") for line in self._empty]
        blank = paint([], width - 1, self.palette, "text")
        strips = [*strips, *[blank] * (height - len(strips))][:height]
        whole = k >= self._count and not self.top and not self.skip
        return [
            Strip([*strip, *self._track(y, k - self.top, whole)]) for y, strip in enumerate(strips)
        ]

    def _own(self, block: Drawn, line: Line, at: bool) -> Strip:
        width = self.size.width - 1
        if not at:
            return paint(line, width, self.palette, "text")
        (first, look), *rest = line or [(" ", ())]
        bar: Line = [(CURRENT[self._ascii], ("bar",)), (first[1:], look)]
        under = ("text",) if block.lit else ("text", "pointer")
        return paint([*bar, *rest], width, self.palette, *under)

    def _track(self, y: int, shown: int, whole: bool) -> list[Segment]:
        """The cell at the right end of a line: how far one is, where not all is in view."""
        if whole:
            return [Segment(" ", self.palette.style("text"))]
        height = self.size.height
        size = max(1, min(height - 1, height * shown // max(1, self._count)))
        last = max(1, self._count - shown)
        at = round((height - size) * min(1.0, self.top / last))
        glyph = (THUMB if at <= y < at + size else TRACK)[self._ascii]
        return [Segment(glyph, self.palette.style("text", "quiet"))]

    def render_line(self, y: int) -> Strip:
        if len(self._strips) != self.size.height or (
            self._strips and self._strips[0].cell_length != self.size.width
        ):
            self._reveal()
            self._strips = self._paint()
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        found = self.row_at(event.y)
        if found is not None:
            self.post_message(self.Chosen(found, event.x))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move(-1)
