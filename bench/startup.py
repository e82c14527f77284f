"""What it costs to start: `hexapla --help` and `hexapla report` beside `python -c pass`.

The commands take turns, so that a busy machine slows all of them alike; each figure is a median.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from statistics import median

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

HELP_RATIO = 3.0  # `--help` against `python -c pass`
REPORT_SECONDS = 0.5  # `report` on the two seeds, whole process


def seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    """Wall time of one run, output thrown away."""
    started = time.perf_counter()
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    took = time.perf_counter() - started
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["no message"]
        raise UnavailableError(f"{' '.join(command)} ended with {done.returncode}: {said[-1]}")
    return took


def imports(arguments: Sequence[str], environment: dict[str, str]) -> list[tuple[int, int, str]]:
    """(microseconds alone, with its imports, module), dearest first, by `-X importtime`."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tui", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    rows = re.findall(r"^import time: +(\d+) \| +(\d+) \| +(\S+)$", done.stderr, re.MULTILINE)
    return sorted(((int(own), int(all_), name) for own, all_, name in rows), reverse=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 within the budgets, 1 over one of them, 2 nothing could be measured."""
    parser = argparse.ArgumentParser(prog="bench/startup", description=__doc__)
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="runs each (default 15)")
    parser.add_argument("--top", type=int, default=10, metavar="N", help="imports listed")
    args = parser.parse_args(arguments)
    compile_package()
    seeds = list(map(str, SEEDS))
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "hexapla --help": [*hexapla(), "--help"],
        "hexapla report SEEDS": [*hexapla(), "report", *seeds],
        "import textual.app": [sys.executable, "-c", "import textual.app"],
    }
    took: dict[str, list[float]] = {name: [] for name in commands}
    try:
        with clean_environment() as environment:
            for command in commands.values():  # a first run each, to fill the disk cache
                seconds(command, environment)
            for _ in range(args.runs):
                for name, command in commands.items():
                    took[name].append(seconds(command, environment))
            costs = {
                "hexapla --help": imports(["--help"], environment),
                "hexapla report": imports(["report", *seeds], environment),
            }
    except (UnavailableError, OSError) as fault:
        print(f"bench/startup: {fault}", file=sys.stderr)
        return 2
    base, help_, report = (median(times) for times in list(took.values())[:3])
    budgets = {
        "hexapla --help": (f"< {HELP_RATIO:.0f}x", help_ < HELP_RATIO * base),
        "hexapla report SEEDS": (f"< {REPORT_SECONDS * 1000:.0f} ms", report < REPORT_SECONDS),
    }
    print(f"# Startup\n\n{described(label())}; medians of {args.runs} interleaved runs.\n")
    rows = []
    for name, times in took.items():
        budget, kept = budgets.get(name, ("", True))
        verdict = ("yes" if kept else "NO") if budget else ""
        middle = median(times)
        cells = (f"{middle * 1000:.0f}", f"{min(times) * 1000:.0f}", f"{middle / base:.2f}")
        rows.append([name, *cells, budget, verdict])
    print(table(["command", "median ms", "least ms", "ratio", "budget", "kept"], rows))
    for name, modules in costs.items():
        total = sum(own for own, _, _ in modules) / 1000
        print(f"\n## Imports of `{name}`: {len(modules)} modules, {total:.0f} ms traced\n")
        lines = [[m, f"{own / 1000:.1f}", f"{all_ / 1000:.1f}"] for own, all_, m in modules]
        print(table(["module", "own ms", "with its imports ms"], lines[: args.top]))
    return int(not all(kept for _, kept in budgets.values()))


if __name__ == "__main__":
    sys.exit(main())
