"""Reading the lines at the head of a text: front matter, fields, title, date line, dateline."""

from __future__ import annotations

import re

from tui.core.document import Span
from tui.core.language.date_patterns import WEEKDAYS
from tui.core.language.date_values import parse_day
from tui.core.language.dateline import dateline
from tui.core.language.dates import find_dates
from tui.core.language.header_dates import Header, first_date, only_date, take
from tui.core.language.headline import BYLINE, UNDERLINE, is_title
from tui.core.language.imprint import foot, imprint, tells_another

HEAD = 2000
"""How many characters are searched."""
_LINES = 8
"""How many lines may precede the prose."""

_DATE_KEYS = frozenset(
    "date|dated|published|posted|issued|released|created|sent|publication date|date published"
    "|published on|published at|posted on|pubdate|publish date|release date|first published".split(
        "|"
    )
)
_TITLE_KEYS = frozenset(("title", "headline", "subject"))
_OTHER_KEYS = frozenset(
    "from|to|cc|bcc|author|authors|by|byline|source|publisher|publication|url|link|section"
    "|category|categories|tags|keywords|copyright|language|lang|edition|page|location|dateline"
    "|updated|last updated|modified|last modified|message-id|mime-version|content-type|received"
    "|return-path|reply-to|sender|organization|newsgroups|lines|references|in-reply-to"
    "|content-transfer-encoding|length|word count|id|doc id|document id|slug|contact|status".split(
        "|"
    )
)
_FIELD = re.compile(
    r"[ \t]*(?:[-*] )?\*{0,2}(?P<key>[A-Za-z][\w-]*(?: [A-Za-z]+)?)\*{0,2}\s?[:=]\*{0,2}"
    r"(?:[ \t]+|$)(?P<value>.*)"
)
_INLINE_DATE = re.compile(
    r"[\s\ufeff]*(?P<key>[A-Za-z]+(?: (?:on|at|date|published))?)\s*[:=]?\s+(?=[0-9A-Z])"
)
_FRONT_KEY = re.compile(r"(?P<key>[A-Za-z_][\w -]*):[ \t]*(?P<value>.*)")
_HEADING = re.compile(r" {0,3}#{1,2}[ \t]+(?P<title>\S.*?)(?:[ \t]+#+)?[ \t]*$")
_NOTICE = re.compile(
    r"(?:for immediate release|press release|news release|media release|embargoed\b.*|exclusive"
    r"|breaking(?: news)?|updated?|opinion|editorial)[ :.!]*$",
    re.I,
)


def read_header(text: str) -> Header:
    """Title, date and metadata from the first 2,000 characters of `text`."""
    header = Header()
    end = min(len(text), HEAD)
    at = _front_matter(text, end, header) or _fields(text, end, header)
    at = at or _inline_date(text, end, header)
    _head_lines(text, at, end, header)
    if header.date is None and header.day is None:
        header.date = imprint(text, at, end) or foot(text)
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


def _is_key(word: str) -> bool:
    low = word.lower()
    return low in _DATE_KEYS or low in _TITLE_KEYS or low in _OTHER_KEYS or low.startswith("x-")


def _note(key: str, value: str, header: Header) -> None:
    """Take a title or a date from a field."""
    key, value = key.strip().lower(), value.strip().strip("*").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    if key in _TITLE_KEYS and value and header.title is None:
        header.title = re.sub(r"^(?:(?:re|fwd?)\s*:\s*)+", "", value, flags=re.I) or None
    elif key in _DATE_KEYS:
        take(first_date(value), header)


def _fields(text: str, end: int, header: Header) -> int:
    """Lines of `Key: value` at the very top, as mails and archives have them."""
    at = re.compile(r"[\s\ufeff]*").match(text, 0, end).end()  # type: ignore[union-attr]
    start, stop, keys = at, 0, []
    values: list[tuple[str, str]] = []
    for line in re.compile(r"(?P<line>[^\r\n]*)(?P<newline>\r?\n|$)").finditer(text, at, end):
        content = line["line"]
        found = _FIELD.match(content)
        if found and _is_key(found["key"]):
            values.append((found["key"], found["value"]))
            keys.append(found["key"].lower())
            stop = line.end("line")
        elif values and content[:1] in (" ", "\t") and content.strip() and len(content) < 100:
            values[-1] = (values[-1][0], f"{values[-1][1]} {content.strip()}")
            stop = line.end("line")
        else:
            break
    named = [k for k in keys if k in _DATE_KEYS or k in _TITLE_KEYS]
    if not values or not (named or {"from", "to"} <= set(keys)):
        return 0
    if len(values) == 1 and len(values[0][1]) > 160:
        return 0
    if len(values) == 1 and keys[0] in _DATE_KEYS and first_date(values[0][1])[0]:
        value = values[0][1].strip()
        if not only_date(value, 0, len(value)):
            return 0  # the date begins a line of prose: the inline form
    for key, value in values:
        _note(key, value, header)
    header.metadata.append(Span(start, stop))
    return stop


def _inline_date(text: str, end: int, header: Header) -> int:
    """` date 2023-01-23 ` before the prose, on its line."""
    key = _INLINE_DATE.match(text, 0, end)
    if not key or key["key"].lower() not in _DATE_KEYS:
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
        if _NOTICE.match(line) or UNDERLINE.match(line):
            continue
        if len(line) < 100 and (dates := only_date(text, start, stop)):
            take(first_date(text[start:stop]), header)
            if dates:
                header.metadata.append(Span(start, stop))
            continue
        if len(line) <= 100 and BYLINE.match(line):
            header.metadata.append(Span(start, stop))
            continue
        if dateline(text, start, stop, end, header):
            return
        if titled or not whole or not is_title(text, lines, k):
            return
        header.title, titled = line.strip("*_ "), True
        take((_trailing_date(text, start, stop), None), header)


def _trailing_date(text: str, start: int, stop: int) -> str | None:
    """The date a headline ends in, set off from it: `… - April 18, 2002`."""
    dates = find_dates(text, start, stop, None)
    if not dates or dates[-1].end < stop - 1 or not parse_day(dates[-1].value):
        return None
    before = text[start : dates[-1].start].rstrip()
    set_off = before[-1:] in tuple("-–—|,(•·:") or text[dates[-1].start :][:3].lower() in WEEKDAYS
    return dates[-1].value if before and set_off and not tells_another(before) else None
