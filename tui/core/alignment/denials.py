"""What a claim denies: the reach of each negation, and the words that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.core.alignment.slots import Item
from tui.core.claims.phrases import BE, FINITE, HAVE, NOUN
from tui.core.claims.properties import is_negated
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Claim

NOT = frozenset(
    "not n't n’t never cannot nor hardly scarcely barely rarely seldom dont doesnt didnt isnt wasnt"
    " arent werent wont cant couldnt wouldnt shouldnt hasnt havent hadnt".split()
)
NO = frozenset("no neither zero".split())
NOBODY = frozenset("nobody nothing none nowhere no-one".split())
WITHOUT = frozenset("without lacking".split())
IMPLYING = frozenset(
    "fail refuse decline avoid prevent stop cease neglect forget forbid prohibit refrain abstain"
    " omit unable incapable unwilling failure refusal inability resist forgo shun disdain".split()
)
"""With a verb after them they say that it did not happen (Karttunen 1971)."""
DENYING = frozenset(
    "deny dispute refute reject rebut dismiss doubt disprove discount debunk untrue false incorrect"
    " myth falsehood".split()
)
"""Of the clause after `that` they say that it is not so: "rejected the claim that …"."""
TRUE = frozenset("true correct case".split())
"""The same where they are negated: "it is not the case that …"."""
THAT = 5
"""How soon `that` follows them."""
FREE = frozenset("free away absent exempt immune devoid bereft far".split())
"""With `of` or `from` after them they say that what follows is not there, or not so."""
OTHER = frozenset("something someone somebody somewhere nothing nobody no-one".split())
"""Of these `other than` excepts what follows."""
ENDING = frozenset("die stop quit cease give turn break abandon collapse".split())
"""What one does `before` another thing, so that it never comes to that."""
LACKING = frozenset("lack absence".split())
"""What they take is not there."""
TURNED = frozenset("down away".split())
"""With `turn` they refuse."""
COPULAR = frozenset("become remain seem appear".split())
"""Verbs that say little but that something is so."""
BEFORE = frozenset("before until till".split())
UNTIL = 10
"""How soon after "not" they may bound it by a date."""
TO_VERB = 5
"""How soon the verb follows a word that implies its denial: "prevented the crew from leaving"."""
SPARED = frozenset("only just merely simply necessarily yet later less fewer sooner doubt".split())
"""After a negation these leave nothing, or not the whole, denied."""
PARTIAL = frozenset("all every everyone everything always entirely fully wholly both".split())
"""Of these a negation denies that they are all."""
ENDS = frozenset(
    "but because although though while whereas unless except since until which who whom whose"
    " so".split()
)
"""Words beyond which a negation does not reach."""
MARKS = frozenset(", ; : — – ( )".split())
_NEXT_CLAUSE = 5
"""How soon after `and` a finite verb must come for a clause of its own."""


@dataclass(frozen=True, slots=True)
class Denial:
    """One negation of a claim, by the numbers of its items."""

    focus: tuple[int, ...]
    """What it is about: a verb, or the words up to the head of a noun phrase."""
    scope: tuple[int, ...]
    """All within its reach."""
    event: int | None = None
    """The verb that goes with a denied noun: "found" in "no survivors were found"."""


def denials(
    s: TaggedSentence, tokens: tuple[int, int], items: Sequence[Item], claim: Claim
) -> tuple[Denial, ...]:
    """The negations of a claim, in its tokens of `s`; one that stands outside its words ("Hale
    denied that …") is about its predicate and reaches over all of it."""
    found = tuple(_inside(s, tokens, items))
    if claim.negated and not found and not is_negated(s, *tokens):
        return (_whole(s, items),)
    return found


def denied(items: int, found: tuple[Denial, ...]) -> tuple[bool, ...]:
    """For each of so many items, whether an odd count of negations reaches it."""
    counts = [0] * items
    for d in found:
        for k in {*d.focus, *d.scope}:
            counts[k] += 1
    return tuple(n % 2 == 1 for n in counts)


def _whole(s: TaggedSentence, items: Sequence[Item]) -> Denial:
    everything = tuple(range(len(items)))
    return Denial(_focus(items, _from_verb(s, items, everything)), everything)


def _from_verb(s: TaggedSentence, items: Sequence[Item], scope: tuple[int, ...]) -> tuple[int, ...]:
    """Of the items of a clause those from its verb on."""
    verbs = [k for k in scope if items[k].kind == "verb"]
    finite = (k for k in verbs if _is_finite(s, items[k]))
    first = next(finite, verbs[0] if verbs else 0)
    return tuple(k for k in scope if k >= first)


def _denied_clause(s: TaggedSentence, i: int, last: int) -> int | None:
    """Where the clause begins that token `i` says is not so."""
    lemma = s.lemma(i)
    negated = lemma in TRUE and not NOT.isdisjoint(s.lower[max(0, i - THAT) : i])
    if lemma not in DENYING and not negated:
        return None
    for k in range(i + 1, min(last, i + THAT)):
        if s.lower[k] == "that" and s.tags[k] in ("IN", "WDT"):
            # "dismissed a plan that failed": the clause has no subject of its own
            own = s.tags[k + 1 : k + 2] and s.tags[k + 1] not in FINITE
            return k + 1 if own else None
        if s.words[k] in MARKS or s.tags[k] in FINITE:
            return None
    return None


def _inside(s: TaggedSentence, tokens: tuple[int, int], items: Sequence[Item]) -> Iterator[Denial]:
    first, last = tokens
    for i in range(first, last):
        if s.lower[i] in NOT and any(
            s.lemma(k) in TRUE and _denied_clause(s, k, last)
            for k in range(i + 1, min(last, i + 1 + THAT))
        ):
            continue
        if s.lower[i] in NOT and _only_until(s, i, last, items):
            continue
        clause = _denied_clause(s, i, last)
        if clause is not None:
            scope = tuple(k for k, x in enumerate(items) if clause <= x.tokens[0] < last)
            yield Denial(_focus(items, _from_verb(s, items, scope)), scope)
            continue
        begin = _begins(s, i, last)
        if begin is None:
            continue
        end = _reach(s, begin, last)
        scope = tuple(k for k, x in enumerate(items) if begin <= x.tokens[0] < end)
        if not scope:
            verb = _verb_before(s, items, i) if s.lower[i] in NOBODY else None
            if verb is not None:
                yield Denial((verb,), (verb,))
            continue
        focus = _focus(items, scope)
        event = _event(s, items, scope) if s.lower[i] in NO | NOBODY else None
        yield Denial(focus, scope, None if event in focus else event)


def _only_until(s: TaggedSentence, i: int, last: int, items: Sequence[Item]) -> bool:
    """Whether the negation at token `i` ends with a date: "did not sail before 3 May", which is to
    say that it sailed then or later."""
    for k in range(i + 1, min(last, i + UNTIL)):
        if s.words[k] in MARKS or s.lower[k] in ENDS - BEFORE:
            return False
        if s.lower[k] in BEFORE:
            return any(x.date is not None and k < x.tokens[0] <= k + 2 for x in items)
    return False


def _verb_before(s: TaggedSentence, items: Sequence[Item], i: int) -> int | None:
    """The verb that has nothing for its object: "approved nothing"."""
    found = (k for k, x in enumerate(items) if x.kind == "verb" and x.tokens[1] == i)
    return next(found, None)


def _begins(s: TaggedSentence, i: int, last: int) -> int | None:
    """Where the reach of a negation at token `i` begins; None where there is none."""
    word, after = s.lower[i], s.lower[i + 1] if i + 1 < last else ""
    if word == "yet" and after == "to" and s.lower[i - 1 : i] and s.lower[i - 1] in BE | HAVE:
        return i + 2
    if word in NOT | NO and (
        after in SPARED | PARTIAL or s.lower[i + 1 : i + 3] == ("more", "than")
    ):
        return None
    if word == "no" and after == "longer":
        return i + 2
    if (begin := _excepts(s, i, last)) is not None:
        return begin
    if word in NOT | NO | NOBODY | WITHOUT:
        return i + 1
    lemma = s.lemma(i)
    if s.tags[i].startswith("NNP"):
        return None
    if lemma in LACKING and (s.tags[i].startswith("VB") or after in ("of", "to")):
        return i + 1
    if lemma in IMPLYING or (lemma == "turn" and after in TURNED):
        return _complement(s, i, last)
    return None


def _excepts(s: TaggedSentence, i: int, last: int) -> int | None:
    """Where what is left out begins: after "rather than", "free of", "too old to"."""
    word, after = s.lower[i], s.lower[i + 1] if i + 1 < last else ""
    if word in FREE and after in ("of", "from"):
        # "far from the coast" is a distance
        near = word == "far" and s.tags[i + 2 : i + 3] not in (("JJ",), ("VBG",))
        return None if near else i + 2
    if (word, after) in (("instead", "of"), ("rather", "than")):
        return i + 2
    if (word, after) == ("other", "than") and i and s.lower[i - 1] in OTHER:
        return i + 2
    if (word, after) == ("anything", "but"):
        return i + 2
    if word == "too" and s.tags[i + 1 : i + 2] in (("JJ",), ("RB",)):
        return _complement(s, i + 1, last) if s.lower[i + 2 : i + 3] == ("to",) else None
    if word == "before" and s.tags[i + 1 : i + 2] == ("VBG",):
        ended = any(s.lemma(k) in ENDING for k in range(max(0, i - 2), i))
        return i + 1 if ended else None
    return None


def _complement(s: TaggedSentence, i: int, last: int) -> int | None:
    """Where the verb begins that depends on token `i` by `to`, `from` or `of`, or directly."""
    for k in range(i + 1, min(last, i + TO_VERB)):
        if s.words[k] in MARKS or s.tags[k] in FINITE:
            return None
        if s.tags[k] in ("VB", "VBG") and s.lower[k - 1] in ("to", "from", "of", s.lower[i]):
            return k
    return None


def _reach(s: TaggedSentence, begin: int, last: int) -> int:
    for k in range(begin, last):
        if s.lower[k] in ENDS or s.words[k] in MARKS:
            return k
        if s.lower[k] in ("and", "or") and k > begin:
            ahead = s.tags[k + 1 : k + 1 + _NEXT_CLAUSE]
            nouns = [n for n, tag in enumerate(ahead) if tag in NOUN or tag == "PRP"]
            verbs = [n for n, tag in enumerate(ahead) if tag in FINITE]
            if nouns and verbs and nouns[0] < verbs[0]:
                return k
    return last


def _focus(items: Sequence[Item], scope: tuple[int, ...]) -> tuple[int, ...]:
    """The first verb that says something, or what follows a light one up to its head."""
    for place, k in enumerate(scope):
        x = items[k]
        if x.kind == "verb" and not x.light and x.key not in COPULAR:
            return (k,)
        if x.light or x.kind == "adverb" or x.key in COPULAR:
            continue
        focus = [k]
        for n in scope[place + 1 :]:
            if items[n].kind not in ("noun", "name", "adjective", "number"):
                break
            if items[focus[-1]].slot != "modifier":
                break
            focus.append(n)
        return tuple(focus)
    return ()


def _event(s: TaggedSentence, items: Sequence[Item], scope: tuple[int, ...]) -> int | None:
    for k in scope:
        x = items[k]
        if x.kind == "verb" and not x.light and x.slot == "verb" and _is_finite(s, x):
            return k
    return None


def _is_finite(s: TaggedSentence, x: Item) -> bool:
    i = x.tokens[0]
    return s.tags[i] in FINITE or any(w in BE | HAVE for w in s.lower[max(0, i - 3) : i])
