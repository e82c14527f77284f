"""Reading the lines at the head of a text: front matter, fields, title, date line, dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.core.document import Span
from tui.core.language.date_patterns import MONTHS, WEEKDAYS
from tui.core.language.date_values import day_value, parse_day
from tui.core.language.dates import find_dates
from tui.core.model import Date

HEAD = 2000
"""How many characters are searched."""
_LINES = 8
"""How many lines may precede the prose."""

_DATE_KEYS = (
    "date|dated|published|posted|issued|released|created|sent|publication date|date published"
    "|published on|published at|posted on|pubdate|publish date|release date|first published"
)
_TITLE_KEYS = "title|headline|subject"
_OTHER_KEYS = (
    "from|to|cc|bcc|author|authors|by|byline|source|publisher|publication|url|link|section"
    "|category|categories|tags|keywords|copyright|language|lang|edition|page|location|dateline"
    "|updated|last updated|modified|last modified|message-id|mime-version|content-type|received"
    "|return-path|reply-to|sender|organization|newsgroups|lines|references|in-reply-to|x-mailer"
    "|content-transfer-encoding|length|word count|id|doc id|document id|slug|contact|status"
)
_FIELD = re.compile(
    rf"[ \t]*(?:[-*] )?\*{{0,2}}(?P<key>{_DATE_KEYS}|{_TITLE_KEYS}|{_OTHER_KEYS}|X-[\w-]+)\*{{0,2}}"
    r"\s?[:=]\*{0,2}(?:[ \t]+|$)(?P<value>.*)",
    re.I,
)
_INLINE_DATE = re.compile(rf"[\s\ufeff]*(?P<key>{_DATE_KEYS})\s*[:=]?\s+(?=[0-9A-Z])", re.I)
_FRONT_KEY = re.compile(r"(?P<key>[A-Za-z_][\w -]*):[ \t]*(?P<value>.*)")
_HEADING = re.compile(r" {0,3}#{1,2}[ \t]+(?P<title>\S.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"[ \t]*(?:={3,}|-{3,}|~{3,}|\*{3,})[ \t]*$")
_NOTICE = re.compile(
    r"(?:for immediate release|press release|news release|media release|embargoed\b.*|exclusive"
    r"|breaking(?: news)?|updated?|opinion|editorial)[ :.!]*$",
    re.I,
)
_BYLINE = re.compile(
    r"(?:By|BY)[ :]\s*[A-Z][\w.'’-]*(?:\s+(?:and|AND|&|de|van|von|der|bin|al|[A-Z][\w.'’-]*))*"
    r"(?:\s*(?:,|\||•|-|—|–|/)\s*[A-Z][^.!?\n]{0,60})?$"
)
_LEFT_OVER = re.compile(
    r"\b(?:" + _DATE_KEYS + r"|updated|last|modified|at|on|as of|the|of|and|from"
    r"|mon|tues?|wed|thur?s?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|[ap]\.?m\.?|e[sd]?t|p[sd]?t|c[sd]?t|m[sd]t|gmt|utc|bst|ist|cest|cet|eest|eet|msk|hkt|jst|kst|aest|z|local|time|hrs?|hours)\b"
    r"|[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2})?|[+-][0-9]{2}:?[0-9]{2}|[\W_]",
    re.I,
)
_PLACE_BEFORE = re.compile(r"[A-ZÀ-Þ][\w.'’ -]{1,28},\s*$")
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
_OPEN_END = frozenset(
    "a an and the of to in on at by for from with as or but that which who is was are were be"
    " has had have his her their its this these those into than".split()
)
_GREETING = re.compile(r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))\b", re.I)
_NUMBERED = re.compile(r"\(?[0-9a-z]{1,2}[.)] ")
_TWO_SENTENCES = re.compile(r"[a-z]{2,}[.!?][\"”’]? [A-Z]")
_FINAL = ".:;,!…"


@dataclass(slots=True)
class Header:
    """What the head of a text says: `day` is the (month, day) of a date without its year."""

    title: str | None = None
    date: str | None = None
    day: tuple[int, int] | None = None
    metadata: list[Span] = field(default_factory=list)


def read_header(text: str) -> Header:
    """Title, date and metadata from the first 2,000 characters of `text`."""
    header = Header()
    end = min(len(text), HEAD)
    at = _front_matter(text, end, header) or _fields(text, end, header)
    at = at or _inline_date(text, end, header)
    _head_lines(text, at, end, header)
    return header


def _front_matter(text: str, end: int, header: Header) -> int:
    """A block between `---` lines, as Markdown has it; the end of it, or 0."""
    start = 1 if text.startswith("\ufeff") else 0
    if not text.startswith("---", start):
        return 0
    block = re.compile(r"---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
    found = block.match(text, start, end)
    if not found:
        return 0
    lines = found["body"].splitlines()
    pairs = [pair for line in lines if (pair := _FRONT_KEY.match(line))]
    if not pairs:
        return 0
    for pair in pairs:
        _note(pair["key"], pair["value"], header)
    header.metadata.append(Span(start, found.end()))
    return found.end()


def _note(key: str, value: str, header: Header) -> None:
    """Take a title or a date from a field."""
    key, value = key.strip().lower(), value.strip().strip("*").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    if key in _TITLE_KEYS.split("|") and value and header.title is None:
        header.title = re.sub(r"^(?:(?:re|fwd?)\s*:\s*)+", "", value, flags=re.I) or None
    elif key in _DATE_KEYS.split("|"):
        _take(_first_date(value), header)


def _first_date(value: str) -> tuple[str | None, tuple[int, int] | None]:
    """The first full date in `value`, or the month and day where it has no year."""
    for found in find_dates(value, 0, len(value), None):
        if parse_day(found.value) and found.value:
            return found.value, None
        if day := _month_day(value[found.start : found.end]):
            return None, day
    return None, None


def _month_day(words: str) -> tuple[int, int] | None:
    """`Jan. 24` and `24th of January` as (1, 24)."""
    figures = re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", words)
    months = [w.lower() for w in re.findall(r"[A-Za-z]+", words) if w.lower() in MONTHS]
    if len(figures) != 1 or len(months) != 1:
        return None
    # A leap year has every day there is.
    month, day = MONTHS[months[0]], int(figures[0])
    return (month, day) if day_value(2000, month, day) else None


def _take(found: tuple[str | None, tuple[int, int] | None], header: Header) -> None:
    if header.date is None and header.day is None:
        header.date, header.day = found


def _fields(text: str, end: int, header: Header) -> int:
    """Lines of `Key: value` at the very top, as mails and archives have them."""
    at = re.compile(r"[\s\ufeff]*").match(text, 0, end).end()  # type: ignore[union-attr]
    start, stop, keys = at, 0, []
    values: list[tuple[str, str]] = []
    for line in re.compile(r"(?P<line>[^\r\n]*)(?P<newline>\r?\n|$)").finditer(text, at, end):
        content = line["line"]
        found = _FIELD.match(content)
        if found:
            values.append((found["key"], found["value"]))
            keys.append(found["key"].lower())
            stop = line.end("line")
        elif values and content[:1] in (" ", "\t") and content.strip() and len(content) < 100:
            values[-1] = (values[-1][0], f"{values[-1][1]} {content.strip()}")
            stop = line.end("line")
        else:
            break
    named = [k for k in keys if k in _DATE_KEYS.split("|") or k in _TITLE_KEYS.split("|")]
    if not values or not (named or {"from", "to"} <= set(keys)):
        return 0
    if len(values) == 1 and len(values[0][1]) > 160:
        return 0
    if len(values) == 1 and keys[0] in _DATE_KEYS.split("|") and _first_date(values[0][1])[0]:
        value = values[0][1].strip()
        if not _only_date(value, 0, len(value)):
            return 0  # the date begins a line of prose: the inline form
    for key, value in values:
        _note(key, value, header)
    header.metadata.append(Span(start, stop))
    return stop


def _inline_date(text: str, end: int, header: Header) -> int:
    """` date 2023-01-23 ` before the prose, on its line."""
    key = _INLINE_DATE.match(text, 0, end)
    if not key:
        return 0
    found = next(iter(find_dates(text, key.end(), min(end, key.end() + 60), None)), None)
    if found is None or found.start != key.end() or not parse_day(found.value):
        return 0
    stop = found.end
    time = re.compile(r"(?:,?\s(?:at\s)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[AaPp]\.?[Mm]\.?)?)")
    if later := time.match(text, stop, end):
        stop = later.end()
    header.date = found.value
    header.metadata.append(Span(key.start("key"), stop))
    return stop


def _head_lines(text: str, at: int, end: int, header: Header) -> None:
    """Title, date lines and bylines down to the first line of prose, and its dateline."""
    lines = [
        (m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip()))
        for m in re.compile(r"[^\r\n]+").finditer(text, at, end)
        if m[0].strip(" \t\ufeff")
    ]
    titled = header.title is not None
    for k, (start, stop) in enumerate(lines[:_LINES]):
        line = text[start:stop]
        whole = stop < end or end == len(text)
        heading = _HEADING.match(line)
        if heading and whole:
            if not titled:
                header.title, titled = heading["title"].strip("*_ "), True
            continue
        if _NOTICE.match(line) or _UNDERLINE.match(line):
            continue
        if len(line) < 100 and (dates := _only_date(text, start, stop)):
            _take(_first_date(text[start:stop]), header)
            if dates:
                header.metadata.append(Span(start, stop))
            continue
        if len(line) <= 100 and _BYLINE.match(line):
            header.metadata.append(Span(start, stop))
            continue
        if _dateline(text, start, stop, end, header):
            return
        if titled or not whole or not _is_title(text, lines, k):
            return
        header.title, titled = line.strip("*_ "), True
        _take((_trailing_date(text, start, stop), None), header)


def _only_date(text: str, start: int, stop: int) -> tuple[Date, ...]:
    """The dates of a line that holds nothing else; empty where it does, or none is a day."""
    dates = find_dates(text, start, stop, None)
    days = [d for d in dates if parse_day(d.value) or _month_day(text[d.start : d.end])]
    if not days:
        return ()
    rest, at = "", start
    for d in dates:
        rest, at = rest + text[at : d.start], d.end
    rest += text[at:stop]
    if _PLACE_BEFORE.match(text, start, days[0].start) and days[-1].end >= stop - 1:
        return dates
    return dates if not _LEFT_OVER.sub("", rest).strip() else ()


def _trailing_date(text: str, start: int, stop: int) -> str | None:
    """The date a headline ends in, set off from it: `… - April 18, 2002`."""
    dates = find_dates(text, start, stop, None)
    if not dates or dates[-1].end < stop - 1 or not parse_day(dates[-1].value):
        return None
    before = text[start : dates[-1].start].rstrip()
    set_off = before[-1:] in tuple("-–—|,(•·:") or text[dates[-1].start :][:3].lower() in WEEKDAYS
    return dates[-1].value if before and set_off else None


def _dateline(text: str, start: int, stop: int, end: int, header: Header) -> bool:
    """Take the dateline at the start of a line of prose; whether there is one."""
    lead = _AGENCY_LEAD.match(text, start, end)
    if lead and (lead["dash"] or lead["agency"].isupper() or "." in lead["agency"]):
        header.metadata.append(Span(start, start + len(lead[0].rstrip())))
        return True
    place = _PLACES.match(text, start, stop)
    if place and _is_place(place[0]):
        dates = find_dates(text, place.end(), min(stop, place.end() + 60), None)[:1]
        if dates and _TO_DATE.fullmatch(text, place.end(), dates[0].start):
            seen = _first_date(text[dates[0].start : dates[0].end])
            after = _AFTER_DATE.match(text, dates[0].end, end)
            if after and seen != (None, None) and _begins_prose(text, after.end(), stop):
                _take(seen, header)
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
    value, day = _first_date(mixed["dated"])
    dated = find_dates(text, *mixed.span("dated"), None)
    if not dated or (value is None and day is None):
        return False
    if dated[0].start != mixed.start("dated") or dated[-1].end < mixed.end("dated"):
        return False
    _take((value, day), header)
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


def _is_title(text: str, lines: list[tuple[int, int]], k: int) -> bool:
    """Whether a line looks like a headline: short, unpunctuated, and prose comes after it."""
    start, stop = lines[k]
    line = text[start:stop]
    words = line.split()
    if k + 1 >= len(lines) or not 2 <= len(words) <= 22 or len(line) > 140:
        return False
    if not (line[0].isupper() or line[0] in "\"“‘'«" or line[0].isdigit()):
        return False
    if (
        _GREETING.match(line)
        or _TWO_SENTENCES.search(line)
        or re.match(r"\(?[0-9a-z]{1,2}[.)] ", line)
    ):
        return False
    if words[-1].lower().strip("\"”’'") in _OPEN_END or "|" in line[:1] or line.count("\t"):
        return False
    next_start, next_stop = lines[k + 1]
    gap = text[stop:next_start].count("\n") > 1
    following = text[next_start:next_stop]
    if line[-1] in _FINAL:
        return line[-1] in ".!" and gap and _is_title_case(words)
    if _UNDERLINE.match(following) or _BYLINE.match(following):
        return True
    if len(following) < 100 and _only_date(text, next_start, next_stop):
        return True
    if not (following[0].isupper() or not following[0].isalpha()):
        return False
    if gap:
        return (any(c.islower() for c in following) and len(following) > 40) or len(lines) > k + 2
    # Without a blank line this may be verse or wrapped prose: what follows must be a paragraph.
    if line[-1] == "?":
        return False
    if len(words) < 3:
        # The name of what the text is about, which then begins with it.
        opening = following[:100].split()
        return len(following) > 100 and all(w in opening for w in words)
    return len(following) > 100 or (following[-1] in '.!?”"’' and len(following) > 30)


def _is_title_case(words: list[str]) -> bool:
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)
