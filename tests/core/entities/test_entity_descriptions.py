"""Common nouns for what has a name: which are bound to it, and what they mean later."""

from __future__ import annotations

import pytest
from entity_views import apart, binding, entities, groups, together

BOUND = [
    (
        "before the name",
        "The ferry Karin Sund left Halden. The ship sank. The vessel was old.",
        ["Karin Sund", "ferry", "ship", "vessel"],
    ),
    (
        "after the name",
        "Vera Holm, a nurse at the mill, spoke. Later the nurse left.",
        ["Vera Holm", "nurse"],
    ),
    (
        "between commas",
        "The guide, Suharno, waved. Later the guide left.",
        ["Suharno", "guide"],
    ),
    (
        "said to be",
        "Norsea is a shipping company. The company sold a ship.",
        ["Norsea", "company"],
    ),
    (
        "called so",
        "A lawyer named Vera Holm spoke. The lawyer left.",
        ["Vera Holm", "lawyer"],
    ),
    (
        "the name's own head",
        "The Halden Commission met. The commission voted.",
        ["Halden Commission", "commission"],
    ),
    ("the usual noun", "Norrum Airways grew. The airline paid.", ["Norrum Airways", "airline"]),
    ("a country", "Peru voted. The country waited.", ["Peru", "country"]),
    ("a rank", "Col. Vera Holm spoke. The colonel left.", ["Vera Holm", "colonel"]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in BOUND], ids=[c[0] for c in BOUND])
def test_a_noun_means_the_name_it_is_bound_to(text: str, expected: list[str]) -> None:
    assert together(groups(text), *expected)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Norsea is a shipping company. A company was sold.", "company"),
        ("The Ministry of Trade met. The ministry that failed was closed.", "ministry"),
        ("The ship was old. The ferry Karin Sund left.", "ship"),
        ("Vera Holm, a nurse, and Ada Lund, a nurse, came. The nurse left.", "nurse"),
    ],
    ids=["indefinite", "restricted", "before it is bound", "two in one sentence"],
)
def test_a_noun_that_is_not_clear_is_left_alone(text: str, noun: str) -> None:
    last = max(text.rfind(f"The {noun}"), text.rfind(f"A {noun}"))
    found = [m for e in entities(text) for m in e.mentions]
    assert not [m for m in found if m.start <= last + 5 < m.end]


def test_of_two_bearers_a_noun_means_the_last_one() -> None:
    text = "The Ministry of Trade met. The Ministry of Health met. The ministry voted."
    found = groups(text)
    assert together(found, "Ministry of Health", "ministry")
    assert not together(found, "Ministry of Trade", "ministry")


def test_a_noun_with_a_capital_means_the_sole_bearer_of_another_document() -> None:
    one = "The Halden Water Authority met."
    bare = "The Authority voted."
    assert together(groups(one, bare), "Halden Water Authority", "Authority")
    two = "The Moss Port Authority met."
    assert not any("Authority" in group for group in groups(one, two, bare))


def test_a_long_description_is_known_again_in_another_document() -> None:
    texts = (
        "Vera Holm, the youngest mayor of the old town, spoke.",
        "The youngest mayor of the old town left.",
    )
    words = "youngest mayor of the old town"
    mayor = next(e for e in entities(*texts) if e.name == "Vera Holm")
    told = [m for m in mayor.mentions if texts[m.document][m.start : m.end] == words]
    assert [m.document for m in told] == [0, 1]
    assert binding(texts, "Vera Holm", words) == f"Vera Holm, the {words}"


def test_two_ministers_of_one_text_stay_two() -> None:
    text = "Vera Holm, the minister of trade, met Ada Lund, the minister of health."
    found = groups(text)
    assert apart(found, "minister of trade", "minister of health")
