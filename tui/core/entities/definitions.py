"""Short forms that a text defines itself: `Harbour Lines (HL)`, `Harbour Lines ("the Carrier")`."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.entities import forms
from tui.core.entities.mentions import Name, Page

_QUOTES = frozenset("\"“”«»„‘’'")
_INTRODUCTIONS = frozenset(
    "the hereinafter hereafter or referred to as called known formerly".split()
)
_LONGEST = 8
"""Words between the brackets and the term at most."""


def find_definitions(page: Page) -> Iterator[tuple[Name, Name, str]]:
    """(short form, full name, evidence) for each bracket after a name that names it again."""
    for full, short in zip(page.names, page.names[1:], strict=False):
        if full.line is not short.line:
            continue
        words = full.line.words
        between = [w.text for w in words[full.last : short.first]]
        if between[:1] != ["("] or len(between) > _LONGEST:
            continue
        inside = between[1:]
        if not all(w in _QUOTES or w.lower() in _INTRODUCTIONS or w == "," for w in inside):
            continue
        quoted = any(w in _QUOTES for w in inside)
        closed = short.last < len(words) and words[short.last].text in (")", ",", ";")
        if quoted:
            yield short, full, "defined in the text"
        elif closed and abbreviates(short.text, full.text):
            yield short, full, f"acronym of {full.text}"
        elif closed and abbreviates(full.text, short.text):
            yield full, short, f"acronym of {short.text}"


def abbreviates(short: str, full: str) -> bool:
    """The acronym's letters stand in the name in this order, the first at its start."""
    if not forms.is_acronym(short) or " " not in full:
        return False
    letters = forms.fold(short)
    rest = iter(forms.fold(full.removeprefix("The ").removeprefix("the ")))
    return forms.fold(full)[:1] == letters[:1] and all(c in rest for c in letters)
