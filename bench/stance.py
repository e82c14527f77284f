"""Learn what the network of `alignment/stance.py` weighs beside the rules, and say what it adds.

Over pairs of claims that people say report the same matter: those of `bench/matters` that were kept
from its training, and those of the own cases in `tests/cases/build_*`. Learnt is whether two claims
contradict each other, from pairs that the rules leave open.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common import ROOT, UnavailableError, described, label, table
from matters import FILES, RELATIONS, Claim, is_held_out
from matters import read as read_matters

HERE = Path(__file__).resolve().parent
WEIGHTS = ROOT / "tui" / "data" / "stance.json"
KINDS = tuple(RELATIONS.values())
PENALTY = 1e-3
FOLDS = 6
MATTERS = 0.25
"""What the links of a relation in matters count together, where those of own cases count 1: there
are more of them, in texts that are less like what people read."""

Span = tuple[int, int]
Array = Any


@dataclass(frozen=True, slots=True)
class Pair:
    """A linked pair of claims."""

    case: int
    """Its file, counted."""
    gold: str
    rules: str
    """What the rules alone say."""
    read: str
    """The same, after what the network makes of a denial."""
    is_open: bool
    """Whether the network's word counts by its weights."""
    signals: tuple[float, ...]
    """In the order of `stance.SIGNALS`."""


def of_matters() -> Iterator[Pair]:
    """The linked pairs of what was held out."""
    for number, path in enumerate(sorted(FILES.glob("*.txt"))):
        for place, matter in enumerate(read_matters(path)):
            if is_held_out(place):
                (one, of_a), (other, of_b) = _told(matter.a), _told(matter.b)
                links = [((0, of_a[k.a]), (1, of_b[k.b]), k.relation) for k in matter.links]
                yield from _pairs(number, [(one, None), (other, None)], links, _half)


def _told(account: Sequence[Claim]) -> tuple[str, list[Span]]:
    """An account as a text, a sentence a line, and where each of its claims stands."""
    text, spans = "", []
    for claim in account:
        text += ("\n", " ")[claim.joined] if text else ""
        spans.append((len(text), len(text) + len(claim.text)))
        text += claim.text
    return text + "\n", spans


def of_cases() -> Iterator[Pair]:
    """The linked pairs of own cases. Raises `UnavailableError`."""
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
        yield from _pairs(number, documents, links, located.covers)


def _half(claim: Span, wanted: Span) -> bool:
    shared = min(claim[1], wanted[1]) - max(claim[0], wanted[0])
    return 2 * shared >= wanted[1] - wanted[0]


def _pairs(
    case: int,
    texts: Sequence[tuple[str, str | None]],
    links: Sequence[tuple[tuple[int, Span], tuple[int, Span], str]],
    covers: Callable[[Span, Span], bool],
) -> Iterator[Pair]:
    """Of each link the two claims whose words are most alike, of those that cover its spans."""
    import numpy as np

    from tui.core.alignment.arguments import Readings
    from tui.core.alignment.meaning import Encoded
    from tui.core.alignment.pairing import pair
    from tui.core.alignment.relations import is_left_open, relate
    from tui.core.alignment.similarity import coverage, weigh
    from tui.core.alignment.views import view_claims
    from tui.core.comparison import prepare
    from tui.core.document import Document

    found = prepare([Document(str(k), text, date=date) for k, (text, date) in enumerate(texts)])
    views = view_claims(found.documents, found.tagged, found.entities, found.claims)
    bags = weigh(views, found.documents)
    readings = Readings(found.documents, found.tagged, found.entities)
    encoded = Encoded()
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
        a, b = views[d][i[best]], views[e][j[best]]
        (stance,) = encoded.stances([(bags[d].passages[i[best]], bags[e].passages[j[best]])])
        covered = float(alike[best])
        said = relate(a, b, readings, covered).relation
        is_open = said != "contradicts" and is_left_open(pair(readings.of(a), readings.of(b)))
        read = said if is_open else relate(a, b, readings, covered, stance).relation
        yield Pair(
            case,
            relation,
            said,
            read,
            is_open,
            (*stance, covered, float(said == "differs")),
        )


def learn(cases: Sequence[Pair], matters: Sequence[Pair]) -> Any:
    """The weights, from the pairs that are left open."""
    import numpy as np
    from logistic import fit

    share = {
        kind: sum(p.gold == kind for p in cases) / max(1, sum(p.gold == kind for p in matters))
        for kind in KINDS
    }
    used = [(p, 1.0) for p in cases if p.is_open]
    used += [(p, MATTERS * share[p.gold]) for p in matters if p.is_open]
    return fit(
        np.asarray([p.signals for p, _ in used]),
        np.asarray([float(p.gold == "contradicts") for p, _ in used]),
        np.asarray([weight for _, weight in used]),
        PENALTY,
    )


def told(pairs: Sequence[Pair], model: Any = None) -> list[tuple[str, str]]:
    """The relation people gave and the one that is said; without a model, by the rules alone."""
    import numpy as np

    from tui.core.alignment.stance import SURE

    if model is None:
        return [(p.gold, p.rules) for p in pairs]
    scores = model.scores(np.asarray([p.signals for p in pairs]))
    return [
        (p.gold, "contradicts" if p.is_open and score >= SURE else p.read)
        for p, score in zip(pairs, scores.tolist(), strict=True)
    ]


def figures(name: str, weights: str, said: Sequence[tuple[str, str]]) -> Iterator[Sequence[str]]:
    """A row a relation: what is said of its pairs, and F1."""
    count = Counter(said)
    for kind in KINDS:
        both = sum(
            n * ((gold == kind) + (relation == kind)) for (gold, relation), n in count.items()
        )
        row = [str(count[kind, other]) for other in KINDS]
        yield name, weights, kind, *row, f"{2 * count[kind, kind] / max(1, both):.3f}"


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="bench/stance",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name} and stance.md")
    write = parser.parse_args().write
    sys.path.insert(0, str(ROOT))
    from tui.core.alignment.stance import SIGNALS

    try:
        cases, matters = list(of_cases()), list(of_matters())
    except UnavailableError as fault:
        print(f"bench/stance: {fault}", file=sys.stderr)
        return 2
    unseen = []
    for fold in range(FOLDS):
        model = learn([p for p in cases if p.case % FOLDS != fold], matters)
        unseen += told([p for p in cases if p.case % FOLDS == fold], model)
    model = learn(cases, matters)
    rows = [
        *figures("own cases", "none: rules alone", told(cases)),
        *figures("own cases", "other cases", unseen),
        *figures("matters", "none: rules alone", told(matters)),
        *figures("matters", "all", told(matters, model)),
    ]
    weights = dict(zip(SIGNALS, (round(float(w), 4) for w in model.weights), strict=True))
    header = ("pairs", "weights from", "relation", *(f"said {kind}" for kind in KINDS), "F1")
    text = "\n".join(
        [
            "# What the network adds to the rules",
            "",
            described(label()) + ". bench/README.md explains the figures.",
            "",
            table(header, rows),
            "",
            f"Weights (bias {model.bias:.3f}): "
            + ", ".join(f"{name} {weight:.3f}" for name, weight in weights.items()),
        ]
    )
    print(text)
    if write:
        (HERE / "stance.md").write_text(text + "\n", encoding="utf-8")
        stored = {"bias": round(model.bias, 4), "weights": weights}
        WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
