"""Where the content of a verb may begin, and where it ends."""

from __future__ import annotations

from tui.core.claims.phrases import FINITE, NOMINAL, is_close_quote, is_open_quote, phrase_after
from tui.core.language.tagged import TaggedSentence

COMPLEMENTIZERS = frozenset("that if whether because".split())


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


def _is_opened(s: TaggedSentence, start: int, end: int) -> bool:
    return any(is_open_quote(s, k) for k in range(start, end))
