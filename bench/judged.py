"""Compared claims, with what people say of them: the sets of ../shared and the own cases."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from common import ROOT, SHARED, UnavailableError

Json = dict[str, Any]
Array = Any
Sentence = tuple[int, int]  # document, place in it


@dataclass(frozen=True, slots=True)
class Pairs:
    """Compared claims of one pair of documents."""

    case: int
    documents: tuple[int, int]
    rows: Array
    columns: Array
    signals: Array
    """A column for each of `features.SIGNALS`, then the encoder's where they are counted in."""
    left: Array
    """The gold sentence (or, in own cases, the claim) of each row's first claim; -1: none."""
    right: Array
    truth: Array
    """1 linked, 0 not, -1 not judged."""
    deep: Pairs | None = None
    """What is compared with the encoder, its signals after the others; None: nothing is."""


@dataclass(frozen=True, slots=True)
class Set:
    pairs: tuple[Pairs, ...]
    gold: tuple[Json, ...]


def read(name: str) -> Set:
    """The compared pairs of every case of a set, with what people say of them."""
    cases = list(_own() if name == "own" else corpus(name))
    pairs = [p for k, case in enumerate(cases) for p in _pairs(k, *case)]
    return Set(tuple(pairs), tuple(gold for gold, _ in cases))


def corpus(name: str) -> Iterator[tuple[Json, list[tuple[str, str | None]]]]:
    """The cases of a set, each with its texts and their dates. Raises `UnavailableError`."""
    path = SHARED / "dev" / "alignment" / f"{name}.jsonl"
    if not path.exists():
        raise UnavailableError(f"there is no {path.parent.parent}: the evaluation data is missing")
    with path.open(encoding="utf-8") as lines:
        for gold in map(json.loads, lines):
            yield gold, [(d["text"], d.get("date")) for d in gold["docs"]]


def _own() -> Iterator[tuple[Json, list[tuple[str, str | None]]]]:
    import yaml

    for path in sorted((ROOT / "tests" / "cases").glob("build_*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield gold, [(d["text"], d.get("date")) for d in gold["documents"]]


def _pairs(case: int, gold: Json, texts: Sequence[tuple[str, str | None]]) -> Iterator[Pairs]:
    import numpy as np

    from tui.core.alignment.features import SIGNALS, features
    from tui.core.alignment.meaning import DEEP_SIGNALS, Encoded, Meaning
    from tui.core.alignment.similarity import is_long, weigh
    from tui.core.alignment.views import view_claims
    from tui.core.comparison import prepare
    from tui.core.document import Document
    from tui.core.language.encoder import is_available

    encoded = Encoded()
    documents = [Document(str(k), text, date=date) for k, (text, date) in enumerate(texts)]
    found = prepare(documents)
    bags = weigh(
        view_claims(found.documents, found.tagged, found.entities, found.claims), found.documents
    )
    judge = Judge.of(gold, [[v.claim for v in b.views] for b in bags])

    def judged(
        d: int, e: int, found: tuple[Array, Array, Mapping[str, Array]], names: Sequence[str]
    ) -> Pairs:
        rows, columns, signals = found
        left, right = judge.places[d][rows], judge.places[e][columns]
        truth = [
            judge.truth((d, i), (e, j)) for i, j in zip(left.tolist(), right.tolist(), strict=True)
        ]
        stacked = np.column_stack([signals[name] for name in names]).astype(np.float64)
        return Pairs(case, (d, e), rows, columns, stacked, left, right, np.asarray(truth, np.int8))

    for d, e in combinations(range(len(documents)), 2):
        a, b = bags[d], bags[e]
        if not (a.views and b.views and judge.is_read(d, e)):
            continue
        plain = judged(d, e, features(a, b), SIGNALS)
        if is_available() and not is_long(a, b):
            meaning = Meaning.of(a, b, encoded)
            rows, columns, signals = features(a, b, near=meaning.nearest())
            signals |= meaning.features(rows, columns)
            deep = judged(d, e, (rows, columns, signals), (*SIGNALS, *DEEP_SIGNALS))
            plain = replace(plain, deep=deep)
        yield plain


def with_encoder(sets: Mapping[str, Set]) -> dict[str, Set]:
    """The sets as they are compared with the encoder, without what it is not used for."""
    found = {}
    for name, own in sets.items():
        pairs = tuple(p.deep for p in own.pairs if p.deep is not None)
        if pairs:
            found[name] = Set(pairs, own.gold)
    return found


@dataclass(frozen=True, slots=True)
class Judge:
    """What people say of two places (sentences, or claims) of different documents."""

    places: list[Array]
    """For each document the place of each of its claims, -1 where it is none."""
    linked: set[tuple[Sentence, Sentence]]
    known: set[Sentence] | None
    """The places that were read; None: all."""
    read: set[tuple[int, int]] | None
    apart: set[Sentence]
    """Places that were read and have no fellow (own cases)."""

    @staticmethod
    def of(gold: Json, claims: Sequence[Sequence[Any]]) -> Judge:
        import numpy as np

        if "docs" not in gold:
            return _judge_own(gold, claims)
        places = []
        for document, own in zip(gold["docs"], claims, strict=True):
            spans = np.asarray(document["sentences"])
            held = [np.minimum(spans[:, 1], c.end) - np.maximum(spans[:, 0], c.start) for c in own]
            best = [int(h.argmax()) if h.max() > 0 else -1 for h in held]
            places.append(np.asarray(best, np.int64))
        known = None
        if any("annotated" in d for d in gold["docs"]):
            known = {(k, s) for k, d in enumerate(gold["docs"]) for s in d.get("annotated", ())}
        read = {tuple(sorted(p)) for p in gold.get("judged_pairs") or ()} or None
        return Judge(places, linked_sentences(gold), known, read, set())

    def is_read(self, d: int, e: int) -> bool:
        return self.read is None or (d, e) in self.read

    def truth(self, a: Sentence, b: Sentence) -> int:
        if a[1] < 0 or b[1] < 0:
            return -1
        if (a, b) in self.linked:
            return 1
        if self.known is not None and not {a, b} <= self.known:
            return 0 if {a, b} & self.apart else -1
        return 0


def linked_sentences(gold: Json) -> set[tuple[Sentence, Sentence]]:
    """The links, each from the earlier document to the later."""
    return {tuple(sorted(map(tuple, link))) for link in gold["links"]}  # type: ignore[misc]


def _judge_own(gold: Json, claims: Sequence[Sequence[Any]]) -> Judge:
    import numpy as np
    from quality import scorer

    score = scorer()
    texts = [d["text"] for d in gold["documents"]]

    def named(reference: Json) -> set[Sentence]:
        d = reference["doc"]
        quote = score.locate(texts[d], reference["quote"])
        return {(d, k) for k, c in enumerate(claims[d]) if score.covers((c.start, c.end), quote)}

    groups = score.union_groups([(named(x["a"]), named(x["b"])) for x in gold["links"]])
    linked = {(a, b) for g in groups for a, b in combinations(sorted(g), 2) if a[0] != b[0]}
    known = set().union(*groups) if groups else set()
    apart = set().union(*(named(x) for x in gold["only"])) if gold["only"] else set()
    places = [np.arange(len(own)) for own in claims]
    return Judge(places, linked, known, None, apart)
