"""Numbers and dates over several documents: what is put together, and what is said of it."""

from __future__ import annotations

import pytest

from reader import told
from reader.test_lists import drawn
from reader.told import Told
from tui.reader.filters import Filter
from tui.reader.index import Index
from tui.reader.lists.dates import order_of, value_words
from tui.reader.lists.ledger import Entry, entries
from tui.reader.lists.listing import State
from tui.reader.lists.numbers import Numbers, number_words
from tui.reader.lists.timeline import Timeline

Figure = tuple[str, float | None, float | None, str | None, str | None]


def hurt(count: int, counted: str = "person") -> Told:
    words = f"{count} people were hurt"
    return Told(words, ((f"{count} people", count, count, counted, "injured"),))


def of(found: list[Entry]) -> list[tuple[str, list[str]]]:
    return [(e.standing, [v.claim.id for v in e.values]) for e in found]


def test_linked_numbers_stand_together_and_one_against_all_is_an_outlier() -> None:
    found = told.comparison(
        [[hurt(47)], [hurt(47)], [hurt(61)]],
        links=[("a1", "b1", "agrees"), ("a1", "c1", "differs"), ("b1", "c1", "differs")],
        groups=[(("a1", "b1", "c1"), "differs")],
    )
    listing = Numbers(Index(found))
    assert of(entries(listing.index)) == [("differ", ["a1", "b1", "c1"])]
    lines = drawn(listing, width=120)
    assert "  ≈ person injured  differ: A 47, B 47, C 61" in lines
    assert [line.split()[0] for line in lines if "odd one out" in line] == ["C"]


def test_of_two_that_differ_neither_is_the_outlier() -> None:
    found = told.comparison([[hurt(47)], [hurt(61)]], links=[("a1", "b1", "differs")])
    lines = drawn(Numbers(Index(found)), width=120)
    assert any("differ: A 47, B 61" in line for line in lines)
    assert not any("odd one out" in line for line in lines)


def test_a_range_that_holds_the_number_agrees_with_it() -> None:
    some: Figure = ("about 100", 90, 110, "ship", None)
    exact: Figure = ("104 ships", 104, 104, "ship", None)
    found = told.comparison(
        [[Told("about 100 came", (some,))], [Told("104 ships came", (exact,))]],
        links=[("a1", "b1", "agrees")],
    )
    lines = drawn(Numbers(Index(found)), width=120)
    assert any(line.startswith("  = ship  agree: A 90, B 104") for line in lines)
    assert any("90 to 110" in line for line in lines)


def test_claims_that_are_not_linked_go_together_only_where_that_is_safe() -> None:
    safe = told.comparison([[hurt(47)], [hurt(61)]])
    assert of(entries(Index(safe))) == [("differ", ["a1", "b1"])]
    [line] = [line for line in drawn(Numbers(Index(safe)), width=160) if "differ:" in line]
    assert line.startswith(" ?≈")
    assert line.endswith("counted alike, but the claims are not linked")
    twice = told.comparison([[hurt(47), hurt(3)], [hurt(61)]])
    assert {e.standing for e in entries(Index(twice))} == {"alone"}
    things = [[Told(f"{n} ships came", ((f"{n} ships", n, n, "ship", None),))] for n in (4, 9)]
    assert {e.standing for e in entries(Index(told.comparison(things)))} == {"alone"}


def test_different_numbers_of_one_document_never_stand_in_one_group() -> None:
    found = told.comparison(
        [[hurt(7), hurt(29)], [hurt(29)]],
        links=[("a1", "b1", "differs"), ("a2", "b1", "agrees")],
        named=[("a1", "b1", "number")],
    )
    assert sorted(of(entries(Index(found)))) == [
        ("agree", ["a2", "b1"]),
        ("differ", ["a1", "b1"]),
    ]


def test_those_that_differ_come_first_and_the_others_are_not_left_out() -> None:
    alone: Figure = ("9 crew", 9, 9, "crew", None)
    found = told.comparison(
        [[Told("9 crew were there", (alone,)), hurt(47)], [hurt(61)]],
        links=[("a2", "b1", "differs")],
    )
    listing = Numbers(Index(found))
    rows = listing.rows(Filter(), State())
    assert [row.value.claim.id for row in rows] == ["a2", "b1", "a1"]
    in_order = listing.rows(Filter(), State(sort=1))
    assert [row.value.claim.id for row in in_order] == ["a1", "a2", "b1"]


@pytest.mark.parametrize(
    ("value", "words"),
    [(1200, "1,200"), (0.9, "0.9"), (3.6e9, "3.6 billion"), (1234567, "1,234,567"), (-4, "-4")],
)
def test_numbers_are_written_as_one_reads_them(value: float, words: str) -> None:
    assert number_words(value) == words


# Dates


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2023-01-23", "23 Jan 2023"),
        ("2023-01", "Jan 2023"),
        ("2023", "2023"),
        ("2023-W04", "week 4 of 2023"),
        ("2023-33", "1st quarter 2023"),
        ("199X", "1990s"),
        ("18XX", "1800s"),
        ("-0479", "480 BC"),
        ("T17:50Z", "17:50 UTC"),
        ("T17:50+03:00", "17:50 +03:00"),
        ("T08:00", "08:00"),
    ],
)
def test_dates_are_told_in_words(value: str, words: str) -> None:
    assert value_words(value) == words


def test_dates_stand_in_their_order_the_wider_before_the_narrower() -> None:
    values = ["-0479", "18XX", "199X", "1995", "2023", "2023-33", "2023-01", "2023-01-02"]
    values += ["2023-W01", "2023-02", "2023-34", "T08:00", "T17:50Z"]
    assert sorted(values, key=lambda value: order_of(value)) == [
        *values[:6],
        "2023-01",
        "2023-W01",
        "2023-01-02",
        *values[9:],
    ]
    assert order_of("2023-01-02") < order_of("T08:00", "2023-01-02") < order_of("2023-01-03")


def dated(words: str, value: str | None) -> Told:
    return Told(f"it was {words}", dates=((words, value),))


def test_the_timeline_tells_dates_that_differ_and_events_in_opposite_order() -> None:
    found = told.comparison(
        [
            [dated("on 5 May", "2031-05-05"), dated("on 7 May", "2031-05-07")],
            [dated("on 9 May", "2031-05-09"), dated("on May 7", "2031-05-07")],
        ],
        links=[("a1", "b1", "differs"), ("a2", "b2", "agrees")],
    )
    lines = drawn(Timeline(Index(found)), width=120)
    days = [line[4:14].strip() for line in lines if "May 2031" in line[:14]]
    assert days == ["5 May 2031", "7 May 2031", "9 May 2031"]
    at = next(k for k, line in enumerate(lines) if "on 5 May" in line)
    assert (
        lines[at + 1]
        .strip()
        .startswith("≈ B says on 9 May (9 May 2031); A puts it before, B after")
    )
    seventh = [line for line in lines if "7 May" in line[:14] or "May 7" in line]
    assert [line[4:14].strip() for line in seventh][:2] == ["7 May 2031", ""]


def test_order_is_compared_both_ways_and_not_with_itself() -> None:
    found = told.comparison(
        [
            [dated("on 3 May", "2031-05-03"), dated("on 9 May", "2031-05-09")],
            [dated("on May 3", "2031-05-03"), dated("on 1 May", "2031-05-01")],
        ],
        links=[("a1", "b1", "agrees"), ("a2", "b2", "differs")],
    )
    lines = [line.strip() for line in drawn(Timeline(Index(found)), width=120)]
    assert "≈ A says on 9 May (9 May 2031); A puts it after, B before: it was on 3 May" in lines
    only = told.comparison(
        [[dated("on 9 May", "2031-05-09")], [dated("on 1 May", "2031-05-01")]],
        links=[("a1", "b1", "differs")],
    )
    assert not any("puts it" in line for line in drawn(Timeline(Index(only)), width=120))


def test_unknown_dates_come_last_as_they_are_written() -> None:
    found = told.comparison(
        [
            [
                dated("on Monday", None),
                dated("in 1998", "1998"),
                dated("at noon", "T12:00"),
            ]
        ]
    )
    lines = [line for line in drawn(Timeline(Index(found))) if line]
    assert [line[4:24].strip() for line in lines] == [
        "1998",
        "times of an unknown",
        "12:00",
        "day not known",
        "on Monday",
    ]


def test_conflicts_first() -> None:
    found = told.comparison(
        [[dated("in 1990", "1990"), dated("in 1998", "1998")], [dated("in 1999", "1999")]],
        links=[("a2", "b1", "differs")],
    )
    listing = Timeline(Index(found))
    rows = listing.rows(Filter(), State(sort=1))
    assert [row.claim.id for row in rows] == ["a2", "b1", "a1"]


def test_dates_that_differ_stand_in_the_ledger_too() -> None:
    found = told.comparison(
        [[dated("in 1998", "1998")], [dated("in 1999", "1999")]],
        links=[("a1", "b1", "differs")],
    )
    lines = drawn(Numbers(Index(found)))
    assert "  ≈ dates  differ: A 1998, B 1999" in lines
