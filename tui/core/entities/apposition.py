"""Roles set beside a name: `Ada Moreau, president of X,`, `the president of X, Ada Moreau`."""

from __future__ import annotations

from tui.core.entities import lexicon
from tui.core.entities.grammar import FUNCTION
from tui.core.entities.page import Name, Page, Role

_WINDOW = 7
_DETERMINERS = frozenset("a an the his her its their one".split())
_VERBS = frozenset(("VBD", "VBZ", "VBP", "MD"))
_BE = frozenset("is was became remains as named appointed elected".split())


def bind(page: Page) -> None:
    """Give each role of the page that stands beside a name its holder."""
    at: dict[tuple[int, int], Name] = {}
    ends: dict[tuple[int, int], Name] = {}
    for name in page.names:
        at[id(name.line), name.first - len(name.honorifics)] = name
        for role in name.roles:
            at.setdefault((id(role.line), role.first), name)
        at.setdefault((id(name.line), name.first), name)
        ends[id(name.line), name.last] = name
    for role in page.roles:
        if role.holder is not None and role.owner is None:
            role.owner = _home(role.holder, at)
        if role.holder is None:
            holder = _before(role, at) or _after(role, ends, page)
            if holder is not None:
                role.holder = holder
                role.evidence = "apposition"
                holder.roles.append(role)


def _home(holder: Name, at: dict[tuple[int, int], Name]) -> Name | None:
    """The country in `Prime Minister Ada Moreau of Kenya`."""
    low, i = holder.line.low, holder.last
    if low[i : i + 1] != ["of"]:
        return None
    name = at.get((id(holder.line), i + 2 if low[i + 1 : i + 2] == ["the"] else i + 1))
    known = lexicon.countries().names
    return name if name is not None and name.text in known else None


def _person_like(name: Name) -> bool:
    last = name.line.low[name.last - 1]
    return not lexicon.is_home(name.text) and last not in lexicon.words("organisation", "place")


def _before(role: Role, at: dict[tuple[int, int], Name]) -> Name | None:
    """`the president of X, Ada Moreau`."""
    low = role.line.low
    if role.last + 1 >= len(low) or low[role.last] != ",":
        return None
    definite = role.first > 0 and low[role.first - 1] in _DETERMINERS
    if not (definite or role.owner is not None or role.capital):
        return None
    name = at.get((id(role.line), role.last + 1))
    if name is None or name is role.owner or not _person_like(name):
        return None
    if name.last - name.first < 2 and not name.honorifics:
        return None
    return name


def _after(role: Role, ends: dict[tuple[int, int], Name], page: Page) -> Name | None:
    """`Ada Moreau, the X president`, `Ada Moreau is the president of X`."""
    low, words = role.line.low, role.line.words
    if role.last < len(low) and role.line.tag(role.last) in _VERBS:
        # `According to Ada Moreau, the president refused`
        return None
    k = role.first - 1
    steps = 0
    while k >= 0 and steps < _WINDOW:
        word = low[k]
        name = ends.get((id(role.line), k))
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
