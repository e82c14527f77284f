"""Every key, from the one table; loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from tui.reader.chords import KeyReader
from tui.reader.footer import hints
from tui.reader.help_lines import help_lines
from tui.reader.keys import bindings, sequences, shown_key
from tui.reader.prompt import Prompt
from tui.reader.screens.passing import passed_on
from tui.reader.styles import Palette
from tui.reader.widgets.lines import Lines
from tui.reader.words import Line, width_of

_FAR = 1 << 20

_ROWS = {"claim.next": 1, "claim.previous": -1, "claim.first": -_FAR, "claim.last": _FAR}

_PAGES = {"half.down": 0.5, "half.up": -0.5, "page.down": 1.0, "page.up": -1.0}


class HelpScreen(Screen[None]):
    """Shows the keys, moves through them and finds some, until any other key is typed."""

    AUTO_FOCUS = None

    DEFAULT_CSS = """
    HelpScreen { layout: vertical; overflow: hidden; }
    """

    def __init__(self, palette: Palette, keys: Mapping[str, str], ascii_only: bool) -> None:
        """`keys` are the user's own, as the settings have them."""
        super().__init__()
        self._ascii = ascii_only
        self._keys = bindings(keys)
        self._key_reader = KeyReader(sequences(keys))
        self.leaving = False
        """Whether keys are no longer meant for this screen."""
        self._top = 0
        self._prompt: Prompt | None = None
        self._wanted = ""
        self._all: list[Line] = []
        self._body = Lines(palette)
        self._body.styles.height = "1fr"
        self._hint = Lines(palette, "footer")

    def compose(self) -> ComposeResult:
        yield self._body
        yield self._hint

    def on_mount(self) -> None:
        self._write()

    def on_resize(self) -> None:
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        self._all = help_lines(self._keys, self.app.size.width, self._ascii, self._wanted)
        self._scroll(0)

    def _scroll(self, rows: int) -> None:
        """Go `rows` down, as far as there is text; shows where one is then."""
        if self.leaving or not self.is_mounted:
            return
        height = max(1, self._body.size.height)
        last = max(0, len(self._all) - height)
        self._top = max(0, min(self._top + rows, last))
        self._body.show(self._all[self._top : self._top + height])
        self._hint.show([self._last_line(last)])

    def _last_line(self, last: int) -> Line:
        if self._prompt is not None:
            return [*self._prompt.line(), *hints([(self._shown("enter"), "keep"), ("Esc", "all")])]
        move = "/".join(self._shown(self._keys[a][0]) for a in ("claim.next", "claim.previous"))
        find = self._shown(self._keys["search.open"][0])
        entries = [(move, "scroll")] if last else []
        line = hints([*entries, (find, "find a key"), ("Esc", "close")])
        share: Line = [(f"  {round(100 * self._top / last)}%", ("footer",))] if last else []
        fits = width_of(line) + width_of(share) <= self.app.size.width
        return [*line, *share] if fits else line

    def _shown(self, key: str) -> str:
        return shown_key(key, self._ascii)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if passed_on(self, event):
            return
        if self._prompt is not None:
            self._type(event, self._prompt)
        else:
            self._do(event)

    def _type(self, event: events.Key, prompt: Prompt) -> None:
        if event.key in ("enter", "escape", "ctrl+g"):
            self._prompt = None
            self._find(self._wanted if event.key == "enter" else "")
            return
        typed = event.character if event.is_printable else None
        self._prompt = prompt.insert(typed) if typed else prompt.key(event.key)
        self._find(self._prompt.text)

    def _find(self, wanted: str) -> None:
        if wanted != self._wanted:
            self._top = 0
        self._wanted = wanted
        self._write()

    def _do(self, event: events.Key) -> None:
        *_, token = self._key_reader.tokens(event.key, event.character)
        command = self._key_reader.feed(token, monotonic())
        if command is None and self._key_reader.pending:
            return
        action, count = (command.action, command.count) if command else ("", 1)
        if action in _ROWS:
            self._scroll(_ROWS[action] * count)
        elif action in _PAGES:
            page = max(1, self._body.size.height - 1)
            self._scroll(round(_PAGES[action] * count * page))
        elif action == "search.open":
            self._prompt = Prompt()
            self._find("")
        elif action != "document.choose":
            self._close()

    def _close(self) -> None:
        """First show all again, where only some is shown; then leave."""
        if self._wanted:
            self._find("")
        else:
            self.leaving = True
            self.dismiss()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if self._prompt is not None:
            self._prompt = self._prompt.insert(event.text)
            self._find(self._prompt.text)

    def on_mouse_scroll_down(self) -> None:
        self._scroll(3)

    def on_mouse_scroll_up(self) -> None:
        self._scroll(-3)
