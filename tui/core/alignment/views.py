"""Claims as matching sees them: content words with every alias under its entity's one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.core.claims.phrases import main_verb
from tui.core.document import Document
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


@dataclass(frozen=True, slots=True)
class View:
    """One claim, ready to be compared."""

    claim: Claim
    terms: tuple[str, ...]
    """Lemmas, numbers, and `@id` for each entity; in text order, repeats kept."""
    words: tuple[str, ...]
    """The same content as plain words: an entity by the words of its name."""
    verb: str | None
    """The lemma of the main verb."""
    position: float
    """Where in its document the claim begins, in 0..1."""


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
    for of_document in mentions:
        of_document.sort()
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


def _view(
    s: TaggedSentence,
    claim: Claim,
    mentions: Sequence[tuple[int, int, str]],
    names: dict[str, tuple[str, ...]],
    length: int,
) -> View:
    first, last = s.token_at(claim.start), s.token_at(claim.end - 1) + 1
    terms: list[str] = []
    words: list[str] = []
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
                words.extend(names[mentions[m][2]])
            continue
        if s.tags[i][:2] not in CONTENT or not any(map(str.isalnum, s.words[i])):
            continue
        lemma = s.lemma(i)
        if lemma in LIGHT:
            continue
        terms.append(lemma)
        words.append(lemma)
    verb = main_verb(s, first, min(last, len(s)))
    return View(
        claim,
        tuple(terms),
        tuple(words),
        None if verb is None else _content_verb(s, verb, min(last, len(s))),
        claim.start / max(1, length),
    )


def _content_verb(s: TaggedSentence, verb: int, end: int) -> str:
    """The lemma of the verb group's last verb: "had been taken" is `take`."""
    i = verb
    while i + 1 < end and (s.tags[i + 1][:2] in ("VB", "RB")):
        i += 1
    while i > verb and not s.tags[i].startswith("VB"):
        i -= 1
    return s.lemma(i)


def _name_words(name: str) -> list[str]:
    return [w for w in name.lower().replace("-", " ").split() if w not in ("of", "the", "and")]
