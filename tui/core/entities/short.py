"""Short forms: surnames, given names and the first words of organisations, document by document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tui.core.entities import forms, lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.mentions import Name
from tui.core.entities.nodes import Node
from tui.core.entities.people import split
from tui.core.entities.rules import Pair


def settle_types(nodes: Sequence[Node]) -> None:
    """Let short and full names tell each other's type."""
    _settle_companies(nodes)
    titled = {
        n.tokens[0] for n in nodes if len(n.tokens) == 1 and any(m.honorifics for m in n.names)
    }
    for node in nodes:
        weak = node.type in ("OTHER", "PRODUCT", "EVENT") or node.type == "ORG"
        if weak and 1 < len(node.tokens) < 5 and node.tokens[-1] in titled and _plain(node):
            node.type = "PERSON"
    surnames = {
        split(n.tokens)[1]: split(n.tokens)[0] for n in nodes if _is_full(n) and len(n.tokens) < 5
    }
    for node in nodes:
        if node.defined:
            continue
        if len(node.tokens) == 1 and node.tokens[0] in surnames and not node.country:
            known = node.text in lexicon.cities() and node.type == "PLACE"
            node.type = node.type if known else "PERSON"


def _settle_companies(nodes: Sequence[Node]) -> None:
    """`Harbour Lines` is the company if `Harbour Lines Group Ltd` is one."""
    kinds = lexicon.words("organisation") | lexicon.words("legal")
    bodies: set[tuple[str, ...]] = set()
    for node in nodes:
        words = node.tokens
        while node.type == "ORG" and len(words) > 2 and words[-1] in kinds:
            words = words[:-1]
            bodies.add(words)
    given = lexicon.given_names()
    for node in nodes:
        if node.tokens in bodies and node.type in ("PERSON", "OTHER") and not node.country:
            titled = node.manner or any(name.honorifics for name in node.names)
            if not titled and node.tokens[0] not in given:
                node.type = "ORG"


def _plain(node: Node) -> bool:
    heads = lexicon.words("organisation") | lexicon.words("place") | lexicon.words("event")
    return not any(t in heads or t in ("of", "for", "and") for t in node.tokens)


def _is_full(node: Node) -> bool:
    return node.type == "PERSON" and len(node.tokens) > 1


def _goes_by_first(name: tuple[str, ...]) -> bool:
    """The first word is a given name: not `Saints` in `Saints back Ada Moreau`."""
    given, common = lexicon.given_names(), lexicon.common_words()
    if name[0] in common and name[0] not in given:
        return False
    return len(name) < 5 and not any(w in common and w not in given for w in name[1:-1])


_HERE, _ELSEWHERE, _OFFICE, _ASIDE, _SURE = 10.0, 1.0, 20.0, 0.2, 3.0
"""Weights of a full name in the same document, in another, and of a shared office; what is left
of them for a relative or a junior, whom reports seldom call by the surname alone; and how many
times the evidence for the next candidate the best one needs. Set by hand."""


def short_people(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """A surname or given name alone, where the documents leave one person it can mean."""
    last: dict[str, list[int]] = defaultdict(list)
    first: dict[str, list[int]] = defaultdict(list)
    single: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if _is_full(node):
            given, surname, _ = split(node.tokens)
            last[surname].append(i)
            if len(given) > 1:
                last[given[-1] + " " + surname].append(i)
            if given and _goes_by_first(node.tokens):
                first[given[0]].append(i)
        elif len(node.tokens) == 1 and node.manner:
            single[node.page, node.tokens[0]].append(i)
    short = [
        i
        for i, node in enumerate(nodes)
        if 0 < len(node.tokens) < 3 and node.type in ("PERSON", "OTHER") and not node.country
    ]
    for i in sorted(short, key=lambda i: (not nodes[i].manner, i)):
        node = nodes[i]
        word = " ".join(node.tokens)
        for index, how in ((last, "surname of"), (first, "given name of")):
            support, example = _candidates(i, index.get(word, ()), nodes, clusters, index is last)
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
            if len(ranked) == 1 or support[best] >= _SURE * support[ranked[1]]:
                yield i, example[best], f"{how} {nodes[example[best]].text}"
            break


def _candidates(
    i: int, found: Sequence[int], nodes: Sequence[Node], clusters: Clusters, surname: bool
) -> tuple[dict[int, float], dict[int, int]]:
    """Evidence for each cluster that a short name may belong to, and a node of it."""
    node = nodes[i]
    support: dict[int, float] = defaultdict(float)
    example: dict[int, int] = {}
    offices = Counter(r.office for name in node.names for r in name.roles if r.holder is name)
    known = bool(node.manner or offices)
    for j in found:
        other = nodes[j]
        here = other.page == node.page
        if j == i or _differ(node, other, clusters.profiles[clusters.find(j)].genders, surname):
            continue
        if not (here or surname or known):
            continue
        root = clusters.find(j)
        shared = {r.office for name in other.names for r in name.roles if r.holder is name}
        weight = _HERE if here else _ELSEWHERE
        support[root] += weight * sum(_ASIDE if _aside(name) else 1.0 for name in other.names)
        support[root] += _OFFICE * sum(offices[office] for office in sorted(shared))
        if root not in example or (here and nodes[example[root]].page != node.page):
            example[root] = j
    return support, example


def _aside(name: Name) -> bool:
    """`his wife Ada Moreau`, `Ada Moreau Jr`: somebody brought in beside a namesake."""
    low, kin = name.line.low, lexicon.words("kin")
    if low[name.last - 1].rstrip(".") in ("jr", "sr"):
        return True
    before = low[max(0, name.first - 2) : name.first]
    after = low[name.last : name.last + 4]
    return any(w in kin for w in before) or (after[:1] == [","] and any(w in kin for w in after))


def _differ(short: Node, full: Node, genders: set[str], surname: bool) -> bool:
    """`Mrs X` is not a man called X; a given name tells the gender where it comes first."""
    if not short.genders:
        return False
    known = genders
    if not known and surname:
        usual = lexicon.given_names().get(full.tokens[0], "")
        known = {usual} if usual in ("m", "f") else set()
    return bool(known) and not known & short.genders


def short_bodies(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """`Harbour` for `Harbour Lines`, `Air Force` for `US Air Force`."""
    kinds = lexicon.words("organisation") | lexicon.words("legal")
    lead: dict[tuple[str, ...], list[int]] = defaultdict(list)
    tail: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if len(node.tokens) < 2 or node.type == "PERSON" or node.country or node.described:
            continue
        words = node.text.removeprefix("The ").split(" ")
        if node.type == "ORG" and "-" not in words[0] and _is_kind(node.tokens[1:]):
            lead[node.tokens[:1]].append(i)
        for n in range(2, len(node.tokens)):
            formal = len(forms.without_legal(node.tokens)) < len(node.tokens)
            if node.type == "ORG" and (formal or all(t in kinds for t in node.tokens[n:])):
                lead[node.tokens[:n]].append(i)
        for n in (1, 2, 3):
            if len(words) > n and _is_home(" ".join(words[:n])):
                tail[forms.tokens(" ".join(words[n:]))].append(i)
    for i, node in enumerate(nodes):
        if node.country or node.described or not node.tokens:
            continue
        found = tail.get(node.tokens, []) if len(node.tokens) > 1 or node.type != "PERSON" else []
        if not found and node.type in ("ORG", "OTHER"):
            if node.text in lexicon.cities() or node.text in lexicon.countries().capitals:
                continue
            found = lead.get(node.tokens, [])
            if any(len(nodes[m].tokens) > 1 for m in clusters.members[clusters.find(i)]):
                continue
        here = [j for j in found if nodes[j].page == node.page] or found
        if here and len({clusters.find(j) for j in here}) == 1:
            yield i, here[0], f"short for {nodes[here[0]].text}"


def _is_kind(words: tuple[str, ...]) -> bool:
    """What follows an organisation's own name: `Lines`, `Shipping Ltd`."""
    legal, kinds = lexicon.words("legal"), lexicon.words("organisation")
    return all(w in legal or w in kinds or w in lexicon.common_words() for w in words)


def _is_home(front: str) -> bool:
    known = lexicon.countries()
    return front in known.demonyms or front in known.names or front in lexicon.cities()


def across(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """A person's single name that no full name explains, in several documents."""
    groups: dict[str, list[int]] = defaultdict(list)
    bearers: dict[str, set[int]] = defaultdict(set)
    for i, node in enumerate(nodes):
        if len(node.tokens) == 1 and node.type == "PERSON":
            groups[node.base].append(i)
        elif _is_full(node):
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
                yield i, first, "same name"
