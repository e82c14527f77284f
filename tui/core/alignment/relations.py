"""How two claims about the same matter stand to each other.

Conflict is looked for before agreement: what one denies, opposite words and changed places first,
then numbers, dates, names and words that exclude each other, then how and on what condition it is
put. `contradicts` is for what is put forward without reserve on both sides, or allowed and
forbidden in the same words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.core.alignment import (
    amounts,
    circumstances,
    comparable,
    comparatives,
    differences,
    edits,
    exceptions,
    extents,
    lone,
    presumed,
    replacements,
    sums,
    times,
    wholes,
)
from tui.core.alignment.arguments import Reading, Readings
from tui.core.alignment.evidence import against, evidence
from tui.core.alignment.outright import denied_outright
from tui.core.alignment.pairing import Pairing, pair
from tui.core.alignment.polarity import Opposition, opposition
from tui.core.alignment.stance import Stance
from tui.core.alignment.views import View
from tui.core.document import Span
from tui.core.model import Claim, Difference, Evidence, Quoting, Relation

__all__ = ["Related", "is_left_open", "relate"]

MET = 0.3
"""Mutual coverage below which a condition is one more detail: of 54 links of matters that differ in
nothing else, 29 agree, 14 differ and 11 contradict each other."""
OUTER = ("modality", "condition", "degree", "polarity")
"""Kinds of differences that leave open whether the claims themselves say the same."""
APART = "read against each other, one rules the other out"
"""What a network finds where no word is another's opposite."""


@dataclass(frozen=True, slots=True)
class Related:
    """What is said of a link besides its score."""

    relation: Relation
    differences: tuple[Difference, ...]
    evidence: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    quoting: Quoting | None


def relate(
    a: View, b: View, readings: Readings, coverage: float, stance: Stance | None = None
) -> Related:
    """The relation of two claims that report the same matter, and what speaks for and against it.

    `coverage` is the mutual coverage of the claims' words in 0..1. `stance`: how they stand to each
    other as a network reads them; it counts where the rules set nothing against each other, and
    where it is sure, of what one claim alone denies.
    """
    p = pair(readings.of(a), readings.of(b))
    entities = readings.entities
    opposed, outright = _set_against(p, coverage)
    swapped = [*circumstances.roles(p), *comparatives.comparatives(p)]
    found = [*([opposed.difference] if opposed is not None else []), *swapped]
    found += [outright] if outright is not None and opposed is None else []
    measured = amounts.told(p.a), amounts.told(p.b)
    found += amounts.amounts(p, *measured)
    found += wholes.wholes(p)
    found += differences.numbers(p)
    found += times.dates(p)
    if not any(d.kind in ("number", "date") for d in found):
        found += times.hours(p)
        found += times.delays(p)
    found += replacements.names(p, entities)
    if not any(d.kind in ("name", "place") for d in found):
        found += replacements.only_places(p, entities)
    found += extents.degrees(p)
    found += extents.company(p)
    found += [
        d for d in replacements.words(p, coverage) if not any(_at_one_place(d, x) for x in found)
    ]
    excepted = list(exceptions.exceptions(p, found))
    forced = exceptions.against_will(p)
    ruled_out = presumed.presumed(p)
    found += [*excepted, *(d for d in (forced, ruled_out) if d is not None)]
    if not any(d.kind in ("number", "polarity") for d in found):
        unlike = comparable.numbers(p, *measured, coverage)
        found += [unlike] if unlike is not None else []
    if not found:
        found += lone.words(p)
    put = (circumstances.modality(p), circumstances.condition(p) if coverage >= MET else None)
    found += [d for d in put if d is not None]
    edit = edits.edited(p, entities) if all(d.kind in OUTER for d in found) else None
    if edit is not None and not any(d.kind == edit.difference.kind for d in found):
        found.append(edit.difference)
    sure = opposed is not None and opposed.sure
    sure = sure or bool(excepted) or (edit is not None and edit.sure)
    sure = sure or any(d is not None for d in (outright, forced, ruled_out))
    # "may be taken", "may not be taken": word for word alike, they are put alike as well
    edited = edit is not None and edit.sure and _are_put_alike(p.a, p.b)
    contradicts = edited or ((sure or bool(swapped)) and not _is_hedged(p.a, p.b))
    plain = opposed is not None and opposed.sure
    denied = contradicts and not edited and _denies_alone(p)
    if stance is not None and denied and stance.finds_none(doubtful=not plain):
        contradicts = False
        found = [d for d in found if d.kind != "polarity"]
    elif stance is not None and not contradicts and _reads_apart(p, stance, coverage, found):
        contradicts = True
        found.insert(0, Difference("polarity", _rest(p.a, p.left_a), _rest(p.b, p.left_b), APART))
    relation: Relation = "contradicts" if contradicts else "differs" if found else "agrees"
    said = circumstances.attribution(p, entities)
    if said is not None:
        found.append(said)
    return Related(
        relation,
        tuple(found),
        tuple(evidence(p, entities)),
        tuple(against(p, entities, found)),
        _quoting(a.claim, b.claim),
    )


def _set_against(p: Pairing, coverage: float) -> tuple[Opposition | None, Difference | None]:
    """What one claim denies or tells the opposite of, in the same words and outright; not where
    opposite words say the same."""
    if sums.make_up_whole(p):
        return None, None
    alike = comparatives.are_reversed(p) or exceptions.are_both_forced(p)
    opposed = None if alike else opposition(p, coverage)
    return opposed, None if opposed is not None and opposed.sure else denied_outright(p)


def is_left_open(p: Pairing) -> bool:
    """Whether a network's word counts as it is weighed: claims that are hedged never contradict,
    and of denials the rules know more, unless it is sure."""
    return not any(map(_denies, (p.a, p.b))) and not _is_hedged(p.a, p.b)


def _reads_apart(p: Pairing, stance: Stance, coverage: float, found: Sequence[Difference]) -> bool:
    """Whether a network sets claims against each other where the rules do not: what one denies,
    only where it has hardly a doubt."""
    if is_left_open(p):
        return stance.rules_out(coverage, bool(found))
    return _denies_alone(p) and not _is_hedged(p.a, p.b) and stance.finds_plain()


def _denies_alone(p: Pairing) -> bool:
    return _denies(p.a) != _denies(p.b)


def _denies(r: Reading) -> bool:
    return r.claim.negated or bool(r.denials)


def _rest(r: Reading, left: Sequence[int]) -> Span:
    """From the first to the last word that the other claim has nothing like; else the claim."""
    if not left:
        return r.span
    spans = [r.items[k].span for k in left]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _at_one_place(x: Difference, y: Difference) -> bool:
    """Whether two differences lie in the same words of both claims: one is enough to tell."""
    sides = ((x.a, y.a), (x.b, y.b))
    return all(p and q and p.start < q.end and q.start < p.end for p, q in sides)


def _is_hedged(a: Reading, b: Reading) -> bool:
    """Whether either claim is only possible or kept at a distance, or one alone is asked for."""
    if a.claim.hedge or b.claim.hedge or any(map(circumstances.is_possible, (a, b))):
        return True
    one, other = a.claim.modality, b.claim.modality
    return one != other and "demanded" in (one, other)


def _are_put_alike(a: Reading, b: Reading) -> bool:
    """Whether claims that are word for word alike are put alike too, and guess nothing."""
    one, other = a.claim, b.claim
    if one.modality != other.modality or (one.hedge is None) != (other.hedge is None):
        return False
    return not any(map(circumstances.guesses, (a, b))) and (
        one.modality != "possible" or all(any(x.slot == "patient" for x in r.items) for r in (a, b))
    )


def _quoting(a: Claim, b: Claim) -> Quoting | None:
    """Which of the claims their documents only pass on."""
    if a.attribution and b.attribution:
        return "both"
    return "a" if a.attribution else "b" if b.attribution else None
