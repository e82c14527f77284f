"""Conjunctions: whether what they join are clauses, or parts of one."""

from __future__ import annotations

from tui.core.claims.bounds import SUBORDINATORS, has_finite_after_comma, opens_condition
from tui.core.claims.items import is_quantity_item
from tui.core.claims.phrases import ADVERB, CORRELATIVES, DO, INSIDE, clause_verb, has_finite
from tui.core.language.tagged import TaggedSentence


def joins_clauses(s: TaggedSentence, i: int, begin: int, end: int) -> bool:
    """Whether the conjunction at `i` joins two clauses or two verb phrases."""
    if is_quantity_item(s, i + 1, begin, end):
        return True
    if not has_finite(s, begin, i) or _in_fronted_condition(s, i, begin, end):
        return False
    if _is_correlated(s, i, begin) or _joins_subjects(s, i, begin):
        return False
    k = i + 1
    if k < end and s.lower[k] == "that":
        return has_finite(s, k, end)
    while k < end and (s.tags[k] in ADVERB or s.words[k] == ","):
        k += 1
    if k >= end:
        return False
    if s.tags[k] in ("VBD", "VBZ", "VBP", "MD"):
        return True
    if s.tags[k] == "VB" and _is_present(s, begin, i):
        return True
    if s.tags[k] in ("IN", "WRB") and s.lower[k] in SUBORDINATORS:
        return True
    return clause_verb(s, k, end) is not None and not _verb_is_relative(s, k, end)


def _in_fronted_condition(s: TaggedSentence, i: int, begin: int, end: int) -> bool:
    """Whether a condition that opened the stretch goes on: "if it cracks or bends, it is sold"."""
    closed = i - (s.words[i - 1] == ",")
    if not opens_condition(s, begin, i) or has_finite_after_comma(s, begin, closed):
        return False
    return any(s.words[k] == "," and has_finite(s, k, end) for k in range(i + 1, end))


def _joins_subjects(s: TaggedSentence, i: int, begin: int) -> bool:
    """Whether only a subject follows the clause that stands first: "when it fell, men [and]"."""
    if not (s.lower[begin] in SUBORDINATORS or opens_condition(s, begin, i)):
        return False
    comma = next((k for k in range(i - 1, begin, -1) if s.words[k] == ","), i)
    subject = s.tags[comma + 1 : i]
    return bool(subject) and set(subject) <= INSIDE and not has_finite_after_comma(s, begin, comma)


def _is_present(s: TaggedSentence, begin: int, end: int) -> bool:
    """Whether a bare verb joined to what stands before it is a present: "we wait and [hope]"."""
    verbs = [k for k in range(begin, end) if s.tags[k][:2] in ("VB", "MD", "TO")]
    if [s.tags[k] for k in verbs] != ["VBP"] or s.lower[verbs[0]] in DO:
        return False
    # "they make or break a phone" is one predicate
    return end - verbs[0] > 2


def _is_correlated(s: TaggedSentence, i: int, begin: int) -> bool:
    """Whether the conjunction joins what "either", "neither" or "both" opened before any verb."""
    opened = [k for k in range(begin, i) if s.lower[k] in CORRELATIVES]
    return bool(opened) and not has_finite(s, opened[-1], i)


def _verb_is_relative(s: TaggedSentence, start: int, end: int) -> bool:
    verb = clause_verb(s, start, end)
    return verb is not None and s.lower[verb - 1] in ("that", "which", "who")
