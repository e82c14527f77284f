"""The names of all themes, for those who must not import Textual to know them."""

from __future__ import annotations

OWN = ("hexapla-dark", "hexapla-light", "hexapla-contrast", "hexapla-safe", "hexapla-mono")
"""The reader's own, in the order in which they are changed."""

TEXTUAL = (
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "textual-dark",
    "textual-light",
    "tokyo-night",
)
"""Textual's, without those that leave the colours to the terminal."""

ALL = (*OWN, *TEXTUAL)


def fault_of_theme(name: str) -> str | None:
    """What is wrong with the name of a theme, with the nearest ones; None where nothing is."""
    if name in ALL:
        return None
    from difflib import get_close_matches

    # A part of a name (`dark`) is as good a hint as a misspelt one (`nrod`).
    near = [known for known in ALL if name and name.casefold() in known]
    near = near[:3] or get_close_matches(name.casefold(), ALL, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(ALL)}"
    return f"no theme is called '{name}'; {hint}"
