"""Why the names of an entity are one; loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import Screen

from tui.reader.chords import Command, KeyReader
from tui.reader.keys import bindings, sequences, shown_key
from tui.reader.reason_lines import page_of
from tui.reader.screens.passing import passed_on
from tui.reader.styles import Palette
from tui.reader.walks import Stop
from tui.reader.widgets.entries import Entries
from tui.reader.widgets.lines import Lines
from tui.reader.words import Line

if TYPE_CHECKING:
    from tui.core.model import Entity
    from tui.reader.index import Index

CLOSING = ("entity.why", "clear", "quit")
"""Actions whose keys close the screen."""

MOVES = {
    "claim.next": 1,
    "claim.previous": -1,
    "claim.first": -(1 << 20),
    "claim.last": 1 << 20,
}

PAGES = {"half.down": 0.5, "half.up": -0.5, "page.down": 1.0, "page.up": -1.0}


class ReasonsScreen(Screen["tuple[Entity, Stop] | None"]):
    """Shows why names are one; ends with the entity and the place to go to, if one was chosen."""

    AUTO_FOCUS = None

    DEFAULT_CSS = """
    ReasonsScreen { layout: vertical; overflow: hidden; }
    """

    def __init__(
        self,
        index: Index,
        entity: Entity,
        palette: Palette,
        keys: Mapping[str, str],
        ascii_only: bool,
    ) -> None:
        """`keys` are the user's own, as the settings have them."""
        super().__init__()
        self._index = index
        self._ascii = ascii_only
        self._keys = bindings(keys)
        self._key_reader = KeyReader(sequences(keys))
        self.leaving = False
        """Whether keys are no longer meant for this screen."""
        self._entity = entity
        self._before: list[tuple[Entity, int]] = []
        """The entities shown before this one, with where the cursor was."""
        self._header = Lines(palette, "header")
        self._entries = Entries(palette, ascii_only)
        self._hint = Lines(palette, "footer")

    def compose(self) -> ComposeResult:
        self._show(self._entity)
        yield self._header
        yield self._entries
        yield self._hint

    def _show(self, entity: Entity, cursor: int = 0) -> None:
        self._entity = entity
        write = partial(page_of, self._index, entity, ascii_only=self._ascii)
        self._entries.show(write, cursor)
        title = "What this name may mean" if entity.candidates else "Why these names are one"
        self._header.show([[(f" {title}", ("header-strong",))]])
        self._follow()

    def on_resize(self) -> None:
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        """Show the keys of use here, and put the terminal's cursor on the name.

        Screen readers and braille displays read where that cursor is.
        """
        if not self.is_mounted or self.leaving:
            return
        self._hint.show([self._hint_line()])
        y = self._entries.cursor_row
        if y is not None:
            self.app.cursor_position = self._entries.region.offset + Offset(0, y)

    def _hint_line(self) -> Line:
        hints = []
        if self._entries.entry:
            hints += [
                (("claim.next", "claim.previous"), "name"),
                (("counterpart.show",), "go there"),
            ]
        if self._before:
            hints.append((("place.back",), "back"))
        line: Line = []
        for actions, word in [*hints, (("clear",), "close")]:
            keys = [shown_key(self._keys[a][0], self._ascii) for a in actions]
            line += [(f" {'/'.join(keys)}", ("key",)), (f" {word} ", ("footer",))]
        return line

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if passed_on(self, event):
            return
        *_, token = self._key_reader.tokens(event.key, event.character)
        command = self._key_reader.feed(token, monotonic())
        if event.key == "escape" or (command and command.action in CLOSING):
            self._leave(None)
        elif command:
            self._do(command)
            self._follow()

    def _do(self, command: Command) -> None:
        action = command.action
        if action in MOVES:
            self._entries.move(MOVES[action] * command.count)
        elif action in PAGES:
            self._entries.page(PAGES[action] * command.count)
        elif action == "counterpart.show":
            self._choose()
        elif action == "place.back" and self._before:
            self._show(*self._before.pop())

    def on_entries_chosen(self) -> None:
        self._choose()

    def _choose(self) -> None:
        """Go to the place of the name at the cursor, or show why another entity's are one."""
        entry = self._entries.entry
        if entry is None or entry.goal is None:
            return
        if isinstance(entry.goal, Stop):
            self._leave((self._entity, entry.goal))
        else:
            self._before.append((self._entity, self._entries.cursor))
            self._show(entry.goal)

    def _leave(self, chosen: tuple[Entity, Stop] | None) -> None:
        self.leaving = True
        self.dismiss(chosen)
