import re

import pytest
from common import SHARED, UnavailableError
from hypothesis import given
from hypothesis import strategies as st
from madeup import GENERATED, bodies, namesakes, people
from scale import COUNTS, Cost, doublings, exponent, main, news, page

SIZES = [100.0, 200.0, 400.0, 800.0]


@given(st.floats(0.1, 3), st.floats(0.001, 1000))
def test_the_exponent_of_a_power_is_found_whatever_the_unit(power: float, unit: float) -> None:
    costs = [unit * size**power for size in SIZES]
    assert exponent(SIZES, costs) == pytest.approx(power)
    assert doublings(SIZES, costs) == pytest.approx([2**power] * 3)


def test_steps_that_are_no_doublings_are_read_as_if_they_were() -> None:
    assert doublings([100, 400, 600], [1, 4, 6]) == pytest.approx([2, 2])
    assert doublings([100, 400], [1, 16]) == pytest.approx([4])


def test_made_up_texts_repeat_and_hold_their_names() -> None:
    for make in GENERATED.values():
        assert make(30) == make(30)
        assert len(make(60)) > 1.8 * len(make(30))
    assert len(set(re.findall(r"\(([A-Z]{4})\)", bodies(200)))) == 200
    full = re.findall(r"[A-Z]\w+ [A-Z]\w+(?= (?:said|among|left|about))", people(200))
    assert len({name.split()[1] for name in full}) == len(full) > 100
    shared = re.findall(r"[A-Z]\w+ ([A-Z]\w+)(?= (?:said|among|left|about))", namesakes(400))
    assert len(set(shared)) <= 50


def test_the_page_tells_exponents_and_doublings() -> None:
    costs = [
        Cost(
            f"{n}",
            n,
            10 * n,
            n,
            tags=n / 100,
            finding=n**2 / 1e4,
            plain=n / 50,
            tags_mb=40,
            finding_mb=n,
        )
        for n in (100, 200, 400)
    ]
    about = {"version": "1", "commit": "abc", "python": "3", "cores": "2"}
    text = page({"names": costs}, about, 3)
    row = next(line for line in text.splitlines() if line.startswith("| names  |"))
    assert [cell.strip() for cell in row.strip("|").split("|")][1:4] == ["1.00", "2.00", "1.00"]
    assert row.strip("| ").endswith("4.00")
    assert "| names: 400 |        400 |" in text


def test_the_news_are_distinct(tmp_path) -> None:
    (tmp_path / "none.jsonl").touch()
    with pytest.raises(UnavailableError, match="holds 0 documents"):
        news(tmp_path / "none.jsonl", 5)
    path = SHARED / "dev" / "entities" / "meantime.jsonl"
    if not path.exists():
        pytest.skip("the evaluation data is not here")
    assert len(set(news(path, max(COUNTS)))) == max(COUNTS)


def test_a_series_that_there_is_not_is_told(capsys) -> None:
    assert main(["--only", "nonesuch"]) == 2
    assert "bench/scale: " in capsys.readouterr().err
