"""The one table of the reader's actions and keys.

The bindings, the footer, the help screen, the README and the `keys` section of `config.yaml` are
made from it or tested against it. It imports no Textual, so the command line can use it cheaply.

A key is written as the user types it (`j`, `G`, `?`), by its name (`down`, `ctrl+d`, `f1`), or as
a chord of two characters (`gg`, `]c`). Digits are not keys: they count (`3j`) or choose a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Sequence = tuple[str, ...]
"""The tokens of one binding: one, or two for a chord."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the reader can do."""

    id: str
    keys: tuple[str, ...]
    group: str
    help: str
    footer: str = ""
    """Its word in the footer; neighbours in the table with the same word share one entry."""
    counted: bool = False
    """Whether a number typed before it says how often."""
    fixed: bool = False
    """Its keys cannot be changed."""


def _both(walk: str, letter: str, what: str, footer: str = "") -> tuple[Action, Action]:
    """The two actions of a walk: on with `]`, back with `[`."""
    return (
        Action(f"{walk}.next", (f"]{letter}",), "Walk", f"to the next {what}", footer, True),
        Action(f"{walk}.previous", (f"[{letter}",), "Walk", f"to the previous {what}", "", True),
    )


ACTIONS: tuple[Action, ...] = (
    Action("claim.next", ("j", "down"), "Move", "to the next claim", "claim", counted=True),
    Action("claim.previous", ("k", "up"), "Move", "to the previous claim", "claim", counted=True),
    Action("claim.first", ("gg", "home"), "Move", "to the first claim"),
    Action("claim.last", ("G", "end"), "Move", "to the last claim"),
    Action("half.down", ("ctrl+d",), "Move", "half a page down", counted=True),
    Action("half.up", ("ctrl+u",), "Move", "half a page up", counted=True),
    Action("page.down", ("pagedown", "space"), "Move", "a page down", counted=True),
    Action("page.up", ("pageup", "b"), "Move", "a page up", counted=True),
    Action(
        "counterpart.show",
        ("enter",),
        "Compare",
        "bring the counterparts beside the claim; again: the next of several",
        "counterpart",
    ),
    Action("place.back", ("backspace", "H"), "Compare", "back to where you were", "back"),
    Action("place.forward", ("L",), "Compare", "forward again, after going back"),
    Action("apparatus.toggle", ("a",), "Compare", "the sources word by word, or less", "apparatus"),
    Action(
        "document.next",
        ("tab", "l", "right"),
        "Compare",
        "to the next document, at the counterpart where it is shown",
        "document",
    ),
    Action(
        "document.previous",
        ("shift+tab", "h", "left"),
        "Compare",
        "to the document before",
    ),
    Action(
        "document.choose",
        tuple("123456789"),
        "Compare",
        "to the document of that number",
        fixed=True,
    ),
    *_both("difference", "c", "claim that differs or is contradicted", "difference"),
    *_both("contradiction", "x", "claim that is contradicted"),
    *_both("only", "o", "claim that only this document makes"),
    *_both("tentative", "t", "claim whose link is uncertain"),
    *_both("speaker", "s", "claim of the same speaker"),
    *_both("mention", "e", "mention of the entity in hand"),
    Action("overview.open", ("o",), "Lists", "all correspondences, a row each", "overview"),
    Action("numbers.open", ("#",), "Lists", "numbers that differ"),
    Action("speakers.open", ("@",), "Lists", "who says what"),
    Action("timeline.open", ("T",), "Lists", "what happened when"),
    Action("names.open", ("E",), "Lists", "what each document calls the same one"),
    Action("entities.focus", ("e",), "Entities", "into the list of entities, and out", "entities"),
    Action("entities.toggle", ("s",), "Entities", "show or hide the list of entities"),
    Action("entity.why", ("w",), "Entities", "why these names are one", "why"),
    Action("search.open", ("/",), "Find", "search all documents", "search"),
    Action("hit.next", ("n",), "Find", "to the next hit or mention", counted=True),
    Action("hit.previous", ("N",), "Find", "to the previous hit or mention", counted=True),
    Action("clear", ("escape",), "Find", "clear the hits or mentions"),
    Action("filter.agrees", ("fa",), "Filter", "only claims that agree, or all again"),
    Action("filter.differs", ("fd",), "Filter", "only claims that differ, or all again"),
    Action("filter.contradicts", ("fx",), "Filter", "only contradicted claims, or all again"),
    Action("filter.only", ("fo",), "Filter", "only what one document says, or all again"),
    Action("filter.tentative", ("ft",), "Filter", "only uncertain links, or all again"),
    Action("filter.entity", ("fe",), "Filter", "only claims about the entity in hand, or all"),
    Action("filter.speaker", ("fs",), "Filter", "only claims of the same speaker, or all"),
    Action("filter.clear", ("F",), "Filter", "all claims again"),
    Action("column.zoom", ("z",), "Columns", "this document alone, or all again"),
    Action("column.hide", ("x",), "Columns", "hide this document"),
    Action("columns.restore", ("X",), "Columns", "all documents again, in their first order"),
    Action("column.left", ("<",), "Columns", "move this document to the left"),
    Action("column.right", (">",), "Columns", "move this document to the right"),
    Action("copy.claim", ("y",), "Copy", "copy the claim"),
    Action("copy.citation", ("Y",), "Copy", "copy the claim with its source and document"),
    Action("copy.correspondence", ("gy",), "Copy", "copy what all documents say here"),
    Action("theme.next", ("t",), "Reader", "the next theme"),
    Action("analysis.cancel", ("C",), "Reader", "stop comparing; again: compare after all"),
    Action("palette.open", (":", "ctrl+p"), "Reader", "every command by name"),
    Action("redraw", ("ctrl+l",), "Reader", "draw the screen anew"),
    Action("suspend", ("ctrl+z",), "Reader", "back to the shell; `fg` returns"),
    Action("help", ("?", "f1"), "Reader", "this help", "help"),
    Action("quit", ("q", "ctrl+q"), "Reader", "quit", "quit"),
    Action("interrupt", ("ctrl+c",), "Reader", "quit, with exit status 130", fixed=True),
)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}

_NAMED = frozenset(
    "up down left right home end pageup pagedown enter tab shift+tab backspace escape delete insert"
    " space comma shift+up shift+down shift+left shift+right shift+home shift+end"
    " ctrl+up ctrl+down ctrl+left ctrl+right ctrl+home ctrl+end ctrl+pageup ctrl+pagedown"
    " ctrl+at ctrl+backslash ctrl+underscore".split()
    + [f"f{n}" for n in range(1, 13)]
    + [f"ctrl+{c}" for c in "abcdefgklnopqrstuvwxyz"]
)

_LOST: Mapping[str, str] = {
    "ctrl+h": "terminals send it as Backspace",
    "ctrl+i": "terminals send it as Tab",
    "ctrl+j": "terminals send it as Enter",
    "ctrl+m": "terminals send it as Enter",
    "ctrl+[": "terminals send it as Escape",
    "ctrl+left_square_bracket": "terminals send it as Escape",
    "ctrl+comma": "many terminals cannot send it",
    "shift+enter": "many terminals cannot send it",
    "ctrl+enter": "many terminals cannot send it",
}

_ALTERNATIVES = {"page-down": "pagedown", "page-up": "pageup", "return": "enter", "esc": "escape"}


class UnusableKeyError(ValueError):
    """A key the reader cannot listen to; the message says why, in words."""


def parse_key(key: str) -> Sequence:
    """The tokens of one key or chord. Raises `UnusableKeyError`."""
    name = _ALTERNATIVES.get(key.lower(), key)
    folded = name.lower() if len(name) > 2 else name
    if folded in _NAMED:
        return (folded,)
    if folded in _LOST:
        raise UnusableKeyError(f"{_LOST[folded]}; choose another key")
    if re.match(r"ctrl\+shift\+|alt\+|super\+|hyper\+|meta\+", folded):
        raise UnusableKeyError("many terminals cannot send it; choose another key")
    tokens = tuple(name.split()) if " " in name else tuple(name)
    if not all(len(token) == 1 and token.isprintable() for token in tokens):
        raise UnusableKeyError("no such key; write a character, a name such as pagedown, or ctrl+x")
    if any(token.isdigit() for token in tokens):
        raise UnusableKeyError("digits count or choose a document; choose another key")
    if len(tokens) not in (1, 2):
        raise UnusableKeyError("no such key; a chord has two characters, such as gg")
    return tokens


def split_keys(keys: str) -> tuple[str, ...]:
    """The keys of a comma-separated list, as `config.yaml` gives them."""
    return tuple(key.strip() for key in keys.split(",") if key.strip())


def bindings(overrides: Mapping[str, str] | None = None) -> dict[str, tuple[str, ...]]:
    """Action id -> its keys as written, in the order of the table."""
    overrides = overrides or {}
    return {
        action.id: split_keys(overrides[action.id])
        if action.id in overrides and not action.fixed
        else action.keys
        for action in ACTIONS
    }


def sequences(overrides: Mapping[str, str] | None = None) -> dict[Sequence, str]:
    """Tokens -> action id, for every key but the digits. Expects valid overrides."""
    return {
        parse_key(key): action
        for action, keys in bindings(overrides).items()
        if action != "document.choose"
        for key in keys
    }


def validate_keys(mapping: Mapping[str, object]) -> list[str]:
    """What is wrong with a `keys` section, one clear line each; empty where all is well."""
    problems: list[str] = []
    usable: dict[str, str] = {}
    for action_id, value in mapping.items():
        if action_id not in BY_ID:
            problems.append(f"no action is called {action_id}{_nearest(str(action_id))}")
        elif BY_ID[action_id].fixed:
            problems.append(f"the keys of {action_id} cannot be changed")
        elif not isinstance(value, str) or not split_keys(value):
            problems.append(f"{action_id}: give keys as text, separated by commas, such as j, down")
        else:
            usable[action_id] = value
    taken: dict[Sequence, tuple[str, str]] = {}
    told: set[Sequence] = set()
    for action_id, keys in bindings(usable).items():
        if action_id == "document.choose":
            continue
        for key in keys:
            try:
                tokens = parse_key(key)
            except UnusableKeyError as error:
                problems.append(f"{action_id}: the key {key} cannot be used: {error}")
                continue
            for at, clash in _clashes(tokens, key, action_id, taken):
                # One clash of a key is enough to tell: mending it mends the others.
                if at not in told:
                    told.add(at)
                    problems.append(clash)
            taken.setdefault(tokens, (action_id, key))
    return problems


def _clashes(
    tokens: Sequence, key: str, action_id: str, taken: Mapping[Sequence, tuple[str, str]]
) -> Iterable[tuple[Sequence, str]]:
    """Each clash of a key with those taken, by the shorter of the two."""
    for other, (other_id, other_key) in taken.items():
        if other_id == action_id:
            continue
        if other == tokens:
            yield tokens, f"the key {key} is given to both {other_id} and {action_id}"
        elif other[:1] == tokens[:1] and len(other) != len(tokens):
            short, long = sorted((other_key, key), key=len)
            hidden = f"the key {short} would hide the chord {long} ({other_id} and {action_id})"
            yield min(tokens, other, key=len), hidden


def _nearest(name: str) -> str:
    import difflib

    close = difflib.get_close_matches(name, BY_ID, n=1, cutoff=0.5)
    return f"; did you mean {close[0]}?" if close else f"; known are: {', '.join(BY_ID)}"


_SHOWN: Mapping[str, tuple[str, str]] = {
    "up": ("↑", "Up"),
    "down": ("↓", "Down"),
    "left": ("←", "Left"),
    "right": ("→", "Right"),
    "enter": ("⏎", "Enter"),
    "backspace": ("⌫", "Bksp"),
    "tab": ("Tab", "Tab"),
    "shift+tab": ("Shift+Tab", "Shift+Tab"),
    "escape": ("Esc", "Esc"),
    "pageup": ("PgUp", "PgUp"),
    "pagedown": ("PgDn", "PgDn"),
    "home": ("Home", "Home"),
    "end": ("End", "End"),
    "space": ("Space", "Space"),
    "comma": (",", ","),
}


def shown_key(key: str, ascii_only: bool = False) -> str:
    """A key as the footer and the help show it."""
    if key in _SHOWN:
        return _SHOWN[key][ascii_only]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}" if len(key) == 6 else f"Ctrl+{key[5:]}"
    return key.upper() if re.fullmatch(r"f\d+", key) else key
