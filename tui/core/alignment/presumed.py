"""What the wording of a claim rules out besides what it says: "it was X that …" rules out
all others than X, "still" that it has ended, "at once" that there was a delay."""

from __future__ import annotations

import re

from tui.core.alignment.arguments import Reading
from tui.core.alignment.pairing import Pairing
from tui.core.claims.phrases import BE
from tui.core.document import Span
from tui.core.language import presumed_patterns as pattern
from tui.core.model import Difference

ENDING = frozenset(
    "die perish cease vanish disappear collapse demolish abolish dissolve disband destroy expire"
    " extinct dead close".split()
)
"""What they are said of is there no longer, or no longer as it was."""
FOCUS = 8
"""Tokens after "it was" before which its "that" or "who" must come."""


def presumed(p: Pairing) -> Difference | None:
    """The first thing that one claim rules out and the other tells."""
    for side, turned in ((p, False), (p.turned(), True)):
        found = _lives_on(side) or _at_once(side) or _nobody_else(side)
        if found is None:
            continue
        kind, one, other = found
        spans = (other, one) if turned else (one, other)
        return Difference(kind, *spans, f"{p.a.words(spans[0])} against {p.b.words(spans[1])}")
    return None


def _lives_on(p: Pairing) -> tuple[str, Span, Span] | None:
    """What still is in claim a has ended in claim b."""
    if p.a.denials or p.b.denials:
        return None
    still = _first(pattern.STILL, p.a)
    if still is None or _first(pattern.STILL, p.b) is not None:
        return None
    for x in p.b.items:
        if x.key in ENDING and x.kind in ("verb", "adjective") and x.slot in ("verb", "complement"):
            return "antonym", still, x.span
    return None


def _at_once(p: Pairing) -> tuple[str, Span, Span] | None:
    """What is done at once in claim a is done after some time in claim b."""
    soon, late = _first(pattern.AT_ONCE, p.a), _first(pattern.DELAY, p.b)
    if soon is None or late is None or p.a.denials or p.b.denials:
        return None
    return ("date", soon, late) if _share_a_deed(p) else None


def _share_a_deed(p: Pairing) -> bool:
    return any(
        tie == "same" and "verb" in (p.a.items[i].kind, p.b.items[j].kind) for i, j, tie in p.pairs
    )


def _nobody_else(p: Pairing) -> tuple[str, Span, Span] | None:
    """Claim a says who it was, or what, and claim b has somebody else in that place."""
    if p.a.denials or p.b.denials:
        return None
    focus = _focus(p.a)
    if focus is None or focus in p.of_a:
        return None
    x = p.a.items[focus]
    for j in p.left_b:
        y = p.b.items[j]
        if y.slot in ("agent", "by") and y.kind == x.kind == "name" and _share_a_deed(p):
            if y.is_named and x.is_named:
                return "name", x.span, y.span
    return None


def _focus(r: Reading) -> int | None:
    """The item that "it was … that" puts forward."""
    s, (first, last) = r.sentence, r.tokens
    for i in range(first, last - 2):
        if s.lower[i] != "it" or s.lower[i + 1] not in BE:
            continue
        for k in range(i + 2, min(last, i + FOCUS)):
            if s.tags[k] in ("IN", "RB", "JJ") and s.lower[k] != "that":
                break
            if s.lower[k] in ("that", "who", "which"):
                inside = [n for n, x in enumerate(r.items) if i + 2 <= x.tokens[0] < k]
                return inside[-1] if inside else None
    return None


def _first(shape: re.Pattern[str], r: Reading) -> Span | None:
    found = shape.search(r.text, r.claim.start, r.claim.end)
    return Span(*found.span()) if found else None
