"""How the screen is shared out: which columns are shown, how many lines stand below them."""

from __future__ import annotations

from dataclasses import dataclass

NARROW = 100
"""Below this many cells one document is shown at a time."""

COLUMN = 38
"""Cells a column has at least where several are shown."""

SIDEBAR = 32


@dataclass(frozen=True, slots=True)
class Fit:
    """What is shown on a screen of some size."""

    columns: tuple[int, ...]
    """The documents shown, in order; none where the list of entities needs all the width."""
    sidebar: bool
    apparatus: int
    """Lines about the current claim."""
    rule: bool
    """Whether a rule parts them from the text."""
    header: bool
    footer: bool


def fit(
    width: int, height: int, documents: int, active: int, first: int, sidebar: bool | None
) -> Fit:
    """Share out a screen of `width` x `height` cells.

    `first` is the first document shown before; the columns move no further than `active` needs.
    `sidebar` is what the user wants; None where it shall be there if it costs no column.
    """
    beside = _columns(width - SIDEBAR, width, documents)
    fits = width >= NARROW and beside == _columns(width, width, documents)
    with_sidebar = fits if sidebar is None else sidebar
    left = width - SIDEBAR * with_sidebar
    count = _columns(left, width, documents)
    first = max(0, min(first, active, documents - count))
    first = max(first, active - count + 1)
    columns = tuple(range(first, first + count))
    if with_sidebar and left < COLUMN - 10:
        columns = ()
    lines = 4 if height >= 16 else 2 if height >= 10 else 1 if height >= 4 else 0
    return Fit(columns, with_sidebar, lines, height >= 16, height >= 6, height >= 8)


def _columns(left: int, width: int, documents: int) -> int:
    """How many documents stand side by side in `left` cells of a screen `width` cells wide."""
    return max(1, min(documents, left // COLUMN)) if width >= NARROW else 1
