"""Many small values kept as columns of numbers, each put together when it is asked for."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar, get_args, overload

from tui.core.document import Sentence, SentenceKind
from tui.core.model import Mention, MentionKind

T = TypeVar("T")


class Columns(Sequence[T], Generic[T]):
    """Equal to a tuple of the same values.

    What is kept is one number for each field of each value, 4 bytes each; an object takes 64, and
    each number of it 32.
    """

    __slots__ = ("_numbers",)

    _width: int
    """The fields of a value."""

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._numbers = array("I")
        for value in values:
            self._numbers.extend(self._taken_apart(value))

    @abstractmethod
    def _taken_apart(self, value: T) -> tuple[int, ...]:
        """The numbers of a value."""

    @abstractmethod
    def _put_together(self, numbers: array[int]) -> T:
        """The value that has these numbers."""

    def __len__(self) -> int:
        return len(self._numbers) // self._width

    @overload
    def __getitem__(self, k: int) -> T: ...
    @overload
    def __getitem__(self, k: slice) -> tuple[T, ...]: ...
    def __getitem__(self, k: int | slice) -> T | tuple[T, ...]:
        if isinstance(k, slice):
            return tuple([self[i] for i in range(*k.indices(len(self)))])
        if not -len(self) <= k < len(self):
            raise IndexError(k)
        at = k % len(self) * self._width
        return self._put_together(self._numbers[at : at + self._width])

    def __iter__(self) -> Iterator[T]:
        width, numbers = self._width, self._numbers
        for at in range(0, len(numbers), width):
            yield self._put_together(numbers[at : at + width])

    def __eq__(self, other: object) -> bool:
        if type(other) is type(self):
            return bool(self._numbers == other._numbers)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


_SENTENCES: tuple[SentenceKind, ...] = get_args(SentenceKind)
_MENTIONS: tuple[MentionKind, ...] = get_args(MentionKind)


class Sentences(Columns[Sentence]):
    """The sentences of a document."""

    __slots__ = ()
    _width = 4

    def _taken_apart(self, value: Sentence) -> tuple[int, ...]:
        return value.start, value.end, value.paragraph, _SENTENCES.index(value.kind)

    def _put_together(self, numbers: array[int]) -> Sentence:
        start, end, paragraph, kind = numbers
        return Sentence(start, end, paragraph, _SENTENCES[kind])


class Mentions(Columns[Mention]):
    """The mentions of an entity."""

    __slots__ = ()
    _width = 4

    def _taken_apart(self, value: Mention) -> tuple[int, ...]:
        return value.document, value.start, value.end, _MENTIONS.index(value.kind)

    def _put_together(self, numbers: array[int]) -> Mention:
        document, start, end, kind = numbers
        return Mention(document, start, end, _MENTIONS[kind])
