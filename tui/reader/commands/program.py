"""The reader as a program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.reader.commands.base import Base

if TYPE_CHECKING:
    from tui.reader.choices import Choice


class Program(Base):
    """Themes, help, the list of commands, the shell, the end."""

    _recent: Sequence[Choice] = ()
    """What was chosen last in the list of commands."""

    def do_theme_next(self, count: int) -> None:
        if self.screen.palette.depth == "full":
            self.screen.reader.next_theme()
            self.screen.say(f"theme: {self.screen.reader.theme}")
        else:
            self.screen.say("this terminal's own colours are used; there is no theme to change")

    def do_help(self, count: int) -> None:
        self.screen.reader.show_help()

    def do_quit(self, count: int) -> None:
        self.screen.app.exit(return_code=0)

    def do_interrupt(self, count: int) -> None:
        self.screen.app.exit(return_code=130)

    def do_analysis_cancel(self, count: int) -> None:
        self.screen.reader.toggle_analysis()

    def do_palette_open(self, count: int) -> None:
        self.show_choices(self.choose)

    def show_choices(self, chosen: Callable[[Choice | None], None]) -> None:
        """Show the list of commands, what was chosen last first."""
        self.screen.reader.show_choices(self._recent, chosen)

    def choose(self, choice: Choice | None) -> None:
        """Do what was chosen in the list of commands."""
        if choice is None:
            return
        from tui.reader.choices import DOCUMENT, THEME

        self.note(choice)
        if choice.kind == THEME:
            self.screen.reader.set_theme(choice.value)
        elif choice.kind == DOCUMENT:
            self.do("document.choose", int(choice.value) + 1)
        else:
            self.do(choice.value, 1)
        self.screen.show()

    def note(self, choice: Choice) -> None:
        """Remember what was chosen in the list of commands."""
        from tui.reader.choices import remembered

        self._recent = remembered(self._recent, choice)

    def do(self, action: str, count: int) -> None:
        """Do an action `count` times."""
        getattr(self, "do_" + action.replace(".", "_"))(count)

    def do_redraw(self, count: int) -> None:
        self.screen.app.refresh(layout=True)

    def do_suspend(self, count: int) -> None:
        app = self.screen.reader
        if app.is_headless or not app.job.suspend():
            self.screen.say("there is no shell to go back to")
            self.screen.show()
