"""A page of lines, some of which one can choose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.reader.reason_lines import Entry, Page
from tui.reader.relations import POINTER, THUMB, TRACK
from tui.reader.strips import changed_cells, paint
from tui.reader.styles import Palette

Write = Callable[[int], Page]
"""Writes a page at most so many cells wide."""


class Entries(ScrollView, can_focus=False):
    """Paints the lines of a page; its cursor moves over the entries only."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Entries { height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """

    class Chosen(Message):
        """The user clicked on the entry at the cursor."""

    def __init__(self, palette: Palette, ascii_only: bool) -> None:
        super().__init__()
        self.palette = palette
        self._ascii = ascii_only
        self._write: Write = lambda width: Page((), ())
        self._page = Page((), ())
        self._firsts: list[int] = []
        self.cursor = 0
        """The number of the entry the cursor is at."""

    def show(self, write: Write, cursor: int = 0) -> None:
        """Show another page, with the cursor at one of its entries."""
        self._write = write
        self.cursor = cursor
        if self.size.width:
            self._lay_out()

    def on_resize(self) -> None:
        if self.size.width:
            self._lay_out()

    def _lay_out(self) -> None:
        self._page = self._write(self.size.width - 2)
        self._firsts = [entry.first for entry in self._page.entries]
        self.virtual_size = Size(self.size.width, len(self._page.lines))
        self.refresh()
        self._reveal()

    @property
    def entry(self) -> Entry | None:
        """The entry at the cursor."""
        entries = self._page.entries
        return entries[self.cursor] if self.cursor < len(entries) else None

    @property
    def cursor_row(self) -> int | None:
        """The row of the widget that shows the cursor."""
        return self.entry.first - self.scroll_offset.y if self.entry else None

    def move(self, count: int) -> None:
        """Go `count` entries down (negative: up); where there are none, lines."""
        if not self._firsts:
            self._scroll(self.scroll_offset.y + max(-(1 << 20), min(count, 1 << 20)))
            return
        before, seen = self.cursor, {}
        to = max(0, min(before + count, len(self._firsts) - 1))
        for k in (before, to):
            seen[k] = self._strip(self._firsts[k])
        self.cursor = to
        for k, old in seen.items():
            row = self._firsts[k]
            for a, b in changed_cells(old, self._strip(row)):
                self.refresh(Region(a, row - self.scroll_offset.y, b - a, 1))
        self._reveal()

    def page(self, share: float) -> None:
        """Go down (up) by that share of the rows shown."""
        rows = round(share * max(1, self.size.height - 1))
        if not self._firsts:
            self._scroll(self.scroll_offset.y + rows)
            return
        search = bisect_left if share > 0 else bisect_right
        wanted = search(self._firsts, self._firsts[self.cursor] + rows) - (share < 0)
        self.move((wanted - self.cursor) or (1 if share > 0 else -1))

    def _reveal(self) -> None:
        """Show the whole entry; with the first and the last one also what is around them."""
        entry = self.entry
        if entry is None:
            return
        last = self.cursor == len(self._firsts) - 1
        first = entry.first if self.cursor else 0
        after = len(self._page.lines) if last else entry.after
        top = max(self.scroll_offset.y, after - self.size.height)
        self._scroll(max(min(top, first), entry.after - self.size.height))

    def _scroll(self, top: int) -> None:
        top = max(0, min(top, len(self._page.lines) - self.size.height))
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def render_line(self, y: int) -> Strip:
        row, height, total = self.scroll_offset.y + y, self.size.height, len(self._page.lines)
        strip = self._strip(row)
        if total <= height:
            return strip
        size = max(1, height * height // total)
        at = round((height - size) * self.scroll_offset.y / (total - height))
        glyph = (THUMB if at <= y < at + size else TRACK)[self._ascii]
        track = Strip([Segment(glyph, self.palette.style("text", "quiet"))])
        return Strip.join([strip.crop(0, self.size.width - 1), track])

    def _strip(self, row: int) -> Strip:
        line = self._page.lines[row] if row < len(self._page.lines) else []
        entry = self.entry
        if entry is None or entry.first != row:
            return paint(line, self.size.width, self.palette, "text")
        (margin, _look), *rest = line
        margin = POINTER[self._ascii] + margin[1:]
        return paint([(margin, ("bar",)), *rest], self.size.width, self.palette, "text", "pointer")

    def on_click(self, event: events.Click) -> None:
        row = self.scroll_offset.y + event.y
        k = bisect_right(self._firsts, row) - 1
        if k >= 0 and row < self._page.entries[k].after:
            self.move(k - self.cursor)
            self.post_message(self.Chosen())
