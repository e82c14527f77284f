"""Dates that begin with a word: months, weekdays, `today`, feasts, regnal years."""

from __future__ import annotations

import re

from tui.core.language import date_patterns as pattern
from tui.core.language.date_clock import ClockReader, time_value
from tui.core.language.date_feasts import FeastReader
from tui.core.language.date_patterns import WEEKDAYS
from tui.core.language.date_reader import month_number, nth, of_month
from tui.core.language.date_values import (
    day_value,
    nearest_weekday,
    parse_day,
    shift_day,
    shift_value,
    year_value,
)
from tui.core.language.number_words import SMALL
from tui.core.model import Date

_NAMES_TOO = frozenset("may march april june august mar jan dec sep".split())
"""Months that are also people's names or other words."""


class WordsReader(ClockReader, FeastReader):
    """Reads `January 24`, `on Tuesday`, `yesterday`, `A.D. 827`, `the Kalends of March`."""

    def month(self, at: int, word: str) -> int | None:
        text, end = self.text, self.end
        before = text[at - 1 : at]
        if before.isalnum():
            return None
        if before == "-" and not pattern.MONTH_PART.search(text, max(0, at - 6), at):
            return None
        if told := self._day_told(at, word):
            return told
        if found := of_month(pattern.MONTH_FIRST.match(text, at, end)):
            if 1 <= int(found["day"]) <= 31:
                return self.month_first(found)
        elif found := pattern.MONTH_YEAR.match(text, at, end):
            month = month_number(found["month"])
            if found["year"]:
                self.share_year(at, int(found["year"]), month)
                return self._months(at, found.end(), year_value(int(found["year"])), month)
            year = self.year_word(found["yearly"].lower())
            return self._months(at, found.end(), None if year is None else f"{year:04d}", month)
        elif (found := pattern.DAY_WORD_AFTER.match(text, at, end)) and nth(found["day"]):
            value = self.in_year(month_number(found["month"]), nth(found["day"]), found)
            return self.add(at, found.end(), value)
        return self._lone_month(at, word)

    def _day_told(self, at: int, word: str) -> int | None:
        """`the twentieth of March, 1888`."""
        found = pattern.DAY_WORD_BEFORE.search(self.text, max(self.start, at - 32), at)
        if not found or not nth(found["day"]):
            return None
        year = pattern.MONTH_YEAR.match(self.text, at, self.end)
        month, day = month_number(word), nth(found["day"])
        value = self.in_year(month, day, year) if year else self.resolve(month, day, found.start())
        return self.add(found.start(), year.end() if year else at + len(word), value)

    def _months(self, start: int, end: int, year: str | None, month: int) -> int:
        return self.add(start, end, None if year is None else f"{year}-{month:02d}")

    def _lone_month(self, at: int, word: str) -> int | None:
        text, stop = self.text, at + len(word)
        if of_month(pattern.JOINED_MONTH.match(text, stop, self.end)):
            return self.add(at, stop, self.resolve(month_number(word), None, at))
        named = word.lower() in _NAMES_TOO
        cue = pattern.LONE_NAME if named else pattern.LONE_MONTH
        if not cue.search(text, max(0, at - 16), at) and not self._is_term(at, word):
            return None
        if len(word) == 3 and word.lower() != "may" and text[stop : stop + 1] != ".":
            return None
        if re.match(r" [A-Z]|['’]s|-", text[stop : stop + 2]):
            return None
        if named and re.match(r"\.? [A-Z0-9]", text[stop : stop + 3]):
            return None
        return self.add(at, stop, self.resolve(month_number(word), None, at))

    def _is_term(self, at: int, word: str) -> bool:
        """`before March.`: a month, as May and June might be people."""
        return (
            word in ("March", "April", "August")
            and bool(pattern.LONE_NAME_TERM.search(self.text, max(0, at - 8), at))
            and not self.text[at + len(word) : at + len(word) + 2].strip(" .,;)").isalnum()
        )

    def weekday(self, at: int, word: str) -> int | None:
        text, end = self.text, self.end
        stop = at + len(word)
        if pattern.NOT_WEEKDAY.search(text, max(0, at - 12), at) or text[at - 1 : at].isalnum():
            return None
        rest = pattern.AFTER_WEEKDAY.match(text, stop, end)
        if rest:
            following = of_month(pattern.MONTH_FIRST.match(text, rest.end(), end))
            following = following or of_month(pattern.DAY_FIRST.match(text, rest.end(), end))
            if following:
                last = len(self.found)
                if following.re is pattern.DAY_FIRST:
                    position = self.day_first(following)
                else:
                    position = self.month_first(following)
                if len(self.found) > last:
                    first = self.found[last]
                    value = self._on_weekday(first.value, following, WEEKDAYS[word.lower()])
                    self.found[last] = Date(at, first.end, value)
                return position
        if len(word) < 4:
            return None  # "Sun", "Sat" and "Wed" are words too
        if pattern.NAMESAKE.match(text, stop):
            return None
        if text[max(0, at - 4) : at].lower() == "the " and pattern.NAMED_WEEKDAY.match(text, stop):
            return None  # a paper or a club: "the Sunday Courier"
        if (on := pattern.WEEKDAY_ON.match(text, stop, end)) and (
            told := self._weekday_on(at, word, on)
        ):
            return told
        part = pattern.PART_OF_DAY.match(text, stop, end)
        value = None
        if self.reference and pattern.A_WEEK_ON.search(text, max(self.start, at - 12), at):
            value = nearest_weekday(WEEKDAYS[word.lower()], self.reference, 1)
            value = shift_value(value, 7, "day") if value else None
        elif self.reference:
            ahead = 1 if self.looks_ahead(at) else 0
            value = nearest_weekday(WEEKDAYS[word.lower()], self.reference, ahead)
        return self.add(at, part.end() if part else stop, value)

    def _on_weekday(self, value: str | None, found: re.Match[str], weekday: int) -> str | None:
        """The value, or where its year was not said, the one whose day is that of the week."""
        day = parse_day(value)
        if day is None or found["year"] or found["yearly"] or day.weekday() == weekday:
            return value
        years = [parse_day(day_value(day.year + k, day.month, day.day)) for k in (1, -1, 2, -2)]
        fitting = [d for d in years if d and d.weekday() == weekday]
        here = self.reference
        if here is None:
            return None
        best = min(fitting, key=lambda d: abs(d - here), default=None)
        return best.isoformat() if best else value

    def _weekday_on(self, at: int, word: str, found: re.Match[str]) -> int | None:
        """`Friday week`, `Monday of last week`, `Tuesday last`, `the Thursday before`."""
        day, here, value = WEEKDAYS[word.lower()], self.reference, None
        if found["way"]:
            if self.text[max(0, at - 4) : at].lower() != "the ":
                return None
            # "the Friday after the vote" is told from the vote
            base = parse_day(self.anchor) if found["end"] is not None else None
            value = (
                nearest_weekday(day, base, 1 if found["way"] == "after" else -1) if base else None
            )
        elif here and found["which"]:
            weeks = {"last": -7, "next": 7}.get(found["which"], 0)
            value = shift_day(here, weeks + day - here.weekday())
        elif here and found["last"]:
            value = nearest_weekday(day, here, -1)
        elif here:
            value = nearest_weekday(day, here, 1)
            value = shift_value(value, 7, "day") if value else None
        return self.add(at, found.end(), value)

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
        if pattern.A_WEEK_ON.search(text, max(self.start, at - 8), at):
            days += 7
        value = shift_day(self.reference, days) if self.reference else None
        return self.add(start, part.end() if part else stop, value)

    def year(self, at: int, word: str) -> int | None:
        """`in the year 827`, `the third year of the reign of X`."""
        text, end = self.text, self.end
        if found := pattern.YEAR_OF.match(text, at, end):
            return self.add(found.start("year"), found.end(), year_value(int(found["year"])))
        lead = pattern.REGNAL.search(text, max(self.start, at - 24), at)
        reign = pattern.REIGN.match(text, at, end) if lead else None
        if lead and reign and (nth(lead["nth"]) or lead["nth"].lower() == "same"):
            return self.add(lead.start(), reign.end(), None)
        return None

    def era(self, at: int, word: str) -> int | None:
        found = pattern.ERA_BEFORE.match(self.text, at, self.end)
        if not found or self.text[at - 1 : at].isalnum():
            return None
        return self.add(at, found.end(), year_value(int(found["year"])))

    def part(self, at: int, word: str) -> int | None:
        """`at two in the morning`, from its last word."""
        found = pattern.HOUR_IN_THE.search(self.text, max(self.start, at - 32), at)
        hour = found["hour"].lower() if found else ""
        value = int(hour) if hour.isdigit() else int(SMALL.get(hour, 0))
        if found is None or not 1 <= value <= 12:
            return None
        half = "a" if word.lower() == "morning" else "p"
        return self.add(found.start("hour"), at + len(word), time_value(str(value), None, half))

    def season(self, at: int, word: str) -> int | None:
        found = pattern.SEASON_YEAR.match(self.text, at, self.end)
        return self.add(at, found.end(), year_value(int(found["year"]))) if found else None

    def century(self, at: int, word: str) -> int | None:
        which = pattern.CENTURY_NTH.search(self.text, max(self.start, at - 20), at)
        found = pattern.CENTURY.match(self.text, at, self.end)
        if not which or not found:
            return None
        number = nth(which["nth"])
        if not 1 <= number <= 100:
            return None
        value = None if found["bc"] else f"{number - 1:02d}XX"
        return self.add(which.start(), found.end(), value)

    def quarter(self, at: int, word: str) -> int | None:
        """`the first quarter of 2023`, `Q3 2023`."""
        text, start = self.text, at
        if word == "Q":
            found = pattern.QUARTER_SHORT.match(text, at, self.end)
            number = int(found["nth"]) if found else 0
        else:
            found = pattern.QUARTER.match(text, at, self.end)
            which = pattern.QUARTER_NTH.search(text, max(self.start, at - 8), at) if found else None
            if not which:
                return self.spoken(at, word)
            start = which.start()
            number = 4 if which["nth"].lower() in ("last", "final") else nth(which["nth"])
        if not found:
            return None
        year = int(found["year"]) if found["year"] else self.year_word(found["yearly"].lower())
        return self.add(start, found.end(), None if year is None else f"{year:04d}-{32 + number}")
