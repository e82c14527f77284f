"""Mentions with one spelling in one document, gathered into nodes that the rules then merge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tui.core.entities import forms, lexicon
from tui.core.entities.describe import kind_of
from tui.core.entities.descriptions import Description
from tui.core.entities.forms import Tokens
from tui.core.entities.page import Name, Page
from tui.core.entities.reasons import DEFINED, Reason
from tui.core.entities.types import cues
from tui.core.model import EntityType, MentionKind

_ORDER: tuple[EntityType, ...] = ("PERSON", "PLACE", "ORG", "EVENT", "PRODUCT", "OTHER")
"""Where votes are equal, the earlier type wins."""
_POINTING = ("the", "this", "that", "its", "our", "their")

Occurrence = tuple[int, int, MentionKind]
"""Start, end and kind, in the document of a node's page."""


@dataclass(slots=True, eq=False)
class Node:
    """One spelling of a name in one document; or one group, `Kenyan peacekeepers`."""

    page: int
    key: str
    """Unique on its page."""
    base: str
    """The name alone: equal for names that are written alike."""
    text: str
    tokens: Tokens
    """Empty for a group."""
    names: list[Name] = field(default_factory=list)
    told: list[tuple[int, int, str]] | None = None
    """Where it stands without being named: start, end and words of a defined term, a group. None
    where there are none, as for most nodes: an empty list would take as much as their name."""
    type: EntityType = "OTHER"
    country: str | None = None
    """The country that the name, or the people's name, stands for."""
    government: bool = False
    """A capital that stands for its country's government."""
    described: tuple[str, str] | None = None
    """For a group: the country, and the stem of the noun."""
    home: str = ""
    """Where it lies, for a place whose document tells it from a namesake so."""
    vessel: bool = False
    """A ship or other vehicle, which may bear a person's name."""
    defined: bool = False
    """A term that its document defines: it means nothing in another one."""
    manner: str = ""
    """`m`, or the title that addresses a woman: Mr and Mrs X are two people."""

    @property
    def count(self) -> int:
        """How often it occurs."""
        return len(self.names) + len(self.told or ())

    def occurrences(self) -> Iterator[Occurrence]:
        """Where it occurs."""
        for name in self.names:
            yield name.start, name.end, "name"
        for start, end, _ in self.told or ():
            yield start, end, "description"

    @property
    def surfaces(self) -> Counter[str]:
        """How often it is written in which way."""
        return Counter([*(name.text for name in self.names), *(x[2] for x in self.told or ())])

    @property
    def notes(self) -> dict[str, Reason]:
        """Why a surface that is not the node's own name belongs to it."""
        defined = () if self.described else self.told or ()
        return dict.fromkeys([text for _, _, text in defined], DEFINED)

    def describe(self, start: int, end: int, text: str) -> None:
        """Add a place where it stands without being named."""
        if self.told is None:
            self.told = []
        self.told.append((start, end, text))

    @property
    def is_full(self) -> bool:
        """A person's given name and surname."""
        return self.type == "PERSON" and len(self.tokens) > 1

    @property
    def genders(self) -> set[str]:
        """`m` or `f`, where a title tells."""
        return {"m" if self.manner == "m" else "f"} if self.manner else set()

    @property
    def addressed(self) -> bool:
        """An honorific stands before it somewhere: `Mr`, `Dr`, `Captain`."""
        return any(name.honorifics for name in self.names)

    @property
    def after_the(self) -> bool:
        """It is a name, and `the` stands before it everywhere."""
        return bool(self.names) and all(name.before == "the" for name in self.names)


def build(
    pages: Sequence[Page],
    described: Sequence[Sequence[Description]],
    government: Mapping[Name, str],
) -> list[Node]:
    """Nodes in an order that the names alone decide; each name is given the number of its own.

    `described` holds the groups of each page, `government` the country of each capital that
    stands for its government. A body called by its kind alone, `the Council`, has no node.
    """
    builder = _Builder(government, _vessels(pages))
    for p, page in enumerate(pages):
        builder.add_names(p, page)
        builder.add_groups(p, described[p])
    return builder.nodes()


class _Builder:
    """The nodes found so far, and what the mentions of each name say about its type."""

    def __init__(self, government: Mapping[Name, str], vessels: set[Tokens]) -> None:
        self._government = government
        self._vessels = vessels
        """Names that some document gives to a vessel."""
        self._nodes: dict[tuple[int, str], Node] = {}
        self._node_of: dict[Name, Node] = {}
        self._votes: dict[str, defaultdict[EntityType, float]] = {}

    def add_names(self, p: int, page: Page) -> None:
        terms = _terms(page)
        heads: dict[str, Node] = {}
        here = {forms.tokens(n.text) for n in page.names if _is_vessel(n)}
        homes = _homes(page)
        for name in page.names:
            tokens = forms.tokens(name.text)
            generic = _is_generic(name, tokens)
            if generic and tokens[0] in heads:
                self._add_term(name, heads[tokens[0]])
            elif not generic or tokens[0] in lexicon.words("chamber"):
                vessel = tokens in here or (tokens in self._vessels and name.before == "the")
                vessel = vessel and not _is_living(name)
                node = self._add_name(p, name, vessel, homes.get(name, ""))
                heads |= dict.fromkeys(terms.get(name, ()), node)

    def _add_term(self, name: Name, node: Node) -> None:
        """`the Company`, which a bracket has defined."""
        node.describe(name.start, name.end, name.text)
        self._node_of[name] = node

    def _add_name(self, p: int, name: Name, vessel: bool, home: str) -> Node:
        tokens = forms.tokens(name.text)
        base = " ".join(tokens) or forms.key(name.text)
        country = self._government.get(name)
        manner = _manner(name)
        marks = ("government" if country else "", "vessel" if vessel else "", home and f"in {home}")
        key = "\0".join((base, manner, *filter(None, marks)))
        node = self._nodes.get((p, key))
        if node is None:
            node = self._nodes[p, key] = Node(p, key, base, name.text, tokens)
            node.country, node.government = country, country is not None
            node.manner, node.vessel, node.home = manner, vessel, home
        node.names.append(name)
        self._node_of[name] = node
        tally = self._votes.setdefault(f"{base}\0vessel" if vessel else base, defaultdict(float))
        for kind, weight in cues(name).items():
            tally[kind] += weight
        return node

    def add_groups(self, p: int, groups: Iterable[Description]) -> None:
        for item in groups:
            key = f"{item.country}\0{item.stem}"
            node = self._nodes.get((p, key))
            if node is None:
                node = self._nodes[p, key] = Node(p, key, key, item.text, ())
                node.described = (item.country, item.stem)
                node.type = "ORG" if item.stem else "PLACE"
                node.country = None if item.stem else item.country
            node.describe(item.start, item.end, item.text)

    def nodes(self) -> list[Node]:
        nodes = [self._nodes[place] for place in sorted(self._nodes)]
        for node in nodes:
            written = node.surfaces
            node.text = min(written, key=lambda s: (-written[s], s.isupper(), s))
            if not node.described:
                self._settle(node)
        number = {node: i for i, node in enumerate(nodes)}
        for name, node in self._node_of.items():
            name.node = number[node]
        return nodes

    def _settle(self, node: Node) -> None:
        """The type that most cues speak for, and the country that the name stands for."""
        votes = self._votes[node.base] if not node.vessel else {}
        node.type = "PRODUCT" if node.vessel else max(_ORDER, key=lambda t: votes.get(t, 0.0))
        named = node.type in ("PLACE", "OTHER") or node.tokens[-1:] == ("government",)
        if node.country is None and named:
            node.country = _country(node.text)
            if node.country is not None:
                node.type = "PLACE"


def _vessels(pages: Sequence[Page]) -> set[Tokens]:
    """Names that are a vessel's somewhere: `the ferry Karin Sund`, `MV Karin Sund`."""
    names = [name for page in pages for name in page.names]
    found = {forms.tokens(name.text) for name in names if _is_vessel(name)}
    shouted = (forms.tokens(n.text) for n in names if n.text.split(" ")[0].isupper())
    return found | {t[1:] for t in shouted if len(t) > 1 and t[0] in lexicon.words("ship")}


def _terms(page: Page) -> dict[Name, list[str]]:
    """The single words that a bracket defines for a name: `the "Carrier"`."""
    found: dict[Name, list[str]] = defaultdict(list)
    for other, name, _ in page.definitions:
        if len(forms.tokens(other.text)) == 1:
            found[name] += forms.tokens(other.text)
    return found


def _homes(page: Page) -> dict[Name, str]:
    """`Halsted in Ohio` and `Halsted in Essex`: where each of two namesakes lies."""
    found: dict[str, dict[Name, str]] = defaultdict(dict)
    places = lexicon.places()
    for name, after in zip(page.names, page.names[1:], strict=False):
        if name.line is after.line and after.first - name.last == 1:
            if name.after == "in" or (name.after == "," and after.text in places):
                found[name.text][name] = after.text
    return {
        name: home
        for homes in found.values()
        if len(set(homes.values())) > 1 and not places.isdisjoint(homes.values())
        for name, home in homes.items()
    }


def _is_vessel(name: Name) -> bool:
    """`the ferry Karin Sund`."""
    vessels = lexicon.words("vessel")
    return any(d.noun in vessels and d.how == "before the name" for d in name.descriptors)


def _is_living(name: Name) -> bool:
    """Something that a ship is not stands with the name: a title, `the teacher`."""
    told = any(kind_of(d.noun) == "PERSON" for d in name.descriptors)
    return told or bool(name.honorifics) or bool(name.roles)


def _is_generic(name: Name, tokens: Tokens) -> bool:
    """`the Council`, `the Agreement`: a body or treaty called by its kind alone."""
    if len(tokens) != 1 or name.honorifics or name.before not in _POINTING:
        return False
    kinds = lexicon.words("organisation", "place", "event", "formal")
    return tokens[0] in lexicon.common_words() and tokens[0] in kinds


def _manner(name: Name) -> str:
    known = lexicon.titles().gender
    for phrase in (*name.honorifics, *(role.office for role in name.roles)):
        gender = known.get(phrase) or known.get(phrase + ".")
        if gender:
            return "m" if gender == "m" else phrase
    return ""


def _country(text: str) -> str | None:
    plain = text.removeprefix("The ").removesuffix(" Government")
    written = (text, plain, text.title() if text.isupper() else text)
    return next(filter(None, map(lexicon.countries().country, written)), None)
