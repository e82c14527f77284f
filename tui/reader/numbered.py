"""The 256 colours that terminals know by number (xterm's: a cube of 216 and 24 greys)."""

from __future__ import annotations

from functools import lru_cache

RGB = tuple[int, int, int]

_LEVELS = (0, 95, 135, 175, 215, 255)
_CUBE: dict[RGB, int] = {
    (_LEVELS[r], _LEVELS[g], _LEVELS[b]): 16 + 36 * r + 6 * g + b
    for r in range(6)
    for g in range(6)
    for b in range(6)
}
_GREYS: dict[RGB, int] = {(8 + 10 * k,) * 3: 232 + k for k in range(24)}
NUMBERS: dict[RGB, int] = {**_GREYS, **_CUBE}
"""Red, green and blue -> the number; the first sixteen, which users redefine, are left out."""


@lru_cache(256)
def nearest(colour: RGB) -> RGB:
    """The numbered colour that is nearest to `colour`."""
    red, green, blue = (min(_LEVELS, key=lambda level: abs(level - part)) for part in colour)
    # Of all greys the nearest is that which is nearest to the mean.
    step = min(range(24), key=lambda k: abs(3 * (8 + 10 * k) - sum(colour)))
    grey = (8 + 10 * step,) * 3
    return min(
        ((red, green, blue), grey),
        key=lambda c: (sum((x - y) ** 2 for x, y in zip(c, colour, strict=True)), c),
    )
