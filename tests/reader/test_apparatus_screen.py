"""The apparatus on the screen: it opens, scrolls and closes, and never hides the claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import sample
from reader.test_screen import reading, rows
from tui.core.document import Document
from tui.reader.index import Index
from tui.reader.screens.reader import ReaderScreen


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


def below(screen: ReaderScreen) -> list[str]:
    return [screen._apparatus.render_line(y).text for y in range(screen._apparatus.size.height)]


def current_rows(screen: ReaderScreen) -> list[str]:
    return [row for row in rows(screen, screen.session.active) if row.startswith("▌")]


async def test_it_opens_and_the_claim_stays_in_view() -> None:
    filler = "\n".join(["Nothing of note."] * 12) + "\n"
    padded = tuple(
        Document(d.name, d.text.rstrip() + "\n" + filler, date=d.date) for d in sample.documents()
    )
    async with reading(size=(80, 24), documents=padded) as (pilot, screen):
        await pilot.press("G")
        before = current_rows(screen)
        assert any("towed to Brennhavn" in row for row in before)
        await pilot.press("a")
        await pilot.pause()
        assert screen._apparatus.size.height == 9
        # The map beside the text shows as much in fewer rows.
        assert [row[:-2] for row in current_rows(screen)] == [row[:-2] for row in before]
        assert "differs  2 of 2 in A" in screen._rule.render_line(0).text
        assert below(screen)[0].startswith("▌A    The ferry will  be  towed")
        await pilot.press("a")
        await pilot.pause()
        assert screen._apparatus.size.height == 4
        # The map beside the text shows as much in fewer rows.
        assert [row[:-2] for row in current_rows(screen)] == [row[:-2] for row in before]


async def test_a_claim_at_the_foot_of_a_column_and_its_counterpart_come_up() -> None:
    filler = "\n".join(["Nothing of note."] * 9) + "\n"
    padded = tuple(
        Document(d.name, filler + d.text + filler * 3, date=d.date) for d in sample.documents()
    )
    shift = len(filler)
    found = sample.comparison()
    claims = tuple(replace(c, start=c.start + shift, end=c.end + shift) for c in found.claims)
    moved = Index(replace(found, documents=padded, claims=claims, entities=()))
    async with reading(size=(160, 24), documents=padded, analysed=False) as (pilot, screen):
        screen.receive(moved)
        await pilot.press("6", "j")
        claim = screen.session.claim
        assert claim is not None
        other = screen.session.counterparts()[0].claim
        y = screen.column.row_on_screen(claim.start)
        assert screen.columns[other.document].row_on_screen(other.start) is not None
        await pilot.press("a")
        await pilot.pause()
        assert y is not None
        assert y >= screen.column.height
        assert screen.column.row_on_screen(claim.start) is not None
        assert screen.column.row_on_screen(claim.end - 1) is not None
        assert screen.columns[other.document].row_on_screen(other.start) is not None


async def test_moving_on_changes_it_and_no_column_moves_or_grows() -> None:
    async with reading(size=(130, 30)) as (pilot, screen):
        await pilot.press("a")
        await pilot.pause()
        sizes = [column.size for column in screen.columns]
        first = below(screen)
        await pilot.press("j", "j", "j", "j")
        assert below(screen) != first
        assert [column.size for column in screen.columns] == sizes


async def test_it_scrolls_where_it_is_longer_than_its_room_and_starts_anew_with_a_claim() -> None:
    async with reading(size=(80, 24)) as (pilot, screen):
        await pilot.press("5", "j", "k", "a")
        await pilot.pause()
        first = below(screen)
        assert "Ctrl+E: " in screen._rule.render_line(0).text
        await pilot.press("ctrl+e")
        assert [row[:-1] for row in below(screen)[:-1]] == [row[:-1] for row in first[1:]]
        await pilot.press("ctrl+y", "ctrl+y")
        assert below(screen) == first
        assert "no more of the apparatus above" in screen._rule.render_line(0).text
        await pilot.press("ctrl+e", "j", "k")
        assert below(screen) == first


async def test_before_the_analysis_it_stays_shut() -> None:
    async with reading(size=(80, 24), analysed=False) as (pilot, screen):
        await pilot.press("a")
        await pilot.pause()
        assert screen._apparatus.size.height == 4
        assert any("once the documents are compared" in row for row in below(screen))
