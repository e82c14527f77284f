"""From tagged sentences and entities to claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tui.core.claims.attribution import Frame, find_frames
from tui.core.claims.clauses import split_clauses
from tui.core.claims.phrases import FINITE, NOMINAL, NOUN, main_verb
from tui.core.claims.properties import is_negated, modality
from tui.core.claims.quotations import find_quotations
from tui.core.document import Document, Sentence, SentenceKind, Span
from tui.core.language.dates import find_dates
from tui.core.language.quantities import find_quantities
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Attribution, Claim, Date, Entity, Mention, Modality, Quantity

Range = tuple[int, int]
LABEL_WORDS = 3
"""Headings without a verb state something from this many nouns and adjectives on."""
AFTER_HEAD = frozenset({"IN", ",", "TO", "WP", "WDT", "-LRB-", "VBN", "VBG"})
VERBAL = FINITE | {"VB", "VBN", "VBG"}


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before it has its number; `tokens` are of its sentence."""

    tokens: Range
    frame: Frame | None


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


def find_claims(
    documents: Sequence[Document],
    sentences: Sequence[Sequence[Sentence]],
    tagged: Sequence[Sequence[TaggedSentence]],
    entities: Sequence[Entity],
) -> tuple[Claim, ...]:
    """The claims of all documents, by document, then start; those of one document never overlap."""
    claims: list[Claim] = []
    for d, document in enumerate(documents):
        index = EntityIndex(entities, d)
        of_document = list(_document_claims(d, document, sentences[d], tagged[d], index))
        claims.extend(of_document)
    return tuple(replace(c, id=f"c{k + 1}") for k, c in enumerate(claims))


def _document_claims(
    d: int,
    document: Document,
    sentences: Sequence[Sentence],
    tagged: Sequence[TaggedSentence],
    index: EntityIndex,
) -> Iterator[Claim]:
    frames = [find_frames(s) for s in tagged]
    speakers = _Speakers(index)
    quoted = _quoted_sentences(document, tagged, frames)
    all_dates = find_dates(document.text, 0, len(document.text), document.date)
    date_starts = [x.start for x in all_dates]
    for k, s in enumerate(tagged):
        dates = all_dates[bisect_left(date_starts, s.start) : bisect_left(date_starts, s.end)]
        quantities = find_quantities(document.text, s.start, s.end, dates, s)
        drafts = list(_drafts(s, frames[k], sentences[k].kind))
        shares = _share_out(s, drafts, dates, quantities)
        before: tuple[Frame | None, Modality] | None = None
        for draft, (own_dates, own_quantities) in zip(drafts, shares, strict=True):
            start, end = s.starts[draft.tokens[0]], s.ends[draft.tokens[1] - 1]
            attribution = None
            frame = _speaking(frames[k], draft.frame)
            if frame is not None:
                attribution = speakers.attribution(document, s, frame)
            elif k in quoted:
                holder, at = quoted[k]
                inherited = speakers.attribution(document, tagged[at], holder)
                attribution = inherited and replace(inherited, tentative=True)
            force = draft.frame.force if draft.frame else "asserted"
            mode = modality(s, *draft.tokens)
            if before and before[0] is draft.frame and main_verb(s, *draft.tokens) is None:
                mode = before[1]
            before = draft.frame, mode
            denied = draft.frame is not None and draft.frame.denied
            ids = dict.fromkeys(row[2] for row in index.within(start, end))
            yield Claim(
                id="",
                document=d,
                sentence=k,
                start=start,
                end=end,
                attribution=attribution,
                negated=is_negated(s, *draft.tokens) != denied,
                modality=mode if force == "asserted" else force,
                entities=tuple(ids),
                quantities=own_quantities,
                dates=own_dates,
            )
        speakers.close_sentence(s, frames[k], document)


def _drafts(s: TaggedSentence, frames: Sequence[Frame], kind: SentenceKind) -> Iterator[_Draft]:
    """The claims of one sentence, as token ranges with the frame that holds each."""
    if kind in ("heading", "item") and _is_label(s):
        return
    outside = {i for f in frames for a, b in f.outside for i in range(a, b)}
    inside: list[int] = [_innermost(frames, i) for i in range(len(s))]
    found: list[_Draft] = []
    begin = 0
    while begin < len(s):
        if begin in outside:
            begin += 1
            continue
        end = begin
        while end < len(s) and end not in outside and inside[end] == inside[begin]:
            end += 1
        frame = frames[inside[begin]] if inside[begin] >= 0 else None
        pieces = (
            [(begin, end)] if kind == "heading" and frame is None else split_clauses(s, begin, end)
        )
        found.extend(_Draft(piece, frame) for piece in pieces)
        begin = end
    stated = [x for x in found if _is_statement(s, x, bool(frames))]
    if not stated and frames and any(s.tags[i] in NOUN for i in range(len(s))):
        stated = [_Draft((0, len(s)), None)]
    yield from stated


def _is_label(s: TaggedSentence) -> bool:
    """A heading or item that names what follows and states nothing: "2. Price"."""
    nouns = sum(tag in NOUN or tag.startswith("JJ") for tag in s.tags)
    says = any(tag in VERBAL for tag in s.tags) or "CD" in s.tags[1:]
    return nouns < LABEL_WORDS and not says


def _innermost(frames: Sequence[Frame], i: int) -> int:
    """The frame whose content holds token `i` most closely; -1 for none."""
    best, best_start = -1, -1
    for k, frame in enumerate(frames):
        for a, b in frame.content:
            if a <= i < b and a > best_start:
                best, best_start = k, a
    return best


def _speaking(frames: Sequence[Frame], frame: Frame | None) -> Frame | None:
    """The frame that names who says it: past words that only argue, the one that holds them."""
    while frame is not None and frame.argument:
        inner = frame
        holding = [
            f for f in frames if any(a <= inner.cue[0] < b for a, b in f.content) and f is not inner
        ]
        frame = max(holding, key=lambda f: f.content[0][0]) if holding else None
    return frame


def _is_statement(s: TaggedSentence, draft: _Draft, has_frames: bool) -> bool:
    """Whether a piece is worth a claim: words that say something, not an adverbial left over."""
    start, end = draft.tokens
    if not any(s.tags[i] in NOMINAL or s.tags[i][:2] in ("VB", "JJ") for i in range(start, end)):
        return False
    if draft.frame is None and has_frames:
        return any(s.tags[i] in FINITE for i in range(start, end))
    if has_frames:
        return any(s.tags[i] in VERBAL or s.tags[i] == "CD" for i in range(start, end))
    return True


def _share_out(
    s: TaggedSentence,
    drafts: Sequence[_Draft],
    dates: Sequence[Date],
    quantities: Sequence[Quantity],
) -> list[tuple[tuple[Date, ...], tuple[Quantity, ...]]]:
    """Each date and quantity to the claim it stands in; a date of the frame to the next claim."""
    own_dates: list[list[Date]] = [[] for _ in drafts]
    own_quantities: list[list[Quantity]] = [[] for _ in drafts]
    spans = [(s.starts[x.tokens[0]], s.ends[x.tokens[1] - 1]) for x in drafts]
    for quantity in quantities:
        for k, (a, b) in enumerate(spans):
            if a <= quantity.start < b:
                own_quantities[k].append(quantity)
    for date in dates:
        home = next((k for k, (a, b) in enumerate(spans) if date.start < b), len(spans) - 1)
        if spans:
            own_dates[home].append(date)
    return [(tuple(a), tuple(b)) for a, b in zip(own_dates, own_quantities, strict=True)]


def _quoted_sentences(
    document: Document, tagged: Sequence[TaggedSentence], frames: Sequence[Sequence[Frame]]
) -> dict[int, tuple[Frame, int]]:
    """Sentence -> the frame that speaks for it from elsewhere, and that frame's sentence.

    A sentence inside a quotation without a frame of its own takes the frame of the sentence that
    closes the quotation, else of the one that opens it, else of the sentence just before it in
    the same paragraph.
    """
    found: dict[int, tuple[Frame, int]] = {}
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
            gap = document.text[tagged[first - 1].end : quotation.start]
            if "\n\n" not in gap and quotation.start <= tagged[first].start:
                holders = [(frames[first - 1][-1], first - 1)]
        if not holders:
            continue
        for k in range(first, last + 1):
            inside = tagged[k].start >= quotation.start and tagged[k].end <= quotation.end + 1
            if inside and k != holders[0][1]:
                found[k] = holders[0]
    return found


def _speaks_for(s: TaggedSentence, frame: Frame, quotation: Span) -> bool:
    """Whether the frame stands outside the quotation and its content within it."""
    cue = s.starts[frame.cue[0]]
    if quotation.start <= cue < quotation.end:
        return False
    return any(
        s.starts[a] < quotation.end and s.ends[b - 1] > quotation.start for a, b in frame.content
    )


class _Speakers:
    """Resolves the sources of one document's frames, in text order."""

    def __init__(self, index: EntityIndex) -> None:
        self.index = index
        self.last_person: str | None = None
        """The last person who spoke or was the first named in a sentence."""

    def attribution(
        self, document: Document, s: TaggedSentence, frame: Frame
    ) -> Attribution | None:
        cue = Span(s.starts[frame.cue[0]], s.ends[frame.cue[1] - 1])
        if frame.source is None:
            return Attribution(None, None, None, cue)
        first, end = frame.source
        span = Span(s.starts[first], s.ends[end - 1])
        text = document.text[span.start : span.end]
        entity, tentative = self._entity(s, first, end)
        return Attribution(entity, span, text, cue, tentative or frame.inherited)

    def _entity(self, s: TaggedSentence, first: int, end: int) -> tuple[str | None, bool]:
        head = _head(s, first, end)
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


def _head(s: TaggedSentence, first: int, end: int) -> int:
    """The head noun of a source: the last nominal before what hangs on it."""
    head = first
    for i in range(first, end):
        if s.tags[i] in AFTER_HEAD and s.tags[head] in NOMINAL:
            break
        if s.tags[i] in NOMINAL or s.tags[i] == "PRP$":
            head = i
    return head
