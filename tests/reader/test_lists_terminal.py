"""The lists in a real terminal: what is sent, and what they look like with few means."""

from __future__ import annotations

import re

from reader.conftest import Start
from reader.terminal import ready


def test_moving_in_a_list_sends_little_and_waiting_sends_nothing(start: Start) -> None:
    terminal = ready(start("sample", columns=160, rows=44))
    terminal.press("o")
    terminal.wait_for("9 matters")
    terminal.settle()
    for key in "jjlhkk":
        assert 0 < len(terminal.press(key)) < 1024, key
    for key in ("S", "tab", "pagedown"):
        assert len(terminal.press(key)) < 20_000
    assert terminal.read(1.5) == b""


def test_without_colour_the_row_and_the_list_one_is_in_stand_out(start: Start) -> None:
    terminal = ready(start("sample", columns=80, rows=24, NO_COLOR="1"))
    terminal.press("o", "j")
    terminal.wait_for("9 matters")
    codes = re.findall(rb"\x1b\[([\d;]*)m", terminal.raw)
    assert {int(code) for each in codes for code in each.split(b";") if code} <= {
        *range(30),
        39,
        49,
    }
    buffer, display = terminal.screen.buffer, terminal.screen.display
    assert buffer[0][display[0].index("Overview")].reverse
    assert not buffer[0][display[0].index("Numbers")].reverse
    y = next(k for k, line in enumerate(display) if line.startswith("▌"))
    assert any(buffer[y][x].reverse for x in range(4, 80))
    terminal.press("escape", "q")
    assert terminal.wait() == 0


def test_a_list_in_a_terminal_with_few_signs_is_ascii(start: Start) -> None:
    terminal = ready(start("sample", PYTHONIOENCODING="latin-1", PYTHONUTF8="0"))
    terminal.press("o", "E", "@", "T", "#")
    terminal.wait_for("numbers")
    assert all(byte < 0xA0 for byte in terminal.raw)
