"""The names: what each document calls the same one."""

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
    Words,
    column_titles,
    heading,
    margin,
    matrix,
    wrapped,
)
from tui.reader.lists.listing import Drawn, Goal, Listing, State, View
from tui.reader.reason_lines import KINDS
from tui.reader.reasons import mention_words
from tui.reader.relations import TENTATIVE, Kind
from tui.reader.walks import Stop
from tui.reader.words import Line, letter, shorten, width_of

if TYPE_CHECKING:
    from tui.reader.filters import Filter
    from tui.reader.index import Index

LINES = 3

FORMS = 8
"""Forms in a cell at most."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way a document names an entity."""

    text: str
    count: int
    first: Stop
    tentative: bool
    own: bool
    """Whether no other document uses it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A row: an entity, and its forms by document, the most used first."""

    entity: Entity
    forms: tuple[tuple[Form, ...], ...]
    kind: Kind
    """`differs` where documents call it differently, `only` where one alone names it."""


_GROUPS: dict[Kind, str] = {
    "differs": "called differently",
    "agrees": "called the same",
    "only": "named in one document only",
}


class Names(Listing[Named]):
    """Entities, and what they are called where."""

    action = "names.open"
    title = "Names"
    noun = ("entity", "entities")
    sorts: ClassVar = ("called differently first", "most mentions first", "by name", "by type")
    nothing = "no names were found in these documents"
    celled = True
    least = 26

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._all = [self._named(entity) for entity in index.comparison.entities]

    def _named(self, entity: Entity) -> Named:
        documents = self.index.comparison.documents
        counts: list[Counter[str]] = [Counter() for _ in documents]
        firsts: list[dict[str, Stop]] = [{} for _ in documents]
        for m in entity.mentions:
            if m.kind != "pronoun":
                words = " ".join(documents[m.document].text[m.start : m.end].split())
                counts[m.document][words] += 1
                firsts[m.document].setdefault(words, Stop(m.document, m.start, m.end))
        tentative = {alias.text for alias in entity.aliases if alias.tentative}
        users = Counter(form for found in counts for form in {f.casefold() for f in found})
        several = sum(map(bool, counts)) > 1
        forms = tuple(
            tuple(
                Form(f, n, firsts[d][f], f in tentative, several and users[f.casefold()] == 1)
                for f, n in found.most_common()
            )
            for d, found in enumerate(counts)
        )
        return Named(entity, forms, _kind(forms))

    def rows(self, wanted: Filter, state: State) -> list[Named]:
        self._sort = state.sort
        found = [n for n in self._all if any(n.forms)]
        if wanted:
            passing = {
                e
                for claim in self.index.comparison.claims
                if wanted.passes(self.index, claim)
                for e in (*claim.entities, self.index.speaker(claim))
            }
            found = [
                n for n in found if n.entity.id in passing and wanted.entity in (None, n.entity.id)
            ]
        if state.sort == 0:
            order = list(_GROUPS)
            found.sort(key=lambda n: order.index(n.kind))
        elif state.sort == 2:
            found.sort(key=lambda n: n.entity.name.casefold())
        elif state.sort == 3:
            found.sort(key=lambda n: n.entity.type)
        return found

    def key(self, row: Named) -> str:
        return row.entity.id

    def claims(self, row: Named) -> Iterable[Claim]:
        return ()

    def words(self, row: Named) -> str:
        return " ".join([row.entity.name, *(f.text for cell in row.forms for f in cell)])

    def note(self, rows: Sequence[Named]) -> str:
        differently = sum(row.kind == "differs" for row in rows)
        if not rows or len(self.index.claims) == 1:
            return ""
        return f"{differently or 'none'} called differently"

    def goal(self, row: Named, column: int) -> Goal | None:
        cell = row.forms[column] if column < len(row.forms) else ()
        return (row.entity, cell[0].first) if cell else None

    def entity(self, row: Named, column: int) -> Entity | None:
        return row.entity

    def kind(self, row: Named) -> Kind | None:
        return row.kind

    def spoken(self, row: Named) -> Sequence[int]:
        return [d for d, cell in enumerate(row.forms) if cell]

    def about(self, row: Named, column: int) -> str:
        where = letter(column)
        silent = f"; not in {where}" if column not in self.spoken(row) else ""
        return f"{row.entity.name}: {mention_words(self.index, row.entity)}{silent}"

    def room(self, width: int) -> int:
        return width - MARGIN - _lead(width)

    def titles(self, view: View) -> Line | None:
        return column_titles(self.index, view, _lead(view.width))

    def draw(self, rows: Sequence[Named], k: int, view: View, at: bool) -> Drawn:
        row = rows[k]
        before: list[Line] = []
        fresh = k == 0 or self._group(rows[k - 1]) != self._group(row)
        if self._group(row) and fresh:
            before = heading(self._group(row), "", view)
        width = _lead(view.width)
        room = (width if view.documents else view.width - MARGIN) - 2
        name: Line = [(shorten(row.entity.name, room, view.ascii_only), ("text", "strong"))]
        kind: Line = [(_type_words(row.entity), ("quiet",))]
        both: Line = [*name, ("  ", ()), *kind]
        words = [both] if width_of(both) <= room else [name, kind]
        cells = [
            partial(_forms_cell, forms, view.ascii_only) if forms else None for forms in row.forms
        ]
        lead = Lead(margin(row.kind, False, view.ascii_only), words, width)
        return Drawn(before, matrix(lead, cells, view, at), lit=True)

    def _group(self, row: Named) -> str:
        if self._sort == 0:
            return _GROUPS[row.kind]
        return _type_words(row.entity) if self._sort == 3 else ""


def _type_words(entity: Entity) -> str:
    return "other" if entity.type == "OTHER" else KINDS.get(entity.type, entity.type.lower())


def _lead(width: int) -> int:
    """Cells for the entity's name."""
    return max(20, min(32, width // 5))


def _kind(forms: Sequence[Sequence[Form]]) -> Kind:
    """Whether documents call it differently: they do where their commonest forms are not one."""
    spoken = [cell for cell in forms if cell]
    if len(spoken) < 2:
        return "only"
    return "differs" if len({cell[0].text.casefold() for cell in spoken}) > 1 else "agrees"


def _forms_cell(forms: Sequence[Form], ascii_only: bool, width: int) -> list[Line]:
    """The forms with their counts; those that no other document uses stand out."""
    text = ""
    marks: list[tuple[int, int, tuple[str, ...]]] = []
    for form in forms[:FORMS]:
        text += ", " if text else ""
        sign = TENTATIVE if form.tentative else ""
        start = len(text)
        text += sign + form.text
        if form.own:
            marks.append((start, len(text), ("text", "strong")))
        count = f" {form.count}" if form.count > 1 else ""
        marks.append((len(text), len(text) + len(count), ("quiet",)))
        text += count
    if len(forms) > FORMS:
        text += f", and {len(forms) - FORMS} more"
    return wrapped(Words(text, ("text",), tuple(marks)), width, LINES, ascii_only)
