"""The screen one reads on: columns, entities, and the lines about the current claim."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, cast

from textual import events
from textual.geometry import Offset

from tui.reader.chords import KeyReader
from tui.reader.commands import Commands
from tui.reader.finder import Finder
from tui.reader.keys import sequences
from tui.reader.ready import Ready, ready
from tui.reader.screens.bars import Bars
from tui.reader.screens.passing import passed_on
from tui.reader.states import Stage, result_words
from tui.reader.waiting import Waiting
from tui.reader.walks import Stop
from tui.reader.widgets.column import Column
from tui.reader.widgets.lines import Clickable
from tui.reader.widgets.selecting import Selecting
from tui.reader.widgets.sidebar import Sidebar
from tui.reader.words import Line

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.app import Reader
    from tui.reader.history import Place
    from tui.reader.index import Index
    from tui.reader.prompt import Prompt


class ReaderScreen(Bars):
    """Turns keys into moves of the session, and shows where the session is."""

    AUTO_FOCUS = None

    def __init__(self, app: Reader) -> None:
        super().__init__(app)
        self._key_reader = KeyReader(sequences(app.settings.keys))
        self._waiting = Waiting(self, self._key_reader)
        self._is_acting = False
        self.commands = Commands(self)
        self.finder = Finder(self)

    @property
    def reader(self) -> Reader:
        """The app, by its own type."""
        return cast("Reader", self.app)

    @property
    def prompt(self) -> Prompt | None:
        return self.finder.prompt

    def following(self, rows: int) -> list[Line]:
        return self._waiting.lines(rows, self.size.width, self.ascii_only)

    # Showing where the session is

    def show_progress(self, words: str, stage: Stage) -> None:
        """Say how far the analysis is; no words once it is over."""
        self._progress = words
        self.stage = stage
        self.show()

    def receive(self, index: Index, made: Ready | None = None) -> None:
        """Take an analysis: marks appear, and neither cursor nor scroll moves.

        A second one is the first refined: the same claims and entities, other links. `made` is
        what is shown of it, where that was made beside the screen.
        """
        made = made or ready(index, self.ascii_only)
        self._progress = ""
        if self.session.index is not None:
            self.stage = "done"
            self.session.refine(index)
            self._set_ready(made)
            if self.session.filter:
                self.show_filter()
            self.show()
            self.commands.refresh_list()
            return
        self.stage = "refining"
        tops = [column.offset_near(0) if column.laid_out else 0 for column in self.columns]
        self.session.receive(index, tops)
        self._set_ready(made)
        self.sidebar.set_rows(made.entities)
        self.notices = [*self.notices, *filter(None, [result_words(self.session)])]
        self.show()

    def _set_ready(self, made: Ready) -> None:
        for column, marks in zip(self.columns, made.columns, strict=True):
            column.set_ready(marks)

    def show(self) -> None:
        """Bring everything on the screen up to date with the session; scrolls nothing.

        While a key is acted upon this is put off to its end: once a key is enough.
        """
        if self._is_acting or not self.is_mounted or self._fit is None or self.size.width == 0:
            return
        self.show_columns(self.counts())
        self.show_bars(self._fit.apparatus)
        self._place_cursor()

    def reveal(self) -> None:
        """Show the current claim, scrolling only where it is not on the screen."""
        self.refit()
        claim = self.session.claim
        if claim:
            self.column.reveal(claim.start, claim.end)
        self.show()

    def _place_cursor(self) -> None:
        """Put the terminal's cursor on the claim, for screen readers and braille displays."""
        claim, column = self.session.claim, self.column
        y = column.row_on_screen(claim.start) if claim and column.laid_out else None
        if y is not None:
            self.app.cursor_position = column.region.offset + Offset(column.inset, y)

    def show_walk(self) -> None:
        """Mark the stops of the session's walk in every column."""
        walk = self.session.walk
        for column in self.columns:
            column.show_walk(walk.marked(column.number) if walk else ())

    def show_filter(self) -> None:
        """Fade what does not pass the session's filter, and mark the stops that are left."""
        tracks = self.session.tracks
        for column in self.columns:
            column.show_filter(tracks.ids if tracks else None)
        self.show_walk()
        self.show_stop(self.session.current_stop)

    def show_stop(self, stop: Stop | None) -> None:
        """Mark the stop one is at."""
        for column in self.columns:
            here = stop is not None and stop.document == column.number
            column.show_stop((stop.start, stop.end) if stop and here else None)

    def here(self) -> tuple[int, int]:
        """The current document, and the offset one is at in it."""
        claim = self.session.claim
        top = self.column.offset_near(0) if self.column.laid_out else 0
        return self.session.active, claim.start - 1 if claim else top - 1

    def place(self) -> Place:
        """Where one is: the document, the claims, and what the columns show."""
        return self.session.place([c.offset_near(0) if c.laid_out else 0 for c in self.columns])

    def remember(self) -> None:
        """Keep this place for the way back; to be called before a jump."""
        self.session.history.remember(self.place())

    def goto(self, claim: Claim) -> None:
        """Put the cursor on a claim and show it, with what answers to it beside it."""
        if self.in_entities:
            self.enter_entities(False)
        self.session.go(claim)
        self.session.face()
        self.reveal()
        self.bring_beside()

    def bring_beside(self) -> None:
        """Bring the chosen counterparts of the current claim to its row in their columns."""
        claim, chosen = self.session.claim, self.session.chosen()
        if claim is not None:
            y = self.column.row_on_screen(claim.start) or 0
            for document in self.shown:
                if document in chosen and document != claim.document:
                    self.columns[document].put(chosen[document].claim.start, y)
        self.show()

    def return_to(self, place: Place) -> None:
        """Show a place the session has gone back to."""
        self.refit()
        for column, top in zip(self.columns, place.tops, strict=True):
            column.put(top, 0)
        self.show()

    # Keys and the mouse

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if passed_on(self, event) or self.finder.takes(event):
            return
        for token in self._key_reader.tokens(event.key, event.character):
            self.type_token(token)

    def type_token(self, token: str) -> None:
        """Take one key, or one of a chord; do what it completes."""
        command = self._key_reader.feed(token, monotonic())
        self._message = ""
        self.notices = ()
        self._waiting.begin()
        if command is not None:
            if command.action != "copy.claim":
                self.commands.deselect()
            if command.unchoose:
                self.commands.unchoose()
            self._is_acting = True
            try:
                self.commands.do(command.action, command.count)
            finally:
                self._is_acting = False
            self._hints.learn(command.action)
        self.show()

    def awaits(self, token: str) -> bool:
        """Whether a chord has begun that `token` completes."""
        return any(token == after for after, _action in self._key_reader.followers())

    def may_end_a_chord(self, token: str) -> bool:
        """Whether any chord ends with `token`."""
        return self._key_reader.ends_chord(token)

    def on_column_clicked(self, message: Column.Clicked) -> None:
        self.commands.deselect()
        self.say("")
        self.session.active = message.document
        self.session.go_near(message.document, message.offset_in_text)
        if self.in_entities:
            self.enter_entities(False)
        self.show()

    def on_clickable_clicked(self, message: Clickable.Clicked) -> None:
        document = self.titles.index(message.lines)
        self.say("")
        if self.in_entities:
            self.enter_entities(False)
        self.commands.do("document.choose", document + 1)

    def on_column_sought(self, message: Column.Sought) -> None:
        self.remember()
        self.on_column_clicked(message)
        self.column.put(message.offset_in_text, self.column.height // 3)
        self.show()

    def on_selecting_selected(self, message: Selecting.Selected) -> None:
        self.commands.deselect(besides=message.column)
        self.commands.do_copy_claim(1)
        self.show()

    def on_column_scrolled(self) -> None:
        self.show_gutters()
        self._place_cursor()

    def on_apparatus_scrolled(self) -> None:
        self.show()

    def on_sidebar_chosen(self, message: Sidebar.Chosen) -> None:
        self.commands.mark_entity(message.entity)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.finder.paste(event.text)
