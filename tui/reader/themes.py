"""The reader's own themes: one dark, one light, both calm under text and loud for disagreement.

Their colours are among the 256 that terminals number: they look the same everywhere, and a number
takes half the bytes of red, green and blue.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="hexapla-dark",
    primary="#87afd7",
    secondary="#87afaf",
    warning="#d7af5f",
    error="#ff8787",
    success="#87af87",
    accent="#d7afd7",
    foreground="#d7d7d7",
    background="#1c1c1c",
    surface="#262626",
    panel="#303030",
    dark=True,
)

LIGHT = Theme(
    name="hexapla-light",
    primary="#005faf",
    secondary="#005f5f",
    warning="#5f5f00",
    error="#af0000",
    success="#005f00",
    accent="#875f87",
    foreground="#262626",
    background="#eeeeee",
    surface="#e4e4e4",
    panel="#dadada",
    dark=False,
)

THEMES = (DARK, LIGHT)
