"""Passages that one document has word for word, or nearly so, from another or from a third.

What two documents share word for word is no independent corroboration. Windows of `WINDOW` words
that both have are joined to the longest passages, over small edits; the cost is that of the texts'
length and of what they share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from tui.core.claims.quotations import find_quotations
from tui.core.document import Document, Span
from tui.core.language.vectors import smooth_inverse_frequency
from tui.core.model import Copy, Place

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

WINDOW = 6
"""Words in a row that have to be the same for a passage to be seen."""
EDIT = 5
"""Words between two such stretches, in either document, that a passage may run across."""
OFTEN = 4
"""A window more frequent in one document is a formula of it and says nothing of copying."""
WORDS = 12
"""Words of a passage that have to be the same. Of 86,000 pairs of news reports on different matters
(ecbplus, newswcl50, spark, meantime, cstbank) 14 share so many, each time the boilerplate of a web
page; eight words are soon shared with a long title and name."""
WEIGHT = 6.0
"""What these words have to weigh together: 1 for a rare word, next to nothing for a common one."""
PLAIN = 3.0
"""What those of them have to weigh that are written like a common word in either text: a list of
names is no text."""
SHARE = 0.7
"""The share of the longer side's words, at least, that have to be the same."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of all documents, one document after another."""

    keys: Ints
    """Equal for equal words, whatever their case."""
    starts: Ints
    ends: Ints
    """Offsets in the word's document."""
    weights: NDArray[np.float64]
    capital: NDArray[np.bool_]
    """Written like a name or number: neither in small letters nor all in large ones."""
    quoted: NDArray[np.bool_]
    first: Ints
    """Where each document's words begin; one more at the end."""

    def document(self, word: int) -> int:
        return int(np.searchsorted(self.first, word, side="right")) - 1


@dataclass(slots=True)
class _Passage:
    """Stretches of the same words: (word of one document, word of the other, length)."""

    runs: list[tuple[int, int, int]]

    @property
    def ends(self) -> tuple[int, int]:
        p, q, length = self.runs[-1]
        return p + length, q + length

    @property
    def sides(self) -> tuple[slice, slice]:
        p, q, _ = self.runs[0]
        return slice(p, self.ends[0]), slice(q, self.ends[1])


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """The passages that two documents share, by the place of `a`, which is in the earlier one.

    Passages of the same two documents do not overlap in either. What three documents share is
    told of each two.
    """
    words = _read(documents)
    found: list[Copy] = []
    for (d, e), runs in groupby(_runs(words), key=lambda r: r[0]):
        passages = [p for p in _joined(r[1:] for r in runs) if _tells(words, p)]
        if passages:
            apart = _apart(passages, len(words.keys))
            found.extend(_copy(words, passage, d, e) for passage in apart)
    return tuple(sorted(found, key=lambda c: (c.a, c.b)))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _read(documents: Sequence[Document]) -> _Words:
    numbers: dict[str, int] = {}
    keys: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    capital: list[bool] = []
    first = [0]
    quoted: list[NDArray[np.bool_]] = []
    for document in documents:
        begin = len(starts)
        for match in _word().finditer(document.text):
            word = match[0]
            keys.append(numbers.setdefault(word.lower().replace("’", "'"), len(numbers)))
            starts.append(match.start())
            ends.append(match.end())
            capital.append(not word[0].islower() and not (len(word) > 1 and word.isupper()))
        first.append(len(starts))
        quoted.append(_inside(find_quotations(document.text), starts[begin:]))
    weights = np.asarray([smooth_inverse_frequency(w) for w in numbers], np.float64)
    numbered = np.asarray(keys, np.int64)
    return _Words(
        numbered,
        np.asarray(starts, np.int64),
        np.asarray(ends, np.int64),
        weights[numbered],
        np.asarray(capital, np.bool_),
        np.concatenate([*quoted, np.zeros(0, np.bool_)]),
        np.asarray(first, np.int64),
    )


def _inside(spans: Sequence[Span], places: Sequence[int]) -> NDArray[np.bool_]:
    """Which places lie in one of the spans, which do not overlap."""
    edges = np.asarray([edge for span in spans for edge in span], np.int64)
    inside: NDArray[np.bool_] = np.searchsorted(edges, np.asarray(places), side="right") % 2 == 1
    return inside


def _windows(words: _Words) -> Ints:
    """A number for the `WINDOW` words from each word on: equal where they are the same words.

    The numbers are ranks, not hashes, so that different words never look the same.
    """
    two = _ranked(words.keys[:-1], words.keys[1:])
    four = _ranked(two[:-2], two[2:])
    return _ranked(four[: 4 - WINDOW], two[4:])


def _ranked(left: Ints, right: Ints) -> Ints:
    pairs = left * (int(right.max(initial=0)) + 1) + right
    ranks: Ints = np.unique(pairs, return_inverse=True)[1]
    return ranks


def _runs(words: _Words) -> list[tuple[tuple[int, int], int, int, int]]:
    """The longest stretches of the same words: two documents, a word of each, the length."""
    if len(words.keys) < WINDOW:
        return []
    windows = _windows(words)
    home = np.searchsorted(words.first, np.arange(len(windows)), side="right") - 1
    whole = np.arange(len(windows)) + WINDOW <= words.first[home + 1]
    places = np.flatnonzero(whole)
    places = places[np.argsort(windows[places], kind="stable")]
    group = windows[places] * len(words.first) + home[places]
    _, at, count = np.unique(group, return_inverse=True, return_counts=True)
    places = places[count[at] <= OFTEN]
    group = windows[places]
    left: list[Ints] = []
    right: list[Ints] = []
    apart = 1
    while apart < len(places) and (same := group[apart:] == group[:-apart]).any():
        pairs = np.flatnonzero(same & (home[places[apart:]] != home[places[:-apart]]))
        left.append(places[pairs])
        right.append(places[pairs + apart])
        apart += 1
    if not left:
        return []
    p, q = np.concatenate(left), np.concatenate(right)
    order = np.lexsort((p, q - p, home[q], home[p]))
    p, q = p[order], q[order]
    breaks = np.ones(len(p), np.bool_)
    breaks[1:] = (p[1:] != p[:-1] + 1) | (q[1:] != q[:-1] + 1)
    starts = np.flatnonzero(breaks)
    lengths = np.diff(starts, append=len(p)) + WINDOW - 1
    p, q = p[starts], q[starts]
    documents = zip(home[p].tolist(), home[q].tolist(), strict=True)
    return sorted(zip(documents, p.tolist(), q.tolist(), lengths.tolist(), strict=True))


def _joined(runs: Iterator[tuple[int, int, int]]) -> list[_Passage]:
    """Runs joined over small edits, in either document."""
    found: list[_Passage] = []
    open_ones: list[_Passage] = []
    for p, q, length in runs:
        open_ones = [x for x in open_ones if x.ends[0] + EDIT >= p]
        for passage in reversed(open_ones):
            end_p, end_q = passage.ends
            cut = max(0, end_p - p, end_q - q)
            across, along = p + cut - end_p, q + cut - end_q
            if cut < length and across <= EDIT and along <= EDIT:
                passage.runs.append((p + cut, q + cut, length - cut))
                break
        else:
            found.append(_Passage([(p, q, length)]))
            open_ones.append(found[-1])
    return found


def _same(words: _Words, passage: _Passage) -> tuple[Ints, Ints]:
    """The words of a passage that are the same on both sides, also single ones within edits."""
    left: list[int] = []
    right: list[int] = []
    for k, (p, q, length) in enumerate(passage.runs):
        if k:
            end_p, end_q, size = passage.runs[k - 1]
            for i in range(end_p + size, p):
                for j in range(max(end_q + size, right[-1] + 1), q):
                    if words.keys[i] == words.keys[j]:
                        left.append(i)
                        right.append(j)
                        break
        left.extend(range(p, p + length))
        right.extend(range(q, q + length))
    return np.asarray(left, np.int64), np.asarray(right, np.int64)


def _tells(words: _Words, passage: _Passage) -> bool:
    """Whether so much is shared that it was hardly written twice."""
    left, right = _same(words, passage)
    if len(left) < max(WORDS, SHARE * max(s.stop - s.start for s in passage.sides)):
        return False
    weights = words.weights[left]
    plain = ~(words.capital[left] & words.capital[right])
    return float(weights.sum()) >= WEIGHT and float(weights[plain].sum()) >= PLAIN


def _apart(passages: Sequence[_Passage], size: int) -> Iterator[_Passage]:
    """The longest passages, without those that overlap a longer one."""
    taken = np.zeros(size, np.bool_)
    for passage in sorted(passages, key=lambda x: (-sum(r[2] for r in x.runs), x.runs)):
        a, b = passage.sides
        if not taken[a].any() and not taken[b].any():
            taken[a] = taken[b] = True
            yield passage


def _copy(words: _Words, passage: _Passage, d: int, e: int) -> Copy:
    left, right = _same(words, passage)
    a, b = passage.sides
    loose = len(left) - int((words.quoted[left] & words.quoted[right]).sum())
    return Copy(
        Place(d, int(words.starts[a.start]), int(words.ends[a.stop - 1])),
        Place(e, int(words.starts[b.start]), int(words.ends[b.stop - 1])),
        round(len(left) / max(a.stop - a.start, b.stop - b.start), 4),
        len(left),
        loose < WORDS,
    )
