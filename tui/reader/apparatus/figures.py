"""Numbers and dates side by side: as each source writes them, what they mean, how they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from tui.core.language.dates import compare_dates
from tui.core.language.quantities import comparable, compare_quantities
from tui.core.model import Claim, Date, Quantity
from tui.reader.apparatus.collation import same_figure
from tui.reader.index import one_line
from tui.reader.lists.dates import value_words

if TYPE_CHECKING:
    from tui.reader.index import Index

Verdict = Literal["same", "figure", "compatible", "differ", "alone", "apart"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a date of one source."""

    name: str
    """What its source is called."""
    written: str
    means: str
    """Its value, in a word; empty where what is written says it."""
    short: str
    """The value alone, as a verdict names it."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Numbers that count the same, or dates that answer the same question."""

    name: str
    """What is counted, or `date`."""
    figures: tuple[Figure, ...]
    verdict: Verdict
    words: str
    """The verdict in words: `differ: 47 and 61`."""


T = TypeVar("T", Quantity, Date)


def figure_rows(index: Index, claims: Sequence[Claim], names: Sequence[str]) -> list[FigureRow]:
    """The numbers of some claims, then their dates, the first claim's first.

    `names` is what each claim is called.
    """
    called = dict(zip((claim.id for claim in claims), names, strict=True))
    numbers = [(claim, q) for claim in claims for q in claim.quantities]
    dates = [(claim, d) for claim in claims for d in claim.dates]
    only = all(len(claim.dates) < 2 for claim in claims)
    found = []
    for group in _groups(numbers, _numbers_fit):
        figures = [_figure(index, c, called, q.start, q.end, *_number(q)) for c, q in group]
        verdict = _worst(_stand(a, b) for a, b in _across(group))
        found.append(_row(_counted(q for _, q in group), figures, verdict))
    for days in _groups(dates, lambda a, b: _days_fit(a, b, only)):
        figures = [_figure(index, c, called, d.start, d.end, *_day(d)) for c, d in days]
        verdict = _worst(compare_dates(a, b) for a, b in _across(days))
        found.append(_row("date", figures, verdict))
    return found


def _groups(
    items: Sequence[tuple[Claim, T]], fit: Callable[[T, T], int]
) -> list[list[tuple[Claim, T]]]:
    """Items of different claims that go together; each joins the group it fits best."""
    groups: list[list[tuple[Claim, T]]] = []
    for claim, item in items:
        fits = [
            0 if any(c is claim for c, _ in group) else min(fit(o, item) for _, o in group)
            for group in groups
        ]
        best = max(fits, default=0)
        if best:
            groups[fits.index(best)].append((claim, item))
        else:
            groups.append([(claim, item)])
    return groups


def _numbers_fit(a: Quantity, b: Quantity) -> int:
    """0 where two quantities do not count the same; more, the better they fit."""
    if not comparable(a, b):
        return int(same_figure(a, b))
    return {"same": 4, "compatible": 3, "different": 2, None: 1}[compare_quantities(a, b)]


def _days_fit(a: Date, b: Date, only: bool) -> int:
    """The same for dates; two that exclude each other go together where there are no others."""
    return {"same": 3, "compatible": 2, "different": int(only), None: int(only)}[
        compare_dates(a, b)
    ]


def _across(group: Sequence[tuple[Claim, T]]) -> Iterator[tuple[T, T]]:
    for k, (_, a) in enumerate(group):
        for _, b in group[k + 1 :]:
            yield a, b


def _stand(a: Quantity, b: Quantity) -> str | None:
    verdict = compare_quantities(a, b)
    return "figure" if verdict is None and same_figure(a, b) else verdict


_RANK: dict[str | None, Verdict] = {
    "same": "same",
    "figure": "figure",
    "compatible": "compatible",
    None: "apart",
    "different": "differ",
}
_ORDER: Sequence[Verdict] = ("same", "figure", "compatible", "apart", "differ")


def _worst(verdicts: Iterable[str | None]) -> Verdict:
    found = [_RANK.get(v, "apart") for v in verdicts]
    return max(found, key=_ORDER.index) if found else "alone"


def _row(name: str, figures: Sequence[Figure], verdict: Verdict) -> FigureRow:
    *values, last = dict.fromkeys(f.short for f in figures)
    words = {
        "same": "same",
        "figure": "the same figure",
        "compatible": "may be the same",
        "differ": f"differ: {', '.join(values)} and {last}",
        "apart": "cannot be compared",
        "alone": f"only in {figures[0].name}",
    }[verdict]
    return FigureRow(name, tuple(figures), verdict, words)


def _figure(
    index: Index,
    claim: Claim,
    called: Mapping[str, str],
    start: int,
    end: int,
    means: str,
    short: str,
) -> Figure:
    written = one_line(index.comparison.documents[claim.document].text, start, end)
    told = means == written or says(written, means)
    return Figure(called[claim.id], written, "" if told else means, short or written)


def says(written: str, means: str) -> bool:
    """Whether what is written has every part of a date, as `June 1, 2023` has of `1 Jun 2023`."""
    parts, wanted = (re.findall(r"\d+|[^\W\d_]+", each) for each in (written, means))
    months = {part[:3] for part in parts if part.isalpha()}
    return bool(wanted) and all(part in months or part in parts for part in wanted)


def _counted(quantities: Iterable[Quantity]) -> str:
    """What is counted, with what befell it: `person injured`; or `number`.

    Empty where that is a unit, which stands with each number.
    """
    for q in quantities:
        if q.counted:
            return f"{q.counted} {q.role}" if q.role else q.counted
        if q.role or q.unit:
            return q.role or ""
    return "number"


def _number(q: Quantity) -> tuple[str, str]:
    if q.unit == "score":
        return "", ""
    unit = "%" if q.unit == "%" else f" {q.unit}" if q.unit and q.unit != "share" else ""
    means = plain_number(q.value) + unit
    # A verdict tells a unit as it is written: `30 days` and not `30 day`.
    short = "" if unit.startswith(" ") else means
    if q.low == q.high:
        return means, short
    if q.high is None:
        return f"{plain_number(q.low or 0.0)} or more{unit}", short
    if q.low is None:
        return f"{plain_number(q.high)} or less{unit}", short
    return f"{plain_number(q.low)}–{plain_number(q.high)}{unit}", short


def plain_number(value: float) -> str:
    """A number as people write it: `1,078`, `0.5`."""
    rounded = f"{value:,.3f}".rstrip("0").rstrip(".")
    return rounded or "0"


def _day(d: Date) -> tuple[str, str]:
    words = value_words(d.value) if d.value else ""
    return words, words
