"""How common a word is in English at large."""

from __future__ import annotations

from functools import cache
from math import log

from tui.core.language.wordpiece import vocabulary


@cache
def _information() -> dict[str, float]:
    words = [w for w in vocabulary() if len(w) > 1 and w.isalpha()]
    span = log(len(words) + 1)
    return {word: log(rank + 1) / span for rank, word in enumerate(words)}


def background(word: str) -> float:
    """How much a word says, in 0..1: 0 for the commonest, 1 for one beyond the vocabulary.

    WordPiece vocabularies stand in order of frequency, so that by Zipf's law the logarithm of a
    word's rank is its information.
    """
    return _information().get(word.lower(), 1.0)
