"""Measure hexapla against human annotation: every development set, one table a task.

Runs `hexapla batch` over each set in ../shared/dev, the seeds and tests/cases, scores the results
with ../shared/eval/score.py and prints Markdown.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from batch import Run, run
from common import ROOT, SHARED, UnavailableError, described, label
from tables import figures, markdown

HERE = Path(__file__).resolve().parent
SCORER_OF = {
    "alignment": "links",
    "entities": "coref",
    "ner": "ner",
    "attribution": "attribution",
    "pairs": "pairs",
}


@dataclass(frozen=True)
class Set:
    """Gold files that are scored together; `texts` holds texts that they only name."""

    name: str
    task: str
    gold: tuple[Path, ...]
    texts: Path


def all_sets() -> list[Set]:
    """The seeds, the project's own cases, then the development sets by folder."""
    for need in (SHARED / "eval" / "score.py", SHARED / "dev", SHARED / "seeds"):
        if not need.exists():
            raise UnavailableError(
                f"the evaluation data is not here: {need} is missing. "
                "It lies beside the repository, in ../shared, and is no part of it."
            )
    out = [Set("cases/seeds", "cases", tuple(sorted(_yaml(SHARED / "gold"))), SHARED / "seeds")]
    own = ROOT / "tests" / "cases"
    for half in ("build", "held"):
        if files := tuple(p for p in sorted(_yaml(own)) if p.name.startswith(f"{half}_")):
            out.append(Set(f"own/{half}", "cases", files, own))
    for folder, task in SCORER_OF.items():
        for path in sorted((SHARED / "dev" / folder).glob("*.jsonl")):
            out.append(Set(f"{folder}/{path.stem}", task, (path,), path.parent))
    return out


def _yaml(folder: Path) -> list[Path]:
    return [*folder.glob("*.yaml"), *folder.glob("*.yml")]


def chosen(sets: Sequence[Set], only: str | None) -> list[Set]:
    """The sets that a comma-separated list of patterns names, by full name, folder or stem."""
    if not only:
        return list(sets)
    patterns = [p.strip() for p in only.split(",") if p.strip()]

    def named(name: str, pattern: str) -> bool:
        return any(fnmatch(part, pattern) for part in (name, *name.split("/")))

    for pattern in patterns:
        if not any(named(s.name, pattern) for s in sets):
            names = ", ".join(s.name for s in sets)
            raise UnavailableError(f"no set named {pattern}; there are {names}")
    return [s for s in sets if any(named(s.name, p) for p in patterns)]


def sample(lines: Sequence[str], limit: int | None) -> list[str]:
    """`limit` lines spread evenly over all of them, in order."""
    if not limit or limit >= len(lines):
        return list(lines)
    return [lines[i * len(lines) // limit] for i in range(limit)]


def measure(one: Set, jobs: int, limit: int | None, work: Path) -> dict[str, Any]:
    """Run and score one set; the record that tables are made of."""
    gold = [str(path) for path in one.gold]
    base = work / one.name
    base.parent.mkdir(parents=True, exist_ok=True)
    if limit and one.task != "cases":
        short = base.with_suffix(".gold.jsonl")
        with one.gold[0].open(encoding="utf-8") as lines:
            short.write_text("".join(sample([x for x in lines if x.strip()], limit)), "utf-8")
        gold = [str(short)]
    results = base.with_suffix(".jsonl")
    ran = run_set(one, results, jobs, gold)
    faults = list(ran.faults)
    report: dict[str, Any] = {}
    try:
        report = json.loads(_evaluate("score.py", one.task, *gold, "--system", str(results)))
    except UnavailableError as fault:
        faults.append(str(fault))
    return {
        "task": one.task,
        "figures": figures(one.task, one.name.split("/")[1], report) if report else {},
        "cases": ran.cases,
        "errors": ran.errors,
        "missing": ran.missing,
        "seconds": ran.seconds,
        "peak_mb": ran.peak_mb,
        "faults": faults,
        "report": report,
    }


def run_set(one: Set, results: Path, jobs: int, gold: Sequence[str] | None = None) -> Run:
    """Run hexapla over a set, or over other gold files in its place, and keep the results."""
    results.parent.mkdir(parents=True, exist_ok=True)
    manifest = results.with_suffix(".manifest")
    files = gold or [str(path) for path in one.gold]
    manifest.write_text(
        _evaluate("manifest.py", *files, "--texts", str(one.texts)), encoding="utf-8"
    )
    ran = run(manifest, results, jobs)
    manifest.unlink()
    return ran


def scorer() -> Any:
    """../shared/eval/score.py as a module."""
    path = SHARED / "eval" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.exists():
        raise UnavailableError(f"the evaluation data is not here: {path} is missing")
    need_packages()
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _evaluate(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(SHARED / "eval" / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["no message"]
        raise UnavailableError(f"{script} {arguments[0]} failed: {said[-1]}")
    return done.stdout


def need_packages() -> None:
    """Refuse where a package of the scorers is missing."""
    packages = {"numpy": "NumPy", "scipy": "SciPy", "yaml": "PyYAML"}
    missing = [name for module, name in packages.items() if not importlib.util.find_spec(module)]
    if missing:
        raise UnavailableError(
            f"the scorers need {', '.join(missing)}: pip install numpy scipy pyyaml. "
            "(SciPy serves this measurement alone; hexapla itself never imports it.)"
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench/quality", description=__doc__)
    parser.add_argument(
        "--only", metavar="SET[,SET]", help="sets by name or pattern: cstbank, pairs/*, ner"
    )
    parser.add_argument("--write", action="store_true", help="write bench/quality.md and .json")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (default 2)")
    parser.add_argument("--limit", type=int, metavar="N", help="N cases a set, evenly spread")
    parser.add_argument("--results", type=Path, metavar="DIR", help="keep result files in DIR")
    parser.add_argument(
        "--compare", type=Path, metavar="FILE", help="show changes since FILE (a quality.json)"
    )
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 all measured, 1 some case failed, 2 nothing could be measured."""
    parser = _parser()
    args = parser.parse_args(arguments)
    if args.jobs < 1 or (args.limit is not None and args.limit < 1):
        parser.error("--jobs and --limit take a number from 1")
    if args.write and (args.only or args.limit):
        parser.error("--write keeps a full run: leave out --only and --limit")
    try:
        need_packages()
        earlier = json.loads(args.compare.read_text(encoding="utf-8")) if args.compare else {}
        sets = chosen(all_sets(), args.only)
    except (UnavailableError, OSError, ValueError) as fault:
        print(f"bench/quality: {fault}", file=sys.stderr)
        return 2
    started = time.perf_counter()
    with TemporaryDirectory(prefix="hexapla-quality-") as scratch:
        work = args.results or Path(scratch)
        measured = {}
        for one in sets:
            found = measured[one.name] = measure(one, args.jobs, args.limit, work)
            print(f"{one.name}: {found['seconds']:.1f} s", file=sys.stderr, flush=True)
            for fault in found["faults"][:5]:
                print(f"  {fault}", file=sys.stderr)
        about = label()
        record = {**about, "jobs": args.jobs, "limit": args.limit, "sets": measured}
        text = page(record, earlier, time.perf_counter() - started)
        data = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
        if args.results:
            (args.results / "quality.json").write_text(data, encoding="utf-8")
    print(text, end="")
    if args.write:
        (HERE / "quality.md").write_text(text, encoding="utf-8")
        (HERE / "quality.json").write_text(data, encoding="utf-8")
    return int(any(found["faults"] or found["missing"] for found in measured.values()))


def page(record: dict[str, Any], earlier: dict[str, Any], seconds: float) -> str:
    """The whole Markdown page of a run."""
    cases = f"{record['limit']} cases a set" if record["limit"] else "all cases"
    lines = [
        "# Quality",
        "",
        f"{described(record)}; {cases}, {record['jobs']} processes, {seconds:.0f} s in all.",
        "bench/README.md explains the figures; `s` is wall time, `MB` the peak of one process.",
    ]
    if earlier:
        lines.append(f"Changes are since {described(earlier)}.")
    return "\n".join(lines) + "\n\n" + markdown(record["sets"], earlier.get("sets", {}))


if __name__ == "__main__":
    sys.exit(main())
