"""What a text says a name is: `Ada Moreau, a nurse`, `the ferry Karin Sund`."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.entities import lexicon
from tui.core.entities.grammar import (
    ARTICLES,
    BE,
    FINITE,
    FUNCTION,
    GENITIVE,
    NOUNS,
    OWNERS,
    RELATIVE,
)
from tui.core.entities.lines import Line
from tui.core.entities.page import Descriptor, How, Name, Page
from tui.core.entities.words import is_capital
from tui.core.model import EntityType

_BEFORE = frozenset("JJ JJR JJS RBS VBN VBG CD NN NNS NNP NNPS".split())
_OPENERS = ARTICLES | OWNERS | {"one", "this", "another"}
_COMPLEMENT = RELATIVE | frozenset(
    "of in at for with on from to near between by under outside off "
    "connecting linking joining crossing serving running owned based called known built".split()
)
_STOPS = frozenset(".;!?:)]—–”»")
_SERVES = frozenset("for of at from with".split())
_CALLED = frozenset("named called".split())
_LONGEST = 30
"""Words of a description at most."""


class _Phrase(NamedTuple):
    """A noun phrase of a line: its words from `first` up to `last`, and its head among them."""

    first: int
    last: int
    head: int
    definite: bool


def describe(page: Page) -> None:
    """Give each name of the page what stands beside it and says what it is."""
    for name in page.names:
        if not name.line.is_tagged or name.line.headline:
            continue
        for found in (_after(name), _before(name), _ahead(name)):
            if found is not None:
                name.descriptors = (*name.descriptors, found)


def _phrase_at(line: Line, i: int) -> _Phrase | None:
    """The noun phrase at word `i` without what hangs on it; None where its head is no noun."""
    low, n = line.low, len(line.low)
    k, definite = i, False
    if k < n and low[k] in _OPENERS:
        definite = low[k] not in ("a", "an", "one", "another")
        k += 1
    first = k
    while k < n and k - i < _LONGEST:
        if line.tag(k) in _BEFORE and low[k] not in FUNCTION:
            k += 1
        elif low[k] in GENITIVE and k > first:
            definite = True
            k += 1
        elif low[k] in ("only", "first", "second", "third", "last") and definite:
            k += 1
        elif low[k] == "-" and k > first and k + 1 < n:
            k += 1
        else:
            break
    if k == first or line.tag(k - 1) not in NOUNS or not low[k - 1].islower():
        return None
    if not line.word(k - 1).text.islower():
        return None
    return _Phrase(first, k, k - 1, definite)


def _whole(line: Line, phrase: _Phrase) -> int:
    """Where the phrase ends with what hangs on it; -1 where the sentence goes on another way."""
    low, n = line.low, len(line.low)
    k = phrase.last
    if k < n and low[k] in _COMPLEMENT:
        clause = False
        while k < n and k - phrase.first < _LONGEST:
            if low[k] == "," or low[k] in _STOPS:
                break
            clause = clause or low[k] in RELATIVE
            if not clause and line.tag(k) in FINITE:
                return -1
            k += 1
    if k >= n or low[k] == "," or low[k] in _STOPS:
        return k
    return -1


def _descriptor(line: Line, phrase: _Phrase, last: int, how: How) -> Descriptor:
    return Descriptor(
        line.low[phrase.head],
        frozenset(line.low[phrase.first : phrase.head]),
        line.word(phrase.first).start,
        line.word(last - 1).end,
        phrase.definite,
        tuple(line.low[phrase.first : last]),
        how,
    )


def _after(name: Name) -> Descriptor | None:
    """`Ada Moreau, a nurse at the mill,`, `Norsea is a shipping company`."""
    line, i = name.line, name.last
    low = line.low
    if i + 2 >= len(low):
        return None
    beside = low[i] == "," or (low[i] in ("(", "—", "–") and low[i + 1] in _OPENERS)
    if not beside and low[i] not in BE:
        return None
    if low[i + 1] not in _OPENERS and not _owned(line, i + 1):
        return None
    phrase = _phrase_at(line, i + 1)
    if phrase is None or kind_of(low[phrase.head]) is None:
        return None
    if not beside:
        return _descriptor(line, phrase, phrase.last, "said to be")
    last = _whole(line, phrase)
    if last < 0:
        return None
    return _descriptor(line, phrase, last, "beside the name")


def _owned(line: Line, i: int) -> bool:
    """`Peru's largest port`."""
    return (
        i + 2 < len(line.low)
        and is_capital(line.word(i).text)
        and "'s" in (line.low[i + 1].replace("’", "'"), line.low[i + 2].replace("’", "'"))
    )


def _before(name: Name) -> Descriptor | None:
    """`the guide, Suharno,`, `a guide named Suharno`."""
    line, i = name.line, name.front - 1
    low = line.low
    if i < 1:
        return None
    if low[i] in _CALLED:
        return _phrase_before(line, i, "called so")
    last = name.last
    if last < len(low) and low[last] in GENITIVE:
        last += 1
    ends = last >= len(low) or low[last] == "," or low[last] in _STOPS
    if low[i] != "," or not ends:
        return None
    return _phrase_before(line, i, "beside the name") or _serving(line, i)


def _serving(line: Line, end: int) -> Descriptor | None:
    """`A spokesman for the ministry` before a comma and the spokesman's name."""
    low = line.low
    for k in range(end - 1, max(-1, end - _LONGEST // 2), -1):
        if low[k] == "," or low[k] in _STOPS:
            return None
        phrase = _phrase_at(line, k) if low[k] in _OPENERS else None
        if phrase and phrase.last < end and low[phrase.last] in _SERVES:
            if kind_of(low[phrase.head]) == "PERSON":
                return _descriptor(line, phrase, end, "beside the name")
    return None


def _ahead(name: Name) -> Descriptor | None:
    """`the ferry Karin Sund`, `the town of Dravik`: the noun that stands before the name."""
    line, i = name.line, name.front - 1
    low = line.low
    if i < 0:
        return None
    if low[i] == "of" and i > 1 and low[i - 1] in lexicon.words("settlement"):
        return _phrase_before(line, i, "before the name")
    if line.tag(i) != "NN" or not line.word(i).text.islower():
        return None
    return _phrase_before(line, i + 1, "before the name")


def _phrase_before(line: Line, end: int, how: How) -> Descriptor | None:
    """The noun phrase that ends before word `end`, if its head says what a name may be."""
    low = line.low
    head = end - 1
    if kind_of(low[head]) is None or line.tag(head) not in NOUNS:
        return None
    k = head
    while k and end - k < _LONGEST and (line.tag(k - 1) in _BEFORE or low[k - 1] in GENITIVE):
        if low[k - 1] in FUNCTION and low[k - 1] not in ("only", "first", "last"):
            break
        k -= 1
    opened = k > 0 and low[k - 1] in _OPENERS
    definite = (opened and low[k - 1] not in ("a", "an", "one")) or "'s" in low[k:head]
    if how == "beside the name" and not (definite or opened):
        return None
    while k < head and not low[k][0].isalnum():
        k += 1
    return _descriptor(line, _Phrase(k, end, head, definite), end, how)


def kind_of(noun: str) -> EntityType | None:
    """The type of thing that a common noun names, if it is one that bears names."""
    if noun in lexicon.words("settlement", "place", "way", "water"):
        return "PLACE"
    if noun in lexicon.words("firm", "organisation"):
        return "ORG"
    if noun in lexicon.words("vehicle"):
        return "PRODUCT"
    people = (lexicon.role_nouns(), lexicon.titles().office, lexicon.words("kin"))
    return "PERSON" if any(noun in known for known in people) else None
