"""Choosing links among scored pairs, and joining links into correspondences over N documents."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

import numpy as np

from tui.core.alignment.scoring import Scored
from tui.core.model import STRENGTH, Claim, Correspondence, Link
from tui.core.settings import Settings

SHARE_OF_BEST = 0.9
"""A second counterpart is kept where it scores at least this share of the best of either side."""
SHARE_OF_OTHER = 0.3
"""A pair falls where it scores less than this share of the best of either side: a claim whose
counterpart is all but sure is no other's doubtful one, unless it is denied there: what one
statement of a document confirms another of it may deny. Of topics unseen it turns no figure by more
than .008; a larger share costs two sets of four more than it gives the others."""


def choose(scored: Scored, settings: Settings) -> list[tuple[int, int, float, float]]:
    """The pairs of one document pair to link: (row, column, score, likeness), best first.

    A pair stands where it is the best for either of its claims, or close to it: crossing order
    and several counterparts for one claim are normal. (Links one to one, by maximum weight or
    best of both, found fewer that people link: bench/README.md.)
    """
    likely = np.flatnonzero(scored.scores >= settings.tentative)
    rows, columns, scores = scored.rows[likely], scored.columns[likely], scored.scores[likely]
    near = np.zeros(len(likely), np.bool_)
    most = np.zeros(len(likely))
    for side in (rows, columns):
        best = np.zeros(int(side.max(initial=-1)) + 1)
        np.maximum.at(best, side, scores)
        near |= scores >= SHARE_OF_BEST * best[side]
        most = np.maximum(most, best[side])
    sure = (scores >= SHARE_OF_OTHER * most) | (scored.denied[likely] > 0)
    places = likely[near & sure]
    chosen = zip(
        scored.rows[places].tolist(),
        scored.columns[places].tolist(),
        scored.scores[places].tolist(),
        scored.alike[places].tolist(),
        strict=True,
    )
    return sorted(chosen, key=lambda p: (-p[2], p[0], p[1]))


def uncrossed(
    chosen: Sequence[tuple[int, int, float, float]], of_row: Sequence[int], of_column: Sequence[int]
) -> list[tuple[int, int, float, float]]:
    """The pairs less those of which both claims have better counterparts in the same two sentences.

    Claims of one sentence are alike in what is told around them. `of_row`, `of_column`: the
    sentence of each claim.
    """
    best: dict[tuple[bool, int, int], float] = {}
    for i, j, score, _ in chosen:
        for key in ((False, i, of_column[j]), (True, j, of_row[i])):
            best[key] = max(score, best.get(key, 0.0))
    return [
        (i, j, score, alike)
        for i, j, score, alike in chosen
        if score >= min(best[False, i, of_column[j]], best[True, j, of_row[i]])
    ]


def correspond(
    claims: Sequence[Claim], links: Sequence[Link], settings: Settings
) -> tuple[Correspondence, ...]:
    """Groups of claims that report the same matter, in text order of their first claims.

    Average-link agglomeration over the links' scores, strongest first: two groups join while the
    mean score between their claims of different documents stays above `settings.tentative`, so
    that one wrong link cannot fuse everything.
    """
    order = {c.id: k for k, c in enumerate(claims)}
    document = {c.id: c.document for c in claims}
    scores = {frozenset((x.a, x.b)): x.score for x in links}
    group: dict[str, list[str]] = {}
    for link in sorted(links, key=lambda x: (-x.score, *sorted((order[x.a], order[x.b])))):
        left = group.setdefault(link.a, [link.a])
        right = group.setdefault(link.b, [link.b])
        if left is right:
            continue
        between = [
            scores.get(frozenset((x, y)), 0.0)
            for x in left
            for y in right
            if document[x] != document[y]
        ]
        if fsum(between) / len(between) < settings.tentative:
            continue
        left.extend(right)
        for member in right:
            group[member] = left
    found = {id(g): sorted(g, key=order.__getitem__) for g in group.values() if len(g) > 1}
    groups = sorted(found.values(), key=lambda g: order[g[0]])
    home = {c: k for k, g in enumerate(groups) for c in g}
    inside: list[list[Link]] = [[] for _ in groups]
    for link in links:
        if link.a in home and home[link.a] == home.get(link.b):
            inside[home[link.a]].append(link)
    strongest = [max((x.relation for x in own), key=STRENGTH.__getitem__) for own in inside]
    return tuple(
        Correspondence(
            f"t{k + 1}",
            tuple(g),
            relation,
            round(fsum(x.score for x in own) / len(own), 4),
            # A sure agreement does not make a contradiction sure that stands beside it.
            all(x.tentative for x in own if x.relation == relation),
        )
        for k, (g, own, relation) in enumerate(zip(groups, inside, strongest, strict=True))
    )
