"""The way from documents to entities: mentions, nodes, rules, titles, entities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.core.document import Document, Sentence
from tui.core.entities import apposition, display, forms, geography, pronouns, rules, short
from tui.core.entities.clusters import Clusters
from tui.core.entities.descriptions import find_descriptions
from tui.core.entities.government import find_government
from tui.core.entities.mentions import read_pages
from tui.core.entities.nodes import Node, build
from tui.core.entities.offices import Held, resolve
from tui.core.entities.vetoes import forbids
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Alias, Entity, EntityType, Mention, MentionKind

Place = tuple[int, int, int, MentionKind]


def find_entities(
    documents: Sequence[Document],
    sentences: Sequence[Sequence[Sentence]],
    tagged: Sequence[Sequence[TaggedSentence]] | None = None,
) -> tuple[Entity, ...]:
    """The entities of a set of documents, the most mentioned first.

    `sentences` holds the sentences of each document, `tagged` the same with their tags: without
    them a capital that opens a sentence is judged by the word alone. A mention's span may lie
    inside that of another entity's title or description: `Kenya` in `President of Kenya`. The
    order of the documents changes neither entities nor names, only the numbers of the documents
    in mentions.
    """
    order = sorted(range(len(documents)), key=lambda d: (documents[d].text, documents[d].name))
    texts = [documents[d] for d in order]
    pages, _ = read_pages(
        texts, [sentences[d] for d in order], tagged and [tagged[d] for d in order]
    )
    for page in pages:
        apposition.bind(page)
    government = find_government(pages)
    nodes, node_of = build(pages, find_descriptions(pages, texts), government)
    defined = list(rules.defined(pages, node_of))
    for a, b, _ in defined:
        if len(nodes[a].tokens) == 1 and not forms.is_acronym(nodes[a].text):
            nodes[a].defined = True
            nodes[a].type = nodes[b].type
    short.settle_types(nodes)
    clusters = Clusters(nodes, forbids)
    _merge(nodes, clusters, defined)
    held = resolve(pages, nodes, clusters, node_of)
    said = pronouns.resolve(pages, nodes, clusters, node_of, held)
    return _entities(texts, order, nodes, clusters, held, said)


def _merge(nodes: Sequence[Node], clusters: Clusters, defined: Iterable[rules.Pair]) -> None:
    for found in (
        defined,
        rules.same_name(nodes),
        rules.countries(nodes),
        rules.legal_forms(nodes),
        rules.formal_names(nodes),
        rules.turned(nodes),
        rules.full_names(nodes),
        rules.spellings(nodes),
        rules.departments(nodes),
        rules.plurals(nodes),
        rules.models(nodes, clusters),
        rules.ships(nodes),
        geography.same_road(nodes),
        geography.contained(nodes),
        geography.landscapes(nodes),
        rules.games(nodes),
        rules.initialled(nodes),
        geography.regions(nodes),
        geography.compass(nodes),
        short.short_people(nodes, clusters),
        rules.acronyms(nodes, clusters),
        short.short_bodies(nodes, clusters),
        short.across(nodes, clusters),
    ):
        for a, b, reason in found:
            clusters.merge(a, b, reason)


def _entities(
    texts: Sequence[Document],
    order: Sequence[int],
    nodes: Sequence[Node],
    clusters: Clusters,
    held: Sequence[Held],
    said: Sequence[pronouns.Found],
) -> tuple[Entity, ...]:
    spoken: dict[int, list[Place]] = defaultdict(list)
    for page, start, end, node in said:
        spoken[clusters.find(node)].append((page, start, end, "pronoun"))
    titles: dict[int, list[Held]] = defaultdict(list)
    vacant: dict[tuple[str, int | None], list[Held]] = defaultdict(list)
    for item in held:
        if item.node is not None:
            titles[clusters.find(item.node)].append(item)
        else:
            vacant[item.role.office, item.owner].append(item)
    drafts = []
    for root in sorted(clusters.members):
        members = [nodes[i] for i in sorted(clusters.members[root])]
        reasons = _reasons(nodes, clusters, root)
        places = list(spoken.get(root, ()))
        for member in members:
            places += [(member.page, *occurrence) for occurrence in member.occurrences]
            reasons.update((text, note) for text, note in member.notes.items())
        drafts.append(
            _draft(
                texts,
                places,
                titles.get(root, []),
                reasons,
                display.name(members),
                display.kind(members),
            )
        )
    for key in sorted(vacant, key=lambda k: (k[0], k[1] or -1)):
        items = vacant[key]
        text = texts[items[0].page].text[items[0].start : items[0].end]
        drafts.append(_draft(texts, [], items, {}, text, "PERSON"))
    # pronouns are found or not by chance: they do not rank an entity
    drafts.sort(key=lambda d: (-sum(p[3] != "pronoun" for p in d.places), d.name, d.places))
    return tuple(
        Entity(f"e{k}", d.name, d.type, d.aliases, _mentions(d.places, order))
        for k, d in enumerate(drafts, 1)
    )


def _reasons(nodes: Sequence[Node], clusters: Clusters, root: int) -> dict[str, str | None]:
    """Why each spelling was merged: the most telling reason of the nodes that share it."""
    found: dict[str, str | None] = {}
    for i in sorted(clusters.members[root]):
        reason = clusters.reasons.get(i)
        for text in nodes[i].surfaces:
            if found.get(text) in (None, "same name"):
                found[text] = reason
    return found


@dataclass(frozen=True, slots=True)
class _Draft:
    name: str
    type: EntityType
    aliases: tuple[Alias, ...]
    places: tuple[Place, ...]


def _mentions(places: Sequence[Place], order: Sequence[int]) -> tuple[Mention, ...]:
    found = {Mention(order[page], start, end, kind) for page, start, end, kind in places}
    return tuple(sorted(found, key=lambda m: (m.document, m.start, m.end, m.kind)))


def _draft(
    texts: Sequence[Document],
    names: Sequence[Place],
    titles: Sequence[Held],
    reasons: dict[str, str | None],
    name: str,
    type_: EntityType,
) -> _Draft:
    places = list(names)
    evidence: dict[str, str | None] = dict(reasons)
    for item in titles:
        places.append((item.page, item.start, item.end, "title"))
        evidence.setdefault(texts[item.page].text[item.start : item.end], item.evidence)
    counts = Counter(
        texts[p].text[start:end] for p, start, end, kind in places if kind != "pronoun"
    )
    aliases = tuple(
        Alias(text, count, None if text == name else evidence.get(text) or "written another way")
        for text, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    )
    return _Draft(name, type_, aliases, tuple(sorted(places)))
