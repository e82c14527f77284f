"""Choosing links between two versions of one text: in step first, then what was moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

import numpy as np

from tui.core.alignment.decoding import choose
from tui.core.alignment.parallel import Band, monotone
from tui.core.alignment.scoring import Scored, score
from tui.core.alignment.similarity import Bags
from tui.core.settings import Settings

Chosen = tuple[int, int, float, float]
"""A link: row, column, score, likeness."""

RUN = 3
"""Claims in a row that have to have moved together: one alone may be a formula that recurs."""
APART = 3
"""Claims from one link of a moved passage to the next, at most, in either text."""


def choose_in_step(a: Bags, b: Bags, band: Band, settings: Settings) -> list[Chosen]:
    """The pairs to link, best first: the heaviest chain through the band that never goes back.

    A claim may have several neighbours of the other text, and whole passages none. Claims that
    are left over are linked across the order where several in a row have moved together.
    """
    scored = score(a, b, band.pairs())
    kept = np.flatnonzero(scored.scores >= settings.tentative)
    kept = kept[monotone(scored.rows[kept], scored.columns[kept], scored.scores[kept].tolist())]
    chosen = choose(_only(scored, kept.tolist()), settings)
    chosen.extend(_moved(a, b, chosen, settings))
    return sorted(chosen, key=lambda p: (-p[2], p[0], p[1]))


def _only(scored: Scored, places: Sequence[int]) -> Scored:
    """The pairs at these places, in their order."""
    at = np.asarray(places, np.int64)
    return Scored(*(getattr(scored, field.name)[at] for field in fields(Scored)))


def _moved(a: Bags, b: Bags, chosen: Sequence[Chosen], settings: Settings) -> Iterator[Chosen]:
    """Links between claims that have none, where several follow one another in both texts."""
    rows = _others(len(a.views), {i for i, *_ in chosen})
    columns = _others(len(b.views), {j for _, j, *_ in chosen})
    if min(len(rows), len(columns)) < RUN:
        return
    left = [(rows[i], columns[j], s, x) for i, j, s, x in _links(a, b, rows, columns, settings)]
    for run in runs([(i, j) for i, j, *_ in left], APART):
        if min(len({left[k][side] for k in run}) for side in (0, 1)) >= RUN:
            yield from (left[k] for k in run)


def _links(
    a: Bags, b: Bags, rows: Sequence[int], columns: Sequence[int], settings: Settings
) -> Iterator[Chosen]:
    """What would be linked if there were no claims but these; solid links alone."""
    scored = score(_part(a, rows), _part(b, columns))
    return (p for p in choose(scored, settings) if p[2] >= settings.solid)


def _part(bags: Bags, claims: Sequence[int]) -> Bags:
    return replace(
        bags,
        views=tuple(bags.views[k] for k in claims),
        words=tuple(bags.words[k] for k in claims),
        terms=tuple(bags.terms[k] for k in claims),
    )


def _others(count: int, taken: set[int]) -> list[int]:
    return [k for k in range(count) if k not in taken]


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
