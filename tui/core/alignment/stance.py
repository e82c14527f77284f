"""How two claims about one matter stand to each other, read word against word by a small network.

The sentence encoder's states of either claim's words go in. Each word of a claim is held against
the mix of the other's words that it attends to, and what comes of that is pooled over the words of
both (decomposable attention, Parikh et al. 2016, arXiv:1606.01933; pooled by mean and greatest as
in Chen et al. 2017, arXiv:1609.06038). It is the same whichever claim comes first.

The network (`tui/data/stance.npz`) was trained together with the encoder by
`data/scripts/encoder_train.py`, on comparisons written for it; what it says is weighed with what
the rules find by four numbers that `bench/stance` learnt (`tui/data/stance.json`). It knows
opposites that no list of words has ("sold" / "kept in the family"), and little of the world.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from math import exp, log1p
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from tui.core.language.encoder import DIMENSIONS, EncoderError, Encoding, gelu, unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.core.alignment.similarity import Floats

_DATA = Path(__file__).resolve().parents[2] / "data"
FILE = _DATA / "stance.npz"
LENGTH = 8.0
"""The length that states were given in training."""
AT_ONCE = 64
"""Pairs that go through together: bounds memory."""
STEPS = 100
"""Log-odds are rounded to this part of 1, as cosines are (see `meaning.STEPS`)."""
SIGNALS = ("differs", "contradicts", "mutual coverage", "said to differ")
"""What the four numbers weigh: the log-odds below, then what words and rules say."""
SURE = 0.5
"""From this probability on, claims that the rules do not set against each other contradict."""

LIKELY = 1.0
"""Log-odds below which claims do not contradict each other of which one denies outright, in other
words, what the other may tell: of 76 such pairs in matters that were held out 14 do."""
PLAIN = 4.5
"""Log-odds from which on claims contradict each other of which one denies something that no rule
sets against the other. In matters that were held out 30 of 34 such pairs do; from 4.2 on more do,
but too many pairs that agree (negation_nli) are among them."""


class Stance(NamedTuple):
    """The log-odds of two relations against `agrees`."""

    differs: float
    contradicts: float

    def rules_out(self, coverage: float, differs: bool) -> bool:
        """Whether two claims contradict each other that by the rules agree or differ.

        `coverage` is the mutual coverage of their words in 0..1.
        """
        bias, weights = _weights()
        signals = (self.differs, self.contradicts, coverage, float(differs))
        odds = bias + sum(w * x for w, x in zip(weights, signals, strict=True))
        return 1 / (1 + exp(-odds)) >= SURE

    def finds_none(self, doubtful: bool) -> bool:
        """Whether a denial sets nothing against the other claim, whatever a rule makes of it.

        `doubtful`: no word of one claim is denied by the other, which denies all in other words.
        """
        return self._apart() < (LIKELY if doubtful else 0.0)

    def finds_plain(self) -> bool:
        """Whether a contradiction is so much likelier that a denial counts that no rule took up."""
        return self._apart() >= PLAIN

    def _apart(self) -> float:
        """The log-odds of `contradicts` against the other two."""
        return self.contradicts - log1p(exp(self.differs))


def stances(pairs: Sequence[tuple[Encoding, Encoding]]) -> list[Stance]:
    """One for each pair of claims. Raises `EncoderError`."""
    found: list[Stance] = []
    for start in range(0, len(pairs), AT_ONCE):
        odds = _odds(pairs[start : start + AT_ONCE])
        found += (Stance(*row) for row in (np.rint(odds * STEPS) / STEPS).tolist())
    return found


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    data = json.loads((_DATA / "stance.json").read_text(encoding="utf-8"))
    return data["bias"], tuple(data["weights"][name] for name in SIGNALS)


@cache
def _network() -> dict[str, NDArray[Any]]:
    """Matrices and biases in floats. Raises `EncoderError`."""
    try:
        with np.load(FILE) as stored:
            arrays = dict(stored)
    except (OSError, ValueError) as fault:
        raise EncoderError(f"{FILE.name} cannot be read: {fault}") from fault
    return {
        name: array * arrays[f"{name}.scales"][:, None] if array.dtype == np.int8 else array
        for name, array in arrays.items()
        if not name.endswith(".scales")
    }


def _odds(pairs: Sequence[tuple[Encoding, Encoding]]) -> Floats:
    """(pairs, 2): the log-odds of `differs` and of `contradicts` against `agrees`."""
    own, met, lengths = [], [], []
    for a, b in pairs:
        attention = _attention(a.states, b.states)
        for mine, other, weights in (
            (a.states, b.states, attention),
            (b.states, a.states, attention.transpose(0, 2, 1)),
        ):
            own.append(mine)
            met.append(_mixed(weights, other))
            lengths.append(len(mine))
    x, y = np.concatenate(own) * np.float32(LENGTH), np.concatenate(met)
    z = _gelu(_linear(np.hstack([x, y, np.abs(x - y), x * y]), "compare"))
    z += _gelu(_linear(z, "deepen"))
    starts = np.cumsum([0, *lengths[:-1]])
    mean = np.add.reduceat(z, starts) / np.asarray(lengths, np.float32)[:, None]
    pooled = np.hstack([mean, np.maximum.reduceat(z, starts)])
    one, other = pooled[0::2], pooled[1::2]
    logits = _linear(
        _gelu(_linear(np.hstack([one + other, np.abs(one - other)]), "pool")), "decide"
    )
    odds: Floats = logits[:, 1:] - logits[:, :1]
    return odds


def _attention(a: Floats, b: Floats) -> Floats:
    """(heads, words of a, words of b): how much each word has to do with each of the other's."""
    sharpness = _network()["sharpness"]
    one, other = (_heads(states @ _network()["align"].T, len(sharpness)) for states in (a, b))
    logits: Floats = (unit(one) @ unit(other).transpose(0, 2, 1)) * sharpness[:, None, None]
    return logits


def _mixed(logits: Floats, states: Floats) -> Floats:
    """(words, DIMENSIONS): of the other's states, as each word attends to them."""
    weights = np.exp(logits - logits.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    mixed: Floats = (weights @ _heads(states * np.float32(LENGTH), len(logits))).transpose(1, 0, 2)
    return mixed.reshape(-1, DIMENSIONS)


def _heads(x: Floats, count: int) -> Floats:
    return x.reshape(len(x), count, -1).transpose(1, 0, 2)


def _linear(x: Floats, name: str) -> Floats:
    network = _network()
    out: Floats = x @ network[name].T + network[f"{name}.bias"]
    return out


def _gelu(x: Floats) -> Floats:
    """Of what nothing else holds: it is changed in place."""
    gelu(x, np.empty_like(x))
    return x
