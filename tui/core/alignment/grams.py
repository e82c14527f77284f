"""How alike two claims are letter by letter: what words in other forms and compounds share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

import numpy as np

from tui.core.alignment.candidates import Columns, distinct, dot

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

BUCKETS = 1 << 18
"""Runs of letters are told apart by a number below this: few of them share one."""
AT_ONCE = 20_000
"""Pairs of claims that are compared in one go: bounds memory."""
_PLACES = np.asarray([1, 1_000_003, 998_244_353, 754_974_721], np.int64)
_SPACES = re.compile(r"[\W_]+")


def rarity(texts: Sequence[str]) -> Floats:
    """For each run of letters how rare it is among these texts: log((1 + n) / (1 + held)) + 1."""
    held = np.zeros(BUCKETS, np.int64)
    for text in texts:
        held[distinct(_runs(text))] += 1
    weights: Floats = (np.log((1 + len(texts)) / (1 + held)) + 1).astype(np.float32)
    return weights


def letter_likeness(
    a: Sequence[str], b: Sequence[str], weights: Floats, rows: Ints, columns: Ints
) -> Floats:
    """The cosine of the weighted runs of letters of each pair of texts, in 0..1.

    Runs of three and four letters within words, edges included; a run that recurs counts
    1 + log(times). `weights` is what `rarity` says of all the texts.
    """
    found = np.zeros(len(rows), np.float32)
    for start in range(0, len(rows), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        left, i = np.unique(rows[part], return_inverse=True)
        right, j = np.unique(columns[part], return_inverse=True)
        x = _columns([a[k] for k in left.tolist()], weights)
        y = _columns([b[k] for k in right.tolist()], weights)
        found[part] = dot(x, y, i, j)
    return found


def _columns(texts: Sequence[str], weights: Floats) -> Columns:
    terms: list[Ints] = [np.zeros(0, np.int64)]
    values: list[NDArray[np.float64]] = [np.zeros(0)]
    starts = [0]
    for text in texts:
        runs, counts = np.unique(_runs(text), return_counts=True)
        own = (1 + np.log(counts)) * weights[runs].astype(np.float64)
        terms.append(runs)
        values.append(own / max(float(np.sqrt((own * own).sum())), 1e-9))
        starts.append(starts[-1] + len(runs))
    return Columns(np.concatenate(terms), np.concatenate(values), np.asarray(starts, np.int64))


def _runs(text: str) -> Ints:
    """The numbers of all runs of three and four letters of a text's words."""
    # an accent that stands alone would end its word
    whole_letters = normalize("NFC", text.lower())
    padded = f" {_SPACES.sub(' ', whole_letters).strip()} "
    letters = np.frombuffer(padded.encode("utf-32-le"), np.uint32).astype(np.int64)
    inner = letters != ord(" ")
    found = []
    for length in (3, 4):
        if len(letters) < length:
            continue
        count = len(letters) - length + 1
        number = np.zeros(count, np.int64)
        whole = np.ones(count, np.bool_)
        for place in range(length):
            number += letters[place : place + count] * _PLACES[place]
            if 0 < place < length - 1:
                whole &= inner[place : place + count]
        found.append(number[whole] % BUCKETS)
    none = np.zeros(0, np.int64)
    return np.concatenate([none, *found])
