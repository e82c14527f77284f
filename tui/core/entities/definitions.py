"""Names that a text defines itself: `Harbour Lines (HL)`, `Harbour Lines ("the Carrier")`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.core.entities import forms, lexicon
from tui.core.entities.grammar import ARTICLES
from tui.core.entities.lines import Line
from tui.core.entities.page import Definition, Name, Page
from tui.core.entities.reasons import DEFINED, Pair, Reason, Rule

_QUOTES = frozenset("\"“”«»„‘’'")
_GOVERNING = frozenset("in of under at from to with near".split())
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


def define(page: Page) -> None:
    """Note which names of the page its text gives to others."""
    page.definitions += _in_brackets(page)
    page.other_names += _in_words(page)


def defined(pages: Sequence[Page]) -> Iterator[Pair]:
    """The nodes of names that a text defines, with the words that do so."""
    for p, page in enumerate(pages):
        for other, name, reason in (*page.definitions, *page.other_names):
            if other.node is not None and name.node is not None:
                first, last = sorted((other, name), key=lambda n: n.start)
                where = (p, first.start, last.end)
                yield Pair(other.node, name.node, reason._replace(where=where))


def _in_brackets(page: Page) -> Iterator[Definition]:
    """Each bracket after a name that names it again."""
    by_line: dict[Line, list[Name]] = defaultdict(list)
    for name in page.names:
        by_line[name.line].append(name)
    for line, names in by_line.items():
        if not line.may_hold("("):
            continue
        for k, short in enumerate(names):
            opened = _bracket(short) if k else None
            if opened is None:
                continue
            before = [n for n in names[:k] if n.last <= opened]
            if not before:
                continue
            full = before[-1]
            inside = [w.text for w in line.words[opened + 1 : short.first]]
            closed = short.after in (")", ",", ";")
            adjacent = full.last == opened
            lead = [w for w in inside if w.lower() != "the"]
            if lead and lead[-1] in _QUOTES:
                yield Definition(short, _party(before), DEFINED)
            elif closed and inside == ["the"]:
                yield Definition(short, _party(before), DEFINED)
            elif closed and adjacent and not inside and _abbreviates(short.text, full.text):
                yield Definition(short, full, Reason("acronym", f"acronym of {full.text}"))
            elif closed and adjacent and not inside and _abbreviates(full.text, short.text):
                yield Definition(full, short, Reason("acronym", f"acronym of {short.text}"))


def _in_words(page: Page) -> Iterator[Definition]:
    """Where a text says that someone has another name: `alias`, `known as`."""
    for full, other in zip(page.names, page.names[1:], strict=False):
        if full.line is not other.line or other.first - full.last > _CALLED_WITHIN:
            continue
        words = full.line.part(full.last, other.first)
        between = " ".join(word for word in words if word not in _MARKS)
        # "known as Halden's best cook" gives no name
        if _CALLED.fullmatch(between) and other.after not in ("'s", "’s"):
            term = between.lstrip(", ").startswith(("hereinafter", "hereafter"))
            rule: Rule = "definition" if term else "other name"
            reason = Reason(rule, f"the text says {between.strip(' ,(')}")
            yield Definition(other, full, reason)


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
        while k >= 0 and low[k] in ARTICLES:
            k -= 1
        if (k < 0 or low[k] not in _GOVERNING) and name.text not in lexicon.countries().demonyms:
            return name
    return names[-1]


def _abbreviates(short: str, full: str) -> bool:
    """The acronym's letters stand in the name in this order, the first at its start."""
    if not forms.is_acronym(short) or " " not in full:
        return False
    letters = forms.fold(short)
    rest = iter(forms.fold(full.removeprefix("The ").removeprefix("the ")))
    return forms.fold(full)[:1] == letters[:1] and all(c in rest for c in letters)
