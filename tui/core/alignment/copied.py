"""Which links join a passage with its copy."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tui.core.model import Claim, Copy, Link

MOSTLY = 0.6
"""The share of a claim that has to lie in a passage, and of it in the other claim's fellow."""


def mark_copied(
    links: Sequence[Link], claims: Sequence[Claim], copies: Sequence[Copy]
) -> tuple[Link, ...]:
    """The links, with those marked whose claims are one the copy of the other."""
    by_id = {c.id: c for c in claims}
    held: dict[tuple[int, int], list[Copy]] = {}
    for copy in copies:
        if not copy.quotation:
            held.setdefault((copy.a.document, copy.b.document), []).append(copy)
    ends = {pair: [c.a.end for c in found] for pair, found in held.items()}

    def copied(link: Link) -> bool:
        a, b = sorted((by_id[link.a], by_id[link.b]), key=lambda c: c.document)
        pair = (a.document, b.document)
        for copy in held.get(pair, ())[bisect_left(ends.get(pair, ()), a.start) :]:
            if copy.a.start >= a.end:
                break
            if _is_copied(a, b, copy):
                return True
        return False

    return tuple(replace(link, copied=True) if copied(link) else link for link in links)


def _is_copied(a: Claim, b: Claim, copy: Copy) -> bool:
    """Whether both claims lie in the passage, at the same place of it."""
    left = max(a.start, copy.a.start), min(a.end, copy.a.end)
    right = max(b.start, copy.b.start), min(b.end, copy.b.end)
    if left[1] - left[0] < MOSTLY * (a.end - a.start):
        return False
    if right[1] - right[0] < MOSTLY * (b.end - b.start):
        return False
    scale = (copy.b.end - copy.b.start) / (copy.a.end - copy.a.start)
    low, high = (copy.b.start + (x - copy.a.start) * scale for x in left)
    common = min(high, right[1]) - max(low, right[0])
    return common >= MOSTLY * min(high - low, right[1] - right[0])
