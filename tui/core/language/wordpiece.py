"""Cutting words into the pieces that `tui/data/vocabulary.txt` has vectors for.

The uncased WordPiece of BERT (Devlin et al. 2019, arXiv:1810.04805): control characters dropped,
letters lower-cased and stripped of accents, punctuation and ideographs set apart, then each word
cut greedily into the longest pieces the vocabulary knows.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

_DATA = Path(__file__).resolve().parents[2] / "data"
LONGEST_WORD = 100
"""Words of more characters have no pieces, as in the original."""

# The blocks BERT sets apart, which are not all of Unicode's ideographs.
_IDEOGRAPHS = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)

# Control, format, surrogate and private characters; what Unicode has not assigned stays.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co"})


@cache
def vocabulary() -> dict[str, int]:
    """Each piece and its row in the vectors, most frequent pieces first; `##` continues a word."""
    text = (_DATA / "vocabulary.txt").read_text(encoding="utf-8")
    pieces = text.split("\n")
    return dict(zip(pieces, range(len(pieces)), strict=True))


@cache
def _longest_piece() -> int:
    return max(map(len, vocabulary()))


def _apart(char: str) -> bool:
    if char.isascii():
        return not char.isalnum() and char.isprintable() and char != " "
    return unicodedata.category(char).startswith("P")


class _Folding(dict[int, str]):
    """A table for `str.translate`, filled as characters turn up."""

    def __missing__(self, point: int) -> str:
        self[point] = folded = self._fold(chr(point))
        return folded

    @staticmethod
    def _fold(char: str) -> str:
        if char in "\t\n\r":
            return " "
        if char == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(char) in _DROPPED:
            return ""
        if char.isspace():
            return " "
        # Character by character, so that a final sigma folds as any other does.
        bare = "".join(
            part.lower()
            for part in unicodedata.normalize("NFD", char)
            if unicodedata.category(part) != "Mn"
        )
        if any(low <= ord(char) <= high for low, high in _IDEOGRAPHS):
            return f" {bare} "
        return "".join(f" {part} " if _apart(part) else part for part in bare)


_FOLDING = _Folding()


def basic_tokens(text: str) -> list[str]:
    """The folded words and punctuation marks of a text, in order."""
    return text.translate(_FOLDING).split()


def _word_pieces(token: str) -> list[str] | None:
    known = vocabulary()
    if token in known:
        return [token]
    if len(token) > LONGEST_WORD:
        return None
    pieces: list[str] = []
    start = 0
    while start < len(token):
        mark = "##" if start else ""
        for end in range(min(len(token), start + _longest_piece()), start, -1):
            piece = mark + token[start:end]
            if piece in known:
                break
        else:
            return None
        pieces.append(piece)
        start = end
    return pieces


def tokenize(text: str) -> list[str]:
    """The pieces of a text, in order; `[UNK]` for a token the vocabulary cannot spell."""
    return [piece for token in basic_tokens(text) for piece in _word_pieces(token) or ["[UNK]"]]


@cache
def piece_rows(word: str) -> tuple[int, ...]:
    """The rows of a word's pieces in the vectors; empty where the vocabulary cannot spell it."""
    known = vocabulary()
    return tuple(
        known[piece] for token in basic_tokens(word) for piece in _word_pieces(token) or ()
    )
