"""What an analysis finds: the values every layer above `language` passes on.

All are frozen; offsets are code points into the text of `documents[document]`.
The names follow the public output format `hexapla/1`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.core.document import Document, Sentence, Span

MentionKind = Literal["name", "title", "description", "pronoun"]
EntityType = Literal["PERSON", "ORG", "PLACE", "EVENT", "PRODUCT", "OTHER"]
Modality = Literal["asserted", "demanded", "possible", "promised"]
Relation = Literal["agrees", "differs", "contradicts"]

Quoting = Literal["a", "b", "both"]

STRENGTH: dict[Relation, int] = {"agrees": 0, "differs": 1, "contradicts": 2}
"""A correspondence takes the strongest relation among its links."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as the interval it allows: `low <= true value <= high` (None: open)."""

    start: int
    end: int
    low: float | None
    high: float | None
    value: float
    """The number as written, in `unit`."""
    approximator: str | None = None
    unit: str | None = None
    """A unit, currency code or `%`; None for a plain count."""
    counted: str | None = None
    """The lemma of the counted noun (`vehicle`)."""
    role: str | None = None
    """What befell those counted: `killed`, `injured`, `missing` ...; None where nothing is said."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date: `value` is ISO 8601 shortened to what is known, None where it cannot be resolved."""

    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    document: int
    start: int
    end: int
    kind: MentionKind


class Place(NamedTuple):
    """A stretch of the text of one of the documents."""

    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Alias:
    """One surface form of an entity, and how often it occurs over all documents."""

    text: str
    count: int
    evidence: str | None = None
    """Why it was merged, in words: `surname of Ada Moreau`; None for the name itself."""
    rule: str | None = None
    """The rule that merged it: `surname`, `acronym`, `spelling` ..."""
    tentative: bool = False
    """The merge is likely, not certain: nothing in the texts says it outright."""
    place: Place | None = None
    """Where a text binds it to the entity (a definition, an apposition), if one does."""


@dataclass(frozen=True, slots=True)
class Entity:
    id: str
    name: str
    type: EntityType
    aliases: tuple[Alias, ...]
    mentions: Sequence[Mention]
    """In text order: by document, then start."""
    candidates: tuple[str, ...] = ()
    """Ids of the entities that this name may mean: more than one, so it is left apart."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody through whom a statement comes: `source` is an entity's id, where one was found."""

    source: str | None
    source_span: Span | None
    source_text: str | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a claim is attributed to: `source` is an entity's id, where one was found."""

    source: str | None
    source_span: Span | None
    source_text: str | None
    cue: Span | None
    tentative: bool = False
    """The source was inferred: a pronoun's last compatible antecedent, an inherited speaker."""
    chain: tuple[Voice, ...] = ()
    """Who reports that the source says so, the nearest first: in "Orth said that Hale had denied
    it", Hale is the source and Orth is in the chain."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The smallest clause or sentence that states one checkable thing."""

    id: str
    document: int
    sentence: int
    start: int
    end: int
    attribution: Attribution | None = None
    negated: bool = False
    modality: Modality = "asserted"
    hedge: Span | None = None
    """Words by which the text keeps its distance: `reportedly`, `allegedly`, `it seems`."""
    quoted: bool = False
    """In somebody's own words: the claim stands in quotation marks."""
    entities: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against a link: `kind` is words, related words, entities, number, date,
    speaker or meaning."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One differing detail: `a` and `b` are spans in the documents of the link's two claims.

    `kind` is polarity, antonym, role, number, date, name, place, word, degree, modality,
    condition or attribution. That two people say the same makes no claims differ.
    """

    kind: str
    a: Span | None
    b: Span | None
    detail: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims about the same matter; `score` is in 0..1."""

    a: str
    b: str
    relation: Relation
    score: float
    evidence: tuple[Evidence, ...] = ()
    differences: tuple[Difference, ...] = ()
    tentative: bool = False
    against: tuple[Evidence, ...] = ()
    """What speaks against it: what only one claim has, numbers and dates that differ."""
    quoting: Quoting | None = None
    """Which of the claims their documents only pass on, as the words of somebody else."""
    copied: bool = False
    """The claims are one passage, copied: that both state it is no independent corroboration."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that two documents have word for word, or nearly so."""

    a: Place
    b: Place
    share: float
    """How many of the longer side's words the other has as well, in 0..1."""
    words: int
    """How many words are the same."""
    quotation: bool = False
    """What is the same stands in quotation marks in both: both quote the same words."""


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Claims of two or more documents that report the same matter, and their strongest relation."""

    id: str
    claims: tuple[str, ...]
    relation: Relation
    score: float
    tentative: bool = False
    """All links of that relation are uncertain."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything an analysis found; the screen and the reports show this and nothing else."""

    documents: tuple[Document, ...]
    sentences: tuple[Sequence[Sentence], ...]
    """By document."""
    entities: tuple[Entity, ...]
    """By number of mentions, most first."""
    claims: tuple[Claim, ...]
    """By document, then start; claims of one document never overlap."""
    links: tuple[Link, ...]
    """By the place of their claims; `a` stands in an earlier document than `b`, or before it."""
    correspondences: tuple[Correspondence, ...]
    """By the place of their first claims."""
    copies: tuple[Copy, ...] = ()
    """By their documents, then the place of `a`, which stands in the earlier document."""
