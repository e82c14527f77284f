"""The one door to the analysis: `compare(documents, settings) -> Comparison`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.core.document import Document, Sentence
from tui.core.language.sentences import split_sentences
from tui.core.model import Claim, Correspondence, Entity, Link
from tui.core.settings import Settings

Progress = Callable[[str, float], None]
"""Called with the step's name and the share of all the work that is done, in 0..1.

It may raise to cancel the analysis: nothing is kept.
"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything an analysis found; the screen and the reports show this and nothing else."""

    documents: tuple[Document, ...]
    sentences: tuple[tuple[Sentence, ...], ...]
    """By document."""
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    """By document, then start; claims of one document never overlap."""
    links: tuple[Link, ...]
    correspondences: tuple[Correspondence, ...]


def compare(
    documents: Sequence[Document],
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Analyse one or more documents together.

    The result does not depend on the order of `documents` but for the numbering that shows it.
    """
    settings = settings or Settings()
    report = progress or (lambda step, share: None)
    report("sentences", 0.0)
    sentences = tuple(split_sentences(d) for d in documents)
    claims = []
    for d, of_document in enumerate(sentences):
        for s, sentence in enumerate(of_document):
            claims.append(Claim(f"c{len(claims) + 1}", d, s, sentence.start, sentence.end))
    report("done", 1.0)
    return Comparison(tuple(documents), sentences, (), tuple(claims), (), ())
