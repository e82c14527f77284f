"""The key table, what a user may change in it, and from keys to commands."""

from __future__ import annotations

import pytest

from tui.reader.chords import PAUSE, Command, KeyReader
from tui.reader.commands import Commands
from tui.reader.keys import ACTIONS, bindings, parse_key, sequences, shown_key, validate_keys
from tui.reader.panel import IN_ENTITIES, footer_line
from tui.reader.screens.help import help_lines


def text_of(line: list[tuple[str, tuple[str, ...]]]) -> str:
    return "".join(text for text, _ in line)


def test_the_table_itself_is_valid() -> None:
    assert validate_keys({}) == []
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_every_action_can_be_done() -> None:
    for action in ACTIONS:
        assert callable(getattr(Commands, "do_" + action.id.replace(".", "_")))


@pytest.mark.parametrize(
    ("keys", "part"),
    [
        ({"claim.nxt": "x"}, "did you mean claim.next?"),
        ({"claim.next": "ctrl+i"}, "Tab"),
        ({"claim.next": "ctrl+m"}, "Enter"),
        ({"claim.next": "shift+enter"}, "cannot send"),
        ({"claim.next": "hyperspace"}, "no such key"),
        ({"claim.next": "7"}, "digits count"),
        ({"claim.next": "k"}, "the key k is given to both claim.next and claim.previous"),
        ({"claim.next": "g"}, "the key g would hide the chord gg"),
        ({"claim.next": ""}, "give keys as text"),
        ({"claim.next": 5}, "give keys as text"),
        ({"interrupt": "x"}, "cannot be changed"),
    ],
)
def test_a_bad_key_is_named_in_words(keys: dict[str, object], part: str) -> None:
    problems = validate_keys(keys)
    assert len(problems) == 1
    assert part in problems[0]


def test_a_good_change_is_taken_and_swaps_are_allowed() -> None:
    changed = {"claim.next": "J, ctrl+n", "claim.previous": "K", "search.open": "r"}
    assert validate_keys(changed) == []
    assert sequences(changed)["J",] == "claim.next"
    assert ("j",) not in sequences(changed)
    assert validate_keys({"claim.next": "k", "claim.previous": "j"}) == []


def test_keys_are_read_as_they_are_written() -> None:
    assert parse_key("]c") == ("]", "c")
    assert parse_key("g g") == ("g", "g")
    assert parse_key("PageDown") == ("pagedown",)
    assert parse_key("G") == ("G",)
    assert parse_key("é") == ("é",)


def feed(keys: str, times: list[float] | None = None) -> list[Command | None]:
    reader = KeyReader(sequences())
    times = times or [k * 0.1 for k in range(len(keys))]
    return [reader.feed(key, now) for key, now in zip(keys, times, strict=True)]


def test_counts_and_chords() -> None:
    assert feed("j") == [Command("claim.next")]
    assert feed("gg") == [None, Command("claim.first")]
    assert feed("]c") == [None, Command("difference.next")]
    assert feed("12j")[-1] == Command("claim.next", 12, unchoose=True)
    assert feed("3]c")[-1] == Command("difference.next", 3, unchoose=True)
    assert feed("3q")[-1] == Command("quit")


def test_a_broken_chord_lets_its_second_key_count() -> None:
    assert feed("gj") == [None, Command("claim.next")]
    assert feed("rj") == [None, Command("claim.next")]
    reader = KeyReader(sequences())
    reader.feed("]", 0.0)
    assert reader.pending == "]"
    assert reader.feed("escape", 0.1) is None
    assert reader.pending is None


def test_a_digit_chooses_at_once_and_stops_counting_after_a_while() -> None:
    assert feed("2") == [Command("document.choose", 2)]
    assert feed("2j", [0.0, PAUSE * 2])[-1] == Command("claim.next")


def test_help_shows_every_key_and_action() -> None:
    lines = [text_of(line) for line in help_lines(bindings(), ascii_only=False)]
    for action in ACTIONS:
        line = next(line for line in lines if line[22:] == action.help)
        if action.id != "document.choose":
            assert all(shown_key(key) in line for key in action.keys)


def test_the_footer_is_made_from_the_table_and_keeps_the_way_out() -> None:
    wide = text_of(footer_line(bindings(), 200, False))
    assert "j/k claim" in wide
    assert "]c difference" in wide
    changed = text_of(footer_line(bindings({"claim.next": "J"}), 200, False))
    assert "J/k claim" in changed
    for width in range(20, 120, 7):
        line = text_of(footer_line(bindings(), width, False))
        assert len(line) <= width
        assert line.endswith("? help  q quit ")
    assert text_of(footer_line(bindings(), 60, True)).isascii()
    assert set(IN_ENTITIES) <= {action.id for action in ACTIONS}
