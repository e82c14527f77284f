"""Reading one quantity around a number: approximator, unit and counted noun."""

from __future__ import annotations

from tui.core.language import approximators, identifiers
from tui.core.language import quantity_patterns as pattern
from tui.core.language.compound_reader import CompoundReader, Measure
from tui.core.language.counted import counted_after, counted_of, hyphened
from tui.core.language.number_reader import is_round
from tui.core.language.numbers import Number, read_number
from tui.core.language.units import currency_before, unit_after, units
from tui.core.model import Quantity

_MINUS = ("-", "–", "−", "s ", "S ")
"""How what may make a number negative ends: a sign, or the word `minus`."""
_PERIODS = frozenset(
    "summer winter autumn spring season weekend evening morning session term generation".split()
)
_FEW = 20
"""Up to here a count after "hid under" or "jumped over" is of things in a place."""
_NOT_COUNTED = frozenset("way time fold sided faced dimensional piece tier party".split())


class QuantityReader(CompoundReader):
    """Reads a quantity of `text`; its span takes nothing before `floor` nor from `end` on."""

    def read(self, at: int) -> tuple[Quantity | None, int]:
        """The quantity whose number begins at `at`, and where to go on reading."""
        text = self.text
        figures = not text[at].isalpha()
        sign = currency_before(text, at, self.floor) if figures else None
        if tens := self.in_tens(at):
            return tens, tens.end
        if sign is None and (whole := self.with_article(at)):
            quantity = self._measure(whole[0], None, whole[1])
            return quantity, max(whole[0].end, quantity.end if quantity else 0)
        number = read_number(text, at, self.end, money=sign is not None)
        if number is None or number.start < self.floor:
            return None, self.past(at)
        if number.plain and text[at - 1 : at] == "." and not text[max(0, at - 2)].isalnum():
            number = self.decimal(number)
        if not number.share and (ordinal := pattern.ORDINAL.match(text, number.end)):
            return None, ordinal.end()
        if number.share:
            number = self.of_magnitude(number)
        if text[number.end : number.end + 2] == " (":
            number = self.doubled(number)
        if score := self.score(number):
            return score, score.end
        if among := self._among(number):
            return among, among.end
        unit = unit_after(text, number.end, self.end)
        reach = unit[1] if unit and text[number.end].isalpha() else number.end
        wider = self.range(number, unit[1] if unit else number.end, sign)
        if wider and unit and unit_after(text, wider.end, self.end) is None:
            # "Over two years to 12 shops"
            wider = None
        if wider:
            number, low_unit = wider, unit
            unit = unit_after(text, number.end, self.end) or low_unit
            reach = unit[1] if unit and unit[1] > number.end else number.end
            if low_unit and unit and low_unit[0] != unit[0]:
                return None, number.end
        elif ratio := self.one_in(number):
            number, unit, reach = ratio, None, ratio.end
        else:
            number, unit = self.with_change(*self.with_parts(number, unit))
            reach = max(reach, number.end)
        if figures and sign is None and self.names(number, reach):
            return None, max(number.end, self.past(at))
        if not figures and self.is_word(number):
            return None, number.end
        before = text[max(0, at - 2) : at]
        if before in _MINUS or before[-1:] in _MINUS:
            number = self.negative(number, unit is not None)
        quantity = self._measure(number, sign, unit)
        return quantity, max(number.end, quantity.end if quantity else 0)

    def _among(self, number: Number) -> Quantity | None:
        """`six nurses in ten`, `one voter out of every five`: the share they state."""
        if (
            number.figures
            or number.vague
            or number.share
            or unit_after(self.text, number.end, self.end)
        ):
            return None
        noun = counted_after(self.text, number.end, self.end, number.value != 1, self.tagged)
        found = pattern.ONE_IN.match(self.text, noun[1], self.end) if noun else None
        of = read_number(self.text, found.end(), self.end) if found else None
        if noun is None or found is None or of is None or of.figures or of.vague or of.share:
            return None
        loose = found[0] == " in " and number.value != 1 and of.value not in (10, 100)
        if loose or of.value <= number.value or not is_round(of.value):
            return None
        if unit_after(self.text, of.end, self.end) or counted_after(
            self.text, of.end, self.end, True, self.tagged
        ):
            return None
        share = number.value / of.value
        whole = Number(number.start, of.end, share, share, share, share=True, figures=False)
        return self._widened(whole, None, "share", noun[0], of.end)

    def _measure(
        self, number: Number, sign: tuple[str, int] | None, unit: Measure | None
    ) -> Quantity | None:
        text, end = self.text, number.end
        counted: str | None = None
        name: str | None = None
        if sign is not None:
            name = sign[0]
            if unit and units()[unit[0]].dimension == f"money {name}":
                end = unit[1]
        elif age := pattern.AGE_AFTER.match(text, end, self.end):
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

    def _fits(self, number: Number, unit: Measure) -> bool:
        """Whether the word after the number is a unit here, not an ordinal or counted noun."""
        name, end, hyphen = unit
        text = self.text
        word = text[number.end : end].strip(" -\n")
        if name == "second" and word == "second" and number.value != 1 and not hyphen:
            return False
        if name == "m" and word == "m" and number.plain and text[number.end] == "m":
            return counted_after(text, end, self.end, True, self.tagged) is None
        return not (text[end : end + 1].isalnum() or text[end : end + 1] == "_")

    def _named_unit(self, number: Number, unit: Measure) -> str:
        name, end, _ = unit
        word = self.text[number.end : end].strip(" -\n").lower()
        if word in ("pound", "pounds"):
            # Nobody weighs in round millions, and sums of money are not "pounds of" something.
            heavy = self.text[end : end + 4] == " of "
            return "GBP" if number.magnitude >= 1e5 and not heavy else "lb"
        return name

    def _unit_of(self, at: int) -> tuple[str, int] | None:
        of = pattern.OF.match(self.text, at, self.end)
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
        if following and number.plain and self._acts(number):
            return None
        if following is None and number.share and number.end - number.start < 6:
            if the := pattern.THE.match(text, end, self.end):
                noun = counted_after(text, the.end(), self.end, None, self.tagged)
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
            or pattern.GROUP_BEFORE.search(text, max(0, number.start - 6), number.start)
        ):
            return None
        if following is None:
            return None, end, None
        return following[0], following[1], None

    def _acts(self, number: Number) -> bool:
        """Whether a name with its number is what does something: "Apollo 11 brought rocks"."""
        if self.tagged is None or not number.figures:
            return False
        i = self.tagged.token_at(number.end)
        verb = i < len(self.tagged) and self.tagged.tags[i] == "VBD"
        return verb and identifiers.may_be_named(self.text, number.start)

    def _is_age(self, number: Number) -> bool:
        text, start, end = self.text, number.start, number.end
        if not 0 < number.value < 120 or number.value % 1:
            return False
        if pattern.AGED.search(text, max(0, start - 24), start):
            return True
        return (
            number.plain
            and text[end : end + 1] in (",", ".", ")", ";")
            and not text[end + 1 : end + 2].isalnum()
            and pattern.APPOSED.search(text, max(0, start - 20), start) is not None
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
        if number.low != number.high and (
            between := pattern.BETWEEN.search(text, max(self.floor, start - 24), start)
        ):
            start = between.start()
        word = None
        if found := approximators.before(text, start, self.floor):
            if not self._is_preposition(found, unit, counted, number):
                word, start = found
        if word is None and (
            later := approximators.after(text, number.end, self.end)
            or approximators.after(text, end, self.end)
        ):
            word, end = later[0], max(end, later[1])
        if word is not None and not (number.vague and approximators.kind(word) == "about"):
            low, high = approximators.widen(number.low, number.high, word)
        return Quantity(start, end, low, high, number.value, word, unit, counted)

    def _is_preposition(
        self, word: tuple[str, int], unit: str | None, counted: str | None, number: Number
    ) -> bool:
        """Whether `over` or `under` tells of a time or a place: "over two years", "hid under"."""
        name, start = word
        if name not in ("over", "under", "above", "below"):
            return False
        lasting = units()[unit].dimension == "time" if unit is not None else counted in _PERIODS
        if lasting and name == "over":
            return not pattern.LASTING.search(self.text, max(0, start - 24), start)
        placed = unit is None and number.value <= _FEW
        return placed and pattern.PLACED.search(self.text, max(0, start - 24), start) is not None
