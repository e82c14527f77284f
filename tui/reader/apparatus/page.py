"""The whole apparatus of one claim, as lines; and the line above it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from rich.cells import cell_len

from tui.reader.apparatus.facts import facts, reasons
from tui.reader.apparatus.flow import beside
from tui.reader.apparatus.sources import Sources
from tui.reader.apparatus.wording import silence, wording
from tui.reader.relations import DOT, RELATIONS, RULE, TRACK, Kind
from tui.reader.words import Line, letter, mark_pieces, shorten, width_of

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Index

MOST = 12
"""Counterparts that are laid under the claim; of more it is only said that there are more."""

ASIDE = 132
"""From this many cells on, why the claims are linked stands at the right of all else."""

LEFT = 0.57
"""The share of the width that all else has."""


def page(
    index: Index, claim: Claim, chosen: frozenset[str], width: int, ascii_only: bool
) -> list[Line]:
    """Everything about a claim: its words under one another, figures, voices and reasons.

    `chosen` are the claims that stand beside it on the screen. No line is wider than `width` - 1.
    """
    found = index.counterparts(claim)
    found.sort(key=lambda c: c.claim.id not in chosen)
    shown = sorted(found[:MOST], key=lambda c: (c.claim.document, c.claim.start))
    sources = Sources(index, claim, shown, len(found) - len(shown), chosen, ascii_only)
    room = width - 1
    if not found:
        # Its words stand in the column above, and there are none to lay under them.
        return [*silence(sources, room), *facts(sources, room)]
    if width < ASIDE:
        return [*wording(sources, room), *facts(sources, room), *reasons(sources, room)]
    left = round(width * LEFT)
    what = [*wording(sources, left), *facts(sources, left)]
    return beside(what, reasons(sources, room - left - 3), left, TRACK[ascii_only])


_STARTS: WeakKeyDictionary[Index, dict[tuple[int, Kind], list[int]]] = WeakKeyDictionary()


def rank(index: Index, claim: Claim) -> tuple[int, int]:
    """Which of the claims of its relation a claim is in its document, from 1, and of how many."""
    kind = index.marks[claim.id].kind
    known = _STARTS.setdefault(index, {})
    key = claim.document, kind
    if key not in known:
        known[key] = [
            c.start
            for c in index.claims[claim.document]
            if c.id in index.marks and index.marks[c.id].kind == kind
        ]
    return bisect_left(known[key], claim.start) + 1, len(known[key])


def heading(
    index: Index, claim: Claim, message: str, more: str, width: int, ascii_only: bool
) -> Line:
    """The line above the apparatus: the relation, its place among its like; a message at the right.

    Without a message, the claim's number stands there, and what `more` says of lines out of sight.
    """
    rule = RULE[ascii_only]
    line: Line = [(rule, ("title",))]
    mark = index.marks.get(claim.id)
    where = letter(claim.document)
    if mark:
        number, total = rank(index, claim)
        line += [(" ", ()), *mark_pieces(mark.kind, mark.tentative, ascii_only)]
        sure = "perhaps " if mark.tentative else ""
        line.append((f" {sure}{RELATIONS[mark.kind].word} ", ("strong",)))
        line.append((f" {number} of {total} in {where} ", ("text",)))
    place = f"claim {index.place(claim) + 1} of {len(index.claims[claim.document])} in {where}"
    joint = f" {DOT[ascii_only]} "
    room = max(0, width - width_of(line) - 6)
    both = joint.join(filter(None, (more, place)))
    right = message or next((words for words in (both, more) if cell_len(words) <= room), place)
    right = shorten(right, room, ascii_only)
    tail: Line = [(f" {right} ", ("strong" if message else "quiet",)), (rule, ("title",))]
    gap = max(0, width - width_of(line) - width_of(tail))
    return [*line, (rule * gap, ("title",)), *tail]
