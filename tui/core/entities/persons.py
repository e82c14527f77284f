"""Reasons to take two full names for one person, whatever order, initials or nickname they use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.core.entities import forms
from tui.core.entities.clusters import Clusters
from tui.core.entities.forms import Tokens
from tui.core.entities.nodes import Node
from tui.core.entities.people import INITIALS, compatible, nickname, skeleton, sound, split
from tui.core.entities.reasons import Pair, Reason, spelling_of
from tui.core.entities.same import (
    CROWD,
    firsts,
    pages_of,
    told_apart,
    told_of,
    two_spellings,
)


def full_names(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """`J. Moreau`, `Ada B. Moreau`, `Moreau, Ada`, `Addie Moreau` for `Ada Moreau`."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i in firsts(nodes):
        node = nodes[i]
        if node.type == "PERSON" and len(node.tokens) > 1:
            given, last, _ = split(node.tokens)
            keys = {last, sound(last), "".join(node.tokens), skeleton(last)}
            if len(node.tokens) > 2:
                keys |= {given[0], *given[1:]}
            for key in keys:
                blocks[key].append(i)
    pages, told = pages_of(nodes), told_of(nodes)
    for last in sorted(blocks):
        block = sorted(
            blocks[last], key=lambda i: (-len(nodes[i].tokens), len(nodes[i].tokens[0]) == 1, i)
        )
        if not 1 < len(block) <= 3 * CROWD:
            continue
        for j, i in enumerate(block):
            fits = [
                o
                for o in block[:j]
                if compatible(nodes[i].tokens, nodes[o].tokens)
                and not two_spellings(nodes[i], nodes[o], pages)
                and not told_apart(nodes[i], nodes[o], told)
            ]
            names = {split(nodes[o].tokens)[0][:1] for o in fits}
            if fits and (len(names) == 1 or len(nodes[i].tokens[0]) > 1):
                together = bool(pages[nodes[i].base] & pages[nodes[fits[0]].base])
                yield Pair(i, fits[0], _reason(nodes[i], nodes[fits[0]], together))
            elif fits:
                clusters.unclear[i] = fits


def _reason(one: Node, two: Node, together: bool) -> Reason:
    """How `one` relates to the fuller `two`; a mere initial needs its document to be sure."""
    first, second = one.tokens[0], two.tokens[0]
    surname = split(one.tokens)[1] != split(two.tokens)[1]
    if len(first) == 1 < len(second):
        return Reason("initial", f"initial of {two.text}", tentative=not together)
    if nickname(first, second):
        return Reason("nickname", f"nickname of {two.text}", tentative=not together)
    if surname or (len(one.tokens) == len(two.tokens) and first != second):
        return spelling_of(two.text)._replace(tentative=surname and not together)
    return Reason("form of the name", f"form of {two.text}")


def initials(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Ada M.` and `A.M.` for the one full name that they abbreviate."""
    full: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if node.is_full and len(node.tokens[-1]) > 1 and len(node.tokens) < 5:
            letters = "".join(t[0] for t in node.tokens)
            full[letters].append(i)
            full[f"{node.tokens[0]} {node.tokens[-1][0]}"].append(i)
    for i, node in enumerate(nodes):
        if len(node.tokens) == 2 and len(node.tokens[1]) == 1 < len(node.tokens[0]):
            if node.tokens[1] in ("i", "v", "x"):
                continue
            key = " ".join(node.tokens)
        elif INITIALS.fullmatch(node.text) and not node.country:
            key = forms.fold(node.text)
        else:
            continue
        found = full.get(key, [])
        if found and len({nodes[j].base for j in found}) == 1:
            yield Pair(i, found[0], Reason("initial", f"initials of {nodes[found[0]].text}", True))


def turned(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Moreau Ada` and `Ada Moreau`: the same words in another order."""
    seen: dict[Tokens, int] = {}
    for i, node in enumerate(nodes):
        if node.type == "PERSON" and len(node.tokens) > 1:
            words = tuple(sorted(node.tokens))
            if words in seen and nodes[seen[words]].tokens != node.tokens:
                reason = Reason("word order", f"{nodes[seen[words]].text} turned round")
                yield Pair(i, seen[words], reason)
            seen.setdefault(words, i)
