"""What is known of the long texts and the development sets without looking at claims."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from common import SHARED, UnavailableError

if TYPE_CHECKING:
    from tui.core.comparison import Comparison

LONG = SHARED / "dev" / "long"
BIBLES = ("bible_kjv", "bible_web")
VERSIONS = (BIBLES, ("iliad_butler", "iliad_pope"), ("odyssey_bryant", "odyssey_pope"))
RELATED = (("MARK", "MATTHEW"), ("MARK", "LUKE"), ("2 SAMUEL", "1 CHRONICLES"))
SMALL = ("RUTH", "JONAH", "GALATIANS")
"""Short books, each of which both Bibles hold."""
NEWS = ("alignment/cstbank", "alignment/spark", "entities/ecbplus", "entities/newswcl50")
ECBPLUS_TOPICS = 10

Verse = tuple[str, int]
"""The book, and the verse's number in it from 0."""


def long_text(name: str) -> str:
    """A whole text, by the stem of its file."""
    path = LONG / f"{name}.txt"
    if not path.exists():
        raise UnavailableError(f"the evaluation data is not here: {path} is missing")
    return path.read_text(encoding="utf-8")


def topics(name: str) -> list[list[str]]:
    """The documents of a set, topic by topic."""
    path = SHARED / "dev" / f"{name}.jsonl"
    with path.open(encoding="utf-8") as lines:
        found = [[d["text"] for d in json.loads(line)["docs"]] for line in lines if line.strip()]
    return found[:ECBPLUS_TOPICS] if name.endswith("ecbplus") else found


# -- verses ----------------------------------------------------------------------------------------


def verses(text: str) -> tuple[list[int], list[Verse]]:
    """Where each verse begins, and which it is: a line a verse, each book under its name."""
    starts: list[int] = []
    names: list[Verse] = []
    at, book, number = 0, "", 0
    for line in text.split("\n"):
        if re.fullmatch(r"[A-Z0-9 ]+", line):
            book, number = line, 0
        elif line.strip():
            starts.append(at)
            names.append((book, number))
            number += 1
        at += len(line) + 1
    return starts, names


def verse_figures(found: Comparison) -> dict[str, float]:
    """How links and verses agree, in the books that both texts cut into as many verses."""
    read = [verses(d.text) for d in found.documents]
    sizes = [_sizes(names) for _, names in read]
    same = {book for book, n in sizes[0].items() if sizes[1].get(book) == n}
    where = {}
    for c in found.claims:
        starts, names = read[c.document]
        if starts and c.start >= starts[0]:
            where[c.id] = names[bisect_right(starts, c.start) - 1]
    pairs = [
        (where[x.a], where[x.b])
        for x in found.links
        if where.get(x.a, ("",))[0] in same and where.get(x.b, ("",))[0] in same
    ]
    right = {a for a, b in pairs if a == b}
    total = max(1, len(pairs))
    return {
        "links": len(pairs),
        "same verse": sum(a == b for a, b in pairs) / total,
        "next": sum(a[0] == b[0] and abs(a[1] - b[1]) <= 1 for a, b in pairs) / total,
        "same book": sum(a[0] == b[0] for a, b in pairs) / total,
        "verses linked": len(right) / max(1, sum(n for b, n in sizes[0].items() if b in same)),
    }


def _sizes(names: Iterable[Verse]) -> dict[str, int]:
    return {book: number + 1 for book, number in names}


# -- versions of one text, and not -----------------------------------------------------------------


def in_step_figures() -> Iterator[tuple[str, float]]:
    """Pairs of texts, and the share of passages in step: versions first, then what is none.

    Of a set of news the pair that runs in step most.
    """
    for pair in VERSIONS:
        yield " and ".join(pair), next(_shares([long_text(n) for n in pair]))
    for name in SMALL:
        yield f"{name.title()} twice", next(_shares([_book(long_text(b), name) for b in BIBLES]))
    for pair in RELATED:
        books = [_book(long_text(BIBLES[1]), name) for name in pair]
        yield " and ".join(pair).title(), next(_shares(books))
    (gospels,) = topics("alignment/gospels_eusebius")
    for k, share in enumerate(_shares(gospels)):
        yield f"Gospels, pair {k + 1}", share
    for name in NEWS:
        shares = [share for texts in topics(name) for share in _shares(texts) if share]
        yield f"{name}: most of {len(shares)} pairs long enough", max(shares, default=0.0)


def _book(text: str, name: str) -> str:
    """One book of a Bible, without its heading."""
    starts, names = verses(text)
    own = [start for start, (book, _) in zip(starts, names, strict=True) if book == name]
    return text[own[0] : own[-1]] + text[own[-1] :].partition("\n")[0]


def _shares(texts: Sequence[str]) -> Iterator[float]:
    from tui.core.alignment.parallel import in_step
    from tui.core.alignment.views import view_claims
    from tui.core.claims import find_claims
    from tui.core.document import Document
    from tui.core.entities import find_entities
    from tui.core.language.sentences import split_sentences
    from tui.core.language.tagged import tag_sentences

    documents = [Document(f"{i}", text) for i, text in enumerate(texts)]
    sentences = [split_sentences(d) for d in documents]
    tagged = [tag_sentences(d, s) for d, s in zip(documents, sentences, strict=True)]
    entities = find_entities(documents, sentences, tagged)
    claims = find_claims(documents, sentences, tagged, entities)
    for a, b in combinations(view_claims(documents, tagged, entities, claims), 2):
        yield in_step(a, b)


# -- copying ---------------------------------------------------------------------------------------


def copy_figures(name: str) -> dict[str, int]:
    """The passages that documents of a set share, on one topic and on different ones."""
    from tui.core.alignment.copying import find_copies
    from tui.core.document import Document

    grouped = topics(name)
    topic = [k for k, texts in enumerate(grouped) for _ in texts]
    found = find_copies([Document("", text) for texts in grouped for text in texts])
    together = [c for c in found if topic[c.a.document] == topic[c.b.document]]
    apart = [c for c in found if topic[c.a.document] != topic[c.b.document]]
    pairs: dict[str, Any] = {
        kind: sum((a == b) == (kind == "pairs") for a, b in combinations(topic, 2))
        for kind in ("pairs", "other pairs")
    }
    return {
        "documents": len(topic),
        "pairs": pairs["pairs"],
        "copied": sum(not c.quotation for c in together),
        "quoted": sum(c.quotation for c in together),
        "other pairs": pairs["other pairs"],
        "in other pairs": len(apart),
    }
