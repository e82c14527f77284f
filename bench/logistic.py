"""Logistic regression by Newton's method, with a penalty on large weights; numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = Any  # numpy.ndarray: numpy's own types would be imported for nothing

STEPS = 60


@dataclass(frozen=True, slots=True)
class Fit:
    """Log-odds: `bias` + columns @ `weights`."""

    weights: Array
    bias: float

    def scores(self, columns: Array) -> Array:
        """The probability of each row, in 0..1."""
        return _sigmoid(columns @ self.weights + self.bias)


def fit(columns: Array, right: Array, importance: Array, penalty: float) -> Fit:
    """The weights that make `right` (0 or 1) likeliest.

    `penalty` is on half the sum of the squared weights of columns brought to mean 0 and spread 1,
    beside the mean log-loss over rows weighed by `importance`. Raises `ValueError` where no row
    counts or one holds no finite number, and `ArithmeticError` where no weights are likeliest, as
    without a penalty where a column tells all.
    """
    if not importance.sum() > 0:
        raise ValueError("nothing to learn from: no row counts")
    if not all(np.isfinite(part).all() for part in (columns, right, importance)):
        raise ValueError("nothing can be learnt from what is no finite number")
    importance = importance / importance.sum()
    mean = importance @ columns
    spread = np.sqrt(importance @ (columns - mean) ** 2)
    spread[spread < 1e-9] = 1.0
    x = np.column_stack([(columns - mean) / spread, np.ones(len(columns))])
    ridge = np.full(x.shape[1], penalty)
    ridge[-1] = 0.0
    beta = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = _sigmoid(x @ beta)
        slope = x.T @ (importance * (p - right)) + ridge * beta
        bend = (x * (importance * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        bend[-1, -1] += 1e-9
        step = np.linalg.solve(bend, slope)
        # a long step from a flat place would overshoot
        beta -= step * min(1.0, 3.0 / max(float(np.abs(step).max()), 1e-12))
        if np.abs(step).max() < 1e-8:
            break
    else:
        raise ArithmeticError(f"no weights are likeliest, after {STEPS} steps")
    weights = beta[:-1] / spread
    return Fit(weights, float(beta[-1] - weights @ mean))


def _sigmoid(odds: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(odds, -40, 40)))
