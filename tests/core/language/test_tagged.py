"""Tagged sentences: put together again each time, always the same, and small while they are not."""

from __future__ import annotations

import gc
import tracemalloc

import pytest

from tui.core.document import Document
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import TaggedText, tag_sentences
from tui.core.language.tagger import names_among, tag
from tui.core.language.tokens import tokenize

LINES = (
    "The mayor, Ada Holm, didn’t say that 1,200 people had left.",
    "Holm spoke in St. Olave on Tuesday.",
    "“We saw nothing,” she said.",
)
TEXT = "\n\n".join(LINES)
LONG = "\n\n".join([TEXT] * 20)


def tagged(text: str) -> TaggedText:
    document = Document("a", text)
    return tag_sentences(document, split_sentences(document))


def test_sentences_hold_their_own_words_and_tags_in_whatever_order_they_are_asked_for() -> None:
    found = tagged(LONG)
    names = names_among(tokenize(line).words for line in LINES)
    for k in [*range(len(found) - 1, -1, -1), *range(0, len(found), 7)]:
        s = found[k]
        assert s.index == k
        assert s.words == tokenize(LONG, s.start, s.end).words
        assert s.words == tuple(LONG[a:b] for a, b in zip(s.starts, s.ends, strict=True))
        assert s.lower == tuple(map(str.lower, s.words))
        assert s.tags == tag(s.words, names)


def test_it_is_a_sequence_like_any_other() -> None:
    found = tagged(TEXT)
    assert len(found) == 3
    assert [s.index for s in found] == [0, 1, 2]
    assert found[-1].index == 2
    assert [s.index for s in found[1:]] == [1, 2]
    for k in (3, -4):
        with pytest.raises(IndexError):
            found[k]


def test_a_tag_is_found_by_its_place_without_its_sentence() -> None:
    found = tagged(TEXT)
    for s in found:
        for i, start in enumerate(s.starts):
            assert found.tag_at(s.index, start) == s.tags[i]
        assert found.tag_at(s.index, s.end) == ""


def test_the_tags_of_a_long_text_take_few_times_its_size() -> None:
    text = "\n\n".join(f"{line} {n}" for n in range(1500) for line in LINES)
    document = Document("a", text)
    sentences = split_sentences(document)
    tag_sentences(document, sentences[:9])
    gc.collect()
    tracemalloc.start()
    kept = tag_sentences(document, sentences)
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(kept) == len(sentences)
    assert size < 5 * len(text)
