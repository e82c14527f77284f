"""A bare Textual app whose documents stand in line panes, so that it can hold long ones.

`bare.py` gives each text to one `Static`, which lays out all of it at once. Here a pane keeps its
rows, cut at its width, and draws those on the screen. As in the reader the keys move one pane.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from bare import Bare
from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class Pane(ScrollView, can_focus=False):
    """The rows of one text."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Pane { width: 1fr; height: 1fr; overflow-x: hidden; scrollbar-size: 0 0; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.rows: list[str] = []

    def on_resize(self) -> None:
        width = self.size.width
        if width:
            self.rows = [
                line[at : at + width]
                for line in self.text.split("\n")
                for at in range(0, max(1, len(line)), width)
            ]
            self.virtual_size = Size(width, len(self.rows))
            self.refresh()

    def render_line(self, y: int) -> Strip:
        k, width = self.scroll_offset.y + y, self.size.width
        row = self.rows[k] if k < len(self.rows) else ""
        return Strip([Segment(row.ljust(width), self.rich_style)], width)


class Panes(Bare):
    """Two line panes and nothing else."""

    BINDINGS: ClassVar = [
        ("ctrl+d", "half(1)"),
        ("ctrl+u", "half(-1)"),
    ]

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield from map(Pane, self.texts)

    def action_scroll(self, how: str, lines: int | None = None) -> None:
        distance = () if lines is None else (0, lines)
        getattr(self.query(Pane).first(), f"scroll_{how}")(*distance, animate=False)

    def action_half(self, way: int) -> None:
        self.action_scroll("relative", way * (self.size.height // 2))


if __name__ == "__main__":
    Panes([Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]).run()
