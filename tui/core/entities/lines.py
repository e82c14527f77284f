"""A sentence as a line of words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from operator import attrgetter
from sys import intern

from tui.core.entities.words import Word
from tui.core.language.tagged import TaggedSentence


@dataclass(slots=True, eq=False)
class Line:
    """One sentence, or one line of verse or of a document's head; two lines are never equal."""

    text: str
    """The text of the document, in which the words have their offsets."""
    sentence: int
    words: list[Word]
    headline: bool
    """A title or heading, whose capitals say little."""
    tagged: TaggedSentence | None = None
    letterhead: bool = False
    """The name of a body in capitals, and nothing else."""
    low: list[str] = field(init=False)
    """The words in lower case."""

    def __post_init__(self) -> None:
        self.low = [intern(word.text.lower()) for word in self.words]

    def tag(self, i: int) -> str:
        """The Penn Treebank tag of word `i`; empty where the text is not tagged."""
        if self.tagged is None:
            return ""
        k = self.tagged.token_at(self.words[i].start)
        return self.tagged.tags[k] if k < len(self.tagged) else ""

    def near(self, i: int) -> bool:
        """Only a space or one line break stands before word `i`."""
        gap = self.text[self.words[i - 1].end : self.words[i].start]
        return gap.isspace() and gap.count("\n") < 2

    def word_at(self, offset: int) -> int:
        """The first word that starts at `offset` or after it."""
        return bisect_left(self.words, offset, key=attrgetter("start"))
