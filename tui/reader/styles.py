"""The palette: from the class of a mark to the style that draws it, in every kind of terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rich.style import Style

from tui.reader.relations import RELATIONS, Kind
from tui.reader.shades import shades

Depth = Literal["full", "sixteen", "none"]
"""How many colours there are: 256 or more, sixteen, or none wanted (`NO_COLOR`)."""

SELECTED = "selected"
"""What the mouse has selected looks the same everywhere, whatever is marked below it."""

_WITHOUT: Mapping[str, str] = {
    "text": "",
    "quiet": "dim",
    "tentative": "dim italic",
    "strong": "bold",
    "metadata": "not bold dim",
    "source": "dim",
    "cue": "dim",
    "current": "reverse",
    "counterpart": "bold underline",
    "linked": "",
    "faded": "dim not bold not underline not italic",
    "mark": "bold reverse not underline",
    "mark-other": "not bold italic reverse not underline",
    "here": "bold underline reverse",
    "bar": "bold",
    "bar-quiet": "",
    "title": "dim",
    "title-active": "bold reverse",
    "header": "",
    "header-strong": "bold",
    "tab": "bold reverse",
    "header-key": "bold underline",
    "key": "bold not dim",
    "footer": "dim",
    "warning": "bold",
    "group": "bold",
    "pointer": "reverse",
    "caret": "reverse",
    "heading": "bold",
    "syntax": "dim",
    "bullet": "",
    "quoting": "dim",
    "emphasis": "italic",
    "code": "",
    "link": "",
    "thumb": "bold",
    "map-agrees": "dim",
    "map-differs": "",
    "map-contradicts": "bold",
    "map-only": "dim",
    "map-hit": "bold reverse",
    "begins-agrees": "bold",
    "begins-differs": "bold",
    "begins-contradicts": "bold underline",
    "begins-only": "bold",
    SELECTED: "bold underline reverse",
    "word-same": "dim",
    "word-kin": "",
    "word-moved": "italic",
    "word-variant": "underline",
    "word-lone": "italic underline",
    "word-light": "",
    "word-shared": "bold",
    "word-free": "",
    "loud-differs": "bold underline",
    "loud-contradicts": "bold reverse",
    "source-name": "italic",
}
"""Every class without colour: attributes alone must tell them apart."""

_SIXTEEN: Mapping[str, str] = {
    **_WITHOUT,
    "mark": "bold reverse not underline yellow on black",
    "mark-other": "not bold italic reverse not underline yellow on black",
    "here": "bold underline reverse bright_yellow on black",
    "bar": "bold bright_blue",
    "bar-quiet": "blue",
    "header-key": "bold cyan",
    "key": "bold not dim cyan",
    "warning": "bold yellow",
    "group": "bold cyan",
    "heading": "bold cyan",
    "link": "cyan",
    "map-differs": "yellow",
    "map-contradicts": "bold red",
    "map-hit": "black on yellow",
    "begins-agrees": "bold green",
    "begins-differs": "bold yellow",
    "begins-contradicts": "bold red",
    "begins-only": "bold cyan",
    SELECTED: "black on white",
    "word-lone": "italic underline cyan",
    "loud-differs": "bold underline yellow",
    "loud-contradicts": "bold reverse red",
}

_FULL: Mapping[str, str] = {
    "text": "{foreground}",
    "quiet": "{quiet}",
    "tentative": "italic {quiet}",
    "strong": "bold {foreground}",
    "metadata": "not bold {quiet}",
    "source": "{said}",
    "cue": "italic {said}",
    "current": "on {current}",
    "counterpart": "on {counterpart}",
    "linked": "",
    "mark": "bold on {mark}",
    "mark-other": "italic on {mark}",
    "here": "bold {background} on {warning}",
    "bar": "bold {primary}",
    "bar-quiet": "{primary}",
    "title": "{quiet}",
    "title-active": "bold {primary}",
    "header": "{quiet} on {panel}",
    "header-strong": "bold {foreground} on {panel}",
    "tab": "bold {background} on {primary}",
    "header-key": "bold {primary} on {panel}",
    "key": "bold {primary}",
    "footer": "{quiet}",
    "warning": "bold {warning}",
    "group": "bold {primary}",
    "pointer": "on {current}",
    "caret": "{background} on {foreground}",
    "heading": "bold {primary}",
    "syntax": "{quiet}",
    "bullet": "{primary}",
    "quoting": "{quiet}",
    "emphasis": "italic",
    "code": "{secondary}",
    "link": "{primary}",
    "thumb": "{foreground}",
    "map-agrees": "{quiet}",
    "map-differs": "{warning}",
    "map-contradicts": "bold {error}",
    "map-only": "{quiet}",
    "map-hit": "bold {primary}",
    "begins-agrees": "bold {success}",
    "begins-differs": "bold {warning}",
    "begins-contradicts": "bold {error}",
    "begins-only": "bold {secondary}",
    SELECTED: "{background} on {foreground}",
    "faded": "not bold not underline not italic {quiet}",
    "word-same": "{said}",
    "word-kin": "{foreground}",
    "word-moved": "italic {foreground}",
    "word-variant": "underline {foreground}",
    "word-lone": "italic {secondary}",
    "word-light": "{foreground}",
    "word-shared": "bold {foreground}",
    "word-free": "{said}",
    "loud-differs": "bold underline {warning}",
    "loud-contradicts": "bold {background} on {error}",
    "source-name": "italic {said}",
}


_RELATIONS: Mapping[Kind, tuple[str, str]] = {
    "agrees": ("{foreground}", "{foreground-unsure}"),
    "differs": ("underline {warning}", "underline {warning-unsure}"),
    "contradicts": ("bold {error}", "{error}"),
    "only": ("{only-style} {only}", "italic {only-unsure}"),
}
"""The text of a claim where there are colours enough: certain, and not certain.

A fainter colour is chosen here, as how much a terminal dims is its own affair. Text that only one
document has is tinted rather than italic, as it may well be most of the text.
"""


_MARKS = ("mark", "mark-other")


def depth_of(color_system: str | None, no_color: bool) -> Depth:
    """The kind of terminal, from what Rich calls its colour system."""
    if no_color:
        return "none"
    return "sixteen" if color_system in (None, "standard", "windows") else "full"


class Palette:
    """Styles by class. A style is made of several classes, the later laid over the earlier."""

    def __init__(self, depth: Depth, colours: Mapping[str, str]) -> None:
        """`colours` are a theme's variables as `#rrggbb`; only a full palette needs them."""
        self.depth = depth
        self.version = 0
        """How often the colours were chosen: what was drawn in others is out of date."""
        self.recolour(colours)

    def recolour(self, colours: Mapping[str, str]) -> None:
        """Take the colours of another theme."""
        self._made: dict[tuple[str, ...], Style] = {}
        self.version += 1
        if self.depth == "full":
            self._styles = _in_full(shades(colours))
            self.base = self._styles["base"]
        else:
            self._styles = _in_few(self.depth == "sixteen")
            self.base = Style()

    def style(self, *classes: str) -> Style:
        """The style of text that bears all of `classes`."""
        made = self._made.get(classes)
        if made is None:
            made = self.base
            for name in classes:
                if name in _MARKS and "here" in classes:
                    continue  # the stop one is at is one of those marked, and takes their place
                laid = self._styles[name]
                if name == SELECTED:
                    made = self.base
                if laid.reverse and made.reverse:
                    laid += Style(reverse=False)
                made += laid
            self._made[classes] = made
        return made


def _in_full(colours: Mapping[str, str]) -> dict[str, Style]:
    words = {"base": "{foreground} on {background}", **_FULL}
    for kind, (certain, unsure) in _RELATIONS.items():
        words |= {kind: certain, f"{kind}?": unsure}
        strong = "bold " if RELATIONS[kind].is_loud else ""
        words[f"glyph-{kind}"] = f"{strong}{{{RELATIONS[kind].colour}}}"
    return {name: Style.parse(each.format_map(colours) or "none") for name, each in words.items()}


def _in_few(sixteen: bool) -> dict[str, Style]:
    words = dict(_SIXTEEN if sixteen else _WITHOUT)
    for kind, look in RELATIONS.items():
        colour = look.ansi if sixteen else ""
        words[kind] = f"{look.attribute} {colour if look.is_loud else ''}"
        words[f"{kind}?"] = f"{words[kind]} dim"
        words[f"glyph-{kind}"] = f"{'bold ' if look.is_loud else ''}{colour}"
    return {name: Style.parse(each.strip() or "none") for name, each in words.items()}
