"""Attribution by nouns, adjectives, "according to" and speaker labels."""

from __future__ import annotations

from tui.core.claims import cues
from tui.core.claims.frames import Frame, Range, last_token, until_break
from tui.core.claims.phrases import (
    ADVERB,
    BE,
    FINITE,
    clause_verb,
    has_finite,
    is_close_quote,
    is_open_quote,
    main_verb,
    phrase_after,
    phrase_before,
)
from tui.core.claims.subjects import subject_of, verb_group
from tui.core.language.tagged import TaggedSentence

DETERMINED = frozenset(("DT", "PRP$", "NNP"))
DOCUMENT_REACH = 20
"""Tokens that the name of a document may have before its comma."""
TITLE_REACH = 4
"""Tokens a headline's label for a text may have before its colon."""
LABEL_REACH = 7
"""Tokens a speaker's label may have before its colon."""
OFFICE_REACH = 12
"""Tokens of the office, or of the name, before the bracket of a speaker's label."""
CIRCUMSTANCE = 14
"""Tokens between "attention" and the `that` of what somebody is told."""
OWN_WORDS = ("words", "view", "opinion", "telling", "account")
"""What somebody's is, after "in" and before a statement."""
OPENED, CLOSED = ("(", "-LRB-"), (")", "-RRB-")
LINKING = frozenset("seem appear remain become feel sound look grow make".split())


def according_frame(s: TaggedSentence, i: int) -> Frame | None:
    """ "According to the mayor, …" and "…, according to the mayor"."""
    first = i + 2
    while first < len(s) and s.tags[first] in ADVERB:
        first += 1
    end = phrase_after(s, first, len(s))
    if end is None or (i and s.tags[i - 1] in ("VBN", "VBG")):
        return None
    stop = until_break(s, end)
    last = last_token(s)
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


def noun_frame(s: TaggedSentence, i: int) -> Frame | None:
    """ "his denial that …", "repeated its position that …"."""
    if s.lemma(i) not in cues.NOUNS or not has_finite(s, i + 3, len(s)):
        return None
    told = i + 2 if s.lower[i + 1] == "that" else i + 3
    if told == i + 2 and s.tags[told] in FINITE:
        # a relative clause: "charges that can cost him his seat"
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
        subject = subject_of(s, verb_group(s, verb).begin)
        if subject is not None:
            source, cue, outside_from = subject, (verb, i + 1), subject[0]
    if source is None:
        owner = [k for k in range(begin, i) if s.tags[k] in ("POS", "PRP$")]
        if owner:
            k = owner[-1]
            source = (k, k + 1) if s.tags[k] == "PRP$" else (begin, k)
            outside_from = begin
    if source is None and (told == i + 3 or s.lemma(i) not in cues.HEARSAY_NOUNS):
        return None
    denied = s.lemma(i) in cues.DENY_NOUNS or (cue[0] != i and s.lemma(cue[0]) in cues.DENY)
    return Frame(source, cue, ((told, last_token(s)),), ((outside_from, told),), denied=denied)


def adjective_frame(s: TaggedSentence, i: int) -> Frame | None:
    """ "was confident that …", "has made it clear that …"."""
    last = last_token(s)
    start = i + 1
    if start < last and s.lower[start] == "that":
        start += 1
    elif start >= last or s.tags[start] not in ("PRP", "DT") or s.lower[i] == "clear":
        return None
    if not has_finite(s, start, last) or clause_verb(s, start, last, 24) is None:
        return None
    verb = i - 1
    while verb >= 0 and (s.tags[verb] in ADVERB or s.lower[verb] == "it"):
        verb -= 1
    if verb < 0 or not (s.lower[verb] in BE or s.lemma(verb) in LINKING):
        return None
    if s.lower[i] == "clear" and s.lemma(verb) != "make":
        return None
    group = verb_group(s, verb)
    source = None if group.infinitive else subject_of(s, group.begin)
    if source is None or s.lower[source[0]] in ("it", "this", "that"):
        return None
    outside = (source[0], start)
    return Frame(source, (group.begin, i + 1), ((start, last),), (outside,), denied=group.negated)


def label_frame(s: TaggedSentence) -> Frame | None:
    """ "ORTH: The bridge is safe." and a headline's "Lena Orth: 'The bridge is safe'"."""
    last = last_token(s)
    bracketed = _bracketed_label(s)
    if bracketed is not None:
        source, mark = bracketed
        return Frame(source, (mark, mark + 1), ((mark + 1, last),), ((0, mark + 1),))
    colon = next((k for k in range(1, min(LABEL_REACH, len(s))) if s.words[k] == ":"), None)
    if colon is None or colon + 1 >= last:
        return None
    if s.lemma(colon - 1) in cues.DOCUMENTS and colon < TITLE_REACH:
        # "Poll: Orth leads by a hair"
        return Frame((0, colon), (colon, colon + 1), ((colon + 1, last),), ((0, colon + 1),))
    named = all(s.words[k][0].isupper() or s.words[k] in ".-'’" for k in range(colon))
    quoted = is_open_quote(s, colon + 1) or s.words[colon + 1] == "'"
    shouted = all(s.words[k].isupper() for k in range(colon))
    if not named or not (quoted or shouted or has_finite(s, colon + 1, last)):
        return None
    if s.words[:colon] not in (("Q",), ("A",)) and any(
        s.tags[k] not in ("NNP", "NNPS", ".", "POS") for k in range(colon)
    ):
        return None
    return Frame((0, colon), (colon, colon + 1), ((colon + 1, last),), ((0, colon + 1),))


def _bracketed_label(s: TaggedSentence) -> tuple[Range, int] | None:
    """ "The Minister for Trade (Ms Orth): …", "Mr Hale (Ost North): …": the speaker and the colon.

    As printed parliaments have it: an office with its holder in brackets, or a member with the
    seat. None where the line has no such label.
    """
    opened = next((k for k in range(1, min(OFFICE_REACH, len(s))) if s.words[k] in OPENED), None)
    if opened is None:
        return None
    closed = next((k for k in range(opened + 2, len(s)) if s.words[k] in CLOSED), len(s))
    if closed - opened > LABEL_REACH or s.words[closed + 1 : closed + 2] != (":",):
        return None
    if closed + 2 >= last_token(s) or not s.words[0][0].isupper():
        return None
    if not has_finite(s, closed + 2, len(s)):
        return None
    small = frozenset(("of", "for", "the", "and", "&", ",", ".", "-", "to"))
    named = (*range(opened), *range(opened + 1, closed))
    if not all(s.words[k][0].isupper() or s.lower[k] in small for k in named):
        return None
    inside = (opened + 1, closed) if s.lower[0] == "the" else (0, opened)
    return inside, closed + 1


def attention_frame(s: TaggedSentence, i: int) -> Frame | None:
    """ "brought to the attention of the envoy that …", "drew attention to the fact that …"."""
    verb = next((k for k in range(i - 1, max(-1, i - 6), -1) if s.tags[k].startswith("VB")), None)
    if verb is None or s.lemma(verb) not in ("bring", "draw", "call", "direct"):
        return None
    last = last_token(s)
    reach = range(i + 1, min(last, i + CIRCUMSTANCE))
    that = next((k for k in reach if s.lower[k] == "that" and s.tags[k] in ("IN", "WDT")), None)
    if that is None or has_finite(s, i, that) or s.tags[that + 1] in FINITE:
        return None
    source = subject_of(s, verb_group(s, verb).begin)
    if source is None or not has_finite(s, that + 1, last):
        return None
    return Frame(source, (verb, i + 1), ((that + 1, last),), ((source[0], that + 1),))


def colon_frame(s: TaggedSentence, i: int) -> Frame | None:
    """ "Her letter makes a plain case: "…"" and "He replied with a smile:" before a quotation."""
    verb = main_verb(s, 0, i)
    last = last_token(s)
    ends = i == len(s) - 1
    if verb is None or not (ends or (i + 1 < last and is_open_quote(s, i + 1))):
        return None
    source = subject_of(s, verb_group(s, verb).begin)
    if source is None:
        return None
    return Frame(source, (i, i + 1), ((i, i + 1) if ends else (i + 1, last),), ((i, i + 1),))


def document_frame(s: TaggedSentence) -> Frame | None:
    """ "In a poll of the Herald, most backed the tax": what stands in a text, a study, a survey."""
    words = _words_frame(s)
    if words is not None:
        return words
    if len(s) < 6 or s.lower[0] not in ("in", "under") or s.tags[1] not in DETERMINED:
        return None
    end = phrase_after(s, 1, len(s))
    stop = until_break(s, 1)
    last = last_token(s)
    if end is None or stop >= last or s.words[stop] != "," or stop > DOCUMENT_REACH:
        return None
    if s.lower[1] == "this" or s.lower[2] in ("present", "current"):
        # a text that speaks of itself: "In the present study, …"
        return None
    heads = [k for k in range(1, end) if s.lemma(k) in cues.DOCUMENTS]
    if not heads or not has_finite(s, stop + 1, last):
        return None
    return Frame((1, stop), (0, 1), ((stop + 1, last),), ((0, stop + 1),))


def _words_frame(s: TaggedSentence) -> Frame | None:
    """ "In her words, …", "In Orth's view, …", "In the words of the clerk, …"."""
    stop = until_break(s, 1)
    last = last_token(s)
    if s.lower[0] != "in" or stop + 1 >= last or s.words[stop] != "," or stop > DOCUMENT_REACH:
        return None
    if not has_finite(s, stop + 1, last):
        return None
    source: Range | None = None
    if s.lower[stop - 1] in OWN_WORDS and s.tags[1] == "PRP$" and stop < 5:
        source = (1, 2)
    elif s.lower[stop - 1] in OWN_WORDS and "POS" in s.tags[1:stop]:
        source = (1, s.tags.index("POS", 1))
    elif s.lower[1:4] in (("the", "words", "of"), ("the", "view", "of"), ("the", "opinion", "of")):
        source = (4, stop)
    if source is None or s.lower[source[0]] in ("other", "my", "our", "its"):
        return None
    return Frame(source, (stop - 1, stop), ((stop + 1, last),), ((0, stop + 1),))


def dash_frame(s: TaggedSentence, i: int) -> Frame | None:
    """ "“It was quiet.” — Lena Orth": a quotation and its source after a dash."""
    end = len(s)
    if i < 3 or not is_close_quote(s, i - 1) or not 1 < end - i < LABEL_REACH + 2:
        return None
    if any(s.tags[k] not in ("NNP", "NNPS", ",", "IN", "DT", "NN") for k in range(i + 1, end)):
        return None
    if s.tags[i + 1] != "NNP":
        return None
    return Frame((i + 1, end), (i, i + 1), ((0, i),), ((i, end),))


def as_frame(s: TaggedSentence, i: int) -> Frame | None:
    """ "As Orth put it, …", "as reported by the Herald, …": the clause beside it is the content."""
    k = i + 1
    while k < len(s) and s.words[k] not in ",;:":
        k += 1
    verb = next((v for v in range(i + 1, k) if s.tags[v].startswith("VB")), None)
    while verb is not None and verb + 1 < k and s.tags[verb + 1].startswith("VB"):
        verb += 1
    if verb is None or not (
        s.lemma(verb) in cues.SAY | {"put", "learn", "see", "know"}
        or (s.lemma(verb) == "point" and s.lower[verb + 1 : verb + 2] == ("out",))
    ):
        return None
    source: Range | None
    if s.lower[verb + 1 : verb + 2] == ("by",) and verb == i + 1:
        end = phrase_after(s, verb + 2, len(s))
        source = None if end is None else (verb + 2, end)
        cue = (verb, verb + 2)
    else:
        source, cue = subject_of(s, verb_group(s, verb).begin), (verb, verb + 1)
        if source is None or source[0] <= i:
            return None
    last = last_token(s)
    if source is None:
        return None
    begins = i == 0 or s.tags[i - 1] == "CC" or (s.words[i - 1] == "," and s.tags[i - 2] == "CC")
    if begins and k + 1 < last and s.words[k] == "," and has_finite(s, k + 1, last):
        return Frame(source, cue, ((k + 1, last),), ((i, k + 1),))
    before = i - 1 if i and s.words[i - 1] == "," else i
    if before > 1 and k >= last and before < i and has_finite(s, 0, before):
        return Frame(source, cue, ((0, before),), ((before, last),))
    return None
