"""From a theme's colours to those the reader draws with: quieter ones, grounds, all readable."""

from __future__ import annotations

from collections.abc import Mapping

from tui.reader.contrast import (
    READABLE,
    blend,
    contrast,
    is_numbered,
    light,
    numbered,
    readable,
)

LEAST = "least-contrast"
"""The variable of a theme that asks for a higher ratio than reading needs."""

ONLY = "only-here"
"""The variable of a theme that tints what only one document says; else `secondary` does."""

HIT = "hit"
"""The variable of a theme that is the ground of hits; else a trace of `accent` is."""

STYLE = "only-style"
"""The variable of a theme whose tints do not tell: an attribute of such text, such as `italic`."""

_MOST = {"current": 1.5, "counterpart": 1.3, "mark": 1.5, "panel": 1.35}
"""How far grounds stand out from the background: further, and text on them would lose its hue."""


def shades(theme: Mapping[str, str]) -> dict[str, str]:
    """All colours by name, from a theme's variables as `#rrggbb`.

    Whatever colour text has, it can be read on every ground it may stand on: colours that fall
    short are moved towards white, or towards black on a light ground.
    """
    background, foreground = theme["background"], theme["foreground"]
    least = max(READABLE, float(theme.get(LEAST, READABLE)))
    in_numbers = is_numbered(background) and is_numbered(foreground)
    grounds = _grounds(theme, in_numbers)

    def seen(colour: str, *under: str) -> str:
        return readable(colour, [grounds[name] for name in under or grounds], least, in_numbers)

    plain = seen(foreground)
    warning = seen(theme["warning"])
    said = seen(blend(foreground, background, 0.3), "background", "counterpart", "current")
    only = seen(theme.get(ONLY) or blend(foreground, theme["secondary"], 0.5))
    return {
        **grounds,
        **{name: seen(theme[name]) for name in ("primary", "success", "secondary", "error")},
        "foreground": plain,
        "warning": warning,
        "only": only,
        STYLE: theme.get(STYLE, ""),
        "said": said,
        "quiet": seen(blend(foreground, background, 0.45), "background", "panel"),
        "foreground-unsure": seen(blend(plain, background, 0.25)),
        "only-unsure": seen(blend(only, background, 0.25)),
        "warning-unsure": next(
            (c for k in range(4, 10) if (c := seen(blend(warning, said, k / 10))) != warning), said
        ),
    }


def _grounds(theme: Mapping[str, str], in_numbers: bool) -> dict[str, str]:
    background, primary = theme["background"], theme["primary"]
    is_light = light(background) > light(theme["foreground"])
    wanted = {
        "current": (primary, 0.16 if is_light else 0.22),
        "counterpart": (primary, 0.06 if is_light else 0.12),
        "mark": (theme["accent"], 0.2),
        "panel": (theme["panel"], 1.0),
    }
    grounds = {"background": background}
    for name, (colour, share) in wanted.items():
        ground = blend(background, colour, share)
        while contrast(ground, background) > _MOST[name]:
            share *= 0.9
            ground = blend(background, colour, share)
        grounds[name] = numbered(ground) if in_numbers else ground
    return {**grounds, "mark": theme.get(HIT, grounds["mark"])}
