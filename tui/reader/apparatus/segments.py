"""Columns of a collation that belong together: what all share, what some share, what varies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from tui.reader.apparatus.collation import Table, tie
from tui.reader.apparatus.witness import Word

Stand = Literal["same", "kin", "moved", "variant", "lone", "shared", "free"]
"""How a word stands to the other witnesses: all have it; others have it, or the same in other
words; they have it elsewhere; they have something else in its place; they have nothing there. In a
claim laid beside none: another has it somewhere, or none has."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word in a segment."""

    place: int
    """Which of its witness's words."""
    stand: Stand


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring columns of one kind; a cell for each witness, empty where it has no words."""

    cells: tuple[tuple[Piece, ...], ...]
    same: bool
    """Every witness has these very words."""


def segments(table: Table) -> list[Segment]:
    """The table in as few segments as tell apart what is shared from what is not."""
    everywhere = [contents(witness.words) for witness in table.witnesses]
    parts = [_partition(table, c) for c in range(len(table.columns))]
    keys = [_key(table, c, parts[c]) for c in range(len(table.columns))]
    found = []
    for key, run in groupby(range(len(keys)), key=keys.__getitem__):
        columns = list(run)
        rows = range(len(table.witnesses))
        filled = sum(any(table.columns[c][r] is not None for c in columns) for r in rows)
        cells = tuple(
            tuple(
                Piece(place, _stand(table, r, c, parts[c], key == _ALL, filled, everywhere))
                for c in columns
                if (place := table.columns[c][r]) is not None
            )
            for r in rows
        )
        found.append(Segment(cells, key == _ALL))
    return found


_ALL = ("all",)
_NONE = ("none",)


def _partition(table: Table, column: int) -> list[list[int]]:
    """The witnesses that have the same in a column, together; those without a word in none."""
    groups: list[list[int]] = []
    for row in range(len(table.witnesses)):
        word = table.word(row, column)
        if word is None:
            continue
        for group in groups:
            first = table.word(group[0], column)
            if first is not None and tie(first, word):
                group.append(row)
                break
        else:
            groups.append([row])
    return groups


def _key(table: Table, column: int, groups: list[list[int]]) -> tuple[object, ...]:
    """What neighbouring columns have in common that make one segment."""
    agreeing = [g for g in groups if len(g) > 1]
    if len(table.witnesses) == 1:
        return _ALL
    if not agreeing:
        return _NONE
    identical = all(len({_folded(table, r, column) for r in g}) == 1 for g in agreeing)
    if not identical:
        return ("kin", column)
    whole = len(agreeing[0]) == len(table.witnesses)
    return _ALL if whole else ("some", *map(tuple, agreeing))


def _folded(table: Table, row: int, column: int) -> str:
    word = table.word(row, column)
    return word.folded if word else ""


def _stand(
    table: Table,
    row: int,
    column: int,
    groups: list[list[int]],
    same: bool,
    filled: int,
    everywhere: Sequence[frozenset[object]],
) -> Stand:
    if same:
        return "same"
    own = next(g for g in groups if row in g)
    if len(own) > 1:
        return "kin"
    word = table.word(row, column)
    if word is not None and is_elsewhere(word, row, everywhere):
        return "moved"
    return "variant" if filled > 1 else "lone"


def is_elsewhere(word: Word, row: int, everywhere: Sequence[frozenset[object]]) -> bool:
    """Whether another witness than `row` has a weighty word anywhere."""
    own = contents((word,))
    return any(own & held for k, held in enumerate(everywhere) if k != row)


def contents(words: Sequence[Word]) -> frozenset[object]:
    """What a text's weighty words are and stand for."""
    held: set[object] = set()
    for word in words:
        if word.light:
            continue
        held |= {word.folded, *(("stem", s) for s in word.stems)}
        if word.entity is not None:
            held.add(("entity", word.entity))
        if word.date is not None and word.date.value:
            held.add(("date", word.date.value))
    return frozenset(held)
