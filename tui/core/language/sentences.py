"""Splitting a document's text into sentences, headings and list items."""

from __future__ import annotations

import re

from tui.core.document import Document, Sentence


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document, in order, none overlapping, metadata left out."""
    found = []
    for k, match in enumerate(re.finditer(r"[^\s.][^.\n]*\.?", document.text)):
        found.append(Sentence(match.start(), match.end(), k))
    return tuple(found)
