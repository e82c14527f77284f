"""Types that names of one document tell each other: a surname, the short name of a company."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.core.entities import forms, lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.describe import kind_of
from tui.core.entities.forms import Tokens
from tui.core.entities.nodes import Node
from tui.core.entities.page import Name
from tui.core.entities.people import INITIALS, split
from tui.core.entities.reasons import Pair


def settle_defined(nodes: Sequence[Node], defined: Iterable[Pair]) -> None:
    """Another name is of the same type; a defined term is too, and means nothing elsewhere."""
    for other, name, reason in defined:
        node = nodes[other]
        term = len(node.tokens) == 1 and not forms.is_acronym(node.text)
        if reason.rule == "other name" or term:
            node.type = nodes[name].type
        node.defined = node.defined or (term and reason.rule != "other name")


def settle_types(nodes: Sequence[Node]) -> None:
    """Let short and full names tell each other's type."""
    _settle_companies(nodes)
    letters = {"".join(t[0] for t in n.tokens) for n in nodes if n.is_full and len(n.tokens) < 5}
    for node in nodes:
        if INITIALS.fullmatch(node.text) and not node.country and forms.fold(node.text) in letters:
            node.type = "PERSON"
    titled = {n.tokens[0] for n in nodes if len(n.tokens) == 1 and n.addressed}
    for node in nodes:
        weak = node.type not in ("PERSON", "PLACE")
        if weak and 1 < len(node.tokens) < 5 and node.tokens[-1] in titled and _plain(node):
            node.type = "PERSON"
    surnames = {
        split(n.tokens)[1]: split(n.tokens)[0] for n in nodes if n.is_full and len(n.tokens) < 5
    }
    first = {(n.page, n.tokens[0]) for n in nodes if n.is_full and len(n.tokens) < 5}
    for node in nodes:
        shouted = all(n.line.headline and n.text.isupper() for n in node.names)
        if len(node.tokens) == 1 and shouted and (node.page, node.tokens[0]) in first:
            node.type = "PERSON"
        if node.defined:
            continue
        if len(node.tokens) == 1 and node.tokens[0] in surnames and not node.country:
            told = any(kind_of(d.noun) == "PLACE" for n in node.names for d in n.descriptors)
            known = node.type == "PLACE" and (told or node.text in lexicon.cities())
            node.type = node.type if known else "PERSON"


def _settle_companies(nodes: Sequence[Node]) -> None:
    """`Harbour Lines` is the company if `Harbour Lines Group Ltd` is one."""
    kinds = lexicon.words("organisation", "legal")
    bodies: set[Tokens] = set()
    for node in nodes:
        words = node.tokens
        while node.type == "ORG" and len(words) > 2 and words[-1] in kinds:
            words = words[:-1]
            bodies.add(words)
    given = lexicon.given_names()
    surnames = {split(n.tokens)[1] for n in nodes if n.is_full}
    firms: set[Tokens] = set()
    for node in nodes:
        if node.type == "ORG" and len(node.tokens) > 1:
            first, legal = node.tokens[0], forms.without_legal(node.tokens)
            kind = all(t in kinds or t in lexicon.common_words() for t in node.tokens[1:])
            if len(legal) < len(node.tokens) and first not in surnames:
                firms |= {(first,), legal}
            if (kind or len(legal) < len(node.tokens)) and first not in surnames:
                if first not in lexicon.common_words():
                    bodies.add((first,))
    for node in nodes:
        loose = node.type in ("PERSON", "OTHER") or (node.type == "PLACE" and node.tokens in firms)
        if node.tokens in bodies and loose and not node.country:
            if (
                not node.manner
                and not node.addressed
                and (node.tokens[0] not in given or node.tokens in firms)
            ):
                node.type = "ORG"


def _plain(node: Node) -> bool:
    """No word of it makes it a body, place or event."""
    heads = lexicon.words("organisation", "place", "event")
    return not any(t in heads or t in ("of", "for", "and") for t in node.tokens)


def settle_speakers(clusters: Clusters) -> None:
    """A single word of no known kind that says and does what bodies do is one."""
    nodes = clusters.nodes
    for members in clusters.members.values():
        if any(nodes[i].type != "OTHER" or len(nodes[i].tokens) != 1 for i in members):
            continue
        names = [name for i in members for name in nodes[i].names]
        if any(_acts_as_body(name) for name in names):
            for i in members:
                nodes[i].type = "ORG"


def _acts_as_body(name: Name) -> bool:
    """`Canalys said`; a surname alone comes with a full name."""
    return name.after in lexicon.words("saying") and name.text not in lexicon.surnames()
