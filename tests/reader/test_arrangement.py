"""Which documents stand where; documents keep their letters whatever their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.reader.arrangement import Arrangement


def test_a_hidden_document_leaves_its_place_and_comes_back_to_it() -> None:
    found, active, message = Arrangement.of(4).without(1)
    assert (found.visible, active, message) == ((0, 2, 3), 2, "B is hidden")
    assert found.with_(1).visible == (0, 1, 2, 3)


def test_hiding_the_last_column_goes_to_the_one_before() -> None:
    found, active, _message = Arrangement.of(3).without(2)
    assert (found.visible, active) == ((0, 1), 1)


def test_the_last_document_cannot_be_hidden() -> None:
    one, active, _message = Arrangement.of(2).without(0)
    assert one.without(active) == (one, 1, "this is the only document shown; it cannot be hidden")


def test_moving_passes_hidden_documents_and_stops_at_the_ends() -> None:
    found = Arrangement.of(4).without(1)[0]
    moved, message = found.moved(0, 1)
    assert (moved.visible, message) == ((2, 0, 3), "the order is C A D")
    assert moved.moved(2, -1) == (moved, "C is already the first")
    assert moved.moved(3, 5) == (moved, "D is already the last")
    assert moved.with_(1).order == (2, 1, 0, 3)


def test_tab_goes_round_in_the_order_shown() -> None:
    found = Arrangement.of(4).moved(3, -3)[0].without(1)[0]
    assert found.visible == (3, 0, 2)
    assert [found.step(d, 1) for d in (3, 0, 2)] == [0, 2, 3]
    assert found.step(3, -1) == 2


def test_all_is_restored_at_once() -> None:
    changed = Arrangement.of(3).moved(2, -2)[0].without(0)[0].zoomed()
    assert changed.restored() == (Arrangement.of(3), "all documents again: A B C")
    first = Arrangement.of(3)
    assert first.restored() == (first, "all documents are shown, in their first order")


MOVES = st.lists(st.tuples(st.sampled_from(["hide", "show", "move"]), st.integers(-9, 9)))


@given(st.integers(1, 9), MOVES)
def test_no_document_is_ever_lost(documents: int, moves: list[tuple[str, int]]) -> None:
    found, active = Arrangement.of(documents), 0
    for move, number in moves:
        if move == "hide":
            found, active, _message = found.without(active)
        elif move == "show":
            active = number % documents
            found = found.with_(active)
        else:
            found, _message = found.moved(active, number)
        assert active in found.visible
        assert sorted(found.order) == list(range(documents))
