"""Starts the reader on files; with `sample`, on the invented documents and their comparison."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tui.core.document import Document
from tui.core.settings import Settings
from tui.reader.app import run
from tui.reader.settings import ReaderSettings


def _invented(broken: bool) -> tuple[Document, ...]:
    """The invented documents; their analysis is at hand, or fails."""
    import asyncio

    sys.path.insert(0, str(Path(__file__).parents[1]))
    from reader import sample
    from tui.reader import analysis

    async def analyse(_documents: Any, _settings: Any, progress: Any) -> Any:
        if broken:
            raise analysis.AnalysisError("ValueError: too many words")
        progress("claims", 0.5)
        await asyncio.sleep(0.05)
        return sample.comparison()

    analysis.analyse = analyse
    return sample.documents()


def main() -> int:
    """`launch.py sample|broken`, or `launch.py FILE…` with the real analysis."""
    given = sys.argv[1:]
    if given[0] in ("sample", "broken"):
        documents = _invented(given[0] == "broken")
    else:
        documents = tuple(
            Document(Path(name).name, Path(name).read_text(encoding="utf-8")) for name in given
        )
    return run(documents, Settings(), ReaderSettings(), [])


if __name__ == "__main__":
    sys.exit(main())
