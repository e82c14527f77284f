"""Sentences as points: what means the same lies near, and nothing else moves a point."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tui.core.language import encoder
from tui.core.language.encoder import DIMENSIONS, EncoderError, encode


def test_the_same_meaning_lies_nearer_than_the_same_words() -> None:
    said, paraphrase, other = encode(
        [
            "The minister resigned after the vote.",
            "When the ballot was over, the cabinet member stepped down.",
            "The vote on the bridge was held after the minister arrived.",
        ]
    )
    assert said @ paraphrase > said @ other


def test_a_point_depends_on_its_sentence_alone() -> None:
    sentences = ["The ferry ran aground.", "It rained.", "A ferry struck a rock.", "It rained."]
    together = encode(sentences)
    assert together.shape == (4, DIMENSIONS)
    for row, sentence in zip(together, sentences, strict=True):
        assert np.allclose(row, encode([sentence])[0], atol=1e-5)


def test_how_many_threads_share_the_work_changes_nothing() -> None:
    many = [f"The {n} ferries of the {n + 1} islands ran {'late ' * (n % 7)}." for n in range(80)]
    assert np.array_equal(encode(many, threads=1), encode(many, threads=3))


def test_points_are_of_unit_length_whatever_the_text() -> None:
    strange = ["", " \n", "\u2e19\u2e19", "word " * 500, "\ud800", "A" * 3000]
    assert np.allclose(np.linalg.norm(encode(strange), axis=1), 1, atol=1e-5)
    assert encode([]).shape == (0, DIMENSIONS)


def test_weights_that_are_packed_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "encoder.npz"
    np.savez_compressed(file, pieces=np.zeros((9, DIMENSIONS), np.int8))
    monkeypatch.setattr(encoder, "FILE", file)
    with pytest.raises(EncoderError, match=r"encoder\.npz cannot be read: pieces\.npy"):
        encode(["It rained."])


@pytest.mark.parametrize("content", [None, b"", b"no archive", b"PK\x03\x04 cut off"])
def test_weights_that_cannot_be_read_are_told(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "encoder.npz"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(encoder, "FILE", file)
    with pytest.raises(EncoderError, match=r"encoder\.npz cannot be read"):
        encode(["It rained."])


def test_weights_for_another_vocabulary_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "encoder.npz"
    np.savez(file, pieces=np.zeros((9, DIMENSIONS), np.int8), **{"pieces.scales": np.ones(9)})
    monkeypatch.setattr(encoder, "FILE", file)
    with pytest.raises(EncoderError, match="vocabulary"):
        encode(["It rained."])
