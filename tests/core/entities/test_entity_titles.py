from __future__ import annotations

import pytest
from entity_views import apart, entities, groups, together

HELD = [
    ("before the name", "Peruvian President Elsa Brandt spoke.", "Peruvian President"),
    ("after the name", "Elsa Brandt, the president of Peru, spoke.", "president of Peru"),
    (
        "name after a comma",
        "The President of the Republic of Peru, Elsa Brandt, spoke.",
        "President of the Republic of Peru",
    ),
    ("alone, later", "President Elsa Brandt spoke. The President left.", "President"),
    ("head of state", "President Elsa Brandt spoke. The Head of State left.", "Head of State"),
    ("alone, before", "The head of state spoke. President Elsa Brandt left.", "head of state"),
    (
        "of a company",
        "Elsa Brandt, chief executive of Norrum Ltd, spoke.",
        "chief executive of Norrum Ltd",
    ),
]


@pytest.mark.parametrize(("text", "title"), [c[1:] for c in HELD], ids=[c[0] for c in HELD])
def test_a_title_belongs_to_its_holder(text: str, title: str) -> None:
    assert together(groups(text), "Elsa Brandt", title)


def test_one_office_reaches_across_documents() -> None:
    found = groups("Peruvian President Elsa Brandt spoke.", "The President of Peru agreed.")
    assert together(found, "Elsa Brandt", "President of Peru")


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("President Elsa Brandt spoke.", "The President left.", "President"),
        ("Finance Minister Elsa Brandt spoke.", "The Finance Minister left.", "Finance Minister"),
    ],
    ids=["sole office", "named field"],
)
def test_the_sole_holder_of_an_office_is_meant_in_other_documents(
    first: str, second: str, title: str
) -> None:
    assert together(groups(first, second), "Elsa Brandt", title)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Minister Elsa Brandt spoke.", "The minister left."),
        ("Former President Elsa Brandt spoke.", "The president left."),
        ("President Elsa Brandt met President Kofi Adu.", "The president left."),
    ],
    ids=["any minister", "former", "two holders"],
)
def test_a_title_that_may_mean_others_crosses_no_document(first: str, second: str) -> None:
    assert all(m.document == 0 for e in entities(first, second) for m in e.mentions)


def test_the_former_holder_is_another_one() -> None:
    text = (
        "Former President Elsa Brandt met President Kofi Adu. "
        "The President left. The former president stayed."
    )
    found = groups(text)
    assert together(found, "Elsa Brandt", "president")
    assert together(found, "Kofi Adu", "President")


def test_a_bare_title_stays_within_its_document() -> None:
    found = groups(
        "Peruvian President Elsa Brandt spoke.",
        "Ghanaian President Kofi Adu spoke. The President left.",
    )
    assert together(found, "Kofi Adu", "President")
    assert not together(found, "Elsa Brandt", "President")


def test_the_office_of_another_country_is_another_person() -> None:
    text = "Ghanaian President Kofi Adu met the President of Peru."
    assert apart(groups(text), "Kofi Adu", "President of Peru")


def test_title_mentions_are_marked() -> None:
    text = "President Elsa Brandt spoke. The Head of State left."
    kinds = {text[m.start : m.end]: m.kind for e in entities(text) for m in e.mentions}
    assert kinds["Elsa Brandt"] == "name"
    assert kinds["Head of State"] == "title"


def test_a_pronoun_follows_the_one_person_it_can_mean() -> None:
    text = "Elsa Brandt arrived. She spoke first."
    person = next(e for e in entities(text) if e.name == "Elsa Brandt")
    assert [text[m.start : m.end] for m in person.mentions if m.kind == "pronoun"] == ["She"]


@pytest.mark.parametrize(
    "text",
    [
        "Elsa Brandt met Maria Holm. She spoke.",
        "Elsa Brandt arrived. He spoke.",
        "She spoke.",
        "In a talk with Chancellor Peter Orth, he denied the report.",
    ],
)
def test_an_unclear_pronoun_is_left_alone(text: str) -> None:
    assert all(m.kind != "pronoun" for e in entities(text) for m in e.mentions)
