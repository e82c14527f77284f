"""How two claims about the same matter stand to each other.

Conflict is looked for before agreement: polarity and opposite words first, then numbers and
dates that exclude each other, then what is asserted against what is asked for or only possible.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from tui.core.alignment.views import LIGHT, View
from tui.core.document import Span
from tui.core.language.dates import compare_dates
from tui.core.language.lexicon import related
from tui.core.language.quantities import compare_quantities
from tui.core.model import Difference, Entity, Evidence, Relation

KIN = ("same", "family", "synonym")
STRONG_COVERAGE = 0.72
"""Above this mutual coverage two claims share their predicate, whatever its words."""


def relate(
    a: View, b: View, texts: tuple[str, str], entities: Mapping[str, Entity], alike: float
) -> tuple[Relation, tuple[Difference, ...], tuple[Evidence, ...]]:
    """The relation of two claims that report the same matter, its differences and the evidence.

    `texts` are the documents' texts, `entities` all entities by id, `alike` the mutual
    coverage of the claims' words in 0..1.
    """
    differences = [*_numbers(a, b, texts), *_dates(a, b, texts)]
    opposed = _opposition(a, b, alike)
    if opposed is not None:
        differences.insert(0, opposed)
    differences.extend(_names(a, b, entities, alike))
    mode = _modality(a, b)
    if mode is not None:
        differences.append(mode)
    relation: Relation = "agrees"
    if opposed is not None and not _is_hedged(a, b):
        relation = "contradicts"
    elif differences:
        relation = "differs"
    return relation, tuple(differences), tuple(_evidence(a, b, texts, entities))


def _span(view: View) -> Span:
    return Span(view.claim.start, view.claim.end)


def _is_hedged(a: View, b: View) -> bool:
    """Whether either claim is only possible, asked for or promised."""
    return a.claim.modality != "asserted" or b.claim.modality != "asserted"


def _opposition(a: View, b: View, alike: float) -> Difference | None:
    """One denies what the other says, or uses the opposite word for it."""
    turned = a.claim.negated != b.claim.negated
    opposite = _antonyms(a, b)
    if turned == (opposite is not None):
        return None
    if turned:
        shared = _shared_predicate(a, b)
        if shared is None and alike < STRONG_COVERAGE:
            return None
        detail = "one denies what the other asserts"
        if shared is not None:
            detail += (
                f": {shared[0]} and {shared[1]}" if shared[0] != shared[1] else f": {shared[0]}"
            )
        return Difference("polarity", _span(a), _span(b), detail)
    assert opposite is not None
    if alike < STRONG_COVERAGE:
        return None
    return Difference("antonym", _span(a), _span(b), f"{opposite[0]} against {opposite[1]}")


def is_denied(a: View, b: View) -> bool:
    """Whether one claim denies what the other, by its predicate, asserts."""
    return a.claim.negated != b.claim.negated and _shared_predicate(a, b) is not None


def _shared_predicate(a: View, b: View) -> tuple[str, str] | None:
    """The predicate that one claim denies and the other speaks of, or None."""
    denied, other = (a, b) if a.claim.negated else (b, a)
    if denied.predicate is None or denied.predicate in LIGHT:
        return None
    for word in dict.fromkeys((other.predicate or "", *other.terms)):
        close = KIN if word == other.predicate else KIN[:2]
        if word and not word.startswith("@") and related(denied.predicate, word) in close:
            pair = (denied.predicate, word)
            return pair if denied is a else (word, denied.predicate)
    return None


def _plain_terms(view: View) -> list[str]:
    return list(dict.fromkeys(t for t in view.terms if t.isalpha()))


def _antonyms(a: View, b: View) -> tuple[str, str] | None:
    left = [t for t in _plain_terms(a) if t not in b.terms]
    right = [t for t in _plain_terms(b) if t not in a.terms]
    for x in left:
        for y in right:
            if related(x, y) == "antonym":
                return x, y
    return None


def _numbers(a: View, b: View, texts: tuple[str, str]) -> Iterator[Difference]:
    """Quantities of the same thing that exclude each other, unless another one matches."""
    settled = {
        id(q)
        for p in a.claim.quantities
        for q in b.claim.quantities
        if compare_quantities(p, q) in ("same", "compatible")
    }
    for p in a.claim.quantities:
        verdicts = [(q, compare_quantities(p, q)) for q in b.claim.quantities]
        if any(v in ("same", "compatible") for _, v in verdicts):
            continue
        for q, verdict in verdicts:
            if verdict == "different" and id(q) not in settled:
                left, right = texts[0][p.start : p.end], texts[1][q.start : q.end]
                yield Difference(
                    "number", Span(p.start, p.end), Span(q.start, q.end), f"{left} and {right}"
                )
                break


def _dates(a: View, b: View, texts: tuple[str, str]) -> Iterator[Difference]:
    verdicts = [(p, q, compare_dates(p, q)) for p in a.claim.dates for q in b.claim.dates]
    if any(v in ("same", "compatible") for _, _, v in verdicts):
        return
    for p, q, verdict in verdicts:
        if verdict == "different":
            left, right = texts[0][p.start : p.end], texts[1][q.start : q.end]
            yield Difference(
                "date", Span(p.start, p.end), Span(q.start, q.end), f"{left} and {right}"
            )
            return


def _names(a: View, b: View, entities: Mapping[str, Entity], alike: float) -> Iterator[Difference]:
    """One name where the other has another of its kind, in claims that are alike but for it."""
    if alike < STRONG_COVERAGE:
        return
    left = [t[1:] for t in dict.fromkeys(a.terms) if t.startswith("@") and t not in b.terms]
    right = [t[1:] for t in dict.fromkeys(b.terms) if t.startswith("@") and t not in a.terms]
    for x in left:
        same_kind = [y for y in right if entities[y].type == entities[x].type != "OTHER"]
        rivals = [z for z in left if entities[z].type == entities[x].type]
        if len(same_kind) == 1 and len(rivals) == 1:
            one, other = entities[x], entities[same_kind[0]]
            yield Difference(
                "place" if one.type == "PLACE" else "name",
                _mention_within(a, one),
                _mention_within(b, other),
                f"{one.name} and {other.name}",
            )


def _mention_within(view: View, entity: Entity) -> Span | None:
    claim, place = view.claim, (view.claim.document, view.claim.start)
    at = bisect_left(entity.mentions, place, key=lambda m: (m.document, m.start))
    for m in entity.mentions[at : at + 1]:
        if m.document == claim.document and m.start < claim.end:
            return Span(m.start, m.end)
    return None


def _modality(a: View, b: View) -> Difference | None:
    modes = {a.claim.modality, b.claim.modality}
    if len(modes) == 1 or modes == {"promised", "asserted"}:
        return None
    detail = f"{a.claim.modality} against {b.claim.modality}"
    return Difference("modality", _span(a), _span(b), detail)


def _evidence(
    a: View, b: View, texts: tuple[str, str], entities: Mapping[str, Entity]
) -> Iterator[Evidence]:
    """What speaks for the link, in words."""
    left, right = set(a.terms), set(b.terms)
    words = [t for t in dict.fromkeys(a.terms) if t in right and not t.startswith("@")]
    if words:
        yield Evidence("words", ", ".join(words))
    shared = [
        entities[t[1:]].name for t in dict.fromkeys(a.terms) if t in right and t.startswith("@")
    ]
    if shared:
        yield Evidence("entities", ", ".join(shared))
    kin = [
        f"{x} = {y}"
        for x in dict.fromkeys(_plain_terms(a))
        for y in dict.fromkeys(_plain_terms(b))
        if x != y and x not in right and y not in left and related(x, y) in KIN
    ]
    if kin:
        yield Evidence("related words", ", ".join(kin[:4]))
    for p in a.claim.quantities:
        for q in b.claim.quantities:
            if compare_quantities(p, q) in ("same", "compatible"):
                yield Evidence(
                    "number", f"{texts[0][p.start : p.end]} = {texts[1][q.start : q.end]}"
                )
    for d in a.claim.dates:
        for e in b.claim.dates:
            if compare_dates(d, e) == "same":
                yield Evidence("date", f"{texts[0][d.start : d.end]} = {texts[1][e.start : e.end]}")
