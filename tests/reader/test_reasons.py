"""Why names are one: which entity is asked about, and what the page tells of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from reader import namesakes, sample
from tui.core.document import Document
from tui.core.model import Alias, Attribution
from tui.reader.index import Index
from tui.reader.quoting import quoted
from tui.reader.reason_lines import Page, page_of
from tui.reader.reasons import entity_near, names_of
from tui.reader.roster import candidate_words, row_line, rows_of
from tui.reader.walks import Stop
from tui.reader.words import Line

ADA, REGISTER, CARL, MOREAU = "e1", "e2", "e3", "e4"


@pytest.fixture
def index() -> Index:
    return Index(namesakes.comparison())


def text_of(line: Line) -> str:
    return "".join(text for text, _ in line).rstrip()


def page(index: Index, entity: str, width: int = 80, ascii_only: bool = False) -> Page:
    return page_of(index, index.entities[entity], width, ascii_only)


def told(index: Index, entity: str, width: int = 80, ascii_only: bool = False) -> list[str]:
    return [text_of(line) for line in page(index, entity, width, ascii_only).lines]


def rows(index: Index, entity: str) -> list[str]:
    """What is told, however wide the columns are."""
    return [" ".join(line.split()) for line in told(index, entity)]


def styled(line: Line, look: str) -> str:
    return "".join(text for text, classes in line if look in classes)


# Which entity is asked about


def near(index: Index, claim: str) -> str | None:
    claims = {c.id: c for c in index.comparison.claims}
    found = entity_near(index, claims[claim])
    return found.name if found else None


def test_a_claim_asks_about_its_first_entity(index: Index) -> None:
    assert near(index, "c1") == "National Seed Register"


def test_a_claim_without_names_asks_about_the_nearest_one_in_its_paragraph(index: Index) -> None:
    assert near(index, "c2") == "Ada Moreau"


def test_no_other_paragraph_is_asked(index: Index) -> None:
    assert near(index, "c4") is None
    assert entity_near(index, None) is None


def test_a_source_is_asked_about_before_whoever_stands_near() -> None:
    whole = namesakes.comparison()
    said = Attribution(CARL, None, "Carl Moreau", None)
    claims = tuple(replace(c, attribution=said) if c.id == "c2" else c for c in whole.claims)
    assert near(Index(replace(whole, claims=claims)), "c2") == "Carl Moreau"


# What the page tells


def test_the_name_its_type_and_its_mentions_come_first(index: Index) -> None:
    lines = [line for line in told(index, ADA) if line]
    assert lines[0] == " Ada Moreau"
    assert lines[1] == " person · 4 mentions in A, 1 in B"
    assert told(index, REGISTER)[2] == " organisation · 2 mentions in A, 2 in B"


def test_pronouns_are_told_apart_from_names() -> None:
    whole = namesakes.comparison()
    he = namesakes.GAZETTE.index("he said")
    carl = next(e for e in whole.entities if e.id == CARL)
    spoken = replace(carl.mentions[0], start=he, end=he + 2, kind="pronoun")
    carl = replace(carl, mentions=(*carl.mentions, spoken))
    entities = tuple(carl if e.id == CARL else e for e in whole.entities)
    lines = told(Index(replace(whole, entities=entities)), CARL)
    assert " person · 2 mentions in A, 1 of them by a pronoun" in lines


def test_each_name_says_how_often_and_why(index: Index) -> None:
    assert "Seed Register 0 · 1 short for National Seed Register" in rows(index, REGISTER)
    assert "Also named A · B because" in rows(index, REGISTER)


def test_certain_names_come_before_tentative_ones_and_the_sign_is_explained(index: Index) -> None:
    lines = told(index, ADA)
    perhaps, rest = lines.index(" Perhaps also named"), lines.index(" May also be meant by")
    assert any("Professor Ada Moreau" in line for line in lines[:perhaps])
    assert not any("?" in line for line in lines[:perhaps])
    signs = [line[:12] for line in lines[perhaps + 1 : rest - 1]]
    assert signs == [" ? A. Moreau", " ? The direc"]
    assert lines[-1] == " ? before a name: likely the same, but no text says so outright"


def test_what_is_certain_needs_no_explanation(index: Index) -> None:
    assert "?" not in "".join(told(index, REGISTER))


def test_the_words_that_bind_a_name_are_quoted_and_the_name_stressed(index: Index) -> None:
    line = next(line for line in page(index, REGISTER).lines if "“" in text_of(line))
    assert text_of(line) == "     A “The National Seed Register (NSR) was closed on Monday”"
    assert styled(line, "strong").split() == ["A", "NSR"]


def test_an_ambiguous_name_says_whom_it_may_mean(index: Index) -> None:
    lines = rows(index, MOREAU)
    assert "an ambiguous name · person · 1 mention in A, 2 in B" in lines
    assert "Ada Moreau 4 · 1 5 mentions" in lines
    assert "Carl Moreau 1 · 0 1 mention" in lines
    assert "No text says which of them is meant, so it is kept apart." in lines
    assert [e.goal for e in page(index, MOREAU).entries] == [
        index.entities[ADA],
        index.entities[CARL],
    ]


def test_a_candidate_says_which_ambiguous_names_may_mean_it(index: Index) -> None:
    lines = rows(index, CARL)
    assert "It has no other name in these texts." in lines
    at = next(k for k, line in enumerate(lines) if line.startswith("May also be meant by"))
    assert lines[at + 1] == "? Moreau 1 · 2 3 places, or Ada Moreau is meant"


def test_an_entry_leads_to_what_binds_it_or_to_where_it_stands_first(index: Index) -> None:
    goals = [entry.goal for entry in page(index, REGISTER).entries]
    first = namesakes.ECHO.index("Seed Register")
    bound = namesakes.GAZETTE.index("National Seed Register (NSR)")
    assert goals == [Stop(1, first, first + 13), Stop(0, bound, bound + 28)]


def test_where_only_the_sum_is_known_the_sum_is_shown(index: Index) -> None:
    carl = replace(index.entities[CARL], aliases=(Alias("Calle", 7, "known as", "nickname"),))
    name = names_of(index, carl)[0]
    assert (name.counts, name.goal) == ((), None)
    lines = [text_of(line).split() for line in page_of(index, carl, 80, False).lines]
    assert ["Calle", "7", "known", "as"] in lines


def test_a_reason_without_words_is_called_by_its_rule(index: Index) -> None:
    carl = replace(index.entities[CARL], aliases=(Alias("Carlo", 1, None, "spelling"),))
    assert any(text_of(line).endswith("spelling") for line in page_of(index, carl, 80, False).lines)


@pytest.mark.parametrize("width", [24, 30, 59, 60, 80, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_the_screen(index: Index, width: int, ascii_only: bool) -> None:
    for entity in index.entities.values():
        lines = page_of(index, entity, width, ascii_only).lines
        assert all(cell_len(text_of(line)) <= width for line in lines)
        if ascii_only:
            assert all(text_of(line).isascii() for line in lines)


def test_an_endless_name_is_cut_and_keeps_to_its_column(index: Index) -> None:
    endless = Alias("Carl " + "Q" * 900 + "漢字" * 90, 1, "because " * 90)
    carl = replace(index.entities[CARL], aliases=(endless,))
    for width in (30, 80, 160):
        lines = [text_of(line) for line in page_of(index, carl, width, True).lines]
        assert len(lines) < 20
        assert all(cell_len(line) <= width for line in lines)
        assert "..." in "".join(lines)


def test_on_a_narrow_screen_reasons_stand_below_and_nothing_is_lost(index: Index) -> None:
    words = " ".join(" ".join(told(index, ADA, 40)).split())
    for name in names_of(index, index.entities[ADA]):
        assert name.alias.text in words
        assert name.alias.evidence in words  # type: ignore[operator]


def test_all_of_very_many_names_are_told() -> None:
    crowd = Index(namesakes.crowd(5000))
    found = page(crowd, ADA)
    assert len([e for e in found.entries if isinstance(e.goal, Stop)]) == 5004
    assert found.entries[-1].after <= len(found.lines)


# Quotations


def quotation(text: str, place: str, name: str, width: int = 60) -> Line:
    whole = sample.comparison()
    documents = (Document("a", text), *whole.documents[1:])
    sentence = replace(whole.sentences[0][0], start=0, end=len(text))
    index = Index(replace(whole, documents=documents, sentences=((sentence,), (), ())))
    at = text.index(place)
    return quoted(index, Stop(0, at, at + len(place)), name, width, False)


LONG = "There were " + "many words " * 30 + "about the Tolvik Pilots (TP) and " + "more " * 40 + "."


def test_a_long_sentence_is_cut_between_words_on_both_sides() -> None:
    words = text_of(quotation(LONG, "Tolvik Pilots (TP)", "TP"))
    assert cell_len(words) <= 60
    assert words.startswith("A “… ")
    assert "Tolvik Pilots (TP) and more" in words
    assert words.endswith("more …”")


def test_what_binds_a_name_is_kept_when_little_fits() -> None:
    assert "Tolvik Pilots (TP)" in text_of(quotation(LONG, "Tolvik Pilots (TP)", "TP", 34))


def test_a_place_that_does_not_hold_the_name_is_stressed_whole() -> None:
    line = quotation("The ship, an old ferry, sank.", "an old ferry", "steamer")
    assert styled(line, "strong").split(maxsplit=1) == ["A", "an old ferry"]


def test_a_quotation_is_one_line_of_harmless_words() -> None:
    line = quotation("The\nNorth\x1b[2J  Pilots\r\n(NP) sail.", "NP", "NP")
    assert text_of(line) == "A “The North␛[2J Pilots (NP) sail.”"


def test_scripts_without_blanks_are_cut_anywhere() -> None:
    words = text_of(quotation("船" * 80 + "港" + "海" * 80, "港", "港"))
    assert "船港海" in words
    assert 50 <= cell_len(words) <= 60


# The list of entities


def listed(ascii_only: bool = False) -> list[str]:
    rows = rows_of(namesakes.comparison().entities, 2, ascii_only)
    return [text_of(row_line(row, 31, " ", False, ascii_only)) for row in rows]


def test_the_list_marks_what_is_not_certain() -> None:
    rows = listed()
    assert any(row.startswith("  Carl Moreau  ") for row in rows)
    assert "    Professor Ada Moreau" in rows
    assert "  ? A. Moreau" in rows
    at = next(k for k, row in enumerate(rows) if row.startswith(" ?Moreau  "))
    assert rows[at + 1 : at + 3] == ["    may be Ada Moreau", "        or Carl Moreau"]
    assert all(row.isascii() for row in listed(ascii_only=True))


def test_candidates_stand_on_one_row_where_they_fit_and_are_counted_where_many() -> None:
    assert candidate_words(["Ada", "Carl", "Bo"]) == ["may be Ada, Carl or Bo"]
    assert candidate_words([]) == []
    many = [f"Somebody Moreau the {k}th" for k in range(9)]
    rows = candidate_words(many)
    assert rows[-1].strip() == "or 6 more"
    assert len(rows) == 4


def test_a_tentative_name_has_its_own_look() -> None:
    rows = rows_of(namesakes.comparison().entities, 2, False)
    row = next(row for row in rows if row.text == "A. Moreau")
    assert styled(row_line(row, 31, " ", False, False), "tentative") == "A. Moreau"
