"""Comparisons of a few claims, one a document, for the tests of the apparatus."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.comparison import Comparison
from tui.core.document import Document, Sentence
from tui.core.model import Claim, Entity, Link
from tui.reader.apparatus.witness import Witness, witness
from tui.reader.index import Index


def index_of(
    texts: Sequence[str],
    claims: Sequence[Claim] = (),
    links: Sequence[Link] = (),
    entities: Sequence[Entity] = (),
) -> Index:
    """Documents that are one claim each, `c0`, `c1` …, unless other claims are given."""
    documents = tuple(Document(f"{k}.txt", text) for k, text in enumerate(texts))
    whole = [Claim(f"c{k}", k, 0, 0, len(text)) for k, text in enumerate(texts)]
    sentences = tuple((Sentence(0, len(text), 0),) for text in texts)
    return Index(
        Comparison(documents, sentences, tuple(entities), tuple(claims or whole), tuple(links), ())
    )


def witnesses(*texts: str) -> list[Witness]:
    """Claims as witnesses, with nothing known of them but their words."""
    index = index_of(texts)
    return [witness(index, claim) for claim in index.comparison.claims]
