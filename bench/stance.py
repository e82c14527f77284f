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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common import ROOT, UnavailableError, described, label, table
from linked import Linked, of_cases, of_matters
from matters import RELATIONS

HERE = Path(__file__).resolve().parent
WEIGHTS = ROOT / "tui" / "data" / "stance.json"
KINDS = tuple(RELATIONS.values())
PENALTY = 1e-3
FOLDS = 6
MATTERS = 0.25
"""What the links of a relation in matters count together, where those of own cases count 1: there
are more of them, in texts that are less like what people read."""

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


def _read(found: Iterator[Linked]) -> Iterator[Pair]:
    """What the rules and the network say of linked claims."""
    from tui.core.alignment.meaning import Encoded
    from tui.core.alignment.pairing import pair
    from tui.core.alignment.relations import is_left_open, relate

    encoded = Encoded()
    for link in found:
        a, b, readings, covered = link.a, link.b, link.readings, link.coverage
        (stance,) = encoded.stances([link.passages])
        said = relate(a, b, readings, covered).relation
        is_open = said != "contradicts" and is_left_open(pair(readings.of(a), readings.of(b)))
        read = said if is_open else relate(a, b, readings, covered, stance).relation
        signals = (*stance, covered, float(said == "differs"))
        yield Pair(link.case, link.relation, said, read, is_open, signals)


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
        cases, matters = list(_read(of_cases())), list(_read(of_matters(held_out=True)))
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
