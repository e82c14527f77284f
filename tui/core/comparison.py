"""The one door to the analysis: `compare(documents, settings) -> Comparison`."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from tui.core.alignment import align
from tui.core.alignment.copied import mark_copied
from tui.core.alignment.copying import find_copies
from tui.core.alignment.meaning import MOST, THREADS, Encoded
from tui.core.claims import find_claims
from tui.core.columns import Mentions
from tui.core.document import Document, Sentence
from tui.core.entities import find_entities
from tui.core.language.encoder import EncoderError, is_available
from tui.core.language.header import with_headers
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import TaggedSentence, tag_sentences
from tui.core.model import Alias, Claim, Copy, Entity, Place
from tui.core.model import Comparison as Comparison
from tui.core.settings import Settings

Progress = Callable[[str, float], None]
"""Called with the step's name and the share of all the work that is done, in 0..1.

It may raise to cancel the analysis: nothing is kept.
"""


def compare(
    documents: Sequence[Document],
    settings: Settings | None = None,
    progress: Progress | None = None,
    tell: Callable[[str], None] = lambda message: None,
) -> Comparison:
    """Analyse one or more documents together.

    The documents are analysed in an order of their own, by their texts, and put back into the
    order given at the end: which document is named first changes the numbering and nothing else.
    A sentence encoder helps unless `settings.deep` is `off`; where it fails, `tell` is called with
    the reason, and the links are those without.
    """
    settings = settings or Settings()
    with _uncollected():
        task = _Task.of(documents, settings, progress or _silent)
        if task.is_refined:
            try:
                return task.compared(Encoded(THREADS))
            except EncoderError as fault:
                tell(f"the links are not refined: {fault}")
        return task.compared()


def compare_twice(
    documents: Sequence[Document], settings: Settings, progress: Progress
) -> Iterator[Comparison]:
    """What there is without the encoder, then, unless it is `off`, what `compare` finds with it.

    Only links and correspondences may change. The second is left out where it is not used.
    Raises `EncoderError` in its place where the encoder fails.
    """
    with _uncollected():
        task = _Task.of(documents, settings, progress)
        yield task.compared()
        if task.is_refined:
            yield task.compared(Encoded())


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: there are many small objects, and next to no cycles."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _identity(document: Document) -> tuple[str, str, str]:
    return document.text, document.name, document.date or ""


def _silent(step: str, share: float) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is known of documents before their claims are compared."""

    documents: tuple[Document, ...]
    """With the dates and titles that their headers give."""
    sentences: tuple[Sequence[Sentence], ...]
    tagged: tuple[Sequence[TaggedSentence], ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]


def prepare(documents: Sequence[Document], report: Progress = _silent) -> Prepared:
    """Read the documents up to their claims: the first part of `compare`, in the order given."""
    documents = with_headers(documents)
    report("sentences", 0.0)
    sentences = tuple(split_sentences(d) for d in documents)
    report("words", 0.05)
    tagged = tuple(tag_sentences(d, s) for d, s in zip(documents, sentences, strict=True))
    report("entities", 0.3)
    entities = find_entities(documents, sentences, tagged)
    report("claims", 0.5)
    claims = find_claims(documents, sentences, tagged, entities)
    return Prepared(tuple(documents), sentences, tagged, entities, claims)


@dataclass(frozen=True, slots=True)
class _Task:
    """Documents read up to their claims, in the order of the analysis, to be compared."""

    found: Prepared
    order: tuple[int, ...]
    """The place of each document among those the user named."""
    settings: Settings
    report: Progress

    @staticmethod
    def of(documents: Sequence[Document], settings: Settings, report: Progress) -> _Task:
        order = sorted(range(len(documents)), key=lambda i: _identity(documents[i]))
        found = prepare([documents[i] for i in order], report)
        return _Task(found, tuple(order), settings, report)

    @property
    def is_refined(self) -> bool:
        """Whether an encoder is wanted, and the claims are not too many for it."""
        wanted = self.settings.deep == "on" or (self.settings.deep == "auto" and is_available())
        return wanted and len(self.found.claims) <= MOST

    def compared(self, encoded: Encoded | None = None) -> Comparison:
        """Everything found, in the order the user gave; raises what `align` raises."""
        found, report = self.found, self.report
        report("correspondences", 0.7)
        links, correspondences = align(
            found.documents,
            found.tagged,
            found.entities,
            found.claims,
            self.settings,
            self.order,
            lambda share: report("correspondences", 0.7 + 0.25 * share),
            encoded,
        )
        report("copies", 0.95)
        copies = find_copies(found.documents)
        links = mark_copied(links, found.claims, copies)
        report("done", 1.0)
        whole = Comparison(
            found.documents,
            found.sentences,
            found.entities,
            found.claims,
            links,
            correspondences,
            copies,
        )
        return _in_order(whole, [self.order.index(i) for i in range(len(self.order))])


def _in_order(found: Comparison, places: Sequence[int]) -> Comparison:
    """The comparison with `places[i]` as document `i`, everything renumbered to match."""
    moved = {old: new for new, old in enumerate(places)}
    entities = [
        replace(
            e,
            aliases=tuple(_moved(a, moved) for a in e.aliases),
            mentions=Mentions(
                sorted(
                    (replace(m, document=moved[m.document]) for m in e.mentions),
                    key=lambda m: (m.document, m.start, m.end),
                )
            ),
        )
        for e in found.entities
    ]
    entities.sort(key=lambda e: (-len(e.mentions), e.name, *_place(e)))
    entity_id = {e.id: f"e{k + 1}" for k, e in enumerate(entities)}
    claims = [replace(c, document=moved[c.document]) for c in found.claims]
    claims.sort(key=lambda c: (c.document, c.start))
    claim_id = {c.id: f"c{k + 1}" for k, c in enumerate(claims)}
    rank = {c.id: k for k, c in enumerate(claims)}
    links = sorted(found.links, key=lambda x: (rank[x.a], rank[x.b]))
    groups = [
        replace(g, claims=tuple(sorted(g.claims, key=rank.__getitem__)))
        for g in found.correspondences
    ]
    groups.sort(key=lambda g: rank[g.claims[0]])
    return Comparison(
        tuple(found.documents[i] for i in places),
        tuple(found.sentences[i] for i in places),
        tuple(
            replace(e, id=entity_id[e.id], candidates=_sorted_ids(e.candidates, entity_id))
            for e in entities
        ),
        tuple(_renamed(c, claim_id, entity_id) for c in claims),
        tuple(replace(x, a=claim_id[x.a], b=claim_id[x.b]) for x in links),
        tuple(
            replace(g, id=f"t{k + 1}", claims=tuple(claim_id[c] for c in g.claims))
            for k, g in enumerate(groups)
        ),
        tuple(sorted((_turned(c, moved) for c in found.copies), key=_copy_order)),
    )


def _turned(copy: Copy, moved: dict[int, int]) -> Copy:
    """With its documents renumbered, `a` in the earlier one."""
    a, b = (place._replace(document=moved[place.document]) for place in (copy.a, copy.b))
    return replace(copy, a=min(a, b), b=max(a, b))


def _copy_order(copy: Copy) -> tuple[int, int, Place, Place]:
    return copy.a.document, copy.b.document, copy.a, copy.b


def _moved(alias: Alias, moved: dict[int, int]) -> Alias:
    if alias.place is None:
        return alias
    return replace(alias, place=alias.place._replace(document=moved[alias.place.document]))


def _sorted_ids(old: Sequence[str], new: dict[str, str]) -> tuple[str, ...]:
    return tuple(sorted((new[e] for e in old), key=lambda e: int(e[1:])))


def _place(entity: Entity) -> tuple[int, int]:
    return (entity.mentions[0].document, entity.mentions[0].start) if entity.mentions else (0, 0)


def _renamed(claim: Claim, claims: dict[str, str], entities: dict[str, str]) -> Claim:
    said = claim.attribution
    if said is not None:
        chain = tuple(replace(v, source=v.source and entities[v.source]) for v in said.chain)
        said = replace(said, source=said.source and entities[said.source], chain=chain)
    return replace(
        claim,
        id=claims[claim.id],
        attribution=said,
        entities=tuple(entities[e] for e in claim.entities),
    )
