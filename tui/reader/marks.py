"""Marks on a text: layers of styled stretches, laid over one another row by row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING, Protocol

from tui.core.document import Document

if TYPE_CHECKING:
    from tui.reader.index import Index

Marked = tuple[int, int, str]
"""Start, end and the class of a stretch of text; the class names an entry of the palette."""


class Over(Protocol):
    """Anything that can say what is marked on a stretch of text."""

    def over(self, start: int, end: int) -> Sequence[Marked]:
        """The stretches that hold any of `start` to `end`."""
        ...

    def at(self, offset: int) -> Marked | None:
        """The stretch that holds `offset`."""
        ...


class Layer:
    """Stretches that do not overlap, in the order of the text; a later one yields to an earlier."""

    __slots__ = ("_spans", "_starts")

    def __init__(self, spans: Iterable[Marked] = ()) -> None:
        kept: list[Marked] = []
        reached = 0
        for start, end, name in sorted(spans):
            start = max(start, reached)
            if start < end:
                kept.append((start, end, name))
                reached = end
        self._spans = kept
        self._starts = [span[0] for span in kept]

    def __iter__(self) -> Iterator[Marked]:
        return iter(self._spans)

    def over(self, start: int, end: int) -> Sequence[Marked]:
        """The stretches that hold any of `start` to `end`."""
        if not self._spans:
            return ()
        first = max(0, bisect_right(self._starts, start) - 1)
        found = self._spans[first : bisect_left(self._starts, end, first)]
        return found[1:] if found and found[0][1] <= start else found

    def at(self, offset: int) -> Marked | None:
        """The stretch that holds `offset`."""
        k = bisect_right(self._starts, offset) - 1
        return self._spans[k] if k >= 0 and offset < self._spans[k][1] else None


def cuts(layers: Sequence[Over], start: int, end: int) -> list[int]:
    """The offsets inside a row where its marks change, rising."""
    found: set[int] = set()
    for layer in layers:
        for a, b, _name in layer.over(start, end):
            found.update((a, b))
    return sorted(cut for cut in found if start < cut < end)


def classes_at(layers: Sequence[Over], offset: int) -> tuple[str, ...]:
    """The classes laid over one offset, the bottom layer's first."""
    return tuple([found[2] for layer in layers if (found := layer.at(offset))])


def document_layers(
    document: Document, number: int, index: Index | None, passing: Set[str] | None = None
) -> tuple[Layer, ...]:
    """What is always marked: metadata, the relation of each claim, who is named as its source.

    Where `passing` gives the ids of the claims that pass a filter, all else is faded.
    """
    metadata = Layer((a, b, "metadata") for a, b in document.metadata)
    if index is None:
        return (metadata,)
    claims: list[Marked] = []
    begins: list[Marked] = []
    said: list[Marked] = []
    for claim in index.claims[number]:
        if passing is not None and claim.id not in passing:
            continue
        mark = index.marks.get(claim.id)
        if mark:
            name = f"{mark.kind}?" if mark.tentative else mark.kind
            claims.append((claim.start, claim.end, name))
            begins.append((claim.start, claim.start + 1, f"begins-{mark.kind}"))
        if claim.attribution:
            if claim.attribution.source_span:
                said.append((*claim.attribution.source_span, "source"))
            if claim.attribution.cue:
                said.append((*claim.attribution.cue, "cue"))
    layers = metadata, Layer(claims), Layer(begins), Layer(said)
    if passing is None:
        return layers
    gaps = _gaps(passing_stretches(index, number, passing), len(document.text))
    return (*layers, Layer((start, end, "faded") for start, end in gaps))


def passing_stretches(index: Index, number: int, passing: Set[str]) -> list[tuple[int, int]]:
    """The stretches of a document that a filter leaves: claims, and who is named as their source.

    Sorted; some may overlap.
    """
    kept: list[tuple[int, int]] = []
    for claim in index.claims[number]:
        if claim.id in passing:
            kept.append((claim.start, claim.end))
            said = claim.attribution
            kept += [span for span in (said.source_span, said.cue) if span] if said else []
    return sorted(kept)


def _gaps(kept: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """What the sorted stretches leave of 0 to `length`."""
    reached = 0
    for start, end in kept:
        yield reached, start
        reached = max(reached, end)
    yield reached, length
