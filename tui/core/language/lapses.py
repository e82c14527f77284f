"""Durations of one unit (`a fortnight`, `a month's notice`), `twice` and `a single shot`, parts of
something that is not named (`by half`, `a tenth less`), and what a quantity is told for: `£12 an
hour`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.core.language import approximators
from tui.core.language import lapse_patterns as pattern
from tui.core.language.counted import singular
from tui.core.language.units import unit_after, units
from tui.core.model import Quantity

PARTS = {
    word: n
    for n, word in enumerate(
        "half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 2
    )
}
"""What one whole is divided by."""
PREPOSITIONS = frozenset(("over", "under", "above", "below"))
MEASURED = frozenset("length mass volume area".split())
"""What is measured in units of which one is worth telling."""


def find_lapses(
    text: str, start: int, end: int, quantities: Sequence[Quantity]
) -> Iterator[Quantity]:
    """Durations of a single unit in `text[start:end]` that are none of `quantities`."""
    for hit in pattern.LAPSE.finditer(text, start, end):
        unit = hit["unit"].lower()
        begin = max(start, hit.start() - 12)
        if any(q.start < hit.end() and hit.start() < q.end for q in quantities):
            continue
        if any(q.end == hit.start() - 1 for q in quantities) or pattern.TIMES_BEFORE.search(
            text, begin, hit.start()
        ):
            continue
        owned = hit[0][-2:] in ("'s", "’s")
        cue = pattern.LAPSE_BEFORE.search(text, begin, hit.start())
        told = pattern.LAPSE_AFTER.match(text, hit.end(), end)
        if cue or owned or told or unit == "fortnight":
            about = approximators.before(text, hit.start(), start)
            if about is None:
                yield Quantity(hit.start(), hit.end(), 1.0, 1.0, 1.0, None, unit)
                continue
            low, high = approximators.widen(1.0, 1.0, about[0])
            yield Quantity(about[1], hit.end(), low, high, 1.0, about[0], unit)


def find_measures(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Measures of one unit in `text[start:end]`, told as near it: "just over a metre"."""
    for hit in pattern.ARTICLE.finditer(text, start, end):
        unit = unit_after(text, hit.end(), end)
        if unit is None or units()[unit[0]].dimension not in MEASURED:
            continue
        about = approximators.before(text, hit.start(), start)
        # "spread over a yard"
        if about is not None and about[0] not in PREPOSITIONS:
            low, high = approximators.widen(1.0, 1.0, about[0])
            yield Quantity(about[1], unit[1], low, high, 1.0, about[0], unit[0])


def find_shares(
    text: str, start: int, end: int, quantities: Sequence[Quantity]
) -> Iterator[Quantity]:
    """Parts in `text[start:end]` that are none of `quantities`: "fell by half", "left a third"."""
    for hit in pattern.SHARE.finditer(text, start, end):
        if any(q.start < hit.end() and hit.start() < q.end for q in quantities):
            continue
        if pattern.NO_SHARE_BEFORE.search(text, max(start, hit.start() - 12), hit.start()):
            continue
        value = 1 / PARTS[(hit["part"] or hit["half"]).lower()]
        about = approximators.before(text, hit.start(), start)
        low, high = approximators.widen(value, value, about[0]) if about else (value, value)
        begin, near = (about[1], about[0]) if about else (hit.start(), None)
        yield Quantity(begin, hit.end(), low, high, value, near, "share")


def find_times(text: str, start: int, end: int) -> Iterator[Quantity]:
    """`twice` and `thrice` as so many times, `a single shot` as one of what it names."""
    for hit in pattern.SO_OFTEN.finditer(text, start, end):
        if hit["noun"]:
            yield Quantity(hit.start(), hit.end(), 1.0, 1.0, 1.0, None, None, singular(hit["noun"]))
        else:
            value = 2.0 if hit[0].lower() == "twice" else 3.0
            yield Quantity(hit.start(), hit.end(), value, value, value, None, None, "time")


def rate(text: str, q: Quantity, end: int) -> float | None:
    """How often a year a quantity is told to come: 12 for `£90 a month`; None where it is not."""
    hit = pattern.PER.match(text, q.end, end)
    if not hit:
        return None
    unit = {"night": "day", "annum": "year"}.get(hit["unit"].lower(), hit["unit"].lower())
    return units()["year"].factor / units()[unit].factor
