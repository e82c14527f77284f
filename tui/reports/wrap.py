"""Words of a document on a terminal: made harmless, measured in cells, folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_WORD = re.compile(r"\S+")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def plain(text: str) -> str:
    """`text` on one line: white space as single spaces, control characters as U+FFFD.

    A document could otherwise steer the terminal it is printed on.
    """
    return _UNPRINTABLE.sub("\ufffd", " ".join(text.split()))


@cache
def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cells(text: str) -> int:
    """The columns `text` takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def fold(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Lines of at most `width` cells: the first begins with `first`, the others with `rest`.

    Breaks between words; inside one only where it alone is wider than a line.
    """
    line, room = first, max(1, width - cells(first))
    fresh = True
    for word in _WORD.findall(text):
        need = cells(word)
        if not fresh and need + 1 <= room:
            line += " " + word
            room -= need + 1
            continue
        if not fresh:
            yield line
            line, room = rest, max(1, width - cells(rest))
        for piece in _pieces(word, room, max(1, width - cells(rest))):
            if line not in (first, rest):
                yield line
                line, room = rest, max(1, width - cells(rest))
            line += piece
            room -= cells(piece)
        fresh = False
    yield line


def _pieces(word: str, room: int, width: int) -> Iterator[str]:
    """`word` cut where it is wider than a line; a cut never parts a mark from its letter."""
    piece, left = "", room
    for character in word:
        size = _cell(character)
        if size > left and piece:
            yield piece
            piece, left = "", width
        piece += character
        left -= size
    yield piece
