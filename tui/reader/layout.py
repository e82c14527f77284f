"""Where the text stands on the screen: wrapping, and from offsets to cells and back.

All functions are pure. Offsets are code points into the document's text; a row is the stretch from
its start to the next row's start, so the rows of a document always rejoin to its text. What is
drawn differs from the text only where a terminal could not show it: tabs become spaces, control
characters their pictures, and characters that reorder or hide text nothing.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from tui.reader.hanging import LEADS, TAB, hanging

_HIDDEN = "\u200b"

_ONE = (
    "\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff"
)
_TWO = (
    "\u3001-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3131-\u3163\u3165-\u318e\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uff01-\uff60\uffe0-\uffe6"
)
_FIRST_WIDE = "\u3000"

_JOINER = "\u200d"

_SIMPLE = re.compile(f"[{_ONE}]*")
"""Text whose characters all fill one cell and are drawn as they are."""

_EVEN = re.compile(f"[{_ONE}{_TWO}]*")
"""Text whose characters fill one cell below `_FIRST_WIDE` and two above, drawn as they are."""


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20) if code != 9}
    table[0x7F] = "\u2421"
    table |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    table |= dict.fromkeys((0x85, 0x2028, 0x2029), "\u2424")
    reordering = (0x200E, 0x200F, 0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    return table | dict.fromkeys((0xAD, 0xFEFF, *reordering), _HIDDEN)


_HARMLESS = _table()


def harmless(text: str) -> str:
    """Any text as one line a terminal can be sent: nothing in it moves, reorders or rings."""
    return text.translate(_HARMLESS).replace(_HIDDEN, "").replace("\t", " ")


class Cell(NamedTuple):
    """One grapheme as drawn: its offsets in the text, what is shown, and how many cells wide."""

    start: int
    end: int
    shown: str
    width: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of a text wrapped to a width."""

    width: int
    starts: array[int]
    """Where each row starts; an empty row between paragraphs starts where the next row does."""
    length: int
    """The length of the text."""
    hangs: Mapping[int, int] = field(default_factory=dict)
    """By row: cells kept free before its text, where a list item or a quotation goes on."""

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, row: int) -> tuple[int, int]:
        """The stretch of text on `row`, line ends and hanging blanks included."""
        after = row + 1
        return self.starts[row], self.starts[after] if after < len(self.starts) else self.length

    def hang(self, row: int) -> int:
        """The cells kept free before the text of `row`."""
        return self.hangs.get(row, 0)

    def row_of(self, offset: int) -> int:
        """The row that holds `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def rows_of(self, start: int, end: int) -> range:
        """The rows that hold any of `start` to `end`; never empty."""
        return range(self.row_of(start), self.row_of(max(start, end - 1)) + 1)


def is_prose(text: str) -> bool:
    """Whether each line is a paragraph, so that a blank row belongs between two of them.

    Texts with hard-wrapped lines have most of their lines shorter than any such wrap.
    """
    lines = sorted(len(line) for line in text[:40_000].split("\n") if line.strip())
    return bool(lines) and lines[len(lines) // 2] > 100


def wrap(text: str, width: int, spaced: bool = False) -> Layout:
    """Wrap `text` to at most `width` cells (2 at least), greedily, at blanks where it can.

    Every line of the text starts a row; with `spaced`, a blank row parts neighbouring lines.
    The rows on which a list item or a quotation goes on hang below its first word.
    """
    width = max(2, width)
    starts = array("I")
    hangs: dict[int, int] = {}
    position, length = 0, len(text)
    while position < length:
        newline = text.find("\n", position)
        after = length if newline < 0 else newline + 1
        end = after - (newline >= 0)
        while end > position and text[end - 1] == "\r":
            end -= 1
        starts.append(position)
        if end - position <= width // 2 and text.find("\t", position, end) < 0:
            pass
        else:
            hang = hanging(text, position, end, width) if text[position] in LEADS else 0
            first = len(starts)
            if _SIMPLE.fullmatch(text, position, end):
                _wrap_simple(text, position, end, width, width - hang, starts)
            elif _EVEN.fullmatch(text, position, end):
                _wrap_even(text, position, end, width, width - hang, starts)
            else:
                _wrap_cells(text, position, end, width, width - hang, starts)
            if hang:
                hangs.update(dict.fromkeys(range(first, len(starts)), hang))
        blank_follows = after < length and text[after] in "\r\n"
        if spaced and end > position and after < length and not blank_follows:
            starts.append(after)
        position = after
    if not starts:
        starts.append(0)
    return Layout(width, starts, length, hangs)


def _wrap_simple(
    text: str, start: int, end: int, width: int, rest: int, starts: array[int]
) -> None:
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start or text[start:cut].isspace():
            start += width
        else:
            start = cut + 1
            while start < end and text[start] == " ":
                start += 1
            if start == end:
                return
        starts.append(start)
        width = rest


def _wrap_even(text: str, start: int, end: int, width: int, rest: int, starts: array[int]) -> None:
    line = text[start:end]
    reached = list(accumulate((1 + (c >= _FIRST_WIDE) for c in line), initial=0))
    at, length = 0, len(line)
    while reached[length] - reached[at] > width:
        limit = bisect_right(reached, reached[at] + width, at) - 1
        cut = limit
        if line[limit] != " " and line[limit] < _FIRST_WIDE:
            while cut > at and line[cut - 1] != " " and line[cut - 1] < _FIRST_WIDE:
                cut -= 1
        if cut == at or line[at:cut].isspace():
            cut = limit
        while cut < length and line[cut] == " ":
            cut += 1
        if cut == length:
            return
        starts.append(start + cut)
        at, width = cut, rest


def _wrap_cells(text: str, start: int, end: int, width: int, rest: int, starts: array[int]) -> None:
    used, row, after_blank, inked = 0, start, -1, False
    for cell in _cells(text, start, end):
        size = TAB - used % TAB if cell.shown == "\t" else cell.width
        if cell.shown in " \t\u3000":
            used += size
            if inked:
                after_blank = cell.end
            continue
        if used + size > width and cell.start > row:
            row = after_blank if after_blank > row and cell.width < 2 else cell.start
            starts.append(row)
            used = sum(c.width for c in _cells(text, row, cell.start))
            after_blank, width = -1, rest
            if used + size > width:
                starts.append(cell.start)
                row, used = cell.start, 0
        inked = True
        used += size


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    """The graphemes of a stretch without line ends; tabs are left as they are."""
    drawn = text[start:end].translate(_HARMLESS)
    tabs = drawn.split("\t")
    position = start
    for k, part in enumerate(tabs):
        if k:
            yield Cell(position, position + 1, "\t", 1)
            position += 1
        for a, b, width in split_graphemes(part)[0]:
            # a joiner left at the end would join what is drawn next
            shown = part[a:b].replace(_HIDDEN, "").rstrip(_JOINER)
            if _HIDDEN in part[a:b]:
                # what it kept apart may be one grapheme now, or two
                width = cell_len(shown)
            yield Cell(position + a, position + b, shown if width else "", width)
        position += len(part)


def _ink_end(text: str, start: int, end: int) -> int:
    """Where a row's last visible character ends: line ends and hanging blanks are not drawn."""
    while end > start and text[end - 1] in " \t\r\n":
        end -= 1
    return end


def row_cells(text: str, start: int, end: int, width: int) -> list[Cell]:
    """What is drawn of a row: at most `width` cells, no line end, no hanging blanks."""
    cells: list[Cell] = []
    used = 0
    for cell in _cells(text, start, _ink_end(text, start, end)):
        if cell.shown == "\t":
            size = min(TAB - used % TAB, width - used)
            cell = Cell(cell.start, cell.end, " " * size, size)
        if used + cell.width > width:
            break
        used += cell.width
        cells.append(cell)
    return cells


def draw(
    text: str, start: int, end: int, width: int, cuts: Sequence[int]
) -> list[tuple[int, str, int]]:
    """A row in pieces, cut at the offsets `cuts` (rising): each piece's start, text and width."""
    end = _ink_end(text, start, end)
    inner = [cut for cut in cuts if start < cut < end]
    bounds = [start, *inner, end]
    if _SIMPLE.fullmatch(text, start, end):
        stop = start + width
        return [
            (a, text[a : min(b, stop)], min(b, stop) - a)
            for a, b in pairwise(bounds)
            if a < min(b, stop)
        ]
    pieces: list[tuple[int, str, int]] = []
    cells = row_cells(text, start, end, width)
    for a, b in pairwise(bounds):
        inside = [cell for cell in cells if a <= cell.start < b]
        if inside:
            pieces.append((a, "".join(c.shown for c in inside), sum(c.width for c in inside)))
    return pieces


def offset_at(text: str, start: int, end: int, width: int, x: int) -> int | None:
    """The offset drawn at cell `x` of a row; None where the row shows nothing there."""
    used = 0
    for cell in row_cells(text, start, end, width):
        used += cell.width
        if x < used:
            return cell.start
    return None


def cell_at(text: str, start: int, end: int, width: int, offset: int) -> int:
    """The first cell that draws `offset` on its row (the row's end for what is not drawn)."""
    used = 0
    for cell in row_cells(text, start, end, width):
        if offset < cell.end:
            return used
        used += cell.width
    return used
