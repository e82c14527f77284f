"""Texts as points: all-MiniLM-L6-v2 (Reimers and Gurevych 2019), trained further, by numpy alone.

A text is read where it stands, and its point is the mean of its own pieces: the words around it
tell what it is about, and many texts of one sentence are read at once ("late chunking", Günther et
al. 2024, arXiv:2409.04701).

The weights (`tui/data/encoder.npz`) are in int8. They were trained further, on matters told
twice, by `data/scripts/encoder_train.py`: with the official ones, which `data/scripts/encoder.py`
makes, `bench/learn` gave links of unseen own cases an F1 of .695, with these .737, and other sets
much the same. The computing is done in 32-bit floats. Sentences stand end to end, so that nothing
is padded and each matrix is multiplied few times; only attention goes by length. The weights stay
in the file, which is mapped: a matrix becomes floats when its turn comes. numpy is loaded on first
use.
"""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from tui.core.language.wordpiece import tokenize, vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FILE = Path(__file__).resolve().parents[2] / "data" / "encoder.npz"
DIMENSIONS = 384
WIDE = 1536
"""Numbers a piece has within a layer."""
LAYERS, HEADS = 6, 12
LONGEST = 128
"""Pieces that are read at once, as the model was trained; what is farther away counts nothing."""
MARKS = 3
"""Pieces after those of the vocabulary: an unknown one, the start and the end of a sentence."""
AT_ONCE = 384
"""Pieces that go through together, about: bounds memory, and leaves each thread a part of few."""
HEADER = 30
"""Bytes before the name of a member of a ZIP archive; the last four tell the lengths of the name
and of what follows it (PKWARE, APPNOTE.TXT, 4.3.7)."""


class EncoderError(Exception):
    """The weights cannot be read; the message says why."""


def is_available() -> bool:
    """Whether the weights came with this installation."""
    return FILE.is_file()


class Passage(NamedTuple):
    """A text, and what stands before and after it in its sentence."""

    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Encoding:
    """What the encoder makes of a passage; all rows are of unit length."""

    point: Floats
    """(`DIMENSIONS`): the text, where it stands."""
    whole: Floats
    """(`DIMENSIONS`): the text with what stands around it."""
    pieces: tuple[int, ...]
    """The text's pieces, by their place in the vocabulary; more is what no piece spells."""
    states: Floats
    """(pieces, `DIMENSIONS`): each of them, where it stands."""


def encode(passages: Sequence[Passage], threads: int = 1) -> list[Encoding]:
    """One for each passage. Raises `EncoderError`.

    How many threads share the work changes no bit of it.
    """
    sequences: dict[tuple[int, ...], list[tuple[int, int, int]]] = {}
    for k, passage in enumerate(passages):
        pieces, start, stop = _pieces(passage)
        sequences.setdefault(pieces, []).append((k, start, stop))
    whole = list(sequences)
    parts = _parts([len(pieces) for pieces in whole])
    found: dict[int, Encoding] = {}

    def fill(part: list[int]) -> None:
        states = _states([whole[k] for k in part])
        at = 0
        for pieces in (whole[k] for k in part):
            own = states[at : at + len(pieces)]
            at += len(pieces)
            for k, start, stop in sequences[pieces]:
                found[k] = _encoding(own, pieces, start, stop)

    _weights(FILE)
    if min(threads, len(parts)) < 2:
        for part in parts:
            fill(part)
    else:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(fill, parts))
    return [found[k] for k in range(len(passages))]


def _encoding(states: Floats, pieces: tuple[int, ...], start: int, stop: int) -> Encoding:
    whole = unit(states.mean(0))
    own = states[start:stop]
    point = unit(own.mean(0)) if len(own) else whole
    return Encoding(point, whole, pieces[start:stop], unit(own))


def unit(x: Floats) -> Floats:
    """Each row brought to length 1."""
    import numpy as np

    found: Floats = x / np.linalg.norm(x, axis=-1, keepdims=True)
    return found


def _pieces(passage: Passage) -> tuple[tuple[int, ...], int, int]:
    """The rows of a passage's pieces between those of its marks, and which are the text's own.

    Of a passage that is too long, as much is left on either side of the text.
    """
    known = vocabulary()
    unknown, first, last = range(len(known), len(known) + MARKS)
    text, before, after = (
        [known.get(piece, unknown) for piece in tokenize(part)] for part in passage
    )
    text = text[: LONGEST - 2]
    room = LONGEST - 2 - len(text)
    before = before[max(0, len(before) - max(room // 2, room - len(after))) :] if room else []
    after = after[: room - len(before)]
    start = 1 + len(before)
    return (first, *before, *text, *after, last), start, start + len(text)


def _parts(lengths: Sequence[int]) -> list[list[int]]:
    """Which sentences go through together: those of like length, in parts of about one size.

    Of more than one their number is even: two threads have the same to do.
    """
    count = max(1, -(-sum(lengths) // AT_ONCE))
    count += count > 1 and count % 2
    parts: list[list[int]] = [[] for _ in range(count)]
    before = 0
    for k in sorted(range(len(lengths)), key=lengths.__getitem__):
        parts[before * count // sum(lengths)].append(k)
        before += lengths[k]
    return [part for part in parts if part]


# -- the weights -----------------------------------------------------------------------------------


@cache
def _weights(file: Path) -> dict[str, NDArray[Any]]:
    """Matrices in whole numbers, the scales of their rows, and the rest. Raises `EncoderError`."""
    try:
        weights = _mapped(file)
    except (OSError, ValueError, BadZipFile) as fault:
        raise EncoderError(f"{file.name} cannot be read: {fault}") from fault
    if len(weights.get("pieces", ())) != len(vocabulary()) + MARKS:
        raise EncoderError(f"{file.name} is not for this vocabulary")
    return weights


def _mapped(file: Path) -> dict[str, NDArray[Any]]:
    """The arrays of an archive as they lie in the file: what is not looked at is not read."""
    import numpy as np
    from numpy.lib import format as npy

    arrays = {}
    with file.open("rb") as stream, ZipFile(stream) as archive:
        data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        for member in archive.infolist():
            if member.compress_type != ZIP_STORED:
                raise BadZipFile(f"{member.filename} is compressed")
            start = member.header_offset + HEADER
            name, more = np.frombuffer(data, "<u2", 2, start - 4).tolist()
            stream.seek(start + name + more)
            if npy.read_magic(stream) != (1, 0):
                raise ValueError(f"{member.filename} is of another version")
            shape, _, kind = npy.read_array_header_1_0(stream)
            array = np.frombuffer(data, kind, prod(shape), stream.tell()).reshape(shape)
            arrays[member.filename.removesuffix(".npy")] = array
    return arrays


# -- the network -----------------------------------------------------------------------------------


def _states(sentences: Sequence[Sequence[int]]) -> Floats:
    """The final states of all pieces, sentence after sentence; those of one length in a row."""
    import numpy as np

    weights = _weights(FILE)
    sizes = [(length, len(list(same))) for length, same in groupby(map(len, sentences))]
    pieces = np.concatenate([np.asarray(own, np.int64) for own in sentences])
    places = np.concatenate([np.arange(len(own)) for own in sentences])
    x: Floats = weights["pieces"][pieces] * weights["pieces.scales"][pieces][:, None]
    x += weights["places"][places]
    _norm(x, "norm")
    room = _Room.of(len(x))
    for layer in range(LAYERS):
        x += _attention(x, f"{layer}", sizes, room)
        _norm(x, f"{layer}.mixed.norm")
        inner = _linear(x, f"{layer}.inner", room, room.wide)
        gelu(inner, room.beside)
        x += _linear(inner, f"{layer}.outer", room, room.narrow[0])
        _norm(x, f"{layer}.outer.norm")
    return x


@dataclass(frozen=True, slots=True)
class _Room:
    """Memory that the layers use in turn: to ask for it anew would cost a tenth of the time."""

    matrix: Floats
    """As long as the largest matrix."""
    wide: Floats
    """(pieces, WIDE)"""
    beside: Floats
    """(pieces, WIDE)"""
    narrow: Floats
    """Four times (pieces, DIMENSIONS)."""

    @staticmethod
    def of(pieces: int) -> _Room:
        import numpy as np

        matrix = np.empty(WIDE * DIMENSIONS, np.float32)
        wide, beside = np.empty((2, pieces, WIDE), np.float32)
        return _Room(matrix, wide, beside, np.empty((4, pieces, DIMENSIONS), np.float32))


def _attention(x: Floats, layer: str, sizes: Sequence[tuple[int, int]], room: _Room) -> Floats:
    """What each piece takes from the others of its sentence; `sizes`: (length, sentences)."""
    import numpy as np

    for name, own in zip(("query", "key", "value"), room.narrow, strict=False):
        _linear(x, f"{layer}.{name}", room, own)
    query, *_, mixed = room.narrow
    query *= np.float32((DIMENSIONS // HEADS) ** -0.5)
    start = 0
    for length, count in sizes:
        stop = start + count * length
        q, k, v, out = (
            part[start:stop].reshape(count, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in room.narrow
        )
        attention: Floats = q @ k.transpose(0, 1, 3, 2)
        attention -= attention.max(axis=-1, keepdims=True)
        np.exp(attention, out=attention)
        attention /= attention.sum(axis=-1, keepdims=True)
        np.matmul(attention, v, out=out)
        start = stop
    return _linear(mixed, f"{layer}.mixed", room, query)


def _linear(x: Floats, name: str, room: _Room, out: Floats) -> Floats:
    import numpy as np

    weights = _weights(FILE)
    matrix = room.matrix[: weights[name].size].reshape(weights[name].shape)
    matrix[...] = weights[name]
    np.matmul(x, matrix.T, out=out)
    out *= weights[f"{name}.scales"]
    out += weights[f"{name}.bias"]
    return out


def _norm(x: Floats, name: str) -> None:
    """Bring each row to mean 0 and spread 1, then to the spread and the mean that were learnt."""
    import numpy as np

    weights = _weights(FILE)
    x -= x.mean(axis=-1, keepdims=True)
    x /= np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(DIMENSIONS) + np.float32(1e-12))
    x *= weights[name]
    x += weights[f"{name}.bias"]


def gelu(x: Floats, inner: Floats) -> None:
    """In place, within 0.001: approximated by the hyperbolic tangent (Hendrycks and Gimpel 2016).

    `inner` is memory of the same shape.
    """
    import numpy as np

    slope = np.float32((2 / np.pi) ** 0.5)
    np.multiply(x, x, out=inner)
    inner *= np.float32(0.044715) * slope
    inner += slope
    inner *= x
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= x
    np.multiply(inner, np.float32(0.5), out=x)
