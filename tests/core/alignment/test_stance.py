"""Claims that no opposite word sets against each other, as a network reads them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.alignment import stance
from tui.core.alignment.meaning import Encoded
from tui.core.alignment.relations import APART
from tui.core.alignment.stance import Stance, stances
from tui.core.comparison import Comparison, compare
from tui.core.document import Document
from tui.core.language.encoder import EncoderError, Encoding, Passage
from tui.core.model import Link
from tui.core.settings import Settings

WELCOMED = Document("one", "The mayor welcomed the plan.")
FOUGHT = Document("two", "The mayor fought the plan to the end.")
WITH, WITHOUT = Settings(deep="on"), Settings(deep="off")


def link(found: Comparison) -> Link:
    (only,) = found.links
    return only


def encoding(states: np.ndarray) -> Encoding:
    states = states / np.linalg.norm(states, axis=1, keepdims=True)
    return Encoding(states[0], states[0], tuple(range(len(states))), states.astype(np.float32))


def test_two_deeds_that_exclude_each_other_contradict() -> None:
    found = link(compare([WELCOMED, FOUGHT], WITH))
    assert found.relation == "contradicts"
    assert [d.detail for d in found.differences] == [APART]


def test_the_difference_lies_in_what_the_other_has_nothing_like() -> None:
    (apart,) = link(compare([WELCOMED, FOUGHT], WITH)).differences
    assert apart.a is not None
    assert apart.b is not None
    assert WELCOMED.text[apart.a.start : apart.a.end] == "welcomed"
    assert FOUGHT.text[apart.b.start : apart.b.end].startswith("fought")


def test_without_the_encoder_the_rules_alone_decide() -> None:
    assert link(compare([WELCOMED, FOUGHT], WITHOUT)).relation == "agrees"


@pytest.mark.parametrize(
    "other", ["The mayor was glad of the plan.", "The plan was welcomed by the mayor."]
)
def test_claims_that_say_the_same_still_agree(other: str) -> None:
    assert link(compare([WELCOMED, Document("two", other)], WITH)).relation == "agrees"


def test_what_is_only_possible_never_contradicts() -> None:
    fought = Document("two", "The mayor may have fought the plan to the end.")
    assert link(compare([WELCOMED, fought], WITH)).relation != "contradicts"


DENIED = Document("one", "No sailor was lost in the storm.")
TOLD = Document("two", "The storm took two of the sailors.")
SHUT = Document("one", "The bridge was not closed on Friday.")
CROSSED = Document("two", "Carts crossed the bridge on Friday.")


@pytest.mark.parametrize(
    ("a", "b", "read", "relation"),
    [
        (DENIED, TOLD, Stance(-3.0, 2.0), "contradicts"),
        (DENIED, TOLD, Stance(-3.0, -2.0), "agrees"),
        (SHUT, CROSSED, Stance(-3.0, 3.0), "agrees"),
        (SHUT, CROSSED, Stance(-3.0, 6.0), "contradicts"),
    ],
)
def test_of_what_one_denies_the_network_has_the_last_word_where_it_is_sure(
    a: Document, b: Document, read: Stance, relation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stances(_: Encoded, pairs: list[object]) -> list[Stance]:
        return [read for _ in pairs]

    monkeypatch.setattr(Encoded, "stances", stances)
    found = link(compare([a, b], Settings(deep="on", tentative=0.05)))
    assert found.relation == relation
    assert ("polarity" in {d.kind for d in found.differences}) == (relation == "contradicts")


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 2**32 - 1))
def test_which_claim_comes_first_changes_nothing(n: int, m: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    a, b = (encoding(random.normal(size=(k, 384))) for k in (n, m))
    assert stances([(a, b)]) == stances([(b, a)])


def test_what_is_read_with_a_pair_changes_nothing() -> None:
    texts = ["The mayor welcomed the plan.", "She fought it.", "Rain fell on the fair for hours."]
    passages = [Passage(text) for text in texts]
    pairs = [(a, b) for a in passages for b in passages]
    encoded = Encoded()
    assert encoded.stances(pairs) == [encoded.stances([pair])[0] for pair in pairs]


def test_no_pairs_have_no_stances() -> None:
    assert stances([]) == []


def test_the_surer_the_network_and_the_fewer_words_are_shared_the_sooner_claims_contradict() -> (
    None
):
    sure, unsure = Stance(0.0, 6.0), Stance(0.0, 0.0)
    assert sure.rules_out(0.3, differs=False)
    assert not unsure.rules_out(0.3, differs=False)
    assert not sure.rules_out(1.0, differs=False)


def test_a_file_that_cannot_be_read_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "stance.npz").write_bytes(b"nothing")
    monkeypatch.setattr(stance, "FILE", tmp_path / "stance.npz")
    stance._network.cache_clear()
    try:
        with pytest.raises(EncoderError, match=r"stance\.npz"):
            Encoded().stances([(Passage("The mayor left."), Passage("She stayed."))])
        told: list[str] = []
        found = compare([WELCOMED, FOUGHT], WITH, tell=told.append)
        assert link(found).relation == "agrees"
        assert len(told) == 1
    finally:
        stance._network.cache_clear()
