"""Which scored pairs become links, and which links one correspondence."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.alignment.decoding import SHARE_OF_BEST, SHARE_OF_OTHER, choose, correspond, uncrossed
from tui.core.alignment.scoring import Scored
from tui.core.model import Claim, Link, Relation
from tui.core.settings import Settings

SCORES = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)),
    st.one_of(st.floats(0, 1), st.sampled_from([0.25, 0.5, 0.9, 1.0])),
)


def scored(pairs: dict[tuple[int, int], float], denied: tuple[tuple[int, int], ...] = ()) -> Scored:
    rows, columns = (np.asarray([p[side] for p in pairs], np.int64) for side in (0, 1))
    values = np.asarray(list(pairs.values()), np.float64)
    denials = np.asarray([p in denied for p in pairs], np.float32)
    return Scored(rows, columns, (values / 2).astype(np.float32), values, denials)


@given(SCORES, st.sampled_from([0.0, 0.25, 0.5]))
def test_the_best_of_either_side_stand_and_those_close_to_it(
    pairs: dict[tuple[int, int], float], tentative: float
) -> None:
    found = choose(scored(pairs), Settings(solid=0.5, tentative=tentative))

    def best(side: int, claim: int) -> float:
        return max(x for p, x in pairs.items() if p[side] == claim)

    expected = {
        (p, x)
        for p, x in pairs.items()
        if x >= tentative
        and x >= SHARE_OF_BEST * min(best(0, p[0]), best(1, p[1]))
        and x >= SHARE_OF_OTHER * max(best(0, p[0]), best(1, p[1]))
    }
    assert {((i, j), x) for i, j, x, _ in found} == expected
    assert len(found) == len(expected)
    assert found == sorted(found, key=lambda p: (-p[2], p[:2]))


@given(SCORES)
def test_neither_the_sides_nor_the_order_of_pairs_changes_the_choice(
    pairs: dict[tuple[int, int], float],
) -> None:
    turned = {(j, i): x for (i, j), x in reversed(pairs.items())}
    one, other = choose(scored(pairs), Settings()), choose(scored(turned), Settings())
    assert sorted(one) == sorted((i, j, x, y) for j, i, x, y in other)


def test_the_likeness_of_a_pair_stays_with_it() -> None:
    found = choose(scored({(0, 1): 0.1, (1, 0): 0.6, (2, 2): 0.9}), Settings())
    assert found == [(2, 2, 0.9, pytest.approx(0.45)), (1, 0, 0.6, pytest.approx(0.3))]


def test_a_claim_may_have_two_counterparts_that_are_nearly_as_good() -> None:
    found = choose(scored({(0, 0): 0.95, (0, 1): 0.9, (1, 1): 0.95, (0, 2): 0.5}), Settings())
    assert [p[:2] for p in found] == [(0, 0), (1, 1), (0, 1), (0, 2)]
    found = choose(scored({(0, 0): 0.95, (0, 1): 0.5, (1, 1): 0.95}), Settings())
    assert [p[:2] for p in found] == [(0, 0), (1, 1)]


def test_a_claim_with_a_nearly_sure_counterpart_is_no_others_doubtful_one() -> None:
    found = choose(scored({(0, 0): 0.98, (1, 0): 0.28}), Settings())
    assert [p[:2] for p in found] == [(0, 0)]
    found = choose(scored({(0, 0): 0.7, (1, 0): 0.28}), Settings())
    assert [p[:2] for p in found] == [(0, 0), (1, 0)]


CLAIMS = [Claim(f"c{k + 1}", k // 2, k % 2, 10 * k, 10 * k + 5) for k in range(6)]
"""Two each in three documents."""


def link(a: int, b: int, score: float, relation: Relation = "agrees") -> Link:
    return Link(f"c{a}", f"c{b}", relation, score, tentative=score < 0.5)


def groups(*links: Link) -> list[tuple[str, ...]]:
    return [g.claims for g in correspond(CLAIMS, links, Settings())]


def test_linked_claims_are_one_matter_in_text_order() -> None:
    links = link(4, 6, 0.8), link(1, 3, 0.9), link(1, 5, 0.7), link(3, 5, 0.6)
    found = correspond(CLAIMS, links, Settings())
    assert [(g.id, g.claims) for g in found] == [("t1", ("c1", "c3", "c5")), ("t2", ("c4", "c6"))]
    assert [g.score for g in found] == [pytest.approx(2.2 / 3, abs=1e-4), 0.8]


def test_one_weak_link_fuses_no_two_matters() -> None:
    assert groups(link(1, 3, 0.9), link(4, 6, 0.9), link(3, 6, 0.3)) == [("c1", "c3"), ("c4", "c6")]


def test_a_correspondence_takes_its_strongest_relation_and_is_as_sure_as_that() -> None:
    unsure = [link(1, 3, 0.9), link(1, 5, 0.4, "contradicts"), link(3, 5, 0.4)]
    (found,) = correspond(CLAIMS, unsure, Settings())
    assert (found.relation, found.tentative) == ("contradicts", True)
    (found,) = correspond(CLAIMS, [*unsure, link(1, 5, 0.9, "contradicts")], Settings())
    assert (found.relation, found.tentative) == ("contradicts", False)
    (found,) = correspond(CLAIMS, [link(1, 3, 0.4, "differs")], Settings())
    assert (found.relation, found.tentative) == ("differs", True)


ACROSS = [(a, b) for a in range(1, 7) for b in range(a + 1, 7) if (a + 1) // 2 < (b + 1) // 2]
LINKS = st.dictionaries(st.sampled_from(ACROSS), st.sampled_from([0.3, 0.5, 0.6, 0.9]))


@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_of_links_changes_no_correspondence(
    pairs: dict[tuple[int, int], float], chance: Random
) -> None:
    links = [link(a, b, score) for (a, b), score in pairs.items()]
    found = correspond(CLAIMS, links, Settings())
    chance.shuffle(links)
    turned = [Link(x.b, x.a, x.relation, x.score, tentative=x.tentative) for x in links]
    assert correspond(CLAIMS, turned, Settings()) == found
    members = [c for g in found for c in g.claims]
    assert len(members) == len(set(members))
    assert all(len(g.claims) > 1 for g in found)
    for best in sorted(links, key=lambda x: (-x.score, x.a, x.b))[:1]:
        assert any({best.a, best.b} <= set(g.claims) for g in found)


def test_of_two_sentences_each_claim_stands_with_its_own_counterpart() -> None:
    chosen = choose(scored({(0, 0): 0.99, (1, 1): 0.98, (0, 1): 0.95, (1, 0): 0.94}), Settings())
    assert len(chosen) == 4
    assert [p[:2] for p in uncrossed(chosen, (0, 0), (0, 0))] == [(0, 0), (1, 1)]
    assert uncrossed(chosen, (0, 1), (0, 1)) == chosen


def test_a_claim_that_two_of_a_sentence_tell_keeps_both() -> None:
    chosen = choose(scored({(0, 0): 0.99, (0, 1): 0.95}), Settings())
    assert uncrossed(chosen, (0,), (0, 0)) == chosen


def test_what_one_statement_confirms_another_may_deny() -> None:
    found = choose(scored({(0, 0): 0.98, (1, 0): 0.28}, denied=((1, 0),)), Settings())
    assert [p[:2] for p in found] == [(0, 0), (1, 0)]
