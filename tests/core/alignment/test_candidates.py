"""What the inverted index finds is what looking at every pair would find."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tui.core.alignment import candidates
from tui.core.alignment.candidates import RARE, dot, in_columns, nearest

BAGS = st.lists(
    st.dictionaries(st.sampled_from("weir mill lock barge tug crew".split()), st.integers(1, 9)),
    max_size=7,
)


def products(a: list[dict[str, int]], b: list[dict[str, int]]) -> list[list[int]]:
    return [[sum(n * y.get(t, 0) for t, n in x.items()) for y in b] for x in a]


@given(BAGS, BAGS, st.integers(1, 4), st.sampled_from([1, 3, 1000]))
def test_the_nearest_share_most_and_come_in_text_order(
    a: list[dict[str, int]], b: list[dict[str, int]], most: int, at_once: int
) -> None:
    before, candidates.AT_ONCE = candidates.AT_ONCE, at_once
    try:
        rows, columns = nearest(*in_columns(a, b), most)
    finally:
        candidates.AT_ONCE = before
    expected = []
    for i, sums in enumerate(products(a, b)):
        best = sorted((j for j, x in enumerate(sums) if x), key=lambda j: (-sums[j], j))[:most]
        expected += [(i, j) for j in sorted(best)]
    assert list(zip(rows.tolist(), columns.tolist(), strict=True)) == expected


@given(BAGS, BAGS)
def test_products_are_those_of_the_shared_terms(
    a: list[dict[str, int]], b: list[dict[str, int]]
) -> None:
    rows, columns = np.divmod(np.arange(len(a) * len(b)), max(1, len(b)))
    found = dot(*in_columns(a, b), rows, columns)
    assert found.tolist() == [x for sums in products(a, b) for x in sums]


def test_a_term_in_too_many_claims_proposes_none() -> None:
    common: dict[str, float] = {"shall": 0.5}
    a = [common | {"weir": 1.0}]
    b = [dict(common) for _ in range(RARE + 1)]
    assert len(nearest(*in_columns(a, b))[0]) == 0
    b[40]["weir"] = 1.0
    assert nearest(*in_columns(a, b))[1].tolist() == [40]
