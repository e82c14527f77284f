"""Two unlike numbers that both hold: the part and the rest, a month and four weeks, a clock."""

from __future__ import annotations

from tui.core.alignment.arguments import Reading
from tui.core.alignment.pairing import Pairing
from tui.core.language.units import units
from tui.core.model import Quantity

WHOLE, NEARLY = 100.0, 2.0
"""All of a thing in per cent, and how far two shares that make it up may miss it."""
MONTH = 0.12
"""How far a time told in months may lie from the same in weeks or days, as a part of the longer:
four weeks are a month, and so are thirty days."""
HALF_DAY, MINUTES = 12, 0.6
"""Hours of half a day, and what the minutes after a point are below."""
ROUNDED = 1 / 3
"""Hours by which a time told as a full hour may miss the time on a clock."""


def both_hold(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether two numbers that differ may be told of one thing all the same."""
    if _are_months(x, y) or _are_times(p, x, y):
        return True
    return _are_part_and_rest(p, x, y) or _is_one_besides(x, y) or _is_one_besides(y, x)


def make_up_whole(p: Pairing) -> bool:
    """Whether two numbers make up all of something that one claim tells of and the other denies or
    tells the opposite of: "half passed", "half failed"; "six of ten", "in four of ten none"."""
    one, other = p.a.claim.quantities, p.b.claim.quantities
    wholes = {q.value for q in one if q.unit is None} & {q.value for q in other if q.unit is None}
    for x in one:
        for y in other:
            parts = _percent(x), _percent(y)
            if parts[0] is not None and parts[1] is not None:
                if abs(parts[0] + parts[1] - WHOLE) <= NEARLY:
                    return True
            elif x.unit is y.unit is None and x.value + y.value in wholes:
                return True
    return False


def _is_one_besides(others: Quantity, q: Quantity) -> bool:
    """Whether one number leaves out whom it is told of: "with thirteen others", "fourteen"."""
    return others.counted == "other" and others.unit is None and others.value + 1 == q.value


def _are_part_and_rest(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether two numbers make up the whole that one claim names, or all: "two thirds are sold", "a
    third is left"; not where the same is told of both, and denied of neither."""
    told = any(_is_deed(p, i, j) for i, j, tie in p.pairs if tie == "same")
    if told and p.a.claim.negated == p.b.claim.negated:
        return False
    one, other = _percent(x), _percent(y)
    if one is not None and other is not None:
        return abs(one + other - WHOLE) <= NEARLY
    whole = x.value + y.value
    known = (q for r in (p.a, p.b) for q in r.claim.quantities if q not in (x, y))
    return x.unit is y.unit is None and any(q.unit is None and q.value == whole for q in known)


def _is_deed(p: Pairing, i: int, j: int) -> bool:
    x, y = p.a.items[i], p.b.items[j]
    return x.kind == "verb" and not (x.light or y.light)


def _percent(q: Quantity) -> float | None:
    known = units().get(q.unit or "")
    return q.value * known.factor if known is not None and known.dimension == "ratio" else None


def _are_months(x: Quantity, y: Quantity) -> bool:
    if {x.unit, y.unit} not in ({"month", "week"}, {"month", "day"}, {"month", "fortnight"}):
        return False
    one, other = ([v * units()[q.unit or ""].factor for v in _ends(q)] for q in (x, y))
    return one[0] <= other[1] * (1 + MONTH) and other[0] <= one[1] * (1 + MONTH)


def _ends(q: Quantity) -> tuple[float, float]:
    return q.value if q.low is None else q.low, q.value if q.high is None else q.high


def _are_times(p: Pairing, x: Quantity, y: Quantity) -> bool:
    """Whether one number is written as a time of day, and the other is nearly the same hour of
    either half of the day: "01.50", "nearly two"."""
    clocks = is_clock(p.a, x), is_clock(p.b, y)
    hours = all(clock or q.value % 1 == 0 for clock, q in zip(clocks, (x, y), strict=True))
    if not any(clocks) or not hours or not (_is_bare(x) and _is_bare(y)):
        return False
    apart = abs(_hours(x) - _hours(y)) % HALF_DAY
    return min(apart, HALF_DAY - apart) <= ROUNDED


def is_clock(r: Reading, q: Quantity) -> bool:
    """Whether a number without a unit is written as a time of day: "21.15"."""
    words = r.text[q.start : q.end]
    written = words[-3:-2] == "." and words[-2:].isdigit()
    return written and _is_bare(q) and q.value < 2 * HALF_DAY and q.value % 1 < MINUTES


def _hours(q: Quantity) -> float:
    return q.value // 1 + q.value % 1 / MINUTES


def _is_bare(q: Quantity) -> bool:
    return q.unit is None and q.counted is None
