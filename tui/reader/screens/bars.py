"""The lines above and below the columns: what was found, the current claim, the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.reader.filters import filter_line
from tui.reader.fitting import NARROW
from tui.reader.footer import footer_line, footer_words, prompt_hints
from tui.reader.keys import bindings, shown_key
from tui.reader.panel import apparatus_lines, hint_line
from tui.reader.screens.columns import Columns
from tui.reader.states import Stage, empty_words
from tui.reader.words import Line, counts_line, width_of

if TYPE_CHECKING:
    from tui.reader.app import Reader
    from tui.reader.prompt import Prompt


class Bars(Columns):
    """Brings all the lines around the columns up to date with the session."""

    def __init__(self, app: Reader) -> None:
        super().__init__(app)
        self.notices: Sequence[str] = app.notices
        self.stage: Stage = "waiting"
        """How far the analysis is."""
        self._keys = bindings(app.settings.keys)
        self._hints = app.hints
        self._message = ""
        self._progress = ""

    @property
    def prompt(self) -> Prompt | None:
        """What is being typed, while a search is."""
        raise NotImplementedError

    def following(self, rows: int) -> list[Line]:
        """What may follow the keys of a chord, in at most `rows` lines; none outside chords."""
        raise NotImplementedError

    def key_of(self, action: str) -> str:
        """The first key of an action as it is shown; empty where it has none."""
        keys = self._keys[action]
        return shown_key(keys[0], self.ascii_only) if keys else ""

    def say(self, message: str) -> None:
        """Tell the user something, until the next key."""
        self._message = message

    @property
    def message(self) -> str:
        """What was told last."""
        return self._message

    def show_bars(self, apparatus: int) -> None:
        """Everything but the columns; `apparatus` is how many lines are about the claim."""
        self._show_apparatus(apparatus, self.size.width)
        self._footer.show([self._last_line()])

    def counts(self) -> Line:
        """The header's right end: how far the analysis is, or what it found, and the filter."""
        session = self.session
        right: Line = [(f"{self._progress} ", ("header",))] if self._progress else []
        if session.index:
            right = counts_line(session.index, self.ascii_only)
            right = self._filter(right) if session.filter else right
        return right

    def _show_apparatus(self, rows: int, width: int) -> None:
        session, message, notices = self.session, self._message, self.notices
        index, claim = session.index, session.claim
        waiting = self.following(rows)
        if waiting or not self.apparatus_open or index is None or claim is None:
            hint = self._hints.words(self._keys, self.ascii_only)
            self._rule.show([hint_line(hint, width, self.ascii_only)])
            message = message or empty_words(session, self.stage, self._keys, self.ascii_only)
            lines = waiting or apparatus_lines(
                session, message, notices, rows, width, self.ascii_only
            )
            self._apparatus.show(lines, 0, rows)
            return
        from tui.reader.apparatus.page import heading

        chosen = frozenset(c.claim.id for c in session.chosen().values())
        self._apparatus.show_claim(index, claim, chosen, notices, rows)
        more = self._apparatus.more(self.key_of("apparatus.down"))
        self._rule.show([heading(index, claim, message, more, width, self.ascii_only)])

    def _last_line(self) -> Line:
        session, width = self.session, self.size.width
        if self.prompt:
            typed = self.prompt.line()
            more = prompt_hints(self._keys, self.ascii_only)
            return [*typed, *more] if width_of(typed) + width_of(more) < width else typed
        words = footer_words(
            session.index is not None,
            len(session.documents),
            self.in_entities,
            session.walk.noun if session.walk else "",
            bool(session.filter),
        )
        return footer_line(self._keys, width, self.ascii_only, words)

    def _filter(self, counts: Line) -> Line:
        """The filter beside the counts, or in their place where there is little room."""
        width = self.size.width
        room = width * 3 // 5 if width < NARROW else width * 2 // 5
        line = filter_line(self.session, self.key_of("filter.clear"), room, self.ascii_only)
        return line if width < NARROW else [*counts, (" ", ("header",)), *line]
