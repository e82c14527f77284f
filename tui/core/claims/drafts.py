"""A sentence cut into drafts of claims: clauses within and outside what somebody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.core.claims import cues
from tui.core.claims.bounds import CONDITIONS
from tui.core.claims.clauses import PREPOSITIONAL_VBG, split_clauses
from tui.core.claims.frames import Frame, Range, until_break
from tui.core.claims.phrases import (
    BE,
    DO,
    FINITE,
    HAVE,
    NOMINAL,
    NOUN,
    hidden_verb,
    is_close_quote,
    is_open_quote,
)
from tui.core.document import SentenceKind
from tui.core.language.morphology import analyse
from tui.core.language.tagged import TaggedSentence

LABEL_WORDS = 3
"""Headings without a verb state something from this many nouns and adjectives on."""
PARTICIPLE_WORDS = 4
"""A participle and what belongs to it state something from this many words on."""
QUESTION_WORDS = 5
"""A heading of so many words that begins like a question or a condition names its matter only."""
QUESTION_TAGS = frozenset({"WP", "WP$", "WDT", "WRB"})
OPENERS = frozenset({"IN", "TO", "CC", "PRP$", "WDT", "WP", ",", ":"})
ARTICLES = frozenset("a an the".split())
"""Words of these tags, and articles, are a claim's last only where it was cut too early."""
VERBAL = FINITE | {"VB", "VBN", "VBG"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has its number; `tokens` are of its sentence."""

    tokens: Range
    frame: Frame | None


def find_drafts(s: TaggedSentence, frames: Sequence[Frame], kind: SentenceKind) -> Iterator[Draft]:
    """The claims of one sentence, as token ranges with the frame that holds each."""
    if _is_label(s) and (kind in ("heading", "item") or not (frames or _may_state(s))):
        return
    if kind == "heading" and _asks(s):
        return
    cutting = [f for f in frames if not f.whole]
    outside = {i for f in cutting for a, b in f.outside for i in range(a, b)}
    beside = {b for f in cutting for _, b in f.outside}
    inside: list[int] = [_innermost(cutting, i) for i in range(len(s))]
    found: list[Draft] = []
    begin = 0
    while begin < len(s):
        if begin in outside:
            begin += 1
            continue
        end = begin
        while end < len(s) and end not in outside and inside[end] == inside[begin]:
            end += 1
        frame = cutting[inside[begin]] if inside[begin] >= 0 else None
        if frame is None and begin in beside:
            begin = _past_age(s, begin, end)
        if kind == "heading" and frame is None:
            pieces = [_without_emphasis(s, begin, end)]
        else:
            pieces = split_clauses(s, begin, end)
        if pieces and pieces[-1][1] == end < len(s):
            pieces[-1] = _without_opening(s, *pieces[-1])
        found.extend(Draft(piece, frame) for piece in pieces)
        begin = end
    found += [
        _draft_of_source(piece, f, cutting) for f in cutting for piece in _said_of_source(s, f)
    ]
    found.sort(key=lambda x: x.tokens)
    stated = [x for x in found if _is_statement(s, x, bool(cutting))]
    if not stated and cutting and any(s.tags[i] in NOUN for i in range(len(s))):
        stated = [Draft((0, len(s)), next((f for f in cutting if f.source), cutting[0]))]
    for k, draft in enumerate(stated):
        frame = draft.frame or _stance(frames, draft.tokens)
        free = stated[k + 1].tokens[0] if k + 1 < len(stated) else len(s)
        yield Draft(_with_its_mark(s, draft.tokens, free), frame)


def _without_emphasis(s: TaggedSentence, start: int, end: int) -> Range:
    """Without the asterisks around an emphasised heading, and without its stop."""
    while end - start > 1 and not s.words[end - 1].strip("*.:"):
        end -= 1
    while end - start > 1 and not s.words[start].strip("*"):
        start += 1
    return start, end


def _without_opening(s: TaggedSentence, start: int, end: int) -> Range:
    """Without the words at its end that open what somebody else says: "answered [by] saying …"."""
    interrupted = s.words[end] == "," and s.tags[end - 1] in ("WDT", "WP")
    if not (interrupted or s.words[end][0].isalnum()):
        return start, end
    while end - start > 1 and (s.tags[end - 1] in OPENERS or s.lower[end - 1] in ARTICLES):
        end -= 1
    return start, end


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


def _past_age(s: TaggedSentence, start: int, end: int) -> int:
    """Past the age that stands after a source: "said Orth, 71, who …"."""
    k = start + (s.lower[start] == "aged")
    return k + 2 if k + 1 < end and s.tags[k] == "CD" and s.words[k + 1] == "," else start


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


def _draft_of_source(piece: Range, frame: Frame, cutting: Sequence[Frame]) -> Draft:
    """A relative clause about a source, or what that source says in it."""
    for f in cutting:
        start = f.content[0][0]
        if f is not frame and piece[0] <= f.cue[0] < start < piece[1]:
            return Draft((start, piece[1]), f)
    return Draft(piece, None)


def _stance(frames: Sequence[Frame], tokens: Range) -> Frame | None:
    """The first attribution that a claim carries within itself."""
    return next((f for f in frames if f.whole and tokens[0] <= f.cue[0] < tokens[1]), None)


def _may_state(s: TaggedSentence) -> bool:
    """A sentence that is quoted, or ends with what may be its verb: "The fair opens."."""
    if any(_is_mark(s, i) for i in range(len(s))):
        return True
    words = [i for i in range(len(s)) if s.words[i][0].isalpha()]
    forms = analyse(s.lower[words[-1]]) if len(words) > 1 else ()
    return any(kind in ("Z", "P") and level > 1 for kind, _, level in forms)


def _asks(s: TaggedSentence) -> bool:
    """A heading that asks what the text under it answers: "Was she insured?", "What it costs"."""
    words = [k for k in range(len(s)) if s.words[k][0].isalnum()]
    if not words or "?" in s.words[words[-1] + 1 :]:
        return True
    opened = s.tags[words[0]] in QUESTION_TAGS or s.lower[words[0]] in CONDITIONS
    return opened and len(words) <= QUESTION_WORDS


def _is_label(s: TaggedSentence) -> bool:
    """Words that name what follows and state nothing: "2. Price", or "Term." before its clause."""
    nouns = sum(tag in NOUN or tag.startswith("JJ") for tag in s.tags)
    first = next((i for i in range(len(s)) if s.words[i][0].isalnum()), 0)
    says = any(tag in VERBAL and not (i == first and tag == "VBG") for i, tag in enumerate(s.tags))
    counts = "CD" in s.tags[1:] or (s.tags[0] == "CD" and s.lower[0].isalpha())
    return nouns < LABEL_WORDS and not says and not counts


def _innermost(frames: Sequence[Frame], i: int) -> int:
    """The frame whose content holds token `i` most closely; -1 for none."""
    best, best_start = -1, -1
    for k, frame in enumerate(frames):
        for a, b in frame.content:
            if a <= i < b and a > best_start:
                best, best_start = k, a
    return best


def _is_statement(s: TaggedSentence, draft: Draft, has_frames: bool) -> bool:
    """Whether a piece is worth a claim: words that say something, not an adverbial left over."""
    start, end = draft.tokens
    if not any(s.tags[i] in NOMINAL or s.tags[i][:2] in ("VB", "JJ") for i in range(start, end)):
        return False
    if draft.frame is None and has_frames:
        return _tells_of_source(s, start, end) or _says_of_something(s, start, end)
    if draft.frame is not None and _is_quoted(s, start, end):
        return True
    if draft.frame is not None and draft.frame.small and start == draft.frame.content[0][0]:
        return True
    if has_frames:
        said = any(s.tags[i] in VERBAL or s.tags[i] == "CD" for i in range(start, end))
        return said or hidden_verb(s, start, end) is not None
    return True


def _tells_of_source(s: TaggedSentence, start: int, end: int) -> bool:
    """What a source did besides: "[Elected in May], Orth said …", not "Asked about it, …"."""
    if end - start < PARTICIPLE_WORDS or s.tags[start] not in ("VBG", "VBN"):
        return False
    return s.lower[start] not in PREPOSITIONAL_VBG and s.lemma(start) not in cues.ADDRESS


def _says_of_something(s: TaggedSentence, start: int, end: int) -> bool:
    """A finite verb and something it is said of; not "do" of "do you think", not "the plan is"."""
    verbs = [i for i in range(start, end) if s.tags[i] in FINITE]
    subject = NOMINAL | {"WP", "WDT", "DT"}
    if not verbs or not any(s.tags[i] in subject for i in range(start, end)):
        return False
    return verbs[0] < end - 1 or s.lower[verbs[0]] not in BE | HAVE | DO


def _is_quoted(s: TaggedSentence, start: int, end: int) -> bool:
    """A quotation of some words, which somebody said whatever they are."""
    opened = is_open_quote(s, start) or (start > 0 and is_open_quote(s, start - 1))
    return opened and sum(s.words[i][0].isalnum() for i in range(start, end)) > 1
