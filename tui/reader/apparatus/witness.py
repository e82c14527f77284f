"""A claim as a witness: its words, each with all that another witness may share with it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.core.language.morphology import analyse, lexicon
from tui.core.model import Claim, Date, Quantity
from tui.reader.layout import harmless

if TYPE_CHECKING:
    from tui.reader.index import Index

MOST_WORDS = 90
"""Words of a claim that are laid beside others; a longer one is cut short, and says so."""

MOST_OF_MANY = 60
"""The same where many claims are laid beside each other."""

MOST_IN_NAME = 8
"""Words of a mention that still stand together in one cell."""

_IDEOGRAPH = "\u2e80-\u2fff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPH}][^\w\s]*|(?:(?!--)[^\s{_IDEOGRAPH}—])+(?:-{{2,}}|—)?|-{{2,}}|—")
"""What stands between blanks; a dash ends a word, and each ideograph is one."""

_POSSESSIVE = re.compile(r"['’]s?$")
_NOT_WORD = re.compile(r"[\W_]+")
_NEGATIONS = frozenset("no not never none nobody nothing neither nor without cannot".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a claim, or several that are one name, date or quantity."""

    start: int
    end: int
    text: str
    """As it stands on the screen, on one line."""
    folded: str
    """Without case, punctuation and blanks; where nothing else is left, the text itself."""
    stems: frozenset[str] = frozenset()
    """The dictionary forms it may be a form of; none of a word that stands for more."""
    entity: str | None = None
    quantity: Quantity | None = None
    date: Date | None = None
    joined: bool = False
    """It follows the word before it without a blank, as ideographs do."""
    light: bool = False
    """A word of the grammar (`of`, `the`, `were`): that two texts share it says little."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim and its words in order."""

    claim: Claim
    words: tuple[Word, ...]
    more: bool = False
    """The claim has more words than these."""


def witness(index: Index, claim: Claim, most: int = MOST_WORDS) -> Witness:
    """The first words of a claim, those of one name, date or quantity taken together."""
    text = index.comparison.documents[claim.document].text
    spans = [m.span() for m in _WORD.finditer(text, claim.start, claim.end)]
    units = _units(index, claim, text, spans)
    words: list[Word] = []
    k = 0
    while k < len(spans) and len(words) < most:
        size, make = units.get(k, (1, _plain_word))
        word = make(spans[k][0], spans[k + size - 1][1], text)
        close = k > 0 and spans[k - 1][1] == word.start
        words.append(replace(word, joined=True) if close else word)
        k += size
    return Witness(claim, tuple(words), more=k < len(spans))


Make = Callable[[int, int, str], Word]


def _units(
    index: Index, claim: Claim, text: str, spans: list[tuple[int, int]]
) -> dict[int, tuple[int, Make]]:
    """First word -> how many words are one, and what makes them one: the longest first."""
    starts, ends = [a for a, _ in spans], [b for _, b in spans]
    found: list[tuple[int, int, int, Make]] = []

    def add(rank: int, start: int, end: int, make: Make) -> None:
        first, last = bisect_right(starts, start) - 1, bisect_left(ends, end)
        if 0 <= first <= last < len(spans):
            found.append((rank, first, last, make))

    for quantity in claim.quantities:
        add(0, quantity.start, quantity.end, _maker(quantity=quantity))
    for date in claim.dates:
        add(0, date.start, date.end, _maker(date=date))
    for entity, start, end in _mentions(index, claim):
        first, last = bisect_right(starts, start) - 1, bisect_left(ends, end)
        if not 0 <= first <= last < len(spans) or last - first >= MOST_IN_NAME:
            continue
        whole = fold(text[starts[first] : ends[last]]) == fold(text[start:end])
        if whole:
            add(1, start, end, _maker(entity=entity))
    taken: set[int] = set()
    units: dict[int, tuple[int, Make]] = {}
    for _rank, first, last, make in sorted(found, key=lambda f: (f[0], f[1] - f[2], f[1])):
        held = set(range(first, last + 1))
        if not held & taken:
            taken |= held
            units[first] = (last - first + 1, make)
    return units


def _mentions(index: Index, claim: Claim) -> Iterator[tuple[str, int, int]]:
    for entity in claim.entities:
        mentions = index.entities[entity].mentions if entity in index.entities else ()
        k = bisect_left(
            mentions, (claim.document, claim.start), key=lambda m: (m.document, m.start)
        )
        while k < len(mentions):
            mention = mentions[k]
            if mention.document != claim.document or mention.start >= claim.end:
                break
            if mention.end <= claim.end and mention.kind != "pronoun":
                yield entity, mention.start, mention.end
            k += 1


def _maker(
    entity: str | None = None, quantity: Quantity | None = None, date: Date | None = None
) -> Make:
    def make(start: int, end: int, text: str) -> Word:
        shown = harmless(" ".join(text[start:end].split()))
        return Word(start, end, shown, fold(shown), frozenset(), entity, quantity, date)

    return make


def _plain_word(start: int, end: int, text: str) -> Word:
    shown = harmless(text[start:end])
    folded = fold(shown)
    return Word(start, end, shown, folded, _stems(folded), light=_is_light(folded))


@lru_cache(maxsize=1 << 12)
def fold(text: str) -> str:
    """What remains of words when case, punctuation and a possessive do not count."""
    bare = text.strip('.,;:!?"“”‘()[]{}»«—-')
    return _NOT_WORD.sub("", _POSSESSIVE.sub("", bare)).casefold() or text


@lru_cache(maxsize=1 << 12)
def _stems(folded: str) -> frozenset[str]:
    return frozenset(base for _kind, base, _level in analyse(folded))


def _is_light(folded: str) -> bool:
    if not any(map(str.isalnum, folded)):
        return True
    return folded in lexicon().closed and folded not in _NEGATIONS
