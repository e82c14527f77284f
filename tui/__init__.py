"""hexapla: documents about the same matter, side by side."""

__version__ = "0.1.0"
