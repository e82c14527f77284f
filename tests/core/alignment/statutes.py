"""Made-up clauses of a statute, each in two wordings: long texts for the tests."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tui.core.comparison import Comparison
from tui.core.document import Document

OFFICES = "warden bailiff reeve steward clerk porter miller ferryman cooper falconer".split()
PLACES = "weir granary chapel orchard quarry tannery causeway dovecote kiln smithy barn".split()
GOODS = "barley timber wax tallow flax honey leather salt iron charcoal peat herring malt".split()
DEEDS = "deliver weigh inspect store mend burn auction borrow bury".split()
PAST = "delivered weighed inspected stored mended burned auctioned borrowed buried".split()
FEASTS = "harvest midsummer lent michaelmas easter candlemas shearing".split()


def clause(k: int) -> tuple[str, str]:
    """Clause `k` as the old version has it, and as the new one."""
    chance = random.Random(k)
    office, place, goods, feast = map(chance.choice, (OFFICES, PLACES, GOODS, FEASTS))
    deed, number = chance.randrange(len(DEEDS)), chance.randrange(20, 900)
    old = f"The {office} shall {DEEDS[deed]} {number} loads of {goods} at the {place} by {feast}."
    new = f"By {feast}, {number} {goods} loads must be {PAST[deed]} by the {office} in the {place}."
    return old, new


def old(numbers: Sequence[int]) -> Document:
    """The clauses of these numbers in the old wording, a line each."""
    return Document("old.txt", "\n".join(clause(k)[0] for k in numbers))


def new(numbers: Sequence[int]) -> Document:
    """The clauses of these numbers in the new wording, a line each."""
    return Document("new.txt", "\n".join(clause(k)[1] for k in numbers))


def linked(found: Comparison, *numbers: Sequence[int]) -> set[tuple[int, int]]:
    """The links as pairs of clauses, by the numbers of the clauses that make up each document."""
    clauses = {}
    for c in found.claims:
        line = found.documents[c.document].text.count("\n", 0, c.start)
        clauses[c.id] = numbers[c.document][line]
    return {(clauses[x.a], clauses[x.b]) for x in found.links}
