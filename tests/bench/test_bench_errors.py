import json

import pytest
from errors import case_faults, comparison, counted, gold_mentions, main, page, without_words
from kinds import (
    MISSED,
    NOT_FOUND,
    WRONG,
    Named,
    core,
    described,
    head,
    is_acronym,
    missed_kind,
    not_found_kind,
    wrong_kind,
)


def person(surface: str, found: str = "") -> Named:
    return Named(surface, found or surface, "PER", "PERSON")


def body(surface: str, found: str = "") -> Named:
    return Named(surface, found or surface, "ORG", "ORG")


def place(surface: str, found: str = "") -> Named:
    return Named(surface, found or surface, "LOC", "PLACE")


def thing(surface: str, found: str = "") -> Named:
    return Named(surface, found or surface, "PRO", "PRODUCT")


def test_a_core_has_no_articles_prepositions_possessives_or_quotes() -> None:
    assert core("in the Norra's") == "Norra"
    assert core("''The Norra Herald''") == "Norra Herald"
    assert core("the") == "the"
    assert core("at  Lind's  ") == "Lind"


def test_a_description_has_a_common_noun_or_a_title_for_its_head() -> None:
    assert head("Lind's wife in Norra") == "wife"
    assert described("the Norra woman")
    assert described("a bank in Norra")
    assert described("Emperor of Norra")
    assert described("French President")
    assert not described("The Norra Reporter")
    assert not described("Ada Lind, the mayor")


def test_an_acronym_is_made_of_the_initials_of_a_name() -> None:
    assert is_acronym("NRC", "Norra River Council")
    assert is_acronym("the N.R.C.", "Norra River Council")
    assert is_acronym("BoN", "Bank of Norra")
    assert is_acronym("NB8", "Norra Browser 8")
    assert not is_acronym("NRC", "Norra Council")
    assert not is_acronym("Nora", "Nils Olaf Rask Aster")


@pytest.mark.parametrize(
    ("part", "anchor", "kind"),
    [
        (person("Lind"), person("LIND"), "same spelling, found exactly"),
        (thing("Norra", "Norra Reacts"), thing("Norra"), "mention found too long"),
        (body("Norra 76ers", "Norra"), body("the Norra 76ers"), "mention found too short"),
        (person("the Norra woman", "Norra"), person("Lind"), "description around another name"),
        (person("Aunt Lind", "Lind"), person("Mrs. Lind", "Lind"), "title before the name"),
        (person("Mr. Lind", "Lind"), person("Ada Lind"), "surname or given name alone"),
        (person("Ada"), person("Dr. Ada Lind", "Ada Lind"), "surname or given name alone"),
        (person("Ada Lind"), person("Ada Moreau Lind"), "longer or shorter name of a person"),
        (person("Bob Lind"), person("Robert Lind"), "nickname"),
        (person("Ada Lind"), person("Adah Lind"), "spelling variant"),
        (body("NRC"), body("the Norra River Council"), "acronym"),
        (place("Paris"), place("French"), "country, people or capital"),
        (thing("Norra 380"), thing("the A380"), "number or model"),
        (body("Norra Shipping"), body("Norra"), "legal form or generic word dropped"),
        (body("Norra Ltd."), body("Norra"), "legal form or generic word dropped"),
        (place("Copenhagen"), body("Copenhagen Comets"), "place for a body or team"),
        (body("Malmö Lind"), body("Lind"), "place added or dropped"),
        (body("Norra Lind"), body("Lind"), "part of a longer name"),
        (body("Norra Lindwood"), body("Norra Lindwod"), "spelling variant"),
        (person("the old mayor"), person("Ada Lind"), "title, role or description"),
        (person("Danish"), person("Ada Lind"), "title, role or description"),
        (body("Norra Lind"), body("Norra Aster"), "some words in common"),
        (person("Lucy"), person("Ada Lind"), "other name of a person"),
        (place("Norra"), place("Aster"), "one place for another"),
        (body("Norra"), body("Aster"), "no word in common"),
    ],
)
def test_missed_merges_by_kind(part: Named, anchor: Named, kind: str) -> None:
    assert missed_kind(part, [anchor])[0] == kind
    assert kind in MISSED


def test_the_strongest_relation_to_any_name_of_the_anchor_counts() -> None:
    anchor = [person("Moreau"), person("the mayor"), person("Ada Lind")]
    assert missed_kind(person("Lind"), anchor) == ("surname or given name alone", anchor[2])
    assert missed_kind(person("Lind"), anchor, nested=True)[0] == "nested in another gold name"
    joined = Named("Comets", "Comets", "ORG", "ORG", "Norra Comets")
    assert missed_kind(joined, [body("Norra")])[0] == "two parts of one longer name"


@pytest.mark.parametrize(
    ("part", "anchor", "kind"),
    [
        (thing("Norra", "Norra Star"), thing("Norra Star"), "mention found too long"),
        (person("Lind (1964)", "Lind"), person("Lind"), "citation and its year"),
        (thing("Wave 1", "Wave"), thing("Wave 4", "Wave"), "number left out of the mention"),
        (place("a Norra shop", "Norra"), place("Norra"), "description around the name"),
        (place("Norra, Aster", "Norra"), place("Norra"), "mention found too short"),
        (person("Lind"), person("LIND"), "same single name, two people"),
        (body("Norra"), place("Norra"), "same spelling, other gold type"),
        (body("Norra"), body("the Norra", "Norra"), "same spelling, same gold type"),
        (thing("N320"), thing("N380"), "other number in the name"),
        (body("French government"), place("France"), "country and its people or government"),
        (person("the director"), person("Ada Lind"), "title, role or description"),
        (person("Bo Lind"), person("Ada Lind"), "family name shared"),
        (person("Ada Moreau"), person("Ada Lind"), "given name shared"),
        (thing("Norra Star"), body("Norra"), "product and maker"),
        (body("Norra Lind"), body("Norra"), "part of a body and the whole"),
        (place("Upper Norra"), place("Norra"), "name inside a longer name"),
        (body("NRC"), body("Norra River Council"), "acronym"),
        (body("Lindwood"), body("Lindwod"), "spelling alike"),
        (body("Norra Lind"), body("Norra Aster"), "some words in common"),
        (body("Norra"), body("Aster"), "no word in common"),
    ],
)
def test_wrong_merges_by_kind(part: Named, anchor: Named, kind: str) -> None:
    assert wrong_kind(part, [anchor])[0] == kind
    assert kind in WRONG


def test_one_mention_for_two_gold_names_is_a_kind_of_its_own() -> None:
    assert wrong_kind(body("Norra"), [body("Norra Act")], shared=True)[0] == WRONG[0]


@pytest.mark.parametrize(
    ("text", "want", "found", "kind"),
    [
        ("The Norra River Council met.", "Norra", "Norra River Council", "inside a longer mention"),
        ("They left the US then.", "the US", "US", "article before a short name"),
        (
            "They met mayor Ada Lind.",
            "mayor Ada Lind",
            "Ada Lind",
            "words before the name",
        ),
        ("Lind, who sold it all, left.", "Lind, who sold it all", "Lind", "words after the name"),
        ("The Norra council met.", "The Norra council", "Norra", "noun with a name before it"),
        ("It is a bank in Norra now.", "a bank in Norra", "Norra", "noun with a name after it"),
        ("In New Norra Lind it is.", "Norra Lind", "New Norra", "across the edge of a mention"),
        ("Then the women left.", "the women", "", "no capital"),
        ("See Figure 1 for that.", "Figure 1", "", "with digits"),
        ("Then Norra clans fought.", "Norra clans", "", "description with a capital"),
        ("Then the Senator left.", "the Senator", "", "title or role, capital"),
        ("Then Norra-Lind left.", "Norra-Lind", "", "with a hyphen"),
        ("Woman Found In Shop", "Woman", "", "common word in a headline"),
        ("He left. Women came to the shop.", "Women", "", "common word, first of its sentence"),
        ("They use the Internet a lot.", "the Internet", "", "common word, capital"),
        ("They saw Qwimble there.", "Qwimble", "", "name of one word"),
        ("They saw Qwimble Zorf there.", "Qwimble Zorf", "", "name of several words"),
    ],
)
def test_absent_mentions_by_kind(text: str, want: str, found: str, kind: str) -> None:
    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    mentions = [span(found)] if found else []
    assert not_found_kind(text, span(want), mentions) == kind
    assert kind in NOT_FOUND
    if kind == "inside a longer mention":
        taken = frozenset(mentions)
        assert not_found_kind(text, span(want), mentions, taken) == "nested in another gold name"


TEXT = "Ada Lind met Bo Lind. Lind left Norra. Norra wept."


def spans(words: str) -> list[list[int]]:
    starts = (i for i in range(len(TEXT)) if TEXT.startswith(words, i))
    return [[0, i, i + len(words)] for i in starts]


def entity(name: str, mentions: list[list[int]]) -> dict[str, object]:
    made = [{"document": d, "start": s, "end": e} for d, s, e in mentions]
    return {"id": name, "name": name, "type": "PERSON", "mentions": made}


def assign(gold, system):
    """Exact spans only: the scorer's own is not here."""
    known = {m[:3]: m[3] for m in system}
    return [known.get(m[:3]) for m in gold]


GOLD = {
    "docs": [{"text": TEXT}],
    "clusters": [
        {"type": "PER", "mentions": [*spans("Ada Lind"), spans("Lind")[2]]},
        {"type": "PER", "mentions": spans("Bo Lind")},
        {"type": "LOC", "mentions": spans("Norra"), "mention_named": [True, False]},
        {"type": "LOC", "mentions": [[0, 0, 3]], "named": False},
        {"type": "LOC", "mentions": [[0, 0, 3]], "scope": "doc"},
    ],
}


def test_the_errors_of_a_case_are_told_with_their_mentions() -> None:
    assert [m[3] for m in gold_mentions(GOLD)] == [0, 0, 1, 2]
    system = {
        "entities": [
            entity("Ada Lind", [*spans("Ada Lind"), *spans("Bo Lind")]),
            entity("Lind", [spans("Lind")[2]]),
        ]
    }
    told = {(f.group, f.kind, f.pair) for f in case_faults(GOLD, system, assign)}
    assert told == {
        ("not found", "name of one word", "Norra"),
        ("missed", "surname or given name alone", "Lind / Ada Lind"),
        ("wrong", "family name shared", "Bo Lind / Ada Lind"),
    }


def record(*entities: dict[str, object]) -> dict[str, object]:
    found = counted(case_faults(GOLD, {"entities": list(entities)}, assign))
    about = {"version": "1", "commit": "abc", "python": "3", "cores": "2"}
    return {**about, "sets": {"one": found, "two": found}}


def test_the_page_counts_over_sets_and_gives_examples() -> None:
    now = record(entity("Ada", spans("Ada Lind")), entity("Lind", [spans("Lind")[2]]))
    text = page(now, 10)
    assert "## Missed merges: 2 mentions, 2 pairs" in text
    assert "`Lind / Ada Lind` 2 |" in text
    assert "## two: mentions not found: 2 mentions, 2 pairs" in text
    assert "Lind" not in page(now, 10, bare=True)
    assert "Lind" not in json.dumps(without_words(now))


def test_before_and_after_stand_in_one_table() -> None:
    before = record(entity("Ada", spans("Ada Lind")), entity("Lind", [spans("Lind")[2]]))
    now = record(entity("Ada Lind", [*spans("Ada Lind"), spans("Lind")[2]]))
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in comparison(now, before).splitlines()
        if line.startswith("|")
    ]
    assert ["surname or given name alone", "2", "0", "-2", "2", "0", "-1", "-1"] in rows
    assert "## Missed merges: gone" in comparison(now, before)
    assert "gone" not in comparison(now, without_words(before))


def test_what_is_missing_is_told(tmp_path, capsys) -> None:
    assert main(["--results", str(tmp_path), "--only", "meantime"]) == 2
    assert "bench/errors: " in capsys.readouterr().err
