"""Why an entity bears its names: what is known of each, and which names are ambiguous."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.reader.walks import Stop, counts_of
from tui.reader.words import letter

if TYPE_CHECKING:
    from tui.core.model import Alias, Claim, Entity
    from tui.reader.index import Index


@dataclass(frozen=True, slots=True)
class Name:
    """One of an entity's names beside its main one."""

    alias: Alias
    counts: Sequence[int]
    """How often each document uses it; empty where only the sum is known."""
    goal: Stop | None
    """Where a text binds it to the entity, or else where it stands first."""


def names_of(index: Index, entity: Entity) -> list[Name]:
    """The other names of an entity: those that are certain, then the tentative ones."""
    uses = _uses(index, entity)
    found = [
        _name(alias, uses, len(index.comparison.documents))
        for alias in entity.aliases
        if alias.text != entity.name
    ]
    return sorted(found, key=lambda name: name.alias.tentative)


def _uses(index: Index, entity: Entity) -> Mapping[str, list[Stop]]:
    """Where each name stands; a pronoun is a mention but no name."""
    uses: dict[str, list[Stop]] = {}
    for m in entity.mentions:
        if m.kind != "pronoun":
            words = index.comparison.documents[m.document].text[m.start : m.end]
            uses.setdefault(words, []).append(Stop(m.document, m.start, m.end))
    return uses


def _name(alias: Alias, uses: Mapping[str, list[Stop]], documents: int) -> Name:
    stops = uses.get(alias.text, [])
    counts = [0] * documents
    for stop in stops:
        counts[stop.document] += 1
    first = stops[0] if stops else None
    goal = Stop(*alias.place) if alias.place else first
    return Name(alias, counts if sum(counts) == alias.count else (), goal)


def candidates_of(index: Index, entity: Entity) -> list[Entity]:
    """The entities that an ambiguous name may mean, the most mentioned first."""
    found = [index.entities[c] for c in entity.candidates if c in index.entities]
    return sorted(found, key=lambda e: -len(e.mentions))


def rivals_of(index: Index, entity: Entity) -> Iterator[tuple[Entity, list[Entity]]]:
    """The ambiguous names that may mean an entity, each with whom it may mean instead."""
    for other in index.comparison.entities:
        if entity.id in other.candidates:
            yield other, [e for e in candidates_of(index, other) if e is not entity]


def mention_words(index: Index, entity: Entity) -> str:
    """How often each document mentions an entity: `12 mentions in A, 8 in B`."""
    counts = counts_of(entity, len(index.comparison.documents))
    named = [(letter(d), n) for d, n in enumerate(counts) if n]
    if not named:
        return "no mentions"
    (first, n), *rest = named
    words = [f"{n} mention{'s' * (n != 1)} in {first}", *(f"{n} in {d}" for d, n in rest)]
    pronouns = sum(m.kind == "pronoun" for m in entity.mentions)
    by = f", {pronouns} of them by a pronoun" if pronouns else ""
    return ", ".join(words) + by


def entity_near(index: Index, claim: Claim | None) -> Entity | None:
    """The entity a claim is about: its first one, or its source, or the nearest in its paragraph.

    What another paragraph names is no answer: a reader would not see what was meant.
    """
    if claim is None:
        return None
    said = claim.attribution
    wanted = [*claim.entities, *((said.source,) if said and said.source else ())]
    for name in wanted:
        if name in index.entities:
            return index.entities[name]
    start, end = _paragraph(index, claim)
    near = [
        (max(m.start - claim.end + 1, claim.start - m.end + 1, 0), m.start, k, entity)
        for k, entity in enumerate(index.comparison.entities)
        for m in entity.mentions
        if m.document == claim.document and start <= m.start < end
    ]
    return min(near, key=lambda found: found[:3])[-1] if near else None


def _paragraph(index: Index, claim: Claim) -> tuple[int, int]:
    """The first to the last sentence of the paragraph that a claim stands in."""
    sentences = index.comparison.sentences[claim.document]
    k = bisect_right(sentences, claim.start, key=lambda s: s.start) - 1
    if k < 0:
        return claim.start, claim.end
    number = sentences[k].paragraph
    a = b = k
    while a and sentences[a - 1].paragraph == number:
        a -= 1
    while b + 1 < len(sentences) and sentences[b + 1].paragraph == number:
        b += 1
    return min(sentences[a].start, claim.start), max(sentences[b].end, claim.end)
