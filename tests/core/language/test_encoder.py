"""Sentences as points: what means the same lies near, and nothing else moves a point."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tui.core.language import encoder
from tui.core.language.encoder import DIMENSIONS, LONGEST, EncoderError, Passage, encode

PARTS = ("point", "whole", "pieces", "states")


def points(*sentences: str) -> np.ndarray:
    """A row for each sentence, read alone."""
    return np.stack([found.point for found in encode([Passage(s) for s in sentences])])


def test_the_same_meaning_lies_nearer_than_the_same_words() -> None:
    said, paraphrase, other = points(
        "The minister resigned after the vote.",
        "When the ballot was over, the cabinet member stepped down.",
        "The vote on the bridge was held after the minister arrived.",
    )
    assert said @ paraphrase > said @ other


def test_a_point_depends_on_its_sentence_alone() -> None:
    sentences = ["The ferry ran aground.", "It rained.", "A ferry struck a rock.", "It rained."]
    together = points(*sentences)
    assert together.shape == (4, DIMENSIONS)
    for row, sentence in zip(together, sentences, strict=True):
        assert np.allclose(row, points(sentence)[0], atol=1e-5)


def test_what_stands_around_a_text_tells_what_it_is_about() -> None:
    of_river, of_money = (
        Passage("it reached the bank", before, ".")
        for before in ("When the boat left the water, ", "When the transfer was made, ")
    )
    river, money, shore = encode([of_river, of_money, Passage("The vessel came ashore.")])
    assert river.point @ shore.point > money.point @ shore.point + 0.1


def test_texts_of_one_sentence_share_it() -> None:
    first, second = encode(
        [Passage("It rained", "", " and it blew."), Passage("it blew", "It rained and ", ".")]
    )
    assert np.array_equal(first.whole, second.whole)
    assert not np.allclose(first.point, second.point, atol=0.01)
    assert first.states.shape == (len(first.pieces), DIMENSIONS) == (2, DIMENSIONS)


def test_of_a_long_sentence_what_is_near_the_text_counts() -> None:
    much = "stone " * LONGEST
    short, near, far = encode(
        [
            Passage("it rained", f"The river {'stone ' * 60}", "stone " * 62),
            Passage("it rained", f"The sea {much}", much),
            Passage("it rained", f"The river {much}", much),
        ]
    )
    assert np.array_equal(near.point, far.point)
    assert not np.allclose(short.point, far.point, atol=1e-3)


def test_how_many_threads_share_the_work_changes_nothing() -> None:
    many = [f"The {n} ferries of the {n + 1} islands ran {'late ' * (n % 7)}." for n in range(80)]
    passages = [Passage(sentence) for sentence in many]
    for one, three in zip(encode(passages, threads=1), encode(passages, threads=3), strict=True):
        assert all(np.array_equal(getattr(one, name), getattr(three, name)) for name in PARTS)


def test_points_are_of_unit_length_whatever_the_text() -> None:
    strange = ["", " \n", "\u2e19\u2e19", "word " * 500, "\ud800", "A" * 3000]
    assert np.allclose(np.linalg.norm(points(*strange), axis=1), 1, atol=1e-5)
    for found in encode([Passage(text, text, text) for text in strange]):
        assert np.allclose(np.linalg.norm(found.states, axis=1), 1, atol=1e-5)
    assert encode([]) == []


def test_weights_that_are_packed_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "encoder.npz"
    np.savez_compressed(file, pieces=np.zeros((9, DIMENSIONS), np.int8))
    monkeypatch.setattr(encoder, "FILE", file)
    with pytest.raises(EncoderError, match=r"encoder\.npz cannot be read: pieces\.npy"):
        encode([Passage("It rained.")])


@pytest.mark.parametrize("content", [None, b"", b"no archive", b"PK\x03\x04 cut off"])
def test_weights_that_cannot_be_read_are_told(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "encoder.npz"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(encoder, "FILE", file)
    with pytest.raises(EncoderError, match=r"encoder\.npz cannot be read"):
        encode([Passage("It rained.")])


def test_weights_for_another_vocabulary_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "encoder.npz"
    np.savez(file, pieces=np.zeros((9, DIMENSIONS), np.int8), **{"pieces.scales": np.ones(9)})
    monkeypatch.setattr(encoder, "FILE", file)
    with pytest.raises(EncoderError, match="vocabulary"):
        encode([Passage("It rained.")])
