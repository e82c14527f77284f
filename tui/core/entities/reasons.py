"""Why two names are one entity: the rule, what it saw, how sure it is, and where a text says so."""

from __future__ import annotations

from typing import Literal, NamedTuple

Rule = Literal[
    "acronym",
    "apposition",
    "capital",
    "country",
    "definition",
    "description",
    "form of the name",
    "formal name",
    "given name",
    "initial",
    "legal form",
    "longer form",
    "nickname",
    "office",
    "other name",
    "place",
    "plural",
    "region",
    "same name",
    "ship",
    "short form",
    "spelling",
    "surname",
    "title",
    "word order",
]
"""The rules by the names that the output gives them."""

Where = tuple[int, int, int]
"""Page, start and end of the words that bind two names."""


class Reason(NamedTuple):
    """One reason, in the words of its first name: `surname of Ada Moreau`."""

    rule: Rule
    words: str
    tentative: bool = False
    where: Where | None = None


class Pair(NamedTuple):
    """Two nodes to merge; the reason speaks of `a`."""

    a: int
    b: int
    reason: Reason


SAME_NAME = Reason("same name", "same name")
OTHERWISE = Reason("same name", "written another way")
"""For a surface that no rule speaks of."""
DEFINED = Reason("definition", "defined in the text")


def short_for(full: str, *, tentative: bool = False) -> Reason:
    """Why a name without some of the words of `full` stands for it."""
    return Reason("short form", f"short for {full}", tentative)


def spelling_of(other: str) -> Reason:
    """Why a name that differs from `other` by letters alone stands for it."""
    return Reason("spelling", f"spelling of {other}")
