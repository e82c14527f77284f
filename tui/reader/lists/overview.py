"""The overview: correspondences as rows, documents as columns, the exact words in the cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tui.core.model import Claim, Entity
from tui.reader.index import Mark
from tui.reader.lists.cells import (
    GAP,
    MARGIN,
    Lead,
    Words,
    claim_words,
    column_titles,
    fill,
    heading,
    margin,
    matrix,
    wrapped,
)
from tui.reader.lists.listing import Drawn, Goal, Listing, State, View, reason_of
from tui.reader.lists.matters import Matter, matters
from tui.reader.relations import DOT, RELATIONS, Kind
from tui.reader.words import Line, letter, shorten, silence_words, width_of

if TYPE_CHECKING:
    from tui.reader.filters import Filter
    from tui.reader.index import Index

LINES = 3
"""Lines of a claim in a cell at most."""

CLAIMS = 3
"""Claims of one document in a cell at most."""


class Overview(Listing[Matter]):
    """All that is said, each matter once."""

    action = "overview.open"
    title = "Overview"
    noun = ("matter", "matters")
    sorts: ClassVar = (
        "order of the first document",
        "by relation, loudest first",
        "by score, surest first",
        "by entity",
    )
    nothing = "no claims were found in these documents"
    celled = True

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._all = matters(index)
        self._order = {e.id: k for k, e in enumerate(index.comparison.entities)}
        self._names: list[str] = []
        self._counts: dict[str, int] = {}

    def rows(self, wanted: Filter, state: State) -> list[Matter]:
        rows = [m for m in self._all if passes(self.index, wanted, m)] if wanted else self._all
        self._sort = state.sort
        if state.sort == 1:
            rows = sorted(rows, key=lambda m: (-RELATIONS[m.kind].loudness, m.tentative))
        elif state.sort == 2:
            rows = sorted(rows, key=lambda m: (m.kind == "only", m.tentative, -m.score))
        elif state.sort == 3:
            none = len(self._order)
            rows = sorted(rows, key=lambda m: self._order.get(self._leading(m) or "", none))
        self._counts = {}
        for row in rows:
            name = self._group(row)
            self._counts[name] = self._counts.get(name, 0) + 1
        return list(rows)

    def _leading(self, row: Matter) -> str | None:
        """The entity it is most of all about: of those it names, the one named most often."""
        found = {e for claim in row.claims for e in claim.entities if e in self._order}
        return min(found, key=self._order.__getitem__, default=None)

    def _group(self, row: Matter) -> str:
        if self._sort == 1:
            return RELATIONS[row.kind].word
        if self._sort == 3:
            leading = self._leading(row)
            return self.index.entities[leading].name if leading else "no name in it"
        return ""

    def key(self, row: Matter) -> str:
        return row.key

    def claims(self, row: Matter) -> Iterable[Claim]:
        return row.claims

    def words(self, row: Matter) -> str:
        said = (self.index.source(claim) or "" for claim in row.claims)
        return " ".join([super().words(row), *said])

    def goal(self, row: Matter, column: int) -> Goal | None:
        cell = row.cells[column] if column < len(row.cells) else ()
        return cell[0] if cell else None

    def entity(self, row: Matter, column: int) -> Entity | None:
        leading = self._leading(row)
        return self.index.entities[leading] if leading else None

    def kind(self, row: Matter) -> Kind | None:
        # One document alone stands in no relation to anything.
        return row.kind if len(row.cells) > 1 else None

    def spoken(self, row: Matter) -> Sequence[int]:
        return [d for d, cell in enumerate(row.cells) if cell]

    def mark(self, row: Matter) -> Mark | None:
        return Mark(row.kind, row.tentative) if self.kind(row) else None

    def reason(self, row: Matter, claim: Claim) -> str:
        others = {c.id for c in row.claims}
        return reason_of(c for c in self.index.counterparts(claim) if c.claim.id in others)

    def silence(self, row: Matter) -> str:
        return silence_words([d for d, cell in enumerate(row.cells) if not cell])

    def about(self, row: Matter, column: int) -> str:
        spoken = ", ".join(letter(d) for d in self.spoken(row))
        return f"{silence_words([column])}; said in {spoken}"

    def room(self, width: int) -> int:
        documents = len(self.index.comparison.documents)
        whole = width - MARGIN
        return whole if whole // self.least >= documents else whole - documents - 2

    def titles(self, view: View) -> Line | None:
        return column_titles(self.index, view, self._presence(view))

    def _presence(self, view: View) -> int:
        """Cells that tell which documents speak, kept where not all of them are shown."""
        documents = len(self.index.comparison.documents)
        return documents + 2 if 0 < len(view.documents) < documents else 0

    def draw(self, rows: Sequence[Matter], k: int, view: View, at: bool) -> Drawn:
        row = rows[k]
        before: Sequence[Line] = ()
        name = self._group(row)
        if name and (k == 0 or self._group(rows[k - 1]) != name):
            kind = row.kind if self._sort == 1 else None
            before = heading(name, str(self._counts[name]), view, kind)
        if view.documents and not any(row.cells[d] for d in view.documents):
            return Drawn(before, [self._aside(row, view)])
        cells = [
            partial(self._cell, row, cell, view.ascii_only) if cell else None for cell in row.cells
        ]
        width = self._presence(view)
        lead = Lead(
            margin(self.kind(row), row.tentative, view.ascii_only),
            [self._present(row, view)] if width else (),
            width,
        )
        return Drawn(before, matrix(lead, cells, view, at), lit=True)

    def _present(self, row: Matter, view: View) -> Line:
        dot = DOT[view.ascii_only]
        return [
            (letter(d)[0], ("strong",)) if cell else (dot, ("quiet",))
            for d, cell in enumerate(row.cells)
        ]

    def _aside(self, row: Matter, view: View) -> Line:
        """A row of which none of the documents shown speaks: what others say, in short."""
        line = margin(row.kind, row.tentative, view.ascii_only)
        line += fill(self._present(row, view), self._presence(view))
        spoken = [cell[0] for cell in row.cells if cell]
        each = (view.width - width_of(line)) // len(spoken) - GAP
        for claim in spoken:
            words = shorten(self.index.text(claim), each - 3, view.ascii_only)
            line.append((f"{letter(claim.document)}: {words}{' ' * GAP}", ("quiet",)))
        return line

    def _cell(
        self, row: Matter, claims: Sequence[Claim], ascii_only: bool, width: int
    ) -> list[Line]:
        lines: list[Line] = []
        most = LINES if len(claims) == 1 else LINES - 1
        for claim in claims[:CLAIMS]:
            words = self._words(row, claim)
            if lines:
                words = words.after("| ", "quiet")
            lines += wrapped(words, width, most, ascii_only)
        if len(claims) > CLAIMS:
            lines.append([(f"| and {len(claims) - CLAIMS} more", ("quiet",))])
        return lines

    def _words(self, row: Matter, claim: Claim) -> Words:
        """A claim's words; loud are those in which it differs, or all where nothing says which."""
        look = f"{row.kind}?" if row.tentative else row.kind
        if row.kind == "only":
            return claim_words(self.index, claim, ("text", look))
        if row.kind == "agrees":
            return claim_words(self.index, claim)
        spans = self.differing(row, claim)
        if not spans and row.is_loud(self.index, claim):
            return claim_words(self.index, claim, ("text", look))
        return claim_words(self.index, claim, ("text",), spans, ("text", look))

    def differing(self, row: Matter, claim: Claim) -> list[tuple[int, int]]:
        """The stretches of a claim in which it differs from others of its row."""
        others = {c.id for c in row.claims}
        spans = []
        for found in self.index.counterparts(claim):
            if found.link is None or found.claim.id not in others:
                continue
            for difference in found.link.differences:
                span = difference.a if found.link.a == claim.id else difference.b
                if span and claim.start <= span.start < span.end <= claim.end:
                    spans.append((span.start, span.end))
        return spans


def passes(index: Index, wanted: Filter, row: Matter) -> bool:
    """Whether a matter is what is asked: its relation, and somebody or something in it."""
    if wanted.relations and row.kind not in wanted.relations:
        return False
    if wanted.tentative and not row.tentative:
        return False
    rest = replace(wanted, relations=frozenset(), tentative=False)
    return not rest or any(rest.passes(index, claim) for claim in row.claims)
