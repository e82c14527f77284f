"""Claims as matching sees them: content words with every alias under its entity's one name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from tui.core.claims.phrases import main_verb
from tui.core.document import Document, Span
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Claim, Entity

CONTENT = ("NN", "VB", "JJ", "RB", "CD", "FW")
"""Tags (by their first two letters) of the words that carry a statement's content."""

LIGHT = frozenset(
    "be have do make take get give go come say tell will would may can could should must very also"
    " so then there here thus just only even still too now more most much as well not n't other"
    " such same own about up out off".split()
)
"""Words that say little about which matter a statement reports."""


M = TypeVar("M", bound=tuple[Any, ...])


@dataclass(frozen=True, slots=True)
class View:
    """One claim, ready to be compared."""

    claim: Claim
    terms: tuple[str, ...]
    """Lemmas, numbers, and `@id` for each entity; in text order, repeats kept, dates left out."""
    words: tuple[tuple[str, int], ...]
    """The same content as plain words, each with the number of the term it stands for: an entity
    by the words of its name."""
    predicate: str | None
    """The lemma of what is said to be, happen or be done: the main verb, or after a light one
    ("there was", "made", "took") the noun that carries its sense."""
    position: float
    """Where in its document the claim begins, in 0..1."""
    sentence: Span
    """Where its sentence stands."""
    paragraph: int
    """The paragraph it stands in, counted from 0 in its document."""


def view_claims(
    documents: Sequence[Document],
    tagged: Sequence[Sequence[TaggedSentence]],
    entities: Sequence[Entity],
    claims: Sequence[Claim],
) -> tuple[tuple[View, ...], ...]:
    """The views of all claims, by document, in the order of `claims`."""
    names = {e.id: tuple(_name_words(e.name)) for e in entities}
    mentions: list[list[tuple[int, int, str]]] = [[] for _ in documents]
    for e in entities:
        for m in e.mentions:
            mentions[m.document].append((m.start, m.end, e.id))
    mentions = [outermost(of_document) for of_document in mentions]
    found: list[list[View]] = [[] for _ in documents]
    cursor = [0] * len(documents)
    for claim in claims:
        d = claim.document
        rows = mentions[d]
        k = cursor[d]
        while k < len(rows) and rows[k][1] <= claim.start:
            k += 1
        cursor[d] = k
        own = []
        while k < len(rows) and rows[k][0] < claim.end:
            own.append(rows[k])
            k += 1
        s = tagged[d][claim.sentence]
        found[d].append(_view(s, claim, own, names, len(documents[d].text)))
    return tuple(map(tuple, found))


def outermost(mentions: Iterable[M]) -> list[M]:
    """In text order, without those inside another ("U.S." in "U.S. Secretary of State").

    A mention begins with its start, its end and its entity's id.
    """
    kept: list[M] = []
    for mention in sorted(mentions, key=lambda m: (m[0], -m[1], m[2])):
        if not kept or mention[1] > kept[-1][1]:
            kept.append(mention)
    return kept


def _view(
    s: TaggedSentence,
    claim: Claim,
    mentions: Sequence[tuple[int, int, str]],
    names: dict[str, tuple[str, ...]],
    length: int,
) -> View:
    first, last = s.token_at(claim.start), s.token_at(claim.end - 1) + 1
    terms: list[str] = []
    words: list[tuple[str, int]] = []
    m = 0
    named: str | None = None
    for i in range(first, min(last, len(s))):
        while m < len(mentions) and mentions[m][1] <= s.starts[i]:
            m += 1
        if m < len(mentions) and mentions[m][0] <= s.starts[i] < mentions[m][1]:
            key = f"@{mentions[m][2]}"
            if named != f"{m}":
                named = f"{m}"
                terms.append(key)
                words.extend((w, len(terms) - 1) for w in names[mentions[m][2]])
            continue
        if any(x.start <= s.starts[i] < x.end for x in claim.dates):
            continue
        if s.tags[i][:2] not in CONTENT or not any(map(str.isalnum, s.words[i])):
            continue
        lemma = s.lemma(i)
        if lemma in LIGHT:
            continue
        words.append((lemma, len(terms)))
        terms.append(lemma)
    return View(
        claim,
        tuple(terms),
        tuple(words),
        _predicate(s, first, min(last, len(s))),
        claim.start / max(1, length),
        Span(s.start, s.end),
        s.paragraph,
    )


def _predicate(s: TaggedSentence, start: int, end: int) -> str | None:
    verb = main_verb(s, start, end)
    if verb is None:
        participle = (i for i in range(start, end) if s.tags[i] in ("VBN", "VBG", "VB"))
        verb = next(participle, None)
        if verb is None:
            return None
    i = verb
    while i + 1 < end and (
        s.tags[i + 1][:2] in ("VB", "RB")
        or (s.tags[i + 1] == "TO" and s.tags[i + 2 : i + 3] == ("VB",))
    ):
        i += 1
    while i > verb and not s.tags[i].startswith("VB"):
        i -= 1
    lemma = s.lemma(i)
    if lemma not in LIGHT:
        return lemma
    after = (k for k in range(i + 1, min(end, i + 7)) if s.tags[k] in ("NN", "NNS", "JJ"))
    noun = next(after, None)
    while noun is not None and noun + 1 < end and s.tags[noun + 1] in ("NN", "NNS"):
        noun += 1
    return lemma if noun is None else s.lemma(noun)


def _name_words(name: str) -> list[str]:
    return [w for w in name.lower().replace("-", " ").split() if w not in ("of", "the", "and")]
