"""How an entity is shown: the one name it is called by, and its type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.core.entities import lexicon
from tui.core.entities.nodes import Node
from tui.core.model import EntityType

_SHARE = 0.03
"""A full name that makes up less than this share of an entity's mentions is no name for it."""


def kind(members: Sequence[Node]) -> EntityType:
    """The type that most mentions have."""
    votes: Counter[EntityType] = Counter()
    for node in members:
        votes[node.type] += node.count if node.type != "OTHER" else 0
    ranked = sorted(votes.items(), key=lambda v: (-v[1], v[0]))
    return ranked[0][0] if ranked and ranked[0][1] else "OTHER"


def name(members: Sequence[Node]) -> str:
    """A country's name, else the fullest of the names that are used often enough."""
    named = [node for node in members if not node.described] or list(members)
    country = next((n.country for n in named if n.country), None)
    counts: Counter[str] = Counter()
    for node in named:
        counts.update(node.surfaces)
    if country is not None:
        names = lexicon.countries().names
        if country in counts or not any(text in names for text in counts):
            return country
        counts = Counter({text: n for text, n in counts.items() if text in names})
        return max(counts, key=lambda t: (counts[t], t))
    plain = Counter({t: n for t, n in counts.items() if t.removeprefix("The ") not in counts})
    counts = Counter({t: n for t, n in counts.items() if not t.startswith("The ") or t in plain})
    enough = _SHARE * sum(counts.values())
    usual = [t for t in counts if counts[t] >= enough] or list(counts)
    best = max(usual, key=lambda t: (_fullness(t), counts[t], len(t), t))
    title = best.title()
    known = title in lexicon.cities() or title in lexicon.countries().capitals
    return title if best.isupper() and len(best) > 3 and known else best


def _fullness(text: str) -> int:
    """Words of the name, up to three; shouting and one letter alone count for nothing."""
    if text.isupper() and len(text) > 4:
        return 0
    small = lexicon.words("particle")
    return min(sum(len(w.strip(".")) > 1 and w.lower() not in small for w in text.split(" ")), 3)
