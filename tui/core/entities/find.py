"""The way from documents to entities: mentions, nodes, rules, titles, entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.core.document import Document, Sentence
from tui.core.entities import (
    apposition,
    bodies,
    definite,
    definitions,
    describe,
    drafts,
    geography,
    offices,
    persons,
    pronouns,
    same,
    settle,
    short,
)
from tui.core.entities.clusters import Clusters
from tui.core.entities.corpus import Corpus
from tui.core.entities.descriptions import find_descriptions
from tui.core.entities.government import find_government
from tui.core.entities.mentions import read_pages
from tui.core.entities.nodes import build
from tui.core.entities.reasons import Pair
from tui.core.entities.vetoes import forbids
from tui.core.language.tagged import TaggedText
from tui.core.model import Entity


def find_entities(
    documents: Sequence[Document],
    sentences: Sequence[Sequence[Sentence]],
    tagged: Sequence[TaggedText] | None = None,
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
        definitions.define(page)
    nodes = build(pages, find_descriptions(pages), find_government(pages))
    defined = list(definitions.defined(pages))
    settle.settle_defined(nodes, defined)
    settle.settle_types(nodes)
    clusters = Clusters(nodes, forbids)
    for rule in _rules(clusters, defined):
        for pair in rule:
            clusters.merge(pair)
    settle.settle_speakers(clusters)
    corpus = Corpus(pages, clusters)
    titles = offices.resolve(corpus)
    references = [*titles, *definite.resolve(corpus, titles)]
    said = pronouns.resolve(corpus, references)
    for page in pages:
        page.let_go()
    return drafts.entities(texts, order, clusters, references, said)


def _rules(clusters: Clusters, defined: Iterable[Pair]) -> Iterator[Iterable[Pair]]:
    """The rules in the order in which they merge.

    A pair that a veto forbids is lost, and a rule that is given the clusters looks at what the
    earlier ones have made of them. So what a text says itself comes first, then what is certain
    by the names alone, from the same words to fewer of them; and a short form, which needs to
    know all that are called so, comes after every rule that finds two full names to be one.
    """
    nodes = clusters.nodes
    yield defined

    # the same name, or another spelling or order of all its words
    yield same.same_name(nodes)
    yield same.countries(nodes)
    yield same.places(nodes)
    yield same.digraphs(nodes)
    yield bodies.legal_forms(nodes)
    yield bodies.formal_names(nodes)
    yield persons.turned(nodes)
    yield persons.full_names(nodes, clusters)
    yield persons.initials(nodes)
    yield same.spellings(nodes)
    yield bodies.departments(nodes)
    yield same.plurals(nodes)

    # a part of the name that nothing else is called by
    yield bodies.models(nodes, clusters)
    yield bodies.ships(nodes)
    yield geography.same_road(nodes)
    yield geography.contained(nodes)
    yield geography.landscapes(nodes)
    yield bodies.games(nodes)
    yield bodies.initialled(nodes)
    yield geography.regions(nodes)
    yield geography.compass(nodes)

    # a short form, where one of those it may stand for fits better than the others
    yield short.short_people(nodes, clusters)
    yield bodies.acronyms(nodes, clusters)
    yield bodies.same_acronym(nodes, clusters)
    yield bodies.short_bodies(nodes, clusters)
    yield bodies.last_words(nodes, clusters)

    # short forms among themselves, where no full name explains them
    yield short.across(nodes, clusters)
    yield short.unclear(nodes, clusters)
