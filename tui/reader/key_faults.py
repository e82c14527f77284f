"""What is wrong with the keys a user has set, in words and with the settings it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.reader.key_names import Sequence, UnusableKeyError, parse_key, split_keys
from tui.reader.keys import BY_ID, bindings
from tui.reader.presets import PRESETS, overlaid


class KeyFault(NamedTuple):
    """One fault."""

    message: str
    actions: tuple[str, ...]
    """The actions it is about whose keys the user has set."""


class _Taken(NamedTuple):
    action: str
    key: str
    tokens: Sequence


def validate_keys(mapping: Mapping[str, object], preset: str = "vim") -> list[KeyFault]:
    """What is wrong with a `keys` section over a preset; empty where all is well."""
    faults: list[KeyFault] = []
    usable: dict[str, str] = {}
    for action, value in mapping.items():
        fault = _fault_of_setting(action, value)
        if fault:
            faults.append(KeyFault(fault, (action,)))
        else:
            usable[action] = str(value)
    taken: list[_Taken] = []
    for action, keys in bindings(overlaid(preset, usable)).items():
        for key in keys if action != "document.choose" else ():
            try:
                taken.append(_Taken(action, key, parse_key(key)))
            except UnusableKeyError as error:
                message = f"{action}: the key {key} cannot be used: {error}"
                faults.append(KeyFault(message, (action,)))
    return [*faults, *_doubles(taken, usable, preset), *_hidden(taken, usable, preset)]


def _fault_of_setting(action: str, value: object) -> str | None:
    if action not in BY_ID:
        return f"no action is called {action}{_nearest(action)}"
    if BY_ID[action].fixed:
        return f"the keys of {action} cannot be changed"
    if not isinstance(value, str) or not split_keys(value):
        return f"{action}: give keys as text, separated by commas, such as j, down"
    return None


def _doubles(taken: list[_Taken], own: Mapping[str, str], preset: str) -> Iterator[KeyFault]:
    """One fault for each key that two actions have."""
    by_tokens: dict[Sequence, _Taken] = {}
    told: set[Sequence] = set()
    for this in taken:
        other = by_tokens.setdefault(this.tokens, this)
        if other.action == this.action or this.tokens in told:
            continue
        told.add(this.tokens)
        words = f"the key {this.key} is given to both {other.action} and {this.action}"
        yield _fault(words, (other, this), own, preset)


def _hidden(taken: list[_Taken], own: Mapping[str, str], preset: str) -> Iterator[KeyFault]:
    """One fault for each key that is also how chords of other actions begin."""
    for short in taken:
        if len(short.tokens) > 1:
            continue
        longer = [t for t in taken if len(t.tokens) > 1 and t.tokens[0] == short.tokens[0]]
        longer = [t for t in longer if t.action != short.action]
        if len(longer) == 1:
            words = f"the key {short.key} would hide the chord {longer[0].key}"
            words += f" ({short.action} and {longer[0].action})"
            yield _fault(words, (short, longer[0]), own, preset)
        elif longer:
            chords = ", ".join(f"{t.key} ({t.action})" for t in longer[:3])
            more = f" and {len(longer) - 3} more" if len(longer) > 3 else ""
            words = f"the key {short.key} ({short.action}) would hide the chords {chords}{more}"
            mine = [t.action for t in longer if t.action in own]
            if short.action in own:
                words, mine = f"{words}; choose another key", [short.action]
            yield KeyFault(words, tuple(mine))


def _fault(
    words: str, named: tuple[_Taken, _Taken], own: Mapping[str, str], preset: str
) -> KeyFault:
    """A clash of two, with the way out where only one of them is the user's."""
    mine = tuple(taken.action for taken in named if taken.action in own)
    if len(mine) == 1:
        rest = next(taken for taken in named if taken.action not in own)
        words += f"; {_way_out(rest, preset)}"
    return KeyFault(words, mine)


def _way_out(taken: _Taken, preset: str) -> str:
    """How an action that has a key without being given it can let go of it."""
    other = [
        key
        for key in bindings(PRESETS[preset])[taken.action]
        if parse_key(key)[0] != taken.tokens[0]
    ]
    given = f'"{", ".join(other)}"' if other else "another key"
    return f"{taken.action} has it by default; set {taken.action} to {given} to free it"


def _nearest(name: str) -> str:
    import difflib

    close = difflib.get_close_matches(name, BY_ID, n=1, cutoff=0.5)
    if close:
        return f"; did you mean {close[0]}?"
    group = name.partition(".")[0]
    near = [known for known in BY_ID if known.startswith(f"{group}.")]
    return f"; {'there are' if near else 'known are:'} {', '.join(near or BY_ID)}"
