"""Whether versions of one long text are laid in step, and how the cost of comparing grows.

Each comparison is a process of its own, kept to one core and one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from batch import peak_mb
from common import (
    ROOT,
    UnavailableError,
    clean_environment,
    compile_package,
    described,
    label,
    table,
)
from scale import exponent
from throughput import THREADS, news
from versions import BIBLES, NEWS, copy_figures, in_step_figures, long_text, verse_figures

HERE = Path(__file__).resolve().parent
SHARES = (8, 4, 2, 1)  # of either Bible: its first eighth, quarter, half, all of it
REPORTS = 8  # documents of joined news reports
SIZES = (25_000, 50_000, 100_000, 200_000)  # characters of each
STEPS = ("sentences", "words", "entities", "claims", "correspondences", "copies")
SECONDS = {"Bibles": 180.0, "news": 60.0}  # at most, for the largest
PEAK_MB = 2048.0


@dataclass(frozen=True)
class Size:
    """One step of a series."""

    name: str
    texts: tuple[str, ...]
    verses: bool = False


def all_series() -> dict[str, list[Size]]:
    """Prefixes of two versions of one text, and documents of reports on different matters."""
    bibles = [long_text(name) for name in BIBLES]
    reports = news()
    joined = ["\n\n".join(reports[i::REPORTS]) for i in range(REPORTS)]
    if min(map(len, joined)) < max(SIZES):
        raise UnavailableError(f"the news is too short for {REPORTS} documents of {max(SIZES)}")
    return {
        "Bibles": [
            Size(f"2 × 1/{n}", tuple(t[: len(t) // n] for t in bibles), True) for n in SHARES
        ],
        "news": [Size(f"{REPORTS} × {n // 1000} KB", tuple(t[:n] for t in joined)) for n in SIZES],
    }


# -- measuring -------------------------------------------------------------------------------------


def _child() -> None:
    """Compare what standard input holds; print the figures."""
    from tui.core.comparison import compare
    from tui.core.document import Document

    asked = json.load(sys.stdin)
    with suppress(AttributeError, OSError):  # only Linux keeps a process to a core
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    sample = "Ada Lind met the Norra Council in Paris. Lind, the French mayor, left."
    compare([Document("a", sample), Document("b", sample)])
    steps: dict[str, float] = {}
    mark, last = time.process_time(), ""

    def progress(step: str, share: float) -> None:
        nonlocal mark, last
        now = time.process_time()
        if last:
            steps[last] = steps.get(last, 0.0) + now - mark
        mark, last = now, step

    found = compare(
        [Document(f"d{i}", text) for i, text in enumerate(asked["texts"])], progress=progress
    )
    out: dict[str, Any] = {
        "characters": sum(map(len, asked["texts"])),
        "claims": len(found.claims),
        "links": len(found.links),
        "copies": len(found.copies),
        "steps": steps,
        "seconds": sum(steps.values()),
        "mb": peak_mb("self"),
    }
    if asked["verses"]:
        out["verses"] = verse_figures(found)
    json.dump(out, sys.stdout)


def run(size: Size, environment: dict[str, str]) -> dict[str, Any]:
    """The figures of one fresh process."""
    done = subprocess.run(
        [sys.executable, str(HERE / "align.py"), "--child"],
        input=json.dumps({"texts": size.texts, "verses": size.verses}),
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["no message"]
        raise UnavailableError(f"{size.name} ended with {done.returncode}: {said[-1]}")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


# -- telling ---------------------------------------------------------------------------------------

Measured = dict[str, list[tuple[Size, dict[str, Any]]]]


def growth(measured: Measured) -> str:
    """Costs by size and step, with the fitted exponents."""
    rows, slopes = [], []
    for name, found in measured.items():
        sizes = [float(f["characters"]) for _, f in found]
        columns = [[f["steps"].get(step, 0.0) for _, f in found] for step in STEPS]
        columns += [[f[key] for _, f in found] for key in ("seconds", "mb")]
        slopes.append(
            [name, *(f"{exponent(sizes, [max(x, 1e-3) for x in c]):.2f}" for c in columns)]
        )
        for k, (size, f) in enumerate(found):
            counts = [str(f[key]) for key in ("characters", "claims", "links", "copies")]
            costs = [f"{c[k]:.2f}" for c in columns[:-1]]
            rows.append([f"{name}: {size.name}", *counts, *costs, f"{f['mb']:.0f}"])
    heads = [*STEPS[:-1], "copying", "all", "MB"]
    return (
        "## Fitted exponents (1: linear, 2: quadratic)\n\n"
        + table(["series", *heads], slopes)
        + "\n\n## Costs: processor seconds of each step, and the peak of the process\n\n"
        + table(["texts", "characters", "claims", "links", "copies", *heads], rows)
    )


def quality(measured: Measured) -> str:
    """How links and verses agree, by size."""
    rows = []
    for size, found in measured.get("Bibles", []):
        figures = found["verses"]
        shares = [f"{x:.3f}" for name, x in figures.items() if name != "links"]
        rows.append([size.name, f"{figures['links']:.0f}", *shares])
    heads = ["texts", "links", "in one verse", "or the next", "in one book", "verses linked"]
    return "## Links and verses of the Bibles\n\n" + table(heads, rows)


def recognition() -> str:
    """Which pairs of texts run in step."""
    from tui.core.alignment.parallel import IN_STEP

    rows = [[name, f"{x:.2f}", "yes" if x >= IN_STEP else "no"] for name, x in in_step_figures()]
    return "## Passages in step\n\n" + table(["texts", "share", "versions of one text"], rows)


def copying() -> str:
    """Passages that documents of the development sets share."""
    found = {name: copy_figures(name) for name in NEWS}
    heads = list(next(iter(found.values())))
    rows = [[name, *(str(figures[h]) for h in heads)] for name, figures in found.items()]
    return "## Copied passages\n\n" + table(["set", *heads], rows)


def broken(measured: Measured) -> str:
    """The budgets that the largest texts break, in words; nothing where none is."""
    said = []
    for name, found in measured.items():
        figures = found[-1][1]
        if figures["seconds"] >= SECONDS[name]:
            said.append(f"{name}: {figures['seconds']:.0f} s, not under {SECONDS[name]:g}")
        if figures["mb"] >= PEAK_MB:
            said.append(f"{name}: {figures['mb']:.0f} MB, not under {PEAK_MB:g}")
    return "; ".join(said)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 measured, 1 a budget is broken, 2 nothing could be measured."""
    parser = argparse.ArgumentParser(prog="bench/align", description=__doc__)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--only", metavar="WORD", help="the series whose name holds WORD")
    parser.add_argument("--write", action="store_true", help="write bench/align.md")
    args = parser.parse_args(arguments)
    if args.child:
        _child()
        return 0
    if args.write and args.only:
        parser.error("--write keeps a full run: leave out --only")
    compile_package()
    sys.path.insert(0, str(ROOT))
    measured: Measured = {}
    try:
        series = {n: s for n, s in all_series().items() if not args.only or args.only in n}
        if not series:
            raise UnavailableError(f"no series named {args.only}; there are Bibles and news")
        with clean_environment(**THREADS) as environment:
            for name, sizes in series.items():
                measured[name] = [(size, run(size, environment)) for size in sizes]
                print(f"{name}: {measured[name][-1][1]['seconds']:.1f} s", file=sys.stderr)
        parts = ["# Long texts", described(label()) + ".", "bench/README.md explains the figures."]
        parts.append(growth(measured))
        if "Bibles" in measured:
            parts.append(quality(measured))
        if not args.only:
            parts += [recognition(), copying()]
    except (UnavailableError, OSError) as fault:
        print(f"bench/align: {fault}", file=sys.stderr)
        return 2
    text = "\n\n".join(parts) + "\n"
    print(text, end="")
    if args.write:
        (HERE / "align.md").write_text(text, encoding="utf-8")
    if said := broken(measured):
        print(f"bench/align: over budget: {said}", file=sys.stderr)
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main())
