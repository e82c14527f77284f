"""One document: its wrapped text, with a margin of glyphs and a map of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.core.document import Document
from tui.reader import layout
from tui.reader.coverage import part_rows, relations_of
from tui.reader.drawing import MARGIN, Drawing, focus_layer, inset, text_width
from tui.reader.marks import Layer, Marked
from tui.reader.minimap import MAP, Minimap
from tui.reader.strips import changed_cells
from tui.reader.styles import Palette
from tui.reader.widgets.rows import Rows
from tui.reader.widgets.selecting import Selecting

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.ready import ReadyColumn

KEEP = 2
"""Rows kept free above and below the current claim."""


class Column(Rows, Selecting, can_focus=False):
    """Draws a document row by row; knows nothing of the other columns."""

    DEFAULT_CSS = """
    Column { height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """

    class Clicked(Message):
        """The user clicked on the text at `offset`."""

        def __init__(self, document: int, offset: int) -> None:
            super().__init__()
            self.document = document
            self.offset_in_text = offset

    class Sought(Clicked):
        """The user clicked on the map: what stands at `offset` is to be shown."""

    class Scrolled(Message):
        """The rows on the screen are other ones."""

    class Resized(Message):
        """The text has been fitted to another size."""

    def __init__(self, document: Document, number: int, palette: Palette, ascii_only: bool) -> None:
        super().__init__()
        self.number = number
        self.palette = palette
        self._ascii = ascii_only
        self._spaced = layout.is_prose(document.text)
        self.drawing = Drawing(document, number, palette, ascii_only)
        self._ready: ReadyColumn | None = None
        self._map = Minimap(palette, ascii_only)
        self._anchor = (0, 0)
        self._focused: tuple[Claim | None, ...] = ()
        self._seen = 0
        self._wanted: tuple[int, int] | None = None
        self._is_stale = True
        """Whether every row is to be drawn anew anyway."""
        self.rows = layout.wrap("", 2)
        """Where the text stands at the present width."""

    @property
    def document(self) -> Document:
        """The document, with what the analysis has read in it."""
        return self.drawing.document

    @property
    def laid_out(self) -> bool:
        """Whether the text has been wrapped for the screen yet."""
        return self.rows.length == len(self.document.text) and self.size.width > 0

    @property
    def top(self) -> int:
        """The first row on the screen."""
        return self.scroll_offset.y

    @property
    def height(self) -> int:
        """How many rows the screen shows."""
        return max(1, self.size.height)

    @property
    def text_width(self) -> int:
        """Cells of text on a row."""
        return text_width(self.size.width)

    @property
    def inset(self) -> int:
        """Cells kept free before the margin, so that the text stands in the middle."""
        return inset(self.size.width)

    @property
    def margin(self) -> int:
        """Cells before the text."""
        return self.inset + MARGIN

    def on_resize(self) -> None:
        if self.size.width == 0:
            return
        was_laid_out = self.laid_out
        start, end = self._in_view() if was_laid_out else (0, 0)
        y = self.rows.row_of(start) - self.top if was_laid_out else 0
        self._lay_out()
        self._map.forget()
        self.virtual_size = Size(self.size.width, len(self.rows))
        self._seen = self.height
        if self._wanted:
            start, y = self._wanted
            end, self._wanted = start, None
        self.put(start, min(y, self.height - 1))
        if end > start:
            self.reveal(start, end)
        self._move_thumb()
        self.refresh()
        self.post_message(self.Resized())

    def _lay_out(self) -> None:
        if not self.laid_out or self.rows.width != self.text_width:
            self.rows = layout.wrap(self.document.text, self.text_width, self._spaced)
            self._map.forget()

    def _in_view(self) -> tuple[int, int]:
        """What must stay in view: the claim in focus if it was seen, or else the first row."""
        start, end = self._anchor
        if end > start and 0 <= self.rows.row_of(start) - self.top < self._seen:
            return start, end
        first = self.rows.span(min(self.top, len(self.rows) - 1))[0]
        return first, first

    # Where things are

    def row_of(self, offset: int) -> int:
        """The row of the screen that `offset` stands on, were the screen high enough."""
        return self.rows.row_of(offset) - self.top

    def row_on_screen(self, offset: int) -> int | None:
        """The row of the screen that shows `offset`; None where it is scrolled away."""
        y = self.row_of(offset)
        return y if 0 <= y < self.height else None

    def offset_near(self, y: int) -> int:
        """The offset at which the row `y` of the screen starts."""
        return self.rows.span(max(0, min(self.top + y, len(self.rows) - 1)))[0]

    def scroll_to_row(self, row: int) -> None:
        """Make `row` the first one on the screen, as far as the text goes."""
        row = max(0, min(row, len(self.rows) - self.height))
        if row != self.top:
            self.scroll_to(y=row, animate=False, immediate=True, force=True)

    def put(self, offset: int, y: int) -> None:
        """Bring the row of `offset` to the row `y` of the screen, as far as the text goes."""
        if self.laid_out:
            self.scroll_to_row(self.rows.row_of(offset) - y)
        else:
            self._wanted = (offset, y)

    def reveal(self, start: int, end: int) -> None:
        """Scroll as little as shows `start` to `end`, with some rows around it."""
        if not self.laid_out:
            self._wanted = (start, 1)
            return
        rows = self.rows.rows_of(start, end)
        keep = min(KEEP, (self.height - 1) // 2)
        lowest = rows[-1] + keep - self.height + 1
        self.scroll_to_row(min(max(self.top, lowest), rows[0] - keep))

    # What is marked

    def set_ready(self, ready: ReadyColumn) -> None:
        """Take the marks of an analysis; nothing moves."""
        self._ready = ready
        self.drawing.set_ready(ready, self.drawing.passing)
        self._show_relations()

    def show_filter(self, passing: Set[str] | None) -> None:
        """Fade all but the claims of these ids; None fades nothing."""
        self.drawing.set_filter(passing)
        self._show_relations()

    def _show_relations(self) -> None:
        ready, passing = self._ready, self.drawing.passing
        if ready:
            relations = ready.relations
            if passing is not None:
                relations = relations_of(ready.index, self.number, passing)
            self._map.set_relations(relations)
        self.refresh()

    def show_focus(
        self, current: Claim | None, linked: Sequence[Claim] = (), chosen: Claim | None = None
    ) -> None:
        """Mark the current claim, or what answers to the current claim of another column."""
        anchor = current or chosen or (linked[-1] if linked else None)
        if anchor:
            self._anchor = (anchor.start, anchor.end)
        focused = (current, *linked, chosen)
        if focused == self._focused:
            return
        self._focused = focused
        new = focus_layer(current, linked, chosen)
        old = self.drawing.focus
        if [*old] != [*new]:
            self._change([*old, *new], lambda: setattr(self.drawing, "focus", new))

    def show_walk(self, stops: Iterable[Marked]) -> None:
        """Mark the stops of a walk."""
        self.drawing.set_walk(Layer(stops))
        self._map.set_hits([start for start, _end, _name in self.drawing.walk])
        self.refresh()

    def show_stop(self, span: tuple[int, int] | None) -> None:
        """Mark the stop one is at."""
        new = Layer([(*span, "here")] if span else [])
        old = self.drawing.here
        self._change([*old, *new], lambda: setattr(self.drawing, "here", new))

    def _change(self, spans: Iterable[Marked], change: Callable[[], None]) -> None:
        rows: set[int] = set()
        laid_out = self.laid_out
        if laid_out:
            for start, end, _name in spans:
                rows.update(self.rows.rows_of(start, end))
        top, (width, height) = self.top, self.size
        seen = [row for row in rows if top <= row < top + height and not self._is_stale]
        before = [self._strip(row, row - top, width, height) for row in seen]
        change()
        self.drawing.forget(rows if laid_out else None)
        for row, old in zip(seen, before, strict=True):
            y = row - top
            for a, b in changed_cells(old, self._strip(row, y, width, height)):
                self.refresh(Region(a, y, b - a, 1))

    # Drawing

    def row_at(self, y: int, top: int, size: Size) -> Strip:
        # The first frame is drawn before the news of the size comes: the text stands in it already.
        if self.rows.length != len(self.document.text):
            self._lay_out()
        self._is_stale = False
        return self._strip(top + y, y, *size)

    def _strip(self, row: int, y: int, width: int, height: int) -> Strip:
        """A row of the text on row `y` of a screen so many cells wide and high."""
        used = inset(width)
        segments = [self.drawing.blank(used)] if used else []
        if row < len(self.rows):
            drawn, cells = self.drawing.row(self.rows, row, self.selected)
            segments += drawn
            used += MARGIN + cells
        blank = width - used - MAP
        if blank > 0:
            segments.append(self.drawing.blank(blank))
            used += blank
        return Strip([*segments, *self._map.row(self.rows, max(1, height), y)], used + MAP)

    def _move_thumb(self) -> None:
        self._map.move(len(self.rows), self.height, self.top)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        if not self.laid_out:
            return
        row = self.top + event.y
        if event.x >= self.size.width - MAP:
            row = part_rows(self.rows, self.height, event.y)[0]
            self.post_message(self.Sought(self.number, self.rows.span(row)[0]))
        elif row < len(self.rows) and not self.was_dragged:
            offset = self.drawing.offset_at(self.rows, row, event.x - self.inset)
            self.post_message(self.Clicked(self.number, offset))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._move_thumb()
            self.refresh()
            self._is_stale = True
            self.post_message(self.Scrolled())
