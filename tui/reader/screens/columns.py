"""What is shown in the columns, above them and between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.reader.connections import End, gutter_lines
from tui.reader.edges import Edges, edge_line, hidden_words
from tui.reader.filters import title_words
from tui.reader.panel import title_line
from tui.reader.relations import RULE
from tui.reader.screens.frame import Frame
from tui.reader.words import Line, header_line

if TYPE_CHECKING:
    from tui.reader.index import Counterpart


class Columns(Frame):
    """Brings the columns up to date with the session, and all that names or joins them."""

    _joined: tuple[object, ...] = ()
    """What the gutters were last drawn of."""

    def show_columns(self, right: Line) -> None:
        """Mark the current claim and its counterparts; `right` stands at the header's right."""
        session = self.session
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
            self.titles[number].show([self._title(number, linked)])
        self.show_gutters()
        self.header.show([self._header(linked, right)])

    def show_gutters(self) -> None:
        """Draw the lines from the current claim to its counterparts in the other columns."""
        shown, session = self.shown, self.session
        if len(shown) < 2 or session.active not in shown:
            return
        claim = session.claim
        chosen = {c.claim.id for c in session.chosen().values()}
        ends = [
            End(
                shown.index(found.claim.document),
                self.columns[found.claim.document].row_of(found.claim.start),
                found.relation,
                found.tentative,
                found.claim.id in chosen,
            )
            for found in session.counterparts()
            if found.claim.document in shown and found.claim.document != session.active
        ]
        row = self.column.row_of(claim.start) if claim else 0
        active = shown.index(session.active)
        gutters = self.gutters[: len(shown) - 1]
        joined = (active, row, ends, [gutter.size for gutter in gutters])
        if joined == self._joined:
            return
        self._joined = joined
        for k, gutter in enumerate(gutters):
            width, height = gutter.size
            if height > 1:
                lines = gutter_lines(k, width, height - 1, active, row, ends, self.ascii_only)
                gutter.show([[(RULE[self.ascii_only] * width, ("title",))], *lines])

    def on_column_resized(self) -> None:
        self.show()

    def _header(self, linked: Sequence[Counterpart], right: Line) -> Line:
        session, width = self.session, self.size.width
        hidden = [d for d in self.arrangement.order if d in self.arrangement.hidden]
        right = [(hidden_words(hidden), ("header",)), *right]
        edges: Edges = ([], [])
        if len(self.shown) == 1:
            room = width // 4 if all(self.edges) else width * 2 // 5
            edges = self._edges(linked, "header", room)
        documents, active = session.documents, session.active
        return header_line(documents, self.shown, active, width, right, self.ascii_only, edges)

    def _edges(self, linked: Sequence[Counterpart], look: str, width: int) -> Edges:
        """The documents out of sight on either side, with what answers to the claim in them."""
        before, after = self.edges
        return (
            edge_line(before, linked, False, look, width, self.ascii_only),
            edge_line(after, linked, True, look, width, self.ascii_only),
        )

    def _title(self, number: int, linked: Sequence[Counterpart]) -> Line:
        session = self.session
        width = self.titles[number].size.width
        before, after = self._edges(linked, "title", width // 2)
        edges = (before * (number == self.shown[0]), after * (number == self.shown[-1]))
        active = number == session.active and not self.in_entities
        claims = title_words(session, number)
        name = session.documents[number].title or session.documents[number].name
        return title_line(number, name, active, claims, width, self.ascii_only, edges)
