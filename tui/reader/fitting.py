"""How the screen is shared out: which columns are shown, how many lines stand below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NARROW = 100
"""Below this many cells one document is shown at a time."""

COLUMN = 38
"""Cells a column has at least where several are shown."""

GUTTER = 3
"""Cells between two columns at least; some have one more, so that all columns are equal."""

SIDEBAR = 32

TALL = 28
"""Rows from which on one document alone leaves room for a line about each of the others."""

ROOMY = 40
"""Rows from which on there is such a line, and one for the reason, below several documents too."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What is shown on a screen of some size."""

    columns: tuple[int, ...]
    """The documents shown, in order; none where the list of entities needs all the width."""
    before: tuple[int, ...]
    """The documents that stand to the left of those shown, out of sight."""
    after: tuple[int, ...]
    """The documents that stand to the right of those shown, out of sight."""
    width: int
    """Cells of each column."""
    gutters: tuple[int, ...]
    """Cells of each gutter; there is one between any two columns."""
    sidebar: bool
    apparatus: int
    """Lines about the current claim."""
    rule: bool
    """Whether a rule parts them from the text."""
    header: bool
    footer: bool


def fit(
    width: int,
    height: int,
    order: Sequence[int],
    active: int,
    start: int,
    sidebar: bool | None,
    alone: bool = False,
) -> Fit:
    """Share out a screen of `width` x `height` cells among documents in `order`.

    `start` is the place in `order` at which the columns began before; they move no further than
    `active` needs.
    `sidebar` is what the user wants; None where it shall be there if it costs no column.
    With `alone` the current document is the only one shown.
    """
    most = len(order) if width >= NARROW and not alone else 1
    beside = _count(width - SIDEBAR, most)
    fits = width >= NARROW and beside == _count(width, most)
    with_sidebar = fits if sidebar is None else sidebar
    left = width - SIDEBAR * with_sidebar
    count = _count(left, most)
    at = order.index(active)
    start = max(0, min(start, at, len(order) - count))
    start = max(start, at - count + 1)
    columns = tuple(order[start : start + count])
    if with_sidebar and left < COLUMN - 10:
        columns = ()
    each = max(1, (left - GUTTER * (count - 1)) // count)
    spare = left - each * count - GUTTER * (count - 1)
    gutters = tuple(GUTTER + (k < spare) for k in range(count - 1))
    lines = 4 if height >= 16 else 2 if height >= 10 else 1 if height >= 4 else 0
    if count == 1 and height >= TALL:
        # What answers in the documents that are out of sight is listed instead, a line for each.
        lines = max(lines, min(2 + len(order), height // 4))
    elif height >= ROOMY:
        lines = max(lines, min(2 + len(order), 7))
    return Fit(
        columns,
        tuple(order[:start]),
        tuple(order[start + count :]),
        each,
        gutters,
        with_sidebar,
        lines,
        height >= 16,
        height >= 6,
        height >= 8,
    )


def _count(left: int, most: int) -> int:
    """How many columns of at most `most` stand side by side in `left` cells."""
    return max(1, min(most, (left + GUTTER) // (COLUMN + GUTTER)))
