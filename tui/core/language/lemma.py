"""The dictionary form of an English word, given its part of speech."""

from __future__ import annotations


def lemma(word: str, tag: str) -> str:
    """The lower-cased dictionary form of `word` as a `tag` (Penn Treebank).

    Names keep their letters as written.
    """
    if tag.startswith("NNP"):
        return word
    lower = word.lower()
    if tag == "NNS" and lower.endswith("s"):
        return lower[:-1]
    return lower
