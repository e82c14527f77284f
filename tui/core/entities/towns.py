"""Towns that share their name with the bodies that serve them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.entities import lexicon
from tui.core.entities.grammar import GENITIVE
from tui.core.entities.nodes import Node
from tui.core.entities.page import Name


def towns_of(nodes: Sequence[Node]) -> set[str]:
    """Names that stand somewhere as those of places do, and hold no word for a body."""
    kinds = lexicon.words("organisation")
    return {
        node.base
        for node in nodes
        if kinds.isdisjoint(node.tokens) and any(map(_is_where, node.names))
    }


def _is_where(name: Name) -> bool:
    """`in Norra`, `NORRA, 3 May (Agency)`, `Norra airport`."""
    line = name.line
    if line.headline:
        return line.sentence < 0 and not name.first and name.after in (",", "(")
    whose = name.after in GENITIVE
    return (name.before in ("in", "at", "near", "outside") and not whose) or (
        name.after in lexicon.words("hub", "way", "region")
    )


def serves_town(node: Node) -> bool:
    """`Norra Council`, `Norra Courier`: bodies that bear the name of their town."""
    last = node.tokens[-1]
    newspaper = lexicon.table("ordinary_head").get(last) == "newspaper"
    return newspaper or last in lexicon.words("public_body") - lexicon.words("campus")
