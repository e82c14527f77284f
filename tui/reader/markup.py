"""The marks of Markdown and of plain lists, as styles over the text: nothing is taken away.

Lines are looked at when they are drawn, and no more than the screen shows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tui.reader.hanging import head
from tui.reader.marks import Layer, Marked

LONGEST = 8_000
"""Characters of a line at most; longer ones are not searched for marks."""

_HEADING = re.compile(r"( {0,3}#{1,6}[ \t]+)(\S.*?)([ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{3,})[ \t]*$")
_FENCE = re.compile(r"^[ \t]*(```+|~~~+).*$", re.MULTILINE)
_INLINE = re.compile(
    r"\\."
    r"|(?P<tick>`+)(?P<code>.+?)(?<!`)(?P=tick)(?!`)"
    r"|!?\[(?P<link>[^\]\[]+)\]\((?P<url>[^)\s]+(?: \"[^\"]*\")?)\)"
    r"|(?P<two>\*\*|(?<!\w)__)(?=\S)(?P<strong>.+?)(?<=\S)(?P=two)"
    r"|(?P<one>(?<![\w*])\*|(?<![\w_])_)(?=[^\s*_])(?P<emphasis>[^*_]*[^\s*_])(?P=one)(?![\w*])"
)
_INNER = ("code", "link", "strong", "emphasis")


class LineMarks:
    """What a document's lines say of themselves; can stand among the layers of a text."""

    def __init__(self, text: str, markdown: bool, headings: Iterable[tuple[int, int]] = ()) -> None:
        """`headings` are those an analysis found where the text has no marks for them."""
        self._text = text
        self._markdown = markdown
        fences = [m.span() for m in _FENCE.finditer(text)] if markdown else []
        self._fences = [end for _start, end in fences]
        self._headings = Layer((a, b, "heading") for a, b in headings)
        self._of_line = lru_cache(512)(self._spans)

    def over(self, start: int, end: int) -> Sequence[Marked]:
        """The stretches that hold any of `start` to `end`."""
        return tuple(self._over(start, end))

    def at(self, offset: int) -> Marked | None:
        """The stretch that holds `offset`."""
        return next(self._over(offset, offset + 1), None)

    def _over(self, start: int, end: int) -> Iterator[Marked]:
        text = self._text
        before = max(0, start - LONGEST)
        a = text.rfind("\n", before, start) + 1
        if not a and before:
            return
        while a < end:
            newline = text.find("\n", a, end + LONGEST)
            b = min(len(text), end + LONGEST) if newline < 0 else newline
            yield from self._of_line(a, b).over(start, end)
            a = b + 1

    def _spans(self, start: int, end: int) -> Layer:
        text = self._text
        if end - start > LONGEST:
            return Layer()
        found = head(text, start, end)
        spans: list[Marked] = []
        if found:
            for group, name in (("quote", "quoting"), ("bullet", "bullet"), ("mark", "syntax")):
                if found[group]:
                    spans.append((*found.span(group), name))
        first = found.end() if found else start
        if not self._markdown:
            return Layer([*spans, *self._headings.over(start, end)])
        fence = bisect_right(self._fences, start)
        if fence % 2 or (fence < len(self._fences) and self._fences[fence] == end):
            return Layer([(start, end, "code")])
        heading = _HEADING.match(text, start, end)
        if heading:
            marks = [(*heading.span(k), "syntax") for k in (1, 3) if heading[k]]
            return Layer([*marks, (*heading.span(2), "heading")])
        if _UNDERLINE.match(text, start, end):
            return Layer([(start, end, "syntax")])
        after = text.find("\n", end + 1)
        after = len(text) if after < 0 else after
        if end < len(text) and text[start:end].strip() and not found:
            line = _UNDERLINE.match(text, end + 1, after)
            if line:
                return Layer([(start, end, "heading")])
        return Layer([*spans, *_inline(text, first, end)])


def _inline(text: str, start: int, end: int) -> Iterator[Marked]:
    for match in _INLINE.finditer(text, start, end):
        for name in _INNER:
            if match[name] is not None:
                a, b = match.span(name)
                yield match.start(), a, "syntax"
                yield a, b, name
                yield b, match.end(), "syntax"
