"""Words alike: what a text may have meant by words that stand in it nowhere.

The forms of all texts are collected once; those alike to each word wanted become a pattern, which
is then searched for like any other.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence

CHUNK = 1 << 17
"""Characters whose words are collected without a pause; a few milliseconds."""

SHORTEST = 4
"""Letters a word must have; to a shorter one too much is alike."""

MOST = 24
"""Forms alike to one word that are looked for at most."""

_WORD = re.compile(r"[^\W_]+")


class Vocabulary:
    """The forms that stand in some texts, in small letters."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._forms: list[str] | None = None

    def forms(self) -> Generator[None, None, Sequence[str]]:
        """All forms, sorted; collected when first asked for, with pauses."""
        if self._forms is None:
            found: set[str] = set()
            for text in self._texts:
                for first in range(0, len(text), CHUNK):
                    found.update(_WORD.findall(text[first : first + CHUNK].lower()))
                    yield
            self._forms = sorted(found)
        return self._forms


def pattern_alike(
    words: Sequence[str], vocabulary: Vocabulary
) -> Generator[None, None, re.Pattern[str] | None]:
    """A pattern for where words alike to all those wanted follow one another; None where none do.

    Between two of them one other word may stand. Words too short to be alike to any must be there
    as they are.
    """
    wanted = [word for part in words for word in _WORD.findall(part.lower())]
    if not wanted or max(map(len, wanted)) < SHORTEST:
        return None
    forms = yield from vocabulary.forms()
    parts = []
    for word in wanted:
        found = forms_alike(word, forms)
        if not found:
            return None
        parts.append(rf"\b(?:{'|'.join(map(re.escape, found))})\b")
        yield
    return re.compile(r"[\W_]+(?:[^\W_]+[\W_]+)?".join(parts), re.IGNORECASE)


def forms_alike(word: str, forms: Sequence[str]) -> list[str]:
    """The forms most alike to a word, and longer forms of theirs; by the alphabet."""
    if len(word) < SHORTEST:
        return [word]
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(
        word, forms, scorer=OSA.distance, score_cutoff=faults(len(word)), limit=None
    )
    nearest = min((score for _, score, _ in found), default=0)
    best = tuple(form for form, score, _ in found if score == nearest)
    return sorted(form for form, _, _ in found if form.startswith(best))[:MOST]


def faults(letters: int) -> int:
    """How many letters of a word may be wrong, missing, too many or swapped with the next one.

    Among the 27,000 forms of English news, this finds each word with one such fault, and those of
    seven letters and more with two in nine of ten cases; with one fault more, or by rapidfuzz's
    ratios, far more words that were not meant are found as well.
    """
    return 1 if letters < 7 else 2
