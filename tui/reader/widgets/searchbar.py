"""The line in which one types what to look for; loaded with the first search."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui.reader.styles import Palette
from tui.reader.widgets.lines import Lines


class SearchBar(Horizontal):
    """Tells the screen the words as they are typed."""

    DEFAULT_CSS = """
    SearchBar { height: 1; dock: bottom; }
    SearchBar Lines { width: 3; }
    SearchBar Input { width: 1fr; border: none; padding: 0; height: 1; }
    """

    class Typed(Message):
        """The words are other ones."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Done(Message):
        """The user has typed Enter."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._sign = Lines(palette, "key")
        self._input = Input(compact=True, select_on_focus=False)
        self._input.cursor_blink = False

    def compose(self) -> ComposeResult:
        yield self._sign
        yield self._input

    def on_mount(self) -> None:
        self._input.focus()
        self.call_after_refresh(self._sign.show, [[(" / ", ("key",))]])

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done())
