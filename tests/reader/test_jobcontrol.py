"""The reader as a job of a shell: stopped, in the background, let go on, ended by a signal."""

from __future__ import annotations

import os
import re
import shlex
import signal
import sys
import time
from pathlib import Path

import pytest

from reader import sample
from reader.conftest import LAUNCH, Start
from reader.terminal import ALTERNATE_SCREEN, MOUSE, Terminal, children, is_restored, ready
from tui.reader.app import Reader
from tui.reader.index import Index
from tui.reader.screens.reader import ReaderScreen
from tui.reader.settings import ReaderSettings

READER = f"{shlex.quote(sys.executable)} {shlex.quote(LAUNCH)}"


def run_in(shell: Terminal, command: str) -> Terminal:
    shell.press(command, "enter")
    return ready(shell)


def stopped(terminal: Terminal, sent: bytes) -> bool:
    """Whether the shell has the terminal, and the terminal is as a shell expects it."""
    terminal.wait_for("Stopped")
    modes = (ALTERNATE_SCREEN, MOUSE, 1003, 1006)
    shown = sent.rfind(b"\x1b[?25h") > sent.rfind(b"\x1b[?25l")
    return not any(map(terminal.mode, modes)) and shown


def go_on(terminal: Terminal) -> None:
    terminal.press("fg", "enter", quiet=0.5)
    terminal.settle()
    assert terminal.mode(ALTERNATE_SCREEN)


def test_the_shell_is_usable_meanwhile_and_all_is_as_it_was_after(shell: Start) -> None:
    terminal = run_in(shell(), f"{READER} sample")
    terminal.press("2", "j")
    before = terminal.lines
    assert stopped(terminal, terminal.press("ctrl+z", quiet=0.5))
    terminal.press("stty -a | grep -o -w -- '-*echo\\|-*icanon\\|-*isig' | sort | xargs", "enter")
    terminal.wait_for("^echo icanon isig")
    go_on(terminal)
    assert terminal.lines == before
    terminal.press("j")
    terminal.wait_for("claim 4 of 7 in A")
    terminal.press("?")
    terminal.wait_for("In the margin")
    before = terminal.lines
    assert stopped(terminal, terminal.press("ctrl+z", quiet=0.5))
    go_on(terminal)
    assert terminal.lines == before
    terminal.press("escape", quiet=0.5)
    terminal.press("q", quiet=0.5)
    assert is_shell(terminal)


def test_in_the_background_it_waits_and_another_size_is_no_trouble(shell: Start) -> None:
    terminal = run_in(shell(), f"{READER} sample")
    terminal.press("G")
    terminal.press("ctrl+z", quiet=0.5)
    terminal.press("bg", "enter", quiet=0.5)
    terminal.press("", "enter")
    terminal.wait_for(r"\[1\]\+ .*Stopped")
    assert not terminal.mode(ALTERNATE_SCREEN)
    terminal.resize(70, 15)
    go_on(terminal)
    assert terminal.wait_for("claim 7 of 7")
    assert any(line.startswith("▌") for line in terminal.lines)


async def test_keys_given_to_other_actions_are_theirs() -> None:
    keys = {"suspend": "f5", "redraw": "f6", "claim.next": "ctrl+z", "claim.last": "ctrl+l"}
    app = Reader(sample.documents(), None, ReaderSettings(keys=keys), analyse=False)
    async with app.run_test(size=(100, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        screen.receive(Index(sample.comparison()))
        for key, claim in (("ctrl+z", "c2"), ("ctrl+l", "c7"), ("f6", "c7")):
            await pilot.press(key)
            assert screen.session.claim
            assert screen.session.claim.id == claim


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGTSTP])
def test_stopped_from_outside_it_draws_itself_anew(shell: Start, number: signal.Signals) -> None:
    terminal = run_in(shell(), f"{READER} sample")
    (reader,) = children(terminal.process)
    before = terminal.lines
    os.kill(reader, number)
    terminal.settle(0.5)
    terminal.wait_for("Stopped")
    go_on(terminal)
    assert terminal.lines == before
    terminal.press("j")
    terminal.wait_for("claim 2 of 7 in A")
    terminal.press("q", quiet=0.5)
    terminal.press("stty -a | grep -o -w -- '-*echo\\|-*icanon' | sort | xargs", "enter")
    terminal.wait_for("^echo icanon")


def test_the_analysis_is_not_lost(shell: Start, tmp_path: Path) -> None:
    names = []
    for name, state in (("one", "closed"), ("two", "open")):
        path = tmp_path / f"{name}.txt"
        lines = [f"On day {n} the bridge at Tolvik was {state} again." for n in range(150)]
        path.write_text("\n".join(lines), encoding="utf-8")
        names.append(shlex.quote(str(path)))
    terminal = shell(PYTHONPATH=os.pathsep.join(filter(None, sys.path)))
    terminal.press(f"{READER} {' '.join(names)}", "enter", quiet=0)
    terminal.wait_for("comparing")
    terminal.press("ctrl+z", quiet=0.4)
    terminal.wait_for("Stopped")
    go_on(terminal)
    assert "claim 1 of 150 in A" in terminal.wait_for(r"claim \d+ of \d+", 60)


def test_a_window_closed_meanwhile_ends_it(shell: Start) -> None:
    terminal = run_in(shell(), f"{READER} sample")
    (reader,) = children(terminal.process)
    terminal.press("ctrl+z", quiet=0.5)
    terminal.wait_for("Stopped")
    terminal.hang_up()
    assert terminal.ended()
    until = time.monotonic() + 10
    while Path(f"/proc/{reader}").exists():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_piped_document_leaves_the_keys_and_the_shell_to_the_user(
    shell: Start, tmp_path: Path
) -> None:
    one = tmp_path / "one.txt"
    one.write_text("The bridge was closed. Nobody was hurt.\n", encoding="utf-8")
    terminal = shell(PYTHONPATH=os.pathsep.join(filter(None, sys.path)))
    hexapla = f"{shlex.quote(sys.executable)} -m tui"
    for command in (f"cat {one} | {hexapla} - {one}", f"{hexapla} < {one}", f"{hexapla} {one} <&-"):
        run_in(terminal, f"clear; {command}; echo status=$?")
        terminal.press("j")
        terminal.wait_for("claim 2 of 2")
        terminal.press("ctrl+z", quiet=0.5)
        assert not terminal.mode(ALTERNATE_SCREEN)
        go_on(terminal)
        terminal.press("k")
        terminal.wait_for("claim 1 of 2")
        terminal.press("q", quiet=0.5)
        assert is_shell(terminal)


def is_shell(terminal: Terminal) -> bool:
    """Whether the shell answers, and has the terminal to itself."""
    terminal.press("clear; echo $((40 + 2))", "enter")
    return bool(terminal.wait_for("^42")) and not terminal.mode(ALTERNATE_SCREEN)


def test_the_screen_is_drawn_anew_when_something_wrote_over_it(start: Start) -> None:
    terminal = ready(start("sample"))
    before = terminal.lines
    for screen in ("", "?"):
        terminal.press(screen, quiet=0.4)
        before = terminal.lines
        terminal.screen.draw("Broadcast message from root")
        terminal.screen.index()
        assert terminal.lines != before
        terminal.press("ctrl+l", quiet=0.4)
        assert terminal.lines == before


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
@pytest.mark.parametrize("moment", ["first sign", "comparing", "help", "search"])
def test_signals_leave_the_terminal_as_it_was(
    start: Start, number: signal.Signals, status: int, moment: str
) -> None:
    terminal = start("sample")
    if moment == "first sign":
        until = time.monotonic() + 20
        while b"\x1b[?1049h" not in terminal.raw and time.monotonic() < until:
            terminal.read(0.005)
    elif moment == "comparing":
        terminal.wait_for("The ferry Marlena")
    else:
        ready(terminal)
        terminal.press("?" if moment == "help" else "/tolv")
    terminal.signal(number)
    assert terminal.wait() == status
    assert is_restored(terminal)
    assert terminal.attributes == terminal.before
    assert b"Traceback" not in terminal.raw


def test_a_signal_ends_the_analysis_with_it(start: Start, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\n".join(f"On day {n} the bridge was open." for n in range(2000)))
    terminal = start(str(long), str(long))
    terminal.wait_for("comparing")
    workers = children(terminal.process)
    assert workers
    terminal.signal(signal.SIGTERM)
    assert terminal.wait() == 143
    until = time.monotonic() + 5
    while any(Path(f"/proc/{worker}").exists() for worker in workers):
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.parametrize("opened_with", ["", "?", "w", "e", "/tolvik"])
def test_any_size_with_anything_open(start: Start, opened_with: str) -> None:
    terminal = ready(start("sample", columns=100, rows=24))
    terminal.press("4", "j", *([opened_with] if opened_with else []))
    for size in [(20, 5), (1, 1), (3, 40), (200, 3), (80, 24), (120, 50), (100, 24)]:
        terminal.resize(*size)
        terminal.settle(0.1)
        if size == (20, 5) and not opened_with:
            assert any(line.startswith("▌") for line in terminal.lines)
    terminal.press("escape", quiet=0.5)
    terminal.wait_for(r"claim \d of 7 in A")
    assert re.search(r"▌", "\n".join(terminal.lines))
    terminal.press("q")
    assert terminal.wait() == 0
    assert is_restored(terminal)


def test_sizes_change_while_the_analysis_runs(start: Start, tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    lines = [f"On day {n} the bridge at Tolvik was closed again." for n in range(120)]
    one.write_text("\n".join(lines), encoding="utf-8")
    two.write_text("\n".join(reversed(lines)), encoding="utf-8")
    terminal = start(str(one), str(two), columns=130, rows=40)
    terminal.wait_for("On day 0 ")
    terminal.press("pagedown")
    top = terminal.wait_for(r"On day \d+ ")
    first = re.search(r"On day \d+ ", top)
    assert first
    for size in [(20, 5), (1, 1), (60, 30), (90, 24)]:
        terminal.resize(*size)
        terminal.read(0.1)
    ready(terminal)
    assert any(first[0] in line for line in terminal.lines)
