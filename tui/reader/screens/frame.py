"""What the reader's screen is made of, and how it is shared out."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget

from tui.reader.apparatus.room import opened
from tui.reader.arrangement import Arrangement
from tui.reader.fitting import GUTTER, SIDEBAR, Fit, fit
from tui.reader.session import Session
from tui.reader.widgets.apparatus import Apparatus
from tui.reader.widgets.column import Column
from tui.reader.widgets.lines import Clickable, Lines
from tui.reader.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from tui.reader.app import Reader


class Pane(Vertical):
    """A column below its title, and nothing besides."""

    BLANK = True


class Body(Horizontal):
    """All columns, with what stands beside and between them."""

    BLANK = True


class Frame(Screen[None]):
    """The widgets of the screen, fitted to its size; what they show is the subclass's to say."""

    DEFAULT_CSS = """
    Frame { layout: vertical; overflow: hidden; }
    """

    def __init__(self, app: Reader) -> None:
        super().__init__()
        self.palette = app.palette
        self.ascii_only = app.ascii_only
        self.session = Session(app.documents)
        self.arrangement = Arrangement.of(len(app.documents))
        self.in_entities = False
        self.apparatus_open = False
        self._sidebar_wanted: bool | None = None if app.settings.sidebar else False
        self._fit: Fit | None = None
        self._start = 0
        self.header = Lines(self.palette, "header")
        self.sidebar = Sidebar(self.palette, self.ascii_only)
        self.columns = [
            Column(document, number, self.palette, self.ascii_only)
            for number, document in enumerate(app.documents)
        ]
        self.titles = [Clickable(self.palette) for _ in app.documents]
        self._panes = [Pane(t, c) for t, c in zip(self.titles, self.columns, strict=True)]
        self.gutters = [Lines(self.palette) for _ in app.documents[1:]]
        for gutter in self.gutters:
            gutter.styles.height = "1fr"
            gutter.styles.width = GUTTER
        between = zip_longest(self._panes, self.gutters)
        self._body = Body(self.sidebar, *(w for pair in between for w in pair if w))
        self._rule = Lines(self.palette)
        self._apparatus = Apparatus(self.palette, self.ascii_only)
        self._footer = Lines(self.palette, "footer")

    def compose(self) -> ComposeResult:
        # Fitted before anything is laid out, so that the first paint is the whole screen.
        self.refit()
        yield self.header
        yield self._body
        yield self._rule
        yield self._apparatus
        yield self._footer

    @property
    def column(self) -> Column:
        """The column of the current document."""
        return self.columns[self.session.active]

    @property
    def shown(self) -> tuple[int, ...]:
        """The documents whose columns are on the screen."""
        return self._fit.columns if self._fit else ()

    @property
    def edges(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The documents out of sight to the left and to the right of those shown."""
        return (self._fit.before, self._fit.after) if self._fit else ((), ())

    def on_resize(self, event: events.Resize) -> None:
        self.refit()
        self.call_after_refresh(self.show)

    def refit(self) -> None:
        """Show the columns and lines there is room for, the current document's among them.

        A hidden document that has become the current one is shown again.
        """
        width, height = self.app.size
        self.arrangement = self.arrangement.with_(self.session.active)
        fitted = fit(
            width,
            height,
            self.arrangement.visible,
            self.session.active,
            self._start,
            self._sidebar_wanted,
            self.arrangement.alone,
        )
        if len(fitted.columns) > 1:
            self._start = len(fitted.before)
        if self.apparatus_open:
            fitted = opened(fitted, height)
        if fitted == self._fit:
            return
        moved = self._fit is None or fitted.columns != self._fit.columns
        self._fit = fitted
        self.header.display = fitted.header
        self._footer.display = fitted.footer
        self._rule.display = fitted.rule
        self._apparatus.display = fitted.apparatus > 0
        self._apparatus.styles.height = fitted.apparatus
        self.sidebar.display = fitted.sidebar
        self.sidebar.styles.width = "1fr" if not fitted.columns else SIDEBAR
        for number, pane in enumerate(self._panes):
            pane.display = number in fitted.columns
            pane.styles.width = fitted.width
            self.titles[number].display = len(fitted.columns) > 1
        for k, gutter in enumerate(self.gutters):
            gutter.display = k < len(fitted.columns) - 1
            if gutter.display:
                gutter.styles.width = fitted.gutters[k]
        if self.is_mounted:
            if moved:
                self._sort()
            self.call_after_refresh(self.show)

    def _sort(self) -> None:
        """Put the columns that are shown in their order, with the gutters between them."""
        places: dict[Widget, int] = {self.sidebar: 0}
        for k, number in enumerate(self.shown):
            places[self._panes[number]] = 2 * k + 1
        for k, gutter in enumerate(self.gutters):
            places[gutter] = 2 * k + 2
        last = len(places) + 2 * len(self.gutters) + 2
        self._body.sort_children(key=lambda child: places.get(child, last))

    def toggle_sidebar(self) -> None:
        """Show or hide the list of entities."""
        self._sidebar_wanted = not self.sidebar.display
        if not self._sidebar_wanted:
            self.in_entities = False
            self.sidebar.wake(False)
        self.refit()
        self.show()

    def open_apparatus(self, wanted: bool) -> None:
        """Show the whole apparatus, or only the lines about the current claim."""
        self.apparatus_open = wanted
        self.refit()
        self.show()

    def scroll_apparatus(self, count: int) -> bool:
        """Go `count` lines down the apparatus (negative: up); whether there were any."""
        return self._apparatus.scroll(count)

    def enter_entities(self, enter: bool) -> None:
        """Send keys to the list of entities, or to the text again."""
        self.in_entities = enter
        self.sidebar.wake(enter)
        if enter and not self.sidebar.display:
            self.toggle_sidebar()
        elif not enter and not self.shown:
            self.toggle_sidebar()
        self.show()

    def show(self) -> None:
        """Bring everything on the screen up to date with the session."""
        raise NotImplementedError
