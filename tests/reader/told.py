"""Small comparisons built from what is claimed: figures and dates are found by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.core.comparison import Comparison
from tui.core.document import Document
from tui.core.model import Claim, Date, Difference, Entity, Evidence, Link, Quantity, Relation
from tui.core.model import Correspondence as Group


@dataclass(frozen=True)
class Told:
    """A claim to be: its words, with `(words, low, high, counted, role)` and `(words, value)`."""

    words: str
    figures: tuple[tuple[str, float | None, float | None, str | None, str | None], ...] = ()
    dates: tuple[tuple[str, str | None], ...] = ()
    entities: tuple[str, ...] = ()


def comparison(
    documents: Sequence[Sequence[Told]],
    links: Sequence[tuple[str, str, Relation]] = (),
    groups: Sequence[tuple[tuple[str, ...], Relation]] = (),
    entities: Sequence[Entity] = (),
    named: Sequence[tuple[str, str, str]] = (),
) -> Comparison:
    """Claims are called `a1`, `a2`, `b1` ... by document; `named` are kinds of differences that
    links say they have, in all of both claims' figures or dates."""
    claims: list[Claim] = []
    texts = []
    for d, told in enumerate(documents):
        text = ""
        for k, one in enumerate(told):
            start = len(text)
            claims.append(_claim(f"{'abcdefgh'[d]}{k + 1}", d, start, one))
            text += one.words + ".\n"
        texts.append(text)
    by_id = {claim.id: claim for claim in claims}
    made = []
    for a, b, relation in links:
        differences = tuple(
            Difference(kind, _span(by_id[a], kind), _span(by_id[b], kind), "they differ")
            for x, y, kind in named
            if (x, y) == (a, b)
        )
        made.append(Link(a, b, relation, 0.8, (Evidence("words", "same"),), differences))
    return Comparison(
        tuple(Document(f"{'abcdefgh'[d]}.txt", text) for d, text in enumerate(texts)),
        tuple(() for _ in texts),
        tuple(entities),
        tuple(claims),
        tuple(made),
        tuple(Group(f"t{k + 1}", of, relation, 0.8) for k, (of, relation) in enumerate(groups)),
    )


def _span(claim: Claim, kind: str):  # type: ignore[no-untyped-def]
    from tui.core.document import Span

    found = claim.quantities[0] if kind == "number" else claim.dates[0]
    return Span(found.start, found.end)


def _claim(name: str, document: int, start: int, told: Told) -> Claim:
    def place(words: str) -> tuple[int, int]:
        at = start + told.words.index(words)
        return at, at + len(words)

    quantities = []
    for words, low, high, counted, role in told.figures:
        value = low if low is not None else high
        assert value is not None
        quantities.append(Quantity(*place(words), low, high, value, counted=counted, role=role))
    return Claim(
        name,
        document,
        0,
        start,
        start + len(told.words),
        entities=told.entities,
        quantities=tuple(quantities),
        dates=tuple(Date(*place(words), value) for words, value in told.dates),
    )
