"""What is more than what: `rye keeps longer than wheat`, `wheat keeps longer than rye`; `fewer mice
than rats`, `more mice than rats`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.core.alignment.arguments import Reading
from tui.core.alignment.differences import between
from tui.core.alignment.pairing import Pairing
from tui.core.alignment.slots import Item
from tui.core.document import Span
from tui.core.model import Difference

_SCALES = """
    many much more / few less ;
    big large great / little small ;
    long high tall / short low ;
    heavy / light ;
    wide broad / narrow ;
    deep / shallow ;
    late / early soon ;
    good well / bad badly ill ;
    old / young new ;
    fast quick quickly / slow slowly ;
    dear expensive costly / cheap ;
    strong / weak ;
    hot warm / cold cool ;
    far / near close ;
    rich / poor ;
    hard difficult / easy
"""
AMOUNT = 0
"""The first of the scales, of how many there are."""
SIGNS = {
    word: (n, sign)
    for n, line in enumerate(_SCALES.split(";"))
    for sign, words in zip((1, -1), line.split("/"), strict=True)
    for word in words.split()
}
REACH = 7
"""Tokens before "than" among which the comparative stands."""
LESS = frozenset(("less", "fewer"))
MORE = frozenset(("more", *LESS))
FIRST, MEASURED, SECOND = "first", "measured", "second"
"""What is compared, in what, and with what."""
COMPARED = ("JJR", "RBR")
"""Tags of comparatives."""


@dataclass(frozen=True, slots=True)
class Comparative:
    """A comparison: in what and which way the first is beyond the second."""

    scale: int | str
    """Of `SIGNS`, or the word that is more or less so."""
    sign: int
    tokens: tuple[int, int]
    """From the comparative to `than`."""


def comparatives(p: Pairing) -> Iterator[Difference]:
    """Comparisons of the same two that cannot both be so."""
    both = _both(p)
    if both is None:
        return
    a, b = both
    if _are_exchanged(p, a, b):
        if a.sign == b.sign and _measure_alike(p, a, b) and _say_no_more(p):
            words = sorted(p.a.words(x.span) for x in _exchanged(p, a, b))
            detail = f"changed places: {' and '.join(words)}"
            yield Difference("role", p.a.span, p.b.span, detail)
    elif a.sign != b.sign and _are_told_alike(p, a, b):
        yield between(p, "antonym", _span(p.a, a), _span(p.b, b))


def are_reversed(p: Pairing) -> bool:
    """Whether a comparison is told from either side: "A is older than B", "B is younger than A"."""
    both = _both(p)
    return both is not None and both[0].sign != both[1].sign and _are_exchanged(p, *both)


def _both(p: Pairing) -> tuple[Comparative, Comparative] | None:
    """The comparisons of two claims on one scale; None where either denies something."""
    a, b = _compared(p.a), _compared(p.b)
    if a is None or b is None or a.scale != b.scale or p.a.denials or p.b.denials:
        return None
    return a, b


def _compared(r: Reading) -> Comparative | None:
    """The only comparison of a claim; none where it says how far: "by more than a mile"."""
    s, (first, last) = r.sentence, r.tokens
    than = [i for i in range(first + 1, last) if s.lower[i] == "than"]
    if len(than) != 1 or s.tags[than[0] + 1 : than[0] + 2] in (("CD",), ("$",)):
        return None
    t = than[0]
    near = range(t - 1, max(first, t - REACH) - 1, -1)
    k = next((i for i in near if s.tags[i] in COMPARED or s.lower[i] in MORE), None)
    if k is None or any(r.text[q.start :].startswith(s.words[k]) for q in r.claim.quantities):
        return None
    sign = -1 if s.lower[k] in LESS else 1
    if s.lower[k] in MORE:
        after = s.lemma(k + 1) if k + 1 < t else ""
        if s.tags[k + 1].startswith(("JJ", "RB")) and k + 1 < t:
            scale, own = SIGNS.get(after, (after, 1))
            return Comparative(scale, sign * own, (k, t + 1))
        return Comparative(AMOUNT, sign, (k, t + 1))
    scale, own = SIGNS.get(s.lemma(k), (s.lemma(k), 1))
    return Comparative(scale, own, (k, t + 1))


def _are_exchanged(p: Pairing, a: Comparative, b: Comparative) -> bool:
    """Whether what either claim puts first stands after "than" in the other."""
    return {(FIRST, SECOND), (SECOND, FIRST)} <= _sides(p, a, b)


def _exchanged(p: Pairing, a: Comparative, b: Comparative) -> Iterator[Item]:
    """What claim a compares with what, as far as the other turns it round."""
    for place, other in ((FIRST, SECOND), (SECOND, FIRST)):
        yield next(
            p.a.items[i]
            for i, j, tie in p.pairs
            if tie == "same"
            and p.a.items[i].kind != "verb"
            and (_side(p.a, i, a), _side(p.b, j, b)) == (place, other)
        )


def _are_told_alike(p: Pairing, a: Comparative, b: Comparative) -> bool:
    """Whether the same is compared with the same, as far as can be seen."""
    sides = _sides(p, a, b)
    crossed = any((one == SECOND) != (other == SECOND) for one, other in sides)
    met = (FIRST, FIRST) in sides or (SECOND, SECOND) in sides
    return met and not crossed and _measure_alike(p, a, b)


def _measure_alike(p: Pairing, a: Comparative, b: Comparative) -> bool:
    """Whether the two are compared in one thing: in what there is more of, or in what they do."""
    measured = [
        [k for k, x in enumerate(r.items) if _side(r, k, c) == MEASURED and x.kind == "noun"]
        for r, c in ((p.a, a), (p.b, b))
    ]
    if any(measured):
        return (MEASURED, MEASURED) in _sides(p, a, b)
    return any(tie == "same" and p.a.items[i].kind == "verb" for i, _, tie in p.pairs)


def _say_no_more(p: Pairing) -> bool:
    """Whether no words set them apart but what one claim alone adds, as "in summer" would."""
    return not (p.left_a and p.left_b) and all(tie == "same" for *_, tie in p.pairs)


def _sides(p: Pairing, a: Comparative, b: Comparative) -> set[tuple[str, str]]:
    """Where paired words stand that are no verbs."""
    return {
        (_side(p.a, i, a), _side(p.b, j, b))
        for i, j, tie in p.pairs
        if tie == "same" and p.a.items[i].kind != "verb"
    }


def _side(r: Reading, k: int, c: Comparative) -> str:
    """Where an item stands: before a comparative, in it, or after its "than"."""
    at = r.items[k].tokens[0]
    return FIRST if at < c.tokens[0] else MEASURED if at < c.tokens[1] else SECOND


def _span(r: Reading, c: Comparative) -> Span:
    s = r.sentence
    return Span(s.starts[c.tokens[0]], s.ends[c.tokens[1] - 1])
