"""The reader's own themes, all calm under text and loud for disagreement.

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
    variables={"hit": "#5f005f", "only-here": "#afd7d7"},
)

LIGHT = Theme(
    name="hexapla-light",
    primary="#005faf",
    secondary="#005f5f",
    warning="#875f00",
    error="#af0000",
    success="#005f00",
    accent="#875f87",
    foreground="#262626",
    background="#eeeeee",
    surface="#e4e4e4",
    panel="#dadada",
    dark=False,
    variables={"hit": "#ffffaf", "only-here": "#005f5f"},
)

CONTRAST = Theme(
    name="hexapla-contrast",
    primary="#87d7ff",
    secondary="#afffff",
    warning="#ffff00",
    error="#ff8787",
    success="#87ff87",
    accent="#ffafff",
    foreground="#ffffff",
    background="#000000",
    surface="#121212",
    panel="#262626",
    dark=True,
    variables={"least-contrast": "7", "hit": "#5f005f", "only-here": "#afffff"},  # WCAG's level AAA
)

SAFE = Theme(
    # After Okabe and Ito's palette for all kinds of colour vision: orange against sky blue.
    name="hexapla-safe",
    primary="#afafd7",
    secondary="#d7afd7",
    warning="#5fafff",
    error="#ffaf00",
    success="#afafaf",
    accent="#ffffaf",
    foreground="#d7d7d7",
    background="#1c1c1c",
    surface="#262626",
    panel="#303030",
    dark=True,
    variables={"hit": "#5f005f", "only-here": "#d7d7ff"},
)

MONO = Theme(
    name="hexapla-mono",
    primary="#eeeeee",
    secondary="#a8a8a8",
    warning="#dadada",
    error="#ffffff",
    success="#a8a8a8",
    accent="#ffffff",
    foreground="#c6c6c6",
    background="#121212",
    surface="#1c1c1c",
    panel="#303030",
    dark=True,
    variables={"hit": "#3a3a3a", "only-here": "#c6c6c6", "only-style": "italic"},
)

THEMES = (DARK, LIGHT, CONTRAST, SAFE, MONO)


def colours_of(theme: Theme) -> dict[str, str]:
    """A theme's variables, as `#rrggbb` where they are colours of ours."""
    return {**theme.to_color_system().generate(), **_own(theme)}


def _own(theme: Theme) -> dict[str, str]:
    # Textual rounds what it is given; the numbered colours must come out as they went in.
    names = ("primary", "secondary", "warning", "error", "success", "accent")
    given = {name: getattr(theme, name) for name in (*names, "foreground", "background", "panel")}
    return {**{name: colour for name, colour in given.items() if colour}, **theme.variables}
