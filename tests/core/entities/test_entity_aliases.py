from __future__ import annotations

import pytest
from entity_views import apart, entities, groups, together

MERGED = [
    ("surname", ["Vera Holm spoke. Holm left."], ["Vera Holm", "Holm"]),
    ("prefixed mountain", ["Mount Halden fell.", "Mt Halden rose."], ["Mount Halden", "Mt Halden"]),
    (
        "sea",
        ["Ships crossed the Halden Sea. Fog hid the Halden."],
        ["Halden Sea", "Halden"],
    ),
    (
        "initials and place",
        ["The University of Texas, Austin, won. Later UT Austin lost."],
        ["University of Texas, Austin", "UT Austin"],
    ),
    (
        "quoted nickname",
        ["Gerard “Ace” Holm left. Gerard Holm came back."],
        ["Gerard “Ace” Holm", "Gerard Holm"],
    ),
    (
        "games",
        ["The Winter Olympic Games opened. The Winter Olympics ended."],
        ["Winter Olympic Games", "Winter Olympics"],
    ),
    ("given name", ["Vera Holm spoke. Later Vera left."], ["Vera Holm", "Vera"]),
    ("spelling", ["Antony Holm spoke.", "Anthony Holm spoke."], ["Antony Holm", "Anthony Holm"]),
    (
        "accent",
        ["André Lévesque spoke.", "Andre Levesque spoke."],
        ["André Lévesque", "Andre Levesque"],
    ),
    ("initial", ["Vera Holm spoke.", "V. Holm spoke."], ["Vera Holm", "V. Holm"]),
    ("middle name", ["Vera Ann Holm spoke.", "Vera Holm left."], ["Vera Ann Holm", "Vera Holm"]),
    (
        "nickname",
        ["William Tanner spoke.", "Bill Tanner spoke."],
        ["William Tanner", "Bill Tanner"],
    ),
    ("turned", ["Kim Jong Su spoke.", "Jong Su Kim spoke."], ["Kim Jong Su", "Jong Su Kim"]),
    (
        "acronym by initials",
        ["The Halden Shipping Council met.", "The HSC met."],
        ["Halden Shipping Council", "HSC"],
    ),
    (
        "acronym in brackets",
        ["The Nordic Marine Institute (NMARIN) met. NMARIN left."],
        ["Nordic Marine Institute", "NMARIN"],
    ),
    (
        "legal form",
        ["Norrum Shipping A/S sank.", "Norrum Shipping sank."],
        ["Norrum Shipping A/S", "Norrum Shipping"],
    ),
    (
        "first word",
        ["Norrum Shipping Ltd sank. Later Norrum paid."],
        ["Norrum Shipping Ltd", "Norrum"],
    ),
    (
        "demonym",
        ["Peru voted.", "The Peruvian side agreed."],
        ["Peru", "Peruvian", "Peruvian side"],
    ),
    (
        "country's forms",
        ["The U.S. agreed.", "The United States agreed with the US."],
        ["U.S.", "US", "United States"],
    ),
    (
        "place and team",
        ["The Oslo Harriers won.", "The Harriers won."],
        ["Oslo Harriers", "Harriers"],
    ),
    (
        "department",
        ["The Department of Trade spoke.", "The Trade Department spoke."],
        ["Department of Trade", "Trade Department"],
    ),
    ("upper region", ["Upper Norrum burns.", "Norrum burns."], ["Upper Norrum", "Norrum"]),
    ("hyphenated region", ["Upper-Norrum burns.", "Norrum burns."], ["Upper-Norrum", "Norrum"]),
    (
        "road",
        ["The Arlen-Toft road closed.", "The Arlen corridor closed."],
        ["Arlen-Toft road", "Arlen corridor"],
    ),
    ("model", ["The Halden H700 flew. The H700 landed."], ["Halden H700", "H700"]),
    (
        "group",
        ["Peruvian peacekeepers left.", "The Peruvian peacekeeping contingent left."],
        ["Peruvian peacekeepers", "Peruvian peacekeeping contingent"],
    ),
]


@pytest.mark.parametrize(("texts", "expected"), [c[1:] for c in MERGED], ids=[c[0] for c in MERGED])
def test_forms_of_one_entity_are_merged(texts: list[str], expected: list[str]) -> None:
    assert together(groups(*texts), *expected)


APART = [
    ("given names differ", ["Vera Holm spoke.", "Anton Holm spoke."], "Vera Holm", "Anton Holm"),
    (
        "junior",
        ["Carl Tanner Sr. spoke.", "Carl Tanner Jr. spoke."],
        "Carl Tanner Sr.",
        "Carl Tanner Jr.",
    ),
    ("man and woman", ["Mario Holm spoke.", "Maria Holm spoke."], "Mario Holm", "Maria Holm"),
    ("ambiguous surname", ["Vera Holm and Anton Holm came. Holm spoke."], "Vera Holm", "Holm"),
    (
        "person and body",
        ["Elsa Brandt founded the Brandt Foundation."],
        "Elsa Brandt",
        "Brandt Foundation",
    ),
    ("town and river", ["They crossed the Arlen river near Arlen."], "Arlen river", "Arlen"),
    (
        "two countries",
        ["North Korea replied.", "South Korea replied."],
        "North Korea",
        "South Korea",
    ),
    (
        "head and ministry",
        ["Peruvian Foreign Minister Elsa Brandt and the Peruvian Foreign Ministry replied."],
        "Elsa Brandt",
        "Peruvian Foreign Ministry",
    ),
    (
        "ministry and troops",
        ["The Peruvian Defense Ministry praised Peruvian troops."],
        "Peruvian Defense Ministry",
        "Peruvian troops",
    ),
]


@pytest.mark.parametrize(("texts", "one", "two"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_different_entities_stay_apart(texts: list[str], one: str, two: str) -> None:
    assert apart(groups(*texts), one, two)


def test_mr_and_mrs_are_two_people() -> None:
    text = "Mr Talvik sang. Mrs Talvik danced."
    found = entities(text)
    assert [len(e.mentions) for e in found if e.name == "Talvik"] == [1, 1]


def test_a_surname_goes_with_the_office() -> None:
    texts = (
        "President Carl Tanner spoke.",
        "Elsa Tanner watched. President Tanner smiled. President Tanner left.",
    )
    found = groups(*texts)
    assert together(found, "Carl Tanner", "Tanner")
    assert apart(found, "Elsa Tanner", "Tanner")


def test_a_term_defined_in_a_contract_means_the_party() -> None:
    text = (
        'This agreement is made by Norrum Shipping A/S ("the Company"). '
        "The Company shall pay. If the Company fails, it ends."
    )
    assert together(groups(text), "Norrum Shipping A/S", "Company")


def test_a_capital_that_acts_is_the_government() -> None:
    texts = ("Lima offered talks. The Peru team agreed.", "Peru waits.")
    assert together(groups(*texts), "Peru", "Lima")


def test_a_capital_where_things_happen_is_a_town() -> None:
    texts = ("A bus burned in Lima.", "Peru waits.")
    assert apart(groups(*texts), "Peru", "Lima")


def test_every_merged_alias_says_why() -> None:
    found = entities("Vera Holm spoke. Holm left. The Halden Shipping Council (HSC) met. HSC left.")
    by_name = {e.name: {a.text: a.evidence for a in e.aliases} for e in found}
    assert by_name["Vera Holm"] == {"Vera Holm": None, "Holm": "surname of Vera Holm"}
    assert "acronym of" in (by_name["Halden Shipping Council"]["HSC"] or "")


def test_a_defined_term_means_its_own_documents_party() -> None:
    texts = (
        'Made by Norrum Shipping A/S, with its office in Lima (the "Seller"). The Seller pays.',
        'Made by Halden Works Ltd (the "Seller"). The Seller pays.',
    )
    found = entities(*texts)
    holders = [e.name for e in found if any(a.text == "Seller" for a in e.aliases)]
    assert sorted(holders) == ["Halden Works Ltd", "Norrum Shipping A/S"]


def test_one_ruler_is_not_taken_for_another() -> None:
    text = "King Osric ruled. Queen Elfrida watched. The king fell."
    assert together(groups(text), "Osric", "king")
