"""The gutters: a line from the current claim to each counterpart, wherever that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reader.connections import End, gutter_lines
from tui.reader.relations import RELATIONS


def drawn(
    gutter: int,
    active: int,
    row: int,
    *ends: End,
    width: int = 3,
    height: int = 6,
    ascii_only: bool = False,
) -> list[str]:
    lines = gutter_lines(gutter, width, height, active, row, ends, ascii_only)
    return ["".join(text for text, _classes in line).rstrip() for line in lines]


def test_a_line_goes_down_to_a_counterpart_and_bears_its_relation() -> None:
    assert drawn(0, 0, 1, End(1, 3, "differs")) == ["", "─╮", " │", " ╰≈", "", ""]


def test_several_counterparts_share_a_trunk() -> None:
    ends = End(1, 0, "agrees"), End(1, 2, "contradicts"), End(1, 4, "differs")
    assert drawn(0, 0, 2, *ends) == [" ╭=", " │", "─┼≠", " │", " ╰≈", ""]


def test_to_the_left_all_is_mirrored() -> None:
    assert drawn(0, 1, 3, End(0, 1, "contradicts"), width=4) == [
        "",
        "≠─╮",
        "  │",
        "  ╰─",
        "",
        "",
    ]


def test_a_counterpart_on_the_same_row_needs_no_trunk() -> None:
    assert drawn(0, 0, 2, End(1, 2, "agrees"), width=4)[2] == "───="


@pytest.mark.parametrize(
    ("ascii_only", "up", "down"), [(False, " ↑≠", " ↓="), (True, " ^!", " v=")]
)
def test_an_arrow_shows_where_a_counterpart_is_out_of_view(
    ascii_only: bool, up: str, down: str
) -> None:
    ends = End(1, -20, "contradicts"), End(1, 99, "agrees")
    lines = drawn(0, 0, 2, *ends, ascii_only=ascii_only)
    assert (lines[0], lines[-1]) == (up, down)
    assert lines[2].startswith("-+" if ascii_only else "─┤")


def test_a_line_to_a_column_further_away_goes_on_from_the_nearer_counterpart() -> None:
    ends = End(1, 4, "agrees"), End(2, 1, "differs")
    assert drawn(1, 0, 2, *ends) == ["", " ╭≈", " │", " │", "─╯", ""]


def test_it_goes_straight_on_past_a_column_without_a_counterpart() -> None:
    end = End(2, 3, "differs")
    assert drawn(0, 0, 1, end) == ["", "───", "", "", "", ""]
    assert drawn(1, 0, 1, end) == ["", "─╮", " │", " ╰≈", "", ""]


def test_a_gutter_that_leads_nowhere_is_empty() -> None:
    assert drawn(0, 1, 2, End(2, 3, "agrees")) == [""] * 6
    assert drawn(0, 0, 2) == [""] * 6


ENDS = st.lists(
    st.builds(
        End, st.integers(0, 3), st.integers(-5, 20), st.sampled_from(list(RELATIONS)), st.booleans()
    ),
    max_size=6,
)


@given(
    st.integers(0, 2),
    st.integers(0, 3),
    st.integers(-5, 20),
    ENDS,
    st.integers(3, 4),
    st.integers(1, 12),
    st.booleans(),
)
def test_any_gutter_fits_and_names_every_counterpart_beside_it(
    gutter: int,
    active: int,
    row: int,
    ends: list[End],
    width: int,
    height: int,
    ascii_only: bool,
) -> None:
    others = [end for end in ends if end.column != active]
    lines = drawn(gutter, active, row, *others, width=width, height=height, ascii_only=ascii_only)
    assert len(lines) == height
    assert all(len(line) <= width for line in lines)
    if ascii_only:
        assert "".join(lines).isascii()
    far = gutter + 1 if gutter >= active else gutter
    for end in others:
        if end.column == far:
            line = lines[max(0, min(end.row, height - 1))]
            rivals = [e for e in others if e.column == far and e.row == end.row]
            if len(rivals) == 1 and 0 < end.row < height - 1:
                assert RELATIONS[end.kind].mark(ascii_only) in line
