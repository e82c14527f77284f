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

from tui.core.language import casing, tagger, wordclass

_DOCUMENTS, _TIMES = 8, 20
_EPOCHS = 12
_MIN_FEATURE = 3
# Features of two things at once are many, and each has to earn its place a little more.
_PAIRS, _PAIR_BAR = "ABabkmn", 1.5
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
            if casing.casing(words) != "n":
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
        closed = best in wordclass.FUNCTION
        least = max(2, total * (_FUNCTION_SHARE if closed else _OPEN_SHARE))
        kept = [t for t, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= least]
        if not closed:
            kept += [
                t
                for t in wordclass.possible_tags(word, wordclass.classify(word)[1])
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
        if draw < 0.08:
            out.append(([w.upper() for w in words], tags))
        elif draw < 0.22:
            out.append(
                (
                    [
                        w if len(w) < 4 and t in wordclass.FUNCTION else w[:1].upper() + w[1:]
                        for w, t in zip(words, tags, strict=True)
                    ],
                    tags,
                )
            )
        elif draw < 0.27:
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
        seen = [wordclass.describe(*place, common) for place in casing.places(words)]
        around = wordclass.surroundings(seen)
        for word, near, tag in zip(seen, around, tags, strict=True):
            choices.append([TAG_IDS[t] for t in word.tags])
            gold.append(TAG_IDS.get(tag, -1))
            clause = int(word.common in wordclass.CLAUSE_WORDS)
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
                    after.of(near[wordclass.AFTER]),
                    ahead.of(near[wordclass.AHEAD]),
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


CLAUSE_IDS = np.array([name in wordclass.CLAUSE_TAGS for name in tagger.TAGS] + [False])
FINITE_IDS = np.array([name in wordclass.FINITE for name in tagger.TAGS] + [False])


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def history(active, n, state, extra, base, sizes):  # type: ignore[no-untyped-def]
    """Put the rows that depend on the tags before a token behind the first `n`."""
    one, two, finite = state
    kind, common, after, ahead = extra[0], extra[1], extra[2], extra[3]
    active[n] = base[0] + one
    active[n + 1] = base[1] + one * sizes[4] + two
    active[n + 2] = base[2] + one * sizes[0] + kind
    active[n + 3] = base[3] + two * sizes[0] + kind
    active[n + 4] = base[4] + finite * sizes[3] + ahead
    active[n + 5] = base[5] + one * sizes[2] + after
    if common == 0:
        return n + 6
    active[n + 6] = base[6] + one * sizes[1] + common
    return n + 7


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def advance(state, tag, clause, clause_ids, finite_ids):  # type: ignore[no-untyped-def]
    one, _, finite = state
    if finite_ids[tag]:
        return tag, one, min(finite + 1, 2)
    if clause_ids[tag] or clause:
        return tag, one, 0
    return tag, one, finite


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def update(
    path,
    gold,
    lo,
    table,
    options,
    other,
    base,
    sizes,
    weights,
    sums,
    clock,
    clause_ids,
    finite_ids,
    sign,
):  # type: ignore[no-untyped-def]
    """Add `sign` to every weight that a tagging of the first tokens of a sentence used."""
    active = np.empty(table.shape[1] + 8, np.int64)
    state = (sizes[4] - 1, sizes[4] - 1, 0)
    for i in range(len(path)):
        t = lo + i
        tag, clause = path[i], other[t, 4]
        if options[t, 1] >= 0:
            n = 0
            while n < table.shape[1] and table[t, n] >= 0:
                active[n] = table[t, n]
                n += 1
            for j in range(history(active, n, state, other[t], base, sizes)):
                weights[active[j], tag] += sign
                sums[active[j], tag] += sign * clock
        if clause_ids[tag] or clause:
            weights[base[7] + state[2], tag] += sign
            sums[base[7] + state[2], tag] += sign * clock
        state = advance(state, tag, clause, clause_ids, finite_ids)


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
    width,
):  # type: ignore[no-untyped-def]
    """One pass with a beam, updating where the best tagging leads the true one by most.

    Where the true tag is not known it is the one that scores best after the true ones.
    """
    updates = 0
    active = np.empty(table.shape[1] + 8, np.int64)
    choices = options.shape[1]
    start = sizes[4] - 1
    for s in order:
        lo, n = bounds[s], bounds[s + 1] - bounds[s]
        clock += 1
        tags = np.zeros((n, width), np.int64)
        parents = np.zeros((n, width), np.int64)
        true = np.zeros(n, np.int64)
        scores = np.zeros(width)
        states = [(start, start, 0)]
        right, right_state = 0.0, (start, start, 0)
        lead, at = -1.0, -1
        for i in range(n):
            t = lo + i
            clause = other[t, 4]
            several = options[t, 1] >= 0
            fixed = 0
            if several:
                while fixed < table.shape[1] and table[t, fixed] >= 0:
                    active[fixed] = table[t, fixed]
                    fixed += 1
            count = 0
            while count < choices and options[t, count] >= 0:
                count += 1
            own = np.zeros(count)
            for c in range(count):
                for j in range(fixed):
                    own[c] += weights[active[j], options[t, c]]
            m = history(active, fixed, right_state, other[t], base, sizes) if several else 0
            best, chosen, points = -1e30, -1, 0.0
            for c in range(count):
                tag = options[t, c]
                x = own[c]
                for j in range(fixed, m):
                    x += weights[active[j], tag]
                if clause_ids[tag] or clause:
                    x += weights[base[7] + right_state[2], tag]
                if tag == gold[t]:
                    chosen, points = c, x
                    break
                if x > best:
                    best = x
                    true[i] = tag
            if chosen >= 0:
                true[i] = options[t, chosen]
                right += points
            else:
                right += best
            right_state = advance(right_state, true[i], clause, clause_ids, finite_ids)
            found = [(0.0, 0, 0, (0, 0, 0)) for _ in range(0)]
            for k in range(len(states)):
                m = history(active, fixed, states[k], other[t], base, sizes) if several else 0
                for c in range(count):
                    tag = options[t, c]
                    x = scores[k] + own[c]
                    for j in range(fixed, m):
                        x += weights[active[j], tag]
                    if clause_ids[tag] or clause:
                        x += weights[base[7] + states[k][2], tag]
                    state = advance(states[k], tag, clause, clause_ids, finite_ids)
                    known = False
                    for z in range(len(found)):
                        if found[z][3] == state:
                            known = True
                            if x > found[z][0]:
                                found[z] = (x, k, tag, state)
                    if not known:
                        found.append((x, k, tag, state))
            states = [(0, 0, 0) for _ in range(0)]
            for k in range(min(width, len(found))):
                top = 0
                for z in range(len(found)):
                    if found[z][0] > found[top][0]:
                        top = z
                scores[k], parents[i, k], tags[i, k] = found[top][0], found[top][1], found[top][2]
                states.append(found[top][3])
                found[top] = (-1e30, 0, 0, (0, 0, 0))
            if scores[0] - right > lead:
                k, j = 0, i
                while j >= 0 and tags[j, k] == true[j]:
                    k = parents[j, k]
                    j -= 1
                if j >= 0:
                    lead, at = scores[0] - right, i
        if at >= 0:
            updates += 1
            path = np.empty(at + 1, np.int64)
            k = 0
            for j in range(at, -1, -1):
                path[j] = tags[j, k]
                k = parents[j, k]
            update(
                true[: at + 1],
                gold,
                lo,
                table,
                options,
                other,
                base,
                sizes,
                weights,
                sums,
                clock,
                clause_ids,
                finite_ids,
                1,
            )
            update(
                path,
                gold,
                lo,
                table,
                options,
                other,
                base,
                sizes,
                weights,
                sums,
                clock,
                clause_ids,
                finite_ids,
                -1,
            )
    return updates, clock


def learn(data: dict[str, Any], epochs: int) -> dict[str, dict[str, float]]:
    """Averaged weights by feature and tag."""
    kinds, commons, after, ahead = data["spaces"]
    sizes = np.array([len(kinds), len(commons), len(after), len(ahead), NT])
    blocks = [
        NT,
        NT * NT,
        NT * sizes[0],
        NT * sizes[0],
        3 * sizes[3],
        NT * sizes[2],
        NT * sizes[1],
        3,
    ]
    base = len(data["names"]) + np.concatenate([[0], np.cumsum(blocks)])
    weights = np.zeros((int(base[-1]), NT), np.float32)
    sums = np.zeros_like(weights, np.float64)
    order = np.arange(len(data["bounds"]) - 1)
    clock = 1
    chance = np.random.default_rng(0)
    for k in range(epochs):
        chance.shuffle(order)
        updates, clock = epoch(
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
            tagger.BEAM,
        )
        print(f"epoch {k + 1}: {updates} sentences wrong", flush=True)
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
        if block == 7:
            return f"z{k}"
        spaces = {2: (kinds, "T"), 3: (kinds, "q"), 5: (after, "n"), 6: (commons, "k")}
        space, letter = spaces[block]
        return f"{letter}{tags[k // len(space)]}|{space[k % len(space)]}"

    return {
        name(int(row)): {tags[t]: float(average[row, t]) for t in np.flatnonzero(average[row])}
        for row in np.flatnonzero(np.abs(average).max(axis=1) > 0)
    }


def pack(
    common: dict[str, tuple[str, ...]],
    weights: dict[str, dict[str, float]],
    scale: float,
    least: float,
) -> bytes:
    """The file: zlib-compressed UTF-8 text in three parts, each ended by an empty line.

    Lines of `tag|tag word word ...`; the features, one a line; and in the same order their rows,
    pairs of a tag's letter and a weight's. Features whose weights are all below `least` are left
    out, and so are the few that are not ASCII.
    """
    by_tags = defaultdict(list)
    for word, tags in common.items():
        by_tags["|".join(tags)].append(word)
    keys, rows = [], []
    for key, row in sorted(weights.items()):
        text = ""
        for tag, weight in sorted(row.items()):
            level = max(33 - tagger.ZERO, min(126 - tagger.ZERO, round(weight * scale)))
            if level:
                text += chr(48 + TAG_IDS[tag]) + chr(tagger.ZERO + level)
        bar = least * _PAIR_BAR if key[0] in _PAIRS else least
        if key.isascii() and max(map(abs, row.values())) >= bar:
            keys.append(key)
            rows.append(text)
    words = [f"{tags} {' '.join(found)}" for tags, found in sorted(by_tags.items())]
    parts = ["\n".join(lines) for lines in (words, keys, rows)]
    return zlib.compress("\n\n".join(parts).encode(), 9)


def report(sentences: list[Sentence], learnt: tagger.Model) -> None:
    at_work = tagger.Tagger(learnt)
    right = total = 0
    confused: Counter[tuple[str, str]] = Counter()
    for words, gold in sentences:
        for tag, found in zip(gold, at_work.tag(words), strict=True):
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
    parser.add_argument("--scale", type=float, default=3.0)
    parser.add_argument("--least", type=float, default=2.0)
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
