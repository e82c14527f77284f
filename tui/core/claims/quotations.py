"""Quotations over a whole document, so that a quoted sentence finds its speaker."""

from __future__ import annotations

import re
from functools import cache

from tui.core.document import Span

PAIRS = {"“": "”", "«": "»", "„": "“", "``": "''"}


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[“”«»„\"]|``|''|\n[ \t\r]*\n")


def find_quotations(text: str) -> tuple[Span, ...]:
    """The quoted stretches of a text, marks included, in order, none nested.

    A quotation left open at the end of a paragraph runs on where the next paragraph opens with a
    mark again (the printers' custom); otherwise it ends with its paragraph.
    """
    found: list[Span] = []
    begin: int | None = None
    closer = ""
    for match in _marks().finditer(text):
        mark = match[0]
        if mark[0] == "\n":
            if begin is not None:
                following = text[match.end() : match.end() + 2].lstrip()
                if not (following and following[0] in '“«"„'):
                    found.append(Span(begin, match.start()))
                    begin = None
            continue
        if begin is None:
            if mark in PAIRS or (mark == '"' and _opens(text, match.start())):
                begin, closer = match.start(), PAIRS.get(mark, '"')
        elif mark == closer and not (mark == '"' and _opens(text, match.start())):
            found.append(Span(begin, match.end()))
            begin = None
    if begin is not None:
        found.append(Span(begin, len(text)))
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    """Whether the straight mark at `at` opens: a word follows it, and none stands before it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([—–-")
