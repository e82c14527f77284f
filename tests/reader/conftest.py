"""The reader started in a real terminal, which is closed again in the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.terminal import Terminal

LAUNCH = str(Path(__file__).parent / "launch.py")

Start = Callable[..., Terminal]


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    """Terminals to be closed in the end."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def start(opened: list[Terminal]) -> Start:
    """Start `launch.py` with some arguments, in a terminal of its own."""

    def go(*arguments: str, columns: int = 120, rows: int = 30, **environment: str) -> Terminal:
        command = [sys.executable, LAUNCH, *arguments]
        opened.append(Terminal(command, columns, rows, environment))
        return opened[-1]

    return go


@pytest.fixture
def shell(opened: list[Terminal]) -> Start:
    """Start an interactive shell, whose prompt is `ready> `."""

    def go(columns: int = 100, rows: int = 24, **environment: str) -> Terminal:
        given = {"PS1": "ready> ", "HISTFILE": "", **environment}
        command = ["bash", "--norc", "--noprofile", "-i"]
        opened.append(Terminal(command, columns, rows, given))
        opened[-1].wait_for("ready>")
        return opened[-1]

    return go
