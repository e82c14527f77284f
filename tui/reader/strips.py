"""Lines of styled text for the screen, and which cells of a line have changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from tui.reader.layout import harmless
from tui.reader.styles import Palette
from tui.reader.words import Line

GAP = 4
"""Cells that are sent again rather than jumped over; a jump takes about as many bytes."""


def paint(line: Line, width: int, palette: Palette, *under: str) -> Strip:
    """A line in its styles, exactly `width` cells wide; `under` are the classes below all."""
    segments = [
        Segment(harmless(text), palette.style(*under, *classes)) for text, classes in line if text
    ]
    return Strip(segments).adjust_cell_length(width, palette.style(*under))


def changed_cells(old: Strip, new: Strip) -> list[tuple[int, int]]:
    """The runs of cells in which two strips of one width differ; runs close together are one."""
    olds, news = list(old), list(new)
    first = 0
    for a, b in zip(olds, news, strict=False):
        if a is not b and a != b:
            break
        first += 1
    olds, news = olds[first:], news[first:]
    while olds and news and olds[-1] == news[-1]:
        del olds[-1], news[-1]
    if not (olds or news):
        return []
    begin = sum(segment.cell_length for segment in list(new)[:first])
    before, after = _cells(olds), _cells(news)
    runs: list[tuple[int, int]] = []
    for x, cell in enumerate(after, begin):
        if x - begin < len(before) and before[x - begin] == cell:
            continue
        if runs and x - runs[-1][1] <= GAP:
            runs[-1] = (runs[-1][0], x + 1)
        else:
            runs.append((x, x + 1))
    return runs


def _cells(strip: Iterable[Segment]) -> list[tuple[str, Style | None]]:
    """What each cell shows; a grapheme stands in its first cell, and in the others as nothing."""
    cells: list[tuple[str, Style | None]] = []
    for text, style, _control in strip:
        if text.isascii():
            blank = _as_blank(style) if style and " " in text else style
            cells += [(c, blank if c == " " else style) for c in text]
            continue
        for start, end, width in split_graphemes(text)[0]:
            shown = text[start:end]
            cells += [(shown if k == 0 else f"{shown} {k}", style) for k in range(width)]
    return cells


@lru_cache(1024)
def _as_blank(style: Style) -> Style:
    """What one sees of a style on a blank."""
    if style.underline or style.reverse or style.strike:
        return style
    return Style(bgcolor=style.bgcolor)


class Encodable(LineFilter):
    """Puts question marks for what the terminal's encoding lacks, as many as it had cells."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(self.encodable(s.text), s.style, s.control) for s in segments]

    def encodable(self, text: str) -> str:
        """The text with every character the encoding has, and no other."""
        if text.isascii():
            return text
        return "".join(c if self._has(c) else "?" * cell_len(c) for c in text)

    def _has(self, character: str) -> bool:
        try:
            return bool(character.encode(self._encoding))
        except UnicodeError:
            return False
