"""Versions of one long text are laid in step; made-up statutes throughout."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statutes import clause, linked, new, old

from tui.core.alignment.chain import monotone
from tui.core.alignment.parallel import Band, find_band
from tui.core.alignment.views import View
from tui.core.comparison import compare
from tui.core.document import Span
from tui.core.model import Claim

CLAUSES = 150


def views(count: int, terms: Sequence[Sequence[str]]) -> list[View]:
    return [
        View(
            Claim(f"c{k}", 0, k, k, k + 1), tuple(terms[k]), (), None, k / count, Span(k, k + 1), k
        )
        for k in range(count)
    ]


def test_a_version_in_other_words_is_linked_clause_by_clause() -> None:
    numbers = range(CLAUSES)
    pairs = linked(compare([old(numbers), new(numbers)]), numbers, numbers)
    right = {i for i, j in pairs if i == j}
    assert len(right) > 0.95 * CLAUSES
    assert len(right) > 0.95 * len(pairs)


def test_what_was_put_in_or_left_out_puts_nothing_out_of_step() -> None:
    left = [k for k in range(CLAUSES) if not 60 <= k < 75]
    right = [*range(30), *range(1000, 1040), *range(30, CLAUSES)]
    pairs = linked(compare([old(left), new(right)]), left, right)
    assert sum(i == j for i, j in pairs) > 0.9 * len(left)
    assert sum(i == j for i, j in pairs) > 0.95 * len(pairs)


def test_a_moved_passage_is_found() -> None:
    numbers = range(CLAUSES)
    moved = [*range(20), *range(32, 120), *range(20, 32), *range(120, CLAUSES)]
    pairs = linked(compare([old(numbers), new(moved)]), numbers, moved)
    assert sum((k, k) in pairs for k in range(20, 32)) >= 10
    assert sum(i == j for i, j in pairs) > 0.95 * len(pairs)


def test_the_order_of_the_documents_changes_no_link() -> None:
    numbers = range(CLAUSES)
    moved = [*range(20), *range(32, 120), *range(20, 32), *range(120, CLAUSES)]
    one = linked(compare([old(numbers), new(moved)]), numbers, moved)
    other = linked(compare([new(moved), old(numbers)]), moved, numbers)
    assert one == {(i, j) for j, i in other}


def band(left: Sequence[int], right: Sequence[int]) -> Band | None:
    pair = [
        [c.split() for c in (clause(k)[side] for k in numbers)]
        for side, numbers in enumerate((left, right))
    ]
    return find_band(*(views(len(terms), terms) for terms in pair))


def test_only_texts_that_run_in_step_are_versions_of_one_text() -> None:
    numbers = list(range(CLAUSES))
    shuffled = random.Random(5).sample(numbers, CLAUSES)
    assert band(numbers, numbers)
    assert not band(numbers, shuffled)
    assert not band(numbers, range(1000, 1000 + CLAUSES))
    chapters = [numbers[k : k + 25] for k in range(0, CLAUSES, 25)]
    assert not band(numbers, list(chain.from_iterable(reversed(chapters))))


def test_few_claims_are_compared_and_fellows_are_among_them() -> None:
    numbers = list(range(1200))
    right = [*numbers[:500], *range(5000, 5300), *numbers[500:]]
    found = band(numbers, right)
    assert found
    rows, columns = found.pairs()
    pairs = set(zip(rows.tolist(), columns.tolist(), strict=True))
    fellows = [(k, k if k < 500 else k + 300) for k in numbers]
    assert sum(p in pairs for p in fellows) > 0.99 * len(fellows)
    assert len(pairs) == len(rows) < 40 * len(numbers)
    assert min(rows) >= 0 <= min(columns)
    assert max(rows) < len(numbers)
    assert max(columns) < len(right)


@pytest.mark.parametrize("count", [0, 1, 40])
def test_short_texts_are_left_to_a_full_comparison(count: int) -> None:
    assert band(range(count), range(count)) is None


CELLS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)), max_size=9)


@given(CELLS)
def test_the_chain_never_goes_back_and_none_is_heavier(cells: list[tuple[int, int, int]]) -> None:
    import numpy as np

    rows, columns = (np.asarray([c[side] for c in cells], np.int64) for side in (0, 1))
    values = [float(c[2]) for c in cells]
    found = [cells[k] for k in monotone(rows, columns, values)]
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(found))
    heaviest = 0
    for mask in range(1 << len(cells)):
        some = sorted(c for k, c in enumerate(cells) if mask >> k & 1)
        if all(a[1] <= b[1] for a, b in pairwise(some)):
            heaviest = max(heaviest, sum(c[2] for c in some))
    assert sum(c[2] for c in found) == heaviest
