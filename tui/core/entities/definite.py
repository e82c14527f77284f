"""What a definite noun means: `the company`, `the minister`, `the ship` after their names.

A noun is bound to a name by its own head (`Ministry of Trade`), its legal form, its kind (a
country, a town), a rank or role of the person, or by what the text says it is. Within a document
`the` noun then means the name it is bound to; where several are, the one named last.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.core.entities.bindings import Bound, bindings, fits
from tui.core.entities.clusters import Clusters
from tui.core.entities.lines import Line
from tui.core.entities.nodes import Node
from tui.core.entities.offices import Held
from tui.core.entities.page import Name, Page
from tui.core.entities.reasons import Reason, Where
from tui.core.entities.words import is_capital
from tui.core.model import MentionKind

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
    wide: dict[str, dict[int, Bound]] = defaultdict(dict)
    here: list[set[str]] = []
    for p, page in enumerate(pages):
        titles = [item for item in held if item.page == p]
        seen = _Seen(clusters)
        bound: dict[str, list[Bound]] = defaultdict(list)
        taken = _Taken([(item.start, item.end) for item in titles])
        for name in page.names:
            node = node_of.get(id(name))
            if node is None:
                continue
            seen.add(node, name.start, name.line.sentence)
            for noun, one in bindings(p, name, node, nodes[node]):
                bound[noun].append(one)
                if one.kind == "description" and noun in one.own and not one.weak:
                    wide[noun].setdefault(clusters.find(node), one)
            for reference in _described(p, name, node, nodes[node]):
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
        here.append(set(bound))
    found += _elsewhere(pages, wide, here, free)
    return [*found, *_repeated(pages, nodes, node_of, free)]


def _elsewhere(
    pages: Sequence[Page],
    wide: dict[str, dict[int, Bound]],
    here: Sequence[set[str]],
    free: Sequence[_Taken],
) -> Iterator[Reference]:
    """`the Authority` with a capital, where just one other document names one of its kind."""
    sole = {noun: list(found.values()) for noun, found in wide.items() if len(found) == 1}
    for p, page in enumerate(pages):
        nouns = {noun: found for noun, found in sole.items() if noun not in here[p]}
        for line in page.lines if nouns else ():
            for i, k in _definite(line, nouns):
                start, end = line.words[i].start, line.words[k].end
                if line.words[k].text[0].isupper() and free[p].free(start, end):
                    one = nouns[line.low[k]][0]
                    free[p].add(start, end)
                    words = f"the {line.low[k]} that another document names"
                    reason = Reason("description", words, tentative=True, where=one.where)
                    yield Reference(p, start, end, one.node, reason, one.kind, line)


def _repeated(
    pages: Sequence[Page],
    nodes: Sequence[Node],
    node_of: dict[int, int],
    free: Sequence[_Taken],
) -> Iterator[Reference]:
    """The words of a description again, in another place or, where they are many, document."""
    known: dict[tuple[str, ...], tuple[int, int, Where]] = {}
    for p, page in enumerate(pages):
        for name in page.names:
            for told in name.descriptors if id(name) in node_of else ():
                where = (p, min(told.start, name.start), max(told.end, name.end))
                if told.definite and len(told.words) > 1 and fits(told, nodes[node_of[id(name)]]):
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

    def meant(self, line: Line, at: int, bound: Sequence[Bound]) -> Reference | None:
        """What a noun at `at` means: the one bearer named before, else the last by a sentence."""
        last: dict[int, tuple[int, Bound]] = {}
        for one in bound if all(b.weak for b in bound) else (b for b in bound if not b.weak):
            root = self._clusters.find(one.node)
            i = bisect_left(self._at[root], (at, -1))
            if i:
                last[root] = (self._at[root][i - 1][1], one)
        if not last:
            return None
        ranked = sorted(last.values(), key=lambda x: -x[0])
        sentence, one = ranked[0]
        several = len(ranked) > 1
        if several and (one.weak or ranked[1][0] == sentence or sentence < line.sentence - _NEAR):
            return None
        reason = Reason("description", one.words, tentative=several or one.weak, where=one.where)
        return Reference(0, at, at, one.node, reason, one.kind, line)


def _described(p: int, name: Name, node: int, of: Node) -> Iterator[Reference]:
    """The definite descriptions of a name, as mentions of it."""
    for found in name.descriptors:
        if found.definite and fits(found, of):
            where = (p, min(found.start, name.start), max(found.end, name.end))
            reason = Reason("description", f"stands {found.how}", where=where)
            if found.how in ("said to be", "called so"):
                reason = reason._replace(words="the text says so")
            yield Reference(p, found.start, found.end, node, reason, "description", name.line)


def _definite(line: Line, bound: Mapping[str, Sequence[Bound]]) -> Iterator[tuple[int, int]]:
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
