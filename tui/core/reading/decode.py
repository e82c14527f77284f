"""Bytes -> text: UTF-8 and UTF-16 for sure, any other encoding as asked for or as a guess."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple


class ReadingError(Exception):
    """What keeps a document from being read, in one line: what is wrong and what to do about it."""


class Decoded(NamedTuple):
    text: str
    encoding: str
    """The codec that turned the bytes into `text`."""
    notes: tuple[str, ...] = ()


# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_FORMATS = (
    (b"%PDF-", "a PDF; turn it into text first, e.g. with pdftotext"),
    (b"PK\x03\x04", "a zip archive or an office document; save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as plain text"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
)

_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
"""Bytes that no 8-bit or East Asian encoding uses in text (ISO 2022 does use ESC)."""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of `data`, its line ends and all else as they are.

    A byte order mark settles the encoding and is no part of the text: offset 0 is the character
    after it, so an offset in such a file is one code point more than the offset in `text`. Without
    a mark `encoding` is used where given, then UTF-8, then a guess, which the notes name.

    Raises `ReadingError` for what is not text, or not text in the encoding it claims.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(_checked(data[len(mark) :], codec, len(mark)), codec)
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise ReadingError(f"not text: {what}")
    if encoding is not None:
        return Decoded(_checked(data, encoding), encoding)
    binary = data.find(b"\0")
    if binary >= 0:
        raise _not_text(binary)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        bad = error.start
    control = _CONTROL.search(data)
    if control:
        raise _not_text(control.start())
    return _damaged_utf8(data, bad) or _guess(data, bad)


def encoding_fault(name: str) -> str | None:
    """Why documents cannot be read in the encoding `name`; None where they can."""
    try:
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return f"no encoding is called '{name}'; try one such as windows-1252 or iso-8859-2"
    return None


def _checked(data: bytes, encoding: str, skipped: int = 0) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"not valid {encoding} (byte {error.start + skipped}); "
            "name its encoding with --encoding, or repair the file"
        ) from None
    except UnicodeError:
        raise ReadingError(f"not valid {encoding}; name its encoding with --encoding") from None
    if "\0" in text:
        before = text[: text.index("\0")]
        raise _not_text(len(before.encode(encoding, "replace")) + skipped)
    return text


def _not_text(byte: int) -> ReadingError:
    return ReadingError(f"not text (binary data at byte {byte}); give a text or Markdown file")


def _damaged_utf8(data: bytes, bad: int) -> Decoded | None:
    """UTF-8 with a few bytes lost: where most of its multi-byte characters are whole.

    In another encoding, bytes that happen to form one are rare.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    whole = sum(not c.isascii() for c in text) - text.count("\ufffd")
    if whole < 4 * broken:
        return None
    what = "1 place is" if broken == 1 else f"{broken} places are"
    return Decoded(text, "utf-8", (f"{what} not UTF-8 and shown as \ufffd (first: byte {bad})",))


def _guess(data: bytes, bad: int) -> Decoded:
    # A dear import (30 ms) that few readers need.
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise ReadingError(
            f"not UTF-8 (byte {bad}) and no guess fits; name its encoding with --encoding"
        )
    # Of encodings that read these bytes without disorder, English is likeliest in this one.
    names = [n for m in matches if m.chaos <= best.chaos for n in m.could_be_from_charset]
    codec = "cp1252" if "cp1252" in names else best.encoding
    name = re.sub(r"^cp(125\d)$", r"windows-\1", codec).replace("_", "-")
    note = f"read as {name} (a guess); pass --encoding to change"
    return Decoded(_checked(data, name), name, (note,))
