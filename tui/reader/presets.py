"""Whose habits the keys follow; the user's own keys are laid over them."""

from __future__ import annotations

from collections.abc import Mapping

PRESETS: Mapping[str, Mapping[str, str]] = {
    "vim": {},
    "emacs": {
        "claim.next": "ctrl+n, down",
        "claim.previous": "ctrl+p, up",
        "claim.first": "home, ctrl+x [",
        "claim.last": "end, ctrl+x ]",
        "page.down": "ctrl+v, pagedown, space",
        "page.up": "alt+v, pageup",
        "place.back": "l, backspace",
        "place.forward": "r",
        "document.next": "ctrl+x o, tab, right, ctrl+f",
        "document.previous": "shift+tab, left, ctrl+b",
        "difference.next": "alt+n, ]c",
        "difference.previous": "alt+p, [c",
        "search.open": "ctrl+s, /",
        "hit.next": "n",
        "hit.previous": "ctrl+r, N",
        "clear": "ctrl+g, escape",
        "column.zoom": "ctrl+x 1, z",
        "column.hide": "ctrl+x 0, x",
        "columns.restore": "ctrl+x +, X",
        "copy.claim": "alt+w, y",
        "palette.open": "alt+x, :",
        "suspend": "ctrl+z, ctrl+x ctrl+z",
        "quit": "ctrl+x ctrl+c, q, ctrl+q",
    },
}
"""Preset -> action id -> its keys, as `config.yaml` has them; what is missing is as in the table.

After Emacs' windows and its Info reader, in which letters are commands too.
"""


def overlaid(preset: str, keys: Mapping[str, str]) -> dict[str, str]:
    """The user's `keys` over those of a preset; for `bindings` and `sequences`."""
    return {**PRESETS[preset], **keys}
