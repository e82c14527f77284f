"""Walks: hits of a search or mentions of an entity, visited one by one over all columns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.core.model import Entity

LIMIT = 20_000
"""Hits kept in one document; a search for a single letter needs no more."""


class Stop(NamedTuple):
    """One stretch of text a walk visits. Stops sort by document, then place."""

    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Walk:
    """Stops in order, and what they are called."""

    name: str
    """What is looked for, as the reader would say it."""
    noun: str
    """`hit` or `mention`."""
    stops: tuple[Stop, ...]
    more: bool = False
    """Whether there are more than are kept."""

    def spans(self, document: int) -> list[tuple[int, int]]:
        """The stops in one document."""
        a = bisect_left(self.stops, (document,))
        b = bisect_left(self.stops, (document + 1,))
        return [(s.start, s.end) for s in self.stops[a:b]]

    def step(self, at: tuple[int, int], count: int) -> tuple[int, bool]:
        """The number of the stop `count` after (before: negative) a place, and whether it wrapped.

        `at` is a document and an offset; a stop that starts there counts as left behind.
        """
        total = len(self.stops)
        if count > 0:
            k = bisect_right(self.stops, (*at, 1 << 62)) + count - 1
        else:
            k = bisect_left(self.stops, at) + count
        return k % total, not 0 <= k < total

    def first_from(self, at: tuple[int, int]) -> int:
        """The number of the first stop at or after a place; the first of all where none is."""
        k = bisect_left(self.stops, at)
        return k if k < len(self.stops) else 0


def search(texts: Sequence[str], wanted: str) -> Walk:
    """Every place the words stand in, over all texts.

    Capital letters count only where the words have some; a blank stands for any run of blanks,
    line ends included.
    """
    words = wanted.split()
    if not words:
        return Walk(wanted, "hit", ())
    flags = re.IGNORECASE if wanted == wanted.lower() else 0
    pattern = re.compile(r"\s+".join(map(re.escape, words)), flags)
    stops: list[Stop] = []
    more = False
    for d, text in enumerate(texts):
        found = [Stop(d, *match.span()) for match in islice(pattern.finditer(text), LIMIT)]
        more |= len(found) == LIMIT
        stops += found
    return Walk(f'"{wanted.strip()}"', "hit", tuple(stops), more)


def mentions(name: str, spans: Sequence[Sequence[tuple[int, int]]]) -> Walk:
    """A walk over an entity's mentions, given by document."""
    return Walk(
        name,
        "mention",
        tuple(Stop(d, *span) for d, of_document in enumerate(spans) for span in of_document),
    )


def spans_of(entity: Entity, documents: int) -> list[list[tuple[int, int]]]:
    """The mentions of an entity by document."""
    spans: list[list[tuple[int, int]]] = [[] for _ in range(documents)]
    for mention in entity.mentions:
        spans[mention.document].append((mention.start, mention.end))
    return [sorted(s) for s in spans]


def counts_of(entity: Entity, documents: int) -> Sequence[int]:
    """How often each document mentions an entity."""
    return [len(s) for s in spans_of(entity, documents)]
