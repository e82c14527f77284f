"""The gutters: lines from the current claim to what answers to it in the other columns.

Columns are counted as they stand on the screen, and rows from the first one on the screen; a row
below 0, or the number of rows or more, is scrolled out of view. A line begins at the current claim,
runs along one trunk in each gutter, and ends at each counterpart with the glyph of its relation.
To a column further away it goes on from the counterpart in the nearer one, or else straight on.
Far from its ends a trunk is dotted: it can still be traced, and takes few cells to send when one
moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.reader.relations import DOTS, DOWN, RELATIONS, UP, Kind
from tui.reader.words import Line


class End(NamedTuple):
    """Where a line ends: a counterpart."""

    column: int
    row: int
    kind: Kind
    tentative: bool = False
    chosen: bool = False
    """Whether this counterpart stands beside the claim, of several in its column."""


_BOX = {
    # above, below, towards the current claim, away from it
    (0, 0, 1, 1): "─",
    (0, 0, 1, 0): "╴",
    (0, 0, 0, 1): "╶",
    (1, 1, 0, 0): "│",
    (0, 1, 1, 0): "╮",
    (1, 0, 1, 0): "╯",
    (0, 1, 0, 1): "╭",
    (1, 0, 0, 1): "╰",
    (1, 1, 1, 0): "┤",
    (1, 1, 0, 1): "├",
    (0, 1, 1, 1): "┬",
    (1, 0, 1, 1): "┴",
    (1, 1, 1, 1): "┼",
    (1, 0, 0, 0): "│",
    (0, 1, 0, 0): "│",
    (0, 0, 0, 0): " ",
}

NEAR = 2
"""Rows from an end within which a trunk is solid."""

DOTTED = 3
"""Rows from one dot to the next; they stay where they are on the screen when lines change."""

_MIRROR = str.maketrans("╴╶╮╯╭╰┤├", "╶╴╭╰╮╯├┤")


def gutter_lines(
    gutter: int,
    width: int,
    height: int,
    active: int,
    row: int,
    ends: Sequence[End],
    ascii_only: bool,
) -> list[Line]:
    """The rows of the gutter between the columns `gutter` and `gutter` + 1.

    `active` is the column of the current claim and `row` the row it begins on.
    """
    way = 1 if gutter >= active else -1
    near, far = (gutter, gutter + 1) if way > 0 else (gutter + 1, gutter)
    here = [end for end in ends if end.column == far]
    beyond = [end for end in ends if (end.column - far) * way > 0]
    if not here and not beyond:
        return [[] for _ in range(height)]
    start = _entry(near, active, row, ends)
    drawn = _Drawn(width, height, start, here, beyond, ascii_only)
    return [drawn.line(y, way < 0) for y in range(height)]


def _entry(column: int, active: int, row: int, ends: Sequence[End]) -> int:
    """The row on which the line leaves a column on its way outwards."""
    way = 1 if column > active else -1
    while column != active:
        stops = [end for end in ends if end.column == column]
        if stops:
            return max(stops, key=lambda end: (end.chosen, -abs(end.row - row))).row
        column -= way
    return row


class _Drawn:
    """One gutter, drawn as if the current claim stood to its left."""

    def __init__(
        self,
        width: int,
        height: int,
        start: int,
        here: Sequence[End],
        beyond: Sequence[End],
        ascii_only: bool,
    ) -> None:
        self.width, self.ascii = width, ascii_only
        self.last = height - 1
        self.start = start
        self.ends: dict[int, End] = {}
        """The loudest end of each row; ends out of view are at the edge."""
        for end in sorted(here, key=_loudness):
            self.ends[self._clip(end.row)] = end
        straight = [] if here else beyond
        self.through = max(straight, key=_loudness, default=None)
        self.loudest = max([*here, *straight], key=_loudness)
        rows = [self._clip(start), *self.ends]
        self.rows = range(min(rows), max(rows) + 1)
        self.solid = {
            y + k
            for y in (start, *(end.row for end in here))
            if not self._is_out(y)
            for k in range(-NEAR, NEAR + 1)
        }
        self.out = {self._clip(end.row): end.row for end in here if self._is_out(end.row)}

    def _clip(self, row: int) -> int:
        return max(0, min(row, self.last))

    def _is_out(self, row: int) -> bool:
        return not 0 <= row <= self.last

    def line(self, y: int, mirrored: bool) -> Line:
        """Row `y`; `mirrored` where the current claim stands to its right."""
        if y not in self.rows:
            return []
        end, enters = self.ends.get(y), y == self._clip(self.start)
        trunk = self._look(self.loudest)
        if y not in self.solid and end is None and not enters:
            joint = DOTS[self.ascii] if y % DOTTED == 0 else " "
        elif y in self.out:
            joint = self._arrow(self.out[y])
        else:
            above, below = y > self.rows[0], y < self.rows[-1]
            leaves = end is not None or (enters and self.through is not None)
            joint = self._box(above, below, enters, leaves)
        across = self._box(False, False, True, True)
        first = " "
        if enters:
            first = self._arrow(self.start) if self._is_out(self.start) else across
        line: Line = [(first, trunk), (joint, trunk)]
        if end is not None:
            glyph = RELATIONS[end.kind].mark(self.ascii)
            line.append((across * (self.width - 3), self._look(end)))
            line.append((glyph, (f"glyph-{end.kind}",)))
        else:
            through = across if enters and self.through is not None else " "
            line.append((through * (self.width - 2), trunk))
        if mirrored:
            line = [(text[::-1].translate(_MIRROR), classes) for text, classes in reversed(line)]
        return [piece for piece in line if piece[0]]

    def _arrow(self, row: int) -> str:
        return (UP if row < 0 else DOWN)[self.ascii]

    def _box(self, above: bool, below: bool, enters: bool, leaves: bool) -> str:
        if not self.ascii:
            return _BOX[above, below, enters, leaves]
        if not (above or below):
            return "-" if enters or leaves else " "
        return "+" if enters or leaves else "|"

    def _look(self, end: End) -> tuple[str, ...]:
        return ("quiet",) if end.tentative else (f"glyph-{end.kind}",)


def _loudness(end: End) -> tuple[bool, int]:
    """The surest, loudest ends are drawn over the others."""
    return not end.tentative, RELATIONS[end.kind].loudness
