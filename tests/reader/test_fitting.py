"""Sharing out the screen: nothing is lost, whatever its size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reader.fitting import COLUMN, GUTTER, NARROW, SIDEBAR, fit


@given(
    st.integers(1, 300),
    st.integers(1, 100),
    st.integers(1, 12).flatmap(lambda n: st.permutations(range(n))),
    st.data(),
    st.sampled_from([None, True, False]),
    st.booleans(),
)
def test_the_current_document_is_shown_and_lines_are_left_for_it(
    width: int,
    height: int,
    order: list[int],
    data: st.DataObject,
    sidebar: bool | None,
    alone: bool,
) -> None:
    active = data.draw(st.sampled_from(order))
    start = data.draw(st.integers(0, 12))
    found = fit(width, height, order, active, start, sidebar, alone)
    if found.columns:
        assert active in found.columns
        assert [*found.before, *found.columns, *found.after] == order
        room = width - SIDEBAR * found.sidebar
        if len(found.columns) > 1:
            assert not alone
            assert found.width >= COLUMN
            assert set(found.gutters) <= {GUTTER, GUTTER + 1}
            assert found.width * len(found.columns) + sum(found.gutters) == room
        elif len(order) > 1 and not alone and width >= NARROW:
            assert room < 2 * COLUMN + GUTTER
    else:
        assert found.sidebar
    assert height - found.apparatus - found.rule - found.header - found.footer >= 1


@pytest.mark.parametrize(
    ("width", "documents", "columns", "sidebar"),
    [
        (160, 2, 2, True),
        (160, 3, 3, True),
        (130, 3, 3, False),
        (100, 2, 2, False),
        (80, 2, 1, False),
    ],
)
def test_the_entities_are_listed_where_they_cost_no_column(
    width: int, documents: int, columns: int, sidebar: bool
) -> None:
    found = fit(width, 40, range(documents), 0, 0, None)
    assert (len(found.columns), found.sidebar) == (columns, sidebar)


def test_columns_move_no_further_than_they_must() -> None:
    assert fit(100, 40, range(5), 1, 0, False).columns == (0, 1)
    assert fit(100, 40, range(5), 2, 0, False).columns == (1, 2)
    assert fit(100, 40, range(5), 1, 1, False).columns == (1, 2)
    assert fit(100, 40, range(5), 0, 1, False).columns == (0, 1)
    # The first one shown has been hidden, or moved: the columns begin where they began.
    assert fit(100, 40, (0, 1, 3, 4), 3, 2, False).columns == (3, 4)
    assert fit(100, 40, (1, 0, 2, 3), 0, 0, False).columns == (1, 0)


def test_those_out_of_sight_are_known_by_side() -> None:
    found = fit(130, 40, (4, 0, 1, 2, 3), 1, 1, False)
    assert (found.before, found.columns, found.after) == ((4,), (0, 1, 2), (3,))
    alone = fit(200, 40, range(4), 1, 0, False, alone=True)
    assert (alone.before, alone.columns, alone.after) == ((0,), (1,), (2, 3))


def test_one_document_alone_leaves_a_line_for_each_of_the_others() -> None:
    assert fit(80, 24, range(8), 0, 0, None).apparatus == 4
    assert fit(80, 40, range(8), 0, 0, None).apparatus == 10
    assert fit(80, 40, range(2), 0, 0, None).apparatus == 4
