"""Asking why names are one: which entity is shown, how one moves there, and the way to a place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from reader import namesakes
from tui.core.comparison import Comparison
from tui.reader.app import Reader
from tui.reader.index import Index
from tui.reader.screens.reader import ReaderScreen
from tui.reader.screens.reasons import ReasonsScreen
from tui.reader.settings import ReaderSettings
from tui.reader.widgets.entries import Entries


@asynccontextmanager
async def reading(
    size: tuple[int, int] = (80, 24),
    settings: ReaderSettings | None = None,
    found: Comparison | None = None,
    analysed: bool = True,
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader on two documents that know two people of one surname."""
    found = found or namesakes.comparison()
    app = Reader(found.documents, None, settings, analyse=False)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        if analysed:
            screen.receive(Index(found))
            await pilot.pause()
        yield pilot, screen


def seen(pilot: Pilot[None]) -> list[str]:
    """The rows of the page about the names."""
    assert isinstance(pilot.app.screen, ReasonsScreen)
    page = pilot.app.screen.query_one(Entries)
    return [page.render_line(y).text.rstrip(" │┃") for y in range(page.size.height)]


def subject(pilot: Pilot[None]) -> str:
    return next(row for row in seen(pilot) if row).strip()


def at(pilot: Pilot[None]) -> str:
    return next(row for row in seen(pilot) if row.startswith("▸"))[3:20].strip()


def said(screen: ReaderScreen) -> str:
    return "\n".join(
        widget.render_line(y).text
        for widget in screen.query("Lines").results()
        for y in range(widget.size.height)
    )


def stressed(screen: ReaderScreen) -> str:
    """The words of the current column that are marked as where one is."""
    behind = screen.palette.style("text", "here").bgcolor
    lines = [screen.column.render_line(y) for y in range(screen.column.height)]
    return "".join(s.text for line in lines for s in line if s.style and s.style.bgcolor == behind)


async def test_it_is_about_the_claim_then_the_marked_entity_then_the_one_in_the_list() -> None:
    async with reading() as (pilot, _screen):
        await pilot.press("w")
        assert subject(pilot) == "National Seed Register"
        await pilot.press("w", "e", "enter", "e", "w")
        assert subject(pilot) == "Ada Moreau"
        await pilot.press("q", "e", "j", "w")
        assert subject(pilot) == "Moreau"


@pytest.mark.parametrize("key", ["escape", "q", "w"])
async def test_it_closes_and_nothing_has_moved(key: str) -> None:
    async with reading() as (pilot, screen):
        await pilot.press("j")
        before = screen.session.claim
        await pilot.press("w", "j", "j", key)
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.session.claim is before


async def test_before_the_analysis_and_without_names_it_says_so() -> None:
    async with reading(analysed=False) as (pilot, screen):
        await pilot.press("w")
        assert pilot.app.screen is screen
        assert "once the documents are compared" in said(screen)
    async with reading() as (pilot, screen):
        await pilot.press("2", "G", "w")
        assert pilot.app.screen is screen
        assert "no name stands in or near this claim" in said(screen)


async def test_enter_goes_to_the_words_that_bind_a_name_and_backspace_returns() -> None:
    async with reading() as (pilot, screen):
        await pilot.press("2", "w", "j")
        assert at(pilot) == "NSR"
        await pilot.press("enter")
        await pilot.pause()
        assert screen.session.active == 0
        assert "of National Seed Register" in said(screen)
        assert stressed(screen) == "National Seed Register (NSR)"
        await pilot.press("n")
        assert "mention 2 of 4" in said(screen)
        await pilot.press("backspace", "backspace")
        assert screen.session.active == 1


async def test_enter_on_another_entity_shows_its_names_and_backspace_returns() -> None:
    async with reading() as (pilot, _screen):
        await pilot.press("e", "j", "w", "j", "enter")
        assert subject(pilot) == "Carl Moreau"
        await pilot.press("enter")
        assert subject(pilot) == "Moreau"
        await pilot.press("backspace", "backspace")
        assert subject(pilot) == "Moreau"
        assert at(pilot) == "Carl Moreau"


async def test_moving_to_the_last_name_shows_what_stands_below_it() -> None:
    async with reading(size=(80, 12)) as (pilot, _screen):
        await pilot.press("e", "w")
        assert "outright" not in "\n".join(seen(pilot))
        await pilot.press("G")
        assert "likely the same" in "\n".join(seen(pilot))
        await pilot.press("g", "g")
        assert subject(pilot) == "Ada Moreau"
        await pilot.press("3", "j")
        assert at(pilot) == "The director"


async def test_keys_of_the_user_work_there_too() -> None:
    keys = ReaderSettings(keys={"entity.why": "r", "claim.next": "J"})
    async with reading(settings=keys) as (pilot, screen):
        await pilot.press("w")
        assert pilot.app.screen is screen
        await pilot.press("r", "J")
        assert at(pilot) == "NSR"
        await pilot.press("r")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_very_many_names_are_no_more_widgets() -> None:
    async with reading(found=namesakes.crowd(5000)) as (pilot, _screen):
        await pilot.press("e", "w", "pagedown", "G")
        assert len(pilot.app.screen.query("*")) < 10
        assert "likely the same" in "\n".join(seen(pilot))


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (59, 9), (200, 60)])
async def test_any_size_keeps_the_name_one_is_at(size: tuple[int, int]) -> None:
    async with reading() as (pilot, _screen):
        await pilot.press("e", "w", "j", "j")
        await pilot.resize_terminal(*size)
        await pilot.pause()
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        assert at(pilot) == "A. Moreau"


async def test_a_click_on_a_name_goes_there() -> None:
    async with reading() as (pilot, screen):
        await pilot.press("e", "w")
        y = next(k for k, row in enumerate(seen(pilot)) if "A. Moreau" in row)
        await pilot.click(Entries, offset=(5, y))
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.session.active == 1
