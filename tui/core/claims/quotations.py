"""Quotations over a whole document, so that a quoted sentence finds its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tui.core.document import Span

LONGEST = 1000
"""Characters of a quotation in single marks."""
PAIRS = {"“": "”", "«": "»", "„": "“", "``": "''"}
STRAIGHT = ('"', "''")
"""Marks that open and close alike; agencies set two apostrophes for the double mark."""


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[“”«»„\"]|``|''|\n[ \t\r]*\n")


@cache
def _single() -> re.Pattern[str]:
    return re.compile(
        r"(?P<open>(?<![^\s(\[—–-])['‘](?=[^\W\d])(?!(?i:em|tis|twas|cause|til|n)\b))"
        r"|(?P<end>(?<=[.,!?…])['’](?!\w))"
        r"|(?P<close>(?<=[^\Ws])['’](?!\w))"
        r"|(?P<plural>(?<=s)['’](?!\w))"
        r"|(?P<break>\n[ \t\r]*\n)"
    )


def find_quotations(text: str) -> tuple[Span, ...]:
    """The quoted stretches of a text, marks included, in order, none nested.

    A quotation left open at the end of a paragraph runs on where the next paragraph opens with a
    mark again (the printers' custom); otherwise it ends with its paragraph. One in single marks
    has to be closed in its paragraph, since an apostrophe looks the same.
    """
    found = [*_in_double_marks(text), *_in_single_marks(text)]
    found.sort(key=lambda span: (span.start, -span.end))
    apart: list[Span] = []
    for span in found:
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return tuple(apart)


def _in_single_marks(text: str) -> Iterator[Span]:
    begin = plural = None
    for match in _single().finditer(text):
        sort, at = match.lastgroup, match.start()
        if sort == "plural":
            # a possessive, unless nothing better closes the quotation
            plural = at if plural is None else plural
            continue
        closing = at if sort in ("end", "close") else plural
        if begin is not None and closing is not None and _is_whole(text, begin, closing):
            yield Span(begin, closing + 1)
        begin, plural = (at if sort == "open" else None), None
    if begin is not None and plural is not None and _is_whole(text, begin, plural):
        yield Span(begin, plural + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Not so long that the mark was an apostrophe, and every double mark has its fellow."""
    if end - start >= LONGEST or text.count('"', start, end) % 2:
        return False
    return text.count("“", start, end) == text.count("”", start, end)


def _in_double_marks(text: str) -> Iterator[Span]:
    begin: int | None = None
    closer = ""
    for match in _marks().finditer(text):
        mark = match[0]
        if mark[0] == "\n":
            if begin is not None:
                following = text[match.end() : match.end() + 3].lstrip()
                if not following.startswith(("“", "«", '"', "„", "''")):
                    yield Span(begin, match.start())
                    begin = None
            continue
        if begin is None:
            if mark in PAIRS or (mark in STRAIGHT and _opens(text, match.start(), match.end())):
                begin, closer = match.start(), PAIRS.get(mark, mark)
        elif mark == closer and not (mark in STRAIGHT and _opens(text, match.start(), match.end())):
            yield Span(begin, match.end())
            begin = None
    if begin is not None:
        yield Span(begin, len(text))


def _opens(text: str, start: int, end: int) -> bool:
    """Whether the straight mark `start`..`end` opens: a word follows it, and none precedes it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([—–-")
