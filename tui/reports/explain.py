"""Why two claims are linked, in one short paragraph for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui.core.model import Evidence, Link
from tui.reports.wrap import plain

_STAND = {"agrees": "agree", "differs": "differ", "contradicts": "contradict each other"}
DIFFERENCES = {
    "polarity": "yes or no",
    "antonym": "opposites",
    "role": "who did what",
    "degree": "how much",
    "modality": "how certain",
    "attribution": "who says it",
}
"""What differs, in words, where the output's own word says too little."""
_REASONS = {
    "words": "words",
    "related words": "words alike",
    "entities": "names",
    "number": "number",
    "date": "date",
    "speaker": "speaker",
    "meaning": "",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a link, as the paragraph speaks of it."""

    name: str
    """What its document is called: `A`."""
    words: str = ""
    """How it begins, where the document has another claim of the same matter."""
    source: str | None = None
    """Who says so, where the document only passes it on and names somebody."""

    @property
    def told(self) -> str:
        """The document, and the claim where that is not clear."""
        return f"{self.name} ({self.words})" if self.words else self.name


def explain(link: Link, a: Side, b: Side) -> str:
    """How the claims of a link stand, what differs, what speaks for the link and what against it.

    One paragraph, on one line.
    """
    return " ".join(sentences(link, a, b))


def sentences(link: Link, a: Side, b: Side) -> list[str]:
    """The sentences of `explain`: how the claims stand first, what speaks against the link last."""
    sure = ", tentatively" if link.tentative else ""
    first = f"{a.told} and {b.told} {_STAND[link.relation]}{sure} (score {link.score:.2f})"
    details = "; ".join(
        ", ".join(filter(None, (DIFFERENCES.get(d.kind, d.kind), d.detail)))
        for d in link.differences
    )
    told = [f"{first}: {details}" if details else first]
    passed_on = reported(link, a, b)
    if passed_on:
        told.append(passed_on[0].upper() + passed_on[1:])
    for lead, reasons in (("For the link", link.evidence), ("Against it", link.against)):
        told.append(f"{lead}: {_listed(reasons, a, b) or 'nothing else'}")
    return [plain(f"{sentence}.") for sentence in told]


def reported(link: Link, a: Side, b: Side) -> str:
    """Whose words claims at odds are, where not their documents' own; else nothing."""
    if link.quoting is None or link.relation == "agrees":
        return ""
    sides = {"a": [a], "b": [b], "both": [a, b]}[link.quoting]
    told = " and ".join(f"{s.name} quotes {s.source or 'somebody'}" for s in sides)
    return f"reports differ: {told}"


def _listed(reasons: Iterable[Evidence], a: Side, b: Side) -> str:
    return "; ".join(
        f"{_REASONS.get(e.kind, e.kind)} {_sided(e.detail, a, b)}".lstrip()
        for e in reasons
        if e.detail
    )


def _sided(detail: str, a: Side, b: Side) -> str:
    detail = detail.replace("only the first:", f"only in {a.name}:")
    return detail.replace("only the second:", f"only in {b.name}:")
