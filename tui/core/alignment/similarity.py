"""How alike two documents' claims are, word by word: what scoring reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

import numpy as np

from tui.core.alignment.candidates import dot, in_columns, nearest
from tui.core.alignment.grams import rarity
from tui.core.alignment.views import View
from tui.core.document import Document
from tui.core.language.encoder import Passage
from tui.core.language.vectors import Words, coverage_all, coverage_pairs, smooth_inverse_frequency

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

DENSE = 100_000
"""Up to this many pairs every pair is compared; above it only candidates are."""
MANY = 40_000
"""Pairs of claims, of which some must be alike by chance. Of the links between texts joined from 8
reports each, about 280 claims, 79 % lead to a report on the same matter, from 32 reports 56 %; of
those that `passages` chooses all do, and it loses three in ten right ones (cstbank, spark,
ecbplus)."""
ENTITY = 0.6
"""What a shared entity counts beside a shared word: people of one matter are in every claim."""


@dataclass(frozen=True, slots=True)
class Bags:
    """The claims of one document as weighted bags, rows in the order of `views`."""

    views: tuple[View, ...]
    words: tuple[Words, ...]
    terms: tuple[dict[str, float], ...]
    """Term -> weight, of unit length."""
    passages: tuple[Passage, ...]
    """The claims as they are written, each within its sentence."""
    sentence: tuple[int, ...]
    """For each claim its sentence's place in `sentences`."""
    sentences: Sentences
    letters: Floats
    """How rare each run of letters is in all documents (see `grams`)."""
    weights: Mapping[str, float]
    """What a term counts, of all documents."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The claims as they are written."""
        return tuple(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one document that hold claims, as bags of all that these claims hold."""

    words: tuple[Words, ...]
    terms: tuple[dict[str, float], ...]


def weigh(views: Sequence[Sequence[View]], documents: Sequence[Document]) -> tuple[Bags, ...]:
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
    passages = [
        tuple(_passage(document.text, v) for v in of_document)
        for document, of_document in zip(documents, views, strict=True)
    ]
    letters = rarity([passage.text for of_document in passages for passage in of_document])
    return tuple(
        _bags(tuple(v), own, weights, letters) for v, own in zip(views, passages, strict=True)
    )


def _passage(text: str, view: View) -> Passage:
    start, end = view.claim.start, view.claim.end
    return Passage(
        text[start:end], text[view.sentence.start : start], text[end : view.sentence.end]
    )


def _bags(
    views: tuple[View, ...],
    passages: tuple[Passage, ...],
    weights: Mapping[str, float],
    letters: Floats,
) -> Bags:
    words = tuple(_words(v, weights) for v in views)
    place: dict[int, int] = {}
    sentence = tuple(place.setdefault(v.claim.sentence, len(place)) for v in views)
    members: list[list[int]] = [[] for _ in place]
    for k, s in enumerate(sentence):
        members[s].append(k)
    return Bags(
        views,
        words,
        tuple(_terms(v.terms, weights) for v in views),
        passages,
        sentence,
        Sentences(
            tuple(_together([words[k] for k in group]) for group in members),
            tuple(_terms([t for k in group for t in views[k].terms], weights) for group in members),
        ),
        letters,
        weights,
    )


def _words(view: View, weights: Mapping[str, float]) -> Words:
    """An entity's weight is shared out among the words of its name."""
    spread = Counter(place for _, place in view.words)
    own: dict[str, float] = {}
    for word, place in view.words:
        share = weights[view.terms[place]] / spread[place]
        own[word] = max(own.get(word, 0.0), share)
    return Words(tuple(own), tuple(own.values()))


def _together(parts: Sequence[Words]) -> Words:
    if len(parts) == 1:
        return parts[0]
    own: dict[str, float] = {}
    for part in parts:
        for word, weight in zip(part.words, part.weights, strict=True):
            own[word] = max(own.get(word, 0.0), weight)
    return Words(tuple(own), tuple(own.values()))


def _terms(terms: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
    own = {t: weights[t] for t in dict.fromkeys(terms)}
    length = sum(x * x for x in own.values()) ** 0.5 or 1.0
    return {t: x / length for t, x in own.items()}


def is_long(a: Bags, b: Bags) -> bool:
    """Whether there are so many pairs of claims that some must be alike by chance."""
    return len(a.views) * len(b.views) > MANY


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


def cosine(
    a: Sequence[Mapping[str, float]], b: Sequence[Mapping[str, float]], rows: Ints, columns: Ints
) -> Floats:
    """The cosine of the weighted terms of each pair, in 0..1."""
    cosines: Floats = dot(*in_columns(a, b), rows, columns).astype(np.float32)
    return cosines


def coverage(
    a: Sequence[Words], b: Sequence[Words], rows: Ints, columns: Ints
) -> tuple[Floats, Floats]:
    """MaxSim of each pair: how far the right one covers the left one, and the reverse."""
    if len(rows) == len(a) * len(b):
        forth, back = coverage_all(a, b)
        return forth[rows, columns], back[rows, columns]
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return coverage_pairs(a, b, pairs)
