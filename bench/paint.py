"""What the reader costs on a real terminal, beside a bare Textual app with the same two texts.

First paint is the moment from which the screen of an emulated 180x50 terminal shows, in one row
each, twelve successive characters of either document (first lines and what the documents share left
out), counted from the start of the process. The programs take turns; figures are medians.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
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
from terminal import COLUMNS, Answer, Terminal, answer, bursts, first, frames

if TYPE_CHECKING:
    import pyte

PAINT_RATIO = 1.4  # first paint against the bare app's
CURSOR_BYTES, PAGE_BYTES = 1024, 20 * 1024
SILENCE = 1.5  # seconds without a byte after which an opening is over
PIECE = 12  # characters
REPEATS = 10  # of the seeds' texts, so that keys have something to scroll through

# what is measured in turn, and what is pressed after each without being measured
KEYS: dict[str, tuple[tuple[bytes, ...], tuple[bytes, ...]]] = {
    "cursor (j, k)": ((b"j",) * 5 + (b"k",) * 5, ()),
    "j onwards": ((b"j",), ()),
    "page": ((b"\x1b[6~", b"\x1b[5~"), ()),
    "Enter": ((b"\r",), (b"\x7f", b"j")),
}


@dataclass
class Costs:
    """What was seen of one program. Times in seconds, sizes in bytes."""

    first: list[float] = field(default_factory=list)
    lit: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    opening: list[int] = field(default_factory=list)
    idle: int = 0
    keys: dict[str, list[Answer]] = field(default_factory=dict)


def pieces(text: str, others: Sequence[str]) -> frozenset[str]:
    """Every run of PIECE characters inside a line, the first line and the others' text left out."""
    found = {
        line[i : i + PIECE] for line in text.splitlines()[1:] for i in range(len(line) - PIECE + 1)
    }
    return frozenset(p for p in found if p.strip() and not any(p in other for other in others))


def shown(documents: Sequence[frozenset[str]]) -> Callable[[pyte.Screen], bool]:
    """Does the screen show a piece of every document?"""

    def holds(screen: pyte.Screen) -> bool:
        rows = screen.display
        return all(any(_places(row, wanted) for row in rows) for wanted in documents)

    return holds


def _places(row: str, wanted: frozenset[str]) -> list[int]:
    return [i for i in range(COLUMNS - PIECE + 1) if row[i : i + PIECE] in wanted]


def styles(screen: pyte.Screen, wanted: frozenset[str]) -> set[tuple[object, ...]]:
    """The styles in which text of a document stands on the screen."""
    out: set[tuple[object, ...]] = set()
    for y, row in enumerate(screen.display):
        for x in {i + k for i in _places(row, wanted) for k in range(PIECE)}:
            cell = screen.buffer[y][x]
            out.add((cell.fg, cell.bg, cell.bold, cell.italics, cell.underscore, cell.reverse))
    return out


def open_once(command: Sequence[str], texts: Sequence[str], costs: Costs) -> None:
    """Start the program, wait until it is silent for a second, and note its times."""
    documents = [pieces(t, [o for o in texts if o is not t]) for t in texts]
    holds = shown(documents)
    with clean_environment() as environment, Terminal(command, environment) as terminal:
        chunks = terminal.opening(SILENCE)
    painted = first(chunks, holds)
    if painted is None:
        last = [screen for _, screen in frames(chunks)][-1:]
        seen = " / ".join(row.strip() for row in last[0].display if row.strip()) if last else ""
        raise UnavailableError(f"{' '.join(command[:2])} never showed the texts: {seen[:300]!r}")
    costs.first.append(painted)
    costs.opening.append(sum(len(data) for _, data in chunks))
    costs.settled.append(chunks[-1][0])
    every = frozenset().union(*documents)
    plain: set[tuple[object, ...]] | None = None
    for at, screen in bursts(chunks):
        if at >= painted:
            now = styles(screen, every)
            plain = now if plain is None else plain
            if now - plain:
                costs.lit.append(at)
                break


def press_keys(command: Sequence[str], times: int, costs: Costs) -> None:
    """Idle bytes, then each kind of key `times` times."""
    with clean_environment() as environment, Terminal(command, environment) as terminal:
        terminal.opening(2 * SILENCE)
        costs.idle = sum(len(data) for _, data in terminal.read(silence=3.0, limit=3.0))
        for name, (keys, after) in KEYS.items():
            answers = costs.keys.setdefault(name, [])
            for i in range(times):
                answers.append(answer(terminal.press(keys[i % len(keys)])))
                for key in after:
                    terminal.press(key)
            terminal.press(b"g")


def _milliseconds(values: Sequence[float]) -> str:
    return f"{median(values) * 1000:.0f}" if values else "-"


def _share(values: Sequence[float], hundredths: int) -> float:
    return quantiles(values, n=100, method="inclusive")[hundredths - 1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 within the budgets, 1 over one of them, 2 nothing could be measured."""
    parser = argparse.ArgumentParser(prog="bench/paint", description=__doc__)
    parser.add_argument(
        "--runs", type=int, default=11, metavar="N", help="starts each (default 11)"
    )
    parser.add_argument("--keys", type=int, default=40, metavar="N", help="presses of each key")
    args = parser.parse_args(arguments)
    compile_package()
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    bare = [sys.executable, str(Path(__file__).with_name("bare.py"))]
    programs = {"bare": (bare, Costs()), "hexapla": (hexapla(), Costs())}
    try:
        with TemporaryDirectory(prefix="hexapla-paint-") as folder:
            long = []
            for path, text in zip(SEEDS, texts, strict=True):
                long.append(Path(folder, path.name))
                long[-1].write_text("\n\n".join([text] * REPEATS), encoding="utf-8")
            for command, _ in programs.values():  # fills the disk cache
                open_once([*command, *map(str, SEEDS)], texts, Costs())
            for _ in range(args.runs):
                for command, costs in programs.values():
                    open_once([*command, *map(str, SEEDS)], texts, costs)
            for command, costs in programs.values():
                press_keys([*command, *map(str, long)], args.keys, costs)
    except (UnavailableError, OSError) as fault:
        print(f"bench/paint: {fault}", file=sys.stderr)
        return 2
    text, kept = page({name: costs for name, (_, costs) in programs.items()}, args.runs)
    print(text)
    return int(not kept)


def page(programs: dict[str, Costs], runs: int) -> tuple[str, bool]:
    """The Markdown of a run, and whether every budget was kept."""
    reader, bare = programs["hexapla"], programs["bare"]
    ratio = median(reader.first) / median(bare.first)
    kept = ratio <= PAINT_RATIO
    verdicts = [("first paint, ratio to bare", f"{ratio:.2f}", f"<= {PAINT_RATIO}", kept)]
    least = f"{min(reader.first) / min(bare.first):.2f}"
    verdicts.append(("the same of the least times", least, "", True))
    for name, budget in (("cursor (j, k)", CURSOR_BYTES), ("page", PAGE_BYTES)):
        size = median([a.size for a in reader.keys[name] if a.size] or [0])
        verdicts.append((f"{name}, median bytes", f"{size:.0f}", f"< {budget}", 0 < size < budget))
    verdicts.append(("idle for 3 s, bytes", str(reader.idle), "0", reader.idle == 0))
    openings = [
        [
            name,
            *map(_milliseconds, (costs.first, costs.lit, costs.settled)),
            f"{median(costs.opening):.0f}",
            str(costs.idle),
        ]
        for name, costs in programs.items()
    ]
    presses = [
        [name, key, *_pressed(answers)]
        for name, costs in programs.items()
        for key, answers in costs.keys.items()
    ]
    parts = [
        f"# Paint\n\n{described(label())}; 180x50 truecolor, medians of {runs} interleaved starts.",
        table(
            ["budget", "measured", "allowed", "kept"],
            [
                [what, got, allowed, ("yes" if ok else "NO") if allowed else ""]
                for what, got, allowed, ok in verdicts
            ],
        ),
        table(
            ["program", "first paint ms", "lit ms", "settled ms", "opening bytes", "idle bytes"],
            openings,
        ),
        table(
            ["program", "key", "bytes p50", "bytes max", "ms p50", "ms p95", "unanswered"], presses
        ),
    ]
    return "\n\n".join(parts), all(ok for *_, ok in verdicts)


def _pressed(answers: Sequence[Answer]) -> list[str]:
    sizes = [a.size for a in answers if a.size]
    times = [a.latency * 1000 for a in answers if a.latency is not None]
    silent = str(len(answers) - len(sizes))
    if len(times) < 2:
        return ["-", "-", "-", "-", silent]
    middle, late = _share(times, 50), _share(times, 95)
    return [f"{median(sizes):.0f}", str(max(sizes)), f"{middle:.1f}", f"{late:.1f}", silent]


if __name__ == "__main__":
    sys.exit(main())
