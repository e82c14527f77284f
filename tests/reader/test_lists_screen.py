"""The lists on the screen: opening, choosing and coming back, filtering, narrowing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from reader import namesakes, sample
from reader.test_reasons_screen import reading
from tui.reader.index import Index
from tui.reader.screens.lists import ListsScreen
from tui.reader.screens.reader import ReaderScreen
from tui.reader.settings import ReaderSettings
from tui.reader.widgets.lines import Lines
from tui.reader.widgets.table import Table

WIDE = (160, 40)


def table(pilot: Pilot[None]) -> Table:
    assert isinstance(pilot.app.screen, ListsScreen)
    return pilot.app.screen.query_one(Table)


def seen(pilot: Pilot[None]) -> list[str]:
    """The lines of the list."""
    found = table(pilot)
    return [found.render_line(y).text.rstrip(" │┃") for y in range(found.size.height)]


def at(pilot: Pilot[None]) -> str:
    """The first line of the row at the cursor."""
    return next(line for line in seen(pilot) if line.startswith("▌"))


def around(pilot: Pilot[None]) -> str:
    """What stands around the list."""
    return "\n".join(
        widget.render_line(y).text
        for widget in pilot.app.screen.query(Lines).results()
        for y in range(widget.size.height)
    )


async def test_the_overview_begins_at_the_current_claim_and_a_cell_leads_to_its_claim() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, screen):
        await pilot.press("j", "j", "o")
        assert "the steering had failed" in at(pilot)
        await pilot.press("]", "x", "l", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.session.claim is not None
        assert screen.session.claim.id == "c11"
        assert screen.session.chosen()[0].claim.id == "c5"
        await pilot.press("backspace")
        assert screen.session.claim.id == "c3"


async def test_a_list_opens_again_at_the_same_row() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, _screen):
        await pilot.press("o", "j", "j", "j", "l", "S")
        await pilot.press("j", "j")
        row = at(pilot)
        await pilot.press("escape")
        await pilot.press("j", "o")
        await pilot.pause()
        assert at(pilot) == row
        assert "by relation, loudest first" in around(pilot)


async def test_silence_leads_nowhere_and_says_so() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, _screen):
        await pilot.press("o", "1", "]", "o", "]", "o")
        assert at(pilot)[4] == "·"
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ListsScreen)
        assert "no counterpart in A" in around(pilot)


async def test_filters_are_shared_with_the_text() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, screen):
        await pilot.press("f", "x", "o")
        assert "1 of 9 matters" in around(pilot)
        assert "filter: contradicts" in around(pilot)
        await pilot.press("f", "d")
        assert "3 of 9 matters" in around(pilot)
        assert screen.session.filter.relations == {"differs", "contradicts"}
        await pilot.press("F")
        assert "9 matters" in around(pilot)
        assert "filter" not in around(pilot).splitlines()[1]
        assert not screen.session.filter


async def test_a_filter_by_speaker_asks_who_says_what_is_at_the_cursor() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, screen):
        await pilot.press("o", "f", "s")
        assert not screen.session.filter
        assert "nobody is named" in around(pilot)
        await pilot.press("/", *"steering", "enter", "f", "s")
        assert screen.session.filter.speaker == "e1"
        assert "said by Ines Dahl" in around(pilot)
        assert 'with "steering"' in around(pilot)


async def test_typed_words_narrow_and_escape_takes_them_back() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, _screen):
        await pilot.press("o", "/", *"buoy")
        assert len([line for line in seen(pilot) if line[1:4].strip()]) == 2
        await pilot.press("escape")
        assert "9 matters" in around(pilot)
        await pilot.press("/", *"no such words", "enter")
        assert 'nothing passes "no such words": F shows all 9 matters' in "\n".join(seen(pilot))
        await pilot.press("enter", "j", "l", "F")
        assert "9 matters" in around(pilot)


async def test_lists_follow_one_another_and_the_keys_of_the_reader_choose_one() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, screen):
        await pilot.press("o")
        for words in ("these documents give no numbers", "speakers", "has a date", "entities"):
            await pilot.press("tab")
            assert words in around(pilot) + "\n".join(seen(pilot))
        await pilot.press("tab", "shift+tab")
        assert "entities" in around(pilot)
        await pilot.press("at")
        assert "speakers" in around(pilot)
        await pilot.press("at")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_a_speaker_unfolds_and_a_claim_below_leads_to_its_place() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, screen):
        await pilot.press("at", "/", *"Dahl", "enter", "enter")
        assert "Ines Dahl" in at(pilot)
        await pilot.press("F", "j")
        assert "the steering had failed" in at(pilot)
        await pilot.press("h")
        assert "Ines Dahl" in at(pilot)
        assert not any("the steering had failed" in line for line in seen(pilot))
        await pilot.press("l", "j", "j", "enter")
        await pilot.pause()
        assert screen.session.claim is not None
        assert screen.session.claim.id == "c10"


async def test_a_name_leads_to_where_it_stands_with_its_mentions_marked() -> None:
    async with reading(WIDE) as (pilot, screen):
        await pilot.press("E", "/", *"seed", "enter", "l", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        stop = screen.session.current_stop
        assert stop is not None
        assert namesakes.TEXTS[stop.document][stop.start : stop.end] == "NSR"
        assert stop.document == 1
        assert screen.sidebar.marked is not None
        assert screen.sidebar.marked.id == "e2"


async def test_why_is_asked_from_the_names() -> None:
    async with reading(WIDE) as (pilot, screen):
        await pilot.press("E", "w")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, ListsScreen | ReaderScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ListsScreen)
        await pilot.press("w", "j", "enter")
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_refined_links_arrive_in_an_open_list_and_the_cursor_stays() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, screen):
        await pilot.press("o", "G")
        assert "The ferry will be towed" in at(pilot)
        whole = sample.comparison()
        screen.receive(Index(replace(whole, links=(), correspondences=())))
        await pilot.pause()
        assert "17 matters" in around(pilot)
        assert "The ferry will be towed" in at(pilot)


async def test_what_matters_most_is_said_above_the_rows() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, _screen):
        await pilot.press("E")
        assert "7 entities  ·  1 called differently  ·  called differently first" in around(pilot)


async def test_lists_wait_for_the_analysis() -> None:
    async with reading(WIDE, found=sample.comparison(), analysed=False) as (pilot, screen):
        await pilot.press("o")
        assert pilot.app.screen is screen


@pytest.mark.parametrize("key", ["o", "number_sign", "at", "T", "E"])
async def test_every_size_shows_the_row_at_the_cursor(key: str) -> None:
    async with reading((80, 24), found=sample.comparison()) as (pilot, _screen):
        await pilot.press(key, "G")
        for size in ((20, 5), (40, 8), (100, 30), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            if key not in ("number_sign", "T"):
                assert at(pilot)
            for step in ("gg", "G", "ctrl+d", "ctrl+u", "S"):
                await pilot.press(*([step] if len(step) > 2 else step))
            assert all(
                strip.cell_length == size[0]
                for strip in map(table(pilot).render_line, range(table(pilot).size.height))
            )


async def test_the_users_own_keys_work_in_the_lists() -> None:
    keys = ReaderSettings(
        keys={"claim.next": "J", "claim.previous": "K", "list.sort": "o", "overview.open": "S"}
    )
    async with reading(WIDE, keys, sample.comparison()) as (pilot, _screen):
        await pilot.press("S")
        first = at(pilot)
        await pilot.press("J")
        assert at(pilot) != first
        await pilot.press("o")
        assert "by relation" in around(pilot)


async def test_a_click_goes_to_the_claim_of_the_cell() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, screen):
        await pilot.press("o")
        y = next(k for k, line in enumerate(seen(pilot)) if "Sixty-one" in line)
        x = seen(pilot)[y].index("Sixty-one")
        await pilot.click(Table, offset=(x, y))
        await pilot.pause()
        assert screen.session.claim is not None
        assert screen.session.claim.id == "c9"


async def test_keys_typed_while_help_closes_go_to_the_list_below() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, screen):
        await pilot.press("o", "?")
        listed, top = pilot.app.screen_stack[1], pilot.app.screen
        claim, row = screen.session.claim, at_row(listed)
        for key in ("escape", "j"):
            top.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert pilot.app.screen is listed
        assert at_row(listed) == row + 1
        assert screen.session.claim is claim


def at_row(listed: Screen[Any]) -> int:
    """Which row of a list the cursor is on."""
    return listed.query_one(Table).cursor


async def test_a_claim_is_copied_from_its_row() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, _):
        await pilot.press("o", "]", "x", "l", "y")
        assert pilot.app.clipboard == "two buoys in the channel had been dark for weeks"
        assert "copied 1 claim" in around(pilot)
        await pilot.press("j")
        assert "copied" not in around(pilot)


async def test_a_command_is_chosen_by_name_in_a_list() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, _):
        await pilot.press("o", ":", *"numbers", "enter")
        await pilot.pause()
        assert "those that differ first" in around(pilot)
        await pilot.press(":", *"hide", "space", *"this", "enter")
        await pilot.pause()
        assert "that is for the text; Esc goes back to it" in around(pilot)


async def test_quitting_by_another_key_leaves_the_old_one_without_effect() -> None:
    settings = ReaderSettings(keys={"quit": "Q"})
    async with reading(WIDE, settings=settings, found=sample.comparison()) as (pilot, screen):
        await pilot.press("o", "ctrl+q", "escape")
        await pilot.pause()
        assert pilot.app.screen is screen
        await pilot.press("?", "ctrl+q")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert pilot.app.is_running


async def test_one_document_alone_agrees_with_nothing() -> None:
    found = sample.comparison()
    alone = replace(
        found,
        documents=found.documents[:1],
        claims=tuple(c for c in found.claims if c.document == 0),
        links=(),
        correspondences=(),
        entities=(),
    )
    async with reading(WIDE, found=alone) as (pilot, _):
        await pilot.press("o")
        assert at(pilot).startswith("▌   ")
        assert "agrees" not in around(pilot)
        assert "=0" not in around(pilot)


async def test_a_click_on_the_name_of_a_list_opens_it() -> None:
    async with reading(WIDE, found=sample.comparison()) as (pilot, _):
        await pilot.press("o")
        bar = pilot.app.screen.query(Lines).first()
        await pilot.click(bar, offset=(bar.render_line(0).text.index("Timeline") + 2, 0))
        assert "by date" in around(pilot)
