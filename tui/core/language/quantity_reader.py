"""Reading one quantity around a number: range, approximator, unit, counted noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.core.language import approximators, identifiers
from tui.core.language.counted import counted_after, counted_of, hyphened
from tui.core.language.numbers import WORDS, Number, read_number
from tui.core.language.units import currency_before, unit_after, units
from tui.core.model import Quantity

if TYPE_CHECKING:
    from tui.core.language.tagged import TaggedSentence

_FIGURES = re.compile(r"[0-9.,:/'’\u00a0\u2009\u202f–-]*[0-9]|[0-9]")
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th)\b|[ -](?:first|second(?!s)|third(?!s)|fourth(?!s)|fifth(?!s)|sixth(?!s)"
    r"|seventh(?!s)|eighth(?!s)|ninth(?!s)|hundredth|thousandth|millionth)\b|(?:'|’)?s\b",
    re.I,
)
_ONE_BEFORE = frozenset(
    "no this that each every any which the another some such big little last next first only loved"
    " other right wrong good bad new old latest previous former latter number day square many not a"
    " an my your his her our their".split()
)
_ONE_AFTER = frozenset(
    "of another by day time thing way side hand that who whom whose which can could should must may"
    " might will would is was has had does did in on at to as and or more else too after before"
    " over up down out off from for with than so such key major reason example".split()
)
_GROUP_BEFORE = re.compile(r"\b(?:the|these|those|all|both|other|any) $", re.I)
_NEXT_WORD = re.compile(r"[ \n-]([A-Za-z]+)")
_LAST_WORD = re.compile(r"([A-Za-z]+)[ \n]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n\"“”«»‘(—–])[\s\"“”«»‘(]*$")
_RANGE = re.compile(r"\s?([-–—−])\s?(?=[0-9$€£])|\s(to|or|and)\s(?=[A-Za-z0-9$€£])")
_SIGN = re.compile(r"(?:US|A|C|HK|NZ)?[$€£] ?")
_SCORE_BEFORE = re.compile(
    r"\b(?:w[io]ns?|winning|los[et]s?|losing|beat(?:s|en|ing)?|defeat\w*|victor\w+|vot\w+|draws?"
    r"|drew|tied?|score\w*|leads?|led|ahead|trail\w*|match|final|ruled|ruling|sets?|edged?"
    r"|thrashed|crushed|downed)\b[^.\n]{0,40}$",
    re.I,
)
_SCORE_AFTER = re.compile(
    r" (?:wins?|victory|loss|defeat|votes?|draw|lead|margin|score|ruling|majority|decision)\b"
)
_AGE_AFTER = re.compile(r"[ -](year|month|week|day)s?[ -]olds?\b", re.I)
_AGED = re.compile(
    r"\b(?:aged?|age of|ages of|turned|turning|(?:s?he|who|i)(?: is| was|['’]s))"
    r"(?: about| around| just| only)? $",
    re.I,
)
_APPOSED = re.compile(r"[A-ZÀ-Þ][\w’'-]+\.?, $")
_LASTING = re.compile(
    r"\b(?:for|of|in|after|last(?:s|ed)|took|takes?|is|are|was|were|spent|spend|just|well|little"
    r"|slightly|within|than|be|been|at|by|with|has|have|had|to) $",
    re.I,
)
"""Before `over two years`: the words that make `over` mean more than, and not during."""
_ONE_IN = re.compile(r" (?:in|out of) (?:every )?(?=[A-Za-z0-9])", re.I)
_OF = re.compile(r"\sof\s(?:the\s)?")
_BETWEEN = re.compile(r"\bbetween $", re.I)
_WORD = re.compile(r"[A-Za-z]+")
_NOT_COUNTED = frozenset("way time fold sided faced dimensional piece tier party".split())


class QuantityReader:
    """Reads a quantity of `text`; its span takes nothing before `floor` nor from `end` on."""

    def __init__(self, text: str, floor: int, end: int, tagged: TaggedSentence | None) -> None:
        self.text, self.floor, self.end, self.tagged = text, floor, end, tagged

    def read(self, at: int) -> tuple[Quantity | None, int]:
        """The quantity whose number begins at `at`, and where to go on reading."""
        text = self.text
        figures = not text[at].isalpha()
        sign = currency_before(text, at, self.floor) if figures else None
        number = read_number(text, at, self.end, money=sign is not None)
        if number is None or number.start < self.floor:
            return None, self._past(at)
        if number.plain and text[at - 1 : at] == "." and not text[max(0, at - 2)].isalnum():
            number = self._decimal(number)
        if not number.share and (ordinal := _ORDINAL.match(text, number.end)):
            return None, ordinal.end()
        if score := self._score(number):
            return score, score.end
        unit = unit_after(text, number.end, self.end)
        reach = unit[1] if unit and text[number.end].isalpha() else number.end
        wider = self._range(number, reach, sign)
        if wider:
            number, low_unit = wider, unit
            unit = unit_after(text, number.end, self.end) or low_unit
            reach = unit[1] if unit and unit[1] > number.end else number.end
            if low_unit and unit and low_unit[0] != unit[0]:
                return None, number.end
        elif ratio := self._one_in(number):
            number, unit, reach = ratio, None, ratio.end
        if figures and sign is None and self._names(number, reach):
            return None, max(number.end, self._past(at))
        if not figures and self._is_word(number):
            return None, number.end
        quantity = self._measure(number, sign, unit)
        return quantity, max(number.end, quantity.end if quantity else 0)

    def _decimal(self, number: Number) -> Number:
        """`.436`, whose point stands before the figures."""
        if number.start - 1 < self.floor:
            return number
        value = number.value / 10 ** (number.end - number.start)
        return Number(number.start - 1, number.end, value, value, value, figures=True)

    def _past(self, at: int) -> int:
        """The end of the figures or the word at `at`, which hold no quantity."""
        if telephone := identifiers.telephone_end(self.text, at):
            return min(telephone, self.end)
        found = _FIGURES.match(self.text, at, self.end) or _WORD.match(self.text, at, self.end)
        return found.end() if found else at + 1

    def _names(self, number: Number, reach: int) -> bool:
        text, start = self.text, number.start
        return (
            identifiers.is_code(text, start, reach)
            or identifiers.telephone_end(text, start) is not None
            or identifiers.is_named(text, start)
            or identifiers.is_label(text, start, number.end)
        )

    def _is_word(self, number: Number) -> bool:
        """Whether a number in words is a name (`the Big Three`), a year or a pronoun."""
        text, start, end = self.text, number.start, number.end
        before = text[start - 1 : start]
        if (
            number.plain
            or before.isalnum()
            or before in ("-", "_")
            or text[end : end + 1].isalnum()
        ):
            return True
        if identifiers.is_named(text, start) or text[end : end + 5] == "-and-":
            return True
        if text[start].isupper() and not text[start:end].isupper():
            opening = _SENTENCE_START.search(text, max(0, start - 12), start)
            hyphened_name = text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper()
            if not opening or hyphened_name:
                return True
        if text[start:end].lower() == "zero":
            return text[end : end + 1] == "-" or self._last_word(start) in ("ground", "net", "from")
        if text[start:end].lower() != "one":
            return False
        if self._last_word(start) in _ONE_BEFORE:
            return True
        following = _NEXT_WORD.match(text, end, self.end)
        return not following or following[1].lower() in _ONE_AFTER

    def _last_word(self, at: int) -> str:
        found = _LAST_WORD.search(self.text, max(0, at - 24), at)
        return found[1].lower() if found else ""

    def _score(self, number: Number) -> Quantity | None:
        """`3-1`, `2–0`, `voted 5 to 4`: two figures that are no range."""
        text = self.text
        found = _RANGE.match(text, number.end, self.end)
        if not (found and number.plain and found[2] not in ("or", "and")):
            return None
        other = read_number(text, found.end(), self.end)
        if other is None or not other.plain or text[other.end : other.end + 1] in ("-", "–", "/"):
            return None
        if max(number.value, other.value) >= 1000 or number.figures != other.figures:
            return None
        window = max(0, number.start - 56)
        told = _SCORE_BEFORE.search(text, window, number.start) or _SCORE_AFTER.match(
            text, other.end
        )
        hyphen = bool(found[1])
        if hyphen and text[number.end : found.end()] != found[1]:
            hyphen = False
        falling = number.value >= other.value
        if not (told and (hyphen or falling)) and not (hyphen and falling):
            return None
        if self._names(number, other.end) or unit_after(text, other.end, self.end):
            return None
        value = max(number.value, other.value) + min(number.value, other.value) / 1000
        return Quantity(number.start, other.end, value, value, value, None, "score", None)

    def _range(self, number: Number, reach: int, sign: tuple[str, int] | None) -> Number | None:
        """`20 to 30`, `5–7 million`, `between $5 and $7`, from the first number and its unit."""
        text = self.text
        found = _RANGE.match(text, reach, self.end) or _RANGE.match(text, number.end, self.end)
        if not found or number.share or number.vague:
            return None
        between = _BETWEEN.search(text, max(0, number.start - 12), number.start)
        if found[2] and (found[2].lower() == "and") != bool(between):
            return None
        if found[2] and found[2].lower() == "to" and self._last_word(number.start) == "from":
            return None
        at = found.end()
        if again := _SIGN.match(text, at, self.end):
            at = again.end()
        if at >= self.end or (text[at].isalpha() and not _starts_number(text, at)):
            return None
        other = read_number(text, at, self.end, money=sign is not None)
        if other is None or other.share or other.vague or _ORDINAL.match(text, other.end):
            return None
        low = number.value
        if number.magnitude == 1.0 and low < other.value / other.magnitude:
            low *= other.magnitude
        if low >= other.value or (found[2] == "or" and other.value > 10 * low):
            return None
        if found[1] and other.plain and text[other.end : other.end + 2].lstrip("-–/")[:1].isdigit():
            return None
        return Number(
            number.start,
            other.end,
            low,
            low,
            other.value,
            figures=number.figures,
            plain=other.plain,
        )

    def _one_in(self, number: Number) -> Number | None:
        """`one in five` and `9 out of 10` as the share they state."""
        text = self.text
        found = _ONE_IN.match(text, number.end, self.end)
        if not found or number.value > 99 or number.vague or number.share:
            return None
        if text[found.end()].isalpha() and not _starts_number(text, found.end()):
            return None
        of = read_number(text, found.end(), self.end)
        if of is None or of.value <= number.value or of.value % 1 or of.vague:
            return None
        if found[0].strip().lower() == "in" and (number.value != 1 or not _is_round(of.value)):
            return None
        if not _is_round(of.value) or unit_after(text, of.end, self.end):
            return None
        share = number.value / of.value
        return Number(number.start, of.end, share, share, share, share=True, figures=of.figures)

    def _measure(
        self, number: Number, sign: tuple[str, int] | None, unit: tuple[str, int, bool] | None
    ) -> Quantity | None:
        text, end = self.text, number.end
        counted: str | None = None
        name: str | None = None
        if sign is not None:
            name = sign[0]
            if unit and units()[unit[0]].dimension == f"money {name}":
                end = unit[1]
        elif age := _AGE_AFTER.match(text, end, self.end):
            name, end = age[1].lower(), age.end()
        elif unit and self._fits(number, unit):
            name, end = self._named_unit(number, unit), unit[1]
            if units()[name].dimension in ("ratio", "mass", "volume", "area"):
                counted = counted_of(text, end, self.end, None, self.tagged)
        elif (number.vague or number.share or number.magnitude > 1) and (of := self._unit_of(end)):
            name, end = of
        else:
            found = self._count(number)
            if found is None:
                return None
            counted, end, name = found
        if number.share:
            name = name or "share"
        return self._widened(number, sign, name, counted, end)

    def _fits(self, number: Number, unit: tuple[str, int, bool]) -> bool:
        """Whether the word after the number is a unit here, not an ordinal or counted noun."""
        name, end, hyphen = unit
        text = self.text
        word = text[number.end : end].strip(" -\n")
        if name == "second" and word == "second" and number.value != 1 and not hyphen:
            return False
        if name == "m" and word == "m" and number.plain and text[number.end] == "m":
            return counted_after(text, end, self.end, True, self.tagged) is None
        return not (text[end : end + 1].isalnum() or text[end : end + 1] == "_")

    def _named_unit(self, number: Number, unit: tuple[str, int, bool]) -> str:
        name, end, _ = unit
        word = self.text[number.end : end].strip(" -\n").lower()
        if word in ("pound", "pounds"):
            # Nobody weighs in round millions, and sums of money are not "pounds of" something.
            heavy = self.text[end : end + 4] == " of "
            return "GBP" if number.magnitude >= 1e5 and not heavy else "lb"
        return name

    def _unit_of(self, at: int) -> tuple[str, int] | None:
        of = _OF.match(self.text, at, self.end)
        unit = unit_after(self.text, of.end() - 1, self.end) if of else None
        return (unit[0], unit[1]) if unit else None

    def _count(self, number: Number) -> tuple[str | None, int, str | None] | None:
        """The counted noun (or the age) of a number without a unit, its end and the unit.

        None where the number counts nothing after all.
        """
        text, end = self.text, number.end
        plural = number.value != 1 or number.high != 1
        if joined := hyphened(text, end, self.end):
            return (joined[0], joined[1], None) if joined[0] not in _NOT_COUNTED else None
        following = counted_after(text, end, self.end, plural, self.tagged)
        if following is None and number.share and number.end - number.start < 6:
            the = re.compile(r" the(?= )").match(text, end, self.end)
            noun = counted_after(text, the.end(), self.end, None, self.tagged) if the else None
            return (noun[0] if noun else None, end, None)
        if following is None and identifiers.is_part(text, number.start):
            return None
        if following is None:
            of = counted_of(text, end, self.end, None if number.share else plural, self.tagged)
            if of is not None or number.share:
                return of, end, None
        words = text[number.start : end].lower()
        if following is None and self._is_age(number):
            return None, end, "year"
        if number.figures:
            if number.plain and self._is_name_or_year(number, following is not None):
                return None
        elif following is None and (
            words in ("one", "several", "hundred", "thousand", "zero")
            or words.startswith(("a few", "a couple", "a pair", "a handful", "a score"))
            or _GROUP_BEFORE.search(text, max(0, number.start - 6), number.start)
        ):
            return None
        if following is None:
            return None, end, None
        return following[0], following[1], None

    def _is_age(self, number: Number) -> bool:
        text, start, end = self.text, number.start, number.end
        if not 0 < number.value < 120 or number.value % 1:
            return False
        if _AGED.search(text, max(0, start - 24), start):
            return True
        return (
            number.plain
            and text[end : end + 1] in (",", ".", ")", ";")
            and not text[end + 1 : end + 2].isalnum()
            and _APPOSED.search(text, max(0, start - 20), start) is not None
        )

    def _is_name_or_year(self, number: Number, counts: bool) -> bool:
        text, start, end = self.text, number.start, number.end
        if number.high != number.low:
            return number.high > 1500 and number.low > 1500 and not counts
        if approximators.before(text, start, self.floor):
            return False
        if counts:
            return identifiers.is_dated(text, start, end)
        return identifiers.is_year(text, start, end) or identifiers.may_be_named(text, start)

    def _widened(
        self,
        number: Number,
        sign: tuple[str, int] | None,
        unit: str | None,
        counted: str | None,
        end: int,
    ) -> Quantity:
        text = self.text
        start = min(number.start, sign[1]) if sign else number.start
        low: float | None = number.low
        high: float | None = number.high
        between = _BETWEEN.search(text, max(self.floor, start - 12), start)
        if between and number.low != number.high:
            start = between.start()
        word = None
        if found := approximators.before(text, start, self.floor):
            lasting = unit is not None and units()[unit].dimension == "time"
            if found[0] != "over" or not lasting or _LASTING.search(text, 0, found[1]):
                word, start = found
        if word is None and (
            later := approximators.after(text, number.end, self.end)
            or approximators.after(text, end, self.end)
        ):
            word, end = later[0], max(end, later[1])
        if word is not None and not (number.vague and approximators.kind(word) == "about"):
            low, high = approximators.widen(number.low, number.high, word)
        return Quantity(start, end, low, high, number.value, word, unit, counted)


def _starts_number(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    if word and word[0].lower() in ("a", "an"):
        word = _WORD.match(text, word.end() + 1)
    return bool(word) and word[0].lower() in WORDS  # type: ignore[index]


def _is_round(value: float) -> bool:
    return 2 <= value <= 10 or value in (12, 20, 25, 50) or (value >= 100 and value % 100 == 0)
