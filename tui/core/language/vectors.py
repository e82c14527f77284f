"""Static word vectors, and how alike two statements are by them.

The vectors (`tui/data/vectors.npy`) are distilled from all-MiniLM-L6-v2; a word has the mean of its
pieces'. Rows hold whole numbers, so that every dot product is exact: no order of documents, no
number of threads and no BLAS changes a similarity. numpy is imported on first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.core.language.wordpiece import piece_rows, vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

_DATA = Path(__file__).resolve().parents[2] / "data"
DIMENSIONS = 128
SIF = 1e-3
"""The `a` of a / (a + p): smooth inverse frequency (Arora, Liang and Ma 2017)."""
BLOCK = 256
"""Statements of either side that `coverage_all` compares at a time: bounds its memory."""
_LETTER_RANK = 3
"""The rank of single letters (`a`, `I`, the `s` of `it's`), which the vocabulary lists last."""


@dataclass(frozen=True, slots=True)
class Words:
    """A statement for MaxSim: its words, and a weight of zero or more for each."""

    words: tuple[str, ...]
    weights: tuple[float, ...]


@cache
def _table() -> NDArray[np.int8]:
    import numpy as np

    table: NDArray[np.int8] = np.load(_DATA / "vectors.npy", mmap_mode="r")
    return table


@cache
def _zipf_total() -> float:
    return sum(1 / rank for rank in range(1, len(vocabulary()) + 1))


@cache
def frequency(word: str) -> float:
    """How often a word occurs in English, by Zipf's law from the rank of its rarest piece.

    0 for a word the vocabulary cannot spell.
    """
    rows = piece_rows(word)
    if not rows:
        return 0.0
    rank = _LETTER_RANK if len(word) == 1 and word.isalpha() and word.isascii() else max(rows)
    return 1 / ((rank + 1) * _zipf_total())


def smooth_inverse_frequency(word: str) -> float:
    """The weight of a word in English at large: near 0 for the commonest, 1 for the rarest."""
    return SIF / (SIF + frequency(word))


def _rows(words: Sequence[str]) -> tuple[Floats, Floats]:
    """Rows of whole numbers within ±127, one a word, and the inverse of their lengths.

    A word without pieces has zeros for both.
    """
    import numpy as np

    pieces = [piece_rows(word) for word in words]
    counts = np.fromiter(map(len, pieces), np.int64, len(pieces))
    rows = np.zeros((len(words), DIMENSIONS), np.float32)
    single = counts == 1
    rows[single] = _table()[[p[0] for p in pieces if len(p) == 1]]
    several = np.flatnonzero(counts > 1)
    if several.size:
        starts = np.cumsum(counts[several]) - counts[several]
        parts = _table()[[row for k in several for row in pieces[k]]].astype(np.float32)
        sums = np.add.reduceat(parts, starts, axis=0)
        peaks = np.abs(sums).max(axis=1, keepdims=True)
        rows[several] = np.rint(sums * (127 / np.maximum(peaks, 1)))
    squares = (rows * rows).sum(axis=1)
    inverse = np.zeros(len(words), np.float32)
    np.divide(1, np.sqrt(squares), out=inverse, where=squares > 0)
    return rows, inverse


@dataclass(frozen=True, slots=True)
class _Side:
    """Statements laid end to end; those without words or weight are left out."""

    kept: Ints
    """Which statements these are."""
    words: tuple[str, ...]
    """The distinct words."""
    entries: Ints
    """The number of each statement's words, one statement after another."""
    starts: Ints
    """Where each statement's entries begin."""
    shares: Floats
    """The weight of each entry; they sum to 1 in a statement."""


def _side(statements: Sequence[Words]) -> _Side:
    import numpy as np

    kept = [k for k, s in enumerate(statements) if s.words and sum(s.weights) > 0]
    number: dict[str, int] = {}
    entries: list[int] = []
    shares: list[float] = []
    starts: list[int] = []
    for k in kept:
        statement, total = statements[k], sum(statements[k].weights)
        starts.append(len(entries))
        entries.extend([number.setdefault(word, len(number)) for word in statement.words])
        shares.extend([weight / total for weight in statement.weights])
    return _Side(
        np.asarray(kept, np.int64),
        tuple(number),
        np.asarray(entries, np.int64),
        np.asarray(starts, np.int64),
        np.asarray(shares, np.float32),
    )


def _similarity(a: Sequence[str], b: Sequence[str]) -> Floats:
    """Cosines of words against words; a word without a vector is like itself alone."""
    import numpy as np

    (rows, inverse), (others, other_inverse) = _rows(a), _rows(b)
    cosines: Floats = rows @ others.T
    cosines *= np.multiply.outer(inverse, other_inverse)
    place = {word: k for k, word in enumerate(b)}
    for k in np.flatnonzero(inverse == 0).tolist():
        if a[k] in place:
            cosines[k, place[a[k]]] = 1
    return cosines


@lru_cache(maxsize=1 << 16)
def likeness(a: str, b: str) -> float:
    """The cosine of two words' vectors, in -1..1; 0 where either has none."""
    return float(_similarity((a,), (b,))[0, 0])


def _covered(cosines: Floats, a: _Side, b: _Side) -> Floats:
    """How far each statement of `b` covers each of `a`: (statements of a, statements of b)."""
    import numpy as np

    nearest = np.maximum.reduceat(cosines[:, b.entries], b.starts, axis=1)
    covered: Floats = np.add.reduceat(nearest[a.entries] * a.shares[:, None], a.starts, axis=0)
    return covered


def coverage_all(a: Sequence[Words], b: Sequence[Words]) -> tuple[Floats, Floats]:
    """How far each statement of `b` covers each of `a`, and the reverse: twice (len(a), len(b)).

    MaxSim (Khattab and Zaharia 2020): each word finds its nearest of the other statement, and the
    weighted mean of these cosines counts, at most 1. A statement without words covers nothing and
    is not covered: 0.
    """
    import numpy as np

    forth = np.zeros((len(a), len(b)), np.float32)
    back = np.zeros((len(a), len(b)), np.float32)
    right = [(k, _side(b[k : k + BLOCK])) for k in range(0, len(b), BLOCK)]
    for i in range(0, len(a), BLOCK):
        x = _side(a[i : i + BLOCK])
        for j, y in right:
            if x.kept.size and y.kept.size:
                cosines = _similarity(x.words, y.words)
                place = np.ix_(i + x.kept, j + y.kept)
                forth[place] = _covered(cosines, x, y)
                back[place] = _covered(cosines.T, y, x).T
    return forth, back


def coverage_pairs(
    a: Sequence[Words], b: Sequence[Words], pairs: Iterable[tuple[int, int]]
) -> tuple[Floats, Floats]:
    """What `coverage_all` has at these places, without comparing any others."""
    import numpy as np

    wanted = list(pairs)
    covered = np.zeros(len(wanted), np.float32)
    covers = np.zeros(len(wanted), np.float32)
    by_left: dict[int, list[int]] = {}
    for place, (i, _) in enumerate(wanted):
        by_left.setdefault(i, []).append(place)
    x, y = _side(a), _side(b)
    left, right = _Spread.of(x, len(a)), _Spread.of(y, len(b))
    for i, places in by_left.items():
        places = [p for p in places if right.sizes[wanted[p][1]]]
        if not left.sizes[i] or not places:
            continue
        mine = left.entries([i])
        columns = [wanted[p][1] for p in places]
        theirs = right.entries(columns)
        starts = np.cumsum(right.sizes[columns]) - right.sizes[columns]
        cosines = left.rows[mine] @ right.rows[theirs].T
        cosines *= np.multiply.outer(left.inverse[mine], right.inverse[theirs])
        for k in np.flatnonzero(left.inverse[mine] == 0).tolist():
            word = x.words[x.entries[mine[k]]]
            cosines[k, [y.words[e] == word for e in y.entries[theirs]]] = 1
        forth = np.maximum.reduceat(cosines, starts, axis=1) * x.shares[mine][:, None]
        back = cosines.max(axis=0) * y.shares[theirs]
        covered[places] = np.add.reduceat(forth, [0], axis=0)[0]
        covers[places] = np.add.reduceat(back, starts)
    return covered, covers


@dataclass(frozen=True, slots=True)
class _Spread:
    """The vectors of a side's entries, in their order, found by statement."""

    rows: Floats
    inverse: Floats
    offsets: Ints
    """Where each statement's entries begin, left-out statements counted as empty."""
    sizes: Ints

    @staticmethod
    def of(side: _Side, statements: int) -> _Spread:
        import numpy as np

        rows, inverse = _rows(side.words)
        sizes = np.zeros(statements, np.int64)
        sizes[side.kept] = np.diff(side.starts, append=len(side.entries))
        return _Spread(rows[side.entries], inverse[side.entries], np.cumsum(sizes) - sizes, sizes)

    def entries(self, statements: Sequence[int]) -> Ints:
        """The places of the statements' entries, one statement after another."""
        import numpy as np

        at = np.asarray(statements, np.int64)
        sizes = self.sizes[at]
        before = np.cumsum(sizes) - sizes
        places: Ints = np.repeat(self.offsets[at] - before, sizes) + np.arange(sizes.sum())
        return places
