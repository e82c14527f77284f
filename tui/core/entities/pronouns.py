"""He, she and their forms, where one person named shortly before is all they can mean; and it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tui.core.entities import lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.definite import Reference
from tui.core.entities.lines import Line
from tui.core.entities.nodes import Node
from tui.core.entities.offices import Held
from tui.core.entities.page import Page

_PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), "m"),
    **dict.fromkeys("she her hers herself".split(), "f"),
}
_PREPOSITIONS = frozenset(
    "by after with to of for from as like than about against before behind between among on".split()
)
Found = tuple[int, int, int, int]
"""Page, start, end, and a node of the person."""


def resolve(
    pages: Sequence[Page],
    nodes: Sequence[Node],
    clusters: Clusters,
    node_of: dict[int, int],
    held: Sequence[Held | Reference],
) -> list[Found]:
    """Pronouns whose own and preceding sentence name one person that fits them."""
    people: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    titled = {(item.page, item.end): item.start for item in held}
    for p, page in enumerate(pages):
        for name in page.names:
            node = node_of.get(id(name))
            if node is None or not _is_person(node, clusters):
                continue
            first = name.line.words[name.first - len(name.honorifics)].start
            # A title ends before the name, or is one mention with it.
            starts = [titled.get((p, end), first) for end in (first, first - 1, name.end)]
            if _is_agent(name.line, min(starts)):
                people[p, name.line.sentence].append((name.start, node))
    for item in held:
        if item.node is None or not _is_person(item.node, clusters):
            continue
        if _is_agent(item.line, item.start):
            people[item.page, item.line.sentence].append((item.start, item.node))
    bodies = _bodies(pages, node_of, clusters, nodes)
    found: list[Found] = []
    for p, page in enumerate(pages):
        unclear: dict[str, int] = {}
        for line in page.lines:
            meant = _it(line, bodies.get((p, line.sentence - 1), []), clusters)
            if meant is not None:
                found.append((p, line.words[0].start, line.words[0].end, meant))
            for word in line.words:
                gender = _PRONOUNS.get(word.text.lower())
                if gender is None:
                    continue
                here = sorted(x for x in people.get((p, line.sentence), ()) if x[0] < word.start)
                earlier = sorted(people.get((p, line.sentence - 1), ()))
                fits = [
                    [(at, n) for at, n in group if _fits(n, gender, nodes, clusters)]
                    for group in (here, earlier)
                ]
                chosen = fits[0] or fits[1]
                alone = len({clusters.find(n) for _, n in chosen}) == 1
                if alone and chosen[-1][0] > unclear.get(gender, -1):
                    found.append((p, word.start, word.end, chosen[-1][1]))
                    people[p, line.sentence].append((word.start, chosen[-1][1]))
                else:
                    unclear[gender] = word.start
    return found


def _bodies(
    pages: Sequence[Page],
    node_of: dict[int, int],
    clusters: Clusters,
    nodes: Sequence[Node],
) -> dict[tuple[int, int], list[int]]:
    """The nodes of bodies and countries that each sentence names."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for p, page in enumerate(pages):
        for name in page.names:
            node = node_of.get(id(name))
            if node is not None and (nodes[node].type == "ORG" or nodes[node].country):
                found[p, name.line.sentence].append(node)
    return found


def _it(line: Line, before: Sequence[int], clusters: Clusters) -> int | None:
    """Whom `It` at the start of a sentence means, if it speaks and one body was named before."""
    if line.low[0] != "it" or len(line.low) < 2 or len({clusters.find(n) for n in before}) != 1:
        return None
    verb = 2 if line.tag(1) in ("MD", "RB") or line.low[1] in ("has", "had") else 1
    said = verb < len(line.low) and line.low[verb] in lexicon.words("saying")
    return before[-1] if said else None


def _is_agent(line: Line, start: int) -> bool:
    """Not `by X`, `after X`: what a preposition governs is seldom taken up by a pronoun."""
    before = sum(word.start < start for word in line.words) - 1
    return before < 0 or line.low[before] not in _PREPOSITIONS


def _is_person(node: int, clusters: Clusters) -> bool:
    return clusters.profiles[clusters.find(node)].types == {"PERSON"}


def _fits(node: int, gender: str, nodes: Sequence[Node], clusters: Clusters) -> bool:
    root = clusters.find(node)
    known = clusters.profiles[root].genders
    if known:
        return gender in known
    given = lexicon.given_names()
    usual = {
        given[nodes[i].tokens[0]]
        for i in clusters.members[root]
        if nodes[i].tokens and nodes[i].tokens[0] in given
    }
    return not usual or any(gender in letters for letters in usual)
