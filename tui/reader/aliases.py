"""Other names: where those stand whom some words name, under whatever name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.reader.walks import Stop

if TYPE_CHECKING:
    from tui.core.model import Entity
    from tui.reader.index import Index

Named = Callable[[str], Sequence[Stop]]
"""From words, with single blanks, to the places of whom they name, sorted."""


def unnamed(_wanted: str) -> Sequence[Stop]:
    """The `Named` of texts in which no names are known."""
    return ()


class Aliases:
    """Knows the entities of one analysis by each of their names."""

    def __init__(self, index: Index) -> None:
        self._texts = [document.text for document in index.comparison.documents]
        self._called: dict[str, list[tuple[str, Entity]]] = {}
        surnames: dict[str, list[Entity]] = {}
        for entity in index.comparison.entities:
            for words in {_bare(alias.text) for alias in entity.aliases} | {_bare(entity.name)}:
                self._called.setdefault(words.casefold(), []).append((words, entity))
            _first, *rest = entity.name.split() or [""]
            if rest and entity.type == "PERSON":
                surnames.setdefault(rest[-1], []).append(entity)
        for surname, people in surnames.items():
            # Of two people of one name, neither is meant for certain.
            if len(people) == 1 and surname.casefold() not in self._called:
                self._called[surname.casefold()] = [(surname, people[0])]

    def places(self, wanted: str) -> Sequence[Stop]:
        """Where those stand whom the words name; no pronouns.

        Capital letters count only where the words have some. A single word that only describes
        (`road`) or is a bare title (`President`) names nobody: it is said of many.
        """
        words = _bare(wanted)
        small = words == words.lower()
        places: set[Stop] = set()
        for name, entity in self._called.get(words.casefold(), ()):
            if (small or name == words) and not entity.candidates and self._names(name, entity):
                places.update(
                    Stop(m.document, m.start, m.end) for m in entity.mentions if m.kind != "pronoun"
                )
        return sorted(places)

    def _names(self, name: str, entity: Entity) -> bool:
        if " " in name or (entity.type == "PERSON" and name in entity.name.split()):
            return True
        return any(
            m.kind == "name" and _bare(self._texts[m.document][m.start : m.end]) == name
            for m in entity.mentions
        )


def _bare(words: str) -> str:
    """Words with single blanks, without an article before them."""
    parts = words.split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0].lower() == "the" else parts)
