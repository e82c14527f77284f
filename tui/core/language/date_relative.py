"""Dates told from another: the document's own, or the one named before."""

from __future__ import annotations

import re

from tui.core.language import date_patterns as pattern
from tui.core.language.date_patterns import MONTHS, WEEKDAYS
from tui.core.language.date_reader import DateReader, month_number
from tui.core.language.date_values import (
    nearest_weekday,
    parse_day,
    shift,
    shift_day,
    shift_value,
    week_value,
    year_value,
)
from tui.core.language.numbers import read_number

_CLOSE = 400
"""How many characters after a date "the following day" may still be told from it."""
_SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


class RelativeReader(DateReader):
    """Reads `last week`, `next Friday`, `two days ago`, `the following day`."""

    def relative(self, at: int, word: str) -> int | None:
        """`last week`, `this morning`, `next Friday`, `the following day`, `the same year`."""
        text = self.text
        found = pattern.RELATIVE.match(text, at, self.end)
        if not found:
            return self._before_last(at, word) if word in ("last", "next") else None
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

    def _before_last(self, at: int, word: str) -> int | None:
        """`the year before last`, `the week after next`."""
        found = pattern.BEFORE_LAST.search(self.text, max(self.start, at - 22), at)
        if not found or (found["way"].lower() == "before") != (word == "last"):
            return None
        step, unit, value = (-2 if word == "last" else 2), found["unit"].lower(), None
        if self.reference:
            unit = {"night": "day", "weekend": "week"}.get(unit, unit)
            value = shift(self.reference, step, unit)
        return self.add(found.start(), at + len(word), value)

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
        if base is None and told and self.anchor:
            return shift_value(self.anchor, step, unit)
        if base is None:
            return None
        if unit in ("night", "evening", "morning", "afternoon", "day"):
            return shift_day(base, step) if not told or self._is_close(found.start()) else None
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

    def _is_close(self, at: int) -> bool:
        """Whether the date told before `at` is near enough for "the day before" to follow it."""
        between = self.text[self.anchored_at : at]
        return len(between) < _CLOSE and between.count("\n\n") <= 1

    def _relative_weekday(self, found: re.Match[str], which: str, start: int) -> int:
        direction = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
        if which == "this" and self.looks_ahead(found.start()):
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
        month = month_number(found["name"])
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
        value = f"{year:04d}-{month:02d}" if 1 <= year <= 9999 else None
        return self.add(found.start(), end, value)

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
        ago = self.reference.isoformat() if self.reference else None
        base = ago if word.lower() == "ago" else self.anchor
        unit = found["unit"].lower().replace("fortnight", "fort").replace("night", "day")
        unit = "fortnight" if unit == "fort" else unit
        value = None
        if base and count is not None and unit not in ("minute", "hour"):
            value = shift_value(base, sign * count, unit)
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
        base = parse_day(self.anchor) if self._is_close(at) else None
        step = 1 if found["which"].lower() == "after" else -1
        return self.add(the.start(), found.end(), shift_day(base, step) if base else None)
