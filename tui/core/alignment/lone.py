"""What either claim has one of, wherever it stands: the only colour, the only part of the body.

Claims that report one matter in other words seldom have the same words about a colour, so that
nothing says which place it takes; where there is no other, it is taken for the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.alignment.arguments import Reading
from tui.core.alignment.differences import between
from tui.core.alignment.pairing import Pairing
from tui.core.language.alternatives import are_alternatives
from tui.core.model import Difference

KIN = frozenset(
    "father mother brother sister son daughter husband wife uncle aunt nephew niece cousin"
    " grandfather grandmother".split()
)
"""One man is the husband of one and the father of another."""


def words(p: Pairing) -> Iterator[Difference]:
    """A colour, a part of the body or another member of a closed set, where each claim has one
    member of that set, and another."""
    if p.a.denials or p.b.denials:
        return
    for i in p.left_a:
        for j in p.left_b:
            x, y = p.a.items[i], p.b.items[j]
            if not are_alternatives(x.key, y.key) or {x.key, y.key} <= KIN:
                continue
            if _has_another(p.a, i, y.key) or _has_another(p.b, j, x.key):
                continue
            yield between(p, "word", x.span, y.span)
            return


def _has_another(r: Reading, k: int, other: str) -> bool:
    """Whether a claim has besides item `k` another word of the set it shares with `other`."""
    key = r.items[k].key
    return any(
        are_alternatives(x.key, key) or are_alternatives(x.key, other) or x.key == other
        for n, x in enumerate(r.items)
        if n != k
    )
