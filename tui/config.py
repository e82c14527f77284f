"""Settings from files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tui.core.reading.options import ReadingOptions
from tui.core.settings import Settings


@dataclass(frozen=True)
class Config:
    analysis: Settings = field(default_factory=Settings)
    reading: ReadingOptions = field(default_factory=ReadingOptions)
    reader: Any = None


def load(path: str | None, flags: Mapping[str, Mapping[str, Any]]) -> Config:
    return Config(reading=ReadingOptions(**flags["reading"]))
