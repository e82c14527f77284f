"""The comparison as plain text."""

from __future__ import annotations

import os

from tui.core.comparison import Comparison


def width() -> int:
    return int(os.environ.get("COLUMNS", "80"))


def to_text(comparison: Comparison, width: int, encoding: str) -> str:
    return f"{len(comparison.claims)} claims\n"
