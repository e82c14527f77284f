"""Objects that state something by themselves, and so are claims apart from their verb.

"called the plan a disaster", "accused the board of lying", "proposed closing the school" and
"called for an end to the strike" hold a whole proposition after the verb: a subject with what is
said of it, a gerund, or a noun made from a verb with its own object. What a verb of judgement is
about ("praised the plan") does not, nor may its verb be lost: praise and blame would agree.
"""

from __future__ import annotations

from tui.core.claims import stance_cues
from tui.core.claims.frames import Force, last_token
from tui.core.claims.phrases import (
    ADVERB,
    FINITE,
    clause_verb,
    head_of,
    is_open_quote,
    phrase_after,
)
from tui.core.language.morphology import analyse
from tui.core.language.tagged import TaggedSentence

COMPLEMENT = frozenset(("DT", "JJ", "JJS", "PRP$"))
"""Tags that what is said of an object may begin with."""
ACTION_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure")
"""Endings of nouns made from verbs."""
ACTION_LINKS = frozenset("of to in on by against for from into with between".split())
GIVEN = frozenset("promise pledge report announce reveal disclose describe mention".split())
"""Verbs after which "to" names a hearer or a taker: "promised her vote to nobody"."""
SHORTEST = 4
"""Tokens from which on a noun phrase can say what is done to what."""


def stated_from(s: TaggedSentence, i: int, end: int) -> tuple[int, Force] | None:
    """Where the object of verb `i`, whose cue ends at `end`, begins, if it states something."""
    lemma = s.lemma(i)
    last = last_token(s)
    start = end
    while start < last and s.tags[start] in ("RB", "RP"):
        start += 1
    if start + 1 >= last or s.tags[start] == "PRP":
        # "called him weak" says nothing without whoever he is
        return None
    force: Force = stance_cues.FORCES.get(lemma, "asserted")
    if lemma == "call" and s.lower[end - 1] in ("for", "on"):
        force = "demanded"
    if lemma in stance_cues.CHARACTERIZE and _is_predicated(s, i + 1, last):
        return i + 1, force
    if lemma in ("accuse", "blame"):
        return _charged(s, i, last)
    if lemma not in stance_cues.STATING:
        return None
    if s.tags[start] == "VBG" and s.tags[start + 1] not in ("NN", "NNS", "CC"):
        return start, force
    return (start, force) if _is_action(s, lemma, start, last) else None


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
    """Whether an object is followed by what it is called: "it a disaster", "him as weak"."""
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


def _is_action(s: TaggedSentence, lemma: str, start: int, last: int) -> bool:
    """Whether a noun phrase names what is done: "an end to the strike", "plans to build it"."""
    end = phrase_after(s, start, last)
    if end is None or last - start < SHORTEST:
        return False
    head = head_of(s, start, end)
    if head + 2 >= last or s.tags[head] not in ("NN", "NNS"):
        return False
    if s.lower[head + 1] == "to" and s.tags[head + 2] == "VB":
        return True
    if s.lower[head + 1] not in ACTION_LINKS:
        return False
    noun = s.lemma(head)
    if s.lower[head + 1] == "to" and lemma in GIVEN:
        return False
    acts = any(kind == "V" and level > 1 for kind, _, level in analyse(noun))
    return acts or noun.endswith(ACTION_ENDINGS)
