"""The heaviest chain through cells of a table that never goes back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


def monotone(rows: Ints, columns: Ints, values: Sequence[float]) -> list[int]:
    """The places of the heaviest chain of cells that goes back neither in rows nor in columns.

    A row may have several columns, and a column several rows. `values` are above 0.
    """
    order = np.lexsort((columns, rows)).tolist()
    ends: list[int] = []  # columns where chains end, ascending; heavier ones further right
    weights: list[float] = []
    last: list[int] = []
    before = [-1] * len(order)
    at = columns.tolist()
    for k in order:
        place = bisect_right(ends, at[k])
        weight = values[k]
        if place:
            before[k] = last[place - 1]
            weight += weights[place - 1]
        if place and ends[place - 1] == at[k]:
            place -= 1
        stop = place
        while stop < len(ends) and weights[stop] <= weight:
            stop += 1
        ends[place:stop] = [at[k]]
        weights[place:stop] = [weight]
        last[place:stop] = [k]
    chain = []
    k = last[-1] if last else -1
    while k >= 0:
        chain.append(k)
        k = before[k]
    return chain[::-1]
