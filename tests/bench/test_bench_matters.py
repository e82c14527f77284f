"""The comparisons that the encoder was trained on, and how they are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from matters import FILES, Claim, Link, is_held_out, passages, read

TEXT = """\
== ferry on a rock
a1 The ferry struck a rock
a2 + and sank within the hour.
a3 Nobody drowned.
b1 - The cook was asleep.
b2 =a3 All aboard were saved,
b3 ~a2 + but the ship went down after two hours.

== a second matter
a1 It rained.
b1 !a1 No drop fell.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "matters.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_matter_has_its_claims_and_its_links(file: Path) -> None:
    first, second = read(file)
    assert first.title == "ferry on a rock"
    assert first.a[1] == Claim("and sank within the hour.", True)
    assert first.links == [Link("agrees", 2, 1), Link("differs", 1, 2)]
    assert second.links == [Link("contradicts", 0, 0)]


def test_each_claim_stands_in_its_sentence(file: Path) -> None:
    first, _ = read(file)
    found = passages(first.a)
    assert [x.text for x in found] == [
        "The ferry struck a rock",
        "and sank within the hour",
        "Nobody drowned",
    ]
    assert found[1].before.strip() == "The ferry struck a rock"
    assert found[0].after.strip() == "and sank within the hour."
    assert found[2].before == ""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("b2 =a3", "b2 =a9", "matters.txt:6: there is no a9"),
        ("a3 Nobody", "a4 Nobody", "matters.txt:4: claim 3 is expected"),
        ("b1 - The", "b1 The", "matters.txt:5: not understood"),
        ("a1 The", "a1 + The", "matters.txt:2: no sentence to go on with"),
        ("== ferry on a rock\n", "", "matters.txt:1: a claim before the first title"),
    ],
)
def test_a_faulty_line_is_told(file: Path, old: str, new: str, told: str) -> None:
    file.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(told)):
        read(file)


def test_all_files_can_be_read_and_an_eighth_is_held_out() -> None:
    found = [read(path) for path in sorted(FILES.glob("*.txt"))]
    total = sum(map(len, found))
    held = sum(is_held_out(k) for matters in found for k in range(len(matters)))
    assert total / 8 <= held < total / 7
