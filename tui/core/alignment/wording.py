"""The words of a claim in their order, as two versions of one sentence are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.core.alignment.arguments import Reading
from tui.core.document import Span
from tui.core.model import Entity

PASSED = frozenset("a an the its his her their our my this that these those".split())
"""Words that one version may have where the other has none, or another of them."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a claim, without those that any version may leave out."""

    reading: Reading
    entities: Mapping[str, Entity]
    places: tuple[int, ...]
    """Its tokens in the sentence."""
    lemmas: tuple[str, ...]

    @staticmethod
    def of(r: Reading, entities: Mapping[str, Entity]) -> Wording:
        s = r.sentence
        places = tuple(
            i
            for i in range(*r.tokens)
            if s.lower[i] not in PASSED and any(map(str.isalnum, s.words[i]))
        )
        return Wording(r, entities, places, tuple(map(s.lemma, places)))

    def text(self, first: int, last: int) -> str:
        """Words `first` up to `last` as they are spelt, in lower case."""
        return " ".join(self.reading.sentence.lower[i] for i in self.places[first:last])

    def tag(self, k: int) -> str:
        return self.reading.sentence.tags[self.places[k]]

    def span(self, first: int, last: int) -> Span:
        """Of words `first` up to `last`; where there are none, the word before them."""
        s = self.reading.sentence
        if first == last:
            first, last = max(0, first - 1), max(1, first)
        return Span(s.starts[self.places[first]], s.ends[self.places[last - 1]])

    def tags(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(self.tag(k) for k in range(first, last))
