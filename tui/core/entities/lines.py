"""A sentence as a line of words, and the titles in it."""

from __future__ import annotations

from dataclasses import dataclass

from tui.core.entities import lexicon
from tui.core.entities.casing import is_known, starts_phrase
from tui.core.entities.words import Word, is_capital
from tui.core.language.tagged import TaggedSentence


@dataclass(slots=True)
class Line:
    """One sentence: its words, their lower-case forms, and whether its capitals say anything."""

    document: int
    sentence: int
    words: list[Word]
    low: list[str]
    headline: bool
    """A title or heading, whose capitals say little."""
    tagged: TaggedSentence | None = None
    letterhead: bool = False
    """The name of a body in capitals, and nothing else."""

    def tag(self, i: int) -> str:
        """The Penn Treebank tag of word `i`; empty where the text is not tagged."""
        if self.tagged is None:
            return ""
        k = self.tagged.token_at(self.words[i].start)
        return self.tagged.tags[k] if k < len(self.tagged) else ""


def title_at(line: Line, i: int) -> tuple[str, int] | None:
    """The longest title or honorific that starts at word `i`: the phrase and its word count."""
    known = lexicon.titles()
    low = line.low
    for n in known.lengths.get(low[i], ()):
        phrase = " ".join(low[i : i + n]) if n > 1 else low[i]
        if i + n <= len(low) and (phrase in known.office or phrase in known.honorifics):
            return phrase, n
    return None


_PAPERS = frozenset("economist reporter correspondent critic author artist farmer trader".split())
"""Roles that newspapers and magazines are called after."""
_SHAPES = ("organisation", "place", "event")


def is_title(line: Line, i: int, phrase: str, n: int) -> bool:
    """Not `General Assembly`, `Justice Department`, `Attorney General’s Office`."""
    words = line.words
    if i + 1 < len(words):
        pair = f"{words[i].text} {words[i + 1].text}"
        if lexicon.countries().country(pair):
            return False
    if phrase == "pm" and (words[i].text != "PM" or (i and words[i - 1].text[0].isdigit())):
        return False
    if len(phrase) < 3 and i and is_capital(words[i - 1].text):
        return phrase not in ("m.", "fr.", "st.") or words[i - 1].end < words[i].start - 1
    if not words[i].text[0].isupper():
        return n > 1 or words[i].text[0].islower()
    after = i + n
    if after < len(words) and words[after].text in ("'s", "’s", "'", "’"):
        after += 1
    if after < len(words) and is_capital(words[after].text):
        if line.low[after] in lexicon.words(*_SHAPES) and not is_known(words[after].text):
            return False
    if n == 1 and _is_paper(line, i, phrase):
        return False
    return not (i and n == 1 and is_capital(words[i - 1].text) and phrase in lexicon.given_names())


def _is_paper(line: Line, i: int, phrase: str) -> bool:
    """`The Economist`, `The Norra Reporter`: an article with a capital, a role, and no holder."""
    words = line.words
    if phrase not in _PAPERS or line.headline:
        return False
    if i + 1 < len(words) and is_capital(words[i + 1].text):
        return False
    k = i - 1
    while k >= 0 and i - k < 4 and is_capital(words[k].text) and words[k].text != "The":
        k -= 1
    return k >= 0 and words[k].text == "The" and (k < i - 1 or not starts_phrase(words, k))
