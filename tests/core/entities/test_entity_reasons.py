"""Why names are one, how sure that is, and where a text says so."""

from __future__ import annotations

import pytest
from entity_views import alias, apart, binding, entities, groups, together

PLACES = [
    (
        "bracket",
        ["The Halden Marine Institute (HMI) met. HMI left."],
        ("Halden Marine Institute", "HMI"),
        "Halden Marine Institute (HMI",
    ),
    (
        "title",
        ["Peruvian President Elsa Brandt spoke. The President left."],
        ("Elsa Brandt", "President"),
        "Peruvian President Elsa Brandt",
    ),
    (
        "apposition",
        ["Elsa Brandt, the president of Peru, spoke."],
        ("Elsa Brandt", "president of Peru"),
        "Elsa Brandt, the president of Peru",
    ),
    (
        "description",
        ["The ferry Karin Sund left. The ship sank."],
        ("Karin Sund", "ship"),
        "ferry Karin Sund",
    ),
    (
        "another document",
        [
            "Nobody spoke.",
            "Elsa Brandt, the president of Peru, left.",
            "The president of Peru won.",
        ],
        ("Elsa Brandt", "president of Peru"),
        "Elsa Brandt, the president of Peru",
    ),
    ("surname alone", ["Vera Holm spoke. Holm left."], ("Vera Holm", "Holm"), None),
]


@pytest.mark.parametrize(
    ("texts", "names", "words"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES]
)
def test_an_alias_points_at_the_words_that_bind_it(
    texts: list[str], names: tuple[str, str], words: str | None
) -> None:
    assert binding(texts, *names) == words


SURE = [
    ("surname", ["Vera Holm spoke. Holm left.", "Holm came."], "Vera Holm", "Holm", "surname"),
    ("initial here", ["Vera Holm spoke. V. Holm left."], "Vera Holm", "V. Holm", "initial"),
    (
        "acronym in brackets",
        ["The Halden Marine Institute (HMI) met. HMI left."],
        "Halden Marine Institute",
        "HMI",
        "acronym",
    ),
    (
        "office here",
        ["Peruvian President Elsa Brandt spoke. The President left."],
        "Elsa Brandt",
        "President",
        "office",
    ),
]
LIKELY = [
    ("initial elsewhere", ["Vera Holm spoke.", "V. Holm left."], "Vera Holm", "V. Holm", "initial"),
    ("capital", ["Lima offered talks. The Peru team agreed."], "Peru", "Lima", "capital"),
    (
        "short form elsewhere",
        ["Norrum Shipping Ltd sank.", "Norrum paid."],
        "Norrum Shipping Ltd",
        "Norrum",
        "short form",
    ),
    (
        "office elsewhere",
        ["Peruvian President Elsa Brandt spoke.", "The President left."],
        "Elsa Brandt",
        "President",
        "office",
    ),
    ("type alone", ["Norsea Foods grew. The firm paid."], "Norsea Foods", "firm", "description"),
]


@pytest.mark.parametrize(
    ("texts", "name", "text", "rule"), [c[1:] for c in SURE], ids=[c[0] for c in SURE]
)
def test_what_a_text_tells_is_certain(texts: list[str], name: str, text: str, rule: str) -> None:
    found = alias(texts, name, text)
    assert (found.rule, found.tentative) == (rule, False)


@pytest.mark.parametrize(
    ("texts", "name", "text", "rule"), [c[1:] for c in LIKELY], ids=[c[0] for c in LIKELY]
)
def test_what_nothing_tells_is_likely(texts: list[str], name: str, text: str, rule: str) -> None:
    found = alias(texts, name, text)
    assert (found.rule, found.tentative) == (rule, True)


@pytest.mark.parametrize(
    ("texts", "name", "candidates"),
    [
        (["Vera Holm and Anton Holm came. Holm spoke."], "Holm", {"Vera Holm", "Anton Holm"}),
        (
            ["The Halden Shipping Council and the Harbour Safety Commission met.", "HSC met."],
            "HSC",
            {"Halden Shipping Council", "Harbour Safety Commission"},
        ),
        (["Vera Holm and Anton Holm came.", "Vera left."], "Vera Holm", set()),
    ],
    ids=["surname", "acronym", "clear"],
)
def test_an_ambiguous_name_tells_whom_it_may_mean(
    texts: list[str], name: str, candidates: set[str]
) -> None:
    found = {e.id: e for e in entities(*texts)}
    entity = next(e for e in found.values() if e.name == name)
    assert {found[k].name for k in entity.candidates} == candidates


def test_one_ambiguous_name_in_two_documents_is_one_entity() -> None:
    text = "Vera Holm and Anton Holm came. Holm spoke."
    assert len([e for e in entities(text, text + " Holm left.") if e.name == "Holm"]) == 1


def test_two_bodies_with_one_acronym_stay_apart() -> None:
    texts = (
        "The Halden Shipping Council (HSC) met. HSC left.",
        "The Harbour Safety Commission (HSC) met. HSC left.",
    )
    assert apart(groups(*texts), "Halden Shipping Council", "Harbour Safety Commission")


def test_the_usual_name_of_a_place_does_not_hide_the_other() -> None:
    found = groups("Kyiv burns.", "Kiev burns.")
    assert together(found, "Kyiv", "Kiev")
