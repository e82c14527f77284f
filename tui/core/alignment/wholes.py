"""All of something against a part of it, and no bound against one: `all the judges`, `two of the
three judges`; `unlimited`, `up to three visits`; `free`, `£5`; `for life`, `for ten years`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tui.core.alignment.arguments import Reading
from tui.core.alignment.differences import between
from tui.core.alignment.pairing import Pairing
from tui.core.document import Span
from tui.core.language import approximators
from tui.core.language import whole_patterns as pattern
from tui.core.language.date_patterns import ORDINALS
from tui.core.language.units import units
from tui.core.model import Difference, Quantity

WHOLE = frozenset("all every each whole entire both".split())
"""Words that say that nothing is left out."""
REACH = 4
"""Tokens after such a word in which its noun must begin."""
ALMOST = 0.9
"""A share from here on may be called all."""
BARELY = frozenset("not nearly almost virtually practically hardly scarcely at after above".split())
"""Before these words they say less than all, or something else: "not all", "at all"."""


def wholes(p: Pairing) -> Iterator[Difference]:
    """All of what the other claim has a part of; no bound where the other claim has one."""
    for side, turned in ((p, False), (p.turned(), True)):
        if not side.b.claim.quantities:
            continue
        found = _whole(side) or _wholly(side) or _unbounded(side) or _bare(side)
        if found is not None:
            one, other = found
            yield between(p, "number", *((other, one) if turned else (one, other)))
            return


def _whole(p: Pairing) -> tuple[Span, Span] | None:
    if any(q.unit in ("share", "%") for q in p.a.claim.quantities):
        return None
    s, (first, last) = p.a.sentence, p.a.tokens
    for k in range(first, last):
        if s.lower[k] not in WHOLE or (k > first and s.lower[k - 1] in BARELY):
            continue
        if s.lower[k] == "every" and (s.lower[k + 1 : k + 2] or ("",))[0] in ("other", *ORDINALS):
            continue
        noun = next(
            (
                i
                for i, x in enumerate(p.a.items)
                if k < x.tokens[0] <= k + REACH and x.kind in ("noun", "name")
            ),
            None,
        )
        if noun is None:
            continue
        part = _part(p, noun)
        if part is not None:
            return Span(s.starts[k], s.ends[k]), part
    return None


def _wholly(p: Pairing) -> tuple[Span, Span] | None:
    """ "Paid for wholly by the town", "the town gave half of the sum"."""
    a, b = p.a.claim, p.b.claim
    shares = [q for q in b.quantities if q.unit == "share"]
    if len(shares) != 1 or shares[0].value >= ALMOST or a.quantities:
        return None
    found = pattern.WHOLLY.search(p.a.text, a.start, a.end)
    if found is None or pattern.WHOLLY.search(p.b.text, b.start, b.end):
        return None
    return Span(found.start(), found.end()), Span(shares[0].start, shares[0].end)


def _part(p: Pairing, noun: int) -> Span | None:
    """The share of what an item of claim a names that claim b tells, where it is not all."""
    met = p.of_a.get(noun)
    names = {p.a.items[noun].key} | ({p.b.items[met[0]].key} if met else set())
    known = p.b.claim.quantities
    for q in known:
        if q.unit in ("share", "%") and q.counted in names:
            share = (q.value if q.high is None else q.high) * units()[q.unit].factor / 100
            return Span(q.start, q.end) if share < ALMOST else None
    for q, of in pairwise(known):
        if q.unit is of.unit is None and of.counted in names and _is_part(p.b, q, of):
            return Span(q.start, of.end)
        after = q.unit is of.unit is None and q.counted in names and _is_part_after(p.b, q, of)
        if after and any(
            tie == "same" and p.a.items[i].kind == "verb" and not p.a.items[i].light
            for i, _, tie in p.pairs
        ):
            return Span(q.start, of.end)
    return None


def _is_part_after(r: Reading, of: Quantity, q: Quantity) -> bool:
    """The same told the other way round: "of the 61 schools, 48"."""
    before = pattern.OF_BEFORE.search(r.text, r.claim.start, of.start)
    after = pattern.THEN.fullmatch(r.text, of.end, q.start)
    return q.value < ALMOST * of.value and bool(before) and bool(after)


def _is_part(r: Reading, q: Quantity, of: Quantity) -> bool:
    """Whether one number is of another: "two of the three judges"."""
    return q.value < ALMOST * of.value and bool(pattern.OF.fullmatch(r.text, q.end, of.start))


def _bare(p: Pairing) -> tuple[Span, Span] | None:
    """For nothing or for ever, and for a sum or a time."""
    for free, dimension in (("FREE", "money "), ("ENDLESS", "time")):
        there = [q for q in p.b.claim.quantities if _dimension(q).startswith(dimension)]
        if len(there) != 1:
            continue
        shape: re.Pattern[str] = getattr(pattern, free)
        found = shape.search(p.a.text, p.a.claim.start, p.a.claim.end)
        if found is None or shape.search(p.b.text, p.b.claim.start, p.b.claim.end):
            continue
        if any(_dimension(q).startswith(dimension) for q in p.a.claim.quantities):
            continue
        if dimension != "time" or _lasts(p.b, there[0]):
            return Span(found.start(), found.end()), Span(there[0].start, there[0].end)
    return None


def _dimension(q: Quantity) -> str:
    return units()[q.unit].dimension if q.unit in units() else ""


def _lasts(r: Reading, q: Quantity) -> bool:
    before = max(r.claim.start, q.start - 12)
    return bool(pattern.LASTING_BEFORE.search(r.text, before, q.start))


def _unbounded(p: Pairing) -> tuple[Span, Span] | None:
    """No bound in claim a, one in claim b."""
    a, b = p.a.claim, p.b.claim
    free = pattern.UNBOUNDED.search(p.a.text, a.start, a.end)
    if free is None or pattern.UNBOUNDED.search(p.b.text, b.start, b.end):
        return None
    for q in b.quantities:
        bound = q.approximator and approximators.kind(q.approximator) == "below"
        before = max(b.start, q.start - 24)
        if bound or pattern.BOUND_BEFORE.search(p.b.text, before, q.start):
            return Span(free.start(), free.end()), Span(q.start, q.end)
    return None
