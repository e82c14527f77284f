"""One claim against another: what one denies and the other asserts, and opposite words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.core.alignment import directions
from tui.core.alignment.arguments import Reading
from tui.core.alignment.denials import IMPLYING, Denial
from tui.core.alignment.pairing import NEAR, Pairing, alike, in_one_gap
from tui.core.alignment.slots import Item
from tui.core.language.alternatives import are_alternatives
from tui.core.model import Difference

STRONG_COVERAGE = 0.72
"""Above this mutual coverage two claims share their predicate, whatever its words."""
SPARE = 1
"""Words of a denial that the other claim may lack: with more it may deny something else."""
DEGREES = frozenset(
    "whole wholly entire entirely full fully complete completely total totally part partly partial"
    " partially incomplete half provisional provisionally permanent permanently temporary"
    " temporarily interim acting final draft preliminary conditional unconditional".split()
)
"""Opposites that say how far, or for how long: one may be a part of the other."""
HOURS = frozenset(("open", "close"))
"""What is open until nine closes at nine."""
SIDES = frozenset(("left", "right"))
"""Opposites that tell which of two like things: one may have been taken for the other."""
LITTLE = frozenset("little few hardly scarcely barely rarely seldom minimal negligible".split())
TO_WHAT = ("of", "to", "with")
"""What a noun hangs its object on: "breach of the charter", "accord with the charter"."""
UNLIKE = 0.3
"""Below this cosine two nouns are taken to name two things."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """How two claims stand against each other; `sure` where nothing else can be meant."""

    difference: Difference
    sure: bool


def opposition(p: Pairing, coverage: float) -> Opposition | None:
    """The first denial or opposite that sets the claims against each other; None without one.

    `coverage` is the mutual coverage of their words in 0..1.
    """
    clashes = () if _is_little(p.a) and _is_little(p.b) else _clashes(p)
    for i, j, sure in sorted(clashes, key=lambda c: (not c[2], c[0] + c[1], abs(c[0] - c[1]))):
        lead = "one denies what the other asserts: "
        return Opposition(_difference(p, "polarity", i, j, lead), sure)
    for i, j, tie in p.pairs:
        if tie == "antonym" and p.a.dark[i] == p.b.dark[j] and _of_one_thing(p, i, j):
            keys = {p.a.items[i].key, p.b.items[j].key}
            if keys == HOURS and all(any(x.date for x in r.items) for r in (p.a, p.b)):
                continue
            kind = "degree" if keys <= DEGREES else "antonym"
            return Opposition(_difference(p, kind, i, j, ""), not keys <= DEGREES | SIDES)
    against = next(directions.opposed(p), None)
    if against is not None:
        return Opposition(against, True)
    if coverage >= STRONG_COVERAGE and _denies_in_other_words(p):
        detail = "one denies what the other asserts"
        return Opposition(Difference("polarity", p.a.span, p.b.span, detail), False)
    return None


def _is_little(r: Reading) -> bool:
    """Whether a claim says of something that there is little of it: that is half a denial."""
    return not LITTLE.isdisjoint(r.sentence.lower[slice(*r.tokens)])


def _denies_in_other_words(p: Pairing) -> bool:
    """Whether one claim alone denies something, and the other does not say it by an opposite."""
    if any(tie == "antonym" for _, _, tie in p.pairs):
        return False
    return _denies(p.a) != _denies(p.b)


def _denies(r: Reading) -> bool:
    return any(r.dark[k] and r.items[k].key not in IMPLYING for d in r.denials for k in d.focus)


def _denies_alike(p: Pairing, d: Denial) -> bool:
    """Whether the other claim denies a word of negation `d` of claim a too."""
    for k in d.scope:
        met = p.of_a.get(k)
        if met is not None and met[1] == "same" and not p.a.items[k].light:
            if p.a.dark[k] and p.b.dark[met[0]]:
                return True
    return False


def _difference(p: Pairing, kind: str, i: int, j: int, lead: str) -> Difference:
    x, y = p.a.items[i], p.b.items[j]
    left, right = p.a.words(x.span), p.b.words(y.span)
    joined = left if left.lower() == right.lower() else f"{left} and {right}"
    if kind == "antonym":
        joined = f"{left} against {right}"
    return Difference(kind, x.span, y.span, lead + joined)


def _clashes(p: Pairing) -> Iterator[tuple[int, int, bool]]:
    """Paired items that one claim denies and the other asserts, and whether that is sure: where
    both deny something, they may say the same in two ways."""
    alone = not (p.a.denials and p.b.denials) and not _is_undone(p)
    for d in p.a.denials:
        for i, j in _turned(p, d):
            yield (
                i,
                j,
                alone
                and _says_no_more(p, d)
                and all(k in p.of_a for k in d.focus)
                and _are_met(p, i, j),
            )
    turned = p.turned() if p.b.denials else p
    for d in p.b.denials:
        for j, i in _turned(turned, d):
            yield (
                i,
                j,
                alone
                and _says_no_more(turned, d)
                and all(k in turned.of_a for k in d.focus)
                and _are_met(p, i, j),
            )


def _are_met(p: Pairing, i: int, j: int) -> bool:
    """Whether nothing speaks for it that two paired words are said of two things."""
    return "verb" not in (p.a.items[i].kind, p.b.items[j].kind) or not _of_two_things(p, i, j)


def _says_no_more(p: Pairing, d: Denial) -> bool:
    """Whether nearly all that negation `d` of claim a denies is in claim b: of "was not named after
    Orth in 1920" the denial may be of Orth or the year alone, where b does not speak of them."""
    spare = 0
    for k in d.scope:
        x = p.a.items[k]
        if k in p.of_a or x.light or k == d.event:
            continue
        if any(_is_instead(x, p.b.items[j]) for j in p.left_b):
            return False
        if not any(_may_be_meant(x, p.b.items[j]) for j in p.left_b):
            spare += 1
    return spare <= SPARE


def _is_instead(x: Item, y: Item) -> bool:
    """Whether a denied word and what the other claim has are two of which one is so: of "did not
    wear a red coat" the denial is of the red alone, where the other claim has a blue one."""
    if x.quantity and y.quantity:
        return x.quantity.unit == y.quantity.unit
    if (x.date and y.date) or (x.is_named and y.is_named):
        return True
    return are_alternatives(x.key, y.key)


def _is_undone(p: Pairing) -> bool:
    """Whether one denies the opposite of what the other asserts: "did not stay shut", "opened"."""
    return any(tie == "antonym" and p.a.dark[i] != p.b.dark[j] for i, j, tie in p.pairs)


def _may_be_meant(x: Item, y: Item) -> bool:
    """Whether two words are likely two names for one thing."""
    return x.kind in ("noun", "verb") and y.kind in ("noun", "verb") and alike(x, y) >= NEAR


def _turned(p: Pairing, d: Denial) -> Iterator[tuple[int, int]]:
    """What negation `d` of claim a is about, where claim b has it without a negation."""

    def clashes(i: int) -> bool:
        met = p.of_a.get(i)
        return met is not None and met[1] == "same" and p.a.dark[i] != p.b.dark[met[0]]

    def may_lack(i: int) -> bool:
        # "no serious injuries" against "injuries", but not "no silent film" against "a film"
        head = p.a.items[d.focus[-1]]
        if head.slot == "complement" and head.governor is not None:
            if argument(p.a, head.governor, "agent") is not None:
                return False
        return i not in p.of_a

    if _denies_alike(p, d):
        return
    if d.focus and clashes(d.focus[-1]) and all(clashes(i) or may_lack(i) for i in d.focus):
        i = d.focus[-1]
        if p.a.items[i].kind != "verb" or not _of_two_things(p, i, p.of_a[i][0], surely=True):
            yield i, p.of_a[i][0]
    if d.event is not None and clashes(d.event):
        if not _of_two_things(p, d.event, p.of_a[d.event][0], surely=True):
            yield d.event, p.of_a[d.event][0]


def argument(r: Reading, verb: int, slot: str) -> int | None:
    """The item in a slot of a verb."""
    found = (k for k, x in enumerate(r.items) if x.governor == verb and x.slot == slot)
    return next(found, None)


def _of_two_things(p: Pairing, i: int, j: int, surely: bool = False) -> bool:
    """Whether two verbs are said of different agents, or of different things.

    `surely`: not where what is missing beside one of them stands elsewhere in its claim.
    """
    for slot in ("agent", "patient"):
        x, y = argument(p.a, i, slot), argument(p.b, j, slot)
        if x is None or y is None or (x in p.of_a and p.of_a[x][0] == y):
            continue
        one, other = p.a.items[x], p.b.items[y]
        if x in p.of_a and y in p.of_b:
            return True
        if surely and (_is_elsewhere(p, i, y) or _is_elsewhere(p.turned(), j, x)):
            continue
        if one.is_named and other.is_named:
            return True
        if alike(one, other) < UNLIKE and not _share_modifier(p, x, y):
            return True
    return False


def _is_elsewhere(p: Pairing, i: int, y: int) -> bool:
    """Whether what claim b says its verb of is in claim a too, but in no place of verb `i`: so
    shallow a reading may have missed that it is meant there."""
    if y not in p.of_b:
        return False
    x = p.a.items[p.of_b[y][0]]
    return x.governor != i and x.slot not in ("agent", "patient")


def _share_modifier(p: Pairing, i: int, j: int) -> bool:
    """Whether two heads have a paired word before them: "annual inspection", "yearly survey"."""
    return any(
        p.a.items[k].governor == i and p.b.items[m].governor == j and tie == "same"
        for k, m, tie in p.pairs
        if p.a.items[k].slot == p.b.items[m].slot == "modifier"
    )


def _of_one_thing(p: Pairing, i: int, j: int) -> bool:
    """Whether two opposite words stand in one place, or are said of paired words."""
    x, y = p.a.items[i], p.b.items[j]
    if in_one_gap(p, i, j):
        return True
    if x.kind == y.kind == "verb":
        if x.slot != y.slot or _of_two_things(p, i, j):
            return False
        return any(
            _met(p, argument(p.a, i, slot), argument(p.b, j, slot)) for slot in ("agent", "patient")
        )
    if x.slot == y.slot:
        return _met(p, x.governor, y.governor)
    left, right = _bearers(p.a, i), _bearers(p.b, j)
    return any(_met(p, k, m) for k in left for m in right)


def _met(p: Pairing, i: int | None, j: int | None) -> bool:
    return i is not None and j is not None and p.of_a.get(i, (-1,))[0] == j


def _bearers(r: Reading, k: int) -> list[int]:
    """Of what a predicate is said: what befell a verb, the subject of a complement; with `of`."""
    x = r.items[k]
    if x.kind == "verb":
        patient = argument(r, k, "patient")
        heads = [patient if patient is not None else argument(r, k, "agent")]
    elif x.governor is not None and x.slot in ("complement", "patient", "in"):
        heads = [argument(r, x.governor, "agent"), argument(r, x.governor, "patient")]
        heads += [m for m, y in enumerate(r.items) if y.slot in TO_WHAT and y.governor == k]
    else:
        return []
    found = [h for h in heads if h is not None and h != k]
    return found + [m for m, y in enumerate(r.items) if y.slot == "of" and y.governor in found]
