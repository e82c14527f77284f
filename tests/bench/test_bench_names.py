import pytest
from names import by_type, is_name, loosely, main, merged, names_recall, page, share, type_tables

TEXT = "Ada Lind left Norra in May with the $5 of Norra."
CASE = {
    "id": "one",
    "text": TEXT,
    "spans": [[0, 8, "Person"], [14, 19, "Location"], [23, 26, "Date"], [36, 38, "Money"]],
}


def names_in(text: str) -> list[tuple[int, int, str]]:
    return [(0, 8, "PERSON"), (14, 19, "GPE"), (42, 47, "GPE")]


def test_the_peer_merges_what_is_spelt_alike_across_documents() -> None:
    entities = merged({"docs": [{"text": TEXT}, {"text": TEXT}]}, names_in)["entities"]
    assert [(e["id"], len(e["mentions"])) for e in entities] == [("Ada Lind", 2), ("Norra", 4)]
    assert {m["document"] for m in entities[1]["mentions"]} == {0, 1}


def test_a_loose_hit_shares_six_tenths_of_the_longer() -> None:
    assert loosely((0, 10), [(0, 6, "X")])
    assert not loosely((0, 10), [(0, 5, "X")])
    assert not loosely((0, 6), [(0, 11, "X")])
    assert not loosely((0, 6), [])


def test_recall_of_names_alone_leaves_out_dates_and_money() -> None:
    recall, precision = by_type([CASE, {"id": "lost"}], {"one": merged(CASE, names_in)})
    assert recall == {"Person": (1, 1), "Location": (1, 1), "Date": (0, 1), "Money": (0, 1)}
    assert precision == {"PERSON": (1, 1), "GPE": (1, 2)}
    assert share(recall.values()) == 0.5
    assert names_recall(recall) == 1.0
    assert not is_name("MONEY")
    assert share([]) is None


def test_a_type_is_the_mentions_own_or_its_entitys() -> None:
    mentions = [{"start": 0, "end": 8, "kind": "name"}, {"start": 42, "end": 47, "kind": "title"}]
    found = {"entities": [{"id": "e1", "type": "ORG", "mentions": mentions}]}
    assert by_type([CASE], {"one": found})[1] == {"ORG": (1, 1)}


def test_the_page_has_both_columns_and_the_types_a_table_each() -> None:
    text = page({"coref": [], "ner": [["gum", "hexapla", *["0.5"] * 5, "1.0"]]}, peer=False)
    assert "R loose, names alone" in text
    assert "spacy" not in text
    found = type_tables({("gum", "hexapla"): by_type([CASE], {"one": merged(CASE, names_in)})})
    assert "| gum |     Date |    1 |   0.000 |" in found
    assert "| gum | hexapla |    GPE |     2 | 0.500 |" in found


def test_a_set_that_there_is_not_is_told(capsys) -> None:
    assert main(["--only", "nonesuch"]) == 2
    assert "bench/names: " in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--write", "--only", "gum"])
