"""What speaks for it that two claims report the same matter: one column of numbers a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tui.core.alignment.candidates import distinct
from tui.core.alignment.grams import letter_likeness
from tui.core.alignment.similarity import Bags, candidates, cosine, coverage
from tui.core.alignment.views import LIGHT, View
from tui.core.language.dates import compare_dates
from tui.core.language.lexicon import related
from tui.core.language.quantities import compare_quantities

if TYPE_CHECKING:
    from tui.core.alignment.similarity import Floats, Ints

KIN = ("family", "synonym")
"""How two predicates that differ may be related and still say the same."""
FLOOR = 0.2
"""Pairs whose words cover each other less than this on average are left aside, unless they are the
best of either claim; below half of it nothing is linked."""
LONG = 60
"""Claims of a document from which on chance finds better and better matches."""
SETTLED = 12
"""Claims of a document from which on the place of a claim says in full what it can: of two or
three, one stands far from the other whatever they say."""

_COMPARED = (
    "terms in common",
    "entities in common",
    "same number",
    "other number",
    "same date",
    "other date",
    "same predicate",
    "kindred predicate",
    "other polarity",
    "denial",
    "other modality",
    "distance",
)

SIGNALS = (
    "mutual coverage",
    "lesser coverage",
    "shared terms",
    "shared letters",
    "sentences: mutual coverage",
    "sentences: lesser coverage",
    "sentences: shared terms",
    "beside the best",
    "sentences: beside the best",
    "neighbours",
    *_COMPARED,
    "length",
)
"""The names of the columns, in the order of `features`."""


def features(
    a: Bags,
    b: Bags,
    pairs: tuple[Ints, Ints] | None = None,
    near: tuple[Ints, Ints] | None = None,
) -> tuple[Ints, Ints, dict[str, Floats]]:
    """The compared pairs (rows of `a`, rows of `b`), and a column over them for each signal.

    `pairs`: what to compare, chosen by where it stands; left out, the candidates. `near`: what to
    compare besides, whatever its words.
    """
    rows, columns = pairs or candidates(a, b)
    wanted = np.zeros(len(rows), np.bool_)
    if near is not None:
        width = len(b.views)
        asked = near[0] * width + near[1]
        keys = distinct(np.concatenate([rows * width + columns, asked]))
        rows, columns = np.divmod(keys, width)
        wanted = np.isin(keys, asked)
    forth, back = coverage(a.words, b.words, rows, columns)
    alike = (forth + back) / np.float32(2)
    terms = cosine(a.terms, b.terms, rows, columns)
    likeness = alike + terms
    of_row, of_column = _beside_best(rows, likeness), _beside_best(columns, likeness)
    table = {
        "mutual coverage": alike,
        "lesser coverage": np.minimum(forth, back),
        "shared terms": terms,
        "beside the best": (of_row + of_column) / np.float32(2),
        "neighbours": _neighbours(rows, columns, likeness, len(b.views)),
        **_of_sentences(a, b, rows, columns),
    }
    best = (of_row == 1) | (of_column == 1)
    kept = np.flatnonzero((alike >= FLOOR) | (best & (alike >= FLOOR / 2)) | wanted)
    rows, columns = rows[kept], columns[kept]
    table = {name: column[kept] for name, column in table.items()}
    table["shared letters"] = letter_likeness(a.texts, b.texts, a.letters, rows, columns)
    views = zip(rows.tolist(), columns.tolist(), strict=True)
    compared = np.asarray([_compare(a.views[i], b.views[j]) for i, j in views], np.float32)
    table |= zip(_COMPARED, compared.reshape(len(rows), len(_COMPARED)).T, strict=True)
    table["distance"] *= np.float32(min(1.0, min(len(a.views), len(b.views)) / SETTLED))
    longer = 0.0
    if pairs is None:
        longer = max(0.0, np.log(len(a.views) * len(b.views) or 1) / 2 - np.log(LONG))
    table["length"] = np.full(len(rows), longer, np.float32)
    return rows, columns, {name: table[name] for name in SIGNALS}


def _of_sentences(a: Bags, b: Bags, rows: Ints, columns: Ints) -> dict[str, Floats]:
    """How alike the sentences are that the claims stand in."""
    width = max(1, len(b.sentences.words))
    left, right = np.asarray(a.sentence, np.int64)[rows], np.asarray(b.sentence, np.int64)[columns]
    keys, place = np.unique(left * width + right, return_inverse=True)
    left, right = keys // width, keys % width
    forth, back = coverage(a.sentences.words, b.sentences.words, left, right)
    terms = cosine(a.sentences.terms, b.sentences.terms, left, right)
    alike = (forth + back) / np.float32(2)
    likeness = alike + terms
    table = {
        "mutual coverage": alike,
        "lesser coverage": np.minimum(forth, back),
        "shared terms": terms,
        "beside the best": (_beside_best(left, likeness) + _beside_best(right, likeness))
        / np.float32(2),
    }
    return {f"sentences: {name}": column[place] for name, column in table.items()}


def _beside_best(groups: Ints, values: Floats) -> Floats:
    """Each value as a share of the best of its group, in 0..1: 1 for the best.

    0 where words of opposite vectors make it negative: of no best, it would be no share.
    """
    values = np.maximum(values, np.float32(0))
    best = np.zeros(int(groups.max(initial=-1)) + 1, np.float32)
    np.maximum.at(best, groups, values)
    beside: Floats = np.divide(values, np.maximum(best[groups], 1e-6), dtype=np.float32)
    return beside


def _neighbours(rows: Ints, columns: Ints, likeness: Floats, m: int) -> Floats:
    """The mean likeness of the claims before and after: of the best pair near the next place."""
    width = m + 6  # no claim's neighbour falls into another row
    keys = rows * width + columns
    order = np.argsort(keys, kind="stable")
    known, values = np.append(keys[order], -1), np.append(likeness[order], np.float32(0))
    total: Floats = np.zeros(len(keys), np.float32)
    for step in (-width - 1, width + 1):
        most = np.zeros(len(keys), np.float32)
        for beside in (0, -1, 1, -width, width):
            if step + beside:
                at = np.searchsorted(known[:-1], keys + step + beside)
                np.maximum(most, values[at], out=most, where=known[at] == keys + step + beside)
        total = total + most
    return total / np.float32(2)


def _compare(x: View, y: View) -> tuple[float, ...]:
    """The signals that look into two claims, in the order of `_COMPARED`."""
    left, right = x.claim, y.claim
    shared = set(x.terms) & set(y.terms)
    numbers = {compare_quantities(p, q) for p in left.quantities for q in right.quantities}
    dates = {compare_dates(p, q) for p in left.dates for q in right.dates}
    same = bool(x.predicate) and x.predicate == y.predicate
    turned = left.negated != right.negated
    return (
        len(shared),
        sum(t.startswith("@") for t in shared),
        "same" in numbers,
        "different" in numbers and len(numbers & {"same", "compatible"}) == 0,
        "same" in dates,
        "different" in dates and len(dates & {"same", "compatible"}) == 0,
        same,
        bool(not same and x.predicate and y.predicate)
        and related(x.predicate or "", y.predicate or "") in KIN,
        turned,
        turned and _speaks_of(*((x, y) if left.negated else (y, x))),
        left.modality != right.modality,
        abs(x.position - y.position),
    )


def _speaks_of(denying: View, other: View) -> bool:
    """Whether the other claim has, somewhere, the predicate that one denies."""
    predicate = denying.predicate
    if predicate is None or predicate in LIGHT:
        return False
    if predicate in other.terms or related(predicate, other.predicate or "") in KIN:
        return True
    return any(related(predicate, t) == "family" for t in other.terms if not t.startswith("@"))
