"""The least a Textual app can do with two documents: two `Static`s that scroll. A yardstick."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static


class Bare(App[None]):
    """Documents side by side; j and PageDown scroll both, without animation."""

    CSS = "VerticalScroll { width: 1fr; }"
    BINDINGS: ClassVar = [
        ("j", "scroll('relative', 1)"),
        ("k", "scroll('relative', -1)"),
        ("pagedown", "scroll('page_down')"),
        ("pageup", "scroll('page_up')"),
        ("g", "scroll('home')"),
        ("q", "quit"),
    ]

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self.texts = texts
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        with Horizontal():
            for text in self.texts:
                with VerticalScroll(can_focus=False):
                    yield Static(text, markup=False)

    def action_scroll(self, how: str, lines: int | None = None) -> None:
        for pane in self.query(VerticalScroll):
            distance = () if lines is None else (0, lines)
            getattr(pane, f"scroll_{how}")(*distance, animate=False)


if __name__ == "__main__":
    Bare([Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]).run()
