"""Run `hexapla batch` over a manifest in parallel chunks; the results keep its order."""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from common import clean_environment, hexapla


@dataclass(frozen=True)
class Run:
    """What one manifest gave. `faults` are sentences; `missing` counts lines without a result."""

    seconds: float
    peak_mb: float
    cases: int
    errors: int
    missing: int
    faults: tuple[str, ...]


def chunks(lines: Sequence[str], jobs: int) -> list[list[str]]:
    """`lines` cut into at most `jobs` runs of about equal length in characters, in order."""
    total = sum(map(len, lines))
    out: list[list[str]] = [[] for _ in range(jobs)]
    before = 0
    for line in lines:
        # A line belongs to the chunk that its middle falls into.
        out[(2 * before + len(line)) * jobs // (2 * total)].append(line)
        before += len(line)
    return [chunk for chunk in out if chunk]


def _process(manifest: Path, results: Path, environment: dict[str, str]) -> tuple[float, str]:
    """Peak resident MB of one `hexapla batch`, and a sentence where it failed."""
    errors = results.with_suffix(".stderr")
    with results.open("wb") as out, errors.open("wb") as err:
        process = subprocess.Popen(
            [*hexapla(), "batch", str(manifest)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env=environment,
        )
        peak = 0.0
        while process.poll() is None:
            peak = peak_mb(process.pid) or peak
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.05)
    said = errors.read_text("utf-8", "replace").strip().splitlines() or ["no message"]
    # Status 2 says that some line could not be done; those lines are counted one by one.
    failed = process.returncode not in (0, 2)
    return peak, f"batch ended with {process.returncode}: {said[-1]}" if failed else ""


def peak_mb(pid: int | str) -> float:
    """Peak MB that Linux keeps of a running process (a number, or `self`); 0 where there is none.

    What `wait4` tells of a child counts the memory of its parent from before the exec.
    """
    return _status_mb(pid, "VmHWM")


def resident_mb(pid: int | str) -> float:
    """The MB that it has in memory now."""
    return _status_mb(pid, "VmRSS")


def _status_mb(pid: int | str, field: str) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = re.search(rf"{field}:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def run(manifest: Path, results: Path, jobs: int) -> Run:
    """Run the manifest; write the good results to `results` and count the rest."""
    lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    work = results.with_suffix(".chunks")
    work.mkdir(parents=True, exist_ok=True)
    parts: list[tuple[Path, Path]] = []
    for i, chunk in enumerate(chunks(lines, jobs)):
        part = work / f"{i}.manifest"
        part.write_text("".join(chunk), encoding="utf-8")
        parts.append((part, work / f"{i}.jsonl"))
    started = time.perf_counter()
    with clean_environment() as environment, ThreadPoolExecutor(jobs) as pool:
        ended = list(pool.map(lambda part: _process(*part, environment), parts))
    seconds = time.perf_counter() - started
    errors, missing, faults = _gather(lines, [out for _, out in parts], results)
    for path in work.iterdir():
        path.unlink()
    work.rmdir()
    faults = [*dict.fromkeys(fault for _, fault in ended if fault), *faults]
    peak = max((peak for peak, _ in ended), default=0.0)
    return Run(round(seconds, 2), round(peak), len(lines), errors, missing, tuple(faults))


def _gather(
    lines: Sequence[str], parts: Sequence[Path], results: Path
) -> tuple[int, int, list[str]]:
    """Join the parts; a result that is an error, or whose texts were altered, is left out."""
    wanted = [json.loads(line) for line in lines]
    texts = {case["id"]: [d.get("text") for d in case["documents"]] for case in wanted}
    seen: list[str] = []
    errors = 0
    faults: list[str] = []
    with results.open("w", encoding="utf-8") as out:
        for part in parts:
            for line in part.read_text(encoding="utf-8").splitlines():
                try:
                    result = json.loads(line)
                except json.JSONDecodeError:
                    faults.append(f"not JSON: {line[:60]!r}")
                    continue
                seen.append(result.get("id"))
                if "error" in result:
                    errors += 1
                    faults.append(f"{result['id']}: {result['error']}")
                elif [d["text"] for d in result["documents"]] != texts.get(result["id"]):
                    errors += 1
                    faults.append(f"{result['id']}: the texts were altered")
                else:
                    out.write(line + "\n")
    order = [case["id"] for case in wanted]
    missing = len(set(order) - set(seen))
    if not missing and seen != order:
        faults.append("results are not in the manifest's order")
    return errors, missing, faults
