"""Reasons to take two names for one entity. Each rule yields (short form, full form, evidence).

Every rule finds its candidates through an index of shared words or initials, never by trying all
pairs, and yields them in an order that depends on the names alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.core.entities import forms, lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.definitions import find_definitions
from tui.core.entities.mentions import Page
from tui.core.entities.nodes import Node
from tui.core.entities.people import alike, compatible, nickname, split

Pair = tuple[int, int, str]
_CROWD = 40
"""A shared word that more names than this have in common tells nothing."""


def defined(pages: Sequence[Page], node_of: dict[int, int]) -> Iterator[Pair]:
    """Short forms that a document gives in brackets after the full name."""
    for page in pages:
        for short, full, evidence in find_definitions(page):
            if id(short) in node_of and id(full) in node_of:
                yield node_of[id(short)], node_of[id(full)], evidence


def plurals(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Dreamliners` and `Dreamliner`; people's names have no plural."""
    single = {n.base: i for i, n in enumerate(nodes) if len(n.tokens) == 1 and n.type != "PERSON"}
    for base in sorted(single):
        i = single[base]
        if len(base) > 4 and base + "s" in single and not nodes[i].country:
            yield single[base + "s"], i, f"plural of {nodes[i].text}"


def ships(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Freya` for `MV Freya`."""
    plain = {node.tokens: i for i, node in enumerate(nodes)}
    for i, node in enumerate(nodes):
        if len(node.tokens) > 1 and node.tokens[0] in lexicon.words("ship"):
            j = plain.get(node.tokens[1:])
            if j is not None and node.text.split(" ")[0].isupper():
                yield i, j, f"the ship {nodes[j].text}"


def models(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """`A380` for `Airbus A380`: a model's number without its maker."""
    full: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if len(node.tokens) > 1:
            full[node.tokens[-1]].append(i)
    for i, node in enumerate(nodes):
        if len(node.tokens) == 1 and any(c.isdigit() for c in node.base):
            found = full.get(node.tokens[0], [])
            if found and len({clusters.find(j) for j in found}) == 1:
                yield i, found[0], f"short for {nodes[found[0]].text}"


def same_name(nodes: Sequence[Node]) -> Iterator[Pair]:
    """The same name in several documents; a person's single name waits for the full ones."""
    seen: dict[str, int] = {}
    for i, node in enumerate(nodes):
        if len(node.tokens) == 1 and node.type == "PERSON" and not node.country:
            continue
        if node.defined:
            continue
        mark = "government" if node.key.endswith("government") else ""
        base = node.base + mark
        if base in seen:
            yield i, seen[base], "same group" if node.described else "same name"
        seen.setdefault(base, i)
        if len(node.tokens) > 1 and not node.described:
            words = "\0".join(node.tokens) + mark
            if words in seen:
                yield i, seen[words], f"spelling of {nodes[seen[words]].text}"
            seen.setdefault(words, i)


def countries(nodes: Sequence[Node]) -> Iterator[Pair]:
    """Another name of a country, its people, or its capital where that means the government."""
    seen: dict[str, int] = {}
    order = sorted(range(len(nodes)), key=lambda i: (nodes[i].text != nodes[i].country, i))
    for i in order:
        country = nodes[i].country
        if country is None:
            continue
        if country in seen:
            yield i, seen[country], f"name for {country} or its people"
        seen.setdefault(country, i)


def legal_forms(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Harbour Lines` for `Harbour Lines Ltd`."""
    seen: dict[tuple[str, ...], int] = {}
    order = sorted(range(len(nodes)), key=lambda i: (-len(nodes[i].tokens), i))
    for i in order:
        node = nodes[i]
        if not node.tokens or node.type == "PERSON" or node.country:
            continue
        bare = forms.without_legal(node.tokens)
        if len(bare) < 2 and len(bare) == len(node.tokens):
            continue
        if bare in seen and nodes[seen[bare]].tokens != node.tokens:
            yield i, seen[bare], "same name without the legal form"
        seen.setdefault(bare, i)


def formal_names(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`the Province of X` and `X`."""
    formal = lexicon.words("formal")
    plain: dict[tuple[str, ...], int] = {}
    for i, node in enumerate(nodes):
        plain.setdefault(node.tokens, i)
    for i, node in enumerate(nodes):
        if len(node.tokens) > 2 and "of" in node.tokens:
            at = node.tokens.index("of")
            rest = node.tokens[at + 1 :]
            rest = rest[1:] if rest[:1] == ("the",) else rest
            if all(t in formal for t in node.tokens[:at]) and rest in plain:
                yield i, plain[rest], "formal name"


def spellings(nodes: Sequence[Node]) -> Iterator[Pair]:
    """Names of several words that differ by a letter or two in one of them."""
    blocks: dict[tuple[int, int, tuple[str, ...]], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        n = len(node.tokens)
        if n > 1 and not node.country:
            for k in range(n):
                blocks[n, k, node.tokens[:k] + node.tokens[k + 1 :]].append(i)
    for (_, k, _rest), block in sorted(blocks.items()):
        if not 1 < len(block) <= _CROWD:
            continue
        for j, i in enumerate(block):
            for other in block[:j]:
                one, two = nodes[i].tokens[k], nodes[other].tokens[k]
                plural = one.rstrip("s") == two.rstrip("s")
                if one != two and alike(one, two) and (not plural or nodes[i].type != "PERSON"):
                    yield i, other, f"spelling of {nodes[other].text}"


def full_names(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`J. Moreau`, `Ada B. Moreau`, `Moreau, Ada`, `Addie Moreau` for `Ada Moreau`."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if node.type == "PERSON" and len(node.tokens) > 1:
            given, last, _ = split(node.tokens)
            blocks[last].append(i)
            if len(node.tokens) > 2:
                blocks[given[0]].append(i)
    for last in sorted(blocks):
        block = sorted(blocks[last], key=lambda i: (-len(nodes[i].tokens), i))
        if not 1 < len(block) <= 3 * _CROWD:
            continue
        for j, i in enumerate(block):
            fits = [o for o in block[:j] if compatible(nodes[i].tokens, nodes[o].tokens)]
            names = {split(nodes[o].tokens)[0][:1] for o in fits}
            initial = len(nodes[i].tokens[0]) == 1
            if fits and (len(names) == 1 or not initial):
                one, two = nodes[i].tokens[0], nodes[fits[0]].tokens[0]
                how = "initial of" if initial else "form of"
                if len(nodes[i].tokens) == len(nodes[fits[0]].tokens) and one != two:
                    how = "initial of" if initial else "spelling of"
                if nickname(one, two):
                    how = "nickname of"
                yield i, fits[0], f"{how} {nodes[fits[0]].text}"


def turned(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Moreau Ada` and `Ada Moreau`: the same words in another order."""
    seen: dict[tuple[str, ...], int] = {}
    for i, node in enumerate(nodes):
        if node.type == "PERSON" and len(node.tokens) > 1:
            words = tuple(sorted(node.tokens))
            if words in seen and nodes[seen[words]].tokens != node.tokens:
                yield i, seen[words], f"{nodes[seen[words]].text} turned round"
            seen.setdefault(words, i)


def departments(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Department of Trade` and `Trade Department`, with or without the country."""
    seen: dict[tuple[str, frozenset[str]], int] = {}
    known = lexicon.countries()
    for i, node in enumerate(nodes):
        head = next((h for h in ("department", "ministry") if h in node.tokens), None)
        if head is None or len(node.tokens) < 2 or node.type == "PERSON":
            continue
        front = node.text.split(" ")[0]
        home = known.names.get(front) or known.demonyms.get(front) or ""
        rest = node.tokens[1:] if home else node.tokens
        kind = frozenset(rest) - {head, "of", "the", "for", "and", "affairs"}
        if not kind:
            continue
        if (home, kind) in seen:
            yield i, seen[home, kind], f"another form of {nodes[seen[home, kind]].text}"
        seen.setdefault((home, kind), i)


def acronyms(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """`ICRC` for a name with those initials, in the same document first."""
    full: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if len(node.tokens) > 1 and node.type != "PERSON" and not node.described:
            article = any(m.first and m.line.words[m.first - 1].text == "The" for m in node.names)
            text = f"The {node.text}" if article else node.text
            for letters in sorted(forms.initials(text)):
                full[letters].append(i)
    for i, node in enumerate(nodes):
        if not forms.is_acronym(node.text) or node.country:
            continue
        letters = forms.fold(node.text).upper()
        for candidates in (
            [j for j in full.get(letters, ()) if nodes[j].page == node.page],
            full.get(letters, []),
        ):
            if candidates and len({clusters.find(j) for j in candidates}) == 1:
                yield i, candidates[0], f"acronym of {nodes[candidates[0]].text}"
                break


def games(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Winter Olympics` for `Winter Olympic Games`."""
    full = {n.tokens[:-1]: j for j, n in enumerate(nodes) if n.tokens[-1:] == ("games",)}
    for i, node in enumerate(nodes):
        if node.tokens and node.tokens[-1].endswith("ics"):
            j = full.get((*node.tokens[:-1], node.tokens[-1][:-1]))
            if j is not None:
                yield i, j, f"short for {nodes[j].text}"


def initialled(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`UN Office` for `United Nations Office`: initials, then the same words."""
    tails: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, node in enumerate(nodes):
        if len(node.tokens) > 2 and node.type != "PERSON" and not node.described:
            for n in (1, 2, 3):
                if len(node.tokens) > n + 1:
                    tails[node.tokens[-n:]].append(j)
    for i, node in enumerate(nodes):
        front = node.text.split(" ")[0]
        if not 1 < len(node.tokens) < 5 or not forms.is_acronym(front):
            continue
        letters, rest = forms.fold(front), node.tokens[1:]
        for j in tails.get(rest, ())[:_CROWD]:
            head = [t for t in nodes[j].tokens[: -len(rest)] if t not in ("of", "the", "for")]
            if "".join(t[0] for t in head) == letters:
                yield i, j, f"short for {nodes[j].text}"
                break
