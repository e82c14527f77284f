"""Mentions with one spelling in one document, gathered into nodes that the rules then merge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.core.entities import forms, lexicon
from tui.core.entities.descriptions import Description
from tui.core.entities.mentions import Name, Page
from tui.core.entities.types import cues
from tui.core.model import EntityType, MentionKind

_ORDER: tuple[EntityType, ...] = ("PERSON", "PLACE", "ORG", "EVENT", "PRODUCT", "OTHER")
"""Where votes are equal, the earlier type wins."""

Occurrence = tuple[int, int, MentionKind]
"""Start, end and kind, in the document of the node's page."""


@dataclass(slots=True)
class Node:
    page: int
    key: str
    text: str
    tokens: tuple[str, ...]
    occurrences: list[Occurrence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    surfaces: Counter[str] = field(default_factory=Counter)
    honorifics: Counter[str] = field(default_factory=Counter)
    type: EntityType = "OTHER"
    country: str | None = None
    """The country that the name, or the people's name, stands for."""
    described: tuple[str, str] | None = None
    """For a description: the country, and the stem of the noun."""

    @property
    def genders(self) -> set[str]:
        known = lexicon.titles().gender
        found = {known[h] for h in self.honorifics if h in known}
        return found | {known[h + "."] for h in self.honorifics if h + "." in known}


def build(
    pages: Sequence[Page],
    described: Sequence[Sequence[Description]],
    government: dict[int, str],
) -> tuple[list[Node], dict[int, int]]:
    """Nodes in a fixed order, and the node of each name by its `id`.

    `government`: names (by `id`) of capitals that stand for their country's government.
    """
    table: dict[tuple[int, str], Node] = {}
    owner: dict[int, tuple[int, str]] = {}
    votes: dict[str, defaultdict[EntityType, float]] = {}
    for p, page in enumerate(pages):
        for name in page.names:
            state = government.get(id(name))
            key = forms.key(name.text) + ("\0government" if state else "")
            node = table.get((p, key))
            if node is None:
                node = Node(p, key, name.text, forms.tokens(name.text))
                node.country = state
                table[p, key] = node
            node.occurrences.append((name.start, name.end, "name"))
            node.names.append(name)
            node.surfaces[name.text] += 1
            node.honorifics.update(name.honorifics)
            owner[id(name)] = (p, key)
            tally = votes.setdefault(key, defaultdict(float))
            for kind, weight in cues(name).items():
                tally[kind] += weight
        for item in described[p]:
            key = f"{item.country}\0{item.stem}"
            node = table.get((p, key))
            if node is None:
                node = Node(p, key, item.text, ())
                node.described = (item.country, item.stem)
                node.type = "PLACE" if not item.stem else "ORG"
                node.country = item.country if not item.stem else None
                table[p, key] = node
            node.occurrences.append((item.start, item.end, "description"))
            node.surfaces[item.text] += 1
    nodes = [table[k] for k in sorted(table)]
    for node in nodes:
        node.text = min(node.surfaces, key=lambda s: (-node.surfaces[s], s.isupper(), s))
        if node.described:
            continue
        node.type = _winner(votes[node.key])
        if node.country is None and node.type in ("PLACE", "OTHER"):
            node.country = _country(node.text)
    place = {(node.page, node.key): i for i, node in enumerate(nodes)}
    return nodes, {name: place[where] for name, where in owner.items()}


def _country(text: str) -> str | None:
    known = lexicon.countries()
    for form in (text, text.removeprefix("The "), text.title() if text.isupper() else text):
        if form in known.names:
            return known.names[form]
        if form in known.demonyms:
            return known.demonyms[form]
    return None


def _winner(votes: dict[EntityType, float]) -> EntityType:
    return max(_ORDER, key=lambda t: votes.get(t, 0.0))
