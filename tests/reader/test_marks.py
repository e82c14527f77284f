"""Marks on a text, found again by place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.reader.marks import Layer, classes_at, cuts

PLACE = st.integers(0, 30)
SPANS = st.lists(st.tuples(PLACE, PLACE, st.sampled_from(["agrees", "differs", "source"])))


@given(SPANS, PLACE, PLACE)
def test_a_row_has_the_marks_that_reach_into_it(
    spans: list[tuple[int, int, str]], start: int, length: int
) -> None:
    layer = Layer(spans)
    end = start + 1 + length
    assert list(layer.over(start, end)) == [s for s in layer if s[0] < end and s[1] > start]
    edges = {edge for a, b, _name in layer for edge in (a, b)}
    assert cuts([layer, Layer()], start, end) == sorted(e for e in edges if start < e < end)


@given(SPANS, SPANS, PLACE)
def test_the_marks_of_a_place_come_layer_by_layer(
    below: list[tuple[int, int, str]], above: list[tuple[int, int, str]], place: int
) -> None:
    layers = [Layer(below), Layer(), Layer(above)]
    wanted = [name for layer in layers for a, b, name in layer if a <= place < b]
    assert list(classes_at(layers, place)) == wanted
