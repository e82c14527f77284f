"""A terminal for tests: a real pty, a screen that understands what is written to it, and a clock.

Nothing is mocked: the program runs as a user's shell would run it.
"""

from __future__ import annotations

import base64
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyte
import pytest

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[(?:[<>=][\d;]*[a-zA-Z]|\?[\d;]*\$p|\?[\d;]*u)")

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "escape": "\x1b",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "pagedown": "\x1b[6~",
    "ctrl+c": "\x03",
    "ctrl+d": "\x04",
    "ctrl+l": "\x0c",
    "ctrl+z": "\x1a",
    "ctrl+q": "\x11",
    "f1": "\x1bOP",
}


ALTERNATE_SCREEN, MOUSE, PASTE, CURSOR = 1049, 1000, 2004, 25


def children(process: int) -> list[int]:
    """The processes that a process has started and that still run."""
    task = Path(f"/proc/{process}/task/{process}/children")
    if not task.exists():
        pytest.skip("this system does not tell of children")
    return [int(child) for child in task.read_text().split()]


def ready(terminal: Terminal) -> Terminal:
    """The terminal once the comparison is shown."""
    terminal.wait_for(r"claim \d+ of \d+")
    terminal.settle()
    return terminal


def is_restored(terminal: Terminal) -> bool:
    """Whether the program has left the terminal as it found it."""
    modes = (ALTERNATE_SCREEN, MOUSE, 1002, 1003, 1006, PASTE)
    return not any(map(terminal.mode, modes)) and terminal.mode(CURSOR)


class Terminal:
    """Runs a program in a pty of `columns` x `rows` cells."""

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 120,
        rows: int = 30,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        """Everything the program has written."""
        kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TMUX", "COLUMNS")}
        given = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.execvpe(command[0], list(command), {**kept, **given})
        self.before = termios.tcgetattr(self._fd)
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as a window manager would."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)
        self.screen.resize(rows, columns)

    def read(self, seconds: float) -> bytes:
        """What the program writes within `seconds`; stops early at its end."""
        until = time.monotonic() + seconds
        got = b""
        while (left := until - time.monotonic()) > 0:
            if not select.select([self._fd], [], [], left)[0]:
                break
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                break
            if not data:
                break
            got += data
            self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        self.raw += got
        return got

    def settle(self, quiet: float = 0.3, most: float = 10.0) -> bytes:
        """What the program writes until it has been quiet for a while."""
        until = time.monotonic() + most
        got = b""
        while time.monotonic() < until:
            data = self.read(quiet)
            if not data:
                break
            got += data
        return got

    @property
    def lines(self) -> list[str]:
        """The screen as a user sees it."""
        return [line.rstrip() for line in self.screen.display]

    def wait_for(self, pattern: str, seconds: float = 20.0) -> str:
        """The line on which `pattern` (a regular expression) appears; fails where it never does."""
        until = time.monotonic() + seconds
        while True:
            for line in self.lines:
                if re.search(pattern, line):
                    return line
            assert time.monotonic() < until, f"no {pattern!r} on\n" + "\n".join(self.lines)
            self.read(0.05)

    def press(self, *keys: str, quiet: float = 0.15) -> bytes:
        """Type keys one by one; returns what the program wrote in answer."""
        got = b""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())
            got += self.settle(quiet)
        return got

    def mouse(self, button: int, x: int, y: int, down: bool = True) -> bytes:
        """Report the mouse at a cell, counted from 0; returns what the program wrote in answer.

        Buttons: 0 left, 32 moved with it held down, 35 moved with none, 64 and 65 the wheel.
        """
        end = "M" if down else "m"
        os.write(self._fd, f"\x1b[<{button};{x + 1};{y + 1}{end}".encode())
        return self.settle(0.15)

    def cell(self, words: str) -> tuple[int, int]:
        """The column and row at which words first stand on the screen."""
        y = next(k for k, line in enumerate(self.screen.display) if words in line)
        return self.screen.display[y].index(words), y

    @property
    def process(self) -> int:
        """The number of the process started."""
        return self._pid

    @property
    def attributes(self) -> list[Any]:
        """How the terminal treats what is typed: echo, line by line, signals."""
        return termios.tcgetattr(self._fd)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self._pid, number)

    def wait(self, seconds: float = 10.0) -> int:
        """The exit status of the program; fails where it does not end."""
        until = time.monotonic() + seconds
        while True:
            self.read(0.05)
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self._pid = 0
                self.read(0.1)
                return os.waitstatus_to_exitcode(status)
            assert time.monotonic() < until, "still running:\n" + "\n".join(self.lines)

    def mode(self, number: int) -> bool:
        """Whether the program has left a private mode (1049: alternate screen …) switched on."""
        found = re.findall(rb"\x1b\[\?%d([hl])" % number, self.raw)
        return bool(found) and found[-1] == b"h"

    @property
    def clipboard(self) -> str:
        """What the program last asked the terminal to put on the clipboard (OSC 52)."""
        found = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\a|\x1b\\)", self.raw)
        return base64.b64decode(found[-1]).decode() if found else ""

    def hang_up(self) -> None:
        """Close the window: nobody reads what the program writes, or ever will."""
        os.close(self._fd)
        self._fd = -1

    def ended(self, seconds: float = 10.0) -> bool:
        """Whether the program ends by itself once the window is closed."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if os.waitpid(self._pid, os.WNOHANG)[0]:
                self._pid = 0
                return True
            time.sleep(0.05)
        return False

    def close(self) -> None:
        """End the program if it still runs."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        if self._fd >= 0:
            os.close(self._fd)
