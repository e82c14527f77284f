"""Pairs of short statements over many genres, a line a pair; everybody in them is made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_relations import related

from tui.core.alignment.relations import Related

ROWS = [
    tuple(line.split(" | "))
    for line in (Path(__file__).parent / "statements.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
OPPOSED = [row for row in ROWS if row[0] != "agrees"]
AGREEING = [row[2:] for row in ROWS if row[0] == "agrees"]


def shown(found: Related, left: str, right: str) -> set[tuple[str, bool]]:
    """The kinds of the differences, and whether their words are in either text."""
    return {
        (d.kind, bool(d.a and d.b and left[d.a.start : d.a.end] and right[d.b.start : d.b.end]))
        for d in found.differences
    }


@pytest.mark.parametrize(("relation", "kind", "left", "right"), OPPOSED)
def test_what_does_not_fit_is_told_with_its_words(
    relation: str, kind: str, left: str, right: str
) -> None:
    found = related(left, right)
    assert (found.relation, (kind, True) in shown(found, left, right)) == (relation, True)


@pytest.mark.parametrize(("left", "right"), AGREEING)
def test_what_fits_agrees(left: str, right: str) -> None:
    assert related(left, right).relation == "agrees"


@pytest.mark.parametrize(("relation", "kind", "left", "right"), OPPOSED)
def test_the_order_of_the_documents_changes_no_relation(
    relation: str, kind: str, left: str, right: str
) -> None:
    found = related(right, left)
    assert (found.relation, (kind, True) in shown(found, right, left)) == (relation, True)
