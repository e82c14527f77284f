"""What stands around the columns: titles, the lines about the current claim, the footer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.reader.keys import ACTIONS, shown_key
from tui.reader.relations import RULE
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

IN_ENTITIES = {
    "claim.next": "entity",
    "claim.previous": "entity",
    "counterpart.show": "mark",
    "entities.focus": "to the text",
    "entity.why": "why",
    "hit.next": "next mention",
    "help": "help",
    "quit": "quit",
}
"""The footer's words while keys go to the list of entities."""

_LAST = ("help", "quit")


def title_line(
    document: int, name: str, active: bool, claims: str, width: int, ascii_only: bool
) -> Line:
    """The line above a column."""
    look = "title-active" if active else "title"
    rule = "-" if ascii_only else "─"
    room = max(0, width - len(claims) - 8)
    label = f" {letter(document)} {shorten_name(name, room, ascii_only)} "
    line: Line = [(rule, ("title",)), (label, (look,))]
    right = f" {claims} " if claims else ""
    left = width - width_of(line) - len(right) - 1
    return [*line, (rule * max(0, left), ("title",)), (right, ("title",)), (rule, ("title",))]


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
            _with_message(claim_line(index, claim.document, place, ascii_only), message, width)
        ]
    if notices:
        return [*lines, *_notice_lines(notices, rows - 1)][:rows]
    if index is None or claim is None:
        return lines[:rows]
    found = index.counterparts(claim)
    chosen = {c.claim.id for c in session.chosen().values()}
    found.sort(key=lambda c: c.claim.id not in chosen)
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


def _notice_lines(notices: Sequence[str], rows: int) -> list[Line]:
    shown = notices if len(notices) <= rows else notices[: max(0, rows - 1)]
    lines: list[Line] = [[(f" {notice}", ("warning",))] for notice in shown]
    if len(shown) < len(notices):
        rest = len(notices) - len(shown)
        lines.append([(f" and {rest} more; the first ones are above", ("warning",))])
    return lines


def _with_message(line: Line, message: str, width: int) -> Line:
    """A line with the message at its right end; the message is what must be read."""
    if not message:
        return line
    room = width - len(message) - 3
    kept: Line = []
    for text, classes in line:
        text = shorten(text, max(0, room - width_of(kept)))
        kept.append((text, classes))
    gap = max(2, width - width_of(kept) - len(message) - 1)
    return [*kept, (" " * gap, ()), (message, ("strong",))]


def footer_line(
    keys: Mapping[str, Sequence[str]],
    width: int,
    ascii_only: bool,
    words: Mapping[str, str] | None = None,
) -> Line:
    """The keys one may want next, as many as fit; help and quitting always come last.

    `words` names what is in the footer instead of the table's own words.
    """
    entries: list[tuple[str, str, str]] = []
    for action in ACTIONS:
        word = action.footer if words is None else words.get(action.id, "")
        if not word or not keys[action.id]:
            continue
        key = shown_key(keys[action.id][0], ascii_only)
        if entries and entries[-1][1] == word:
            entries[-1] = (f"{entries[-1][0]}/{key}", word, action.id)
        else:
            entries.append((key, word, action.id))
    last = [e for e in entries if e[2] in _LAST]
    first = [e for e in entries if e[2] not in _LAST]

    def size(chosen: Sequence[tuple[str, str, str]]) -> int:
        return sum(len(key) + len(word) + 3 for key, word, _ in chosen)

    while first and size([*first, *last]) > width:
        first.pop()
    while last and size(last) > width:
        last.pop()
    line: Line = []
    for key, word, _ in [*first, *last]:
        line += [(f" {key}", ("key",)), (f" {word} ", ("footer",))]
    return line
