"""What a claim says of whom: its words, names, numbers and dates, and the place each one takes.

A shallow reading from the tags alone: the noun phrases before and after a verb are its agent and
its patient (the other way round in the passive), the others hang on their preposition.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tui.core.alignment.denials import NOBODY, Denial, denials, denied
from tui.core.alignment.slots import CLOSING, OPENING, Item, ItemKind, placed
from tui.core.alignment.views import CONTENT, LIGHT, View, outermost
from tui.core.claims.phrases import BE, DO, HAVE, INSIDE
from tui.core.claims.properties import NOT
from tui.core.document import Document, Span
from tui.core.entities.lexicon import countries
from tui.core.language.date_patterns import MONTHS, WEEKDAYS
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Claim, Date, Entity, Mention

_KINDS: dict[str, ItemKind] = {
    "NN": "noun",
    "FW": "noun",
    "VB": "verb",
    "JJ": "adjective",
    "RB": "adverb",
    "CD": "number",
}
_DAYS = (*MONTHS, *WEEKDAYS)
CALENDAR = frozenset(x for x in _DAYS if not any(y != x and y.startswith(x) for y in _DAYS))
"""Months and days of the week in full: dates even where nothing else makes them one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim as its items, in text order."""

    view: View
    text: str
    """Of its document."""
    sentence: TaggedSentence
    tokens: tuple[int, int]
    items: tuple[Item, ...]
    denials: tuple[Denial, ...]
    dark: tuple[bool, ...]
    """For each item, whether it is denied."""

    @property
    def claim(self) -> Claim:
        return self.view.claim

    @property
    def span(self) -> Span:
        return Span(self.claim.start, self.claim.end)

    def words(self, span: Span) -> str:
        """The text of a span, on one line."""
        return " ".join(self.text[span.start : span.end].split())


class Readings:
    """Reads each claim once, when it is first asked for."""

    def __init__(
        self,
        documents: Sequence[Document],
        tagged: Sequence[Sequence[TaggedSentence]],
        entities: Sequence[Entity],
    ) -> None:
        self.entities = {e.id: e for e in entities}
        self._documents = documents
        self._tagged = tagged
        self._known: dict[str, Reading] = {}
        found: list[list[tuple[int, int, str, Mention]]] = [[] for _ in documents]
        for e in entities:
            for m in e.mentions:
                found[m.document].append((m.start, m.end, e.id, m))
        self._mentions = [outermost(of_document) for of_document in found]
        self._starts = [[m[0] for m in of_document] for of_document in self._mentions]

    def of(self, view: View) -> Reading:
        """The reading of a claim."""
        claim = view.claim
        known = self._known.get(claim.id)
        if known is None:
            d = claim.document
            sentence = self._tagged[d][claim.sentence]
            known = self._known[claim.id] = _read(
                view, self._documents[d].text, sentence, self._mentions_in(claim)
            )
        return known

    def _mentions_in(self, claim: Claim) -> list[tuple[int, int, str, Mention]]:
        rows, starts = self._mentions[claim.document], self._starts[claim.document]
        return rows[bisect_left(starts, claim.start) : bisect_left(starts, claim.end)]


def _read(
    view: View,
    text: str,
    s: TaggedSentence,
    mentions: Sequence[tuple[int, int, str, Mention]],
) -> Reading:
    claim = view.claim
    first = s.token_at(claim.start)
    last = min(len(s), s.token_at(claim.end - 1) + 1)
    items: list[Item] = []
    i = first
    while i < last:
        item = _item(s, i, last, claim, mentions)
        if item is None:
            i += 1
            continue
        items.append(item)
        i = item.tokens[1]
    found = placed(s, first, last, items)
    said_not = denials(s, (first, last), found, claim)
    return Reading(view, text, s, (first, last), found, said_not, denied(len(found), said_not))


def _item(
    s: TaggedSentence,
    i: int,
    last: int,
    claim: Claim,
    mentions: Sequence[tuple[int, int, str, Mention]],
) -> Item | None:
    start = s.starts[i]
    if s.words[i] in OPENING | CLOSING:
        return None
    for d in claim.dates:
        if d.start <= start < d.end:
            end = min(last, s.token_at(d.end - 1) + 1)
            return Item("date", _written(s, i, end), Span(d.start, d.end), (i, end), date=d)
    for begin, stop, entity, mention in mentions:
        if begin <= start < stop and not _is_predicated(s, i, mention):
            end = min(last, s.token_at(stop - 1) + 1)
            head = s.lemma(end - 1).lower() if mention.kind in ("title", "description") else ""
            span = Span(begin, stop)
            country = countries().demonyms.get(" ".join(s.words[i:end]), "")
            return Item(
                "name", f"@{entity}", span, (i, end), mention=mention, head=head, country=country
            )
    for q in claim.quantities:
        if q.start <= start < q.end and (s.tags[i] in ("CD", "$", "#") or s.lower[i][0].isdigit()):
            end = i + 1
            while end < last and s.tags[end] == "CD" and s.starts[end] < q.end:
                end += 1
            return Item("number", _written(s, i, end), Span(q.start, q.end), (i, end), quantity=q)
    if s.tags[i].startswith("NNP") and s.lower[i] in CALENDAR:
        span = Span(start, s.ends[i])
        return Item("date", s.lower[i], span, (i, i + 1), date=Date(*span, None))
    kind = _KINDS.get(s.tags[i][:2])
    if s.tags[i][:2] not in CONTENT or kind is None or not any(map(str.isalnum, s.words[i])):
        return None
    lemma = s.lemma(i)
    if lemma in NOT or _names_nobody(s, i):
        return None
    key = lemma if kind != "noun" else lemma.lower()
    light = lemma in LIGHT
    if light and (kind != "verb" or _is_auxiliary(s, i, last)):
        return None
    country = countries().demonyms.get(s.words[i], "")
    return Item(kind, key, Span(start, s.ends[i]), (i, i + 1), light=light, country=country)


def _names_nobody(s: TaggedSentence, i: int) -> bool:
    return s.lower[i] in NOBODY or s.lower[max(0, i - 1) : i + 1] == ("no", "one")


def _is_predicated(s: TaggedSentence, i: int, mention: Mention) -> bool:
    """Whether a description says what somebody is, rather than who is meant: "an able skipper"."""
    if mention.kind in ("name", "pronoun"):
        return False
    k = s.token_at(mention.start)
    while k > 0 and s.tags[k] != "DT" and s.tags[k - 1] in INSIDE:
        k -= 1
    return s.lower[k] in ("a", "an")


def _written(s: TaggedSentence, start: int, end: int) -> str:
    return " ".join(s.lower[start:end])


def _is_auxiliary(s: TaggedSentence, i: int, last: int) -> bool:
    """Whether the form of be, have or do at token `i` only helps a verb that follows."""
    if s.lower[i] not in BE | HAVE | DO:
        return False
    k = i + 1
    while k < last and (s.tags[k].startswith("RB") or s.tags[k] in ("PRP", "DT")):
        k += 1
    return k < last and s.tags[k].startswith("VB")
