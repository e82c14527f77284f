"""Starts the reader on files; with `sample`, on the invented documents and their comparison."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader import sample

from tui.core.comparison import Comparison
from tui.core.document import Document
from tui.core.settings import Settings
from tui.reader import analysis
from tui.reader.app import run
from tui.reader.settings import ReaderSettings


async def _sample_analysis(
    documents: Sequence[Document], settings: Settings, progress: Callable[[str, float], None]
) -> Comparison:
    progress("claims", 0.5)
    await asyncio.sleep(0.05)
    return sample.comparison()


async def _broken_analysis(
    documents: Sequence[Document], settings: Settings, progress: Callable[[str, float], None]
) -> Comparison:
    raise analysis.AnalysisError("ValueError: too many words")


def main() -> int:
    """`launch.py sample|broken`, or `launch.py FILE…` with the real analysis."""
    given = sys.argv[1:]
    if given[0] in ("sample", "broken"):
        broken = given[0] == "broken"
        analysis.analyse = _broken_analysis if broken else _sample_analysis
        documents = sample.documents()
    else:
        documents = tuple(
            Document(Path(name).name, Path(name).read_text(encoding="utf-8")) for name in given
        )
    return run(documents, Settings(), ReaderSettings(), [])


if __name__ == "__main__":
    sys.exit(main())
