"""What every list is: rows in an order, drawn one at a time, each of which leads somewhere."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from tui.core.model import Claim, Entity
from tui.reader.relations import Kind
from tui.reader.walks import Stop
from tui.reader.words import Line, why

if TYPE_CHECKING:
    from tui.reader.filters import Filter
    from tui.reader.index import Counterpart, Index, Mark

Goal = Claim | tuple[Entity, Stop]
"""What a row leads to: a claim, or a place where an entity is named."""

Row = TypeVar("Row")


@dataclass(slots=True)
class State:
    """Where one is in a list; kept while it is closed."""

    sort: int = 0
    """The number of its order, in `Listing.sorts`."""
    words: str = ""
    """Typed words that a row must contain."""
    opened: set[str] = field(default_factory=set)
    """The keys of the rows that are unfolded."""
    key: str | None = None
    """The key of the row the cursor is at; None before the list was first shown."""
    claim: Claim | None = None
    """The claim of that row, by which it is found again where no row has its key."""
    number: int = 0
    """The row's number, for where neither is found."""
    column: int = 0
    """The document whose cell the cursor is in."""
    stacked: bool = False
    """Whether cells shall stand under one another however wide the screen is."""
    first: int = 0
    """The first document that is shown, where not all are."""


@dataclass(frozen=True, slots=True)
class View:
    """What a row is drawn for."""

    width: int
    """Cells there are."""
    documents: range
    """Those with a column each; none where their cells stand under one another."""
    column: int = 0
    """The document whose cell the cursor is in."""
    ascii_only: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row as lines; the first cell of each line of its own is kept free for the cursor."""

    before: Sequence[Line]
    """What stands above it and is no part of it: the name of a group."""
    lines: Sequence[Line]
    lit: bool = False
    """Whether the cell of the cursor has its marks already; otherwise the whole row is marked."""


class Listing(ABC, Generic[Row]):
    """One list over one index. Rows are values; nothing is drawn before it comes into view."""

    action: ClassVar[str]
    """The action that opens it."""
    title: ClassVar[str]
    noun: ClassVar[tuple[str, str]] = ("row", "rows")
    sorts: ClassVar[tuple[str, ...]]
    """Its orders, in words."""
    nothing: ClassVar[str]
    """What to say where there is nothing to list at all."""
    celled: ClassVar[bool] = False
    """Whether its rows have a cell for each document."""
    least: ClassVar[int] = 34
    """Cells a document's column has at least."""

    def __init__(self, index: Index) -> None:
        self.index = index

    @abstractmethod
    def rows(self, wanted: Filter, state: State) -> list[Row]:
        """The rows that pass a filter, in the order chosen; typed words are not asked here."""

    @abstractmethod
    def key(self, row: Row) -> str:
        """A name of the row that no other row has, and that outlives a change of the links."""

    @abstractmethod
    def claims(self, row: Row) -> Iterable[Claim]:
        """The claims it shows."""

    def words(self, row: Row) -> str:
        """All it says, for finding it by typed words."""
        return " ".join(self.index.text(claim) for claim in self.claims(row))

    @abstractmethod
    def draw(self, rows: Sequence[Row], k: int, view: View, at: bool) -> Drawn:
        """The row `k` as lines; `at` says whether the cursor is on it."""

    @abstractmethod
    def goal(self, row: Row, column: int) -> Goal | None:
        """Where it leads; with cells, where the cell of the document `column` does."""

    def entity(self, row: Row, column: int) -> Entity | None:
        """The entity it is about, if it is about one."""
        goal = self.goal(row, column)
        return goal[0] if isinstance(goal, tuple) else None

    def room(self, width: int) -> int:
        """Cells for the documents' columns, of all there are."""
        return width

    def kind(self, row: Row) -> Kind | None:
        """The relation it is marked with."""
        return None

    def mark(self, row: Row) -> Mark | None:
        """How its claims stand to one another, where that is other than how each stands to all."""
        return None

    def reason(self, row: Row, claim: Claim) -> str:
        """What differs between a claim of it and what answers to it."""
        return reason_of(self.index.counterparts(claim))

    def silence(self, row: Row) -> str:
        """Which documents say nothing of it."""
        return ""

    def speaker(self, row: Row) -> str | None:
        """Who says what it is about, as `Index.speaker` gives it."""
        return None

    def spoken(self, row: Row) -> Sequence[int]:
        """The documents that have a cell in it."""
        return ()

    def column_at(self, view: View, x: int) -> int | None:
        """The document whose cell is at `x` cells from the left, where they stand side by side."""
        left = view.width - self.room(view.width)
        if not self.celled or not view.documents or x < left:
            return None
        each = (view.width - left) // len(view.documents)
        return view.documents[min((x - left) // each, len(view.documents) - 1)]

    def titles(self, view: View) -> Line | None:
        """The line above the rows, if there is one."""
        return None

    def count(self, rows: Sequence[Row]) -> int:
        """How many things are listed."""
        return len(rows)

    def note(self, rows: Sequence[Row]) -> str:
        """What one wants to know of them first."""
        return ""

    def unfolds(self, row: Row) -> bool:
        """Whether choosing the row shows what is in it instead of going somewhere."""
        return False

    def about(self, row: Row, column: int) -> str:
        """What to say of a row that leads nowhere."""
        return ""


def reason_of(found: Iterable[Counterpart]) -> str:
    """What the first of several counterparts that does not agree differs in."""
    return next((why(c) for c in found if c.relation != "agrees"), "")


def window(width: int, documents: int, first: int, column: int, least: int) -> range:
    """The documents that stand side by side in `width` cells; none where they are stacked.

    A window over them moves no further than `column` needs; on narrow screens they are stacked
    unless all fit.
    """
    fit = max(1, width // least)
    if fit >= documents:
        return range(documents)
    if fit < 3:
        return range(0)
    first = max(0, min(first, column, documents - fit))
    first = max(first, column - fit + 1)
    return range(first, first + fit)
