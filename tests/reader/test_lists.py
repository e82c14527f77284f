"""The rows of the lists: what stands in them, in which order, and how it is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reader import namesakes, sample, told
from reader.told import Told
from tui.core.comparison import Comparison
from tui.core.model import Link
from tui.reader.filters import Filter
from tui.reader.index import Index
from tui.reader.keys import bindings
from tui.reader.lists.cells import claim_words, words_of, wrapped
from tui.reader.lists.listing import Listing, State, View, window
from tui.reader.lists.names import Names
from tui.reader.lists.overview import Overview
from tui.reader.lists.shelf import LISTS, Shelf
from tui.reader.lists.speakers import Said, Speaker, Speakers
from tui.reader.lists.surround import tabs_line
from tui.reader.words import width_of


def text_of(lines: Any) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def drawn(listing: Listing[Any], state: State | None = None, width: int = 100) -> list[str]:
    """All lines of a list, the cursor nowhere."""
    state = state or State()
    rows = listing.rows(Filter(), state)
    documents = len(listing.index.comparison.documents)
    view = View(width, window(listing.room(width), documents, 0, 0, listing.least))
    lines: list[str] = []
    for k in range(len(rows)):
        row = listing.draw(rows, k, view, at=False)
        lines += text_of([*row.before, *row.lines])
    return lines


def overview(found: Comparison | None = None) -> Overview:
    return Overview(Index(found or sample.comparison()))


# The overview


def test_what_the_first_document_lacks_stands_after_what_is_said_just_before_it() -> None:
    found = told.comparison(
        [
            [Told("one"), Told("two"), Told("three")],
            [Told("zero"), Told("two again"), Told("two and a half"), Told("three again")],
            [Told("half of that"), Told("two and a half too"), Told("the end")],
        ],
        groups=[
            (("a2", "b2"), "agrees"),
            (("a3", "b4"), "agrees"),
            (("b3", "c2"), "agrees"),
        ],
    )
    rows = overview(found).rows(Filter(), State())
    firsts = [row.claims[0].id for row in rows]
    assert firsts == ["a1", "b1", "a2", "c1", "b3", "c3", "a3"]


def test_every_claim_stands_in_the_overview() -> None:
    listing = overview()
    shown = {c.id for row in listing.rows(Filter(), State()) for c in row.claims}
    assert shown == {c.id for c in sample.comparison().claims}


def test_a_contradiction_outside_of_all_correspondences_is_not_lost() -> None:
    whole = sample.comparison()
    inside = Link("c8", "c9", "contradicts", 0.6)
    rows = overview(replace(whole, links=(*whole.links, inside))).rows(Filter(), State())
    pair = next(row for row in rows if {c.id for c in row.claims} == {"c8", "c9"})
    assert pair.kind == "contradicts"
    assert [len(cell) for cell in pair.cells] == [0, 2, 0]


def test_cells_have_the_exact_words_and_silence_has_a_dot() -> None:
    lines = drawn(overview(), width=160)
    row = next(line for line in lines if "every buoy was lit" in line)
    assert row.startswith("  ≠ Harbour Authority: every buoy was lit")
    assert "Fishermen: two buoys in the channel had been dark" in row
    alone = next(line for line in lines if "Passengers praised the crew" in line)
    assert alone.startswith("  + · ")
    assert alone.endswith("·")


def test_in_a_narrow_terminal_cells_stand_under_one_another() -> None:
    lines = drawn(overview(), width=80)
    at = next(k for k, line in enumerate(lines) if "every buoy was lit" in line)
    assert lines[at] == "  ≠ A   Harbour Authority: every buoy was lit"
    assert lines[at + 1].startswith("     B  Fishermen: two buoys")
    assert lines[at + 2].startswith("      C the Coast Watch: Two lights")
    assert "  + ·B· Passengers praised the crew for staying calm." in lines


def test_orders() -> None:
    listing = overview()
    loudest = [row.kind for row in listing.rows(Filter(), State(sort=1))]
    assert loudest == sorted(loudest, key=["contradicts", "differs", "only", "agrees"].index)
    lines = drawn(listing, State(sort=1), width=160)
    assert lines[1] == "  ≠ contradicts  1"
    scores = [row.score for row in listing.rows(Filter(), State(sort=2))]
    assert scores[0] == max(scores)
    assert scores[-1] == 0


def test_a_filter_asks_for_the_relation_of_the_row_and_for_somebody_in_it() -> None:
    listing = overview()
    rows = listing.rows(Filter(frozenset({"contradicts"})), State())
    assert [row.claims[0].id for row in rows] == ["c5"]
    by_dahl = listing.rows(Filter(speaker="e1"), State())
    assert [[c.id for c in row.claims] for row in by_dahl] == [["c3", "c10"]]


def test_the_differing_words_stand_out_and_the_others_do_not() -> None:
    found = told.comparison(
        [
            [Told("47 people were hurt", (("47 people", 47, 47, "person", "injured"),))],
            [Told("some said 61 were hurt", (("61", 61, 61, "person", "injured"),))],
        ],
        links=[("a1", "b1", "differs")],
        groups=[(("a1", "b1"), "differs")],
        named=[("a1", "b1", "number")],
    )
    listing = overview(found)
    rows = listing.rows(Filter(), State())
    lines = listing.draw(rows, 0, View(100, range(2)), at=False).lines
    loud = [text for text, classes in lines[0] if "differs" in classes]
    assert loud == ["47 people", "61"]


# Cells


@pytest.mark.parametrize(
    "words", ["plain words here", "船は土曜日の夜に座礁した。乗客は無事", "a👨‍👩‍👧b " * 9]
)
def test_no_line_is_wider_than_its_cell(words: str) -> None:
    for width in range(4, 40):
        lines = wrapped(words_of(words, 0, len(words)), width, 2, ascii_only=False)
        assert len(lines) <= 2
        assert all(width_of(line) <= width for line in lines)


def test_words_are_whole_until_they_are_cut() -> None:
    text = "The  ferry\n ran aground near the town."
    marked = words_of(text, 0, len(text), marked=[(5, 10), (12, 15)])
    assert [marked.text[a:b] for a, b, _ in marked.marks] == ["ferry", "ran"]
    joined = " ".join(text_of(wrapped(marked, 12, 9, ascii_only=False)))
    assert joined == "The ferry ran aground near the town."
    assert text_of(wrapped(marked, 12, 2, ascii_only=True))[-1].endswith("...")


def test_who_states_a_claim_is_told_before_it_and_set_apart() -> None:
    index = Index(sample.comparison())
    claim = next(c for c in index.comparison.claims if c.id == "c16")
    words = claim_words(index, claim)
    assert words.text == "the Coast Watch: Two lights in the channel were out of order"
    assert words.pieces(0, 17) == [("the Coast Watch: ", ("source",))]


def test_columns_move_only_as_far_as_they_must() -> None:
    assert list(window(160, 3, 0, 0, 34)) == [0, 1, 2]
    assert list(window(160, 8, 0, 0, 34)) == [0, 1, 2, 3]
    assert list(window(160, 8, 0, 5, 34)) == [2, 3, 4, 5]
    assert list(window(160, 8, 2, 3, 34)) == [2, 3, 4, 5]
    assert list(window(160, 8, 4, 0, 34)) == [0, 1, 2, 3]
    assert list(window(76, 2, 0, 0, 34)) == [0, 1]
    assert not window(76, 3, 0, 0, 34)


@pytest.mark.parametrize("action", LISTS)
def test_lines_fit_every_width_and_ascii_is_kept(action: str) -> None:
    for found in (sample.comparison(), namesakes.comparison()):
        listing = Shelf(Index(found)).listing(action)
        state = State(opened={f"by {who}" for who in ("e1", "e2", "nobody")})
        rows = listing.rows(Filter(), state)
        for width in (30, 80, 100, 160):
            shown = window(listing.room(width), len(found.documents), 0, 0, listing.least)
            view = View(width, shown, ascii_only=True)
            for k in range(len(rows)):
                row = listing.draw(rows, k, view, at=True)
                assert row.lines
                for line in [*row.before, *row.lines]:
                    assert width_of(line) <= width
                    assert "".join(text for text, _ in line).isascii()


# Who says what


def test_speakers_counts_add_up_and_the_narrator_comes_last() -> None:
    listing = Speakers(Index(sample.comparison()))
    rows = listing.rows(Filter(), State())
    speakers = [row for row in rows if isinstance(row, Speaker)]
    assert sum(row.total for row in speakers) == len(sample.comparison().claims)
    assert speakers[-1].who is None
    dahl = next(row for row in speakers if row.who == "e1")
    assert dahl.counts == ((("agrees", 1),), (("agrees", 1),), ())


def test_an_unfolded_speaker_has_the_claims_below() -> None:
    listing = Speakers(Index(sample.comparison()))
    rows = listing.rows(Filter(), State(opened={"by e2"}))
    at = next(k for k, row in enumerate(rows) if isinstance(row, Speaker) and row.who == "e2")
    below = [row.claim.id for row in rows[at + 1 :] if isinstance(row, Said)]
    assert below == ["c4", "c5"]
    lines = drawn(listing, State(opened={"by e2"}))
    assert any(line.startswith("    A  ≠  every buoy was lit") for line in lines)


def test_differences_first() -> None:
    listing = Speakers(Index(sample.comparison()))
    first = listing.rows(Filter(), State(sort=1))[0]
    assert isinstance(first, Speaker)
    assert first.name in ("Harbour Authority", "Fishermen", "the Coast Watch", "Per Osk")


# Names


def test_entities_that_are_called_differently_come_first() -> None:
    listing = Names(Index(sample.comparison()))
    rows = listing.rows(Filter(), State())
    kinds = [row.kind for row in rows]
    assert kinds == sorted(kinds, key=["differs", "agrees", "only"].index)
    dahl = next(row for row in rows if row.entity.id == "e1")
    assert dahl.kind == "differs"
    assert [[f.text for f in cell] for cell in dahl.forms] == [
        ["Captain Ines Dahl"],
        ["Dahl, the captain"],
        [],
    ]
    tolvik = next(row for row in rows if row.entity.id == "e4")
    assert tolvik.kind == "agrees"


def test_uncertain_names_have_a_question_mark() -> None:
    lines = drawn(Names(Index(namesakes.comparison())), width=160)
    at = next(k for k, line in enumerate(lines) if line.startswith("  ≈ Ada Moreau"))
    assert lines[at].endswith("?A. Moreau")
    assert "?The director" in lines[at + 1]


@pytest.mark.parametrize("action", list(LISTS))
def test_the_list_one_is_in_is_named_however_narrow_the_terminal(action: str) -> None:
    for width in (40, 60, 80):
        (line,) = text_of([tabs_line(action, bindings(), [], width, False)])
        assert LISTS[action].title in line[:width]
        assert all(f" {key}" in line for key in "o#@TE")
