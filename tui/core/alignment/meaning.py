"""What a sentence encoder adds to the signals: which claims are nearest in meaning, and by how far.

How near two claims are adds nothing to what their words say; that they are nearer to one another
than to all others does, and that those beside them are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from tui.core.language.encoder import DIMENSIONS, encode

if TYPE_CHECKING:
    from tui.core.alignment.similarity import Bags, Floats, Ints

DEEP_SIGNALS = ("meaning: lead", "meaning: neighbours")
"""The names of the columns, in the order of `deep_features`."""
FAR = 0.15
"""A lead or a gap of more than this counts as this much: a second counterpart may lie well behind
the first. From 0.1 to 0.25 unseen topics come out alike, and without a bound worse: as
`bench/learn` measures it, mean F1 of the four sets is .505 and .496, jump@1 .71 and .69."""
MOST = 2_000
"""Claims of all documents together up to which they are encoded, at two to three hundred a
second of one core; of more, no links are refined."""
THREADS = 2
"""Threads that encode where nothing else is waiting; more would take the machine from others."""
STEPS = 1_000
"""Cosines are rounded to this part of 1: the last bits of floats, which the number of threads and
the machine may turn, then hardly ever reach a score."""


class Encoded:
    """Claims as points, each encoded once: when it is added, or first asked for."""

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._places: dict[str, int] = {}
        self._points: Floats = np.zeros((0, DIMENSIONS), np.float32)

    def add(self, texts: Iterable[str]) -> None:
        """Encode what is new among these texts, together. Raises `EncoderError`."""
        new = [text for text in dict.fromkeys(texts) if text not in self._places]
        if new:
            start = len(self._places)
            self._points = np.concatenate([self._points, encode(new, self._threads)])
            self._places.update((text, start + k) for k, text in enumerate(new))

    def points(self, texts: Sequence[str]) -> Floats:
        """A row of unit length for each text. Raises `EncoderError`."""
        self.add(texts)
        points: Floats = self._points[[self._places[text] for text in texts]]
        return points

    def nearest(self, a: Sequence[str], b: Sequence[str]) -> set[tuple[int, int]]:
        """The pairs (row, column) of which neither is nearer to any other than to the other one.

        Raises `EncoderError`.
        """
        if not a or not b:
            return set()
        cosines = _cosines(self.points(a), self.points(b))
        best = (cosines == cosines.max(1, keepdims=True)) & (cosines == cosines.max(0))
        return set(zip(*(k.tolist() for k in np.nonzero(best)), strict=True))


def deep_features(
    a: Bags, b: Bags, rows: Ints, columns: Ints, encoded: Encoded
) -> dict[str, Floats]:
    """A column over the pairs for each of `DEEP_SIGNALS`. Raises `EncoderError`."""
    cosines = _cosines(encoded.points(a.texts), encoded.points(b.texts))
    leads = _lead(cosines) + _lead(cosines.T).T
    found = leads[rows, columns], _neighbours(leads)[rows, columns]
    return dict(zip(DEEP_SIGNALS, found, strict=True))


def _cosines(a: Floats, b: Floats) -> Floats:
    cosines: Floats = np.rint((a @ b.T) * STEPS).astype(np.float32) / np.float32(STEPS)
    return cosines


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
    none leads."""
    n, m = leads.shape
    around = np.pad(np.maximum(leads, 0), 2)
    total = np.zeros_like(leads)
    for step in (-1, 1):
        near = [(step, step), (step, 2 * step), (2 * step, step)]
        total += np.max([around[2 + i : 2 + i + n, 2 + j : 2 + j + m] for i, j in near], axis=0)
    return total / np.float32(2)
