"""Which names belong together: a table of cases written without knowing the rules."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from entity_views import entities

from tui.core.model import Entity, Mention

Case = dict[str, Any]

CASES: list[Case] = yaml.safe_load(
    Path(__file__).with_name("merging_cases.yaml").read_text(encoding="utf-8")
)


def bare(text: str) -> str:
    """The text without a leading article."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else text


@dataclass(frozen=True)
class Found:
    """The entities of a case's documents, asked by the forms that merging_cases.yaml uses."""

    texts: list[str]
    entities: tuple[Entity, ...]

    def text(self, mention: Mention) -> str:
        return self.texts[mention.document][mention.start : mention.end]

    def forms(self, entity: Entity, mention: Mention) -> set[str]:
        """A mention's text, and that of a title also without the name that it ends with."""
        text = self.text(mention)
        found = {text, bare(text)}
        if mention.kind == "title":
            ends = {self.text(m) for m in entity.mentions if m.kind == "name"}
            found |= {bare(text.removesuffix(name)).strip(" ,") for name in ends}
        return found

    def bears(self, entity: Entity, mention: Mention, form: str) -> bool:
        words, _, document = form.partition("@")
        if document and mention.document + 1 != int(document):
            return False
        if words.startswith("~"):
            return mention.kind in ("title", "description") and words[1:] in self.text(mention)
        return words in self.forms(entity, mention)

    def mentions(self, form: str) -> list[tuple[int, Mention]]:
        """Where one of the forms stands, with the number of the entity."""
        return [
            (number, mention)
            for number, entity in enumerate(self.entities)
            for mention in entity.mentions
            if any(self.bears(entity, mention, one) for one in form.split("|"))
        ]

    def holders(self, form: str) -> set[int]:
        return {number for number, _ in self.mentions(form)}

    def groups(self, order: list[int]) -> set[frozenset[tuple[int, int, int, str]]]:
        return {
            frozenset((order[m.document], m.start, m.end, m.kind) for m in e.mentions)
            for e in self.entities
        }

    def outline(self) -> str:
        return "\n".join(
            f"{e.name} ({e.type}): {', '.join(f'{self.text(m)}@{m.document + 1}' for m in found)}"
            for e in self.entities
            for found in [e.mentions]
        )


def find(texts: list[str]) -> Found:
    return Found(texts, entities(*texts))


def wrong_groups(case: Case, found: Found) -> list[str]:
    wrong = []
    for row in case.get("together", []):
        wrong += [f"not found: {form}" for form in row if not found.holders(form)]
        if not set.intersection(*map(found.holders, row)):
            wrong.append(f"not together: {row}")
    wrong += [f"not found: {form}" for form in case.get("found", []) if not found.holders(form)]
    for pair in case.get("apart", []):
        wrong += [f"not found: {form}" for form in pair if not found.holders(form)]
    for pair in [*case.get("apart", []), *case.get("never", [])]:
        if set.intersection(*map(found.holders, pair)):
            wrong.append(f"not apart: {pair}")
    for text in case.get("missing", []):
        if any(found.text(m) == text for e in found.entities for m in e.mentions):
            wrong.append(f"a mention: {text}")
    for form, count in case.get("entities", {}).items():
        if len(found.holders(form)) != count:
            wrong.append(f"{len(found.holders(form))} entities: {form}")
    return wrong


def wrong_properties(case: Case, found: Found) -> list[str]:
    wrong = []
    for form, expected in case.get("types", {}).items():
        types = {found.entities[number].type for number in found.holders(form)}
        if types != {expected}:
            wrong.append(f"type of {form}: {sorted(types)}")
    for form, expected in case.get("kinds", {}).items():
        kinds = {mention.kind for _, mention in found.mentions(form)}
        if kinds != {expected}:
            wrong.append(f"kind of {form}: {sorted(kinds)}")
    for form, expected in case.get("tentative", {}).items():
        flags = {a.tentative for e in found.entities for a in e.aliases if bare(a.text) == form}
        if flags != {expected}:
            wrong.append(f"tentative {form}: {sorted(flags)}")
    numbers = {entity.id: number for number, entity in enumerate(found.entities)}
    for form, names in case.get("ambiguous", {}).items():
        expected = set().union(*map(found.holders, names))
        flagged = [{numbers[i] for i in found.entities[h].candidates} for h in found.holders(form)]
        if len(expected) != len(names) or expected not in flagged:
            told = [sorted(found.entities[n].name for n in numbers) for numbers in flagged]
            wrong.append(f"candidates of {form}: {told}")
        if found.holders(form) & expected:
            wrong.append(f"ambiguous, yet merged: {form}")
    return wrong


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_names_are_merged_as_an_editor_would(case: Case) -> None:
    found = find(case["documents"])
    wrong = [*wrong_groups(case, found), *wrong_properties(case, found)]
    assert not wrong, "\n".join([*wrong, "out came:", found.outline()])


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_order_of_documents_changes_no_group(case: Case) -> None:
    texts = case["documents"]
    forward = list(range(len(texts)))
    backward = forward[::-1]
    assert find(texts).groups(forward) == find(texts[::-1]).groups(backward)


def test_every_case_has_its_own_name() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)
