"""Scores as figures, and figures as Markdown tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from common import table

Figures = dict[str, float | None]
Records = Mapping[str, Mapping[str, Any]]  # set name -> what quality.measure() returns

SAID = ("none", "agrees", "differs", "contradicts")

# Which labels of a pairs set mean "the same matter, told alike" and which "a fact was turned".
# Labels in neither (neutral, not, overlap, follow-up ...) count in the confusion rows only.
# A pair with several labels agrees when all of them do, and is flipped when one of them is.
AGREEING: Mapping[str, frozenset[str]] = {
    "cst_milan9": frozenset({"identity", "equivalence", "subsumption", "attribution"}),
    "fever_symmetric": frozenset({"supports"}),
    "mrpc": frozenset({"paraphrase"}),
    "negation_nli": frozenset({"entailment"}),
    "propsegment": frozenset({"entails"}),
    "rte3": frozenset({"entailment"}),
    "summedits_news": frozenset({"consistent"}),
}
FLIPPED: Mapping[str, frozenset[str]] = {
    "cst_milan9": frozenset({"contradiction"}),
    "fever_symmetric": frozenset({"refutes"}),
    "negation_nli": frozenset({"contradiction"}),
    "propsegment": frozenset({"contradicts"}),
    "summedits_news": frozenset({"inconsistent"}),
}

TITLES = {
    "cases": "Hand-made cases",
    "links": "Correspondence of sentences",
    "coref": "Entities (named mentions)",
    "ner": "Named mentions",
    "attribution": "Attribution",
    "pairs": "Pairs of statements",
}

# column of the table -> path into the scorer's report
HEADLINES: dict[str, dict[str, str]] = {
    "cases": {
        "P": "links.precision_judged",
        "R": "links.recall",
        "F1": "links.f1",
        "R agrees": "recall_by_relation.agrees",
        "R differs": "recall_by_relation.differs",
        "R contradicts": "recall_by_relation.contradicts",
        "relation F1": "relation_macro_f1",
        "only kept": "only_kept",
        "B3 F1": "entities_b3.f1",
        "separate": "separate_kept",
        "attribution": "attribution",
        "dates": "dates",
    },
    "links": {"P": "precision", "R": "recall", "F1": "f1", "jump@1": "jump@1"},
    "coref": {
        "CoNLL F1": "conll_f1",
        "MUC F1": "muc.f1",
        "B3 P": "b3.precision",
        "B3 R": "b3.recall",
        "B3 F1": "b3.f1",
        "CEAFe F1": "ceafe.f1",
        "mentions R": "mention_recall",
    },
    "ner": {
        "P": "exact.precision",
        "R": "exact.recall",
        "F1": "exact.f1",
        "R loose": "recall_loose",
    },
    "attribution": {
        "content R": "content_recall",
        "source R": "source_recall",
        "claim P": "claim_precision",
    },
}


def figures(task: str, name: str, report: Mapping[str, Any]) -> Figures:
    """The headline figures of a scorer's report; `name` is the set's, without its folder."""
    if task == "pairs":
        return pair_figures(name, report["confusion"])
    out: Figures = {}
    for column, path in HEADLINES[task].items():
        value: Any = report
        for key in path.split("."):
            value = value[key]
        out[column] = value
    return out


def confusion_rows(confusion: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """`{"gold->said": n}` as gold label -> said -> n, gold labels sorted."""
    rows: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(SAID, 0))
    for key, count in sorted(confusion.items()):
        gold, said = key.rsplit("->", 1)
        rows[gold][said] += count
    return dict(rows)


def kind_of(name: str, gold: str) -> str:
    """`agreeing`, `flipped` or nothing: what a gold label (joined by `+`) counts as."""
    parts = set(gold.split("+"))
    if parts & FLIPPED.get(name, frozenset()):
        return "flipped"
    return "agreeing" if parts <= AGREEING.get(name, frozenset()) else ""


def pair_figures(name: str, confusion: Mapping[str, int]) -> Figures:
    """Shares of agreeing pairs said to agree and to contradict, and of flipped ones noticed.

    A flipped fact is noticed when the pair is linked as differs or contradicts.
    """
    sums = {kind: dict.fromkeys(SAID, 0) for kind in ("agreeing", "flipped", "")}
    for gold, said in confusion_rows(confusion).items():
        for relation, count in said.items():
            sums[kind_of(name, gold)][relation] += count

    def share(kind: str, *relations: str) -> float | None:
        total = sum(sums[kind].values())
        return round(sum(sums[kind][r] for r in relations) / total, 4) if total else None

    return {
        "agreement found": share("agreeing", "agrees"),
        "false contradicts": share("agreeing", "contradicts"),
        "flip found": share("flipped", "differs", "contradicts"),
        "flip contradicts": share("flipped", "contradicts"),
    }


def cell(value: float | None, before: float | None = None) -> str:
    """A figure to three places, with its change where an earlier one is known and differs."""
    if value is None:
        return "-"
    if before is None or abs(value - before) < 0.0005:
        return f"{value:.3f}"
    return f"{value:.3f} ({value - before:+.3f})"


def markdown(sets: Records, earlier: Records) -> str:
    """One table a task, and the confusion rows of the pairs; `earlier` gives the changes."""
    parts: list[str] = []
    for task, title in TITLES.items():
        rows = {name: found for name, found in sets.items() if found["task"] == task}
        if rows:
            parts += [f"## {title}", _scores(rows, earlier)]
            if task == "pairs":
                parts.append(_confusion(rows))
    return "\n\n".join(parts) + "\n"


def _scores(rows: Records, earlier: Records) -> str:
    columns = list(dict.fromkeys(c for found in rows.values() for c in found["figures"]))
    header = ["set", *columns, "cases", "errors", "missing", "s", "MB"]
    body: list[Sequence[str]] = []
    for name, found in rows.items():
        before = earlier.get(name, {}).get("figures", {})
        body.append(
            [
                name.split("/", 1)[1],
                *(cell(found["figures"].get(c), before.get(c)) for c in columns),
                *(str(found[c]) for c in ("cases", "errors", "missing")),
                f"{found['seconds']:.1f}",
                f"{found['peak_mb']:.0f}",
            ]
        )
    return table(header, body)


def _confusion(rows: Records) -> str:
    body: list[Sequence[str]] = []
    for name, found in rows.items():
        short = name.split("/", 1)[1]
        for gold, said in confusion_rows(found["report"].get("confusion", {})).items():
            body.append([short, gold, kind_of(short, gold), *(str(said[r]) for r in SAID)])
    return table(["set", "gold label", "counts as", *SAID], body)
