"""What the paragraphs tell in which two claims stand.

Among many claims some are alike by chance, but hardly whole paragraphs: where two tell much of
the same, and more than others of either text do, so may their claims. Texts whose paragraphs are
not their own, but runs of as many claims, gained nothing by the same means: a writer's paragraph
keeps to one matter.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

import numpy as np

from tui.core.alignment.candidates import dot, in_columns
from tui.core.alignment.meaning import FAR, Encoded, rounded
from tui.core.alignment.similarity import Bags

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.core.alignment.similarity import Floats, Ints

FULL = 4.0
"""Claims in a paragraph, on average over both texts, from which on it is more than a sentence. In
news, with two or three, paragraphs are no sign of what corresponds (spark)."""
SEVERAL = 4
"""Paragraphs of a text from which on it is told in them."""
ENOUGH = 60
"""Claims of both texts together from which on paragraphs count: among few, hardly two are alike by
chance, and short accounts seldom keep to the same paragraphs (the own cases)."""

CLAIMS = "claims"
"""The column of what the claims themselves tell: the log-odds of `scoring`."""
PARAGRAPH_SIGNALS = ("length", "paragraphs: shared terms", "paragraphs: lead")
DEEP_PARAGRAPH_SIGNALS = (*PARAGRAPH_SIGNALS, "paragraphs: meaning: lead")
"""The names of the columns, in the order of `features`, without and with an encoder."""


def are_in_paragraphs(a: Bags, b: Bags) -> bool:
    """Whether both texts are told in several paragraphs of several claims."""
    counts = [_count(_places(side)) for side in (a, b)]
    claims = len(a.views) + len(b.views)
    return min(counts) >= SEVERAL and claims >= max(ENOUGH, FULL * sum(counts))


def features(
    a: Bags, b: Bags, rows: Ints, columns: Ints, encoded: Encoded | None = None
) -> dict[str, Floats]:
    """A column over the pairs of claims for each of `PARAGRAPH_SIGNALS`, or of those with an
    encoder; raises `EncoderError`.

    The mean length of both texts as a logarithm, since among few claims a lead comes by chance more
    easily; how much of their terms two paragraphs share, as a cosine; how far that is above what
    other paragraphs with compared claims share with them, on both sides together; and the same
    of the mean points of their claims.
    """
    of_a, of_b = _places(a), _places(b)
    width = _count(of_b)
    keys, place = np.unique(of_a[rows] * width + of_b[columns], return_inverse=True)
    left, right = keys // width, keys % width
    shared = dot(*in_columns(_terms(a, of_a), _terms(b, of_b)), left, right).astype(np.float32)
    length = log(len(a.views) * len(b.views)) / 2
    found = [np.full_like(shared, length), shared, _leads(left, right, shared)]
    if encoded is not None:
        one, other = _points(a, of_a, encoded), _points(b, of_b, encoded)
        found.append(_leads(left, right, rounded(one @ other.T)[left, right]))
    names = PARAGRAPH_SIGNALS if encoded is None else DEEP_PARAGRAPH_SIGNALS
    return {name: values[place] for name, values in zip(names, found, strict=True)}


def _places(bags: Bags) -> Ints:
    """The paragraph of each claim, counted over those that hold any."""
    numbers = [v.paragraph for v in bags.views]
    return np.cumsum([0, *(x != y for x, y in pairwise(numbers))], dtype=np.int64)[: len(numbers)]


def _count(places: Ints) -> int:
    return int(places.max(initial=-1)) + 1


def _terms(bags: Bags, places: Ints) -> Sequence[Mapping[str, float]]:
    """The terms of each paragraph, weighted, of unit length: repeats count by their logarithm."""
    counts: list[Counter[str]] = [Counter() for _ in range(_count(places))]
    for place, view in zip(places.tolist(), bags.views, strict=True):
        counts[place].update(view.terms)
    found = []
    for count in counts:
        own = {t: (1 + log(n)) * bags.weights[t] for t, n in count.items()}
        length = sum(x * x for x in own.values()) ** 0.5 or 1.0
        found.append({t: x / length for t, x in own.items()})
    return found


def _points(bags: Bags, places: Ints, encoded: Encoded) -> Floats:
    """The mean of its claims' points for each paragraph, of unit length."""
    points = np.stack([found.point for found in encoded.of(bags.passages)])
    total = np.zeros((_count(places), points.shape[1]), np.float32)
    np.add.at(total, places, points)
    found: Floats = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-6)
    return found


def _leads(left: Ints, right: Ints, values: Floats) -> Floats:
    """How far each value is above the others of its left and its right paragraph, together."""
    leads: Floats = _lead(left, values) + _lead(right, values)
    return leads


def _lead(groups: Ints, values: Floats) -> Floats:
    """How far each value is above the best other one of its group, within `FAR` either way.

    Of no other the best is 0.
    """
    order = np.lexsort((-values, groups))
    fresh = np.r_[True, np.diff(groups[order]) != 0]
    first = np.flatnonzero(fresh)
    best = values[order[first]]
    second = np.zeros_like(best)
    several = np.flatnonzero(np.diff(first, append=len(order)) > 1)
    second[several] = values[order[first[several] + 1]]
    place = np.cumsum(fresh) - 1
    leads = np.empty_like(values)
    leads[order] = values[order] - np.where(fresh, second[place], best[place])
    return np.clip(leads, -FAR, FAR)
