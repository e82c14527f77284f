"""How keys are written: in `config.yaml`, on the screen, and as the tokens a terminal sends.

A key is a character as the user types it (`j`, `G`, `?`) or a name (`down`, `ctrl+d`, `alt+x`,
`f1`). A chord is two keys: two characters as they are (`gg`, `]c`), else with a blank between them
(`ctrl+x o`). A digit can only end a chord: it counts (`3j`) or chooses a document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Sequence = tuple[str, ...]
"""The tokens of one binding: one, or two for a chord."""

_NAMED = frozenset(
    "up down left right home end pageup pagedown enter tab shift+tab backspace escape delete insert"
    " space comma shift+up shift+down shift+left shift+right shift+home shift+end"
    " ctrl+up ctrl+down ctrl+left ctrl+right ctrl+home ctrl+end ctrl+pageup ctrl+pagedown"
    " ctrl+at ctrl+backslash ctrl+underscore".split()
    + [f"f{n}" for n in range(1, 13)]
    + [f"ctrl+{c}" for c in "abcdefgklnopqrstuvwxyz"]
    + [f"alt+{c}" for c in "abcdefghijklmnopqrstuvwxyz"]
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
    parts = key.split() or [key]
    if len(parts) == 1 and len(key) == 2 and key.lower() not in _NAMED:
        parts = list(key)
    if len(parts) > 2:
        raise UnusableKeyError("a chord has two keys, such as gg or ctrl+x o")
    tokens = tuple(_token(part) for part in parts)
    if tokens[0].isdigit():
        raise UnusableKeyError("digits count or choose a document; choose another key")
    return tokens


def _token(key: str) -> str:
    name = _ALTERNATIVES.get(key.lower(), key)
    if len(name) == 1 and name.isprintable():
        return name
    name = name.lower()
    if name in _NAMED:
        return name
    if name in _LOST:
        raise UnusableKeyError(f"{_LOST[name]}; choose another key")
    modified = re.fullmatch(r"(?:(?:ctrl|alt|shift|super|hyper|meta)\+)+(.+)", name)
    if modified and (len(modified[1]) == 1 or modified[1] in _NAMED):
        raise UnusableKeyError("many terminals cannot send it; choose another key")
    raise UnusableKeyError(
        "no such key; write a character, a name such as pagedown, or ctrl+x;"
        " the two keys of a chord have a blank between them"
    )


def split_keys(keys: str) -> tuple[str, ...]:
    """The keys of a comma-separated list, as `config.yaml` gives them."""
    return tuple(key.strip() for key in keys.split(",") if key.strip())


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
    """A key or chord as the footer and the help show it."""
    if " " in key:
        return " ".join(shown_key(part, ascii_only) for part in key.split())
    if key in _SHOWN:
        return _SHOWN[key][ascii_only]
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if modifiers:
        shown = _SHOWN[last][ascii_only] if last in _SHOWN else last
        shown = last.upper() if len(last) == 1 else shown
        return "+".join([*(word.title() for word in modifiers), shown])
    return key.upper() if re.fullmatch(r"f\d+", key) else key
