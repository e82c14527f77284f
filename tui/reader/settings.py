"""What the reader can be told; filled from `config.yaml`, section `reader`, and the flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tui.reader.theme_names import OWN, fault_of_theme

Preset = Literal["vim", "emacs"]


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """How the reader looks and which keys it listens to."""

    theme: str = field(default=OWN[0], metadata={"check": fault_of_theme})
    """One of the reader's own themes or of Textual's; see `tui.reader.theme_names`."""
    preset: Preset = "vim"
    """Whose keys the reader listens to where `keys` has none of its own."""
    sidebar: bool = True
    """Whether the list of entities is shown where the terminal is wide enough for it."""
    mouse: bool = True
    """Whether the terminal tells of the mouse; without, it selects and scrolls as it does alone."""
    hints: bool = True
    """Whether a new user is taught the first keys."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Action id -> comma-separated keys that replace the action's own; see `tui.reader.keys`."""
