"""The reader in a real terminal: what a user sees, what is sent, and how it ends."""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.terminal import Terminal

LAUNCH = str(Path(__file__).parent / "launch.py")

Start = Callable[..., Terminal]

ALTERNATE_SCREEN, MOUSE, PASTE = 1049, 1000, 2004


@pytest.fixture
def start() -> Iterator[Start]:
    opened: list[Terminal] = []

    def go(*arguments: str, columns: int = 120, rows: int = 30, **environment: str) -> Terminal:
        command = [sys.executable, LAUNCH, *arguments]
        opened.append(Terminal(command, columns, rows, environment))
        return opened[-1]

    yield go
    for terminal in opened:
        terminal.close()


def ready(terminal: Terminal) -> Terminal:
    terminal.wait_for(r"claim \d+ of \d+")
    terminal.settle()
    return terminal


def is_restored(terminal: Terminal) -> bool:
    modes = (ALTERNATE_SCREEN, MOUSE, PASTE)
    return not any(map(terminal.mode, modes)) and terminal.mode(25)


def test_two_files_from_first_paint_to_the_shell(start: Start, tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("The bridge was closed on Monday. Nobody was hurt.\n", encoding="utf-8")
    two.write_text("The bridge was open on Monday. Two people were hurt.\n", encoding="utf-8")
    terminal = start(str(one), str(two))
    terminal.wait_for("The bridge was closed on Monday")
    ready(terminal)
    assert terminal.mode(ALTERNATE_SCREEN)
    first = terminal.wait_for(r"claim 1 of")
    terminal.press("j")
    assert terminal.wait_for(r"claim 2 of") != first
    terminal.press("q")
    assert terminal.wait() == 0
    assert is_restored(terminal)


def test_reading_a_comparison_by_keys(start: Start) -> None:
    terminal = ready(start("sample", columns=160, rows=40))
    header = terminal.lines[0]
    assert "A harbour.txt 4 May 2031" in header
    assert "C bulletin.txt" in header
    assert header.endswith("=4 ≈2 ≠1 +2")
    terminal.press("]", "c")
    assert "difference 1 of 3 in A" in terminal.wait_for("≠ contradicts")
    terminal.press("enter")
    terminal.wait_for("B: 1 of 2")
    y = next(k for k, line in enumerate(terminal.lines) if "every" in line)
    assert "▌" in terminal.lines[y]
    terminal.press("tab")
    terminal.wait_for("claim 4 of 6 in B")
    terminal.press("backspace", "backspace")
    terminal.wait_for("claim 1 of 7 in A")
    terminal.press("3", "j")
    terminal.wait_for("claim 4 of 7 in A")
    terminal.wait_for("no counterpart in B or C")
    terminal.press("?")
    terminal.wait_for("bring the counterparts beside the claim")
    terminal.press("escape", quiet=0.5)
    terminal.wait_for("claim 4 of 7 in A")
    terminal.press("ctrl+q")
    assert terminal.wait() == 0


def test_keys_typed_ahead_of_a_closing_help_are_kept(start: Start) -> None:
    terminal = ready(start("sample"))
    terminal.press("?")
    terminal.wait_for("In the margin")
    terminal.press("jqq")
    assert terminal.wait() == 0
    assert is_restored(terminal)


def test_searching_and_entities(start: Start) -> None:
    terminal = ready(start("sample"))
    terminal.press("/brennhavn")
    terminal.wait_for('hit 1 of 2 for "brennhavn"')
    terminal.press("enter", "n")
    terminal.wait_for("hit 2 of 2")
    terminal.wait_for("claim 2 of 4 in C")
    terminal.press("e")
    terminal.wait_for("▸ Ines Dahl +1 · 1 · 0")
    terminal.press("j", "enter", "e", "n")
    terminal.wait_for("mention 1 of 1 of Per Osk")
    terminal.press("s")
    assert not any("Organisations" in line for line in terminal.lines)


def test_a_narrow_terminal_shows_one_document_and_what_answers_to_it(start: Start) -> None:
    terminal = ready(start("sample", columns=80, rows=24))
    terminal.press("G", "k")
    text = "\n".join(terminal.lines)
    assert "harbour.txt" in terminal.lines[0]
    assert "courier.txt" not in text
    assert re.search(r"B  ≈ Sixty-one people were hurt +the hospital in Tolvik", text)
    terminal.press("enter")
    terminal.wait_for("claim 2 of 6 in B")
    terminal.press("2", "3")
    terminal.press("3", quiet=1.0)
    terminal.wait_for("in C")


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (60, 9), (200, 60)])
def test_any_size_at_any_moment(start: Start, size: tuple[int, int]) -> None:
    terminal = ready(start("sample", columns=100, rows=20))
    terminal.press("G")
    terminal.resize(*size)
    terminal.signal(signal.SIGWINCH)
    terminal.settle()
    if size[0] >= 20:
        assert any(line.startswith("▌") or "│▌" in line for line in terminal.lines)
    terminal.resize(100, 20)
    terminal.signal(signal.SIGWINCH)
    terminal.settle()
    terminal.wait_for("claim 7 of 7")
    terminal.press("q")
    assert terminal.wait() == 0


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_signals_leave_the_terminal_as_it_was(
    start: Start, number: signal.Signals, status: int
) -> None:
    terminal = ready(start("sample"))
    terminal.signal(number)
    assert terminal.wait() == status
    assert is_restored(terminal)


def test_a_closed_window_ends_it_even_while_it_writes(start: Start) -> None:
    terminal = ready(start("sample", columns=200, rows=60))
    for step in range(30):
        terminal.resize(200 - step, 60)
        time.sleep(0.02)
    terminal.hang_up()
    assert terminal.ended()


def test_ctrl_c_ends_without_a_traceback(start: Start) -> None:
    terminal = ready(start("sample"))
    terminal.press("/x", "ctrl+c")
    assert terminal.wait() == 130
    assert is_restored(terminal)
    assert b"Traceback" not in terminal.raw


def test_moving_sends_little_and_waiting_sends_nothing(start: Start) -> None:
    terminal = ready(start("sample", columns=120, rows=30))
    for key in "jjjjjkk":
        sent = terminal.press(key)
        assert 0 < len(sent) < 1024, key
    assert len(terminal.press("pagedown")) < 20_000
    assert terminal.read(1.5) == b""


def test_marks_stay_apart_without_colour(start: Start) -> None:
    terminal = ready(start("sample", columns=160, rows=40, NO_COLOR="1"))
    codes = re.findall(rb"\x1b\[([\d;]*)m", terminal.raw)
    assert {int(code) for each in codes for code in each.split(b";") if code} <= {
        *range(30),
        39,
        49,
    }
    buffer = terminal.screen.buffer

    def drawn(words: str) -> tuple[bool, ...]:
        y = next(k for k, line in enumerate(terminal.screen.display) if words in line)
        cell = buffer[y][terminal.screen.display[y].index(words)]
        return cell.bold, cell.italics, cell.underscore, cell.reverse

    kinds = {
        "agrees": drawn("TOLVIK, May") and drawn("A passenger ferry"),
        "differs": drawn("Sixty-one"),
        "contradicts": drawn("two buoys"),
        "only": drawn("Passengers praised"),
        "current": drawn("The ferry Marlena"),
    }
    assert len(set(kinds.values())) == len(kinds)


def test_a_terminal_with_few_signs_gets_ascii(start: Start) -> None:
    terminal = ready(start("sample", PYTHONIOENCODING="latin-1", PYTHONUTF8="0"))
    assert terminal.lines[0].endswith("=4 ~2 !1 +2")
    assert all(byte < 0xA0 for byte in terminal.raw)


def test_a_failed_analysis_is_said_and_reading_goes_on(start: Start) -> None:
    terminal = start("broken")
    terminal.wait_for("could not be compared: ValueError: too many words")
    terminal.press("j", "/tolvik")
    terminal.wait_for("hit 1 of 5")
    terminal.press("escape", quiet=0.5)
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_new_user_is_taught_each_key_until_it_was_used(start: Start) -> None:
    terminal = ready(start("--hints", "sample"))
    terminal.wait_for("j goes to the next claim")
    terminal.press("j")
    terminal.wait_for("⏎ brings what the other documents say")
    assert not any("goes to the next claim" in line for line in terminal.lines)
    terminal.press("q")
    again = ready(start("--hints", "sample"))
    again.wait_for("⏎ brings what the other documents say")
    again.press("enter", "]", "c", "o", "escape", "?", "escape")
    assert not any(re.match(r"── \S+ (goes|brings|shows)", line) for line in again.lines)


def test_the_analysis_can_be_stopped_and_taken_up_again(start: Start, tmp_path: Path) -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    names = []
    for k in range(2):
        names.append(str(tmp_path / f"{k}.txt"))
        Path(names[-1]).write_text(f"The bridge {k} was closed on Monday.\n" + text * 4)
    terminal = start(*names)
    terminal.wait_for("comparing")
    terminal.press("C")
    terminal.wait_for("not compared")
    terminal.press("j")
    terminal.wait_for("C compares after all")
    terminal.press("C")
    terminal.wait_for(r"claim \d+ of \d+", seconds=60)


def test_why_names_are_one_opens_and_closes(start: Start) -> None:
    terminal = ready(start("sample", columns=80, rows=24))
    before = terminal.lines
    terminal.press("w")
    terminal.wait_for("Why these names are one")
    terminal.wait_for("Esc close")
    terminal.press("w", quiet=0.5)
    assert terminal.lines == before
    terminal.press("q")
    assert terminal.wait() == 0
    assert is_restored(terminal)


def test_tentative_names_stay_apart_without_colour_and_moving_sends_little(start: Start) -> None:
    terminal = ready(start("namesakes", columns=80, rows=24, NO_COLOR="1"))
    terminal.press("e", "w")
    terminal.wait_for(r"^ \? A. Moreau .* initial and surname of Ada Moreau")
    looks = []
    for words in ("Professor", "A. Moreau"):
        y = next(k for k, line in enumerate(terminal.screen.display) if line[3:].startswith(words))
        cell = terminal.screen.buffer[y][4]
        looks.append((cell.bold, cell.italics, cell.reverse))
    assert len(set(looks)) == 2
    for key in "jjjkk":
        assert 0 < len(terminal.press(key)) < 1024
    assert terminal.read(1.0) == b""
    terminal.press("wjqq")
    assert terminal.wait() == 0
