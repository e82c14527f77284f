"""Reasons to take two names for one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.core.entities import lexicon
from tui.core.entities.forms import Tokens
from tui.core.entities.nodes import Node
from tui.core.entities.reasons import Pair, Reason, short_for


def compass(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`the North` for `North X` where a document speaks of one such country."""
    full: dict[tuple[int, str], set[int]] = defaultdict(set)
    for i, node in enumerate(nodes):
        if node.country and len(node.tokens) == 2:
            full[node.page, node.tokens[0]].add(i)
    for i, node in enumerate(nodes):
        if node.tokens in (("north",), ("south",), ("east",), ("west",)):
            found = sorted(full.get((node.page, node.tokens[0]), ()))
            named = [j for j in found if nodes[j].text == nodes[j].country] or found
            if found and len({nodes[j].country for j in found}) == 1:
                yield Pair(i, named[0], short_for(nodes[named[0]].text))


def landscapes(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`the Norra` for `Norra River`, `the Norras` for `Norra Islands`, `the Games` for neither."""
    plain: dict[Tokens, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if node.tokens and node.type != "PERSON" and not node.country and node.after_the:
            plain[node.tokens].append(i)
    for j, node in enumerate(nodes):
        head = node.tokens[-1] if len(node.tokens) > 1 else ""
        if head in lexicon.words("landscape"):
            stem = node.tokens[:-1]
            several = (*stem[:-1], stem[-1] + "s") if head.endswith("s") else stem
            for i in plain.get(several, ()):
                yield Pair(i, j, short_for(node.text))


def contained(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Norrum` for `Upper-Norrum` and `Upper Norrum`, where Norrum is no country or town."""
    single = {node.tokens[0]: i for i, node in enumerate(nodes) if len(node.tokens) == 1}
    for i, node in enumerate(nodes):
        if len(node.tokens) != 2 or node.country:
            continue
        joined = "-" in node.text and " " not in node.text
        part = joined or node.tokens[0] in lexicon.words("region_prefix")
        j = single.get(node.tokens[1]) if part else None
        if j is None or nodes[j].country or nodes[j].text in lexicon.cities():
            continue
        if nodes[j].type != "PERSON" or not joined:
            yield Pair(i, j, Reason("longer form", f"longer form of {nodes[j].text}"))


def same_road(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Lind road`, `Lind corridor`, `Lind-Aster road`: one way under names that share a word."""
    ways = lexicon.words("way")
    found: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if len(node.tokens) > 1 and node.tokens[-1] in ways:
            found[node.tokens[0]].append(i)
    for first in sorted(found):
        block = sorted(found[first], key=lambda i: (-len(nodes[i].tokens), i))
        for i in block[1:]:
            if set(nodes[i].tokens[:-1]) <= set(nodes[block[0]].tokens[:-1]):
                yield Pair(i, block[0], short_for(nodes[block[0]].text))


def regions(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`X economic zone` and `X`, where X is no town."""
    single = {node.tokens[0]: i for i, node in enumerate(nodes) if len(node.tokens) == 1}
    for i, node in enumerate(nodes):
        if len(node.tokens) > 1 and node.text.split(" ")[-1] in ("zone", "region", "enclave"):
            j = single.get(node.tokens[0])
            if j is not None and nodes[j].text not in lexicon.cities() and not nodes[j].country:
                yield Pair(i, j, Reason("region", f"region of {nodes[j].text}"))
