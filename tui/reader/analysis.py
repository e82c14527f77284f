"""The analysis in a process of its own, so that it never holds up a key.

The process is `python -m tui.worker`; what passes between the two is described there.
"""

from __future__ import annotations

import asyncio
import gc
import os
import pickle
import signal
import sys
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tui.core.document import Document
from tui.core.model import Comparison, Correspondence, Link
from tui.core.settings import Settings
from tui.reader.index import Index
from tui.reader.ready import Ready, ready

SWITCH = 0.001
"""Seconds after which a thread that unpacks or indexes lets the one wait no longer that draws."""


class AnalysisError(Exception):
    """The analysis ended without a result, or before it was refined; says why, in words."""


async def analyse(
    documents: Sequence[Document],
    settings: Settings,
    progress: Callable[[str, float], None],
) -> AsyncGenerator[Comparison, None]:
    """Compare the documents in another process; ends that process when cancelled or closed.

    After the first comparison a second may follow: the first with its links refined, all else the
    same objects. `progress` is called up to the first. Raises `AnalysisError`.
    """
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", "-m", "tui.worker"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={
                # one core for the analysis, so that another is left to the screen
                "OPENBLAS_NUM_THREADS": "1",
                **os.environ,
                "PYTHONPATH": os.pathsep.join(paths),
            },
        )
    except OSError as error:
        raise AnalysisError(f"it could not be started: {error.strerror}") from error
    gc.freeze()  # the screen and what draws it stand by now, and stay
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        async for comparison in _converse(process, documents, settings, progress):
            yield comparison
    finally:
        sys.setswitchinterval(before)
        if process.returncode is None:
            process.kill()
            await process.wait()


@contextmanager
def _kept() -> Iterator[None]:
    """What is made meanwhile is kept, and passed over when garbage is looked for.

    There is a mass of it: looking at it again and again would hold up keys.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def made_ready(comparison: Comparison, ascii_only: bool) -> Ready:
    """The comparison ready to be looked things up in and shown; takes a while where it is large."""
    with _kept():
        return ready(Index(comparison), ascii_only)


def load_apparatus() -> None:
    """Load what the apparatus needs, so that to open it takes no longer the first time."""
    from tui.core.language.morphology import lexicon
    from tui.reader.apparatus import page

    assert page
    lexicon()


def _unpack(data: bytes, documents: tuple[Document, ...]) -> Comparison:
    """The pickled comparison, each of its documents with its text again."""
    with _kept():
        result = pickle.loads(data)
    assert isinstance(result, Comparison)
    texts = zip(result.documents, documents, strict=True)
    return replace(result, documents=tuple(replace(d, text=own.text) for d, own in texts))


def _unpack_links(data: bytes) -> tuple[tuple[Link, ...], tuple[Correspondence, ...]]:
    with _kept():
        links, correspondences = pickle.loads(data)
    return links, correspondences


async def _converse(
    process: asyncio.subprocess.Process,
    documents: Sequence[Document],
    settings: Settings,
    progress: Callable[[str, float], None],
) -> AsyncGenerator[Comparison, None]:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(pickle.dumps((tuple(documents), settings)))
        await process.stdin.drain()
        process.stdin.close()
    except ConnectionError:
        pass
    first: Comparison | None = None
    while line := await process.stdout.readline():
        kind, _, rest = line.decode("utf-8", "replace").rstrip("\n").partition(" ")
        if kind == "progress" and first is None:
            share, _, step = rest.partition(" ")
            progress(step, float(share))
        elif kind == "failed":
            raise AnalysisError(rest)
        elif kind == "result":
            data = await process.stdout.readexactly(int(rest))
            first = await asyncio.to_thread(_unpack, data, tuple(documents))
            yield first
        elif kind == "refined" and first is not None:
            data = await process.stdout.readexactly(int(rest))
            links, correspondences = await asyncio.to_thread(_unpack_links, data)
            yield replace(first, links=links, correspondences=correspondences)
    status = await process.wait()
    if status < 0:
        raise AnalysisError(f"its process was ended by {signal.Signals(-status).name}")
    if status or first is None:
        raise AnalysisError(f"its process ended with exit status {status}")
