"""Words are cut as BERT's own uncased tokenizer cuts them: the expected pieces are its output."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.language.wordpiece import piece_rows, tokenize, vocabulary


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The harbour reopened.", "the harbour reopened ."),
        ("unaffordable", "una ##ff ##ord ##able"),
        ("Naïve CAFÉ", "naive cafe"),
        ("don’t U.S. co-operate", "don ’ t u . s . co - operate"),
        ("$5 and €5", "$ 5 and € ##5"),
        ("İstanbul ΟΔΥΣΣΕΥΣ", "istanbul ο ##δ ##υ ##σ ##σ ##ε ##υ ##σ"),
        ("東京tower", "東 京 tower"),
        ("soft\u00adware zero\u200bwidth", "software zero ##wi ##dt ##h"),
        ("x" * 101 + " b", "[UNK] b"),
        ("🦊", "[UNK]"),
        ("", ""),
    ],
)
def test_text_is_cut_into_the_original_pieces(text: str, pieces: str) -> None:
    assert tokenize(text) == pieces.split()


@given(st.text())
def test_every_piece_is_in_the_vocabulary(text: str) -> None:
    assert {piece for piece in tokenize(text) if piece != "[UNK]"} <= vocabulary().keys()


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=40))
def test_pieces_spell_the_word(word: str) -> None:
    assert "".join(piece.removeprefix("##") for piece in tokenize(word)) == word
    names = {row: piece for piece, row in vocabulary().items()}
    assert [names[row] for row in piece_rows(word)] == tokenize(word)


def test_a_word_that_cannot_be_spelled_has_no_rows() -> None:
    assert piece_rows("🦊") == ()
