"""Choosing links between two versions of one text: in step, and what was moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import numpy as np

from tui.core.alignment.candidates import distinct, dot, in_columns, nearest
from tui.core.alignment.chain import monotone
from tui.core.alignment.decoding import choose
from tui.core.alignment.parallel import Band
from tui.core.alignment.scoring import Scored, score
from tui.core.alignment.similarity import Bags
from tui.core.settings import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Mask = NDArray[np.bool_]

Chosen = tuple[int, int, float, float]
"""A link: row, column, score, likeness."""

ANYWHERE = 4
"""Candidates of a claim outside the band: only what is nearest to it may have moved."""
RUN = 3
"""Claims in a row that have to have moved together: one alone may be a formula that recurs."""
APART = 3
"""Claims from one link of a moved passage to the next, at most, in either text."""
BESIDE = 2
"""Claims between a claim's best fellow and another one of it, at most: its neighbours in the cut
of the other text."""


def choose_in_step(a: Bags, b: Bags, band: Band, settings: Settings) -> list[Chosen]:
    """The pairs to link, best first.

    Passages that lie elsewhere in the other text, each claim the other's best, are set apart.
    Through the rest goes the heaviest chain that never goes back; a claim may have several
    neighbours for its fellows, and whole passages none. What then is left over is linked across
    the order where it stands beside a link, or several claims in a row do.
    """
    within = band.pairs()
    chosen = _moved(a, b, within, settings)
    scored = score(a, b, within)
    free = _is_free(scored, chosen) & (scored.scores >= settings.tentative)
    kept = np.flatnonzero(free)
    kept = kept[monotone(scored.rows[kept], scored.columns[kept], scored.scores[kept].tolist())]
    chosen.extend(choose(_only(scored, _beside(scored, kept)), settings))
    chosen.extend(_left_over(a, b, chosen, settings))
    return sorted(chosen, key=lambda p: (-p[2], p[0], p[1]))


def _moved(a: Bags, b: Bags, within: tuple[Ints, Ints], settings: Settings) -> list[Chosen]:
    """Links outside the band, between claims that share most with each other, in runs."""
    x, y = in_columns(a.terms, b.terms)
    width = len(b.views)
    inside, anywhere = (r * width + c for r, c in (within, nearest(x, y, ANYWHERE)))
    keys = distinct(np.concatenate([inside, anywhere]))
    rows, columns = keys // width, keys % width
    likeness = dot(x, y, rows, columns)
    best = np.ones(len(keys), np.bool_)
    for side in (rows, columns):
        most = np.zeros(int(side.max(initial=-1)) + 1)
        np.maximum.at(most, side, likeness)
        best &= (likeness > 0) & (likeness == most[side])
    best &= ~np.isin(keys, inside, assume_unique=True)
    places = np.flatnonzero(best)
    places = places[_in_runs(rows[places].tolist(), columns[places].tolist())]
    if not len(places):
        return []
    scored = score(a, b, (rows[places], columns[places]))
    chosen = [p for p in choose(scored, settings) if p[2] >= settings.solid]
    return [chosen[k] for k in _in_runs([p[0] for p in chosen], [p[1] for p in chosen])]


def _only(scored: Scored, places: Ints) -> Scored:
    """The pairs at these places, in their order."""
    return Scored(*(getattr(scored, field.name)[places] for field in fields(Scored)))


def _beside(scored: Scored, chain: Ints) -> Ints:
    """The pairs of a chain that are the best of either claim, and next to the best of the other."""
    part = _only(scored, chain)
    near = np.ones(len(chain), np.bool_)
    best = np.zeros(len(chain), np.bool_)
    for side, other in ((part.rows, part.columns), (part.columns, part.rows)):
        order = np.lexsort((other, -part.scores, side))
        first = np.flatnonzero(np.r_[True, np.diff(side[order]) != 0][: len(order)])
        places = np.repeat(other[order[first]], np.diff(first, append=len(order)))
        near[order] &= np.abs(other[order] - places) <= BESIDE
        best[order[first]] = True
    return chain[near & best]


def _is_free(scored: Scored, chosen: Sequence[Chosen]) -> Mask:
    """Which pairs have neither of their claims in a link."""
    free: Mask = ~np.isin(scored.rows, [i for i, *_ in chosen])
    free &= ~np.isin(scored.columns, [j for _, j, *_ in chosen])
    return free


def _in_runs(rows: Sequence[int], columns: Sequence[int]) -> list[int]:
    """The places of those pairs that follow one another in both texts, `RUN` claims and more."""
    found = []
    for run in runs(list(zip(rows, columns, strict=True)), APART):
        if min(len({side[k] for k in run}) for side in (rows, columns)) >= RUN:
            found.extend(run)
    return sorted(found)


def _left_over(a: Bags, b: Bags, chosen: Sequence[Chosen], settings: Settings) -> Iterator[Chosen]:
    """Links between claims that have none, as if there were no others: solid ones alone."""
    rows = _others(len(a.views), {i for i, *_ in chosen})
    columns = _others(len(b.views), {j for _, j, *_ in chosen})
    if not rows or not columns:
        return
    found = [
        (rows[i], columns[j], s, x)
        for i, j, s, x in choose(score(_part(a, rows), _part(b, columns)), settings)
        if s >= settings.solid
    ]
    links = {(i, j) for i, j, *_ in chosen}
    long = set(_in_runs([p[0] for p in found], [p[1] for p in found]))
    around = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    for k, (i, j, s, x) in enumerate(found):
        if k in long or any((i + down, j + along) in links for down, along in around):
            yield i, j, s, x


def _others(count: int, taken: set[int]) -> list[int]:
    return [k for k in range(count) if k not in taken]


def _part(bags: Bags, claims: Sequence[int]) -> Bags:
    """The document as if it had these claims alone."""
    return replace(
        bags,
        views=tuple(bags.views[k] for k in claims),
        words=tuple(bags.words[k] for k in claims),
        terms=tuple(bags.terms[k] for k in claims),
        passages=tuple(bags.passages[k] for k in claims),
        sentence=tuple(bags.sentence[k] for k in claims),
    )


def runs(cells: Sequence[tuple[int, int]], apart: int) -> list[list[int]]:
    """The places of cells, joined where one follows another by at most `apart` either way."""
    order = sorted(range(len(cells)), key=cells.__getitem__)
    home = list(range(len(cells)))

    def root(k: int) -> int:
        while home[k] != k:
            home[k] = home[home[k]]
            k = home[k]
        return k

    for at, k in enumerate(order):
        i, j = cells[k]
        for other in order[at + 1 :]:
            down, along = cells[other][0] - i, cells[other][1] - j
            if down > apart:
                break
            if 0 <= along <= apart:
                home[root(other)] = root(k)
    found: dict[int, list[int]] = {}
    for k in order:
        found.setdefault(root(k), []).append(k)
    return list(found.values())
