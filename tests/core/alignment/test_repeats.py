"""What a document says twice has one counterpart for both."""

from __future__ import annotations

import numpy as np
import pytest

from tui.core.alignment.arguments import Readings
from tui.core.alignment.meaning import Encoded
from tui.core.alignment.repeats import SURE, repeats, with_repeats
from tui.core.alignment.scoring import Scored
from tui.core.alignment.similarity import weigh
from tui.core.alignment.views import view_claims
from tui.core.comparison import compare, prepare
from tui.core.document import Document
from tui.core.settings import Settings

TWICE = Document(
    "twice",
    "The bank lost four million crowns to thieves. Snow fell in the hills all night."
    " A choir sang in the square. Four million crowns of the bank were lost to thieves.",
)
ONCE = Document(
    "once", "Robbers took four million crowns from the bank. The mayor opened a school."
)


def said(first: Document, second: Document) -> set[str]:
    """The claims of the first that are surely linked."""
    found = compare([first, second], Settings(deep="on"))
    linked = {x for link in found.links if not link.tentative for x in (link.a, link.b)}
    return {
        first.text[c.start : c.end].rstrip(".")
        for c in found.claims
        if c.document == 0 and c.id in linked
    }


def test_both_of_two_claims_that_say_the_same_are_linked() -> None:
    assert said(TWICE, ONCE) == {
        "The bank lost four million crowns to thieves",
        "Four million crowns of the bank were lost to thieves",
    }


@pytest.mark.parametrize(("other", "same"), [("Four million", True), ("Nine million", False)])
def test_claims_that_differ_in_a_number_are_no_repeats(other: str, same: bool) -> None:
    text = TWICE.text.replace("Four million", other)
    found = prepare([Document("one", text)])
    (views,) = view_claims(found.documents, found.tagged, found.entities, found.claims)
    (bags,) = weigh([views], found.documents)
    readings = Readings(found.documents, found.tagged, found.entities)
    assert ({k for k, _ in repeats(bags, Encoded(), readings).get(0, ())} == {3}) == same


def scored(*pairs: tuple[int, int, float]) -> Scored:
    rows, columns, scores = zip(*pairs, strict=True)
    return Scored(
        np.array(rows),
        np.array(columns),
        np.full(len(rows), 0.5, np.float32),
        np.array(scores),
        np.zeros(len(rows), np.float32),
    )


SURELY = [(0, 0, 0.9, 0.5)]
PAIRS = scored((0, 0, 0.9), (0, 1, 0.1), (1, 0, 0.1), (1, 1, 0.1))


def test_a_repeat_scores_as_far_as_it_says_the_same() -> None:
    found = with_repeats(SURELY, PAIRS, {}, {0: [(1, 0.8)], 1: [(0, 0.8)]})
    assert found == [(0, 0, 0.9, 0.5), (0, 1, pytest.approx(0.72), 0.5)]
    found = with_repeats(SURELY, PAIRS, {0: [(1, 0.7)]}, {})
    assert found == [(0, 0, 0.9, 0.5), (1, 0, pytest.approx(0.63), 0.5)]


def test_a_doubtful_link_is_no_ground_for_another() -> None:
    doubtful = [(0, 0, SURE - 0.01, 0.5)]
    assert with_repeats(doubtful, PAIRS, {0: [(1, 0.9)]}, {}) == doubtful


def test_what_was_not_compared_is_not_linked() -> None:
    assert with_repeats(SURELY, PAIRS, {}, {0: [(7, 0.9)]}) == SURELY


def test_a_link_keeps_its_own_score() -> None:
    both = [*SURELY, (0, 1, 0.4, 0.5)]
    assert with_repeats(both, PAIRS, {}, {0: [(1, 0.9)], 1: [(0, 0.9)]}) == both
