"""Drive a program on a pseudo-terminal and note when each byte of its drawing came."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType

try:
    import pyte
except ImportError:
    print("the emulated terminal needs pyte: pip install pyte", file=sys.stderr)
    sys.exit(2)

ROWS, COLUMNS = 50, 180
BURST_GAP = 0.02  # seconds of silence that end one burst of drawing

Chunk = tuple[float, bytes]  # seconds since the start (or since the key), what came


class Terminal:
    """A 180x50 truecolor terminal that shows one program and answers no query."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        inherited = {k: v for k, v in environment.items() if k not in _LEFT_OUT}
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            env={**inherited, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            preexec_fn=lambda: os.login_tty(slave),
            pass_fds=(slave,),
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for stop in (lambda: os.write(self.master, b"q"), self.process.terminate):
            if self.process.poll() is None:
                stop()
                self.read(silence=2.0, limit=2.0)
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)

    def opening(self, silence: float) -> list[Chunk]:
        """What comes from the start until `silence` seconds pass after a byte."""
        select.select([self.master], [], [], 30)
        return self.read(silence, 60)

    def read(self, silence: float, limit: float, since: float | None = None) -> list[Chunk]:
        """What comes until `silence` seconds pass without a byte, `limit` at most, or the end."""
        since = self.started if since is None else since
        begun = time.perf_counter()
        chunks: list[Chunk] = []
        while (left := begun + limit - time.perf_counter()) > 0:
            ready, _, _ = select.select([self.master], [], [], min(silence, left))
            if not ready:
                break
            try:
                data = os.read(self.master, 65536)
            except OSError:  # Linux says EIO when the program has closed its side
                break
            if not data:
                break
            chunks.append((time.perf_counter() - since, data))
        return chunks

    def until(self, holds: Callable[[pyte.Screen], bool], limit: float) -> bool:
        """Wait until the screen has a property, for `limit` seconds at most; whether it has it.

        The screen is that of what comes from here on.
        """
        screen = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(screen)
        end = time.perf_counter() + limit
        while (left := end - time.perf_counter()) > 0:
            if not (chunks := self.read(BURST_GAP, BURST_GAP)):
                ready, _, _ = select.select([self.master], [], [], left)
                if not ready or self.process.poll() is not None:
                    break
                continue
            for _, data in chunks:
                stream.feed(_QUERY.sub(b"", data))
            if holds(screen):
                return True
        return False

    def press(self, key: bytes, silence: float = 0.15) -> list[Chunk]:
        """Send a key; what the program draws in answer, timed from the key."""
        sent = time.perf_counter()
        os.write(self.master, key)
        return self.read(silence, 3.0, sent)


_QUERY = re.compile(rb"\x1b\[[?>][\d;]*m")
"""Asks for a mode of the keyboard or sets it; pyte takes it for a colour and fails."""

_LEFT_OUT = frozenset({"NO_COLOR", "TMUX", "STY", "COLUMNS", "LINES", "TEXTUAL", "SSH_TTY"})


@dataclass(frozen=True)
class Answer:
    """What one key cost: bytes drawn, and seconds until the first burst was out (None: nothing)."""

    size: int
    latency: float | None


def answer(chunks: Sequence[Chunk]) -> Answer:
    """The cost of what `press` returned."""
    latency = next((burst[-1][0] for burst in separate(chunks)), None)
    return Answer(sum(len(data) for _, data in chunks), latency)


def separate(chunks: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    """The bursts that chunks make up."""
    burst: list[Chunk] = []
    for chunk in chunks:
        if burst and chunk[0] - burst[-1][0] > BURST_GAP:
            yield burst
            burst = []
        burst.append(chunk)
    if burst:
        yield burst


def frames(chunks: Sequence[Chunk]) -> Iterator[tuple[float, pyte.Screen]]:
    """The emulated screen after each chunk; the same screen object, changed in place."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    for at, data in chunks:
        stream.feed(data)
        yield at, screen


def bursts(chunks: Sequence[Chunk]) -> Iterator[tuple[float, pyte.Screen]]:
    """The emulated screen at the end of each burst: no half-drawn rows."""
    following = [at for at, _ in chunks[1:]] + [float("inf")]
    for (at, screen), after in zip(frames(chunks), following, strict=True):
        if after - at > BURST_GAP:
            yield at, screen


def first(chunks: Sequence[Chunk], holds: Callable[[pyte.Screen], bool]) -> float | None:
    """When the screen first had a property."""
    return next((at for at, screen in frames(chunks) if holds(screen)), None)
