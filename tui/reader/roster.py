"""The rows of the list of entities: kinds, names with their counts, and aliases below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.reader.relations import DOT
from tui.reader.walks import counts_of
from tui.reader.words import Line, shorten

if TYPE_CHECKING:
    from tui.core.model import Entity

GROUPS = {
    "PERSON": "People",
    "ORG": "Organisations",
    "PLACE": "Places",
    "EVENT": "Events",
    "PRODUCT": "Products",
    "OTHER": "Other",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list: a group's title, an entity, or one of its aliases."""

    text: str
    entity: Entity | None = None
    """Given where the row names the entity itself."""
    counts: str = ""
    group: bool = False


def rows_of(entities: Sequence[Entity], documents: int, ascii_only: bool) -> list[Row]:
    """All rows: by group, then the most mentioned first, each with its other names below."""
    rows: list[Row] = []
    for kind, title in GROUPS.items():
        members = [e for e in entities if e.type == kind]
        if members:
            rows.append(Row(title, group=True))
        for entity in sorted(members, key=lambda e: (-len(e.mentions), e.name)):
            counts = count_words(counts_of(entity, documents), ascii_only)
            rows.append(Row(entity.name, entity, counts))
            rows.extend(Row(alias) for alias in other_names(entity))
    return rows


def other_names(entity: Entity) -> Iterator[str]:
    """The names of an entity that are not its main one."""
    return (alias.text for alias in entity.aliases if alias.text != entity.name)


def count_words(counts: Sequence[int], ascii_only: bool) -> str:
    """How often each document names it, `8 · 6`; for many documents the sum and how many."""
    if len(counts) <= 4:
        return f" {DOT[ascii_only]} ".join(map(str, counts))
    return f"{sum(counts)} in {sum(map(bool, counts))}"


def row_line(row: Row, width: int, pointer: str, marked: bool, ascii_only: bool) -> Line:
    """A row as it is painted, `width` cells wide."""
    if row.group:
        return [(f" {row.text}", ("group",))]
    if row.entity is None:
        return [(f"    {shorten(' '.join(row.text.split()), width - 5, ascii_only)}", ("quiet",))]
    room = width - 4 - len(row.counts)
    name = shorten(" ".join(row.text.split()), room - 1, ascii_only)
    gap = " " * max(1, room - cell_len(name))
    look = "mark" if marked else "text"
    return [
        (f"{pointer} ", ("bar",)),
        (name, (look,)),
        (gap, ()),
        (row.counts, ("quiet",)),
        ("  ", ()),
    ]
