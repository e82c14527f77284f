"""What several tests share: where things lie, and a comparison made by hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# As the command does, before numpy is loaded: more threads only wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tui.core.comparison import Comparison
from tui.core.document import Document, Sentence, Span
from tui.core.model import (
    Alias,
    Attribution,
    Claim,
    Correspondence,
    Date,
    Difference,
    Entity,
    Evidence,
    Link,
    Mention,
    Place,
    Quantity,
)

ROOT = Path(__file__).resolve().parent.parent

COUNCIL = (
    "The old bridge was closed on Monday. Mayor Ada Ruiz said that 40 houses were flooded.\n"
    "The school will open on Friday."
)
PAPER = (
    "The bridge, the mayor said, was never closed. About 65 houses were flooded.\n"
    "Buses still run. The school opens on Friday."
)


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reader remembers of its user is no test's business."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """Measuring material that lies beside a checkout and is no part of it."""
    folder = root.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the measuring material (../shared) is not here")
    return folder


@pytest.fixture(scope="session")
def bridge() -> Comparison:
    """Two accounts of a flood: a contradiction, a difference, an agreement, a claim alone."""

    def span(text: str, words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    def claim(number: int, document: int, sentence: int, words: str) -> Claim:
        at = span((COUNCIL, PAPER)[document], words)
        quantities = tuple(
            Quantity(at.start + words.index(n), at.start + words.index(n) + 2, low, high, float(n))
            for n, low, high in (("40", 40.0, 40.0), ("65", 58.5, None))
            if n in words
        )
        friday = at.start + words.find("Friday")
        dates = (Date(friday, friday + 6, None),) if "Friday" in words else ()
        said = {
            2: Attribution("e1", span(COUNCIL, "Mayor Ada Ruiz"), "Mayor Ada Ruiz", None),
            4: Attribution("e1", span(PAPER, "the mayor"), "the mayor", span(PAPER, "said"), True),
        }
        return Claim(
            f"c{number}",
            document,
            sentence,
            *at,
            attribution=said.get(number),
            negated=number == 4,
            entities=("e1",) if number in said else (),
            quantities=quantities,
            dates=dates,
        )

    claims = (
        claim(1, 0, 0, "The old bridge was closed on Monday"),
        claim(2, 0, 1, "40 houses were flooded"),
        claim(3, 0, 2, "The school will open on Friday"),
        claim(4, 1, 0, "was never closed"),
        claim(5, 1, 1, "About 65 houses were flooded"),
        claim(6, 1, 2, "Buses still run"),
        claim(7, 1, 3, "The school opens on Friday"),
    )
    number = Difference("number", span(COUNCIL, "40"), span(PAPER, "65"), "40 and about 65 houses")
    return Comparison(
        documents=(
            Document("council.txt", COUNCIL, "news/council.txt", date="2024-03-05"),
            Document("paper.md", PAPER, title="Flood", markup="markdown", notes=("a note",)),
        ),
        sentences=(
            (Sentence(0, 36, 0), Sentence(37, 85, 0), Sentence(86, 117, 1, "item")),
            (Sentence(0, 45, 0), Sentence(46, 75, 0), Sentence(76, 92, 1), Sentence(93, 120, 1)),
        ),
        entities=(
            Entity(
                "e1",
                "Ada Ruiz",
                "PERSON",
                (
                    Alias("Ada Ruiz", 1),
                    Alias("the mayor", 1, "title before the name", "title", True, Place(1, 12, 21)),
                ),
                (
                    Mention(0, *span(COUNCIL, "Ada Ruiz"), "name"),
                    Mention(1, *span(PAPER, "the mayor"), "title"),
                ),
            ),
        ),
        claims=claims,
        links=(
            Link("c1", "c4", "contradicts", 0.9, (Evidence("polarity", "closed, never closed"),)),
            Link("c2", "c5", "differs", 0.75, (Evidence("words", "houses, flooded"),), (number,)),
            Link("c3", "c7", "agrees", 0.4, (Evidence("words", "school, Friday"),), (), True),
        ),
        correspondences=(
            Correspondence("t1", ("c1", "c4"), "contradicts", 0.9),
            Correspondence("t2", ("c2", "c5"), "differs", 0.75),
            Correspondence("t3", ("c3", "c7"), "agrees", 0.4, True),
        ),
    )
