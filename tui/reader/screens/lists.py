"""The lists over everything on one screen; loaded when the first is opened."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import Screen

from tui.reader.chords import Command, KeyReader
from tui.reader.filters import Filter
from tui.reader.keys import bindings, sequences
from tui.reader.lists.cells import nearest
from tui.reader.lists.listing import Drawn, Goal, Listing, State, View
from tui.reader.lists.shelf import LISTS, Shelf
from tui.reader.lists.surround import (
    about_lines,
    empty_lines,
    hint_line,
    status_line,
    tabs_line,
)
from tui.reader.prompt import Prompt
from tui.reader.reasons import entity_near
from tui.reader.widgets.lines import Lines
from tui.reader.widgets.table import Table
from tui.reader.words import counts_line

if TYPE_CHECKING:
    from tui.core.model import Claim, Entity
    from tui.reader.app import Reader
    from tui.reader.screens.reader import ReaderScreen

MOVES = {
    "claim.next": 1,
    "claim.previous": -1,
    "claim.first": -(1 << 40),
    "claim.last": 1 << 40,
}

PAGES = {"half.down": 0.5, "half.up": -0.5, "page.down": 1.0, "page.up": -1.0}

LOUD = {
    "difference.next": (1, ("differs", "contradicts")),
    "difference.previous": (-1, ("differs", "contradicts")),
    "contradiction.next": (1, ("contradicts",)),
    "contradiction.previous": (-1, ("contradicts",)),
    "only.next": (1, ("only",)),
    "only.previous": (-1, ("only",)),
}

ABOUT = 16
"""Rows of the screen from which on the row at the cursor is told in full below the list."""


class ListsScreen(Screen["Goal | None"]):
    """Shows one list at a time; ends with where to go, if a row was chosen."""

    AUTO_FOCUS = None

    DEFAULT_CSS = """
    ListsScreen { layout: vertical; overflow: hidden; }
    """

    def __init__(self, app: Reader, under: ReaderScreen, shelf: Shelf, action: str) -> None:
        """`under` is the screen whose session is filtered, and `action` opens the first list."""
        super().__init__()
        self._under = under
        self._session = under.session
        self._shelf = shelf
        self._action = action
        self._ascii = app.ascii_only
        self._keys = bindings(app.settings.keys)
        self._key_reader = KeyReader(sequences(app.settings.keys))
        self._rows: Any = ()
        self._total = 0
        self._message = ""
        self._prompt: Prompt | None = None
        self._before = ""
        self._chosen_before = 0
        self._leaving = False
        palette = app.palette
        self._tabs = Lines(palette, "header")
        self._status = Lines(palette, "text")
        self._titles = Lines(palette, "text")
        self._table = Table(palette, self._ascii)
        self._rule = Lines(palette, "title")
        self._about = Lines(palette, "text", rows=3)
        self._hint = Lines(palette, "footer")

    def compose(self) -> ComposeResult:
        yield self._tabs
        yield self._status
        yield self._titles
        yield self._table
        yield self._rule
        yield self._about
        yield self._hint

    @property
    def listing(self) -> Listing[Any]:
        """The list shown."""
        return self._shelf.listing(self._action)

    @property
    def state(self) -> State:
        """Where one is in it."""
        return self._shelf.state(self._action)

    def on_mount(self) -> None:
        self.state.column = min(self._session.active, len(self._session.documents) - 1)
        self._fit()
        self.fill()

    def on_resize(self) -> None:
        self._fit()
        self.call_after_refresh(self.fill)

    def _fit(self) -> None:
        height = self.app.size.height
        self._rule.display = self._about.display = height >= ABOUT
        self._status.display = height >= 6
        self._tabs.display = height >= 8
        self._hint.display = height >= 4

    # What is shown

    def take(self) -> None:
        """Take another analysis of the same documents; the cursor stays where it was."""
        if self._session.index is not None:
            self._shelf.take(self._session.index)
            self.fill()

    def fill(self) -> None:
        """Show the rows that pass, with the cursor where one was."""
        if not self.is_mounted or self._leaving or self.app.size.width == 0:
            return
        rows, self._total = self._shelf.rows(self._action, self._session.filter)
        self._rows = rows
        cursor = self._shelf.find(self._action, rows, self._session.claim)
        view = self._view()
        title = self.listing.titles(view)
        self._titles.display = title is not None
        empty = empty_lines(self.listing, self.state, self._session, self._total, self._keys)
        self._table.show(self._drawer(view), len(rows), cursor, empty)
        self._follow()

    def _view(self) -> View:
        return self._shelf.view(self._action, self.app.size.width - 1, self._ascii)

    def _drawer(self, view: View) -> Any:
        listing, rows = self.listing, self._rows

        def draw(k: int, at: bool) -> Drawn:
            return listing.draw(rows, k, view, at)

        return draw

    @property
    def _row(self) -> Any:
        return self._rows[self._table.cursor] if self._rows else None

    def _goal(self) -> Goal | None:
        return self.listing.goal(self._row, self._column()) if self._rows else None

    def _column(self) -> int:
        """The document whose cell the cursor is in; where cells are stacked, one that speaks."""
        if self._view().documents or not self._rows:
            return self.state.column
        return nearest(self.listing.spoken(self._row), self.state.column)

    def _follow(self) -> None:
        """Bring what stands around the rows up to date with the cursor, and keep its place."""
        row, goal = self._row, self._goal()
        claim = goal if goal is not None and not isinstance(goal, tuple) else None
        if row is not None:
            self.state.key = self.listing.key(row)
            self.state.claim = claim
            self.state.number = self._table.cursor
        width = self.app.size.width
        index = self._session.index
        counts = counts_line(index, self._ascii) if index else []
        self._tabs.show([tabs_line(self._action, self._keys, counts, width, self._ascii)])
        status = status_line(
            self.listing,
            self.state,
            self._session,
            self.listing.count(self._rows),
            self._total,
            width,
            self._keys,
            self._ascii,
        )
        self._status.show([status])
        title = self.listing.titles(self._view())
        self._titles.show([title or []])
        self._rule.show([[(("-" if self._ascii else "─") * width, ("title",))]])
        about = self.listing.about(row, self._column()) if row is not None else ""
        self._about.show(
            about_lines(self.listing, row, claim, about, self._message, width, self._ascii)
        )
        if self._prompt:
            self._hint.show([self._prompt.line()])
        elif self._message and not self._about.display:
            self._hint.show([[(f" {self._message}", ("strong",))]])
        else:
            unfolds = row is not None and self.listing.unfolds(row)
            self._hint.show([hint_line(self.listing, self._keys, unfolds, width, self._ascii)])
        y = self._table.cursor_row
        if y is not None:
            self.app.cursor_position = self._table.region.offset + Offset(0, y)

    # Keys

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if self._leaving:
            # Typed before the screen was gone, but meant for what lies under it.
            self.app.screen_stack[0].post_message(events.Key(event.key, event.character))
            return
        if event.key == "ctrl+q":
            self.app.exit(return_code=0)
            return
        if self._prompt is not None:
            self._type(event)
            return
        self._message = ""
        if event.key in ("tab", "shift+tab"):
            self._switch_by(1 if event.key == "tab" else -1)
            return
        printable = event.character is not None and event.is_printable and event.character != " "
        token = event.character if printable and event.character else event.key
        command = self._key_reader.feed(token, monotonic())
        if event.key == "escape":
            self._leave(None)
            return
        if command:
            if command.unchoose:
                self.state.column = self._chosen_before
            self._do(command)
        if not self._leaving:
            if self._key_reader.pending:
                self._message = f"{self._key_reader.pending} ..."
            self._follow()

    def _do(self, command: Command) -> None:
        action, count = command.action, command.count
        if action in MOVES:
            self._table.move(MOVES[action] * count)
        elif action in PAGES:
            self._table.page(PAGES[action] * count)
        elif action in LOUD:
            self._walk(*LOUD[action], count)
        elif action in ("document.next", "document.previous"):
            self._sideways(1 if action == "document.next" else -1)
        elif action == "document.choose":
            self._chosen_before = self.state.column
            self._to_column(count - 1)
        elif action == "counterpart.show":
            self._choose()
        elif action == self._action or action in ("place.back", "quit", "clear"):
            self._leave(None)
        elif action in LISTS:
            self._switch(action)
        elif action == "list.sort":
            self.state.sort = (self.state.sort + 1) % len(self.listing.sorts)
            self.fill()
        elif action == "search.open":
            self._before = self.state.words
            self._prompt = Prompt(self._before, len(self._before))
        elif action.startswith("filter."):
            self._filter(action)
        elif action == "entity.why":
            self._why()
        elif action in ("help", "theme.next"):
            self._under.commands.do(action, count)
            self.fill()

    def _walk(self, way: int, kinds: tuple[str, ...], count: int) -> None:
        """Go to the next row of a relation."""
        listing, at = self.listing, self._table.cursor
        for _ in range(count):
            found = range(at + way, len(self._rows) if way > 0 else -1, way)
            at = next((k for k in found if listing.kind(self._rows[k]) in kinds), -1)
            if at < 0:
                self._message = f"no more {'below' if way > 0 else 'above'} in this list"
                return
        self._table.move(at - self._table.cursor)

    def _sideways(self, way: int) -> None:
        if self.listing.celled:
            all_of = range(len(self._session.documents))
            spoken = all_of if self._view().documents or not self._rows else None
            order = spoken or self.listing.spoken(self._row)
            at = order.index(self._column())
            self._to_column(order[(at + way) % len(order)])
        elif self._rows:
            self._unfold(way > 0)

    def _to_column(self, column: int) -> None:
        if 0 <= column < len(self._session.documents) and self.listing.celled:
            before = self._view().documents
            self.state.column = column
            view = self._view()
            if view.documents == before:
                self._table.change(self._drawer(view))
            else:
                self.fill()

    def _unfold(self, opened: bool) -> None:
        """Show what is in a row, or no longer, with the cursor on the row it is in."""
        listing, k = self.listing, self._table.cursor
        if not opened:
            while k and not listing.unfolds(self._rows[k]):
                k -= 1
        row = self._rows[k]
        if listing.unfolds(row):
            key = listing.key(row)
            (self.state.opened.add if opened else self.state.opened.discard)(key)
            self.state.key = key
            self.fill()

    def _choose(self) -> None:
        if not self._rows:
            return
        row, goal = self._row, self._goal()
        if goal is not None:
            self._leave(goal)
        elif self.listing.unfolds(row):
            self._unfold(self.listing.key(row) not in self.state.opened)
        else:
            self._message = self.listing.about(row, self._column())

    def _switch_by(self, way: int) -> None:
        actions = list(LISTS)
        self._switch(actions[(actions.index(self._action) + way) % len(actions)])

    def _switch(self, action: str) -> None:
        column = self.state.column
        self._action = action
        self.state.column = column
        self.fill()

    def _leave(self, goal: Goal | None) -> None:
        self._follow()
        self._leaving = True
        self.dismiss(goal)

    # Filters

    def _claim(self) -> Claim | None:
        goal = self._goal()
        return None if goal is None or isinstance(goal, tuple) else goal

    def _entity(self) -> Entity | None:
        """The entity keys are about: the row's, or marked, or in the claim at the cursor."""
        index = self._session.index
        if index is None or not self._rows:
            return None
        return (
            (entity_near(index, self._claim()) if self._claim() else None)
            or self.listing.entity(self._row, self._column())
            or self._under.sidebar.marked
        )

    def _filter(self, action: str) -> None:
        index = self._session.index
        if index is None:
            return
        claim, entity = self._claim(), self._entity()
        row = self._row
        speaker = index.speaker(claim) if claim else row and self.listing.speaker(row)
        wanted, self._message = self._session.filter.after(action, entity, speaker)
        if action == "filter.clear":
            self.state.words = ""
        self._session.filter = wanted
        self.fill()

    # Typed words

    def _type(self, event: events.Key) -> None:
        assert self._prompt is not None
        if event.key in ("enter", "escape"):
            if event.key == "escape":
                self.state.words = self._before
            self._prompt = None
        else:
            typed = event.character if event.is_printable else None
            self._prompt = (
                self._prompt.insert(typed) if typed else self._prompt.key(event.key)
            )
            self.state.words = self._prompt.text
        self.fill()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if self._prompt is not None:
            self._prompt = self._prompt.insert(event.text)
            self.state.words = self._prompt.text
            self.fill()

    # Names, and the mouse

    def _why(self) -> None:
        entity, index = self._entity(), self._session.index
        if entity is None or index is None:
            self._message = "no name stands in this row"
            return
        from tui.reader.screens.reasons import ReasonsScreen

        app = self._under.reader
        shown = ReasonsScreen(index, entity, app.palette, app.settings.keys, self._ascii)
        self.app.push_screen(shown, lambda chosen: self._leave(chosen) if chosen else None)

    def on_table_chosen(self, message: Table.Chosen) -> None:
        self._table.move(message.row - self._table.cursor)
        column = self.listing.column_at(self._view(), message.x)
        if column is not None:
            self._to_column(column)
        self._choose()
        if not self._leaving:
            self._follow()
