import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from logistic import fit

WEIGHTS = st.lists(st.floats(-3, 3), min_size=1, max_size=4)


def weighed(weights: list[float], bias: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows of which exactly the share is right that these weights say: each row once as right and
    once as wrong, by importance."""
    columns = np.random.default_rng(7).normal(size=(60, len(weights)))
    share = 1 / (1 + np.exp(-(columns @ np.asarray(weights) + bias)))
    right = np.repeat([1.0, 0.0], len(columns))
    return np.vstack([columns, columns]), right, np.concatenate([share, 1 - share])


@settings(max_examples=50)
@given(WEIGHTS, st.floats(-2, 2))
def test_the_weights_behind_the_rows_are_found(weights: list[float], bias: float) -> None:
    columns, right, importance = weighed(weights, bias)
    found = fit(columns, right, importance, 0.0)
    assert found.weights == pytest.approx(weights, abs=1e-5)
    assert found.bias == pytest.approx(bias, abs=1e-5)
    assert found.scores(columns) == pytest.approx(np.tile(importance[: len(columns) // 2], 2))


def test_a_penalty_makes_weights_small_and_leaves_the_bias() -> None:
    rows = weighed([2.0, -1.0], 1.0)
    none, some, much = (fit(*rows, penalty).weights for penalty in (0.0, 0.1, 1e6))
    assert (abs(some) < abs(none)).all()
    assert much == pytest.approx([0, 0], abs=1e-4)
    share = np.average(rows[1], weights=rows[2])
    assert fit(*rows, 1e6).scores(rows[0]) == pytest.approx(share, abs=1e-4)


def test_units_of_a_column_change_no_score() -> None:
    columns, right, importance = weighed([2.0, -1.0], 1.0)
    one = fit(columns, right, importance, 0.1)
    other = fit(columns * [1000, 0.01] + [5, -3], right, importance, 0.1)
    assert other.scores(columns * [1000, 0.01] + [5, -3]) == pytest.approx(one.scores(columns))


def test_importance_counts_like_repetition() -> None:
    columns = np.asarray([[0.0], [1.0], [2.0], [3.0]])
    right = np.asarray([0.0, 1.0, 0.0, 1.0])
    times = np.asarray([1, 2, 3, 1])
    one = fit(columns, right, times.astype(float), 0.01)
    other = fit(np.repeat(columns, times, axis=0), np.repeat(right, times), np.ones(7), 0.01)
    assert one.weights == pytest.approx(other.weights)
    assert one.bias == pytest.approx(other.bias)


def test_a_column_that_never_changes_weighs_nothing() -> None:
    columns, right, importance = weighed([2.0], 0.5)
    found = fit(np.column_stack([columns, np.full(len(columns), 3.0)]), right, importance, 0.01)
    assert abs(found.weights[1]) < 1e-12
    assert found.scores(np.asarray([[0.3, 3.0]])) == pytest.approx(
        fit(columns, right, importance, 0.01).scores(np.asarray([[0.3]]))
    )


def test_scores_of_far_rows_stay_in_bounds() -> None:
    found = fit(*weighed([2.0], 0.5), 0.01)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        low, high = found.scores(np.asarray([[-1e6], [1e6]]))
    assert 0 <= low < 1e-9
    assert 1 - 1e-9 < high <= 1


ROWS = np.asarray([[0.0], [1.0], [2.0]])
RIGHT = np.asarray([0.0, 1.0, 0.0])


@pytest.mark.parametrize(
    ("columns", "right", "importance"),
    [
        (ROWS, RIGHT, np.zeros(3)),
        (ROWS[:0], RIGHT[:0], np.ones(0)),
        (np.asarray([[0.0], [np.nan], [2.0]]), RIGHT, np.ones(3)),
        (np.asarray([[0.0], [np.inf], [2.0]]), RIGHT, np.ones(3)),
        (ROWS, np.asarray([0.0, np.nan, 1.0]), np.ones(3)),
        (ROWS, RIGHT, np.asarray([1.0, np.inf, 1.0])),
    ],
)
def test_rows_that_say_nothing_are_refused(
    columns: np.ndarray, right: np.ndarray, importance: np.ndarray
) -> None:
    with pytest.raises(ValueError, match="learn"):
        fit(columns, right, importance, 0.01)


def test_weights_without_end_are_refused() -> None:
    told = np.asarray([0.0, 0.0, 1.0])
    with pytest.raises(ArithmeticError, match="no weights are likeliest"):
        fit(ROWS, told, np.ones(3), 0.0)
    assert 0 < fit(ROWS, told, np.ones(3), 0.01).weights[0] < 20
