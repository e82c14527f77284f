"""The lists over everything on one screen; loaded when the first is opened."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual import events

from tui.reader.chords import Command
from tui.reader.lists.shelf import LISTS
from tui.reader.lists.surround import tab_at
from tui.reader.prompt import Prompt
from tui.reader.reasons import entity_near
from tui.reader.screens.lists_frame import ListsFrame
from tui.reader.screens.passing import passed_on
from tui.reader.widgets.lines import Clickable
from tui.reader.widgets.table import Table

if TYPE_CHECKING:
    from tui.core.model import Claim, Entity
    from tui.reader.choices import Choice
    from tui.reader.lists.listing import Goal

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


class ListsScreen(ListsFrame):
    """Turns keys into moves in a list; ends with where to go, if a row was chosen."""

    # Keys

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if passed_on(self, event):
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
        if event.key == "escape" and self._key_reader.pending is None:
            self._leave(None)
            return
        command = self._key_reader.feed(token, monotonic())
        if command:
            if command.unchoose:
                self.state.column = self._chosen_before
            self._do(command)
        if not self.leaving:
            if self._key_reader.pending:
                self._message = f"{self._key_reader.pending} ..."
            self._follow()

    def _do(self, command: Command) -> None:
        action, count = command.action, command.count
        if action in MOVES:
            self._table.move(MOVES[action] * count)
        elif action.startswith("copy."):
            self._under.commands.copy(action, self._claim(), self._tell)
        elif action in PAGES:
            self._table.page(PAGES[action] * count)
        elif action in LOUD:
            self._walk(*LOUD[action], count)
        elif action in ("document.next", "document.previous"):
            self._sideways(1 if action == "document.next" else -1)
        elif action == "document.choose":
            self._chosen_before = self.state.column
            if count > len(self._session.documents):
                self._message = f"there is no document {count}"
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
            self._table.move(-(1 << 40))
        elif action == "column.zoom" and not self.listing.celled:
            self._message = "this list has one layout only"
        elif action == "column.zoom":
            self.state.stacked = not self.state.stacked
            self.fill()
        elif action == "search.open":
            self._before = self.state.words
            self._prompt = Prompt(self._before, len(self._before))
        elif action.startswith("filter."):
            self._filter(action)
        elif action == "entity.why":
            self._why()
        elif action == "help":
            self._under.commands.do(action, count)
        elif action == "theme.next":
            self._under.commands.do(action, count)
            self._message = self._under.message
        elif action == "palette.open":
            self._under.commands.show_choices(self._do_choice)
        else:
            self._message = "that is for the text; Esc goes back to it"

    def _do_choice(self, choice: Choice | None) -> None:
        """Do what was chosen in the list of commands."""
        if choice is None or self.leaving:
            return
        from tui.reader.choices import DOCUMENT, THEME

        commands = self._under.commands
        commands.note(choice)
        self._message = ""
        if choice.kind == THEME:
            self._under.reader.set_theme(choice.value)
        elif choice.kind == DOCUMENT:
            self._do(Command("document.choose", int(choice.value) + 1))
        elif choice.value == "quit":
            commands.do(choice.value, 1)
        else:
            self._do(Command(choice.value, 1))
        if not self.leaving:
            self._follow()

    def _tell(self, message: str) -> None:
        self._message = message
        if not self.leaving:
            self._follow()

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
        self.leaving = True
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
        index, commands, row = self._session.index, self._under.commands, self._row
        if action == "filter.clear":
            self.state.words = ""
        if action == "filter.entity":
            if not commands.filter_entity(self._entity()):
                self._message = "no name stands in this row to filter by"
        elif action == "filter.speaker" and index is not None:
            claim = self._claim()
            speaker = index.speaker(claim) if claim else row and self.listing.speaker(row)
            if not commands.filter_speaker(speaker):
                self._message = "nobody is named who says what is in this row"
        else:
            commands.do(action, 1)
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
            self._prompt = self._prompt.insert(typed) if typed else self._prompt.key(event.key)
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

    def on_clickable_clicked(self, message: Clickable.Clicked) -> None:
        action = tab_at(self._action, self._keys, message.x, self.app.size.width, self._ascii)
        if action is not None:
            self._message = ""
            self._switch(action)

    def on_table_chosen(self, message: Table.Chosen) -> None:
        self._table.move(message.row - self._table.cursor)
        column = self.listing.column_at(self._view(), message.x)
        if column is not None:
            self._to_column(column)
        self._choose()
        if not self.leaving:
            self._follow()
