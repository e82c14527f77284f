"""A terminal for tests: a real pty, a screen that understands what is written to it, and a clock.

Nothing is mocked: the program runs as a user's shell would run it.
"""

from __future__ import annotations

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

import pyte

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
    "ctrl+q": "\x11",
    "f1": "\x1bOP",
}


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
