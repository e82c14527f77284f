"""What the head of a document has said so far, and the dates its lines hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.core.document import Span
from tui.core.language.date_patterns import MONTHS
from tui.core.language.date_values import day_value, parse_day
from tui.core.language.dates import find_dates
from tui.core.model import Date

_LEFT_OVER = frozenset(
    "published posted issued released created sent date dated publication pubdate publish release"
    " first updated last modified at on as of the and from mon tue tues wed thu thur thurs fri sat"
    " sun monday tuesday wednesday thursday friday saturday sunday am pm a p m et est edt pt pst"
    " pdt ct cst cdt mst mdt gmt utc bst ist cet cest eet eest msk hkt jst kst aest z local time"
    " hr hrs h hours".split()
)
_LEFT_TIME = re.compile(r"[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2})?|[+-][0-9]{2}:?[0-9]{2}")
_PLACE_BEFORE = re.compile(r"[A-ZÀ-Þ][\w.'’ -]{1,28},\s*$")


@dataclass(slots=True)
class Header:
    """What the head of a text says: `day` is the (month, day) of a date without its year."""

    title: str | None = None
    date: str | None = None
    day: tuple[int, int] | None = None
    metadata: list[Span] = field(default_factory=list)


def take(found: tuple[str | None, tuple[int, int] | None], header: Header) -> None:
    if header.date is None and header.day is None:
        header.date, header.day = found


def first_date(value: str) -> tuple[str | None, tuple[int, int] | None]:
    """The first full date in `value`, or the month and day where it has no year."""
    for found in find_dates(value, 0, len(value), None):
        if parse_day(found.value) and found.value:
            return found.value, None
        if day := month_day(value[found.start : found.end]):
            return None, day
    return None, None


def month_day(words: str) -> tuple[int, int] | None:
    """`Jan. 24` and `24th of January` as (1, 24)."""
    figures = re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", words)
    months = [w.lower() for w in re.findall(r"[A-Za-z]+", words) if w.lower() in MONTHS]
    if len(figures) != 1 or len(months) != 1:
        return None
    # A leap year has every day there is.
    month, day = MONTHS[months[0]], int(figures[0])
    return (month, day) if day_value(2000, month, day) else None


def only_date(text: str, start: int, stop: int) -> tuple[Date, ...]:
    """The dates of a line that holds nothing else; empty where it does, or none is a day."""
    dates = find_dates(text, start, stop, None)
    days = [d for d in dates if parse_day(d.value) or month_day(text[d.start : d.end])]
    if not days:
        return ()
    placed = _PLACE_BEFORE.match(text, start, days[0].start)
    rest, at = "", days[0].start if placed else start
    for d in dates:
        rest, at = rest + text[at : d.start], max(at, d.end)
    rest = _LEFT_TIME.sub(" ", rest + text[at:stop]).lower()
    left = re.findall(r"[^\W_]+", rest)
    return dates if _LEFT_OVER.issuperset(left) else ()
