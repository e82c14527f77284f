"""What steers an analysis. The defaults are documented in `config.yaml`, section `analysis`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds on a link's score (0..1): below `tentative` nothing is linked.

    Raises `ValueError` where they are out of order.
    """

    solid: float = field(default=0.5, metadata={"range": (0.0, 1.0)})
    tentative: float = field(default=0.25, metadata={"range": (0.0, 1.0)})

    def __post_init__(self) -> None:
        if self.tentative > self.solid:
            raise ValueError(f"tentative ({self.tentative}) is above solid ({self.solid})")
