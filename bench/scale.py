"""How the processor time and memory of entity finding grow with the texts.

Each measurement is a process of its own that first finds the entities of two sentences, so that
lexicons and weights are loaded, and then times sentences and tags apart from entities.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import math
import pstats
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from batch import peak_mb
from common import (
    SHARED,
    UnavailableError,
    clean_environment,
    compile_package,
    described,
    label,
    table,
)
from madeup import GENERATED

HERE = Path(__file__).resolve().parent
SHARES = (8, 4, 2, 1)  # one document: its first eighth, quarter, half, all of it
COUNTS = (5, 10, 20, 40)  # documents
NAMES = (1000, 2000, 4000, 8000)
GROWN = 2.6  # time of a function, for twice the text, that is worth a look


@dataclass(frozen=True)
class Size:
    """One step of a series: what it is called and its documents."""

    name: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Cost:
    """Medians over the runs of one size."""

    size: str
    characters: int
    mentions: int
    entities: int
    tags: float
    """Processor seconds for sentences and tags: steady where others use the machine too."""
    finding: float
    """Seconds for `find_entities` alone."""
    plain: float
    """The same with Python's cyclic garbage collector off."""
    tags_mb: float
    """The peak of the process before, and after, `find_entities`."""
    finding_mb: float


def all_series() -> Iterator[tuple[str, list[Size]]]:
    """Each series with its sizes, smallest first."""
    folder = SHARED / "dev"
    if not (folder / "long").is_dir():
        raise UnavailableError(f"the evaluation data is not here: {folder / 'long'} is missing")
    whole = (folder / "long" / "iliad_butler.txt").read_text(encoding="utf-8")
    yield "one document", [Size(f"1/{n}", (whole[: len(whole) // n],)) for n in SHARES]
    for name in ("meantime", "ecbplus"):
        texts = news(folder / "entities" / f"{name}.jsonl", max(COUNTS))
        yield f"news ({name})", [Size(f"{n} documents", texts[:n]) for n in COUNTS]
    for name, make in GENERATED.items():
        yield f"made-up {name}", [Size(f"{n} names", (make(n),)) for n in NAMES]


def news(path: Path, count: int) -> tuple[str, ...]:
    """`count` distinct documents: topic after topic, those with most text first."""
    with path.open(encoding="utf-8") as lines:
        topics = [[d["text"] for d in json.loads(line)["docs"]] for line in lines if line.strip()]
    topics.sort(key=lambda texts: -sum(map(len, texts)))
    found = list(dict.fromkeys(text for texts in topics for text in texts))
    if len(found) < count:
        raise UnavailableError(f"{path} holds {len(found)} documents, not {count}")
    return tuple(found[:count])


# -- growth ----------------------------------------------------------------------------------------


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The slope of log cost over log size, by least squares: 1 is linear, 2 quadratic."""
    xs, ys = [math.log(x) for x in sizes], [math.log(y) for y in costs]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - x_mean) ** 2 for x in xs)
    return sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)) / spread


def doublings(sizes: Sequence[float], costs: Sequence[float]) -> list[float]:
    """From each size to the next, the factor of the cost for twice the size."""
    steps = zip(sizes, sizes[1:], costs, costs[1:], strict=False)
    return [2 ** (math.log(d / c) / math.log(b / a)) for a, b, c, d in steps]


# -- measuring -------------------------------------------------------------------------------------


def _child() -> None:
    """Measure what standard input holds; print the figures, with a profile where asked."""
    from tui.core.document import Document
    from tui.core.entities import find_entities
    from tui.core.language.header import with_headers
    from tui.core.language.sentences import split_sentences
    from tui.core.language.tagged import tag_sentences

    asked = json.load(sys.stdin)
    profile = cProfile.Profile() if asked["profile"] else None

    def found(texts: Sequence[str]) -> dict[str, Any]:
        documents = with_headers([Document(f"d{i}", text) for i, text in enumerate(texts)])
        started = time.process_time()
        sentences = [split_sentences(d) for d in documents]
        tagged = [tag_sentences(d, s) for d, s in zip(documents, sentences, strict=True)]
        tags, before = time.process_time() - started, peak_mb("self")
        started = time.process_time()
        if not asked["collect"]:
            gc.disable()
        if profile:
            profile.enable()
        entities = find_entities(documents, sentences, tagged)
        if profile:
            profile.disable()
        return {
            "characters": sum(map(len, texts)),
            "mentions": sum(len(e.mentions) for e in entities),
            "entities": len(entities),
            "tags": tags,
            "finding": time.process_time() - started,
            "tags_mb": before,
            "finding_mb": peak_mb("self"),
        }

    found(["Ada Lind met the Norra Council in Paris. Lind, the French mayor, left."])
    if profile:
        profile.clear()
    out = found(asked["texts"])
    if profile:
        out["functions"] = _functions(profile)
    json.dump(out, sys.stdout)


def _functions(profile: cProfile.Profile) -> dict[str, list[float]]:
    """Seconds in each function itself, and its calls."""
    stats: dict[tuple[str, int, str], tuple[Any, ...]] = pstats.Stats(profile).stats  # type: ignore
    out: dict[str, list[float]] = {}
    for (file, _, name), (_, calls, own, *_) in stats.items():
        short = "/".join(Path(file).parts[-2:]) if file.startswith("/") else ""
        key = f"{short}: {name}" if short else name
        before = out.get(key, [0.0, 0])
        out[key] = [before[0] + own, before[1] + calls]
    return out


def run(
    size: Size, environment: dict[str, str], collect: bool = True, profile: bool = False
) -> dict[str, Any]:
    """The figures of one fresh process; `collect`: with Python's garbage collector on."""
    done = subprocess.run(
        [sys.executable, str(HERE / "scale.py"), "--child"],
        input=json.dumps({"texts": size.texts, "collect": collect, "profile": profile}),
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


def cost(size: Size, runs: int, environment: dict[str, str]) -> Cost:
    """The medians of some runs."""
    taken = [run(size, environment) for _ in range(runs)]
    figures = {name: median(one[name] for one in taken) for name in taken[0]}
    bare = [run(size, environment, collect=False)["finding"] for _ in range(runs)]
    return Cost(size.name, plain=median(bare), **figures)


# -- telling ---------------------------------------------------------------------------------------


def page(measured: dict[str, list[Cost]], about: dict[str, str], runs: int) -> str:
    """The Markdown of a run."""
    summary, rows = [], []
    for name, costs in measured.items():
        sizes = [float(c.characters) for c in costs]
        finding, tags = [c.finding for c in costs], [c.tags for c in costs]
        grown = [float("nan"), *doublings(sizes, finding)]
        megabytes = costs[-1].finding_mb - costs[0].finding_mb
        summary.append(
            [
                name,
                f"{exponent(sizes, tags):.2f}",
                f"{exponent(sizes, finding):.2f}",
                f"{exponent(sizes, [c.plain for c in costs]):.2f}",
                f"{exponent([float(c.mentions) for c in costs], finding):.2f}",
                f"{2**20 * megabytes / (sizes[-1] - sizes[0]):.0f}",
                f"{max(grown[1:]):.2f}",
            ]
        )
        for c, factor in zip(costs, grown, strict=True):
            rows.append(
                [
                    f"{name}: {c.size}",
                    str(c.characters),
                    str(c.mentions),
                    str(c.entities),
                    f"{c.tags:.2f}",
                    f"{c.finding:.2f}",
                    f"{c.plain:.2f}",
                    "" if math.isnan(factor) else f"{factor:.2f}",
                    f"{1e6 * c.finding / c.mentions:.0f}" if c.mentions else "-",
                    f"{c.tags_mb:.0f}",
                    f"{c.finding_mb:.0f}",
                ]
            )
    heads = ["tags, by text", "entities, by text", "less GC", "by mentions", "bytes a character"]
    return (
        f"# Growth of entity finding\n\n{described(about)}; medians of {runs} processes.\n"
        "bench/README.md explains the figures.\n\n"
        "## Fitted exponents (1: linear, 2: quadratic)\n\n"
        + table(["series", *heads, "worst doubling"], summary)
        + "\n\n## Costs\n\n"
        + table(
            [
                *("size", "characters", "mentions", "entities", "tags s", "entities s", "less GC"),
                *("a doubling", "µs a mention", "MB before", "MB"),
            ],
            rows,
        )
        + "\n"
    )


def grown_functions(name: str, sizes: Sequence[Size], environment: dict[str, str], top: int) -> str:
    """What the two largest sizes spend in each function, and the growth for twice the text."""
    # The collector's pauses would fall on whatever function runs.
    half, whole = (run(size, environment, collect=False, profile=True) for size in sizes[-2:])
    steps = (half["characters"], whole["characters"])
    rows = []
    functions: dict[str, list[float]] = whole["functions"]
    for function, (own, calls) in sorted(functions.items(), key=lambda f: -f[1][0])[:top]:
        before = half["functions"].get(function, [0.0, 0])
        times = f"{doublings(steps, (before[0], own))[0]:.2f}" if before[0] and own else "-"
        called = f"{doublings(steps, (before[1], calls))[0]:.2f}" if before[1] else "-"
        mark = "yes" if times != "-" and float(times) > GROWN else ""
        rows.append([function, f"{before[0]:.2f}", f"{own:.2f}", times, called, mark])
    header = ["function", f"s at {sizes[-2].name}", f"s at {sizes[-1].name}"]
    header += ["a doubling", "its calls", f"over {GROWN}"]
    return f"\n## Profile of {name}\n\n{table(header, rows)}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 measured, 2 nothing could be."""
    parser = argparse.ArgumentParser(prog="bench/scale", description=__doc__)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs each (default 3)")
    parser.add_argument("--only", metavar="WORD", help="the series whose name holds WORD")
    parser.add_argument(
        "--profile", type=int, metavar="N", help="the N dearest functions of each series, too"
    )
    parser.add_argument("--write", action="store_true", help="write bench/scale.md")
    args = parser.parse_args(arguments)
    if args.child:
        _child()
        return 0
    if args.runs < 1:
        parser.error("--runs takes a number from 1")
    if args.write and args.only:
        parser.error("--write keeps a full run: leave out --only")
    compile_package()
    profiles: list[str] = []
    try:
        series = {n: s for n, s in all_series() if not args.only or args.only in n}
        if not series:
            names = ", ".join(name for name, _ in all_series())
            raise UnavailableError(f"no series named {args.only}; there are {names}")
        measured: dict[str, list[Cost]] = {}
        with clean_environment() as environment:
            for name, sizes in series.items():
                measured[name] = [cost(size, args.runs, environment) for size in sizes]
                print(f"{name}: {measured[name][-1].finding:.1f} s", file=sys.stderr, flush=True)
                if args.profile:
                    profiles.append(grown_functions(name, sizes, environment, args.profile))
    except (UnavailableError, OSError) as fault:
        print(f"bench/scale: {fault}", file=sys.stderr)
        return 2
    text = page(measured, label(), args.runs)
    print(text, end="")
    print("".join(profiles), end="")
    if args.write:
        (HERE / "scale.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
