"""The words of a claim in their order, as two versions of one sentence are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tui.core.alignment.arguments import Reading
from tui.core.document import Span
from tui.core.model import Entity

PASSED = frozenset("a an the its his her their our my this that these those".split())
"""Words that one version may have where the other has none, or another of them."""


TELLING = ("NN", "JJ", "CD")
"""What the tags of words begin with that tell more of somebody or something."""
CASES = {"him": "he", "them": "they", "me": "i", "us": "we", "her": "she"}
"""Pronouns as they stand for whom something is done to, and for who does it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a claim, without those that any version may leave out."""

    reading: Reading
    entities: Mapping[str, Entity]
    places: tuple[tuple[int, int], ...]
    """The tokens of each in the sentence: one, or those of a mention."""
    lemmas: tuple[str, ...]

    @staticmethod
    def of(r: Reading, entities: Mapping[str, Entity], shared: frozenset[str]) -> Wording:
        """`shared`: entities that the other version mentions too, each taken for one word."""
        s = r.sentence
        known = {x.tokens[0]: x for x in r.items if x.entity in shared and not x.head}
        places, lemmas = [], []
        i, last = r.tokens
        while i < last:
            mention = known.get(i)
            end = mention.tokens[1] if mention is not None else i + 1
            # "gave her the ring", "her ring"
            passed = s.lower[i] in PASSED and s.tags[i] != "PRP"
            if end > i + 1 or (not passed and any(map(str.isalnum, s.words[i]))):
                lemma = s.lemma(i).lower() if mention is None else f"@{mention.entity}"
                places.append((i, end))
                lemmas.append(CASES.get(lemma, lemma))
            i = end
        return Wording(r, entities, tuple(places), tuple(lemmas))

    def without(self, extra: Counter[str]) -> Wording | None:
        """The same without some of its words, each the last of its kind; None where one is more
        than a name or what somebody or something is like, as the "by" of a passive."""
        left = extra.copy()
        kept = []
        for k in range(len(self.lemmas) - 1, -1, -1):
            if not left[self.lemmas[k]]:
                kept.append(k)
            elif not self.tag(k).startswith(TELLING):
                return None
            else:
                left[self.lemmas[k]] -= 1
        kept.reverse()
        return replace(
            self,
            places=tuple(self.places[k] for k in kept),
            lemmas=tuple(self.lemmas[k] for k in kept),
        )

    def text(self, first: int, last: int) -> str:
        """Words `first` up to `last` as they are spelt, in lower case."""
        lower = self.reading.sentence.lower
        return " ".join(word for i, end in self.places[first:last] for word in lower[i:end])

    def tag(self, k: int) -> str:
        return self.reading.sentence.tags[self.places[k][1] - 1]

    def span(self, first: int, last: int) -> Span:
        """Of words `first` up to `last`; where there are none, the word before them."""
        s = self.reading.sentence
        if first == last:
            first, last = max(0, first - 1), max(1, first)
        return Span(s.starts[self.places[first][0]], s.ends[self.places[last - 1][1] - 1])

    def tags(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(self.tag(k) for k in range(first, last))
