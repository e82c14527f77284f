"""Days that have names: feasts, Easter and the days told from it, the days of a Roman month.

They get a value where a year makes them a day.
"""

from __future__ import annotations

from datetime import date

from tui.core.language import date_patterns as pattern
from tui.core.language.date_reader import DateReader, month_number, of_month
from tui.core.language.date_values import parse_day, shift_day, year_value
from tui.core.language.feast_days import feast_day, is_feast

_DAYS_OFF = {"eve": -1, "vigil": -1, "morrow": 1, "octave": 7}
"""How many days from a feast such words tell."""
_LEAP = 2000
"""A year that has every day there is."""
_LATE_MONTHS = (3, 5, 7, 10)
"""Months whose Nones fell on the 7th and Ides on the 15th; the others' on the 5th and 13th."""


class FeastReader(DateReader):
    """Reads `Christmas Day 2004`, `Good Friday 1998`, `the Ides of March, 44 BC`."""

    def feast(self, at: int, word: str) -> int | None:
        """`the feast of St Michael, 1301`, `the vigil of St Lawrence`, `Boxing Day`."""
        text = self.text
        if word.lower() in ("feast", *_DAYS_OFF, "day", "night"):
            return self._told_by_feast(at)
        named = pattern.FEAST_DAY.match(text, at, self.end)
        if not named:
            return None
        found = feast_day(named["name"], _LEAP)
        day = (found.month, found.day) if found else (0, 0)
        return self.add(at, named.end(), self.in_year(*day, named))

    def _told_by_feast(self, at: int) -> int | None:
        found = pattern.FEAST.match(self.text, at, self.end)
        found = found or pattern.BY_FEAST.match(self.text, at, self.end)
        if not found:
            return None
        groups = found.groupdict()
        is_called = "lead" not in groups or groups["feast"]
        if not is_called and not is_feast(found["saint"]):
            return None  # "the eve of Waterloo"
        off = _DAYS_OFF.get((groups.get("lead") or "").lower(), 0)
        off += {"before": -1, "after": 1}.get((groups.get("way") or "").lower(), 0)
        return self.add(at, found.end(), self._feast_value(found["saint"], found["year"], off, at))

    def movable(self, at: int, word: str) -> int | None:
        """`Easter 1916`, `on Good Friday`; without a year Easter is a season."""
        text = self.text
        found = pattern.EASTER.match(text, at, self.end)
        found = found or pattern.EASTER_DAY.match(text, at, self.end)
        if not found:
            return None
        year = found.groupdict().get("year")
        return self.add(at, found.end(), self._feast_value(found["name"], year, 0, at))

    def _feast_value(self, name: str, year: str | None, off: int, at: int) -> str | None:
        """The day `off` days from a feast, in the year said or in the one that is meant."""

        def on(year: int) -> date | None:
            day = feast_day(name, year)
            return parse_day(shift_day(day, off)) if day else None

        if year is not None:
            day = on(int(year))
            return day.isoformat() if day else year_value(int(year))
        told = int(self.anchor[:4]) if self.anchor and self.anchor[:4].isdigit() else None
        here = on(self.reference.year) if self.reference else None
        if told and (here is None or self.is_narrated(here.month, here.day, told, at)):
            day, base = on(told), parse_day(self.anchor)
            if base is not None:
                days = [d for k in (-1, 0, 1) if (d := on(told + k))]
                day = min(days, key=lambda d: abs(d - base), default=None)
            return day.isoformat() if day else None
        if self.reference is None or here is None:
            return None
        days = [d for k in (-1, 0, 1) if (d := on(self.reference.year + k))]
        if self.looks_ahead(at):
            return next((d.isoformat() for d in days if d >= self.reference), None)
        return next((d.isoformat() for d in reversed(days) if d <= self.reference), None)

    def roman(self, at: int, word: str) -> int | None:
        text = self.text
        found = of_month(pattern.ROMAN_DAY.match(text, at, self.end))
        if not found:
            return None
        value = None
        if found["year"]:
            month, year = month_number(found["month"]), int(found["year"])
            late = month in _LATE_MONTHS
            day = {"ides": 15 if late else 13, "nones": 7 if late else 5}.get(word.lower(), 1)
            value = year_value(1 - year if found["bc"] else year)
            if not pattern.COUNTED_TO.search(text, max(0, at - 16), at):
                value += f"-{month:02d}-{day:02d}"
        return self.add(at, found.end(), value)
