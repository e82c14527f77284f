"""The columns on the screen: arranging them, the gutters between them, and the maps beside them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from reader import sample
from tui.core.document import Document
from tui.reader.app import Reader
from tui.reader.index import Index
from tui.reader.screens.reader import ReaderScreen

FILLER = "\n".join(["Nothing of note."] * 60) + "\n"


@asynccontextmanager
async def reading(
    size: tuple[int, int] = (140, 30), padded: bool = False
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader on the three invented documents, or on longer ones."""
    documents: tuple[Document, ...] = sample.documents()
    if padded:
        documents = tuple(Document(d.name, d.text + FILLER) for d in documents)
    app = Reader(documents, None, None, analyse=False)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        screen.receive(Index(replace(sample.comparison(), documents=documents)))
        await pilot.pause()
        yield pilot, screen


def names(screen: ReaderScreen) -> str:
    """The letters of the columns as they stand from left to right, and the current one's."""
    shown = [c for c in screen.columns if c.parent and c.parent.display and c.region.width]
    shown.sort(key=lambda column: column.region.x)
    assert [c.number for c in shown] == list(screen.shown)
    return " ".join(
        f"[{'ABC'[c.number]}]" if c.number == screen.session.active else "ABC"[c.number]
        for c in shown
    )


def said(screen: ReaderScreen) -> str:
    return "\n".join(
        widget.render_line(y).text
        for widget in screen.query("Lines").results()
        if widget.display
        for y in range(widget.size.height)
    )


def gutter(screen: ReaderScreen, k: int) -> list[str]:
    found = screen.gutters[k]
    return [found.render_line(y).text for y in range(1, found.size.height)]


async def test_columns_are_equal_and_stand_in_the_order_that_is_wanted() -> None:
    async with reading() as (pilot, screen):
        assert names(screen) == "[A] B C"
        assert len({column.region.width for column in screen.columns}) == 1
        await pilot.press(">")
        await pilot.pause()
        assert names(screen) == "B [A] C"
        assert "the order is B A C" in said(screen)
        await pilot.press("tab")
        assert names(screen) == "B A [C]"
        await pilot.press("tab")
        assert names(screen) == "[B] A C"
        await pilot.press("<")
        assert "B is already the first" in said(screen)
        await pilot.press("X")
        await pilot.pause()
        assert names(screen) == "A [B] C"


async def test_a_hidden_document_is_named_and_comes_back_by_its_number() -> None:
    async with reading() as (pilot, screen):
        await pilot.press("2", "x")
        await pilot.pause()
        assert names(screen) == "A [C]"
        assert "hidden: B" in screen.header.render_line(0).text
        await pilot.press("tab")
        assert names(screen) == "[A] C"
        await pilot.press("x", "x")
        await pilot.pause()
        assert names(screen) == "[C]"
        assert "this is the only document shown; it cannot be hidden" in said(screen)
        await pilot.press("2")
        await pilot.pause()
        assert names(screen) == "[B] C"
        assert "hidden: A" in screen.header.render_line(0).text


async def test_a_count_brings_no_document_back() -> None:
    async with reading() as (pilot, screen):
        await pilot.press("x", "1")
        assert names(screen) == "[A] B C"
        await pilot.press("x", "1", "j")
        await pilot.pause()
        assert names(screen) == "[B] C"


async def test_one_document_alone_and_all_again() -> None:
    async with reading() as (pilot, screen):
        await pilot.press("z")
        await pilot.pause()
        assert names(screen) == "[A]"
        assert "B= C= ›" in screen.header.render_line(0).text
        row = screen.columns[0].render_line(2).text
        assert row.index("The ferry") > 10
        await pilot.press("tab")
        await pilot.pause()
        assert names(screen) == "[B]"
        await pilot.press("z")
        await pilot.pause()
        assert names(screen) == "A [B] C"


async def test_columns_out_of_sight_are_named_with_what_answers_in_them() -> None:
    async with reading(size=(100, 30)) as (pilot, screen):
        assert names(screen) == "[A] B"
        assert "C= › " in said(screen)
        await pilot.press("]", "c")
        assert "C≠ › " in said(screen)
        await pilot.press("3")
        await pilot.pause()
        assert names(screen) == "B [C]"
        assert "‹ A" in said(screen)


async def test_the_gutters_lead_from_the_claim_to_what_answers_to_it() -> None:
    async with reading() as (pilot, screen):
        await pilot.press("]", "c")
        claim = screen.session.claim
        assert claim is not None
        lines = gutter(screen, 0)
        y = screen.columns[0].row_on_screen(claim.start)
        assert y is not None
        assert lines[y].startswith("─")
        for found in screen.session.counterparts():
            number = found.claim.document
            row = screen.columns[number].row_on_screen(found.claim.start)
            assert row is not None
            mark = {"contradicts": "≠", "agrees": "="}[found.relation]
            assert mark in gutter(screen, number - 1)[row]
        await pilot.press("k")
        assert "".join(gutter(screen, 0)).strip() == ""


async def test_the_gutter_follows_a_column_that_is_scrolled() -> None:
    async with reading(padded=True) as (pilot, screen):
        assert "↑" not in "".join(gutter(screen, 0))
        screen.columns[1].scroll_to_row(30)
        await pilot.pause()
        assert "↑" in gutter(screen, 0)[0]


async def test_a_click_on_the_map_goes_there() -> None:
    async with reading(padded=True) as (pilot, screen):
        column = screen.columns[1]
        await pilot.click(column, offset=(column.size.width - 1, column.height - 1))
        assert screen.session.active == 1
        assert column.top > 20
        await pilot.press("backspace")
        assert (screen.session.active, column.top) == (0, 0)


@pytest.mark.parametrize("wide", [True, False])
async def test_the_map_shows_what_is_where_and_the_hits(wide: bool) -> None:
    async with reading(size=(140, 30) if wide else (60, 12), padded=not wide) as (pilot, screen):
        column = screen.columns[0]

        def drawn() -> list[str]:
            return [column.render_line(y).text[-2:] for y in range(column.height)]

        assert any(row[0] == "≠" for row in drawn())
        assert any(row[1] == "┃" for row in drawn()) is not wide
        await pilot.press("/", *"brennhavn", "enter")
        assert sum(row[1] == "◆" for row in drawn()) == 1


async def test_two_claims_that_begin_on_one_row_both_have_their_glyph() -> None:
    async with reading(size=(180, 30)) as (pilot, screen):
        await pilot.press("z")
        await pilot.pause()
        rows = [screen.columns[0].render_line(y).text for y in range(12)]
        row = next(r for r in rows if "The ferry Marlena" in r)
        assert row.lstrip("▌ ").startswith("=?")


async def test_titles_and_gutters_fit_once_the_list_of_entities_is_gone() -> None:
    async with reading(size=(180, 30)) as (pilot, screen):
        await pilot.press("]", "c", "s")
        await pilot.pause()
        assert not screen.sidebar.display
        for title in screen.titles:
            assert title.render_line(0).text.endswith("─")
        for found in screen.session.counterparts():
            row = screen.columns[found.claim.document].row_on_screen(found.claim.start)
            assert row is not None
            assert set("≠=") & set(gutter(screen, found.claim.document - 1)[row])


async def test_the_columns_in_view_stay_when_one_is_seen_alone_for_a_while() -> None:
    async with reading(size=(100, 30)) as (pilot, screen):
        await pilot.press("3")
        await pilot.pause()
        assert names(screen) == "B [C]"
        await pilot.press("z", "z")
        await pilot.pause()
        assert names(screen) == "B [C]"
        await pilot.press("<")
        await pilot.pause()
        assert names(screen) == "[C] B"
        assert "‹ A" in said(screen)


async def test_a_narrow_terminal_names_what_answers_in_every_other_document() -> None:
    async with reading(size=(70, 18)) as (pilot, screen):
        await pilot.press("]", "c")
        lines = [row for row in said(screen).splitlines() if "≠" in row]
        assert any(row.startswith(" B") and "two buoys" in row for row in lines)
        assert any(row.startswith(" C") and "Two lights" in row for row in lines)


async def test_a_mark_that_left_a_column_out_of_sight_is_gone_when_it_is_shown_again() -> None:
    async with reading(padded=True) as (pilot, screen):

        def hit() -> object:
            column = screen.columns[0]
            y = column.row_on_screen(screen.columns[0].document.text.index("note."))
            assert y is not None
            return next(s.style for s in column.render_line(y) if s.text == "note")

        await pilot.press("slash", *"note", "enter")
        await pilot.pause()
        here = hit()
        await pilot.press("tab", "z", "n", "z")
        await pilot.pause()
        assert names(screen).startswith("A")
        assert screen.session.current_stop is not None
        assert screen.session.current_stop.document != 0
        assert hit() != here
