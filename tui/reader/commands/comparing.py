"""Going from a claim to what answers to it, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.commands.base import Base
from tui.reader.words import letter

if TYPE_CHECKING:
    from tui.reader.arrangement import Arrangement

if TYPE_CHECKING:
    from tui.reader.history import Place


class Comparing(Base):
    """Counterparts, the way back, and the other documents."""

    _choice: tuple[int, Arrangement] | None = None

    def unchoose(self) -> None:
        """Go back to the document one was in before a digit that was meant as a count."""
        if self._choice:
            self.session.active, self.screen.arrangement = self._choice
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
            following = (
                screen.arrangement.step(session.active, k) for k in range(len(session.documents))
            )
            found = next((chosen[d] for d in following if d in chosen), None)
            if found is None:
                screen.say("what answers to it is hidden")
            else:
                session.go(found.claim)
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
        screen = self.screen
        if self.session.index is None:
            screen.say("the sources are laid side by side once the documents are compared")
            return
        screen.open_apparatus(not screen.apparatus_open)
        if screen.apparatus_open:
            # The columns are lower now: the claim must be on what is left of them.
            screen.call_after_refresh(screen.reveal)

    def do_apparatus_down(self, count: int) -> None:
        self._scroll_apparatus(count)

    def do_apparatus_up(self, count: int) -> None:
        self._scroll_apparatus(-count)

    def _scroll_apparatus(self, count: int) -> None:
        if not self.screen.apparatus_open:
            self.screen.say("the apparatus is not open")
        elif not self.screen.scroll_apparatus(count):
            self.screen.say(f"no more of the apparatus {'below' if count > 0 else 'above'}")

    def do_document_next(self, count: int) -> None:
        self._other(1)

    def do_document_previous(self, count: int) -> None:
        self._other(-1)

    def _other(self, way: int) -> None:
        if self.screen.in_entities:
            self.screen.enter_entities(False)
            return
        self._enter(self.screen.arrangement.step(self.session.active, way))

    def do_document_choose(self, number: int) -> None:
        arrangement = self.screen.arrangement
        self._choice = self.session.active, arrangement
        if number > len(self.session.documents):
            self.screen.say(f"there is no document {number}")
        elif not self.screen.in_entities:
            if number - 1 in arrangement.hidden:
                self.screen.say(f"{letter(number - 1)} is shown again")
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
