from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reports.wrap import cells, fold, plain


@given(st.text(), st.integers(4, 40))
def test_folded_lines_hold_every_character_and_fit(text: str, width: int) -> None:
    text = plain(text)
    lines = list(fold(text, width, "> ", "  "))
    assert "".join("".join(line[2:].split()) for line in lines) == "".join(text.split())
    assert lines[0].startswith("> ")
    assert all(line.startswith("  ") for line in lines[1:])
    assert all(cells(line) <= width for line in lines)


def test_words_are_kept_whole_where_they_fit() -> None:
    assert list(fold("one two three", 9, "- ", "  ")) == ["- one two", "  three"]


@pytest.mark.parametrize(
    ("text", "size"), [("abc", 3), ("道路", 4), ("e\u0301", 1), ("a\u200bb", 2), ("ﾊ", 1)]
)
def test_cells(text: str, size: int) -> None:
    assert cells(text) == size


@given(st.text())
def test_no_document_steers_the_terminal(text: str) -> None:
    assert all(c.isprintable() or ord(c) > 0x9F for c in plain(text))


def test_white_space_is_single_spaces() -> None:
    assert plain(" a\r\n\tb \x1b[31m") == "a b \ufffd[31m"
