"""What is copied: a claim, a claim with its citation, or all that answers to it, as plain text.

The words are those of the document, letter for letter, line ends included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.relations import QUOTES, RELATIONS, Kind
from tui.reader.words import date_words, letter, silence_words

if TYPE_CHECKING:
    from tui.core.document import Document
    from tui.core.model import Claim
    from tui.reader.index import Index


def words(index: Index, claim: Claim) -> str:
    """A claim exactly as its document has it."""
    return index.comparison.documents[claim.document].text[claim.start : claim.end]


def citation(index: Index, claim: Claim, ascii_only: bool = False) -> str:
    """A claim in quotation marks, who says so, and where it stands.

    `"every buoy was lit", said by Harbour Authority (harbour.txt, 4 May 2031, line 5)`
    """
    document = index.comparison.documents[claim.document]
    where = ", ".join([*_named(document), place_words(document.text, claim.start, claim.end)])
    return f"{_said(index, claim, ascii_only)} ({where})"


def correspondence(index: Index, claim: Claim, ascii_only: bool = False) -> tuple[str, int]:
    """A claim and all that answers to it, each behind its document's letter; and how many.

    The documents' names follow, and those that are silent.
    """
    found = sorted(index.counterparts(claim), key=lambda c: (c.claim.document, c.claim.start))
    lines = [f"{letter(claim.document)}: {_said(index, claim, ascii_only)}"]
    for c in found:
        relation = _relation(c.relation, c.tentative)
        said = _said(index, c.claim, ascii_only)
        lines.append(f"{letter(c.claim.document)}, {relation}: {said}")
    speaking = sorted({claim.document, *(c.claim.document for c in found)})
    documents = index.comparison.documents
    silent = [d for d in range(len(documents)) if d not in speaking]
    lines += [f"{letter(d)} is {', '.join(_named(documents[d]))}" for d in speaking]
    if silent:
        lines.append(silence_words(silent))
    return "\n".join(lines), 1 + len(found)


def place_words(text: str, start: int, end: int) -> str:
    """Where a stretch stands: `line 5`, `lines 5 to 6`; in a text of one line its characters."""
    if "\n" not in text.strip():
        return f"characters {start + 1} to {end}"
    first = text.count("\n", 0, start) + 1
    last = first + text.count("\n", start, end)
    return f"line {first}" if first == last else f"lines {first} to {last}"


def copied_words(text: str, claims: int = 0, source: bool = False) -> str:
    """What was copied, in words: `copied 1 claim, 84 characters`."""
    total = len(text)
    characters = f"{total} character{'s' * (total != 1)}"
    if not claims:
        return f"copied {characters}"
    named = " with its source" if source else ""
    return f"copied {claims} claim{'s' * (claims != 1)}{named}, {characters}"


def _named(document: Document) -> list[str]:
    """The title where there is one, the file's name, the date."""
    return [part for part in (document.title, document.name, date_words(document.date)) if part]


def _said(index: Index, claim: Claim, ascii_only: bool) -> str:
    opening, closing = QUOTES[ascii_only]
    quoted = f"{opening}{words(index, claim)}{closing}"
    source = index.source(claim)
    if not source:
        return quoted
    said = claim.attribution
    sure = "perhaps " if said and said.tentative else ""
    through = "".join(f", according to {name}" for name in index.through(claim))
    return f"{quoted}, said by {sure}{source}{through}"


def _relation(kind: Kind, tentative: bool) -> str:
    return f"perhaps {RELATIONS[kind].word}" if tentative else RELATIONS[kind].word
