"""The subject of a verb, which is the source of what the verb attributes."""

from __future__ import annotations

from dataclasses import dataclass

from tui.core.claims.frames import Range
from tui.core.claims.phrases import (
    ADVERB,
    BE,
    DO,
    FINITE,
    HAVE,
    LINKS,
    NOUN,
    TIME_WORDS,
    has_finite,
    is_close_quote,
    phrase_after,
    phrase_before,
)
from tui.core.language.tagged import TaggedSentence

NEGATIONS = frozenset(("n't", "not", "never", "n’t"))
RELATIVES = frozenset("who which that".split())
CONTROL = frozenset(
    "continue go come begin start proceed keep appear seem tend have use dare manage try help"
    " need rush hasten decide choose".split()
)
"""Verbs whose subject is also the subject of the infinitive after them."""
HANGING = LINKS | frozenset("to by about near within among over under".split())
"""Prepositions by which a phrase hangs on the noun before it."""
QUANTIFIERS = frozenset("some many most several all both few each none".split())
CAUSE = frozenset(
    "lead cause prompt push force allow enable persuade convince get ask urge tell invite want"
    " encourage drive move inspire press compel induce provoke warn remind order expect"
    " help".split()
)
"""Verbs whose object is the subject of the infinitive after it: "led the board to say that"."""
OBJECTIVE = frozenset("him them me us".split())
"""Pronouns that can be no subject, but end one: "a source close to him"."""
RELATIVE_REACH = 14
"""Tokens of a relative clause between a subject and its verb."""
BRACKETS = {",": ",", ")": "(", "—": "—", "–": "–", "-": "-", "--": "--"}
APPOSITION_REACH = 24
"""Tokens an apposition between a subject and its verb may hold."""
SET_OFF_REACH = 36
"""Tokens that all appositions after a subject may hold together."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The auxiliaries and adverbs before a verb: `begin` is the first token of them all."""

    begin: int
    passive: bool
    negated: bool
    infinitive: bool
    """After a "to" that no verb of control explains."""


def verb_group(s: TaggedSentence, i: int) -> VerbGroup:
    """The verb group that ends with verb `i`, with a verb of control before its infinitive."""
    k = i - 1
    passive = negated = False
    while k >= 0:
        word = s.lower[k]
        if word in NEGATIONS:
            negated = True
        elif word in BE:
            passive = passive or (s.tags[i] in ("VBN", "VBD") and not passive)
        elif word == "to" and s.tags[k + 1] == "VB":
            control = k - 1
            while control > 0 and (
                s.tags[control] in ADVERB or s.tags[control] == "RP" or s.lower[control] == "on"
            ):
                control -= 1
            if control < 0 or not (
                s.tags[control].startswith("VB") and s.lemma(control) in CONTROL
            ):
                return VerbGroup(k + 1, passive and s.tags[i] != "VBG", negated, True)
            k = control
        elif not (s.tags[k] in ADVERB or s.tags[k] == "MD" or word in HAVE or word in DO):
            break
        k -= 1
    return VerbGroup(k + 1, passive and s.tags[i] != "VBG", negated, False)


def subject_of(s: TaggedSentence, begin: int) -> Range | None:
    """The noun phrase before the verb group at `begin`, what interrupts them skipped."""
    if begin == 0:
        return None
    before = begin - 1
    if s.words[before] in BRACKETS:
        return _past_apposition(s, before)
    if s.words[before] == "." and before > 1 and len(s.words[before - 1]) == 1:
        # "Lena O. said"
        start = phrase_before(s, before) if s.tags[before - 1] == "NNP" else None
        return None if start is None else (start, begin)
    if s.tags[before] in ("WP", "WDT") or s.lower[before] in RELATIVES:
        held = before - 1 if before and s.words[before - 1] == "," else before
        start = phrase_before(s, held)
        return None if start is None else (start, held)
    start = phrase_before(s, begin)
    participle = s.tags[before] in ("VBN", "VBD") and before > 1 and s.tags[before - 1] in NOUN
    if start is None and participle:
        # "half of those questioned said"
        start = phrase_before(s, before)
    if start is None:
        return None
    subjective = s.tags[start] == "PRP" and s.lower[start] not in OBJECTIVE
    whole = start if subjective else _whole_phrase(s, start)
    if whole == start and _is_lone_adverbial(s, start, begin):
        # "the minister on Monday said"
        return subject_of(s, start - 1) or (whole, begin)
    if start > 1 and all(_is_time(s, k) for k in range(start, begin)):
        # "the minister last month said"
        return subject_of(s, start) or (whole, begin)
    return whole, begin


def past_relative(s: TaggedSentence, begin: int) -> Range | None:
    """The subject whose relative clause ends right before its verb: "officials who left say"."""
    if begin < 4 or s.tags[begin - 1] not in ("VBN", "VBD", "RP", "RB", "VB"):
        return None
    for k in range(begin - 2, max(0, begin - RELATIVE_REACH), -1):
        if s.words[k] in ",;:":
            return None
        if s.tags[k] in ("WP", "WDT", "WP$"):
            start = phrase_before(s, k)
            return None if start is None else (start, begin)
    return None


def is_relative(s: TaggedSentence, begin: int) -> bool:
    """Whether the verb group at `begin` has a relative pronoun for its subject."""
    return begin > 0 and (
        s.tags[begin - 1] in ("WP", "WDT") or (s.lower[begin - 1] in RELATIVES and begin > 1)
    )


def closes_sentence(s: TaggedSentence, source: Range) -> bool:
    """Whether a clause about `source` comes last: the sentence said something before it."""
    return has_finite(s, 0, source[0])


def _past_apposition(s: TaggedSentence, before: int) -> Range | None:
    first = _past_all(s, before)
    if first is not None:
        return first
    if s.words[before] == "," and s.words[before - 1] == ")":
        before -= 1
    opener = BRACKETS[s.words[before]]
    k = before - 1
    while k > 0 and before - k <= APPOSITION_REACH and s.words[k] != opener:
        k -= 1
    if k <= 0 or s.words[k] != opener:
        return None
    start = phrase_before(s, k)
    if start is None or (s.words[before] == "," and _is_lone_adverbial(s, start, k)):
        return None
    stated = next((v for v in range(k, before) if s.tags[v] in FINITE), before)
    held = any(s.tags[v] in ("WP", "WDT", "WP$", "WRB", "IN") for v in range(k, stated))
    if s.words[before] == "," and stated < before and not held:
        # a clause of its own: "Without voters, the candidates lose, said …"
        return None
    return start, k


def _past_all(s: TaggedSentence, before: int) -> Range | None:
    """The phrase that begins a statement, past all that is set off after it.

    "Lena Orth, 71, a clerk from Ost, Essex, said": only where no other verb could take it.
    """
    if s.words[before] != ",":
        return None
    quoted = (k for k in range(before - 1, 0, -1) if is_close_quote(s, k))
    begin = next(quoted, -1) + 1
    while begin < before and s.tags[begin] in ("CC", "RB", ","):
        begin += 1
    end = phrase_after(s, begin, before)
    if end is None or s.words[end] not in (",", "(") or before - end > SET_OFF_REACH:
        return None
    if any(s.lower[k] in TIME_WORDS for k in range(begin, end)):
        return None
    relatives = [k for k in range(end, before) if s.tags[k] in ("WP", "WDT", "WP$")]
    verbs = [
        k
        for k in range(end, before)
        if s.tags[k] in FINITE and not (s.tags[k] == "VBD" and s.tags[k - 1] in ("CC", ","))
    ]
    held = not verbs or (relatives and relatives[0] < verbs[0])
    return (begin, end) if held and len(verbs) >= len(relatives) else None


def _whole_phrase(s: TaggedSentence, start: int) -> int:
    """The start of the phrase another hangs on: "a poll released on Friday" for "Friday"."""
    for _ in range(3):
        if start < 2 or s.lower[start - 1] not in HANGING:
            break
        held = start - 1
        if s.tags[start - 2] in ("VBN", "VBG", "JJ") or s.lower[start - 2] == "close":
            held = start - 2
        earlier = phrase_before(s, held)
        if earlier is None:
            break
        start = earlier
    return start


def _is_time(s: TaggedSentence, k: int) -> bool:
    return s.lower[k] in TIME_WORDS or s.lower[k] in ("last", "this", "next", "late", "early")


def _is_lone_adverbial(s: TaggedSentence, start: int, end: int) -> bool:
    return (
        start > 0
        and s.tags[start - 1] in ("IN", "TO")
        and all(s.lower[k] in TIME_WORDS or s.tags[k] in ("CD", "DT") for k in range(start, end))
    )


def main_subject(s: TaggedSentence, i: int) -> Range | None:
    """The subject of the clause that verb `i` continues ("…, adding that")."""
    for k in range(i - 1, 0, -1):
        if s.tags[k] in FINITE:
            begin = verb_group(s, k).begin
            subject = subject_of(s, begin)
            # the verb of a row of verbs has the subject of the first: "left, slept and said"
            if subject is not None or not (s.words[begin - 1] == "," or s.tags[begin - 1] == "CC"):
                return subject
    return None


def agent_of(s: TaggedSentence, i: int, reach: int = 12) -> Range | None:
    """Who a passive names as doing it: "was criticized on Friday by the minister"."""
    for k in range(i + 1, min(len(s), i + 1 + reach)):
        if s.words[k] in ",;:" or s.tags[k] in FINITE:
            return None
        if s.lower[k] == "by":
            head = k + 1
            if head + 1 < len(s) and s.lower[head] in QUANTIFIERS and s.lower[head + 1] == "of":
                head += 2
            end = phrase_after(s, head, len(s))
            if end is None or s.tags[end - 1] == "CD" or s.lower[end - 1] in TIME_WORDS:
                return None
            return k + 1, end
    return None


def controller(s: TaggedSentence, begin: int) -> Range | None:
    """The object that an infinitive after "to" (at `begin` - 1) is said of, if a cause moves it."""
    if begin < 3 or s.lower[begin - 1] != "to":
        return None
    start = phrase_before(s, begin - 1)
    if start is None or start == 0 or s.lemma(start - 1) not in CAUSE:
        return None
    return start, begin - 1


def participle_subject(s: TaggedSentence, begin: int) -> Range | None:
    """The noun that a participle follows without a comma: "voters saying that …"."""
    if begin == 0 or not (s.tags[begin - 1] in NOUN or s.tags[begin - 1] == "PRP"):
        return None
    start = phrase_before(s, begin)
    return None if start is None else (start, begin)
