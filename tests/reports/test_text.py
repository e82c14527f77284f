from __future__ import annotations

from dataclasses import replace

import pytest

from tui.core.comparison import Comparison, compare
from tui.core.document import Document
from tui.core.model import Copy, Evidence, Link, Place
from tui.reports.text import letter, terminal_width, to_text
from tui.reports.wrap import cells

REPORT = """\
A  council.txt, 2024-03-05, 3 sentences, 3 claims
B  paper.md, Flood, 4 sentences, 4 claims, a note

≠ 1 contradiction, ≈ 1 difference, = 1 agreement, + 0 only in A, + 1 only in B

CONTRADICTIONS (1)

 ≠ A  The old bridge was closed on Monday
   B  was never closed — Ada Ruiz (?)
      > polarity: closed, never closed

DIFFERENCES (1)

 ≈ A  40 houses were flooded — Ada Ruiz
   B  About 65 houses were flooded
      > number: 40 and about 65 houses

AGREEMENTS (1)

?= A  The school will open on Friday
   B  The school opens on Friday

ONLY IN B, paper.md (1)

 + Buses still run

ENTITIES (1)

 people
   Ada Ruiz (A 1, B 1): ?the mayor
"""


def test_the_report(bridge: Comparison) -> None:
    assert to_text(bridge) == REPORT


@pytest.mark.parametrize("width", [30, 41, 100])
def test_no_line_is_wider_than_asked(bridge: Comparison, width: int) -> None:
    lines = to_text(bridge, width).splitlines()
    assert max(map(cells, lines)) <= width
    words = " ".join(" ".join(lines).split())
    assert "The old bridge was closed on Monday" in words


def test_marks_in_ascii(bridge: Comparison) -> None:
    report = to_text(bridge, ascii_only=True)
    assert report.isascii()
    assert " ! A  The old bridge" in report
    assert " ~ A  40 houses were flooded -- Ada Ruiz" in report


def test_one_document_is_told_by_its_claims() -> None:
    report = to_text(compare([Document("a.txt", "The bridge was closed.")]))
    assert "CLAIMS of a.txt (1)\n\n + The bridge was closed" in report
    assert "ONLY IN" not in report


def test_a_link_outside_the_correspondences_is_told(bridge: Comparison) -> None:
    inside = Link("c4", "c6", "contradicts", 0.8)
    report = to_text(replace(bridge, links=(*bridge.links, inside)))
    assert "CONTRADICTIONS (2)" in report
    assert " ≠ B  was never closed — Ada Ruiz (?)\n   B  Buses still run\n" in report


def test_copied_passages_and_shared_quotations_are_told(bridge: Comparison) -> None:
    links = tuple(replace(x, copied=x.a == "c3") for x in bridge.links)
    copies = (
        Copy(Place(0, 86, 117), Place(1, 93, 120), 0.8333, 5),
        Copy(Place(0, 62, 84), Place(1, 52, 75), 1.0, 4, True),
    )
    report = to_text(replace(bridge, links=links, copies=copies))
    assert "   B  The school opens on Friday\n      > copied: the same words in A, B\n" in report
    assert report.count("> copied") == 1
    assert (
        "COPIED PASSAGES (1)\n\n"
        " A, B  5 words, 83 % the same: The school will open on Friday.\n\n"
        "SHARED QUOTATIONS (1)\n\n"
        " A, B  4 words, 100 % the same: 40 houses were flooded\n"
    ) in report


def test_the_middle_of_a_long_copy_is_left_out() -> None:
    words = " ".join(f"word{k}" for k in range(40))
    copy = Copy(Place(0, 0, len(words)), Place(1, 0, len(words)), 1.0, 40)
    found = replace(compare([Document("a", words), Document("b", words)]), copies=(copy,))
    shown = " ".join(to_text(found).split())
    assert "word10 word11 … word28 word29" in shown
    assert "word11 ... word28" in to_text(found, 100, ascii_only=True).replace("\n       ", " ")


def test_an_empty_document() -> None:
    report = to_text(compare([Document("a.txt", "", notes=("holds no text",))]))
    assert report == "A  a.txt, 0 sentences, 0 claims, holds no text\n"


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


@pytest.mark.parametrize(
    ("columns", "width"), [("72", 72), ("5", 30), ("300", 100), ("0", 80), ("wide", 80)]
)
def test_the_width_comes_from_columns(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.__stdout__", None)
    assert terminal_width() == width


def test_a_chain_of_sources_and_an_ambiguous_name_are_told() -> None:
    documents = [
        Document("a.txt", "Orth said that Hale had denied that the bridge was closed."),
        Document("b.txt", "Vera Holm and Anton Holm came. Holm spoke."),
    ]
    text = to_text(compare(documents), 100)
    assert "the bridge was closed — Hale, according to Orth" in text
    assert "?Holm (B 1), may be Anton Holm or Vera Holm" in text


def explained(comparison: Comparison, width: int = 100) -> str:
    return " ".join(to_text(comparison, width, explained=True).replace(" > ", " ").split())


def test_each_link_is_explained_in_a_paragraph(bridge: Comparison) -> None:
    first, second, third = bridge.links
    against = (Evidence("words", "only the first: flood; only the second: rain"),)
    second = replace(second, against=against)
    text = explained(replace(bridge, links=(first, second, third)))
    assert (
        "A and B differ (score 0.75): number, 40 and about 65 houses."
        " For the link: words houses, flooded."
        " Against it: words only in A: flood; only in B: rain." in text
    )
    assert "A and B agree, tentatively (score 0.40). For the link: words school, Friday." in text


def test_two_claims_of_a_document_are_told_apart_by_their_words(bridge: Comparison) -> None:
    inside = Link("c1", "c6", "differs", 0.5)
    group = replace(bridge.correspondences[0], claims=("c1", "c4", "c6"))
    found = replace(
        bridge,
        links=(*bridge.links, inside),
        correspondences=(group, *bridge.correspondences[1:]),
    )
    text = explained(found)
    assert 'A and B ("was never closed …") contradict each other (score 0.90)' in text
    assert 'A and B ("Buses still run …") differ (score 0.50)' in text


def test_claims_that_documents_only_pass_on_are_called_reports(bridge: Comparison) -> None:
    first, *others = bridge.links
    quoting = replace(bridge, links=(replace(first, quoting="b"), *others))
    note = "reports differ: B quotes Ada Ruiz"
    assert note in to_text(quoting)
    assert note not in to_text(bridge)
    assert "R" + note[1:] + "." in explained(quoting)
    agreeing = replace(bridge, links=(*others, replace(first, relation="agrees", quoting="b")))
    assert note not in to_text(agreeing)
