"""The list of commands: everything one can do, found by typing some of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.reader.keys import ACTIONS, shown_key
from tui.reader.relations import POINTER
from tui.reader.theme_names import ALL
from tui.reader.words import Line, letter, shorten

ACTION, THEME, DOCUMENT = "action", "theme", "document"

GROUP = 13
"""Cells of the column that names the group."""

KEPT = 5
"""Choices that are remembered as used last."""

_ALIKE = 75
"""How alike (0..100) a command must be to what was typed, where nothing has its words."""

_ELSEWHERE = ("document.choose", "interrupt", "palette.open")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to do."""

    kind: str
    value: str
    """An action's id, a theme's name, or a document's number."""
    group: str
    words: str
    keys: str = ""
    also: str = ""
    """Other words it is found by."""


def choices(
    keys: Mapping[str, Sequence[str]],
    documents: Sequence[str],
    themed: bool = True,
    ascii_only: bool = False,
) -> list[Choice]:
    """Everything there is to choose: all actions, the documents by name, and the themes.

    `themed` is False where the terminal's own colours are used.
    """
    found = [
        Choice(
            ACTION,
            action.id,
            action.group,
            action.help,
            "  ".join(shown_key(key, ascii_only) for key in keys[action.id]),
            f"{action.id} {action.brief} {action.footer}",
        )
        for action in ACTIONS
        if action.id not in _ELSEWHERE
    ]
    found += [
        Choice(DOCUMENT, str(k), "Documents", f"go to {letter(k)} {name}", f"{k + 1}" * (k < 9))
        for k, name in enumerate(documents)
    ]
    themes = ALL if themed else ()
    return [*found, *(Choice(THEME, name, "Themes", f"theme: {name}") for name in themes)]


def find(every: Sequence[Choice], wanted: str, recent: Sequence[Choice] = ()) -> list[Choice]:
    """The choices that have all words of `wanted`, the best first; the `recent` before equals.

    A word is best found whole, then at the beginning of a word, then inside one. Where nothing is
    found so, letters in their order will do (`serch`, `qt`), and then what looks most alike.
    """
    ordered = [*(c for c in recent if c in every), *(c for c in every if c not in recent)]
    words = wanted.casefold().split()
    ranked = [(rank, choice) for choice in ordered if (rank := _rank(choice, words)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    found = [choice for _rank, choice in ranked]
    if not found:
        found = [c for c in ordered if all(_in_order(word, _shown(c)) for word in words)]
    return found or _alike(ordered, wanted)


def _shown(choice: Choice) -> str:
    return f" {choice.words} ".casefold().replace(":", " ")


def _rank(choice: Choice, words: Iterable[str]) -> int | None:
    """How well a choice has the words: 0 is best; None where it lacks one."""
    shown = _shown(choice)
    also = f" {choice.also} {choice.group}".casefold()
    total = 0
    for word in words:
        if f" {word} " in shown:
            continue
        if f" {word}" in shown:
            total += 1
        elif f" {word}" in also:
            total += 2
        elif word in shown or word in also:
            total += 3
        else:
            return None
    return total


def _in_order(letters: str, text: str) -> bool:
    """Whether the letters stand in their order within a word or two: `serch`, `qt`."""
    for start in range(1, len(text)):
        if text[start - 1] == " " and text[start] == letters[0]:
            at = start
            for letter in letters[1:]:
                at = text.find(letter, at + 1)
                if at < 0:
                    return False
            if at - start < 2 * len(letters):
                return True
    return False


def _alike(every: Sequence[Choice], wanted: str) -> list[Choice]:
    from rapidfuzz.fuzz import partial_ratio

    wanted = wanted.casefold().strip()
    scored = [(partial_ratio(wanted, choice.words.casefold()), choice) for choice in every]
    scored.sort(key=lambda pair: -pair[0])
    return [choice for score, choice in scored if score >= _ALIKE]


def choice_lines(
    found: Sequence[Choice], cursor: int, top: int, rows: int, width: int, ascii_only: bool = False
) -> list[Line]:
    """The rows from `top` on: the group where it begins, what is done, and its keys."""
    lines: list[Line] = []
    shown = found[top : top + rows]
    most = max((cell_len(c.keys) for c in found), default=0)
    room = max(
        12, min(width - GROUP - most - 7, max((cell_len(c.words) for c in found), default=0))
    )
    for at, choice in enumerate(shown, top):
        begins = at == top or found[at - 1].group != choice.group
        group = shorten(choice.group, GROUP - 1, ascii_only) if begins else ""
        here = at == cursor
        under = ("pointer",) if here else ()
        words = shorten(choice.words, room, ascii_only)
        blank = " " * (room - cell_len(words) + 2)
        rest = max(0, width - GROUP - room - cell_len(choice.keys) - 6) if here else 0
        lines.append(
            [
                (f" {group:<{GROUP}}", ("quiet",)),
                (f"{POINTER[ascii_only]} " if here else "  ", ("key",)),
                (words, ("strong" if here else "text", *under)),
                (blank, ("text", *under)),
                (choice.keys, ("key", *under)),
                (" " * rest, ("text", *under)),
            ]
        )
    return lines


def remembered(recent: Sequence[Choice], choice: Choice) -> list[Choice]:
    """The choices used last, with one more at their head."""
    return [choice, *(c for c in recent if c != choice)][:KEPT]
