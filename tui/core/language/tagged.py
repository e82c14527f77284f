"""Sentences with their tokens, tags and lemmas: what the layers above read instead of raw text."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from tui.core.document import Document, Sentence
from tui.core.language.lemma import lemma
from tui.core.language.tagger import TAGS, names_among, tag, tagger
from tui.core.language.tokens import tokenize

_CODES = {name: code for code, name in enumerate(TAGS)}
_LONG = 50_000
"""Tokens of a text after which the tagger starts afresh."""
_AT_HAND = 16
"""Sentences of a document that stay put together at most."""


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """One sentence as parallel columns, a row a token; `starts` and `ends` are text offsets."""

    index: int
    """Its place among the sentences of its document."""
    paragraph: int
    """The paragraph it stands in, counted from 0 in its document."""
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
        return bisect_right(self.ends, offset)


class TaggedText(Sequence[TaggedSentence]):
    """The tagged sentences of one document, each put together when it is asked for.

    What is kept is columns over all tokens, 9 bytes a token; the words are those of the text.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        # an array holds an offset in 4 bytes, a tuple of large numbers in 40
        self._starts, self._ends = array("I"), array("I")
        self._first = array("I", [0])
        """The first token of each sentence, and past the last one."""
        self._codes = bytearray()
        self._at_hand: dict[int, TaggedSentence] = {}
        names = names_among(self._tokenised())
        for k in range(len(sentences)):
            self._codes += bytes([_CODES[name] for name in tag(self._words(k), names)])
        if len(self._codes) > _LONG:
            tagger().forget()

    def _tokenised(self) -> Iterator[tuple[str, ...]]:
        """The words of each sentence in turn; their places are kept on the way."""
        for sentence in self._sentences:
            own = tokenize(self._text, sentence.start, sentence.end)
            self._starts += own.starts
            self._ends += own.ends
            self._first.append(len(self._starts))
            yield own.words

    def _words(self, k: int) -> tuple[str, ...]:
        a, b = self._first[k], self._first[k + 1]
        text = self._text
        spans = zip(self._starts[a:b], self._ends[a:b], strict=True)
        return tuple([text[start:end] for start, end in spans])

    def __len__(self) -> int:
        return len(self._sentences)

    @overload
    def __getitem__(self, k: int) -> TaggedSentence: ...
    @overload
    def __getitem__(self, k: slice) -> tuple[TaggedSentence, ...]: ...
    def __getitem__(self, k: int | slice) -> TaggedSentence | tuple[TaggedSentence, ...]:
        if isinstance(k, slice):
            return tuple([self[i] for i in range(*k.indices(len(self)))])
        found = self._at_hand.get(k)
        if found is None:
            if not -len(self) <= k < len(self):
                raise IndexError(k)
            found = self._put_together(k % len(self))
            if len(self._at_hand) >= _AT_HAND:
                self._at_hand.clear()
            self._at_hand[k] = found
        return found

    def tag_at(self, k: int, offset: int) -> str:
        """The tag of the first token of sentence `k` that ends after `offset`; empty past all."""
        last = self._first[k + 1]
        token = bisect_right(self._ends, offset, self._first[k], last)
        return TAGS[self._codes[token]] if token < last else ""

    def _put_together(self, k: int) -> TaggedSentence:
        a, b = self._first[k], self._first[k + 1]
        words = self._words(k)
        return TaggedSentence(
            k,
            self._sentences[k].paragraph,
            self._sentences[k].start,
            self._sentences[k].end,
            words,
            tuple([word.lower() for word in words]),
            tuple([TAGS[code] for code in self._codes[a:b]]),
            self._starts[a:b],
            self._ends[a:b],
        )


def tag_sentences(document: Document, sentences: Sequence[Sentence]) -> TaggedText:
    """Every sentence of a document, tokenised and tagged."""
    return TaggedText(document.text, sentences)
