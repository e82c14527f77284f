"""Claims that are word for word alike but for one edit: what two versions of a text differ in.

Where nearly all words are the same and in the same order, the words that are not tell all, however
the claims are built: two that changed places, one small word for another, a number, a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tui.core.alignment.called import are_two_names, are_two_peoples, is_dated
from tui.core.alignment.pairing import Pairing
from tui.core.alignment.swaps import swapped
from tui.core.alignment.wording import Wording
from tui.core.language.date_patterns import ORDINALS
from tui.core.language.numbers import read_number
from tui.core.language.quantities import compare_quantities
from tui.core.language.roles import ROLES
from tui.core.model import Difference, Entity, Quantity

ALIKE = 0.75
"""The share of the shorter claim's words that the other must have too."""
LONGER = 3
"""Words that the other may have more, at most."""
FEW = 3
"""Words in common, at least: of fewer no order can be told."""
_EXCLUDING = """
    for/against, with/without, before/after, behind/in front of, in front of/behind, inside/outside,
    above/below, more/less, more/fewer, most/least, most/fewest, same/different, odd/even,
    earlier/later, better/worse, higher/lower, larger/smaller, longer/shorter, older/younger,
    because of/despite, following/despite, due to/despite, despite/thanks to, towards/away from,
    from/until, from/till, since/until, after/until, up/down, win/lose,
    now/no longer, still/no longer
"""
EXCLUDING = frozenset(
    frozenset(pair.strip().split("/")) for pair in " ".join(_EXCLUDING.split()).split(",")
)
"""Words of which one excludes the other in one place."""
PARTS = {
    word: n
    for n, words in enumerate(
        ("no none", "few hardly barely", "some several", "many half", "most", "all every each")
    )
    for word in words.split()
}
"""Words of how many, from none to all."""
ALL = max(PARTS.values())
BOUNDS = frozenset("only almost partly half mostly".split())
"""Words that narrow a statement which the other claim makes without them."""
EVERYBODY = frozenset("either both all any every each anyone everyone anybody everybody".split())
"""Who is more than whom an "only" leaves."""
LAST = "last"
ROUND = 0.1
"""How far two bounds may lie apart that tell of one thing that happened."""
RULING = frozenset("every each all no never any always anyone everyone nobody may".split())
"""Words that make a rule of what is put as a fact."""
PAST = frozenset(("VBD", "VBN"))
"""Tags of verbs that tell what has happened."""
LIMITING = frozenset(
    "until till except unless during within over under beyond above below before after from and"
    " or".split()
)
"""What a bound on a rule begins with, or one more thing that it is for."""
INDEPENDENT = ("number", "degree", "word")
"""Kinds of differences that stay what they are beside other edits."""
VALUES = ("number", "name")
"""Kinds that stay what they are where one claim denies something."""
NEGATING = frozenset("not n't n’t never".split())
"""Words of which one more makes a claim deny what the other says."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What sets two nearly equal claims apart; `sure` where they cannot both be so."""

    difference: Difference
    sure: bool


def edited(p: Pairing, entities: Mapping[str, Entity]) -> Edit | None:
    """What one edit made of a claim the other says; None where they differ in more, or in nothing
    that counts. The same whichever claim comes first."""
    named = [{x.entity for x in r.items if x.entity} for r in (p.a, p.b)]
    shared = frozenset(named[0] & named[1])
    a, b = (Wording.of(r, entities, shared) for r in (p.a, p.b))
    if b.lemmas < a.lemmas:
        found = _edited(b, a)
        if found is None:
            return None
        return Edit(_turned(p, found.difference), found.sure)
    return _edited(a, b)


def _turned(p: Pairing, found: Difference) -> Difference:
    """A difference that was found with the claims of `p` the other way round."""
    one, other = found.b, found.a
    if one is None or other is None:
        return Difference(found.kind, one, other, found.detail)
    left, right = p.a.words(one), p.b.words(other)
    told = found.detail == f"{right} and {left}"
    return Difference(found.kind, one, other, f"{left} and {right}" if told else found.detail)


def _edited(a: Wording, b: Wording) -> Edit | None:
    one, other = a.lemmas, b.lemmas
    common = (Counter(one) & Counter(other)).total()
    short, long = sorted((len(one), len(other)))
    if common < FEW or common < ALIKE * short or long - short > LONGER:
        return None
    extra = Counter(one) - Counter(other), Counter(other) - Counter(one)
    if not all(extra):
        less, fewer = a.without(extra[0]), b.without(extra[1])
        if less is not None and fewer is not None and less.lemmas != fewer.lemmas:
            changed = swapped(less, fewer)
            if changed is not None or not any(extra):
                return None if changed is None else Edit(changed, True)
    matched = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    edits = [(a, i, j, b, k, n) for how, i, j, k, n in matched if how != "equal"]
    replaced = [edit for edit in edits if edit[1] < edit[2] and edit[4] < edit[5]]
    x, y = a.reading, b.reading
    if not replaced:
        if x.claim.negated != y.claim.negated:
            return _denied(edits)
        return (_narrowed(*edits[0]) or _limited(*edits[0])) if len(edits) == 1 else None
    if sum("CD" in (*a.tags(i, j), *b.tags(k, n)) for _, i, j, _, k, n in edits) > 1:
        # "by three goals to one", "by two goals"
        replaced = [edit for edit in replaced if "CD" not in a.tags(*edit[1:3])]
    found = (e for edit in replaced if (e := _replaced(*edit)) is not None)
    # "not made with salt", "made without salt"
    turned = x.claim.negated != y.claim.negated or bool(x.denials) != bool(y.denials)
    kinds = VALUES if turned else (INDEPENDENT if len(replaced) > 1 else None)
    return next((e for e in found if kinds is None or e.difference.kind in kinds), None)


def _replaced(a: Wording, i: int, j: int, b: Wording, k: int, n: int) -> Edit | None:
    """What words `i` to `j` of one claim make of words `k` to `n` of the other."""
    one, other = " ".join(a.lemmas[i:j]), " ".join(b.lemmas[k:n])

    def edit(kind: str, sure: bool = False) -> Edit:
        return Edit(_difference(kind, a, (i, j), b, (k, n)), sure)

    spelt = frozenset((a.text(i, j), b.text(k, n)))
    if spelt in EXCLUDING or frozenset((one, other)) in EXCLUDING:
        return edit("antonym", sure=True)
    steps = PARTS.get(one), PARTS.get(other)
    if steps[0] is not None and steps[1] is not None:
        less, more = sorted((steps[0], steps[1]))
        # "many" and "most" may both be said
        if less < more and (more - less > 1 or less == 0 or more == ALL):
            return edit("degree")
    first, second = one.split()[0], other.split()[0]
    whole = len(a.lemmas) == len(b.lemmas)
    alone = one not in b.lemmas and other not in a.lemmas
    if ALL in (steps[0], steps[1]) and "CD" in (a.tag(i), b.tag(k)) and alone and whole:
        return edit("degree")
    if "only" in (first, second) and EVERYBODY & {first, second}:
        return edit("degree")
    if j - i == n - k == 1:
        if _is_number(a, i) and _is_number(b, k) and not _may_be_equal(a, i, b, k):
            return edit("number")
        if are_two_peoples(a.reading.words(a.span(i, j)), b.reading.words(b.span(k, n))):
            return edit("name")
        counted = LAST in (one, other) and "of" in (a.lemmas[j : j + 1] + b.lemmas[n : n + 1])
        if {one, other} <= {*ORDINALS, LAST} and alone and not counted:
            return edit("number")
        fates = ROLES.get(one), ROLES.get(other)
        if None not in fates and fates[0] != fates[1]:
            return edit("word")
    if are_two_names(a, (i, j), b, (k, n)):
        return edit("name")
    return None


def _narrowed(a: Wording, i: int, j: int, b: Wording, k: int, n: int) -> Edit | None:
    """A lone "only" or "almost" in one of the claims; not before a number, nor of what is alone."""
    w, first, last = (a, i, j) if i < j else (b, k, n)
    if last - first != 1 or w.lemmas[first] not in BOUNDS or last == len(w.places):
        return None
    s, at = w.reading.sentence, w.places[first][0]
    if w.tag(last) == "CD" or s.lower[at + 1] == "just" or s.tags[at] == "JJ":
        return None
    found = _difference("degree", a, (i, j), b, (k, n))
    detail = f"{w.text(first, last)}, in one alone"
    return Edit(Difference(found.kind, found.a, found.b, detail), False)


def _limited(a: Wording, i: int, j: int, b: Wording, k: int, n: int) -> Edit | None:
    """What a rule is for, or how far it goes, in one of the claims alone: "until July", "and in
    schools"; not of what happened, of which one claim may tell more."""
    w, first, last = (a, i, j) if i < j else (b, k, n)
    s, (start, end) = w.reading.sentence, w.reading.tokens
    if w.lemmas[first] not in LIMITING or not any(
        t[:2] in ("NN", "CD") for t in w.tags(first, last)
    ):
        return None
    rules = not RULING.isdisjoint(s.lower[start:end]) and PAST.isdisjoint(s.tags[start:end])
    if w.reading.claim.modality != "demanded" and not rules:
        return None
    found = _difference("condition", a, (i, j), b, (k, n))
    detail = f"{w.text(first, last)}, in one alone"
    return Edit(Difference(found.kind, found.a, found.b, detail), False)


def _difference(
    kind: str, a: Wording, left: tuple[int, int], b: Wording, right: tuple[int, int]
) -> Difference:
    x, y = a.span(*left), b.span(*right)
    return Difference(kind, x, y, f"{a.reading.words(x)} and {b.reading.words(y)}")


def _denied(edits: Sequence[tuple[Wording, int, int, Wording, int, int]]) -> Edit | None:
    """A lone "not" in one of the claims, which else only leaves words out."""
    if any(i < j and k < n for _, i, j, _, k, n in edits):
        return None
    denied = [NEGATING.isdisjoint((*a.lemmas[i:j], *b.lemmas[k:n])) for a, i, j, b, k, n in edits]
    if denied.count(False) != 1:
        return None
    a, i, j, b, k, n = edits[denied.index(False)]
    words = [word for word in (*a.lemmas[i:j], *b.lemmas[k:n]) if word != "do"]
    if len(words) > 1:
        return None
    found = _difference("polarity", a, (i, j), b, (k, n))
    return Edit(Difference(found.kind, found.a, found.b, f"{words[0]}, in one alone"), True)


def _is_number(w: Wording, k: int) -> bool:
    """Also where the tagger takes "twenty-three" for what somebody is like."""
    words = w.text(k, k + 1)
    number = read_number(words, 0, len(words)) if words[0].isalnum() else None
    return w.tag(k) == "CD" or (number is not None and number.end == len(words))


def _may_be_equal(a: Wording, i: int, b: Wording, k: int) -> bool:
    """Whether two numbers are read, and as one: "2,300" and "about 2,250"; not where both tell from
    what to what."""
    digits = {w.text(m, m + 1).replace(":", ".") for w, m in ((a, i), (b, k))}
    if len(digits) == 1 or is_dated(a, (i, i + 1)) or is_dated(b, (k, k + 1)):
        return True
    x, y = _quantity(a, i), _quantity(b, k)
    if x is None or y is None or compare_quantities(x, y) not in ("same", "compatible"):
        return False
    if x.approximator and x.approximator == y.approximator and None in (x.low, x.high):
        # "at least 23", "at least 21"
        asked = "demanded" in (a.reading.claim.modality, b.reading.claim.modality)
        return abs(x.value - y.value) <= (0 if asked else ROUND * max(x.value, y.value))
    ranges = (q.approximator is None and q.low != q.high for q in (x, y))
    return not (all(ranges) and (x.low, x.high) != (y.low, y.high))


def _quantity(w: Wording, k: int) -> Quantity | None:
    at = w.span(k, k + 1)
    return next((q for q in w.reading.claim.quantities if q.start <= at.start < q.end), None)
