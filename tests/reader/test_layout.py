"""Wrapping: nothing is lost, nothing is too wide, and every cell knows its offset."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.reader.layout import Layout, cell_at, draw, harmless, offset_at, row_cells, wrap

PIECES = st.sampled_from(
    [
        "a",
        "word",
        "long-hyphenated-word",
        " ",
        "   ",
        "\t",
        "\n",
        "\r\n",
        "\n\n",
        "漢字",
        "한글、",
        "ｶﾅ",
        "e\u0301",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f",
        "\u200d",
        "\u0301",
        "\x1b[31m",
        "\x07",
        "\x00",
        "\x85",
        "\u2028",
        "\u202e",
        "\u00ad",
        "\ufeff",
        "\u2026",
        "ñ",
        "ж",
        "\n- ",
        "\n  12. ",
        "\n> ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))
WIDTHS = st.integers(2, 40)


def rows(layout: Layout) -> list[tuple[int, int]]:
    return [layout.span(row) for row in range(len(layout))]


@given(TEXTS, WIDTHS, st.booleans())
def test_rows_rejoin_to_the_text(text: str, width: int, spaced: bool) -> None:
    layout = wrap(text, width, spaced)
    assert "".join(text[a:b] for a, b in rows(layout)) == text


@given(TEXTS, WIDTHS)
@example("0000\u200d\u202a0", 5)
@example("0\u200d\u202a\u200d0", 2)
def test_no_row_is_drawn_wider_than_the_width(text: str, width: int) -> None:
    for a, b in rows(wrap(text, width)):
        pieces = draw(text, a, b, width, [a + 1, (a + b) // 2])
        assert sum(size for _, _, size in pieces) <= width
        for _, shown, size in pieces:
            assert cell_len(shown) == size
            assert shown.isprintable() or shown.isspace() or not shown.isascii()
            assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in shown)


@given(TEXTS, WIDTHS)
@example("- one two three", 9)
@example("- 0000\x1f", 6)
def test_every_ink_is_drawn(text: str, width: int) -> None:
    drawn = []
    layout = wrap(text, width)
    for row, (a, b) in enumerate(rows(layout)):
        room = layout.width - layout.hang(row)
        drawn += [i for c in row_cells(text, a, b, room) for i in range(c.start, c.end)]
    missing = set(range(len(text))) - set(drawn)
    assert all(text[i].isspace() or cell_len(harmless(text[i])) == 0 for i in missing)


@given(TEXTS, WIDTHS)
def test_cells_and_offsets_map_to_one_another(text: str, width: int) -> None:
    for a, b in rows(wrap(text, width)):
        x = 0
        for cell in row_cells(text, a, b, width):
            for k in range(cell.width):
                assert offset_at(text, a, b, width, x + k) == cell.start
            if cell.width:
                assert cell_at(text, a, b, width, cell.start) == x
            x += cell.width
        assert offset_at(text, a, b, width, x) is None


@given(TEXTS, WIDTHS, st.booleans(), st.data())
def test_an_offset_is_on_the_row_that_holds_it(
    text: str, width: int, spaced: bool, data: st.DataObject
) -> None:
    if text:
        offset = data.draw(st.integers(0, len(text) - 1))
        layout = wrap(text, width, spaced)
        start, end = layout.span(layout.row_of(offset))
        assert start <= offset < end


@given(TEXTS, WIDTHS, st.lists(st.integers(0, 300), max_size=5))
def test_cuts_change_nothing_that_is_seen(text: str, width: int, cuts: list[int]) -> None:
    for a, b in rows(wrap(text, width)):
        whole = "".join(shown for _, shown, _ in draw(text, a, b, width, []))
        parts = "".join(shown for _, shown, _ in draw(text, a, b, width, sorted(set(cuts))))
        assert parts == whole


def shown(text: str, width: int, spaced: bool = False) -> list[str]:
    layout = wrap(text, width, spaced)
    return [
        " " * layout.hang(row) + "".join(p[1] for p in draw(text, *span, width, []))
        for row, span in enumerate(rows(layout))
    ]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two", 7, ["one two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a\r\nb\n", 9, ["a", "b"]),
        ("a\n\n\nb", 9, ["a", "", "", "b"]),
        ("a\tb", 20, ["a       b"]),
        ("\tb", 4, ["", "b"]),
        ("漢字漢字漢", 5, ["漢字", "漢字", "漢"]),
        ("漢字abc漢", 6, ["漢字", "abc漢"]),
        ("one 漢字 two", 8, ["one 漢字", "two"]),
        ("le caf\u00e9 noir", 7, ["le café", "noir"]),
        ("x\x1b[2Jy", 9, ["x␛[2Jy"]),
        ("", 9, [""]),
        ("- one two three", 9, ["- one two", "  three"]),
        ("  1. one two three", 15, ["  1. one two", "     three"]),
        ("> one two three", 9, ["> one two", "  three"]),
        ("- 漢字漢字", 7, ["- 漢字", "  漢字"]),
        ("- abcdefghij", 7, ["-", "  abcde", "  fghij"]),
        ("-one two three", 9, ["-one two", "three"]),
        ("          - a b c d", 12, ["          -", "a b c d"]),
        ("1998. one two", 9, ["1998. one", "two"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert shown(text, width) == lines


def test_prose_gets_a_blank_row_between_paragraphs_and_no_second_one() -> None:
    assert shown("one\ntwo\n\nthree\n", 9, spaced=True) == ["one", "", "two", "", "three"]


def test_words_of_others_cannot_move_the_cursor() -> None:
    assert harmless("a\x1b[2Jb\n\u202ec\td") == "a␛[2Jb␊c d"
