"""Two versions of one long text: recognised by the order of what they share, and laid in step.

Passages of claims are compared as bags of terms. Where nearly every passage of the shorter text
has its fellow in the other, and the fellows follow one another, the texts are versions of one text
(translations, revisions). The path through them is then refined, from long passages to short ones,
each time only near the path found before: the cost is that of the texts' length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tui.core.alignment.candidates import distinct
from tui.core.alignment.chain import monotone
from tui.core.alignment.views import View

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

MOST = 128
"""Passages that the longer text is cut into to recognise a parallel one."""
LEAST_CLAIMS = 6
"""Claims of a passage, at least: fewer share words by chance."""
LEAST = 16
"""Passages of the shorter text, at least: fewer stand in order by chance."""
IN_STEP = 0.8
"""The share of the shorter text's passages that must have fellows in order. Of two translations of
one book 0.84 and more do; of Mark and Matthew, which share most of their matter, partly in other
orders, 0.73 (bench/align)."""
FINER = 6
"""How many times shorter the passages of the next step are."""
FINEST = 4
"""Claims of the last step's passages, at most."""
REACH = 1.5
"""How far beside the path, in passages of the step before, a step looks."""
GAP = 4
"""Where one text has much that the other lacks, how far into it a step looks, from either end."""
TOGETHER = 48
"""Passages in a row that are compared in one go: bounds memory."""
LENGTH = 2000
"""The length of a passage's vector of whole numbers: every dot product stays below 2**24, exact in
single precision, whoever multiplies."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one document's claims that the other document has as well, laid end to end."""

    entries: Ints
    """The number of each term."""
    starts: Ints
    """Where each claim's entries begin; one more at the end."""

    def __len__(self) -> int:
        return len(self.starts) - 1


@dataclass(frozen=True, slots=True)
class Window:
    """For each claim of one text a stretch of the other's, end exclusive; it may be empty."""

    low: Ints
    high: Ints


@dataclass(frozen=True, slots=True)
class Band:
    """Where the fellows of each claim are looked for: in some windows, which may overlap."""

    windows: tuple[Window, ...]
    columns: int

    def pairs(self) -> tuple[Ints, Ints]:
        """Rows and columns of all pairs of claims within the band, in order."""
        keys = []
        for window in self.windows:
            sizes = np.maximum(window.high - window.low, 0)
            rows = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
            inside = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            keys.append(rows * self.columns + np.repeat(window.low, sizes) + inside)
        found = distinct(np.concatenate(keys))
        return found // self.columns, found % self.columns


def shared_terms(a: Sequence[View], b: Sequence[View]) -> tuple[Terms, Terms]:
    """Both texts' terms, numbered alike."""
    numbers = {t: k for k, t in enumerate(sorted(_all_terms(a) & _all_terms(b)))}
    return _numbered(a, numbers), _numbered(b, numbers)


def in_step(a: Sequence[View], b: Sequence[View]) -> float:
    """The share of the shorter text's passages that have fellows in order; 0 for short texts."""
    found = _coarse(a, b)
    return min(1.0, len(found.rows) / min(found.passages)) if found else 0.0


def find_band(a: Sequence[View], b: Sequence[View]) -> Band | None:
    """The band in which two versions of one text run in step; None where they are no such."""
    found = _coarse(a, b)
    if found is None or len(found.rows) < IN_STEP * min(found.passages):
        return None
    n, m = len(a), len(b)
    rows, columns, (p, q) = found.rows, found.columns, found.passages
    x, y = found.terms
    size = max(n / p, m / q)
    while size > FINEST:
        size = max(size / FINER, min(size / 2, FINEST))
        windows = _windows(rows, columns, (n, m), (p, q))
        p, q = round(n / size), round(m / size)
        cells = [c for w in windows for c in _near(x, y, w, p, q)]
        keys, first = np.unique(np.concatenate([r * q + c for r, c, _ in cells]), return_index=True)
        values = np.concatenate([v for _, _, v in cells])[first]
        chain = _fellows(keys // q, keys % q, values)
        rows, columns = keys[chain] // q, keys[chain] % q
    return Band(_windows(rows, columns, (n, m), (p, q)), m)


@dataclass(frozen=True, slots=True)
class _Coarse:
    """Long passages of two texts that are fellows, in order."""

    terms: tuple[Terms, Terms]
    passages: tuple[int, int]
    """How many either text is cut into."""
    rows: Ints
    columns: Ints


def _coarse(a: Sequence[View], b: Sequence[View]) -> _Coarse | None:
    n, m = len(a), len(b)
    size = max(max(n, m) / MOST, LEAST_CLAIMS)
    if min(n, m) / size < LEAST:
        return None
    x, y = shared_terms(a, b)
    p, q = round(n / size), round(m / size)
    rows, columns = np.divmod(np.arange(p * q, dtype=np.int64), q)
    chain = _fellows(rows, columns, _likeness(x, y, (0, p), (0, q), p, q).ravel())
    return _Coarse((x, y), (p, q), rows[chain], columns[chain])


def _all_terms(views: Sequence[View]) -> set[str]:
    return {t for v in views for t in v.terms}


def _numbered(views: Sequence[View], numbers: dict[str, int]) -> Terms:
    entries: list[int] = []
    starts = [0]
    for view in views:
        entries.extend([numbers[t] for t in view.terms if t in numbers])
        starts.append(len(entries))
    return Terms(np.asarray(entries, np.int64), np.asarray(starts, np.int64))


def _edges(claims: int, passages: int) -> Ints:
    """Where each passage begins, and the end: claims dealt out evenly."""
    edges: Ints = np.arange(passages + 1, dtype=np.int64) * claims // passages
    return edges


def _likeness(
    x: Terms, y: Terms, rows: tuple[int, int], columns: tuple[int, int], p: int, q: int
) -> Floats:
    """Cosines of passages, weighed by how rare a term is among these: (rows, columns) of them.

    `rows` and `columns` are ranges of the `p` and `q` passages that the texts are cut into.
    """
    left, right = _slice(x, rows, p), _slice(y, columns, q)
    terms, places = np.unique(np.concatenate([left[1], right[1]]), return_inverse=True)
    sides = []
    for (passage, _), place, count in (
        (left, places[: len(left[1])], rows[1] - rows[0]),
        (right, places[len(left[1]) :], columns[1] - columns[0]),
    ):
        cells = np.bincount(passage * len(terms) + place, minlength=count * len(terms))
        sides.append(cells.reshape(count, len(terms)))
    total = len(sides[0]) + len(sides[1])
    holding = (sides[0] > 0).sum(axis=0) + (sides[1] > 0).sum(axis=0)
    rarity = np.log(total / np.maximum(holding, 1))
    vectors = []
    for side in sides:
        weights = np.log1p(side) * rarity
        length = np.sqrt((weights * weights).sum(axis=1, keepdims=True))
        weights *= LENGTH / np.maximum(length, 1e-9)
        vectors.append(np.rint(weights).astype(np.float32))
    likeness: Floats = vectors[0] @ vectors[1].T
    return likeness


def _slice(terms: Terms, passages: tuple[int, int], of: int) -> tuple[Ints, Ints]:
    """The passage (from 0) and the number of each entry of some passages."""
    edges = _edges(len(terms), of)[passages[0] : passages[1] + 1]
    places = terms.starts[edges]
    return np.repeat(np.arange(len(edges) - 1), np.diff(places)), terms.entries[
        places[0] : places[-1]
    ]


def _fellows(rows: Ints, columns: Ints, values: Floats) -> Ints:
    """The places of cells that are the best of their row and of their column, in order."""
    best_row = np.zeros(int(rows.max(initial=0)) + 1, np.float32)
    best_column = np.zeros(int(columns.max(initial=0)) + 1, np.float32)
    np.maximum.at(best_row, rows, values)
    np.maximum.at(best_column, columns, values)
    best = (values > 0) & (values == best_row[rows]) & (values == best_column[columns])
    kept = np.flatnonzero(best)
    chain: Ints = kept[monotone(rows[kept], columns[kept], [1.0] * len(kept))]
    return chain


def _windows(
    rows: Ints, columns: Ints, claims: tuple[int, int], passages: tuple[int, int]
) -> tuple[Window, ...]:
    """What lies near a path through passages, claim by claim.

    A claim's window reaches from the fellow before it to the fellow after it and somewhat beyond.
    Where that is far, since one text has much that the other lacks, there are two: after the one
    and before the other.
    """
    (n, m), (p, q) = claims, passages
    across, down = m / q, n / p
    x = np.concatenate([[0.0], (rows + 0.5) * down, [n]])
    y = np.concatenate([[0.0], (columns + 0.5) * across, [m]])
    after = np.searchsorted(x, np.arange(n) + 0.5).clip(1, len(x) - 1)
    before, behind, reach = y[after - 1], y[after], REACH * max(across, 1)
    far = behind - before > 2 * GAP * across
    ends = np.where(far, before + GAP * across, behind)
    near = Window(_bounded(before - reach, m), _bounded(ends + reach + 1, m))
    if not far.any():
        return (near,)
    starts = np.where(far, behind - GAP * across, m)
    ends = np.where(far, behind, -reach - 1)
    return near, Window(_bounded(starts - reach, m), _bounded(ends + reach + 1, m))


def _bounded(places: NDArray[np.float64], most: int) -> Ints:
    whole: Ints = np.floor(places).clip(0, most).astype(np.int64)
    return whole


def _near(
    x: Terms, y: Terms, window: Window, p: int, q: int
) -> Iterator[tuple[Ints, Ints, Floats]]:
    """Rows, columns and likeness of the pairs of passages that have claims in the window."""
    edges, others = _edges(len(x), p)[:-1], _edges(len(y), q)
    low = np.minimum.reduceat(window.low, edges)
    high = np.maximum.reduceat(window.high, edges)
    first = (np.searchsorted(others, low, side="right") - 1).clip(0, q - 1)
    end = np.searchsorted(others, high).clip(0, q)
    for top, bottom in _together(first.tolist(), end.tolist()):
        left, right = int(first[top:bottom].min()), int(end[top:bottom].max())
        likeness = _likeness(x, y, (top, bottom), (left, right), p, q)
        columns = np.arange(left, right)
        inside = (columns >= first[top:bottom, None]) & (columns < end[top:bottom, None])
        r, c = np.nonzero(inside & (likeness > 0))
        yield r + top, c + left, likeness[r, c]


def _together(first: list[int], end: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of passages whose windows lie together."""
    top = 0
    while top < len(first):
        left, right, bottom = first[top], end[top], top + 1
        while bottom < len(first) and bottom - top < TOGETHER:
            new_left, new_right = min(left, first[bottom]), max(right, end[bottom])
            if new_right - new_left > max(4 * TOGETHER, right - left):
                break
            left, right, bottom = new_left, new_right, bottom + 1
        if left < right:
            yield top, bottom
        top = bottom
