"""Learn the weights of correspondence from human annotation, and say how they would do unseen.

A pair of sentences that people linked has at least one pair of claims that report the same matter:
which one is not marked, so the likeliest is taken for it, round after round, and the others count
for nothing. Pairs of sentences that were read and not linked hold only pairs that do not.

Where the sentence encoder came with the program, the same is done with its signals beside the
others, over the pairs of documents that it is used for.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from common import ROOT, UnavailableError, described, label, table
from judged import Array, Json, Pairs, Sentence, Set, linked_sentences, read, with_encoder

HERE = Path(__file__).resolve().parent
MODEL = ROOT / "tui" / "data" / "correspondence.json"
DEEP_MODEL = ROOT / "tui" / "data" / "correspondence_deep.json"
SETS = {
    "cstbank": 1.0,
    "propsegment": 1.0,
    "spark": 1.0,
    "gospels_eusebius": 1.0,
    "own": 2.0,
}
"""What a set counts, however many pairs it has: the own cases are the most, and nearest to what the
program is for."""
BY_HAND = {"denial": 1.2}
"""Weights that are set, not learnt: hardly anything is denied in what people linked. Up to this one
no figure of unseen topics turns by more than .005."""
DEEP_BY_HAND = {**BY_HAND, "length": -0.2}
"""The same with the encoder. Of long texts only the Gospels tell: learnt with them, `length` weighs
-.32, and other sets come out a little worse; links between texts joined from 8 to 32 reports, of
which none are wrong, grow fewer with it. With -.2 the Gospels lose .01 of F1."""
SPARSE = 8
"""Documents of a case without `judged_pairs` from which on people linked some pairs of documents
and never read the others: it is scored, not learnt from."""
FOLDS = 4
ROUNDS = 3
PENALTY = 1e-2
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
BINS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def is_learnt_from(gold: Json) -> bool:
    """Whether all that people did not link, they read and left apart."""
    documents = gold.get("docs", ())
    return bool(gold.get("judged_pairs")) or "clusters" in gold or len(documents) < SPARSE


def learn(sets: Mapping[str, Set], without: tuple[str, int] | None = None) -> Any:
    """The weights from all sets, less one fold of one of them."""
    import numpy as np
    from logistic import Fit, fit

    from tui.core.alignment.features import SIGNALS
    from tui.core.alignment.meaning import DEEP_SIGNALS

    width = next(p.signals.shape[1] for source in sets.values() for p in source.pairs)
    names = (*SIGNALS, *DEEP_SIGNALS)[:width]
    given = BY_HAND if width == len(SIGNALS) else DEEP_BY_HAND
    by_hand = np.asarray([given.get(name, 0.0) for name in names])
    learnt = by_hand == 0
    signals, truth, importance, groups = [], [], [], []
    for number, (name, source) in enumerate(sets.items()):
        used = [
            p
            for p in source.pairs
            if is_learnt_from(source.gold[p.case]) and (name, fold_of(name, p)) != without
        ]
        count = sum(int((p.truth >= 0).sum()) for p in used)
        for k, p in enumerate(used):
            judged = p.truth >= 0
            signals.append(p.signals[judged])
            truth.append(p.truth[judged].astype(np.float64))
            importance.append(np.full(int(judged.sum()), SETS[name] / count))
            pair = (number * 100_000 + k) * 10_000_000
            groups.append((pair + p.left * 3_000 + p.right)[judged])
    x, y = np.concatenate(signals), np.concatenate(truth)
    w, g = np.concatenate(importance), np.concatenate(groups)
    kept = np.ones(len(y), np.bool_)
    for turn in range(ROUNDS):
        found = fit(x[kept] * learnt, y[kept], w[kept], PENALTY)
        model = Fit(found.weights * learnt + by_hand, found.bias)
        if turn < ROUNDS - 1:
            kept = (y == 0) | likeliest(model.scores(x), g)
    return model


def likeliest(scores: Array, groups: Array) -> Array:
    """Whether each score is the best of its group, or the first of the best."""
    import numpy as np

    order = np.lexsort((-scores, groups))
    best = np.zeros(len(scores), np.bool_)
    best[order[np.r_[True, np.diff(groups[order]) != 0]]] = True
    return best


def fold_of(name: str, pairs: Pairs) -> int:
    """Which fold a pair of documents is in: topics stay whole; one topic alone goes by pairs."""
    if name == "gospels_eusebius":
        total = sum(pairs.documents)
        return min(total, 6 - total)  # of four documents {01, 23}, {02, 13}, {03, 12}
    return pairs.case % FOLDS


def unseen(sets: Mapping[str, Set]) -> dict[str, list[Array]]:
    """The scores of each set's pairs by weights that were learnt without their topics."""
    scores: dict[str, list[Array]] = {}
    for name, found in sets.items():
        models: dict[int, Any] = {}
        scores[name] = []
        for p in found.pairs:
            fold = fold_of(name, p)
            if fold not in models:
                models[fold] = learn(sets, (name, fold))
            scores[name].append(models[fold].scores(p.signals))
    return scores


def other_sets(sets: Mapping[str, Set]) -> dict[str, list[Array]]:
    """The scores of each set's pairs by weights that were learnt from the other sets alone."""
    scores = {}
    for name, found in sets.items():
        model = learn({k: v for k, v in sets.items() if k != name})
        scores[name] = [model.scores(p.signals) for p in found.pairs]
    return scores


# -- figures ---------------------------------------------------------------------------------------


def links(found: Set, scores: Sequence[Array], tentative: float) -> Json:
    """F1 and jump@1 of the links that `decoding.choose` makes of these scores."""
    from tui.core.alignment.decoding import choose
    from tui.core.alignment.scoring import Scored
    from tui.core.settings import Settings

    settings = Settings(solid=max(0.5, tentative), tentative=tentative)
    best: dict[int, dict[tuple[Sentence, Sentence], float]] = defaultdict(dict)
    for p, values in zip(found.pairs, scores, strict=True):
        place = {
            pair: k for k, pair in enumerate(zip(p.rows.tolist(), p.columns.tolist(), strict=True))
        }
        d, e = p.documents
        # as if nothing were denied: which signals there are differs from bench to bench
        scored = Scored(p.rows, p.columns, values, values, values * 0)
        for i, j, value, _ in choose(scored, settings):
            k = place[i, j]
            if p.truth[k] >= 0:
                pair = (d, int(p.left[k])), (e, int(p.right[k]))
                best[p.case][pair] = max(value, best[p.case].get(pair, 0.0))
    hit = said = total = jumps = landed = 0
    for k, gold in enumerate(found.gold):
        if "docs" in gold:
            want = linked_sentences(gold)
        else:
            want = {
                ((p.documents[0], i), (p.documents[1], j))
                for p in found.pairs
                if p.case == k
                for i, j, t in zip(p.left.tolist(), p.right.tolist(), p.truth.tolist(), strict=True)
                if t == 1
            }
        hit += len(want & best[k].keys())
        said += len(best[k])
        total += len(want)
        targets: dict[tuple[Sentence, int], set[Sentence]] = defaultdict(set)
        nearest: dict[tuple[Sentence, int], tuple[float, Sentence]] = {}
        for a, b in want:
            targets[a, b[0]].add(b)
            targets[b, a[0]].add(a)
        for (a, b), value in best[k].items():
            for here, there in ((a, b), (b, a)):
                nearest[here, there[0]] = max(
                    nearest.get((here, there[0]), (0.0, there)), (value, there)
                )
        jumps += len(targets)
        landed += sum(key in nearest and nearest[key][1] in t for key, t in targets.items())
    p, r = hit / max(1, said), hit / max(1, total)
    return {"P": p, "R": r, "F1": 2 * p * r / max(p + r, 1e-9), "jump@1": landed / max(1, jumps)}


def reliability(sets: Mapping[str, Set], scores: Mapping[str, Sequence[Array]]) -> list[list[Any]]:
    """By score: how many pairs of sentences, and what share of them people linked.

    The score of two sentences is that of their best claims. Sets count alike; those that people
    read in part are left out.
    """
    import numpy as np

    bins: list[list[list[float]]] = [[] for _ in BINS[1:]]
    counts = [0] * len(bins)
    for name, found in sets.items():
        values: list[Array] = []
        truth: list[Array] = []
        for p, own in zip(found.pairs, scores[name], strict=True):
            if not is_learnt_from(found.gold[p.case]):
                continue
            judged = p.truth >= 0
            key = p.left[judged] * 100_000 + p.right[judged]
            _, place = np.unique(key, return_inverse=True)
            top = np.zeros(place.max(initial=-1) + 1)
            np.maximum.at(top, place, own[judged])
            values.append(top)
            right = np.zeros(len(top))
            right[place] = p.truth[judged]
            truth.append(right)
        v, t = np.concatenate(values), np.concatenate(truth)
        where = np.digitize(v, BINS[1:-1])
        for k in range(len(bins)):
            inside = where == k
            if inside.any():
                counts[k] += int(inside.sum())
                bins[k].append([float(v[inside].mean()), float(t[inside].mean())])
    rows = []
    for k, found_bins in enumerate(bins):
        n = max(1, len(found_bins))
        rows.append(
            [BINS[k], BINS[k + 1], counts[k], *(sum(b[x] for b in found_bins) / n for x in (0, 1))]
        )
    return rows


_COMPARE = """
import re, sys, time
from pathlib import Path
from tui.core.comparison import compare
from tui.core.document import Document
from tui.core.settings import Settings
folder, how = sys.argv[1:]
texts = [Document(p.name, p.read_text(encoding="utf-8")) for p in sorted(Path(folder).iterdir())]
start = time.process_time()
compare(texts, Settings(deep=how))
took = time.process_time() - start
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(took, int(peak[1]) / 1024)
"""


def cost(how: str) -> Json:
    """CPU seconds and peak memory (MB) of comparing the samples, with the encoder `on` or `off`."""
    command = [sys.executable, "-c", _COMPARE, str(ROOT / "seeds"), how]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    runs = []
    for _ in range(3):
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        runs.append([float(figure) for figure in done.stdout.split()])
    seconds, megabytes = (median(column) for column in zip(*runs, strict=True))
    return {"seconds": seconds, "megabytes": megabytes}


# -- the page --------------------------------------------------------------------------------------


def page(record: Json) -> str:
    rows = [
        [name, how, f"{threshold:.2f}", *(f"{value:.3f}" for value in figures.values())]
        for name, ways in record["sets"].items()
        for how, by_threshold in ways.items()
        for threshold, figures in ((float(t), f) for t, f in by_threshold.items())
    ]
    header = ("set", "weights from", "tentative", "P", "R", "F1", "jump@1")
    bins = [
        [f"{low:.1f}-{high:.1f}", str(count), f"{mean:.2f}", f"{right:.2f}"]
        for low, high, count, mean, right in record["reliability"]
    ]
    parts = [_weights_part("Weights", record)]
    if "deep" in record:
        costs = [
            [how, f"{own['seconds']:.2f}", f"{own['megabytes']:.0f}"]
            for how, own in record["cost"].items()
        ]
        parts = [
            "## Cost of comparing the samples, in a process of its own (median of three)",
            table(("encoder", "CPU s", "peak MB"), costs),
            *parts,
            _weights_part("Weights with the encoder", record["deep"]),
        ]
    return "\n\n".join(
        (
            "# The weights of correspondence",
            f"{described(record)}. bench/README.md explains the figures.",
            "## Links of sentences by weights that never saw them",
            table(header, rows),
            "## Reliability (other topics): score, and share that people linked; sets count alike",
            table(("score", "pairs", "mean score", "linked"), bins),
            *parts,
            "",
        )
    ).removesuffix("\n")


def _weights_part(title: str, record: Json) -> str:
    weights = [[name, f"{weight:.3f}"] for name, weight in record["weights"].items()]
    return f"## {title} (bias {record['bias']:.3f})\n\n{table(('signal', 'weight'), weights)}"


def measured(sets: Mapping[str, Set]) -> Json:
    """All figures, and the weights from everything."""
    topics, others = unseen(sets), other_sets(sets)
    found: Json = {
        name: {
            "other topics": _by_threshold(own, topics[name]),
            "other sets": _by_threshold(own, others[name]),
        }
        for name, own in sets.items()
    }
    record = {**label(), "sets": found, "reliability": reliability(sets, topics)}
    record |= _weights(learn(sets))
    deep = with_encoder(sets)
    if deep:
        topics = unseen(deep)
        for name, own in deep.items():
            found[name]["other topics, with the encoder"] = _by_threshold(own, topics[name])
        record["deep"] = _weights(learn(deep))
    return record


def _by_threshold(found: Set, scores: Sequence[Array]) -> Json:
    return {f"{t}": links(found, scores, t) for t in THRESHOLDS}


def _weights(model: Any) -> Json:
    from tui.core.alignment.features import SIGNALS
    from tui.core.alignment.meaning import DEEP_SIGNALS

    named = zip((*SIGNALS, *DEEP_SIGNALS), model.weights.tolist(), strict=False)
    return {
        "bias": round(model.bias, 4),
        "weights": {name: round(weight, 4) for name, weight in named},
    }


def write(record: Json) -> None:
    """Put the weights where the program reads them."""
    for path, found in ((MODEL, record), (DEEP_MODEL, record.get("deep"))):
        if found is not None:
            data = {"bias": found["bias"], "weights": found["weights"]}
            path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 measured, 2 nothing could be."""
    parser = argparse.ArgumentParser(
        prog="bench/learn",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="write the weights to tui/data/correspondence*.json, and bench/learn.md",
    )
    args = parser.parse_args(arguments)
    sys.path.insert(0, str(ROOT))
    try:
        record = measured({name: read(name) for name in SETS})
        if args.write:
            write(record)
        if "deep" in record:
            # with the weights in the tree: those just written, where they are
            record["cost"] = {how: cost(how) for how in ("off", "on")}
    except (UnavailableError, ImportError, OSError, subprocess.CalledProcessError) as fault:
        print(f"bench/learn: {fault}", file=sys.stderr)
        return 2
    print(page(record), end="")
    if args.write:
        (HERE / "learn.md").write_text(page(record), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
