"""The documents out of sight are named, as fully as there is room, and none is passed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import sample
from tui.reader.edges import edge_line
from tui.reader.index import Index
from tui.reader.panel import apparatus_lines
from tui.reader.session import Session
from tui.reader.words import Line


def words(line: Line) -> str:
    return "".join(text for text, _classes in line)


@pytest.mark.parametrize(
    ("width", "after", "shown"),
    [
        (20, True, " B≠2 C≠ D › "),
        (20, False, " ‹ B≠2 C≠ D "),
        (11, True, " B C D › "),
        (8, True, " +3 › "),
        (3, True, ""),
    ],
)
def test_documents_out_of_sight(width: int, after: bool, shown: str) -> None:
    index = Index(sample.comparison())
    claim = next(c for c in index.comparison.claims if c.id == "c5")
    found = index.counterparts(claim)
    assert words(edge_line((1, 2, 3), found, after, "title", width, False)) == shown


def test_no_document_waits_for_the_second_counterpart_of_another() -> None:
    comparison = sample.comparison()
    links = tuple(
        replace(link, relation="contradicts", score=0.99, tentative=False)
        if (link.a, link.b) == ("c5", "c12")
        else link
        for link in comparison.links
    )
    session = Session(comparison.documents)
    index = Index(replace(comparison, links=links))
    session.receive(index, [0, 0, 0])
    session.go(next(c for c in index.claims[0] if c.id == "c5"))
    letters = [c.claim.document for c in session.counterparts()]
    assert letters == [1, 1, 2]
    lines = apparatus_lines(session, "", (), 4, 100, False)
    assert [words(line)[1] for line in lines[1:]] == ["B", "C", "B"]
