"""Small views of find_entities for tests."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.document import Document
from tui.core.entities import find_entities
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import tag_sentences
from tui.core.model import Alias, Entity


def entities(*texts: str) -> tuple[Entity, ...]:
    documents = [Document(f"{k}.txt", text) for k, text in enumerate(texts)]
    sentences = [split_sentences(d) for d in documents]
    tagged = [tag_sentences(d, s) for d, s in zip(documents, sentences, strict=True)]
    return find_entities(documents, sentences, tagged)


def groups(*texts: str) -> list[set[str]]:
    """The surface forms of each entity, pronouns left out."""
    return [{alias.text for alias in entity.aliases} for entity in entities(*texts)]


def together(found: list[set[str]], *names: str) -> bool:
    """One entity bears all these names."""
    return any(set(names) <= group for group in found)


def apart(found: list[set[str]], one: str, two: str) -> bool:
    """Both names were found, and no entity bears both."""
    known = set().union(*found)
    return {one, two} <= known and not together(found, one, two)


def names(text: str) -> list[str]:
    """The name mentions of one text, in order."""
    found = [m for e in entities(text) for m in e.mentions if m.kind == "name"]
    return [text[m.start : m.end] for m in sorted(found, key=lambda m: m.start)]


def alias(texts: Sequence[str], name: str, text: str) -> Alias:
    """One surface form of the entity that is shown under `name`."""
    entity = next(e for e in entities(*texts) if e.name == name)
    return next(a for a in entity.aliases if a.text == text)


def binding(texts: Sequence[str], name: str, text: str) -> str | None:
    """The words that an alias points at as the place where a text binds it to its entity."""
    place = alias(texts, name, text).place
    return None if place is None else texts[place.document][place.start : place.end]
