"""How the rows of one document are drawn: a margin of glyphs, and the text with all its marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from typing import TYPE_CHECKING

from rich.segment import Segment

from tui.core.document import Document
from tui.reader import layout
from tui.reader.hanging import TAB
from tui.reader.layout import Layout
from tui.reader.marks import Layer, Marked, Over, classes_at, cuts, document_layers
from tui.reader.markup import LineMarks
from tui.reader.minimap import MAP
from tui.reader.relations import BULLET, COUNTERPART, CURRENT, QUOTED, RELATIONS, TENTATIVE
from tui.reader.styles import Palette

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Index
    from tui.reader.ready import ReadyColumn

MARGIN = 5
"""Cells before the text: a bar, a question mark, two glyphs and a blank."""

AFTER = 1 + MAP
"""Cells after the text: a blank and the map."""

WIDEST = 80
"""Cells of text on a row at most; longer rows are hard to read."""

KEPT = 500
"""Rows that are kept as they were drawn, at most: some screens."""

GLYPHS = 2
"""Claims that begin on one row and have their glyphs in its margin, at most."""


class Drawing:
    """Draws rows; knows what is marked, and nothing of the screen."""

    def __init__(self, document: Document, number: int, palette: Palette, ascii_only: bool) -> None:
        self.document = document
        self._number = number
        self._palette = palette
        self._ascii = ascii_only
        self._index: Index | None = None
        self._ready: ReadyColumn | None = None
        self._lines = LineMarks(document.text, document.markup == "markdown")
        self._layers: Sequence[Layer] = document_layers(document, number, None)
        self.passing: Set[str] | None = None
        """The ids of the claims that pass the filter, if there is one."""
        self.focus = Layer()
        """The current claim, or what answers to it here."""
        self.walk = Layer()
        """The stops of the walk."""
        self.here = Layer()
        """The stop one is at."""
        self._drawn: dict[int, tuple[list[Segment], int]] = {}
        self._rows: Layout | None = None
        self._version = 0

    def set_ready(self, ready: ReadyColumn, passing: Set[str] | None) -> None:
        """Take the marks of an analysis; `passing` as in `set_filter`."""
        self._ready = ready
        self._index = ready.index
        self.document = ready.index.comparison.documents[self._number]
        self._lines = ready.lines
        self.set_filter(passing)

    def set_filter(self, passing: Set[str] | None) -> None:
        """Fade all but the claims of these ids; None fades nothing."""
        self.passing = passing
        if passing is None and self._ready:
            self._layers = self._ready.layers
        else:
            self._layers = document_layers(self.document, self._number, self._index, passing)
        self._drawn.clear()

    def set_walk(self, walk: Layer) -> None:
        """Mark the stops of a walk, and none of them as the one where one is."""
        self.walk, self.here = walk, Layer()
        self._drawn.clear()

    def forget(self, rows: Iterable[int] | None = None) -> None:
        """Draw these rows, or all, anew when they are asked for: a layer over them has changed."""
        if rows is None:
            self._drawn.clear()
            return
        for row in rows:
            self._drawn.pop(row, None)

    def row(self, rows: Layout, row: int, *over: Layer) -> tuple[list[Segment], int]:
        """The margin and the text of a row, and how many cells the text fills.

        `over` are layers to be drawn above all marks. Rows are kept as they were drawn, until
        `forget` is told that something over them has changed.
        """
        version = self._palette.version
        if rows is not self._rows or version != self._version:
            self._rows, self._version = rows, version
            self._drawn.clear()
        found = self._drawn.get(row)
        if found is None:
            if len(self._drawn) >= KEPT:
                self._drawn.clear()
            found = self._drawn[row] = self._row(rows, row, over)
        return found

    def _row(self, rows: Layout, row: int, over: Sequence[Layer]) -> tuple[list[Segment], int]:
        start, end = rows.span(row)
        hang = rows.hang(row)
        segments = self._margin(start, end)
        if hang:
            segments.append(self._segment(self._hung(start, hang), "quoting"))
        layers: tuple[Over, ...] = (
            self._lines,
            *self._layers,
            self.focus,
            self.walk,
            self.here,
            *over,
        )
        at = [start, *cuts(layers, start, end)]
        used = hang
        drawn = layout.draw(self.document.text, start, end, rows.width - hang, at)
        for a, shown, width in drawn:
            classes = classes_at(layers, a)
            segments.append(self._segment(self._replaced(shown, classes), *classes))
            used += width
        return segments, used

    def offset_at(self, rows: Layout, row: int, x: int) -> int:
        """The offset drawn at cell `x` of a row, margin included; its start where there is none."""
        start, end = rows.span(row)
        x = max(0, x - MARGIN - rows.hang(row))
        found = layout.offset_at(self.document.text, start, end, rows.width - rows.hang(row), x)
        return start if found is None else found

    def blank(self, width: int) -> Segment:
        """Cells with nothing in them."""
        return self._segment(" " * width)

    def _segment(self, text: str, *classes: str) -> Segment:
        return Segment(text, self._palette.style("text", *classes))

    def _replaced(self, shown: str, classes: Sequence[str]) -> str:
        """Marks of one cell as the signs they stand for."""
        if self._ascii or not classes:
            return shown
        if classes[0] == "quoting":
            return shown.replace(">", QUOTED[0])
        if classes[0] == "bullet" and self.document.markup == "markdown":
            return BULLET[0]
        return shown

    def _hung(self, start: int, hang: int) -> str:
        """What stands before the text of a row that goes on: the bars of a quotation."""
        text = self.document.text
        line = text.rfind("\n", 0, start) + 1
        head = text[line : line + hang].expandtabs(TAB)[:hang]
        bars = "".join(QUOTED[self._ascii] if c == ">" else " " for c in head)
        return bars.ljust(hang)

    def _margin(self, start: int, end: int) -> list[Segment]:
        bar = self._segment(" ")
        for a, _b, name in self.focus.over(start, end):
            if name == "linked" and a < start:
                continue
            glyphs, look = (CURRENT, "bar") if name == "current" else (COUNTERPART, "bar-quiet")
            bar = self._segment(glyphs[self._ascii], look)
        glyphs_of = self._claims_of_row(start, end)
        if self._index is None or not glyphs_of:
            return [bar, self.blank(MARGIN - 1)]
        marks = [self._index.marks[claim.id] for claim in glyphs_of]
        look = f"glyph-{marks[0].kind}"
        sign = TENTATIVE if marks[0].tentative else " "
        segments = [bar, self._segment(sign + RELATIONS[marks[0].kind].mark(self._ascii), look)]
        for mark in marks[1:]:
            glyph = TENTATIVE if mark.tentative else RELATIONS[mark.kind].mark(self._ascii)
            segments.append(self._segment(glyph, f"glyph-{mark.kind}"))
        segments.append(self.blank(MARGIN - 2 - len(marks)))
        return segments

    def _claims_of_row(self, start: int, end: int) -> list[Claim]:
        """The claims whose glyphs a row shows, of those that begin on it: in focus, or loudest."""
        if self._index is None:
            return []
        starts = self._index.starts[self._number]
        marks, passing = self._index.marks, self.passing
        here = [
            claim
            for claim in self._index.claims[self._number][
                bisect_left(starts, start) : bisect_left(starts, end)
            ]
            if claim.id in marks and (passing is None or claim.id in passing)
        ]
        if len(here) > GLYPHS:
            focus = {a for a, _b, _name in self.focus.over(start, end)}
            loudest = sorted(
                here,
                key=lambda c: (c.start not in focus, -RELATIONS[marks[c.id].kind].loudness),
            )
            here = [claim for claim in here if claim in loudest[:GLYPHS]]
        return here


def focus_layer(
    current: Claim | None, linked: Iterable[Claim] = (), chosen: Claim | None = None
) -> Layer:
    """The current claim, or what answers to the current claim of another column.

    All `linked` claims get a bar where they begin; only the `chosen` one is marked in the text.
    """
    spans: list[Marked] = [(c.start, c.end, "linked") for c in linked if c is not chosen]
    if chosen:
        spans.append((chosen.start, chosen.end, "counterpart"))
    if current:
        spans.append((current.start, current.end, "current"))
    return Layer(spans)


def text_width(width: int) -> int:
    """Cells of text on a row of a column `width` cells wide."""
    return max(2, min(WIDEST, width - MARGIN - AFTER))


def inset(width: int) -> int:
    """Cells kept free before the margin of such a column."""
    return max(0, width - MARGIN - text_width(width) - AFTER) // 2
