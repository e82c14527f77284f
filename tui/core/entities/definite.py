"""What a definite noun means: `the company`, `the minister`, `the ship` after their names.

A noun is bound to a name by its own head (`Ministry of Trade`), its legal form, its kind (a
country, a town), a rank or role of the person, or by what the text says it is. Within a document
`the` noun then means the name it is bound to; where several are, the one named last.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tui.core.entities import forms, lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.describe import kind_of
from tui.core.entities.lines import Line
from tui.core.entities.mentions import Name, Page
from tui.core.entities.nodes import Node
from tui.core.entities.offices import Held
from tui.core.entities.reasons import Reason, Where
from tui.core.entities.words import is_capital
from tui.core.model import MentionKind

_FIRMS = ("company", "firm")
_RESTRICTING = frozenset("of that which who whose where".split())
_TELLING = 4
"""Words of a description that are enough to know it again in another document."""
_NEAR = 3
"""Sentences back that a definite noun reaches where several names could be meant."""


class Reference(NamedTuple):
    """A mention by a common noun, and a node of what it means."""

    page: int
    start: int
    end: int
    node: int
    reason: Reason
    kind: MentionKind
    line: Line


class _Bound(NamedTuple):
    """A noun that a document binds to a name."""

    node: int
    own: frozenset[str]
    """Words that may stand between `the` and the noun."""
    words: str
    where: Where | None
    kind: MentionKind


def resolve(
    pages: Sequence[Page],
    nodes: Sequence[Node],
    clusters: Clusters,
    node_of: dict[int, int],
    held: Sequence[Held],
) -> list[Reference]:
    """Every definite noun whose bearer is clear, and every description beside its name."""
    found: list[Reference] = []
    free: list[_Taken] = []
    for p, page in enumerate(pages):
        titles = [item for item in held if item.page == p]
        seen = _Seen(clusters)
        bound: dict[str, list[_Bound]] = defaultdict(list)
        taken = _Taken([(item.start, item.end) for item in titles])
        for name in page.names:
            node = node_of.get(id(name))
            if node is None:
                continue
            seen.add(node, name.start, name.line.sentence)
            for noun, one in _bindings(p, name, node, nodes[node]):
                bound[noun].append(one)
            for reference in _described(p, name, node):
                if taken.free(reference.start, reference.end):
                    found.append(reference)
                    taken.add(reference.start, reference.end)
        for item in titles:
            if item.node is not None:
                seen.add(item.node, item.start, item.role.line.sentence)
        for name in page.names:
            if id(name) in node_of:
                taken.add(name.start, name.end)
        for line in page.lines:
            for i, k in _definite(line, bound):
                start, end = line.words[i].start, line.words[k].end
                meant = seen.meant(line, start, bound[line.low[k]])
                if meant is not None and taken.free(start, end):
                    found.append(meant._replace(page=p, end=end))
                    taken.add(start, end)
                    seen.add(meant.node, start, line.sentence)
        free.append(taken)
    return [*found, *_repeated(pages, node_of, free)]


def _repeated(
    pages: Sequence[Page], node_of: dict[int, int], free: Sequence[_Taken]
) -> Iterator[Reference]:
    """The words of a description again, in another place or, where they are many, document."""
    known: dict[tuple[str, ...], tuple[int, int, Where]] = {}
    for p, page in enumerate(pages):
        for name in page.names:
            for told in name.descriptors if id(name) in node_of else ():
                where = (p, min(told.start, name.start), max(told.end, name.end))
                if told.definite and len(told.words) > 1:
                    known.setdefault(told.words, (p, node_of[id(name)], where))
    openings: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(known, key=lambda w: (-len(w), w)):
        openings[words[0]].append(words)
    for p, page in enumerate(pages):
        for line in page.lines if openings else ():
            for i, low in enumerate(line.low):
                for words in openings.get(low, ()):
                    home, node, where = known[words]
                    end = i + len(words)
                    if tuple(line.low[i:end]) != words or (p != home and len(words) < _TELLING):
                        continue
                    start, stop = line.words[i].start, line.words[end - 1].end
                    if free[p].outside(start, stop):
                        free[p].add(start, stop)
                        reason = Reason("description", "the same description", where=where)
                        yield Reference(p, start, stop, node, reason, "description", line)
                        break


class _Taken:
    """Stretches of a text that are mentions already."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def add(self, start: int, end: int) -> None:
        insort(self._spans, (start, end))

    def free(self, start: int, end: int) -> bool:
        """No mention begins or ends inside."""
        i = bisect_left(self._spans, (start, start))
        before = i and self._spans[i - 1][1] > start
        return not before and not (i < len(self._spans) and self._spans[i][0] < end)

    def outside(self, start: int, end: int) -> bool:
        """No mention crosses an edge, though some may lie inside."""
        i = bisect_left(self._spans, (start, start))
        if i and self._spans[i - 1][1] > start:
            return False
        same = i < len(self._spans) and self._spans[i][0] == start and self._spans[i][1] >= end
        return not same


class _Seen:
    """Where each entity of a document was last mentioned."""

    def __init__(self, clusters: Clusters) -> None:
        self._clusters = clusters
        self._at: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def add(self, node: int, start: int, sentence: int) -> None:
        insort(self._at[self._clusters.find(node)], (start, sentence))

    def meant(self, line: Line, at: int, bound: Sequence[_Bound]) -> Reference | None:
        """What a noun at `at` means: the one bearer named before, else the last by a sentence."""
        last: dict[int, tuple[int, _Bound]] = {}
        for one in bound:
            root = self._clusters.find(one.node)
            i = bisect_left(self._at[root], (at, -1))
            if i:
                last[root] = (self._at[root][i - 1][1], one)
        if not last:
            return None
        ranked = sorted(last.values(), key=lambda x: -x[0])
        sentence, one = ranked[0]
        several = len(ranked) > 1
        if several and (ranked[1][0] == sentence or sentence < line.sentence - _NEAR):
            return None
        reason = Reason("description", one.words, tentative=several, where=one.where)
        return Reference(0, at, at, one.node, reason, one.kind, line)


def _described(p: int, name: Name, node: int) -> Iterator[Reference]:
    """The definite descriptions of a name, as mentions of it."""
    for found in name.descriptors:
        if found.definite:
            where = (p, min(found.start, name.start), max(found.end, name.end))
            reason = Reason("description", f"stands {found.how}", where=where)
            if found.how in ("said to be", "called so"):
                reason = reason._replace(words="the text says so")
            yield Reference(p, found.start, found.end, node, reason, "description", name.line)


def _bindings(p: int, name: Name, node: int, of: Node) -> Iterator[tuple[str, _Bound]]:
    """The nouns that a name is bound to where it stands."""
    low = name.line.low
    inside = [low[k] for k in range(name.first, name.last)]
    own = frozenset(inside)
    if of.type == "PERSON":
        for title in name.honorifics:
            rank = ranks().get(title.rstrip(".").split(" ")[-1].rstrip("."))
            if rank:
                yield rank, _Bound(node, own, f"{title} before the name", None, "title")
        for role in name.roles:
            phrase = role.phrase.split(" ")
            where = (p, min(role.start, name.start), max(role.end, name.end))
            own = own | frozenset(phrase[:-1])
            yield phrase[-1], _Bound(node, own, f"{role.phrase} in the text", where, "title")
    elif not name.line.headline:
        for noun in dict.fromkeys(w for h in heads(inside, of) for w in (h, *broader().get(h, ()))):
            yield noun, _Bound(node, own, f"the {noun} named before", None, "description")
    for described in name.descriptors:
        if of.type != "PERSON" and kind_of(described.noun) == "PERSON":
            continue
        where = (p, min(described.start, name.start), max(described.end, name.end))
        kind: MentionKind = "title" if of.type == "PERSON" else "description"
        words = f"the text calls it {described.noun}"
        if of.type == "PERSON":
            words = f"{described.noun} in the text"
        bound = _Bound(node, described.modifiers | own, words, where, kind)
        for noun in (described.noun, *broader().get(described.noun, ())):
            yield noun, bound


def heads(inside: Sequence[str], of: Node) -> list[str]:
    """Common nouns that a name's own words make it: `bank`, `company`, `river`, `country`."""
    found: list[str] = []
    if of.country:
        known = lexicon.countries().names
        return ["country"] if of.text in known and of.country == known[of.text] else []
    if of.type == "PLACE" and (of.text in lexicon.cities()):
        found += ["city", "town"]
    joiner = next((k for k, w in enumerate(inside) if k and w in ("of", "for", "on")), len(inside))
    head = inside[joiner - 1]
    if len(inside) > 1:
        kinds = ("organisation", "place", "event", "way", "water", "firm")
        if any(head in lexicon.words(k) for k in kinds) or head in lexicon.words("settlement"):
            found.append(head)
        for word in (head, inside[0].rstrip(".")):
            if word in ordinary_heads():
                found.append(ordinary_heads()[word])
    if len(forms.without_legal(of.tokens)) < len(of.tokens):
        found += _FIRMS
    return found


@cache
def ordinary_heads() -> dict[str, str]:
    """Words in names -> the noun one says for them: `airways`, `airline`."""
    return dict(w.split("=") for w in sorted(lexicon.words("ordinary_head")))


@cache
def broader() -> dict[str, tuple[str, ...]]:
    """Nouns -> the wider ones that may take them up: `ferry`, `ship` and `vessel`."""
    found = (w.split("=") for w in sorted(lexicon.words("broader")))
    return {noun: tuple(wide.split("|")) for noun, wide in found}


@cache
def ranks() -> dict[str, str]:
    """Abbreviated ranks and titles -> the noun one says for them."""
    return dict(w.split("=") for w in sorted(lexicon.words("rank")))


def _definite(line: Line, bound: dict[str, list[_Bound]]) -> Iterator[tuple[int, int]]:
    """Bound nouns after `the`, and their first modifiers, with nothing behind that restricts."""
    low, n = line.low, len(line.words)
    for i in range(n - 1):
        if low[i] not in ("the", "this") or not bound:
            continue
        for k in range(i + 1, min(i + 4, n)):
            if low[k] not in bound or line.words[k].text.isupper():
                continue
            between = frozenset(low[i + 1 : k])
            if between and not any(between <= b.own for b in bound[low[k]]):
                continue
            after = low[k + 1] if k + 1 < n else ""
            noun = k + 1 < n and line.tag(k + 1) in ("NN", "NNS", "NNP", "NNPS")
            name = k + 1 < n and is_capital(line.words[k + 1].text)
            if after in _RESTRICTING or noun or name or after == "-":
                break
            yield i + 1, k
            break
