"""Learn tagger_weights.z, the weights of `tui.core.language.tagger`.

Needs an environment of its own, for development only: numpy and numba 0.68. Reads what
`tagger_silver.py` wrote; `tagger_lexicon.z` must be in place. A word gets weights of its own only
if it stands in at least eight documents; everything else is known by its class and its ending.
Part of the sentences are learnt again in capitals, in title case and without any capitals.

    python tagger_train.py silver.jsonl tagger_weights.z [--hold-out]

`--hold-out` leaves every third document out and says how often the tagger agrees on those.
The same input gives the same file.
"""

from __future__ import annotations

import argparse
import json
import random
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numba
import numpy as np

from tui.core.language import tagger

_DOCUMENTS, _TIMES = 8, 20
_EPOCHS = 8
_MIN_FEATURE = 3
_SLOTS, _CHOICES = 24, 24
_FUNCTION_SHARE, _OPEN_SHARE = 0.004, 0.01

Sentence = tuple[list[str], list[str]]
NT = len(tagger.TAGS) + 1
TAG_IDS = {name: i for i, name in enumerate(tagger.TAGS)} | {"<": NT - 1}


def read(path: Path) -> dict[str, list[Sentence]]:
    documents: dict[str, list[Sentence]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        name, words, tags = json.loads(line)
        documents[name].append((words, tags))
    return documents


def common_words(documents: dict[str, list[Sentence]]) -> dict[str, tuple[str, ...]]:
    """The words that many documents share, with the tags they can have, commonest first."""
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    spread: dict[str, set[str]] = defaultdict(set)
    for name, sentences in documents.items():
        for words, gold in sentences:
            if tagger.casing(words) != "n":
                continue
            for word, tag in zip(words, gold, strict=True):
                lower = word.lower().replace("’", "'")
                if tag and not tag.startswith("NNP") and not lower[0].isdigit():
                    tags[lower][tag] += 1
                    spread[lower].add(name)
    found = {}
    for word, counts in sorted(tags.items()):
        total = sum(counts.values())
        if len(spread[word]) < _DOCUMENTS or total < _TIMES or not word.strip("'’")[:1].isalpha():
            continue
        best = counts.most_common(1)[0][0]
        closed = best in tagger.FUNCTION
        least = max(2, total * (_FUNCTION_SHARE if closed else _OPEN_SHARE))
        kept = [t for t, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= least]
        if not closed:
            kept += [
                t
                for t in tagger.possible_tags(word, tagger.classify(word)[1])
                if not t.startswith("NNP")
            ]
        found[word] = tuple(dict.fromkeys(kept))
    return found


def variants(sentences: list[Sentence], seed: int) -> list[Sentence]:
    """The sentences, and a share of them again in other casings."""
    chance = random.Random(seed)
    out = list(sentences)
    for words, tags in sentences:
        draw = chance.random()
        if not 3 < len(words) < 40:
            continue
        if draw < 0.07:
            out.append(([w.upper() for w in words], tags))
        elif draw < 0.16:
            out.append(
                (
                    [
                        w if len(w) < 4 and t in tagger.FUNCTION else w[:1].upper() + w[1:]
                        for w, t in zip(words, tags, strict=True)
                    ],
                    tags,
                )
            )
        elif draw < 0.21:
            out.append(([w.lower() for w in words], tags))
        if draw > 0.93 and tags[-1] == ".":
            out.append((words[:-1], tags[:-1]))
    return out


class Ids(dict[str, int]):
    def of(self, key: str) -> int:
        return self.setdefault(key, len(self))


def encode(sentences: list[Sentence], common: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    features, kinds, commons, after, ahead = Ids(), Ids(), Ids(), Ids(), Ids()
    commons.of("")
    counts: Counter[int] = Counter()
    rows, choices, gold, other, bounds = [], [], [], [], [0]
    for words, tags in sentences:
        seen = tagger.observe(words, common)
        around = tagger.context(seen)
        for word, near, tag in zip(seen, around, tags, strict=True):
            choices.append([TAG_IDS[t] for t in word.tags])
            gold.append(TAG_IDS.get(tag, -1))
            clause = int(word.common in tagger.CLAUSE_WORDS)
            if len(word.tags) == 1:
                rows.append([])
                other.append([0, 0, 0, 0, clause])
                continue
            row = [features.of(f) for f in (*word.features, *near)]
            counts.update(row)
            rows.append(row)
            other.append(
                [
                    kinds.of(word.kinds),
                    commons.of(word.common),
                    after.of(near[tagger.AFTER]),
                    ahead.of(near[tagger.AHEAD]),
                    clause,
                ]
            )
        bounds.append(len(rows))
    frequent = np.zeros(len(features), np.int32) - 1
    keep = [f for f, n in sorted(counts.items()) if n >= _MIN_FEATURE]
    frequent[keep] = np.arange(len(keep))
    names = list(features)
    table = np.full((len(rows), _SLOTS), -1, np.int32)
    options = np.full((len(rows), _CHOICES), -1, np.int8)
    for i, (row, choice) in enumerate(zip(rows, choices, strict=True)):
        kept = [x for x in frequent[row] if x >= 0] if row else []
        table[i, : len(kept)] = kept
        options[i, : len(choice)] = choice
    return {
        "names": [names[f] for f in keep],
        "table": table,
        "options": options,
        "gold": np.array(gold, np.int8),
        "other": np.array(other, np.int32),
        "bounds": np.array(bounds, np.int64),
        "spaces": [list(x) for x in (kinds, commons, after, ahead)],
    }


CLAUSE_IDS = np.array([name in tagger.CLAUSE_TAGS for name in tagger.TAGS] + [False])
FINITE_IDS = np.array([name in tagger.FINITE for name in tagger.TAGS] + [False])


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def epoch(
    order,
    bounds,
    table,
    options,
    gold,
    other,
    base,
    sizes,
    weights,
    sums,
    clock,
    clause_ids,
    finite_ids,
    nt,
):  # type: ignore[no-untyped-def]
    wrong = 0
    active = np.empty(table.shape[1] + 8, np.int64)
    for s in order:
        one = two = nt - 1
        finite = 0
        for i in range(bounds[s], bounds[s + 1]):
            best = options[i, 0]
            kind, common, after, ahead, clause = other[i]
            if options[i, 1] >= 0:
                n = 0
                for k in range(table.shape[1]):
                    if table[i, k] < 0:
                        break
                    active[n] = table[i, k]
                    n += 1
                active[n] = base[0] + one
                active[n + 1] = base[1] + one * nt + two
                active[n + 2] = base[2] + one * sizes[0] + kind
                active[n + 3] = base[3] + two * sizes[0] + kind
                active[n + 4] = base[4] + finite * sizes[3] + ahead
                active[n + 5] = base[5] + one * sizes[2] + after
                n += 6
                if common:
                    active[n] = base[6] + one * sizes[1] + common
                    n += 1
                top = -1e30
                known = False
                for k in range(options.shape[1]):
                    t = options[i, k]
                    if t < 0:
                        break
                    known = known or t == gold[i]
                    score = 0.0
                    for j in range(n):
                        score += weights[active[j], t]
                    if score > top:
                        top = score
                        best = t
                clock += 1
                if gold[i] >= 0 and known and best != gold[i]:
                    wrong += 1
                    for j in range(n):
                        weights[active[j], gold[i]] += 1
                        weights[active[j], best] -= 1
                        sums[active[j], gold[i]] += clock
                        sums[active[j], best] -= clock
            if finite_ids[best]:
                finite = 1
            elif clause_ids[best] or clause:
                finite = 0
            two = one
            one = best
    return wrong, clock


def learn(data: dict[str, Any], epochs: int) -> dict[str, dict[str, float]]:
    kinds, commons, after, ahead = data["spaces"]
    sizes = np.array([len(kinds), len(commons), len(after), len(ahead)])
    blocks = [NT, NT * NT, NT * sizes[0], NT * sizes[0], 2 * sizes[3], NT * sizes[2], NT * sizes[1]]
    base = len(data["names"]) + np.concatenate([[0], np.cumsum(blocks)])
    weights = np.zeros((int(base[-1]), NT), np.float32)
    sums = np.zeros_like(weights, np.float64)
    order = np.arange(len(data["bounds"]) - 1)
    clock = 1
    chance = np.random.default_rng(0)
    for k in range(epochs):
        chance.shuffle(order)
        wrong, clock = epoch(
            order,
            data["bounds"],
            data["table"],
            data["options"],
            data["gold"],
            data["other"],
            base,
            sizes,
            weights,
            sums,
            clock,
            CLAUSE_IDS,
            FINITE_IDS,
            NT,
        )
        print(f"epoch {k + 1}: {wrong} wrong", flush=True)
    average = weights - sums / clock
    tags = [*tagger.TAGS, "<"]

    def name(row: int) -> str:
        if row < base[0]:
            return str(data["names"][row])
        block = int(np.searchsorted(base, row, side="right")) - 1
        k = row - int(base[block])
        if block == 0:
            return "t" + tags[k]
        if block == 1:
            return f"u{tags[k // NT]}|{tags[k % NT]}"
        if block == 4:
            return f"f{k // sizes[3]}{ahead[k % sizes[3]]}"
        space, letter = {2: (kinds, "T"), 3: (kinds, "q"), 5: (after, "n"), 6: (commons, "k")}[
            block
        ]
        return f"{letter}{tags[k // len(space)]}|{space[k % len(space)]}"

    found = {}
    for row in np.flatnonzero(np.abs(average).max(axis=1) > 0):
        found[name(int(row))] = {
            tags[t]: float(average[row, t]) for t in np.flatnonzero(average[row])
        }
    return found


def pack(
    common: dict[str, tuple[str, ...]],
    weights: dict[str, dict[str, float]],
    scale: float,
    least: float,
) -> bytes:
    """The file: `tags word word ...` lines, an empty line, then `feature<tab>row` lines."""
    by_tags = defaultdict(list)
    for word, tags in common.items():
        by_tags["|".join(tags)].append(word)
    lines = [f"{tags} {' '.join(words)}" for tags, words in sorted(by_tags.items())]
    lines.append("")
    for key, row in sorted(weights.items()):
        text = ""
        for tag, weight in sorted(row.items()):
            level = max(-tagger.ZERO + 35, min(126 - tagger.ZERO, round(weight * scale)))
            if abs(weight) >= least and level:
                text += chr(48 + TAG_IDS[tag]) + chr(tagger.ZERO + level)
        if text:
            lines.append(f"{key}\t{text}")
    return zlib.compress("\n".join(lines).encode(), 9)


def report(sentences: list[Sentence], learnt: tagger.Model) -> None:
    right = total = 0
    confused: Counter[tuple[str, str]] = Counter()
    for words, gold in sentences:
        for tag, found in zip(gold, tagger.decode(words, learnt), strict=True):
            if tag:
                total += 1
                right += tag == found
                if tag != found:
                    confused[tag, found] += 1
    print(f"agreement {right / total:.4f} of {total}")
    print(", ".join(f"{a}>{b} {n}" for (a, b), n in confused.most_common(15)))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("silver", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--hold-out", action="store_true")
    parser.add_argument("--epochs", type=int, default=_EPOCHS)
    parser.add_argument("--scale", type=float, default=4.0)
    parser.add_argument("--least", type=float, default=0.25)
    options = parser.parse_args()
    documents = read(options.silver)
    held: list[Sentence] = []
    if options.hold_out:
        for name in sorted(documents)[::3]:
            held += documents.pop(name)
    common = common_words(documents)
    sentences = variants([s for name in sorted(documents) for s in documents[name]], seed=1)
    data = encode(sentences, common)
    print(
        len(sentences),
        "sentences",
        len(data["gold"]),
        "tokens",
        len(common),
        "words",
        len(data["names"]),
        "features",
        [len(x) for x in data["spaces"]],
        flush=True,
    )
    weights = learn(data, options.epochs)
    packed = pack(common, weights, options.scale, options.least)
    options.out.write_bytes(packed)
    print(len(packed), "bytes", sum(len(r) for r in weights.values()), "weights before pruning")
    if held:
        report(held, tagger.unpack(packed))


if __name__ == "__main__":
    main()
