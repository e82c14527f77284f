"""A document as it was read: its text, untouched, and what is known about it.

Offsets everywhere are Unicode code points into `Document.text`, start inclusive, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Markup = Literal["plain", "markdown"]
SentenceKind = Literal["text", "heading", "item", "quote"]


class Span(NamedTuple):
    """A stretch of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One document: `text` is exactly the decoded input, never normalised or stripped."""

    name: str
    """How the reader calls it: the file's name, or `standard input`."""
    text: str
    path: str | None = None
    title: str | None = None
    date: str | None = None
    """ISO 8601, as the document itself (or the manifest) gives it."""
    language: str = "en"
    encoding: str = "utf-8"
    """The codec the bytes were decoded with."""
    markup: Markup = "plain"
    metadata: tuple[Span, ...] = ()
    """Stretches that describe the document (a date header, front matter) and state nothing."""
    notes: tuple[str, ...] = ()
    """What the reader should know about how it was read, e.g. a guessed encoding; one line each."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or list item, without the white space around it."""

    start: int
    end: int
    paragraph: int
    """The paragraph it stands in, counted from 0 in its document."""
    kind: SentenceKind = "text"
