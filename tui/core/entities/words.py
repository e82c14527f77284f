"""A sentence as words: a light scan that keeps offsets, made for names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.core.entities import lexicon

_WORD = re.compile(
    r"(?:[A-ZÀ-ÞĞİŞ]\.){2,}|U\. [SKN]\.(?!\w)|[A-Z]/[A-Z]\b"
    r"|(?:[A-Z]\.)+[A-Z](?![\w.])"
    r"|[A-Z]\.(?=\s?[A-Z(])"
    r"|[^\W\d_]+ [āēīōū](?: [a-z]+ [āēīōū])*(?: [a-z]+)?(?!\w)"
    r"|\b(?:[OLDld] ['’]|(?:[Aa]l|[Ee]l|[Uu]l|ultra|sub) -) [A-ZÀ-Þ][^\W_]+"
    r"|[^\W_]+(?:[&'’\-‐‑][^\W_]+)*"
    r"|['’] s(?![\w'’])"
    r"|['’](?=\s|$)"
    r"|[^\w\s]"
)
_ARTICLE = re.compile(r"(?:a[ldnrstz]|ash|el|ul|u[rd]|d|l)[-'’][A-ZÀ-Þ]")
_PART = re.compile(r"(?:ultra|sub|neo|pan|trans)-[A-Z]")
"""What makes one name with a capital after it: `sub-Saharan`, unlike `pro-Russian`."""
_POSSESSIVE = re.compile(r"['’][sS]$")
_HYPHEN = re.compile(r"[-‐‑]")
_SEAM = re.compile(r"([-‐‑]|['’][sS](?=[-‐‑]|$))")
_SYLLABLE = 5
"""`Kwok-hung` is one name; no syllable this long is also a common word, or few are."""


class Word(NamedTuple):
    """A word or mark, and where it stands in its text."""

    text: str
    start: int
    end: int


def is_capital(word: str) -> bool:
    """Starts with a capital, or holds one after a lower-case prefix (iPhone, eThekwini)."""
    if word[0].isupper():
        return True
    if word.islower() or len(word) < 3 or not word[0].islower():
        return False
    if _PART.match(word):
        return True
    return word[1].isupper() or bool(_ARTICLE.match(word))


def scan(text: str, start: int, end: int) -> Iterator[Word]:
    """The words and marks of `text[start:end]`; a possessive ending is a word of its own.

    Offsets are those of `text`. Where a text was put together from tokens, `O ’ Brien`, `M ā ori`,
    a word is written without the spaces that its offsets span.
    """
    stop = start
    for match in _WORD.finditer(text, start, end):
        begin, finish = match.span()
        if begin < stop:
            continue
        found = match.group()
        if len(found) == 1 or (found.isalpha() and text[finish : finish + 1] != "."):
            # most words of a text take this way
            yield Word(found, begin, finish)
        elif " " in found and found[1] != ".":
            yield Word(found.replace(" ", ""), begin, finish)
        elif _HYPHEN.search(found) and _splits(_HYPHEN.split(_POSSESSIVE.sub("", found))):
            yield from _pieces(found, begin)
        elif len(found) > 2 and _POSSESSIVE.search(found):
            yield Word(found[:-2], begin, finish - 2)
            yield Word(found[-2:], finish - 2, finish)
        elif finish < end and text[finish] == "." and _is_abbreviation(found):
            stop = finish + 1
            yield Word(text[begin:stop], begin, stop)
        else:
            yield Word(found, begin, finish)


def _pieces(found: str, begin: int) -> Iterator[Word]:
    """`Chile`, `-`, `Peru`, `’s`: a compound at its hyphens and possessive endings."""
    for piece in filter(None, _SEAM.split(found)):
        yield Word(piece, begin, begin + len(piece))
        begin += len(piece)


def _is_abbreviation(word: str) -> bool:
    return word.lower() in lexicon.words("abbreviation")


def _splits(parts: list[str]) -> bool:
    """`Chile-Peru` names two countries, `Guinea-Bissau` one."""
    known = lexicon.countries()
    if "-".join(parts) in known.names or len(parts) > 3:
        return False
    people = lexicon.words("people")
    if _are_towns(parts) or all(
        known.country(p) or p in known.capitals or p in people for p in parts
    ):
        return True
    if len(parts) != 2 or not parts[0] or not parts[0][0].isupper():
        return False
    first, second = parts[0].lower(), parts[1]
    if first in lexicon.words("time"):
        return True
    if first in lexicon.words("prefix"):
        return False
    if first in lexicon.words("people_prefix") and second in known.demonyms:
        return True
    # `Kenya-based`, `Moreau-era`: a name and a plain word
    return second in lexicon.words("compound") or _is_plain(second)


def _are_towns(parts: list[str]) -> bool:
    """`London-Bangkok`: two towns, where the whole is the name of none."""
    if "-".join(parts) in lexicon.cities():
        return False
    return all(p in lexicon.places() or p in lexicon.countries().capitals for p in parts)


def _is_plain(part: str) -> bool:
    """The second half of a compound, too long to be a syllable of a given name."""
    if len(part) < _SYLLABLE or not part.islower() or part not in lexicon.common_words():
        return False
    return part not in lexicon.given_names() and part not in lexicon.surnames()
