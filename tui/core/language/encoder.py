"""Sentences as points: all-MiniLM-L6-v2 (Reimers and Gurevych 2019), computed with numpy alone.

The weights (`tui/data/encoder.npz`) are the official ones in int8, made by
`data/scripts/encoder.py`; the computing is done in 32-bit floats. Sentences of one length go
through together, so that nothing is padded. numpy and the weights are loaded on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from tui.core.language.wordpiece import tokenize, vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

FILE = Path(__file__).resolve().parents[2] / "data" / "encoder.npz"
DIMENSIONS = 384
LAYERS, HEADS = 6, 12
LONGEST = 128
"""Pieces of a sentence that are read, as the model was trained; the rest of it counts nothing."""
MARKS = 3
"""Pieces after those of the vocabulary: an unknown one, the start and the end of a sentence."""
AT_ONCE = 1024
"""Pieces that go through together at most: bounds memory."""


class EncoderError(Exception):
    """The weights cannot be read; the message says why."""


def is_available() -> bool:
    """Whether the weights came with this installation."""
    return FILE.is_file()


def encode(sentences: Sequence[str]) -> Floats:
    """A row of `DIMENSIONS` numbers, of unit length, for each sentence. Raises `EncoderError`."""
    import numpy as np

    rows = np.zeros((len(sentences), DIMENSIONS), np.float32)
    pieces = [_pieces(sentence) for sentence in sentences]
    by_length: dict[int, list[int]] = {}
    for k, own in enumerate(pieces):
        by_length.setdefault(len(own), []).append(k)
    for length, places in by_length.items():
        step = max(1, AT_ONCE // length)
        for start in range(0, len(places), step):
            part = places[start : start + step]
            means = _states(np.asarray([pieces[k] for k in part], np.int64)).mean(axis=1)
            rows[part] = means / np.linalg.norm(means, axis=1, keepdims=True)
    return rows


def _pieces(sentence: str) -> list[int]:
    """The rows of a sentence's pieces, between those of its marks."""
    known = vocabulary()
    unknown, first, last = range(len(known), len(known) + MARKS)
    found = [known.get(piece, unknown) for piece in tokenize(sentence)[: LONGEST - 2]]
    return [first, *found, last]


@cache
def _weights(file: Path) -> dict[str, Floats]:
    """All but the pieces' as floats. Raises `EncoderError`."""
    import numpy as np

    try:
        with np.load(file, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
    except (OSError, ValueError, EOFError, BadZipFile) as fault:
        raise EncoderError(f"{file.name} cannot be read: {fault}") from fault
    if len(arrays.get("pieces", ())) != len(vocabulary()) + MARKS:
        raise EncoderError(f"{file.name} is not for this vocabulary")
    weights = {}
    for name, array in arrays.items():
        if array.dtype == np.int8 and name != "pieces":
            # laid out for the multiplication from the left
            array = np.ascontiguousarray((array * arrays[f"{name}.scales"][:, None]).T)
        weights[name] = array
    return weights


def _states(pieces: Ints) -> Floats:
    """The final states of (batch, length) pieces: (batch, length, DIMENSIONS)."""
    import numpy as np

    weights = _weights(FILE)
    batch, length = pieces.shape
    embedded = weights["pieces"][pieces] * weights["pieces.scales"][pieces][..., None]
    x = (embedded + weights["places"][:length]).reshape(batch * length, DIMENSIONS)
    x = _normed(x, "norm")
    for layer in range(LAYERS):
        parts = (_linear(x, f"{layer}.{part}") for part in ("query", "key", "value"))
        q, k, v = (
            part.reshape(batch, length, HEADS, DIMENSIONS // HEADS).transpose(0, 2, 1, 3)
            for part in parts
        )
        attention: Floats = q @ k.transpose(0, 1, 3, 2)
        attention *= np.float32((DIMENSIONS // HEADS) ** -0.5)
        attention -= attention.max(axis=-1, keepdims=True)
        np.exp(attention, out=attention)
        attention /= attention.sum(axis=-1, keepdims=True)
        mixed = (attention @ v).transpose(0, 2, 1, 3).reshape(batch * length, DIMENSIONS)
        x = _normed(x + _linear(mixed, f"{layer}.mixed"), f"{layer}.mixed.norm")
        inner = _gelu(_linear(x, f"{layer}.inner"))
        x = _normed(x + _linear(inner, f"{layer}.outer"), f"{layer}.outer.norm")
    return x.reshape(batch, length, DIMENSIONS)


def _linear(x: Floats, name: str) -> Floats:
    weights = _weights(FILE)
    product: Floats = x @ weights[name]
    product += weights[f"{name}.bias"]
    return product


def _normed(x: Floats, name: str) -> Floats:
    import numpy as np

    weights = _weights(FILE)
    x = x - x.mean(axis=-1, keepdims=True)
    x /= np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(DIMENSIONS) + np.float32(1e-12))
    x *= weights[name]
    x += weights[f"{name}.bias"]
    return x


def _gelu(x: Floats) -> Floats:
    """Its approximation by the hyperbolic tangent (Hendrycks and Gimpel 2016), within 0.001."""
    import numpy as np

    inner = x * x
    inner *= np.float32(0.044715)
    inner += np.float32(1)
    inner *= x
    inner *= np.float32((2 / np.pi) ** 0.5)
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= x
    inner *= np.float32(0.5)
    return inner
