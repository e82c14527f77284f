"""Learn when two numbers that differ are of one thing (`alignment/comparable.py`), and say how sure
that is.

From the linked claims of `bench/matters` that are not held out: those that the other rules leave
as agreeing, and that have numbers which differ. Learnt is whether people say that the claims differ
or contradict each other. Measured on the matters that are held out and on the own cases in
`tests/cases/build_*`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from common import ROOT, UnavailableError, described, label, table
from linked import Linked, of_cases, of_matters

HERE = Path(__file__).resolve().parent
PENALTY = 1e-3
AT = (0.5, 0.65, 0.8)
"""The probabilities from which on the table counts claims as differing."""

Rows = list[tuple[bool, list[tuple[float, ...]]]]
"""For each link, whether people say that it agrees, and the signals of each two of its numbers."""


def rows(links: Iterable[Linked]) -> Rows:
    """The links that the other rules leave as agreeing and whose numbers differ."""
    from tui.core.alignment import comparable
    from tui.core.alignment.amounts import told
    from tui.core.alignment.pairing import pair
    from tui.core.alignment.relations import relate

    found: Rows = []
    kept, comparable.numbers = comparable.numbers, _none
    for k in links:
        p = pair(k.readings.of(k.a), k.readings.of(k.b))
        seen = [r.signals for r in comparable.rivals(p, told(p.a), told(p.b), k.coverage)]
        if seen and relate(k.a, k.b, k.readings, k.coverage).relation == "agrees":
            found.append((k.relation == "agrees", seen))
    comparable.numbers = kept
    return found


def _none(*_: object) -> None:
    """In place of what is to be learnt, which may have no weights yet."""


def learn(known: Rows) -> Any:
    """The weights, from each two numbers of each link."""
    import numpy as np
    from logistic import fit

    columns = [s for _, seen in known for s in seen]
    unlike = [float(not agrees) for agrees, seen in known for _ in seen]
    return fit(np.asarray(columns), np.asarray(unlike), np.ones(len(columns)), PENALTY)


def figures(name: str, known: Rows, model: Any) -> Sequence[str]:
    """How many links there are, how many people say do not agree, and what is said of how many."""
    import numpy as np

    scores = [float(model.scores(np.asarray(seen)).max()) for _, seen in known]
    unlike = [not agrees for agrees, _ in known]
    row = [name, str(len(known)), str(sum(unlike))]
    for at in AT:
        said = [n for n, score in zip(unlike, scores, strict=True) if score >= at]
        row.append(f"{sum(said)} of {len(said)}")
    return row


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="bench/comparable",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--write", action="store_true", help="write comparable.json, comparable.md")
    write = parser.parse_args().write
    sys.path.insert(0, str(ROOT))
    from tui.core.alignment.comparable import FILE, SIGNALS

    try:
        known, held, cases = (
            rows(links) for links in (of_matters(False), of_matters(True), of_cases())
        )
    except UnavailableError as fault:
        print(f"bench/comparable: {fault}", file=sys.stderr)
        return 2
    model = learn(known)
    weights = dict(zip(SIGNALS, (round(float(w), 4) for w in model.weights), strict=True))
    header = ("links", "with such numbers", "do not agree", *(f"right from {at}" for at in AT))
    shown = [
        figures(name, of, model)
        for name, of in (
            ("matters, learnt from", known),
            ("matters, held out", held),
            ("own cases", cases),
        )
    ]
    text = "\n".join(
        [
            "# When two numbers that differ are of one thing",
            "",
            described(label()) + ". bench/README.md explains the figures.",
            "",
            table(header, shown),
            "",
            f"Weights (bias {model.bias:.3f}): "
            + ", ".join(f"{name} {weight:.3f}" for name, weight in weights.items()),
        ]
    )
    print(text)
    if write:
        (HERE / "comparable.md").write_text(text + "\n", encoding="utf-8")
        stored = {"bias": round(model.bias, 4), "weights": weights}
        FILE.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
