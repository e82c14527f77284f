"""Cutting a stretch of a sentence into clauses, each of which states one checkable thing."""

from __future__ import annotations

from tui.core.claims.bounds import (
    SUBORDINATORS,
    begins_statement,
    has_finite_after_comma,
    opens_condition,
)
from tui.core.claims.items import is_part_of_which, is_quantity_item
from tui.core.claims.joined import joins_clauses
from tui.core.claims.phrases import (
    ADVERB,
    BE,
    FINITE,
    NOMINAL,
    NOUN,
    clause_verb,
    has_finite,
    is_close_quote,
    is_open_quote,
    phrase_after,
)
from tui.core.language.tagged import TaggedSentence

Range = tuple[int, int]

PREPOSITIONAL_VBG = frozenset(
    "including according regarding concerning following excluding involving pending barring"
    " considering depending owing".split()
)
JOINING = frozenset("and but or yet so plus &".split())
"""Conjunctions that belong to neither clause; "nor", "neither" and "either" say something."""
UNANNOUNCED = frozenset("because although though whereas while after before".split())
"""Subordinators that open a clause without a comma before them."""
FOCUS = frozenset(
    "even just only partly largely mainly mostly simply precisely shortly soon immediately"
    " especially particularly".split()
)
"""Words that belong to the subordinator after them: "only because", "in part because"."""
DASHES = frozenset({"—", "–", "--", "―"})


def split_clauses(s: TaggedSentence, start: int, end: int) -> list[Range]:
    """The clauses within tokens `start`..`end` (exclusive), in order, none overlapping.

    Joining words and punctuation between two clauses belong to neither.
    """
    cuts = [start]
    for i in range(start + 1, end):
        begins = i - cuts[-1] >= 2 and _begins_clause(s, i, cuts[-1], end)
        if begins and (s.words[i - 1] == ";" or not _within_brackets(s, i, cuts[-1], end)):
            cuts.append(i)
    pieces = [
        trimmed
        for a, b in zip(cuts, [*cuts[1:], end], strict=True)
        if (trimmed := _trim(s, a, b)) is not None
    ]
    return _rejoin(s, pieces)


def _trim(s: TaggedSentence, start: int, end: int) -> Range | None:
    """Without joining words and punctuation at either end; None where nothing is left."""
    while start < end and (
        s.tags[start] in (",", ":", ".")
        or (s.tags[start] == "CC" and s.lower[start] in JOINING)
        or s.words[start] in DASHES
        or s.words[start] in ";,:"
    ):
        start += 1
    if _is_complementizer(s, start, end):
        start += 1
    while end > start and (
        s.tags[end - 1] in (",", ":", "CC", ".")
        or s.words[end - 1] in DASHES
        or (s.words[end - 1] in "([{" or is_open_quote(s, end - 1))
    ):
        end -= 1
    while end > start and is_close_quote(s, end - 1) and not _opens_inside(s, start, end - 1):
        end -= 1
        while end > start and s.tags[end - 1] in (",", "."):
            end -= 1
    while start < end and is_open_quote(s, start) and not _closes_inside(s, start + 1, end):
        start += 1
    wrapped = end - start > 2 and is_open_quote(s, start) and is_close_quote(s, end - 1)
    if wrapped and not _closes_inside(s, start + 1, end - 1):
        return _trim(s, start + 1, end - 1)
    return (start, end) if start < end else None


def _is_complementizer(s: TaggedSentence, i: int, end: int) -> bool:
    """A "that" which only opens a clause: "and [that] every buoy was lit"."""
    return (
        i + 1 < end and s.lower[i] == "that" and s.tags[i] == "IN" and s.tags[i + 1] not in FINITE
    )


def _opens_inside(s: TaggedSentence, start: int, end: int) -> bool:
    return any(is_open_quote(s, k) for k in range(start, end))


def _closes_inside(s: TaggedSentence, start: int, end: int) -> bool:
    return any(is_close_quote(s, k) for k in range(start, end))


def _begins_clause(s: TaggedSentence, i: int, begin: int, end: int) -> bool:
    """Whether a new clause begins at token `i` of the stretch that began at `begin`."""
    word, tag = s.lower[i], s.tags[i]
    before = s.words[i - 1]
    if before == ";" or word in ("…",):
        return True
    if before == ":" or before in DASHES:
        states = clause_verb(s, i, end) is not None or (
            before == ":" and begins_statement(s, i, end)
        )
        return states and has_finite(s, begin, i - 1)
    focus = 2 if s.lower[i : i + 2] == ("in", "part") else int(word in FOCUS)
    if focus and _subordinates(s, i + focus, end) and has_finite(s, begin, i):
        return True
    if tag == "CC" and word in ("and", "but", "or", "yet", "nor", "so"):
        return joins_clauses(s, i, begin, end)
    if before == ",":
        return _after_comma(s, i, begin, end)
    if _subordinates(s, i, end):
        return has_finite(s, begin, i)
    if word == "with":
        return has_finite(s, begin, i) and _absolute(s, i, end)
    return False


def _subordinates(s: TaggedSentence, i: int, end: int) -> bool:
    """Whether a clause of a reason, a concession or a time begins at `i`, comma or none."""
    if i >= end or s.lower[i] not in UNANNOUNCED:
        return False
    joins = s.tags[i] in ("IN", "WRB", "RB") or s.lower[i] not in ("while", "after", "before")
    return joins and clause_verb(s, i + 1, end) is not None


def _within_brackets(s: TaggedSentence, i: int, begin: int, end: int) -> bool:
    """Whether a bracket that was opened since `begin` is closed only after token `i`."""
    opened = 0
    for k in range(begin, i):
        opened += (s.words[k] in "([") - (opened > 0 and s.words[k] in ")]")
    return opened > 0 and any(s.words[k] in ")]" for k in range(i, end))


def _after_comma(s: TaggedSentence, i: int, begin: int, end: int) -> bool:
    word, tag = s.lower[i], s.tags[i]
    left = has_finite(s, begin, i - 1)
    if left and _is_complementizer(s, i, end) and has_finite(s, i, end):
        return True
    if is_quantity_item(s, i, begin, end):
        return True
    if opens_condition(s, begin, i) and not has_finite_after_comma(s, begin, i - 1):
        return False
    if word in ("which", "who", "whom", "whose", "where") or (
        tag == "IN" and any(s.lower[k] in ("which", "whom") for k in range(i + 1, min(i + 4, end)))
    ):
        return left and _runs_to_the_end(s, i, end)
    if is_part_of_which(s, i, end):
        counted = any(s.tags[k] == "CD" for k in range(begin, i))
        return (left or counted) and _runs_to_the_end(s, i, end)
    if tag == "VBG" and word not in PREPOSITIONAL_VBG:
        return left and _runs_to_the_end(s, i, end) and not _in_list(s, i, end)
    if word == "with":
        return left and _absolute(s, i, end)
    if word in SUBORDINATORS:
        return left and clause_verb(s, i + 1, end) is not None
    if s.lower[begin] in SUBORDINATORS and left and not has_finite_after_comma(s, begin, i - 1):
        return clause_verb(s, i, end) is not None
    if tag in ("VBD", "VBZ", "VBP"):
        return False
    return left and tag in ("PRP", "DT", "EX") and clause_verb(s, i, end, 6) is not None


def _runs_to_the_end(s: TaggedSentence, i: int, end: int) -> bool:
    """Whether the clause at `i` closes its sentence, rather than interrupting another."""
    for k in range(i + 1, end):
        if s.words[k] == ",":
            after = k + 1
            while after < end and s.tags[after] in ADVERB:
                after += 1
            if after < end and s.tags[after] in FINITE and has_finite(s, i, k):
                return False
    return True


def _in_list(s: TaggedSentence, i: int, end: int) -> bool:
    """A gerund within an enumeration ("running, jumping and …")."""
    return i + 1 < end and s.tags[i + 1] in (",", "CC")


def _absolute(s: TaggedSentence, i: int, end: int) -> bool:
    """ "with conditions to be created", "with police trying …": a clause without a finite verb."""
    after = phrase_after(s, i + 1, end)
    if after is None or after >= end:
        return False
    comma = s.words[i - 1] == ","
    if s.lower[after] == "to" and after + 1 < end and s.lower[after + 1] in ("be", "have"):
        return True
    return comma and s.tags[after] in ("VBG", "VBN")


def _rejoin(s: TaggedSentence, pieces: list[Range]) -> list[Range]:
    """Joins to its neighbour a piece that states nothing by itself."""
    out: list[Range] = []
    for piece in pieces:
        if out and not _states(s, piece):
            out[-1] = (out[-1][0], piece[1])
        elif out and len(out) == 1 and not _states(s, out[0]) and out[0][1] - out[0][0] < 4:
            out[0] = (out[0][0], piece[1])
        else:
            out.append(piece)
    return out


def _states(s: TaggedSentence, piece: Range) -> bool:
    """Whether a piece holds a predicate and something it is said of."""
    start, end = piece
    if end - start < 2:
        return False
    verbal = any(
        s.tags[k] in FINITE or s.tags[k] in ("VBG", "VBN", "VB") or s.lower[k] in BE
        for k in range(start, end)
    )
    counted = any(s.tags[k] == "CD" for k in range(start, end))
    nominal = any(s.tags[k] in NOMINAL or s.tags[k] in NOUN for k in range(start, end))
    return (verbal or counted) and (nominal or verbal)
