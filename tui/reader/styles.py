"""The palette: from the class of a mark to the style that draws it, in every kind of terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rich.style import Style

from tui.reader.numbered import NUMBERS, RGB, nearest
from tui.reader.relations import RELATIONS

Depth = Literal["full", "sixteen", "none"]
"""How many colours there are: 256 or more, sixteen, or none wanted (`NO_COLOR`)."""

_WITHOUT: Mapping[str, str] = {
    "text": "",
    "quiet": "dim",
    "tentative": "dim italic",
    "strong": "bold",
    "metadata": "dim",
    "source": "dim",
    "cue": "dim",
    "current": "reverse",
    "counterpart": "bold underline",
    "linked": "",
    "faded": "dim",
    "mark": "bold reverse",
    "mark-other": "italic reverse",
    "here": "bold underline reverse",
    "bar": "bold",
    "bar-quiet": "",
    "title": "dim",
    "title-active": "bold reverse",
    "header": "",
    "header-strong": "bold",
    "header-key": "bold underline",
    "key": "bold",
    "footer": "dim",
    "warning": "bold",
    "group": "bold",
    "pointer": "reverse",
    "caret": "reverse",
}
"""Every class without colour: attributes alone must tell them apart."""

_SIXTEEN: Mapping[str, str] = {
    **_WITHOUT,
    "mark": "not reverse black on yellow",
    "mark-other": "not reverse italic black on yellow",
    "here": "not reverse bold black on bright_yellow underline",
    "bar": "bold bright_blue",
    "bar-quiet": "blue",
    "header-key": "bold cyan",
    "key": "bold cyan",
    "warning": "bold yellow",
    "group": "bold cyan",
}

_FULL: Mapping[str, str] = {
    "text": "{foreground}",
    "quiet": "{quiet}",
    "tentative": "italic {quiet}",
    "strong": "bold {foreground}",
    "metadata": "{quiet}",
    "source": "{said}",
    "cue": "italic {said}",
    "current": "on {current}",
    "counterpart": "on {counterpart}",
    "linked": "",
    "faded": "{quiet}",
    "mark": "bold on {mark}",
    "mark-other": "italic on {mark}",
    "here": "bold {background} on {warning}",
    "bar": "bold {primary}",
    "bar-quiet": "{primary}",
    "title": "{quiet}",
    "title-active": "bold {primary}",
    "header": "{quiet} on {panel}",
    "header-strong": "bold {foreground} on {panel}",
    "header-key": "bold {primary} on {panel}",
    "key": "bold {primary}",
    "footer": "{quiet}",
    "warning": "bold {warning}",
    "group": "bold {primary}",
    "pointer": "on {current}",
    "caret": "{background} on {foreground}",
}


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
        self.recolour(colours)

    def recolour(self, colours: Mapping[str, str]) -> None:
        """Take the colours of another theme."""
        depth = self.depth
        self._styles: dict[str, Style] = {}
        self._made: dict[tuple[str, ...], Style] = {}
        if depth == "full":
            shades = _shades(colours)
            base = f"on {shades['background']}"
            self.base = Style.parse(f"{shades['foreground']} {base}")
            for name, words in _FULL.items():
                self._styles[name] = Style.parse(words.format_map(shades) or "none")
        else:
            self.base = Style()
            for name, words in (_SIXTEEN if depth == "sixteen" else _WITHOUT).items():
                self._styles[name] = Style.parse(words or "none")
        for look in RELATIONS.values():
            colour = {"full": colours.get(look.colour, ""), "sixteen": look.ansi, "none": ""}[depth]
            quiet = look.kind in ("agrees", "only")
            attribute = look.attribute
            self._styles[look.kind] = Style.parse(
                f"{attribute} {'' if quiet else colour}".strip() or "none"
            )
            self._styles[f"{look.kind}?"] = self._styles[look.kind] + Style(dim=True)
            strong = "" if quiet else "bold "
            self._styles[f"glyph-{look.kind}"] = Style.parse(f"{strong}{colour}".strip() or "none")

    def style(self, *classes: str) -> Style:
        """The style of text that bears all of `classes`."""
        made = self._made.get(classes)
        if made is None:
            made = self.base
            for name in classes:
                laid = self._styles[name]
                if laid.reverse and made.reverse:
                    laid += Style(reverse=False)
                made += laid
            self._made[classes] = made
        return made


def _shades(colours: Mapping[str, str]) -> dict[str, str]:
    background, foreground = colours["background"], colours["foreground"]
    light = sum(_rgb(background)) > sum(_rgb(foreground))
    between = {
        "quiet": blend(foreground, background, 0.45),
        "said": blend(foreground, background, 0.3),
        "current": blend(background, colours["primary"], 0.16 if light else 0.22),
        "counterpart": blend(background, colours["primary"], 0.06 if light else 0.12),
    }
    if _rgb(background) in NUMBERS:
        between = {
            name: "#{:02x}{:02x}{:02x}".format(*nearest(_rgb(c))) for name, c in between.items()
        }
    return {**colours, **between, "mark": blend(background, colours["accent"], 0.2)}


def _rgb(colour: str) -> RGB:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def blend(a: str, b: str, share: float) -> str:
    """The colour that lies `share` (0..1) of the way from `a` to `b`, all as `#rrggbb`."""
    parts = [
        round(int(a[k : k + 2], 16) * (1 - share) + int(b[k : k + 2], 16) * share)
        for k in (1, 3, 5)
    ]
    return "#{:02x}{:02x}{:02x}".format(*parts)
