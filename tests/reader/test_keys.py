"""The key table, what a user may change in it, and from keys to commands."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tui.reader.chords import PAUSE, Command, KeyReader
from tui.reader.commands import Commands
from tui.reader.following import following_lines
from tui.reader.footer import IN_ENTITIES, LAST, UNCOMPARED, USEFUL, footer_line, footer_words
from tui.reader.help_lines import help_lines
from tui.reader.key_faults import validate_keys
from tui.reader.key_names import parse_key, shown_key
from tui.reader.keys import ACTIONS, bindings, sequences
from tui.reader.presets import PRESETS, overlaid
from tui.reader.prompt import Prompt


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
        (
            {"claim.next": "k"},
            'claim.previous has it by default; set claim.previous to "up" to free it',
        ),
        ({"claim.next": "g"}, "hide the chords gg (claim.first), gy (copy.correspondence)"),
        ({"claim.next": "x u"}, "the key x would hide the chord x u"),
        ({"claim.next": "x u"}, "set column.hide to another key"),
        ({"claim.next": "ctrl+x ctrl+y u"}, "a chord has two keys"),
        ({"claim.next": "ctrl+xo"}, "a blank between them"),
        ({"claim.next": "alt+shift+x"}, "cannot send"),
        ({"copy.zzzzzzzzz": "x"}, "there are copy.claim, copy.citation"),
        ({"claim.next": ""}, "give keys as text"),
        ({"claim.next": 5}, "give keys as text"),
        ({"interrupt": "x"}, "cannot be changed"),
    ],
)
def test_a_bad_key_is_named_in_words(keys: dict[str, object], part: str) -> None:
    problems = validate_keys(keys)
    assert len(problems) == 1
    assert part in problems[0].message
    assert set(problems[0].actions) <= set(keys)
    assert problems[0].actions


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
    assert parse_key("ctrl+x o") == ("ctrl+x", "o")
    assert parse_key("Ctrl+X Ctrl+C") == ("ctrl+x", "ctrl+c")
    assert parse_key("ctrl+x 1") == ("ctrl+x", "1")
    assert parse_key("alt+v") == ("alt+v",)
    assert shown_key("ctrl+x o") == "Ctrl+X o"
    assert shown_key("alt+v") == "Alt+V"
    assert shown_key("+") == "+"


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_is_valid_and_leaves_no_action_without_a_key(preset: str) -> None:
    assert validate_keys({}, preset) == []
    assert set(PRESETS[preset]) <= {action.id for action in ACTIONS}
    assert all(bindings(PRESETS[preset]).values())


def test_the_users_keys_lie_over_the_presets() -> None:
    table = sequences(overlaid("emacs", {"claim.next": "v"}))
    assert table["v",] == "claim.next"
    assert ("ctrl+n",) not in table
    assert table["ctrl+p",] == "claim.previous"
    assert table["ctrl+x", "o"] == "document.next"
    assert ("j",) not in table
    (fault,) = validate_keys({"help": "ctrl+n"}, "emacs")
    assert 'set claim.next to "down" to free it' in fault.message


def test_emacs_chords_reach_their_actions_and_can_be_given_up() -> None:
    reader = KeyReader(sequences(overlaid("emacs", {})))
    assert reader.feed("ctrl+x", 0.0) is None
    assert ("1", "column.zoom") in reader.followers()
    assert reader.feed("1", 0.1) == Command("column.zoom")
    assert reader.feed("ctrl+x", 0.2) is None
    assert reader.feed("ctrl+g", 0.3) is None
    assert reader.feed("ctrl+g", 0.4) == Command("clear")


def test_alt_is_escape_and_a_letter_where_it_is_not_bound() -> None:
    plain, emacs = (KeyReader(sequences(overlaid(name, {}))) for name in ("vim", "emacs"))
    assert emacs.tokens("alt+v", "v") == ("alt+v",)
    assert plain.tokens("alt+v", "v") == ("escape", "v")
    assert plain.tokens("space", " ") == ("space",)
    assert plain.tokens("right_square_bracket", "]") == ("]",)
    assert plain.tokens("ctrl+d", "\x04") == ("ctrl+d",)


@pytest.mark.parametrize("rows", [1, 2, 4])
@pytest.mark.parametrize("width", [40, 80, 160])
def test_what_may_follow_a_key_fits_and_begins_with_the_first(rows: int, width: int) -> None:
    reader = KeyReader(sequences())
    assert reader.feed("3", 0.0) == Command("document.choose", 3)
    reader.feed("]", 0.1)
    followers = reader.followers()
    assert ("c", "difference.next") in followers
    lines = following_lines("]", reader.count, followers, rows, width, ascii_only=True)
    assert 0 < len(lines) <= rows
    assert all(len(text_of(line)) <= width for line in lines)
    assert text_of(lines[0]).startswith(" 3 ]  c next differ")
    if width >= 80 and width * rows >= 160:
        text = " ".join(map(text_of, lines))
        assert all(f"  {key} " in text for key, _ in followers)


def test_the_prompt_is_edited_by_arrows_and_by_the_keys_of_shells() -> None:
    prompt = Prompt().insert("no blocade")
    for key in ("left",) * 3:
        prompt = prompt.key(key)
    assert prompt.insert("k").text == "no blockade"
    assert prompt.key("ctrl+k").text == "no bloc"
    assert prompt.key("ctrl+a").key("ctrl+d").text == "o blocade"
    assert prompt.key("ctrl+b").cursor == prompt.key("left").cursor == 6
    assert prompt.key("ctrl+e").key("ctrl+w").text == "no "
    assert prompt.key("f5") == prompt


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


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("width", [80, 100, 160, 200])
def test_help_shows_every_key_and_action(width: int, preset: str) -> None:
    keys = bindings(PRESETS[preset])
    lines = [text_of(line) for line in help_lines(keys, width)]
    assert all(cell_len(line) <= width for line in lines)
    for action in ACTIONS:
        written = [] if action.id == "document.choose" else map(shown_key, keys[action.id])
        wanted = [f"  {action.help[:20]}", *written]
        assert any(all(part in line for part in wanted) for line in lines), action.id


def test_help_stands_in_two_columns_where_there_is_room() -> None:
    narrow, wide = (help_lines(bindings(), width) for width in (80, 160))
    assert len(wide) < 0.6 * len(narrow)
    assert any("In the margin" in text_of(line) for line in wide)


def test_help_finds_a_key_by_what_it_does() -> None:
    lines = [text_of(line) for line in help_lines(bindings(), 80, wanted="theme")]
    assert [line.split() for line in lines] == [["Reader"], ["t", "the", "next", "theme"]]
    assert "nothing" in text_of(help_lines(bindings(), 80, wanted="zzz")[0])
    assert any(
        "this document alone" in text_of(line) for line in help_lines(bindings(), 80, wanted="zoom")
    )


def words(**given: object) -> dict[str, str]:
    """The footer's words in the text of two compared documents, but for what is given."""
    usual = {"compared": True, "documents": 2, "in_entities": False, "walking": ""}
    return footer_words(**{**usual, "filtered": False, **given})  # type: ignore[arg-type]


def test_the_footer_is_made_from_the_table_and_keeps_the_way_out() -> None:
    wide = text_of(footer_line(bindings(), 200, False, words()))
    assert wide.startswith(" j/k claim ")
    assert "]c difference" in wide
    changed = text_of(footer_line(bindings({"claim.next": "J"}), 200, False, words()))
    assert "J/k claim" in changed
    for width in range(20, 120, 7):
        line = text_of(footer_line(bindings(), width, False, words()))
        assert len(line) <= width
        assert line.endswith("? help  q quit ")
    assert text_of(footer_line(bindings(), 60, True, words())).isascii()
    assert {a.id for a in ACTIONS if a.footer} == {*USEFUL, *LAST}
    assert {*IN_ENTITIES, *UNCOMPARED} <= {action.id for action in ACTIONS}


@pytest.mark.parametrize(
    ("given", "first", "missing"),
    [
        ({"walking": "hit"}, "n/N hit  Esc clear hits  j/k claim", "entity"),
        ({"filtered": True}, "F all claims  j/k claim", "hit"),
        ({"in_entities": True}, "j/k entity  ⏎ mark  e to the text", "difference"),
        ({"compared": False}, "j/k scroll  PgDn page", "difference"),
        ({"documents": 1}, "j/k claim  / search", "difference"),
    ],
)
def test_the_footer_says_what_helps_here(
    given: dict[str, object], first: str, missing: str
) -> None:
    line = text_of(footer_line(bindings(), 80, False, words(**given)))
    assert line.startswith(f" {first} ")
    assert missing not in line
