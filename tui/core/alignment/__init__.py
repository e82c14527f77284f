"""Which claims correspond, how they stand to each other, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from tui.core.alignment.arguments import Readings
from tui.core.alignment.decoding import choose, correspond, uncrossed
from tui.core.alignment.meaning import Encoded
from tui.core.alignment.paragraphs import are_in_paragraphs
from tui.core.alignment.parallel import find_band
from tui.core.alignment.passages import choose_in_passages
from tui.core.alignment.relations import relate
from tui.core.alignment.repeats import Repeats, repeats, with_repeats
from tui.core.alignment.scoring import score
from tui.core.alignment.similarity import is_long, weigh
from tui.core.alignment.stance import Stance
from tui.core.alignment.versions import choose_in_step
from tui.core.alignment.views import view_claims
from tui.core.document import Document
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Claim, Correspondence, Entity, Evidence, Link
from tui.core.settings import Settings

__all__ = ["align"]

NEAREST = Evidence("meaning", "nearest to each other in meaning")
"""What an encoder finds where no words need be the same."""
BESIDE = Evidence("meaning", "near in meaning, as those beside them are")
"""What is left to say where claims are linked for their neighbours' sake."""
AMONG = Evidence("meaning", "near in meaning, and their paragraphs tell much of the same")
"""The same for their paragraphs' sake."""


def align(
    documents: Sequence[Document],
    tagged: Sequence[Sequence[TaggedSentence]],
    entities: Sequence[Entity],
    claims: Sequence[Claim],
    settings: Settings,
    order: Sequence[int],
    progress: Callable[[float], None] = lambda share: None,
    encoded: Encoded | None = None,
) -> tuple[tuple[Link, ...], tuple[Correspondence, ...]]:
    """Links between claims of different documents, and the correspondences they form.

    `order` is the place of each document among those the user named: the claim of a link that
    stands in the earlier one comes first, and nothing else depends on it.
    `progress` is called with the share of document pairs done, in 0..1.
    `encoded`: what an encoder says of claims counts too, but not between versions of one long
    text; raises `EncoderError`.
    """
    views = view_claims(documents, tagged, entities, claims)
    if sum(bool(v) for v in views) < 2:
        return (), ()
    bags = weigh(views, documents)
    readings = Readings(documents, tagged, entities)
    links: list[Link] = []
    pairs = list(combinations(range(len(documents)), 2))
    bands = [find_band(views[d], views[e]) for d, e in pairs]
    told = {(d, e) for d, e in pairs if are_in_paragraphs(bags[d], bags[e])}
    near: dict[tuple[int, int], set[tuple[int, int]]] = {}
    again: dict[int, Repeats] = {}
    if encoded is not None:
        free = [pair for pair, band in zip(pairs, bands, strict=True) if band is None]
        # all at once: many claims together take less time than few
        used = sorted({k for pair in free for k in pair if bags[k].passages})
        encoded.add(passage for k in used for passage in bags[k].passages)
        short = (p for p in free if p not in told and not is_long(*(bags[k] for k in p)))
        whole = {k for pair in short for k in pair}
        again = {k: repeats(bags[k], encoded, readings) for k in used if k in whole}
        near = {(d, e): encoded.nearest(bags[d].passages, bags[e].passages) for d, e in free}
    for done, ((d, e), band) in enumerate(zip(pairs, bands, strict=True)):
        progress(done / len(pairs))
        a, b = bags[d], bags[e]
        if band is not None:
            chosen = choose_in_step(a, b, band, settings)
        else:
            scored = score(a, b, encoded=encoded)
            if is_long(a, b) and (d, e) not in told:
                chosen = choose_in_passages(a, b, scored, settings)
            else:
                chosen = uncrossed(choose(scored, settings), a.sentence, b.sentence)
                if (d, e) not in told:
                    chosen = with_repeats(chosen, scored, again.get(d, {}), again.get(e, {}))
        rest = AMONG if (d, e) in told else BESIDE
        read: Sequence[Stance | None] = [None] * len(chosen)
        if encoded is not None and band is None:
            read = encoded.stances([(a.passages[i], b.passages[j]) for i, j, *_ in chosen])
        for (i, j, value, alike), stance in zip(chosen, read, strict=True):
            x, y = views[d][i], views[e][j]
            if order[d] > order[e]:
                x, y = y, x
            found = relate(x, y, readings, alike, stance)
            reasons = found.evidence
            if (d, e) in near:
                reasons += (NEAREST,) if (i, j) in near[d, e] else () if reasons else (rest,)
            links.append(
                Link(
                    x.claim.id,
                    y.claim.id,
                    found.relation,
                    round(value, 4),
                    reasons,
                    found.differences,
                    value < settings.solid,
                    found.against,
                    found.quoting,
                )
            )
    return tuple(links), correspond(claims, links, settings)
