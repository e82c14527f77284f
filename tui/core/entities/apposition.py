"""Roles set beside a name: `Ada Moreau, president of X,`, `the president of X, Ada Moreau`."""

from __future__ import annotations

from tui.core.entities import lexicon
from tui.core.entities.grammar import ARTICLES, BE, FINITE, FUNCTION
from tui.core.entities.lines import Line
from tui.core.entities.page import Name, Page, Role

_WINDOW = 7
_DETERMINERS = ARTICLES | frozenset("his her its their one".split())
_BE = BE | frozenset("as named appointed elected".split())
_Spots = dict[tuple[Line, int], Name]
"""By line and word: the name that begins, or ends, there."""


def bind(page: Page) -> None:
    """Give each role of the page that stands beside a name its holder."""
    at: _Spots = {}
    ends: _Spots = {}
    for name in page.names:
        at[name.line, name.front] = name
        for role in name.roles:
            at.setdefault((role.line, role.first), name)
        at.setdefault((name.line, name.first), name)
        ends[name.line, name.last] = name
    for role in page.roles:
        if role.holder is not None and role.owner is None:
            role.owner = _home(role.holder, at)
        if role.holder is None:
            holder = _before(role, at) or _after(role, ends)
            if holder is not None:
                role.bind(holder, "apposition")


def _home(holder: Name, at: _Spots) -> Name | None:
    """The country in `Prime Minister Ada Moreau of Kenya`."""
    low, i = holder.line.low, holder.last
    if low[i : i + 1] != ["of"]:
        return None
    name = at.get((holder.line, i + 2 if low[i + 1 : i + 2] == ["the"] else i + 1))
    known = lexicon.countries().names
    return name if name is not None and name.text in known else None


def _person_like(name: Name) -> bool:
    last = name.line.low[name.last - 1]
    return not lexicon.is_home(name.text) and last not in lexicon.words("organisation", "place")


def _before(role: Role, at: _Spots) -> Name | None:
    """`the president of X, Ada Moreau`, `The President of X (Ms Ada Moreau)`."""
    low = role.line.low
    if role.last + 1 >= len(low) or low[role.last] not in (",", "("):
        return None
    definite = role.first > 0 and low[role.first - 1] in _DETERMINERS
    if not (definite or role.owner is not None or role.capital):
        return None
    name = at.get((role.line, role.last + 1))
    if name is None or name is role.owner or not _person_like(name):
        return None
    if name.last - name.first < 2 and not name.honorifics:
        return None
    return name


def _after(role: Role, ends: _Spots) -> Name | None:
    """`Ada Moreau, the X president`, `Ada Moreau is the president of X`."""
    low, words = role.line.low, role.line.words
    if role.last < len(low) and role.line.tag(role.last) in FINITE:
        # `According to Ada Moreau, the president refused`
        return None
    k = role.first - 1
    steps = 0
    while k >= 0 and steps < _WINDOW:
        word = low[k]
        name = ends.get((role.line, k))
        if name is not None and name is not role.owner and (word in ",(" or word in _BE):
            if not _person_like(name):
                return None
            if word in ",(" and k + 1 <= role.first:
                return name
            if word in _BE and role.first > k + 1 and low[k + 1] in _DETERMINERS:
                return name
            return None
        if word == "," or word in lexicon.words("saying") or not words[k].text[0].isalpha():
            return None
        if word in FUNCTION and word not in _DETERMINERS:
            return None
        k -= 1
        steps += 1
    return None
