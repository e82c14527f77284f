"""What the lexicons know, in the words of a reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.entities import lexicon

DATA = Path(lexicon.__file__).resolve().parents[2] / "data"
LIMIT = 2_000_000


def test_every_file_of_data_has_a_licence() -> None:
    told = (DATA / "LICENCES.md").read_text(encoding="utf-8")
    files = [p.name for p in DATA.iterdir() if p.is_file() and p.name != "LICENCES.md"]
    assert [name for name in files if f"`{name}`" not in told] == []


def test_the_lexicons_of_names_stay_small() -> None:
    files = [p for kind in ("names_*", "places_*", "titles*", "legal_*") for p in DATA.glob(kind)]
    assert sum(p.stat().st_size for p in files) < LIMIT


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Kenyan", "Kenya"),
        ("Kenyans", "Kenya"),
        ("Briton", "United Kingdom"),
        ("Brits", "United Kingdom"),
        ("Frenchwomen", "France"),
        ("Germans", "Germany"),
        ("Dutch", "Netherlands"),
        ("Bermudian", "Bermuda"),
        ("Faroese", "Faroe Islands"),
        ("Dominican", "Dominican Republic"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
    ],
)
def test_words_for_peoples(word: str, country: str) -> None:
    assert lexicon.countries().demonyms[word] == country


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Burma", "Myanmar"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("Holland", "Netherlands"),
        ("U.S.", "United States"),
        ("Czechia", "Czech Republic"),
        ("Swaziland", "Eswatini"),
        ("Federal Republic of Nigeria", "Nigeria"),
        ("Persia", "Iran"),
        ("Türkiye", "Turkey"),
    ],
)
def test_names_of_countries(name: str, country: str) -> None:
    assert lexicon.countries().names[name] == country


def test_a_capital_is_where_the_government_sits() -> None:
    capitals = lexicon.countries().capitals
    assert capitals["The Hague"] == "Netherlands"
    assert capitals["La Paz"] == "Bolivia"
    assert "Amsterdam" not in capitals


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kyiv", "Kiev"),
        ("Kharkiv", "Kharkov"),
        ("Odesa", "Odessa"),
        ("Luhansk", "Lugansk"),
        ("Mumbai", "Bombay"),
        ("Kolkata", "Calcutta"),
        ("Beijing", "Peking"),
        ("Yangon", "Rangoon"),
        ("Ho Chi Minh City", "Saigon"),
        ("Gorlovka", "Horlivka"),
        ("Mount Everest", "Mt. Everest"),
    ],
)
def test_spellings_of_one_place(one: str, other: str) -> None:
    usual = lexicon.place_variants()
    assert usual.get(one, one) == usual.get(other, other)


def test_no_variant_of_a_place_means_more() -> None:
    variants = lexicon.place_variants()
    assert not variants.keys() & lexicon.countries().names.keys()
    assert not variants.keys() & lexicon.countries().demonyms.keys()
    assert not {v.lower() for v in variants} & lexicon.common_words()
    assert not {v for v in variants if variants[v] in variants}


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("oluwaseun", "mf"),
        ("hiroshi", "m"),
        ("björn", "m"),
        ("bjorn", "m"),
        ("svetlana", "f"),
        ("mykola", "m"),
        ("priya", "f"),
        ("fatou", "f"),
        ("sipho", "m"),
        ("mehmet", "m"),
        ("andrea", "mf"),
        ("susan", "f"),
    ],
)
def test_given_names_of_the_world(name: str, gender: str) -> None:
    assert lexicon.given_names().get(name) == gender


@pytest.mark.parametrize(
    "name", "nguyen okonkwo petrov shevchenko kowalski mwangi banerjee yılmaz yilmaz kim".split()
)
def test_surnames_of_the_world(name: str) -> None:
    assert name in lexicon.surnames()


def test_names_that_mean_something_else_are_left_out() -> None:
    given, last = lexicon.given_names().keys(), lexicon.surnames()
    assert not {"kenyan", "sahara", "islam", "the", "said", "mumbai", "goa"} & (given | last)


@pytest.mark.parametrize("name", ["Xinjiang", "Gujarat", "Nunavut", "Lagos", "Bombay", "Kharkov"])
def test_towns_and_provinces(name: str) -> None:
    assert name in lexicon.cities()


def test_small_towns_are_called_like_nobody() -> None:
    towns = {town.lower() for town in lexicon.towns()}
    assert "schenectady" in towns
    assert not towns & lexicon.surnames()
    assert not towns & lexicon.given_names().keys()
    assert not towns & (lexicon.common_words() - {""})


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("gmbh", "DE"),
        ("sp z oo", "PL"),
        ("a s", "DK"),
        ("doo", "RS"),
        ("sdn bhd", "MY"),
        ("oy", "FI"),
    ],
)
def test_legal_forms(form: str, country: str) -> None:
    assert country in lexicon.legal_forms()[form] or not lexicon.legal_forms()[form]


def test_legal_endings_are_no_other_words() -> None:
    assert {"gmbh", "kft", "sprl", "bhd"} <= lexicon.words("legal")
    assert not {"sam", "trust", "society", "canton"} & lexicon.words("legal")


def test_nouns_for_what_people_are() -> None:
    roles = lexicon.role_nouns()
    assert {"goalkeeper", "spokeswoman", "translator", "villager", "prime minister"} <= roles
    assert not {"mother", "cousin", "idiot", "chair", "table", "regular"} & roles


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("william", "bill"),
        ("robert", "bob"),
        ("catherine", "kate"),
        ("alexander", "sasha"),
        ("alexandra", "sasha"),
        ("jose", "pepe"),
        ("francisco", "paco"),
        ("volodymyr", "vova"),
        ("giuseppe", "beppe"),
        ("muhammad", "mohamed"),
        ("vladimir", "volodymyr"),
        ("oluwaseun", "seun"),
    ],
)
def test_nicknames(full: str, short: str) -> None:
    assert short in lexicon.nicknames()[full]
