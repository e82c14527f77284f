"""Opposites among the small words: `before` and `after`, `go up` and `go down`, for and against."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.alignment.arguments import Reading
from tui.core.alignment.pairing import Pairing, in_one_gap
from tui.core.document import Span
from tui.core.model import Difference

_OPPOSED = """
    before after, inside outside, within outside, above below, above beneath, above under,
    over under, for against, into out, onto off, toward from, towards from, to from, ahead behind,
    up down, upward downward, upwards downwards, uphill downhill, upstream downstream, in out,
    on off, away back, forward back, forward backward, forwards backwards, upstairs downstairs,
    indoors outdoors, in outside
"""
OPPOSED = frozenset(
    frozenset(pair.split()) for pair in " ".join(_OPPOSED.split()).split(", ") if pair
)
"""Prepositions and particles of which the one undoes, or excludes, the other."""
PARTICLES = frozenset(
    "up down in out on off away back forward backward upward downward upwards downwards upstairs"
    " downstairs uphill downhill upstream downstream forwards backwards".split()
)
REACH = 5
"""Tokens after a verb where its particle may stand: "turned the pumps off"."""
_NO_NOUN = ((), ("IN",), ("TO",), ("CC",), (",",), (".",), (":",))
"""Tags after a preposition that has no noun of its own, so that it goes with the verb."""
FAVOURING = frozenset("support favour favor back endorse champion advocate approve".split())
OPPOSING = frozenset("oppose resist reject condemn contest fight".split())
SIDING = frozenset(
    "vote be argue speak campaign decide rule come stand testify protest plead lobby rally march"
    " demonstrate".split()
)
"""Verbs with which `for` and `against` take sides."""


def opposed(p: Pairing) -> Iterator[Difference]:
    """Paired words that hang on opposite prepositions, and paired verbs with opposite particles."""
    for i, j, tie in p.pairs:
        x, y = p.a.items[i], p.b.items[j]
        if tie != "same" or p.a.dark[i] != p.b.dark[j]:
            continue
        if x.kind == y.kind == "verb":
            left, right = _particle(p.a, i), _particle(p.b, j)
            if left and right and _excludes(p.a.words(left), p.b.words(right)):
                one, other = Span(x.span.start, left.end), Span(y.span.start, right.end)
                yield Difference(
                    "antonym", one, other, f"{p.a.words(one)} against {p.b.words(other)}"
                )
            continue
        sides = _side(p.a, i), _side(p.b, j)
        if (_excludes(x.slot, y.slot) and _hang_alike(p, i, j)) or sides[0] * sides[1] < 0:
            one, other = _with_preposition(p.a, i), _with_preposition(p.b, j)
            yield Difference("antonym", one, other, f"{p.a.words(one)} against {p.b.words(other)}")


def _excludes(x: str, y: str) -> bool:
    return frozenset((x.lower(), y.lower())) in OPPOSED


def _hang_alike(p: Pairing, i: int, j: int) -> bool:
    """Whether two items belong to paired words, or stand between the same words."""
    x, y = p.a.items[i].governor, p.b.items[j].governor
    if x is not None and y is not None:
        return p.of_a.get(x, (-1,))[0] == y
    return in_one_gap(p, i, j)


def _particle(r: Reading, k: int) -> Span | None:
    """The particle of a verb: `up` in "went up" and "switched the pumps up"."""
    s, begin = r.sentence, r.items[k].tokens[1]
    for i in range(begin, min(r.tokens[1], begin + REACH)):
        alone = s.tags[i] == "IN" and s.tags[i + 1 : i + 2] in _NO_NOUN
        if s.lower[i] in PARTICLES and (alone or s.tags[i] in ("RP", "RB")):
            return Span(s.starts[i], s.ends[i])
        if s.tags[i].startswith("VB") or s.tags[i] in ("IN", "CC", ",", "TO"):
            return None
    return None


def _side(r: Reading, k: int) -> int:
    """1 where a claim is for what an item names, -1 where it is against it, 0 elsewhere."""
    x = r.items[k]
    if x.governor is None:
        return 0
    governor = r.items[x.governor]
    if x.slot in ("for", "against"):
        for_it = 1 if x.slot == "for" else -1
        return for_it if governor.key in SIDING else 0
    if x.slot == "patient":
        return (governor.key in FAVOURING) - (governor.key in OPPOSING)
    if x.slot == "of":
        return int(governor.key in FAVOURING and governor.slot == "in")
    return 0


def _with_preposition(r: Reading, k: int) -> Span:
    """An item from the preposition before it on, or the item alone."""
    x, s = r.items[k], r.sentence
    for i in range(x.tokens[0] - 1, max(r.tokens[0], x.tokens[0] - REACH) - 1, -1):
        if s.lower[i] == x.slot:
            return Span(s.starts[i], x.span.end)
    return x.span
