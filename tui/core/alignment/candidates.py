"""Which pairs of claims are worth comparing: found through an inverted index, never all of many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Doubles = NDArray[np.float64]

RARE = 60
"""A term in more claims of a document than this proposes no candidates by itself."""
PER_CLAIM = 24
"""Candidates kept for a claim in one other document."""
AT_ONCE = 1_000_000
"""Shared terms that are looked at in one go: bounds memory."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Weighted bags of terms, one a claim, laid end to end; the terms by number, ascending."""

    terms: Ints
    weights: Doubles
    starts: Ints
    """Where each claim's terms begin; one more at the end."""

    @property
    def claims(self) -> Ints:
        """The claim of each entry."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))


def distinct(values: Ints) -> Ints:
    """The numbers among these, ascending, each once.

    `np.unique` alone, and `np.union1d`, import numpy.ma, which costs every report 5 ms.
    """
    return np.unique(values, return_counts=True)[0]


def in_columns(
    a: Sequence[Mapping[str, float]], b: Sequence[Mapping[str, float]]
) -> tuple[Columns, Columns]:
    """The bags of two documents, with the terms numbered alike; what one alone has is left out."""
    numbers = {t: k for k, t in enumerate(sorted(set().union(*a) & set().union(*b)))}
    return _columns(a, numbers), _columns(b, numbers)


def _columns(bags: Sequence[Mapping[str, float]], numbers: dict[str, int]) -> Columns:
    terms: list[int] = []
    weights: list[float] = []
    starts = [0]
    for bag in bags:
        own = sorted([(numbers[t], x) for t, x in bag.items() if t in numbers])
        terms.extend([t for t, _ in own])
        weights.extend([x for _, x in own])
        starts.append(len(terms))
    return Columns(
        np.asarray(terms, np.int64), np.asarray(weights, np.float64), np.asarray(starts, np.int64)
    )


def nearest(a: Columns, b: Columns, most: int = PER_CLAIM) -> tuple[Ints, Ints]:
    """Rows and columns of the pairs that share the rarest terms: at most `most` for a row."""
    rows: list[Ints] = []
    columns: list[Ints] = []
    for left, right, sums in _sharing(a, b):
        # the best first, then those earlier in the text
        best = np.lexsort((right, -sums, left))
        left, right = left[best], right[best]
        fresh = np.flatnonzero(np.r_[True, left[1:] != left[:-1]])
        rank = np.arange(len(left)) - np.repeat(fresh, np.diff(fresh, append=len(left)))
        kept = np.flatnonzero(rank < most)
        kept = kept[np.lexsort((right[kept], left[kept]))]
        rows.append(left[kept])
        columns.append(right[kept])
    none = np.zeros(0, np.int64)
    return np.concatenate([none, *rows]), np.concatenate([none, *columns])


def _sharing(a: Columns, b: Columns) -> Iterator[tuple[Ints, Ints, Doubles]]:
    """The pairs that share rare terms, each with the sum of their products, some rows at a time."""
    count = int(max(a.terms.max(initial=-1), b.terms.max(initial=-1))) + 1
    held = np.bincount(b.terms, minlength=count)
    by_term = np.argsort(b.terms, kind="stable")
    holders, values = b.claims[by_term], b.weights[by_term]
    begin = np.cumsum(held) - held
    rare = np.flatnonzero(held[a.terms] <= RARE)
    claims, terms, weights = a.claims[rare], a.terms[rare], a.weights[rare]
    ends = np.cumsum(held[terms])
    start = 0
    while start < len(terms):
        before = int(ends[start - 1]) if start else 0
        stop = int(np.searchsorted(ends, before + AT_ONCE, side="right"))
        # a row is never torn apart, even where it is longer
        stop = int(np.searchsorted(claims, claims[max(stop - 1, start)], side="right"))
        sizes = held[terms[start:stop]]
        place = np.repeat(begin[terms[start:stop]] - (np.cumsum(sizes) - sizes), sizes)
        place += np.arange(len(place))
        rows, columns = np.repeat(claims[start:stop], sizes), holders[place]
        products = np.repeat(weights[start:stop], sizes) * values[place]
        keys = rows * (len(b.starts) - 1) + columns
        by_pair = np.argsort(keys, kind="stable")
        fresh = np.flatnonzero(np.r_[True, np.diff(keys[by_pair]) != 0][: len(keys)])
        if len(fresh):
            sums = np.add.reduceat(products[by_pair], fresh)
            yield rows[by_pair[fresh]], columns[by_pair[fresh]], sums
        start = stop


def dot(a: Columns, b: Columns, rows: Ints, columns: Ints) -> Doubles:
    """The sum of the products of the shared terms, for each pair."""
    sizes = np.diff(a.starts)[rows]
    pair = np.repeat(np.arange(len(rows)), sizes)
    place = np.repeat(a.starts[rows] - (np.cumsum(sizes) - sizes), sizes) + np.arange(len(pair))
    span = int(max(a.terms.max(initial=0), b.terms.max(initial=0))) + 1
    held = b.claims * span + b.terms
    wanted = columns[pair] * span + a.terms[place]
    at = np.searchsorted(held, wanted)
    at[at == len(held)] = 0
    found = np.flatnonzero(held[at] == wanted) if len(held) else np.zeros(0, np.int64)
    products = a.weights[place[found]] * b.weights[at[found]]
    sums = np.bincount(pair[found], weights=products, minlength=len(rows))
    return sums.astype(np.float64, copy=False)
