"""Objects that state something by themselves, and so are claims apart from their verb.

"called the plan a disaster", "accused the board of lying" and "proposed closing the school" hold a
whole proposition after the verb: a subject with what is said of it, or a gerund. What a verb of
judgement is about ("praised the plan") does not, nor may its verb be lost: praise and blame would
agree.
"""

from __future__ import annotations

from tui.core.claims import stance_cues
from tui.core.claims.frames import Force, last_token
from tui.core.claims.phrases import (
    ADVERB,
    FINITE,
    clause_verb,
    is_open_quote,
    phrase_after,
)
from tui.core.language.tagged import TaggedSentence

COMPLEMENT = frozenset(("DT", "JJ", "JJS", "PRP$"))
"""Tags that what is said of an object may begin with."""


def stated_from(s: TaggedSentence, i: int, end: int) -> tuple[int, Force] | None:
    """Where the object of verb `i`, whose cue ends at `end`, begins, if it states something."""
    lemma = s.lemma(i)
    last = last_token(s)
    if i + 2 >= last or s.tags[i + 1] == "PRP":
        # "called him weak" says nothing without whoever he is
        return None
    force: Force = stance_cues.FORCES.get(lemma, "asserted")
    if lemma == "call" and s.lower[end - 1] in ("for", "on"):
        force = "demanded"
    if lemma in stance_cues.CHARACTERIZE and _is_predicated(s, i + 1, last):
        return i + 1, force
    if lemma in ("accuse", "blame"):
        return _charged(s, i, last)
    start = end
    while start < last and s.tags[start] in ("RB", "RP"):
        start += 1
    if lemma not in stance_cues.STATING or start + 1 >= last:
        return None
    if s.tags[start] == "VBG" and s.tags[start + 1] not in ("NN", "NNS", "CC"):
        return start, force
    return None


def object_end(s: TaggedSentence, start: int) -> int:
    """Where the sentence goes on after an object without a finite verb: "[it a sham] and left"."""
    last = last_token(s)
    for k in range(start + 1, last):
        if s.tags[k] in FINITE:
            return last
        if not (s.tags[k] == "CC" or s.words[k] in (",", ";")):
            continue
        after = k + 1
        while after < last and (s.tags[after] in ADVERB or s.tags[after] == "CC"):
            after += 1
        if after == last:
            return last
        joined = "CC" in s.tags[k:after]
        # without a comma, "the heart or lung" may go on as the phrase it is
        apart = s.words[k] in (",", ";") or s.tags[after] in ("PRP", "EX")
        if (joined and s.tags[after] in FINITE) or (
            apart and clause_verb(s, after, last, 8) is not None
        ):
            return k
    return last


def _is_predicated(s: TaggedSentence, start: int, last: int) -> bool:
    """Whether what an object is called follows it: "the plan a sham", "the vote as a sham"."""
    end = phrase_after(s, start, last)
    if end is None or end >= last:
        return False
    if s.lower[end] == "as":
        return end + 1 < last
    return is_open_quote(s, end) or s.tags[end] in COMPLEMENT


def _charged(s: TaggedSentence, i: int, last: int) -> tuple[int, Force] | None:
    """ "accused [the board of lying]", "blamed [the board for the delay]"."""
    end = phrase_after(s, i + 1, last)
    link = "of" if s.lemma(i) == "accuse" else "for"
    for k in range(i + 2, min(last - 1, i + 12)):
        if s.tags[k] in FINITE or s.words[k] in ";:":
            return None
        if s.lower[k] == link and end is not None:
            return i + 1, "asserted"
    return None
