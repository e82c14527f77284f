"""What stands around the rows of a list: which list it is, its order and filter, and the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from tui.reader.keys import shown_key
from tui.reader.lists.cells import words_of, wrapped
from tui.reader.lists.listing import Listing, State
from tui.reader.lists.shelf import LISTS
from tui.reader.relations import DOT
from tui.reader.words import Line, claim_line, shorten, width_of

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.session import Session

Keys = Mapping[str, Sequence[str]]


def _key(keys: Keys, action: str, ascii_only: bool) -> str:
    return shown_key(keys[action][0], ascii_only) if keys[action] else ""


def tab_at(action: str, keys: Keys, x: int, width: int, ascii_only: bool) -> str | None:
    """The list whose name or key stands `x` cells from the left above the list `action`."""
    at = 0
    for k, (text, _) in enumerate(tabs_line(action, keys, [], width, ascii_only)):
        at += cell_len(text)
        if x < at:
            # Between the names there are blanks, pieces of their own.
            return [*LISTS][k // 2] if k % 2 and k // 2 < len(LISTS) else None
    return None


def tabs_line(action: str, keys: Keys, right: Line, width: int, ascii_only: bool) -> Line:
    """The lists with their keys, the one shown marked; at the right the counts.

    Where there is no room for the names of all, the others have only their keys.
    """

    def tabs(named: bool) -> Line:
        line: Line = [(" ", ("header",))]
        for other, kind in LISTS.items():
            look = "tab" if other == action else "header"
            words = [_key(keys, other, ascii_only)]
            words += [kind.title] if named or other == action else []
            line += [(f" {' '.join(filter(None, words))} ", (look,)), (" ", ("header",))]
        return line

    line = tabs(True)
    if width_of(line) > width:
        line = tabs(False)
    if width_of(line) + width_of(right) > width:
        right = []
    gap = width - width_of(line) - width_of(right)
    return [*line, (" " * max(0, gap), ("header",)), *right]


def status_line(
    listing: Listing[Any],
    state: State,
    session: Session,
    rows: Sequence[Any],
    total: int,
    width: int,
    keys: Keys,
    ascii_only: bool,
) -> Line:
    """How many rows there are, in which order, and which are left out."""
    one, many = listing.noun
    filtered = bool(session.filter or state.words.split())
    count = f"{listing.count(rows)} of {total}" if filtered else f"{total}"
    line: Line = [(f" {count} {one if total == 1 else many}", ("strong",))]
    joint = f"  {DOT[ascii_only]}  "
    order: Line = []
    if len(listing.sorts) > 1:
        order.append((f"{joint}{listing.sorts[state.sort]}", ("text",)))
    note: Line = [(f"{joint}{words}", ("strong",))] if (words := listing.note(rows)) else []
    end: Line = []
    if session.filter and session.index:
        end.append((f"{joint}filter: {session.filter.words(session.index)}", ("warning",)))
    if state.words.split():
        end.append((f'{joint}with "{" ".join(state.words.split())}"', ("warning",)))
    if filtered:
        end.append((f" ({_key(keys, 'filter.clear', ascii_only)} clears)", ("quiet",)))
    # What leaves rows out must be read; the order and the note give way to it.
    for middle in ([*note, *order], note, []):
        if not end or width_of([*line, *middle, *end]) <= width:
            line += middle
            break
    return _cut([*line, *end], width, ascii_only)


def _cut(line: Line, width: int, ascii_only: bool) -> Line:
    kept: Line = []
    for text, classes in line:
        text = shorten(text, max(0, width - width_of(kept)), ascii_only)
        kept.append((text, classes))
    return kept


def about_lines(
    listing: Listing[Any],
    row: Any,
    claim: Claim | None,
    about: str,
    message: str,
    width: int,
    ascii_only: bool,
) -> list[Line]:
    """Three lines about the row at the cursor: its claim in full, or what the row is."""
    lines: list[Line] = []
    index = listing.index
    room = max(10, width - 5)
    if claim is not None:
        place = index.place(claim)
        first = claim_line(index, claim.document, place, ascii_only, listing.mark(row))
        silence = listing.silence(row)
        if silence:
            first.append((f"  {DOT[ascii_only]}  {silence}", ("quiet",)))
        lines.append(_cut(first, width, ascii_only))
        reason = listing.reason(row, claim)
        text = index.comparison.documents[claim.document].text
        words = words_of(text, claim.start, claim.end)
        shown = wrapped(words, room, 1 if reason else 2, ascii_only)
        lines += [[("   ", ()), *line] for line in shown]
        if reason:
            reason = shorten(reason, room - 5, ascii_only)
            lines.append([("   why: ", ("quiet",)), (reason, ("text",))])
    elif about:
        words = words_of(about, 0, len(about))
        lines += [[(" ", ()), *line] for line in wrapped(words, room, 2, ascii_only)]
    if message:
        lines = [*lines[:2], *[[]] * (2 - len(lines)), [(f" {message}", ("strong",))]]
    return lines


TAB = "Tab"
"""Goes on to the next list, whatever else it is set to do while one reads."""


def _hint(
    keys: Keys, actions: Sequence[str], nth: int, word: str, ascii_only: bool
) -> tuple[str, str] | None:
    """The keys of some actions, the `nth` of each where there are so many, and what they do."""
    found = [keys[a][min(nth, len(keys[a]) - 1)] for a in actions if keys[a]]
    if not word or not found:
        return None
    return "/".join(shown_key(key, ascii_only) for key in found), word


def hint_line(
    listing: Listing[Any], keys: Keys, unfolds: bool, width: int, ascii_only: bool
) -> Line:
    """The keys of use in a list, as many as fit; the way back always."""
    side = ("document.previous", "document.next")
    wanted: list[tuple[Sequence[str], int, str]] = [
        (("claim.next", "claim.previous"), 0, "row"),
        (side, 1, "cell" if listing.celled else "fold" if unfolds else ""),
        (("counterpart.show",), 0, "unfold" if unfolds else "go there"),
        (("list.sort",), 0, "order" if len(listing.sorts) > 1 else ""),
        (("search.open",), 0, "narrow"),
    ]
    more: list[tuple[Sequence[str], int, str]] = [
        (("filter.differs", "filter.contradicts"), 0, "filter"),
        (("column.zoom",), 0, "columns or rows" if listing.celled else ""),
    ]
    first = [
        hint
        for actions, nth, word in wanted
        if (hint := _hint(keys, actions, nth, word, ascii_only))
    ]
    first.append((TAB, "list"))
    first += [hint for a, n, word in more if (hint := _hint(keys, a, n, word, ascii_only))]
    last = [hint for hint in [_hint(keys, ("help",), 0, "help", ascii_only)] if hint]
    last.append((shown_key("escape", ascii_only), "back"))
    while first and sum(len(key) + len(word) + 3 for key, word in [*first, *last]) > width:
        first.pop()
    line: Line = []
    for key, word in [*first, *last]:
        line += [(f" {key}", ("key",)), (f" {word} ", ("footer",))]
    return line


def empty_lines(
    listing: Listing[Any], state: State, session: Session, total: int, keys: Keys
) -> list[Line]:
    """What to say where there is no row: why, and what to do."""
    if not total:
        words = listing.nothing
    else:
        clear = _key(keys, "filter.clear", True)
        passed = "the filter" if session.filter else f'"{state.words.strip()}"'
        words = f"nothing passes {passed}: {clear} shows all {total} {listing.noun[total != 1]}"
    return [[], [(f"    {words}", ("text",))]]
