"""Sending less: what is written must still draw the same screen."""

from __future__ import annotations

import pyte
from hypothesis import given, settings
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
    st.tuples(st.text("ab ", min_size=1, max_size=4), STYLES).map(lambda pair: Segment(*pair)),
    min_size=1,
    max_size=4,
)


def cells(data: str) -> list[tuple[object, ...]]:
    screen = pyte.Screen(40, 2)
    pyte.Stream(screen).feed(data)
    return [screen.buffer[y][x] for y in range(2) for x in range(40)]


@settings(max_examples=60)
@given(SEGMENTS, SEGMENTS)
def test_fewer_codes_draw_the_same(first: list[Segment], second: list[Segment]) -> None:
    writer = Writer(ColorSystem.TRUECOLOR)
    writer.write(0, 0, first)
    writer.write(3, 1, second)
    plain = ""
    for place, row in (("1;1", first), ("2;4", second)):
        plain += f"\x1b[{place}H"
        for text, style, _ in row:
            assert style
            plain += style.render(text, color_system=ColorSystem.TRUECOLOR)
    assert cells(writer.finish()) == cells(plain)


@settings(max_examples=60)
@given(SEGMENTS, SEGMENTS)
def test_cells_outside_the_changed_runs_are_the_same(
    first: list[Segment], second: list[Segment]
) -> None:
    old, new = (Strip(row).adjust_cell_length(16, Style()) for row in (first, second))
    runs = changed_cells(old, new)
    kept = [x for x in range(16) if not any(a <= x < b for a, b in runs)]
    for x in kept:
        assert [(s.text, s.style) for s in old.crop(x, x + 1)] == [
            (s.text, s.style) for s in new.crop(x, x + 1)
        ]
    assert (runs == []) == (changed_cells(new, old) == [])
