"""A sentence as a line of words."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from tui.core.entities.words import Word
from tui.core.language.tagged import TaggedText

_AT_HAND = 192
"""Lines of a text whose words stay read at most."""


class Line:
    """One sentence, or one line of verse or of a document's head; two lines are never equal.

    Its words are read from the text when they are asked for, and kept for a while.
    """

    __slots__ = (
        "_count",
        "_first",
        "_lines",
        "_low",
        "_words",
        "headline",
        "letterhead",
        "sentence",
    )

    def __init__(
        self, lines: Lines, sentence: int, first: int, words: list[Word], *, headline: bool
    ) -> None:
        self.sentence = sentence
        self.headline = headline
        """A title or heading, whose capitals say little."""
        self.letterhead = False
        """The name of a body in capitals, and nothing else."""
        self._lines = lines
        self._first = first
        """The number of its first word among those of its text."""
        self._count = len(words)
        self._words: list[Word] | None = words
        self._low: list[str] | None = None

    @property
    def text(self) -> str:
        """The text of the document, in which the words have their offsets."""
        return self._lines.text

    @property
    def start(self) -> int:
        """Where its first word starts."""
        return self._lines.starts[self._first]

    def start_of(self, i: int) -> int:
        """Where word `i` starts in the text."""
        return self._lines.starts[self._first + i]

    def end_of(self, i: int) -> int:
        """Where word `i` ends."""
        return self._lines.ends[self._first + i]

    @property
    def words(self) -> list[Word]:
        """Its words and marks."""
        if self._words is None:
            self._words = self._lines.words(self._first, self._count)
            self._lines.keep(self)
        return self._words

    @property
    def low(self) -> list[str]:
        """The words in lower case."""
        if self._low is None:
            self._low = self._lines.low(self._first, self._count)
            self._lines.keep(self)
        return self._low

    def may_hold(self, word: str) -> bool:
        """Whether its text has these letters or marks, as a word or in one: no word is read."""
        last = self._first + self._count - 1
        return self._lines.holds(word, self._first, last)

    def word(self, i: int) -> Word:
        """Word `i` alone, counted from the start: the others are not read for it."""
        if self._words is not None:
            return self._words[i]
        return self._lines.word(self._first + i)

    def lower(self, i: int) -> str:
        """Word `i` in lower case, as `word`; empty past the end."""
        if i >= self._count:
            return ""
        return self._low[i] if self._low is not None else self._lines.lower(self._first + i)

    def part(self, first: int, last: int) -> list[str]:
        """The words `first` up to `last` in lower case, as far as there are any; no others."""
        if self._low is not None:
            return self._low[first:last]
        return self._lines.low(self._first + first, max(0, min(last, self._count) - first))

    def forget(self) -> None:
        """Let go of the words that were read."""
        self._words = self._low = None

    def let_go(self) -> None:
        """Let go of the words of all lines of the text that are read."""
        self._lines.let_go()

    @property
    def is_tagged(self) -> bool:
        """Whether `tag` knows anything."""
        return self._lines.tagged is not None and self.sentence >= 0

    def tag(self, i: int) -> str:
        """The Penn Treebank tag of word `i`; empty where the text is not tagged."""
        tagged = self._lines.tagged
        if tagged is None or self.sentence < 0:
            return ""
        return tagged.tag_at(self.sentence, self.words[i].start)

    def near(self, i: int) -> bool:
        """Only a space or one line break stands before word `i`."""
        gap = self._lines.gap(self._first + i) if i else ""
        return gap.isspace() and gap.count("\n") < 2

    def word_at(self, offset: int) -> int:
        """The first word that starts at `offset` or after it."""
        first = self._first
        return bisect_left(self._lines.starts, offset, first, first + self._count) - first


class Lines:
    """Where the words of one text stand, for all of its lines: 8 bytes a word."""

    def __init__(self, text: str, tagged: TaggedText | None = None) -> None:
        self.text = text
        self.tagged = tagged
        self.starts, self.ends = array("I"), array("I")
        self._written: dict[int, str] = {}
        """The words that their text has with spaces inside."""
        self._at_hand: list[Line] = []

    def line(self, sentence: int, words: list[Word], *, headline: bool) -> Line:
        """A line of its own; `sentence` is -1 where it is in none."""
        first = len(self.starts)
        self.starts.extend([word.start for word in words])
        self.ends.extend([word.end for word in words])
        for k, word in enumerate(words, first):
            if " " in self.text[word.start : word.end]:
                self._written[k] = word.text
        line = Line(self, sentence, first, words, headline=headline)
        self.keep(line)
        return line

    def let_go(self) -> None:
        """Part from the lines at hand: nothing collects what holds one another."""
        self._at_hand.clear()

    def word(self, i: int) -> Word:
        """Word `i`, counted over all lines."""
        start, end = self.starts[i], self.ends[i]
        return Word(self._written.get(i) or self.text[start:end], start, end)

    def lower(self, i: int) -> str:
        """The same in lower case."""
        return (self._written.get(i) or self.text[self.starts[i] : self.ends[i]]).lower()

    def holds(self, word: str, first: int, last: int) -> bool:
        """Whether the text from word `first` to word `last` has it."""
        return self.text.find(word, self.starts[first], self.ends[last]) >= 0

    def gap(self, i: int) -> str:
        """What stands between the word before word `i` and that word."""
        return self.text[self.ends[i - 1] : self.starts[i]]

    def words(self, first: int, count: int) -> list[Word]:
        """So many words from word `first` on."""
        text = self.text
        found = [Word(text[a:b], a, b) for a, b in self._spans(first, count)]
        for i in self._apart(first, count):
            found[i] = found[i]._replace(text=self._written[first + i])
        return found

    def low(self, first: int, count: int) -> list[str]:
        """The same in lower case, without their places."""
        text = self.text
        found = [text[a:b].lower() for a, b in self._spans(first, count)]
        for i in self._apart(first, count):
            found[i] = self._written[first + i].lower()
        return found

    def _apart(self, first: int, count: int) -> Sequence[int]:
        """Which of so many words are not written as their text has them."""
        if not self._written:
            return ()
        return [i for i in range(count) if first + i in self._written]

    def _spans(self, first: int, count: int) -> zip[tuple[int, int]]:
        last = first + count
        return zip(self.starts[first:last], self.ends[first:last], strict=True)

    def keep(self, line: Line) -> None:
        """Keep what a line has read of its words, till so many others have."""
        if len(self._at_hand) >= _AT_HAND:
            for other in self._at_hand:
                if other is not line:
                    other.forget()
            self._at_hand.clear()
        self._at_hand.append(line)
