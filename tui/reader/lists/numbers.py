"""The ledger of numbers: what is counted, each document's figure as written, and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tui.core.model import Claim, Date, Quantity
from tui.reader.lists.cells import (
    MARGIN,
    Classes,
    claim_words,
    fill,
    heading,
    margin,
    wrapped,
)
from tui.reader.lists.dates import value_words
from tui.reader.lists.ledger import Entry, Standing, Value, entries
from tui.reader.lists.listing import Drawn, Goal, Listing, State, View
from tui.reader.relations import Kind
from tui.reader.words import Line, letter, shorten, width_of

if TYPE_CHECKING:
    from tui.reader.filters import Filter
    from tui.reader.index import Index

LINES = 2
"""Lines of a claim at most."""

RANGE = 28
"""Cells for the range of a number."""

_SECTIONS: dict[Standing, tuple[str, Kind]] = {
    "differ": ("differ", "differs"),
    "dates": ("dates that differ", "differs"),
    "agree": ("agree", "agrees"),
    "alone": ("given by one document only", "only"),
}
"""The parts of the ledger in their order: what they are called, and how they are marked."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A row: one value of an entry."""

    entry: Entry
    k: int

    @property
    def value(self) -> Value:
        """The value itself."""
        return self.entry.values[self.k]


class Numbers(Listing[Figure]):
    """What each document gives as the number of the same."""

    action = "numbers.open"
    title = "Numbers"
    noun = ("number", "numbers")
    sorts: ClassVar = ("those that differ first", "order of the text")
    nothing = "these documents give no numbers"

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._all = entries(index)

    def rows(self, wanted: Filter, state: State) -> list[Figure]:
        self._sort = state.sort
        found = self._all
        if wanted:
            found = [e for e in found if any(wanted.passes(self.index, v.claim) for v in e.values)]
        if state.sort == 0:
            order = list(_SECTIONS)
            found = sorted(found, key=lambda e: order.index(e.standing))
        return [Figure(entry, k) for entry in found for k in range(len(entry.values))]

    def key(self, row: Figure) -> str:
        first = row.entry.values[0]
        return f"{row.value.claim.id} {row.value.figure.start} {first.claim.id}"

    def claims(self, row: Figure) -> Iterable[Claim]:
        return (row.value.claim,)

    def words(self, row: Figure) -> str:
        said = self.index.source(row.value.claim) or ""
        return f"{title_of(row.entry)} {said} {super().words(row)}"

    def note(self, rows: Sequence[Figure]) -> str:
        differing = sum(row.k == 0 and bool(row.entry.different) for row in rows)
        if not rows:
            return ""
        return f"{differing} differ{'s' * (differing == 1)}" if differing else "no numbers differ"

    def goal(self, row: Figure, column: int) -> Goal | None:
        return row.value.claim

    def kind(self, row: Figure) -> Kind | None:
        kind = _SECTIONS[row.entry.standing][1]
        return "differs" if row.entry.different else kind

    def titles(self, view: View) -> Line | None:
        wide, room = _columns(view)
        titles = f"{'':{MARGIN + 3}}{'as written':{room}}{'range':{RANGE}}"
        titles = titles if wide else titles[: MARGIN + 3 + room]
        return [(f"{titles}in the claim", ("title",))]

    def draw(self, rows: Sequence[Figure], k: int, view: View, at: bool) -> Drawn:
        row = rows[k]
        before: list[Line] = []
        entry = row.entry
        first = k == 0 or rows[k - 1].entry is not entry
        if first:
            fresh = k == 0 or rows[k - 1].entry.standing != entry.standing
            if self._sort == 0 and fresh:
                before += heading(_SECTIONS[entry.standing][0], "", view)
            if len(entry.values) > 1:
                before += [[]] * (not fresh or self._sort != 0) + [self._heading(entry, view)]
        return Drawn(before, self._lines(row, view))

    def _heading(self, entry: Entry, view: View) -> Line:
        kind = _SECTIONS[entry.standing][1]
        kind = "differs" if entry.different else kind
        line = margin(kind, entry.tentative, view.ascii_only)
        verdict = said_of(self.index, entry)
        room = view.width - MARGIN - 1
        name = shorten(title_of(entry), room // 2, view.ascii_only)
        line.append((name, ("strong",)))
        left = max(8, room - width_of([(name, ())]) - 2)
        return [*line, (f"  {shorten(verdict, left, view.ascii_only)}", ("text",))]

    def _lines(self, row: Figure, view: View) -> list[Line]:
        claim, figure = row.value.claim, row.value.figure
        look: Classes = ("text", "strong")
        if row.entry.differs(row.k):
            look = ("text", "differs")
        written = _written(self.index, row.value)
        wide, room = _columns(view)
        note = note_of(row)
        lead: Line = [
            (" " * MARGIN, ()),
            (f"{letter(claim.document):<3}", ("strong",)),
            *fill([(shorten(written, room - 2, view.ascii_only), look)], room),
        ]
        if wide:
            style = "warning" if row.entry.is_outlier(row.k) else "quiet"
            lead += fill([(shorten(note, RANGE - 2, view.ascii_only), (style,))], RANGE)
        left = width_of(lead)
        words = claim_words(self.index, claim, ("text",), [(figure.start, figure.end)], look)
        if row.entry.standing == "alone":
            lead[:1] = margin("only", False, view.ascii_only)
        rest = wrapped(words, max(10, view.width - left - 1), LINES, view.ascii_only)
        lines = [[*lead, *rest[0]], *([(" " * left, ()), *line] for line in rest[1:])]
        if note and not wide and row.entry.is_outlier(row.k):
            lines.append([(" " * left, ()), (note, ("warning",))])
        return lines


def _columns(view: View) -> tuple[bool, int]:
    """Whether ranges have a column of their own, and the cells for a number as it is written."""
    wide = view.width >= 110
    return wide, 26 if wide else 20


def title_of(entry: Entry) -> str:
    """What an entry counts, in words: `person missing`, `krone`, `number`."""
    figures = [v.figure for v in entry.values]
    if isinstance(figures[0], Date):
        return "dates"
    quantities = [f for f in figures if isinstance(f, Quantity)]
    counted = Counter(q.counted for q in quantities if q.counted).most_common()
    roles = Counter(q.role for q in quantities if q.role).most_common(1)
    units = Counter(q.unit for q in quantities if q.unit).most_common(1)
    parts = [units[0][0]] if units else []
    parts += [" or ".join(name for name, _ in counted[:2])] if counted else []
    parts += [roles[0][0]] if roles else []
    return " ".join(parts) or "number"


def said_of(index: Index, entry: Entry) -> str:
    """How the values stand to one another, in words: `differ: A 118, D 130`."""
    by_document: dict[int, list[str]] = {}
    units = {v.figure.unit for v in entry.values if isinstance(v.figure, Quantity)}
    # A day that is not known can only be told as it is written; then so are the others.
    as_written = any(not figure_words(v.figure) for v in entry.values)
    for value in entry.values:
        shown = by_document.setdefault(value.claim.document, [])
        words = _written(index, value) if as_written else figure_words(value.figure)
        if isinstance(value.figure, Quantity) and len(units) > 1:
            words = f"{words} {value.figure.unit or ''}".rstrip()
        if words not in shown:
            shown.append(words)
    values = ", ".join(f"{letter(d)} {' and '.join(v)}" for d, v in by_document.items())
    verb = "differ" if entry.different else "agree"
    sure = "" if entry.linked else "; counted alike, but the claims are not linked"
    return f"{verb}: {values}{sure}"


def _written(index: Index, value: Value) -> str:
    text = index.comparison.documents[value.claim.document].text
    return " ".join(text[value.figure.start : value.figure.end].split())


def figure_words(figure: Quantity | Date) -> str:
    """A value without what it counts; empty for a date that is not known."""
    if isinstance(figure, Date):
        return value_words(figure.value) if figure.value else ""
    return f"{figure.approximator or ''} {number_words(figure.value)}".strip()


def number_words(value: float) -> str:
    """A number as one reads it: `1,200`, `0.9`, `3.6 billion`."""
    for size, name in ((1e9, "billion"), (1e6, "million")):
        short = f"{value / size:.4g}"
        if abs(value) >= size and float(short) * size == value and "e" not in short:
            return f"{short} {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"


def note_of(row: Figure) -> str:
    """The range a value allows, and whether it stands against all the others."""
    outlier = "odd one out" if row.entry.is_outlier(row.k) else ""
    return "  ".join(filter(None, [outlier, range_words(row.value.figure)]))


def range_words(figure: Quantity | Date) -> str:
    """The interval a quantity allows; empty where it is one number."""
    if isinstance(figure, Date) or figure.low == figure.high:
        return ""
    if figure.high is None:
        return f"from {number_words(figure.low)} up" if figure.low is not None else ""
    if figure.low is None:
        return f"up to {number_words(figure.high)}"
    return f"{number_words(figure.low)} to {number_words(figure.high)}"
