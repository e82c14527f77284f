"""Claims that people linked, with the relation they gave: of matters and of the own cases.

Of each link the two claims are taken whose words are most alike, of those that cover its spans.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from common import ROOT
from matters import FILES, Claim, is_held_out
from matters import read as read_matters

if TYPE_CHECKING:
    from tui.core.alignment.arguments import Readings
    from tui.core.alignment.views import View
    from tui.core.language.encoder import Passage

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """A linked pair of claims."""

    case: int
    """Its comparison, counted."""
    relation: str
    """What people say of it."""
    a: View
    b: View
    readings: Readings
    coverage: float
    """The mutual coverage of their words in 0..1."""
    passages: tuple[Passage, Passage]


def of_matters(held_out: bool) -> Iterator[Linked]:
    """The linked claims of the matters that are held out of training, or of the others."""
    number = 0
    for path in sorted(FILES.glob("*.txt")):
        for place, matter in enumerate(read_matters(path)):
            if is_held_out(place) != held_out:
                continue
            (one, of_a), (other, of_b) = told(matter.a), told(matter.b)
            links = [((0, of_a[k.a]), (1, of_b[k.b]), k.relation) for k in matter.links]
            yield from _linked(number, [(one, None), (other, None)], links, _half)
            number += 1


def told(account: Sequence[Claim]) -> tuple[str, list[Span]]:
    """An account as a text, a sentence a line, and where each of its claims stands."""
    text, spans = "", []
    for claim in account:
        text += ("\n", " ")[claim.joined] if text else ""
        spans.append((len(text), len(text) + len(claim.text)))
        text += claim.text
    return text + "\n", spans


def of_cases() -> Iterator[Linked]:
    """The linked claims of own cases. Raises `UnavailableError`."""
    import yaml
    from quality import scorer

    located = scorer()
    for number, path in enumerate(sorted((ROOT / "tests" / "cases").glob("build_*.yaml"))):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        texts = [d["text"] for d in gold["documents"]]
        links = []
        for link in gold["links"]:
            a, b = (
                (x["doc"], located.locate(texts[x["doc"]], x["quote"]))
                for x in (link["a"], link["b"])
            )
            links.append((a, b, link["relation"]))
        documents = [(d["text"], d.get("date")) for d in gold["documents"]]
        yield from _linked(number, documents, links, located.covers)


def _half(claim: Span, wanted: Span) -> bool:
    shared = min(claim[1], wanted[1]) - max(claim[0], wanted[0])
    return 2 * shared >= wanted[1] - wanted[0]


def _linked(
    case: int,
    texts: Sequence[tuple[str, str | None]],
    links: Sequence[tuple[tuple[int, Span], tuple[int, Span], str]],
    covers: Callable[[Span, Span], bool],
) -> Iterator[Linked]:
    import numpy as np

    from tui.core.alignment.arguments import Readings
    from tui.core.alignment.similarity import coverage, weigh
    from tui.core.alignment.views import view_claims
    from tui.core.comparison import prepare
    from tui.core.document import Document

    found = prepare([Document(str(k), text, date=date) for k, (text, date) in enumerate(texts)])
    views = view_claims(found.documents, found.tagged, found.entities, found.claims)
    bags = weigh(views, found.documents)
    readings = Readings(found.documents, found.tagged, found.entities)
    for (d, one), (e, other), relation in links:
        rows, columns = (
            [k for k, v in enumerate(views[n]) if covers((v.claim.start, v.claim.end), span)]
            for n, span in ((d, one), (e, other))
        )
        tried = [(i, j) for i in rows for j in columns]
        if not tried:
            continue
        i, j = np.asarray(tried).T
        alike = sum(coverage(bags[d].words, bags[e].words, i, j)) / 2
        best = int(np.argmax(alike))
        a, b = int(i[best]), int(j[best])
        yield Linked(
            case,
            relation,
            views[d][a],
            views[e][b],
            readings,
            float(alike[best]),
            (bags[d].passages[a], bags[e].passages[b]),
        )
