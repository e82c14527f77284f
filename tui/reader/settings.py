"""What the reader can be told; filled from `config.yaml`, section `reader`, and the flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Theme = Literal["hexapla-dark", "hexapla-light"]


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """How the reader looks and which keys it listens to."""

    theme: Theme = "hexapla-dark"
    sidebar: bool = True
    """Whether the list of entities is shown where the terminal is wide enough for it."""
    hints: bool = True
    """Whether a new user is taught the first keys."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Action id -> comma-separated keys that replace the action's own; see `tui.reader.keys`."""
