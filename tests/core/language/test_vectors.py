"""What the vectors say of words and statements, and that nothing but these decides it."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.language.vectors import (
    BLOCK,
    Words,
    coverage_all,
    coverage_pairs,
    smooth_inverse_frequency,
)

LEXIS = ["dockers", "strike", "walked", "out", "port", "the", "🦊", "🐻", "ended", "harbour", "3"]
STATEMENTS = st.lists(
    st.lists(st.tuples(st.sampled_from(LEXIS), st.floats(0, 5)), max_size=6).map(
        lambda pairs: Words(tuple(w for w, _ in pairs), tuple(x for _, x in pairs))
    ),
    max_size=6,
)


def statement(text: str) -> Words:
    words = text.split()
    return Words(tuple(words), (1.0,) * len(words))


def weighted(text: str) -> Words:
    words = text.split()
    return Words(tuple(words), tuple(map(smooth_inverse_frequency, words)))


def alike(a: Words, b: Words) -> float:
    forth, back = coverage_all([a], [b])
    return float(forth[0, 0] + back[0, 0]) / 2


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("port", "harbour", "parliament"),
        ("physician", "doctor", "sculptor"),
        ("killed", "died", "elected"),
        ("Zürich", "zurich", "lisbon"),
    ],
)
def test_words_of_like_meaning_are_nearer(word: str, near: str, far: str) -> None:
    assert alike(statement(word), statement(near)) > alike(statement(word), statement(far)) + 0.1


def test_rare_words_weigh_more() -> None:
    weights = [smooth_inverse_frequency(w) for w in ("the", "said", "harbour", "dockworkers")]
    assert weights == sorted(weights)
    assert weights[0] < 0.05
    assert weights[-1] > 0.9


def test_maxsim_ranks_a_paraphrase_above_another_matter() -> None:
    one = weighted("workers walked out at the harbour")
    same = weighted("staff of the port went on strike")
    other = weighted("the orchestra played in a park")
    assert alike(one, same) > alike(one, other)
    assert isclose(alike(one, one), 1, abs_tol=1e-5)


def test_words_without_a_vector_match_themselves_alone() -> None:
    assert alike(statement("🦊"), statement("🦊")) == 1
    assert alike(statement("🦊"), statement("🐻")) == 0


def test_covering_has_a_direction() -> None:
    forth, back = coverage_all([statement("strike")], [statement("strike ended port")])
    assert forth[0, 0] > 0.999
    assert back[0, 0] < 0.9


@settings(deadline=None)
@given(STATEMENTS, STATEMENTS)
def test_coverage_is_the_same_either_way_and_pair_by_pair(a: list[Words], b: list[Words]) -> None:
    forth, back = coverage_all(a, b)
    turned_forth, turned_back = coverage_all(b, a)
    assert (forth == turned_back.T).all()
    assert (back == turned_forth.T).all()
    assert (forth <= 1.0001).all()
    places = [(i, j) for i in range(len(a)) for j in range(len(b))]
    pair_forth, pair_back = coverage_pairs(a, b, places)
    assert (pair_forth == forth.ravel()).all()
    assert (pair_back == back.ravel()).all()
    for i, j in places:
        if not a[i].words or not b[j].words:
            assert forth[i, j] == back[i, j] == 0


def test_long_documents_score_as_their_parts_do() -> None:
    words = [w for w in LEXIS if w != "the"]
    many = [statement(f"{words[k % 10]} {words[k * 7 % 9]}") for k in range(BLOCK + 40)]
    forth, _ = coverage_all(many, many[:30])
    assert forth.shape == (len(many), 30)
    assert (forth[-20:] == coverage_all(many[-20:], many[:30])[0]).all()
