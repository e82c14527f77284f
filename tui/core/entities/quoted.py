"""Names in quotation marks: titles of works, and nicknames between a person's names."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.entities import lexicon
from tui.core.entities.casing import is_title_case
from tui.core.entities.grammar import SMALL
from tui.core.entities.lines import Line
from tui.core.entities.words import Word, is_capital

OPENING = {'"': '"', "“": "”", "«": "»", "‘": "’", "'": "'"}
"""Each opening mark with the one that closes it."""
_SMALL = SMALL | frozenset(
    "an as at by de der die en from into la le or over und upon with".split()
)
_LONGEST = 10
"""Words of a title at most; a longer quotation is somebody's words."""


def work(line: Line, i: int) -> int:
    """Past the last word of a title in quotation marks that word `i` opens; `i` if none does."""
    words, low = line.words, line.low
    if not i or line.headline or words[i - 1].text not in OPENING:
        return i
    if not is_capital(words[i].text):
        return i
    mark = words[i - 1]
    if mark.end != words[i].start or (i > 1 and words[i - 2].end == mark.start):
        return i
    close = OPENING[mark.text]
    for k in range(i + 1, min(i + _LONGEST + 1, len(words))):
        word = words[k].text
        if word == close and words[k].start == words[k - 1].end:
            return k if _is_title(words[i:k]) else i
        if not (is_capital(word) or low[k] in _SMALL or word.isdigit() or word in ":&"):
            return i
    return i


def _is_title(words: Sequence[Word]) -> bool:
    """Two capitalised words or more, the last one among them."""
    capital = sum(is_capital(w.text) for w in words)
    if capital < 2 or not (is_capital(words[-1].text) or words[-1].text.isdigit()):
        return False
    return not all(w.text.isupper() for w in words if len(w.text) > 1) or is_title_case(words)


def nickname(line: Line, first: int, last: int) -> int:
    """Past the surname in `Ada “Ace” Moreau`, whose mark is word `last`; else `last`."""
    words, low = line.words, line.low
    close = OPENING[words[last].text]
    if last - first > 2 or low[first] in lexicon.words("organisation"):
        return last
    for end in (last + 2, last + 3):
        if end + 1 >= len(words) or not is_capital(words[end - 1].text):
            return last
        if words[end].text == close and words[end].start == words[end - 1].end:
            follows = is_capital(words[end + 1].text) and words[end + 1].text[0].isalpha()
            apart = words[end].end < words[end + 1].start
            return end + 2 if follows and apart else last
    return last
