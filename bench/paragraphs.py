"""Learn what the paragraphs of texts weigh beside their claims, and say what that adds.

Over the Gospels, the only texts in paragraphs of which people said what corresponds: whole, and cut
into parts that are compared with those of the others at the same place. As in `bench/learn`, of two
sections that were linked the likeliest two claims are taken for what reports the same matter; the
claims of sections that were not linked are apart. What the claims themselves tell is weighed as the
program weighs it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from common import ROOT, UnavailableError, described, label, table
from judged import Array, Json, Judge, Pairs, Set, corpus
from learn import fold_of, likeliest, links

HERE = Path(__file__).resolve().parent
DATA = ROOT / "tui" / "data"
NAME = "gospels_eusebius"
PENALTY = 1e-4
ROUNDS = 3
WHOLE, TENTHS, TWENTIETHS = 1, 10, 20
LEARNT = {WHOLE: 2.0, TENTHS: 1.0}
"""What is learnt from, by the number of parts, and what it counts, however many pairs it has."""
THRESHOLDS = (0.15, 0.25, 0.35, 0.5)


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared, with the encoder or without."""

    pairs: Set
    """Signals: what the claims tell, then what their paragraphs do."""
    without: tuple[Array, ...]
    """The scores without the paragraphs; 0 where two claims then are not linked."""


def told(parts: int, is_deep: bool) -> Told:
    """Every pair of documents, cut into so many parts. Raises `UnavailableError`."""
    from tui.core.alignment.similarity import weigh
    from tui.core.alignment.views import view_claims
    from tui.core.comparison import prepare
    from tui.core.document import Document

    found: list[tuple[Pairs, Array]] = []
    golds = [part for gold, _ in corpus(NAME) for part in _cut(gold, parts)]
    for case, gold in enumerate(golds):
        ready = prepare([Document(str(k), own["text"]) for k, own in enumerate(gold["docs"])])
        views = view_claims(ready.documents, ready.tagged, ready.entities, ready.claims)
        judge = Judge.of(gold, [[v.claim for v in own] for own in views])
        found += _compared(case, weigh(views, ready.documents), judge, is_deep)
    pairs, without = zip(*found, strict=True)
    return Told(Set(pairs, tuple(golds)), without)


def _cut(gold: Json, parts: int) -> Iterator[Json]:
    """The first parts of all documents, the second ones, and so on, with the links within each."""
    for part in range(parts):
        documents, before = [], []
        for own in gold["docs"]:
            spans = own["sentences"]
            first, last = (len(spans) * k // parts for k in (part, part + 1))
            start, end = spans[first][0], spans[last - 1][1]
            within = [[a - start, b - start] for a, b in spans[first:last]]
            documents.append({"text": own["text"][start:end], "sentences": within})
            before.append(first)
        moved = [[(d, k - before[d]) for d, k in link] for link in gold["links"]]
        kept = [
            link for link in moved if all(0 <= k < len(documents[d]["sentences"]) for d, k in link)
        ]
        yield {"docs": documents, "links": kept}


def _compared(
    case: int, bags: Sequence[Any], judge: Judge, is_deep: bool
) -> Iterator[tuple[Pairs, Array]]:
    import numpy as np

    from tui.core.alignment import paragraphs, scoring
    from tui.core.alignment.decoding import choose
    from tui.core.alignment.features import features
    from tui.core.alignment.meaning import Encoded, Meaning
    from tui.core.alignment.passages import choose_in_passages
    from tui.core.alignment.similarity import is_long
    from tui.core.settings import Settings

    encoded = Encoded(2) if is_deep else None
    for d, e in combinations(range(len(bags)), 2):
        a, b = bags[d], bags[e]
        if encoded is None:
            rows, columns, signals = features(a, b)
            odds = scoring.model().odds(signals)
        else:
            meaning = Meaning.of(a, b, encoded)
            rows, columns, signals = features(a, b, near=meaning.nearest())
            odds = scoring.deep_model().odds(signals | meaning.features(rows, columns))
        beside = {paragraphs.CLAIMS: odds} | paragraphs.features(a, b, rows, columns, encoded)
        left, right = judge.places[d][rows], judge.places[e][columns]
        places = zip(left.tolist(), right.tolist(), strict=True)
        truth = np.asarray([judge.truth((d, i), (e, j)) for i, j in places], np.int8)
        stacked = np.column_stack(list(beside.values())).astype(np.float64)
        scores = scoring.probability(odds)
        scored = scoring.Scored(rows, columns, scores, scores, signals["denial"])
        settings = Settings()
        if is_long(a, b):
            chosen = {(i, j) for i, j, *_ in choose_in_passages(a, b, scored, settings)}
        else:
            chosen = {(i, j) for i, j, *_ in choose(scored, settings)}
        kept = [pair in chosen for pair in zip(rows.tolist(), columns.tolist(), strict=True)]
        yield Pairs(case, (d, e), rows, columns, stacked, left, right, truth), scores * kept


def learn(found: Mapping[int, Set], without: int | None = None) -> Any:
    """The weights from all pairs of documents, by the number of parts, but one fold."""
    import numpy as np
    from logistic import fit

    signals, truth, importance, sections = [], [], [], []
    for parts, share in LEARNT.items():
        used = [p for p in found[parts].pairs if fold_of(NAME, p) != without]
        count = sum(len(p.truth) for p in used)
        for p in used:
            signals.append(p.signals)
            truth.append(p.truth.astype(np.float64))
            importance.append(np.full(len(p.truth), share / count))
            # those of one pair of sections
            sections.append(len(sections) * 10_000_000 + p.left * 3_000 + p.right)
    judged = np.concatenate(truth) >= 0
    x, y, w, groups = (
        np.concatenate(part)[judged] for part in (signals, truth, importance, sections)
    )
    kept = np.ones(len(y), np.bool_)
    for _ in range(ROUNDS):
        model = fit(x[kept], y[kept], w[kept], PENALTY)
        kept = (y == 0) | likeliest(model.scores(x), groups)
    return model


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 measured, 2 nothing could be."""
    parser = argparse.ArgumentParser(
        prog="bench/paragraphs",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--write", action="store_true", help="write tui/data/paragraphs*.json and paragraphs.md"
    )
    write = parser.parse_args(arguments).write
    sys.path.insert(0, str(ROOT))
    from tui.core.alignment.paragraphs import CLAIMS, DEEP_PARAGRAPH_SIGNALS
    from tui.core.settings import Settings

    rows, weighed = [], []
    for is_deep, file in ((False, "paragraphs.json"), (True, "paragraphs_deep.json")):
        try:
            found = {parts: told(parts, is_deep) for parts in (WHOLE, TENTHS, TWENTIETHS)}
        except UnavailableError as fault:
            print(f"bench/paragraphs: {fault}", file=sys.stderr)
            return 2
        how = "with" if is_deep else "without"
        sets = {parts: own.pairs for parts, own in found.items()}
        folds = {fold_of(NAME, p) for p in sets[WHOLE].pairs}
        models = {fold: learn(sets, fold) for fold in folds}
        for parts, own in found.items():
            scores = [models[fold_of(NAME, p)].scores(p.signals) for p in own.pairs.pairs]
            ways = [("claims", Settings().tentative, own.without)]
            ways += [("and paragraphs", threshold, scores) for threshold in THRESHOLDS]
            for signals, threshold, values in ways:
                figures = links(own.pairs, values, threshold)
                shown = (f"{value:.3f}" for value in figures.values())
                rows.append([how, f"1/{parts}", signals, f"{threshold:.2f}", *shown])
        model = learn(sets)
        names = (CLAIMS, *DEEP_PARAGRAPH_SIGNALS)
        weights = dict(zip(names, (round(float(w), 4) for w in model.weights), strict=False))
        weighed += [[how, name, f"{weight:.3f}"] for name, weight in weights.items()]
        weighed.append([how, "bias", f"{model.bias:.3f}"])
        if write:
            stored = {"bias": round(float(model.bias), 4), "weights": weights}
            (DATA / file).write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    text = "\n".join(
        [
            "# What paragraphs tell",
            "",
            described(label()) + ". bench/README.md explains the figures.",
            "",
            table(("encoder", "part", "signals", "tentative", "P", "R", "F1", "jump@1"), rows),
            "",
            table(("encoder", "signal", "weight"), weighed),
        ]
    )
    print(text)
    if write:
        (HERE / "paragraphs.md").write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
