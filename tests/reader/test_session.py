"""Going about in a comparison: cursor, counterparts, differences, walks, the way back."""

from __future__ import annotations

import dataclasses

import pytest

from reader import sample, told
from reader.told import Told
from tui.core.model import Claim
from tui.reader.index import Index
from tui.reader.panel import apparatus_lines
from tui.reader.searching import search
from tui.reader.session import Session
from tui.reader.walks import mentions, spans_of
from tui.reader.words import date_words, header_line, shorten, silence_words


@pytest.fixture
def session() -> Session:
    made = Session(sample.documents())
    made.receive(Index(sample.comparison()), [0, 0, 0])
    return made


def at(session: Session, name: str) -> None:
    assert session.index
    session.go(next(c for c in session.index.comparison.claims if c.id == name))


def here(session: Session) -> str:
    assert session.claim
    return session.claim.id


def test_the_index_finds_claims_by_place() -> None:
    index = Index(sample.comparison())
    buoy = sample.HARBOUR.index("every buoy")
    assert index.claim_at(0, buoy).id == "c5"  # type: ignore[union-attr]
    assert index.claim_at(0, buoy - 1) is None
    assert index.claim_near(0, buoy - 1).id == "c5"  # type: ignore[union-attr]
    assert index.claim_near(0, 10**6).id == "c7"  # type: ignore[union-attr]


def test_marks_take_the_strongest_relation() -> None:
    marks = Index(sample.comparison()).marks
    assert (marks["c5"].kind, marks["c5"].tentative) == ("contradicts", False)
    assert (marks["c2"].kind, marks["c2"].tentative) == ("agrees", True)
    assert marks["c6"].kind == "differs"
    assert marks["c4"].kind == "only"
    assert Index(sample.comparison()).counts() == {
        "agrees": 4,
        "differs": 2,
        "contradicts": 1,
        "only": 2,
    }


@pytest.mark.parametrize("turned", [False, True])
def test_of_one_relation_the_certain_link_gives_the_mark(turned: bool) -> None:
    whole = sample.comparison()
    some = [link for link in whole.links if "c14" in (link.a, link.b)]
    assert len(some) == 2
    links = (some[0], dataclasses.replace(some[1], tentative=True))
    links = links[::-1] if turned else links
    index = Index(dataclasses.replace(whole, links=links, correspondences=()))
    assert (index.marks["c14"].kind, index.marks["c14"].tentative) == ("agrees", False)
    assert index.marks["c16"].kind == "only"


def test_a_single_document_has_nothing_only_here() -> None:
    whole = sample.comparison()
    alone = dataclasses.replace(
        whole,
        documents=whole.documents[:1],
        claims=tuple(c for c in whole.claims if c.document == 0),
        links=(),
        correspondences=(),
    )
    assert Index(alone).marks == {}


def test_the_cursor_stops_at_the_ends_and_says_so(session: Session) -> None:
    assert session.move(-1) == "the first claim in A"
    assert session.move(3) == ""
    assert here(session) == "c4"
    session.move(99)
    assert here(session) == "c7"
    assert session.move(1) == "no more claims in A"


def test_differences_are_counted_and_end_in_words(session: Session) -> None:
    assert session.walk_to("difference", 1).words == "difference 1 of 3 in A"
    assert here(session) == "c5"
    assert session.walk_to("difference", 2).words == "difference 3 of 3 in A"
    assert here(session) == "c7"
    assert session.walk_to("difference", 1).words == "no more differences below in A; B has 2"
    assert session.walk_to("difference", -1).words == "difference 2 of 3 in A"


def test_counterparts_come_strongest_first_and_take_turns(session: Session) -> None:
    at(session, "c5")
    first, words = session.align()
    assert {d: c.claim.id for d, c in first.items()} == {1: "c11", 2: "c16"}
    assert words == "B: 1 of 2"
    second, words = session.align()
    assert second[1].claim.id == "c12"
    assert words == "B: 2 of 2"
    assert session.align()[1] == "B: 1 of 2"


def test_silence_is_said(session: Session) -> None:
    at(session, "c4")
    assert session.align() == ({}, "no counterpart in B or C")
    at(session, "c3")
    assert session.align()[1] == "no counterpart in C"
    assert silence_words([0, 1, 3]) == "no counterpart in A, B or D"


def test_before_the_analysis_everything_answers() -> None:
    session = Session(sample.documents())
    assert session.claim is None
    assert session.move(1) == ""
    assert "once the documents are compared" in session.walk_to("difference", 1).words
    assert "once the documents are compared" in session.align()[1]


def test_the_way_back_and_forward_again(session: Session) -> None:
    at(session, "c3")
    session.history.remember(session.place([1, 2, 3]))
    at(session, "c16")
    place = session.back(session.place([4, 5, 6]))
    assert place is not None
    assert place.tops == (1, 2, 3)
    assert (session.active, here(session)) == (0, "c3")
    assert session.back(session.place([1, 2, 3])) is None
    place = session.forward(session.place([1, 2, 3]))
    assert place is not None
    assert place.tops == (4, 5, 6)
    assert (session.active, here(session)) == (2, "c16")
    assert session.forward(session.place([4, 5, 6])) is None


def test_going_somewhere_new_drops_the_places_further_on(session: Session) -> None:
    tops = [0, 0, 0]
    for name in ("c1", "c4", "c9"):
        at(session, name)
        session.history.remember(session.place(tops))
    at(session, "c12")
    session.back(session.place(tops))
    session.back(session.place(tops))
    assert here(session) == "c4"
    session.history.remember(session.place(tops))
    at(session, "c17")
    assert session.forward(session.place(tops)) is None
    session.back(session.place(tops))
    assert here(session) == "c4"
    session.back(session.place(tops))
    assert here(session) == "c1"


def test_a_jump_that_led_nowhere_is_no_step_of_the_way_back(session: Session) -> None:
    at(session, "c2")
    session.history.remember(session.place([0, 0, 0]))
    at(session, "c5")
    session.history.remember(session.place([0, 0, 0]))
    session.history.remember(session.place([0, 0, 0]))
    session.back(session.place([0, 0, 0]))
    assert here(session) == "c2"


def test_going_back_finds_the_counterparts_chosen_there(session: Session) -> None:
    at(session, "c5")
    session.align()
    session.align()
    session.history.remember(session.place([0, 0, 0]))
    at(session, "c1")
    session.face()
    session.back(session.place([0, 0, 0]))
    assert session.chosen()[1].claim.id == "c12"


def test_a_walk_over_hits_goes_round(session: Session) -> None:
    session.start_walk(search(sample.TEXTS, "brennhavn"), (0, 0))
    assert session.walk_words() == 'hit 1 of 2 for "brennhavn", in A'
    stop = session.current_stop
    assert stop
    stop, words = session.step(1, stop[:2])
    assert stop
    assert stop.document == 2
    assert words.startswith("hit 2 of 2")
    _, words = session.step(1, stop[:2])
    assert words == 'hit 1 of 2 for "brennhavn", in A (from the start again)'


@pytest.mark.parametrize(
    ("wanted", "hits"),
    [("tolvik", 5), ("Tolvik", 4), ("TOLVIK", 1), ("nowhere", 0), ("  ", 0), ("a.*b", 0)],
)
def test_search_is_smart_about_case_and_knows_no_patterns(wanted: str, hits: int) -> None:
    assert len(search(sample.TEXTS, wanted).stops) == hits


def test_a_search_reads_over_line_ends() -> None:
    assert search(["one\r\ntwo"], "one two").stops == ((0, 0, 8),)


def test_nothing_found_is_said(session: Session) -> None:
    session.start_walk(search(sample.TEXTS, "nowhere"), (0, 0))
    assert session.step(1, (0, 0)) == (None, 'no hit for "nowhere"')
    session.start_walk(None, (0, 0))
    assert session.step(1, (0, 0)) == (None, "nothing is searched for or marked")


def test_mentions_are_walked_over_all_documents(session: Session) -> None:
    dahl = next(e for e in sample.comparison().entities if e.name == "Ines Dahl")
    walk = mentions(dahl.name, spans_of(dahl, 3))
    session.start_walk(walk, (0, 0))
    assert session.walk_words() == "mention 1 of 2 of Ines Dahl, in A"
    assert [s.document for s in walk.stops] == [0, 1]


def lines_of(session: Session, width: int, rows: int = 4, message: str = "") -> list[str]:
    lines = apparatus_lines(session, message, (), rows, width, False)
    return ["".join(text for text, _ in line) for line in lines]


def test_the_apparatus_says_it_in_words(session: Session) -> None:
    at(session, "c6")
    lines = lines_of(session, 100)
    assert "differs" in lines[0]
    assert "claim 6 of 7 in A" in lines[0]
    assert "said by Per Osk" in lines[0]
    assert lines[1].startswith(" B  ≈ Sixty-one people were hurt")
    assert lines[1].endswith("the hospital in Tolvik")
    assert "why: forty-seven and sixty-one people" in lines[2]
    assert "no counterpart in C" in lines[3]


def test_the_apparatus_fits_and_counts_what_it_leaves_out(session: Session) -> None:
    at(session, "c5")
    for width in (20, 40, 80, 160):
        assert all(len(line) <= width for line in lines_of(session, width, message="B: 1 of 2"))
    assert lines_of(session, 80, rows=2)[1].strip() == "and 3 more"


@pytest.mark.parametrize("width", [20, 60, 80, 120, 200])
def test_the_header_fits(session: Session, width: int) -> None:
    line = header_line(session.documents, (0, 1, 2), 0, width, [("=4", ("header",))], False)
    text = "".join(part for part, _ in line)
    if width >= 60:
        assert len(text) == width
    assert text.endswith("=4")


def test_small_words() -> None:
    assert date_words("2031-05-04") == "4 May 2031"
    assert date_words("2031-05") == "May 2031"
    assert date_words("2031") == "2031"
    assert date_words("some day") == "some day"
    assert date_words(None) == ""
    assert shorten("abcdef", 4) == "abc…"
    assert shorten("漢字漢字", 5) == "漢字…"
    assert shorten("abcdef", 4, ascii_only=True) == "a..."


def test_claims_of_a_document_are_in_order() -> None:
    index = Index(sample.comparison())
    for claims in index.claims:
        starts = [c.start for c in claims]
        assert starts == sorted(starts)
        assert all(isinstance(c, Claim) for c in claims)


def test_many_notices_are_counted() -> None:
    session = Session(sample.documents())
    notices = [f"{name}.txt: no such file" for name in "abcdef"]
    lines = apparatus_lines(session, "", notices, 4, 80, False)
    assert len(lines) == 4
    assert lines[-1][0][0] == " and 4 more; the first ones are above"


def test_a_claim_that_nothing_contradicts_is_no_contradiction_though_its_group_is_one() -> None:
    found = told.comparison(
        [[Told("It was shut")], [Told("It was open")], [Told("It was closed")]],
        links=[("a1", "b1", "contradicts"), ("b1", "c1", "differs"), ("a1", "c1", "agrees")],
        groups=[(("a1", "b1", "c1"), "contradicts")],
    )
    marks = Index(found).marks
    assert [marks[c.id].kind for c in found.claims] == ["contradicts", "contradicts", "differs"]
