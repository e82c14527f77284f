"""What changed places between two claims of the same words: who beat whom, from where to where."""

from __future__ import annotations

from tui.core.alignment.circumstances import MUTUAL
from tui.core.alignment.wording import Wording
from tui.core.model import Difference

AROUND = ("IN", "RB", "CC", "WRB", "VB", "VBD", "VBG", "VBN")
"""Tags of words that begin what says when, where or how, or one deed among others."""
BOTH_WAYS = frozenset(
    "with near beside alongside opposite next adjacent parallel versus like relate related engage"
    " engaged betroth marry same similar identical equal close".split()
)
"""What stands with these before two may be said of either first."""
EITHER_FIRST = MUTUAL | frozenset(
    "call name become remain lie stand sit play draw tie connect link range".split()
)
"""Verbs about which two may change places."""
MOVING = frozenset(
    "go come travel swim sail fly walk march ride drive move ship flee return flow pour blow"
    " migrate cross transfer".split()
)
"""Verbs of going "from" one place "to" another."""
REFERRING = ("NN", "JJ", "CD", "PRP", "VB")
"""What tags of words begin with that somebody or something is told by."""
LONGEST = 6
"""Words that change places together, at most."""


def swapped(a: Wording, b: Wording) -> Difference | None:
    """Two parts of a claim that have changed places in the other, whose words are the same: "Orth
    beat Lind", "Lind beat Orth"."""
    one, other = a.lemmas, b.lemmas
    first = next(k for k, (x, y) in enumerate(zip(one, other, strict=True)) if x != y)
    last = len(one) - next(
        k for k, (x, y) in enumerate(zip(one[::-1], other[::-1], strict=True)) if x != y
    )
    x, y = one[first:last], other[first:last]
    for m in range(1, min(LONGEST, len(x) - 2) + 1):
        for n in range(1, min(LONGEST, len(x) - m - 1) + 1):
            if x[:m] == y[-m:] and x[-n:] == y[:n] and x[m:-n] == y[n:-m]:
                left, right = (first, first + m), (last - n, last)
                there = (first, first + n), (last - m, last)
                if _may_not_change(a, left, right) and _may_not_change(b, *there):
                    return None
                words = sorted(a.reading.words(a.span(*part)) for part in (left, right))
                detail = f"changed places: {' and '.join(words)}"
                spans = a.reading.span, b.reading.span
                return Difference("role", *spans, detail)
    return None


def _may_not_change(a: Wording, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether it makes no odds which of two parts comes first: what is joined, what is done with
    each other, when and where."""
    between = a.lemmas[left[1] : right[0]]
    tags = a.tags(left[1], right[0])
    parts = a.tags(*left), a.tags(*right)
    hung = [
        a.lemmas[part[0] - 1] if a.tag(part[0] - 1) in ("IN", "TO") else ""
        for part in (left, right)
        if part[0]
    ]
    if len(hung) == 2 and "" not in hung and hung != ["from", "to"]:
        # "by Ana to Bo" is not "by Bo to Ana"
        return hung[0] == hung[1]
    if between == ("to",):
        return MOVING.isdisjoint(a.lemmas[: left[0]])
    if "than" in between:
        return between[between.index("than") - 1] in ("different", "other")
    verbs = {word for word, tag in zip(between, tags, strict=True) if tag.startswith("VB")}
    if verbs <= EITHER_FIRST or not BOTH_WAYS.isdisjoint(between):
        return True
    return any(
        part[0] in AROUND or not any(t.startswith(REFERRING) for t in part) for part in parts
    )
