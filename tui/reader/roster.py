"""The rows of the list of entities: kinds, names with their counts, and aliases below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.reader.relations import DOT, TENTATIVE
from tui.reader.walks import counts_of
from tui.reader.words import Line, shorten

if TYPE_CHECKING:
    from tui.core.model import Entity

ROOM = 27
"""Cells of a row below a name, where the list is as wide as it usually is."""

FEW = 4
"""Rows given to whom an ambiguous name may mean."""

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
    tentative: bool = False
    """The name is likely, not certain, or may mean several entities."""


def rows_of(entities: Sequence[Entity], documents: int, ascii_only: bool) -> list[Row]:
    """All rows: by group, then the most mentioned first, each with its other names below."""
    rows: list[Row] = []
    names = {entity.id: _flat(entity.name) for entity in entities}
    for kind, title in GROUPS.items():
        members = [e for e in entities if e.type == kind]
        if members:
            rows.append(Row(title, group=True))
        for entity in sorted(members, key=lambda e: (-len(e.mentions), e.name)):
            counts = count_words(counts_of(entity, documents), ascii_only)
            rows.append(Row(_flat(entity.name), entity, counts, tentative=bool(entity.candidates)))
            rows += _other_names(entity)
            rows += map(Row, candidate_words([names[c] for c in entity.candidates if c in names]))
    return rows


def _other_names(entity: Entity) -> Iterator[Row]:
    for alias in entity.aliases:
        if alias.text != entity.name:
            yield Row(_flat(alias.text), tentative=alias.tentative)


def candidate_words(names: Sequence[str]) -> list[str]:
    """Whom an ambiguous name may mean; one below the other where one row is too narrow."""
    if not names:
        return []
    words = f"may be {listed(names)}"
    if cell_len(words) <= ROOM:
        return [words]
    shown = names if len(names) <= FEW else names[: FEW - 1]
    rows = [f"may be {shown[0]}", *(f"    or {name}" for name in shown[1:])]
    rest = len(names) - len(shown)
    return [*rows, f"    or {rest} more"] if rest else rows


def _flat(text: str) -> str:
    return " ".join(text.split())


def listed(names: Sequence[str]) -> str:
    """Names in words: `Ada`, `Ada or Bo`, `Ada, Bo or Cy`."""
    *before, last = names
    return f"{', '.join(before)} or {last}" if before else last


def count_words(counts: Sequence[int], ascii_only: bool) -> str:
    """How often each document names it, `8 · 6`; for many documents the sum and how many."""
    if len(counts) <= 4:
        return f" {DOT[ascii_only]} ".join(map(str, counts))
    return f"{sum(counts)} in {sum(map(bool, counts))}"


def row_line(row: Row, width: int, pointer: str, marked: bool, ascii_only: bool) -> Line:
    """A row as it is painted, `width` cells wide."""
    if row.group:
        return [(f" {row.text}", ("group",))]
    sign = TENTATIVE if row.tentative else " "
    words = row.text
    if row.entity is None:
        look = "tentative" if row.tentative else "quiet"
        words = shorten(words, width - 5, ascii_only)
        return [(f"  {sign} ", ("quiet",)), (words, (look,))]
    room = width - 4 - len(row.counts)
    name = shorten(words, room - 1, ascii_only)
    gap = " " * max(1, room - cell_len(name))
    look = "mark" if marked else "text"
    return [
        (f"{pointer}{sign}", ("bar",)),
        (name, (look,)),
        (gap, ()),
        (row.counts, ("quiet",)),
        ("  ", ()),
    ]
