"""What all commands share: the screen they act on and its session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader import walks
from tui.reader.reasons import entity_near
from tui.reader.walks import spans_of

if TYPE_CHECKING:
    from tui.core.model import Entity
    from tui.reader.history import Place
    from tui.reader.screens.reader import ReaderScreen
    from tui.reader.walks import Stop


class Base:
    """Commands on one screen; a method `do_x_y` does the action `x.y`."""

    def __init__(self, screen: ReaderScreen) -> None:
        self.screen = screen
        self.session = screen.session

    def leave(self, before: Place) -> None:
        """Remember a place for the way back, unless one is still there."""
        if self.screen.place() != before:
            self.session.history.remember(before)

    def visit(self, stop: Stop | None, message: str) -> None:
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

    def at(self) -> tuple[int, int]:
        """The place walks go on from: the stop one is at where it is seen, or else the claim."""
        screen, stop = self.screen, self.session.current_stop
        if stop and stop.document == self.session.active:
            if screen.column.row_on_screen(stop.start) is not None:
                return stop.document, stop.start
        return screen.here()

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

    def entity_in_hand(self) -> Entity | None:
        """The entity keys are about: at the list's cursor, else marked, else near the claim."""
        screen, index = self.screen, self.session.index
        if index is None:
            return None
        at_cursor = screen.sidebar.entity if screen.in_entities else None
        return at_cursor or screen.sidebar.marked or entity_near(index, self.session.claim)
