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
    `sidebar` is what the user wants; None where it shall depend on the width.
    """
    with_sidebar = width >= NARROW if sidebar is None else sidebar
    left = width - SIDEBAR * with_sidebar
    several = width >= NARROW
    count = max(1, min(documents, left // COLUMN)) if several else 1
    first = max(0, min(first, active, documents - count))
    first = max(first, active - count + 1)
    columns = tuple(range(first, first + count))
    if with_sidebar and left < COLUMN - 10:
        columns = ()
    lines = 4 if height >= 16 else 2 if height >= 10 else 1 if height >= 4 else 0
    return Fit(columns, with_sidebar, lines, height >= 16, height >= 6, height >= 8)
