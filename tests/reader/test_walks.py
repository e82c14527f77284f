"""Walks from claim to claim: what they go to, how they count, and how they end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import sample
from tui.core.model import Claim
from tui.reader.filters import Filter
from tui.reader.index import Index
from tui.reader.session import Session
from tui.reader.tracks import nth
from tui.reader.walks import mentions, spans_of


@pytest.fixture
def session() -> Session:
    made = Session(sample.documents())
    made.receive(Index(sample.comparison()), [0, 0, 0])
    return made


def at(session: Session, name: str) -> None:
    session.go(next(c for c in sample.comparison().claims if c.id == name))


def here(session: Session) -> str:
    assert session.claim
    return session.claim.id


def test_each_walk_goes_to_its_kind_and_counts(session: Session) -> None:
    assert session.walk_to("contradiction", 1).words == "contradiction 1 of 1 in A"
    assert here(session) == "c5"
    assert session.walk_to("only", -1).words == "claim only here 1 of 1 in A"
    assert here(session) == "c4"
    assert session.walk_to("tentative", -1).words == "uncertain link 1 of 1 in A"
    assert here(session) == "c2"
    assert session.walk_to("difference", 3).words == "difference 3 of 3 in A"
    assert here(session) == "c7"


def test_a_walk_ends_in_words_and_says_where_there_are_more(session: Session) -> None:
    at(session, "c7")
    ended = session.walk_to("contradiction", 1)
    assert ended == ("no more contradictions below in A; B has 1", 1)
    assert here(session) == "c7"
    ended = session.walk_to("contradiction", -9)
    assert ended.words == "contradiction 1 of 1 in A"
    assert session.walk_to("contradiction", -1) == (
        "no more contradictions above in A; C has 1",
        2,
    )


def test_a_document_that_has_none_says_so(session: Session) -> None:
    session.active = 2
    assert session.walk_to("only", 1) == ("nothing stands only in C; A has 1", 0)
    plain = replace(sample.comparison(), links=(), correspondences=())
    session.refine(Index(plain))
    assert session.walk_to("contradiction", 1) == ("nothing is contradicted in C", None)


def test_a_speaker_is_followed_through_all_documents(session: Session) -> None:
    assert session.walk_speaker(1) == "nobody is named who says this"
    at(session, "c3")
    assert session.walk_speaker(1) == "claim 2 of 2 said by Ines Dahl, in B"
    assert (session.active, here(session)) == (1, "c10")
    assert session.walk_speaker(1) == "no more claims said by Ines Dahl below; 2 claims in all"
    assert session.walk_speaker(-1) == "claim 1 of 2 said by Ines Dahl, in A"
    assert (session.active, here(session)) == (0, "c3")


def test_a_walk_over_mentions_can_end_instead_of_going_round(session: Session) -> None:
    dahl = next(e for e in sample.comparison().entities if e.name == "Ines Dahl")
    session.start_walk(mentions(dahl.name, spans_of(dahl, 3)), (0, 0))
    stop, words = session.step(5, (0, 0), around=False)
    assert stop
    assert words == "mention 2 of 2 of Ines Dahl, in B"
    assert session.step(1, stop[:2], around=False) == (
        None,
        "no more mentions of Ines Dahl below; 2 in all",
    )
    assert session.stop == 1


def test_a_filter_is_walked_over_and_the_cursor_stays_when_it_is_set(session: Session) -> None:
    session.set_filter(Filter().toggled("contradicts"))
    assert here(session) == "c1"
    assert session.move(1) == ""
    assert here(session) == "c5"
    assert session.move(1) == "no more claims that pass below in A"
    assert session.walk_to("difference", 1).words == (
        "no more differences below in A (filtered); B has 1"
    )
    session.set_filter(Filter())
    assert session.move(1) == ""
    assert here(session) == "c6"


def test_where_nothing_passes_one_can_still_read(session: Session) -> None:
    session.set_filter(Filter(frozenset({"contradicts"}), speaker="e3"))
    assert session.tracks
    assert session.tracks.ids is None
    assert session.move(1) == "no claim passes the filter in A"
    assert here(session) == "c2"


def test_hits_outside_the_claims_that_pass_are_passed_over_and_told(session: Session) -> None:
    tolvik = next(e for e in sample.comparison().entities if e.name == "Tolvik")
    session.start_walk(mentions("Tolvik", spans_of(tolvik, 3)), (0, 0))
    assert session.walk_words() == "mention 1 of 5 of Tolvik, in A"
    session.set_filter(Filter().toggled("agrees"))
    assert session.walk_words() == "mention 1 of 3 of Tolvik, in A (2 filtered out)"
    session.set_filter(Filter().toggled("contradicts"))
    assert session.step(1, (0, 0))[0] is None
    assert session.walk_words() == "no mention of Tolvik passes the filter, of 5"
    session.set_filter(Filter())
    stop, words = session.step(1, (0, 0))
    assert stop
    assert words == "mention 1 of 5 of Tolvik, in A"


def test_who_is_named_as_the_source_of_a_claim_that_passes_is_walked_to(session: Session) -> None:
    dahl = next(e for e in sample.comparison().entities if e.name == "Ines Dahl")
    session.start_walk(mentions(dahl.name, spans_of(dahl, 3)), (0, 0))
    session.set_filter(Filter(speaker="e1"))
    assert session.walk_words() == "mention 1 of 2 of Ines Dahl, in A"


def test_a_page_on_the_cursor_is_at_a_claim_that_passes_if_one_is_seen(session: Session) -> None:
    session.set_filter(Filter().toggled("differs"))
    end = len(sample.HARBOUR)
    session.go_in_view(sample.HARBOUR.index("the channel"), 100, end)
    assert here(session) == "c6"
    session.go_in_view(sample.HARBOUR.index("All 212"), 0, 200)
    assert here(session) == "c2"


def test_a_refined_result_keeps_filter_walk_and_cursor(session: Session) -> None:
    tolvik = next(e for e in sample.comparison().entities if e.name == "Tolvik")
    session.start_walk(mentions("Tolvik", spans_of(tolvik, 3)), (1, 0))
    session.set_filter(Filter(entity="e4"))
    at(session, "c9")
    before = session.current_stop
    session.refine(Index(replace(sample.comparison(), links=(), correspondences=())))
    assert session.filter == Filter(entity="e4")
    assert session.current_stop == before
    assert here(session) == "c9"
    assert session.walk_to("difference", 1).words == (
        "nothing differs or is contradicted in B (filtered)"
    )


@pytest.mark.parametrize(
    ("place", "count", "expected"),
    [(3, 1, 1), (2, 1, 1), (2, 9, 3), (8, 1, None), (2, -1, None), (5, -1, 0), (9, -2, 2)],
)
def test_the_nth_place_after_or_before(place: int, count: int, expected: int | None) -> None:
    assert nth([2, 5, 6, 8], place, count) == expected


def test_a_long_walk_meets_every_claim_and_counts_one_by_one() -> None:
    text = "a. " * 3000
    whole = sample.comparison()
    claims = tuple(Claim(f"x{k}", 0, k, 3 * k, 3 * k + 2) for k in range(3000))
    session = Session(sample.documents())
    index = Index(
        replace(
            whole,
            documents=(replace(whole.documents[0], text=text), *whole.documents[1:]),
            claims=claims,
            links=(),
            correspondences=(),
        )
    )
    session.receive(index, [0, 0, 0])
    for k in range(2, 3001):
        assert session.walk_to("only", 1).words == f"claim only here {k} of 3000 in A"
    assert session.walk_to("only", 1).words == "no more claims only here below in A"
