"""How likely two statements report one matter; everybody in them is made up."""

from __future__ import annotations

import json
import math
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from bagged import read
from hypothesis import given, settings
from hypothesis import strategies as st

import tui
from tui.core.alignment.features import SIGNALS
from tui.core.alignment.scoring import Model, model, probability, score
from tui.core.comparison import Comparison, compare
from tui.core.document import Document
from tui.core.settings import Settings

DATA = Path(tui.__file__).parent / "data" / "correspondence.json"

HARBOUR = (
    "The ferry Marlena sank off Tolvik on 3 May 2031. Ada Renn said that there was no fire on"
    " board. The council will close the old pier. The crew was paid in June."
)
NIGHT = (
    "Off Tolvik the ferry Marlena went down on May 3, 2031. A fire broke out on board."
    " The council closed a school in Orsund. The old pier will be shut by the council."
)
LETTER = (
    "I saw the Marlena sink off Tolvik. There was a fire on board. Nobody has shut the old pier."
)


def scores(left: str, right: str) -> dict[tuple[str, str], float]:
    """The score of every compared pair of statements, by their words."""
    a, b = read(left, right)
    found = score(a, b)
    pairs = zip(found.rows.tolist(), found.columns.tolist(), found.scores.tolist(), strict=True)
    return {(a.texts[i], b.texts[j]): value for i, j, value in pairs}


def of(found: dict[tuple[str, str], float], left: str, right: str) -> float:
    """The score of the statements that hold these words; 0 where they were not compared."""
    return max([x for (a, b), x in found.items() if left in a and right in b], default=0.0)


def test_what_says_the_same_scores_above_a_near_miss() -> None:
    found = scores(HARBOUR, NIGHT)
    same, near = (of(found, "close the old pier", right) for right in ("pier will", "school"))
    assert same > 0.9 > near + 0.2
    assert of(found, "Marlena sank", "went down") > 0.9
    assert of(found, "crew was paid", "school") < Settings().tentative


def test_a_denial_is_as_likely_as_solid_links_are() -> None:
    assert of(scores(HARBOUR, NIGHT), "there was no fire", "A fire broke out") > Settings().solid


@pytest.mark.parametrize(
    ("text", "nearer", "farther"),
    [
        (
            "The flood destroyed 40 houses.",
            "The flood ruined 40 houses.",
            "The flood ruined 65 houses.",
        ),
        (
            "The fair opened on 3 May 2031.",
            "The fair began on 3 May 2031.",
            "The fair began on 9 June 2031.",
        ),
        (
            "The crew bought a boat in Tolvik.",
            "In Tolvik the crew purchased a vessel.",
            "In Tolvik the crew painted a vessel.",
        ),
        ("The old weir broke.", "The weir broke.", "The old weir held the ducks."),
    ],
)
def test_of_two_candidates_the_nearer_scores_higher(text: str, nearer: str, farther: str) -> None:
    for others in ((nearer, farther), (farther, nearer)):
        found = scores(text, " ".join(others))
        assert of(found, text[:-1], nearer[:-1]) > of(found, text[:-1], farther[:-1])


def by_words(found: Comparison) -> set[tuple[frozenset[tuple[str, int, int]], float, str, bool]]:
    where = {c.id: (found.documents[c.document].name, c.start, c.end) for c in found.claims}
    return {
        (frozenset((where[x.a], where[x.b])), x.score, x.relation, x.tentative) for x in found.links
    }


PIECES = (
    "The ferry Marlena sank off Tolvik.",
    "There was no fire on board.",
    "A fire broke out on the Marlena.",
    "47 people were hurt.",
    "Off Tolvik a ferry went down; 52 people were hurt.",
    "Плотина рухнула.",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join)


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_the_order_of_any_documents_changes_no_score_and_no_link(texts: list[str]) -> None:
    documents = [Document(f"{k}.txt", text) for k, text in enumerate(texts)]
    found = [by_words(compare(order)) for order in permutations(documents)]
    assert all(links == found[0] for links in found)
    assert all(0 <= value <= 1 for _, value, _, _ in found[0])


def test_links_are_the_likely_pairs_and_say_which_are_tentative() -> None:
    thresholds = Settings(solid=0.8)
    documents = [Document("a", HARBOUR), Document("b", NIGHT), Document("c", LETTER)]
    found = compare(documents, thresholds)
    assert {x.tentative for x in found.links} == {False, True}
    for link in found.links:
        assert link.score >= thresholds.tentative
        assert link.tentative == (link.score < thresholds.solid)
    strict = compare(found.documents, Settings(solid=0.95, tentative=0.95))
    expected = {x for x in by_words(found) if x[1] >= 0.95}
    assert {x[:3] for x in by_words(strict)} == {x[:3] for x in expected}
    assert 0 < len(strict.links) < len(found.links)


def test_the_weights_are_for_exactly_the_signals() -> None:
    data = json.loads(DATA.read_text(encoding="utf-8"))
    assert tuple(data) == ("bias", "weights")
    assert tuple(data["weights"]) == SIGNALS
    assert all(map(math.isfinite, (data["bias"], *data["weights"].values())))
    assert model().weights == data["weights"]
    assert model().bias == data["bias"]


def test_a_score_is_the_logistic_of_the_weighted_signals() -> None:
    table = {"x": np.asarray([0, 1, 2], np.float32), "y": np.asarray([0, 0, 4], np.float32)}
    odds = Model(-1.0, {"x": 1.0, "y": -0.5}).odds(table)
    assert probability(odds) == pytest.approx([1 / (1 + math.e), 0.5, 1 / (1 + math.e)])
