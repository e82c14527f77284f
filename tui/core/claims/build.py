"""From tagged sentences and entities to claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from tui.core.claims.attribution import find_frames
from tui.core.claims.drafts import Draft, find_drafts
from tui.core.claims.frames import Frame
from tui.core.claims.phrases import main_verb
from tui.core.claims.properties import hedge, is_negated, modality
from tui.core.claims.quotations import find_quotations
from tui.core.claims.silence import states_nothing
from tui.core.claims.speakers import (
    FIRST_PERSON,
    THIRD_PERSON,
    EntityIndex,
    Speakers,
    by_document,
    quoted_sentences,
)
from tui.core.document import Document, Sentence, Span
from tui.core.language.dates import find_dates
from tui.core.language.quantities import find_quantities
from tui.core.language.roles import with_roles
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Attribution, Claim, Date, Entity, Modality, Quantity, Voice


def find_claims(
    documents: Sequence[Document],
    sentences: Sequence[Sequence[Sentence]],
    tagged: Sequence[Sequence[TaggedSentence]],
    entities: Sequence[Entity],
) -> tuple[Claim, ...]:
    """The claims of all documents, by document, then start; those of one document never overlap."""
    claims: list[Claim] = []
    numbers = count(1)
    found = by_document(entities, len(documents))
    for d, document in enumerate(documents):
        index = EntityIndex(found[d], entities)
        claims += _document_claims(d, document, sentences[d], tagged[d], index, numbers)
    return tuple(claims)


def _document_claims(
    d: int,
    document: Document,
    sentences: Sequence[Sentence],
    tagged: Sequence[TaggedSentence],
    index: EntityIndex,
    numbers: Iterator[int],
) -> Iterator[Claim]:
    known: dict[int, tuple[Frame, ...]] = {}

    def frames_of(k: int) -> tuple[Frame, ...]:
        if k not in known:
            known[k] = find_frames(tagged[k])
        return known[k]

    speakers = Speakers(index, document.text)
    quotations = find_quotations(document.text)
    quoted = quoted_sentences(document.text, sentences, quotations, tagged, frames_of)
    all_dates = find_dates(document.text, 0, len(document.text), document.date)
    date_starts = [x.start for x in all_dates]
    quotation_starts = [q.start for q in quotations]
    for k, s in enumerate(tagged):
        frames = frames_of(k)
        del known[k]
        dates = all_dates[bisect_left(date_starts, s.start) : bisect_left(date_starts, s.end)]
        quantities = with_roles(s, find_quantities(document.text, s.start, s.end, dates, s))
        drafts = [] if states_nothing(s) else list(find_drafts(s, frames, sentences[k].kind))
        shares = _share_out(s, drafts, dates, quantities)
        before: tuple[Frame | None, Modality] | None = None
        shared: dict[Attribution | None, Attribution | None] = {}
        for draft, (own_dates, own_quantities) in zip(drafts, shares, strict=True):
            start, end = s.starts[draft.tokens[0]], s.ends[draft.tokens[1] - 1]
            frame = _speaking(frames, draft.frame)
            attribution = _attribution(speakers, document, tagged, frames, frame, k, quoted)
            if attribution is not None and frame is not None:
                outer = _outer(speakers, document, tagged, frames, frame, k, quoted)
                if chain := _chain(attribution, outer):
                    attribution = replace(attribution, chain=chain)
            force = draft.frame.force if draft.frame else "asserted"
            mode = modality(s, *draft.tokens)
            if before and before[0] is draft.frame and main_verb(s, *draft.tokens) is None:
                mode = before[1]
            before = draft.frame, mode
            # claims of one frame share what is told of it
            attribution = shared.setdefault(attribution, attribution)
            denied = draft.frame is not None and draft.frame.denied
            ids = dict.fromkeys(row[2] for row in index.within(start, end))
            yield Claim(
                id=f"c{next(numbers)}",
                document=d,
                sentence=k,
                start=start,
                end=end,
                attribution=attribution,
                negated=is_negated(s, *draft.tokens) != denied,
                modality=mode if force == "asserted" else force,
                hedge=hedge(s, *draft.tokens),
                quoted=_within(start, end, quotations, quotation_starts),
                entities=tuple(ids),
                quantities=own_quantities,
                dates=own_dates,
            )
        speakers.close_sentence(s, frames, document)


def _attribution(
    speakers: Speakers,
    document: Document,
    tagged: Sequence[TaggedSentence],
    frames: Sequence[Frame],
    frame: Frame | None,
    k: int,
    quoted: Mapping[int, tuple[Frame, int]],
) -> Attribution | None:
    """Who says a claim of sentence `k`: its frame's source, else whoever is quoted there.

    A speaker's "I" is the one that the words around it name, and so is "he" in "Orth said he
    hopes".
    """
    s = tagged[k]
    around: Attribution | None = None
    if k in quoted:
        holder, at = quoted[k]
        around = replace(speakers.attribution(document, tagged[at], holder), tentative=True)
    if frame is None:
        return around
    own = speakers.attribution(document, s, frame)
    word = s.lower[frame.source[0]] if frame.source is not None else ""
    first_person = word in FIRST_PERSON or word == "you"
    if word in THIRD_PERSON and (holding := _held(frames, frame)):
        outer = speakers.attribution(document, s, holding[-1])
        if outer.source is None and speakers.is_somebody(s, holding[-1]):
            return replace(outer, cue=own.cue, tentative=True)
        return replace(own, source=outer.source or own.source, tentative=True)
    if first_person and frame.whole and around is None and not _held(frames, frame):
        return None
    if not first_person:
        return around if frame.whole and around is not None else own
    if holding := _held(frames, frame):
        around = speakers.attribution(document, s, holding[-1])
    if around is None or around.source_text in (None, "Q", "A"):
        narrator = speakers.narrator if word in ("i", "my", "me") else None
        return own if own.source or not narrator else replace(own, source=narrator, tentative=True)
    return replace(around, tentative=True)


def _outer(
    speakers: Speakers,
    document: Document,
    tagged: Sequence[TaggedSentence],
    frames: Sequence[Frame],
    frame: Frame,
    k: int,
    quoted: Mapping[int, tuple[Frame, int]],
) -> Iterator[Attribution]:
    """The attributions that hold another, the innermost first."""
    for holding in sorted(_held(frames, frame), key=lambda f: -f.content[0][0]):
        yield speakers.attribution(document, tagged[k], holding)
    if k in quoted:
        holder, at = quoted[k]
        yield speakers.attribution(document, tagged[at], holder)


def _chain(nearest: Attribution, outer: Iterator[Attribution]) -> tuple[Voice, ...]:
    """Those who report it, whoever says it left out, each once."""
    seen = {(nearest.source, nearest.source_span)}
    known = {nearest.source} - {None}
    found = []
    for one in outer:
        key = (one.source, one.source_span)
        if one.source_text is None or key in seen or one.source in known:
            continue
        seen.add(key)
        known |= {one.source} - {None}
        found.append(Voice(one.source, one.source_span, one.source_text, one.cue))
    return tuple(found)


def _within(start: int, end: int, quotations: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether a quotation holds the span."""
    i = bisect_right(starts, start) - 1
    return i >= 0 and quotations[i].start <= start and end <= quotations[i].end


def _held(frames: Sequence[Frame], frame: Frame) -> list[Frame]:
    """The frames of the sentence whose content holds `frame`."""
    return [
        f
        for f in frames
        if f is not frame and not f.whole and any(a <= frame.cue[0] < b for a, b in f.content)
    ]


def _speaking(frames: Sequence[Frame], frame: Frame | None) -> Frame | None:
    """The frame that names who says it: past words that only argue, the one that holds them."""
    while frame is not None and frame.argument:
        inner = frame
        holding = [
            f for f in frames if any(a <= inner.cue[0] < b for a, b in f.content) and f is not inner
        ]
        frame = max(holding, key=lambda f: f.content[0][0]) if holding else None
    return frame


def _share_out(
    s: TaggedSentence,
    drafts: Sequence[Draft],
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
