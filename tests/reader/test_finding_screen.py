"""Filters, walks and searches on the screen: what a user sees and where the keys lead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from reader.test_screen import reading, rows
from tui.core.document import Document
from tui.reader import finder
from tui.reader.screens.reader import ReaderScreen
from tui.reader.settings import ReaderSettings


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


def said(screen: ReaderScreen) -> str:
    return screen._apparatus.render_line(0).text


def header(screen: ReaderScreen) -> str:
    return screen.header.render_line(0).text


def glyphs(screen: ReaderScreen, number: int) -> str:
    return "".join(row[2] for row in rows(screen, number)).replace(" ", "")


async def press(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_a_filter_fades_the_rest_and_is_told_until_it_is_cleared() -> None:
    async with reading(size=(160, 30)) as (pilot, screen):
        everything = glyphs(screen, 0)
        plain = {c: screen.palette.style("text", c) for c in ("contradicts", "faded")}
        await press(pilot, "fx")
        assert screen.session.claim
        assert screen.session.claim.id == "c1"
        assert glyphs(screen, 0) == "≠"
        assert "1 of 7 claims pass in A, 3 of 17 in all" in said(screen)
        assert "filter: contradicts (3 of 17) F clears" in header(screen)
        assert "1 of 7 claims pass" in screen.titles[0].render_line(0).text
        strips = [screen.column.render_line(y) for y in range(screen.column.height)]
        looks = {
            name: {s.style for strip in strips for s in strip if words in s.text}
            for name, words in (("faded", "passengers were"), ("contradicts", "buoy was lit"))
        }
        assert looks == {name: {style} for name, style in plain.items()}
        await press(pilot, "j")
        assert screen.session.claim.id == "c5"
        await press(pilot, "F")
        assert glyphs(screen, 0) == everything
        assert "filter" not in header(screen)
        assert screen.session.claim.id == "c5"


async def test_filters_combine_and_speaker_and_entity_are_taken_from_where_one_is() -> None:
    async with reading(size=(80, 24)) as (pilot, screen):
        await press(pilot, "jjfs")
        assert "filter: said by Ines Dahl (2 of 17) F clears" in header(screen)
        await press(pilot, "fd")
        assert "none of 17 claims pass: nothing is faded" in said(screen)
        assert "F clears" in header(screen)
        assert len(glyphs(screen, 0)) > 3
        await press(pilot, "j")
        assert "no claim passes the filter in A" in said(screen)
        await press(pilot, "fsfafd")
        assert "filter: =≈" not in header(screen)
        assert "filter: agrees" in header(screen)


async def test_the_list_of_entities_points_at_whom_to_filter_by() -> None:
    async with reading(size=(160, 30)) as (pilot, screen):
        await press(pilot, "ejfe")
        assert screen.session.filter.entity == "e3"
        await press(pilot, "jfe")
        assert screen.session.filter.entity != "e3"
        await press(pilot, "fe")
        assert not screen.session.filter


async def test_the_end_of_a_walk_names_the_key_to_the_next_document() -> None:
    async with reading(size=(160, 30)) as (pilot, screen):
        await press(pilot, "G]x")
        assert "no more contradictions below in A; B has 1: Tab goes there" in said(screen)
        assert screen.session.claim
        assert screen.session.claim.id == "c7"
        screen.session.active = 1
        await press(pilot, "]o]o")
        assert "no more claims only here below in B; A has 1: 1 goes there" in said(screen)


async def test_a_walk_that_leads_nowhere_leaves_the_way_forward_open() -> None:
    async with reading(size=(160, 30)) as (pilot, screen):
        await press(pilot, "]x")
        await pilot.press("backspace")
        await press(pilot, "[x")
        assert "no more contradictions above in A" in said(screen)
        await press(pilot, "L")
        assert screen.session.claim
        assert screen.session.claim.id == "c5"


async def test_mentions_are_walked_from_the_claim_on_and_end() -> None:
    async with reading(size=(160, 30)) as (pilot, screen):
        await press(pilot, "jj[e")
        assert "mention 1 of 2 of Ines Dahl, in A" in said(screen)
        await press(pilot, "]e")
        assert "mention 2 of 2 of Ines Dahl, in B" in said(screen)
        assert screen.session.active == 1
        await press(pilot, "]e")
        assert "no more mentions of Ines Dahl below; 2 in all" in said(screen)
        await press(pilot, "n")
        assert "mention 1 of 2 of Ines Dahl, in A (from the start again)" in said(screen)


async def test_earlier_searches_are_had_back() -> None:
    async with reading(size=(160, 30)) as (pilot, screen):
        for words in ("tolvik", "buoy"):
            await pilot.press("/", *words, "enter")
        await pilot.press("/", "up", "up")
        assert screen.finder.prompt
        assert screen.finder.prompt.text == "tolvik"
        assert "of 5" in said(screen)
        await pilot.press("down")
        assert screen.finder.prompt.text == "buoy"
        await pilot.press("escape")
        assert screen.session.walk is None


async def test_a_search_given_up_leaves_no_trace() -> None:
    async with reading(size=(160, 30)) as (pilot, screen):
        await press(pilot, "j]x")
        await pilot.press("backspace", "/", *"brennhavn", "escape", "L")
        assert screen.session.claim
        assert screen.session.claim.id == "c5"


async def test_keys_typed_during_a_long_search_wait_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder, "AT_ONCE", 10)
    async with reading(size=(160, 30)) as (pilot, screen):
        await pilot.press("/", *"brenhavn", "enter", "n", "j")
        for _ in range(50):
            if "claim 3 of 4 in C" in said(screen):
                break
            await pilot.pause(0.05)
        assert screen.session.active == 2
        assert screen.session.stop == 1
        assert screen.session.claim
        assert screen.session.claim.id == "c16"


async def test_a_search_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_given: object) -> Iterator[None]:
        while True:
            yield

    monkeypatch.setattr(finder, "AT_ONCE", 10)
    monkeypatch.setattr(finder, "searching", endless)
    async with reading(size=(160, 30)) as (pilot, screen):
        await pilot.press("j", "/", "x", "enter", "j", "j")
        assert "searching" in said(screen)
        assert screen.session.places[0] == 1
        await pilot.press("escape")
        await pilot.press("j")
        assert screen.session.places[0] == 2


async def test_a_single_document_and_no_analysis_answer_in_words() -> None:
    one = (Document("a.txt", "Nothing of note. " * 5),)
    async with reading(size=(100, 20), analysed=False, documents=one) as (pilot, screen):
        for keys in ("]x", "[o", "]t", "]s", "]e", "fx", "fs", "fe"):
            await press(pilot, keys)
            assert "once the documents are compared" in said(screen), keys
        await press(pilot, "F")
        assert "there is no filter" in said(screen)


async def test_the_key_that_opens_the_search_goes_on_to_the_next_hit() -> None:
    async with reading(settings=ReaderSettings(preset="emacs")) as (pilot, screen):
        await pilot.press("ctrl+s", *"the", "ctrl+s")
        assert screen.message.startswith("hit 2 of ")
        await pilot.press("ctrl+r")
        assert screen.message.startswith("hit 1 of ")
        await pilot.press("enter", "ctrl+s", "ctrl+s")
        assert screen.finder.prompt is not None
        assert screen.finder.prompt.text == "the"


async def test_there_is_no_going_into_a_list_of_no_names() -> None:
    async with reading(analysed=False) as (pilot, screen):
        await pilot.press("e")
        assert not screen.in_entities
        assert "names are known once the documents are compared" in said(screen)
