"""What may follow the first key of a chord, as lines for the screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tui.reader.keys import BY_ID, shown_key
from tui.reader.words import Line, shorten

GAP = 3
"""Cells between two entries."""

LEAST = 16
"""Cells an entry has at least; where that leaves no room for all, the last ones are left out."""


def following_lines(
    prefix: str,
    count: str,
    followers: Sequence[tuple[str, str]],
    rows: int,
    width: int,
    ascii_only: bool = False,
) -> list[Line]:
    """The keys that may follow `prefix`, each with what it does: at most `rows` lines.

    `followers` are keys and action ids; `count` is the number typed before, or empty.
    """
    if not followers or rows < 1:
        return []
    entries = [(shown_key(key, ascii_only), _words(action)) for key, action in followers]
    lead = f" {count}{' ' * bool(count)}{shown_key(prefix, ascii_only)}"
    room = max(1, width - cell_len(lead) - 2)
    widest = max(cell_len(f"{key} {words}") for key, words in entries) + GAP
    narrow = min(widest, LEAST + GAP)
    across = max(1, (room + GAP) // widest)
    if across * rows < len(entries):
        across = min(-(-len(entries) // rows), max(1, (room + GAP) // narrow))
    entries = entries[: across * rows]
    # As narrow as the rows allow it, so that the eye finds the keys in columns.
    across = -(-len(entries) // -(-len(entries) // across))
    each = min(widest, (room + GAP) // across)
    lines: list[Line] = []
    for at in range(0, len(entries), across):
        line: Line = [(lead if at == 0 else " " * cell_len(lead), ("key",)), ("  ", ("text",))]
        for key, words in entries[at : at + across]:
            words = shorten(words, max(0, each - GAP - cell_len(key) - 1), ascii_only)
            blank = each - cell_len(key) - 1 - cell_len(words)
            line += [(key, ("key",)), (f" {words}", ("text",)), (" " * blank, ("text",))]
        line.pop()
        lines.append(line)
    return lines


def _words(action: str) -> str:
    return BY_ID[action].brief or BY_ID[action].help
