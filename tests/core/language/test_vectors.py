"""What the vectors say of words and statements, and that nothing but these decides it."""

from __future__ import annotations

from math import isclose

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.language.vectors import (
    BLOCK,
    Words,
    matrix,
    maxsim,
    maxsim_all,
    maxsim_pairs,
    sentence_vector,
    smooth_inverse_frequency,
    weigh,
    word_vector,
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
    assert word_vector(word) @ word_vector(near) > word_vector(word) @ word_vector(far) + 0.1


def test_rows_are_of_unit_length_and_do_not_depend_on_their_company() -> None:
    words = ["port", "unloading", "dockworkers", "🦊", "port"]
    rows = matrix(words)
    assert rows.shape == (5, 128)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), [1, 1, 1, 0, 1], atol=1e-6)
    for word, row in zip(words, rows, strict=True):
        assert (word_vector(word) == row).all()


def test_rare_words_weigh_more() -> None:
    weights = [smooth_inverse_frequency(w) for w in ("the", "said", "harbour", "dockworkers")]
    assert weights == sorted(weights)
    assert weights[0] < 0.05
    assert weights[-1] > 0.9
    told = weigh([["the", "port", "closed"], ["the", "port", "opened"], ["the", "talks"]])
    assert told["the"] < told["port"] < told["talks"]


def test_a_sentence_is_nearest_to_its_paraphrase() -> None:
    one = sentence_vector("the dockers walked out of the harbour".split())
    same = sentence_vector("workers at the port went on strike".split())
    other = sentence_vector("the orchestra played in the park".split())
    assert isclose(float(np.linalg.norm(one)), 1, abs_tol=1e-5)
    assert one @ same > one @ other
    assert not sentence_vector([]).any()


def test_maxsim_ranks_a_paraphrase_above_another_matter() -> None:
    one = weighted("workers walked out at the harbour")
    same = weighted("staff of the port went on strike")
    other = weighted("the orchestra played in a park")
    assert maxsim(one, same) > maxsim(one, other)
    assert isclose(maxsim(one, one), 1, abs_tol=1e-5)


def test_words_without_a_vector_match_themselves_alone() -> None:
    assert maxsim(statement("🦊"), statement("🦊")) == 1
    assert maxsim(statement("🦊"), statement("🐻")) == 0


@settings(deadline=None)
@given(STATEMENTS, STATEMENTS)
def test_scores_are_the_same_either_way_and_pair_by_pair(a: list[Words], b: list[Words]) -> None:
    scores = maxsim_all(a, b)
    assert (scores == maxsim_all(b, a).T).all()
    assert (scores <= 1.0001).all()
    places = [(i, j) for i in range(len(a)) for j in range(len(b))]
    assert (maxsim_pairs(a, b, places) == scores.ravel()).all()
    for i, j in places:
        if not a[i].words or not b[j].words:
            assert scores[i, j] == 0


def test_long_documents_score_as_their_parts_do() -> None:
    words = [w for w in LEXIS if w != "the"]
    many = [statement(f"{words[k % 10]} {words[k * 7 % 9]}") for k in range(BLOCK + 40)]
    scores = maxsim_all(many, many[:30])
    assert scores.shape == (len(many), 30)
    assert (scores[-20:] == maxsim_all(many[-20:], many[:30])).all()
