"""From tagged sentences and entities to claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.core.claims import cues
from tui.core.claims.attribution import find_frames
from tui.core.claims.clauses import PREPOSITIONAL_VBG, split_clauses
from tui.core.claims.frames import Frame, Range, until_break
from tui.core.claims.phrases import (
    FINITE,
    NOMINAL,
    NOUN,
    is_close_quote,
    is_open_quote,
    main_verb,
)
from tui.core.claims.properties import hedge, is_negated, modality
from tui.core.claims.quotations import find_quotations
from tui.core.claims.silence import states_nothing
from tui.core.claims.speakers import (
    FIRST_PERSON,
    THIRD_PERSON,
    EntityIndex,
    Speakers,
    quoted_sentences,
)
from tui.core.document import Document, Sentence, SentenceKind, Span
from tui.core.language.dates import find_dates
from tui.core.language.quantities import find_quantities
from tui.core.language.roles import with_roles
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Attribution, Claim, Date, Entity, Modality, Quantity, Voice

LABEL_WORDS = 3
"""Headings without a verb state something from this many nouns and adjectives on."""
PARTICIPLE_WORDS = 4
"""A participle and what belongs to it state something from this many words on."""
VERBAL = FINITE | {"VB", "VBN", "VBG"}


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before it has its number; `tokens` are of its sentence."""

    tokens: Range
    frame: Frame | None


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
    speakers = Speakers(index)
    quoted = quoted_sentences(document, tagged, frames)
    all_dates = find_dates(document.text, 0, len(document.text), document.date)
    date_starts = [x.start for x in all_dates]
    quotations = find_quotations(document.text)
    quotation_starts = [q.start for q in quotations]
    for k, s in enumerate(tagged):
        dates = all_dates[bisect_left(date_starts, s.start) : bisect_left(date_starts, s.end)]
        quantities = with_roles(s, find_quantities(document.text, s.start, s.end, dates, s))
        drafts = [] if states_nothing(s) else list(_drafts(s, frames[k], sentences[k].kind))
        shares = _share_out(s, drafts, dates, quantities)
        before: tuple[Frame | None, Modality] | None = None
        for draft, (own_dates, own_quantities) in zip(drafts, shares, strict=True):
            start, end = s.starts[draft.tokens[0]], s.ends[draft.tokens[1] - 1]
            frame = _speaking(frames[k], draft.frame)
            attribution = _attribution(speakers, document, tagged, frames[k], frame, k, quoted)
            if attribution is not None and frame is not None:
                outer = _outer(speakers, document, tagged, frames[k], frame, k, quoted)
                attribution = replace(attribution, chain=_chain(attribution, outer))
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
                hedge=hedge(s, *draft.tokens),
                quoted=_within(start, end, quotations, quotation_starts),
                entities=tuple(ids),
                quantities=own_quantities,
                dates=own_dates,
            )
        speakers.close_sentence(s, frames[k], document)


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
        return replace(own, source=outer.source or own.source, tentative=True)
    if first_person and frame.whole and around is None and not _held(frames, frame):
        return None
    if not first_person:
        return around if frame.whole and around is not None else own
    if holding := _held(frames, frame):
        around = speakers.attribution(document, s, holding[-1])
    if around is None or around.source_text in (None, "Q", "A"):
        return own
    if around.source is None or word == "you":
        return replace(around, tentative=True)
    return replace(own, source=around.source, tentative=True)


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


def _drafts(s: TaggedSentence, frames: Sequence[Frame], kind: SentenceKind) -> Iterator[_Draft]:
    """The claims of one sentence, as token ranges with the frame that holds each."""
    if kind in ("heading", "item") and _is_label(s):
        return
    cutting = [f for f in frames if not f.whole]
    outside = {i for f in cutting for a, b in f.outside for i in range(a, b)}
    inside: list[int] = [_innermost(cutting, i) for i in range(len(s))]
    found: list[_Draft] = []
    begin = 0
    while begin < len(s):
        if begin in outside:
            begin += 1
            continue
        end = begin
        while end < len(s) and end not in outside and inside[end] == inside[begin]:
            end += 1
        frame = cutting[inside[begin]] if inside[begin] >= 0 else None
        pieces = (
            [(begin, end)] if kind == "heading" and frame is None else split_clauses(s, begin, end)
        )
        found.extend(_Draft(piece, frame) for piece in pieces)
        begin = end
    found += [_Draft(piece, None) for f in cutting for piece in _said_of_source(s, f)]
    found.sort(key=lambda x: x.tokens)
    stated = [x for x in found if _is_statement(s, x, bool(cutting))]
    if not stated and cutting and any(s.tags[i] in NOUN for i in range(len(s))):
        stated = [_Draft((0, len(s)), None)]
    for k, draft in enumerate(stated):
        frame = draft.frame or _stance(frames, draft.tokens)
        free = stated[k + 1].tokens[0] if k + 1 < len(stated) else len(s)
        yield _Draft(_with_its_mark(s, draft.tokens, free), frame)


def _with_its_mark(s: TaggedSentence, tokens: Range, free: int) -> Range:
    """With the mark that closes a quotation opened within: `it was “too late”`."""
    start, end = tokens
    close = end + (s.words[end : end + 1] in ((".",), (",",)))
    if close >= free or not is_close_quote(s, close):
        return tokens
    last = next((k for k in range(end - 1, start, -1) if _is_mark(s, k)), start)
    return (start, close + 1) if last > start and is_open_quote(s, last) else tokens


def _is_mark(s: TaggedSentence, i: int) -> bool:
    return is_open_quote(s, i) or is_close_quote(s, i)


def _said_of_source(s: TaggedSentence, frame: Frame) -> Iterator[Range]:
    """What a relative clause states of a source: "Orth, [who left in May], said that …"."""
    for a, b in frame.outside:
        k = a
        while k < b:
            opened = s.lower[k] in ("who", "whose", "which") and s.words[k - 1 : k] == (",",)
            if opened:
                end = until_break(s, k + 1, ",")
                if end < b and any(s.tags[i] in FINITE for i in range(k, end)):
                    yield k, end
                k = end
            k += 1


def _stance(frames: Sequence[Frame], tokens: Range) -> Frame | None:
    """The first attribution that a claim carries within itself."""
    return next((f for f in frames if f.whole and tokens[0] <= f.cue[0] < tokens[1]), None)


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
        return _tells_of_source(s, start, end) or any(
            s.tags[i] in FINITE for i in range(start, end)
        )
    if draft.frame is not None and _is_quoted(s, start, end):
        return True
    if has_frames:
        return any(s.tags[i] in VERBAL or s.tags[i] == "CD" for i in range(start, end))
    return True


def _tells_of_source(s: TaggedSentence, start: int, end: int) -> bool:
    """What a source did besides: "[Elected in May], Orth said …", not "Asked about it, …"."""
    if end - start < PARTICIPLE_WORDS or s.tags[start] not in ("VBG", "VBN"):
        return False
    return s.lower[start] not in PREPOSITIONAL_VBG and s.lemma(start) not in cues.ADDRESS


def _is_quoted(s: TaggedSentence, start: int, end: int) -> bool:
    """A quotation of some words, which somebody said whatever they are."""
    opened = is_open_quote(s, start) or (start > 0 and is_open_quote(s, start - 1))
    return opened and sum(s.words[i][0].isalnum() for i in range(start, end)) > 1


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
