"""Laying witnesses word under word: nothing is lost, what is the same stands together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.collating import index_of, witnesses
from tui.core.model import Alias, Claim, Date, Entity, Mention, Quantity
from tui.reader.apparatus.blocks import Row, apart_lines, table_lines
from tui.reader.apparatus.collation import Table, collate, likeness
from tui.reader.apparatus.segments import Stand, segments
from tui.reader.apparatus.witness import MOST_WORDS, witness
from tui.reader.words import width_of

WORDS = st.sampled_from("the a of ferry Ferry, sank sinks harbour 渡船 47 was not ﷽ naïve".split())
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


def laid(*texts: str) -> Table:
    base, *others = witnesses(*texts)
    return collate(base, others)


def cells(table: Table) -> list[str]:
    """Each row as it reads: its cells parted by bars, a dot where there is nothing."""
    rows = []
    for r, text in enumerate(table.witnesses):
        parts = [
            " ".join(text.words[p.place].text for p in segment.cells[r]) or "·"
            for segment in segments(table)
        ]
        rows.append(" | ".join(parts))
    return rows


@given(st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_the_cells_of_a_row_are_its_words_in_order(texts: list[str]) -> None:
    table = laid(*texts)
    for r, text in enumerate(table.witnesses):
        places = [c[r] for c in table.columns if c[r] is not None]
        assert places == list(range(len(text.words)))
        in_cells = [p.place for segment in segments(table) for p in segment.cells[r]]
        assert in_cells == places
    assert all(any(place is not None for place in column) for column in table.columns)


@given(st.text(st.sampled_from("ab -—'’.,“”\n\t渡船é1"), min_size=1, max_size=40))
@settings(max_examples=200, deadline=None)
def test_words_are_all_of_the_text_but_its_blanks(text: str) -> None:
    (found,) = witnesses(text)
    assert "".join("".join(text[w.start : w.end].split()) for w in found.words) == "".join(
        text.split()
    )
    starts = [w.start for w in found.words]
    assert starts == sorted(set(starts))


@given(TEXTS, st.integers(2, 4))
@settings(max_examples=60, deadline=None)
def test_identical_witnesses_stand_wholly_under_one_another(text: str, times: int) -> None:
    table = laid(*[text] * times)
    assert all(len(set(column)) == 1 for column in table.columns)
    (segment,) = segments(table)
    assert {piece.stand for cell in segment.cells for piece in cell} == {"same"}


@given(st.lists(TEXTS, min_size=3, max_size=4, unique=True))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_witnesses_moves_no_word(texts: list[str]) -> None:
    base, *others = witnesses(*texts)
    seen = set()
    for order in permutations(range(len(others))):
        table = collate(base, [others[k] for k in order])
        rows = {0: 0, **{k + 1: r for r, k in enumerate(order, 1)}}
        seen.add(tuple(tuple(c[rows[k]] for k in range(len(texts))) for c in table.columns))
    assert len(seen) == 1


def test_variants_stand_between_what_is_shared() -> None:
    table = laid(
        "there was no blockade of the northern road",
        "there was no blockade on the northern road at all",
    )
    assert cells(table) == [
        "there was no blockade | of | the northern road | ·",
        "there was no blockade | on | the northern road | at all",
    ]


def test_a_form_of_the_word_is_matched_and_a_word_of_the_grammar_alone_is_not() -> None:
    assert cells(laid("The mayor reopened it", "A mayor reopens it")) == [
        "The | mayor | reopened | it",
        "A | mayor | reopens | it",
    ]
    # "the" is in both, but nothing near it is.
    first, second = cells(laid("the fire spread quickly", "nobody at all saw the smoke"))
    assert "|" not in first + second


def test_names_numbers_and_dates_are_matched_by_what_they_mean() -> None:
    texts = (
        "the ICRC moved about 980 vehicles on 12 December 2022",
        "since December 12 the Red Cross has moved 990 vehicles",
    )

    def span(text: int, words: str) -> tuple[int, int]:
        start = texts[text].index(words)
        return start, start + len(words)

    def claim(k: int, number: str, low: float, high: float, date: str) -> Claim:
        quantity = Quantity(*span(k, number), low, high, low, counted="vehicle")
        day = Date(*span(k, date), "2022-12-12")
        return Claim(
            f"c{k}", k, 0, 0, len(texts[k]), None, entities=("e",), quantities=(quantity,),
            dates=(day,),
        )  # fmt: skip

    forms = ("ICRC", "Red Cross")
    cross = Entity(
        "e", "Red Cross", "ORG", tuple(Alias(f, 1) for f in forms),
        tuple(Mention(k, *span(k, f), "name") for k, f in enumerate(forms)),
    )  # fmt: skip
    claims = (
        claim(0, "about 980 vehicles", 882, 1078, "12 December 2022"),
        claim(1, "990 vehicles", 990, 990, "December 12"),
    )
    index = index_of(texts, claims, entities=(cross,))
    one, other = (witness(index, c) for c in claims)
    table = collate(one, [other])
    assert cells(table) == [
        "· | the | ICRC | · | moved | about 980 vehicles | on 12 December 2022",
        "since December 12 | the | Red Cross | has | moved | 990 vehicles | ·",
    ]
    stands = {
        table.witnesses[r].words[p.place].text: p.stand
        for s in segments(table)
        for r, cell in enumerate(s.cells)
        for p in cell
    }
    assert stands["ICRC"] == stands["Red Cross"] == stands["about 980 vehicles"] == "kin"
    assert stands["December 12"] == stands["12 December 2022"] == "moved"
    assert stands["moved"] == "same"
    assert stands["has"] == "light"


def test_a_dash_parts_words() -> None:
    (text,) = witnesses("the ferry--a new one—sank")
    assert [word.text for word in text.words] == ["the", "ferry--", "a", "new", "one—", "sank"]
    assert [word.folded for word in text.words] == ["the", "ferry", "a", "new", "one", "sank"]
    # That two texts have a dash says nothing of what they share.
    assert likeness(*witnesses("the ferry — sank", "a mayor — spoke")) == 0.0


def test_a_third_witness_shows_who_agrees_with_whom() -> None:
    table = laid("they were injured by smoke", "they were hurt by smoke", "they were hurt by smoke")
    assert cells(table) == [
        "they were | injured | by smoke",
        "they were | hurt | by smoke",
        "they were | hurt | by smoke",
    ]
    middle: Sequence[Stand] = [cell[0].stand for cell in segments(table)[1].cells]
    assert middle == ["variant", "kin", "kin"]


def test_claims_with_little_in_common_are_told_from_those_alike() -> None:
    a, b, c = witnesses(
        "the alarm had failed twice before",
        "the alarm failed before",
        "the report of the inspectors will appear in spring",
    )
    assert likeness(a, b) == 1.0
    assert likeness(a, c) == 0.0


def test_a_very_long_claim_is_cut_and_says_so() -> None:
    (text,) = witnesses("word " * (MOST_WORDS + 5))
    assert len(text.words) == MOST_WORDS
    lines = apart_lines(text, [], Row([(" ", ())]), 60, ascii_only=False)
    assert lines[-1][-1][0].strip() == "…"


def test_ideographs_are_words_of_their_own() -> None:
    assert cells(laid("渡船在港口沉没。", "渡船在海上沉没。")) == [
        "渡 船 在 | 港 口 | 沉 没。",
        "渡 船 在 | 海 上 | 沉 没。",
    ]


def rows_for(table: Table) -> list[Row]:
    return [Row([(f"{chr(65 + r)} ", ("strong",))]) for r in range(len(table.witnesses))]


@pytest.mark.parametrize("ascii_only", [False, True])
@given(st.lists(TEXTS, min_size=1, max_size=3), st.integers(12, 60))
@settings(max_examples=80, deadline=None)
def test_blocks_fit_their_width_and_hold_every_word(
    ascii_only: bool, texts: list[str], width: int
) -> None:
    table = laid(*texts)
    lines = table_lines(table, segments(table), rows_for(table), width, ascii_only)
    assert all(width_of(line) <= width for line in lines)
    for r, text in enumerate(table.witnesses):
        shown = [
            word
            for line in lines
            if line and line[0][0] == rows_for(table)[r].label[0][0]
            for piece, look in line[1:]
            if look and look != ("quiet",)
            for word in piece.split()
        ]
        assert "".join(shown) == "".join(word.text for word in text.words)


def test_ideographs_stand_together_as_they_are_written() -> None:
    table = laid("渡船在港口沉没。", "渡船在海上沉没。")
    lines = table_lines(table, segments(table), rows_for(table), 40, ascii_only=False)
    assert ["".join(piece for piece, _ in line) for line in lines] == [
        "A 渡船在  港口  沉没。",
        "B 渡船在  海上  沉没。",
    ]


def test_a_witness_with_nothing_left_to_say_takes_no_more_rows() -> None:
    table = laid("the ferry sank and the island was cut off for days", "the ferry sank")
    lines = table_lines(table, segments(table), rows_for(table), 24, ascii_only=False)
    labels = [line[0][0] for line in lines if line]
    assert labels == ["A ", "B ", "A ", "A "]


def test_what_is_shared_begins_in_the_same_cell_of_every_row() -> None:
    table = laid("a ferry of the island sank near the old harbour", "渡 ferry sank off the harbour")
    lines = table_lines(table, segments(table), rows_for(table), 80, ascii_only=False)
    texts = ["".join(piece for piece, _ in line) for line in lines[:2]]
    for word in ("sank", "harbour"):
        starts = {cell_len(text[: text.index(word)]) for text in texts}
        assert len(starts) == 1
