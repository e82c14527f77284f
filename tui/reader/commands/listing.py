"""The lists over everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.commands.naming import Naming

if TYPE_CHECKING:
    from tui.reader.lists.listing import Goal
    from tui.reader.lists.shelf import Shelf


class Listing(Naming):
    """Each opens a screen; what is chosen there is gone to."""

    _shelf: Shelf | None = None

    def do_overview_open(self, count: int) -> None:
        self._open("overview.open")

    def do_numbers_open(self, count: int) -> None:
        self._open("numbers.open")

    def do_speakers_open(self, count: int) -> None:
        self._open("speakers.open")

    def do_timeline_open(self, count: int) -> None:
        self._open("timeline.open")

    def do_names_open(self, count: int) -> None:
        self._open("names.open")

    def do_list_sort(self, count: int) -> None:
        self.screen.say("no list is open to be put in another order; o opens the overview")

    def _open(self, action: str) -> None:
        index = self.session.index
        if index is None:
            self.screen.say("the lists are known once the documents are compared")
            return
        from tui.reader.lists.shelf import Shelf

        if self._shelf is None:
            self._shelf = Shelf(index)
        self._shelf.take(index)
        self.screen.reader.show_list(self._shelf, action)

    def refresh_list(self) -> None:
        """Let the list on the screen, if there is one, take the session's analysis."""
        top = self.screen.app.screen
        if top is not self.screen and self._shelf is not None:
            from tui.reader.screens.lists import ListsScreen

            if isinstance(top, ListsScreen):
                top.take()

    def visit_goal(self, goal: Goal | None) -> None:
        """Go to what was chosen in a list, with what answers to it beside it."""
        screen = self.screen
        if goal is None:
            screen.show()
        elif isinstance(goal, tuple):
            self.visit_name(goal)
        else:
            screen.remember()
            screen.goto(goal)
