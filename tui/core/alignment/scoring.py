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

FEATURES = (
    "mutual coverage",
    "better coverage",
    "shared terms",
    "same number",
    "other number",
    "same date",
    "predicate",
    "neighbours",
    "lead in row",
    "lead in column",
    "above the noise",
    "position",
    "denial",
    "same speaker",
    "same demand",
    "best of row",
    "best of column",
)

WEIGHTS = np.asarray(
    [11, -2.5, 4.25, 1.2, -0.2, 2, 0.5, 1, 0.5, 0.2, -0.2, -1.5, 2, 0.3, 1, 1, 1],
    dtype=np.float32,
)
"""Rounded by hand between logistic regressions on three development sets, each left out in turn;
what they hold too few of to learn (denials, other numbers of the same thing) is set by hand."""
BIAS = np.float32(-6)


@dataclass(frozen=True, slots=True)
class Scored:
    """Compared pairs of claims of two documents, as parallel columns."""

    rows: Ints
    columns: Ints
    alike: Floats
    """Mutual coverage, the mean of both directions."""
    scores: Floats
    """In 0..1."""


def features(a: Bags, b: Bags) -> tuple[Ints, Ints, Floats]:
    """The compared pairs and their features: pairs x `FEATURES`."""
    rows, columns = candidates(a, b)
    forth, back = coverage(a, b, rows, columns)
    alike = (forth + back) / np.float32(2)
    noise = float(np.mean(alike)) if len(alike) else 0.0
    spread = float(np.std(alike)) if len(alike) else 1.0
    neighbours = _neighbours(rows, columns, alike, len(a.views), len(b.views))
    row_lead = _lead(rows, alike, len(a.views))
    column_lead = _lead(columns, alike, len(b.views))
    turned = _turned(a, b, rows, columns)
    leading = (row_lead > 0) | (column_lead > 0)
    kept = np.flatnonzero(alike >= np.where(turned | leading, FLOOR * 2 / 3, FLOOR))
    rows, columns = rows[kept], columns[kept]
    table = np.zeros((len(kept), len(FEATURES)), dtype=np.float32)
    table[:, 0] = alike[kept]
    table[:, 1] = np.maximum(forth, back)[kept]
    table[:, 2] = cosine(a, b, rows, columns)
    table[:, 7] = neighbours[kept]
    table[:, 8] = row_lead[kept]
    table[:, 9] = column_lead[kept]
    table[:, 10] = (alike[kept] - noise) / max(spread, 0.02) if len(alike) > 8 else 2.0
    table[:, 15] = row_lead[kept] > 0
    table[:, 16] = column_lead[kept] > 0
    for k, (i, j) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        x, y = a.views[i], b.views[j]
        table[k, 11] = abs(x.position - y.position)
        if x.predicate and y.predicate:
            table[k, 6] = related(x.predicate, y.predicate) in KIN
        table[k, 12] = is_denied(x, y)
        table[k, 13] = _same_speaker(x, y)
        table[k, 14] = x.claim.modality == y.claim.modality == "demanded"
        verdicts = {
            compare_quantities(p, q) for p in x.claim.quantities for q in y.claim.quantities
        }
        table[k, 3] = "same" in verdicts
        table[k, 4] = "different" in verdicts and not verdicts & {"same", "compatible"}
        table[k, 5] = any(
            compare_dates(p, q) == "same" for p in x.claim.dates for q in y.claim.dates
        )
    return rows, columns, table


def score(a: Bags, b: Bags) -> Scored:
    """Every compared pair of claims of two documents with its score."""
    rows, columns, table = features(a, b)
    logits = (table * WEIGHTS).sum(axis=1) + BIAS
    return Scored(rows, columns, table[:, 0], 1 / (1 + np.exp(-logits)))


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
    known = dict(
        zip(zip(rows.tolist(), columns.tolist(), strict=True), alike.tolist(), strict=True)
    )
    out = np.zeros(len(rows), dtype=np.float32)
    for k, (i, j) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        before = max(known.get(p, 0.0) for p in ((i - 1, j - 1), (i - 1, j), (i, j - 1)))
        after = max(known.get(p, 0.0) for p in ((i + 1, j + 1), (i + 1, j), (i, j + 1)))
        out[k] = (before + after) / 2
    return out
