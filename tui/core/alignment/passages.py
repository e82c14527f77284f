"""Choosing links between two long texts that are no versions of one another.

Among so many claims some are alike by chance. A link stands where others stand near it in both
texts, whatever their order, or where its claims share much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from tui.core.alignment.decoding import choose
from tui.core.alignment.scoring import Scored
from tui.core.alignment.similarity import Bags
from tui.core.settings import Settings

Chosen = tuple[int, int, float, float]
Cell = tuple[int, int]

ANCHOR = 0.3
"""The least score of a link that others may stand by. Between such joined texts 219 of 308 right
links stand, with 0.5 only 164, and no others either way."""
TOGETHER = 5
"""Claims from one link to another that supports it, at most, in either text. Of the pairs of the
Gospels (gospels_eusebius) that are each other's best, 9 in 10 with such a fellow are right, and 1
in 20 without."""
SHARED = 5
"""Terms that the claims of a link without a fellow have to share."""
NEAR = 8
"""Claims from a link that stands to one that stands with it, at most."""


def choose_in_passages(a: Bags, b: Bags, scored: Scored, settings: Settings) -> list[Chosen]:
    """The pairs to link, best first."""
    chosen = choose(scored, settings)
    best = list(_each_others_best([p for p in chosen if p[2] >= ANCHOR]))
    grid = _grid(best, TOGETHER)
    anchors = [
        (i, j)
        for i, j in best
        if _shared(a, b, i, j) >= SHARED
        or any(x != i and y != j for x, y in _around(grid, i, j, TOGETHER))
    ]
    grid = _grid(anchors, NEAR)
    return [p for p in chosen if next(_around(grid, p[0], p[1], NEAR), None)]


def _each_others_best(chosen: Iterable[Chosen]) -> Iterator[Cell]:
    """The pairs that no other pair of either claim surpasses."""
    pairs = list(chosen)
    rows, columns = (np.asarray([p[side] for p in pairs], np.int64) for side in (0, 1))
    scores = np.asarray([p[2] for p in pairs], np.float64)
    best = np.ones(len(pairs), np.bool_)
    for side in (rows, columns):
        most = np.zeros(int(side.max(initial=-1)) + 1)
        np.maximum.at(most, side, scores)
        best &= scores == most[side]
    return ((pairs[k][0], pairs[k][1]) for k in np.flatnonzero(best).tolist())


def _shared(a: Bags, b: Bags, i: int, j: int) -> int:
    return len(a.terms[i].keys() & b.terms[j].keys())


def _grid(cells: Iterable[Cell], size: int) -> dict[Cell, list[Cell]]:
    """The cells by squares of that size, so that those near one are soon found."""
    grid: dict[Cell, list[Cell]] = {}
    for i, j in cells:
        grid.setdefault((i // size, j // size), []).append((i, j))
    return grid


def _around(grid: dict[Cell, list[Cell]], i: int, j: int, reach: int) -> Iterator[Cell]:
    """The cells at most `reach`, the size of the squares, away from a place in either direction."""
    for row in range(i // reach - 1, i // reach + 2):
        for column in range(j // reach - 1, j // reach + 2):
            for x, y in grid.get((row, column), ()):
                if abs(x - i) <= reach and abs(y - j) <= reach:
                    yield x, y
