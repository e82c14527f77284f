"""The Textual app, and the door to it: `run`."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rich.console import Console
from textual.app import App
from textual.binding import Binding
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import Worker

from tui.core.document import Document
from tui.core.settings import Settings
from tui.reader.hangup import watch
from tui.reader.hints import Hints, state_file
from tui.reader.jobcontrol import Job, end_on_signals
from tui.reader.keys import bindings
from tui.reader.presets import overlaid
from tui.reader.private import send_less
from tui.reader.screens.reader import ReaderScreen
from tui.reader.settings import ReaderSettings
from tui.reader.strips import Encodable
from tui.reader.styles import Palette, depth_of
from tui.reader.themes import THEMES, colours_of

if TYPE_CHECKING:
    from tui.core.model import Entity
    from tui.reader.choices import Choice
    from tui.reader.lists.shelf import Shelf


def run(
    documents: Sequence[Document],
    settings: Settings,
    reader: ReaderSettings,
    warnings: Sequence[str] = (),
) -> int:
    """Show the documents until the user quits; returns the exit status.

    `warnings` are lines about documents that could not be read.
    """
    if not documents:
        for warning in warnings or ("there is nothing to read",):
            print(warning, file=sys.stderr)
        return 2
    send_less()
    hints = Hints(state_file(), wanted=reader.hints)
    app = Reader(documents, settings, reader, warnings, hints=hints)
    app.run(mouse=reader.mouse)
    return app.return_code or 0


FEW_GLYPHS = ("linux", "vt100", "vt220", "dumb")
"""Terminals whose fonts lack most of the reader's signs."""


AFTER_PAINT = 0.05
"""Seconds the first paint has to itself before the analysis is started."""

AFTER_RESULT = 1.0
"""Seconds the keys have to themselves once all is found, before the apparatus is loaded ahead."""


class Reader(App[None]):
    """Holds the documents, the terminal's abilities and the analysis; the screens do the rest."""

    TITLE = "hexapla"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { background: $background; color: $foreground; }
    Screen:ansi { background: ansi_default; color: ansi_default; }
    Lines { width: 1fr; }
    """
    BINDINGS = [  # noqa: RUF012
        Binding("ctrl+c", "interrupt", priority=True, show=False),
        Binding("ctrl+l", "anywhere('redraw', 'ctrl+l')", priority=True, show=False),
        # In the place of Textual's own, which quits whatever the user has set.
        Binding("ctrl+q", "anywhere('quit', 'ctrl+q')", priority=True, show=False),
        Binding("ctrl+z", "anywhere('suspend', 'ctrl+z')", priority=True, show=False),
    ]

    def __init__(
        self,
        documents: Sequence[Document],
        settings: Settings | None = None,
        reader: ReaderSettings | None = None,
        warnings: Sequence[str] = (),
        analyse: bool = True,
        hints: Hints | None = None,
    ) -> None:
        """`analyse` is False where the caller hands over an analysis of its own; without `hints`
        nobody is taught anything."""
        no_color = "NO_COLOR" in os.environ
        system = Console(force_terminal=True, _environ=_without_no_color()).color_system
        self.depth = depth_of(system, no_color)
        super().__init__(ansi_color=True if self.depth != "full" else None)
        self.animation_level = "none"
        self.documents = tuple(documents)
        given = reader or ReaderSettings()
        self.settings = replace(given, keys=overlaid(given.preset, given.keys))
        """As given, with the preset's keys among the `keys`."""
        self._with_analysis = analyse
        self.hints = hints or Hints(None, wanted=False)
        self._analysis: Worker[None] | None = None
        self._analysis_settings = settings or Settings()
        self.job = Job(self)
        self.notices = [
            *warnings,
            *(f"{document.name}: {note}" for document in documents for note in document.notes),
        ]
        self._encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
        self._unicode = self._encoding.lower().startswith("utf")
        self.ascii_only = not self._unicode or os.environ.get("TERM") in FEW_GLYPHS
        for theme in THEMES:
            self.register_theme(theme)
        known = self.settings.theme in self.available_themes
        self.theme = self.settings.theme if known else ReaderSettings().theme
        self.palette = Palette(self.depth, self._colours())

    def _colours(self) -> dict[str, str]:
        """The theme's colours; asked of the theme, as the app follows it only once it runs."""
        return colours_of(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = super().get_line_filters()
        return filters if self._unicode else [*filters, Encodable(self._encoding)]

    def get_default_screen(self) -> Screen[Any]:
        return ReaderScreen(self)

    @property
    def _screen(self) -> ReaderScreen:
        found = next(s for s in self.screen_stack if isinstance(s, ReaderScreen))
        assert isinstance(found, ReaderScreen)
        return found

    def on_load(self) -> None:
        # Before the terminal is changed, so that no signal leaves it changed.
        end_on_signals(self._end)

    def on_mount(self) -> None:
        if not self.is_headless:
            self.job.listen()
            watch(0, self._end)
        if self._with_analysis:
            self.call_after_refresh(self.set_timer, AFTER_PAINT, self._start_analysis)

    def _end(self, status: int) -> None:
        self.exit(return_code=status)

    def action_interrupt(self) -> None:
        if self.screen is self._screen and self._screen.may_end_a_chord("ctrl+c"):
            # The chord's first key may still be on its way to the screen: queue behind it.
            self._screen.call_later(self._interrupt)
        else:
            self._end(130)

    def _interrupt(self) -> None:
        if self._screen.awaits("ctrl+c"):
            self._screen.type_token("ctrl+c")
        else:
            self._end(130)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key means an action on every screen: only while it is that action's key."""
        if action != "anywhere":
            return super().check_action(action, parameters)
        wanted, key = parameters
        return key in bindings(self.settings.keys)[str(wanted)]

    def action_anywhere(self, action: str, key: str) -> None:
        self._screen.commands.do(action, 1)

    def _start_analysis(self) -> None:
        self._analysis = self.run_worker(self._analyse(), exit_on_error=False)

    def toggle_analysis(self) -> None:
        """Stop the analysis where it runs, and start it where nothing was compared yet."""
        screen = self._screen
        stage = screen.stage
        if stage in ("comparing", "refining"):
            if self._analysis is not None:
                self._analysis.cancel()
            done = stage == "refining"
            screen.show_progress("" if done else "not compared", "done" if done else "stopped")
            screen.say("the links are left as they are" if done else "stopped comparing")
        elif stage in ("stopped", "failed"):
            screen.say("")
            self._start_analysis()
        elif stage == "done":
            screen.say("the documents are compared")

    async def _analyse(self) -> None:
        from contextlib import aclosing

        from tui.reader.analysis import AnalysisError, analyse, load_apparatus, made_ready

        screen = self._screen
        screen.show_progress("comparing ...", "comparing")

        def progress(step: str, share: float) -> None:
            screen.show_progress(f"comparing {share:.0%}: {step}", "comparing")

        try:
            async with aclosing(
                analyse(self.documents, self._analysis_settings, progress)
            ) as found:
                async for comparison in found:
                    made = await asyncio.to_thread(made_ready, comparison, self.ascii_only)
                    screen.receive(made.index, made)
            screen.show_progress("", "done")
            await asyncio.sleep(AFTER_RESULT)
            await asyncio.to_thread(load_apparatus)
        except AnalysisError as error:
            failed = "links could not be refined"
            if screen.session.index is None:
                failed = "documents could not be compared"
                screen.show_progress("not compared", "failed")
            else:
                screen.show_progress("", "done")
            screen.notices = [*screen.notices, f"the {failed}: {error}"]
            screen.show()

    def show_help(self) -> None:
        """Show every key."""
        from tui.reader.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.palette, self.settings.keys, self.ascii_only))

    def show_reasons(self, entity: Entity) -> None:
        """Show why the names of an entity are one."""
        from tui.reader.screens.reasons import ReasonsScreen

        index = self._screen.session.index
        if index is not None:
            shown = ReasonsScreen(index, entity, self.palette, self.settings.keys, self.ascii_only)
            self.push_screen(shown, self._screen.commands.visit_name)

    def show_list(self, shelf: Shelf, action: str) -> None:
        """Show one of the lists over everything; what is chosen there is gone to."""
        from tui.reader.screens.lists import ListsScreen

        under = self._screen
        self.push_screen(ListsScreen(self, under, shelf, action), under.commands.visit_goal)

    def show_choices(
        self, recent: Sequence[Choice], chosen: Callable[[Choice | None], None]
    ) -> None:
        """Show every command by name, those of `recent` first; `chosen` does the one chosen."""
        from tui.reader.choices import choices
        from tui.reader.screens.choosing import ChoosingScreen

        names = [document.title or document.name for document in self._screen.session.documents]
        themed = self.palette.depth == "full"
        every = choices(bindings(self.settings.keys), names, themed, self.ascii_only)
        self.push_screen(ChoosingScreen(every, recent, self.palette, self.ascii_only), chosen)

    def next_theme(self) -> None:
        """Change between the reader's own themes."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.set_theme(names[(at + 1) % len(names)])

    def set_theme(self, name: str) -> None:
        """Take the colours of a theme."""
        self.theme = name
        self.palette.recolour(self._colours())
        self.screen.refresh(layout=True)


def _without_no_color() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
