"""The places that the items of a claim take: agent, patient, complement, or after a preposition.

Read from the tags alone, left to right: the noun phrase before a verb is its agent and the one
after it its patient (the other way round in the passive), the others hang on their preposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tui.core.claims.phrases import BE, HAVE, INSIDE, NOUN
from tui.core.document import Span
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Date, Mention, Quantity

ItemKind = Literal["name", "number", "date", "noun", "verb", "adjective", "adverb"]

_OPENERS = frozenset(
    "that because if while although though whether unless as when where whereas since".split()
)
"""What begins a clause with a subject of its own."""
_HELPED = 4
"""How many tokens an auxiliary may stand before its participle."""
OPENING = frozenset("( [ LRB LSB".split())
CLOSING = frozenset(") ] RRB RSB".split())
"""Brackets, also as treebanks write them: what stands inside is an aside and takes no place."""
_NOMINAL = (("NN",), ("NNS",), ("NNP",), ("NNPS",), ("JJ",))
_RELATIVE = ("WDT", "WP", "WP$")


@dataclass(frozen=True, slots=True)
class Item:
    """One word of content, name, number or date of a claim."""

    kind: ItemKind
    key: str
    """The lemma; `@id` for an entity; the words as written for a number or a date."""
    span: Span
    tokens: tuple[int, int]
    """In its sentence, end exclusive."""
    slot: str = ""
    """`agent`, `patient`, `complement`, `modifier`, `verb`, a preposition, or nothing."""
    governor: int | None = None
    """The item it belongs to: the verb of an agent, the head of a modifier."""
    light: bool = False
    """It says little by itself: `have`, `make`, `very`."""
    quantity: Quantity | None = None
    date: Date | None = None
    mention: Mention | None = None
    head: str = ""
    """The last word of a mention that is no name: `ferry` in "the burning ferry"."""
    country: str = ""
    """The country whose people it names: `France` for "French"."""

    @property
    def entity(self) -> str | None:
        """The entity's id, for a name."""
        return self.key[1:] if self.mention is not None else None

    @property
    def is_named(self) -> bool:
        """Whether it is called by its name here."""
        return self.mention is not None and self.mention.kind == "name"


def placed(s: TaggedSentence, first: int, last: int, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items of tokens `first`..`last` with their slots and governors."""
    reader = _Reader(s, items)
    starts = {x.tokens[0]: k for k, x in enumerate(items)}
    i, depth = first, 0
    while i < last:
        depth += (s.words[i] in OPENING) - (s.words[i] in CLOSING)
        k = starts.get(i)
        if depth > 0 or s.words[i] in CLOSING:
            depth = max(0, depth)
            i += 1
            continue
        if k is not None and items[k].kind == "verb" and not _stands_before_noun(s, i, last):
            reader.verb(k)
        elif k is not None and items[k].kind != "adverb":
            reader.phrase.append(k)
            i = items[k].tokens[1]
            continue
        else:
            reader.other(i)
        i += 1
    reader.close()
    return tuple(
        replace(x, slot=slot, governor=governor)
        for x, (slot, governor) in zip(items, reader.slots, strict=True)
    )


class _Reader:
    """What is known of the clause so far."""

    def __init__(self, s: TaggedSentence, items: Sequence[Item]) -> None:
        self.s = s
        self.items = items
        self.slots: list[tuple[str, int | None]] = [("", None)] * len(items)
        self.phrase: list[int] = []
        """The noun phrase being read."""
        self._preposition: str | None = None
        self._subject: int | None = None
        self._taken: set[int] = set()
        """Subjects that a verb has taken."""
        self._verb: int | None = None
        self._passive = self._filled = False
        self._last: int | None = None
        """The last head or verb: what a preposition hangs on."""
        self._joined: tuple[str, int | None] | None = None
        """The place of what a comma or "and" followed."""

    def verb(self, k: int) -> None:
        """A verb: it takes the subject that waits for one."""
        self.close()
        i = self.items[k].tokens[0]
        self._verb, self._filled = k, False
        self._passive = _is_passive(self.s, i)
        self.slots[k] = ("verb", None)
        if self._subject is not None and self._subject not in self._taken:
            self.slots[self._subject] = ("patient" if self._passive else "agent", k)
            self._taken.add(self._subject)
        self._preposition = self._joined = None
        self._last = k

    def other(self, i: int) -> None:
        """A token that is no item."""
        word, tag = self.s.lower[i], self.s.tags[i]
        if word in _OPENERS or tag in _RELATIVE:
            self.close()
            self._subject = self._last if tag in _RELATIVE else None
            if self._subject is not None and self.slots[self._subject][0]:
                self._taken.add(self._subject)
            self._preposition = self._verb = self._joined = None
        elif tag in ("IN", "TO"):
            self.close()
            self._preposition, self._joined = word, None
        elif tag in (",", "CC"):
            self.close()
            if self._last is not None and self.slots[self._last][0] not in ("", "verb"):
                self._joined = self.slots[self._last]
        elif tag not in INSIDE or tag in ("DT", "PRP$", "PDT"):
            self.close()

    def close(self) -> None:
        """The noun phrase ends: its last noun is its head, the others belong to it."""
        if not self.phrase:
            return
        nouns = [k for k in self.phrase if self.items[k].kind in ("noun", "name")]
        head = nouns[-1] if nouns else self.phrase[-1]
        for k in self.phrase:
            if k != head:
                self.slots[k] = ("modifier", head)
        self.slots[head] = self._place(head)
        self._preposition = self._joined = None
        self._last = head
        self.phrase.clear()

    def _place(self, head: int) -> tuple[str, int | None]:
        if self._preposition is not None:
            by = self._preposition == "by" and self._passive and self._verb is not None
            if by:
                return "agent", self._verb
            told_when = self.items[head].date is not None and self._verb is not None
            return self._preposition, self._verb if told_when else self._last
        if self._verb is not None and not self._filled:
            self._filled = True
            return "complement" if self.items[self._verb].key == "be" else "patient", self._verb
        self._subject = head
        return self._joined or ("", None)


def _is_passive(s: TaggedSentence, i: int) -> bool:
    """Whether the participle at token `i` says what befell its subject."""
    if s.tags[i] not in ("VBN", "VBD"):
        return False
    k = i - 1
    while k >= max(0, i - _HELPED) and (s.tags[k].startswith("RB") or s.words[k] == ","):
        k -= 1
    if k < 0:
        return False
    if s.lower[k] in BE or s.lower[k] in ("get", "got", "gets"):
        return True
    return s.tags[i] == "VBN" and s.lower[k] not in HAVE and s.tags[k] in NOUN | {","}


def _stands_before_noun(s: TaggedSentence, i: int, last: int) -> bool:
    """Whether a participle is an adjective in all but its tag: "the burning house"."""
    if s.tags[i] not in ("VBN", "VBG") or s.tags[i + 1 : min(last, i + 2)] not in _NOMINAL:
        return False
    return i > 0 and s.tags[i - 1] in ("DT", "PRP$", "JJ", "CD", "POS", "IN")
