"""Dates and times in text, resolved to ISO 8601 where the text and its own date allow it.

Values are described in `date_values`. A date without its year is the last one before the
document's date (or up to a week after it), the next one where the words before it look ahead
("will meet on", "scheduled for"); in the past that a passage tells of, it follows the date told
before. Times of day are dates too, with the value `T17:50`. Feasts, Roman days and regnal years
are recognised and left without a value, unless a year makes them one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tui.core.language import date_patterns as pattern
from tui.core.language import identifiers
from tui.core.language.counted import counted_after
from tui.core.language.date_patterns import MONTHS, ORDINALS, WEEKDAYS
from tui.core.language.date_values import (
    Verdict,
    closest_day,
    compare_dates,
    day_value,
    nearest_day,
    nearest_month,
    nearest_weekday,
    parse_day,
    shift,
    shift_day,
    week_value,
    year_value,
)
from tui.core.language.numbers import read_number
from tui.core.language.units import unit_after
from tui.core.model import Date

__all__ = ["Verdict", "compare_dates", "find_dates"]

_SCAN = re.compile(r"[0-9]+|[A-Za-z]+")
_FIGURES = re.compile(r"[0-9.,:/-]*")
_WHICH = frozenset(
    "last past this next coming following previous preceding same that current".split()
)
_SEASONS = frozenset("spring summer autumn fall winter".split())
_SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NAMES_TOO = frozenset("may march april june august mar jan dec sep".split())
"""Months that are also people's names or other words."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """The month and day (either may be unknown) of a date whose year the context must tell."""

    month: int
    day: int | None


def find_dates(
    text: str, start: int, end: int, reference: str | None, anchor: str | None = None
) -> tuple[Date, ...]:
    """The dates in `text[start:end]`, in text order, none overlapping another.

    `reference` is the document's own date (ISO 8601; without a day it resolves nothing), which
    "yesterday" and "on Tuesday" are read against. `anchor` is the date told before `start`, for
    "the following day"; dates found on the way take its place. Where there is no reference,
    days without a year follow the anchor.
    """
    finder = _Finder(text, start, end, parse_day(reference), anchor)
    position = start
    for hit in _SCAN.finditer(text, start, end):
        at = hit.start()
        if at < position:
            continue
        word = hit[0]
        if word[0] <= "9":
            stop = finder.figures(at)
        else:
            kind = _KINDS.get(word)
            if kind is None:
                continue
            stop = getattr(finder, kind)(at, word)
        if stop is not None:
            position = stop
    return tuple(finder.found)


class _Finder:
    """Collects the dates of one stretch of text; its methods return where to go on, or None."""

    def __init__(
        self, text: str, start: int, end: int, reference: date | None, anchor: str | None
    ) -> None:
        self.text, self.start, self.end, self.reference = text, start, end, reference
        self.anchor = anchor
        self.anchored_at = start
        self.found: list[Date] = []

    def add(self, start: int, end: int, value: str | None) -> int:
        """Keep a date; a resolved one is what a later "the following day" follows."""
        if start < self.start or end > self.end or end <= start:
            return end
        while self.found and self.found[-1].end > start:
            self.found.pop()
        self.found.append(Date(start, end, value))
        if value is not None and value[0] != "T" and value[-1] != "X":
            self.anchor, self.anchored_at = value, end
        return end

    # Figures

    def figures(self, at: int) -> int | None:
        text, end = self.text, self.end
        before = text[at - 1] if at else " "
        if (
            before.isalnum()
            or before in "_#@$€£¥/:.=&"
            or (before in "-–," and _digit(text, at - 2))
        ):
            run = _FIGURES.match(text, at, end)
            return run.end() if run else None
        if iso := pattern.ISO.match(text, at, end):
            value = day_value(int(iso["year"]), int(iso["month"]), int(iso["day"]))
            return self.add(at, iso.end(), value) if value else iso.end()
        if found := _of_month(pattern.DAY_FIRST.match(text, at, end)):
            return self._day_first(found)
        if found := pattern.NUMERIC.match(text, at, end):
            return self._numeric(found)
        if found := pattern.CLOCK.match(text, at, end):
            return self._clock(found)
        if found := pattern.CLOCK_FROM.match(text, at, end):
            return self.add(at, found.end(), _time(found["hour"], found["minute"], found["half"]))
        if found := pattern.ERA_AFTER.match(text, at, end):
            year = int(found["year"])
            return self.add(at, found.end(), year_value(1 - year if found["before"] else year))
        if not (_digit(text, at + 3) and text[at + 3 : at + 4]):
            return None
        if found := pattern.DECADE.match(text, at, end):
            return self.add(at, found.end(), found["decade"] + "X")
        if found := pattern.COMPACT.match(text, at, end):
            value = day_value(int(found["year"]), int(found["month"]), int(found["day"]))
            return self.add(at, found.end(), value) if value else found.end()
        if found := pattern.YEARS.match(text, at, end):
            return self._years(found)
        if pattern.YEAR.match(text, at, end):
            return self._year(at)
        return None

    def _day_first(self, found: re.Match[str]) -> int:
        """`23 January 2023`, `23rd of January`, `23-25 January`."""
        month = _month(found["month"])
        start, end = found.span()
        if found["month"].lower() == "may" and not found["year"] and " of " not in found[0]:
            # "The 12 May attend": a verb in a title; the day alone proves nothing.
            following = self.text[end : end + 1]
            if following == " " and re.match(
                r" (?:not |be |have |also )", self.text[end : end + 6]
            ):
                return end
        other = found["to"] or found["and"]
        if other:
            first = self._in_year(month, int(found["day"]), found)
            self.add(start, start + len(found["day"]), first)
            return self.add(
                found.start("to" if found["to"] else "and"),
                self._trim(end, found),
                self._in_year(month, int(other), found),
            )
        if not 1 <= int(found["day"]) <= 31:
            return found.start("month")
        return self.add(
            start, self._trim(end, found), self._in_year(month, int(found["day"]), found)
        )

    def _trim(self, end: int, found: re.Match[str]) -> int:
        """Leave the full stop of a sentence that ends in a month out of the date."""
        full = len(found["month"].rstrip(".")) > 4 or found["month"].lower() == "may."
        if found["month"].endswith(".") and end == found.end("month") and full:
            return end - 1
        return end

    def _in_year(self, month: int, day: int, found: re.Match[str]) -> str | None:
        groups = found.groupdict()
        if groups.get("year"):
            return day_value(int(groups["year"]), month, day)
        if groups.get("yearly"):
            year = self._year_word(groups["yearly"].lower())
            return day_value(year, month, day) if year is not None else None
        return self._resolve(_Cut(month, day), found.start())

    def _year_word(self, word: str) -> int | None:
        steps = {"last": -1, "this": 0, "next": 1}
        if word in steps:
            return self.reference.year + steps[word] if self.reference else None
        if not self.anchor or not self.anchor[:4].isdigit():
            return None
        return int(self.anchor[:4]) + {"the following": 1, "the previous": -1}.get(word, 0)

    def _resolve(self, cut: _Cut, at: int) -> str | None:
        """The full value of a day or month whose year is not said."""
        told = parse_day(self.anchor) if self.anchor else None
        year = self.anchor[:4] if self.anchor and self.anchor[:4].isdigit() else None
        narrated = (
            year is not None
            and (self.reference is None or abs(self.reference.year - int(year)) > 1)
            and at - self.anchored_at < 600
        )
        if narrated or self.reference is None:
            if year is None:
                return None
            if cut.day is None:
                return f"{year}-{cut.month:02d}"
            if told is not None:
                return closest_day(cut.month, cut.day, told)
            return day_value(int(year), cut.month, cut.day)
        forward = self._looks_ahead(at)
        if cut.day is None:
            return nearest_month(cut.month, self.reference, forward)
        return nearest_day(cut.month, cut.day, self.reference, forward)

    def _looks_ahead(self, at: int) -> bool:
        """Whether the words before `at` in its sentence are about what is to come."""
        window = self.text[max(0, at - 120) : at]
        for stop in pattern.SENTENCE_END.finditer(window):
            last = stop.end()
            window = " " * last + window[last:]
        ahead = [m.end() for m in pattern.FORWARD.finditer(window)]
        if not ahead:
            return False
        return not pattern.PAST.search(window, ahead[-1])

    def _numeric(self, found: re.Match[str]) -> int:
        """`1/23/2023`, `23.01.2023`: the joint, the figures or the reference tell the order."""
        a, b, joint = int(found["a"]), int(found["b"]), found["joint"]
        if len(found["year"]) == 2 and joint != "/":
            return found.end()
        year = int(found["year"])
        if len(found["year"]) == 2:
            this = self.reference.year if self.reference else 2049
            year += 2000 if 2000 + year <= this + 1 else 1900
        month_first, day_first = day_value(year, a, b), day_value(year, b, a)
        if joint == ".":
            value = day_first or month_first
        elif month_first == day_first or not (month_first and day_first):
            value = month_first or day_first
        else:
            near = [
                v
                for v in (month_first, day_first)
                if self.reference and -31 <= (self.reference - _day(v)).days + 7 <= 45
            ]
            value = near[0] if len(near) == 1 else year_value(year)
        if value is None or (len(found["year"]) == 4 and not 1000 <= year <= 2200):
            return found.end()
        return self.add(found.start(), found.end(), value)

    def _clock(self, found: re.Match[str]) -> int | None:
        text, start, end = self.text, found.start(), found.end()
        if found["oclock"]:
            hour = int(found["oclock"])
            part = pattern.IN_THE.match(text, end, self.end)
            if part is None and not text.endswith("clock", 0, end):
                return None
            if part and part["part"] != "morning" and hour < 12:
                hour += 12
            return self.add(start, part.end() if part else end, _time(str(hour), None, None))
        if found["hour"]:
            value = _time(found["hour"], found["minute"], found["half"])
            zoned = found["gmt"]
        elif found["hour24"]:
            cued = end > found.end("minute24") or pattern.CLOCK_CUE.search(
                text, max(0, start - 12), start
            )
            if not cued and len(found["hour24"]) < 2:
                return end
            if not cued and not re.match(
                r"\s+(?:on|in the|today|yesterday)\b", text[end : end + 12]
            ):
                return end
            value, zoned = _time(found["hour24"], found["minute24"], None), found["gmt24"]
        else:
            value, zoned = _time(found["hour4"], found["minute4"], None), found["gmt4"]
        if value is None:
            return end
        return self.add(start, end, value + "Z" if zoned else value)

    def _years(self, found: re.Match[str]) -> int | None:
        """`1914-18`, `1939–1945`, `2022/23`."""
        first, last = int(found["from"]), found["to"]
        second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if not first < second < first + 200 or second > 2200 or first < 1000:
            return found.end()
        if identifiers.is_named(self.text, found.start()):
            return found.end()
        self.add(found.start(), found.end("from"), year_value(first))
        return self.add(found.start("to"), found.end(), year_value(second))

    def _year(self, at: int) -> int | None:
        text, end = self.text, at + 4
        value = int(text[at:end])
        if not 1000 <= value <= 2100 or identifiers.is_named(text, at):
            return None
        if text[end : end + 1].isalpha() or text[end : end + 1] in ("%", "°", "+"):
            return None
        cue = pattern.YEAR_CUE.search(text, max(0, at - 12), at)
        if value < 1900 and not cue:
            return None
        unit = unit_after(text, end, self.end)
        if unit and unit[0] not in ("day", "month", "week"):
            return None
        counts = counted_after(text, end, self.end, True) is not None
        if counts and not identifiers.is_dated(text, at, end):
            # "After 1998 reforms came": a year; "killed 1998 people": a count.
            return None
        if not cue and identifiers.may_be_named(text, at):
            return None
        return self.add(at, end, year_value(value))

    # Words

    def month(self, at: int, word: str) -> int | None:
        text, end = self.text, self.end
        if text[at - 1 : at].isalnum() or text[at - 1 : at] == "-":
            return None
        if found := _of_month(pattern.MONTH_FIRST.match(text, at, end)):
            if 1 <= int(found["day"]) <= 31:
                return self._month_first(found)
        elif found := pattern.MONTH_YEAR.match(text, at, end):
            month = _month(found["month"])
            if found["year"]:
                return self._months(at, found.end(), year_value(int(found["year"])), month)
            year = self._year_word(found["yearly"].lower())
            return self._months(at, found.end(), None if year is None else f"{year:04d}", month)
        elif (found := pattern.DAY_WORD_AFTER.match(text, at, end)) and _nth(found["day"]):
            value = self._in_year(_month(found["month"]), ORDINALS[found["day"].lower()], found)
            return self.add(at, found.end(), value)
        found = pattern.DAY_WORD_BEFORE.search(text, max(self.start, at - 32), at)
        if found and _nth(found["day"]):
            value = self._resolve(_Cut(_month(word), ORDINALS[found["day"].lower()]), at)
            return self.add(found.start(), at + len(word), value)
        return self._lone_month(at, word)

    def _months(self, start: int, end: int, year: str | None, month: int) -> int:
        return self.add(start, end, None if year is None else f"{year}-{month:02d}")

    def _month_first(self, found: re.Match[str]) -> int:
        start, end = found.span()
        month = _month(found["month"])
        other = "to" if found["to"] else "and"
        if found[other]:
            self.add(start, found.end("day"), self._in_year(month, int(found["day"]), found))
            return self.add(found.start(other), end, self._in_year(month, int(found[other]), found))
        return self.add(start, end, self._in_year(month, int(found["day"]), found))

    def _lone_month(self, at: int, word: str) -> int | None:
        text, stop = self.text, at + len(word)
        named = word.lower() in _NAMES_TOO
        cue = pattern.LONE_NAME if named else pattern.LONE_MONTH
        if not cue.search(text, max(0, at - 12), at):
            return None
        if re.match(r" [A-Z]|['’]s|-", text[stop : stop + 2]):
            return None
        if named and re.match(r"\.? [A-Z0-9]", text[stop : stop + 3]):
            return None
        return self.add(at, stop, self._resolve(_Cut(_month(word), None), at))

    def weekday(self, at: int, word: str) -> int | None:
        text, end = self.text, self.end
        stop = at + len(word)
        if pattern.NOT_WEEKDAY.search(text, max(0, at - 12), at) or text[at - 1 : at].isalnum():
            return None
        rest = pattern.AFTER_WEEKDAY.match(text, stop, end)
        if rest:
            following = _of_month(pattern.MONTH_FIRST.match(text, rest.end(), end))
            following = following or _of_month(pattern.DAY_FIRST.match(text, rest.end(), end))
            if following:
                last = len(self.found)
                if following.re is pattern.DAY_FIRST:
                    position = self._day_first(following)
                else:
                    position = self._month_first(following)
                if len(self.found) > last:
                    first = self.found[last]
                    self.found[last] = Date(at, first.end, first.value)
                return position
        if len(word) < 4:
            return None  # "Sun", "Sat" and "Wed" are words too
        if pattern.NAMESAKE.match(text, stop):
            return None
        part = pattern.PART_OF_DAY.match(text, stop, end)
        value = None
        if self.reference:
            ahead = 1 if self._looks_ahead(at) else 0
            value = nearest_weekday(WEEKDAYS[word.lower()], self.reference, ahead)
        return self.add(at, part.end() if part else stop, value)

    def today(self, at: int, word: str) -> int | None:
        """`today`, `yesterday`, `tomorrow`, `tonight`."""
        text, stop = self.text, at + len(word)
        low = word.lower()
        if text[at - 1 : at].isalnum() or text[stop : stop + 1] == "-":
            return None
        if word == "Today" and text[at - 2 : at - 1].isalpha():
            return None  # a paper: "USA Today reported"
        days = {"yesterday": -1, "tomorrow": 1}.get(low, 0)
        earlier = pattern.DAY_BEFORE.match(text, max(self.start, at - 11), at)
        earlier = earlier or pattern.DAY_BEFORE.match(text, max(self.start, at - 10), at)
        start = at
        if earlier and days:
            days *= 2
            start = earlier.start()
        part = pattern.PART_OF_DAY.match(text, stop, self.end)
        value = shift_day(self.reference, days) if self.reference else None
        return self.add(start, part.end() if part else stop, value)

    def relative(self, at: int, word: str) -> int | None:
        """`last week`, `this morning`, `next Friday`, `the following day`, `the same year`."""
        text = self.text
        found = pattern.RELATIVE.match(text, at, self.end)
        if not found:
            return None
        which = word.lower()
        told = which in ("following", "previous", "preceding", "same", "that")
        the = pattern.THE.search(text, max(0, at - 6), at)
        if (
            the
            and which == "next"
            and (found["unit"] or "").lower()
            in (
                "day",
                "night",
                "morning",
                "evening",
                "afternoon",
            )
        ):
            told = True
        elif the and not told:
            return None
        elif not the and which in ("following", "previous", "preceding", "same"):
            return None
        start = the.start() if the else at
        if found["name"]:
            name = found["name"].rstrip(".").lower()
            if name in WEEKDAYS and len(name) > 3:
                return self._relative_weekday(found, which, start)
            return self._relative_month(found, which) if name in MONTHS else None
        return self.add(start, found.end(), self._relative_value(found, which, told))

    def _relative_value(self, found: re.Match[str], which: str, told: bool) -> str | None:
        step = {"last": -1, "past": -1, "previous": -1, "preceding": -1}.get(which, 0)
        step = 1 if which in ("next", "coming", "following") else step
        base = parse_day(self.anchor) if told and self.anchor else None if told else self.reference
        if found["season"]:
            year = base.year if base else None
            if year is not None and which in ("last", "past") and base:
                year -= base.month < _SEASON_MONTH[found["season"].lower()] + 3
            elif year is not None:
                year += which == "next" and base is not None and base.month > 6
            return year_value(year) if year is not None else None
        unit = found["unit"].lower()
        if base is None and told and self.anchor and unit == "year" and self.anchor[:4].isdigit():
            return year_value(int(self.anchor[:4]) + step)
        if base is None:
            return None
        if unit in ("night", "evening", "morning", "afternoon", "day"):
            return shift_day(base, step)
        if unit == "weekend":
            return week_value(base) if not step else shift(base, step, "week")
        if unit == "fortnight":
            return None
        if unit in ("decade", "century"):
            return None
        if step == 0:
            return {"week": week_value(base), "month": base.isoformat()[:7]}.get(
                unit, year_value(base.year)
            )
        return shift(base, step, unit)

    def _relative_weekday(self, found: re.Match[str], which: str, start: int) -> int:
        direction = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
        if which == "this" and self._looks_ahead(found.start()):
            direction = 1
        base = self.reference
        if which in ("following", "previous", "preceding"):
            base = parse_day(self.anchor)
            direction = 1 if which == "following" else -1
        day = WEEKDAYS[found["name"].rstrip(".").lower()]
        value = nearest_weekday(day, base, direction) if base else None
        part = pattern.PART_OF_DAY.match(self.text, found.end(), self.end)
        return self.add(start, part.end() if part else found.end(), value)

    def _relative_month(self, found: re.Match[str], which: str) -> int | None:
        month = _month(found["name"])
        end = found.end() - found["name"].endswith(".")
        base = self.reference
        if base is None:
            return self.add(found.start(), end, None)
        if which == "this":
            return self.add(found.start(), end, f"{base.year:04d}-{month:02d}")
        if which in ("next", "coming"):
            year = base.year + (month <= base.month)
        elif which in ("last", "past"):
            year = base.year - (month >= base.month)
        else:
            return None
        return self.add(found.start(), end, f"{year:04d}-{month:02d}")

    def counted(self, at: int, word: str) -> int | None:
        """`two days ago`, `a week earlier`, `three years later`."""
        text = self.text
        found = pattern.COUNTED.search(text, max(self.start, at - 48), at)
        if not found:
            return None
        stop = at + len(word)
        start, count = found.start(), None
        if found["count"]:
            number = read_number(text, found.start("count"), self.end)
            if found["count"].lower() in ("a", "an"):
                count = 1
            elif number is not None and number.value % 1 == 0:
                count = int(number.value)
            else:
                return None
        sign = 1 if word.lower() == "later" else -1
        base = self.reference if word.lower() == "ago" else parse_day(self.anchor)
        unit = found["unit"].lower()
        value = None
        if base and count is not None and unit not in ("minute", "hour"):
            value = shift(base, sign * count, unit)
        return self.add(start, stop, value)

    def day(self, at: int, word: str) -> int | None:
        """`the day before`, `the day after`, told from the date before."""
        found = pattern.DAY_BEFORE.match(self.text, at, self.end)
        the = pattern.THE.search(self.text, max(self.start, at - 6), at)
        if not found or found["yesterday"] or not the:
            return None
        after = self.text[found.end() : found.end() + 2]
        if after[:1] == " " and after[1:].isalpha():
            return None  # "the day after the vote" is told from the vote
        base = parse_day(self.anchor)
        step = 1 if found["which"].lower() == "after" else -1
        return self.add(the.start(), found.end(), shift_day(base, step) if base else None)

    # Old style

    def year(self, at: int, word: str) -> int | None:
        """`in the year 827`, `the third year of the reign of X`."""
        text, end = self.text, self.end
        if found := pattern.YEAR_OF.match(text, at, end):
            return self.add(found.start("year"), found.end(), year_value(int(found["year"])))
        lead = pattern.REGNAL.search(text, max(self.start, at - 24), at)
        reign = pattern.REIGN.match(text, at, end) if lead else None
        if lead and reign and (_nth(lead["nth"]) or lead["nth"].lower() == "same"):
            return self.add(lead.start(), reign.end(), None)
        return None

    def era(self, at: int, word: str) -> int | None:
        found = pattern.ERA_BEFORE.match(self.text, at, self.end)
        if not found or self.text[at - 1 : at].isalnum():
            return None
        return self.add(at, found.end(), year_value(int(found["year"])))

    def season(self, at: int, word: str) -> int | None:
        found = pattern.SEASON_YEAR.match(self.text, at, self.end)
        return self.add(at, found.end(), year_value(int(found["year"]))) if found else None

    def century(self, at: int, word: str) -> int | None:
        nth = pattern.CENTURY_NTH.search(self.text, max(self.start, at - 20), at)
        found = pattern.CENTURY.match(self.text, at, self.end)
        if not nth or not found:
            return None
        number = _nth(nth["nth"])
        if not 1 <= number <= 100:
            return None
        value = None if found["bc"] else f"{number - 1:02d}XX"
        return self.add(nth.start(), found.end(), value)

    def roman(self, at: int, word: str) -> int | None:
        found = _of_month(pattern.ROMAN_DAY.match(self.text, at, self.end))
        return self.add(at, found.end(), None) if found else None

    def feast(self, at: int, word: str) -> int | None:
        if word.lower() == "feast":
            found = pattern.FEAST.match(self.text, at, self.end)
            return self.add(at, found.end(), None) if found else None
        day = pattern.FEAST_DAY.match(self.text, at, self.end)
        if not day:
            return None
        name = day["name"].lower().replace("’", "'")
        return self.add(at, day.end(), self._in_year(*pattern.FEASTS[name], day))

    def noon(self, at: int, word: str) -> int | None:
        if not pattern.CLOCK_CUE.search(self.text, max(0, at - 10), at):
            return None
        return self.add(at, at + len(word), "T12:00" if word.lower() == "noon" else "T00:00")


def _digit(text: str, at: int) -> bool:
    return 0 <= at < len(text) and "0" <= text[at] <= "9"


def _of_month(found: re.Match[str] | None) -> re.Match[str] | None:
    """The match, if the word it took for a month is one."""
    return found if found and found["month"].rstrip(".").lower() in MONTHS else None


def _nth(word: str) -> int:
    """`3rd` and `third` as 3; 0 for a word that is no ordinal."""
    digits = re.match(r"[0-9]+", word)
    return int(digits[0]) if digits else ORDINALS.get(word.lower(), 0)


def _month(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


def _day(value: str | None) -> date:
    day = parse_day(value)
    assert day is not None
    return day


def _time(hour: str, minute: str | None, half: str | None) -> str | None:
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    if hours > 24:
        return None
    return f"T{hours:02d}:{minute or '00'}"


def _kinds() -> dict[str, str]:
    """Every word that may begin or end a date, in the letter cases it comes in: its reader."""
    kinds: dict[str, str] = {}
    for kind, words in {
        "today": "today yesterday tomorrow tonight",
        "relative": " ".join(_WHICH),
        "counted": "ago earlier later",
        "day": "day",
        "year": "year years",
        "season": " ".join(_SEASONS),
        "century": "century centuries",
        "roman": "kalends calends ides nones",
        "feast": "feast",
        "noon": "noon midnight",
    }.items():
        for word in sorted(words.split()):
            kinds |= {word: kind, word.capitalize(): kind, word.upper(): kind}
    for word in ("Christmas", "Boxing", "New", "Twelfth", "Candlemas", "Lady", "Lammas"):
        kinds[word] = "feast"
    kinds |= {"Michaelmas": "feast", "Martinmas": "feast", "Halloween": "feast"}
    kinds |= {"A": "era", "AD": "era", "Anno": "era", "anno": "era"}
    for names, kind in ((MONTHS, "month"), (WEEKDAYS, "weekday")):
        for name in names:
            kinds |= {name.capitalize(): kind, name.upper(): kind}
    return kinds


_KINDS = _kinds()
