"""What speaks for a link, and what against it, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.core.alignment.arguments import Reading
from tui.core.alignment.pairing import Pairing
from tui.core.language.dates import compare_dates
from tui.core.language.quantities import compare_quantities
from tui.core.model import Difference, Entity, Evidence

MOST = 6
"""Words of a kind that are named; more would not be read."""


def evidence(p: Pairing, entities: Mapping[str, Entity]) -> Iterator[Evidence]:
    """What both claims have: words, related words, entities, numbers, dates and the speaker."""
    same: list[str] = []
    kin: list[str] = []
    names: list[str] = []
    for i, j, tie in p.pairs:
        x, y = p.a.items[i], p.b.items[j]
        if x.light or tie != "same" or x.kind in ("number", "date"):
            continue
        if x.entity is not None:
            names.append(entities[x.entity].name)
        elif x.key == y.key:
            same.append(x.key)
        else:
            kin.append(f"{x.key} = {y.key}")
    for kind, found in (("words", same), ("entities", names), ("related words", kin)):
        if found:
            yield Evidence(kind, _listed(found))
    for q in p.a.claim.quantities:
        for r in p.b.claim.quantities:
            if compare_quantities(q, r) in ("same", "compatible"):
                left, right = p.a.text[q.start : q.end], p.b.text[r.start : r.end]
                yield Evidence("number", f"{left} = {right}")
    for d in p.a.claim.dates:
        for e in p.b.claim.dates:
            if compare_dates(d, e) == "same":
                left, right = p.a.text[d.start : d.end], p.b.text[e.start : e.end]
                yield Evidence("date", f"{left} = {right}")
    one, other = p.a.claim.attribution, p.b.claim.attribution
    if one and other and one.source and one.source == other.source:
        yield Evidence("speaker", entities[one.source].name)


def against(
    p: Pairing, entities: Mapping[str, Entity], differences: Sequence[Difference]
) -> Iterator[Evidence]:
    """What only one claim has, and the numbers and dates that differ."""
    for d in differences:
        if d.kind in ("number", "date"):
            yield Evidence(d.kind, d.detail)
    sides = ((p.a, p.left_a, "first"), (p.b, p.left_b, "second"))
    for kind in ("words", "entities"):
        told = [
            f"only the {which}: {_listed(found)}"
            for r, left, which in sides
            if (found := list(_left(r, left, kind, entities)))
        ]
        if told:
            yield Evidence(kind, "; ".join(told))


def _left(
    r: Reading, left: Iterable[int], kind: str, entities: Mapping[str, Entity]
) -> Iterator[str]:
    for k in left:
        x = r.items[k]
        if kind == "entities" and x.entity is not None:
            yield entities[x.entity].name
        elif kind == "words" and x.entity is None and x.kind not in ("number", "date"):
            yield x.key


def _listed(words: Iterable[str]) -> str:
    found = list(dict.fromkeys(words))
    more = "" if len(found) <= MOST else " …"
    return ", ".join(found[:MOST]) + more
