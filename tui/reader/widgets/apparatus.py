"""The lines below the columns: a few about the current claim, or the whole apparatus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.reader.relations import THUMB, TRACK
from tui.reader.strips import changed_cells
from tui.reader.styles import Palette
from tui.reader.widgets.lines import Lines
from tui.reader.words import Line

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Index


class Apparatus(Lines):
    """Shows lines from one on; where there are more than fit, a track says how far one is."""

    class Scrolled(Message):
        """The mouse brought other lines into view."""

    def __init__(self, palette: Palette, ascii_only: bool) -> None:
        super().__init__(palette)
        self._ascii = ascii_only
        self._top = 0
        self._rows = 0
        self._page: tuple[object, list[Line]] | None = None
        """The apparatus last written, and of what it is."""
        self._claim: Claim | None = None

    def show(self, lines: Sequence[Line], top: int | None = None, rows: int = 0) -> None:
        """Show these lines, from `top` on (None: from where it is); only changed cells are sent.

        `rows` is how many there is room for, once the screen is laid out.
        """
        before = self._lines, self._top
        self._rows = rows or self._rows
        self._lines, self._top = lines, self._top if top is None else top
        self._top = max(0, min(self._top, len(lines) - self._rows))
        if self.size.width:
            self._refresh_changed(*before)

    def show_claim(
        self, index: Index, claim: Claim, chosen: frozenset[str], notices: Sequence[str], rows: int
    ) -> None:
        """Show the whole apparatus of a claim, below what the reader must be told.

        `chosen` are the claims that stand beside it. Another claim is read from its first line on.
        """
        from tui.reader.apparatus.page import page

        wanted = index, claim, chosen, self.app.size.width, self._ascii
        if self._page is None or self._page[0] != wanted:
            self._page = wanted, page(*wanted)
        warnings: list[Line] = [[(f" {notice}", ("warning",))] for notice in notices]
        top = None if self._claim is claim else 0
        self._claim = claim
        self.show([*warnings, *self._page[1]], top, rows)

    def scroll(self, count: int) -> bool:
        """Go `count` lines down (negative: up); whether there was anything to go to."""
        before = self._top
        self.show(self._lines, self._top + count)
        return self._top != before

    def more(self, key: str) -> str:
        """How many lines there are below those shown, and the key that shows them, in words."""
        below = len(self._lines) - self._top - self._rows
        if below <= 0:
            return ""
        return f"{key and f'{key}: '}{below} more line{'s' * (below != 1)}"

    def _refresh_changed(self, lines: Sequence[Line], top: int) -> None:
        height = self.size.height
        track = self._track(lines, top), self._track(self._lines, self._top)
        for y in range(height):
            old, new = _line(lines, top + y), _line(self._lines, self._top + y)
            if old == new and track[0][y] == track[1][y]:
                continue
            strips = self._strip(old, track[0][y]), self._strip(new, track[1][y])
            for start, end in changed_cells(*strips):
                self.refresh(Region(start, y, end - start, 1))

    def _track(self, lines: Sequence[Line], top: int) -> list[str]:
        """What each row ends with: nothing where all lines fit."""
        total, height = len(lines), self.size.height
        if total <= height:
            return [""] * height
        size = max(1, height * height // total)
        at = round((height - size) * min(1.0, top / (total - height)))
        return [(THUMB if at <= y < at + size else TRACK)[self._ascii] for y in range(height)]

    def _strip(self, line: Line, track: str) -> Strip:
        width = self.size.width
        if not track:
            return self.paint(line, width)
        body = self.paint(line, width - 1)
        return Strip.join([body, Strip([Segment(track, self.palette.style("text", "quiet"))])])

    def row_at(self, y: int, top: int, size: Size) -> Strip:
        return self._strip(
            _line(self._lines, self._top + y), self._track(self._lines, self._top)[y]
        )

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(1)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(-1)
        event.stop()

    def _wheel(self, count: int) -> None:
        if self.scroll(count):
            self.post_message(self.Scrolled())


def _line(lines: Sequence[Line], y: int) -> Line:
    return lines[y] if y < len(lines) else []
