"""What a document says of itself at its head: title, date, and the stretches that state nothing.

Only the first 2,000 characters are read, and nothing is taken for a header that might be prose:
a wrong title or date costs a reader more than a missing one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tui.core.document import Document, Span
from tui.core.language.date_values import day_value, parse_day
from tui.core.language.dates import find_dates
from tui.core.language.header_dates import Header
from tui.core.language.header_lines import HEAD, read_header


@dataclass(frozen=True, slots=True)
class _Found:
    header: Header
    latest: date | None
    """The latest full date in the head of the text, where the dateline leaves out the year."""


def with_headers(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with `title`, `date` and `metadata` filled in where their texts tell them.

    What is already known stays, and a second run changes nothing. A dateline without a year
    ("BAKU, Jan 24") gets the one that brings it closest to the other documents' dates; where
    none is known, the first that puts it on or after the latest full date in its own text.
    """
    found = [_read(document) for document in documents]
    dates = [
        document.date or seen.header.date for document, seen in zip(documents, found, strict=True)
    ]
    known = [day for day in map(parse_day, dates) if day is not None]
    if not known:
        dates = [
            given or _after(seen.header.day, seen.latest)
            for given, seen in zip(dates, found, strict=True)
        ]
        known = [day for day in map(parse_day, dates) if day is not None]
    return tuple(
        replace(
            document,
            title=document.title or seen.header.title,
            date=given or _closest(seen.header.day, known),
            metadata=_merged((*document.metadata, *seen.header.metadata)),
        )
        for document, given, seen in zip(documents, dates, found, strict=True)
    )


def _read(document: Document) -> _Found:
    header = read_header(document.text)
    latest: date | None = None
    if header.date is None and document.date is None and header.day is not None:
        values = (
            d.value for d in find_dates(document.text, 0, min(len(document.text), HEAD), None)
        )
        latest = max((day for day in map(parse_day, values) if day), default=None)
    return _Found(header, latest)


def _after(day: tuple[int, int] | None, latest: date | None) -> str | None:
    """The month and day in the first year that puts it on or after `latest`."""
    if day is None or latest is None:
        return None
    for year in range(latest.year, latest.year + 9):
        value = day_value(year, *day)
        found = parse_day(value)
        if found is not None and found >= latest:
            return value
    return None


def _closest(day: tuple[int, int] | None, known: list[date]) -> str | None:
    """The month and day in the year that brings it closest to the known dates together."""
    if day is None or not known:
        return None
    years = {k.year + step for k in known for step in (-1, 0, 1)}
    candidates = [parse_day(day_value(year, *day)) for year in sorted(years)]
    possible = [c for c in candidates if c is not None]
    if not possible:
        return None
    return min(possible, key=lambda c: sum(abs((c - k).days) for k in known)).isoformat()


def _merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """In text order, with those that touch or overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
