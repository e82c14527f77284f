"""The date in the lines that name a document: `Circular 31 to all branches, 6 June 2024`,
`Minutes of the meeting of 4 May 2021`, `Done at Geneva on 3 March 1998` at its foot."""

from __future__ import annotations

import re

from tui.core.language.date_values import parse_day
from tui.core.language.dates import find_dates
from tui.core.language.header_dates import only_date
from tui.core.model import Date

_LINES = 8
"""How many lines may precede the prose."""
_FOOT = 400
"""How many characters of the end are searched."""
_LONG = 160
"""A longer line is prose."""

_LINE = re.compile(r"[^\r\n]+")
_MARKS = " \t\ufeff*_#>-|["
_MADE = (
    r"(?:published|posted|updated|issued|released|recorded|recording|made|written|printed|filed"
    r"|sent|submitted|delivered|given|done|signed|adopted|approved|dated|drafted|drawn up"
    r"|transcribed|broadcast|aired|held|taken|sworn|decided|created|handed down)"
)
_KIND = (
    r"(?:meeting|session|sitting|hearing|minutes|report|record|transcript|letter|statement|notes?"
    r"|notice|decision|order|ruling|judge?ment|edition|issue|bulletin|circular|agreement|speech"
    r"|address|lecture|sermon|interview|message|release|communiqu[eé]|draft|version|inspection"
    r"|conference|interrogation|deposition|call|briefing|debate|proceedings|entry)"
)
_HERE = (
    rf"(?:\b{_MADE}(?: (?:at|in) [^,.;]{{2,40}}?)?(?: upon oath)?(?:,? on)?(?: the)?"
    rf"|\bthis|\b{_KIND} (?:of|on|for|from))\s*$"
)
_MADE_BEFORE = re.compile(_HERE, re.I)
_BEFORE = re.compile(rf"(?:^|[,.;:|•·–—(/*_]|\s-|\bas (?:at|of)|\bdate)\s*$|{_HERE}", re.I)
_OTHER = re.compile(
    r"\b(?:next|previous|last|earlier|before|after|following|since|ahead of|advance of|until|till"
    rf"|to|by) (?:(?:the|its|our|a) )?(?:\w+ )?{_KIND} (?:of|on|for|from)\s*$",
    re.I,
)
_OTHER_LABEL = re.compile(
    r"\b(?:next|previous|birth|born|death|died|due|deadline|effective|expiry|expires|closing)\b"
    r"[^,.;:]*:?\s*$",
    re.I,
)
_LABEL = re.compile(
    rf"(?:.*[.;|,] ?)?(?:(?:[\w ]+ )?{_MADE}(?: on| date)?|(?:this )?{_KIND}(?: date)?|date"
    rf"|(?:[\w ]+ )?release|date of (?:the |this )?(?:issue|publication|{_KIND})):\s*$",
    re.I,
)
"""What may stand before a colon."""
_AFTER = re.compile(
    r"\s*(?:$|[,.;|•·–—(/*_)\]]|:\s*$|-\s|at [0-9]|by [A-Z]|[0-9]{1,2}[:.h][0-9]{2})"
)
_GOES_ON = re.compile(
    r"[\s,;.|*_()•·–—-]*(?:(?:at|by|for|from|in|issue|no|number|edition|page|pp?|updated|written|with"
    r"|to|translated|edited|extract|hours|hrs|local|version|vol|volume|pm|am)\b|[A-Z0-9(\"“*_]|$)"
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|am|has|have|had|will|would|shall|can|could|may|might|must|did|does|do"
    r"|said|says|he|she|they|it|we|I|you|when|who|which|that)\b"
)
_YEAR = re.compile(r"[0-9]{4}|/[0-9]{2}$")
_SENTENCE = re.compile(r"(?:\S+\s+){7,}\S+(?:\.|(?:\s\S+){6,}[!?])[\"”’)]*$")
_CLOSED = re.compile(r"(?:dear|sir|madam|gentlemen|ladies|hi|hello)\b.{0,40}[,:!]?$", re.I)


def imprint(text: str, at: int, end: int) -> str | None:
    """The day that one of the lines from `at` on names the document by; None where none does.

    Such a line has no finite verb, and one full date that stands by itself in it.
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text, at, end) if m[0].strip(_MARKS)]
    for k, (start, stop) in enumerate(lines[:_LINES]):
        start, stop = _inside(text, start, stop)
        if stop - start > _LONG:
            return None
        if (found := _of_line(text, start, stop)) and not _runs_on(text, stop, lines[k + 1 :]):
            return found.value
        line = text[start:stop]
        if _CLOSED.match(line) or _SENTENCE.match(line):
            return None
    return None


def foot(text: str) -> str | None:
    """The day in the last line, where that says no more than when and where it was written."""
    begin = max(0, len(text) - _FOOT)
    lines = [m for m in _LINE.finditer(text, begin) if m[0].strip(_MARKS)]
    if len(lines) < 2 or lines[-1].start() == begin:
        return None
    start, stop = _inside(text, lines[-1].start(), lines[-1].end())
    if stop - start > _LONG // 2:
        return None
    found = _of_line(text, start, stop)
    if found is None:
        return None
    if not _MADE_BEFORE.search(text, start, found.start):
        signed = lines[-2][0].strip(_MARKS)
        alone = found.start == start and (len(signed) > 60 or signed.endswith((".", "!", "?")))
        if alone or not only_date(text, start, stop):
            return None
    return found.value


def tells_another(before: str) -> bool:
    """Whether the words before a date make it another than the document's: "Next meeting:"."""
    return bool(_OTHER.search(before) or _OTHER_LABEL.search(before))


def _inside(text: str, start: int, stop: int) -> tuple[int, int]:
    """The stretch of a line without the marks of its markup."""
    line = text[start:stop]
    return start + len(line) - len(line.lstrip(_MARKS)), stop - len(line) + len(line.rstrip(_MARKS))


def _of_line(text: str, start: int, stop: int) -> Date | None:
    found = find_dates(text, start, stop, None)
    days = [d for d in found if parse_day(d.value) and _YEAR.search(text, d.start, d.end)]
    if len(days) != 1:
        return None
    (day,) = days
    before, after = text[start : day.start], text[day.end : stop]
    if _FINITE.search(before) or _FINITE.search(after) or not _BEFORE.search(before):
        return None
    if before and not (before[0].isupper() or before[0] in "@0123456789" or "," in before):
        return None
    if tells_another(before) or (before.rstrip().endswith(":") and not _LABEL.match(before)):
        return None
    made = _MADE_BEFORE.search(before)
    if not made and not (_AFTER.match(after) and _GOES_ON.match(after)):
        return None
    return day


def _runs_on(text: str, stop: int, rest: list[tuple[int, int]]) -> bool:
    """Whether the line is the first of a wrapped sentence."""
    if not rest or text[stop : rest[0][0]].count("\n") > 1:
        return False
    return text[rest[0][0] : rest[0][1]].lstrip(_MARKS)[:1].islower()
