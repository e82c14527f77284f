"""The comparison to be listened to: the documents one after another, every relation in words.

For screen readers, braille displays and pipes. No lines are drawn, nothing is coloured, nothing is
wrapped: a line is a sentence, a claim, or one that answers to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tui.core.comparison import Comparison
from tui.core.document import Sentence
from tui.core.model import Claim, Entity, EntityType
from tui.reader.index import Counterpart, Index
from tui.reader.relations import Kind
from tui.reports.text import letter
from tui.reports.wrap import plain

_BY: dict[Kind, str] = {
    "agrees": "agrees with",
    "differs": "differs from",
    "contradicts": "contradicted by",
}
_COUNTED: tuple[tuple[Kind, str], ...] = (
    ("contradicts", "contradiction"),
    ("differs", "difference"),
    ("agrees", "agreement"),
)


def to_plain(comparison: Comparison) -> str:
    """All documents with their claims, for each claim in words what answers to it; the names.

    Claims are numbered in their documents, `A 3`, so that one can be looked for by its number.
    """
    found = _Plain(comparison)
    return "".join(f"{line}\n" for line in found.lines())


class _Plain:
    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.index = Index(comparison)

    def lines(self) -> Iterator[str]:
        documents = self.comparison.documents
        if len(documents) > 1:
            yield f"{len(documents)} documents."
        for d in range(len(documents)):
            yield self._about(d)
        if len(documents) > 1:
            yield self._summary()
        for d in range(len(documents)):
            yield from ("", f"Document {letter(d)}: {plain(documents[d].name)}")
            yield from self._document(d)
        if self.comparison.entities:
            yield from ("", "Names")
            yield from map(self._entity, self.comparison.entities)

    def _about(self, d: int) -> str:
        document = self.comparison.documents[d]
        about = (document.name, document.title, _spoken(document.date or ""))
        told = [plain(part) for part in about if part]
        told.append(_number(len(self.index.claims[d]), "claim"))
        return f"Document {letter(d)}: {', '.join([*told, *map(plain, document.notes)])}."

    def _summary(self) -> str:
        counts = self.index.counts()
        told = [_number(counts[kind], noun) for kind, noun in _COUNTED]
        told.append(f"{_number(counts['only'], 'claim')} made by one document only")
        return f"{', '.join(told)}."

    def _document(self, d: int) -> Iterator[str]:
        claims, starts = self.index.claims[d], self.index.starts[d]
        for sentence in self.comparison.sentences[d]:
            inside = claims[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            yield ""
            if not inside or self._leaves_out(sentence, d, inside):
                kind = {"heading": "Heading", "item": "Item", "quote": "Quote"}.get(sentence.kind)
                text = plain(self.comparison.documents[d].text[sentence.start : sentence.end])
                yield f"{kind or 'Text'}: {text}"
            for claim in inside:
                yield from self._claim(claim)

    def _leaves_out(self, sentence: Sentence, d: int, claims: Sequence[Claim]) -> bool:
        """Whether the sentence has words besides its claims and those who make them."""
        spans = [(c.start, c.end) for c in claims]
        for claim in claims:
            said = claim.attribution
            spans += [s for s in (said.source_span, said.cue) if s] if said else []
        text, at = self.comparison.documents[d].text, sentence.start
        for start, end in [*sorted(spans), (sentence.end, sentence.end)]:
            if any(character.isalnum() for character in text[at:start]):
                return True
            at = max(at, end)
        return False

    def _claim(self, claim: Claim) -> Iterator[str]:
        yield f"{self._name(claim)}: {self._words(claim)}"
        found = self.index.counterparts(claim)
        found.sort(key=lambda c: (_LOUDEST.index(c.relation), c.claim.document, c.claim.start))
        for counterpart in found:
            yield self._answer(counterpart)
        documents = range(len(self.comparison.documents))
        speaking = {claim.document, *(c.claim.document for c in found)}
        silent = [letter(d) for d in documents if d not in speaking]
        if silent:
            *before, last = silent
            where = f"{', '.join(before)} or {last}" if before else last
            lead = "No counterpart in" if found else "Only here: no counterpart in"
            yield f"{lead} {where}."

    def _answer(self, found: Counterpart) -> str:
        words = _BY[found.relation]
        words = f"perhaps {words}" if found.tentative else words
        line = f"{words[0].upper()}{words[1:]} {self._name(found.claim)}: "
        line += self._words(found.claim)
        differences = found.link.differences if found.link else ()
        why = "; ".join(dict.fromkeys(plain(x.detail) for x in differences if x.detail))
        return f"{line} Why: {why}." if why else line

    def _entity(self, entity: Entity) -> str:
        """What one is called, what else, and how often in which document."""
        count = Counter(mention.document for mention in entity.mentions)
        where = ", ".join(f"{n} in {letter(d)}" for d, n in sorted(count.items()))
        line = f"{plain(entity.name)}, {_KIND[entity.type]}: {where or 'nowhere'}."
        others = dict.fromkeys(
            f"{'perhaps ' if alias.tentative else ''}{plain(alias.text)}"
            for alias in entity.aliases
            if alias.text != entity.name
        )
        if others:
            line += f" Also called {'; '.join(others)}."
        if entity.candidates:
            may = " or ".join(plain(self.index.entities[e].name) for e in entity.candidates)
            line += f" May be {may}."
        return line

    def _name(self, claim: Claim) -> str:
        return f"{letter(claim.document)} {self.index.place(claim) + 1}"

    def _words(self, claim: Claim) -> str:
        """The claim's words as a sentence, and who says so as another."""
        text = _ended(plain(self.index.text(claim)))
        source = self.index.source(claim)
        if not source:
            return text
        said = claim.attribution
        lead = "Perhaps said by" if said and said.tentative else "Said by"
        through = "".join(f", according to {plain(name)}" for name in self.index.through(claim))
        return f"{text} {lead} {plain(source)}{through}."


_KIND: Mapping[EntityType, str] = {
    "PERSON": "person",
    "ORG": "organisation",
    "PLACE": "place",
    "EVENT": "event",
    "PRODUCT": "product",
    "OTHER": "other",
}

_LOUDEST: tuple[Kind, ...] = ("contradicts", "differs", "agrees")

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _spoken(date: str) -> str:
    """`2023-01-24` as `24 January 2023`; anything but a day or a month as it is."""
    parts = date.split("-")
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts):
        return date
    if not 1 <= int(parts[1]) <= 12:
        return date
    day = [str(int(parts[2]))] if len(parts) == 3 else []
    return " ".join([*day, _MONTHS[int(parts[1]) - 1], parts[0]])


def _ended(text: str) -> str:
    """With a full stop where nothing ends it, so that a voice pauses."""
    return text if text.rstrip("\"'”’)»")[-1:] in ("", ".", "!", "?", ":", ";", "…") else f"{text}."


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
