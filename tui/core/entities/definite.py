"""What a definite noun means: `the company`, `the minister`, `the ship` after their names.

A noun is bound to a name by its own head (`Ministry of Trade`), its legal form, its kind (a
country, a town), a rank or role of the person, or by what the text says it is. Within a document
`the` noun then means the name it is bound to; where several are, the one named last.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tui.core.entities.bindings import Bound, bindings, fits
from tui.core.entities.clusters import Clusters
from tui.core.entities.corpus import Corpus, Reference
from tui.core.entities.grammar import NOUNS, PROPER, RELATIVE
from tui.core.entities.lines import Line
from tui.core.entities.nodes import Node
from tui.core.entities.page import Name
from tui.core.entities.reasons import Reason, Where
from tui.core.entities.words import is_capital

_RESTRICTING = RELATIVE | {"of"}
_TELLING = 4
"""Words of a description that are enough to know it again in another document."""
_NEAR = 3
"""Sentences back that a definite noun reaches where several names could be meant."""


def resolve(corpus: Corpus, titles: Sequence[Reference]) -> list[Reference]:
    """Every definite noun whose bearer is clear, and every description beside its name.

    `titles` are mentions already; a noun in one of them is not found again.
    """
    on_page: dict[int, list[Reference]] = defaultdict(list)
    for title in titles:
        on_page[title.page].append(title)
    readers = [_Reader(corpus, p, on_page[p]) for p in range(len(corpus.pages))]
    found = [reference for reader in readers for reference in reader.read()]
    found += _elsewhere(readers)
    return [*found, *_repeated(corpus, readers)]


class _Reader:
    """Finds the definite nouns of one page; what it has bound serves the other pages too."""

    def __init__(self, corpus: Corpus, p: int, titles: Sequence[Reference]) -> None:
        self.p = p
        self.page = corpus.pages[p]
        self.taken = _Taken([(title.start, title.end) for title in titles])
        self.bound: dict[str, dict[Bound, None]] = defaultdict(dict)
        """By noun: what it may mean, each once, the last bound last."""
        self.own: dict[str, dict[int, Bound]] = defaultdict(dict)
        """By noun and cluster: what a name's own words make it, `the Authority`."""
        self._corpus = corpus
        self._titles = titles
        self._seen = _Seen(corpus.clusters)

    def read(self) -> Iterator[Reference]:
        """The descriptions beside names, then the nouns after `the`."""
        yield from self._names()
        for title in self._titles:
            if title.node is not None:
                self._seen.add(title.node, title.start, title.line.sentence)
        for name, _ in self._corpus.named(self.page):
            self.taken.add(name.start, name.end)
        for line in self.page.lines:
            yield from self._nouns(line)

    def _names(self) -> Iterator[Reference]:
        for name, node in self._corpus.named(self.page):
            self._seen.add(node, name.start, name.line.sentence)
            of = self._corpus.nodes[node]
            for noun, one in bindings(self.p, name, node, of):
                self.bound[noun].pop(one, None)
                self.bound[noun][one] = None
                if one.kind == "description" and noun in one.own and not one.weak:
                    self.own[noun].setdefault(self._corpus.clusters.find(node), one)
            for reference in _described(self.p, name, node, of):
                if self.taken.free(reference.start, reference.end):
                    self.taken.add(reference.start, reference.end)
                    yield reference

    def _nouns(self, line: Line) -> Iterator[Reference]:
        for i, k in _definite(line, self.bound):
            start, end = line.words[i].start, line.words[k].end
            meant = self._seen.meant(line, start, self.bound[line.low[k]])
            if meant is not None and self.taken.free(start, end):
                one, reason = meant
                self.taken.add(start, end)
                self._seen.add(one.node, start, line.sentence)
                yield Reference(self.p, line, start, end, one.kind, one.node, reason)


def _elsewhere(readers: Sequence[_Reader]) -> Iterator[Reference]:
    """`the Authority` with a capital, where just one other document names one of its kind."""
    wide: dict[str, dict[int, Bound]] = defaultdict(dict)
    for reader in readers:
        for noun, found in reader.own.items():
            wide[noun] = found | wide[noun]
    sole = {noun: list(found.values()) for noun, found in wide.items() if len(found) == 1}
    for reader in readers:
        nouns = {noun: found for noun, found in sole.items() if noun not in reader.bound}
        for line in reader.page.lines if nouns else ():
            for i, k in _definite(line, nouns):
                start, end = line.words[i].start, line.words[k].end
                if line.words[k].text[0].isupper() and reader.taken.free(start, end):
                    one = nouns[line.low[k]][0]
                    reader.taken.add(start, end)
                    words = f"the {line.low[k]} that another document names"
                    reason = Reason("description", words, tentative=True, where=one.where)
                    yield Reference(reader.p, line, start, end, one.kind, one.node, reason)


def _repeated(corpus: Corpus, readers: Sequence[_Reader]) -> Iterator[Reference]:
    """The words of a description again, in another place or, where they are many, document."""
    known: dict[tuple[str, ...], tuple[int, Where]] = {}
    for p, page in enumerate(corpus.pages):
        for name, node in corpus.named(page):
            for told in name.descriptors:
                if told.definite and len(told.words) > 1 and fits(told, corpus.nodes[node]):
                    known.setdefault(told.words, (node, (p, *name.around(told))))
    openings: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(known, key=lambda w: (-len(w), w)):
        openings[words[0]].append(words)
    for reader in readers:
        for line in reader.page.lines if openings else ():
            for i, low in enumerate(line.low):
                for words in openings.get(low, ()):
                    node, where = known[words]
                    end = i + len(words)
                    far = reader.p != where[0] and len(words) < _TELLING
                    if far or tuple(line.low[i:end]) != words:
                        continue
                    start, stop = line.words[i].start, line.words[end - 1].end
                    if reader.taken.outside(start, stop):
                        reader.taken.add(start, stop)
                        reason = Reason("description", "the same description", where=where)
                        yield Reference(reader.p, line, start, stop, "description", node, reason)
                        break


class _Taken:
    """Stretches of a text that are mentions already."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        # columns: a pair of its own for each would take as much again as the mentions do
        self._starts, self._ends = array("I"), array("I")
        for start, end in sorted(spans):
            self._starts.append(start)
            self._ends.append(end)

    def add(self, start: int, end: int) -> None:
        i = bisect_left(self._starts, start)
        while i < len(self._starts) and self._starts[i] == start and self._ends[i] <= end:
            i += 1
        self._starts.insert(i, start)
        self._ends.insert(i, end)

    def free(self, start: int, end: int) -> bool:
        """No mention begins or ends inside."""
        i = bisect_left(self._starts, start)
        before = i and self._ends[i - 1] > start
        return not before and not (i < len(self._starts) and self._starts[i] < end)

    def outside(self, start: int, end: int) -> bool:
        """No mention crosses an edge, though some may lie inside."""
        i = bisect_left(self._starts, start)
        if i and self._ends[i - 1] > start:
            return False
        same = i < len(self._starts) and self._starts[i] == start and self._ends[i] >= end
        return not same


class _Seen:
    """Where each entity of a document was last mentioned."""

    def __init__(self, clusters: Clusters) -> None:
        self._clusters = clusters
        self._at: dict[int, array[int]] = {}
        """By cluster: its mentions in order, the start of each before its sentence in one number:
        most clusters have one mention, and an array of its own for each column would be large."""

    def add(self, node: int, start: int, sentence: int) -> None:
        insort(self._at.setdefault(self._clusters.find(node), array("Q")), _place(start, sentence))

    def meant(self, line: Line, at: int, bound: Collection[Bound]) -> tuple[Bound, Reason] | None:
        """What a noun at `at` means: the one bearer named before, else the last by a sentence."""
        sure = self._named_before(at, (b for b in bound if not b.weak))
        last = sure or self._named_before(at, (b for b in bound if b.weak))
        if not last:
            return None
        ranked = sorted(last.values(), key=lambda x: -x[0])
        sentence, one = ranked[0]
        several = len(ranked) > 1
        if several and (one.weak or ranked[1][0] == sentence or sentence < line.sentence - _NEAR):
            return None
        tentative = several or one.weak
        return one, Reason("description", one.words, tentative, one.where)

    def _named_before(self, at: int, bound: Iterable[Bound]) -> dict[int, tuple[int, Bound]]:
        """By cluster: the last sentence before `at` that names it, and the bearer."""
        last: dict[int, tuple[int, Bound]] = {}
        for one in bound:
            root = self._clusters.find(one.node)
            places = self._at.get(root, ())
            i = bisect_left(places, _place(at))
            if i:
                last[root] = (_sentence(places[i - 1]), one)
        return last


def _place(start: int, sentence: int = -1) -> int:
    return start << 32 | sentence + 1


def _sentence(place: int) -> int:
    return (place & 0xFFFFFFFF) - 1


def _described(p: int, name: Name, node: int, of: Node) -> Iterator[Reference]:
    """The definite descriptions of a name, as mentions of it."""
    for found in name.descriptors:
        if found.definite and fits(found, of):
            told = found.how in ("said to be", "called so")
            words = "the text says so" if told else f"stands {found.how}"
            reason = Reason("description", words, where=(p, *name.around(found)))
            yield Reference(p, name.line, found.start, found.end, "description", node, reason)


def _definite(line: Line, bound: Mapping[str, Collection[Bound]]) -> Iterator[tuple[int, int]]:
    """Bound nouns after `the`, and their first modifiers, with nothing behind that restricts."""
    low, n = line.low, len(line.low)
    for i in range(n - 1):
        if low[i] not in ("the", "this") or not bound:
            continue
        for k in range(i + 1, min(i + 4, n)):
            if low[k] not in bound or line.word(k).text.isupper():
                continue
            between = frozenset(low[i + 1 : k])
            if between and not any(between.issubset(b.own) for b in bound[low[k]]):
                continue
            after = low[k + 1] if k + 1 < n else ""
            noun = k + 1 < n and line.tag(k + 1) in (*NOUNS, *PROPER)
            name = k + 1 < n and is_capital(line.word(k + 1).text)
            if after in _RESTRICTING or noun or name or after == "-":
                break
            yield i + 1, k
            break
