"""Counted items of a breakdown, each of which says something of its number."""

from __future__ import annotations

from tui.core.claims.phrases import ADVERB, INSIDE, clause_verb, has_finite
from tui.core.language.tagged import TaggedSentence

APPROXIMATORS = frozenset(
    "about some around approximately roughly nearly almost over more less fewer under up at least"
    " only another just exactly".split()
)
RELATIVE_REACH = 8
"""Tokens from a comma to the `which` of "at least a third of which"."""


def is_quantity_item(s: TaggedSentence, i: int, begin: int, end: int) -> bool:
    """Whether a counted item of a breakdown begins at `i` ("…, 850 of them lorries and 120 …").

    Only after another counted item, and only where something is said of the number beyond the
    noun it counts: a plain list of numbers is one clause.
    """
    k = i
    while k < end and s.lower[k] in APPROXIMATORS | {"than"}:
        k += 1
    if k >= end or s.tags[k] != "CD" or _is_year_of_date(s, k):
        return False
    if not any(s.tags[m] == "CD" for m in range(begin, i)) or not _has_finite_or_item(s, begin, i):
        return False
    if not has_finite(s, 0, i) and clause_verb(s, i, end) is not None:
        # "eleven monks and six novices were there": two subjects of one verb
        return False
    while k < end and s.tags[k] == "CD":
        k += 1
    noun = k
    while noun < end and s.tags[noun] in INSIDE and s.tags[noun] != "CD":
        noun += 1
    if k == noun:
        return noun < end and s.tags[noun] in ("TO", "IN", "VBD", "VBZ")
    return noun < end and (
        s.tags[noun] in ("IN", "TO", "VBD", "VBN", "VBP") and s.lower[noun] not in ("in", "and")
    )


def _is_year_of_date(s: TaggedSentence, i: int) -> bool:
    """The year of "January 22, 2008"."""
    return i > 2 and s.words[i - 1] == "," and s.tags[i - 3 : i - 1] == ("NNP", "CD")


def _has_finite_or_item(s: TaggedSentence, begin: int, end: int) -> bool:
    """Whether what precedes is a clause, or itself an item of a breakdown."""
    if has_finite(s, begin, end):
        return True
    k = begin
    while k < end and (s.lower[k] in APPROXIMATORS | {"than"} or s.tags[k] in (",", "CC")):
        k += 1
    return k < end and s.tags[k] == "CD"


def is_part_of_which(s: TaggedSentence, i: int, end: int) -> bool:
    """ "rent for which …", "at least a third of which …"."""
    k = i
    while k < end and (s.tags[k] in INSIDE or s.tags[k] in ADVERB):
        k += 1
    if k == i or k - i > RELATIVE_REACH or k + 1 >= end or s.tags[k] not in ("IN", "TO"):
        return False
    return s.lower[k + 1] in ("which", "whom") and has_finite(s, k, end)
