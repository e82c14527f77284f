"""Numbers told in several words with their units: `6 ft 2 in`, `a dollar fifty`, `a year and a
half`, `two-thirds of a million`, `in her forties`."""

from __future__ import annotations

from dataclasses import replace

from tui.core.language import quantity_patterns as pattern
from tui.core.language.number_reader import NumberReader
from tui.core.language.number_words import AND_A_HALF, factor_of
from tui.core.language.numbers import Number, read_number
from tui.core.language.units import unit_after, units
from tui.core.model import Quantity

Measure = tuple[str, int, bool]
"""A unit as it was read: its name, where it ends, and whether a hyphen joins it."""

_PARTS = {
    "foot": ("inch", 12),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "lb": ("ounce", 16),
    "year": ("month", 12),
}
"""The unit that may go on after another, and how many of it make one."""
_TENS = {word: 10.0 * k for k, word in enumerate(pattern.DECADES.split("|"), start=2)}
"""`forties` and its like: what a person's age is in."""

_PART_OF_TENS = {"": (0.0, 9.0), "early": (0.0, 4.0), "mid": (3.0, 7.0), "late": (5.0, 9.0)}
"""How far into the ten years such an age may be."""


class CompoundReader(NumberReader):
    """Reads what goes on after a unit, or began before the number."""

    def with_parts(self, number: Number, unit: Measure | None) -> tuple[Number, Measure | None]:
        """`6 ft 2 in` and `2 hours 15 minutes` as one number of the larger unit."""
        text = self.text
        while unit and unit[0] in _PARTS and number.low == number.high:
            smaller, parts = _PARTS[unit[0]]
            joint = pattern.FURTHER.match(text, unit[1], self.end)
            other = read_number(text, joint.end(), self.end) if joint else None
            if other is None or other.low != other.high or not 0 < other.value < parts:
                break
            more = unit_after(text, other.end, self.end)
            if smaller == "inch" and more is None:
                inches = pattern.INCHES.match(text, other.end, self.end)
                more = ("inch", inches.end(), False) if inches else None
                if more is None and joint and joint[0] == "-" and unit[2]:
                    more = ("inch", other.end, True)  # "5-foot-11"
            if more is None or more[0] != smaller:
                break
            whole = number.value + other.value * units()[smaller].factor / units()[unit[0]].factor
            number = Number(number.start, other.end, whole, whole, whole, figures=number.figures)
            unit = (unit[0], more[1], more[2])
        if (
            unit
            and number.low == number.high
            and (half := AND_A_HALF.match(text, unit[1], self.end))
        ):
            whole = number.value + (0.5 if half[1].lower() == "half" else 0.25)
            number = Number(number.start, half.end(), whole, whole, whole, figures=number.figures)
            unit = (unit[0], half.end(), unit[2])
        return number, unit

    def with_change(self, number: Number, unit: Measure | None) -> tuple[Number, Measure | None]:
        """`two pounds ninety-five` as one sum of money."""
        if unit is None or number.low != number.high or number.value % 1:
            return number, unit
        name = "GBP" if unit[0] == "lb" else unit[0]
        joint = pattern.SMALL_CHANGE.match(self.text, unit[1], self.end)
        other = read_number(self.text, joint.end(), self.end) if joint else None
        if other is None or other.low != other.high or not 1 <= other.value <= 99:
            return number, unit
        if not units()[name].dimension.startswith("money ") or (
            pattern.SUM_ENDS.match(self.text, other.end, self.end) is None
        ):
            return number, unit
        whole = number.value + other.value / 100
        number = Number(number.start, other.end, whole, whole, whole, figures=number.figures)
        return number, (name, other.end, unit[2])

    def with_article(self, at: int) -> tuple[Number, Measure] | None:
        """`a dollar fifty`, `an hour and a half`, `a year and three months`, from the last number
        in it."""
        text = self.text
        one = pattern.ONE_UNIT.search(text, max(self.floor, at - 24), at)
        unit = unit_after(text, one.start("unit") - 1, self.end) if one else None
        if one is None or unit is None or unit[1] != one.end("unit"):
            return None
        name = "GBP" if unit[0] == "lb" else unit[0]
        money = units()[name].dimension.startswith("money ")
        if part := pattern.PART_OF_UNIT.match(text, at, self.end) if one["and_a"] else None:
            value = 1.0 + (0.5 if part[0].lower() == "half" else 0.25)
            number = Number(one.start(), part.end(), value, value, value)
            return number, (name if money else unit[0], part.end(), False)
        other = read_number(text, at, self.end)
        if other is None or other.low != other.high or other.start != at:
            return None
        whole = Number(one.start(), unit[1], 1.0, 1.0, 1.0)
        if money and not one["and"]:
            found, measure = self.with_change(whole, (name, unit[1], False))
        elif one["and"] and unit[0] in _PARTS:
            found, measure = self.with_parts(whole, unit)
        else:
            return None
        return (found, measure) if measure and found.value > 1 else None

    def of_magnitude(self, number: Number) -> Number:
        """`two-thirds of a million` as the number it makes."""
        found = pattern.OF_MAGNITUDE.match(self.text, number.end, self.end)
        if not found:
            return number
        factor = factor_of(found[1].lower())
        value = float(f"{number.value * factor:.12g}")
        return replace(
            number,
            end=found.end(),
            value=value,
            low=value,
            high=value,
            magnitude=factor,
            share=False,
            figures=False,
        )

    def in_tens(self, at: int) -> Quantity | None:
        """`in her forties`, `in his early sixties`: an age."""
        word = pattern.WORD.match(self.text, at, self.end)
        tens = _TENS.get(word[0].lower()) if word else None
        whose = pattern.IN_THEIR.search(self.text, max(self.floor, at - 18), at) if tens else None
        if word is None or tens is None or whose is None:
            return None
        low, high = _PART_OF_TENS[(whose["part"] or "").lower()]
        return Quantity(
            whose.start("start"), word.end(), tens + low, tens + high, tens + low, None, "year"
        )
