"""The list of entities beside the columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.reader.relations import POINTER, TRACK
from tui.reader.roster import Row, row_line
from tui.reader.strips import paint
from tui.reader.styles import Palette
from tui.reader.words import Line

if TYPE_CHECKING:
    from tui.core.model import Entity


class Sidebar(ScrollView, can_focus=False):
    """Shows the entities; its cursor moves over names only."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Sidebar { width: 32; height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """

    class Chosen(Message):
        """The user clicked on an entity."""

        def __init__(self, entity: Entity) -> None:
            super().__init__()
            self.entity = entity

    def __init__(self, palette: Palette, ascii_only: bool) -> None:
        super().__init__()
        self.palette = palette
        self._ascii = ascii_only
        self._rows: Sequence[Row] = ()
        self._names: list[int] = []
        self._cursor = 0
        self._awake = False
        self._marked: Entity | None = None
        self._empty = "names: once compared"

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Take the entities of an analysis."""
        self._rows = rows
        self._names = [y for y, row in enumerate(self._rows) if row.entity]
        self._empty = "no names found"
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.refresh()

    @property
    def entity(self) -> Entity | None:
        """The entity at the cursor."""
        return self._rows[self._names[self._cursor]].entity if self._names else None

    @property
    def marked(self) -> Entity | None:
        """The entity whose mentions are marked in the text."""
        return self._marked

    def wake(self, awake: bool) -> None:
        """Whether keys go to the list."""
        self._awake = awake
        self._refresh_names(self._cursor)
        if awake:
            self._reveal()

    def mark(self, entity: Entity | None) -> None:
        """Mark an entity as the one whose mentions are marked in the text."""
        self._marked = entity
        self.refresh()

    def move(self, count: int) -> None:
        """Go `count` names down (negative: up), as far as there are any."""
        before = self._cursor
        self._cursor = max(0, min(before + count, len(self._names) - 1))
        self._refresh_names(before, self._cursor)
        self._reveal()

    def page(self, share: float) -> None:
        """Go down (up) by that share of the rows shown."""
        if self._names:
            row = self._names[self._cursor] + round(share * self.size.height)
            search = bisect_left if share > 0 else bisect_right
            wanted = search(self._names, row) - (share < 0)
            self.move(max(0, min(wanted, len(self._names) - 1)) - self._cursor)

    def _reveal(self) -> None:
        if not self._names:
            return
        y, height = self._names[self._cursor], max(1, self.size.height)
        first = y - 1 if y and self._rows[y - 1].group else y
        last = y
        while last + 1 < len(self._rows) and not (
            self._rows[last + 1].entity or self._rows[last + 1].group
        ):
            last += 1
        top = min(max(self.scroll_offset.y, last - height + 1), first)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def _refresh_names(self, *cursors: int) -> None:
        for k in cursors:
            if k < len(self._names):
                y = self._names[k] - self.scroll_offset.y
                self.refresh(Region(0, y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        width = self.size.width - 1
        k = self.scroll_offset.y + y
        track = Segment(TRACK[self._ascii], self.palette.style("text", "quiet"))
        if k >= len(self._rows):
            hint: Line = [(f" {self._empty}", ("quiet",))] if not self._rows and y == 0 else []
            return Strip([*paint(hint, width, self.palette, "text"), track])
        row = self._rows[k]
        at = self._awake and bool(self._names) and self._names[self._cursor] == k
        pointer = POINTER[self._ascii] if at else " "
        marked = row.entity is not None and row.entity is self._marked
        line = row_line(row, width, pointer, marked, self._ascii)
        under = ("text", "pointer") if at else ("text",)
        return Strip([*paint(line, width, self.palette, *under), track])

    def on_click(self, event: events.Click) -> None:
        k = bisect_right(self._names, self.scroll_offset.y + event.y) - 1
        if k >= 0 and self.scroll_offset.y + event.y < len(self._rows):
            self.move(k - self._cursor)
            if self.entity:
                self.post_message(self.Chosen(self.entity))
