"""Short forms of people's names: surnames and given names alone, document by document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tui.core.entities import lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.forms import Tokens
from tui.core.entities.nodes import Node
from tui.core.entities.page import Name
from tui.core.entities.people import JUNIOR, sound, split
from tui.core.entities.reasons import SAME_NAME, Pair, Reason, Rule

_FAMILY_FIRST = re.compile(r"\w+ \w+-\w+")
"""`Kim Jong-su`: a hyphen joins the two syllables of a given name that follows the surname."""
_NICKNAME = re.compile(r"""["“'‘](\w+)["”'’] """)
_HERE, _ELSEWHERE, _OFFICE, _ASIDE, _LATER, _SURE, _LEAST = 10.0, 1.0, 20.0, 0.2, 0.1, 3.0, 2.0
"""Weights of a full name in the same document, in another, and of a shared office; what is left
of them for a relative or a junior, whom reports seldom call by the surname alone, and for one who
is first named after the surname has been used of somebody; and how many
times the evidence for the next candidate the best one needs, and how much at least. Set by hand."""
_MAN, _WOMAN = 2.0, 0.7
"""Weights of a bearer with a title, whom a bare surname means: more often a man than a woman."""


def _goes_by_first(name: Tokens) -> bool:
    """The first word is a given name: not `Saints` in `Saints back Ada Moreau`."""
    given, common = lexicon.given_names(), lexicon.common_words()
    if name[0] in common and name[0] not in given:
        return False
    return len(name) < 5 and not any(w in common and w not in given for w in name[1:-1])


class _Evidence:
    """How much speaks for each of the clusters that a name may mean, and a node of each."""

    def __init__(self) -> None:
        self.support: dict[int, float] = defaultdict(float)
        self.example: dict[int, int] = {}

    def add(self, root: int, node: int, weight: float) -> None:
        """Let a node speak for its cluster."""
        self.support[root] += weight
        self.example.setdefault(root, node)

    def ranked(self) -> list[int]:
        """The clusters, the best first."""
        return sorted(self.support, key=lambda r: (-self.support[r], self.example[r]))


class _Bearers:
    """The full names that a short one may belong to, by surname and by given name."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.last: dict[str, list[int]] = defaultdict(list)
        self.first: dict[str, list[int]] = defaultdict(list)
        self.sounds: dict[str, list[int]] = defaultdict(list)
        for i, node in enumerate(nodes):
            if not node.is_full:
                continue
            given, surname, _ = split(node.tokens)
            self.last[surname].append(i)
            self.sounds[sound(surname)].append(i)
            for k in range(1, len(given)):
                if k == len(given) - 1 or given[k] in lexicon.words("particle"):
                    self.last[" ".join((*given[k:], surname))].append(i)
            for inner in given[1:]:
                # `Ortega` for `Gabriel Ortega Luna`: two surnames, the father's first
                if len(inner) > 1 and inner not in lexicon.given_names():
                    self.last[inner].append(i)
            for nick in _NICKNAME.findall(node.text):
                self.first[nick.lower()].append(i)
            if _FAMILY_FIRST.fullmatch(node.text):
                self.last[node.tokens[0]].append(i)
            elif given and _goes_by_first(node.tokens):
                self.first[given[0]].append(i)

    def is_given(self, node: Node) -> bool:
        """The name is somebody's given name and nobody's surname."""
        word = " ".join(node.tokens)
        return word in self.first and word not in self.last

    def found(self, word: str) -> Iterator[tuple[Rule, list[int]]]:
        """Each way to read the word, and the full names that hold it so."""
        yield "surname", self.last.get(word, [])
        yield "given name", self.first.get(word, [])
        if word not in lexicon.common_words() and len(word) > 5:
            yield "spelling", self.sounds.get(sound(word), [])


def short_people(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """A surname or given name alone, where the documents leave one person it can mean."""
    bearers = _Bearers(nodes)
    titled: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if len(node.tokens) == 1 and node.manner and not node.is_full:
            titled[node.page, node.tokens[0]].append(i)
    short = [i for i, node in enumerate(nodes) if _is_short(node)]
    # `Mr Holm` first: once he is found, a bare `Holm` may mean him; then `Ada`, who may be Holm
    for i in sorted(short, key=lambda i: (not nodes[i].manner, not bearers.is_given(nodes[i]), i)):
        node = nodes[i]
        word = " ".join(node.tokens)
        for how, found in bearers.found(word):
            evidence = _evidence(i, found, clusters, surname=how != "given name")
            for j in titled.get((node.page, word), ()) if not node.manner else ():
                weight = _MAN if nodes[j].manner == "m" else _WOMAN
                evidence.add(clusters.find(j), j, weight * nodes[j].count)
            if evidence.support:
                pair = _chosen(i, how, evidence, clusters)
                if pair is None:
                    clusters.unclear[i] = [evidence.example[root] for root in evidence.ranked()]
                else:
                    yield pair
                break


def _chosen(i: int, how: Rule, evidence: _Evidence, clusters: Clusters) -> Pair | None:
    """The pair with the best candidate, if none of the others comes near it."""
    node, support, ranked = clusters.nodes[i], evidence.support, evidence.ranked()
    best = ranked[0]
    if len(ranked) > 1 and support[best] < max(_SURE * support[ranked[1]], _LEAST):
        return None
    here = any(clusters.nodes[j].page == node.page for j in clusters.members[best])
    plain = " ".join(node.tokens) in lexicon.common_words()
    sure = len(ranked) == 1 and (here or (how == "surname" and not plain))
    full = evidence.example[best]
    words = f"{_call(how, node)} of {clusters.nodes[full].text}"
    return Pair(i, full, Reason(how, words, tentative=not sure))


def _is_short(node: Node) -> bool:
    if not node.tokens or node.type not in ("PERSON", "OTHER") or node.country:
        return False
    return len(node.tokens) < 3 or (
        len(node.tokens) < 5 and node.tokens[0] in lexicon.words("particle")
    )


def _call(how: Rule, node: Node) -> Rule:
    """In many names of the world the surname comes first: `Mr Kim` for `Kim Jong Su`."""
    titled = node.manner or node.addressed
    return "surname" if how == "given name" and titled else how


def _evidence(i: int, found: Sequence[int], clusters: Clusters, *, surname: bool) -> _Evidence:
    """What speaks for each cluster that a short name may belong to."""
    nodes = clusters.nodes
    node, evidence = nodes[i], _Evidence()
    offices = Counter(_offices(node))
    known = bool(node.manner or offices)
    before = any(
        _comes_before(nodes[k], node)
        for j in found
        for k in (j, *_by_first(clusters, clusters.find(j), node.page))
    )
    for j in found:
        other, root = nodes[j], clusters.find(j)
        here = other.page == node.page
        if j == i or _differ(node, other, clusters.profiles[root].genders, surname):
            continue
        if not (here or surname or known or node.type == "PERSON"):
            continue
        weight = sum(_ASIDE if _aside(name) else 1.0 for name in other.names)
        weight *= _LATER if before and here and _comes_after(other, node) else 1.0
        shared = sum(offices[office] for office in set(_offices(other))) if offices else 0
        evidence.add(root, j, (_HERE if here else _ELSEWHERE) * weight + _OFFICE * shared)
        if here and nodes[evidence.example[root]].page != node.page:
            evidence.example[root] = j
    if surname:
        for root in evidence.support:
            first = _by_first(clusters, root, node.page)
            evidence.support[root] += _HERE * sum(nodes[k].count for k in first)
    return evidence


def _comes_after(full: Node, short: Node) -> bool:
    """The full name enters the document after everybody has been called by the short one."""
    return min(n.start for n in full.names) > max(n.start for n in short.names)


def _comes_before(full: Node, short: Node) -> bool:
    """Somebody whom the short name may mean has been named in the document by then."""
    return full.page == short.page and full is not short and not _comes_after(full, short)


def _by_first(clusters: Clusters, root: int, page: int) -> list[int]:
    """The nodes by which a document calls a person by the given name alone."""
    here = [k for k in clusters.members[root] if clusters.nodes[k].page == page]
    if any(clusters.nodes[k].is_full for k in here):
        return []
    return [k for k in here if len(clusters.nodes[k].tokens) == 1]


def _offices(node: Node) -> Iterator[str]:
    """The offices and ranks that stand with a name."""
    for name in node.names:
        yield from (role.office for role in name.roles)
        yield from (h for h in name.honorifics if h.rstrip(".") in lexicon.table("rank"))


def _aside(name: Name) -> bool:
    """`his wife Ada Moreau`, `Ada Moreau Jr`: somebody brought in beside a namesake."""
    line, kin = name.line, lexicon.words("kin")
    if line.lower(name.last - 1).rstrip(".") in JUNIOR:
        return True
    before = line.part(max(0, name.first - 2), name.first)
    after = line.part(name.last, name.last + 4)
    return any(w in kin for w in before) or (after[:1] == [","] and any(w in kin for w in after))


def _differ(short: Node, full: Node, genders: frozenset[str], surname: bool) -> bool:
    """`Mrs X` is not a man called X; a given name tells the gender where it comes first."""
    if not short.genders:
        return False
    known = genders
    if not known and surname and not _FAMILY_FIRST.fullmatch(full.text):
        usual = lexicon.given_names().get(full.tokens[0], "")
        known = frozenset(usual if usual in ("m", "f") else "")
    return bool(known) and not known & short.genders


def across(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """A person's single name that no full name explains, in several documents."""
    groups: dict[str, list[int]] = defaultdict(list)
    bearers: dict[str, set[int]] = defaultdict(set)
    for i, node in enumerate(nodes):
        if len(node.tokens) == 1 and node.type == "PERSON":
            groups[node.base].append(i)
        elif node.is_full:
            bearers[split(node.tokens)[1]].add(clusters.find(i))
            if _goes_by_first(node.tokens):
                bearers[node.tokens[0]].add(clusters.find(i))
    for base in sorted(groups):
        known = bearers.get(nodes[groups[base][0]].tokens[0], set())
        roots = {clusters.find(j) for j in known}
        loose = [i for i in groups[base] if clusters.find(i) not in roots]
        if len(roots) > 1 or not loose:
            continue
        here: dict[int, set[int]] = defaultdict(set)
        for i in loose:
            here[nodes[i].page].add(clusters.find(i))
        several = any(len(found) > 1 for found in here.values())
        estates = {i: _estates(nodes[i]) for i in loose}
        two = len(set(filter(None, estates.values()))) > 1
        first: dict[tuple[str, frozenset[str]], int] = {}
        for i in loose:
            estate = estates[i] if two else frozenset[str]()
            j = first.setdefault((nodes[i].manner if several else "", estate), i)
            if i != j:
                yield Pair(i, j, SAME_NAME)


def _estates(node: Node) -> frozenset[str]:
    """`Bishop X` is of the clergy, `Count X` of the nobility; a name of both may be either."""
    titles = {h for name in node.names for h in name.honorifics}
    titles |= {role.phrase for name in node.names for role in name.roles}
    found = {e for e in ("clergy", "nobility") if not titles.isdisjoint(lexicon.words(e))}
    return frozenset(found if len(found) == 1 else ())


def unclear(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """The same ambiguous name in several documents, where it may mean the same people."""
    seen: dict[tuple[str, tuple[int, ...]], int] = {}
    for i in sorted(clusters.unclear):
        roots = tuple(sorted({clusters.find(j) for j in clusters.unclear[i]}))
        first = seen.setdefault((nodes[i].base, roots), i)
        if first != i:
            yield Pair(i, first, SAME_NAME)
