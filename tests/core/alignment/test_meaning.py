"""What the sentence encoder changes in a comparison, and what it never does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from bagged import read

from tui.core import comparison as door
from tui.core.alignment.meaning import Encoded, Meaning
from tui.core.comparison import Comparison, compare, compare_twice
from tui.core.document import Document
from tui.core.language import encoder
from tui.core.language.encoder import Passage
from tui.core.settings import Settings

ONE = Document(
    "one",
    "The airline cut half of its staff. Pilots accepted lower pay. Ticket prices rose by a fifth.",
)
TWO = Document(
    "two",
    "Flying has become dearer. Thousands of workers lost their jobs at the carrier."
    " The crews agreed to smaller wages.",
)
PLACE = np.array([1]), np.array([1])
"""The pair of the second claims."""
PLAIN = np.array([0, 0]), np.array([0, 1])
WITH, WITHOUT = Settings(deep="on"), Settings(deep="off")


def scores(found: Comparison) -> dict[frozenset[str], float]:
    """The links, as the words of their two claims, with their scores."""
    texts = {
        c.id: found.documents[c.document].text[c.start : c.end].rstrip(".") for c in found.claims
    }
    return {frozenset((texts[x.a], texts[x.b])): x.score for x in found.links}


def no_progress(step: str, share: float) -> None:
    pass


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "encoder.npz"
    file.write_bytes(b"cut off")
    monkeypatch.setattr(encoder, "FILE", file)


def test_other_words_for_the_same_are_linked_more_surely_with_the_encoder() -> None:
    refined = scores(compare([ONE, TWO], WITH))
    assert set(sorted(refined, key=refined.__getitem__)[-2:]) == {
        frozenset(
            (
                "The airline cut half of its staff",
                "Thousands of workers lost their jobs at the carrier",
            )
        ),
        frozenset(("Pilots accepted lower pay", "The crews agreed to smaller wages")),
    }
    without = scores(compare([ONE, TWO], WITHOUT))
    assert all(without.get(pair, 0.0) + 0.1 < score for pair, score in refined.items())


def test_what_stands_beside_the_nearest_speaks_for_a_pair() -> None:
    said = "The airline cut half of its staff. Pilots accepted lower pay."
    after_the_same, after_another = (
        Meaning.of(*read(said, f"{before} It was dear."), Encoded()).features(*PLACE)
        for before in ("Thousands lost their jobs at the carrier.", "It rained in the valley.")
    )
    assert after_the_same["meaning: neighbours"] > after_another["meaning: neighbours"] == 0


def test_which_of_two_claims_in_the_same_words_is_meant_their_sentences_tell() -> None:
    said = "The mill stood idle. The envoy said of the peace talks that he was hopeful."
    answer = (
        "Asked about the harvest of his apple trees, the farmer said he was optimistic."
        " Asked about the negotiations to end the war, the diplomat said he was optimistic."
    )
    pairs = np.array([1, 1]), np.array([0, 1])
    found = Meaning.of(*read(said, answer), Encoded()).features(*pairs)
    for name in ("meaning: lead", "sentences: meaning: lead"):
        farmer, diplomat = found[name]
        assert farmer < diplomat


def test_words_are_met_by_those_that_mean_the_same() -> None:
    said = "The airline cut half of its staff."
    told = "Thousands of workers lost their jobs at the carrier. Snow fell in the hills."
    pairs = np.array([0, 0]), np.array([0, 1])
    jobs, snow = Meaning.of(*read(said, told), Encoded()).features(*pairs)["meaning: words"]
    assert jobs > snow + 0.1


def test_claims_of_plain_words_alone_are_compared_too() -> None:
    found = Meaning.of(*read("It was so.", "It was not so. He did it."), Encoded()).features(*PLAIN)
    assert all(np.isfinite(column).all() for column in found.values())


def test_the_order_of_the_documents_changes_no_refined_link() -> None:
    assert scores(compare([ONE, TWO], WITH)) == scores(compare([TWO, ONE], WITH))


def test_it_helps_unless_it_is_switched_off() -> None:
    assert compare([ONE, TWO]) == compare([ONE, TWO], WITH)
    assert compare([ONE, TWO]) != compare([ONE, TWO], WITHOUT)


def test_the_first_result_is_the_plain_one_and_the_second_differs_in_links_alone() -> None:
    first, second = compare_twice([ONE, TWO], Settings(), no_progress)
    assert first == compare([ONE, TWO], WITHOUT)
    assert second == compare([ONE, TWO], WITH)
    assert second.links != first.links
    assert first == replace(second, links=first.links, correspondences=first.correspondences)


def test_switched_off_there_is_one_result() -> None:
    assert len(list(compare_twice([ONE, TWO], WITHOUT, no_progress))) == 1


def test_of_too_many_claims_nothing_is_refined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOST", 3)
    assert len(list(compare_twice([ONE, TWO], Settings(), no_progress))) == 1
    assert compare([ONE, TWO], WITH) == compare([ONE, TWO], WITHOUT)


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("settings", [Settings(), WITH])
def test_a_broken_encoder_is_told_and_costs_nothing_else(settings: Settings) -> None:
    told: list[str] = []
    assert compare([ONE, TWO], settings, tell=told.append) == compare([ONE, TWO], WITHOUT)
    assert len(told) == 1
    assert told[0].startswith("the links are not refined: encoder.npz cannot be read")


def test_without_its_file_there_is_one_result_and_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder, "FILE", tmp_path / "none.npz")
    assert len(list(compare_twice([ONE, TWO], Settings(), no_progress))) == 1
    told: list[str] = []
    assert compare([ONE, TWO], tell=told.append) == compare([ONE, TWO], WITHOUT)
    assert not told


def test_where_the_encoder_is_wanted_its_absence_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder, "FILE", tmp_path / "none.npz")
    told: list[str] = []
    assert compare([ONE, TWO], WITH, tell=told.append) == compare([ONE, TWO], WITHOUT)
    assert len(told) == 1


def test_the_nearest_are_each_others_best() -> None:
    one = [Passage("The cat slept on the sofa."), Passage("Prices of bread rose in March.")]
    other = [
        Passage("Bread became dearer in spring."),
        Passage("A kitten dozed on the couch."),
        Passage("It rained."),
    ]
    assert Encoded().nearest(one, other) == {(0, 1), (1, 0)}
    assert Encoded().nearest(one, []) == set()


def test_a_link_without_a_word_in_common_has_its_reason() -> None:
    links = compare([ONE, TWO], Settings(deep="on")).links
    assert links
    assert all(link.evidence for link in links)
    assert {e.kind for link in links for e in link.evidence} >= {"meaning"}
