"""The map of a document: nothing loud is lost in it, however long the document is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader import sample
from tui.reader.coverage import coverage, part_rows, relations_of, thumb
from tui.reader.index import Index
from tui.reader.layout import wrap

INDEX = Index(sample.comparison())
TEXT = sample.COURIER
RELATIONS_OF = relations_of(INDEX, 1)


def test_a_short_text_has_a_part_a_row() -> None:
    rows = wrap(TEXT, 40)
    parts = coverage(rows, 60, RELATIONS_OF, [])
    assert len(parts) == len(rows)
    row = rows.row_of(TEXT.index("two buoys"))
    assert parts[row].kind == "contradicts"
    assert parts[rows.row_of(TEXT.index("Sixty-one"))].kind == "differs"


def test_the_loudest_wins_where_much_is_in_one_part() -> None:
    assert [part.kind for part in coverage(wrap(TEXT, 40), 1, RELATIONS_OF, [])] == ["contradicts"]


def test_hits_are_seen_whatever_else_is_there() -> None:
    at = TEXT.index("buoys")
    rows = wrap(TEXT, 40)
    parts = coverage(rows, 3, RELATIONS_OF, [at])
    assert [part.hit for part in parts].count(True) == 1
    hit = next(y for y, part in enumerate(parts) if part.hit)
    assert parts[hit].kind == "contradicts"
    assert rows.row_of(at) in range(*part_rows(rows, 3, hit))


@given(st.integers(2, 60), st.integers(1, 40))
def test_no_row_is_left_out_and_no_loud_claim(width: int, height: int) -> None:
    rows = wrap(TEXT, width)
    parts = coverage(rows, height, RELATIONS_OF, [])
    stretches = [part_rows(rows, height, y) for y in range(len(parts))]
    assert {row for a, b in stretches for row in range(a, b)} == set(range(len(rows)))
    for claim in INDEX.claims[1]:
        if INDEX.marks[claim.id].kind == "contradicts":
            row = rows.row_of(claim.start)
            y = next(k for k, (a, b) in enumerate(stretches) if a <= row < b)
            assert parts[y].kind == "contradicts"


@given(st.integers(1, 5000), st.integers(1, 80), st.data())
def test_the_thumb_is_on_the_map_and_reaches_both_ends(
    rows: int, height: int, data: st.DataObject
) -> None:
    last = max(0, rows - height)
    found = thumb(rows, height, data.draw(st.integers(0, last)))
    if rows <= height:
        assert not found
    else:
        assert found
        assert found[0] >= 0
        assert found[-1] < height
        assert thumb(rows, height, 0)[0] == 0
        assert thumb(rows, height, last)[-1] == height - 1
