"""The screen one reads on: columns, entities, and the lines about the current claim."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, cast

from textual import events
from textual.geometry import Offset

from tui.reader.chords import KeyReader
from tui.reader.commands import Commands
from tui.reader.finder import Finder
from tui.reader.footer import footer_line, footer_words, prompt_hints
from tui.reader.keys import bindings, sequences
from tui.reader.panel import apparatus_lines, title_line
from tui.reader.relations import RULE
from tui.reader.screens.frame import Frame
from tui.reader.waiting import Waiting
from tui.reader.walks import Stop
from tui.reader.widgets.column import Column
from tui.reader.widgets.sidebar import Sidebar
from tui.reader.words import Line, counts_line, header_line, width_of

if TYPE_CHECKING:
    from tui.reader.app import Reader
    from tui.reader.index import Index


class ReaderScreen(Frame):
    """Turns keys into moves of the session, and shows where the session is."""

    AUTO_FOCUS = None

    def __init__(self, app: Reader) -> None:
        super().__init__(app)
        self.notices: Sequence[str] = app.notices
        self._keys = bindings(app.settings.keys)
        self._key_reader = KeyReader(sequences(app.settings.keys))
        self._waiting = Waiting(self, self._key_reader)
        self._message = ""
        self._progress = ""
        self.commands = Commands(self)
        self.finder = Finder(self)

    @property
    def reader(self) -> Reader:
        """The app, by its own type."""
        return cast("Reader", self.app)

    # Showing where the session is

    def say(self, message: str) -> None:
        """Tell the user something, until the next key."""
        self._message = message

    def show_progress(self, words: str) -> None:
        """Say how far the analysis is; empty once it is over."""
        self._progress = words
        self.show()

    def receive(self, index: Index) -> None:
        """Take an analysis: marks appear, and neither cursor nor scroll moves.

        A second one is the first refined: the same claims and entities, other links.
        """
        self._progress = ""
        if self.session.index is not None:
            self.session.refine(index)
            for column in self.columns:
                column.set_index(index)
            self.show()
            return
        tops = [column.offset_near(0) if column.laid_out else 0 for column in self.columns]
        self.session.receive(index, tops)
        for column in self.columns:
            column.set_index(index)
        self.sidebar.set_index(index)
        self.show()

    def reveal(self) -> None:
        """Show the current claim, scrolling only where it is not on the screen."""
        self.refit()
        claim = self.session.claim
        if claim:
            self.column.reveal(claim.start, claim.end)
        self.show()

    def show(self) -> None:
        """Bring everything on the screen up to date with the session; scrolls nothing."""
        session, width = self.session, self.size.width
        if not self.is_mounted or self._fit is None or width == 0:
            return
        linked = session.counterparts()
        chosen = session.chosen()
        for number in self.shown:
            column = self.columns[number]
            if number == session.active:
                column.show_focus(session.claim)
            else:
                claims = [c.claim for c in linked if c.claim.document == number]
                there = chosen[number].claim if number in chosen else None
                column.show_focus(None, claims, there)
            self._titles[number].show([self._title(number)])
        right: Line = [(f"{self._progress} ", ("header",))] if self._progress else []
        if session.index:
            right = counts_line(session.index, self._ascii)
        self.header.show(
            [header_line(session.documents, self.shown, session.active, width, right, self._ascii)]
        )
        self._rule.show([[(RULE[self._ascii] * width, ("title",))]])
        rows = self._fit.apparatus
        self._apparatus.show(
            self._waiting.lines(rows, width, self._ascii)
            or apparatus_lines(session, self._message, self.notices, rows, width, self._ascii)
        )
        self._footer.show([self._last_line()])
        self._place_cursor()

    def _last_line(self) -> Line:
        session, width = self.session, self.size.width
        if self.finder.prompt:
            typed = self.finder.prompt.line()
            more = prompt_hints(self._keys, self._ascii)
            return [*typed, *more] if width_of(typed) + width_of(more) < width else typed
        words = footer_words(
            session.index is not None,
            len(session.documents),
            self.in_entities,
            session.walk.noun if session.walk else "",
            bool(session.filter),
        )
        return footer_line(self._keys, width, self._ascii, words)

    def _title(self, number: int) -> Line:
        session = self.session
        active = number == session.active and not self.in_entities
        claims = ""
        if session.index:
            total = len(session.index.claims[number])
            claims = f"{total} claim{'s' * (total != 1)}"
        width = self._titles[number].size.width
        name = session.documents[number].title or session.documents[number].name
        return title_line(number, name, active, claims, width, self._ascii)

    def _place_cursor(self) -> None:
        """Put the terminal's cursor on the claim, for screen readers and braille displays."""
        claim, column = self.session.claim, self.column
        y = column.row_on_screen(claim.start) if claim and column.laid_out else None
        if y is not None:
            self.app.cursor_position = column.region.offset + Offset(0, y)

    def show_walk(self) -> None:
        """Mark the stops of the session's walk in every column."""
        walk = self.session.walk
        for column in self.columns:
            column.show_walk(walk.spans(column.number) if walk else ())

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

    def remember(self) -> None:
        """Keep this place for the way back."""
        self.session.remember([c.offset_near(0) if c.laid_out else 0 for c in self.columns])

    # Keys and the mouse

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        above = self.app.screen
        if above is not self and not getattr(above, "leaving", False):
            # Typed before the screen above was there, but meant for it.
            above.post_message(events.Key(event.key, event.character))
            return
        if self.finder.prompt is not None:
            self.finder.key(event)
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
            if command.unchoose:
                self.commands.unchoose()
            self.commands.do(command.action, command.count)
        self.show()

    def awaits(self, token: str) -> bool:
        """Whether a chord has begun that `token` completes."""
        return any(token == after for after, _action in self._key_reader.followers())

    def may_end_a_chord(self, token: str) -> bool:
        """Whether any chord ends with `token`."""
        return self._key_reader.ends_chord(token)

    def on_column_clicked(self, message: Column.Clicked) -> None:
        self.session.active = message.document
        self.session.go_near(message.document, message.offset_in_text)
        if self.in_entities:
            self.enter_entities(False)
        self.show()

    def on_column_scrolled(self) -> None:
        self._place_cursor()

    def on_sidebar_chosen(self, message: Sidebar.Chosen) -> None:
        self.commands.mark_entity(message.entity)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.finder.paste(event.text)
