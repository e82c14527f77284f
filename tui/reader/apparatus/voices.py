"""Who says a claim, and how: through whom, in quotation marks, how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.core.model import Claim
from tui.reader.index import one_line
from tui.reader.relations import QUOTES
from tui.reader.words import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.reader.index import Index

_MOODS = {
    "asserted": "as a fact",
    "demanded": "as a demand",
    "possible": "as possible",
    "promised": "as a promise",
}


def voice(index: Index, claim: Claim, others: Sequence[Claim], ascii_only: bool) -> Line:
    """Who says a claim, and what sets how it is said apart from the others."""
    said = claim.attribution
    source = index.source(claim)
    line: Line = []
    if source:
        sure = "perhaps " if said and said.tentative else ""
        line.append((f"{sure}{source}", ("source-name",)))
    else:
        line.append(("the text itself", ("quiet",)))
    line += [(f", according to {name}", ("text",)) for name in index.through(claim)]
    manner = _manner(index, claim, others, ascii_only)
    if manner:
        line.append((f", {', '.join(manner)}", ("text",)))
    return line


def _manner(index: Index, claim: Claim, others: Sequence[Claim], ascii_only: bool) -> list[str]:
    """Whether it is quoted or hedged; its mood and its polarity where another's is not the same."""
    words = []
    if claim.quoted:
        words.append("in quotation marks")
    if claim.hedge:
        text = index.comparison.documents[claim.document].text
        before, after = QUOTES[ascii_only]
        hedge = one_line(text, claim.hedge.start, claim.hedge.end)
        words.append(f"with {before}{hedge}{after}")
    if any(o.modality != claim.modality for o in others):
        words.append(_MOODS[claim.modality])
    if any(o.negated != claim.negated for o in others):
        words.append("denying it" if claim.negated else "affirming it")
    return words
