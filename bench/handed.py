"""The reader, whose analysis is made up: soon there, whatever the size of the documents.

`handed.py FILE FILE` opens the reader. Its analysis runs in a process of its own and comes in as
any other does, but every sentence is a claim, the k-th of a document answers to the k-th of the
next, and every twentieth names an entity: more to hold and to look up than most analyses give.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from tui.core import comparison
from tui.core.columns import Mentions
from tui.core.comparison import Comparison
from tui.core.document import Document, Sentence
from tui.core.model import Alias, Claim, Correspondence, Entity, Evidence, Link, Mention, Relation
from tui.core.settings import Settings

RELATIONS: tuple[Relation, ...] = ("agrees", "agrees", "differs", "contradicts")
NAMED = 20  # claims to an entity
_SENTENCE = re.compile(r"[^\s.][^.\n]*\.?")


def made_up(documents: Sequence[Document]) -> Comparison:
    """Every sentence a claim, linked to that of its number in the next document."""
    claims: list[list[Claim]] = []
    number = 0
    for d, document in enumerate(documents):
        claims.append([])
        for k, found in enumerate(_SENTENCE.finditer(document.text)):
            number += 1
            claims[d].append(Claim(f"c{number}", d, k, *found.span()))
    pairs = [
        (a, b, RELATIONS[k % len(RELATIONS)])
        for before, after in pairwise(claims)
        for k, (a, b) in enumerate(zip(before, after, strict=False))
    ]
    flat = [claim for found in claims for claim in found]
    return Comparison(
        tuple(documents),
        tuple(tuple(Sentence(c.start, c.end, c.sentence) for c in found) for found in claims),
        tuple(_entity(k, claim) for k, claim in enumerate(flat[::NAMED])),
        tuple(flat),
        tuple(
            Link(a.id, b.id, relation, 0.5, (Evidence("words", "made up"),))
            for a, b, relation in pairs
        ),
        tuple(
            Correspondence(f"t{k + 1}", (a.id, b.id), relation, 0.5)
            for k, (a, b, relation) in enumerate(pairs)
        ),
    )


def _entity(number: int, claim: Claim) -> Entity:
    name = f"Name {number + 1}"
    mention = Mention(claim.document, claim.start, min(claim.start + 8, claim.end), "name")
    return Entity(f"e{number + 1}", name, "PERSON", (Alias(name, 1),), Mentions([mention]))


def _work() -> int:
    """What `tui.worker` does, with the made-up analysis."""
    from tui import worker

    def compare_twice(
        documents: Sequence[Document], _settings: Settings, progress: Callable[[str, float], None]
    ) -> Iterator[Comparison]:
        progress("making it up", 0.5)
        yield made_up(documents)

    comparison.compare_twice = compare_twice
    return worker.main()


def _read(names: Sequence[str]) -> int:
    from tui.reader.app import run
    from tui.reader.settings import ReaderSettings

    start = asyncio.create_subprocess_exec

    async def start_this(*_command: str, **options: Any) -> asyncio.subprocess.Process:
        return await start(sys.executable, __file__, "--worker", **options)

    asyncio.create_subprocess_exec = start_this  # type: ignore[assignment]
    documents = [Document(Path(n).name, Path(n).read_text(encoding="utf-8")) for n in names]
    return run(documents, Settings(), ReaderSettings())


if __name__ == "__main__":
    sys.exit(_work() if sys.argv[1:] == ["--worker"] else _read(sys.argv[1:]))
