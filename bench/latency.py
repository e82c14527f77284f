"""How long a key takes until it is drawn, in documents of 10 KB, 1 MB and 10 MB.

The reader, a bare Textual app with the same two texts in line panes and `vim -d` stand on
pseudo-terminals side by side. Keys are pressed one at a time, in one program after the other: to
the next claim (line), a page, half a page. The texts are the seeds' paragraphs in ever changed
order.

The reader is measured in two states. `analysing`: from the first paint until the process of the
real analysis ends, with nothing beside it. `analysed`: after it; here the analysis is made up
(`handed.py`), since the real one takes minutes at 10 MB and links few claims of texts that repeat
themselves.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from common import (
    SEEDS,
    UnavailableError,
    clean_environment,
    compile_package,
    described,
    hexapla,
    label,
    table,
)
from terminal import Chunk, Terminal, separate

if TYPE_CHECKING:
    import pyte

HERE = Path(__file__).resolve().parent
SIZES = {"10 KB": 10**4, "1 MB": 10**6, "10 MB": 10**7}  # bytes of either document
BUDGETS = {"analysed": 1.5, "analysing": 3.0}  # p95 against the bare app's
WARM = 2  # presses of each kind that are not counted: what the first one loads is not its cost
OPENING = 120.0  # seconds a program has until it shows what it should
PATIENCE = 5.0  # seconds a key has to be answered
SILENCE = 0.06  # seconds without a byte after which an answer is over

KEYS: dict[str, tuple[bytes, ...]] = {
    "line": (b"j",),
    "page": (b"\x1b[6~", b"\x1b[5~"),
    "half page": (b"\x04", b"\x15"),
}


@dataclass(frozen=True)
class Answer:
    """Seconds from a key to the first and the last byte of the burst that answers it."""

    first: float
    last: float


@dataclass
class Costs:
    """What was seen of one program at one size, by the kind of key; None: no answer."""

    answers: dict[str, list[Answer | None]] = field(default_factory=lambda: {k: [] for k in KEYS})

    def seconds(self, kind: str) -> list[float]:
        """Seconds to the last byte of each answer."""
        return [answer.last for answer in self.answers[kind] if answer]


Costly = Mapping[tuple[str, str], Costs]  # by size and program


def text_of(size: int, number: int) -> str:
    """A text of at least `size` bytes: the paragraphs of a seed, shuffled anew each time."""
    lines = SEEDS[number].read_text(encoding="utf-8").split("\n")
    paragraphs = [line for line in lines if line.strip()]
    order = random.Random(number)
    once = len("\n\n".join(paragraphs).encode()) + 2
    found: list[str] = []
    for _ in range(-(-size // once)):
        order.shuffle(paragraphs)
        found += paragraphs
    return "\n\n".join(found)


# -- answers ---------------------------------------------------------------------------------------

_PAUSES = random.Random(0)
_MOVE = re.compile(rb"\x1b\[(\d+)(?:;\d+)?H")


def is_news(data: bytes) -> bool:
    """Whether only the first row was drawn: there the reader tells how far the analysis is."""
    rows = {int(row) for row in _MOVE.findall(data)}
    return rows == {1}


def answer(chunks: Sequence[Chunk]) -> Answer | None:
    """The first burst that is no news of the analysis; None where there is none."""
    for burst in separate(chunks):
        if not is_news(b"".join(data for _, data in burst)):
            return Answer(burst[0][0], burst[-1][0])
    return None


def press(terminal: Terminal, key: bytes) -> Answer | None:
    """Send a key, and wait until it is answered and the screen is still."""
    time.sleep(_PAUSES.uniform(0, 0.02))  # or keys might keep step with the program's timers
    terminal.read(silence=0, limit=SILENCE)
    sent = time.perf_counter()
    os.write(terminal.master, key)
    chunks: list[Chunk] = []
    while time.perf_counter() - sent < PATIENCE:
        chunks += terminal.read(SILENCE, PATIENCE, sent)
        if found := answer(chunks):
            return found
        if terminal.process.poll() is not None:
            raise UnavailableError("the program ended while keys were pressed")
    return None


def presses(count: int) -> Iterator[tuple[str, bytes]]:
    """`count` presses of each kind in turn, down and up again."""
    for i in range(count):
        for kind, keys in KEYS.items():
            yield kind, keys[i % len(keys)]


# -- programs --------------------------------------------------------------------------------------


def is_full(screen: pyte.Screen) -> bool:
    """Does text stand on many rows?"""
    return sum(bool(row.strip()) for row in screen.display) > screen.lines // 2


def has_claims(screen: pyte.Screen) -> bool:
    """Does the reader say how many claims there are?"""
    return any(re.search(r" \d+ claims ", row) for row in screen.display)


def child(process: int) -> int | None:
    """A process that a process has started and that runs still."""
    place = Path(f"/proc/{process}/task/{process}/children")
    try:
        found = place.read_text(encoding="ascii").split()
    except OSError as fault:
        raise UnavailableError(f"processes cannot be told: {fault}") from fault
    return int(found[0]) if found else None


def settled(
    programs: Sequence[tuple[list[str], Callable[[pyte.Screen], bool], Costs]], count: int
) -> None:
    """Open all programs, wait until each is as it should be, and press each key in one by one."""
    with ExitStack() as stack:
        terminals = []
        for command, holds, _ in programs:
            environment = stack.enter_context(clean_environment())
            terminals.append(stack.enter_context(Terminal(command, environment)))
            if not terminals[-1].until(holds, OPENING):
                raise UnavailableError(f"{' '.join(command[:2])} never showed the texts")
            terminals[-1].read(silence=1.0, limit=30.0)
        for i, (kind, key) in enumerate(presses(WARM + count)):
            for terminal, (_, _, costs) in zip(terminals, programs, strict=True):
                found = press(terminal, key)
                if i >= WARM * len(KEYS):
                    costs.answers[kind].append(found)


def analysing(command: Sequence[str], count: int, costs: Costs) -> int:
    """Press keys from the first paint until the analysis ends; returns how many were pressed."""
    pressed = 0
    with clean_environment() as environment, Terminal(command, environment) as terminal:
        if not terminal.until(is_full, OPENING):
            raise UnavailableError(f"{' '.join(command[:2])} never showed the texts")
        begun = time.perf_counter()
        while child(terminal.process.pid) is None:
            if time.perf_counter() - begun > PATIENCE:
                raise UnavailableError("no process of an analysis was seen")
            time.sleep(0.005)
        for kind, key in presses(count):
            found = press(terminal, key)
            if child(terminal.process.pid) is None:
                break
            costs.answers[kind].append(found)
            pressed += 1
    return pressed


def has_vim() -> bool:
    """Whether vim is here, with its mode that compares."""
    if not shutil.which("vim"):
        return False
    told = subprocess.run(["vim", "--version"], capture_output=True, text=True, check=False)
    return "+diff" in told.stdout


def measure(
    sizes: Sequence[str], runs: int, count: int, with_vim: bool
) -> dict[tuple[str, str], Costs]:
    """All programs, size after size."""
    found: dict[tuple[str, str], Costs] = {}
    python = [sys.executable]
    bare, handed = [*python, str(HERE / "panes.py")], [*python, str(HERE / "handed.py")]
    vim = ["vim", "-d", "-N", "-n", "-u", "NONE", "-i", "NONE", "--cmd", "set nofoldenable"]
    for size in sizes:
        with TemporaryDirectory(prefix="hexapla-latency-") as folder:
            files = [str(Path(folder, path.name)) for path in SEEDS]
            for number, name in enumerate(files):
                Path(name).write_text(text_of(SIZES[size], number), encoding="utf-8")

            def costs_of(program: str, size: str = size) -> Costs:
                return found.setdefault((size, program), Costs())

            for _ in range(runs):
                programs = [
                    ([*bare, *files], is_full, costs_of("bare")),
                    ([*handed, *files], has_claims, costs_of("analysed")),
                ]
                if with_vim:
                    programs.append(([*vim, *files], is_full, costs_of("vim -d")))
                settled(programs, count)
                left = count
                for _ in range(2 * count):  # one start each may see few keys
                    pressed = analysing([*hexapla(), *files], left, costs_of("analysing"))
                    left -= -(-pressed // len(KEYS))
                    if left <= 0 or not pressed:
                        break
        print(f"{size}: done", file=sys.stderr, flush=True)
    return found


# -- telling ---------------------------------------------------------------------------------------


def late(seconds: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(seconds, n=20, method="inclusive")[18] if len(seconds) > 1 else seconds[0]


def page(found: Costly, about: str) -> tuple[str, bool]:
    """The Markdown of a run, and whether every budget was kept."""
    rows, kept = [], True
    for (size, program), costs in found.items():
        for kind, answers in costs.answers.items():
            base, own = found[size, "bare"].seconds(kind), costs.seconds(kind)
            budget = BUDGETS.get(program)
            verdict = ""
            figures = ["-"] * 6
            ratio = float("inf")
            if base and own:
                ratio = late(own) / late(base)
                begun = [answer.first for answer in answers if answer]
                figures = [
                    *(f"{1000 * s:.1f}" for s in (median(begun), median(own), late(own), max(own))),
                    f"{median(own) / median(base):.2f}",
                    f"{ratio:.2f}",
                ]
            if budget:
                # a reader that seldom answers is not quick
                holds = ratio <= budget and 2 * len(own) > len(answers)
                verdict = f"{'yes' if holds else 'NO'}, <= {budget}"
                kept = kept and holds
            silent = str(len(answers) - len(own))
            rows.append([f"{size}: {program}", kind, str(len(answers)), silent, *figures, verdict])
    header = [
        *("program", "key", "keys", "unanswered", "first byte p50", "p50", "p95", "worst"),
        *("p50 / bare", "p95 / bare", "kept"),
    ]
    return f"# Latency\n\n{about}\n\n{table(header, rows)}\n", kept


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 within the budgets, 1 over one of them, 2 nothing could be measured."""
    parser = argparse.ArgumentParser(prog="bench/latency", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="starts each (default 3)")
    parser.add_argument(
        "--keys", type=int, default=25, metavar="N", help="presses of each kind a start (25)"
    )
    parser.add_argument("--only", metavar="SIZE", help=f"one of {', '.join(SIZES)}")
    parser.add_argument("--write", action="store_true", help="write bench/latency.md")
    args = parser.parse_args(arguments)
    if args.runs < 1 or args.keys < 1:
        parser.error("--runs and --keys take numbers from 1")
    if args.only and args.only not in SIZES:
        parser.error(f"--only takes one of {', '.join(SIZES)}")
    if args.write and args.only:
        parser.error("--write keeps a full run: leave out --only")
    compile_package()
    with_vim = has_vim()
    if not with_vim:
        print("bench/latency: vim is not here, or cannot compare: left out", file=sys.stderr)
    try:
        sizes = [args.only] if args.only else list(SIZES)
        found = measure(sizes, args.runs, args.keys, with_vim)
    except (UnavailableError, OSError) as fault:
        print(f"bench/latency: {fault}", file=sys.stderr)
        return 2
    about = (
        f"{described(label())}; 180x50 truecolor, {args.runs} starts, milliseconds from "
        "the key.\nbench/README.md explains the figures."
    )
    text, kept = page(found, about)
    print(text, end="")
    if args.write:
        (HERE / "latency.md").write_text(text, encoding="utf-8")
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
