"""From the likeness of two claims to the probability that they report the same matter."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tui.core.alignment import paragraphs
from tui.core.alignment.features import SIGNALS, features
from tui.core.alignment.meaning import DEEP_SIGNALS, Encoded, Meaning
from tui.core.alignment.paragraphs import (
    CLAIMS,
    DEEP_PARAGRAPH_SIGNALS,
    PARAGRAPH_SIGNALS,
    are_in_paragraphs,
)
from tui.core.alignment.similarity import Bags

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.core.alignment.similarity import Floats, Ints

    Doubles = NDArray[np.float64]

_DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression: the log-odds of a pair are `bias` + the sum of weight x signal."""

    bias: float
    weights: dict[str, float]
    """By signal."""

    def odds(self, table: Mapping[str, Floats | Doubles]) -> Doubles:
        """The log-odds of each pair of a table of signals."""
        count = len(next(iter(table.values())))
        odds = np.full(count, self.bias, np.float64)
        for name, weight in self.weights.items():
            odds += weight * table[name]
        return odds


@cache
def model() -> Model:
    """What `bench/learn` learnt from human annotation (`tui/data/correspondence.json`)."""
    return _read("correspondence.json", SIGNALS)


@cache
def deep_model() -> Model:
    """The same with an encoder's signals beside the others (`correspondence_deep.json`)."""
    return _read("correspondence_deep.json", (*SIGNALS, *DEEP_SIGNALS))


@cache
def paragraph_model() -> Model:
    """What `bench/paragraphs` learnt of long texts (`tui/data/paragraphs.json`)."""
    return _read("paragraphs.json", (CLAIMS, *PARAGRAPH_SIGNALS))


@cache
def deep_paragraph_model() -> Model:
    """The same with an encoder (`paragraphs_deep.json`)."""
    return _read("paragraphs_deep.json", (CLAIMS, *DEEP_PARAGRAPH_SIGNALS))


def _read(name: str, signals: Sequence[str]) -> Model:
    data = json.loads((_DATA / name).read_text(encoding="utf-8"))
    return Model(data["bias"], {signal: data["weights"][signal] for signal in signals})


@dataclass(frozen=True, slots=True)
class Scored:
    """Compared pairs of claims of two documents, as parallel columns."""

    rows: Ints
    columns: Ints
    alike: Floats
    """Mutual coverage, the mean of both directions."""
    scores: Doubles
    """In 0..1."""
    denied: Floats
    """1 where one claim denies what the other speaks of, else 0."""


def score(
    a: Bags, b: Bags, pairs: tuple[Ints, Ints] | None = None, encoded: Encoded | None = None
) -> Scored:
    """Every compared pair of claims of two documents with its score; `pairs` as in `features`.

    `encoded`: what an encoder says counts too; raises `EncoderError`.
    """
    weights, of_paragraphs = model(), paragraph_model()
    if encoded is None or not (a.views and b.views):
        rows, columns, table = features(a, b, pairs)
    else:
        meaning = Meaning.of(a, b, encoded)
        rows, columns, table = features(a, b, pairs, meaning.nearest())
        table |= meaning.features(rows, columns)
        weights, of_paragraphs = deep_model(), deep_paragraph_model()
    odds = weights.odds(table)
    if pairs is None and are_in_paragraphs(a, b):
        told = paragraphs.features(a, b, rows, columns, encoded)
        odds = of_paragraphs.odds({CLAIMS: odds, **told})
    return Scored(rows, columns, table["mutual coverage"], probability(odds), table["denial"])


def probability(odds: Doubles) -> Doubles:
    """Log-odds as what is between 0 and 1."""
    found: Doubles = 1 / (1 + np.exp(-odds))
    return found
