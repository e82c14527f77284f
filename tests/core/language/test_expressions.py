"""Expressions: what a careful reader takes from the figures of a sentence."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tui.core.document import Document
from tui.core.language.dates import compare_dates, find_dates
from tui.core.language.quantities import compare_quantities, find_quantities
from tui.core.language.roles import with_roles
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import tag_sentences
from tui.core.model import Date, Quantity

Row = dict[str, Any]

ROWS: list[Row] = yaml.safe_load(
    Path(__file__).with_name("expressions.yaml").read_text(encoding="utf-8")
)


def read(text: str, date: str | None) -> tuple[list[Quantity], Sequence[Date]]:
    """The quantities and dates of a text, found as the claims of a document have them."""
    document = Document("a", text, date=date)
    dates = find_dates(text, 0, len(text), date)
    quantities = [
        quantity
        for sentence in tag_sentences(document, split_sentences(document))
        for quantity in with_roles(
            sentence,
            find_quantities(
                text,
                sentence.start,
                sentence.end,
                [d for d in dates if sentence.start <= d.start < sentence.end],
                sentence,
            ),
        )
    ]
    return quantities, dates


def allows(expected: Any, came: Any) -> bool:
    """Whether a value is the expected one, or one of those that a list allows."""
    if isinstance(expected, list):
        return any(allows(one, came) for one in expected)
    if isinstance(expected, int | float) and came is not None:
        return bool(came == pytest.approx(expected))
    return bool(came == expected)


def wrong_fields(expected: Row, quantity: Quantity) -> list[str]:
    wanted: Row = {"unit": None, "role": "none", **expected}
    if "is" in wanted:
        wanted |= dict.fromkeys(("low", "high", "value"), wanted.pop("is"))
    wrong = []
    for field, value in wanted.items():
        came = getattr(quantity, field, None)
        if field == "role":
            came = came or "none"
        if not allows(value, came):
            wrong.append(f"{field} of {quantity.value:g}: {came}, not {value}")
    return wrong


def wrong(row: Row) -> list[str]:
    text, date = row["text"], row.get("date")
    quantities, dates = read(text, date)
    expected, days = row.get("quantities", []), row.get("dates", [])
    faults = []
    if len(quantities) != len(expected):
        faults.append(f"quantities: {[text[q.start : q.end] for q in quantities]}")
    else:
        for one, quantity in zip(expected, quantities, strict=True):
            faults += wrong_fields(one, quantity)
    found = [(text[d.start : d.end], d.value) for d in dates]
    if len(dates) != len(days) or not all(map(allows, days, [d.value for d in dates])):
        faults.append(f"dates: {found}")
    if "against" in row:
        others, other_dates = read(row["against"], date)
        verdict: Any = "nothing found"
        if expected and quantities and others:
            verdict = compare_quantities(quantities[0], others[0])
        elif not expected and dates and other_dates:
            verdict = compare_dates(dates[0], other_dates[0])
        if not allows(row["verdict"], verdict):
            faults.append(f"against {row['against']!r}: {verdict}, not {row['verdict']}")
    return faults


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_an_expression_is_read_as_a_careful_reader_does(row: Row) -> None:
    faults = wrong(row)
    assert not faults, "\n".join([row["text"], *faults])
