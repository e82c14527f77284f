"""Why names are one, as lines: a table of names with what speaks for each and where it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.reader import layout
from tui.reader.layout import harmless
from tui.reader.quoting import quoted
from tui.reader.reasons import Name, candidates_of, mention_words, names_of, rivals_of
from tui.reader.relations import DOT, TENTATIVE
from tui.reader.roster import count_words, listed
from tui.reader.walks import Stop, counts_of
from tui.reader.words import Line, letter, shorten

if TYPE_CHECKING:
    from tui.core.model import Entity
    from tui.reader.index import Index

MARGIN = 3
"""Cells before a name: the pointer, a question mark, a blank."""

LEAST = 18
"""Cells of the column of names at least, so that the headings have room above it."""

WIDEST = 112
"""Cells a line fills at most: what belongs together stays near each other."""

STACKED = 60
"""Below this many cells what speaks for a name stands below it."""

FEW = 4
"""Lines a name or a reason fills at most, or a little more."""

KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "PLACE": "place",
    "EVENT": "event",
    "PRODUCT": "product",
    "OTHER": "of another kind",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one can go to: its first line, the line after its last, and where it leads."""

    first: int
    after: int
    goal: Stop | Entity | None


@dataclass(frozen=True, slots=True)
class Page:
    """All that is told of an entity's names."""

    lines: Sequence[Line]
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class _Columns:
    """The cells of the columns of the table."""

    name: int
    counts: int
    why: int
    stacked: bool


class _Writer:
    """Collects lines and entries at one width."""

    def __init__(self, index: Index, width: int, ascii_only: bool) -> None:
        self.index = index
        self.width = max(12, min(width, WIDEST))
        self.ascii = ascii_only
        self.documents = len(index.comparison.documents)
        self.lines: list[Line] = []
        self.entries: list[Entry] = []
        self.columns = _Columns(0, 0, 0, True)

    def fit(self, names: Sequence[str], counts: Sequence[str]) -> None:
        """Share out the width among the columns of a table of these names and counts."""
        widest = max(map(cell_len, counts), default=0)
        if self.width < STACKED:
            self.columns = _Columns(self.width - MARGIN - widest - 3, widest, 0, True)
            return
        name = min(max([LEAST, *map(cell_len, names)]), self.width * 2 // 5)
        self.columns = _Columns(name, widest, self.width - MARGIN - name - widest - 6, False)

    def say(self, text: str, *classes: str, margin: int = 1) -> None:
        """Write running words, over as many lines as they need."""
        for part in self.fold(text, self.width - margin - 1):
            self.lines.append([(" " * margin + part, classes)])

    def heading(self, title: str, because: str = "") -> None:
        """Begin a part of the table; the first one also says what the columns are."""
        columns = self.columns
        line: Line = [(f" {title}", ("group",))]
        letters = self.letters()
        gap = MARGIN + columns.name + 2 + columns.counts - 1 - len(title) - len(letters)
        if not self.entries and not columns.stacked and gap > 0:
            line += [(" " * gap, ()), (letters, ("quiet",)), (f"   {because}", ("quiet",))]
        self.lines += [[], line]

    def entry(
        self,
        name: str,
        counts: str,
        why: str,
        goal: Stop | Entity | None,
        tentative: bool = False,
        quote: Stop | None = None,
    ) -> None:
        """Write a row of the table, and below it the words of a text that bear it out."""
        first, columns = len(self.lines), self.columns
        look = "tentative" if tentative else "text"
        reasons = [] if columns.stacked else self.fold(why, columns.why)
        for k, (part, reason) in enumerate(
            zip_longest(self.fold(name, columns.name), reasons, fillvalue="")
        ):
            sign = TENTATIVE if tentative and k == 0 else " "
            number = counts if k == 0 else ""
            pad = columns.name - cell_len(part) + 2 + columns.counts - cell_len(number)
            line: Line = [(f" {sign} ", ("strong",)), (part, (look,))]
            line += [(" " * pad, ()), (number, ("quiet",)), (f"   {reason}", ("text",))]
            self.lines.append(line)
        if columns.stacked and why:
            self.say(why, "text", margin=MARGIN + 2)
        if quote:
            room = self.width - MARGIN - 3
            words = quoted(self.index, quote, name, room, self.ascii)
            self.lines.append([(" " * (MARGIN + 2), ()), *words])
        self.entries.append(Entry(first, len(self.lines), goal))

    def fold(self, text: str, width: int) -> list[str]:
        """Text in lines of at most `width` cells; what would take more than a few is cut."""
        width = max(2, width)
        text = shorten(_flat(text), FEW * width, self.ascii)
        rows = layout.wrap(text, width)
        return [text[slice(*rows.span(k))].rstrip() for k in range(len(rows))]

    def counts(self, counts: Sequence[int]) -> str:
        """How often each document has a name."""
        return count_words(counts, self.ascii)

    def letters(self) -> str:
        """What the counts are of: the documents' letters, in their order."""
        if self.documents > 4:
            return "in all"
        return f" {DOT[self.ascii]} ".join(letter(d) for d in range(self.documents))


def page_of(index: Index, entity: Entity, width: int, ascii_only: bool) -> Page:
    """Everything about why an entity's names are one, at most `width` cells wide."""
    writer = _Writer(index, width, ascii_only)
    names = names_of(index, entity)
    candidates = candidates_of(index, entity)
    rivals = list(rivals_of(index, entity))
    shown = [name.alias.text for name in names]
    shown += [e.name for e in (*candidates, *(other for other, _ in rivals))]
    numbers = [_count(writer, name) for name in names]
    numbers += [
        writer.counts(counts_of(e, writer.documents))
        for e in (*candidates, *(other for other, _ in rivals))
    ]
    writer.fit(list(map(_flat, shown)), [*numbers, writer.letters()])
    writer.lines += [[]]
    writer.say(entity.name, "strong")
    dot = f" {DOT[ascii_only]} "
    kind = dot.join(["an ambiguous name"] * bool(entity.candidates) + [KINDS[entity.type]])
    writer.say(f"{kind}{dot}{mention_words(index, entity)}", "quiet")
    _write_candidates(writer, entity, candidates)
    _write_names(writer, entity, names)
    _write_rivals(writer, rivals)
    if any(name.alias.tentative for name in names):
        writer.lines += [[]]
        words = "before a name: likely the same, but no text says so outright"
        writer.say(f"{TENTATIVE} {words}", "quiet")
    return Page(writer.lines, writer.entries)


def _write_candidates(writer: _Writer, entity: Entity, candidates: Sequence[Entity]) -> None:
    if not entity.candidates:
        return
    writer.heading("May be")
    for candidate in candidates:
        counts = counts_of(candidate, writer.documents)
        total = f"{sum(counts)} mention{'s' * (sum(counts) != 1)}"
        writer.entry(candidate.name, writer.counts(counts), total, candidate)
    writer.lines += [[]]
    writer.say("No text says which of them is meant, so it is kept apart.", "quiet")


def _write_names(writer: _Writer, entity: Entity, names: Sequence[Name]) -> None:
    if not names and not entity.candidates:
        writer.lines += [[]]
        writer.say("It has no other name in these texts.", "quiet")
    tier = None
    for name in names:
        alias = name.alias
        if alias.tentative != tier:
            tier = alias.tentative
            titles = ("Also named", "Perhaps also named")
            writer.heading(titles[tier], "because")
        why = alias.evidence or alias.rule or ""
        quote = Stop(*alias.place) if alias.place else None
        writer.entry(alias.text, _count(writer, name), why, name.goal, tier, quote)


def _write_rivals(writer: _Writer, rivals: Sequence[tuple[Entity, list[Entity]]]) -> None:
    if not rivals:
        return
    writer.heading("May also be meant by")
    for other, rest in rivals:
        total = len(other.mentions)
        words = f"{total} place{'s' * (total != 1)}"
        if rest:
            words += f", or {listed([e.name for e in rest])} is meant"
        counts = counts_of(other, writer.documents)
        writer.entry(other.name, writer.counts(counts), words, other, tentative=True)


def _count(writer: _Writer, name: Name) -> str:
    return writer.counts(name.counts) if name.counts else str(name.alias.count)


def _flat(text: str) -> str:
    return harmless(" ".join(text.split()))
