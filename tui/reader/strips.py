"""Lines of styled text for the screen, and which cells of a line have changed."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.reader.layout import harmless
from tui.reader.styles import Palette
from tui.reader.words import Line


def paint(line: Line, width: int, palette: Palette, *under: str) -> Strip:
    """A line in its styles, exactly `width` cells wide; `under` are the classes below all."""
    segments = [
        Segment(harmless(text), palette.style(*under, *classes)) for text, classes in line if text
    ]
    return Strip(segments).adjust_cell_length(width, palette.style(*under))


def changed_cells(old: Strip, new: Strip) -> tuple[int, int] | None:
    """The cells from the first to past the last in which two strips of one width differ."""
    before, after = _characters(old), _characters(new)
    if before == after:
        return None
    first = 0
    while before[first : first + 1] == after[first : first + 1]:
        first += 1
    last = 0
    limit = min(len(before), len(after)) - first
    while last < limit and before[-1 - last] == after[-1 - last]:
        last += 1
    start = cell_len("".join(c for c, _ in after[:first]))
    end = new.cell_length - cell_len("".join(c for c, _ in after[len(after) - last :]))
    return start, max(end, start + 1)


def _characters(strip: Strip) -> list[tuple[str, Style | None]]:
    return [(character, segment.style) for segment in strip for character in segment.text]
