"""The last line of the screen: the keys one may want next, the most useful first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.reader.keys import BY_ID, shown_key
from tui.reader.words import Line

USEFUL = (
    "claim.next",
    "claim.previous",
    "counterpart.show",
    "difference.next",
    "document.next",
    "search.open",
    "overview.open",
    "entities.focus",
    "apparatus.toggle",
    "place.back",
    "entity.why",
    "palette.open",
)
"""Actions with a word for the footer, in the order in which they are given up for want of room."""

LAST = ("help", "quit")

IN_ENTITIES = {
    "claim.next": "entity",
    "claim.previous": "entity",
    "counterpart.show": "mark",
    "entities.focus": "to the text",
    "entity.why": "why",
    "hit.next": "next mention",
}
"""The footer's words while keys go to the list of entities."""

UNCOMPARED = {
    "claim.next": "scroll",
    "claim.previous": "scroll",
    "page.down": "page",
    "document.next": "document",
    "search.open": "search",
}
"""While nothing is known of the documents yet."""


def footer_words(
    compared: bool, documents: int, in_entities: bool, walking: str, filtered: bool
) -> dict[str, str]:
    """What the footer names now: action ids and words, the most useful first.

    `walking` is what `n` walks through (`hit`, `mention`), or empty.
    """
    first: dict[str, str] = {}
    if filtered:
        first["filter.clear"] = "all claims"
    if walking and not in_entities:
        first |= {"hit.next": walking, "hit.previous": walking, "clear": f"clear {walking}s"}
    if in_entities:
        rest = IN_ENTITIES
    elif compared:
        rest = {action: BY_ID[action].footer for action in USEFUL}
    else:
        rest = UNCOMPARED
    words = {**first, **rest}
    if documents < 2:
        for action in ("document.next", "counterpart.show", "difference.next", "overview.open"):
            words.pop(action, None)
    return words | {action: BY_ID[action].footer for action in LAST}


def footer_line(
    keys: Mapping[str, Sequence[str]], width: int, ascii_only: bool, words: Mapping[str, str]
) -> Line:
    """The keys of `words` (by action id), as many as fit; help and quitting always come last."""
    entries: list[tuple[str, str, str]] = []
    for action, word in words.items():
        if not keys[action]:
            continue
        key = shown_key(keys[action][0], ascii_only)
        if entries and entries[-1][1] == word:
            entries[-1] = (f"{entries[-1][0]}/{key}", word, action)
        else:
            entries.append((key, word, action))
    last = [e for e in entries if e[2] in LAST]
    first = [e for e in entries if e[2] not in LAST]

    def size(chosen: Sequence[tuple[str, str, str]]) -> int:
        return sum(len(key) + len(word) + 3 for key, word, _ in chosen)

    while first and size([*first, *last]) > width:
        first.pop()
    while last and size(last) > width:
        last.pop()
    return hints((key, word) for key, word, _ in [*first, *last])


def prompt_hints(keys: Mapping[str, Sequence[str]], ascii_only: bool) -> Line:
    """What ends a search that is being typed."""
    then = shown_key(keys["hit.next"][0], ascii_only)
    return hints([(shown_key("enter", ascii_only), f"keep, then {then}"), ("Esc", "back")])


def hints(entries: Iterable[tuple[str, str]]) -> Line:
    """Keys, each with a word."""
    line: Line = []
    for key, word in entries:
        line += [(f" {key}", ("key",)), (f" {word} ", ("footer",))]
    return line
