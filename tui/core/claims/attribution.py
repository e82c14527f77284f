"""Who says what in one sentence: frames of source, cue and content.

Patterns over tags rather than a parser; the constructions follow Pareti's attribution relations
(PARC): verbs before, after and inside their content, nouns with a `that` clause, "according to",
colons, requests and promises with an infinitive, and verbs that share their subject.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from tui.core.claims import cues
from tui.core.claims.phrases import (
    ADVERB,
    BE,
    FINITE,
    HAVE,
    NOMINAL,
    NOUN,
    TIME_WORDS,
    clause_is_indicative,
    clause_verb,
    has_finite,
    is_close_quote,
    is_open_quote,
    phrase_after,
    phrase_before,
)
from tui.core.language.tagged import TaggedSentence

Force = Literal["asserted", "demanded", "promised"]
Range = tuple[int, int]
"""Tokens of a sentence, end exclusive."""


DEMONSTRATIVE = frozenset("this these that those it which".split())
"""Subjects of a verb of evidence that point back into the text: an argument, not a source."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution within a sentence, in token ranges."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    outside: tuple[Range, ...]
    """Tokens that only attribute and belong to no claim."""
    force: Force = "asserted"
    denied: bool = False
    inherited: bool = False
    """The source is the subject of an earlier verb of the sentence."""
    argument: bool = False
    """The words argue rather than attribute ("this shows that …"): whoever says them is meant."""


def find_frames(s: TaggedSentence) -> tuple[Frame, ...]:
    """The attributions of a sentence, in the order of their cues."""
    frames: list[Frame] = []
    for i in range(len(s)):
        frame = None
        if s.lower[i] == "according" and i + 1 < len(s) and s.lower[i + 1] == "to":
            frame = _according(s, i)
        elif (s.tags[i].startswith("VB") and s.lemma(i) in cues.EVERY_VERB) or _is_closing_verb(
            s, i
        ):
            frame = _verb(s, i, frames)
        elif s.tags[i] in NOUN and i + 1 < len(s) and s.lower[i + 1] == "that":
            frame = _noun(s, i)
        if frame is not None:
            frames.append(frame)
    return tuple(frames)


def _is_closing_verb(s: TaggedSentence, i: int) -> bool:
    """A verb of saying that looks like a plural and ends the sentence: "…, the paper reports"."""
    if i != _last(s) - 1 or s.tags[i] != "NNS" or s.tags[i - 1] not in NOUN:
        return False
    if s.lemma(i) not in cues.SAY:
        return False
    start = phrase_before(s, i)
    return start is not None and start > 2 and s.words[start - 1] == "," and has_finite(s, 0, start)


def _until_break(s: TaggedSentence, start: int, stops: str = ",;:.") -> int:
    i = start
    while i < len(s) and s.words[i] not in stops:
        i += 1
    return i


def _last(s: TaggedSentence) -> int:
    """The end of the sentence without its final punctuation."""
    end = len(s)
    while end > 0 and (s.words[end - 1] in ".!?…" or is_close_quote(s, end - 1)):
        end -= 1
    return end


def _according(s: TaggedSentence, i: int) -> Frame | None:
    end = phrase_after(s, i + 2, len(s))
    if end is None:
        return None
    stop = _until_break(s, end)
    last = _last(s)
    if stop >= last:
        stop = last
    # The source runs on to the next break unless a clause begins there without one.
    while end < stop and clause_verb(s, end, stop) is None and s.tags[end] not in FINITE:
        end += 1
    source = (i + 2, end)
    before = i - 1 if i and s.words[i - 1] == "," else i
    content: list[Range] = []
    if before > 1:
        content.append((0, before))
    after = end + 1 if end < len(s) and s.words[end] == "," else end
    if after < last - 1 and (not content or clause_verb(s, after, last) is not None):
        content.append((after, last))
    if not content:
        return None
    return Frame(source, (i, i + 2), tuple(content), ((i, after),))


def _noun(s: TaggedSentence, i: int) -> Frame | None:
    """ "his denial that …", "repeated its position that …"."""
    if s.lemma(i) not in cues.NOUNS or not has_finite(s, i + 2, len(s)):
        return None
    begin = phrase_before(s, i + 1)
    begin = i if begin is None else begin
    source: Range | None = None
    cue = (i, i + 1)
    outside_from = i
    verb = begin - 1
    while verb >= 0 and s.tags[verb] in ADVERB:
        verb -= 1
    if verb > 0 and s.tags[verb].startswith("VB") and s.lemma(verb) in cues.RELAY:
        subject = _subject(s, verb)
        if subject is not None:
            source, cue, outside_from = subject, (verb, i + 1), subject[0]
    if source is None:
        owner = [k for k in range(begin, i) if s.tags[k] in ("POS", "PRP$")]
        if owner:
            k = owner[-1]
            source = (k, k + 1) if s.tags[k] == "PRP$" else (begin, k)
            outside_from = begin
    denied = s.lemma(i) in cues.DENY_NOUNS or (cue[0] != i and s.lemma(cue[0]) in cues.DENY)
    return Frame(source, cue, ((i + 2, _last(s)),), ((outside_from, i + 2),), denied=denied)


def _group_start(s: TaggedSentence, i: int) -> tuple[int, bool, bool]:
    """The first token of the verb group that ends with verb `i`; is it passive; is it negated."""
    k = i - 1
    passive = False
    negated = False
    while k >= 0:
        word = s.lower[k]
        if word in ("n't", "not", "never", "n’t"):
            negated = True
        elif word in BE:
            passive = passive or (s.tags[i] in ("VBN", "VBD") and not passive)
        elif not (
            s.tags[k] in ADVERB
            or s.tags[k] == "MD"
            or word in HAVE
            or word in ("do", "does", "did")
        ):
            break
        k -= 1
    return k + 1, passive and s.tags[i] != "VBG", negated


def _subject(s: TaggedSentence, i: int) -> Range | None:
    """The subject of verb `i`: the noun phrase before its group, an apposition skipped."""
    begin, _, _ = _group_start(s, i)
    if begin == 0:
        return None
    before = begin - 1
    if s.words[before] in (",", ")", "—", "–", "-"):
        opener = {",": ",", ")": "(", "—": "—", "–": "–", "-": "-"}[s.words[before]]
        k = before - 1
        while k > 0 and before - k <= 16 and s.words[k] != opener:
            k -= 1
        if k <= 0 or s.words[k] != opener:
            return None
        start = phrase_before(s, k)
        if start is None:
            return None
        if s.words[before] == "," and _is_lone_adverbial(s, start, k):
            return None
        return start, k
    if s.tags[before] in ("WP", "WDT") or s.lower[before] in ("who", "which", "that"):
        if before == 0 or s.words[before - 1] != ",":
            return None
        start = phrase_before(s, before - 1)
        return None if start is None else (start, before - 1)
    start = phrase_before(s, begin)
    return None if start is None else (_whole_phrase(s, start), begin)


def _whole_phrase(s: TaggedSentence, start: int) -> int:
    """The start of the phrase another hangs on: "a poll released on Friday" for "Friday"."""
    for _ in range(3):
        if start < 2 or s.tags[start - 1] not in ("IN", "TO"):
            break
        held = start - 2 if s.tags[start - 2] in ("VBN", "VBG") else start - 1
        earlier = phrase_before(s, held)
        if earlier is None:
            break
        start = earlier
    return start


def _is_lone_adverbial(s: TaggedSentence, start: int, end: int) -> bool:
    return (
        start > 0
        and s.tags[start - 1] in ("IN", "TO")
        and all(s.lower[k] in TIME_WORDS or s.tags[k] in ("CD", "DT") for k in range(start, end))
    )


def _main_subject(s: TaggedSentence, i: int) -> Range | None:
    """The subject of the clause that verb `i` continues ("…, adding that")."""
    for k in range(i - 1, 0, -1):
        if s.tags[k] in FINITE and s.words[k] not in (",",):
            return _subject(s, k)
    return None


def _verb(s: TaggedSentence, i: int, frames: list[Frame]) -> Frame | None:
    lemma = s.lemma(i)
    begin, passive, negated = _group_start(s, i)
    if passive or (begin > 0 and s.lower[begin - 1] == "to" and s.tags[i] == "VB"):
        return None
    inherited = False
    subject: Range | None = None
    inverted: Range | None = None
    if s.tags[i] == "VBG" and not any(s.lower[k] in BE for k in range(begin, i)):
        inherited = True
    elif begin > 0 and s.tags[begin - 1] == "CC":
        inherited = True
    else:
        subject = _subject(s, i)
        if subject is None and _ends_content(s, begin):
            inverted = _inverted_subject(s, i)
        if subject is None and inverted is None and not (begin == 0 and lemma in cues.SAY):
            return None
    source = subject or inverted
    argues = subject is not None and lemma in cues.SHOW and s.lower[subject[0]] in DEMONSTRATIVE
    if inherited:
        source = frames[-1].source if frames else _main_subject(s, begin)
        if source is None:
            return None
    denied = lemma in cues.DENY or negated
    if inverted is not None:
        return _after_content(s, i, begin, inverted, (begin, inverted[1]), frames, denied)
    frame = _before_content(s, i, lemma, denied)
    if frame is not None:
        first = source[0] if source and not inherited else begin
        content_start = frame.content[0][0]
        if inherited and begin > 0 and (s.tags[begin - 1] == "CC" or s.words[begin - 1] == ","):
            first = begin - 1
        return replace(
            frame,
            source=None if argues else source,
            argument=argues,
            cue=(begin, frame.cue[1]),
            outside=((first, content_start),),
            inherited=inherited,
        )
    if (
        source is not None
        and not argues
        and not inherited
        and lemma in cues.SAY | cues.THINK | cues.SHOW
    ):
        return _after_content(s, i, source[0], source, (source[0], i + 1), frames, denied)
    return None


def _inverted_subject(s: TaggedSentence, i: int) -> Range | None:
    """ "…," said the minister."""
    end = phrase_after(s, i + 1, len(s))
    if end is None or (end < len(s) and s.tags[end] in FINITE):
        return None
    return i + 1, end


def _ends_content(s: TaggedSentence, i: int) -> bool:
    """Whether a quotation or a clause ends just before token `i`."""
    return i > 1 and (s.words[i - 1] in (",", "?", "!", "…", "—") or is_close_quote(s, i - 1))


def _skip_adverbials(s: TaggedSentence, i: int, tells: bool) -> int:
    """Past what may stand between a verb of saying and its content."""
    n = len(s)
    if tells and i < n and s.lower[i] != "that":
        end = phrase_after(s, i, n)
        if end is not None and not (end < n and s.tags[end] in FINITE):
            i = end
    while i < n:
        if s.tags[i] in ADVERB or s.tags[i] == "RP":
            i += 1
        elif s.lower[i] in TIME_WORDS:
            i += 1
        elif s.tags[i] in ("IN", "TO") and s.lower[i] not in ("that", "if", "whether", "because"):
            end = phrase_after(s, i + 1, n)
            if end is None or (end < n and s.tags[end] in FINITE):
                return i
            i = end
        elif s.lower[i] in ("last", "this", "next") and i + 1 < n and s.lower[i + 1] in TIME_WORDS:
            i += 2
        else:
            return i
    return i


def _before_content(s: TaggedSentence, i: int, lemma: str, denied: bool) -> Frame | None:
    """A verb whose content follows; source and outside are filled in by the caller."""
    n = len(s)
    last = _last(s)
    bare = frozenset({i + 1})

    def frame(start: int, cue_end: int, force: Force = "asserted") -> Frame | None:
        if start >= last:
            return None
        return Frame(None, (i, cue_end), ((start, last),), (), force, denied)

    direct = i + 1
    past = _skip_adverbials(s, direct, lemma in cues.TELLS)
    starts = (direct, past) if past != direct else (direct,)
    if lemma in cues.DEMAND:
        asked = _asked(s, i, last)
        if asked is not None:
            return frame(asked, asked, "demanded")
    if lemma in cues.PROMISE and direct < n and s.lower[direct] == "to":
        return frame(direct + 1, direct + 1, "promised")
    talks = lemma in cues.SAY or lemma in cues.THINK or lemma in cues.SHOW or lemma in cues.DENY
    if not talks and lemma not in cues.DEMAND:
        return None
    for p in starts:
        if p < n and s.lower[p] == "that" and has_finite(s, p + 1, last):
            asks = lemma in ("demand", "propose", "recommend", "insist", "request")
            subjunctive = asks and not clause_is_indicative(s, p + 1, last)
            return frame(p + 1, i + 1, "demanded" if subjunctive else "asserted")
    for p in starts:
        if p >= n:
            continue
        word = s.lower[p]
        if word in ("whether", "if", "how", "why", "what") and lemma in cues.SAY | cues.THINK:
            return frame(p, i + 1)
        if word == ":" and p + 1 < n:
            return frame(p + 1, i + 1)
        if is_open_quote(s, p) or (word == "," and p + 1 < n and is_open_quote(s, p + 1)):
            return frame(p + (word == ","), i + 1)
        if lemma in cues.SAY | cues.THINK | cues.SHOW and clause_verb(s, p, n) is not None:
            if p in bare or s.tags[p] in NOMINAL | {"DT", "PRP$", "JJ", "IN"}:
                return frame(p, i + 1)
    return None


def _asked(s: TaggedSentence, i: int, last: int) -> int | None:
    """Where the content of a request begins: "urged [the board to resign]"."""
    start = i + 1
    if start < last and s.lower[start] in ("on", "upon", "for", "at"):
        start += 1
    if start < last and s.lower[start] == "to" and s.tags[start + 1 : start + 2] == ("VB",):
        return None
    end = phrase_after(s, start, last)
    if end is not None and end + 1 < last and s.lower[end] == "to" and s.tags[end + 1] == "VB":
        return start
    return None


def _after_content(
    s: TaggedSentence,
    i: int,
    outside_from: int,
    source: Range,
    outside: Range,
    frames: list[Frame],
    denied: bool,
) -> Frame | None:
    """A verb whose content came before it, and may go on after it."""
    if not _ends_content(s, outside_from) or s.lemma(i) not in cues.SAY | cues.THINK | cues.SHOW:
        return None
    floor = max((f.outside[-1][1] for f in frames if f.content[0][0] < f.cue[0]), default=0)
    end = outside_from
    while end > floor and (s.words[end - 1] == "," or is_close_quote(s, end - 1)):
        end -= 1
    content: list[Range] = [(floor, end)] if end - floor > 1 else []
    stop = _skip_adverbials(s, outside[1], s.lemma(i) in cues.TELLS)
    last = _last(s)
    after = stop
    while after < last and (s.words[after] in (",", ".", ";", ":")):
        after += 1
    if after < last and (is_open_quote(s, after) or (after > stop and _goes_on(s, after, last))):
        content.append((after, last))
    else:
        stop = max(stop, min(after, last))
    if not content:
        return None
    return Frame(source, (i, i + 1), tuple(content), ((outside_from, after),), denied=denied)


def _goes_on(s: TaggedSentence, start: int, end: int) -> bool:
    first = start + 1 if s.tags[start] == "CC" else start
    return clause_verb(s, first, end) is not None
