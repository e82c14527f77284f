"""Roles in running text: a title with the country or body that it is of."""

from __future__ import annotations

from tui.core.entities import lexicon
from tui.core.entities.casing import Casing
from tui.core.entities.grammar import NOUNS, POSSESSIVE
from tui.core.entities.joins import before_person
from tui.core.entities.lines import Line
from tui.core.entities.page import Name, Page, Role
from tui.core.entities.runs import find_run
from tui.core.entities.titles import Title, title_at
from tui.core.entities.words import is_capital

_OWNED_BY = ("of", "for", "to", "at")
_FIELD = 4
"""Words of a field at most."""


def read_role(line: Line, title: Title, casing: Casing, page: Page) -> tuple[Role, int]:
    """The role that a title begins, and the word to read on at.

    The name of its owner is added to the names of the page, where it stands after the title.
    """
    low = line.low
    lead = _qualified(line, title.first)
    owner = _owner_before(line, lead, page)
    first = owner.first if owner else title.first
    last = after = title.last
    capital = line.words[title.first].text[0].isupper()
    if after + 1 < len(low) and low[after] in _OWNED_BY:
        k = after + 2 if low[after + 1] == "the" else after + 1
        name = _name_at(line, k, casing)
        if name is not None:
            page.names.append(name)
            if low[after] != "to":
                owner, last = name, name.last
            after = name.last
        elif low[after] == "of":
            last = after = _field_end(line, k, capital) or last
    office = lexicon.titles().office.get(title.phrase, title.phrase)
    role = Role(line, first, last, title.phrase, office, capital, owner)
    around = low[max(0, first - 3) : first] + low[lead : title.first]
    role.former = not lexicon.words("former").isdisjoint(around)
    page.roles.append(role)
    return role, max(last, after)


def _qualified(line: Line, first: int) -> int:
    """Where the qualifiers of a title begin: `acting`, `deputy`."""
    qualifiers = lexicon.titles().qualifiers
    while first and line.low[first - 1] in qualifiers and line.low[first - 1] != "the":
        first -= 1
    return first


def _owner_before(line: Line, lead: int, page: Page) -> Name | None:
    """`Kenya` in `Kenya’s president` and in `Kenya president`."""
    if lead and line.low[lead - 1] in POSSESSIVE:
        lead -= 1
    name = page.names[-1] if page.names else None
    return name if name and name.line is line and name.last == lead else None


def _name_at(line: Line, k: int, casing: Casing) -> Name | None:
    """The name at word `k`, up to a person who holds the role."""
    if k >= len(line.words) or title_at(line, k) is not None:
        return None
    run = find_run(line, k, casing, after_title=False)
    return None if run is None else Name(line, run.first, before_person(line, *run, casing))


def _field_end(line: Line, k: int, capital: bool) -> int | None:
    """Past the field of a role: `of Inspection`, `of trade and industry`."""
    end = k
    while end < len(line.words) and end < k + _FIELD:
        word = line.words[end].text
        fits = is_capital(word) if capital else line.tag(end) in NOUNS and word.islower()
        joined = line.low[end] == "and" and end > k and end + 1 < len(line.words)
        if not (fits or (joined and line.tag(end + 1) in (*NOUNS, "NNP"))):
            break
        end += 1
    return end if end > k else None
