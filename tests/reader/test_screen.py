"""The screen as a widget tree: the mouse, themes, notices; nothing moves that nobody moved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader import sample
from tui.core.comparison import Comparison
from tui.core.document import Document
from tui.core.settings import Settings
from tui.reader.analysis import AnalysisError, analyse
from tui.reader.app import Reader, run
from tui.reader.index import Index
from tui.reader.screens.reader import ReaderScreen
from tui.reader.settings import ReaderSettings


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@asynccontextmanager
async def reading(
    *warnings: str,
    size: tuple[int, int] = (130, 30),
    settings: ReaderSettings | None = None,
    analysed: bool = True,
    documents: tuple[Document, ...] | None = None,
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader on the invented documents."""
    app = Reader(documents or sample.documents(), None, settings, warnings, analyse=False)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        if analysed:
            screen.receive(Index(replace(sample.comparison(), documents=app.documents)))
            await pilot.pause()
        yield pilot, screen


def rows(screen: ReaderScreen, number: int) -> list[str]:
    column = screen.columns[number]
    return [column.render_line(y).text for y in range(column.height)]


async def test_a_click_puts_the_cursor_on_a_claim() -> None:
    async with reading() as (pilot, screen):
        y = next(k for k, row in enumerate(rows(screen, 1)) if "Sixty-one" in row)
        await pilot.click(screen.columns[1], offset=(8, y))
        assert screen.session.active == 1
        assert screen.session.claim is not None
        assert screen.session.claim.id == "c9"
        assert rows(screen, 1)[y].startswith("▌ ≈  Sixty-one")


async def test_marks_arrive_and_neither_cursor_nor_scroll_moves() -> None:
    long = tuple(Document(d.name, "\n\n".join([d.text] * 40)) for d in sample.documents())
    async with reading(analysed=False, documents=long) as (pilot, screen):
        await pilot.press("pagedown", "j")
        tops = [column.top for column in screen.columns]
        assert tops[0] > 0
        texts = [[row[5:-3] for row in rows(screen, k)] for k in range(2)]
        screen.receive(Index(replace(sample.comparison(), documents=long)))
        await pilot.pause()
        assert [column.top for column in screen.columns] == tops
        assert [[row[5:-3] for row in rows(screen, k)] for k in range(2)] == texts


async def test_refined_links_arrive_and_nothing_moves() -> None:
    filler = "\n".join(["Nothing of note."] * 60) + "\n"
    padded = tuple(Document(d.name, d.text + filler, date=d.date) for d in sample.documents())
    plain = replace(sample.comparison(), documents=padded)

    async with reading(documents=padded) as (pilot, screen):

        def place() -> tuple[object, ...]:
            tops = [column.top for column in screen.columns]
            session = screen.session
            return tops, list(session.places), screen.here(), screen.sidebar.entity, session.stop

        await pilot.press("3", "j", "enter", "e", "j", "enter")
        screen.columns[1].scroll_to_row(20)
        await pilot.pause()
        before = place()
        assert screen.columns[1].top > 0
        assert screen.session.stop is not None
        assert any("≈" in row for row in rows(screen, 0))
        screen.receive(Index(replace(plain, links=(), correspondences=())))
        await pilot.pause()
        assert place() == before
        assert "=0 ≈0 ≠0" in screen.header.render_line(0).text
        assert not any("≈" in row for row in rows(screen, 0))


async def test_enter_brings_counterparts_to_the_same_row_and_backspace_returns() -> None:
    filler = "\n".join(["Nothing of note."] * 60) + "\n"
    padded = tuple(Document(d.name, d.text + filler, date=d.date) for d in sample.documents())
    async with reading(size=(130, 24), documents=padded) as (pilot, screen):
        await pilot.press("4", "j")
        claim = screen.session.claim
        assert claim is not None
        y = screen.column.row_on_screen(claim.start)
        screen.columns[1].scroll_to_row(20)
        await pilot.pause()
        await pilot.press("enter")
        other = screen.session.chosen()[1].claim
        if screen.columns[1].top > 0:
            assert screen.columns[1].row_on_screen(other.start) == y
        assert screen.columns[1].row_on_screen(other.start) is not None
        await pilot.press("backspace")
        assert screen.columns[1].top == 20


async def test_a_claim_is_gone_to_with_its_counterparts_and_back_and_forward_again() -> None:
    filler = "Nothing of note.\n" * 60
    padded = tuple(
        Document(d.name, d.text + filler * (d.name == "courier.txt"), date=d.date)
        for d in sample.documents()
    )
    async with reading(size=(130, 20), documents=padded) as (pilot, screen):
        claim = next(c for c in sample.comparison().claims if c.id == "c5")
        screen.columns[1].scroll_to_row(30)
        screen.remember()
        screen.goto(claim)
        assert screen.session.claim == claim
        there = screen.session.chosen()[1].claim
        assert there.id == "c11"
        assert screen.columns[1].row_on_screen(there.start) is not None
        await pilot.press("backspace")
        assert screen.session.places[0] == 0
        assert screen.columns[1].top == 30
        await pilot.press("L")
        assert screen.session.claim == claim
        assert screen.columns[1].row_on_screen(there.start) is not None
        await pilot.press("L")
        assert "nothing further on" in screen._apparatus.render_line(0).text


async def test_the_current_claim_stays_in_view_when_the_terminal_changes() -> None:
    async with reading() as (pilot, screen):
        await pilot.press("G")
        for size in ((60, 12), (30, 8), (160, 50), (20, 5), (130, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert any(row.startswith("▌") for row in rows(screen, 0)), size


async def test_warnings_stay_until_a_key() -> None:
    async with reading("b.txt: no such file; check the name") as (pilot, screen):
        apparatus = screen.query("Lines").last()
        text = "".join(
            widget.render_line(y).text
            for widget in screen.query("Lines").results()
            for y in range(widget.size.height)
        )
        assert "b.txt: no such file; check the name" in text
        assert apparatus.size.height == 1
        await pilot.press("j")
        assert screen.notices == ()


async def test_the_theme_changes_every_mark() -> None:
    async with reading() as (pilot, screen):
        before = screen.palette.style("text", "differs")
        await pilot.press("t")
        assert screen.app.theme == "hexapla-light"
        assert screen.palette.style("text", "differs") != before


async def test_keys_of_the_user_replace_ours() -> None:
    keys = ReaderSettings(keys={"claim.next": "J", "claim.previous": "K"})
    async with reading(settings=keys) as (pilot, screen):
        await pilot.press("j")
        assert screen.session.places[0] == 0
        await pilot.press("J")
        assert screen.session.places[0] == 1


async def test_the_terminal_cursor_follows_the_claim() -> None:
    async with reading() as (pilot, screen):
        await pilot.press("j", "j")
        x, y = screen.app.cursor_position
        column = screen.column
        assert column.region.contains(x, y)
        assert rows(screen, 0)[y - column.region.y].startswith("▌")


async def test_one_document_alone_can_be_read() -> None:
    async with reading(analysed=False, documents=sample.documents()[:1]) as (pilot, screen):
        await pilot.press("tab", "enter", "]", "c", "n", "G", "space")
        assert "The ferry Marlena" in "\n".join(rows(screen, 0))


async def test_an_empty_document_can_be_read() -> None:
    empty = (Document("a", ""), Document("b", "\n"))
    async with reading(analysed=False, documents=empty) as (pilot, screen):
        await pilot.press("j", "G", "space", "enter", "/", "x", "enter", "e", "j", "enter")
        assert screen.session.claim is None


def test_nothing_to_read_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([], Settings(), ReaderSettings(), ["a: no such file"]) == 2
    assert capsys.readouterr().err == "a: no such file\n"


async def test_the_worker_compares_in_a_process_of_its_own() -> None:
    steps: list[tuple[str, float]] = []
    documents = sample.documents()
    results = analyse(documents, Settings(), lambda step, share: steps.append((step, share)))
    first, second = [found async for found in results]
    assert first.documents == documents
    assert {claim.document for claim in first.claims} == {0, 1, 2}
    assert second.links != first.links
    assert second.claims is first.claims
    assert second.entities is first.entities
    assert steps[-1][1] == 1.0
    assert [share for _, share in steps] == sorted(share for _, share in steps)


async def test_a_fault_after_the_first_result_loses_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def analyse(*_given: object) -> AsyncIterator[Comparison]:
        yield sample.comparison()
        raise AnalysisError("EncoderError: encoder.npz cannot be read")

    monkeypatch.setattr("tui.reader.analysis.analyse", analyse)
    app = Reader(sample.documents())
    async with app.run_test(size=(130, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        while len(screen.notices) == 0:
            await pilot.pause(0.05)
        assert screen.notices == [
            "the links could not be refined: EncoderError: encoder.npz cannot be read"
        ]
        assert screen.session.claim is not None
        assert "=4 ≈2 ≠1" in screen.header.render_line(0).text


async def test_a_worker_that_fails_says_why() -> None:
    with pytest.raises(AnalysisError, match="Error"):
        await anext(analyse(sample.documents(), 5, lambda step, share: None))  # type: ignore[arg-type]


def test_the_worker_keeps_its_output_to_itself(tmp_path: Path) -> None:
    from io import BytesIO

    from tui.worker import work

    out = BytesIO()
    assert work(b"no pickle", out) == 1
    assert out.getvalue().startswith(b"failed ")
    assert out.getvalue().count(b"\n") == 1


async def test_a_click_on_a_title_goes_to_its_document() -> None:
    async with reading() as (pilot, screen):
        await pilot.click(screen.titles[1], offset=(6, 0))
        assert screen.session.active == 1
