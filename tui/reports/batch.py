"""Many comparisons in one run: a manifest's lines in, one result for each out."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from tui.core.comparison import compare
from tui.core.document import Document
from tui.core.reading import ReadingError, ReadingOptions, read_file
from tui.core.settings import Settings
from tui.reports.json import to_json

_DATE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ].*)?")


class ManifestError(Exception):
    """What is wrong with a line of a manifest."""


def run_batch(
    lines: Iterable[bytes],
    folder: str,
    options: ReadingOptions,
    settings: Settings,
    tell: Callable[[str], None] = lambda message: None,
) -> Iterator[dict[str, Any]]:
    """The result of each line that is not blank, in order: a comparison, or `{"id", "error"}`.

    A line is `{"id": …, "documents": [{"name", "text" or "path", "date"}]}`. Relative paths start
    at `folder`. No line can end the run. `tell` is called with what a comparison lacks.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        identity: str | int | None = None
        try:
            entry = _parse(line)
            identity = _identity(entry)
            documents = _documents(entry, folder, options)
            yield to_json(compare(documents, settings, None, tell), identity)
        except (ManifestError, ReadingError) as error:
            yield {"id": identity, "error": f"line {number}: {error}"}
        except Exception as error:  # a fault of ours: it costs this line, not those after it
            what = f"{type(error).__name__}: {error}".splitlines()[0]
            yield {"id": identity, "error": f"line {number}: analysis failed: {what}"}


def _parse(line: bytes) -> Mapping[str, Any]:
    try:
        entry = json.loads(line.decode("utf-8-sig").strip())
    except UnicodeDecodeError as error:
        raise ManifestError(f"not UTF-8 (byte {error.start} of the line)") from None
    except json.JSONDecodeError as error:
        raise ManifestError(f"not JSON: {error.msg} (column {error.colno})") from None
    except (ValueError, RecursionError) as error:  # a number too long, a list too deep
        raise ManifestError(f"not JSON: {error}") from None
    if not isinstance(entry, dict):
        raise ManifestError("expected an object with 'id' and 'documents'")
    return entry


def _identity(entry: Mapping[str, Any]) -> str | int | None:
    identity = entry.get("id")
    if identity is None or isinstance(identity, str | int):
        return identity
    raise ManifestError("'id' must be text or a whole number")


def _documents(
    entry: Mapping[str, Any], folder: str, options: ReadingOptions
) -> tuple[Document, ...]:
    documents = entry.get("documents")
    if not isinstance(documents, list) or not documents:
        raise ManifestError("'documents' must be a list of at least one document")
    return tuple(_document(d, i, folder, options) for i, d in enumerate(documents, start=1))


def _document(value: Any, number: int, folder: str, options: ReadingOptions) -> Document:
    if not isinstance(value, dict):
        raise ManifestError(f"document {number}: expected an object with 'text' or 'path'")
    for key in ("name", "text", "path", "date"):
        if value.get(key) is not None and not isinstance(value[key], str):
            raise ManifestError(f"document {number}: '{key}' must be text")
    date = value.get("date")
    if date is not None:
        known = _DATE.fullmatch(date)
        if known is None:
            raise ManifestError(f"document {number}: 'date' must be like 2023-01-24, not {date!r}")
        date = known[1]
    name, text, path = value.get("name"), value.get("text"), value.get("path")
    if text is not None:
        return Document(name or f"document {number}", text, path, date=date)
    if path is None:
        raise ManifestError(f"document {number}: neither 'text' nor 'path'")
    try:
        document = read_file(os.path.join(folder, path), options)
    except ReadingError as error:
        raise ManifestError(f"{path}: {error}") from None
    return replace(document, name=name or document.name, path=path, date=date)
