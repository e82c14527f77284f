"""Where clauses and the contents of verbs may begin, and where they end."""

from __future__ import annotations

from tui.core.claims.phrases import (
    FINITE,
    NOMINAL,
    has_finite,
    is_close_quote,
    is_open_quote,
    phrase_after,
)
from tui.core.language.tagged import TaggedSentence

COMPLEMENTIZERS = frozenset("that if whether because".split())
SUBORDINATORS = frozenset(
    "because although though while whereas after before since until when as once".split()
)
"""They open a clause that states something of its own; a condition (`if`, `unless`) does not."""

CONDITIONS = frozenset("if unless provided lest whether".split())
"""They open a condition, which belongs to the statement it limits."""


def lacks_subject(s: TaggedSentence, start: int) -> bool:
    """A phrase with a preposition, then a verb: "the rise [observed in this study] led to"."""
    if s.tags[start] not in ("IN", "TO") or s.lower[start] in COMPLEMENTIZERS:
        return False
    end = phrase_after(s, start + 1, len(s))
    return end is not None and end < len(s) and s.tags[end] in FINITE


def begins_statement(s: TaggedSentence, start: int, last: int) -> bool:
    """A clause whose subject is long or interrupted, up to the next semicolon."""
    if start >= last or s.tags[start] not in NOMINAL | {"DT", "PRP$", "JJ", "JJS", "VBG", "PDT"}:
        return False
    held = False
    for k in range(start + 1, last):
        if s.words[k] in ";:…" or (is_close_quote(s, k) and not _is_opened(s, start, k)):
            return False
        if s.tags[k] in ("WP", "WDT", "WRB"):
            held = True
        elif s.tags[k] in FINITE:
            if not held and s.tags[k - 1] != "CC":
                return True
            held = False
    return False


def within_quotation(s: TaggedSentence, start: int, last: int) -> int:
    """Where the quotation around `start` is closed, if it was opened before it; else `last`."""
    opened = 0
    for k in range(start, last):
        if s.words[k] in ("'", "’"):
            continue
        opened += is_open_quote(s, k) - is_close_quote(s, k)
        if opened < 0:
            return k - (s.words[k - 1] == ",")
    return last


def has_finite_after_comma(s: TaggedSentence, begin: int, end: int) -> bool:
    """Whether a comma inside already ended the fronted clause; before "and" it goes on."""
    return any(
        s.words[k] == "," and s.lower[k + 1 : k + 2] != ("and",) and has_finite(s, begin, k)
        for k in range(begin, end)
    )


def opens_condition(s: TaggedSentence, begin: int, end: int) -> bool:
    """Whether a condition opens the stretch, past quotation marks and "but", "even", "only"."""
    while begin < end and (
        is_open_quote(s, begin) or s.tags[begin] == "CC" or s.lower[begin] in ("even", "only")
    ):
        begin += 1
    return begin < end and s.lower[begin] in CONDITIONS


def _is_opened(s: TaggedSentence, start: int, end: int) -> bool:
    return any(is_open_quote(s, k) for k in range(start, end))
