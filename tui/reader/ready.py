"""What the screen shows of an analysis, worked out beside the screen.

In long documents this takes a tenth of a second and more, which no key should wait for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.reader.coverage import Relations, relations_of
from tui.reader.marks import Layer, document_layers
from tui.reader.markup import LineMarks
from tui.reader.roster import Row, rows_of

if TYPE_CHECKING:
    from tui.reader.index import Index


@dataclass(frozen=True, slots=True)
class ReadyColumn:
    """The marks of one document."""

    index: Index
    lines: LineMarks
    layers: Sequence[Layer]
    """As `document_layers` gives them where there is no filter."""
    relations: Relations
    """As `relations_of` gives them where there is no filter."""


@dataclass(frozen=True, slots=True)
class Ready:
    """An analysis and all that is shown of it."""

    index: Index
    columns: tuple[ReadyColumn, ...]
    entities: Sequence[Row]
    """The rows of the list of entities."""


def ready(index: Index, ascii_only: bool) -> Ready:
    """Make an analysis ready to be shown; touches nothing that is on the screen."""
    found = index.comparison
    columns = tuple(_column(index, number) for number in range(len(found.documents)))
    return Ready(index, columns, rows_of(found.entities, len(columns), ascii_only))


def _column(index: Index, number: int) -> ReadyColumn:
    document = index.comparison.documents[number]
    markdown = document.markup == "markdown"
    headings = (
        (s.start, s.end)
        for s in (() if markdown else index.comparison.sentences[number])
        if s.kind == "heading"
    )
    return ReadyColumn(
        index,
        LineMarks(document.text, markdown, headings),
        document_layers(document, number, index),
        relations_of(index, number),
    )
