"""Moving through a document."""

from __future__ import annotations

from tui.reader.commands.base import Base


class Moving(Base):
    """The claim cursor, half pages, pages and ends."""

    def do_claim_next(self, count: int) -> None:
        if self.screen.in_entities:
            self.screen.sidebar.move(count)
        else:
            self._move(count)

    def do_claim_previous(self, count: int) -> None:
        self.do_claim_next(-count)

    def _move(self, count: int) -> None:
        screen, session = self.screen, self.session
        column, claim = screen.column, session.claim
        if claim is None:
            column.scroll_to_row(column.top + count)
            return
        here = column.row_on_screen(claim.end - 1 if count > 0 else claim.start)
        message = session.move(count)
        after = session.claim
        if after is not None and after is not claim and here is not None:
            way = column.rows.row_of(after.start) - column.rows.row_of(claim.start)
            if abs(way) > column.height and abs(count) == 1 and not session.filter:
                # Text without claims lies between: show it before moving on.
                session.go(claim)
                column.scroll_to_row(column.top + (column.height // 2) * count)
                screen.show()
                return
        screen.say(message)
        screen.reveal()

    def do_claim_first(self, count: int) -> None:
        self._end(-1)

    def do_claim_last(self, count: int) -> None:
        self._end(1)

    def _end(self, way: int) -> None:
        screen = self.screen
        far = 1 << 40
        if screen.in_entities:
            screen.sidebar.move(way * far)
            return
        screen.remember()
        self.session.move(way * far)
        screen.column.scroll_to_row(way * far)
        screen.reveal()

    def do_half_down(self, count: int) -> None:
        self._page(count / 2)

    def do_half_up(self, count: int) -> None:
        self._page(-count / 2)

    def do_page_down(self, count: int) -> None:
        self._page(count)

    def do_page_up(self, count: int) -> None:
        self._page(-count)

    def _page(self, pages: float) -> None:
        screen = self.screen
        if screen.in_entities:
            screen.sidebar.page(pages)
            return
        column, claim = screen.column, self.session.claim
        y = column.row_on_screen(claim.start) if claim else None
        rows = round(pages * max(1, column.height - 2))
        before = column.top
        column.scroll_to_row(column.top + rows)
        if column.top == before:
            self._to_end(rows)
        elif claim:
            first, last = column.offset_near(0), column.offset_near(column.height)
            self.session.go_in_view(column.offset_near(y or 0), first, last)
        screen.show()

    def _to_end(self, rows: int) -> None:
        if self.session.claim:
            self.session.move((1 << 40) * (1 if rows > 0 else -1))
