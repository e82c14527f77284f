"""Datelines: the place, date and agency that a report begins with, before its first sentence."""

from __future__ import annotations

import re

from tui.core.document import Span
from tui.core.language.dates import find_dates
from tui.core.language.header_dates import Header, first_date, take

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: (?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*|de|of|the)){0,3}"
_REGION = r"(?:,? (?:[A-Z][a-z]+\.?|[A-Z]{2,}|[A-Z]\.[A-Z]\.)(?: [A-Z][a-z]+\.?){0,2})"
_AGENCY = r"[(\[](?P<agency>[A-Za-z][\w.&' /-]{1,30})[)\]]"
_WIRE = r"/\s?[A-Z][\w. -]{2,24}\s?/"
_DASH = r"(?P<dash>--+|[—–―‒]|[-_](?=\s|$))"
_PLACES = re.compile(rf"{_PLACE}(?:[/;] ?{_PLACE})?")
_TO_DATE = re.compile(rf"{_REGION}?(?: ?{_AGENCY})?[,:]? ?(?:[-–—] ?)?")
_AFTER_DATE = re.compile(rf",?\s?(?:{_AGENCY}|{_WIRE})?\s?(?:{_DASH}|:(?=\s))?")
_NO_DATE = re.compile(rf"{_REGION}{{0,2}},? ?(?:{_AGENCY}|{_WIRE})?\s?{_DASH}?")
_AGENCY_LEAD = re.compile(rf"{_AGENCY}(?P<dash>\s*(?:--+|[—–-])(?=\s))?\s")
_MIXED_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w.'’-]+(?:,? [A-ZÀ-Þ][\w.'’-]+){0,4}"
    r"(?: (?:&|and) [A-ZÀ-Þ][\w.'’-]+)?),? (?P<dated>[^()\n—–]{5,24}?)"
    rf"\s?(?:{_AGENCY}\s?)?(?P<dash>--+|[—–:]|-(?=[ A-Z]))"
)
_NO_PLACE = frozenset(
    "note notes update updated exclusive breaking warning chapter article section part book act"
    " scene preamble whereas recitals schedule annex appendix analysis opinion editor editors"
    " correction summary abstract introduction contents table figure important attention news"
    " press release q a i".split()
)


def dateline(text: str, start: int, stop: int, end: int, header: Header) -> bool:
    """Take the dateline at the start of a line of prose; whether there is one."""
    lead = _AGENCY_LEAD.match(text, start, end)
    if lead and (lead["dash"] or lead["agency"].isupper() or "." in lead["agency"]):
        header.metadata.append(Span(start, start + len(lead[0].rstrip())))
        return True
    place = _PLACES.match(text, start, stop)
    if place and _is_place(place[0]):
        dates = find_dates(text, place.end(), min(stop, place.end() + 60), None)[:1]
        if dates and _TO_DATE.fullmatch(text, place.end(), dates[0].start):
            seen = first_date(text[dates[0].start : dates[0].end])
            after = _AFTER_DATE.match(text, dates[0].end, end)
            if after and seen != (None, None) and _begins_prose(text, after.end(), stop):
                take(seen, header)
                header.metadata.append(Span(start, _rstrip(text, after.end())))
                return True
        lead = _NO_DATE.match(text, place.end(), stop)
        if lead and lead["dash"] and _begins_prose(text, lead.end(), stop):
            header.metadata.append(Span(start, _rstrip(text, lead.end())))
            return True
        if lead and lead["agency"] and lead["agency"].isupper():
            header.metadata.append(Span(start, _rstrip(text, lead.end())))
            return True
    mixed = _MIXED_DATELINE.match(text, start, min(stop, start + 100))
    if not mixed:
        return False
    value, day = first_date(mixed["dated"])
    dated = find_dates(text, *mixed.span("dated"), None)
    if not dated or (value is None and day is None):
        return False
    if dated[0].start != mixed.start("dated") or dated[-1].end < mixed.end("dated"):
        return False
    take((value, day), header)
    header.metadata.append(Span(start, mixed.end()))
    return True


def _is_place(words: str) -> bool:
    return len(words) >= 3 and not {w.strip(".").lower() for w in words.split()} & _NO_PLACE


def _begins_prose(text: str, at: int, stop: int) -> bool:
    """Whether a sentence, not more capitals, follows a dateline (or it ends its line)."""
    rest = text[at : min(stop, at + 60)].strip()
    return not rest or (any(c.islower() for c in rest) and not rest[0].islower())


def _rstrip(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end
