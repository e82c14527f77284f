"""Which stretch of a text the mouse is dragged over. Pure: a screen is not needed."""

from __future__ import annotations

from tui.core.document import Span
from tui.reader.layout import Layout, row_cells


def under(text: str, rows: Layout, row: int, x: int) -> Span:
    """The character drawn at cell `x` of a row of the text.

    Empty where none is: before the row at its start, and after it at its end.
    """
    row = max(0, min(row, len(rows) - 1))
    start, end = rows.span(row)
    if x < 0:
        return Span(start, start)
    used, reached = 0, start
    for cell in row_cells(text, start, end, rows.width):
        used += cell.width
        if x < used:
            return Span(cell.start, cell.end)
        reached = cell.end
    return Span(reached, reached)


def between(one: Span, other: Span) -> Span:
    """From one character to another, both included, whichever comes first."""
    return Span(min(one.start, other.start), max(one.end, other.end))
