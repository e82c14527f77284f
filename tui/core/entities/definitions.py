"""Short forms that a text defines itself: `Harbour Lines (HL)`, `Harbour Lines ("the Carrier")`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.core.entities import forms, lexicon
from tui.core.entities.page import Name, Page
from tui.core.entities.reasons import Reason

_QUOTES = frozenset("\"“”«»„‘’'")
_GOVERNING = frozenset("in of under at from to with near".split())
_DEFINED = Reason("definition", "defined in the text")
_HOW = r"(?:also|better|formerly|otherwise|previously|popularly|commonly|locally|now|once)"
_CALLED = re.compile(
    rf"[,(] (?:who (?:is|was) )?(?:{_HOW} ){{0,2}}known as(?: the)?"
    rf"|(?:is|was) (?:{_HOW} ){{0,2}}known as(?: the)?"
    rf"|[,(] (?:{_HOW} )?(?:called|nicknamed|née|nee|formerly|or simply|alias|a\.?k\.?a\.?)"
    r"|alias|a\.?k\.?a\.?"
    r"|,? ?(?:hereinafter|hereafter)(?: called| referred to as)?(?: the)?"
)
_CALLED_WITHIN = 9
_MARKS = frozenset("\"“”'‘’«»")
_LONGEST = 10
"""Words between the bracket and the term at most."""


def find_definitions(page: Page) -> Iterator[tuple[Name, Name, Reason]]:
    """(short form, full name, reason) for each bracket after a name that names it again."""
    by_line: dict[int, list[Name]] = defaultdict(list)
    for name in page.names:
        by_line[id(name.line)].append(name)
    for names in by_line.values():
        if "(" not in names[0].line.low:
            continue
        for k, short in enumerate(names):
            opened = _bracket(short) if k else None
            if opened is None:
                continue
            before = [n for n in names[:k] if n.last <= opened]
            if not before:
                continue
            words, full = short.line.words, before[-1]
            inside = [w.text for w in words[opened + 1 : short.first]]
            closed = short.last < len(words) and words[short.last].text in (")", ",", ";")
            adjacent = full.last == opened
            lead = [w for w in inside if w.lower() != "the"]
            if lead and lead[-1] in _QUOTES:
                yield short, _party(before), _DEFINED
            elif closed and inside == ["the"]:
                yield short, _party(before), _DEFINED
            elif closed and adjacent and not inside and abbreviates(short.text, full.text):
                yield short, full, Reason("acronym", f"acronym of {full.text}")
            elif closed and adjacent and not inside and abbreviates(full.text, short.text):
                yield full, short, Reason("acronym", f"acronym of {short.text}")


def find_other_names(page: Page) -> Iterator[tuple[Name, Name, Reason]]:
    """(other name, name, reason) where a text says that someone has one: `alias`, `known as`."""
    for full, other in zip(page.names, page.names[1:], strict=False):
        if full.line is not other.line or other.first - full.last > _CALLED_WITHIN:
            continue
        words = full.line.words
        between = " ".join(
            w.text.lower() for w in words[full.last : other.first] if w.text not in _MARKS
        )
        if _CALLED.fullmatch(between):
            term = between.lstrip(", ").startswith(("hereinafter", "hereafter"))
            rule = "definition" if term else "other name"
            yield other, full, Reason(rule, f"the text says {between.strip(' ,(')}")


def _bracket(name: Name) -> int | None:
    """Where the bracket opened that the name stands in, if only a few words lie between."""
    words = name.line.words
    for k in range(name.first - 1, max(-1, name.first - _LONGEST - 1), -1):
        if words[k].text == "(":
            return k
        if words[k].text == ")":
            return None
    return None


def _party(names: Sequence[Name]) -> Name:
    """Whom a bracket defines: the last name that is no mere place of business or law."""
    for name in reversed(names):
        low = name.line.low
        k = name.first - 1
        while k >= 0 and low[k] in ("the", "a", "an"):
            k -= 1
        if (k < 0 or low[k] not in _GOVERNING) and name.text not in lexicon.countries().demonyms:
            return name
    return names[-1]


def abbreviates(short: str, full: str) -> bool:
    """The acronym's letters stand in the name in this order, the first at its start."""
    if not forms.is_acronym(short) or " " not in full:
        return False
    letters = forms.fold(short)
    rest = iter(forms.fold(full.removeprefix("The ").removeprefix("the ")))
    return forms.fold(full)[:1] == letters[:1] and all(c in rest for c in letters)
