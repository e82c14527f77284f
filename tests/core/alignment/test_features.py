"""What speaks for a pair of claims, a column of numbers a signal."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from bagged import by_hand, read
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.alignment.features import FLOOR, LONG, SETTLED, SIGNALS, features
from tui.core.alignment.scoring import score
from tui.core.alignment.similarity import Bags, cosine, coverage

PIECES = (
    "The ferry Marlena sank off Tolvik on 3 May 2031.",
    "Ada Renn said that there was no fire on board, and 212 passengers left.",
    "47 people were hurt; 1,200 were not (4.5%).",
    "«Плотина рухнула», — 堤防が壊れた。",
    "⛴️🔥 ",
    "\n\n# 7\n\n",
    "Will it burn?",
    "…",
)
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join), st.text(max_size=40))
SHARES = (
    "mutual coverage",
    "lesser coverage",
    "shared terms",
    "shared letters",
    "beside the best",
)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_every_signal_is_a_number_whatever_the_texts(left: str, right: str) -> None:
    a, b = read(left, right)
    rows, columns, table = features(a, b)
    assert tuple(table) == SIGNALS
    pairs = list(zip(rows.tolist(), columns.tolist(), strict=True))
    assert len(set(pairs)) == len(pairs)
    assert all(0 <= i < len(a.views) and 0 <= j < len(b.views) for i, j in pairs)
    for name, column in table.items():
        assert column.shape == (len(pairs),), name
        assert np.isfinite(column).all(), name
    for name in SHARES:
        assert (abs(table[name]) <= 1 + 1e-5).all(), name
    values = score(a, b).scores
    assert ((values >= 0) & (values <= 1)).all()


@settings(max_examples=30, deadline=None)
@given(TEXTS, TEXTS)
def test_the_sides_are_alike(left: str, right: str) -> None:
    """Only what is said of rows and of columns changes places."""
    a, b = read(left, right)
    rows, columns, table = features(a, b)
    others, places, turned = features(b, a)
    order = np.lexsort((others, places))
    assert (places[order].tolist(), others[order].tolist()) == (rows.tolist(), columns.tolist())
    for name in SIGNALS:
        own = " ".join({"row": "column", "column": "row"}.get(w, w) for w in name.split())
        assert turned[own][order] == pytest.approx(table[name], abs=1e-5), name


def signals(left: str, right: str) -> dict[str, float]:
    """Of the first claims of two texts."""
    a, b = read(left, right)
    first = np.zeros(1, np.int64)
    _, _, table = features(a, b, (first, first))
    return {name: float(column[0]) for name, column in table.items()}


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("The flood destroyed 40 houses.", "40 houses burned.", {"same number"}),
        ("The flood destroyed 40 houses.", "The flood destroyed 65 houses.", {"other number"}),
        (
            "The flood destroyed 40 houses and 3 barns.",
            "The flood destroyed 65 houses and 3 barns.",
            {"same number"},
        ),
        ("The fair opens on 3 May 2031.", "On May 3, 2031 the fair opens.", {"same date"}),
        ("The fair opens on 3 May 2031.", "The fair opens on 9 May 2031.", {"other date"}),
        ("The fair opens on 3 May 2031.", "The fair opens in May 2031.", set()),
        ("The fair opened.", "The fair did not open.", {"other polarity", "denial"}),
        ("A fire broke out.", "There was no fire.", {"other polarity", "denial"}),
        ("The fair opened late.", "The fair did not burn.", {"other polarity"}),
        ("The fair was not open.", "The fair did not open.", set()),
        ("The fair opened.", "The fair may open.", {"other modality"}),
        ("The crew bought the boat.", "The crew purchased the boat.", {"kindred predicate"}),
    ],
)
def test_what_two_claims_say_of_numbers_dates_and_denials(
    left: str, right: str, said: set[str]
) -> None:
    looked_at = {
        *("same number", "other number", "same date", "other date"),
        *("other polarity", "denial", "other modality", "kindred predicate"),
    }
    found = signals(left, right)
    assert {name for name in looked_at if found[name]} == said
    assert {found[name] for name in looked_at} <= {0, 1}


def test_terms_and_entities_in_common_are_counted() -> None:
    found = signals("Ada Renn closed the old weir.", "Ada Renn closed the weir in Orsund.")
    assert (found["terms in common"], found["entities in common"]) == (3, 1)
    assert (found["same predicate"], found["kindred predicate"]) == (1, 0)
    found = signals("Ada Renn closed the old weir.", "Ada Renn dredged the weir.")
    assert found["same predicate"] == 0


def test_the_distance_is_of_places_in_the_texts_and_says_little_in_short_ones() -> None:
    a, b = read("The weir broke. Ada Renn wept.", "Ada Renn wept. The weir broke.")
    rows, columns, table = features(a, b)
    assert list(zip(rows.tolist(), columns.tolist(), strict=True)) == [(0, 1), (1, 0)]
    assert table["distance"] == pytest.approx([15 / 30 * 2 / SETTLED, 16 / 30 * 2 / SETTLED])
    tail = "".join(f" Barge {k} sank." for k in range(SETTLED))
    a, b = read("The weir broke." + tail, "The weir broke." + tail)
    rows, columns, table = features(a, b)
    far = next(k for k in range(len(rows)) if (rows[k], columns[k]) == (SETTLED, 1))
    apart = a.views[SETTLED].position - b.views[1].position
    assert table["distance"][far] == pytest.approx(apart)


BAGS = st.lists(
    st.dictionaries(
        st.sampled_from("weir mill lock barge tug".split()),
        st.sampled_from([0.5, 1.0, 2.0]),
        min_size=1,
    ),
    min_size=1,
    max_size=5,
)


def every(a: Bags, b: Bags) -> tuple[np.ndarray, np.ndarray]:
    rows, columns = np.divmod(np.arange(len(a.views) * len(b.views)), len(b.views))
    return rows, columns


@given(BAGS, BAGS)
def test_neighbours_and_rivals_are_those_of_the_whole_table(
    left: list[dict[str, float]], right: list[dict[str, float]]
) -> None:
    a, b = by_hand(*left), by_hand(*right)
    n, m = len(left), len(right)
    rows, columns = every(a, b)
    forth, back = coverage(a.words, b.words, rows, columns)
    alike = ((forth + back) / 2).reshape(n, m)
    whole = alike + cosine(a.terms, b.terms, rows, columns).reshape(n, m)

    def near(i: int, j: int) -> float:
        """The best at a place and beside it; there is nothing outside the table."""
        around = [(i, j), (i, j - 1), (i, j + 1), (i - 1, j), (i + 1, j)]
        return max([whole[p] for p in around if 0 <= p[0] < n and 0 <= p[1] < m] + [0.0])

    kept, places, table = features(a, b)
    for k, (i, j) in enumerate(zip(kept.tolist(), places.tolist(), strict=True)):
        of_row, of_column = whole[i].max(), whole[:, j].max()
        beside = (whole[i, j] / of_row + whole[i, j] / of_column) / 2
        assert table["beside the best"][k] == pytest.approx(beside)
        around = (near(i - 1, j - 1) + near(i + 1, j + 1)) / 2
        assert table["neighbours"][k] == pytest.approx(around, abs=1e-5)
    pairs = set(zip(kept.tolist(), places.tolist(), strict=True))
    for i in range(n):
        for j in range(m):
            best = whole[i, j] >= min(whole[i].max(), whole[:, j].max())
            if abs(alike[i, j] - FLOOR) > 1e-4 and abs(alike[i, j] - FLOOR / 2) > 1e-4:
                assert ((i, j) in pairs) == (alike[i, j] >= (FLOOR / 2 if best else FLOOR))


def test_a_sentence_lends_its_likeness_to_its_claims() -> None:
    a, b = read(
        "The weir broke and the miller wept. The weir broke and the tug sank.",
        "The weir broke and the miller wept.",
    )
    rows, columns, table = features(a, b)
    whole, part = (
        {n: float(table[n][k]) for n in SIGNALS if n.startswith("sentences:")}
        for k, (i, j) in enumerate(zip(rows, columns, strict=True))
        if "weir" in a.texts[i] and "weir" in b.texts[j]
    )
    assert whole["sentences: mutual coverage"] == pytest.approx(1)
    assert all(part[name] <= whole[name] for name in whole)
    assert part["sentences: shared terms"] < 0.9
    assert 0.5 < part["sentences: beside the best"] < 0.95
    assert whole["sentences: beside the best"] == 1


def test_sentences_that_have_nothing_to_do_with_each_other_are_no_share_below_zero() -> None:
    a = by_hand({"tulip": 0.01}, sentences=[{"tulip": 0.01, "bishop": 1.0}])
    b = by_hand({"tulip": 0.01}, sentences=[{"tulip": 0.01, "tariff": 1.0}])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        _, _, table = features(a, b)
        (value,) = score(a, b).scores
    assert table["mutual coverage"].tolist() == [pytest.approx(1)]
    assert table["sentences: mutual coverage"][0] < 0
    assert 0 <= table["sentences: beside the best"][0] <= 1
    assert value > 0


def test_length_counts_where_the_whole_text_is_searched() -> None:
    def length(n: int, m: int, chosen: bool) -> float:
        a, b = by_hand(*[{"weir": 1.0}] * n), by_hand(*[{"weir": 1.0}] * m)
        first = np.zeros(1, np.int64)
        return float(features(a, b, (first, first) if chosen else None)[2]["length"][0])

    assert length(LONG, LONG, False) == pytest.approx(0, abs=1e-6)
    assert length(4, 9, False) == 0
    assert length(LONG, 4 * LONG, False) == pytest.approx(np.log(2))
    assert length(LONG, 4 * LONG, True) == 0


@pytest.mark.parametrize("pairs", [None, (np.zeros(0, np.int64), np.zeros(0, np.int64))])
def test_nothing_to_compare_gives_an_empty_table(pairs) -> None:
    a, b = read("", "The weir broke.")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rows, columns, table = features(a, b, pairs)
    assert (len(rows), len(columns), tuple(table)) == (0, 0, SIGNALS)
    assert {len(column) for column in table.values()} == {0}
