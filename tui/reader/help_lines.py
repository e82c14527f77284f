"""What the help says: the marks and their meaning, and every key by group, in columns."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from tui.reader.keys import ACTIONS, shown_key
from tui.reader.relations import COUNTERPART, CURRENT, DOT, DOWN, HIT, RELATIONS, TENTATIVE, UP
from tui.reader.words import Line, Piece, width_of

WIDE = 120
"""Cells from which on there are two columns."""

MEANING = {
    "agrees": "agrees: another document says the same",
    "only": "only here: no other document says it",
    "differs": "differs: the same matter, another detail",
    "contradicts": "contradicts: one denies what the other asserts",
}

Entry = tuple[Piece, str, tuple[str, ...]]
"""What stands on the left, what it means, and the classes of the meaning."""

Section = tuple[str, list[Entry]]


def help_lines(
    keys: Mapping[str, Sequence[str]], width: int, ascii_only: bool = False, wanted: str = ""
) -> list[Line]:
    """All that has every word of `wanted` in its keys, meaning, group or action."""
    sections = [*_marks(ascii_only), *_groups(keys, ascii_only)]
    sections = [s for s in (_matching(s, wanted.casefold().split()) for s in sections) if s[1]]
    if not sections:
        return [[(" nothing here has these words", ("quiet",))]]
    left = max(len(entry[0][0]) for _title, entries in sections for entry in entries) + 3
    if width < WIDE:
        return _stack([_section(section, left, width) for section in sections])
    half = (width - 2) // 2
    blocks = [_section(section, left, half) for section in sections]
    split = min(range(1, len(blocks) + 1), key=lambda k: _height(blocks, k))
    return _beside(_stack(blocks[:split]), _stack(blocks[split:]), half + 2)


def _marks(ascii_only: bool) -> list[Section]:
    margin: list[Entry] = [
        ((look.mark(ascii_only), (f"glyph-{kind}",)), MEANING[kind], (kind,))
        for kind, look in RELATIONS.items()
    ]
    for sign, words in (
        (TENTATIVE, "before a glyph or a name: not certain"),
        (CURRENT[ascii_only], "the current claim"),
        (COUNTERPART[ascii_only], "what answers to it in the other documents"),
        (f"{UP[ascii_only]} {DOWN[ascii_only]}", "between columns: it is out of view there"),
        (DOT[ascii_only], "on the map beside a text: agreement"),
        (HIT[ascii_only], "on the map beside a text: a hit or a mention"),
    ):
        margin.append(((sign, ("bar",)), words, ("text",)))
    text: list[Entry] = [
        (("current", ("current",)), "the current claim", ("text",)),
        (("counterpart", ("counterpart",)), "what is laid beside it", ("text",)),
        (("hit", ("mark",)), "what is searched for, or a name that is followed", ("text",)),
        (("here", ("here",)), "the one of them you are at", ("text",)),
        (("said by", ("source",)), "who states a claim, and how", ("text",)),
    ]
    return [("In the margin", margin), ("In the text", text)]


def _groups(keys: Mapping[str, Sequence[str]], ascii_only: bool) -> list[Section]:
    groups: dict[str, list[Entry]] = {}
    for action in ACTIONS:
        written = "  ".join(shown_key(key, ascii_only) for key in keys[action.id])
        if action.id == "document.choose":
            written = "1 - 9"
        entry: Entry = ((written, ("key",)), action.help, ("text",))
        groups.setdefault(action.group, []).append(entry)
    move = shown_key(keys["claim.next"][0], ascii_only)
    counted: Entry = (("2 - 9999", ("key",)), f"before a key: how often, as in 3{move}", ("text",))
    groups["Move"].append(counted)
    own: Entry = (
        ("config.yaml", ("key",)),
        "other keys, or those of Emacs: reader.keys, preset",
        ("text",),
    )
    groups["Reader"].append(own)
    return list(groups.items())


_ALSO = {action.help: f"{action.id} {action.brief} {action.footer}" for action in ACTIONS}
"""Other words that what an action does is found by, as in the list of commands."""


def _matching(section: Section, words: Sequence[str]) -> Section:
    title, entries = section
    kept = [
        entry
        for entry in entries
        if all(
            word in f"{title} {entry[0][0]} {entry[1]} {_ALSO.get(entry[1], '')}".casefold()
            for word in words
        )
    ]
    return title, kept


def _section(section: Section, left: int, width: int) -> list[Line]:
    title, entries = section
    lines: list[Line] = [[(f" {title}", ("group",))]]
    for (shown, look), meaning, classes in entries:
        blank = " " * (left - len(shown))
        first, *more = textwrap.wrap(meaning, max(10, width - left - 4)) or [""]
        lines.append([("   ", ("text",)), (shown, look), (blank, ("text",)), (first, classes)])
        lines += [[(" " * (left + 3), ("text",)), (rest, classes)] for rest in more]
    return lines


def _stack(blocks: Sequence[list[Line]]) -> list[Line]:
    """Blocks under one another, a blank line between them."""
    lines: list[Line] = []
    for block in blocks:
        lines += [[], *block] if lines else block
    return lines


def _height(blocks: Sequence[list[Line]], split: int) -> int:
    return max(len(_stack(blocks[:split])), len(_stack(blocks[split:])))


def _beside(left: Sequence[Line], right: Sequence[Line], at: int) -> list[Line]:
    lines: list[Line] = []
    for y in range(max(len(left), len(right))):
        line = list(left[y]) if y < len(left) else []
        if y < len(right):
            line.append((" " * max(1, at - width_of(line)), ("text",)))
            line += right[y]
        lines.append(line)
    return lines
