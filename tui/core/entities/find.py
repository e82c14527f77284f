"""The way from documents to entities: mentions, nodes, rules, titles, entities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.core.document import Document, Sentence
from tui.core.entities import (
    apposition,
    bodies,
    definite,
    describe,
    drafts,
    forms,
    geography,
    persons,
    pronouns,
    same,
    settle,
    short,
)
from tui.core.entities.clusters import Clusters
from tui.core.entities.descriptions import find_descriptions
from tui.core.entities.government import find_government
from tui.core.entities.mentions import read_pages
from tui.core.entities.nodes import Node, build
from tui.core.entities.offices import resolve
from tui.core.entities.reasons import Pair
from tui.core.entities.vetoes import forbids
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Entity


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
    pages = read_pages(texts, [sentences[d] for d in order], tagged and [tagged[d] for d in order])
    for page in pages:
        apposition.bind(page)
        describe.describe(page)
    government = find_government(pages)
    nodes, node_of = build(pages, find_descriptions(pages, texts), government)
    defined = list(bodies.defined(pages, node_of))
    for a, b, reason in defined:
        if reason.rule == "other name":
            nodes[a].type = nodes[b].type
        elif len(nodes[a].tokens) == 1 and not forms.is_acronym(nodes[a].text):
            nodes[a].defined = True
            nodes[a].type = nodes[b].type
    settle.settle_types(nodes)
    clusters = Clusters(nodes, forbids)
    _merge(nodes, clusters, defined)
    held = resolve(pages, nodes, clusters, node_of)
    settle.settle_speakers(nodes, clusters)
    meant = definite.resolve(pages, nodes, clusters, node_of, held)
    said = pronouns.resolve(pages, nodes, clusters, node_of, [*held, *meant])
    return drafts.entities(texts, order, nodes, clusters, [*held, *meant], said)


def _merge(nodes: Sequence[Node], clusters: Clusters, defined: Iterable[Pair]) -> None:
    for found in (
        defined,
        same.same_name(nodes),
        same.countries(nodes),
        same.places(nodes),
        same.digraphs(nodes),
        bodies.legal_forms(nodes),
        bodies.formal_names(nodes),
        persons.turned(nodes),
        persons.full_names(nodes, clusters),
        persons.initials(nodes),
        same.spellings(nodes),
        bodies.departments(nodes),
        same.plurals(nodes),
        bodies.models(nodes, clusters),
        bodies.ships(nodes),
        geography.same_road(nodes),
        geography.contained(nodes),
        geography.landscapes(nodes),
        bodies.games(nodes),
        bodies.initialled(nodes),
        geography.regions(nodes),
        geography.compass(nodes),
        short.short_people(nodes, clusters),
        bodies.acronyms(nodes, clusters),
        bodies.same_acronym(nodes, clusters),
        bodies.short_bodies(nodes, clusters),
        bodies.last_words(nodes, clusters),
        short.across(nodes, clusters),
        short.unclear(nodes, clusters),
    ):
        for pair in found:
            clusters.merge(pair)
