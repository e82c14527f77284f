"""Dates and times in text, resolved to ISO 8601 where the text and its own date allow it.

Values are described in `date_values`. A date without its year is the last one before the
document's date (or up to a week after it), the next one where its sentence looks ahead ("will
meet on", "takes effect on"), the nearest where all of it is in the present; in the past that a
passage tells of, it follows the date told before, while that is near. Times of day are dates too,
with the value `T17:50`. Feasts take their year from the same places; Roman days and regnal years
are recognised and left without a value, unless a year makes them one.
"""

from __future__ import annotations

import re

from tui.core.language.date_figures import FiguresReader
from tui.core.language.date_patterns import MONTHS, WEEKDAYS
from tui.core.language.date_relative import RelativeReader
from tui.core.language.date_values import Verdict, compare_dates, parse_day
from tui.core.language.date_words import WordsReader
from tui.core.model import Date

__all__ = ["Verdict", "compare_dates", "find_dates"]

_SCAN = re.compile(r"[0-9]+|[A-Za-z]+")


class _Finder(FiguresReader, WordsReader, RelativeReader):
    """Reads every kind of date."""

    def day(self, at: int, word: str) -> int | None:
        """`the day before`, or the day before a feast."""
        return super().day(at, word) or self.feast(at, word)


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


def _kinds() -> dict[str, str]:
    """Every word that may begin or end a date, in the letter cases it comes in: its reader."""
    kinds: dict[str, str] = {}
    for kind, words in {
        "today": "today yesterday tomorrow tonight",
        "relative": "last past this next coming following previous preceding same that current",
        "counted": "ago earlier later",
        "day": "day",
        "year": "year years",
        "season": "spring summer autumn fall winter",
        "century": "century centuries",
        "roman": "kalends calends ides nones",
        "feast": "feast eve vigil morrow octave night",
        "noon": "noon midnight",
        "oclock": "clock",
        "quarter": "quarter",
        "near": "before after",
        "part": "morning afternoon evening",
        "spoken": "half five ten twenty",
    }.items():
        for word in sorted(words.split()):
            kinds |= {word: kind, word.capitalize(): kind, word.upper(): kind}
    for word in ("Christmas", "Boxing", "New", "Twelfth", "Candlemas", "Lady", "Lammas"):
        kinds[word] = "feast"
    kinds |= {"Michaelmas": "feast", "Martinmas": "feast", "Halloween": "feast"}
    for (
        word
    ) in "Easter Good Holy Palm Ash Maundy Shrove Whit Pentecost Ascension Trinity Corpus".split():
        kinds[word] = "movable"
    kinds["Q"] = "quarter"
    kinds |= {"A": "era", "AD": "era", "Anno": "era", "anno": "era"}
    for names, kind in ((MONTHS, "month"), (WEEKDAYS, "weekday")):
        for name in names:
            kinds |= {name.capitalize(): kind, name.upper(): kind}
    return kinds


_KINDS = _kinds()
