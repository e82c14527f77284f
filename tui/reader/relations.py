"""How each relation looks: its word, its glyph, its attribute and its colour, in one table.

Every mark is made twice, by a glyph in the margin and by an attribute of the text; colour is a
third voice that may be missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["agrees", "differs", "contradicts", "only"]

LOUD = 2
"""The loudness from which on a relation is a disagreement."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one relation looks."""

    kind: Kind
    word: str
    glyph: str
    ascii: str
    attribute: str
    """Rich style words that need no colour."""
    colour: str
    """The theme's variable that gives the colour."""
    ansi: str
    """The colour where the terminal has sixteen."""
    loudness: int
    """Where several claims begin on one row, the loudest gives the row its glyph."""

    @property
    def is_loud(self) -> bool:
        """Whether it is a disagreement, which colour and weight shall tell too."""
        return self.loudness >= LOUD

    def mark(self, ascii_only: bool = False) -> str:
        """The glyph, for terminals that can show it and for those that cannot."""
        return self.ascii if ascii_only else self.glyph


RELATIONS: Mapping[Kind, Look] = {
    look.kind: look
    for look in (
        Look("agrees", "agrees", "=", "=", "", "success", "green", 0),
        Look("differs", "differs", "≈", "~", "underline", "warning", "yellow", 2),
        Look("contradicts", "contradicts", "≠", "!", "bold", "error", "red", 3),
        Look("only", "only here", "+", "+", "italic", "secondary", "cyan", 1),
    )
}

TENTATIVE = "?"
"""Stands before the glyph of a relation, or a name, that is not certain."""

CURRENT = ("▌", ">")
COUNTERPART = ("▏", "|")
ELLIPSIS = ("…", "...")
TRACK = ("│", "|")
THUMB = ("┃", "#")
HIT = ("◆", "*")
DOTS = ("╎", ":")
UP = ("↑", "^")
DOWN = ("↓", "v")
LEFTWARDS = ("‹", "<")
RIGHTWARDS = ("›", ">")
QUOTED = ("│", "|")
BULLET = ("•", "-")
DOT = ("·", "-")
RULE = ("─", "-")
POINTER = ("▸", ">")
QUOTES = (("“", "”"), ('"', '"'))
