"""The map beside a column: what each part of a whole document is, in as many rows as it has.

It is worked out when the text is wrapped anew or the marks change, and not when one moves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.reader.layout import Layout
from tui.reader.relations import RELATIONS, Kind

if TYPE_CHECKING:
    from tui.reader.index import Index


class Part(NamedTuple):
    """What a row of the map stands for."""

    kind: Kind | None
    """The loudest relation of the claims in that part; None where there are none."""
    hit: bool
    """Whether a stop of the walk begins there."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of a text that do not overlap, rising."""

    starts: Sequence[int]
    ends: Sequence[int]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them holds any of `start` to `end`."""
        k = bisect_left(self.starts, end) - 1
        return k >= 0 and self.ends[k] > start

    @staticmethod
    def of(spans: Sequence[tuple[int, int]]) -> Spans:
        """From starts and ends in the order of the text."""
        return Spans([a for a, _b in spans], [b for _a, b in spans])


Relations = Sequence[tuple[Kind, Spans]]
"""The claims of a document by relation, the loudest relation first."""


def relations_of(index: Index, document: int, passing: Set[str] | None = None) -> Relations:
    """Where the claims of each relation stand in a document, of those with an id in `passing`."""
    found: dict[Kind, list[tuple[int, int]]] = {kind: [] for kind in RELATIONS}
    for claim in index.claims[document]:
        mark = index.marks.get(claim.id)
        if mark and (passing is None or claim.id in passing):
            found[mark.kind].append((claim.start, claim.end))
    loudest = sorted(RELATIONS, key=lambda kind: -RELATIONS[kind].loudness)
    return [(kind, Spans.of(found[kind])) for kind in loudest]


def coverage(rows: Layout, height: int, relations: Relations, hits: Sequence[int]) -> list[Part]:
    """The parts of a document that the rows of a map `height` rows high stand for, from the top.

    A text with fewer rows than the map has one part a row. `hits` are where the stops of a walk
    begin, rising.
    """
    parts: list[Part] = []
    for y in range(min(height, len(rows))):
        a, b = part_rows(rows, height, y)
        start, end = rows.span(a)[0], rows.span(b - 1)[1]
        kind = next((kind for kind, spans in relations if spans.touch(start, end)), None)
        parts.append(Part(kind, bisect_left(hits, start) < bisect_left(hits, end)))
    return parts


def part_rows(rows: Layout, height: int, y: int) -> tuple[int, int]:
    """The first row of the text that row `y` of the map stands for, and the one after its last."""
    total = len(rows)
    if total <= height:
        return min(y, total - 1), min(y, total - 1) + 1
    return y * total // height, max((y + 1) * total // height, y * total // height + 1)


def thumb(rows: int, height: int, top: int) -> range:
    """The rows of the map that stand for what is in view; none where all of it is."""
    if rows <= height:
        return range(0)
    size = max(1, height * height // rows)
    at = round((height - size) * min(1.0, top / (rows - height)))
    return range(at, at + size)
