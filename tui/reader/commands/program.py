"""The reader as a program."""

from __future__ import annotations

from tui.reader.commands.base import Base


class Program(Base):
    """Themes, help, the shell, the end."""

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

    def do_analysis_cancel(self, count: int) -> None:
        self.screen.reader.toggle_analysis()

    def do_palette_open(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_redraw(self, count: int) -> None:
        self.screen.say("not built yet")

    def do_suspend(self, count: int) -> None:
        self.screen.say("not built yet")
