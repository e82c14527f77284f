"""The one place where the reader reaches into Textual's private parts, and why.

Textual sends a changed region of a row from the left edge of its widget on, though it knows the
region's own left edge (the class below says so in a comment of its own), and it gives every piece
of text its whole style and resets it after. Moving a cursor changes a few cells of a few rows, so
over a slow line that is three quarters of what is sent. Should these parts be named otherwise one
day, nothing is changed and the reader only sends more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from rich.color import Color, ColorSystem
from rich.console import COLOR_SYSTEMS
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.reader.numbered import NUMBERS

_PLAIN: tuple[frozenset[str], str, str] = (frozenset(), "", "")


def send_less() -> None:
    """Make updates send only what changes, with as few style codes as that needs."""
    try:
        from textual._compositor import ChopsUpdate, LayoutUpdate
    except ImportError:
        return

    def render_whole(self: Any, console: Any) -> str:
        writer = Writer(COLOR_SYSTEMS.get(console.color_system), console.width)
        for y, strips in enumerate(self.strips, self.region.y):
            writer.write(self.region.x, y, (segment for strip in strips for segment in strip))
        return writer.finish()

    def render_parts(self: Any, console: Any) -> str:
        writer = Writer(COLOR_SYSTEMS.get(console.color_system), console.width)
        pieces = [
            (x, y, max(x, x1), min(end, x2), strip)
            for y, x1, x2 in self.spans
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False)
            if strip is not None and x < x2 and end > x1
        ]
        if not _adjoin(pieces):
            # Down one widget after the other: in one, styles change less than between two.
            pieces.sort(key=lambda piece: piece[:3])
        for x, y, first, last, strip in pieces:
            writer.write(first, y, strip.crop(first - x, last - x))
        return writer.finish()

    for update, render in ((LayoutUpdate, render_whole), (ChopsUpdate, render_parts)):
        if hasattr(update, "render_segments"):
            update.render_segments = render  # type: ignore[method-assign]


def _adjoin(pieces: Sequence[tuple[int, int, int, int, Strip]]) -> bool:
    """Whether most pieces begin where the one before ends, as where the whole screen is drawn."""
    joints = sum(a[1] == b[1] and a[3] == b[2] for a, b in pairwise(pieces))
    return 2 * joints > len(pieces)


_NARROW = re.compile("[\x20-\x7e\u2190-\u22ff\u2500-\u259f]*")
"""Text that fills a cell a character."""


class Writer:
    """Puts pieces of text at places of the screen; changes only the styles that differ."""

    def __init__(self, system: ColorSystem | None, width: int) -> None:
        """`width` is that of the screen: at its end it is uncertain where the cursor is."""
        self._system = system
        self._width = width
        self._parts: list[str] = []
        self._now = _PLAIN
        self._at: tuple[int, int] | None = None

    def write(self, x: int, y: int, segments: Iterable[Segment]) -> None:
        """Write segments from cell `x` of row `y` on."""
        self._parts.append(self._move(x, y))
        reached: int | None = x
        for text, style, control in segments:
            if control or not text:
                continue
            wanted = _codes(style, self._system) if style else _PLAIN
            if text.isspace() and _look_alike_blank(self._now, wanted):
                wanted = self._now
            self._parts += (_change(self._now, wanted), text)
            self._now = wanted
            sure = reached is not None and _NARROW.fullmatch(text)
            reached = reached + len(text) if sure and reached is not None else None
        self._at = None if reached is None or reached >= self._width else (reached, y)

    def _move(self, x: int, y: int) -> str:
        """The shortest way to a cell: from where the cursor is, if that is known."""
        there = f"\x1b[{y + 1};{x + 1}H"
        if self._at is None:
            return there
        dx, dy = x - self._at[0], y - self._at[1]
        across = _steps(dx, "C", "D")
        if dx < 0:
            across = min("\b" * -dx, across, key=len)
        return min(across + _steps(dy, "B", "A"), there, key=len)

    def finish(self) -> str:
        """All that was written, ending in the terminal's own style."""
        return "".join((*self._parts, _change(self._now, _PLAIN)))


def _steps(count: int, on: str, back: str) -> str:
    """The sequence that moves the cursor some cells on, or (negative) back."""
    if not count:
        return ""
    number = abs(count) if abs(count) > 1 else ""
    return f"\x1b[{number}{on if count > 0 else back}"


_ATTRIBUTES = (
    ("bold", "1"),
    ("dim", "2"),
    ("italic", "3"),
    ("underline", "4"),
    ("reverse", "7"),
    ("strike", "9"),
)

_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What switches an attribute off; bold and dim share theirs."""


@lru_cache(4096)
def _codes(style: Style, system: ColorSystem | None) -> tuple[frozenset[str], str, str]:
    """The codes of a style: its attributes, its colour, the colour behind it."""
    if system is None:
        return _PLAIN
    attributes = frozenset(code for name, code in _ATTRIBUTES if getattr(style, name))
    return attributes, _shade(style.color, True, system), _shade(style.bgcolor, False, system)


def _look_alike_blank(
    now: tuple[frozenset[str], str, str], wanted: tuple[frozenset[str], str, str]
) -> bool:
    """Whether a blank looks the same in two styles: of it one sees lines and what is behind it."""
    return now[2] == wanted[2] and not (now[0] | wanted[0]) & _SEEN_ON_BLANKS


_SEEN_ON_BLANKS = frozenset("479")


def _shade(colour: Color | None, foreground: bool, system: ColorSystem) -> str:
    """The codes of a colour: its number where it is one of the numbered, which is shorter."""
    if colour is None:
        return ""
    numbered = system in (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT)
    if numbered and (rgb := colour.triplet) and (rgb.red, rgb.green, rgb.blue) in NUMBERS:
        number = NUMBERS[rgb.red, rgb.green, rgb.blue]
        return f"{38 if foreground else 48};5;{number}"
    return ";".join(colour.downgrade(system).get_ansi_codes(foreground))


@lru_cache(4096)
def _change(now: tuple[frozenset[str], str, str], wanted: tuple[frozenset[str], str, str]) -> str:
    """The shortest sequence from one style to another."""
    if now == wanted:
        return ""
    if wanted == _PLAIN:
        return "\x1b[0m"
    attributes, colour, behind = wanted
    if (now[1] and not colour) or (now[2] and not behind):
        return "\x1b[0m" + _change(_PLAIN, wanted)
    gone = {_OFF[attribute] for attribute in now[0] - attributes}
    kept = {attribute for attribute in now[0] & attributes if _OFF[attribute] not in gone}
    codes = [*sorted(gone), *sorted(attributes - kept)]
    codes += [code for code, old in ((colour, now[1]), (behind, now[2])) if code != old]
    return f"\x1b[{';'.join(codes)}m"
