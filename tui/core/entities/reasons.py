"""Why two names are one entity: the rule, what it saw, how sure it is, and where a text says so."""

from __future__ import annotations

from typing import NamedTuple

Where = tuple[int, int, int]
"""Page, start and end of the words that bind two names."""


class Reason(NamedTuple):
    """One reason, in the words of its first name: `surname of Ada Moreau`."""

    rule: str
    words: str
    tentative: bool = False
    where: Where | None = None


class Pair(NamedTuple):
    """Two nodes to merge; the reason speaks of `a`."""

    a: int
    b: int
    reason: Reason
