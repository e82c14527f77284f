"""The list of commands: what is in it, how it is found, and what choosing does."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from reader.test_screen import reading
from tui.reader.choices import (
    ACTION,
    DOCUMENT,
    THEME,
    Choice,
    choice_lines,
    choices,
    find,
    remembered,
)
from tui.reader.keys import ACTIONS, bindings
from tui.reader.presets import PRESETS
from tui.reader.screens.choosing import ChoosingScreen
from tui.reader.theme_names import ALL
from tui.reader.words import Line

NAMES = ["harbour.txt", "courier.txt", "bulletin.txt"]


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


def every(preset: str = "vim", themed: bool = True) -> list[Choice]:
    return choices(bindings(PRESETS[preset]), NAMES, themed)


def found(wanted: str, recent: list[Choice] | None = None) -> list[str]:
    return [choice.value for choice in find(every(), wanted, recent or [])]


def text_of(line: Line) -> str:
    return "".join(text for text, _ in line)


def test_everything_one_can_do_is_in_it() -> None:
    listed = every()
    actions = {choice.value for choice in listed if choice.kind == ACTION}
    assert actions == {a.id for a in ACTIONS} - {"document.choose", "interrupt", "palette.open"}
    assert [c.value for c in listed if c.kind == THEME] == list(ALL)
    assert [c.words for c in listed if c.kind == DOCUMENT][1] == "go to B courier.txt"
    assert not [c for c in every(themed=False) if c.kind == THEME]


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("next claim", "claim.next"),
        ("CLAIM next", "claim.next"),
        ("theme nord", "nord"),
        ("nord", "nord"),
        ("courier", "1"),
        ("go b", "1"),
        ("overview", "overview.open"),
        ("column.zoom", "column.zoom"),
        ("clpbd", ""),
        ("serch", "search.open"),
        ("quitt", "quit"),
        ("qt", "quit"),
        ("zoom", "column.zoom"),
    ],
)
def test_a_command_is_found_by_some_of_its_words(wanted: str, first: str) -> None:
    assert (found(wanted) or [""])[0] == first


def test_what_matches_better_comes_first_and_nothing_may_match() -> None:
    listed = found("copy")
    assert listed[:3] == ["copy.claim", "copy.citation", "copy.correspondence"]
    assert found("qzxwv") == []
    assert all("theme" in choice.words for choice in find(every(), "theme"))
    assert len(found("")) == len(every())


def test_what_was_chosen_last_comes_first_among_equals() -> None:
    by_value = {choice.value: choice for choice in every()}
    recent = remembered(remembered([], by_value["help"]), by_value["nord"])
    assert found("", recent)[:3] == ["nord", "help", "claim.next"]
    assert found("theme", recent)[:2] == ["nord", "theme.next"]
    assert found("next claim", recent)[0] == "claim.next"
    for choice in every():
        recent = remembered(recent, choice)
    assert len(recent) == 5


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("width", [40, 80, 160])
def test_the_rows_fit_and_show_keys_and_the_cursor(width: int, preset: str) -> None:
    listed = every(preset)
    lines = [text_of(line) for line in choice_lines(listed, 2, 0, 20, width)]
    assert len(lines) == 20
    assert [line for line in lines if "▸" in line] == [lines[2]]
    if width >= 80:
        assert all(cell_len(line) <= width for line in lines)
        assert lines[2].rstrip().endswith("Home" if preset == "vim" else "Ctrl+X [")
    below = [text_of(line) for line in choice_lines(listed, 2, 1, 20, width)]
    assert below[0].startswith(" Move"), "the group is told where the rows begin in its midst"
    plain = choices(bindings(PRESETS[preset]), NAMES, ascii_only=True)
    lines = [text_of(line) for line in choice_lines(plain, 9, 0, 30, width, ascii_only=True)]
    assert all(line.isascii() for line in lines)


async def type_words(pilot: Pilot[None], words: str, *then: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in words), *then)
    await pilot.pause()


async def test_choosing_does_it_and_is_remembered() -> None:
    async with reading(size=(80, 24)) as (pilot, screen):
        await type_words(pilot, ":theme nord")
        assert isinstance(screen.app.screen, ChoosingScreen)
        await type_words(pilot, "", "enter")
        assert screen.app.screen is screen
        assert screen.app.theme == "nord"
        await type_words(pilot, "t", "ctrl+p", "enter")
        assert screen.app.theme == "nord", "what was chosen last comes first"
        await type_words(pilot, ":courier", "enter")
        assert screen.session.active == 1
        await type_words(pilot, ":last claim", "enter")
        assert screen.session.places[1] == 5


async def test_leaving_changes_nothing_and_keys_typed_ahead_are_kept() -> None:
    async with reading(size=(80, 24)) as (pilot, screen):
        await pilot.press(":", "q", "down", "pagedown", "escape", "j")
        assert screen.app.screen is screen
        assert screen.session.places[0] == 1
        await pilot.press(":", *"zzzz", "enter", "escape")
        assert screen.app.screen is screen
        assert screen.session.places[0] == 1


async def test_a_click_chooses() -> None:
    async with reading(size=(80, 24)) as (pilot, screen):
        await type_words(pilot, ":last claim")
        await pilot.click(offset=(20, 1))
        await pilot.pause()
        assert screen.session.places[0] == 6
