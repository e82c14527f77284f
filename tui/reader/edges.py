"""The documents that are out of sight, named where the shown ones end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.reader.relations import LEFTWARDS, RELATIONS, RIGHTWARDS, TENTATIVE
from tui.reader.words import Line, letter, width_of

if TYPE_CHECKING:
    from tui.reader.index import Counterpart

Edges = tuple[Line, Line]
"""What stands out of sight to the left, and to the right."""


def edge_line(
    documents: Sequence[int],
    found: Sequence[Counterpart],
    after: bool,
    look: str,
    width: int,
    ascii_only: bool,
) -> Line:
    """Documents out of sight at one edge: ` ‹ A B≠2 `, or ` D E= › ` with `after`.

    Each comes with what answers to the current claim in it: the glyph of the strongest relation,
    and how many counterparts there are where it is more than one (`found` has the strongest first).
    Where `width` is too small for that, only letters, or else only how many documents there are.
    """
    if not documents:
        return []
    for names in (
        [piece for d in documents for piece in _named(d, found, look, ascii_only)],
        [(f"{letter(d)} ", (look,)) for d in documents],
        [(f"+{len(documents)} ", (look,))],
    ):
        arrow = (RIGHTWARDS if after else LEFTWARDS)[ascii_only]
        line: Line = [(f" {arrow} ", (look,)), *names]
        if after:
            line = [(" ", (look,)), *names, (f"{arrow} ", (look,))]
        if width_of(line) <= width:
            return line
    return []


def _named(document: int, found: Sequence[Counterpart], look: str, ascii_only: bool) -> Line:
    there = [c for c in found if c.claim.document == document]
    if not there:
        return [(f"{letter(document)} ", (look,))]
    best = there[0]
    glyph = TENTATIVE * best.tentative + RELATIONS[best.relation].mark(ascii_only)
    total = f"{len(there)} " if len(there) > 1 else " "
    return [
        (letter(document), (look,)),
        (glyph, (look, f"glyph-{best.relation}")),
        (total, (look,)),
    ]


def hidden_words(hidden: Sequence[int]) -> str:
    """Which documents the user has hidden: `hidden: B D`."""
    return f"hidden: {' '.join(map(letter, hidden))}  " if hidden else ""
