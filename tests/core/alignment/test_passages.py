"""Long texts that share passages in another order, and much by chance; made-up statutes."""

from __future__ import annotations

import random
from itertools import chain

import pytest
from statutes import linked, new, old

from tui.core.comparison import compare

SHARED = [list(range(k, k + 6)) for k in range(0, 120, 6)]
ALONE = [list(range(k, k + 6)) for k in range(2000, 6000, 6)]


def mixed(seed: int, alone: list[list[int]]) -> list[int]:
    """The shared passages among others, in an order of their own."""
    passages = [*SHARED, *alone]
    random.Random(seed).shuffle(passages)
    return list(chain.from_iterable(passages))


@pytest.fixture(scope="module")
def pairs() -> set[tuple[int, int]]:
    left, right = mixed(1, ALONE[:95]), mixed(2, ALONE[100:195])
    return linked(compare([old(left), new(right)]), left, right)


def test_shared_passages_are_linked_in_whatever_order(pairs: set[tuple[int, int]]) -> None:
    assert sum((k, k) in pairs for k in range(120)) > 100


def test_chance_likeness_of_claims_makes_few_links(pairs: set[tuple[int, int]]) -> None:
    beyond = {i for i, j in pairs if i // 6 != j // 6}
    assert len(beyond) < 6 * len(ALONE[:95]) / 3
