"""Ordinals and periods that exclude each other, and what one claim has many or all of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.core.alignment.arguments import Reading
from tui.core.alignment.counting import are_measures
from tui.core.alignment.pairing import PERIODS, Pairing, in_one_gap, in_one_place, rivals
from tui.core.alignment.slots import Item
from tui.core.document import Span
from tui.core.language.date_patterns import ORDINALS
from tui.core.model import Difference

ARTICLES = ("the", "its", "their", "a", "'s", "’s")
PLACES = frozenset(("", "place", "position", "spot"))
TIME = "time"
"""May be said of anything: "for the third time"."""
TOP = frozenset("largest biggest greatest highest tallest longest oldest richest best".split())
"""What stands first in a row that is told from the top."""
_RANKED = re.compile(
    r"(?i)\b(?:rank(?:s|ed)?|come|comes|came|placed?|lies|is|be)"
    r" (?P<nth>second|third|fourth|fifth)\b"
    r"|\b(?P<mth>second|third|fourth|fifth)[ -](?:largest|biggest|greatest|highest|tallest|longest)"
)
_NTH = re.compile(r"([0-9]+)(?:st|nd|rd|th)")


def between(p: Pairing, kind: str, a: Span, b: Span) -> Difference:
    """The difference of two stretches of text, told by their words."""
    return Difference(kind, a, b, f"{p.a.words(a)} and {p.b.words(b)}")


def numbers(p: Pairing) -> Iterator[Difference]:
    """Ordinals and periods in one place that exclude each other."""
    for i, j in rivals(p):
        x, y = p.a.items[i], p.b.items[j]
        one, other = ordinal(x), ordinal(y)
        if one is not None and other is not None and one != other:
            yield between(p, "number", x.span, y.span)
        elif period(x) and period(y) and period(x) != period(y) and in_one_gap(p, i, j):
            if are_measures(p, i, j) or (_is_rate(p.a, x) and _is_rate(p.b, y)):
                continue
            yield between(p, "number", x.span, y.span)
    if (found := _turns(p) or _foremost(p)) is not None:
        yield found


def _turns(p: Pairing) -> Difference | None:
    """The only places in a row of two claims, told of one thing by its name or of none, or where
    no other words but verbs are left: "the third death this year", "the fifth death"; "on the
    ninth", "on the tenth"; "came second", "finished third"."""
    told = [[k for k, x in enumerate(r.items) if ordinal(x) is not None] for r in (p.a, p.b)]
    if any(len(places) != 1 for places in told) or p.a.denials or p.b.denials:
        return None
    i, j = told[0][0], told[1][0]
    x, y = p.a.items[i], p.b.items[j]
    one, other = _ranked(p.a, i), _ranked(p.b, j)
    if i in p.of_a or j in p.of_b or ordinal(x) == ordinal(y) or one is None or other is None:
        return None
    left = [
        *(p.a.items[k] for k in p.left_a if k != i),
        *(p.b.items[k] for k in p.left_b if k != j),
    ]
    told_alike = bool(p.pairs) and all(z.kind == "verb" for z in left)
    alike = one == other != TIME or {one, other} <= PLACES or told_alike
    return between(p, "number", x.span, y.span) if alike and not in_one_place(p, i, j) else None


def _ranked(r: Reading, k: int) -> str | None:
    """What an ordinal counts, "" where nothing follows it; None where it is a part: "a fifth"."""
    at, s = r.items[k], r.sentence
    head = at.governor if at.slot == "modifier" else None
    if head is not None:
        return None if r.items[head].kind != "noun" else r.items[head].key
    i = at.tokens[0]
    return None if i and s.lower[i - 1] in ("a", "an", "one") else ""


def _foremost(p: Pairing) -> Difference | None:
    """The greatest of a row, and another place in it: "the largest", "second largest", "ranks
    third"; not where a claim denies one of them."""
    if p.a.denials or p.b.denials:
        return None
    for one, other in ((p.a, p.b), (p.b, p.a)):
        best, place = _superlative(one), _place(other)
        if best is None or place is None or _superlative(other) == best:
            continue
        spans = (best, place) if one is p.a else (place, best)
        return between(p, "number", *spans)
    return None


def _superlative(r: Reading) -> Span | None:
    """The first superlative of size after an article, with no ordinal before it."""
    s = r.sentence
    for i in range(max(1, r.tokens[0]), r.tokens[1]):
        if s.tags[i] == "JJS" and s.lower[i - 1] in ARTICLES and s.lower[i] in TOP:
            return Span(s.starts[i], s.ends[i])
    return None


def _place(r: Reading) -> Span | None:
    """A place from the second on that is told as one in a row: "second-largest", "ranks third"."""
    found = _RANKED.search(r.text, r.claim.start, r.claim.end)
    return Span(*found.span(found.lastgroup or 0)) if found else None


def ordinal(x: Item) -> int | None:
    """The place in a row that a word gives: 3 for `third` and `3rd`."""
    if x.kind not in ("adjective", "noun", "number", "adverb"):
        return None
    found = _NTH.fullmatch(x.key)
    return int(found[1]) if found else ORDINALS.get(x.key)


def _is_rate(r: Reading, x: Item) -> bool:
    """Whether a period tells how often a quantity comes: "60 crowns a year"."""
    k = x.tokens[0] - 1
    if k < 1 or r.sentence.lower[k] not in ("a", "an", "per", "each", "every"):
        return False
    return any(q.end == r.sentence.ends[k - 1] for q in r.claim.quantities)


def period(x: Item) -> str | None:
    """The unit of time that a word is or counts: `hour`, `month` for `one-month`."""
    last = x.key.rpartition("-")[2]
    return last if x.kind in ("noun", "adjective") and last in PERIODS else None
