"""The reader in a real terminal: what a user sees, what is sent, and how it ends."""

from __future__ import annotations

import re
import signal
import time
from pathlib import Path

import pytest

from reader.conftest import Start
from reader.terminal import ALTERNATE_SCREEN, children, is_restored, ready


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


def test_what_may_follow_a_key_is_shown_to_those_who_wait(start: Start) -> None:
    terminal = ready(start("sample", columns=80, rows=24))
    before = terminal.lines
    sent = terminal.press("]", quiet=0.2)
    assert terminal.lines == before, "who types on sees nothing"
    sent += terminal.settle(0.6)
    assert "x next contradiction" in terminal.wait_for(r"\]  c next difference")
    assert len(sent) < 1024
    assert [k for k, line in enumerate(terminal.lines) if line != before[k]] == [19, 20, 21, 22]
    assert len(terminal.press("escape", quiet=0.5)) < 1024
    assert terminal.lines == before
    assert terminal.read(1.0) == b""
    terminal.press("12", quiet=0.1)
    terminal.wait_for(r"12 times \.\.\.")
    terminal.settle(0.8)
    assert not any("times" in line for line in terminal.lines)
    terminal.press("gg]c")
    terminal.wait_for("difference 1 of 3 in A")


def test_escape_and_a_letter_that_arrive_together_are_both_taken(start: Start) -> None:
    terminal = ready(start("sample"))
    terminal.press("/tolvik", "enter")
    terminal.wait_for("clear hits")
    terminal.press("\x1bj", quiet=0.5)
    terminal.wait_for("claim 2 of 7 in A")
    assert not any("clear hits" in line for line in terminal.lines)


def test_commands_by_name_send_little_and_leave_no_trace(start: Start) -> None:
    terminal = ready(start("sample", columns=80, rows=24, NO_COLOR="1"))
    before = terminal.lines
    terminal.press(":")
    terminal.wait_for("type some of what you want to do")
    assert len(terminal.press("down")) < 1024
    assert len(terminal.press("last")) < 20_000
    terminal.wait_for("▸ to the last claim .* G  End")
    assert terminal.read(1.0) == b""
    terminal.press("escape", quiet=0.5)
    assert terminal.lines == before
    terminal.press(":last\rk")
    terminal.wait_for("claim 6 of 7 in A")


def test_the_keys_of_emacs(start: Start, tmp_path: Path) -> None:
    terminal = ready(start("sample", HEXAPLA_TEST_PRESET="emacs"))
    terminal.press("\x0e\x0e")
    terminal.wait_for("claim 3 of 7 in A")
    terminal.press("\x18o")
    terminal.wait_for(r"claim \d of 6 in B")
    terminal.press("\x18", "\x07", "\x1bn")
    terminal.wait_for("difference 1 of 3 in A|no more differences|difference . of . in B")
    terminal.press("\x18\x03")
    assert terminal.wait() == 0
    assert is_restored(terminal)


def test_the_open_apparatus_follows_the_cursor_and_sends_little(start: Start) -> None:
    terminal = ready(start("sample", columns=80, rows=24))
    terminal.press("a")
    terminal.wait_for("^▌A ")
    for key in "jjjjj":
        assert 0 < len(terminal.press(key)) < 2500, key
    assert any("≈ differs  1 of 2 in A" in line for line in terminal.lines)
    assert terminal.read(1.0) == b""
    terminal.press("a")
    assert not any("1 of 2 in A" in line for line in terminal.lines)


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
        "agrees": drawn("passenger ferry, the"),
        "differs": drawn("ixty-one"),
        "contradicts": drawn("wo buoys"),
        "only": drawn("assengers praised"),
        "current": drawn("he ferry Marlena"),
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
    assert children(terminal.process)
    terminal.press("C")
    terminal.wait_for("not compared")
    assert not children(terminal.process)
    terminal.press("j")
    terminal.wait_for("C compares after all")
    terminal.press("C")
    assert "in A" in terminal.wait_for(r"claim \d+ of \d+", seconds=60)


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
