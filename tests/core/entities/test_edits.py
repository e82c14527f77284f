"""How many letters part two spellings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.core.entities.edits import within

WORDS = st.text("abc", max_size=7)


def distance(a: str, b: str) -> int:
    """Levenshtein's distance by its table."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


@given(st.integers(0, 3), WORDS, WORDS)
def test_it_agrees_with_the_table(most: int, a: str, b: str) -> None:
    assert within(most, a, b) == (distance(a, b) <= most)


def test_spellings_of_names() -> None:
    assert within(1, "antony", "anthony")
    assert not within(1, "gerard", "james")
    assert within(2, "kowalsky", "kovalski")
