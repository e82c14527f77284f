"""What every measurement shares: places, the command that is measured, tables."""

from __future__ import annotations

import compileall
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


class UnavailableError(Exception):
    """Something a measurement needs is not on this machine; the message says what."""


def compile_package() -> None:
    """Write the package's bytecode, as installing it does; a checkout may lack or outdate it."""
    compileall.compile_dir(str(ROOT / "tui"), quiet=2)


def hexapla() -> list[str]:
    """The command a user types: $HEXAPLA, or the script beside this Python, or `python -m tui`."""
    if override := os.environ.get("HEXAPLA"):
        return shlex.split(override)
    script = Path(sys.executable).with_name("hexapla")
    return [str(script)] if script.exists() else [sys.executable, "-m", "tui"]


@contextmanager
def clean_environment(**extra: str) -> Iterator[dict[str, str]]:
    """The environment less the user's own hexapla files, so that a run measures the defaults."""
    with TemporaryDirectory(prefix="hexapla-bench-") as home:
        kinds = ("CONFIG", "DATA", "STATE", "CACHE")
        homes = {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in kinds}
        # PYTHONPATH: this tree is measured, wherever an installed script points.
        yield {**os.environ, **homes, "PYTHONPATH": str(ROOT), **extra}


def label() -> dict[str, str]:
    """What was measured: version and commit of hexapla, `dirty` where the tree holds changes."""
    sys.path.insert(0, str(ROOT))
    from tui import __version__

    git = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=10"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return {
        "version": __version__,
        "commit": git.stdout.strip() or "unknown",
        "python": sys.version.split()[0],
        "cores": str(os.cpu_count()),
    }


def described(found: dict[str, str]) -> str:
    """`label()` as one line of prose."""
    return (
        f"hexapla {found['version']}, commit {found['commit']}; "
        f"Python {found['python']}, {found['cores']} cores"
    )


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table with its columns lined up; the first column reads from the left."""
    body = [list(header), *(list(row) for row in rows)]
    widths = [max(3, *(len(row[i]) for row in body)) for i in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        aligned = [
            cell.rjust(width) if i else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return "| " + " | ".join(aligned) + " |"

    rule = ["-" * w if not i else "-" * (w - 1) + ":" for i, w in enumerate(widths)]
    return "\n".join([line(body[0]), line(rule), *map(line, body[1:])])
