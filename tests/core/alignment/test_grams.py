"""How alike two statements are letter by letter."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.alignment import grams
from tui.core.alignment.grams import letter_likeness, rarity

TEXTS = st.lists(st.text(max_size=25), min_size=1, max_size=6)
WORDS = st.lists(
    st.sampled_from("weir mill lock Lachse ödem 堤防 плотина 1931".split()), min_size=1
)


def table(a: list[str], b: list[str]) -> np.ndarray:
    """The likeness of every text of `a` to every one of `b`."""
    rows, columns = np.divmod(np.arange(len(a) * len(b), dtype=np.int64), len(b))
    return letter_likeness(a, b, rarity(a + b), rows, columns).reshape(len(a), len(b))


def alike(left: str, right: str) -> float:
    return float(table([left], [right])[0, 0])


@given(TEXTS, TEXTS)
def test_likeness_is_a_share_and_has_no_sides(a: list[str], b: list[str]) -> None:
    found = table(a, b)
    assert ((found >= 0) & (found <= 1)).all()
    assert (found == table(b, a).T).all()


@given(WORDS)
def test_a_text_is_wholly_like_itself_in_any_script(words: list[str]) -> None:
    text = " ".join(words)
    assert alike(text, text) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ferry sank.", "the FERRY   sank"),
        ("the ferry-boat sank", "The ferry boat sank!"),
        ("«Плотина» рухнула…", "плотина рухнула"),
        ("A_quay", "a quay"),
    ],
)
def test_case_and_punctuation_make_no_difference(left: str, right: str) -> None:
    assert alike(left, right) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ferry", "quay"),
        ("паром", "quay"),
        ("ab", "bc"),
        ("", ""),
        ("", "quay"),
        ("⛴️🔥", "⛴️🔥"),
        ("\ud800", "quay"),
        ("— … !", "— … !"),
    ],
)
def test_texts_without_a_run_in_common_are_not_alike(left: str, right: str) -> None:
    assert alike(left, right) == 0


def test_compounds_and_other_forms_come_near_and_others_do_not() -> None:
    (near, other) = table(["the shipwrecked sailors"], ["a sailor's shipwreck", "the tax office"])[
        0
    ]
    assert near > 0.3 > other


def test_runs_end_with_the_word() -> None:
    assert alike("port able", "portable") < 0.8


def test_a_run_that_recurs_counts_more_but_not_by_its_number() -> None:
    once, often = table(["weir lock"], ["weir lock", "weir weir weir weir weir lock"])[0]
    assert 0.87 < often < 0.95 < once


def test_what_most_texts_share_counts_least() -> None:
    common = [f"the council {word}" for word in "votes meets sits hires pays".split()]
    a, b = "the council drained", "the council flooded"
    among_many = letter_likeness(
        [a], [b], rarity([a, b, *common]), np.zeros(1, np.int64), np.zeros(1, np.int64)
    )
    assert among_many[0] < alike(a, b) - 0.05


def test_many_pairs_are_compared_like_few(monkeypatch: pytest.MonkeyPatch) -> None:
    a = [f"lock {k} of {k * k} and {word}" for k, word in enumerate("weir mill quay".split())]
    whole = table(a, a[::-1])
    monkeypatch.setattr(grams, "AT_ONCE", 2)
    assert (table(a, a[::-1]) == whole).all()


def test_no_pairs_are_no_fault() -> None:
    none = np.zeros(0, np.int64)
    assert len(letter_likeness([], ["quay"], rarity(["quay"]), none, none)) == 0
