"""The reader's own themes: one dark, one light, both calm under text and loud for disagreement."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="hexapla-dark",
    primary="#7aa2d6",
    secondary="#8fb8ad",
    warning="#e5b567",
    error="#f58c7e",
    success="#7fae77",
    accent="#c79bd0",
    foreground="#d5d2cb",
    background="#17181a",
    surface="#1d1f22",
    panel="#24272b",
    dark=True,
)

LIGHT = Theme(
    name="hexapla-light",
    primary="#2f5f98",
    secondary="#2f6f66",
    warning="#774a00",
    error="#a81c16",
    success="#3d6b35",
    accent="#7a3f88",
    foreground="#22211f",
    background="#faf8f3",
    surface="#f1eee6",
    panel="#e6e2d8",
    dark=False,
)

THEMES = (DARK, LIGHT)
