"""Names from the command line -> documents, and a line for each that could not be read.

Plain text and Markdown; the file's ending tells which.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.core.document import Document, Markup
from tui.core.reading.decode import ReadingError, decode
from tui.core.reading.names import distinct_names
from tui.core.reading.options import ReadingOptions

STANDARD_INPUT = "-"

MARKUP: dict[str, Markup] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""What a folder offers. A file named itself may have any ending and is plain where unknown."""


class Problem(NamedTuple):
    """Why `name` is not among the documents; `lost` is False where nothing is missing for it."""

    name: str
    message: str
    lost: bool = True

    def __str__(self) -> str:
        return f"{self.name}: {self.message}"


def read_documents(
    names: Sequence[str], options: ReadingOptions | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents that `names` (files, folders, `-`) stand for, in order, and what went wrong.

    A folder stands for its text and Markdown files in name order, without its subfolders and
    hidden files. A file given twice is read once. Never raises for what it is asked to read.
    """
    options = options or ReadingOptions()
    documents: list[Document] = []
    problems: list[Problem] = []
    seen: dict[tuple[int, int], str] = {}
    for name in names:
        try:
            paths = _files(name)
        except ReadingError as error:
            problems.append(Problem(name, str(error)))
            continue
        for path in paths:
            try:
                identity = _identity(path)
                if identity in seen:
                    problems.append(_twice(path, seen[identity]))
                else:
                    documents.append(read_file(path, options))
                    seen[identity] = path
            except ReadingError as error:
                problems.append(Problem(path, str(error)))
    return distinct_names(documents), tuple(problems)


def read_file(name: str, options: ReadingOptions | None = None) -> Document:
    """The document in the file `name`, or on standard input for `-`.

    Raises `ReadingError` where it is missing, closed to us, no regular file, too large or not text.
    """
    options = options or ReadingOptions()
    data = _read_bytes(name, options.max_bytes)
    if len(data) > options.max_bytes:
        raise ReadingError(
            f"larger than {options.max_size} MB; "
            "split it, or raise reading.max_size in the configuration"
        )
    text, encoding, notes = decode(data, options.encoding)
    if not text.strip():
        notes += ("holds no text",)
    stdin = name == STANDARD_INPUT
    return Document(
        name="standard input" if stdin else os.path.basename(name),
        text=text,
        path=None if stdin else name,
        encoding=encoding,
        markup=MARKUP.get(_ending(name), "plain"),
        notes=notes,
    )


def _twice(name: str, first: str) -> Problem:
    if name == STANDARD_INPUT:
        return Problem(name, "standard input can be read only once; name it once")
    return Problem(name, f"the same file as {first}; read once", lost=False)


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _files(name: str) -> Iterable[str]:
    """The files that `name` stands for."""
    if name == STANDARD_INPUT or not os.path.isdir(name):
        return [name]
    try:
        names = sorted(
            n
            for n in os.listdir(name)
            if not n.startswith(".") and _ending(n) in MARKUP
            if not os.path.isdir(os.path.join(name, n))
        )
    except OSError as error:
        raise _closed(error) from None
    if not names:
        endings = ", ".join(MARKUP)
        raise ReadingError(f"no text or Markdown file ({endings}) in this folder; name files in it")
    return [os.path.join(name, n) for n in names]


def _identity(name: str) -> tuple[int, int]:
    """What is equal for two names of one file: a link, a hard link, another spelling."""
    if name == STANDARD_INPUT:
        return -1, 0
    try:
        status = os.stat(name)
    except (OSError, ValueError) as error:
        raise _closed(error) from None
    return status.st_dev, status.st_ino


def _read_bytes(name: str, limit: int) -> bytes:
    """At most `limit` bytes, and one more where there are more."""
    if name == STANDARD_INPUT:
        if sys.stdin is None:
            raise ReadingError("standard input is closed")
        try:
            return sys.stdin.buffer.read(limit + 1)
        except OSError as error:
            raise _closed(error) from None
    try:
        mode = os.stat(name).st_mode
        if not stat.S_ISREG(mode) and not _open_pipe(name, mode):
            raise ReadingError(f"{_kind(mode)}, not a file; give a text or Markdown file")
        with open(name, "rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise _closed(error) from None


def _open_pipe(name: str, mode: int) -> bool:
    """A pipe the shell holds open for us, as in `hexapla <(one) <(two)`; a named one may hang."""
    return stat.S_ISFIFO(mode) and name.startswith(("/dev/fd/", "/proc/self/fd/"))


def _kind(mode: int) -> str:
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
    )
    return next((what for test, what in kinds if test(mode)), "a device")


def _closed(error: OSError | ValueError) -> ReadingError:
    """`error` in words that say what to do."""
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENOTDIR:
            return ReadingError("no such file; check the name")
        case errno.EACCES | errno.EPERM:
            return ReadingError("no permission to read it; change its mode, or give a copy")
        case errno.ELOOP:
            return ReadingError("a link that leads back to itself; mend the link")
        case None:
            return ReadingError("not a possible file name; check the name")
        case _:
            return ReadingError(f"cannot be read ({getattr(error, 'strerror', error)}); try a copy")
