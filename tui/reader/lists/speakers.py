"""Who says what: speakers as rows, documents as columns, and under each speaker the claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tui.core.model import Claim, Entity
from tui.reader.lists.cells import (
    MARGIN,
    Lead,
    column_titles,
    margin,
    matrix,
    words_of,
    wrapped,
)
from tui.reader.lists.listing import Drawn, Goal, Listing, State, View
from tui.reader.relations import RELATIONS, TENTATIVE, Kind
from tui.reader.words import Line, letter, shorten

if TYPE_CHECKING:
    from tui.reader.filters import Filter

LINES = 2

NARRATOR = "no speaker named"

FOLD = (("▸", ">"), ("▾", "v"))

Counts = tuple[tuple[Kind, int], ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A row: somebody, and how many claims of each relation each document has of them."""

    who: str | None
    """As `Index.speaker` gives it; None for what nobody is named for."""
    name: str
    counts: tuple[Counts, ...]
    """By document."""
    claims: tuple[Claim, ...]
    opened: bool

    @property
    def total(self) -> int:
        """How many claims there are."""
        return len(self.claims)


@dataclass(frozen=True, slots=True)
class Said:
    """A row: one claim of the speaker above it."""

    claim: Claim


class Speakers(Listing[Speaker | Said]):
    """How much each speaker says in each document, and how it stands to the others."""

    action = "speakers.open"
    title = "Who says what"
    noun = ("speaker", "speakers")
    sorts: ClassVar = (
        "most claims first",
        "most differences first",
        "by name",
        "order of the text",
    )
    nothing = "no claims were found in these documents"
    least = 7

    def rows(self, wanted: Filter, state: State) -> list[Speaker | Said]:
        index = self.index
        said: dict[str | None, list[Claim]] = {}
        for claim in (c for of_document in index.claims for c in of_document):
            if wanted.passes(index, claim):
                said.setdefault(index.speaker(claim), []).append(claim)
        speakers = [self._speaker(who, claims, state) for who, claims in said.items()]
        speakers.sort(key=lambda s: self._rank(s, state.sort))
        rows: list[Speaker | Said] = []
        for speaker in speakers:
            rows.append(speaker)
            if speaker.opened:
                rows += map(Said, speaker.claims)
        return rows

    def _rank(self, row: Speaker, sort: int) -> tuple[bool, int, int, str]:
        """Where a speaker stands; what nobody is named for comes last in every order but the
        text's."""
        if sort == 3:
            return False, 0, 0, ""
        loud = self._loud(row) if sort == 1 else 0
        total = row.total if sort < 2 else 0
        return row.who is None, -loud, -total, row.name.casefold() if sort == 2 else ""

    def _speaker(self, who: str | None, claims: Sequence[Claim], state: State) -> Speaker:
        marks = self.index.marks
        counts: list[Counter[Kind]] = [Counter() for _ in self.index.claims]
        for claim in claims:
            mark = marks.get(claim.id)
            counts[claim.document][mark.kind if mark else "only"] += 1
        name = NARRATOR if who is None else self.index.speaker_name(who)
        by_document = tuple(
            tuple((kind, found[kind]) for kind in RELATIONS if found[kind]) for found in counts
        )
        return Speaker(who, name, by_document, tuple(claims), self._key(who) in state.opened)

    def _loud(self, row: Speaker) -> int:
        loud = ("differs", "contradicts")
        return sum(n for counts in row.counts for kind, n in counts if kind in loud)

    def _key(self, who: str | None) -> str:
        return f"by {who}" if who is not None else "by nobody"

    def key(self, row: Speaker | Said) -> str:
        return self._key(row.who) if isinstance(row, Speaker) else row.claim.id

    def claims(self, row: Speaker | Said) -> Iterable[Claim]:
        # Of its claims, a speaker's row shows only the number: they are rows of their own.
        return (row.claim,) if isinstance(row, Said) else ()

    def words(self, row: Speaker | Said) -> str:
        if isinstance(row, Said):
            return f"{self.index.source(row.claim) or ''} {self.index.text(row.claim)}"
        return row.name

    def goal(self, row: Speaker | Said, column: int) -> Goal | None:
        return row.claim if isinstance(row, Said) else None

    def entity(self, row: Speaker | Said, column: int) -> Entity | None:
        who = row.who if isinstance(row, Speaker) else self.index.speaker(row.claim)
        return self.index.entities.get(who or "")

    def kind(self, row: Speaker | Said) -> Kind | None:
        mark = self.index.marks.get(row.claim.id) if isinstance(row, Said) else None
        return mark.kind if mark else None

    def speaker(self, row: Speaker | Said) -> str | None:
        return row.who if isinstance(row, Speaker) else self.index.speaker(row.claim)

    def unfolds(self, row: Speaker | Said) -> bool:
        return isinstance(row, Speaker)

    def about(self, row: Speaker | Said, column: int) -> str:
        if isinstance(row, Said):
            return ""
        parts = []
        for d, counts in enumerate(row.counts):
            kinds = ", ".join(f"{n} {RELATIONS[kind].word}" for kind, n in counts)
            parts.append(f"{letter(d)} {kinds or 'silent'}")
        return f"{row.name}: {'; '.join(parts)}"

    def room(self, width: int) -> int:
        return width - MARGIN - _lead(width)

    def count(self, rows: Sequence[Speaker | Said]) -> int:
        return sum(isinstance(row, Speaker) and row.who is not None for row in rows)

    def titles(self, view: View) -> Line | None:
        return column_titles(self.index, view, _lead(view.width), marked=False)

    def draw(self, rows: Sequence[Speaker | Said], k: int, view: View, at: bool) -> Drawn:
        row = rows[k]
        if isinstance(row, Said):
            return Drawn((), self._said(row, view))
        width = _lead(view.width)
        sign = FOLD[row.opened][view.ascii_only]
        look = "quiet" if row.who is None else "strong"
        name = shorten(row.name, width - 2, view.ascii_only)
        lead = Lead([(f" {sign}  ", ("quiet",))], [[(name, ("text", look))]], width)
        cells = [
            partial(_counts_cell, counts, view.ascii_only) if counts else None
            for counts in row.counts
        ]
        return Drawn((), matrix(lead, cells, view, at=False))

    def _said(self, row: Said, view: View) -> list[Line]:
        claim = row.claim
        mark = self.index.marks.get(claim.id)
        text = self.index.comparison.documents[claim.document].text
        kind = mark.kind if mark else None
        loud = kind in ("differs", "contradicts")
        look = f"{kind}?" if mark and mark.tentative else str(kind)
        words = words_of(text, claim.start, claim.end, ("text", look) if loud else ("text",))
        said = claim.attribution
        sign = TENTATIVE if said and said.tentative else " "
        lead: Line = [(" " * MARGIN, ()), (f"{letter(claim.document):<2}", ("strong",))]
        lead += margin(kind, bool(mark and mark.tentative), view.ascii_only)[1:] or []
        lead.append((sign, ("quiet",)))
        left = MARGIN + 2 + (MARGIN - 1 if kind else 0) + 1
        lines = wrapped(words, max(10, view.width - left - 1), LINES, view.ascii_only)
        return [
            [*lead, *lines[0]],
            *([(" " * left, ()), *line] for line in lines[1:]),
        ]


def _lead(width: int) -> int:
    """Cells for the speaker's name."""
    return max(18, min(36, width // 4))


def _counts_cell(counts: Counts, ascii_only: bool, width: int) -> list[Line]:
    """How many claims, and of which relation, as much as there is room for."""
    line: Line = [(f"{sum(n for _, n in counts):>3}", ("text", "strong"))]
    shown = [(f"{RELATIONS[kind].mark(ascii_only)}{n}", kind) for kind, n in counts]
    for kept in (shown, [s for s in shown if s[1] in ("differs", "contradicts")]):
        if 5 + sum(len(text) + 1 for text, _ in kept) <= width:
            line.append(("  ", ()))
            for text, kind in kept:
                line += [(text, (f"glyph-{kind}",)), (" ", ())]
            break
    return [line]
