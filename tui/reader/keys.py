"""The one table of the reader's actions and keys.

The bindings, the footer, the help screen, the list of commands, the README and the `keys` section
of `config.yaml` are made from it or tested against it. It imports no Textual, so the command line
can use it cheaply. How a key is written is told in `tui.reader.key_names`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.reader.key_names import Sequence, parse_key, shown_key, split_keys

__all__ = ["ACTIONS", "BY_ID", "Action", "Sequence", "bindings", "sequences", "shown_key"]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the reader can do."""

    id: str
    keys: tuple[str, ...]
    group: str
    help: str
    footer: str = ""
    """Its word in the footer; neighbours in the table with the same word share one entry."""
    counted: bool = False
    """Whether a number typed before it says how often."""
    fixed: bool = False
    """Its keys cannot be changed."""
    brief: str = ""
    """What it does in a word or three, where there is no room for `help`."""


def _both(walk: str, letter: str, what: str, brief: str, footer: str = "") -> tuple[Action, Action]:
    """The two actions of a walk: on with `]`, back with `[`."""

    def action(way: str, bracket: str, footer: str) -> Action:
        keys, words = (f"{bracket}{letter}",), f"to the {way} {what}"
        return Action(
            f"{walk}.{way}", keys, "Walk", words, footer, counted=True, brief=f"{way} {brief}"
        )

    return action("next", "]", footer), action("previous", "[", "")


ACTIONS: tuple[Action, ...] = (
    Action("claim.next", ("j", "down"), "Move", "to the next claim", "claim", counted=True),
    Action("claim.previous", ("k", "up"), "Move", "to the previous claim", "claim", counted=True),
    Action("claim.first", ("gg", "home"), "Move", "to the first claim", brief="first claim"),
    Action("claim.last", ("G", "end"), "Move", "to the last claim"),
    Action("half.down", ("ctrl+d",), "Move", "half a page down", counted=True),
    Action("half.up", ("ctrl+u",), "Move", "half a page up", counted=True),
    Action("page.down", ("pagedown", "space"), "Move", "a page down", counted=True),
    Action("page.up", ("pageup", "b"), "Move", "a page up", counted=True),
    Action(
        "counterpart.show",
        ("enter",),
        "Compare",
        "bring the counterparts beside the claim; again: the next of several",
        "counterpart",
    ),
    Action("place.back", ("backspace", "H"), "Compare", "back to where you were", "back"),
    Action("place.forward", ("L",), "Compare", "forward again, after going back"),
    Action("apparatus.toggle", ("a",), "Compare", "the sources word by word, or less", "apparatus"),
    Action("apparatus.down", ("ctrl+e",), "Compare", "the apparatus a line down", counted=True),
    Action("apparatus.up", ("ctrl+y",), "Compare", "the apparatus a line up", counted=True),
    Action(
        "document.next",
        ("tab", "l", "right"),
        "Compare",
        "to the next document, at the counterpart where it is shown",
        "document",
    ),
    Action(
        "document.previous",
        ("shift+tab", "h", "left"),
        "Compare",
        "to the document before",
    ),
    Action(
        "document.choose",
        tuple("123456789"),
        "Compare",
        "to the document of that number",
        fixed=True,
    ),
    *_both("difference", "c", "claim that differs or is contradicted", "difference", "difference"),
    *_both("contradiction", "x", "claim that is contradicted", "contradiction"),
    *_both("only", "o", "claim that only this document makes", "only here"),
    *_both("tentative", "t", "claim whose link is uncertain", "uncertain"),
    *_both("speaker", "s", "claim of the same speaker", "of the speaker"),
    *_both("mention", "e", "mention of the entity in hand", "mention"),
    Action(
        "overview.open",
        ("o",),
        "Lists",
        "everything said, a row each and a column for each document",
        "overview",
    ),
    Action("numbers.open", ("#",), "Lists", "numbers: who gives which, those that differ first"),
    Action("speakers.open", ("@",), "Lists", "who says what, and where"),
    Action("timeline.open", ("T",), "Lists", "what happened when, and where the dates conflict"),
    Action("names.open", ("E",), "Lists", "what each document calls the same one"),
    Action("list.sort", ("S",), "Lists", "in a list: another order"),
    Action("entities.focus", ("e",), "Entities", "into the list of entities, and out", "entities"),
    Action("entities.toggle", ("s",), "Entities", "show or hide the list of entities"),
    Action("entity.why", ("w",), "Entities", "why these names are one", "why"),
    Action("search.open", ("/",), "Find", "search all documents", "search"),
    Action("hit.next", ("n",), "Find", "to the next hit or mention", counted=True),
    Action("hit.previous", ("N",), "Find", "to the previous hit or mention", counted=True),
    Action("clear", ("escape",), "Find", "clear the hits or mentions"),
    Action(
        "filter.agrees", ("fa",), "Filter", "only claims that agree, or all again", brief="agrees"
    ),
    Action(
        "filter.differs",
        ("fd",),
        "Filter",
        "only claims that differ, or all again",
        brief="differs",
    ),
    Action(
        "filter.contradicts",
        ("fx",),
        "Filter",
        "only contradicted claims, or all again",
        brief="contradicts",
    ),
    Action(
        "filter.only",
        ("fo",),
        "Filter",
        "only what one document says, or all again",
        brief="only here",
    ),
    Action(
        "filter.tentative",
        ("ft",),
        "Filter",
        "only uncertain links, or all again",
        brief="uncertain",
    ),
    Action(
        "filter.entity",
        ("fe",),
        "Filter",
        "only claims about the entity in hand, or all",
        brief="entity in hand",
    ),
    Action(
        "filter.speaker",
        ("fs",),
        "Filter",
        "only claims of the same speaker, or all",
        brief="same speaker",
    ),
    Action("filter.clear", ("F",), "Filter", "all claims again"),
    Action(
        "column.zoom",
        ("z",),
        "Columns",
        "this document alone, or all again; in a list: another layout",
    ),
    Action("column.hide", ("x",), "Columns", "hide this document"),
    Action("columns.restore", ("X",), "Columns", "all documents again, in their first order"),
    Action("column.left", ("<",), "Columns", "move this document to the left"),
    Action("column.right", (">",), "Columns", "move this document to the right"),
    Action("copy.claim", ("y",), "Copy", "copy the claim, or what the mouse has selected"),
    Action("copy.citation", ("Y",), "Copy", "copy the claim with its source and document"),
    Action(
        "copy.correspondence",
        ("gy",),
        "Copy",
        "copy what all documents say here",
        brief="copy what all say",
    ),
    Action("theme.next", ("t",), "Reader", "the next theme"),
    Action("analysis.cancel", ("C",), "Reader", "stop comparing; again: compare after all"),
    Action("palette.open", (":", "ctrl+p"), "Reader", "every command by name", "commands"),
    Action("redraw", ("ctrl+l",), "Reader", "draw the screen anew"),
    Action("suspend", ("ctrl+z",), "Reader", "back to the shell; `fg` returns"),
    Action("help", ("?", "f1"), "Reader", "this help", "help"),
    Action("quit", ("q", "ctrl+q"), "Reader", "quit", "quit"),
    Action("interrupt", ("ctrl+c",), "Reader", "quit, with exit status 130", fixed=True),
)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}


def bindings(overrides: Mapping[str, str] | None = None) -> dict[str, tuple[str, ...]]:
    """Action id -> its keys as written, in the order of the table."""
    overrides = overrides or {}
    return {
        action.id: split_keys(overrides[action.id])
        if action.id in overrides and not action.fixed
        else action.keys
        for action in ACTIONS
    }


def sequences(overrides: Mapping[str, str] | None = None) -> dict[Sequence, str]:
    """Tokens -> action id, for every key but the digits. Expects valid overrides."""
    return {
        parse_key(key): action
        for action, keys in bindings(overrides).items()
        if action != "document.choose"
        for key in keys
    }
