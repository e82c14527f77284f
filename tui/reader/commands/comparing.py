"""Going from a claim to what answers to it, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.commands.base import Base

if TYPE_CHECKING:
    from tui.reader.history import Place


class Comparing(Base):
    """Counterparts, the way back, and the other documents."""

    _choice = 0

    def unchoose(self) -> None:
        """Go back to the document one was in before a digit that was meant as a count."""
        self.session.active = self._choice
        self.screen.refit()

    def do_counterpart_show(self, count: int) -> None:
        screen, session = self.screen, self.session
        if screen.in_entities:
            self.mark_entity(screen.sidebar.entity)
            return
        before = screen.place()
        screen.reveal()
        chosen, message = session.align()
        screen.say(message)
        claim = session.claim
        others = [d for d in screen.shown if d != session.active]
        if claim is None or not chosen:
            screen.show()
            return
        if not others:
            following = sorted(chosen, key=lambda d: (d <= session.active, d))
            session.go(chosen[following[0]].claim)
            screen.reveal()
        else:
            screen.bring_beside()
        self.leave(before)

    def do_place_back(self, count: int) -> None:
        self._return(self.session.back(self.screen.place()), "this is where you began")

    def do_place_forward(self, count: int) -> None:
        self._return(self.session.forward(self.screen.place()), "nothing further on")

    def _return(self, place: Place | None, none: str) -> None:
        if place is None:
            self.screen.say(none)
        else:
            self.screen.return_to(place)

    def do_apparatus_toggle(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_document_next(self, count: int) -> None:
        self._other(1)

    def do_document_previous(self, count: int) -> None:
        self._other(-1)

    def _other(self, way: int) -> None:
        if self.screen.in_entities:
            self.screen.enter_entities(False)
            return
        self._enter((self.session.active + way) % len(self.session.documents))

    def do_document_choose(self, number: int) -> None:
        self._choice = self.session.active
        if number <= len(self.session.documents) and not self.screen.in_entities:
            self._enter(number - 1)

    def _enter(self, document: int) -> None:
        """Go to a document: to the counterpart shown there, or to what is on the screen."""
        screen, session = self.screen, self.session
        found = session.chosen().get(document)
        visible = document in screen.shown
        session.active = document
        if found:
            session.go(found.claim)
        elif visible:
            column, claim = screen.columns[document], session.claim
            if claim and column.row_on_screen(claim.start) is None:
                session.go_near(document, column.offset_near(1))
        screen.reveal()
