"""He, she and their forms, where one person named shortly before is all they can mean; and it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tui.core.entities import lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.corpus import Corpus, Reference
from tui.core.entities.lines import Line

_PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), "m"),
    **dict.fromkeys("she her hers herself".split(), "f"),
}
_PREPOSITIONS = frozenset(
    "by after with to of for from as like than about against before behind between among on".split()
)


class Found(NamedTuple):
    """A pronoun, and a node of what it means."""

    page: int
    start: int
    end: int
    node: int


def resolve(corpus: Corpus, references: Sequence[Reference]) -> list[Found]:
    """Pronouns whose own and preceding sentence name one person, or body, that fits them."""
    people, bodies = _people(corpus, references), _bodies(corpus)
    found: list[Found] = []
    for p, page in enumerate(corpus.pages):
        unclear: dict[str, int] = {}
        for line in page.lines:
            meant = _it(line, bodies.get((p, line.sentence - 1), []), corpus.clusters)
            if meant is not None:
                found.append(Found(p, *line.word(0)[1:], meant))
            for i, low in enumerate(line.low):
                gender = _PRONOUNS.get(low)
                if gender is None:
                    continue
                word = line.word(i)
                here = sorted(x for x in people.get((p, line.sentence), ()) if x[0] < word.start)
                earlier = sorted(people.get((p, line.sentence - 1), ()))
                fits = [
                    [(at, n) for at, n in group if _fits(n, gender, corpus.clusters)]
                    for group in (here, earlier)
                ]
                chosen = fits[0] or fits[1]
                alone = len({corpus.clusters.find(n) for _, n in chosen}) == 1
                if alone and chosen[-1][0] > unclear.get(gender, -1):
                    found.append(Found(p, word.start, word.end, chosen[-1][1]))
                    people[p, line.sentence].append((word.start, chosen[-1][1]))
                else:
                    unclear[gender] = word.start
    return found


def _people(
    corpus: Corpus, references: Sequence[Reference]
) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """By page and sentence: where a person is named, and the node."""
    people: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    titled = {(item.page, item.end): item.start for item in references}
    for p, page in enumerate(corpus.pages):
        for name, node in corpus.named(page):
            if not _is_person(node, corpus.clusters):
                continue
            first = name.line.word(name.front).start
            # a title ends before the name, or is one mention with it
            start = min(titled.get((p, end), first) for end in (first, first - 1, name.end))
            if _is_agent(name.line, start):
                people[p, name.line.sentence].append((name.start, node))
    for item in references:
        if item.node is None or not _is_person(item.node, corpus.clusters):
            continue
        if _is_agent(item.line, item.start):
            people[item.page, item.line.sentence].append((item.start, item.node))
    return people


def _bodies(corpus: Corpus) -> dict[tuple[int, int], list[int]]:
    """By page and sentence: the nodes of the bodies and countries that it names."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for p, page in enumerate(corpus.pages):
        for name, node in corpus.named(page):
            if corpus.nodes[node].type == "ORG" or corpus.nodes[node].country:
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
    i = line.word_at(start)
    return not i or line.lower(i - 1) not in _PREPOSITIONS


def _is_person(node: int, clusters: Clusters) -> bool:
    return clusters.profiles[clusters.find(node)].types == {"PERSON"}


def _fits(node: int, gender: str, clusters: Clusters) -> bool:
    """What addresses the person tells, else what the given names are known for."""
    root = clusters.find(node)
    known = clusters.profiles[root].genders
    if known:
        return gender in known
    given = lexicon.given_names()
    usual = {
        given[tokens[0]]
        for tokens in (clusters.nodes[i].tokens for i in clusters.members[root])
        if tokens and tokens[0] in given
    }
    return not usual or any(gender in letters for letters in usual)
