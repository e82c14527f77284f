"""One document: its wrapped text, with a margin of glyphs and a track of how far one is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence, Set
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.core.document import Document
from tui.reader import layout
from tui.reader.marks import Layer, Marked, classes_at, cuts, document_layers
from tui.reader.relations import COUNTERPART, CURRENT, RELATIONS, TENTATIVE, THUMB, TRACK
from tui.reader.strips import changed_cells
from tui.reader.styles import Palette

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Index

MARGIN = 4
"""Cells before the text: a bar, a question mark, a glyph and a blank."""

AFTER = 2
"""Cells after the text: a blank and the track."""

WIDEST = 90
"""Cells of text on a row at most; longer rows are hard to read."""

KEEP = 2
"""Rows kept free above and below the current claim."""


class Column(ScrollView, can_focus=False):
    """Draws a document row by row; knows nothing of the other columns."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Column { height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """

    class Clicked(Message):
        """The user clicked on the text at `offset`."""

        def __init__(self, document: int, offset: int) -> None:
            super().__init__()
            self.document = document
            self.offset_in_text = offset

    class Scrolled(Message):
        """The rows on the screen are other ones."""

    def __init__(self, document: Document, number: int, palette: Palette, ascii_only: bool) -> None:
        super().__init__()
        self.document = document
        self.number = number
        self.palette = palette
        self._ascii = ascii_only
        self._spaced = layout.is_prose(document.text)
        self._index: Index | None = None
        self._layers = document_layers(document, number, None)
        self._passing: Set[str] | None = None
        self._focus = Layer()
        self._walk = Layer()
        self._here = Layer()
        self._anchor = (0, 0)
        self._seen = 0
        self._wanted: tuple[int, int] | None = None
        self._thumb = range(0)
        self.rows = layout.wrap("", 2)
        """Where the text stands at the present width."""

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
        return max(2, min(WIDEST, self.size.width - MARGIN - AFTER))

    def on_resize(self) -> None:
        if self.size.width == 0:
            return
        was_laid_out = self.laid_out
        start, end = self._in_view() if was_laid_out else (0, 0)
        y = self.rows.row_of(start) - self.top if was_laid_out else 0
        self._lay_out()
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

    def _lay_out(self) -> None:
        if not self.laid_out or self.rows.width != self.text_width:
            self.rows = layout.wrap(self.document.text, self.text_width, self._spaced)

    def _in_view(self) -> tuple[int, int]:
        """What must stay in view: the claim in focus if it was seen, or else the first row."""
        start, end = self._anchor
        if end > start and 0 <= self.rows.row_of(start) - self.top < self._seen:
            return start, end
        first = self.rows.span(min(self.top, len(self.rows) - 1))[0]
        return first, first

    # Where things are

    def row_on_screen(self, offset: int) -> int | None:
        """The row of the screen that shows `offset`; None where it is scrolled away."""
        y = self.rows.row_of(offset) - self.top
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

    def set_index(self, index: Index) -> None:
        """Take the marks of an analysis; nothing moves."""
        self._index = index
        self.document = index.comparison.documents[self.number]
        self.show_filter(self._passing)

    def show_filter(self, passing: Set[str] | None) -> None:
        """Fade all but the claims of these ids; None fades nothing."""
        self._passing = passing
        self._layers = document_layers(self.document, self.number, self._index, passing)
        self.refresh()

    def show_focus(
        self, current: Claim | None, linked: Sequence[Claim] = (), chosen: Claim | None = None
    ) -> None:
        """Mark the current claim, or what answers to the current claim of another column.

        All `linked` claims get a bar; only the `chosen` one is marked in the text itself.
        """
        spans: list[Marked] = [(c.start, c.end, "linked") for c in linked if c is not chosen]
        if chosen:
            spans.append((chosen.start, chosen.end, "counterpart"))
        if current:
            spans.append((current.start, current.end, "current"))
        if spans:
            self._anchor = spans[-1][:2]
        new = Layer(spans)
        self._change([*self._focus, *new], lambda: setattr(self, "_focus", new))

    def show_walk(self, stops: Iterable[Marked]) -> None:
        """Mark the stops of a walk."""
        self._walk = Layer(stops)
        self._here = Layer()
        self.refresh()

    def show_stop(self, span: tuple[int, int] | None) -> None:
        """Mark the stop one is at."""
        new = Layer([(*span, "here")] if span else [])
        self._change([*self._here, *new], lambda: setattr(self, "_here", new))

    def _change(self, spans: Iterable[Marked], change: Callable[[], None]) -> None:
        rows: set[int] = set()
        if self.laid_out:
            for start, end, _name in spans:
                rows.update(self.rows.rows_of(start, end))
        seen = sorted(rows & set(range(self.top, self.top + self.height)))
        before = [self._strip(row) for row in seen]
        change()
        for row, old in zip(seen, before, strict=True):
            for a, b in changed_cells(old, self._strip(row)):
                self.refresh(Region(a, row - self.top, b - a, 1))

    # Drawing

    def render_line(self, y: int) -> Strip:
        # The first frame is drawn before the news of the size comes: the text stands in it already.
        if not self.laid_out:
            self._lay_out()
        row = self.top + y
        if row < len(self.rows):
            return self._strip(row)
        blank = Segment(" " * (self.size.width - 1), self._plain)
        return Strip([blank, *self._track(y)])

    @property
    def _plain(self) -> Style:
        return self.palette.style("text")

    def _strip(self, row: int) -> Strip:
        start, end = self.rows.span(row)
        layers = (*self._layers, self._focus, self._walk, self._here)
        segments = self._margin(start, end)
        used = 0
        at = [start, *cuts(layers, start, end)]
        for a, shown, width in layout.draw(self.document.text, start, end, self.rows.width, at):
            classes = classes_at(layers, a)
            segments.append(Segment(shown, self.palette.style("text", *classes)))
            used += width
        blank = self.size.width - MARGIN - used - 1
        if blank > 0:
            segments.append(Segment(" " * blank, self._plain))
        segments += self._track(row - self.top)
        return Strip(segments)

    def _margin(self, start: int, end: int) -> list[Segment]:
        style = self.palette.style
        bar = Segment(" ", self._plain)
        for _a, _b, name in self._focus.over(start, end):
            glyphs, look = (CURRENT, "bar") if name == "current" else (COUNTERPART, "bar-quiet")
            bar = Segment(glyphs[self._ascii], style("text", look))
        claim = self._claim_of_row(start, end)
        mark = self._index.marks.get(claim.id) if claim and self._index else None
        if mark is None:
            return [bar, Segment(" " * (MARGIN - 1), self._plain)]
        sign = TENTATIVE if mark.tentative else " "
        glyph = RELATIONS[mark.kind].mark(self._ascii)
        look = f"glyph-{mark.kind}"
        return [bar, Segment(f"{sign}{glyph} ", style("text", look))]

    def _claim_of_row(self, start: int, end: int) -> Claim | None:
        """The claim whose glyph a row shows, of those that begin on it: in focus, or loudest."""
        if self._index is None:
            return None
        starts = self._index.starts[self.number]
        here = self._index.claims[self.number][
            bisect_left(starts, start) : bisect_left(starts, end)
        ]
        focus = {a for a, _b, _name in self._focus.over(start, end)}
        marks, passing = self._index.marks, self._passing
        return max(
            (c for c in here if c.id in marks and (passing is None or c.id in passing)),
            key=lambda c: (c.start in focus, RELATIONS[marks[c.id].kind].loudness, -c.start),
            default=None,
        )

    def _track(self, y: int) -> list[Segment]:
        glyph = (THUMB if y in self._thumb else TRACK)[self._ascii]
        return [Segment(glyph, self.palette.style("text", "quiet"))]

    def _move_thumb(self) -> None:
        total, height = len(self.rows), self.height
        size = max(1, height * height // total) if total > height else 0
        at = round((height - size) * min(1.0, self.top / max(1, total - height)))
        self._thumb = range(at, at + size)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        row = self.top + event.y
        if self.laid_out and row < len(self.rows):
            start, end = self.rows.span(row)
            x = max(0, event.x - MARGIN)
            found = layout.offset_at(self.document.text, start, end, self.rows.width, x)
            self.post_message(self.Clicked(self.number, start if found is None else found))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._move_thumb()
            self.post_message(self.Scrolled())
