"""How a sentence uses capitals, and which of its words begin it or are capitalized anyway."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

Place = tuple[str, bool, str]
"""A token, whether it begins the sentence or something like one, and the sentence's casing."""

_OPENING = frozenset({":", "“", "‘", "``", "«", "•", "„", "—", "--", "–"})
_STOPS = frozenset(". , ! ? … ... ; ' ’".split())


def casing(words: Sequence[str]) -> str:
    """How a sentence uses capitals: n normally, a for all, t for every main word, l never."""
    letters = [word for word in words if word[0].isalpha()]
    capital = [word for word in letters if word[0].isupper()]
    if not capital:
        return "l"
    if len(letters) > 1 and all(map(str.isupper, letters)):
        return "a"
    long = [word for word in letters if len(word) > 3]
    if len(long) > 2 and sum([word[0].isupper() for word in long]) > 0.85 * len(long):
        return "t"
    return "n"


def places(words: Sequence[str], names: Collection[str] = ()) -> Iterator[Place]:
    """The tokens of a sentence with what describing them depends on, quotation marks paired.

    Words in `names` count as capitalized for their own sake wherever they stand.
    """
    case = casing(words)
    first = True
    quoted = False
    for i, word in enumerate(words):
        mark = word
        if word == '"' or word == "''":
            quoted = not quoted and _opens(words, i)
            mark = "“" if quoted else "”"
        elif word == "``":
            quoted = True
        if mark in names:
            yield mark, False, "n"
        else:
            yield mark, first, case
        if word[0].isalnum():
            first = False
        elif mark in _OPENING:
            first = True


def names_among(sentences: Iterable[Sequence[str]]) -> frozenset[str]:
    """The words of a document that are capitalized inside its sentences, and not elsewhere small.

    They tell that "Holder said" begins with a name where "Police said" does not.
    """
    capital: set[str] = set()
    small: set[str] = set()
    for words in sentences:
        for word, first, case in places(words):
            if case != "n" or first:
                continue
            if word[0].isupper() and not word.isupper():
                capital.add(word)
            elif word[0].islower():
                small.add(word)
    return frozenset([word for word in capital if word.lower() not in small])


def _opens(words: Sequence[str], i: int) -> bool:
    """Whether a straight quotation mark, none being open, opens rather than closes one."""
    if i == 0 or words[i] in words[i + 1 :]:
        return True
    return i + 1 < len(words) and words[i - 1] not in _STOPS
