"""How to read. The defaults are documented in `config.yaml`, section `reading`."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.core.reading.decode import encoding_fault

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    encoding: str | None = field(default=None, metadata={"check": encoding_fault})
    """The encoding of documents without a byte order mark; None finds out."""
    max_size: int = field(default=64, metadata={"range": (1, 1_000)})
    """The largest document to read, in megabytes."""

    @property
    def max_bytes(self) -> int:
        return self.max_size * MEGABYTE
