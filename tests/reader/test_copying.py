"""Copying and the mouse in a real terminal, with tmux and without."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.conftest import LAUNCH, Start
from reader.terminal import MOUSE, Terminal, is_restored, ready

CLAIM = "The ferry Marlena ran aground near Tolvik on Saturday evening."


def test_copying_reaches_the_terminal_and_says_how_much(start: Start) -> None:
    terminal = ready(start("sample"))
    terminal.press("y")
    terminal.wait_for("copied 1 claim, 62 characters")
    assert terminal.clipboard == CLAIM
    terminal.press("Y")
    terminal.wait_for("copied 1 claim with its source, 98 characters")
    assert terminal.clipboard == f"“{CLAIM}” (harbour.txt, 4 May 2031, line 2)"
    terminal.press("g", "y")
    terminal.wait_for("copied 3 claims")
    assert "\nC, agrees: “The Marlena, which grounded near Tolvik”\n" in terminal.clipboard
    terminal.press("j")
    assert not any("copied" in line for line in terminal.lines)


def test_dragging_selects_within_its_column_and_copies(start: Start) -> None:
    terminal = ready(start("sample"))
    x, y = terminal.cell("Captain Ines Dahl")
    terminal.mouse(0, x, y)
    terminal.mouse(32, x + 8, y)
    assert not terminal.clipboard
    far = terminal.screen.columns - 10
    terminal.mouse(32, far, y + 1)
    terminal.mouse(0, far, y + 1, down=False)
    text = terminal.clipboard
    assert text.startswith("Captain Ines Dahl said that the steering")
    assert sample_has(text)
    terminal.wait_for(f"copied {len(text)} characters")
    marked = terminal.screen.buffer[y]
    assert marked[x].bg == marked[x + 8].bg != marked[far].bg
    terminal.wait_for("claim 1 of 7 in A")
    terminal.press("j", "y")
    assert terminal.clipboard == "All 212 passengers were brought ashore by midnight."


def sample_has(text: str) -> bool:
    from reader import sample

    return any(text in whole for whole in sample.TEXTS)


def test_a_click_chooses_and_the_wheel_scrolls(start: Start) -> None:
    terminal = ready(start("sample", columns=90, rows=12))
    x, y = terminal.cell("All 212")
    terminal.mouse(0, x, y)
    terminal.mouse(0, x, y, down=False)
    terminal.wait_for("claim 2 of 7 in A")
    assert not terminal.clipboard
    terminal.mouse(65, x, y)
    assert terminal.cell("All 212")[1] < y
    terminal.wait_for("claim 2 of 7 in A")


def test_moving_the_mouse_sends_nothing(start: Start) -> None:
    terminal = ready(start("sample"))
    assert b"".join(terminal.mouse(35, x, 5 + x % 7) for x in range(3, 110, 9)) == b""


def test_without_the_mouse_the_terminal_keeps_it(start: Start, tmp_path: Path) -> None:
    assert ready(start("sample")).mode(MOUSE)
    one = tmp_path / "one.txt"
    one.write_text("The bridge was closed on Monday.\n", encoding="utf-8")
    terminal = Terminal([sys.executable, "-m", "tui", "--no-mouse", str(one)])
    try:
        ready(terminal)
        terminal.press("q")
        assert terminal.wait() == 0
        assert is_restored(terminal)
        assert b"\x1b[?1000h" not in terminal.raw
        assert b"\x1b[?1003h" not in terminal.raw
    finally:
        terminal.close()


# -- tmux


class Tmux:
    """A tmux server of its own, whose socket lies in `folder`."""

    def __init__(self, folder: Path) -> None:
        kept = {k: v for k, v in os.environ.items() if k not in ("TMUX", "NO_COLOR")}
        self._environment = {**kept, "TMUX_TMPDIR": str(folder)}

    def __call__(self, *arguments: str) -> str:
        command = ["tmux", "-L", "hexapla", "-f", "/dev/null", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=self._environment)
        return done.stdout

    def wait_for(self, words: str, seconds: float = 20.0) -> None:
        until = time.monotonic() + seconds
        while words not in (shown := self("capture-pane", "-p")):
            assert time.monotonic() < until, f"no {words!r} on\n{shown}"
            time.sleep(0.1)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed here")
    server = Tmux(tmp_path)
    yield server
    server("kill-server")


def test_in_tmux_what_is_copied_is_in_its_buffer(tmux: Tmux) -> None:
    size = ("-x", "100", "-y", "24")
    tmux("new-session", "-d", *size, sys.executable, LAUNCH, "sample")
    tmux.wait_for("claim 1 of 7 in A")
    tmux("send-keys", "y")
    tmux.wait_for("copied 1 claim, 62 characters")
    until = time.monotonic() + 5
    while tmux("show-buffer") != CLAIM and time.monotonic() < until:
        time.sleep(0.1)
    assert tmux("show-buffer") == CLAIM
    tmux("resize-window", "-x", "60", "-y", "10")
    tmux.wait_for("and 2 more")
    # Started without a shell there is nobody who could let it go on: it does not stop.
    tmux("send-keys", "C-z")
    tmux.wait_for("no shell to go back to")


def test_a_missing_tmux_is_told(start: Start, tmp_path: Path) -> None:
    terminal = ready(start("sample", TMUX="/nowhere,1,0", PATH=str(tmp_path)))
    terminal.press("y")
    terminal.wait_for("copied 1 claim, 62 characters; but tmux has no copy of it: No such file")
    assert terminal.clipboard == CLAIM
    terminal.press("j")
    terminal.wait_for("claim 2 of 7 in A")


def test_an_old_tmux_is_told_and_has_it_all_the_same(start: Start, tmp_path: Path) -> None:
    script, kept = tmp_path / "tmux", tmp_path / "kept"
    script.write_text(
        f'#!/bin/sh\n[ "$2" = - ] && exec cat > {kept}\n'
        "echo 'usage: load-buffer [-b buffer-name] path' >&2\nexit 1\n"
    )
    script.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    terminal = ready(start("sample", TMUX="/nowhere,1,0", PATH=path))
    terminal.press("y")
    terminal.wait_for("characters; but this tmux keeps it to itself")
    assert kept.read_text() == CLAIM


def test_a_failing_tmux_is_told_and_a_slow_one_holds_up_no_key(
    start: Start, tmp_path: Path
) -> None:
    script = tmp_path / "tmux"
    script.write_text("#!/bin/sh\nsleep 2\necho 'no server running' >&2\nexit 1\n")
    script.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    terminal = ready(start("sample", TMUX="/nowhere,1,0", PATH=path))
    terminal.press("y", "j")
    terminal.wait_for("claim 2 of 7 in A")
    assert not any("no server" in line for line in terminal.lines)
    terminal.wait_for("but tmux has no copy of it: no server running")
