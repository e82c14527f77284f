"""What every reader of dates shares: the dates so far, and how a missing year is told."""

from __future__ import annotations

import re
from datetime import date

from tui.core.language import date_patterns as pattern
from tui.core.language import tense_patterns
from tui.core.language.date_patterns import MONTHS, ORDINALS
from tui.core.language.date_tense import Tense, tense
from tui.core.language.date_values import (
    closest_day,
    day_value,
    nearest_day,
    nearest_month,
    parse_day,
)
from tui.core.model import Date

_TOLD = 600
"""How many characters after a date one without a year may still follow it."""
_OPENING = 48
"""How many characters of a paragraph may hold the year that it is about."""
_LATELY = 60
"""Days within which what has just gone by needs no year."""
_SOON = 120
"""Days within which what is told in the present may lie ahead."""
_FAR = 10**6


class DateReader:
    """Collects the dates of one stretch of text; its methods return where to go on, or None."""

    def __init__(
        self, text: str, start: int, end: int, reference: date | None, anchor: str | None
    ) -> None:
        self.text, self.start, self.end, self.reference = text, start, end, reference
        self.anchor = anchor
        self.anchored_at = start
        self.found: list[Date] = []
        self._resolved: tuple[int, int | None] | None = None
        self._yearless: dict[int, tuple[int, int | None]] = {}
        """The month and day of each date found, by its place, where its year was not said."""

    def add(self, start: int, end: int, value: str | None) -> int:
        """Keep a date; a resolved one is what a later "the following day" follows."""
        if start < self.start or end > self.end or end <= start:
            return end
        while self.found and self.found[-1].end > start:
            self.found.pop()
            self._yearless.pop(len(self.found), None)
        self.found.append(Date(start, end, value))
        if self._resolved:
            self._yearless[len(self.found) - 1] = self._resolved
            self._resolved = None
        if value is not None and value[0] != "T" and value[-1] != "X":
            self.anchor, self.anchored_at = value, end
        return end

    def day_first(self, found: re.Match[str]) -> int:
        """`23 January 2023`, `23rd of January`, `23-25 January`."""
        month = month_number(found["month"])
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
            first = self.in_year(month, int(found["day"]), found)
            self.add(start, start + len(found["day"]), first)
            return self.add(
                found.start("to" if found["to"] else "and"),
                self._trim(end, found),
                self.in_year(month, int(other), found),
            )
        if not 1 <= int(found["day"]) <= 31:
            return found.start("month")
        return self.add(
            start, self._trim(end, found), self.in_year(month, int(found["day"]), found)
        )

    def _trim(self, end: int, found: re.Match[str]) -> int:
        """Leave the full stop of a sentence that ends in a month out of the date."""
        full = len(found["month"].rstrip(".")) > 4 or found["month"].lower() == "may."
        if found["month"].endswith(".") and end == found.end("month") and full:
            return end - 1
        return end

    def in_year(self, month: int, day: int, found: re.Match[str]) -> str | None:
        groups = found.groupdict()
        if groups.get("year"):
            self.share_year(found.start(), int(groups["year"]), month)
            return day_value(int(groups["year"]), month, day)
        if groups.get("yearly"):
            year = self.year_word(groups["yearly"].lower())
            return day_value(year, month, day) if year is not None else None
        return self.resolve(month, day, found.start())

    def share_year(self, start: int, year: int, month: int) -> None:
        """Give the year of a date at `start` to those it is joined to, which have none.

        "from 28 February to 3 March 2021", "in March and November 2021"
        """
        for index in range(len(self.found) - 1, -1, -1):
            last = self.found[index]
            own_month, day = self._yearless.pop(index, (0, None))
            joint = pattern.SAME_YEAR.fullmatch(self.text, last.end, start) if own_month else None
            if not joint:
                return
            if joint["to"] and own_month > month:
                year -= 1
            month, start = own_month, last.start
            value = f"{year:04d}-{month:02d}" if day is None else day_value(year, month, day)
            self.found[index] = Date(last.start, last.end, value)

    def year_word(self, word: str) -> int | None:
        steps = {"last": -1, "this": 0, "next": 1}
        if word in steps:
            return self.reference.year + steps[word] if self.reference else None
        if not self.anchor or not self.anchor[:4].isdigit():
            return None
        return int(self.anchor[:4]) + {"the following": 1, "the previous": -1}.get(word, 0)

    def resolve(self, month: int, day: int | None, at: int) -> str | None:
        """The full value of a day or month whose year is not said."""
        self._resolved = month, day
        told = parse_day(self.anchor) if self.anchor else None
        year = self.anchor[:4] if self.anchor and self.anchor[:4].isdigit() else None
        if self.reference is None or (year and self.is_narrated(month, day, int(year), at)):
            if year is None or not self._is_near(at):
                return None
            if day is None:
                return f"{year}-{month:02d}"
            if told is not None:
                return closest_day(month, day, told)
            return day_value(int(year), month, day)
        when = self.tense(at)
        if day is None:
            months = (month - self.reference.month) % 12
            ahead = when == "ahead" or (when in ("present", "either") and 0 < months < 6)
            return nearest_month(month, self.reference, ahead)
        last = nearest_day(month, day, self.reference, False)
        if when == "past":
            return last
        coming = nearest_day(month, day, self.reference, True)
        off = self._days_off(coming)
        if when in ("present", "either") and off >= min(_SOON, self._days_off(last)):
            return last
        return coming

    def _days_off(self, value: str | None) -> int:
        """How many days lie between a day and the document's date."""
        day = parse_day(value)
        return abs((day - self.reference).days) if day and self.reference else _FAR

    def is_narrated(self, month: int, day: int | None, year: int, at: int) -> bool:
        """Whether a day without a year follows the date told before it, not the document's.

        That date lies years off and not far before. A lone year ("the map of 1911") is followed
        within its paragraph, and not by a day that has just gone by; one to come, in its sentence.
        """
        if self.reference is None or abs(self.reference.year - year) <= 1:
            return False
        between = self.text[self.anchored_at : at]
        if len(between) >= _TOLD or self.anchor is None:
            return False
        if year > self.reference.year:
            return not tense_patterns.SENTENCE_END.search(between)
        if len(self.anchor) > len("2020"):
            return True
        if "\n\n" in between:
            return False
        stops = len(tense_patterns.SENTENCE_END.findall(between))
        last = nearest_day(month, day or 1, self.reference, False)
        return stops <= 1 or self._days_off(last) > _LATELY

    def _is_near(self, at: int) -> bool:
        """Whether the date told before is near enough to be followed where nothing else is known.

        A year that opens its paragraph, as in annals, is followed till the next date is told.
        """
        between = self.text[self.anchored_at : at]
        opened = self.text.rfind("\n", 0, self.anchored_at)
        if self.anchor is None or self.anchored_at - opened <= _OPENING or not between.strip():
            return True
        return len(between) < _TOLD and (len(self.anchor) > len("2020") or "\n\n" not in between)

    def looks_ahead(self, at: int) -> bool:
        """Whether the words around `at` in its sentence are about what is to come."""
        return self.tense(at) in ("ahead", "either")

    def tense(self, at: int) -> Tense:
        return tense(self.text, at)

    def month_first(self, found: re.Match[str]) -> int:
        start, end = found.span()
        month = month_number(found["month"])
        other = "to" if found["to"] else "and"
        if found[other]:
            self.add(start, found.end("day"), self.in_year(month, int(found["day"]), found))
            return self.add(found.start(other), end, self.in_year(month, int(found[other]), found))
        return self.add(start, end, self.in_year(month, int(found["day"]), found))


def digit_at(text: str, at: int) -> bool:
    return 0 <= at < len(text) and "0" <= text[at] <= "9"


def of_month(found: re.Match[str] | None) -> re.Match[str] | None:
    """The match, if the word it took for a month is one."""
    return found if found and found["month"].rstrip(".").lower() in MONTHS else None


def nth(word: str) -> int:
    """`3rd` and `third` as 3; 0 for a word that is no ordinal."""
    digits = re.match(r"[0-9]+", word)
    return int(digits[0]) if digits else ORDINALS.get(word.lower(), 0)


def month_number(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]
