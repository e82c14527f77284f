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


def _goes_by_first(name: Tokens) -> bool:
    """The first word is a given name: not `Saints` in `Saints back Ada Moreau`."""
    given, common = lexicon.given_names(), lexicon.common_words()
    if name[0] in common and name[0] not in given:
        return False
    return len(name) < 5 and not any(w in common and w not in given for w in name[1:-1])


_FAMILY_FIRST = re.compile(r"\w+ \w+-\w+")
"""`Kim Jong-su`: a hyphen joins the two syllables of a given name that follows the surname."""
_NICKNAME = re.compile(r"""["“'‘](\w+)["”'’] """)
_HERE, _ELSEWHERE, _OFFICE, _ASIDE, _SURE, _LEAST = 10.0, 1.0, 20.0, 0.2, 3.0, 2.0
"""Weights of a full name in the same document, in another, and of a shared office; what is left
of them for a relative or a junior, whom reports seldom call by the surname alone; and how many
times the evidence for the next candidate the best one needs, and how much at least. Set by hand."""


class Bearers:
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

    def found(self, word: str) -> Iterator[tuple[Rule, list[int]]]:
        """Each way to read the word, and the full names that hold it so."""
        yield "surname", self.last.get(word, [])
        yield "given name", self.first.get(word, [])
        if word not in lexicon.common_words() and len(word) > 5:
            yield "spelling", self.sounds.get(sound(word), [])


def short_people(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """A surname or given name alone, where the documents leave one person it can mean."""
    bearers = Bearers(nodes)
    single: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if len(node.tokens) == 1 and node.manner and not node.is_full:
            single[node.page, node.tokens[0]].append(i)
    short = [i for i, node in enumerate(nodes) if _is_short(node)]
    for i in sorted(short, key=lambda i: (not nodes[i].manner, i)):
        node = nodes[i]
        word = " ".join(node.tokens)
        for how, found in bearers.found(word):
            support, example = _candidates(i, found, nodes, clusters, how != "given name")
            if not node.manner:
                for j in single.get((node.page, word), ()):
                    root = clusters.find(j)
                    weight = 2.0 if nodes[j].manner == "m" else 0.7
                    support[root] += weight * len(nodes[j].occurrences)
                    example.setdefault(root, j)
            if not support:
                continue
            ranked = sorted(support, key=lambda r: (-support[r], example[r]))
            best = ranked[0]
            clear = len(ranked) == 1 or support[best] >= max(_SURE * support[ranked[1]], _LEAST)
            if clear:
                here = any(nodes[j].page == node.page for j in clusters.members[best])
                sure = here or (how == "surname" and word not in lexicon.common_words())
                reason = Reason(
                    how,
                    f"{_call(how, node)} of {nodes[example[best]].text}",
                    tentative=not sure or len(ranked) > 1,
                )
                yield Pair(i, example[best], reason)
            else:
                clusters.unclear[i] = [example[r] for r in ranked]
            break


def _is_short(node: Node) -> bool:
    if not node.tokens or node.type not in ("PERSON", "OTHER") or node.country:
        return False
    return len(node.tokens) < 3 or (
        len(node.tokens) < 5 and node.tokens[0] in lexicon.words("particle")
    )


def _call(how: Rule, node: Node) -> Rule:
    """In many names of the world the surname comes first: `Mr Kim` for `Kim Jong Su`."""
    titled = bool(node.manner) or any(name.honorifics for name in node.names)
    return "surname" if how == "given name" and titled else how


def _candidates(
    i: int, found: Sequence[int], nodes: Sequence[Node], clusters: Clusters, surname: bool
) -> tuple[dict[int, float], dict[int, int]]:
    """Evidence for each cluster that a short name may belong to, and a node of it."""
    node = nodes[i]
    support: dict[int, float] = defaultdict(float)
    example: dict[int, int] = {}
    offices = Counter(_offices(node))
    known = bool(node.manner or offices)
    for j in found:
        other = nodes[j]
        here = other.page == node.page
        if j == i or _differ(node, other, clusters.profiles[clusters.find(j)].genders, surname):
            continue
        if not (here or surname or known or node.type == "PERSON"):
            continue
        root = clusters.find(j)
        shared = set(_offices(other))
        weight = _HERE if here else _ELSEWHERE
        support[root] += weight * sum(_ASIDE if _aside(name) else 1.0 for name in other.names)
        support[root] += _OFFICE * sum(offices[office] for office in sorted(shared))
        if root not in example or (here and nodes[example[root]].page != node.page):
            example[root] = j
    return support, example


def _offices(node: Node) -> Iterator[str]:
    """The offices and ranks that stand with a name."""
    for name in node.names:
        yield from (role.office for role in name.roles)
        yield from (h for h in name.honorifics if h.rstrip(".") in lexicon.table("rank"))


def _aside(name: Name) -> bool:
    """`his wife Ada Moreau`, `Ada Moreau Jr`: somebody brought in beside a namesake."""
    low, kin = name.line.low, lexicon.words("kin")
    if low[name.last - 1].rstrip(".") in JUNIOR:
        return True
    before = low[max(0, name.first - 2) : name.first]
    after = low[name.last : name.last + 4]
    return any(w in kin for w in before) or (after[:1] == [","] and any(w in kin for w in after))


def _differ(short: Node, full: Node, genders: set[str], surname: bool) -> bool:
    """`Mrs X` is not a man called X; a given name tells the gender where it comes first."""
    if not short.genders:
        return False
    known = genders
    if not known and surname and not _FAMILY_FIRST.fullmatch(full.text):
        usual = lexicon.given_names().get(full.tokens[0], "")
        known = {usual} if usual in ("m", "f") else set()
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
        for i in loose[1:]:
            first = next(j for j in loose if not several or nodes[j].manner == nodes[i].manner)
            if i != first:
                yield Pair(i, first, SAME_NAME)


def unclear(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """The same ambiguous name in several documents, where it may mean the same people."""
    seen: dict[tuple[str, tuple[int, ...]], int] = {}
    for i in sorted(clusters.unclear):
        roots = tuple(sorted({clusters.find(j) for j in clusters.unclear[i]}))
        first = seen.setdefault((nodes[i].base, roots), i)
        if first != i:
            yield Pair(i, first, SAME_NAME)
