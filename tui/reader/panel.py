"""What stands around the columns: titles, and the lines about the current claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.reader.edges import Edges
from tui.reader.relations import DOT, RULE
from tui.reader.session import Session
from tui.reader.words import (
    WIDEST,
    Line,
    claim_line,
    counterpart_line,
    letter,
    shorten,
    shorten_name,
    silence_words,
    why,
    width_of,
)

if TYPE_CHECKING:
    from tui.reader.index import Counterpart

LEAST_PART = 22
"""Cells from which on a part of a line is cut rather than left out."""


def title_line(
    document: int,
    name: str,
    active: bool,
    claims: str,
    width: int,
    ascii_only: bool,
    edges: Edges = ([], []),
) -> Line:
    """The line above a column; `edges` name the documents out of sight on either side of it."""
    look = "title-active" if active else "title"
    rule = "-" if ascii_only else "─"
    before, after = edges
    room = width - width_of(before) - width_of(after) - 3
    right = f" {claims} " if claims else ""
    if room - len(right) - 3 < min(12, cell_len(name)):
        right = ""
    label = f" {letter(document)} {shorten_name(name, room - len(right) - 3, ascii_only)} "
    line: Line = [*before, (rule, ("title",)), (label, (look,))]
    left = width - width_of(line) - len(right) - width_of(after) - 1
    return [
        *line,
        (rule * max(0, left), ("title",)),
        (right, ("title",)),
        *after,
        (rule, ("title",)),
    ]


def hint_line(hint: tuple[str, str] | None, width: int, ascii_only: bool) -> Line:
    """The rule below the columns; where a key is to be taught, it stands in it."""
    rule = RULE[ascii_only]
    if hint is None or width < 40:
        return [(rule * width, ("title",))]
    key, words = hint
    room = width - len(key) - 8
    line: Line = [
        (rule * 2, ("title",)),
        (f" {key} ", ("key",)),
        (f"{shorten(words, room, ascii_only)} ", ("text",)),
    ]
    return [*line, (rule * (width - width_of(line)), ("title",))]


def apparatus_lines(
    session: Session,
    message: str,
    notices: Sequence[str],
    rows: int,
    width: int,
    ascii_only: bool,
) -> list[Line]:
    """All about the current claim, and what the last key had to say; at most `rows` lines."""
    index, claim = session.index, session.claim
    if index is None or claim is None:
        lines: list[Line] = [[(f" {message}", ("strong",))]]
    else:
        place = index.place(claim)
        lines = [
            _with_message(
                claim_line(index, claim.document, place, ascii_only), message, width, ascii_only
            )
        ]
    if notices:
        return [*lines, *_notice_lines(notices, rows - 1)][:rows]
    if index is None or claim is None:
        return lines[:rows]
    found = index.counterparts(claim)
    chosen = {c.claim.id for c in session.chosen().values()}
    found = _each_document_first(sorted(found, key=lambda c: c.claim.id not in chosen))
    room = rows - 1
    shown = found if len(found) <= room else found[: max(0, room - 1)]
    for counterpart in shown:
        is_chosen = counterpart.claim.id in chosen
        lines.append(counterpart_line(index, counterpart, width, ascii_only, is_chosen))
    if len(found) > len(shown):
        lines.append([(f"    and {len(found) - len(shown)} more", ("quiet",))])
    others = [d for d in range(len(session.documents)) if d != claim.document]
    silent = [d for d in others if all(c.claim.document != d for c in found)]
    if found and len(lines) < rows and why(found[0]):
        reason = shorten(why(found[0]), min(width, WIDEST) - 10, ascii_only)
        lines.append([("    why: ", ("quiet",)), (reason, ("text",))])
    if silent and len(lines) < rows:
        lines.append([(f"    {silence_words(silent)}", ("quiet",))])
    return lines[:rows]


def _each_document_first(found: Sequence[Counterpart]) -> list[Counterpart]:
    """The first counterpart of every document, then the second ones, and so on."""
    seen: Counter[int] = Counter()
    ranks: list[tuple[int, int]] = []
    for place, counterpart in enumerate(found):
        ranks.append((seen[counterpart.claim.document], place))
        seen[counterpart.claim.document] += 1
    return [found[place] for _rank, place in sorted(ranks)]


def _notice_lines(notices: Sequence[str], rows: int) -> list[Line]:
    shown = notices if len(notices) <= rows else notices[: max(0, rows - 1)]
    lines: list[Line] = [[(f" {notice}", ("warning",))] for notice in shown]
    if len(shown) < len(notices):
        rest = len(notices) - len(shown)
        lines.append([(f" and {rest} more; the first ones are above", ("warning",))])
    return lines


def _parts(line: Line, ascii_only: bool) -> Line:
    """A line with a piece of its own for each thing it says."""
    joint = f"  {DOT[ascii_only]}  "
    return [
        ((joint if k else "") + part, classes)
        for text, classes in line
        for k, part in enumerate(text.split(joint))
    ]


def _with_message(line: Line, message: str, width: int, ascii_only: bool) -> Line:
    """A line with the message at its right end; the message is what must be read."""
    if not message:
        return line
    room = width - len(message) - 3
    kept: Line = []
    for text, classes in _parts(line, ascii_only):
        left = room - width_of(kept)
        if cell_len(text) > left:
            if left >= LEAST_PART:
                kept.append((shorten(text, left, ascii_only), classes))
            break
        kept.append((text, classes))
    gap = max(2, width - width_of(kept) - len(message) - 1)
    return [*kept, (" " * gap, ()), (message, ("strong",))]
