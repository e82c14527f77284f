"""What is told of all, and an exception to it; what somebody did freely, and was made to do."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.alignment.arguments import Reading
from tui.core.alignment.pairing import Pairing
from tui.core.alignment.wholes import BARELY, REACH, WHOLE
from tui.core.document import Span
from tui.core.language import will_patterns as will
from tui.core.model import Difference

PARTS = frozenset(
    "half third quarter some one several many most part majority minority handful few".split()
)
"""With `of` after them, or a number, they take a part of what follows."""
PHRASE = 6
"""Tokens before a noun in which its part may begin: "nine of the town's old wells"."""
UNDONE = ("antonym", "word", "polarity")
"""Kinds of difference by which a part is told to be otherwise than all."""


def exceptions(p: Pairing, found: list[Difference]) -> Iterator[Difference]:
    """All of something, and a part of it that is otherwise: "both lamps were lit", "one of the two
    lamps was out". `found` are the differences that are known."""
    otherwise = any(d.kind in UNDONE for d in found) or _is_denied(p.a) != _is_denied(p.b)
    if not otherwise:
        return
    for side, turned in ((p, False), (p.turned(), True)):
        for k, noun in _all_of(side.a):
            met = side.of_a.get(noun)
            part = _part(side.b, met[0]) if met is not None and met[1] == "same" else None
            if part is None:
                continue
            one = Span(side.a.sentence.starts[k], side.a.items[noun].span.end)
            spans = (part, one) if turned else (one, part)
            detail = f"{p.a.words(spans[0])} against {p.b.words(spans[1])}"
            yield Difference("degree", *spans, detail)
            return


def _is_denied(r: Reading) -> bool:
    return bool(r.claim.negated or r.denials)


def _all_of(r: Reading) -> Iterator[tuple[int, int]]:
    """Each word for all, with the item of its noun."""
    s, (first, last) = r.sentence, r.tokens
    for k in range(first, last):
        if s.lower[k] not in WHOLE or (k > first and s.lower[k - 1] in BARELY):
            continue
        near = (
            i
            for i, x in enumerate(r.items)
            if k < x.tokens[1] <= k + 1 + REACH
            and x.kind in ("noun", "name")
            and x.slot != "modifier"
        )
        noun = next(near, None)
        if noun is not None:
            yield k, noun


def _part(r: Reading, noun: int) -> Span | None:
    """The words that take a part of what an item names, up to it."""
    s, at = r.sentence, r.items[noun].tokens[1] - 1
    for i in range(at - 1, max(r.tokens[0], at - PHRASE) - 1, -1):
        if s.tags[i].startswith("VB") or s.words[i] in (",", ";", ":"):
            return None
        counts = s.tags[i] == "CD" or s.lower[i] in PARTS
        of = s.lower[i + 1] == "of" or s.lower[i] == "half"
        if counts and of:
            return Span(s.starts[i], r.items[noun].span.end)
    return None


def against_will(p: Pairing) -> Difference | None:
    """What one did of his own will in one claim, and was made to do in the other."""
    for side, turned in ((p, False), (p.turned(), True)):
        one, other = _freely(side.a), _forced(side.b)
        if one is None or other is None or _freely(side.b) or _forced(side.a):
            continue
        spans = (other, one) if turned else (one, other)
        detail = f"{p.a.words(spans[0])} against {p.b.words(spans[1])}"
        return Difference("antonym", *spans, detail)
    return None


def are_both_forced(p: Pairing) -> bool:
    """Whether both tell of force, the one by a denial: "forced to", "did not willingly"."""
    return _is_denied(p.a) != _is_denied(p.b) and bool(_forced(p.a) and _forced(p.b))


def _freely(r: Reading) -> Span | None:
    if r.denials or r.claim.negated:
        return None
    found = will.FREELY.search(r.text, r.claim.start, r.claim.end)
    return Span(*found.span()) if found else None


def _forced(r: Reading) -> Span | None:
    """Words for force, or the denial of free will: "not of its own accord"."""
    denied = bool(r.denials or r.claim.negated)
    shape = will.FREELY if denied else will.FORCED
    found = shape.search(r.text, r.claim.start, r.claim.end)
    return Span(*found.span()) if found else None
