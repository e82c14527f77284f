"""How alike two documents' claims are, word by word: what scoring reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

import numpy as np

from tui.core.alignment.candidates import dot, in_columns, nearest
from tui.core.alignment.views import View
from tui.core.language.vectors import Words, coverage_all, coverage_pairs, smooth_inverse_frequency

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

DENSE = 100_000
"""Up to this many pairs every pair is compared; above it only candidates are."""
ENTITY = 0.6
"""What a shared entity counts beside a shared word: people of one matter are in every claim."""


@dataclass(frozen=True, slots=True)
class Bags:
    """The claims of one document as weighted bags, rows in the order of `views`."""

    views: tuple[View, ...]
    words: tuple[Words, ...]
    terms: tuple[dict[str, float], ...]
    """Term -> weight, of unit length."""


def weigh(views: Sequence[Sequence[View]]) -> tuple[Bags, ...]:
    """The claims of each document as bags.

    A word's weight is how rare it is among all these claims times how rare it is in English, so
    that two short texts are weighed sensibly too; an entity's is how rare it is here.
    """
    total = sum(map(len, views))
    frequency = Counter(t for of_document in views for v in of_document for t in set(v.terms))
    weights = {
        t: log((total + 1) / (n + 0.5))
        * (ENTITY if t.startswith("@") else smooth_inverse_frequency(t))
        for t, n in frequency.items()
    }
    return tuple(
        Bags(tuple(v), tuple(_words(x, weights) for x in v), tuple(_terms(x, weights) for x in v))
        for v in views
    )


def _words(view: View, weights: dict[str, float]) -> Words:
    """An entity's weight is shared out among the words of its name."""
    spread = Counter(place for _, place in view.words)
    own: dict[str, float] = {}
    for word, place in view.words:
        share = weights[view.terms[place]] / spread[place]
        own[word] = max(own.get(word, 0.0), share)
    return Words(tuple(own), tuple(own.values()))


def _terms(view: View, weights: dict[str, float]) -> dict[str, float]:
    own = {t: weights[t] for t in dict.fromkeys(view.terms)}
    length = sum(x * x for x in own.values()) ** 0.5 or 1.0
    return {t: x / length for t, x in own.items()}


def candidates(a: Bags, b: Bags) -> tuple[Ints, Ints]:
    """Pairs of claims (rows of `a`, rows of `b`) that are worth comparing.

    Every pair of short documents; of long ones the pairs that share the rarest terms, at most
    `PER_CLAIM` for a claim of `a` (see `candidates.nearest`).
    """
    n, m = len(a.views), len(b.views)
    if n * m <= DENSE:
        rows, columns = np.divmod(np.arange(n * m, dtype=np.int64), max(1, m))
        return rows, columns
    return nearest(*in_columns(a.terms, b.terms))


def cosine(a: Bags, b: Bags, rows: Ints, columns: Ints) -> Floats:
    """The cosine of the weighted terms of each pair."""
    cosines: Floats = dot(*in_columns(a.terms, b.terms), rows, columns).astype(np.float32)
    return cosines


def coverage(a: Bags, b: Bags, rows: Ints, columns: Ints) -> tuple[Floats, Floats]:
    """MaxSim of each pair: how far the claim of `b` covers that of `a`, and the reverse."""
    if len(rows) == len(a.views) * len(b.views):
        forth, back = coverage_all(a.words, b.words)
        return forth.ravel(), back.ravel()
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return coverage_pairs(a.words, b.words, pairs)
