"""What is found in one document: names, titles, and the descriptions that stand with names.

All are compared by identity: the same words in two places are two mentions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from sys import intern
from typing import Literal, NamedTuple

from tui.core.entities.lines import Line
from tui.core.entities.reasons import Reason

How = Literal["beside the name", "before the name", "called so", "said to be"]
"""Where a description stands."""


class Descriptor(NamedTuple):
    """A common noun phrase that a text binds to a name."""

    noun: str
    modifiers: frozenset[str]
    """The words before the noun, in lower case."""
    start: int
    end: int
    definite: bool
    words: tuple[str, ...]
    """All its words, in lower case."""
    how: How


@dataclass(slots=True, eq=False)
class _Phrase:
    """Words of a line, `first` up to but not including `last`, with their place in the text."""

    line: Line
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where its first word starts; its line knows, so that none of many holds it again."""
        return self.line.start_of(self.first)

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.line.end_of(self.last - 1)


@dataclass(slots=True, eq=False)
class Name(_Phrase):
    """A name as it stands in a text."""

    text: str = field(init=False)
    honorifics: tuple[str, ...] = ()
    descriptors: tuple[Descriptor, ...] = ()
    roles: tuple[Role, ...] = ()
    """The roles that it holds."""
    node: int | None = None
    """The number of its node, once there are nodes; None where it has none."""

    def __post_init__(self) -> None:
        self.text = intern(self.line.text[self.start : self.end])

    @property
    def front(self) -> int:
        """The first word of the honorifics before it, or of the name."""
        return self.first - len(self.honorifics)

    @property
    def before(self) -> str:
        """The word before it in lower case; empty where the line begins."""
        return self.line.lower(self.first - 1) if self.first else ""

    @property
    def after(self) -> str:
        """The word after it in lower case; empty where the line ends."""
        return self.line.lower(self.last)

    def around(self, other: Descriptor | Role) -> tuple[int, int]:
        """From the start of the first to the end of the last of the two: the text that binds."""
        return min(self.start, other.start), max(self.end, other.end)


@dataclass(slots=True, eq=False)
class Role(_Phrase):
    """A title or role as it stands in a text, e.g. `Prime Minister of X`."""

    phrase: str
    """The title as listed, without its country or body."""
    office: str
    """The office that it names; forms of one office share it."""
    capital: bool
    owner: Name | None = None
    """The body or country that the role names, where it does."""
    former: bool = False
    """`former`, `late`, `outgoing` stands with it."""
    holder: Name | None = None
    """The name it stands before, or is set beside."""
    evidence: Literal["", "title", "apposition"] = ""

    def bind(self, holder: Name, evidence: Literal["title", "apposition"]) -> None:
        """Let a name hold the role; a role is bound once."""
        self.holder = holder
        self.evidence = evidence
        holder.roles = (*holder.roles, self)


class Definition(NamedTuple):
    """Another name that a text gives to what it has named."""

    other: Name
    name: Name
    reason: Reason


@dataclass(slots=True)
class Page:
    """What was found in one document, in text order."""

    lines: list[Line]
    names: list[Name]
    roles: list[Role]
    definitions: list[Definition] = field(default_factory=list)
    """Short forms and terms that a bracket after a name defines."""
    other_names: list[Definition] = field(default_factory=list)
    """What else the text says that somebody or something is called."""

    def let_go(self) -> None:
        """Empty the page, and part what holds one another on it: nothing collects it meanwhile."""
        for role in self.roles:
            role.holder = role.owner = None
        for line in self.lines:
            line.let_go()
        for found in (self.lines, self.names, self.roles, self.definitions, self.other_names):
            found.clear()
