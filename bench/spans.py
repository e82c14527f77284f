"""Stretches of text held against those that people marked: how claims cut, and how well."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

Span = tuple[int, int]

WORD = re.compile(r"\w+(?:['’]\w+)*")
JOINING = frozenset("and or but nor that which who as if when while because".split())


class Token(NamedTuple):
    """One word of a dependency parse: `head` is the index of its head, its own at the root."""

    start: int
    end: int
    dependency: str
    verb: bool
    head: int


@dataclass(frozen=True, slots=True)
class Proposition:
    """What people marked as one statement: `hull` reaches from its first to its last piece."""

    hull: Span
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """The propositions of one document, and the sentences that people read for them."""

    propositions: tuple[Proposition, ...]
    sentences: tuple[Span, ...]
    """All of the document."""
    annotated: frozenset[int]
    parts: tuple[Span, ...] = ()
    """The hull of each proposition in every sentence that it has a piece in."""


@dataclass(slots=True)
class Sums:
    """What is counted over documents, before it becomes shares."""

    gold: int = 0
    claims: int = 0
    exact: int = 0
    half: int = 0
    covered: int = 0
    kept: int = 0
    over: int = 0
    under: int = 0
    right: int = 0
    jaccard: float = 0.0


# -- spans -----------------------------------------------------------------------------------------


def trimmed(text: str, span: Span) -> Span:
    """The span less white space, punctuation and quotes at its ends; as it is, if that is all."""
    start, end = span
    while start < end and _is_margin(text[start]):
        start += 1
    while end > start and _is_margin(text[end - 1]):
        end -= 1
    return (start, end) if start < end else span


def _is_margin(character: str) -> bool:
    return character in "`´" or unicodedata.category(character)[0] in "PZC"


def shared(a: Span, b: Span) -> int:
    """How many characters two spans have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def alike(a: Span, b: Span) -> bool:
    """They share at least half of the longer."""
    return 2 * shared(a, b) >= max(a[1] - a[0], b[1] - b[0])


def jaccard(a: Span, b: Span) -> float:
    """What they share of what either has."""
    both = shared(a, b)
    return both / (a[1] - a[0] + b[1] - b[0] - both)


def apart(a: Span, b: Span) -> bool:
    """They share at most half of the shorter: two statements, not one within the other."""
    return 2 * shared(a, b) <= min(a[1] - a[0], b[1] - b[0])


def sentence_of(span: Span, sentences: Sequence[Span]) -> int | None:
    """The sentence that holds most of the span; None where none holds any."""
    best = max(range(len(sentences)), key=lambda i: shared(span, sentences[i]), default=None)
    return best if best is not None and shared(span, sentences[best]) else None


def most_apart(hulls: Iterable[Span]) -> int:
    """How many hulls spans can equal at most that do not overlap each other."""
    counted: dict[Span, int] = {}
    for hull in hulls:
        counted[hull] = counted.get(hull, 0) + 1
    ordered = sorted(counted, key=lambda span: span[1])
    ends = [end for _, end in ordered]
    best = [0]
    for i, span in enumerate(ordered):
        before = bisect_right(ends, span[0], hi=i)
        best.append(max(best[-1], best[before] + counted[span]))
    return best[-1]


# -- gold ------------------------------------------------------------------------------------------


def marked(
    text: str, sentences: Sequence[Span], annotated: Iterable[int], gold: Iterable[Sequence[Span]]
) -> Marked:
    """The gold of one document: each proposition once, in the sentence that holds most of it.

    A claim lies in a sentence, so what a proposition has in another stands among the parts only.
    """
    propositions: dict[tuple[Span, ...], Proposition] = {}
    parts: dict[Span, None] = {}
    for pieces in gold:
        within: dict[int, list[Span]] = {}
        for start, end in pieces:
            for i, sentence in enumerate(sentences):
                if shared((start, end), sentence):
                    piece = max(start, sentence[0]), min(end, sentence[1])
                    within.setdefault(i, []).append(piece)
        if not within:
            continue
        for found in within.values():
            parts[_hull(text, found)] = None
        home = max(within.values(), key=lambda found: sum(end - start for start, end in found))
        words = {
            word.span()
            for start, end in home
            for word in WORD.finditer(text, *trimmed(text, (start, end)))
        }
        key = tuple(sorted(words))
        if key:
            propositions[key] = Proposition(_hull(text, home), key)
    return Marked(
        tuple(propositions.values()), tuple(sentences), frozenset(annotated), tuple(parts)
    )


def _hull(text: str, pieces: Iterable[Span]) -> Span:
    found = list(pieces)
    return trimmed(text, (min(start for start, _ in found), max(end for _, end in found)))


# -- measuring -------------------------------------------------------------------------------------


def is_covered(proposition: Proposition, claims: Sequence[Span]) -> bool:
    """Each word of it lies in some claim."""
    return all(any(_within(word, claim) for claim in claims) for word in proposition.words)


def is_kept(proposition: Proposition, text: str, held: Sequence[Span]) -> bool:
    """Each word of it that does more than join clauses lies in some span."""
    words = [w for w in proposition.words if text[slice(*w)].lower() not in JOINING]
    return is_covered(Proposition(proposition.hull, tuple(words)), held)


def is_over_split(proposition: Proposition, claims: Sequence[Span]) -> bool:
    """No claim holds all of its words, and two or more hold at least a third of them each."""
    held = [sum(_within(word, claim) for word in proposition.words) for claim in claims]
    total = len(proposition.words)
    return total not in held and sum(3 * n >= total for n in held) >= 2


def is_under_split(claim: Span, propositions: Sequence[Proposition]) -> bool:
    """It holds all words of two propositions that are apart."""
    inside = [p.hull for p in propositions if all(_within(word, claim) for word in p.words)]
    return any(apart(a, b) for a, b in combinations(inside, 2))


def _within(word: Span, claim: Span) -> bool:
    return claim[0] <= word[0] and word[1] <= claim[1]


def count(
    sums: Sums, text: str, gold: Marked, claims: Iterable[Span], sources: Sequence[Span] = ()
) -> None:
    """Add what the claims of one document are worth against its gold.

    `sources`: what claims name as their source beside their own span, and the words that do so.
    """
    spans = [trimmed(text, claim) for claim in claims]
    for proposition in gold.propositions:
        touching = [claim for claim in spans if shared(claim, proposition.hull)]
        sums.gold += 1
        sums.exact += proposition.hull in touching
        sums.half += any(alike(claim, proposition.hull) for claim in touching)
        sums.covered += is_covered(proposition, touching)
        sums.kept += is_kept(proposition, text, [*touching, *sources])
        sums.over += is_over_split(proposition, touching)
        sums.jaccard += max((jaccard(claim, proposition.hull) for claim in touching), default=0.0)
    for claim in spans:
        if sentence_of(claim, gold.sentences) in gold.annotated:
            sums.claims += 1
            sums.under += is_under_split(claim, gold.propositions)
            sums.right += any(alike(claim, part) for part in gold.parts)


def shares(sums: Sums) -> dict[str, float]:
    """The figures of a set, by column."""
    gold, claims = max(1, sums.gold), max(1, sums.claims)
    return {
        "exact": sums.exact / gold,
        "half": sums.half / gold,
        "covered": sums.covered / gold,
        "kept": sums.kept / gold,
        "Jaccard": sums.jaccard / gold,
        "over-split": sums.over / gold,
        "under-split": sums.under / claims,
        "claims a proposition": sums.claims / gold,
        "claim P": sums.right / claims,
    }


# -- a peer ----------------------------------------------------------------------------------------

CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
MARGINS = frozenset(("punct", "cc"))


def clauses(tokens: Sequence[Token]) -> list[Span]:
    """The clauses of a parsed sentence: each word goes with the nearest clause head above it.

    Heads are the root, complement, adverbial and relative clauses, and verbs joined to a verb that
    have a subject of their own. A clause reaches from its first to its last word, so that one
    around a relative clause overlaps it.
    """
    with_subject = {token.head for token in tokens if token.dependency in SUBJECTS}
    heads = {
        i
        for i, token in enumerate(tokens)
        if token.dependency in CLAUSES
        or (
            token.dependency == "conj"
            and token.verb
            and tokens[token.head].verb
            and i in with_subject
        )
    }
    hulls: dict[int, Span] = {}
    for i, token in enumerate(tokens):
        if token.dependency in MARGINS:
            continue
        above = i
        while above not in heads and tokens[above].head != above:
            above = tokens[above].head
        start, end = hulls.get(above, (token.start, token.end))
        hulls[above] = min(start, token.start), max(end, token.end)
    return sorted(hulls.values())
