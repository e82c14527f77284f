"""What steers an analysis. The defaults are documented in `config.yaml`, section `analysis`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds on a link's score (0..1): below `tentative` nothing is linked."""

    solid: float = 0.5
    tentative: float = 0.3
