"""What is copied: the document's own words, and where they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import sample
from tui.core.document import Span
from tui.reader import layout
from tui.reader.citations import citation, copied_words, correspondence, place_words, words
from tui.reader.clipboard import LIMIT, too_long
from tui.reader.index import Index
from tui.reader.selection import between, under

INDEX = Index(sample.comparison())
CLAIMS = {claim.id: claim for claims in INDEX.claims for claim in claims}


def test_a_claim_is_copied_letter_for_letter() -> None:
    broken = sample.HARBOUR.replace("near Tolvik on", "near\r\nTolvik \t on")
    documents = (replace(sample.documents()[0], text=broken), *sample.documents()[1:])
    index = Index(replace(sample.comparison(), documents=documents))
    exact = "The ferry Marlena ran aground near\r\nTolvik \t on Saturday evening."
    claim = replace(CLAIMS["c1"], end=CLAIMS["c1"].start + len(exact))
    assert words(index, claim) == exact


def test_a_citation_says_who_where_and_when() -> None:
    assert citation(INDEX, CLAIMS["c5"]) == (
        "“every buoy was lit”, said by Harbour Authority (harbour.txt, 4 May 2031, line 4)"
    )
    assert citation(INDEX, CLAIMS["c17"], ascii_only=True) == (
        '"No passenger was left on board after midnight." (bulletin.txt, line 3)'
    )


def test_a_correspondence_gives_each_document_its_word() -> None:
    text, claims = correspondence(INDEX, CLAIMS["c6"])
    assert claims == 2
    assert text == (
        "A: “forty-seven people were treated for minor injuries”, said by Per Osk\n"
        "B, differs: “Sixty-one people were hurt”, said by the hospital in Tolvik\n"
        "A is harbour.txt, 4 May 2031\n"
        "B is courier.txt, 5 May 2031\n"
        "no counterpart in C"
    )
    text, claims = correspondence(INDEX, CLAIMS["c5"])
    assert claims == 4
    assert "\nB, contradicts: “two buoys in the channel had been dark for weeks”, said by" in text
    assert "\nB, perhaps agrees: “The Harbour Authority denied this.”\n" in text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("one two", "characters 5 to 7"),
        ("one two\n", "characters 5 to 7"),
        ("one two\nthree", "line 1"),
        ("\none two\nthree", "line 2"),
        ("one\n\ntwo\nthree", "line 3"),
        ("one tw\no three", "lines 1 to 2"),
    ],
)
def test_a_place_is_a_line_where_there_are_lines(text: str, wanted: str) -> None:
    start = text.index("tw")
    assert place_words(text, start, text.index("o", start) + 1) == wanted


def test_what_was_copied_is_said() -> None:
    assert copied_words("x", 1) == "copied 1 claim, 1 character"
    assert copied_words("four", 2) == "copied 2 claims, 4 characters"
    assert copied_words("four", 1, source=True) == "copied 1 claim with its source, 4 characters"
    assert copied_words("four") == "copied 4 characters"


def test_too_much_is_refused_in_words() -> None:
    assert too_long("x" * LIMIT) == ""
    assert too_long("é" * (LIMIT // 2 + 1)) == (
        "not copied: 74,996 bytes are more than the 74,994 that terminals take"
    )


# -- what the mouse is over


def test_cells_before_and_after_a_row_select_none_of_it() -> None:
    text = "a 漢 b\nnext"
    rows = layout.wrap(text, 20)
    assert under(text, rows, 0, -1) == Span(0, 0)
    assert under(text, rows, 0, 0) == Span(0, 1)
    assert under(text, rows, 0, 2) == under(text, rows, 0, 3) == Span(2, 3)
    assert under(text, rows, 0, 19) == Span(5, 5)
    assert under(text, rows, 9, 0) == Span(6, 7)
    assert text[slice(*between(under(text, rows, 1, 1), under(text, rows, 0, 2)))] == "漢 b\nne"


@given(
    st.lists(st.sampled_from(["word ", "漢字", "e\u0301", "\t", "\n", "👩\u200d👧 "])).map("".join),
    st.integers(2, 20),
    st.integers(0, 30),
    st.integers(-1, 25),
)
def test_no_character_is_ever_cut(text: str, width: int, row: int, x: int) -> None:
    rows = layout.wrap(text, width)
    found = under(text, rows, row, x)
    assert 0 <= found.start <= found.end <= len(text)
    bounds = {0, len(text)}
    for k in range(len(rows)):
        for cell in layout.row_cells(text, *rows.span(k), rows.width):
            bounds.update((cell.start, cell.end))
        bounds.update(rows.span(k))
    assert {found.start, found.end} <= bounds
