"""The cells of the map beside a column: what each part of the document is, and what is in view."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from tui.reader.coverage import Part, Relations, coverage, thumb
from tui.reader.layout import Layout
from tui.reader.relations import DOT, HIT, RELATIONS, THUMB, TRACK
from tui.reader.styles import Palette

MAP = 2
"""Cells of the map: what is there, and the hits and what is in view."""


class Minimap:
    """Draws the map's rows; works out its parts when they are first drawn after a change."""

    def __init__(self, palette: Palette, ascii_only: bool) -> None:
        self._palette = palette
        self._ascii = ascii_only
        self._relations: Relations = ()
        self._hits: Sequence[int] = ()
        self._parts: list[Part] | None = None
        self._thumb = range(0)

    def forget(self) -> None:
        """Work the parts out anew: the text was wrapped anew, or the map is as high no more."""
        self._parts = None

    def set_relations(self, relations: Relations) -> None:
        """Where the claims of each relation stand from now on."""
        self._relations = relations
        self._parts = None

    def set_hits(self, hits: Sequence[int]) -> None:
        """Where the stops of the walk begin from now on, rising."""
        self._hits = hits
        self._parts = None

    def move(self, rows: int, height: int, top: int) -> None:
        """Show that, of so many rows of the text, those from `top` on are in view."""
        self._thumb = thumb(rows, height, top)

    def row(self, rows: Layout, height: int, y: int) -> list[Segment]:
        """A row of the map: the loudest relation of its part, and a hit or what is in view."""
        if self._parts is None:
            self._parts = coverage(rows, height, self._relations, self._hits)
        style = self._palette.style
        kind, hit = self._parts[y] if y < len(self._parts) else (None, False)
        what = Segment(" ", style("text"))
        if kind:
            mark = DOT[self._ascii] if kind == "agrees" else RELATIONS[kind].mark(self._ascii)
            what = Segment(mark, style("text", f"map-{kind}"))
        in_view = y in self._thumb
        if hit:
            return [what, Segment(HIT[self._ascii], style("text", "map-hit"))]
        glyph = (THUMB if in_view else TRACK)[self._ascii]
        return [what, Segment(glyph, style("text", "thumb" if in_view else "quiet"))]
