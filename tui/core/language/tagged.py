"""Sentences with their tokens, tags and lemmas: what the layers above read instead of raw text."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

from tui.core.document import Document, Sentence
from tui.core.language.lemma import lemma
from tui.core.language.tagger import names_among, tag
from tui.core.language.tokens import tokenize


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """One sentence as parallel columns, a row a token; `starts` and `ends` are text offsets."""

    index: int
    """Its place among the sentences of its document."""
    start: int
    end: int
    words: tuple[str, ...]
    lower: tuple[str, ...]
    tags: tuple[str, ...]
    """Penn Treebank tags."""
    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.words)

    def lemma(self, i: int) -> str:
        """The dictionary form of token `i`, in lower case."""
        return lemma(self.words[i], self.tags[i])

    def token_at(self, offset: int) -> int:
        """The first token that ends after `offset`; `len(self)` past the last."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] > offset:
                high = middle
            else:
                low = middle + 1
        return low


def tag_sentences(document: Document, sentences: Sequence[Sentence]) -> tuple[TaggedSentence, ...]:
    """Every sentence of a document, tokenised and tagged."""
    tokens = [tokenize(document.text, s.start, s.end) for s in sentences]
    names = names_among(t.words for t in tokens)
    return tuple(
        TaggedSentence(
            index,
            sentence.start,
            sentence.end,
            own.words,
            tuple([intern(word.lower()) for word in own.words]),
            tag(own.words, names),
            own.starts,
            own.ends,
        )
        for index, (sentence, own) in enumerate(zip(sentences, tokens, strict=True))
    )
