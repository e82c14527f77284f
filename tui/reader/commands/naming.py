"""The entities: their list, their mentions, and why names are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.commands.base import Base
from tui.reader.walks import Stop

if TYPE_CHECKING:
    from tui.core.model import Entity


class Naming(Base):
    """Into the list of entities and out of it."""

    def do_entities_focus(self, count: int) -> None:
        index = self.session.index
        if index is None:
            self.screen.say("names are known once the documents are compared")
        elif not index.comparison.entities:
            self.screen.say("no names were found in these documents")
        else:
            self.screen.enter_entities(not self.screen.in_entities)

    def do_entities_toggle(self, count: int) -> None:
        self.screen.toggle_sidebar()

    def do_entity_why(self, count: int) -> None:
        screen, index = self.screen, self.session.index
        if index is None:
            screen.say("why names are one is known once the documents are compared")
            return
        entity = self.entity_in_hand()
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
        self.session.stop_from((stop.document, stop.start))
        self.visit(stop, self.session.walk_words())
