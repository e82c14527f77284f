"""A few words of a text quoted on one line, with those one should look at stressed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.reader.layout import harmless
from tui.reader.relations import ELLIPSIS, QUOTES
from tui.reader.words import Line, letter, shorten

if TYPE_CHECKING:
    from tui.reader.index import Index
    from tui.reader.walks import Stop

_BLANKS = re.compile(r"\s+")


def quoted(index: Index, place: Stop, name: str, width: int, ascii_only: bool) -> Line:
    """The words around a place, from its sentence and with its document's letter.

    `name` is stressed where the place holds it, and else the whole place.
    """
    text = index.comparison.documents[place.document].text
    at = text.find(name, place.start, place.end)
    start, end = (at, at + len(name)) if at >= 0 else (place.start, place.end)
    first, last = _sentence(index, place)
    opening, closing = QUOTES[ascii_only]
    label = f"{letter(place.document)} "
    room = width - len(label) - 2
    stressed = shorten(_flat(text[start:end]), room, ascii_only)
    room -= cell_len(stressed)
    # No more is looked at than could be shown, however long the sentence.
    before = _flat(text[max(first, start - 4 * width) : start]).lstrip()
    after = _flat(text[end : min(last, end + 4 * width)]).rstrip()
    needs = start - place.start, place.end - end
    left, right = _shares(cell_len(before), cell_len(after), needs, room)
    return [
        (label, ("strong",)),
        (opening + _last_words(before, left, ascii_only), ("quiet",)),
        (stressed, ("strong",)),
        (_first_words(after, right, ascii_only) + closing, ("quiet",)),
    ]


def _sentence(index: Index, place: Stop) -> tuple[int, int]:
    sentences = index.comparison.sentences[place.document]
    k = bisect_right(sentences, place.start, key=lambda s: s.start) - 1
    if k < 0:
        return place.start, place.end
    return min(sentences[k].start, place.start), max(sentences[k].end, place.end)


def _flat(text: str) -> str:
    return harmless(_BLANKS.sub(" ", text))


def _shares(left: int, right: int, needs: tuple[int, int], room: int) -> tuple[int, int]:
    """The cells for the words before and after; what binds the name comes before all else."""
    if left + right <= room:
        return left, right
    spare = room - sum(needs)
    mine = needs[0] + spare // 2 if spare >= 0 else room // 2
    mine = min(left, max(mine, room - right))
    return mine, room - mine


def _last_words(text: str, width: int, ascii_only: bool) -> str:
    if cell_len(text) <= width:
        return text
    dots = ELLIPSIS[ascii_only]
    for cut in _cuts(text):
        if len(dots) + cell_len(text[cut:]) <= width:
            return dots + text[cut:]
    return dots if len(dots) <= width else ""


def _first_words(text: str, width: int, ascii_only: bool) -> str:
    if cell_len(text) <= width:
        return text
    dots = ELLIPSIS[ascii_only]
    for cut in reversed(_cuts(text)):
        if cell_len(text[:cut]) + 1 + len(dots) <= width:
            return f"{text[:cut]} {dots}"
    return dots if len(dots) <= width else ""


def _cuts(text: str) -> Sequence[int]:
    """Where words end; scripts without blanks may be cut anywhere."""
    return [blank.start() for blank in _BLANKS.finditer(text)] or range(len(text))
