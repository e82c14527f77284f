"""Dates and times that begin with a figure."""

from __future__ import annotations

import re
from datetime import date

from tui.core.language import date_patterns as pattern
from tui.core.language import identifiers
from tui.core.language.counted import counted_after
from tui.core.language.date_clock import ClockReader
from tui.core.language.date_reader import digit_at, of_month
from tui.core.language.date_values import day_value, next_of_month, parse_day, shift, year_value
from tui.core.language.units import unit_after

_NEAR = 160
"""How many characters after a date a day of its month may follow without it."""
_FIGURES = re.compile(r"[0-9.,:/-]*")


class FiguresReader(ClockReader):
    """Reads `2023-01-24`, `24 January`, `1/24/2023`, `5:50 p.m.`, `480 BC`, `in 2023`."""

    def figures(self, at: int) -> int | None:
        text, end = self.text, self.end
        before = text[at - 1] if at else " "
        if (
            before.isalnum()
            or before in "_#@$€£¥/:.=&"
            or (before in "-–," and digit_at(text, at - 2))
        ):
            run = _FIGURES.match(text, at, end)
            return run.end() if run else None
        if before in "'’‘" and (found := pattern.DECADE_SHORT.match(text, at, end)):
            # "The '20s" may be of this century or the last.
            tens = found["tens"]
            return self.add(at - 1, found.end(), None if tens == "2" else f"19{tens}X")
        if iso := pattern.ISO.match(text, at, end):
            value = day_value(int(iso["year"]), int(iso["month"]), int(iso["day"]))
            return self.add(at, iso.end(), value) if value else iso.end()
        if found := of_month(pattern.DAY_FIRST.match(text, at, end)):
            return self.day_first(found)
        if found := pattern.LONE_DAY.match(text, at, end):
            return self._lone_day(found)
        if found := pattern.NUMERIC.match(text, at, end):
            return self._numeric(found)
        if found := pattern.CLOCK_FROM.match(text, at, end):
            return self.clock_from(found)
        if found := pattern.CLOCK.match(text, at, end):
            return self.clock_at(found)
        if found := pattern.ERA_AFTER.match(text, at, end):
            year = int(found["year"])
            return self.add(at, found.end(), year_value(1 - year if found["before"] else year))
        if not (digit_at(text, at + 3) and text[at + 3 : at + 4]):
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

    def _lone_day(self, found: re.Match[str]) -> int | None:
        """`on the 21st`: of the month told just before, or the next one where it is to come."""
        text, at, day = self.text, found.start(), int(found["day"])
        if not pattern.LONE_DAY_BEFORE.search(text, max(self.start, at - 12), at):
            return None
        if which := found["month"] or found["old"]:
            step = {"last": -1, "next": 1, "ult": -1, "prox": 1}.get(which, 0)
            month = shift(self.reference, step, "month") if self.reference else None
            value = day_value(int(month[:4]), int(month[5:]), day) if month else None
            return self.add(at, found.end(), value)
        told = parse_day(self.anchor)
        between = text[self.anchored_at : at]
        if told and len(between) < _NEAR and "\n\n" not in between:
            return self.add(at, found.end(), next_of_month(day, told))
        if not self.reference or self.tense(at) == "past":
            return None
        return self.add(at, found.end(), next_of_month(day, self.reference))

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
        listed = self.found and text[self.found[-1].end : at] in (" and ", " or ", ", ", ", and ")
        if counts and not listed and not identifiers.is_dated(text, at, end):
            # "After 1998 reforms came": a year; "killed 1998 people": a count.
            return None
        if not cue and identifiers.may_be_named(text, at):
            return None
        return self.add(at, end, year_value(value))


def _day(value: str | None) -> date:
    day = parse_day(value)
    assert day is not None
    return day
