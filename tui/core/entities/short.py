"""Short forms: surnames, given names and the first words of organisations, document by document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.core.entities import lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.nodes import Node
from tui.core.entities.people import split
from tui.core.entities.rules import Pair

Index = dict[tuple[int, str], list[int]]


def settle_types(nodes: Sequence[Node]) -> None:
    """Let short and full names of people tell each other's type."""
    titled = {n.tokens[0] for n in nodes if len(n.tokens) == 1 and n.honorifics}
    for node in nodes:
        weak = node.type in ("OTHER", "PRODUCT", "EVENT") or node.type == "ORG"
        if weak and 1 < len(node.tokens) < 5 and node.tokens[-1] in titled and _plain(node):
            node.type = "PERSON"
    surnames = {
        split(n.tokens)[1]: split(n.tokens)[0] for n in nodes if _is_full(n) and len(n.tokens) < 5
    }
    for node in nodes:
        if len(node.tokens) == 1 and node.tokens[0] in surnames and not node.country:
            known = node.text in lexicon.cities() and node.type == "PLACE"
            node.type = node.type if known else "PERSON"


def _plain(node: Node) -> bool:
    heads = lexicon.words("organisation") | lexicon.words("place") | lexicon.words("event")
    return not any(t in heads or t in ("of", "for", "and") for t in node.tokens)


def _is_full(node: Node) -> bool:
    return node.type == "PERSON" and len(node.tokens) > 1


def short_people(nodes: Sequence[Node], clusters: Clusters, ambiguous: set[int]) -> Iterator[Pair]:
    """A surname or given name alone, where one person in the document bears it."""
    last: Index = defaultdict(list)
    first: Index = defaultdict(list)
    for i, node in enumerate(nodes):
        if _is_full(node):
            given, surname, _ = split(node.tokens)
            last[node.page, surname].append(i)
            if given:
                first[node.page, given[0]].append(i)
                if len(given) > 1 and given[-1] in lexicon.words("particle"):
                    last[node.page, given[-1] + " " + surname].append(i)
    for i, node in enumerate(nodes):
        if not node.tokens or node.country or node.described or len(node.tokens) > 2:
            continue
        if len(node.tokens) == 2 and node.tokens[0] not in lexicon.words("particle"):
            continue
        word = " ".join(node.tokens)
        for index, how in ((last, "surname of"), (first, "given name of")):
            found = index.get((node.page, word), [])
            if node.type not in ("PERSON", "OTHER"):
                found = []
            found = [j for j in found if not _differ(node, nodes[j])]
            roots = {clusters.find(j) for j in found}
            if len(roots) == 1:
                yield i, found[0], f"{how} {nodes[found[0]].text}"
                break
            if roots:
                ambiguous.add(i)
                break


def _differ(a: Node, b: Node) -> bool:
    return bool(a.genders and b.genders and not a.genders & b.genders)


def short_bodies(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """`Harbour` for `Harbour Lines`, `Air Force` for `US Air Force`."""
    lead: dict[str, list[int]] = defaultdict(list)
    tail: dict[tuple[str, ...], list[int]] = defaultdict(list)
    known = lexicon.countries()
    for i, node in enumerate(nodes):
        if len(node.tokens) < 2 or node.type in ("PERSON",) or node.country or node.described:
            continue
        if node.type == "ORG":
            lead[node.tokens[0]].append(i)
        words = node.text.split(" ")
        if words[0] == "The":
            words = words[1:]
        for n in (1, 2):
            front = " ".join(words[:n])
            if (front in known.demonyms or front in known.names) and len(node.tokens) > n:
                tail[node.tokens[n:]].append(i)
    for i, node in enumerate(nodes):
        if node.country or node.described or not node.tokens or node.type == "PERSON":
            continue
        found = tail.get(node.tokens, [])
        how = "short for"
        if not found and len(node.tokens) == 1 and node.type in ("ORG", "OTHER"):
            word = node.tokens[0]
            if word in lexicon.common_words() or node.text in lexicon.cities():
                continue
            found = lead.get(word, [])
        here = [j for j in found if nodes[j].page == node.page] or found
        if here and len({clusters.find(j) for j in here}) == 1:
            yield i, here[0], f"{how} {nodes[here[0]].text}"


def across(nodes: Sequence[Node], clusters: Clusters, ambiguous: set[int]) -> Iterator[Pair]:
    """Single words across documents: one spelling is one entity unless it means several people."""
    groups: dict[str, list[int]] = defaultdict(list)
    surname: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if len(node.tokens) == 1:
            groups[node.key].append(i)
        elif _is_full(node):
            surname[split(node.tokens)[1]].append(i)
    for key in sorted(groups):
        group = groups[key]
        joined = [i for i in group if len(clusters.members[clusters.find(i)]) > 1]
        roots = {clusters.find(i) for i in joined}
        loose = [i for i in group if i not in ambiguous]
        if len(roots) <= 1:
            target = joined[0] if joined else loose[0] if loose else None
            if not joined and target is not None:
                found = surname.get(nodes[target].tokens[0], [])
                people = {clusters.find(j) for j in found}
                if len(people) == 1 and nodes[target].type == "PERSON":
                    yield target, found[0], f"surname of {nodes[found[0]].text}"
                elif len(people) > 1:
                    continue
            for i in loose:
                if target is not None and i != target:
                    yield i, target, "same name"
