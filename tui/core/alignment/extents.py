"""How many, how far and who else: `all` and `some`, `only` and `both`, alone and together."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.alignment.arguments import Reading
from tui.core.alignment.differences import between
from tui.core.alignment.pairing import Pairing
from tui.core.document import Span
from tui.core.language.date_patterns import ORDINALS
from tui.core.model import Difference

EXTENT = {
    word: n
    for n, words in {
        1: "few rarely seldom hardly",
        2: "some several sometimes occasionally partly partially slightly somewhat marginally",
        3: "many often frequently half",
        4: "most mostly usually generally largely mainly primarily chiefly predominantly",
        5: "all every each always fully entirely wholly completely totally utterly whole entirety",
    }.items()
    for word in words.split()
}
"""Words that say how many, how often or how far, from little to all."""
OF_WHICH = {
    word: n
    for n, words in {
        1: "none neither few hardly",
        2: "third quarter fifth sixth eighth tenth minority handful fraction part portion couple",
        4: "majority bulk",
    }.items()
    for word in words.split()
}
"""The same of words that say so only before `of`, as a number does: "two of the ferries"."""
THEM = frozenset("them us these those you".split())
EVERY_OTHER = {"other", *ORDINALS}
COUNTED = 3
"""Where on that scale a number of something stands."""
APART = 2
"""Steps on that scale between words that cannot both be meant."""
REACH = 3
"""Tokens before a word, or the first of its phrase, where such a word may stand."""
ONLY = frozenset("only solely exclusively purely".split())
JOINED = frozenset("and or both well".split())
"""Words that join a second to what is named."""
ALONE = frozenset(
    "alone unaccompanied unaided unassisted single-handedly single-handed solo".split()
)
TOGETHER = frozenset("together jointly accompanied alongside".split())


def degrees(p: Pairing) -> Iterator[Difference]:
    """Words of extent that are far apart, said of paired words: `all` and `some`."""
    for i, j, tie in p.pairs:
        if tie != "same":
            continue
        one, other = _extent(p.a, i), _extent(p.b, j)
        if one is None or other is None:
            continue
        if abs(one[0] - other[0]) >= APART:
            yield between(p, "degree", one[1], other[1])
            return
    first, second = _of_them(p.a), _of_them(p.b)
    if first is None or second is None or p.a.denials or p.b.denials:
        return
    less = p.left_a if first[0] < second[0] else p.left_b
    told = any(tie == "same" and p.a.items[i].kind == "verb" for i, _, tie in p.pairs)
    if abs(first[0] - second[0]) >= APART and told and not less:
        yield between(p, "degree", first[1], second[1])


def _of_them(r: Reading) -> tuple[int, Span] | None:
    """How many "of them" a claim speaks of, as a step on the scale, where it does so once."""
    s, (first, last) = r.sentence, r.tokens
    found = []
    for i in range(first, last - 2):
        if s.lower[i + 1] == "of" and s.lower[i + 2] in THEM:
            counted = COUNTED if s.tags[i] == "CD" else None
            if counted and i > first and s.lower[i - 1] in EXTENT:
                # "all three of them"
                counted = EXTENT[s.lower[i - 1]]
            step = EXTENT.get(s.lower[i], OF_WHICH.get(s.lower[i], counted))
            found += [(step, Span(s.starts[i], s.ends[i + 2]))] if step is not None else []
    return found[0] if len(found) == 1 else None


def _extent(r: Reading, k: int) -> tuple[int, Span] | None:
    """The word of extent that stands before an item, or before the first of its phrase, and its
    step on the scale."""
    own = (x.tokens[0] for x in r.items if x.governor == k and x.slot == "modifier")
    first = min([r.items[k].tokens[0], *own])
    s = r.sentence
    parted = False
    for i in range(first - 1, max(r.tokens[0], first - REACH) - 1, -1):
        step = EXTENT.get(s.lower[i])
        if step is None and parted:
            step = OF_WHICH.get(s.lower[i], COUNTED if s.tags[i] == "CD" else None)
        if step is not None:
            # "every second house"
            apart = s.lower[i] == "every" and s.lower[i + 1] in EVERY_OTHER
            return None if apart else (step, Span(s.starts[i], s.ends[i]))
        if s.lower[i] not in ("of", "the", "these", "those", "its", "their", "his", "her", "our"):
            return None
        parted = parted or s.lower[i] == "of"
    return None


def company(p: Pairing) -> Iterator[Difference]:
    """What one does alone and the other with somebody, and what is said of one thing only where
    the other claim names a second."""
    if not any(tie == "same" and p.a.items[i].kind == "verb" for i, _, tie in p.pairs):
        return
    for words, others in ((ALONE, TOGETHER), (TOGETHER, ALONE)):
        one, other = _first(p.a, words), _first(p.b, others)
        if one is not None and other is not None:
            yield between(p, "word", one, other)
            return
    for side, turned in ((p, False), (p.turned(), True)):
        for i, j, tie in side.pairs:
            only = _only(side.a, i) if tie == "same" else None
            second = _second(side, j) if only is not None and _only(side.b, j) is None else None
            if only is not None and second is not None:
                spans = (second, only) if turned else (only, second)
                yield between(p, "degree", *spans)
                return


def _first(r: Reading, words: frozenset[str]) -> Span | None:
    s = r.sentence
    found = (k for k in range(*r.tokens) if s.lower[k] in words)
    k = next(found, None)
    return None if k is None else Span(s.starts[k], s.ends[k])


def _only(r: Reading, k: int) -> Span | None:
    """An item with the `only` before it."""
    own = (x.tokens[0] for x in r.items if x.governor == k and x.slot == "modifier")
    first = min([r.items[k].tokens[0], *own])
    s = r.sentence
    for i in range(first - 1, max(r.tokens[0], first - REACH) - 1, -1):
        if s.lower[i] in ONLY:
            # "the only son" is no limit
            limits = s.tags[i] == "RB" and (i == 0 or s.tags[i - 1] not in ("DT", "PRP$"))
            return Span(s.starts[i], r.items[k].span.end) if limits else None
        if s.tags[i] not in ("IN", "DT", "TO"):
            return None
    return None


def _second(p: Pairing, j: int) -> Span | None:
    """Item `j` of claim b with another that is joined to it and answers to nothing in claim a."""
    y, s = p.b.items[j], p.b.sentence
    for k in p.left_b:
        x = p.b.items[k]
        if x.kind != y.kind or p.b.dark[k] != p.b.dark[j]:
            continue
        first, last = sorted((x.tokens, y.tokens))
        gap = s.lower[first[1] : last[0]]
        if gap and gap[0] in JOINED and len(gap) <= REACH and not set(gap) & ONLY:
            return Span(s.starts[first[0]], s.ends[last[1] - 1])
    return None
