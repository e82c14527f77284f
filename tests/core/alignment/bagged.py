"""Claims as scoring sees them: of texts, or put together by hand word by word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.core.alignment.grams import BUCKETS
from tui.core.alignment.similarity import Bags, Sentences, weigh
from tui.core.alignment.views import View, view_claims
from tui.core.comparison import prepare
from tui.core.document import Document, Span
from tui.core.language.encoder import Passage
from tui.core.language.vectors import Words
from tui.core.model import Claim


def read(*texts: str) -> tuple[Bags, ...]:
    """The claims of each text."""
    found = prepare([Document(f"{k}.txt", text) for k, text in enumerate(texts)])
    views = view_claims(found.documents, found.tagged, found.entities, found.claims)
    return weigh(views, found.documents)


def by_hand(*claims: dict[str, float], sentences: Sequence[dict[str, float]] = ()) -> Bags:
    """Claims of weighted words; `sentences`: what the sentence of each holds, where it is more."""
    views = tuple(
        View(Claim(f"c{k}", 0, k, k, k + 1), tuple(c), (), None, k / len(claims), Span(k, k + 1), k)
        for k, c in enumerate(claims)
    )
    held = sentences or claims
    return Bags(
        views,
        tuple(map(words, claims)),
        tuple(map(unit, claims)),
        tuple(Passage(" ".join(c)) for c in claims),
        tuple(range(len(claims))),
        Sentences(tuple(map(words, held)), tuple(map(unit, held))),
        np.ones(BUCKETS, np.float32),
        {word: 1.0 for claim in claims for word in claim},
    )


def words(bag: dict[str, float]) -> Words:
    return Words(tuple(bag), tuple(bag.values()))


def unit(bag: dict[str, float]) -> dict[str, float]:
    length = sum(x * x for x in bag.values()) ** 0.5 or 1.0
    return {t: x / length for t, x in bag.items()}
