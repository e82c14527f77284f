"""From single keys to commands: counts (`3j`), chords (`]c`) and document numbers.

A digit means two things: `2` chooses the second document at once, and `2j` counts. So the choice
is made as the digit is typed and taken back when a counted action follows within `PAUSE`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.reader.keys import BY_ID, Sequence

PAUSE = 0.6
"""Seconds within which a digit still counts for the next action."""


@dataclass(frozen=True, slots=True)
class Command:
    """An action to do, how often, and whether the document just chosen was meant as a count."""

    action: str
    count: int = 1
    unchoose: bool = False


class KeyReader:
    """Turns tokens (characters, or names of keys) into commands, one at a time."""

    def __init__(self, table: Mapping[Sequence, str]) -> None:
        self._table = table
        self._prefixes = {tokens[0] for tokens in table if len(tokens) > 1}
        self._prefix: str | None = None
        self._digits = ""
        self._typed_at = 0.0

    @property
    def pending(self) -> str | None:
        """The first half of a chord, while its second half is awaited."""
        return self._prefix

    @property
    def count(self) -> str:
        """The digits typed so far, while they count for the next action."""
        return self._digits

    def followers(self) -> list[tuple[str, str]]:
        """What may follow the first half of a chord: each key, as a token, and its action."""
        return [
            (tokens[1], action)
            for tokens, action in self._table.items()
            if len(tokens) > 1 and tokens[0] == self._prefix
        ]

    def ends_chord(self, token: str) -> bool:
        """Whether any chord ends with `token`."""
        return any(tokens[1:] == (token,) for tokens in self._table)

    def tokens(self, key: str, character: str | None) -> tuple[str, ...]:
        """The tokens of one key as the terminal sent it: its name, and the character it types.

        A terminal sends Alt+x just as it sends Escape and then x, when they are typed fast or
        arrive together: where nothing is bound to the one, the other was meant.
        """
        if key.startswith("alt+"):
            known = any(key in tokens for tokens in self._table)
            typed = character or key.removeprefix("alt+")
            return (key,) if known else ("escape", typed)
        printable = character is not None and character.isprintable() and character != " "
        return (character,) if printable and character else (key,)

    def feed(self, token: str, now: float) -> Command | None:
        """The command that `token` completes, at `now` seconds; None while there is none."""
        if len(token) == 1 and token.isdigit() and self._prefix is None:
            return self._digit(token, now)
        if self._digits and now - self._typed_at > PAUSE and self._prefix is None:
            self._digits = ""
        prefix, self._prefix = self._prefix, None
        action = self._table.get((prefix, token)) if prefix else self._table.get((token,))
        if action is None and prefix is None and token in self._prefixes:
            self._prefix = token
            return None
        digits, self._digits = self._digits, ""
        if action is None:
            given_up = token == "escape" or self._table.get((token,)) == "clear"
            return self.feed(token, now) if prefix and not given_up else None
        if digits and BY_ID[action].counted:
            return Command(action, max(1, int(digits)), unchoose=True)
        return Command(action)

    def _digit(self, token: str, now: float) -> Command | None:
        fresh = not self._digits or now - self._typed_at > PAUSE
        self._digits = token if fresh else (self._digits + token)[:4]
        self._typed_at = now
        if fresh and token != "0":
            return Command("document.choose", int(token))
        return None
