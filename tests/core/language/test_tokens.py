"""Tokens: where words are cut, and that nothing but white space is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.language.tokens import tokenize


def words(text: str) -> list[str]:
    return list(tokenize(text).words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He didn't go.", "He did n't go ."),
        ("They won’t, can't and cannot.", "They wo n’t , ca n't and can not ."),
        ("Uruguay’s and CHINA'S", "Uruguay ’s and CHINA 'S"),
        ("I'm sure we've said they'd go", "I 'm sure we 've said they 'd go"),
        ("Lt. Gen. J. Smith of the U.S. army", "Lt. Gen. J. Smith of the U.S. army"),
        ("e.g. at 5 p.m. sharp", "e.g. at 5 p.m. sharp"),
        ("the U.S.-led force", "the U.S.-led force"),
        ("He left Acme Inc.", "He left Acme Inc ."),
        ("Acme Inc. said no. No. 5 did.", "Acme Inc. said no . No. 5 did ."),
        ("3.5% of 1,200 at 12:30", "3.5 % of 1,200 at 12:30"),
        ("$5, £3m, US$40", "$ 5 , £ 3m , US$ 40"),
        ("the Harlow-Dunmore road", "the Harlow-Dunmore road"),
        ("pre- and post-war", "pre- and post-war"),
        ("1990–95 — well -- yes…", "1990 – 95 — well -- yes …"),
        ("AT&T asked O'Brien about Côte d’Ivoire", "AT&T asked O'Brien about Côte d’Ivoire"),
        ("and/or 9/11", "and / or 9/11"),
        ("“Yes,” «да» (so) [1]", "“ Yes , ” « да » ( so ) [ 1 ]"),
        ('"No!" he said...', '" No ! " he said ...'),
        ("ICRC.The President", "ICRC . The President"),
        (
            "mail a.b@c.org or see https://x.org/a?b=1, or example.com.",
            "mail a.b@c.org or see https://x.org/a?b=1 , or example.com .",
        ),
    ],
)
def test_cuts(text: str, expected: str) -> None:
    assert words(text) == expected.split(" ")


@pytest.mark.parametrize(
    "text",
    [
        "I did n't say `` hello '' , John 's brother ca n't .",
        "The U.S. firm ( AT&T ) paid $ 3.5 million -- or 5 % -- in 2-1 .",
    ],
)
def test_text_put_together_from_tokens_keeps_its_tokens(text: str) -> None:
    assert words(text) == text.split(" ")


def test_combining_marks_and_soft_hyphens_stay_inside_words() -> None:
    assert words("cafe\u0301 ex\u00adample") == ["cafe\u0301", "ex\u00adample"]


def test_offsets_count_in_the_whole_text() -> None:
    text = "One two. Three didn't."
    tokens = tokenize(text, 9, len(text))
    assert tokens.words == ("Three", "did", "n't", ".")
    assert [*tokens.starts] == [9, 15, 18, 21]
    assert [*tokens.ends] == [14, 18, 21, 22]


PIECES = st.lists(
    st.one_of(
        st.sampled_from(["don't", "U.S.", "Inc.", " ", "\n", "'", "’s", "5", ".", "-", "No.", "$"]),
        st.text(max_size=6),
    )
).map("".join)


@given(PIECES, st.integers(0, 20), st.integers(0, 20))
def test_tokens_hold_everything_but_white_space(text: str, cut: int, size: int) -> None:
    start = min(cut, len(text))
    end = min(start + size, len(text))
    tokens = tokenize(text, start, end)
    at = start
    for word, a, b in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert a < b
        assert text[at:a].strip() == ""
        assert text[a:b] == word
        at = b
    assert at <= end
    assert text[at:end].strip() == ""
