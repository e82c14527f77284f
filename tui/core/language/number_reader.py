"""Numbers in their surroundings: ranges, scorelines, shares; and names that only look so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.core.language import identifiers
from tui.core.language import quantity_patterns as pattern
from tui.core.language.numbers import WORDS, Number, read_number
from tui.core.language.units import unit_after
from tui.core.model import Quantity

if TYPE_CHECKING:
    from tui.core.language.tagged import TaggedSentence

_ONE_BEFORE = frozenset(
    "no this that each every any which the another some such big little last next first loved other"
    " right wrong good bad new old latest previous former latter number day square many not a"
    " an my your his her our their".split()
)
_ONE_AFTER = frozenset(
    "of another by day time thing way side hand that who whom whose which can could should must may"
    " might will would is was has had does did in on at to as and or more else too after before"
    " over up down out off from for with than so such key major reason example".split()
)


class NumberReader:
    """Reads numbers of `text`, taking nothing before `floor` nor from `end` on."""

    def __init__(self, text: str, floor: int, end: int, tagged: TaggedSentence | None) -> None:
        self.text, self.floor, self.end, self.tagged = text, floor, end, tagged

    def decimal(self, number: Number) -> Number:
        """`.436`, whose point stands before the figures."""
        if number.start - 1 < self.floor:
            return number
        value = number.value / 10 ** (number.end - number.start)
        return Number(number.start - 1, number.end, value, value, value, figures=True)

    def doubled(self, number: Number) -> Number:
        """`ten (10)`: the number with the brackets that say it again."""
        text = self.text
        found = pattern.DOUBLED.match(text, number.end, self.end)
        if not found or found[1][0].isdigit() == number.figures:
            return number
        again = read_number(text, found.start(1), self.end)
        if again is None or again.end != found.end(1) or again.value != number.value:
            return number
        return replace(number, end=found.end())

    def negative(self, number: Number, unit: bool) -> Number:
        """`-12 °C`, `minus 12`; a hyphen needs a unit after the number, as it may be a bullet."""
        text = self.text
        found = pattern.MINUS.search(text, max(self.floor, number.start - 15), number.start)
        if not found or number.low != number.high or (found[0] == "-" and not unit):
            return number
        value = -number.value
        return replace(number, start=found.start(), value=value, low=value, high=value, plain=False)

    def past(self, at: int) -> int:
        """The end of the figures or the word at `at`, which hold no quantity."""
        if telephone := identifiers.telephone_end(self.text, at):
            return min(telephone, self.end)
        found = pattern.FIGURES.match(self.text, at, self.end) or pattern.WORD.match(
            self.text, at, self.end
        )
        return found.end() if found else at + 1

    def names(self, number: Number, reach: int) -> bool:
        text, start = self.text, number.start
        return (
            identifiers.is_code(text, start, reach)
            or (not _is_grouped(number) and identifiers.telephone_end(text, start) is not None)
            or identifiers.is_named(text, start)
            or identifiers.is_label(text, start, number.end)
            or (number.plain and identifiers.is_house(text, number.end))
        )

    def is_word(self, number: Number) -> bool:
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
            opening = pattern.SENTENCE_START.search(text, max(0, start - 12), start)
            hyphened_name = text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper()
            if not opening or hyphened_name:
                return True
        if text[start:end].lower() == "zero":
            return text[end : end + 1] == "-" or self.last_word(start) in ("ground", "net", "from")
        if text[start:end].lower() != "one":
            return False
        word = self.last_word(start)
        if word in _ONE_BEFORE:
            return True
        if word == "only" and text[max(0, start - 9) : start].lower() == "the only ":
            return True
        following = pattern.NEXT_WORD.match(text, end, self.end)
        return not following or following[1].lower() in _ONE_AFTER

    def last_word(self, at: int) -> str:
        found = pattern.LAST_WORD.search(self.text, max(0, at - 24), at)
        return found[1].lower() if found else ""

    def score(self, number: Number) -> Quantity | None:
        """`3-1`, `2–0`, `voted 5 to 4`: two figures that are no range."""
        text = self.text
        found = pattern.RANGE.match(text, number.end, self.end)
        if not (found and number.plain and found[2] not in ("or", "and")):
            return None
        other = read_number(text, found.end(), self.end)
        if other is None or not other.plain or text[other.end : other.end + 1] in ("-", "–", "/"):
            return None
        if max(number.value, other.value) >= 1000 or number.figures != other.figures:
            return None
        window = max(0, number.start - 56)
        told = pattern.SCORE_BEFORE.search(text, window, number.start) or pattern.SCORE_AFTER.match(
            text, other.end
        )
        hyphen = bool(found[1])
        if hyphen and text[number.end : found.end()] != found[1]:
            hyphen = False
        falling = number.value >= other.value
        if not (told and (hyphen or falling)) and not (hyphen and falling):
            return None
        if self.names(number, other.end) or unit_after(text, other.end, self.end):
            return None
        value = max(number.value, other.value) + min(number.value, other.value) / 1000
        return Quantity(number.start, other.end, value, value, value, None, "score", None)

    def range(self, number: Number, reach: int, sign: tuple[str, int] | None) -> Number | None:
        """`20 to 30`, `5–7 million`, `between $5 and $7`, from the first number and its unit."""
        text = self.text
        found = pattern.RANGE.match(text, reach, self.end) or pattern.RANGE.match(
            text, number.end, self.end
        )
        if not found or number.share or number.vague:
            return None
        start = sign[1] if sign else number.start
        between = pattern.BETWEEN.search(text, max(0, start - 24), start)
        if found[2] and (found[2].lower() == "and") != bool(between):
            return None
        if (
            found[2]
            and found[2].lower() == "to"
            and self.last_word(start) == "from"
            and not pattern.RANGING.search(text, max(0, start - 24), start)
        ):
            return None
        at = found.end()
        if again := pattern.SIGN.match(text, at, self.end):
            at = again.end()
        if at >= self.end or (text[at].isalpha() and not _starts_number(text, at)):
            return None
        other = read_number(text, at, self.end, money=sign is not None)
        if other is None or other.share or other.vague or pattern.ORDINAL.match(text, other.end):
            return None
        low = number.value
        if number.magnitude == 1.0 and low < other.value / other.magnitude:
            low *= other.magnitude
        widest = {"or": 10.0, "to": 100.0}.get(found[2] or "", 1e9)
        if low >= other.value or other.value > widest * max(low, 1.0):
            # "Rose 19.96 to 9,092.91" is a change and where it led.
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
            plain=other.plain and number.figures,
        )

    def one_in(self, number: Number) -> Number | None:
        """`one in five` and `9 out of 10` as the share they state."""
        text = self.text
        found = pattern.ONE_IN.match(text, number.end, self.end)
        if not found or number.value > 99 or number.vague or number.share:
            return None
        if text[found.end()].isalpha() and not _starts_number(text, found.end()):
            return None
        of = read_number(text, found.end(), self.end)
        if of is None or of.value <= number.value or of.value % 1 or of.vague:
            return None
        if found[0].strip().lower() == "in" and (number.value != 1 or not is_round(of.value)):
            # "Six in ten", "two in three of them", never "two in 12 days".
            of_them = text[of.end : of.end + 4] == " of "
            if number.figures or of.figures or (of.value != 10 and not (of.value < 10 and of_them)):
                return None
        if not is_round(of.value) or unit_after(text, of.end, self.end):
            return None
        share = number.value / of.value
        return Number(number.start, of.end, share, share, share, share=True, figures=of.figures)


def _starts_number(text: str, at: int) -> bool:
    word = pattern.WORD.match(text, at)
    if word and word[0].lower() in ("a", "an"):
        word = pattern.WORD.match(text, word.end() + 1)
    return bool(word) and word[0].lower() in WORDS  # type: ignore[index]


def _is_grouped(number: Number) -> bool:
    """Whether the figures stand in groups of three, as no telephone number's do."""
    return not number.plain and number.value >= 1000 and number.value % 1 == 0


def is_round(value: float) -> bool:
    """Whether shares are told of so many: five, ten, a hundred."""
    return 2 <= value <= 10 or value in (12, 20, 25, 50) or (value >= 100 and value % 100 == 0)
