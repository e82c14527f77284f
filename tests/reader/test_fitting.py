"""Sharing out the screen: nothing is lost, whatever its size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reader.fitting import COLUMN, SIDEBAR, fit


@given(
    st.integers(1, 300),
    st.integers(1, 100),
    st.integers(1, 12),
    st.data(),
    st.sampled_from([None, True, False]),
)
def test_the_current_document_is_shown_and_lines_are_left_for_it(
    width: int, height: int, documents: int, data: st.DataObject, sidebar: bool | None
) -> None:
    active = data.draw(st.integers(0, documents - 1))
    first = data.draw(st.integers(0, documents - 1))
    found = fit(width, height, documents, active, first, sidebar)
    if found.columns:
        assert active in found.columns
        assert list(found.columns) == list(range(found.columns[0], found.columns[-1] + 1))
        if len(found.columns) > 1:
            assert (width - SIDEBAR * found.sidebar) // len(found.columns) >= COLUMN
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
    found = fit(width, 40, documents, 0, 0, None)
    assert (len(found.columns), found.sidebar) == (columns, sidebar)


def test_columns_move_no_further_than_they_must() -> None:
    assert fit(100, 40, 5, 1, 0, False).columns == (0, 1)
    assert fit(100, 40, 5, 2, 0, False).columns == (1, 2)
    assert fit(100, 40, 5, 1, 1, False).columns == (1, 2)
    assert fit(100, 40, 5, 0, 1, False).columns == (0, 1)
