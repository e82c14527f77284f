"""The gold cases are sound: every quote is where it should be, every name is in a text."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).resolve().parent
CASES = sorted(FOLDER.glob("*.yaml"))
RELATIONS = {"agrees", "differs", "contradicts"}
TYPES = {"PERSON", "ORG", "PLACE", "EVENT", "PRODUCT", "OTHER"}


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    """One gold case, with its file's name under `file`."""
    read = yaml.safe_load(request.param.read_text(encoding="utf-8"))
    return {**read, "file": request.param.stem}


def span(case: dict[str, Any], ref: dict[str, Any]) -> tuple[int, int, int]:
    """(document, start, end) of a quote, at its first occurrence as the scorer takes it."""
    text = case["documents"][ref["doc"]]["text"]
    start = text.find(ref["quote"])
    assert start >= 0, f"not in document {ref['doc']}: {ref['quote']!r}"
    return ref["doc"], start, start + len(ref["quote"])


def quoted(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Every linked or solitary statement of a case."""
    linked = [ref for link in case["links"] for ref in (link["a"], link["b"])]
    return [*linked, *case["only"]]


def mentions(case: dict[str, Any]) -> dict[str, set[int]]:
    """Each alias that survives as the longest name somewhere, with the entities it stands for."""
    kept: dict[str, set[int]] = {}
    for document in case["documents"]:
        taken: list[tuple[int, int]] = []
        found = sorted(
            (-len(alias), match.start(), alias, number)
            for number, entity in enumerate(case["entities"])
            for alias in entity["aliases"]
            for match in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", document["text"])
        )
        for length, start, alias, number in found:
            if all(start - length <= s or start >= e for s, e in taken):
                taken.append((start, start - length))
                kept.setdefault(alias, set()).add(number)
    return kept


def test_there_are_cases_of_both_kinds() -> None:
    kinds = {path.stem.split("_")[0] for path in CASES}
    assert kinds == {"build", "held"}


def test_a_case_is_named_after_its_file_and_carries_its_texts(case: dict[str, Any]) -> None:
    assert case["id"] == case["file"]
    assert 2 <= len(case["documents"]) <= 4
    for document in case["documents"]:
        assert document["name"]
        assert 100 <= len(document["text"].split()) <= 320


def test_statements_are_quoted_from_the_texts(case: dict[str, Any]) -> None:
    for ref in [*quoted(case), *case["attributions"]]:
        document, start, _ = span(case, ref)
        text = case["documents"][document]["text"]
        assert text.find(ref["quote"], start + 1) < 0, f"occurs twice: {ref['quote']!r}"


def test_dates_are_quoted_from_the_texts(case: dict[str, Any]) -> None:
    for ref in case["dates"]:
        span(case, ref)
        assert isinstance(ref["date"], datetime.date | int | str)
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", str(ref["date"]))


def test_links_join_two_documents_once(case: dict[str, Any]) -> None:
    seen = set()
    for link in case["links"]:
        assert link["relation"] in RELATIONS
        ends = span(case, link["a"]), span(case, link["b"])
        assert ends[0][0] < ends[1][0]
        assert ends not in seen
        seen.add(ends)


def test_no_solitary_statement_lies_in_a_linked_one(case: dict[str, Any]) -> None:
    linked = [span(case, ref) for link in case["links"] for ref in (link["a"], link["b"])]
    for ref in case["only"]:
        document, start, end = span(case, ref)
        for other, s, e in linked:
            assert other != document or end <= s or start >= e, ref["quote"]


def test_every_alias_names_one_entity_in_some_text(case: dict[str, Any]) -> None:
    found = mentions(case)
    for entity in case["entities"]:
        assert entity["type"] in TYPES
        for alias in entity["aliases"]:
            assert len(found.get(alias, ())) == 1, f"{alias!r} names {found.get(alias)}"


def test_separate_names_are_aliases_of_two_entities(case: dict[str, Any]) -> None:
    found = mentions(case)
    for left, right in case["separate"]:
        assert left in found
        assert right in found
        assert not found[left] & found[right]


def test_sources_are_entities_or_words_of_the_document(case: dict[str, Any]) -> None:
    names = {entity["name"] for entity in case["entities"]}
    for ref in case["attributions"]:
        text = case["documents"][ref["doc"]]["text"]
        assert ref["source"] in names or ref["source"] in text, ref["source"]
