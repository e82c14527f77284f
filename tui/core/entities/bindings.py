"""Common nouns that a document binds to its names: `ministry`, `airline`, `general`, `nurse`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from sys import intern
from typing import NamedTuple

from tui.core.entities import forms, letterheads, lexicon
from tui.core.entities.describe import kind_of
from tui.core.entities.nodes import Node
from tui.core.entities.page import Descriptor, Name
from tui.core.entities.reasons import Where
from tui.core.model import MentionKind

_FIRMS = ("company", "firm")


class Bound(NamedTuple):
    """A noun that a document binds to a name."""

    node: int
    own: tuple[str, ...]
    """Words that may stand between `the` and the noun; in order, each once."""
    words: str
    where: Where | None
    kind: MentionKind
    weak: bool = False
    """Nothing but its type speaks for the noun: it means it where it means nothing else."""


def bindings(p: int, name: Name, node: int, of: Node) -> Iterator[tuple[str, Bound]]:
    """The nouns that a name is bound to where it stands."""
    inside = name.line.part(name.first, name.last)
    own = _once(inside)
    if of.type == "PERSON":
        for title in name.honorifics:
            rank = lexicon.table("rank").get(title.rstrip(".").split(" ")[-1].rstrip("."))
            if rank:
                yield rank, Bound(node, own, f"{title} before the name", None, "title")
        for role in name.roles:
            phrase = role.phrase.split(" ")
            where = (p, *name.around(role))
            own = _once((*own, *(w for w in phrase if w != _head(phrase))))
            yield _head(phrase), Bound(node, own, f"{role.phrase} in the text", where, "title")
    elif not name.line.headline or letterheads.body_end(name.line, name.first) == name.last:
        nouns = (n for head in _heads(inside, of) for n in _with_broader(head))
        for noun in dict.fromkeys(nouns):
            yield noun, Bound(node, own, intern(f"the {noun} named before"), None, "description")
        if of.type == "ORG" and _may_be_firm(inside, of):
            for noun in _FIRMS:
                words = intern(f"the one that can be a {noun}")
                yield noun, Bound(node, own, words, None, "description", weak=True)
    for described in name.descriptors:
        if not fits(described, of):
            continue
        where = (p, *name.around(described))
        kind: MentionKind = "title" if of.type == "PERSON" else "description"
        calls = "{} in the text" if of.type == "PERSON" else "the text calls it {}"
        words = calls.format(described.noun)
        bound = Bound(node, _once((*own, *described.modifiers)), words, where, kind)
        for noun in _with_broader(described.noun):
            yield noun, bound


def _head(phrase: Sequence[str]) -> str:
    """`minister` in `minister of trade`, `secretary` in `foreign secretary`."""
    joiner = next((k for k, w in enumerate(phrase) if k and w in ("of", "for", "to")), len(phrase))
    return phrase[joiner - 1]


def _once(words: Iterable[str]) -> tuple[str, ...]:
    # a set of one word takes three times as much, and there is one for each name
    return tuple(sorted(set(words)))


def fits(described: Descriptor, of: Node) -> bool:
    """Nothing is both: `Peru, the website` tells two things, `Halden Hospital, a building` one."""
    kind = kind_of(described.noun)
    if kind is None or of.type in (kind, "OTHER"):
        return True
    return not of.country and "PERSON" not in (kind, of.type)


def _heads(inside: Sequence[str], of: Node) -> list[str]:
    """Common nouns that a name's own words make it: `bank`, `company`, `river`, `country`."""
    found: list[str] = []
    if of.country:
        known = lexicon.countries().names
        return ["country"] if of.text in known and of.country == known[of.text] else []
    town = of.text in lexicon.cities() or len(inside) == 1
    if of.type == "PLACE" and town and of.text not in lexicon.provinces():
        found += ["city", "town"]
    if of.text in lexicon.countries().capitals:
        found.append("capital")
    joiner = next((k for k, w in enumerate(inside) if k and w in ("of", "for", "on")), len(inside))
    head = inside[joiner - 1]
    if len(inside) > 1:
        kinds = ("organisation", "place", "event", "way", "water", "firm", "settlement")
        if head in lexicon.words(*kinds):
            found.append(head)
        ordinary = lexicon.table("ordinary_head")
        nouns = [lexicon.table("front_head").get(inside[0])]
        nouns += [ordinary.get(word) for word in (head, inside[0].rstrip("."))]
        found += filter(None, nouns)
    if len(forms.without_legal(of.tokens)) < len(of.tokens):
        found += _FIRMS
    return found


def _may_be_firm(inside: Sequence[str], of: Node) -> bool:
    """`Norsea Foods`; not `Ministry of Trade`, `Halden University`, `FBI`."""
    return not forms.is_acronym(of.text) and not any(
        w in lexicon.words("settlement", "public_body") for w in inside
    )


def _with_broader(noun: str) -> Sequence[str]:
    """A noun and the wider ones that may take it up: `ferry`, `ship` and `vessel`."""
    wider = lexicon.table("broader").get(noun)
    return (noun, *wider.split("|")) if wider else (noun,)
