"""Values kept as columns: they come back as they went in, and stand for a tuple of them."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.columns import Mentions, Sentences
from tui.core.document import Sentence
from tui.core.model import Mention

NUMBERS = st.integers(0, 2**32 - 1)
KINDS = ("name", "title", "description", "pronoun")


@given(st.lists(st.builds(Mention, NUMBERS, NUMBERS, NUMBERS, st.sampled_from(KINDS))))
def test_they_are_equal_to_a_tuple_of_what_they_were_given(values: list[Mention]) -> None:
    found = Mentions(values)
    assert tuple(found) == tuple(values)
    assert found == tuple(values)
    assert tuple(values) == found
    assert hash(found) == hash(tuple(values))
    assert found == Mentions(values)
    assert found != Mentions([*values, Mention(0, 1, 2, "name")])
    assert [found[k] for k in range(-len(values), len(values))] == values * 2


def test_they_are_a_sequence_like_any_other() -> None:
    values = tuple(Sentence(9 * k, 9 * k + 8, k // 3, "item") for k in range(7))
    found = Sentences(values)
    assert len(found) == 7
    assert found[2:5] == values[2:5]
    assert found[::-2] == values[::-2]
    assert values[3] in found
    for k in (7, -8):
        with pytest.raises(IndexError):
            found[k]


def test_many_take_little() -> None:
    tracemalloc.start()
    found = Mentions(Mention(0, k, k + 5, "name") for k in range(10_000))
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == 10_000
    assert size < 24 * len(found)
