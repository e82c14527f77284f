"""What each action of the key table does; the methods are named after the actions' ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader import walks
from tui.reader.reasons import entity_near
from tui.reader.walks import Stop, spans_of

if TYPE_CHECKING:
    from tui.core.model import Entity
    from tui.reader.screens.reader import ReaderScreen


class Commands:
    """Does actions on one screen."""

    def __init__(self, screen: ReaderScreen) -> None:
        self.screen = screen
        self.session = screen.session
        self._choice = 0

    def do(self, action: str, count: int) -> None:
        """Do an action `count` times."""
        getattr(self, "do_" + action.replace(".", "_"))(count)

    def unchoose(self) -> None:
        """Go back to the document one was in before a digit that was meant as a count."""
        self.session.active = self._choice
        self.screen.refit()

    # Move

    def do_claim_next(self, count: int) -> None:
        if self.screen.in_entities:
            self.screen.sidebar.move(count)
        else:
            self._move(count)

    def do_claim_previous(self, count: int) -> None:
        self.do_claim_next(-count)

    def _move(self, count: int) -> None:
        screen, session = self.screen, self.session
        column, claim = screen.column, session.claim
        if claim is None:
            column.scroll_to_row(column.top + count)
            return
        here = column.row_on_screen(claim.end - 1 if count > 0 else claim.start)
        message = session.move(count)
        after = session.claim
        if after is not None and after is not claim and here is not None:
            way = column.rows.row_of(after.start) - column.rows.row_of(claim.start)
            if abs(way) > column.height and abs(count) == 1:
                # Text without claims lies between: show it before moving on.
                session.go(claim)
                column.scroll_to_row(column.top + (column.height // 2) * count)
                screen.show()
                return
        screen.say(message)
        screen.reveal()

    def do_claim_first(self, count: int) -> None:
        self._end(-1)

    def do_claim_last(self, count: int) -> None:
        self._end(1)

    def _end(self, way: int) -> None:
        screen = self.screen
        far = 1 << 40
        if screen.in_entities:
            screen.sidebar.move(way * far)
            return
        screen.remember()
        self.session.move(way * far)
        screen.column.scroll_to_row(way * far)
        screen.reveal()

    def do_half_down(self, count: int) -> None:
        self._page(count / 2)

    def do_half_up(self, count: int) -> None:
        self._page(-count / 2)

    def do_page_down(self, count: int) -> None:
        self._page(count)

    def do_page_up(self, count: int) -> None:
        self._page(-count)

    def _page(self, pages: float) -> None:
        screen = self.screen
        if screen.in_entities:
            screen.sidebar.page(pages)
            return
        column, claim = screen.column, self.session.claim
        y = column.row_on_screen(claim.start) if claim else None
        rows = round(pages * max(1, column.height - 2))
        before = column.top
        column.scroll_to_row(column.top + rows)
        if column.top == before:
            self._to_end(rows)
        elif claim:
            self.session.go_near(self.session.active, column.offset_near(y or 0))
        screen.show()

    def _to_end(self, rows: int) -> None:
        if self.session.claim:
            self.session.move((1 << 40) * (1 if rows > 0 else -1))

    # Compare

    def do_counterpart_show(self, count: int) -> None:
        screen, session = self.screen, self.session
        if screen.in_entities:
            self.mark_entity(screen.sidebar.entity)
            return
        screen.remember()
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
            return
        y = screen.column.row_on_screen(claim.start) or 0
        for document in others:
            if document in chosen:
                screen.columns[document].put(chosen[document].claim.start, y)
        screen.show()

    def do_place_back(self, count: int) -> None:
        place = self.session.back()
        if place is None:
            self.screen.say("this is where you began")
            return
        self.screen.refit()
        for column, top in zip(self.screen.columns, place.tops, strict=True):
            column.put(top, 0)
        self.screen.show()

    def do_difference_next(self, count: int) -> None:
        self.screen.remember()
        self.screen.say(self.session.move_loud(count))
        self.screen.reveal()

    def do_difference_previous(self, count: int) -> None:
        self.do_difference_next(-count)

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

    # Entities

    def do_entities_focus(self, count: int) -> None:
        self.screen.enter_entities(not self.screen.in_entities)

    def do_entities_toggle(self, count: int) -> None:
        self.screen.toggle_sidebar()

    def mark_entity(self, entity: Entity | None) -> None:
        """Mark an entity's mentions in all columns, and make them the walk."""
        if entity is None:
            return
        screen, session = self.screen, self.session
        walk = walks.mentions(entity.name, spans_of(entity, len(session.documents)))
        session.start_walk(walk, screen.here())
        screen.sidebar.mark(entity)
        screen.show_walk()
        total = len(walk.stops)
        screen.say(f"{total} mention{'s' * (total != 1)} of {entity.name}: n and N walk them")
        screen.show()

    def do_entity_why(self, count: int) -> None:
        screen, index = self.screen, self.session.index
        if index is None:
            screen.say("why names are one is known once the analysis is done")
            return
        at_cursor = screen.sidebar.entity if screen.in_entities else None
        entity = at_cursor or screen.sidebar.marked or entity_near(index, self.session.claim)
        if entity is None:
            screen.say("no name stands in or near this claim")
        else:
            screen.reader.show_reasons(entity)

    def visit_name(self, chosen: tuple[Entity, Stop] | None) -> None:
        """Go to where a name stands, with all mentions of its entity marked."""
        if chosen is None:
            return
        entity, stop = chosen
        self.screen.remember()
        if self.screen.in_entities:
            self.screen.enter_entities(False)
        self.mark_entity(entity)
        self.session.start_walk(self.session.walk, (stop.document, stop.start))
        self._visit(stop, self.session.walk_words())

    # Find

    def do_search_open(self, count: int) -> None:
        self.screen.finder.open()

    def search(self, wanted: str) -> None:
        """Look for words in all documents, and go to the first place from here on."""
        walk = walks.search([d.text for d in self.session.documents], wanted)
        stop = self.session.start_walk(walk if wanted.strip() else None, self.screen.finder.origin)
        self.screen.sidebar.mark(None)
        self.screen.show_walk()
        self._visit(stop, self.session.walk_words())

    def do_hit_next(self, count: int) -> None:
        at = self.screen.here()
        stop = self.session.current_stop
        if stop and self.screen.column.row_on_screen(stop.start) is not None:
            at = (stop.document, stop.start) if stop.document == self.session.active else at
        stop, message = self.session.step(count, at)
        if stop:
            self.screen.remember()
        self._visit(stop, message)

    def do_hit_previous(self, count: int) -> None:
        self.do_hit_next(-count)

    def _visit(self, stop: Stop | None, message: str) -> None:
        screen, session = self.screen, self.session
        screen.say(message)
        if stop is not None:
            session.active = stop.document
            session.go_near(stop.document, stop.start)
        screen.show_stop(stop)
        screen.refit()
        if stop is not None:
            screen.column.reveal(stop.start, stop.end)
        screen.show()

    def do_clear(self, count: int) -> None:
        screen = self.screen
        if screen.in_entities:
            screen.enter_entities(False)
        self.session.start_walk(None, (0, 0))
        screen.sidebar.mark(None)
        screen.show_walk()
        screen.show()

    # Reader

    def do_theme_next(self, count: int) -> None:
        if self.screen.palette.depth == "full":
            self.screen.reader.next_theme()
        else:
            self.screen.say("this terminal's own colours are used; there is no theme to change")

    def do_help(self, count: int) -> None:
        self.screen.reader.show_help()

    def do_quit(self, count: int) -> None:
        self.screen.app.exit(return_code=0)

    def do_interrupt(self, count: int) -> None:
        self.screen.app.exit(return_code=130)
