"""Statements that measure, count or date the same thing, a pair a case; all of it is made up."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from test_relations import kinds, related

MEASURED = {"number", "date", "degree"}

Pair = tuple[str, ...]

PAIRS: list[Pair] = [
    tuple(map(str, pair))
    for group in yaml.safe_load(Path(__file__).with_name("measures.yaml").read_text("utf-8"))
    for pair in group["pairs"]
]


def pairs(expected: str) -> list[Pair]:
    return [pair for pair in PAIRS if pair[2] == expected]


def test_every_pair_says_what_is_expected_of_it() -> None:
    assert {pair[2] for pair in PAIRS} == {"agrees", "differs", "apart"}
    assert all(len(pair) in (5, 6) for pair in pairs("differs"))


@pytest.mark.parametrize("pair", pairs("agrees"), ids=lambda pair: f"{pair[0]} {pair[1]}")
def test_the_same_measure_in_other_words_agrees(pair: Pair) -> None:
    found = related(pair[0], pair[1])
    assert found.relation == "agrees", found.differences


@pytest.mark.parametrize("pair", pairs("differs"), ids=lambda pair: f"{pair[0]} {pair[1]}")
@pytest.mark.parametrize("turned", [False, True], ids=["", "turned"])
def test_another_measure_differs_at_its_words(pair: Pair, turned: bool) -> None:
    left, right, _, one, other, *kind = pair
    if turned:
        left, right, one, other = right, left, other, one
    found = related(left, right)
    assert found.relation == "differs"
    assert any(
        d.kind == (kind[0] if kind else "number")
        and d.a.start < left.index(one) + len(one)
        and left.index(one) < d.a.end
        and d.b.start < right.index(other) + len(other)
        and right.index(other) < d.b.end
        for d in found.differences
    ), found.differences


@pytest.mark.parametrize("pair", pairs("apart"), ids=lambda pair: f"{pair[0]} {pair[1]}")
def test_measures_of_other_things_prove_nothing(pair: Pair) -> None:
    assert not kinds(related(pair[0], pair[1])) & MEASURED
