"""Reasons to take two spellings for one name.

Here as in the other modules of rules, every rule finds its candidates through an index of shared
words, sounds or initials, never by trying all pairs, and yields them in an order that depends on
the names alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.core.entities import forms, lexicon
from tui.core.entities.forms import Tokens
from tui.core.entities.nodes import Node
from tui.core.entities.people import alike, nickname, sound, split
from tui.core.entities.reasons import SAME_NAME, Pair, Reason, spelling_of
from tui.core.entities.words import is_capital

_UMLAUT = re.compile("[äöüøåÄÖÜØÅ]")
CROWD = 40
"""A shared word that more names than this have in common tells nothing."""


def firsts(nodes: Sequence[Node]) -> list[int]:
    """One node of each name: those written alike in other documents are merged with it anyway."""
    seen: dict[str, int] = {}
    for i, node in enumerate(nodes):
        seen.setdefault(node.key, i)
    return list(seen.values())


def pages_of(nodes: Sequence[Node]) -> dict[str, set[int]]:
    """The documents that each name stands in."""
    found: dict[str, set[int]] = defaultdict(set)
    for node in nodes:
        found[node.base].add(node.page)
    return found


def two_spellings(one: Node, two: Node, pages: dict[str, set[int]]) -> bool:
    """One document writes both, so that a letter between them tells two people apart.

    The surname of one alone will do, `Mr Lindt` where `Ada Lind` stands.
    """
    if two_surnames(one, two, pages):
        return True
    if not pages[one.base] & pages[two.base] or len(one.tokens) != len(two.tokens):
        return False
    return any(
        a != b and len(a) > 1 and len(b) > 1 and not nickname(a, b)
        for a, b in zip(sorted(one.tokens), sorted(two.tokens), strict=True)
    )


def two_surnames(one: Node, two: Node, pages: dict[str, set[int]]) -> bool:
    """The document of one calls somebody by the other's surname, spelt as there."""
    if len(one.tokens) < 2 or len(two.tokens) < 2:
        return False
    left, right = split(one.tokens)[1], split(two.tokens)[1]
    if left == right or not alike(left, right):
        return False
    called = (pages[one.base] & pages.get(right, set())) | (
        pages[two.base] & pages.get(left, set())
    )
    return bool(called)


def told_apart(one: Node, two: Node, told: dict[str, set[str]]) -> bool:
    """Spelt and sounding unlike, they are told to be different things or of different bodies."""
    left, right = split(one.tokens)[1], split(two.tokens)[1]
    if left == right or sound(left) == sound(right):
        return False
    what, other = told.get(one.base, set()), told.get(two.base, set())
    return bool(what and other) and what.isdisjoint(other)


def told_of(nodes: Sequence[Node]) -> dict[str, set[str]]:
    """By full name: the offices, the nouns and the first word of the body that stand with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        for name in node.names if node.is_full else ():
            found[node.base].update(role.office for role in name.roles)
            found[node.base].update(described.noun for described in name.descriptors)
            after = name.last + (2 if name.line.lower(name.last + 1) == "the" else 1)
            if name.after in ("of", "from") and name.line.lower(after):
                if is_capital(name.line.word(after).text):
                    found[node.base].add(name.line.lower(after))
    return found


def same_name(nodes: Sequence[Node]) -> Iterator[Pair]:
    """The same name in several documents; a person's single name waits for the full ones."""
    seen: dict[str, int] = {}
    shared = _shared_leads(nodes)
    acronyms = acronym_bases(nodes)
    for i, node in enumerate(nodes):
        if len(node.tokens) == 1 and node.type == "PERSON" and not node.country:
            continue
        if node.tokens[:1] in shared and len(node.tokens) == 1:
            continue
        if node.defined or node.base in acronyms:
            continue
        mark = "government" if node.government else "vessel" * node.vessel
        mark += node.home
        base = node.base + mark
        if base in seen:
            reason = Reason("same name", "same group") if node.described else SAME_NAME
            yield Pair(i, seen[base], reason)
        seen.setdefault(base, i)
        if len(node.tokens) > 1 and not node.described:
            words = "\0".join(node.tokens) + mark
            if words in seen:
                yield Pair(i, seen[words], spelling_of(nodes[seen[words]].text))
            seen.setdefault(words, i)


def acronym_bases(nodes: Sequence[Node]) -> set[str]:
    """Acronyms that are never written as other names are: `ICRC`, not `SEACOM` and `Seacom`."""
    found = {n.base for n in nodes if forms.is_acronym(n.text) and not n.country}
    return found - {n.base for n in nodes if not forms.is_acronym(n.text)}


def _shared_leads(nodes: Sequence[Node]) -> set[Tokens]:
    """Words that are short for one body in one document and for another in the next."""
    leads: dict[Tokens, dict[int, set[Tokens]]] = {}
    for node in nodes:
        if node.type == "ORG" and len(node.tokens) > 1 and not node.country:
            pages = leads.setdefault(node.tokens[:1], defaultdict(set))
            pages[node.page].add(forms.without_legal(node.tokens))
    alone: dict[Tokens, set[int]] = defaultdict(set)
    for node in nodes:
        if node.tokens in leads and node.type in ("ORG", "OTHER"):
            alone[node.tokens].add(node.page)
    return {
        lead
        for lead, pages in alone.items()
        if all(len(leads[lead].get(page, ())) == 1 for page in pages)
        and len(set().union(*(leads[lead][page] for page in pages))) > 1
    }


def places(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Kiev` and `Kyiv`: another spelling, or a former name, of one place."""
    seen: dict[str, int] = {}
    known = lexicon.place_variants()
    for i in firsts(nodes):
        node = nodes[i]
        if node.country or node.type not in ("PLACE", "OTHER", "PERSON") or node.manner:
            continue
        text = node.text.title() if node.text.isupper() else node.text
        usual = known.get(text, text)
        if usual in seen:
            words = f"another name of {nodes[seen[usual]].text}"
            yield Pair(i, seen[usual], Reason("place", words))
        elif usual != text or text in lexicon.usual_places():
            seen[usual] = i


def digraphs(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Münster` and `Muenster`: an umlaut written as two letters."""
    seen: dict[str, int] = {}
    marked = [i for i in firsts(nodes) if _UMLAUT.search(nodes[i].text)]
    for i in marked:
        seen.setdefault(nodes[i].base, i)
    for i in firsts(nodes) if seen else ():
        plain = nodes[i].base
        for spelt, letter in (("ae", "a"), ("oe", "o"), ("ue", "u")):
            plain = plain.replace(spelt, letter)
        if plain != nodes[i].base and plain in seen:
            yield Pair(i, seen[plain], spelling_of(nodes[seen[plain]].text))


def countries(nodes: Sequence[Node]) -> Iterator[Pair]:
    """Another name of a country, its people, or its capital where that means the government."""
    seen: dict[str, int] = {}
    order = sorted(range(len(nodes)), key=lambda i: (nodes[i].text != nodes[i].country, i))
    for i in order:
        country = nodes[i].country
        if country is None:
            continue
        if country in seen:
            reason = Reason("country", f"name for {country} or its people")
            if nodes[i].government:
                reason = Reason("capital", f"capital that stands for {country}", tentative=True)
            yield Pair(i, seen[country], reason)
        seen.setdefault(country, i)


def spellings(nodes: Sequence[Node]) -> Iterator[Pair]:
    """Names of several words that differ by a letter or two in one of them."""
    blocks: dict[tuple[int, int, Tokens], list[int]] = defaultdict(list)
    for i in firsts(nodes):
        n = len(nodes[i].tokens)
        if n > 1 and not nodes[i].country:
            for k in range(n):
                tokens = nodes[i].tokens
                blocks[n, k, tokens[:k] + tokens[k + 1 :]].append(i)
    pages, told = pages_of(nodes), told_of(nodes)
    for (_, k, _rest), block in sorted(blocks.items()):
        if not 1 < len(block) <= CROWD:
            continue
        for j, i in enumerate(block):
            for other in block[:j]:
                one, two = nodes[i].tokens[k], nodes[other].tokens[k]
                plural = one.rstrip("s") == two.rstrip("s")
                if one == two or not alike(one, two) or _places(one, two):
                    continue
                person = "PERSON" in (nodes[i].type, nodes[other].type)
                if person and (
                    two_spellings(nodes[i], nodes[other], pages)
                    or told_apart(nodes[i], nodes[other], told)
                ):
                    continue
                if not plural or nodes[i].type != "PERSON":
                    yield Pair(i, other, spelling_of(nodes[other].text))


def _places(one: str, two: str) -> bool:
    """`Austria` and `Australia` are no spellings of each other."""
    return lexicon.is_home(one.capitalize()) and lexicon.is_home(two.capitalize())


def plurals(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Dreamliners` and `Dreamliner`; people's names have no plural."""
    single = {n.base: i for i, n in enumerate(nodes) if len(n.tokens) == 1 and n.type != "PERSON"}
    for base in sorted(single):
        i = single[base]
        if len(base) > 4 and base + "s" in single and not nodes[i].country:
            yield Pair(single[base + "s"], i, Reason("plural", f"plural of {nodes[i].text}"))
