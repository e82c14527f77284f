"""Columns of a collation that belong together: what all share, what some share, what varies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from tui.reader.apparatus.collation import Table, tie
from tui.reader.apparatus.witness import Word

Stand = Literal["same", "kin", "moved", "variant", "lone", "light", "shared", "free"]
"""How a word stands to the other witnesses: all have it; others have it, or the same in other
words; they have it elsewhere; they have something else in its place; they have nothing there;
neither have they, but it is only a word of the grammar. In a claim laid beside none: another has it
somewhere, or none has."""


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
    tied: bool
    """Some witnesses have the same here, so that its words must stay under one another."""


Groups = list[list[int]]
"""The witnesses that have the same in a column, together; those without a word are in none."""

_ALL = ("all",)
_NONE = ("none",)


def segments(table: Table) -> list[Segment]:
    """The table in as few segments as tell apart what is shared from what is not."""
    cutter = _Cutter(table)
    every = range(len(table.columns))
    return [cutter.segment(key, list(run)) for key, run in groupby(every, key=cutter.key)]


class _Cutter:
    def __init__(self, table: Table) -> None:
        self._table = table
        self._rows = range(len(table.witnesses))
        self._contents = [contents(witness.words) for witness in table.witnesses]
        self._groups = [self._grouped(column) for column in range(len(table.columns))]

    def _grouped(self, column: int) -> Groups:
        groups: Groups = []
        for row in self._rows:
            word = self._table.word(row, column)
            if word is None:
                continue
            for group in groups:
                first = self._table.word(group[0], column)
                if first is not None and tie(first, word):
                    group.append(row)
                    break
            else:
                groups.append([row])
        return groups

    def key(self, column: int) -> tuple[object, ...]:
        """What neighbouring columns have in common that make one segment."""
        if len(self._rows) == 1:
            return _ALL
        agreeing = [g for g in self._groups[column] if len(g) > 1]
        if not agreeing:
            return _NONE
        words = [[self._table.word(r, column) for r in g] for g in agreeing]
        if any(len({w.folded for w in group if w}) > 1 for group in words):
            # One thing in several words: other words beside it would push it out of line.
            return ("kin", column)
        whole = len(agreeing[0]) == len(self._rows)
        return _ALL if whole else ("some", *map(tuple, agreeing))

    def segment(self, key: tuple[object, ...], columns: Sequence[int]) -> Segment:
        """Columns of one key as a segment."""
        words = [[self._table.word(r, c) for c in columns] for r in self._rows]
        filled = sum(any(row) for row in words)
        cells = []
        for r in self._rows:
            bare = all(word is None or word.light for word in words[r])
            lone: Stand = "variant" if filled > 1 else "light" if bare else "lone"
            cells.append(
                tuple(
                    Piece(place, "same" if key == _ALL else self._stand(r, c, lone))
                    for c in columns
                    if (place := self._table.columns[c][r]) is not None
                )
            )
        return Segment(tuple(cells), key != _NONE)

    def _stand(self, row: int, column: int, lone: Stand) -> Stand:
        own = next(g for g in self._groups[column] if row in g)
        if len(own) > 1:
            return "kin"
        word = self._table.word(row, column)
        others = [held for r, held in enumerate(self._contents) if r != row]
        return "moved" if word is not None and is_held(word, others) else lone


def is_held(word: Word, texts: Sequence[frozenset[object]]) -> bool:
    """Whether a weighty word, or what it stands for, is in one of the texts."""
    own = contents((word,))
    return any(own & held for held in texts)


def contents(words: Sequence[Word]) -> frozenset[object]:
    """What a text's weighty words are and stand for."""
    held: set[object] = set()
    for word in words:
        if word.light:
            continue
        held.add(word.folded)
        if word.entity is not None:
            held.add(("entity", word.entity))
        if word.date is not None and word.date.value:
            held.add(("date", word.date.value))
    return frozenset(held)
