"""Claims that are word for word alike but for one edit: what two versions of a text differ in.

Where nearly all words are the same and in the same order, the words that are not tell all, however
the claims are built: two that changed places, one small word for another, a number, a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tui.core.alignment.arguments import Reading
from tui.core.alignment.circumstances import MUTUAL
from tui.core.alignment.pairing import Pairing
from tui.core.alignment.replacements import SPELT_ALIKE
from tui.core.document import Span
from tui.core.entities.lexicon import countries, given_names
from tui.core.language.quantities import compare_quantities
from tui.core.language.roles import ROLES
from tui.core.model import Difference, Quantity

ALIKE = 0.75
"""The share of the shorter claim's words that the other must have too."""
LONGER = 3
"""Words that the other may have more, at most."""
FEW = 3
"""Words in common, at least: of fewer no order can be told."""
LONGEST = 6
"""Words that change places together, at most."""
PASSED = frozenset("a an the its his her their our my this that these those".split())
"""Words that one version may have where the other has none, or another of them."""
JOINING = frozenset("and or nor but & plus with between than from to , ;".split())
CONTENT = ("NN", "JJ", "CD", "PRP", "VB")
"""What tags of words begin with that somebody or something is told by."""
_EXCLUDING = """
    for/against, with/without, before/after, behind/in front of, in front of/behind, inside/outside,
    above/below, more/less, more/fewer, most/least, most/fewest, same/different, odd/even,
    earlier/later, better/worse, higher/lower, larger/smaller, longer/shorter, older/younger,
    because of/despite, following/despite, due to/despite, despite/thanks to, towards/away from,
    to/from, from/until, from/till, since/until, after/until, up/down, win/lose,
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
PLAIN = ("number", "degree", "word")
"""Kinds of differences that stay what they are beside other edits."""
NEGATING = frozenset("not n't n’t never".split())


@dataclass(frozen=True, slots=True)
class Edit:
    """What sets two nearly equal claims apart; `sure` where they cannot both be so."""

    difference: Difference
    sure: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a claim, without those that any version may leave out."""

    reading: Reading
    places: tuple[int, ...]

    @staticmethod
    def of(r: Reading) -> _Words:
        s = r.sentence
        return _Words(
            r,
            tuple(
                i
                for i in range(*r.tokens)
                if s.lower[i] not in PASSED and any(map(str.isalnum, s.words[i]))
            ),
        )

    @property
    def lemmas(self) -> tuple[str, ...]:
        return tuple(self.reading.sentence.lemma(i) for i in self.places)

    def tag(self, k: int) -> str:
        return self.reading.sentence.tags[self.places[k]]

    def span(self, first: int, last: int) -> Span:
        """Of words `first` up to `last`; where there are none, the word before them."""
        s = self.reading.sentence
        if first == last:
            first, last = max(0, first - 1), max(1, first)
        return Span(s.starts[self.places[first]], s.ends[self.places[last - 1]])


def edited(p: Pairing) -> Edit | None:
    """What one edit made of a claim the other says; None where they differ in more, or in nothing
    that counts."""
    a, b = _Words.of(p.a), _Words.of(p.b)
    one, other = a.lemmas, b.lemmas
    common = (Counter(one) & Counter(other)).total()
    short, long = sorted((len(one), len(other)))
    if common < FEW or common < ALIKE * short or long - short > LONGER:
        return None
    swapped = _swapped(a, b)
    if swapped is not None:
        return swapped
    matched = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    edits = [(a, i, j, b, k, n) for how, i, j, k, n in matched if how != "equal"]
    replaced = [edit for edit in edits if edit[1] < edit[2] and edit[4] < edit[5]]
    if not replaced:
        if p.a.claim.negated != p.b.claim.negated:
            return _denied(edits)
        return _narrowed(*edits[0]) if len(edits) == 1 else None
    if sum("CD" in (*_tags(a, i, j), *_tags(b, k, n)) for _, i, j, _, k, n in edits) > 1:
        # "by three goals to one", "by two goals"
        replaced = [edit for edit in replaced if "CD" not in _tags(a, *edit[1:3])]
    found = (e for edit in replaced if (e := _replaced(*edit)) is not None)
    return next((e for e in found if len(replaced) == 1 or e.difference.kind in PLAIN), None)


def _swapped(a: _Words, b: _Words) -> Edit | None:
    """Two parts of a claim that have changed places in the other: "Orth beat Lind"."""
    one, other = a.lemmas, b.lemmas
    if sorted(one) != sorted(other) or one == other:
        return None
    first = next(k for k, (x, y) in enumerate(zip(one, other, strict=True)) if x != y)
    last = len(one) - next(
        k for k, (x, y) in enumerate(zip(one[::-1], other[::-1], strict=True)) if x != y
    )
    x, y = one[first:last], other[first:last]
    for m in range(1, min(LONGEST, len(x) - 2) + 1):
        for n in range(1, min(LONGEST, len(x) - m - 1) + 1):
            if x[:m] == y[-m:] and x[-n:] == y[:n] and x[m:-n] == y[n:-m]:
                left, right = (first, first + m), (last - n, last)
                if _may_not_change(a, left, right):
                    return None
                words = (a.reading.words(a.span(*part)) for part in (left, right))
                detail = f"changed places: {' and '.join(words)}"
                spans = a.reading.span, b.reading.span
                return Edit(Difference("role", *spans, detail), True)
    return None


def _may_not_change(a: _Words, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether it makes no odds which of two parts comes first: what is joined, what is done with
    each other, when and where."""
    between = a.lemmas[left[1] : right[0]]
    tags = [a.tag(k) for k in range(left[1], right[0])]
    verbs = {word for word, tag in zip(between, tags, strict=True) if tag[:2] == "VB"}
    turning = "than" in between or between == ("to",)
    if not turning and (not verbs or verbs <= MUTUAL):
        return True
    for part in (left, right):
        if not any(a.tag(k).startswith(CONTENT) for k in range(*part)) and not turning:
            return True
        if a.tag(part[0]) in ("IN", "RB", "CC", "WRB"):
            return not turning
    before = [a.tag(part[0] - 1) in ("IN", "TO") if part[0] else False for part in (left, right)]
    return all(before) and not turning


def _replaced(a: _Words, i: int, j: int, b: _Words, k: int, n: int) -> Edit | None:
    """What words `i` to `j` of one claim make of words `k` to `n` of the other."""
    one, other = " ".join(a.lemmas[i:j]), " ".join(b.lemmas[k:n])

    def edit(kind: str, sure: bool = False) -> Edit:
        return Edit(_difference(kind, a, (i, j), b, (k, n)), sure)

    if frozenset((one, other)) in EXCLUDING:
        return edit("antonym", sure=True)
    steps = PARTS.get(one), PARTS.get(other)
    if steps[0] is not None and steps[1] is not None:
        less, more = sorted((steps[0], steps[1]))
        # "many" and "most" may both be said
        if less < more and (more - less > 1 or less == 0 or more == ALL):
            return edit("degree")
    first, second = one.split()[0], other.split()[0]
    if "only" in (first, second) and EVERYBODY & {first, second}:
        return edit("degree")
    if j - i == n - k == 1:
        x, y = a.tag(i), b.tag(k)
        if x == y == "CD" and not _may_be_equal(a, i, b, k):
            return edit("number")
        fates = ROLES.get(one), ROLES.get(other)
        if None not in fates and fates[0] != fates[1]:
            return edit("word")
    if _are_two_names(a, (i, j), b, (k, n)):
        return edit("name")
    return None


def _narrowed(a: _Words, i: int, j: int, b: _Words, k: int, n: int) -> Edit | None:
    """A lone "only" or "almost" in one of the claims; not before a number, nor of what is alone."""
    w, first, last = (a, i, j) if i < j else (b, k, n)
    if last - first != 1 or w.lemmas[first] not in BOUNDS or last == len(w.places):
        return None
    s, at = w.reading.sentence, w.places[first]
    if w.tag(last) == "CD" or s.lower[at + 1] == "just" or s.tags[at] == "JJ":
        return None
    return Edit(_difference("degree", a, (i, j), b, (k, n)), False)


def _tags(w: _Words, first: int, last: int) -> tuple[str, ...]:
    return tuple(w.tag(k) for k in range(first, last))


def _difference(
    kind: str, a: _Words, left: tuple[int, int], b: _Words, right: tuple[int, int]
) -> Difference:
    x, y = a.span(*left), b.span(*right)
    return Difference(kind, x, y, f"{a.reading.words(x)} and {b.reading.words(y)}")


def _denied(edits: Sequence[tuple[_Words, int, int, _Words, int, int]]) -> Edit | None:
    """A lone "not" in one of the claims, which else only leaves words out."""
    if any(i < j and k < n for _, i, j, _, k, n in edits):
        return None
    denied = [NEGATING.isdisjoint((*a.lemmas[i:j], *b.lemmas[k:n])) for a, i, j, b, k, n in edits]
    if denied.count(False) != 1:
        return None
    a, i, j, b, k, n = edits[denied.index(False)]
    words = [word for word in (*a.lemmas[i:j], *b.lemmas[k:n]) if word != "do"]
    return Edit(_difference("polarity", a, (i, j), b, (k, n)), True) if len(words) == 1 else None


def _may_be_equal(a: _Words, i: int, b: _Words, k: int) -> bool:
    """Whether two numbers are read, and as one: "2,300" and "about 2,250"; not where both tell from
    what to what."""
    x, y = _quantity(a, i), _quantity(b, k)
    if x is None or y is None or compare_quantities(x, y) not in ("same", "compatible"):
        return False
    ranges = (q.approximator is None and q.low != q.high for q in (x, y))
    return not (all(ranges) and (x.low, x.high) != (y.low, y.high))


def _quantity(w: _Words, k: int) -> Quantity | None:
    at = w.span(k, k + 1)
    return next((q for q in w.reading.claim.quantities if q.start <= at.start < q.end), None)


def _are_two_names(a: _Words, left: tuple[int, int], b: _Words, right: tuple[int, int]) -> bool:
    """Whether two runs of words are names, of two things as far as can be told."""
    if any(
        not w.tag(k).startswith("NNP") for w, part in ((a, left), (b, right)) for k in range(*part)
    ):
        return False
    one, other = a.lemmas[slice(*left)], b.lemmas[slice(*right)]
    known = countries().names
    if (a.reading.words(a.span(*left)) in known) != (b.reading.words(b.span(*right)) in known):
        # a town may lie in the country
        return False
    initials = {"".join(word[0] for word in words) for words in (one, other)}
    letters = ["".join(filter(str.isalnum, "".join(words))) for words in (one, other)]
    given = given_names()
    if len(one) == len(other) == 1 and (one[0].lower() in given) != (other[0].lower() in given):
        # a person may be called by either name
        return False
    if set(one) & set(b.lemmas) or set(other) & set(a.lemmas) or initials & {*letters}:
        return False
    if _entities(a, left) & _entities(b, right) or _is_dated(a, left) or _is_dated(b, right):
        return False
    # loaded here because it takes longer to load than most texts take to read
    from rapidfuzz.fuzz import ratio

    return max(ratio(*letters), ratio(one[-1], other[-1])) < SPELT_ALIKE


def _is_dated(w: _Words, part: tuple[int, int]) -> bool:
    """Whether words are of a date: those are compared as what they mean."""
    at = w.span(*part)
    return any(d.start < at.end and at.start < d.end for d in w.reading.claim.dates)


def _entities(w: _Words, part: tuple[int, int]) -> set[str]:
    at = w.span(*part)
    return {
        x.entity
        for x in w.reading.items
        if x.entity and x.span.start < at.end and at.start < x.span.end
    }
