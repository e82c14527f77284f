"""Laying witnesses word under word, as a collation table does.

What two texts share is found first: the heaviest chain of matches in which neither text goes back.
What stands between two matches of the chain are variants of one another. Further witnesses are
laid one by one on the table so far, those most like the base first, so that neither the table nor
its columns depend on the order of the documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tui.core.language.dates import compare_dates
from tui.core.language.quantities import compare_quantities
from tui.core.model import Quantity
from tui.reader.apparatus.witness import Witness, Word

Pair = tuple[int, int]
"""A word of one text and a word of another (or a column of the table), by their places."""

Column = tuple[int | None, ...]
"""The word of each witness that stands here, by its place; None where it has none."""

Tie = Literal["same", "kin"]

SAME, KIN, RIVAL = 4.0, 3.0, 1.5
"""What a pair of words weighs: one word, one thing in other words, two answers to one question."""

LIGHT = 0.25
"""The share of its weight that a word of the grammar has."""

NEXT = 1.0
"""What it adds that two matches follow one another in both texts."""

UNEVEN = 0.02
"""What each word takes away by which the texts between two matches differ in length."""

LITTLE = 0.25
"""The least share of the shorter claim's weighty words that must match in their order."""


@dataclass(frozen=True, slots=True)
class Table:
    """Witnesses laid beside each other; the first is the base."""

    witnesses: tuple[Witness, ...]
    columns: tuple[Column, ...]

    def word(self, row: int, column: int) -> Word | None:
        """The word of a witness in a column."""
        place = self.columns[column][row]
        return None if place is None else self.witnesses[row].words[place]


def tie(a: Word, b: Word) -> Tie | None:
    """How two words are one: the same word, or one thing in other words."""
    if a.folded == b.folded:
        return "same"
    if a.entity is not None or b.entity is not None:
        return "kin" if a.entity == b.entity else None
    if a.quantity and b.quantity:
        verdict = compare_quantities(a.quantity, b.quantity)
        alike = verdict in ("same", "compatible") or same_figure(a.quantity, b.quantity)
        return "kin" if alike else None
    if a.date and b.date:
        known = a.date.value is not None and b.date.value is not None
        return "kin" if known and compare_dates(a.date, b.date) != "different" else None
    return "kin" if a.stems & b.stems else None


def same_figure(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are one figure, whatever they are said to count."""
    return (a.low, a.high, a.unit) == (b.low, b.high, b.unit)


def matches(a: Sequence[Word], b: Sequence[Word], rivals: Iterable[Pair] = ()) -> dict[Pair, float]:
    """The weight of each pair of words that belong together.

    `rivals` are pairs known to answer one question, as two numbers do. Words of the grammar count
    only beside other matches: every text is full of them.
    """
    by_key: dict[object, list[int]] = {}
    for j, word in enumerate(b):
        for key in _keys(word):
            by_key.setdefault(key, []).append(j)
    found: dict[Pair, float] = dict.fromkeys(rivals, RIVAL)
    for i, word in enumerate(a):
        for j in {j for key in _keys(word) for j in by_key.get(key, ())}:
            tied = tie(word, b[j])
            if tied:
                weight = SAME if tied == "same" else KIN
                found[i, j] = weight * (LIGHT if word.light or b[j].light else 1.0)
            elif (word.quantity and b[j].quantity) or (word.date and b[j].date):
                found[i, j] = RIVAL
    return {
        (i, j): weight
        for (i, j), weight in found.items()
        if weight >= RIVAL or (i - 1, j - 1) in found or (i + 1, j + 1) in found
    }


def _keys(word: Word) -> list[object]:
    keys: list[object] = [word.folded, *(("stem", stem) for stem in word.stems)]
    if word.entity is not None:
        keys.append(("entity", word.entity))
    if word.quantity:
        keys.append("quantity")
    if word.date:
        keys.append("date")
    return keys


def chain(weights: Mapping[Pair, float], sizes: Pair) -> list[Pair]:
    """The heaviest chain of pairs that goes on in both texts; `sizes` are the texts' lengths.

    Of chains of one weight, that which leaves the evener gaps.
    """
    pairs = sorted(weights)
    best: list[tuple[float, int]] = []
    for k, (i, j) in enumerate(pairs):
        chosen = (-UNEVEN * abs(i - j), -1)
        for m in range(k):
            x, y = pairs[m]
            if x < i and y < j:
                # Neighbours in both texts; a gap costs as much as it is uneven.
                step = NEXT if i - x == 1 == j - y else -UNEVEN * abs((i - x) - (j - y))
                if best[m][0] + step > chosen[0]:
                    chosen = (best[m][0] + step, m)
        best.append((chosen[0] + weights[i, j], chosen[1]))
    ends = [
        score - UNEVEN * abs((sizes[0] - i) - (sizes[1] - j))
        for (score, _), (i, j) in zip(best, pairs, strict=True)
    ]
    k = max(range(len(pairs)), key=ends.__getitem__, default=-1)
    found = []
    while k >= 0:
        found.append(pairs[k])
        k = best[k][1]
    return found[::-1]


def likeness(a: Witness, b: Witness) -> float:
    """The share of the shorter text's weighty words that match in their order, in 0..1."""
    heavy = min(sum(not w.light for w in x.words) for x in (a, b))
    weights = matches(a.words, b.words)
    joined = chain(weights, (len(a.words), len(b.words)))
    return sum(weights[p] >= KIN for p in joined) / max(1, heavy)


def collate(
    base: Witness,
    others: Sequence[Witness],
    rivals: Mapping[Pair, Sequence[Pair]] | None = None,
    likes: Sequence[float] | None = None,
) -> Table:
    """The table of a base and others, its rows in the order given.

    `rivals[r, s]` are the pairs of words of the witnesses `r < s` (0 is the base) known to answer
    one question. `likes` is the likeness of each of the others to the base, where it is known.
    """
    witnesses = (base, *others)
    known = likes or [likeness(base, other) for other in others]
    by_likeness = sorted(
        range(1, len(witnesses)),
        key=lambda r: (-known[r - 1], [w.folded for w in witnesses[r].words]),
    )
    columns: list[dict[int, int]] = [{0: k} for k in range(len(base.words))]
    for row in by_likeness:
        columns = _lay(columns, row, witnesses, rivals or {})
    every = range(len(witnesses))
    return Table(witnesses, tuple(tuple(c.get(r) for r in every) for c in columns))


def _lay(
    columns: list[dict[int, int]],
    row: int,
    witnesses: Sequence[Witness],
    rivals: Mapping[Pair, Sequence[Pair]],
) -> list[dict[int, int]]:
    """The table with one more witness."""
    words = witnesses[row].words
    weights: dict[Pair, float] = {}
    for other in sorted({r for column in columns for r in column}):
        at = {column[other]: c for c, column in enumerate(columns) if other in column}
        known = [*rivals.get((other, row), ()), *((j, i) for i, j in rivals.get((row, other), ()))]
        for (i, j), weight in matches(witnesses[other].words, words, known).items():
            # Where the base and another text pull different ways, the base is followed.
            pull = weight if other == 0 else 0.9 * weight
            weights[at[i], j] = max(pull, weights.get((at[i], j), 0.0))
    anchors = chain(weights, (len(columns), len(words)))
    laid: list[dict[int, int]] = []
    for (c0, j0), (c1, j1) in pairwise([(-1, -1), *anchors, (len(columns), len(words))]):
        laid += _between(columns[c0 + 1 : c1], range(j0 + 1, j1), row, first=c0 < 0)
        if c1 < len(columns):
            laid.append({**columns[c1], row: j1})
    return laid


def _between(
    columns: Sequence[dict[int, int]], places: Sequence[int], row: int, first: bool
) -> Iterator[dict[int, int]]:
    """Variants side by side: from the match before on, or up to the first match of all."""
    spare, over = len(columns) - len(places), len(places) - len(columns)
    before = max(0, spare) if first else 0
    lead = max(0, over) if first else 0
    for place in places[:lead]:
        yield {row: place}
    for k, column in enumerate(columns):
        at = k - before + lead
        yield {**column, row: places[at]} if lead <= at < len(places) else column
    for place in places[lead + len(columns) :]:
        yield {row: place}
