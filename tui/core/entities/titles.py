"""Titles as they stand in a line: which words are one, and which only look like one."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.entities import lexicon
from tui.core.entities.casing import is_known, starts_phrase
from tui.core.entities.grammar import POSSESSIVE
from tui.core.entities.lines import Line
from tui.core.entities.words import is_capital

_SHAPES = ("organisation", "place", "event")


class Title(NamedTuple):
    """A listed title or honorific: words `first` up to but not including `last`."""

    phrase: str
    """In lower case, as listed."""
    first: int
    last: int


def title_at(line: Line, i: int) -> Title | None:
    """The longest title or honorific that the words from `i` on spell, whatever they mean."""
    known = lexicon.titles()
    low = line.low
    for n in known.lengths.get(low[i], ()):
        phrase = " ".join(low[i : i + n]) if n > 1 else low[i]
        if i + n <= len(low) and (phrase in known.office or phrase in known.honorifics):
            return Title(phrase, i, i + n)
    return None


def find_title(line: Line, i: int) -> Title | None:
    """The title at word `i`; none in `General Assembly`, `Attorney General’s Office`."""
    title = title_at(line, i)
    return title if title and _is_title(line, title) else None


def is_honorific(line: Line, title: Title) -> bool:
    """`Mrs` before a name, which is no office."""
    known, after = lexicon.titles(), title.last
    if title.phrase not in known.honorifics or title.phrase in known.office:
        return False
    if after >= len(line.words) or not line.words[title.first].text[0].isupper():
        return False
    return is_capital(line.words[after].text) or line.low[after] in lexicon.words("particle")


def _is_title(line: Line, title: Title) -> bool:
    words, i = line.words, title.first
    phrase, single = title.phrase, title.last - title.first == 1
    if i + 1 < len(words):
        if lexicon.countries().country(f"{words[i].text} {words[i + 1].text}"):
            return False
    if phrase == "pm" and (words[i].text != "PM" or (i and words[i - 1].text[0].isdigit())):
        return False
    if len(phrase) < 3 and i and is_capital(words[i - 1].text):
        return phrase not in ("m.", "fr.", "st.") or words[i - 1].end < words[i].start - 1
    if not words[i].text[0].isupper():
        return not single or words[i].text[0].islower()
    after = title.last
    if after < len(words) and line.low[after] in POSSESSIVE:
        after += 1
    if after < len(words) and is_capital(words[after].text):
        if line.low[after] in lexicon.words(*_SHAPES) and not is_known(words[after].text):
            return False
    if not single:
        return True
    named = i and is_capital(words[i - 1].text) and phrase in lexicon.given_names()
    return not named and not _is_paper(line, i)


def _is_paper(line: Line, i: int) -> bool:
    """`The Economist`, `The Norra Reporter`: an article with a capital, a role, and no holder."""
    words = line.words
    if line.low[i] not in lexicon.words("paper") or line.headline:
        return False
    if i + 1 < len(words) and is_capital(words[i + 1].text):
        return False
    k = i - 1
    while k >= 0 and i - k < 4 and is_capital(words[k].text) and words[k].text != "The":
        k -= 1
    return k >= 0 and words[k].text == "The" and (k < i - 1 or not starts_phrase(words, k))
