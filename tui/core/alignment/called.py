"""Whether two words, or runs of words, name two things."""

from __future__ import annotations

from tui.core.alignment.replacements import SPELT_ALIKE
from tui.core.alignment.wording import Wording
from tui.core.entities.lexicon import countries, given_names


def are_two_peoples(one: str, other: str) -> bool:
    """Whether two words say of what country somebody or something is: "Finnish", "Swedish"."""
    of = countries().demonyms.get(one), countries().demonyms.get(other)
    return None not in of and of[0] != of[1]


def are_two_names(a: Wording, left: tuple[int, int], b: Wording, right: tuple[int, int]) -> bool:
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
    after = [w.lemmas[part[1] : part[1] + 1] for w, part in ((a, left), (b, right))]
    if after[0] and after[0] == after[1] and a.tag(left[1]).startswith("NNP"):
        # two titles of one name
        return False
    given = given_names()
    types = {w.entities[e].type for w, part in ((a, left), (b, right)) for e in _entities(w, part)}
    if (
        "PLACE" not in types
        and len(one) == len(other) == 1
        and (one[0].lower() in given) != (other[0].lower() in given)
    ):
        # a person may be called by either name
        return False
    if set(one) & set(b.lemmas) or set(other) & set(a.lemmas) or initials & {*letters}:
        return False
    if _entities(a, left) & _entities(b, right) or is_dated(a, left) or is_dated(b, right):
        return False
    # loaded here because it takes longer to load than most texts take to read
    from rapidfuzz.fuzz import ratio

    return max(ratio(*letters), ratio(one[-1], other[-1])) < SPELT_ALIKE


def is_dated(w: Wording, part: tuple[int, int]) -> bool:
    """Whether words are of a date: those are compared as what they mean."""
    at = w.span(*part)
    return any(d.start < at.end and at.start < d.end for d in w.reading.claim.dates)


def _entities(w: Wording, part: tuple[int, int]) -> set[str]:
    at = w.span(*part)
    return {
        x.entity
        for x in w.reading.items
        if x.entity and x.span.start < at.end and at.start < x.span.end
    }
