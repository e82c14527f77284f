"""What a new user is told, and what is said where there is nothing to show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader import sample
from tui.core.document import Document
from tui.reader.hints import HINTS, Hints
from tui.reader.index import Index
from tui.reader.keys import bindings
from tui.reader.session import Session
from tui.reader.states import empty_words, result_words


def test_hints_come_one_by_one_and_what_was_learnt_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "state" / "learnt"
    hints = Hints(file)
    seen = []
    while hints.due:
        seen.append(hints.due)
        hints.learn(hints.due)
        hints.learn("theme.next")
    assert seen == list(HINTS)
    assert Hints(file).due is None


def test_hints_skip_what_was_found_alone_and_what_has_no_key(tmp_path: Path) -> None:
    hints = Hints(tmp_path / "learnt")
    first, second, third, fourth, _last = HINTS
    hints.learn(second)
    assert hints.due == first
    hints.learn(first)
    assert hints.due == third
    assert hints.words(bindings({third: "+"}), False) == ("+", HINTS[third])
    keys = {**bindings(), third: ()}
    assert hints.words(keys, False) == (keys[fourth][0], HINTS[fourth])


def test_no_hints_where_none_are_wanted_or_the_file_cannot_be_written(tmp_path: Path) -> None:
    assert Hints(tmp_path / "learnt", wanted=False).words(bindings(), False) is None
    tmp_path.joinpath("blocked").write_text("no folder")
    hints = Hints(tmp_path / "blocked" / "learnt")
    before = hints.due
    hints.learn(str(before))
    assert hints.due != before


def test_empty_states_say_what_to_do() -> None:
    session = Session(sample.documents())
    keys = bindings({"analysis.cancel": "!"})
    assert "! stops it" in empty_words(session, "comparing", keys, False)
    assert "! compares after all" in empty_words(session, "stopped", keys, False)
    comparison = sample.comparison()
    others = tuple(c for c in comparison.claims if c.document != 0)
    session.receive(
        Index(replace(comparison, claims=others, links=(), correspondences=())), [0] * 3
    )
    assert empty_words(session, "done", keys, False) == (
        "no statement was found in A; Tab goes to the next document"
    )
    assert result_words(session) == "no statement of one document answers to one of another"
    session.active = 1
    assert empty_words(session, "done", keys, False) == ""


def test_a_document_alone_is_told_how_to_be_compared() -> None:
    document = Document("a.txt", "The bridge was closed.")
    session = Session((document,))
    empty = replace(
        sample.comparison(),
        documents=(document,),
        sentences=((),),
        entities=(),
        claims=(),
        links=(),
        correspondences=(),
    )
    session.receive(Index(empty), [0])
    assert result_words(session).startswith("one document alone: open it with another")
