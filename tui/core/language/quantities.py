"""Quantities: every number that measures or counts something, as the interval it allows.

Left out are the figures that only name or place: ordinals, years and times, list and page
numbers, `Article 5`, `Boeing 737`, `COVID-19`, telephone numbers, versions, chapter and verse.
A scoreline (`3-1`) has the unit `score` and the value winner + loser / 1000, so that it reads
the same from either side; shares (`two-thirds`, `one in five`) have the unit `share`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tui.core.language.approximators import is_close, is_inclusive, kind
from tui.core.language.lexicon import related
from tui.core.language.numbers import GLYPHS, WORDS
from tui.core.language.quantity_patterns import DECADES
from tui.core.language.quantity_reader import QuantityReader
from tui.core.language.units import units
from tui.core.model import Date, Quantity

if TYPE_CHECKING:
    from tui.core.language.tagged import TaggedSentence

Verdict = Literal["same", "compatible", "different"]

_TRIGGERS = frozenset(
    form
    for word in WORDS.union(DECADES.split("|"))
    for form in (word, word.capitalize(), word.upper())
)
_SCAN = re.compile(rf"[0-9{GLYPHS}]|[A-Za-z]+")


def find_quantities(
    text: str,
    start: int,
    end: int,
    dates: Sequence[Date] = (),
    tagged: TaggedSentence | None = None,
) -> tuple[Quantity, ...]:
    """The quantities in `text[start:end]`, in text order; none overlaps another or one of `dates`.

    A span runs from the approximator (or the currency's sign) through the unit or the counted
    noun where that follows directly. `tagged` is the sentence with its tags, where there is one;
    without it nouns are told by their form.
    """
    taken = sorted((d.start, d.end) for d in dates if d.start < end and d.end > start)
    begins = [begin for begin, _ in taken]
    found: list[Quantity] = []
    floor = position = start
    for hit in _SCAN.finditer(text, start, end):
        at = hit.start()
        if at < position or (text[at].isalpha() and hit[0] not in _TRIGGERS):
            continue
        nearest = bisect_right(begins, at) - 1
        if nearest >= 0 and taken[nearest][1] > at:
            floor = position = max(floor, taken[nearest][1])
            continue
        limit = begins[nearest + 1] if nearest + 1 < len(begins) else end
        if nearest >= 0:
            floor = max(floor, taken[nearest][1])
        quantity, position = QuantityReader(text, floor, limit, tagged).read(at)
        if quantity is not None:
            found.append(quantity)
            floor = position
    return tuple(found)


_ANYBODY = frozenset(
    "person people individual human victim casualty dead death fatality killed body injured "
    "wounded injury hurt wound other".split()
)
"""Nouns that count people by what befell them, whoever they are."""
_ALIKE = {
    word: group
    for group in (
        frozenset({"person", "individual", "human", "soul", "people"}),
        frozenset({"dead", "death", "fatality", "killed", "body"}),
        frozenset({"injured", "wounded", "injury", "hurt", "wound"}),
        frozenset({"story", "storey", "floor"}),
        frozenset({"child", "kid"}),
        frozenset({"vote", "ballot"}),
        frozenset({"plane", "airplane", "aeroplane", "aircraft"}),
    )
    for word in group
}
"""Counted nouns that count the same thing."""

_ROUNDED = 0.03
"""How far apart a figure and its rounding may lie: `1.2 million` and `1,234,000`."""
_ROUNDING = 0.49
"""The share of its last figure by which a rounded number may miss what it was made from."""
_TRIFLING = 0.003
"""What may be cut off instead of rounded: `$247 billion` for `$247.7 billion`."""
_CONVERTED = 0.05
"""The same where one was converted, and rounded again: `5 miles` and `8 km`."""
_CLOSE = 0.15
"""How far from its bound what is "just over" it may lie."""


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities measure in one dimension and, where both say it, count one noun.

    What befell those counted must be the same; then `61 deaths` and `47 people were killed` count
    the same.
    """
    if _dimension(a) != _dimension(b):
        return False
    if a.role is not None and b.role is not None:
        if a.role != b.role:
            return False
        if {a.counted, b.counted} & _ANYBODY:
            return True
    return a.counted is None or b.counted is None or _counts_alike(a.counted, b.counted)


def compare_quantities(a: Quantity, b: Quantity) -> Verdict | None:
    """How two quantities stand to each other; None where they can't be compared.

    `same`: one value, alike in what widens it. `compatible`: intervals that overlap, or figures
    that differ by rounding only. `different`: intervals that can't both be true. Two open
    intervals (`over 120`, `more than 850`) are read as speakers mean them, not far from their
    bound. Where only one says what it counts, or what befell them, a difference proves nothing, and
    is None; nor does the smaller number of one kind of people against that of all.
    """
    if {a.unit, b.unit} == {"lb", "GBP"}:
        # "Two pounds" is money where the other says so.
        a, b = replace(a, unit="GBP"), replace(b, unit="GBP")
    if not comparable(a, b):
        return None
    (a_low, a_high, a_value), (b_low, b_high, b_value) = _in_base(a), _in_base(b)
    converted = (a.unit or "") != (b.unit or "") and not _dimension(a).startswith("money ")
    slack = _CONVERTED if converted else _ROUNDED
    near = _near(a_value, b_value, slack if converted else 1e-9)
    if near and (a_low is None) == (b_low is None) and (a_high is None) == (b_high is None):
        exact = (a.low == a.high) == (b.low == b.high)
        if exact and _near(a_low, b_low, slack) and _near(a_high, b_high, slack):
            return "same"
    if near or _overlap(_narrowed(a, a_low, a_high), _narrowed(b, b_low, b_high)):
        return "different" if _lie_apart(a, b) else "compatible"
    if converted and abs(a_value - b_value) <= _whole_step(a, b):
        return "compatible"
    if _near(a_value, b_value, slack) and (converted or _one_is_rounder(a.value, b.value)):
        return "compatible"
    if a.role != b.role:
        return None
    if a.role is not None:
        return None if _may_be_part(a, b) or _may_be_part(b, a) else "different"
    return "different" if (a.counted is None) == (b.counted is None) else None


def _narrowed(
    quantity: Quantity, low: float | None, high: float | None
) -> tuple[float | None, float | None]:
    """An interval, with its open end where the words put it close: "just over three million"."""
    if is_close(quantity.approximator):
        if high is None and low is not None:
            return low, low + abs(low) * _CLOSE
        if low is None and high is not None:
            return high - abs(high) * _CLOSE, high
    return low, high


def _whole_step(a: Quantity, b: Quantity) -> float:
    """Half of the finer unit, where whole numbers of two were rounded; units of time are exact."""
    one, other = units().get(a.unit or ""), units().get(b.unit or "")
    if one is None or other is None or one.dimension == "time" or a.value % 1 or b.value % 1:
        return 0.0
    return min(one.factor, other.factor) / 2


def _lie_apart(a: Quantity, b: Quantity) -> bool:
    """Whether one is told as more than a number and the other as less than the same."""
    if a.value != b.value or a.unit != b.unit or a.approximator is None or b.approximator is None:
        return False
    if is_inclusive(a.approximator) or is_inclusive(b.approximator):
        return False
    return {kind(a.approximator), kind(b.approximator)} in ({"above", "below"}, {"above", "nearly"})


def _may_be_part(a: Quantity, b: Quantity) -> bool:
    """Whether `a` counts some of those that `b` counts all of: 12 children among 47 people."""
    special = a.counted is not None and a.counted not in _ANYBODY
    general = b.counted is None or b.counted in _ANYBODY
    return special and general and a.value < b.value


def _dimension(quantity: Quantity) -> str:
    return units()[quantity.unit].dimension if quantity.unit in units() else quantity.unit or ""


def _counts_alike(a: str, b: str) -> bool:
    return a == b or b in _ALIKE.get(a, ()) or related(a, b) in ("family", "synonym")


def _in_base(quantity: Quantity) -> tuple[float | None, float | None, float]:
    unit = units().get(quantity.unit or "")
    if unit is None:
        return quantity.low, quantity.high, quantity.value

    def convert(value: float) -> float:
        return value * unit.factor + unit.offset

    return (
        None if quantity.low is None else convert(quantity.low),
        None if quantity.high is None else convert(quantity.high),
        convert(quantity.value),
    )


def _near(a: float | None, b: float | None, slack: float) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= slack * max(abs(a), abs(b))


def _overlap(a: tuple[float | None, float | None], b: tuple[float | None, float | None]) -> bool:
    """Whether intervals meet; an open one reaches to twice (or half) its bound, as it is meant."""
    (a_low, a_high), (b_low, b_high) = a, b
    if a_high is None and b_high is None:
        return _near(a_low, b_low, 0.1)
    if a_low is None and b_low is None:
        return _near(a_high, b_high, 0.1)
    return _floor(a) <= _ceiling(b) and _floor(b) <= _ceiling(a)


def _floor(interval: tuple[float | None, float | None]) -> float:
    low, high = interval
    return low if low is not None else (high or 0.0) / 2


def _ceiling(interval: tuple[float | None, float | None]) -> float:
    low, high = interval
    return high if high is not None else (low or 0.0) * 2


def _one_is_rounder(a: float, b: float) -> bool:
    """Whether one figure is large or has decimals and is what the other rounds to."""
    if max(abs(a), abs(b)) < 1000 and a == int(a) and b == int(b):
        return False
    gap = max(max(_step(a), _step(b)) * _ROUNDING, max(abs(a), abs(b)) * _TRIFLING)
    return _digits(a) != _digits(b) and abs(a - b) <= gap


def _step(value: float) -> float:
    """What the last figure of a number that is no zero counts: 1,000 in 32,000, 0.1 in 4.9."""
    figures, _, exponent = f"{value:.11e}".partition("e")
    return float(10.0 ** (int(exponent) - len(figures.strip("-").rstrip("0").replace(".", "")) + 1))


def _digits(value: float) -> int:
    return len(f"{value:.12g}".replace(".", "").replace("-", "").strip("0"))
