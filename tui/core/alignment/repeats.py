"""Statements that a document makes twice: what one of them corresponds to, the other does too.

A lead tells what the text tells again, a summary repeats a report. Of two claims so alike neither
is nearer by far than the other to anything, so that the signals alone let one of them go.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from tui.core.alignment.arguments import Readings
from tui.core.alignment.meaning import Encoded
from tui.core.alignment.relations import relate
from tui.core.alignment.scoring import Scored
from tui.core.alignment.similarity import Bags, coverage

SAME = 0.65
"""Claims of a document whose words meet each other this far may say the same. With .6 and .7 sets
of unseen topics come out a little worse (mean F1 .542, .544 and with .65 .546; .542 without)."""
SURE = 0.7
"""A link of at least this score holds for the repeat of either of its claims as well."""

Repeats = Mapping[int, Sequence[tuple[int, float]]]
"""For a claim, the others of its document that say the same, each with how far they do, in 0..1."""
Chosen = tuple[int, int, float, float]
"""Row, column, score, likeness."""


def repeats(bags: Bags, encoded: Encoded, readings: Readings) -> Repeats:
    """The claims of different sentences that say the same, and agree. Raises `EncoderError`."""
    alike = encoded.met(bags.passages)
    sentence = np.asarray(bags.sentence, np.int64)
    rows, columns = np.nonzero((alike >= SAME) & (sentence[:, None] < sentence[None]))
    forth, back = coverage(bags.words, bags.words, rows, columns)
    found: dict[int, list[tuple[int, float]]] = {}
    pairs = zip(rows.tolist(), columns.tolist(), ((forth + back) / 2).tolist(), strict=True)
    for i, j, covered in pairs:
        if relate(bags.views[i], bags.views[j], readings, covered).relation == "agrees":
            for one, other in ((i, j), (j, i)):
                found.setdefault(one, []).append((other, float(alike[i, j])))
    return found


def with_repeats(
    chosen: Sequence[Chosen], scored: Scored, of_rows: Repeats, of_columns: Repeats
) -> list[Chosen]:
    """The links with those of repeats, best first: these score so far as they say the same."""
    if not (of_rows or of_columns):
        return list(chosen)
    compared = zip(scored.rows.tolist(), scored.columns.tolist(), strict=True)
    place = {pair: k for k, pair in enumerate(compared)}
    links = {(i, j): (score, alike) for i, j, score, alike in chosen}
    added: dict[tuple[int, int], float] = {}
    for i, j, score, _ in chosen:
        if score >= SURE:
            also = [(k, j, x) for k, x in of_rows.get(i, ())]
            also += [(i, k, x) for k, x in of_columns.get(j, ())]
            for row, column, x in also:
                if (row, column) in place and (row, column) not in links:
                    added[row, column] = max(added.get((row, column), 0.0), score * x)
    links |= {p: (score, float(scored.alike[place[p]])) for p, score in added.items()}
    return sorted(
        ((i, j, score, alike) for (i, j), (score, alike) in links.items()),
        key=lambda p: (-p[2], p[0], p[1]),
    )
