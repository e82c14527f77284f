"""Walks: hits of a search or mentions of an entity, visited one by one over all columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.reader.words import letter

if TYPE_CHECKING:
    from tui.core.model import Entity
    from tui.reader.marks import Marked

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
    others: frozenset[Stop] = frozenset()
    """Those of the stops at which it has another name."""
    alike: bool = False
    """It stands nowhere: the stops are at words alike."""
    left_out: int = 0
    """How many stops do not pass the filter."""

    def sifted(self, passes: Callable[[Stop], bool]) -> Walk:
        """The same walk over those stops only that pass."""
        stops = tuple(filter(passes, self.stops))
        return replace(self, stops=stops, left_out=len(self.stops) - len(stops))

    def marked(self, document: int) -> list[Marked]:
        """The stops in one document, each with the class it is marked by."""
        a = bisect_left(self.stops, (document,))
        b = bisect_left(self.stops, (document + 1,))
        others = self.others
        return [(s.start, s.end, "mark-other" if s in others else "mark") for s in self.stops[a:b]]

    def words(self, stop: int | None) -> str:
        """Where one is: `hit 2 of 3 for "road", in B`."""
        what = f"for {self.name}" if self.noun == "hit" else f"of {self.name}"
        if not self.stops or stop is None:
            if self.left_out:
                return f"no {self.noun} {what} passes the filter, of {self.left_out}"
            return f"no {self.noun} {what}"
        total = f"more than {len(self.stops)}" if self.more else f"{len(self.stops)}"
        where = f"in {letter(self.stops[stop].document)}"
        if self.alike:
            words = f"no exact match {what}; {stop + 1} of {total} alike, {where}"
        else:
            named = sum(s in self.others for s in self.stops) if self.others else 0
            under = f", {named} under other names" if named else ""
            words = f"{self.noun} {stop + 1} of {total} {what}{under}, {where}"
        return f"{words} ({self.left_out} filtered out)" if self.left_out else words

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
