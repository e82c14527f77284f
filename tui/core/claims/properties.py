"""Polarity and modality of a clause."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.claims.phrases import ADVERB, BE, DO, HAVE, main_verb
from tui.core.document import Span
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Modality

NOT = frozenset("not n't n’t never cannot neither nor hardly scarcely barely".split())
NO = frozenset("no nobody nothing none nowhere neither".split())
NEGATIVE_VERBS = frozenset("refuse deny lack refute reject dispute forbid".split())
NEGATIVE_BEFORE_TO = frozenset("fail decline".split())
"""With an infinitive alone: shares that declined, and talks that failed, deny nothing."""
NEGATIVE_NOUNS = frozenset("lack absence denial failure refusal".split())
DEMANDS = frozenset("must should shall ought".split())
POSSIBLE = frozenset("may might could can".split())
FUTURE = frozenset("will would 'll ’ll wo sha".split())
NOT_DENYING = frozenset("only later less fewer sooner doubt".split())
NOT_ONE = frozenset("one a an any".split())
"""After "not" before the verb they deny it of all: "not one ship", "not a single ship"."""
OUTRIGHT = NO | {"never"}
LEAST = frozenset(
    "penny cent farthing dime word syllable soul thing finger inch ounce shred scrap jot iota whit"
    " drop crumb scratch stitch trace hint sign clue moment minute second".split()
)
"""With "a" or "one" under a "not" these deny that there is any: "has not paid a penny"."""
ANY = frozenset("any anything anybody anyone anywhere ever whatsoever".split())
AT_ALL = 5
"""How soon after "not" they come, and "single", "any" and "at all"."""
EXCEPTING = frozenset("but except save bar other".split())
"""Soon after such a word they leave something: "nobody but the cook"."""
HEDGES = frozenset(
    "reportedly allegedly supposedly apparently seemingly purportedly ostensibly presumably "
    "evidently arguably possibly perhaps maybe probably likely rumored rumoured unconfirmed "
    "alleged purported supposed so-called".split()
)
SEEMING = frozenset("seem appear".split())
"""With `to`, `that`, `as` or `like` they hedge."""
HEARSAY = frozenset("say believe think understand allege rumor rumour report suspect".split())
"""In the passive, with an infinitive, they hedge: "is said to have left"."""
OBJECT_REACH = 4
"""How many tokens after its verb group a denying object may begin ("found no trace")."""


def is_negated(s: TaggedSentence, start: int, end: int) -> bool:
    """Whether the clause in tokens `start`..`end` denies something: an odd count of negations.

    Counted are negations of its main verb, of its subject and of its object; a "without" or a
    "not" in a phrase that hangs on them is not.
    """
    verb = main_verb(s, start, end)
    if verb is None:
        return any(s.lower[i] in NOT | NO and not _spared(s, i, end) for i in range(start, end))
    group = _group_end(s, verb, end)
    count = 0
    for i in range(start, min(end, group + OBJECT_REACH)):
        word = s.lower[i]
        if _spared(s, i, end):
            continue
        near = verb - 3 <= i <= group
        if (
            (word in NOT and near)
            or (word in NO and (i < verb or _begins_object(s, i, group)))
            or (i < verb and word == "not" and s.lower[i + 1] in NOT_ONE)
            or (near and s.lower[i : i + 3] == ("by", "no", "means"))
            or (near and s.tags[i].startswith("VB") and _denies(s, i, end))
            or (s.tags[i] == "NN" and word in NEGATIVE_NOUNS and _begins_object(s, i, group))
        ):
            count += 1
    return count % 2 == 1


def outright(s: TaggedSentence, start: int, end: int) -> bool:
    """Whether the clause says of its subject, its object or at all that there is none, or never.

    Plain "not" leaves open whether something else of the kind is so; "never higher" and "none is
    closer" deny nothing.
    """
    verb = main_verb(s, start, end)
    if verb is None:
        return False
    group = _group_end(s, verb, end)
    if any(s.tags[i] in ("JJR", "RBR") for i in range(verb, min(end, group + 2))):
        return False
    for i in range(start, min(end, group + OBJECT_REACH)):
        word, after = s.lower[i], s.lower[i + 1] if i + 1 < end else ""
        if _spared(s, i, end) or after == "longer" or EXCEPTING & {*s.lower[i + 1 : i + 4]}:
            continue
        if word in OUTRIGHT and (i < group or _begins_object(s, i, group)):
            return True
        if word == "not" and i < verb and after in NOT_ONE:
            return True
        if word in NOT and after in NOT_ONE and "there" in s.lower[max(start, i - 3) : i]:
            return True
        if word in NOT and _is_of_all(s.lower[i + 1 : min(end, i + 2 + AT_ALL)]):
            return True
    return False


def _is_of_all(words: Sequence[str]) -> bool:
    """Whether the words after a "not" deny even the least: "a penny", "any of it", "at all"."""
    for k, word in enumerate(words):
        before = words[k - 1] if k else ""
        if word in LEAST and before in ("a", "an", "one", "single"):
            return True
        if word == "single" or word in ANY or (before, word) == ("at", "all"):
            return True
    return False


def _denies(s: TaggedSentence, i: int, end: int) -> bool:
    lemma = s.lemma(i)
    if lemma not in NEGATIVE_BEFORE_TO:
        return lemma in NEGATIVE_VERBS
    after = next((k for k in range(i + 1, end) if s.tags[k] not in ADVERB), end)
    return after < end and s.lower[after] == "to"


def _spared(s: TaggedSentence, i: int, end: int) -> bool:
    """ "not only", "no later than", "no doubt", "no more than" deny nothing."""
    if i + 1 >= end:
        return False
    after = s.lower[i + 1]
    return after in NOT_DENYING or (after == "more" and i + 2 < end and s.lower[i + 2] == "than")


def _group_end(s: TaggedSentence, verb: int, end: int) -> int:
    """The end (exclusive) of the verb group that begins with the finite verb `verb`."""
    i = verb + 1
    while i < end and (
        s.tags[i] in ADVERB
        or s.lower[i] in BE | HAVE | DO | NOT
        or s.tags[i] in ("VB", "VBN", "VBG")
    ):
        i += 1
    return i


def _begins_object(s: TaggedSentence, i: int, group: int) -> bool:
    return group <= i < group + OBJECT_REACH and not any(
        s.tags[k] in ("IN", "TO", ",", "CC") for k in range(group, i)
    )


def modality(s: TaggedSentence, start: int, end: int) -> Modality:
    """How surely the clause is put forward, by the verb group of its main verb."""
    verb = main_verb(s, start, end)
    if verb is None:
        return "asserted"
    word = s.lower[verb]
    after = s.lower[verb + 1] if verb + 1 < end else ""
    if word == "had" and after == "to":
        return "asserted"
    if word in DEMANDS or (after == "to" and s.lemma(verb) in ("have", "need", "be")):
        return "demanded"
    if word in POSSIBLE or (word == "ca" and after in ("n't", "n’t")):
        return "possible"
    if word in FUTURE and s.tags[verb] == "MD":
        return "promised"
    return "asserted"


def hedge(s: TaggedSentence, start: int, end: int) -> Span | None:
    """The first words of a clause by which its writer keeps a distance from it."""
    for i in range(start, end):
        if s.lower[i] in HEDGES:
            return Span(s.starts[i], s.ends[i])
        after = s.lower[i + 1] if i + 1 < end else ""
        if after not in ("to", "that", "as", "like"):
            continue
        passive = s.tags[i] == "VBN" and i > start and s.lower[i - 1] in BE
        hearsay = passive and after == "to" and s.lemma(i) in HEARSAY
        if hearsay or (s.tags[i].startswith("VB") and s.lemma(i) in SEEMING):
            return Span(s.starts[i], s.ends[i + 1])
    return None
