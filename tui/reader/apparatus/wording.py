"""What the sources say, witness under witness, and who says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.model import Link
from tui.reader.apparatus.blocks import Loud, Row, apart_lines, table_lines
from tui.reader.apparatus.collation import LITTLE, Pair, collate, likeness
from tui.reader.apparatus.segments import segments
from tui.reader.apparatus.sources import Sources, joined
from tui.reader.apparatus.witness import MOST_IN_NAME, MOST_OF_MANY, MOST_WORDS, Witness, witness
from tui.reader.index import Counterpart
from tui.reader.relations import COUNTERPART, CURRENT, RELATIONS, TENTATIVE
from tui.reader.words import Line, letter, shorten, silence_words
from tui.reports.explain import DIFFERENCES

MANY = 4
"""Counterparts that may all be long."""

NEGATIONS = frozenset("not never no none nobody nothing neither nor without cannot".split())
"""Words that deny; each is set off where claims differ in nothing but that."""


def wording(sources: Sources, width: int) -> list[Line]:
    """The collation, then the claims that have too little in common with it, then who is silent."""
    most = MOST_WORDS if len(sources.found) <= MANY else MOST_OF_MANY
    base, *others = (witness(sources.index, claim, most) for claim in sources.claims)
    groups = _alike(sources, others)
    names = [sources.sigla[0], *(joined(sources.sigla[k + 1] for k in g) for g, _ in groups)]
    size = max(map(len, names))
    own = Row(_base_label(names[0], size, sources), _louds(sources.found, base))
    near: list[tuple[Witness, Row]] = []
    likes: list[float] = []
    far: list[tuple[Witness, Row]] = []
    rivals: dict[Pair, list[Pair]] = {}
    for name, (members, other) in zip(names[1:], groups, strict=True):
        found = [sources.found[k] for k in members]
        row = Row(_label(name, size, found, sources), _louds(found[:1], other))
        like = likeness(base, other)
        if like >= LITTLE:
            near.append((other, row))
            likes.append(like)
            rivals[0, len(near)] = _rivals(found[0].link, base, other)
        else:
            far.append((other, row))
    lines: list[Line] = []
    if near or not far:
        table = collate(base, [w for w, _ in near], rivals, likes)
        rows = [own, *(row for _, row in near)]
        lines += table_lines(table, segments(table), rows, width, sources.ascii_only)
    else:
        lines += apart_lines(base, [w for w, _ in far], own, width, sources.ascii_only)
    for other, row in far:
        lines += apart_lines(other, [base], row, width, sources.ascii_only)
    return [*lines, *silence(sources, width, size + 5)]


def _alike(sources: Sources, others: list[Witness]) -> list[tuple[list[int], Witness]]:
    """Counterparts that say the very same and stand alike to the claim, with their words."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for k, (found, other) in enumerate(zip(sources.found, others, strict=True)):
        words = tuple(word.folded for word in other.words)
        groups.setdefault((found.relation, found.tentative, *words), []).append(k)
    return [(members, others[members[0]]) for members in groups.values()]


def _base_label(name: str, size: int, sources: Sources) -> Line:
    bar = CURRENT[sources.ascii_only]
    return [(bar, ("bar",)), (f"{name:<{size}} ", ("strong",)), ("   ", ())]


def _label(name: str, size: int, found: list[Counterpart], sources: Sources) -> Line:
    chosen = any(c.claim.id in sources.chosen for c in found)
    bar = COUNTERPART[sources.ascii_only] if chosen else " "
    sign = TENTATIVE if found[0].tentative else " "
    glyph = RELATIONS[found[0].relation].mark(sources.ascii_only)
    return [
        (bar, ("bar-quiet",)),
        (f"{name:<{size}} ", ("strong",)),
        (f"{sign}{glyph} ", (f"glyph-{found[0].relation}",)),
    ]


def _louds(found: Sequence[Counterpart], text: Witness) -> tuple[Loud, ...]:
    """What of a witness its links mark as different, the loudest first."""
    loud = []
    for link in (c.link for c in found):
        if link is None or link.relation == "agrees":
            continue
        for d in link.differences:
            span = d.a if text.claim.id == link.a else d.b
            if span and 0 < len(_held(text, span.start, span.end)) <= MOST_IN_NAME:
                word = DIFFERENCES.get(d.kind, d.kind)
                loud.append(Loud(span.start, span.end, link.relation, word))
            if d.kind == "polarity" and text.claim.negated:
                # The output marks what is denied; here one looks for what denies it.
                denying = (w for w in text.words if _denies(w.text.casefold()))
                loud += (Loud(w.start, w.end, link.relation, "") for w in denying)
    return tuple(sorted(loud, key=lambda x: -RELATIONS[x.kind].loudness))


def _denies(word: str) -> bool:
    return word in NEGATIONS or word.endswith(("n't", "n’t"))


def _rivals(link: Link | None, base: Witness, other: Witness) -> list[Pair]:
    """The words of two witnesses in which a link says that they differ."""
    pairs = []
    for d in link.differences if link else ():
        spans = (d.a, d.b) if link and link.a == base.claim.id else (d.b, d.a)
        if spans[0] and spans[1]:
            one = _held(base, spans[0].start, spans[0].end)
            two = _held(other, spans[1].start, spans[1].end)
            if one and two and max(len(one), len(two)) <= MOST_IN_NAME:
                pairs.append((one[0], two[0]))
    return pairs


def _held(text: Witness, start: int, end: int) -> list[int]:
    """The places of the words of a witness that a span touches."""
    return [k for k, w in enumerate(text.words) if w.start < end and start < w.end]


def silence(sources: Sources, width: int, margin: int = 1) -> list[Line]:
    """Which documents say nothing of it, and how many claims are not shown."""
    said = []
    if sources.rest:
        said.append((f"and {sources.rest} more", "quiet"))
    silent = silence_words(sources.silent)
    if silent and not sources.found:
        said.append((f"only {letter(sources.claim.document)} states this: {silent}", "text"))
    elif silent:
        said.append((silent, "quiet"))
    blank = " " * margin
    room = width - margin
    return [[(blank + shorten(words, room, sources.ascii_only), (look,))] for words, look in said]
