"""What steers an analysis. The defaults are documented in `config.yaml`, section `analysis`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds on a link's score (0..1): below `tentative` nothing is linked.

    `deep`: whether a sentence encoder helps to find links: `auto`, where it is installed; `on`, the
    same, and its absence is told; `off`, nowhere.
    Raises `ValueError` where the thresholds are out of order.
    """

    solid: float = field(default=0.5, metadata={"range": (0.0, 1.0)})
    tentative: float = field(default=0.25, metadata={"range": (0.0, 1.0)})
    deep: Literal["auto", "on", "off"] = "auto"

    def __post_init__(self) -> None:
        if self.tentative > self.solid:
            raise ValueError(f"tentative ({self.tentative}) is above solid ({self.solid})")
