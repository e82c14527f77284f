"""What the screen of the lists is made of, and what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import Screen

from tui.reader.chords import KeyReader
from tui.reader.keys import bindings, sequences
from tui.reader.lists.cells import nearest
from tui.reader.lists.listing import Drawn, Goal, Listing, State, View
from tui.reader.lists.shelf import Shelf
from tui.reader.lists.surround import (
    about_lines,
    empty_lines,
    hint_line,
    status_line,
    tabs_line,
)
from tui.reader.prompt import Prompt
from tui.reader.widgets.lines import Clickable, Lines
from tui.reader.widgets.table import Table
from tui.reader.words import counts_line

if TYPE_CHECKING:
    from tui.reader.app import Reader
    from tui.reader.screens.reader import ReaderScreen

ABOUT = 16
"""Rows of the screen from which on the row at the cursor is told in full below the list."""


class ListsFrame(Screen["Goal | None"]):
    """Shows one list at a time; which one, and where in it, is the subclass's to say."""

    AUTO_FOCUS = None

    DEFAULT_CSS = """
    ListsFrame { layout: vertical; overflow: hidden; }
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
        self.leaving = False
        """Whether keys are no longer meant for this screen."""
        palette = app.palette
        self._tabs = Clickable(palette, "header")
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
        if self.state.key is None:
            self.state.column = self._session.active
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
        if not self.is_mounted or self.leaving or self.app.size.width == 0:
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
            self._rows,
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
