"""From the similarity of two claims to the probability that they report the same matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tui.core.alignment.relations import KIN, is_denied
from tui.core.alignment.similarity import Bags, candidates, cosine, coverage
from tui.core.alignment.views import View
from tui.core.language.dates import compare_dates
from tui.core.language.lexicon import related
from tui.core.language.quantities import compare_quantities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.core.alignment.similarity import Floats, Ints

FLOOR = 0.3
"""Pairs whose words cover each other less than this on average are left aside, unless they are the
best of either claim or differ in polarity; below two thirds of it nothing is linked."""

WEIGHTS = {
    "mutual coverage": 11,
    "better coverage": -2.5,
    "shared terms": 4.25,
    "same number": 1.2,
    "other number": -0.2,
    "same date": 2,
    "same predicate": 0.5,
    "neighbours": 1,
    "lead in row": 0.5,
    "lead in column": 0.2,
    "best of row": 1,
    "best of column": 1,
    "above the noise": -0.2,
    "distance": -1.5,
    "denial": 2,
    "same speaker": 0.3,
    "same demand": 1,
}
"""Rounded by hand between logistic regressions on three development sets, each left out in turn;
what they hold too few of to learn (denials, other numbers of the same thing) is set by hand."""
BIAS = -6


FEW = 8
"""Up to this many pairs say nothing of how alike any two claims of the documents are."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Compared pairs of claims of two documents, as parallel columns."""

    rows: Ints
    columns: Ints
    alike: Floats
    """Mutual coverage, the mean of both directions."""
    scores: NDArray[np.float64]
    """In 0..1."""


def features(
    a: Bags, b: Bags, pairs: tuple[Ints, Ints] | None = None
) -> tuple[Ints, Ints, dict[str, Floats]]:
    """The compared pairs, and each feature of `WEIGHTS` as a column over them.

    `pairs`: the rows and columns to compare; left out, the candidates.
    """
    rows, columns = pairs or candidates(a, b)
    forth, back = coverage(a, b, rows, columns)
    alike = (forth + back) / np.float32(2)
    noise = float(np.mean(alike)) if len(alike) else 0.0
    spread = float(np.std(alike)) if len(alike) else 1.0
    neighbours = _neighbours(rows, columns, alike, len(a.views), len(b.views))
    row_lead = _lead(rows, alike, len(a.views))
    column_lead = _lead(columns, alike, len(b.views))
    leading = (row_lead > 0) | (column_lead > 0)
    lowest = np.where(_turned(a, b, rows, columns) | leading, FLOOR * 2 / 3, FLOOR)
    kept = np.flatnonzero(alike >= lowest)
    rows, columns, alike = rows[kept], columns[kept], alike[kept]
    views = [(a.views[i], b.views[j]) for i, j in zip(rows, columns, strict=True)]
    one_by_one = np.asarray([_compare(x, y) for x, y in views], dtype=np.float32)
    table = dict(zip(_COMPARED, one_by_one.reshape(len(views), len(_COMPARED)).T, strict=True))
    calm = len(forth) <= FEW
    table |= {
        "mutual coverage": alike,
        "better coverage": np.maximum(forth, back)[kept],
        "shared terms": cosine(a, b, rows, columns),
        "neighbours": neighbours[kept],
        "lead in row": row_lead[kept],
        "lead in column": column_lead[kept],
        "best of row": (row_lead[kept] > 0).astype(np.float32),
        "best of column": (column_lead[kept] > 0).astype(np.float32),
        "above the noise": np.full_like(alike, 2) if calm else (alike - noise) / max(spread, 0.02),
    }
    return rows, columns, table


def score(a: Bags, b: Bags, pairs: tuple[Ints, Ints] | None = None) -> Scored:
    """Every compared pair of claims of two documents with its score; `pairs` as in `features`."""
    rows, columns, table = features(a, b, pairs)
    logits = np.full(len(rows), BIAS, dtype=np.float64)
    for name, weight in WEIGHTS.items():
        logits += weight * table[name]
    return Scored(rows, columns, table["mutual coverage"], 1 / (1 + np.exp(-logits)))


_COMPARED = (
    "same number",
    "other number",
    "same date",
    "same predicate",
    "distance",
    "denial",
    "same speaker",
    "same demand",
)


def _compare(x: View, y: View) -> tuple[float, ...]:
    """The features that look into two claims, in the order of `_COMPARED`."""
    left, right = x.claim, y.claim
    verdicts = {compare_quantities(p, q) for p in left.quantities for q in right.quantities}
    return (
        "same" in verdicts,
        "different" in verdicts and not verdicts & {"same", "compatible"},
        any(compare_dates(p, q) == "same" for p in left.dates for q in right.dates),
        bool(x.predicate and y.predicate and related(x.predicate, y.predicate) in KIN),
        abs(x.position - y.position),
        is_denied(x, y),
        _same_speaker(x, y),
        left.modality == right.modality == "demanded",
    )


def _turned(a: Bags, b: Bags, rows: Ints, columns: Ints) -> NDArray[np.bool_]:
    """Which pairs differ in polarity."""
    left = np.asarray([v.claim.negated for v in a.views], dtype=bool)
    right = np.asarray([v.claim.negated for v in b.views], dtype=bool)
    turned: NDArray[np.bool_] = left[rows] != right[columns]
    return turned


def _same_speaker(x: View, y: View) -> bool:
    left, right = x.claim.attribution, y.claim.attribution
    return bool(left and right and left.source and left.source == right.source)


def _lead(groups: Ints, values: Floats, size: int) -> Floats:
    """By how much each value leads the best other of its group (negative: trails the best)."""
    order = np.lexsort((-values, groups))
    best = np.zeros(size, dtype=np.float32)
    second = np.zeros(size, dtype=np.float32)
    first = np.full(size, -1, dtype=np.int64)
    at = groups[order]
    starts = np.flatnonzero(np.r_[True, at[1:] != at[:-1]]) if len(at) else np.zeros(0, np.int64)
    best[at[starts]] = values[order[starts]]
    first[at[starts]] = order[starts]
    seconds = starts + 1
    seconds = seconds[(seconds < len(at))]
    seconds = seconds[at[seconds] == at[seconds - 1]]
    second[at[seconds]] = values[order[seconds]]
    rival = np.where(first[groups] == np.arange(len(groups)), second[groups], best[groups])
    lead: Floats = np.clip(values - rival, -0.3, 0.3)
    return lead


def _neighbours(rows: Ints, columns: Ints, alike: Floats, n: int, m: int) -> Floats:
    """The mean likeness of the claims before and after: the best of a 3 x 3 window, centre out."""
    if len(rows) == n * m and n and m:
        table = np.zeros((n + 2, m + 2), dtype=np.float32)
        table[1:-1, 1:-1] = alike.reshape(n, m)
        before = np.maximum.reduce([table[:-2, :-2], table[:-2, 1:-1], table[1:-1, :-2]])
        after = np.maximum.reduce([table[2:, 2:], table[2:, 1:-1], table[1:-1, 2:]])
        mean: Floats = ((before + after) / 2).ravel()
        return mean
    width = m + 2  # no claim's neighbour falls into another row
    keys = rows * width + columns
    order = np.argsort(keys, kind="stable")
    known, values = np.append(keys[order], -1), np.append(alike[order], np.float32(0))

    def best(*steps: int) -> Floats:
        most = np.zeros(len(keys), dtype=np.float32)
        for step in steps:
            at = np.searchsorted(known[:-1], keys + step)
            np.maximum(most, values[at], out=most, where=known[at] == keys + step)
        return most

    return (best(-width - 1, -width, -1) + best(width + 1, width, 1)) / np.float32(2)
