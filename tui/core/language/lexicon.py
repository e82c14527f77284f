"""How two words stand to each other: opposites, relatives, near-synonyms, and what is above them.

From WordNet 3.0 (Miller 1995) through `tui/data/wordnet.tsv`. Words are lemmas in lower case,
without their part of speech; senses that are rare were left out when the table was made.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

_DATA = Path(__file__).resolve().parents[2] / "data"
STEM = 4
"""Letters that a relative of a relative must share with a word to be its relative."""

Relatedness = Literal["same", "family", "synonym", "hypernym", "antonym"]


@cache
def _lines() -> list[str]:
    return (_DATA / "wordnet.tsv").read_text(encoding="utf-8").split("\n")


@lru_cache(maxsize=1 << 7)
def _entry(lemma: str) -> tuple[tuple[str, ...], ...]:
    """A lemma's antonyms, family, synonyms, hypernyms and kindred, as the table has them."""
    lines = _lines()
    key = lemma + "\t"
    at = bisect_left(lines, key)
    if at == len(lines) or not lines[at].startswith(key):
        return (), (), (), (), ()
    return tuple(tuple(column.split()) for column in lines[at].split("\t")[1:])


@cache
def antonyms(lemma: str) -> frozenset[str]:
    """Words of opposite meaning: `guilty` and `innocent`, `confirmation` and `denial`.

    The opposites of a word's relatives, and their relatives, are its opposites too.
    """
    kin = {lemma, *family(lemma)}
    against = {opposite for word in kin for opposite in _entry(word)[0]}
    against |= {word for opposite in against for word in family(opposite)}
    return frozenset(_entry(lemma)[0]) | (against - kin - synonyms(lemma))


@cache
def family(lemma: str) -> frozenset[str]:
    """Words derived from the same stem: `deny` and `denial`, `explosion` and `explosive`."""
    opposites, direct, *_ = _entry(lemma)
    further = {word for near in direct for word in _entry(near)[1] if word[:STEM] == lemma[:STEM]}
    return frozenset(further.union(direct).difference(opposites, (lemma,)))


@cache
def synonyms(lemma: str) -> frozenset[str]:
    """Words that share one of their most frequent senses."""
    return frozenset(_entry(lemma)[2])


@cache
def hypernyms(lemma: str) -> frozenset[str]:
    """What the word is a kind of, nearest three: `car` is a `vehicle`."""
    return frozenset(_entry(lemma)[3])


@cache
def may_be_kindred(a: str, b: str) -> bool:
    """Whether two words name the same thing, or one a kind of the other, in any of their senses:
    `activist` and `reformer`, `boss` and `supervisor`."""
    return b in _entry(a)[4] or a in _entry(b)[4] or related(a, b) not in (None, "antonym")


@cache
def are_siblings(a: str, b: str) -> bool:
    """Whether two words are each a kind of one thing, and neither of the other: `actor`, `singer`.

    The nearest kinds are compared; words that are related in another way are none.
    """
    left, right = _entry(a)[3], _entry(b)[3]
    if not left or not right or left[0] != right[0]:
        return False
    return related(a, b) is None


@cache
def related(a: str, b: str) -> Relatedness | None:
    """The tie between two lemmas, the same whichever comes first; None where none is known."""
    a, b = a.lower(), b.lower()
    if a == b:
        return "same"
    if b in antonyms(a) or a in antonyms(b):
        return "antonym"
    if b in family(a) or a in family(b):
        return "family"
    if b in synonyms(a):
        return "synonym"
    if b in hypernyms(a) or a in hypernyms(b):
        return "hypernym"
    return None
