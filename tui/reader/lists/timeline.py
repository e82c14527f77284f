"""The timeline: dated claims in the order of their dates, and where the sources disagree on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tui.core.model import Claim, Date
from tui.reader.lists.cells import MARGIN, Classes, claim_words, fill, heading, margin, wrapped
from tui.reader.lists.conflicts import conflicts
from tui.reader.lists.dates import NO_DAY, UNKNOWN, Order, order_of, value_words
from tui.reader.lists.listing import Drawn, Goal, Listing, State, View
from tui.reader.relations import RELATIONS, Kind
from tui.reader.words import Line, letter, shorten

if TYPE_CHECKING:
    from tui.reader.filters import Filter
    from tui.reader.index import Index

LINES = 2

DATE = 20
"""Cells for a date in words."""


@dataclass(frozen=True, slots=True)
class Event:
    """A row: a claim, and one of the dates in it."""

    claim: Claim
    date: Date
    order: Order
    when: str
    """The date in words; empty where it is not known."""
    conflicts: tuple[str, ...] = ()
    """What others say of the time of the same, in words."""


class Timeline(Listing[Event]):
    """What happened when."""

    action = "timeline.open"
    title = "Timeline"
    noun = ("dated claim", "dated claims")
    sorts: ClassVar = ("by date", "conflicts first", "order of the text")
    nothing = "no claim in these documents has a date"

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._all = events(index)

    def rows(self, wanted: Filter, state: State) -> list[Event]:
        self._sort = state.sort
        found = [e for e in self._all if not wanted or wanted.passes(self.index, e.claim)]
        if state.sort == 1:
            found.sort(key=lambda e: not e.conflicts)
        elif state.sort == 2:
            found.sort(key=lambda e: (e.claim.document, e.date.start))
        return found

    def key(self, row: Event) -> str:
        return f"{row.claim.id} {row.date.start}"

    def claims(self, row: Event) -> Iterable[Claim]:
        return (row.claim,)

    def words(self, row: Event) -> str:
        said = self.index.source(row.claim) or ""
        return " ".join([row.when, said, super().words(row)])

    def note(self, rows: Sequence[Event]) -> str:
        against = sum(bool(row.conflicts) for row in rows)
        if not rows:
            return ""
        return f"{against} in conflict" if against else "no dates are in conflict"

    def goal(self, row: Event, column: int) -> Goal | None:
        return row.claim

    def kind(self, row: Event) -> Kind | None:
        return "differs" if row.conflicts else None

    def draw(self, rows: Sequence[Event], k: int, view: View, at: bool) -> Drawn:
        row = rows[k]
        before: list[Line] = []
        if self._sort == 1 and (k == 0 or bool(rows[k - 1].conflicts) != bool(row.conflicts)):
            before = heading("in conflict" if row.conflicts else "not in conflict", "", view)
        elif self._sort == 0 and self._part(row):
            if k == 0 or self._part(rows[k - 1]) != self._part(row):
                before = heading(self._part(row), "", view)
        return Drawn(before, self._lines(row, self._date(rows, k), view))

    def _part(self, row: Event) -> str:
        """What the dates that stand after all known ones are called."""
        return {NO_DAY: "times of an unknown day", UNKNOWN: "day not known"}.get(row.order[0], "")

    def _date(self, rows: Sequence[Event], k: int) -> str:
        """The date, where it is another one than in the row above."""
        row = rows[k]
        if not row.when:
            text = self.index.comparison.documents[row.claim.document].text
            return " ".join(text[row.date.start : row.date.end].split())
        again = k > 0 and rows[k - 1].when == row.when and self._sort == 0
        return "" if again else row.when

    def _lines(self, row: Event, date: str, view: View) -> list[Line]:
        claim = row.claim
        mark = self.index.marks.get(claim.id)
        kind = mark.kind if mark else None
        room = DATE if view.width >= 60 else 13
        date_look: Classes = ("warning",) if row.conflicts else ("group",)
        lead = margin(kind, bool(mark and mark.tentative), view.ascii_only)
        lead += fill([(shorten(date, room - 2, view.ascii_only), date_look)], room)
        lead.append((f"{letter(claim.document):<3}", ("strong",)))
        left = MARGIN + room + 3
        span = (row.date.start, row.date.end)
        look: Classes = ("text", "differs") if row.conflicts else ("text", "strong")
        words = claim_words(self.index, claim, ("text",), [span], look)
        width = max(10, view.width - left - 1)
        lines = wrapped(words, width, LINES, view.ascii_only)
        result: list[Line] = [[*lead, *lines[0]]]
        result += [[(" " * left, ()), *line] for line in lines[1:]]
        glyph = RELATIONS["differs"].mark(view.ascii_only)
        if row.conflicts:
            note = shorten(f"{glyph} {'; '.join(row.conflicts)}", width, view.ascii_only)
            result.append([(" " * left, ()), (note, ("warning",))])
        return result


def _when(date: Date, day: str | None) -> str:
    if date.value and date.value.startswith("T") and day:
        return f"{value_words(day)} {value_words(date.value)}"
    return value_words(date.value or "")


def events(index: Index) -> list[Event]:
    """Every date with its claim, in order; those that are not known come last."""
    notes = conflicts(index)
    found = []
    for claim in index.comparison.claims:
        days = [d.value for d in claim.dates if d.value and not d.value.startswith("T")]
        day = days[0] if len(days) == 1 else None
        for date in claim.dates:
            said = tuple(dict.fromkeys(notes.get((claim.id, date.start), ())))
            found.append(Event(claim, date, order_of(date.value, day), _when(date, day), said))
    found.sort(key=lambda e: (e.order, e.claim.document, e.date.start))
    return found
