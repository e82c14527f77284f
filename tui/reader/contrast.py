"""How far apart two colours are to the eye (WCAG 2.2), and colours that can be read."""

from __future__ import annotations

from collections.abc import Iterable

from tui.reader.numbered import NUMBERS, RGB, nearest

READABLE = 4.5
"""The ratio WCAG asks of text (level AA)."""

_STEPS = 32


def rgb(colour: str) -> RGB:
    """Red, green and blue (0..255) of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def light(colour: str) -> float:
    """The relative luminance of `#rrggbb`: 0 for black, 1 for white."""
    parts = [part / 255 for part in rgb(colour)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """The ratio of two colours, 1 (the same) to 21 (black and white)."""
    low, high = sorted((light(a), light(b)))
    return (high + 0.05) / (low + 0.05)


def blend(a: str, b: str, share: float) -> str:
    """The colour that lies `share` (0..1) of the way from `a` to `b`, all as `#rrggbb`."""
    parts = zip(rgb(a), rgb(b), strict=True)
    return "#{:02x}{:02x}{:02x}".format(*(round(x * (1 - share) + y * share) for x, y in parts))


def numbered(colour: str) -> str:
    """The nearest of the 256 colours that terminals know by number."""
    return "#{:02x}{:02x}{:02x}".format(*nearest(rgb(colour)))


def is_numbered(colour: str) -> bool:
    """Whether terminals know a colour by its number."""
    return rgb(colour) in NUMBERS


def readable(colour: str, grounds: Iterable[str], least: float, in_numbers: bool) -> str:
    """`colour`, or the first on its way to white or black that can be read on all `grounds`.

    `least` is the ratio wanted (as near as black and white come to it); `in_numbers` asks for one
    of the numbered colours.
    """
    grounds = tuple(grounds)
    end = max("#ffffff", "#000000", key=lambda c: min(contrast(c, ground) for ground in grounds))
    for step in range(_STEPS + 1):
        tried = blend(colour, end, step / _STEPS)
        if in_numbers:
            tried = numbered(tried)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return end
