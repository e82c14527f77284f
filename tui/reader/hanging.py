"""List items and quotations: where the marks at the head of a line end, and how far rows hang."""

from __future__ import annotations

import re

TAB = 8
"""Cells between tab stops, counted from the start of the row."""

_MARK = re.compile(
    r"[ \t]*(?P<quote>(?:>[ \t]?)+)?[ \t]*"
    r"(?P<mark>(?P<bullet>[-*+•‣▪◦–·])[ \t]+|(?:\(?\d{1,3}[.)]|\([a-z]{1,4}\))[ \t]+)?"
)

LEADS = frozenset(" \t>-*+•‣▪◦–·(0123456789")
"""What a line begins with whose further rows may hang."""

Head = re.Match[str]
"""What stands before the first word of a line: groups `quote`, `mark` and `bullet`, or none."""


def head(text: str, start: int, end: int) -> Head | None:
    """The marks of a list item or a quotation at the head of a line; None where there are none."""
    if start == end or text[start] not in LEADS:
        return None
    found = _MARK.match(text, start, end)
    return found if found and found.end() < end and (found["quote"] or found["mark"]) else None


def hanging(text: str, start: int, end: int, width: int) -> int:
    """How many cells the further rows of a line hang; none where too few would be left."""
    found = head(text, start, end)
    cells = len(found[0].expandtabs(TAB)) if found else 0
    return cells if cells <= width // 3 else 0
