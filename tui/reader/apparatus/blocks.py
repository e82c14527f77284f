"""A collation as lines of the screen: witness under witness, in blocks that fit the width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.reader.apparatus.collation import Table
from tui.reader.apparatus.segments import Piece, Segment, contents, is_held
from tui.reader.apparatus.witness import Witness
from tui.reader.relations import ELLIPSIS, RELATIONS, Kind
from tui.reader.words import Line, shorten, width_of

GAP = ("·", "-")
"""Stands where a witness has no words."""

BETWEEN = "  "
"""Parts two segments."""

LEAST = 14
"""Cells that must be left of a row for a segment to be begun on it and go on below."""

Mark = tuple[int, str, Kind]
"""What is said below a block: at which cell, in which words, how the claims stand."""


@dataclass(frozen=True, slots=True)
class Loud:
    """Words of one witness in which a link says that the claims differ."""

    start: int
    end: int
    kind: Kind
    """How the claims stand."""
    word: str
    """What differs, in a word: `number`; empty where other words of the claim say it."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a witness's lines begin with, and what of it is loud."""

    label: Line
    loud: tuple[Loud, ...] = ()


def table_lines(
    table: Table, parts: Sequence[Segment], rows: Sequence[Row], width: int, ascii_only: bool
) -> list[Line]:
    """The table in blocks at most `width` cells wide, a blank line between them."""
    room = max(8, width - max(width_of(row.label) for row in rows))
    texts = _Texts(table.witnesses, rows, room, ascii_only)
    lines: list[Line] = []
    blocks = _blocks(parts, texts, room)
    for k, block in enumerate(blocks):
        drawn = [list(row.label) for row in rows]
        marks: list[Mark] = []
        named: set[tuple[int, Loud]] = set()
        at = width_of(rows[0].label)
        for n, segment in enumerate(block):
            span = max(texts.width(r, cell) for r, cell in enumerate(segment.cells))
            for r, cell in enumerate(segment.cells):
                last = n + 1 == len(block)
                drawn[r] += _padded(texts.line(r, cell), 0 if last else span + len(BETWEEN))
            marks += texts.marks(segment, at, named)
            at += span + len(BETWEEN)
        if k + 1 == len(blocks):
            for r, witness in enumerate(table.witnesses):
                if witness.more:
                    drawn[r].append((ELLIPSIS[ascii_only], ("quiet",)))
        # A row of nothing but gaps tells nothing; the base says where one is.
        told = [any(segment.cells[r] for segment in block) for r in range(len(rows))]
        lines += [line for r, line in enumerate(drawn) if told[r] or r == 0]
        if marks:
            lines.append(_mark_line(marks, width, ascii_only))
        elif k + 1 < len(blocks):
            lines.append([])
    return lines


def apart_lines(
    witness: Witness, others: Sequence[Witness], row: Row, width: int, ascii_only: bool
) -> list[Line]:
    """The words of a claim that shares little with the others, what it does share marked."""
    held = [contents(other.words) for other in others]
    pieces = tuple(
        Piece(k, "shared" if is_held(word, held) else "free")
        for k, word in enumerate(witness.words)
    )
    room = max(8, width - width_of(row.label))
    texts = _Texts((witness,), (row,), room, ascii_only)
    lines: list[Line] = []
    while pieces:
        taken = _fitting(texts, 0, pieces, room)
        lead = row.label if not lines else [(" " * width_of(row.label), ())]
        lines.append([*lead, *texts.line(0, pieces[:taken])])
        pieces = pieces[taken:]
    if witness.more and lines:
        lines[-1].append((f" {ELLIPSIS[ascii_only]}", ("quiet",)))
    return lines


class _Texts:
    """The words of the witnesses, with their widths and looks."""

    def __init__(
        self, witnesses: Sequence[Witness], rows: Sequence[Row], room: int, ascii_only: bool
    ) -> None:
        self._witnesses = witnesses
        self._rows = rows
        self._room = room
        self._ascii = ascii_only

    def text(self, row: int, piece: Piece) -> str:
        return shorten(self._witnesses[row].words[piece.place].text, self._room, self._ascii)

    def width(self, row: int, cell: Sequence[Piece]) -> int:
        return max(1, self.reach(row, cell))

    def reach(self, row: int, cell: Sequence[Piece]) -> int:
        """The cells that words of a witness fill one after another."""
        words = self._witnesses[row].words
        blanks = sum(not words[piece.place].joined for piece in cell[1:])
        return blanks + sum(cell_len(self.text(row, piece)) for piece in cell)

    def loud(self, row: int, piece: Piece) -> Loud | None:
        word = self._witnesses[row].words[piece.place]
        return next(
            (x for x in self._rows[row].loud if x.start < word.end and word.start < x.end), None
        )

    def line(self, row: int, cell: Sequence[Piece]) -> Line:
        """A cell's words; neighbours of one look are one piece, the blank between them too."""
        if not cell:
            return [(GAP[self._ascii], ("quiet",))]
        line: Line = []
        for piece in cell:
            loud = self.loud(row, piece)
            look = (f"loud-{loud.kind}",) if loud else (f"word-{piece.stand}",)
            text = self.text(row, piece)
            blank = " " if line and not self._witnesses[row].words[piece.place].joined else ""
            if line and line[-1][1] == look:
                line[-1] = (f"{line[-1][0]}{blank}{text}", look)
            else:
                line += [*([(blank, ())] if blank else []), (text, look)]
        return line

    def marks(self, segment: Segment, at: int, named: set[tuple[int, Loud]]) -> list[Mark]:
        """What to say below the first word of a segment that begins at `at`, if claims differ.

        Of words that go on over several segments it is said once: `named` are the rows and the
        words it was said of.
        """
        found: dict[str, Kind] = {}
        first: int | None = None
        fresh: set[tuple[int, Loud]] = set()
        for r, cell in enumerate(segment.cells):
            for k, piece in enumerate(cell):
                loud = self.loud(r, piece)
                if loud is None or (r, loud) in named:
                    continue
                fresh.add((r, loud))
                found.setdefault(loud.word, loud.kind)
                before = self.reach(r, cell[: k + 1]) - cell_len(self.text(r, piece))
                first = before if first is None else min(first, before)
        named |= fresh
        words = ", ".join(filter(None, found))
        if first is None or not words:
            return []
        kind = max(found.values(), key=lambda kind: RELATIONS[kind].loudness)
        return [(at + first, f"{RELATIONS[kind].mark(self._ascii)} {words}", kind)]


def _mark_line(marks: Sequence[Mark], width: int, ascii_only: bool) -> Line:
    """The marks below a block, each below its word, shortened where the next one begins."""
    line: Line = []
    for k, (at, words, kind) in enumerate(marks):
        end = marks[k + 1][0] - 1 if k + 1 < len(marks) else width
        line = _padded(line, at)
        line.append((shorten(words, end - at, ascii_only), (f"glyph-{kind}",)))
    return line


def _padded(line: Line, width: int) -> Line:
    gap = width - width_of(line)
    return [*line, (" " * gap, ())] if gap > 0 else line


def _blocks(parts: Sequence[Segment], texts: _Texts, room: int) -> list[list[Segment]]:
    blocks: list[list[Segment]] = [[]]
    used = 0
    left = list(reversed(parts))
    while left:
        segment = left.pop()
        span = max(texts.width(r, cell) for r, cell in enumerate(segment.cells))
        if used + span <= room:
            blocks[-1].append(segment)
            used += span + len(BETWEEN)
            continue
        if blocks[-1] and room - used < LEAST:
            blocks.append([])
            used = 0
            left.append(segment)
            continue
        head, tail = _split(segment, texts, room - used)
        left.append(tail)
        if head:
            blocks[-1].append(head)
        blocks.append([])
        used = 0
    return [block for block in blocks if block]


def _split(segment: Segment, texts: _Texts, room: int) -> tuple[Segment | None, Segment]:
    """As many words of each witness as fit, and the others; of tied words as many of each."""
    counts = [_fitting(texts, r, cell, room) for r, cell in enumerate(segment.cells)]
    if segment.tied:
        fewest = min(n for n, cell in zip(counts, segment.cells, strict=True) if n < len(cell))
        counts = [min(fewest, len(cell)) for cell in segment.cells]
    if not any(counts):
        return None, segment
    cut = list(zip(segment.cells, counts, strict=True))
    head = tuple(cell[:n] for cell, n in cut)
    tail = tuple(cell[n:] for cell, n in cut)
    return Segment(head, segment.tied), Segment(tail, segment.tied)


def _fitting(texts: _Texts, row: int, cell: Sequence[Piece], room: int) -> int:
    """How many words of a cell fit into `room` cells."""
    return bisect_right(range(1, len(cell) + 1), room, key=lambda n: texts.reach(row, cell[:n]))
