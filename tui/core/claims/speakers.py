"""Who the sources of a document are: the sentences a quotation spans, pronouns, entities."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from tui.core.claims.frames import Frame
from tui.core.claims.phrases import head_of
from tui.core.document import Document, Sentence, Span
from tui.core.entities import lexicon
from tui.core.entities.describe import kind_of
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Attribution, Entity

Frames = Callable[[int], Sequence[Frame]]
"""The frames of a sentence."""
THIRD_PERSON = frozenset("he she".split())
TRANSCRIPT_LABELS = 3
"""Labelled sentences from which on a document is a transcript."""
NAMED_AFTER = frozenset("a an one another the his her its their".split())
"""How a phrase begins that a name may follow."""
OWN_WORDS = frozenset("i my me".split())
"""What a paragraph begins with by which a speaker goes on."""
GENDERS = {"he": "m", "his": "m", "she": "f", "her": "f"}
SOMEBODY = frozenset("man woman boy girl person passer-by passerby somebody someone".split())
FIRST_PERSON = frozenset("i we my our me us".split())


def by_document(entities: Sequence[Entity], documents: int) -> list[array[int]]:
    """The mentions of each document, four numbers each: start, end, the place of the entity in
    `entities`, 1 for a pronoun. All are put together once, not once for each document."""
    found = [array("I") for _ in range(documents)]
    for n, entity in enumerate(entities):
        for m in entity.mentions:
            found[m.document].extend((m.start, m.end, n, m.kind == "pronoun"))
    return found


class EntityIndex:
    """The mentions of one document, found by offset; `found` has them as `by_document` does."""

    def __init__(self, found: array[int], entities: Sequence[Entity]) -> None:
        numbers = iter(found)
        rows = sorted(
            (start, end, entities[n].id, pronoun)
            for start, end, n, pronoun in zip(*[numbers] * 4, strict=True)
        )
        # columns: a row of its own for each would take as much as the mentions do
        self._starts = array("I", [r[0] for r in rows])
        self._ends = array("I", [r[1] for r in rows])
        self._ids = [r[2] for r in rows]
        self._pronouns = bytearray([r[3] for r in rows])
        self.types = {entities[n].id: entities[n].type for n in set(found[2::4])}
        self.names = {entities[n].id: entities[n].name for n in set(found[2::4])}

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, str, bool]]:
        """Start, end, entity of the mentions that overlap `start`..`end`, in text order.

        The last says that a pronoun is what stands there.
        """
        starts, ends = self._starts, self._ends
        i = bisect_right(starts, start)
        while i > 0 and ends[i - 1] > start:
            i -= 1
        while i < len(starts) and starts[i] < end:
            if ends[i] > start:
                yield starts[i], ends[i], self._ids[i], bool(self._pronouns[i])
            i += 1


def quoted_sentences(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Span],
    tagged: Sequence[TaggedSentence],
    frames_of: Frames,
) -> dict[int, tuple[Frame, int]]:
    """Sentence -> the frame that speaks for it from elsewhere, and that frame's sentence.

    A sentence inside a quotation without a frame of its own takes the frame of the sentence that
    closes the quotation, else of the one that opens it, else of the sentence just before it.
    """
    found = _turns(text, sentences, tagged, frames_of)
    starts = array("I", [s.start for s in sentences])
    for quotation in quotations:
        first = max(0, bisect_right(starts, quotation.start) - 1)
        last = max(0, bisect_right(starts, quotation.end - 1) - 1)
        if first > last or not sentences:
            continue
        holders = [
            (frame, k)
            for k in (last, first)
            for frame in frames_of(k)
            if _speaks_for(tagged[k], frame, quotation)
        ]
        if not holders and first > 0 and quotation.start <= sentences[first].start:
            named = [f for f in frames_of(first - 1) if f.source is not None]
            named.sort(key=lambda f: f.whole)
            if named:
                holders = [(named[0], first - 1)]
        if not holders:
            continue
        for k in range(first, last + 1):
            s = sentences[k]
            inside = s.start >= quotation.start and s.end <= quotation.end + 1
            if inside and k != holders[0][1]:
                found[k] = holders[0]
    return found


def _turns(
    text: str, sentences: Sequence[Sentence], tagged: Sequence[TaggedSentence], frames_of: Frames
) -> dict[int, tuple[Frame, int]]:
    """The sentences after a speaker's label, to the end of its paragraph, in a transcript.

    A speaker who says "I" in the first sentence of the next paragraph keeps the floor.
    """
    labelled = {
        k: own[0]
        for k, s in enumerate(sentences)
        if ":" in text[s.start : s.end]
        and (own := frames_of(k))
        and own[0].source is not None
        and own[0].outside == ((0, own[0].cue[1]),)
        and tagged[k].words[own[0].cue[0]] == ":"
    }
    found: dict[int, tuple[Frame, int]] = {}
    if len(labelled) < TRANSCRIPT_LABELS:
        return found
    for k, frame in labelled.items():
        for j in range(k + 1, len(sentences)):
            gap = text[sentences[j - 1].end : sentences[j].start].strip(" ")
            if j in labelled or ("\n" in gap and OWN_WORDS.isdisjoint(tagged[j].lower)):
                break
            found[j] = (frame, k)
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

    def __init__(self, index: EntityIndex, text: str) -> None:
        self.index = index
        self.narrator = self._narrator(text)
        """The person whom "I" means outside quotations, where the text says so: "I, Ada, …"."""
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
            _, _, entity, pronoun = max(holding, key=lambda r: r[1] - r[0])
            return entity, pronoun
        gender = GENDERS.get(s.lower[head])
        if gender and self.last_person is not None and self._may_be(self.last_person, gender):
            return self.last_person, True
        return self._named_after(s, first, end), False

    def _narrator(self, text: str) -> str | None:
        found = re.search(r"(?:^|[\n.!?] ?)I, (?=[^\W\d_])", text)
        if found is None:
            return None
        at = found.end()
        held = [r[2] for r in self.index.within(at, at + 1) if r[0] <= at and not r[3]]
        return next((e for e in held if self.index.types[e] == "PERSON"), None)

    def _may_be(self, person: str, gender: str) -> bool:
        """Whether the given name, where it tells a gender, tells this one."""
        first = self.index.names[person].lower().split(" ")[0]
        return gender in lexicon.given_names().get(first, gender)

    def _named_after(self, s: TaggedSentence, first: int, end: int) -> str | None:
        """The person named behind a comma: "said a passenger, Lena Orth"."""
        if s.lower[first] not in NAMED_AFTER or s.tags[end + 1 : end + 2] != ("NNP",):
            return None
        if s.words[end] != ",":
            return None
        at = s.starts[end + 1]
        held = (r for r in self.index.within(at, at + 1) if r[0] <= at and not r[3])
        _, stop, entity, _ = max(held, key=lambda r: r[1], default=(0, 0, "", False))
        if not entity or self.index.types[entity] != "PERSON":
            return None
        after = next((k for k in range(end + 1, len(s)) if s.starts[k] >= stop), len(s))
        closed = after >= len(s) or s.words[after] in (",", ".", ";", ":")
        return entity if closed else None

    def is_somebody(self, s: TaggedSentence, frame: Frame) -> bool:
        """Whether a person nobody names speaks: "a passer-by says that he …"."""
        if frame.source is None:
            return False
        first, end = frame.source
        head = s.lemma(head_of(s, first, end))
        person = head in SOMEBODY or kind_of(head) == "PERSON"
        return person and s.lower[first] in ("a", "an", "one", "another")

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
