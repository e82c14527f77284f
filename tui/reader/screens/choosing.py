"""Every command by name; loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import Screen

from tui.reader.choices import Choice, choice_lines, find
from tui.reader.footer import hints
from tui.reader.keys import shown_key
from tui.reader.prompt import Prompt
from tui.reader.screens.passing import passed_on
from tui.reader.styles import Palette
from tui.reader.widgets.lines import Clickable, Lines

_STEPS = {"up": -1, "ctrl+p": -1, "shift+tab": -1, "down": 1, "ctrl+n": 1, "tab": 1}

_CLOSING = ("escape", "ctrl+g")


class ChoosingScreen(Screen["Choice | None"]):
    """Lists the commands that match what is typed; ends with the one chosen."""

    AUTO_FOCUS = None

    DEFAULT_CSS = """
    ChoosingScreen { layout: vertical; overflow: hidden; }
    """

    def __init__(
        self,
        every: Sequence[Choice],
        recent: Sequence[Choice],
        palette: Palette,
        ascii_only: bool,
    ) -> None:
        """`recent` are the choices used last, which come first."""
        super().__init__()
        self._every = every
        self._recent = recent
        self._ascii = ascii_only
        self._prompt = Prompt()
        self._found = find(every, "", recent)
        self._cursor = 0
        self._top = 0
        self.leaving = False
        """Whether keys are no longer meant for this screen."""
        self._line = Lines(palette, "header")
        self._list = Clickable(palette)
        self._list.styles.height = "1fr"
        self._hint = Lines(palette, "footer")

    def compose(self) -> ComposeResult:
        yield self._line
        yield self._list
        yield self._hint

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.is_mounted or self.leaving:
            return
        rows, width = max(1, self._list.size.height), self.app.size.width
        self._top = min(max(self._top, self._cursor - rows + 1), self._cursor)
        self._line.show([[*self._prompt.line(":"), (self._count(), ("header",))]])
        lines = choice_lines(self._found, self._cursor, self._top, rows, width, self._ascii)
        self._list.show(lines or [[(" no command is called that", ("quiet",))]])
        up, down, enter = (shown_key(key, self._ascii) for key in ("up", "down", "enter"))
        self._hint.show([hints([(f"{up}/{down}", "choose"), (enter, "do it"), ("Esc", "close")])])
        self.app.cursor_position = self._list.region.offset + Offset(0, self._cursor - self._top)

    def _count(self) -> str:
        total = len(self._found)
        if self._prompt.text:
            return f"   {total} command{'s' * (total != 1)}"
        return "  type some of what you want to do"

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if passed_on(self, event):
            return
        if event.key in _CLOSING:
            self._leave(None)
        elif event.key == "enter":
            self._choose(self._cursor)
        elif event.key in _STEPS:
            self._move(self._cursor + _STEPS[event.key])
        elif event.key in ("pageup", "pagedown"):
            page = max(1, self._list.size.height - 1)
            self._move(self._cursor + (page if event.key == "pagedown" else -page))
        else:
            typed = event.character if event.is_printable else None
            self._retype(self._prompt.insert(typed) if typed else self._prompt.key(event.key))

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._retype(self._prompt.insert(event.text))

    def on_clickable_clicked(self, message: Clickable.Clicked) -> None:
        self._choose(self._top + message.y)

    def on_mouse_scroll_down(self) -> None:
        self._move(self._cursor + 3)

    def on_mouse_scroll_up(self) -> None:
        self._move(self._cursor - 3)

    def _retype(self, prompt: Prompt) -> None:
        if prompt.text != self._prompt.text:
            self._found = find(self._every, prompt.text, self._recent)
            self._cursor = self._top = 0
        self._prompt = prompt
        self._show()

    def _move(self, to: int) -> None:
        self._cursor = max(0, min(to, len(self._found) - 1))
        self._show()

    def _choose(self, at: int) -> None:
        if at < len(self._found):
            self._leave(self._found[at])

    def _leave(self, choice: Choice | None) -> None:
        self.leaving = True
        self.dismiss(choice)
