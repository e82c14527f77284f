"""Rows that are drawn and kept by the widget itself."""

from __future__ import annotations

from typing import Self

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class Rows(Widget):
    """A widget that shows what its `row_at` gives and nothing else, row by row.

    Textual lays borders, padding, opacity and more around and over each row, and looks for them at
    every drawing, which takes longer than to draw a row of text. Such widgets may have none. A row
    is kept until `refresh` is called for it, or all rows are scrolled or fitted to another size.
    """

    def __init__(self) -> None:
        self._kept: dict[int, Strip] = {}
        self._kept_for: tuple[object, ...] = ()
        super().__init__()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Have these regions, or everything, drawn anew."""
        if not regions:
            self._kept.clear()
        for region in regions:
            for y in region.line_range:
                self._kept.pop(y, None)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def row_at(self, y: int, top: int, size: Size) -> Strip:
        """Row `y` of a screen of `size`, scrolled down by `top` rows; exactly as wide as that."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        return self.row_at(y, self.scroll_offset.y, self.size)

    def render_lines(self, crop: Region) -> list[Strip]:
        filters, background = self.get_line_filters(), self.background_colors[1]
        size, scrolled = self.size, self.scroll_offset
        kept_for = (size, scrolled, background, *filters)
        if kept_for != self._kept_for:
            self._kept_for = kept_for
            self._kept.clear()
        kept = self._kept
        strips: list[Strip] = []
        for y in crop.line_range:
            strip = kept.get(y)
            if strip is None:
                strip = self.row_at(y, scrolled.y, size)
                for each in filters:
                    strip = strip.apply_filter(each, background)
                kept[y] = strip
            strips.append(strip)
        if crop.column_span != (0, size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips
