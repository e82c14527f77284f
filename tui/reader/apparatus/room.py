"""How many lines the open apparatus takes."""

from __future__ import annotations

from dataclasses import replace

from tui.reader.fitting import Fit

SHARE = 0.4
"""Of the screen's height, the line above the apparatus counted in."""

MOST = 17
"""Lines it takes at most, however high the screen: the text stays the larger part."""

TEXT = 4
"""Lines that are left to the columns at least."""


def opened(fitted: Fit, height: int) -> Fit:
    """The same screen with the apparatus open; as it was where it is too low for that."""
    around = fitted.header + fitted.footer + 2
    rows = min(round(height * SHARE) - 1, MOST, height - around - TEXT)
    return replace(fitted, apparatus=rows, rule=True) if rows > fitted.apparatus else fitted
