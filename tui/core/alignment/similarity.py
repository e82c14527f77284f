"""How alike two documents' claims are, word by word: the matrices that scoring reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.core.alignment.views import View
from tui.core.language.frequency import background
from tui.core.language.vectors import matrix

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
DENSE = 400_000
"""Up to this many pairs every pair is compared; above it only candidates are."""
RARE = 60
"""A term in more claims of a document than this proposes no candidates by itself."""
PER_CLAIM = 24
"""Candidates kept for a claim in one other document."""


@dataclass(frozen=True, slots=True)
class Bags:
    """The claims of one document as weighted bags, rows in the order of `views`."""

    views: tuple[View, ...]
    words: Ints
    """Word numbers of all claims, one after another."""
    offsets: Ints
    """Where each claim's words begin in `words`; one more at the end."""
    weights: Floats
    """Of each entry of `words`; they sum to 1 in a claim."""
    terms: tuple[dict[int, float], ...]
    """Term number -> weight, of unit length."""


@dataclass(frozen=True, slots=True)
class Lexis:
    """Every word of all documents, with its vector."""

    vectors: Floats


def weigh(views: Sequence[Sequence[View]]) -> tuple[tuple[Bags, ...], Lexis]:
    """Numbers and weighs the words of all claims.

    A word's weight joins how rare it is among these claims with how rare it is in English at
    large, so that two short texts are weighed sensibly too.
    """
    total = sum(map(len, views))
    frequency: dict[str, int] = {}
    for of_document in views:
        for view in of_document:
            for key in {*view.terms, *view.words}:
                frequency[key] = frequency.get(key, 0) + 1
    spread = float(np.log(total + 1.0)) or 1.0

    def weight(key: str) -> float:
        own = float(np.log((total + 1.0) / (frequency[key] + 0.5))) / spread
        return 0.5 * own + 0.5 * (0.8 if key.startswith("@") else background(key))

    weights = {key: weight(key) for key in sorted(frequency)}
    words = sorted({w for of_document in views for v in of_document for w in v.words})
    word_number = {w: i for i, w in enumerate(words)}
    term_number = {t: i for i, t in enumerate(weights)}
    bags = tuple(_bag(tuple(v), word_number, term_number, weights) for v in views)
    return bags, Lexis(matrix(words))


def _bag(
    views: tuple[View, ...],
    word_number: dict[str, int],
    term_number: dict[str, int],
    weights: dict[str, float],
) -> Bags:
    words: list[int] = []
    shares: list[float] = []
    offsets = [0]
    terms: list[dict[int, float]] = []
    for view in views:
        own = list(dict.fromkeys(view.words))
        total = sum(weights[w] for w in own) or 1.0
        words.extend(word_number[w] for w in own)
        shares.extend(weights[w] / total for w in own)
        offsets.append(len(words))
        counts: dict[str, float] = {}
        for t in view.terms:
            counts[t] = weights[t]
        length = sum(x * x for x in counts.values()) ** 0.5 or 1.0
        terms.append({term_number[t]: x / length for t, x in counts.items()})
    return Bags(
        views,
        np.asarray(words, dtype=np.int64),
        np.asarray(offsets, dtype=np.int64),
        np.asarray(shares, dtype=np.float32),
        tuple(terms),
    )


def candidates(a: Bags, b: Bags) -> tuple[Ints, Ints]:
    """Pairs of claims (rows of `a`, rows of `b`) that are worth comparing.

    Every pair of short documents; of long ones the pairs that share the rarest terms, at most
    `PER_CLAIM` for a claim of `a`, found through an inverted index.
    """
    n, m = len(a.views), len(b.views)
    if n * m <= DENSE:
        rows, columns = np.divmod(np.arange(n * m, dtype=np.int64), max(1, m))
        return rows, columns
    left: list[int] = []
    right: list[int] = []
    index: dict[int, list[tuple[int, float]]] = {}
    for j, terms in enumerate(b.terms):
        for t, x in terms.items():
            index.setdefault(t, []).append((j, x))
    for i, terms in enumerate(a.terms):
        sums: dict[int, float] = {}
        for t, x in terms.items():
            postings = index.get(t, ())
            if len(postings) > RARE:
                continue
            for j, y in postings:
                sums[j] = sums.get(j, 0.0) + x * y
        best = sorted(sums, key=lambda j: (-sums[j], j))[:PER_CLAIM]
        left.extend([i] * len(best))
        right.extend(best)
    return np.asarray(left, dtype=np.int64), np.asarray(right, dtype=np.int64)


def cosine(a: Bags, b: Bags, rows: Ints, columns: Ints) -> Floats:
    """The cosine of the weighted terms of each pair."""
    out = np.zeros(len(rows), dtype=np.float32)
    for k, (i, j) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        x, y = a.terms[i], b.terms[j]
        if len(y) < len(x):
            x, y = y, x
        total = 0.0
        for t, value in x.items():
            other = y.get(t)
            if other is not None:
                total += value * other
        out[k] = total
    return out


def coverage(a: Bags, b: Bags, lexis: Lexis, rows: Ints, columns: Ints) -> tuple[Floats, Floats]:
    """Weighted MaxSim of each pair: how far `b` covers the words of `a`, and the reverse.

    MaxSim: each word of one claim finds its nearest word of the other by the cosine of their
    vectors (Khattab and Zaharia 2020), weighted by how much the word says.
    """
    if len(rows) == len(a.views) * len(b.views):
        return (
            _dense(a, b, lexis).ravel(),
            _dense(b, a, lexis).T.ravel(),
        )
    forth = np.zeros(len(rows), dtype=np.float32)
    back = np.zeros(len(rows), dtype=np.float32)
    for k, (i, j) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        left = slice(a.offsets[i], a.offsets[i + 1])
        right = slice(b.offsets[j], b.offsets[j + 1])
        if left.start == left.stop or right.start == right.stop:
            continue
        table = lexis.vectors[a.words[left]] @ lexis.vectors[b.words[right]].T
        forth[k] = table.max(axis=1) @ a.weights[left]
        back[k] = table.max(axis=0) @ b.weights[right]
    return forth, back


def _dense(a: Bags, b: Bags, lexis: Lexis) -> Floats:
    """How far each claim of `b` covers each claim of `a`: claims of `a` by claims of `b`."""
    n, m = len(a.views), len(b.views)
    if not len(a.words) or not len(b.words):
        return np.zeros((n, m), dtype=np.float32)
    distinct, place = np.unique(a.words, return_inverse=True)
    table = lexis.vectors[distinct] @ lexis.vectors[b.words].T
    filled = np.flatnonzero(np.diff(b.offsets))
    nearest = np.zeros((len(distinct), m), dtype=np.float32)
    nearest[:, filled] = np.maximum.reduceat(table, b.offsets[filled], axis=1)
    spread = np.zeros((n, len(distinct)), dtype=np.float32)
    owner = np.repeat(np.arange(n), np.diff(a.offsets))
    spread[owner, place] = a.weights
    return spread @ nearest
