"""Starts the reader on files; or on invented documents and their comparison."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tui.core.document import Document
from tui.core.settings import Settings
from tui.reader.app import run
from tui.reader.settings import ReaderSettings


def _invented(which: str) -> tuple[Document, ...]:
    """Invented documents; their analysis is at hand, or fails."""
    import asyncio

    sys.path.insert(0, str(Path(__file__).parents[1]))
    from reader import namesakes, sample
    from tui.reader import analysis

    found = namesakes.comparison() if which == "namesakes" else sample.comparison()

    async def analyse(_documents: Any, _settings: Any, progress: Any) -> Any:
        if which == "broken":
            raise analysis.AnalysisError("ValueError: too many words")
        progress("claims", 0.5)
        await asyncio.sleep(0.05)
        yield found

    analysis.analyse = analyse
    return found.documents


def main() -> int:
    """`launch.py [--hints] sample|namesakes|broken|FILE…`; files get the real analysis."""
    hints = "--hints" in sys.argv
    given = [argument for argument in sys.argv[1:] if argument != "--hints"]
    if given[0] in ("sample", "namesakes", "broken"):
        documents = _invented(given[0])
    else:
        documents = tuple(
            Document(Path(name).name, Path(name).read_text(encoding="utf-8")) for name in given
        )
    return run(documents, Settings(), ReaderSettings(hints=hints), [])


if __name__ == "__main__":
    sys.exit(main())
