"""Times of day, in figures and as they are spoken: `5:50 p.m.`, `half past nine`, `1530 GMT`."""

from __future__ import annotations

import re

from tui.core.language import date_patterns as pattern
from tui.core.language.date_reader import DateReader
from tui.core.language.number_words import SMALL, TENS


class ClockReader(DateReader):
    """Reads times of day; where nothing tells morning from evening, the hour is as said."""

    def clock_from(self, found: re.Match[str]) -> int:
        """`2-5 pm`: the first of two times, which has no half of the day of its own."""
        text, at = self.text, found.end() + len(found["joint"])
        later = pattern.CLOCK.match(text, at, self.end)
        half = found["half"].lower()
        if later and int(found["hour"]) % 12 > int(later["hour"]) % 12:
            half = "a" if half == "p" else "p"
        self.add(found.start(), found.end(), time_value(found["hour"], found["minute"], half))
        return (self.clock_at(later) if later else None) or found.end()

    def clock_at(self, found: re.Match[str]) -> int | None:
        text, start, end = self.text, found.start(), found.end()
        if found["oclock"]:
            if not text.endswith("clock", 0, end) and not pattern.IN_THE.match(text, end, self.end):
                return None
            return self._in_part(start, end, int(found["oclock"]), 0)
        if found["hour"]:
            value = time_value(found["hour"], found["minute"], found["half"])
            zone = found["gmt"]
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
            value, zone = time_value(found["hour24"], found["minute24"], None), found["gmt24"]
        else:
            value, zone = time_value(found["hour4"], found["minute4"], None), found["gmt4"]
        if value is None:
            return end
        return self.add(start, end, value + _offset(zone) if zone else value)

    def oclock(self, at: int, word: str) -> int | None:
        """`seven o'clock`, from its last word."""
        found = pattern.OCLOCK_WORD.search(self.text, max(self.start, at - 12), at)
        hour = int(SMALL.get(found["hour"].lower(), 0)) if found else 0
        if not found or not 1 <= hour <= 12:
            return None
        return self._in_part(found.start(), at + len(word), hour, 0)

    def spoken(self, at: int, word: str) -> int | None:
        """`half past nine`, `a quarter to six`, `ten minutes past six`."""
        text = self.text
        found = pattern.SPOKEN.match(text, at, self.end)
        if not found:
            return None
        said = found["hour"].lower()
        hour = int(said) if said.isdigit() else int(SMALL.get(said, 0))
        if not 1 <= hour <= 12:
            return None
        minute = _minutes(found["minute"].lower())
        start = at - 2 if text[max(0, at - 2) : at].lower() == "a " else at
        if found["way"].lower() == "to":
            quarter = minute == 15 or found["unit"]
            cue = pattern.SPOKEN_CUE if quarter else pattern.MINUTES_CUE
            if minute == 30 or not cue.search(text, max(0, start - 12), start):
                return None
            if not quarter and not pattern.MINUTES_END.match(text, found.end(), self.end):
                return None
            hour, minute = hour - 1 or 12, 60 - minute
        return self._in_part(start, found.end(), hour, minute)

    def near(self, at: int, word: str) -> int | None:
        """The hour in "shortly before six", from its preposition."""
        stop = at + len(word)
        if not pattern.SHORTLY.search(self.text, max(self.start, at - 10), at):
            return None
        found = pattern.LONE_HOUR.match(self.text, stop, self.end)
        hour = int(SMALL.get(found["hour"].lower(), 0)) if found else 0
        if not found or not 1 <= hour <= 12:
            return None
        return self._in_part(found.start("hour"), found.end("hour"), hour, 0)

    def noon(self, at: int, word: str) -> int | None:
        if not pattern.CLOCK_CUE.search(self.text, max(0, at - 10), at):
            return None
        return self.add(at, at + len(word), "T12:00" if word.lower() == "noon" else "T00:00")

    def _in_part(self, start: int, end: int, hour: int, minute: int) -> int:
        """Keep a time of the twelve-hour clock, with the part of the day that may follow."""
        part = pattern.IN_THE.match(self.text, end, self.end)
        half = None
        if part and hour <= 12:
            half = "a" if part["part"] == "morning" else "p"
        return self.add(
            start, part.end() if part else end, time_value(str(hour), f"{minute:02d}", half)
        )


def _minutes(words: str) -> int:
    named = {"half": 30, "quarter": 15}.get(words)
    if named is not None:
        return named
    return int(sum(TENS.get(w) or SMALL[w] for w in words.replace("-", " ").split()))


def _offset(zone: str) -> str:
    """`GMT` as `Z`, `UTC+3` as `+03:00`."""
    found = pattern.OFFSET.search(zone)
    if not found or int(found["hours"]) + int(found["minutes"] or 0) == 0:
        return "Z"
    sign = "+" if found["sign"] == "+" else "-"
    return f"{sign}{int(found['hours']):02d}:{found['minutes'] or '00'}"


def time_value(hour: str, minute: str | None, half: str | None) -> str | None:
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    if hours > 24:
        return None
    return f"T{hours:02d}:{minute or '00'}"
