"""What two documents' claims weigh, and which of them are compared."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from bagged import by_hand, read
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.alignment import similarity
from tui.core.alignment.similarity import Bags, candidates, cosine, coverage

FERRY = (
    "The ferry Marlena sank off Tolvik, and the crew reached the pier. Ada Renn praised the crew."
    " The pier burned, but the harbour office survived."
)
FAIR = "The fair opened in Tolvik. Ada Renn cut the ribbon."

WORDS = "weir mill lock barge tug crew zzyzx".split()
BAGS = st.lists(
    st.dictionaries(st.sampled_from(WORDS), st.sampled_from([0.5, 1.0, 2.0])), max_size=4
)


def every_pair(a: Bags, b: Bags) -> tuple[np.ndarray, np.ndarray]:
    rows, columns = np.divmod(
        np.arange(len(a.views) * len(b.views), dtype=np.int64), max(1, len(b.views))
    )
    return rows, columns


def test_claims_of_one_sentence_share_its_words_and_others_do_not() -> None:
    bags, _ = read(FERRY, FAIR)
    claims = [v.claim.sentence for v in bags.views]
    assert len(claims) > len(set(claims)), "no sentence of the text holds two claims"
    assert len(bags.sentences.words) == len(bags.sentences.terms) == len(set(claims))
    for k, own in enumerate(bags.sentence):
        assert set(bags.words[k].words) <= set(bags.sentences.words[own].words)
        assert bags.terms[k].keys() <= bags.sentences.terms[own].keys()
        for other, place in enumerate(bags.sentence):
            assert (own == place) == (claims[k] == claims[other])
    sank = next(k for k, text in enumerate(bags.texts) if "sank" in text)
    praised = next(k for k, text in enumerate(bags.texts) if "praised" in text)
    assert {"sank", "sink"} & bags.sentences.terms[bags.sentence[sank]].keys()
    assert not {"sank", "sink"} & bags.sentences.terms[bags.sentence[praised]].keys()


def test_a_sentence_without_a_claim_shifts_no_other() -> None:
    gap, whole = (read(text, FAIR)[0] for text in (f"Why? {FAIR} Why?", FAIR))
    assert {v.claim.sentence for v in gap.views} != {v.claim.sentence for v in whole.views}
    assert gap.sentence == whole.sentence


def test_texts_are_the_claims_as_written() -> None:
    for bags, text in zip(read(FERRY, FAIR), (FERRY, FAIR), strict=True):
        assert bags.texts == tuple(text[v.claim.start : v.claim.end] for v in bags.views)
        assert "".join(bags.texts)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([FERRY, FAIR, "", "1.", "Ada Renn left."]), max_size=4))
def test_the_terms_of_a_claim_have_unit_length(texts: list[str]) -> None:
    for bags in read(*texts):
        assert [set(t) for t in bags.terms] == [set(v.terms) for v in bags.views]
        for own in (*bags.terms, *bags.sentences.terms):
            assert sum(x * x for x in own.values()) == pytest.approx(1 if own else 0)


def weights(bags: Bags, start: str) -> dict[str, float]:
    return next(t for t, text in zip(bags.terms, bags.texts, strict=True) if text.startswith(start))


def test_what_is_rare_here_or_in_english_weighs_more() -> None:
    own = weights(read("The weir broke. The weir froze. The weir leaked.", FAIR)[0], "The weir b")
    assert own["break"] > own["weir"]
    own = weights(read("The people drained the weir.", FAIR)[0], "The people")
    assert own["weir"] > own["people"]


def test_an_entity_weighs_less_than_a_word_as_rare() -> None:
    (own, _) = (bags.terms[0] for bags in read("Tolvik froze.", FAIR.replace("Tolvik", "Orsund")))
    (name,) = [t for t in own if t.startswith("@")]
    assert own[name] < own["freeze"]


def test_a_long_name_weighs_no_more_than_a_short_one() -> None:
    (one,) = read("Ada Miriam Renn resigned.")[0].words
    (other,) = read("Renn resigned.")[0].words
    assert len(one.words) == len(other.words) + 2
    assert sum(one.weights) == pytest.approx(sum(other.weights))


@given(BAGS, BAGS, st.randoms(use_true_random=False))
def test_coverage_of_some_pairs_is_that_of_all(
    a: list[dict[str, float]], b: list[dict[str, float]], chance: Random
) -> None:
    x, y = by_hand(*a), by_hand(*b)
    rows, columns = every_pair(x, y)
    forth, back = coverage(x.words, y.words, rows, columns)
    places = [chance.randrange(len(rows)) for _ in rows] if len(rows) else []
    some = coverage(x.words, y.words, rows[places], columns[places])
    assert some[0] == pytest.approx(forth[places], abs=1e-6)
    assert some[1] == pytest.approx(back[places], abs=1e-6)
    assert coverage(y.words, x.words, columns, rows)[0] == pytest.approx(back, abs=1e-6)


def test_a_part_is_covered_by_the_whole_and_not_the_reverse() -> None:
    a, b = by_hand({"weir": 1.0}), by_hand({"weir": 1.0, "tug": 1.0})
    forth, back = coverage(a.words, b.words, *every_pair(a, b))
    assert forth[0] == pytest.approx(1)
    assert back[0] < 0.8


@given(BAGS, BAGS)
def test_the_cosine_is_of_shared_terms(
    a: list[dict[str, float]], b: list[dict[str, float]]
) -> None:
    x, y = by_hand(*a), by_hand(*b)
    expected = [sum(w * q.get(t, 0) for t, w in p.items()) for p in x.terms for q in y.terms]
    assert cosine(x.terms, y.terms, *every_pair(x, y)).tolist() == pytest.approx(expected)


def test_short_documents_are_compared_whole_and_long_ones_where_they_share_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a = by_hand({"weir": 1.0}, {"mill": 1.0}, {"lock": 1.0})
    b = by_hand({"lock": 1.0}, {"tug": 1.0})

    def pairs() -> list[tuple[int, int]]:
        rows, columns = candidates(a, b)
        return list(zip(rows.tolist(), columns.tolist(), strict=True))

    assert pairs() == [(i, j) for i in range(3) for j in range(2)]
    monkeypatch.setattr(similarity, "DENSE", 5)
    assert pairs() == [(2, 0)]


def test_documents_without_claims_are_weighed_and_propose_nothing() -> None:
    empty, full = read("", FAIR)
    assert (empty.views, empty.sentence, empty.sentences.words) == ((), (), ())
    assert len(full.views) > 0
    for a, b in ((empty, full), (full, empty), (empty, empty)):
        assert [len(side) for side in candidates(a, b)] == [0, 0]
