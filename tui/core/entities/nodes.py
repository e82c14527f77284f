"""Mentions with one spelling in one document, gathered into nodes that the rules then merge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.core.entities import forms, lexicon
from tui.core.entities.definitions import find_definitions
from tui.core.entities.describe import kind_of
from tui.core.entities.descriptions import Description
from tui.core.entities.page import Name, Page
from tui.core.entities.reasons import Reason
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
    """Unique on its page."""
    base: str
    """The name alone: equal for names that are written alike."""
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

    notes: dict[str, Reason] = field(default_factory=dict)
    """Why a surface that is not the node's own name belongs to it."""
    home: str = ""
    """Where it lies, for a place whose document tells it from a namesake so."""
    vessel: bool = False
    """A ship or other vehicle, which may bear a person's name."""
    defined: bool = False
    """A term that its document defines: it means nothing in another one."""
    manner: str = ""
    """`m`, or the title that addresses a woman: Mr and Mrs X are two people."""

    @property
    def is_full(self) -> bool:
        """A person's given name and surname."""
        return self.type == "PERSON" and len(self.tokens) > 1

    @property
    def genders(self) -> set[str]:
        return {"m" if self.manner == "m" else "f"} if self.manner else set()


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
    known = {forms.tokens(n.text) for page in pages for n in page.names if _is_vessel(n)}
    for page in pages:
        found = (forms.tokens(n.text) for n in page.names if n.text.split(" ")[0].isupper())
        known |= {t[1:] for t in found if len(t) > 1 and t[0] in lexicon.words("ship")}
    for p, page in enumerate(pages):
        heads: dict[str, Node] = {}
        terms: dict[int, list[str]] = defaultdict(list)
        for short, full, _ in find_definitions(page):
            if len(forms.tokens(short.text)) == 1:
                terms[id(full)].append(forms.tokens(short.text)[0])
        vessels = {forms.tokens(n.text) for n in page.names if _is_vessel(n)}
        homes = _homes(page)
        for name in page.names:
            tokens = forms.tokens(name.text)
            antecedent = heads.get(tokens[0]) if _is_generic(name, tokens) else None
            if antecedent is not None:
                antecedent.occurrences.append((name.start, name.end, "description"))
                antecedent.surfaces[name.text] += 1
                antecedent.notes.setdefault(name.text, Reason("definition", "defined in the text"))
                owner[id(name)] = (p, antecedent.key)
                continue
            if _is_generic(name, tokens) and tokens[0] not in lexicon.words("chamber"):
                continue
            state = government.get(id(name))
            base = " ".join(tokens) or forms.key(name.text)
            manner = _manner(name)
            vessel = tokens in vessels or (tokens in known and _after_the(name))
            vessel = vessel and not _is_living(name)
            key = f"{base}\0{manner}\0government" if state else f"{base}\0{manner}"
            if vessel:
                key += "\0vessel"
            home = homes.get(id(name), "")
            if home:
                key += f"\0in {home}"
            node = table.get((p, key))
            if node is None:
                node = Node(p, key, base, name.text, tokens, manner=manner)
                node.country = state
                node.vessel = vessel
                node.home = home
                table[p, key] = node
            node.occurrences.append((name.start, name.end, "name"))
            node.names.append(name)
            node.surfaces[name.text] += 1
            owner[id(name)] = (p, key)
            tally = votes.setdefault(f"{base}\0vessel" if vessel else base, defaultdict(float))
            for kind, weight in cues(name).items():
                tally[kind] += weight
            for term in terms[id(name)]:
                heads[term] = node
        for item in described[p]:
            key = f"{item.country}\0{item.stem}"
            node = table.get((p, key))
            if node is None:
                node = Node(p, key, key, item.text, ())
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
        node.type = "PRODUCT" if node.vessel else _winner(votes[node.base])
        named = node.type in ("PLACE", "OTHER") or node.tokens[-1:] == ("government",)
        if node.country is None and named:
            node.country = _country(node.text)
            if node.country is not None:
                node.type = "PLACE"
    place = {(node.page, node.key): i for i, node in enumerate(nodes)}
    return nodes, {name: place[where] for name, where in owner.items()}


def _homes(page: Page) -> dict[int, str]:
    """`Halsted in Ohio` and `Halsted in Essex`: by `id`, where each of two namesakes lies."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    places = lexicon.places()
    for name, after in zip(page.names, page.names[1:], strict=False):
        if name.line is after.line and after.first - name.last == 1:
            if name.line.low[name.last] == "in" or (
                name.line.low[name.last] == "," and after.text in places
            ):
                found[name.text][id(name)] = after.text
    return {
        name: home
        for homes in found.values()
        if len(set(homes.values())) > 1 and places & set(homes.values())
        for name, home in homes.items()
    }


def _is_vessel(name: Name) -> bool:
    """`the ferry Karin Sund`."""
    return any(
        d.noun in lexicon.words("vessel") and d.how == "before the name" for d in name.descriptors
    )


def _after_the(name: Name) -> bool:
    return name.first > 0 and name.line.low[name.first - 1] == "the"


def _is_living(name: Name) -> bool:
    """Something that a ship is not stands with the name: a title, `the teacher`."""
    told = any(kind_of(d.noun) == "PERSON" for d in name.descriptors)
    return told or bool(name.honorifics) or any(role.holder is name for role in name.roles)


def _is_generic(name: Name, tokens: tuple[str, ...]) -> bool:
    """`the Council`, `the Agreement`: a body or treaty called by its kind alone."""
    if len(tokens) != 1 or name.honorifics or not name.first:
        return False
    if name.line.low[name.first - 1] not in ("the", "this", "that", "its", "our", "their"):
        return False
    kinds = lexicon.words("organisation", "place", "event", "formal")
    return tokens[0] in lexicon.common_words() and tokens[0] in kinds


def _manner(name: Name) -> str:
    known = lexicon.titles().gender
    for phrase in (*name.honorifics, *(r.office for r in name.roles if r.holder is name)):
        gender = known.get(phrase) or known.get(phrase + ".")
        if gender:
            return "m" if gender == "m" else phrase
    return ""


def _country(text: str) -> str | None:
    known = lexicon.countries()
    plain = text.removeprefix("The ").removesuffix(" Government")
    forms_of = (text, plain, text.title() if text.isupper() else text)
    return next(filter(None, map(known.country, forms_of)), None)


def _winner(votes: dict[EntityType, float]) -> EntityType:
    return max(_ORDER, key=lambda t: votes.get(t, 0.0))
