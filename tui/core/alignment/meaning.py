"""What a sentence encoder adds to the signals: which claims are nearest in meaning, and by how far.

Each claim is read within its sentence. How near two of them are adds nothing to what their words
say; that they are nearer to one another than to all others does, and that those beside them are,
and their sentences. Word by word the encoder tells more than in one point: each word of a claim is
held against the word of the other that it comes nearest to (Khattab and Zaharia 2020,
arXiv:2004.12832). What it adds to unseen topics, `bench/learn` tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from typing import TYPE_CHECKING

import numpy as np

from tui.core.alignment.stance import Stance, stances
from tui.core.language.encoder import Encoding, Passage, encode
from tui.core.language.vectors import smooth_inverse_frequency
from tui.core.language.wordpiece import vocabulary

if TYPE_CHECKING:
    from tui.core.alignment.similarity import Bags, Floats, Ints

DEEP_SIGNALS = (
    "meaning: lead",
    "meaning: neighbours",
    "meaning: words",
    "meaning: words lead",
    "sentences: meaning: lead",
)
"""The names of the columns, in the order of `Meaning.features`."""
FAR = 0.2
"""A lead or a gap of more than this counts as this much: a second counterpart may lie well behind
the first. From 0.15 to 0.25 unseen topics come out alike, as `bench/learn` measures it."""
MOST = 6_000
"""Claims of all documents together up to which they are encoded, at two to three hundred a
second of one core; of more, no links are refined."""
THREADS = 2
"""Threads that encode where nothing else is waiting; more would take the machine from others."""
FEW = 20
"""Claims of a document up to which its neighbours tell less: among few, any may stand beside one
that leads by chance."""
STEPS = 1_000
"""Cosines are rounded to this part of 1: the last bits of floats, which the number of threads and
the machine may turn, then hardly ever reach a score."""
PLAIN = 0.4
"""Pieces of less weight than this ("the", "was", "not") are no words to compare: four in ten."""
AT_ONCE = 64
"""Claims whose words are compared with those of a whole document at a time: bounds memory."""


@dataclass(frozen=True, slots=True)
class Worded:
    """Claims word by word, end to end."""

    states: Floats
    """(words, DIMENSIONS), of unit length."""
    weights: Floats
    starts: Ints
    """Where each claim's words begin; one more at the end."""


class Encoded:
    """Claims as the encoder sees them, each read once: when it is added, or first asked for."""

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._whole: dict[Passage, Encoding] = {}
        self._telling: dict[Passage, Encoding] = {}

    def add(self, passages: Iterable[Passage]) -> None:
        """Encode what is new among these, together. Raises `EncoderError`."""
        new = [passage for passage in dict.fromkeys(passages) if passage not in self._whole]
        found = encode(new, self._threads)
        self._whole |= zip(new, found, strict=True)
        self._telling |= zip(new, map(_telling, found), strict=True)

    def of(self, passages: Sequence[Passage]) -> list[Encoding]:
        """Each passage with its telling words alone. Raises `EncoderError`."""
        self.add(passages)
        return [self._telling[passage] for passage in passages]

    def stances(self, pairs: Sequence[tuple[Passage, Passage]]) -> list[Stance]:
        """How the passages of each pair stand to each other. Raises `EncoderError`."""
        self.add(passage for pair in pairs for passage in pair)
        return stances([(self._whole[a], self._whole[b]) for a, b in pairs])

    def nearest(self, a: Sequence[Passage], b: Sequence[Passage]) -> set[tuple[int, int]]:
        """The pairs (row, column) of which neither is nearer to any other than to the other one.

        Raises `EncoderError`.
        """
        if not a or not b:
            return set()
        left, right = ([found.point for found in self.of(side)] for side in (a, b))
        cosines = _cosines(left, right)
        best = (cosines == cosines.max(1, keepdims=True)) & (cosines == cosines.max(0))
        return set(zip(*(k.tolist() for k in np.nonzero(best)), strict=True))

    def met(self, passages: Sequence[Passage]) -> Floats:
        """How far the words of each two of these meet each other's. Raises `EncoderError`."""
        found = self.of(passages)
        return rounded(_covered(*_worded(found, found)))


@dataclass(frozen=True, slots=True)
class Meaning:
    """How near each claim of one document is to each of another: (rows, columns)."""

    points: Floats
    words: Floats
    sentences: Floats

    @staticmethod
    def of(a: Bags, b: Bags, encoded: Encoded) -> Meaning:
        """Raises `EncoderError`; neither document may be without claims."""
        left, right = encoded.of(a.passages), encoded.of(b.passages)
        return Meaning(
            _cosines([x.point for x in left], [x.point for x in right]),
            rounded(_covered(*_worded(left, right))),
            _cosines([x.whole for x in left], [x.whole for x in right]),
        )

    def nearest(self) -> tuple[Ints, Ints]:
        """The pairs of which one claim is nearer to no other than to the other one."""
        found = np.zeros(self.points.shape, np.bool_)
        for values in (self.points, self.words):
            found |= (values == values.max(1, keepdims=True)) | (values == values.max(0))
        rows, columns = np.nonzero(found)
        return rows, columns

    def features(self, rows: Ints, columns: Ints) -> dict[str, Floats]:
        """A column over the pairs for each of `DEEP_SIGNALS`."""
        leads = _leads(self.points)
        found = leads, _neighbours(leads), self.words, _leads(self.words), _leads(self.sentences)
        of_pairs = (values[rows, columns] for values in found)
        return dict(zip(DEEP_SIGNALS, of_pairs, strict=True))


# -- points ----------------------------------------------------------------------------------------


def _cosines(a: Sequence[Floats], b: Sequence[Floats]) -> Floats:
    return rounded(np.stack(a) @ np.stack(b).T)


def rounded(values: Floats) -> Floats:
    rounded: Floats = np.rint(values * STEPS).astype(np.float32) / np.float32(STEPS)
    return rounded


def _leads(values: Floats) -> Floats:
    """How far each value is above the others of its row and of its column, together."""
    leads: Floats = _lead(values) + _lead(values.T).T
    return leads


def _lead(values: Floats) -> Floats:
    """How far each value is above the best other one of its row, within `FAR` either way.

    0 where there is no other.
    """
    if values.shape[1] < 2:
        return np.zeros_like(values)
    second, best = np.moveaxis(np.sort(values, axis=1)[:, -2:, None], 1, 0)
    leads: Floats = np.clip(values - np.where(values == best, second, best), -FAR, FAR)
    return leads


def _neighbours(leads: Floats) -> Floats:
    """The mean lead of the claims before and after: of the best pair near the next place, 0 where
    none leads. The farther a pair is itself behind the best, the less it counts."""
    n, m = leads.shape
    around = np.pad(np.maximum(leads, 0), 2)
    total = np.zeros_like(leads)
    for step in (-1, 1):
        near = [(step, step), (step, 2 * step), (2 * step, step)]
        total += np.max([around[2 + i : 2 + i + n, 2 + j : 2 + j + m] for i, j in near], axis=0)
    total *= np.clip(1 + leads / np.float32(2 * FAR), 0, 1)
    return total * np.float32(min(1.0, min(n, m) / FEW) / 2)


# -- words -----------------------------------------------------------------------------------------


@cache
def _weight(piece: int) -> float:
    """How little a piece is used in English, in 0..1; 0 of a mark of punctuation."""
    if piece >= len(vocabulary()):
        return 1.0
    text = _spelt()[piece].removeprefix("##")
    return smooth_inverse_frequency(text) if any(map(str.isalnum, text)) else 0.0


@cache
def _spelt() -> tuple[str, ...]:
    return tuple(vocabulary())


def _telling(found: Encoding) -> Encoding:
    """The passage less its plain words: one of nothing else has its point for its one word."""
    kept = [k for k, piece in enumerate(found.pieces) if _weight(piece) >= PLAIN]
    states = found.states[kept] if kept else found.point[None]
    pieces = tuple(found.pieces[k] for k in kept) or (len(vocabulary()),)
    return Encoding(found.point, found.whole, pieces, states)


def _worded(a: Sequence[Encoding], b: Sequence[Encoding]) -> tuple[Worded, Worded]:
    """A word weighs more the fewer of all these claims have it."""
    frequency = Counter(piece for x in (*a, *b) for piece in set(x.pieces))
    total = len(a) + len(b) + 1
    weight = {p: _weight(p) * log(total / (n + 0.5)) for p, n in frequency.items()}

    def side(of: Sequence[Encoding]) -> Worded:
        return Worded(
            np.concatenate([x.states for x in of]),
            np.asarray([weight[p] for x in of for p in x.pieces], np.float32),
            np.cumsum([0, *(len(x.pieces) for x in of)]),
        )

    return side(a), side(b)


def _covered(a: Worded, b: Worded) -> Floats:
    """How far the words of two claims are met by each other's, of each pair: (rows, columns)."""
    n, m = len(a.starts) - 1, len(b.starts) - 1
    totals_a, totals_b = (np.add.reduceat(x.weights, x.starts[:-1]) for x in (a, b))
    covered = np.empty((n, m), np.float32)
    for start in range(0, n, AT_ONCE):
        stop = min(n, start + AT_ONCE)
        own = slice(a.starts[start], a.starts[stop])
        places = a.starts[start:stop] - a.starts[start]
        cosines = a.states[own] @ b.states.T
        met_a = np.maximum.reduceat(cosines, b.starts[:-1], axis=1) * a.weights[own, None]
        met_b = np.maximum.reduceat(cosines, places, axis=0) * b.weights
        covered[start:stop] = (
            np.add.reduceat(met_a, places, axis=0) / totals_a[start:stop, None]
            + np.add.reduceat(met_b, b.starts[:-1], axis=1) / totals_b
        ) / np.float32(2)
    return covered
