"""Who the sources of a document are: the sentences a quotation spans, pronouns, entities."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui.core.claims.frames import Frame
from tui.core.claims.phrases import head_of
from tui.core.claims.quotations import find_quotations
from tui.core.document import Document, Span
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Attribution, Entity, Mention

THIRD_PERSON = frozenset("he she".split())
TRANSCRIPT_LABELS = 3
"""Labelled sentences from which on a document is a transcript."""
FIRST_PERSON = frozenset("i we my our me us".split())


class EntityIndex:
    """The mentions of one document, found by offset."""

    def __init__(self, entities: Sequence[Entity], document: int) -> None:
        rows = sorted(
            (m.start, m.end, e.id, m)
            for e in entities
            for m in e.mentions
            if m.document == document
        )
        self.starts = [r[0] for r in rows]
        self.rows: list[tuple[int, int, str, Mention]] = rows
        self.types = {e.id: e.type for e in entities}

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, str, Mention]]:
        """Mentions that overlap `start`..`end`, in text order."""
        i = bisect_right(self.starts, start)
        while i > 0 and self.rows[i - 1][1] > start:
            i -= 1
        for row in self.rows[i:]:
            if row[0] >= end:
                return
            if row[1] > start:
                yield row


def quoted_sentences(
    document: Document, tagged: Sequence[TaggedSentence], frames: Sequence[Sequence[Frame]]
) -> dict[int, tuple[Frame, int]]:
    """Sentence -> the frame that speaks for it from elsewhere, and that frame's sentence.

    A sentence inside a quotation without a frame of its own takes the frame of the sentence that
    closes the quotation, else of the one that opens it, else of the sentence just before it.
    """
    found = _turns(document, tagged, frames)
    starts = [s.start for s in tagged]
    for quotation in find_quotations(document.text):
        first = max(0, bisect_right(starts, quotation.start) - 1)
        last = max(0, bisect_right(starts, quotation.end - 1) - 1)
        if first > last:
            continue
        holders = [
            (frame, k)
            for k in (last, first)
            for frame in frames[k]
            if _speaks_for(tagged[k], frame, quotation)
        ]
        if not holders and first > 0 and frames[first - 1]:
            named = [f for f in frames[first - 1] if f.source is not None]
            named.sort(key=lambda f: f.whole)
            if named and quotation.start <= tagged[first].start:
                holders = [(named[0], first - 1)]
        if not holders:
            continue
        for k in range(first, last + 1):
            inside = tagged[k].start >= quotation.start and tagged[k].end <= quotation.end + 1
            if inside and k != holders[0][1]:
                found[k] = holders[0]
    return found


def _turns(
    document: Document, tagged: Sequence[TaggedSentence], frames: Sequence[Sequence[Frame]]
) -> dict[int, tuple[Frame, int]]:
    """The sentences after a speaker's label, to the end of its paragraph, in a transcript."""
    labelled = [
        k
        for k, own in enumerate(frames)
        if own
        and own[0].source is not None
        and own[0].source[0] == 0
        and own[0].cue == (own[0].source[1], own[0].source[1] + 1)
        and tagged[k].words[own[0].cue[0]] == ":"
    ]
    found: dict[int, tuple[Frame, int]] = {}
    if len(labelled) < TRANSCRIPT_LABELS:
        return found
    for k in labelled:
        for j in range(k + 1, len(tagged)):
            if "\n" in document.text[tagged[j - 1].end : tagged[j].start].strip(" ") or (
                j in labelled
            ):
                break
            found[j] = (frames[k][0], k)
    return found


def _speaks_for(s: TaggedSentence, frame: Frame, quotation: Span) -> bool:
    """Whether the frame stands outside the quotation and its content within it."""
    cue = s.starts[frame.cue[0]]
    if quotation.start <= cue < quotation.end:
        return False
    return any(
        s.starts[a] < quotation.end and s.ends[b - 1] > quotation.start for a, b in frame.content
    )


class Speakers:
    """Resolves the sources of one document's frames, in text order."""

    def __init__(self, index: EntityIndex) -> None:
        self.index = index
        self.last_person: str | None = None
        """The last person who spoke or was the first named in a sentence."""

    def attribution(self, document: Document, s: TaggedSentence, frame: Frame) -> Attribution:
        """What the claims of `frame` carry."""
        cue = Span(s.starts[frame.cue[0]], s.ends[frame.cue[1] - 1])
        if frame.source is None:
            return Attribution(None, None, None, cue)
        first, end = frame.source
        span = Span(s.starts[first], s.ends[end - 1])
        text = document.text[span.start : span.end]
        entity, tentative = self._entity(s, first, end)
        return Attribution(entity, span, text, cue, tentative or frame.inherited)

    def _entity(self, s: TaggedSentence, first: int, end: int) -> tuple[str | None, bool]:
        head = head_of(s, first, end)
        at = s.starts[head]
        holding = [r for r in self.index.within(at, s.ends[head]) if r[0] <= at < r[1]]
        if holding:
            _, _, entity, mention = max(holding, key=lambda r: r[1] - r[0])
            return entity, mention.kind == "pronoun"
        if s.lower[head] in ("he", "she", "his", "her") and self.last_person is not None:
            return self.last_person, True
        return None, False

    def close_sentence(
        self, s: TaggedSentence, frames: Sequence[Frame], document: Document
    ) -> None:
        """Remember who a later "he said" most likely means."""
        for frame in frames:
            if frame.source is not None:
                entity, tentative = self._entity(s, *frame.source)
                if entity is not None and not tentative and self.index.types[entity] == "PERSON":
                    self.last_person = entity
                    return
        for start, _, entity, _ in self.index.within(s.start, s.end):
            if self.index.types[entity] == "PERSON":
                if self.last_person is None or start - s.start < 40:
                    self.last_person = entity
                return
