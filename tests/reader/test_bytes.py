"""What is sent over the line: little for a move, little for a page, nothing while one reads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from statistics import median

import pytest

from reader.conftest import Start
from reader.terminal import Terminal, ready

MOVE, WORST_MOVE, PAGE = 1024, 2048, 20_000
"""Bytes that a move of the cursor may cost at the median and at worst, and a page."""

LOOKS: Mapping[str, Mapping[str, str]] = {
    "all colours": {},
    "256 colours": {"COLORTERM": ""},
    "16 colours": {"TERM": "xterm", "COLORTERM": ""},
    "console": {"TERM": "linux", "COLORTERM": ""},
    "no colour": {"NO_COLOR": "1"},
}


@pytest.fixture(params=list(LOOKS))
def look(request: pytest.FixtureRequest) -> Mapping[str, str]:
    return LOOKS[request.param]


def costs(terminal: Terminal, *keys: str) -> list[int]:
    sent = [len(terminal.press(key)) for key in keys]
    assert all(sent), "a key that changes nothing costs nothing, and tests nothing"
    return sent


def test_a_move_costs_little_and_waiting_nothing(start: Start, look: Mapping[str, str]) -> None:
    terminal = ready(start("sample", columns=130, rows=36, **look))
    sent = costs(terminal, *"jjjjjkkk")
    terminal.press("tab")
    sent += costs(terminal, *"jjjkk")
    assert median(sent) < MOVE
    assert max(sent) < WORST_MOVE
    assert terminal.read(1.5) == b""


def test_a_move_costs_little_on_a_small_screen(start: Start) -> None:
    terminal = ready(start("sample", columns=80, rows=24))
    sent = costs(terminal, *"jjjjkk")
    assert median(sent) < MOVE
    assert max(sent) < WORST_MOVE


def test_a_page_costs_no_more_than_the_page(
    start: Start, tmp_path: Path, look: Mapping[str, str]
) -> None:
    names = []
    for name, state in (("one", "closed"), ("two", "open")):
        path = tmp_path / f"{name}.txt"
        lines = [
            f"On day {n} the bridge over the river at Tolvik was {state} to the traffic again."
            for n in range(60)
        ]
        path.write_text("\n\n".join(lines), encoding="utf-8")
        names.append(str(path))
    terminal = start(*names, columns=180, rows=50, **look)
    ready(terminal)
    terminal.settle(1.5)  # the links are refined meanwhile
    terminal.press("escape")
    sent = costs(terminal, "pagedown", "pagedown", "pagedown", "b", "ctrl+d", "g" * 2, "G")
    assert max(sent) < PAGE
    assert terminal.read(1.0) == b""


def test_going_from_difference_to_difference_costs_little(start: Start) -> None:
    terminal = ready(start("sample", columns=130, rows=36))
    sent = []
    for chord in ("]c", "]c", "[c"):
        sent.append(len(terminal.press(*chord)))
        terminal.wait_for(r"difference \d of 3 in A")
    assert min(sent) > 0
    assert max(sent) < 2 * WORST_MOVE


def test_drawing_anew_costs_one_screen(start: Start) -> None:
    terminal = ready(start("sample", columns=80, rows=24))
    assert 80 * 10 < len(terminal.press("ctrl+l", quiet=0.4)) < PAGE
    assert terminal.read(1.0) == b""
