"""How far simpler means get on the correspondence of sentences: what hexapla is read against.

Each sentence's best match by rapidfuzz token_set_ratio; mutual best by TF-IDF and by a sentence
encoder, the one that comes with hexapla or all-MiniLM-L6-v2 as it was. Sentences are the gold's
own and the threshold is the best one on the set itself, so these are upper bounds; jump@1 is
without threshold or mutuality. The peer for names is in bench/names.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate, combinations
from pathlib import Path
from typing import Any

from common import ROOT, SHARED, UnavailableError, table
from quality import scorer
from tables import HEADLINES, TITLES, cell, figures

Json = dict[str, Any]
Rows = Callable[[Sequence[str]], Any]  # sentences -> unit rows
Matches = dict[tuple[int, int], float]  # (sentence of a, sentence of b) -> score

THRESHOLDS = [i / 20 for i in range(20)]


# -- sentences -------------------------------------------------------------------------------------


def fuzzy(a: Sequence[str], b: Sequence[str]) -> Any:
    """token_set_ratio, 0 to 1, of every sentence of `a` (rows) with every one of `b`."""
    from rapidfuzz import fuzz, process, utils

    return process.cdist(a, b, scorer=fuzz.token_set_ratio, processor=utils.default_process) / 100


def tfidf(sentences: Sequence[str]) -> Any:
    """Unit rows: log-scaled counts times smoothed inverse sentence frequency."""
    import numpy as np

    bags = [Counter(re.findall(r"\w+", s.lower())) for s in sentences]
    column = {word: i for i, word in enumerate(sorted(set().union(*bags)))}
    weights = np.zeros((len(bags), max(1, len(column))))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            weights[row, column[word]] = 1 + np.log(count)
    weights *= np.log((1 + len(bags)) / (1 + (weights > 0).sum(axis=0))) + 1
    return weights / np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-12)


def best(scores: Any, mutual: bool) -> Matches:
    """Every row and column with its best match, or only pairs that are each other's."""
    there = set(enumerate(map(int, scores.argmax(axis=1))))
    back = {(int(i), j) for j, i in enumerate(scores.argmax(axis=0))}
    pairs = there & back if mutual else there | back
    return {(i, j): float(scores[i, j]) for i, j in sorted(pairs)}


def aligned(case: Json, rows_of: Rows | None) -> tuple[Json, Json]:
    """Two comparisons whose claims are the gold's sentences: as the peer links, and all nearest."""
    spans = [doc["sentences"] for doc in case["docs"]]
    sentences = [[d["text"][s:e] for s, e in d["sentences"]] for d in case["docs"]]
    claims = [
        {"id": f"{d}.{i}", "document": d, "start": s, "end": e}
        for d, doc in enumerate(spans)
        for i, (s, e) in enumerate(doc)
    ]
    rows = rows_of([s for doc in sentences for s in doc]) if rows_of else None
    begins = [0, *accumulate(map(len, sentences))]
    chosen: list[Json] = []
    nearest: list[Json] = []
    for a, b in combinations(range(len(sentences)), 2):
        if not sentences[a] or not sentences[b]:
            continue
        if rows is None:
            scores = fuzzy(sentences[a], sentences[b])
        else:
            left, right = (rows[begins[d] : begins[d + 1]] for d in (a, b))
            scores = left @ right.T
        for links, mutual in ((chosen, rows is not None), (nearest, False)):
            links += [
                {"a": f"{a}.{i}", "b": f"{b}.{j}", "relation": "agrees", "score": score}
                for (i, j), score in best(scores, mutual).items()
            ]
    return {"claims": claims, "links": chosen}, {"claims": claims, "links": nearest}


def tuned(score: Any, path: Path, found: dict[str, Json]) -> tuple[float, Json]:
    """The threshold with the best F1 on the set, and its report."""

    def above(least: float) -> Json:
        kept = {
            key: {**one, "links": [x for x in one["links"] if x["score"] >= least]}
            for key, one in found.items()
        }
        report: Json = score.links(path, kept)
        return report

    return max(((t, above(t)) for t in THRESHOLDS), key=lambda pair: pair[1]["f1"])


def encoded(texts: Sequence[str]) -> Any:
    """The points of sentences."""
    import numpy as np

    from tui.core.language.encoder import Passage, encode

    return np.stack([found.whole for found in encode([Passage(text) for text in texts])])


def alignment_table(score: Any) -> None:
    """The table of the sentence matchers."""
    peers: dict[str, Rows | None] = {"rapidfuzz": None, "TF-IDF": tfidf, "encoder": encoded}
    rows = []
    for path in sorted((SHARED / "dev" / "alignment").glob("*.jsonl")):
        cases = score.gold_lines(path)
        for peer, rows_of in peers.items():
            started = time.perf_counter()
            found = {case["id"]: aligned(case, rows_of) for case in cases}
            took = time.perf_counter() - started
            least, report = tuned(score, path, {k: chosen for k, (chosen, _) in found.items()})
            nearest = score.links(path, {k: nearest for k, (_, nearest) in found.items()})
            shown = figures("links", path.stem, {**report, "jump@1": nearest["jump@1"]})
            rows.append(
                [path.stem, peer, *map(cell, shown.values()), f"{least:.2f}", f"{took:.1f}"]
            )
    header = ["set", "peer", *HEADLINES["links"], "threshold", "s"]
    print(f"## {TITLES['links']}\n", table(header, rows), "", sep="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="bench/peers.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--encoder",
        metavar="FILE",
        type=Path,
        help="weights made by tui/data/scripts/encoder.py, in place of those that come along",
    )
    weights = parser.parse_args(arguments).encoder
    sys.path.insert(0, str(ROOT))
    from tui.core.language import encoder

    if weights is not None:
        encoder.FILE = weights
    try:
        score = scorer()
    except (ImportError, UnavailableError) as fault:
        print(f"bench/peers.py: {fault}", file=sys.stderr)
        return 2
    alignment_table(score)
    return 0


if __name__ == "__main__":
    sys.exit(main())
