"""What the apparatus says of a claim: figures, voices, reasons, and who says nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import sample, told
from reader.collating import index_of
from reader.told import Told
from tui.core.document import Span
from tui.core.model import Attribution, Claim, Date, Difference, Evidence, Link, Quantity, Voice
from tui.reader.apparatus.figures import figure_rows, says
from tui.reader.apparatus.flow import flow, fold_line
from tui.reader.apparatus.page import heading, page
from tui.reader.apparatus.room import opened
from tui.reader.apparatus.voices import voice
from tui.reader.fitting import fit
from tui.reader.index import Index
from tui.reader.words import Line, width_of

INDEX = Index(sample.comparison())


def claim(name: str, index: Index = INDEX) -> Claim:
    return next(c for c in index.comparison.claims if c.id == name)


def shown(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def page_of(name: str, index: Index = INDEX, width: int = 100, ascii_only: bool = False) -> str:
    return "\n".join(shown(page(index, claim(name, index), frozenset(), width, ascii_only)))


def test_the_sources_stand_under_one_another_with_who_says_it_and_why() -> None:
    assert page_of("c6").splitlines() == [
        "▌A    forty-seven  people were  treated for minor injuries",
        " B  ≈ Sixty-one    people were  hurt",
        "      no counterpart in C",
        " who    A Per Osk   B the hospital in Tolvik",
        " why    A and B differ (score 0.77): words, forty-seven and sixty-one people.",
        "        The score says how surely they are about one matter, from 0 to 1.",
    ]


def test_two_claims_of_one_document_are_told_apart() -> None:
    lines = page_of("c5").splitlines()
    assert [line[:6].split() for line in lines[:4]] == [
        ["▌A"],
        ["B1", "≠"],
        ["C", "≠"],
        ["B2", "?="],
    ]
    assert any("A and B2 agree, tentatively (score 0.50)" in line for line in lines)


def test_a_claim_that_stands_alone_says_so_and_who_states_it() -> None:
    assert page_of("c4").splitlines() == [
        " only A states this: no counterpart in B or C",
        " who    A Harbour Authority",
    ]


@pytest.mark.parametrize("width", [40, 79, 80, 131, 132, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_its_room(width: int, ascii_only: bool) -> None:
    for found in INDEX.comparison.claims:
        lines = page(INDEX, found, frozenset(), width, ascii_only)
        assert all(width_of(line) < width for line in lines)
        assert all(text.isascii() for line in lines for text, _ in line) or not ascii_only
        mark = heading(INDEX, found, "", "Ctrl+E: 12 more lines", width, ascii_only)
        assert width_of(mark) == width


def test_sources_that_say_the_very_same_share_a_row() -> None:
    same = "The ferry sank near the harbour."
    links = [Link("c0", f"c{k}", "agrees", 0.9) for k in (1, 2, 3)]
    index = index_of(["A ferry sank off the harbour.", same, same, "The ship sank."], links=links)
    labels = [line.split(" = ")[0].strip() for line in page_of("c0", index).splitlines()[1:3]]
    assert labels == ["BC", "D"]


def marked(index: Index, name: str, look: str) -> list[str]:
    lines = page(index, claim(name, index), frozenset(), 100, ascii_only=False)
    return [text for line in lines for text, looks in line if look in looks]


def test_where_claims_differ_the_words_are_loud_and_what_differs_is_named_below() -> None:
    texts = ("The fire killed nobody in the port.", "The fire killed nine people in the port.")
    link = Link(
        "c1", "c0", "contradicts", 0.8, (Evidence("words", "fire, port"),),
        (Difference("number", Span(16, 27), Span(16, 22), "nine people and nobody"),),
    )  # fmt: skip
    index = index_of(texts, links=[link])
    assert marked(index, "c0", "loud-contradicts") == ["nobody", "nine people"]
    first, second, below, *_ = page_of("c0", index).splitlines()
    assert below.index("≠ number") == first.index("nobody") == second.index("nine")
    # A difference as long as a whole claim marks nothing: everything would be loud.
    whole = replace(link, differences=(replace(link.differences[0], a=Span(0, 40), b=Span(0, 35)),))
    long = tuple(f"{t} It burned on for two more days and three long nights." for t in texts)
    whole = replace(whole, differences=(Difference("modality", Span(0, 90), Span(0, 88), ""),))
    assert marked(index_of(long, links=[whole]), "c0", "loud-contradicts") == []


def test_numbers_and_dates_stand_side_by_side_with_what_they_mean() -> None:
    texts = ("about 980 cars, 47 hurt, on 12 May 2031", "some 980 cars, 61 hurt, on May 12", "none")
    per_text = (
        ((0, 14, 882, 1078, 980, "car"), (16, 23, 47, 47, 47, "hurt")),
        ((0, 13, 882, 1078, 980, "car"), (15, 22, 61, 61, 61, "hurt")),
        (),
    )
    days = (["12 May 2031"], ["May 12"], [])
    claims = [
        Claim(
            f"c{k}", k, 0, 0, len(text),
            quantities=tuple(
                Quantity(a, b, low, high, value, counted=noun)
                for a, b, low, high, value, noun in per_text[k]
            ),
            dates=tuple(Date(len(text) - len(day), len(text), "2031-05-12") for day in days[k]),
        )
        for k, text in enumerate(texts)
    ]  # fmt: skip
    rows = figure_rows(index_of(texts, claims), claims, ["A", "B", "C"])
    assert [(r.name, r.verdict, r.words) for r in rows] == [
        ("car", "same", "same"),
        ("hurt", "differ", "differ: 47 and 61"),
        ("date", "same", "same"),
    ]
    assert [(f.name, f.written, f.means) for f in rows[0].figures] == [
        ("A", "about 980 cars", "882–1,078"),
        ("B", "some 980 cars", "882–1,078"),
    ]
    assert [(f.written, f.means) for f in rows[2].figures] == [
        ("12 May 2031", ""),
        ("May 12", "12 May 2031"),
    ]


def test_a_figure_of_one_source_alone_is_said_to_be() -> None:
    one = Claim("c0", 0, 0, 0, 10, quantities=(Quantity(0, 2, 47, 47, 47, counted="car"),))
    other = Claim("c1", 1, 0, 0, 8, quantities=(Quantity(0, 4, 3, 3, 3, unit="km"),))
    rows = figure_rows(
        index_of(["47 cars ran", "3 km off"], [one, other]), [one, other], ["A", "B"]
    )
    assert [(r.name, r.words) for r in rows] == [("car", "only in A"), ("", "only in B")]


def test_voices_say_through_whom_and_in_what_manner_where_that_differs() -> None:
    texts = ("He said the road was reportedly shut", "the road was not shut")
    said = Attribution(
        None, Span(0, 2), "He", Span(3, 7), tentative=True, chain=(Voice(None, None, "Orth", None),)
    )
    a = Claim("c0", 0, 0, 8, 36, said, hedge=Span(21, 31), quoted=True)
    b = Claim("c1", 1, 0, 0, 21, negated=True)
    index = index_of(texts, [a, b])
    words = ["".join(t for t, _ in voice(index, c, [a, b], ascii_only=False)) for c in (a, b)]
    assert words == [
        "perhaps He, according to Orth, in quotation marks, with “reportedly”, affirming it",
        "the text itself, denying it",
    ]


def test_the_heading_has_the_relation_and_its_place_among_its_like() -> None:
    line = shown([heading(INDEX, claim("c5"), "", "", 70, ascii_only=False)])[0]
    assert line.startswith("─ ≠ contradicts  1 of 1 in A ──")
    assert line.endswith("── claim 5 of 7 in A ─")
    line = shown([heading(INDEX, claim("c7"), "no more claims in A", "", 70, ascii_only=True)])[0]
    assert line.startswith("- ~ differs  2 of 2 in A --")
    assert line.endswith("-- no more claims in A -")


def test_text_flows_between_words_and_keeps_its_looks() -> None:
    line: Line = [("several words ", ("strong",)), ("and several more", ("text",))]
    assert shown(fold_line(line, 12, "  ")) == ["several", "  words and", "  several", "  more"]
    assert shown(flow([[("one", ())], [("two", ())], [("three", ())]], 10)) == [
        "one   two",
        "three",
    ]
    assert shown(fold_line([("abcdefghij", ())], 4)) == ["abcd", "efgh", "ij"]


@pytest.mark.parametrize(("height", "rows"), [(24, 9), (44, 17), (60, 17), (10, 2), (6, 1)])
def test_open_it_takes_less_than_half_of_the_screen(height: int, rows: int) -> None:
    fitted = fit(80, height, (0, 1), 0, 0, None)
    wide = opened(fitted, height)
    assert wide.apparatus == rows
    assert wide.apparatus >= fitted.apparatus
    assert wide.apparatus + 1 < height / 2 or wide == fitted


def test_a_date_that_is_written_in_full_is_not_said_again() -> None:
    assert says("June 1, 2023", "1 Jun 2023")
    assert not says("June 1", "1 Jun 2023")
    assert not says("Monday morning", "4 Mar 2024")


def test_what_denies_stands_out_where_one_claim_denies_the_other() -> None:
    found = told.comparison(
        [[Told("The bridge was closed")], [Told("The bridge was never closed")]],
        links=[("a1", "b1", "contradicts")],
    )
    denied = Difference("polarity", Span(15, 21), Span(21, 27), "one denies it")
    found = replace(
        found,
        claims=(found.claims[0], replace(found.claims[1], negated=True)),
        links=(replace(found.links[0], differences=(denied,)),),
    )
    index = Index(found)
    lines = page(index, found.claims[0], frozenset(), 100, False)
    loud = [text for line in lines for text, look in line if "loud-contradicts" in look]
    assert "never" in loud
