"""What the reader's screen is made of, and how it is shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from tui.reader.fitting import SIDEBAR, Fit, fit
from tui.reader.session import Session
from tui.reader.widgets.column import Column
from tui.reader.widgets.lines import Lines
from tui.reader.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from tui.reader.app import Reader


class Frame(Screen[None]):
    """The widgets of the screen, fitted to its size; what they show is the subclass's to say."""

    DEFAULT_CSS = """
    Frame { layout: vertical; overflow: hidden; }
    """

    def __init__(self, app: Reader) -> None:
        super().__init__()
        self.palette = app.palette
        self._ascii = app.ascii_only
        self.ascii_only = app.ascii_only
        self.session = Session(app.documents)
        self.in_entities = False
        self._sidebar_wanted: bool | None = None if app.settings.sidebar else False
        self._fit: Fit | None = None
        self.header = Lines(self.palette, "header")
        self.sidebar = Sidebar(self.palette, self._ascii)
        self.columns = [
            Column(document, number, self.palette, self._ascii)
            for number, document in enumerate(app.documents)
        ]
        self._titles = [Lines(self.palette) for _ in app.documents]
        self._panes = [Vertical(t, c) for t, c in zip(self._titles, self.columns, strict=True)]
        self._rule = Lines(self.palette, "title")
        self._apparatus = Lines(self.palette)
        self._footer = Lines(self.palette, "footer")

    def compose(self) -> ComposeResult:
        # Fitted before anything is laid out, so that the first paint is the whole screen.
        self.refit()
        yield self.header
        yield Horizontal(self.sidebar, *self._panes)
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

    def on_resize(self, event: events.Resize) -> None:
        self.refit()
        self.call_after_refresh(self.show)

    def refit(self) -> None:
        """Show the columns and lines there is room for, the current document's among them."""
        width, height = self.app.size
        first = self.shown[0] if self.shown else 0
        fitted = fit(
            width,
            height,
            len(self.columns),
            self.session.active,
            first,
            self._sidebar_wanted,
        )
        if fitted == self._fit:
            return
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
            self._titles[number].display = len(fitted.columns) > 1
        if self.is_mounted:
            self.call_after_refresh(self.show)

    def toggle_sidebar(self) -> None:
        """Show or hide the list of entities."""
        self._sidebar_wanted = not self.sidebar.display
        if not self._sidebar_wanted:
            self.in_entities = False
            self.sidebar.wake(False)
        self.refit()
        self.show()

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
