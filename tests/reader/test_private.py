"""Sending less: what is written must still draw the same screen."""

from __future__ import annotations

from typing import Any

import pyte
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.reader.private import Writer
from tui.reader.strips import changed_cells

STYLES = st.builds(
    Style,
    color=st.sampled_from([None, "red", "#102030"]),
    bgcolor=st.sampled_from([None, "blue", "#405060"]),
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    reverse=st.booleans(),
)
SEGMENTS = st.lists(
    st.tuples(st.text("ab │漢", min_size=1, max_size=4), STYLES).map(lambda pair: Segment(*pair)),
    min_size=1,
    max_size=4,
)


def cells(data: str) -> list[tuple[object, ...]]:
    screen = pyte.Screen(20, 4)
    pyte.Stream(screen).feed(data)
    return [seen(screen.buffer[y][x]) for y in range(4) for x in range(20)]


def seen(cell: Any) -> tuple[object, ...]:
    """What one sees of a cell: not what colour a blank would have."""
    lines = cell.underscore, cell.strikethrough, cell.reverse
    if cell.data == " " and not any(lines):
        return " ", cell.bg
    return tuple(cell)


PLACES = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 3), SEGMENTS), max_size=6)


@settings(max_examples=120)
@given(PLACES)
@example([(5, 0, [Segment("│", Style())]), (5, 1, [Segment("│", Style())])])
@example([(19, 0, [Segment("a", Style())]), (19, 1, [Segment("b", Style())])])
def test_fewer_codes_draw_the_same(places: list[tuple[int, int, list[Segment]]]) -> None:
    writer = Writer(ColorSystem.TRUECOLOR, 20)
    plain = ""
    for x, y, row in places:
        fitting = list(Strip(row).crop(0, 20 - x))
        writer.write(x, y, fitting)
        plain += f"\x1b[{y + 1};{x + 1}H"
        for text, style, _ in fitting:
            assert style is not None
            plain += style.render(text, color_system=ColorSystem.TRUECOLOR)
    assert cells(writer.finish()) == cells(plain)


def test_a_line_down_the_screen_takes_few_bytes_a_row() -> None:
    writer = Writer(ColorSystem.TRUECOLOR, 80)
    for y in range(10):
        writer.write(40, y, [Segment("│", Style(bold=True))])
    assert len(writer.finish().encode()) < 10 * 9


@settings(max_examples=60)
@given(SEGMENTS, SEGMENTS)
def test_cells_outside_the_changed_runs_are_the_same(
    first: list[Segment], second: list[Segment]
) -> None:
    old, new = (Strip(row).adjust_cell_length(16, Style()) for row in (first, second))
    runs = changed_cells(old, new)
    kept = [x for x in range(16) if not any(a <= x < b for a, b in runs)]
    for x in kept:
        assert alike(old, x) == alike(new, x)
    assert (runs == []) == (changed_cells(new, old) == [])


def alike(strip: Strip, x: int) -> tuple[object, ...]:
    """What one sees of a cell of a strip."""
    (segment,) = (s for s in strip.crop(x, x + 1) if s.text)
    style = segment.style or Style()
    if segment.text == " " and not (style.underline or style.reverse):
        return " ", style.bgcolor
    return segment.text, style
