"""Words in cells: the exact words of a text, wrapped or cut, with stretches of them marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.reader import layout
from tui.reader.lists.listing import View
from tui.reader.relations import DOT, ELLIPSIS, RELATIONS, TENTATIVE, Kind
from tui.reader.words import Line, letter, shorten, width_of

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Index

MARGIN = 4
"""Cells before a row's words: the cursor, a question mark, a glyph and a blank."""

GAP = 2
"""Cells between two columns."""

Classes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Text on one line, with the classes of the whole and of marked stretches."""

    text: str
    classes: Classes = ("text",)
    marks: tuple[tuple[int, int, Classes], ...] = ()
    """Start, end and classes, in order; they do not overlap."""

    def after(self, text: str, *classes: str) -> Words:
        """The same behind other words."""
        n = len(text)
        moved = tuple((a + n, b + n, c) for a, b, c in self.marks)
        return Words(text + self.text, self.classes, ((0, n, classes), *moved))

    def pieces(self, start: int, end: int) -> Line:
        """A stretch of it as a line."""
        line: Line = []
        at = start
        for a, b, classes in self.marks:
            a, b = max(a, at), min(b, end)
            if a < b:
                line += [(self.text[at:a], self.classes), (self.text[a:b], classes)]
                at = b
        line.append((self.text[at:end], self.classes))
        return [(text, classes) for text, classes in line if text]


def words_of(
    text: str,
    start: int,
    end: int,
    classes: Classes = ("text",),
    marked: Iterable[tuple[int, int]] = (),
    look: Classes = ("strong",),
) -> Words:
    """A stretch of a document's text on one line; `marked` are offsets in the document."""
    words = text[start:end]
    flat = " ".join(words.split())
    marks: list[tuple[int, int, Classes]] = []
    at = 0
    for a, b in sorted(marked):
        a, b = (_moved(words, max(0, min(x - start, len(words)))) for x in (a, b))
        a, b = max(a, at), min(len(flat), b)
        while b > a and flat[b - 1] == " ":
            b -= 1
        if a < b:
            marks.append((a, b, look))
            at = b
    return Words(flat, classes, tuple(marks))


def _moved(words: str, offset: int) -> int:
    """Where an offset lies once every run of blanks is one space."""
    before = " ".join(words[:offset].split())
    return len(before) + (bool(before) and words[offset - 1].isspace())


def claim_words(
    index: Index,
    claim: Claim,
    classes: Classes = ("text",),
    marked: Iterable[tuple[int, int]] = (),
    look: Classes = ("strong",),
) -> Words:
    """The words of a claim, after the name of who states it."""
    text = index.comparison.documents[claim.document].text
    words = words_of(text, claim.start, claim.end, classes, marked, look)
    source = index.source(claim)
    if not source:
        return words
    said = claim.attribution
    sure = TENTATIVE if said and said.tentative else ""
    return words.after(f"{sure}{source}: ", "source")


def wrapped(words: Words, width: int, rows: int, ascii_only: bool) -> list[Line]:
    """The words on at most `rows` lines of at most `width` cells, cut where they are more."""
    laid = layout.wrap(words.text, width)
    lines: list[Line] = []
    for row in range(min(len(laid), rows)):
        start, end = laid.span(row)
        shown = words.text[start:end].rstrip()
        line = words.pieces(start, start + len(shown))
        if row == rows - 1 and len(laid) > rows:
            dots = ELLIPSIS[ascii_only]
            kept = shown
            while kept and cell_len(kept) + len(dots) > width:
                kept = kept[:-1]
            kept = kept.rstrip()
            line = [*words.pieces(start, start + len(kept)), (dots, ("quiet",))]
        lines.append(line)
    return lines or [[]]


def fill(line: Line, width: int, *classes: str) -> Line:
    """A line that is exactly `width` cells wide, or wider if it was."""
    return [*line, (" " * max(0, width - width_of(line)), classes)]


def lit(line: Line) -> Line:
    """A line with the cursor on it."""
    return [(text, ("pointer", *classes)) for text, classes in line]


def margin(kind: Kind | None, tentative: bool, ascii_only: bool) -> Line:
    """The cells before a row: a place for the cursor, and the relation."""
    if kind is None:
        return [(" " * MARGIN, ())]
    sign = TENTATIVE if tentative else " "
    glyph = RELATIONS[kind].mark(ascii_only)
    return [(" ", ()), (f"{sign}{glyph} ", (f"glyph-{kind}",))]


def heading(text: str, note: str, view: View, kind: Kind | None = None) -> list[Line]:
    """The name of a group, after a blank line."""
    line = [*margin(kind, False, view.ascii_only), (text, ("group",))]
    return [[], [*line, (f"  {note}", ("quiet",))] if note else line]


Cell = Callable[[int], "list[Line]"]
"""Draws a cell at most so many cells wide."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before the cells of a row."""

    margin: Line
    """`MARGIN` cells."""
    words: Sequence[Line] = ()
    width: int = 0
    """Cells kept for them where the cells stand side by side."""


def matrix(lead: Lead, cells: Sequence[Cell | None], view: View, at: bool) -> list[Line]:
    """A row of a cell for each document, side by side or one under another; None is silence."""
    lay = _beside if view.documents else _stacked
    return lay(lead, cells, view, at)


def column_width(view: View, lead: int) -> int:
    """The cells a document's column takes up, with the gap after it."""
    return (view.width - MARGIN - lead) // max(1, len(view.documents))


def _beside(lead: Lead, cells: Sequence[Cell | None], view: View, at: bool) -> list[Line]:
    each = column_width(view, lead.width)
    silence: list[Line] = [[(DOT[view.ascii_only], ("quiet",))]]
    drawn = [
        cell(each - GAP) if (cell := cells[d]) is not None else silence for d in view.documents
    ]
    lines: list[Line] = []
    for y in range(max(len(lead.words), *(len(lines) for lines in drawn))):
        line = list(lead.margin) if y == 0 else [(" " * MARGIN, ())]
        line += fill(lead.words[y] if y < len(lead.words) else [], lead.width)
        for d, of_cell in zip(view.documents, drawn, strict=True):
            part = fill(of_cell[y] if y < len(of_cell) else [], each - GAP)
            line += lit(part) if at and d == view.column else part
            line.append((" " * GAP, ()))
        lines.append(line)
    return lines


def _stacked(lead: Lead, cells: Sequence[Cell | None], view: View, at: bool) -> list[Line]:
    """Each cell after its document's letter; silence is a dot in that document's place."""
    chosen = nearest([d for d, cell in enumerate(cells) if cell], view.column)
    letters = max(3, len(cells) + 1)
    width = view.width - MARGIN - letters
    dot = DOT[view.ascii_only]
    silent: Line = [(" " if cell else dot, ("quiet",)) for cell in cells]
    lines: list[Line] = [
        [*(lead.margin if y == 0 else [(" " * MARGIN, ())]), *line]
        for y, line in enumerate(lead.words)
    ]
    for d, cell in enumerate(cells):
        if cell is None:
            continue
        for y, part in enumerate(cell(width)):
            line = list(lead.margin) if not lines else [(" " * MARGIN, ())]
            signs = list(silent)
            if y == 0:
                signs[d] = (letter(d)[0], ("strong",))
            line += fill(signs, letters)
            silent = [(" ", ())] * len(cells)
            part = fill(part, width)
            lines.append([*line, *(lit(part) if at and d == chosen else part)])
    return lines


def nearest(documents: Sequence[int], column: int) -> int:
    """The document nearest to a column, the earlier one first; the column where there is none."""
    return min(documents, key=lambda d: (abs(d - column), d), default=column)


def column_titles(index: Index, view: View, lead: int, marked: bool = True) -> Line | None:
    """The line above a matrix: the documents, that of the cursor marked if it has cells."""
    if not view.documents:
        return None
    each = column_width(view, lead)
    line: Line = [(" " * (MARGIN + lead), ())]
    documents = index.comparison.documents
    for d in view.documents:
        name = documents[d].title or documents[d].name
        look = "title-active" if d == view.column and marked else "title"
        label = f"{letter(d)} {shorten(name, each - GAP - 2, view.ascii_only)}"
        line += [(label, (look,)), (" " * max(0, each - cell_len(label)), ())]
    return line
