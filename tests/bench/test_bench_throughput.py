import pytest
import throughput
from batch import peak_mb, resident_mb
from common import SEEDS, SHARED, UnavailableError
from throughput import (
    STEPS,
    Job,
    broken,
    hexapla_reader,
    main,
    medians,
    megabytes_a_minute,
    net,
    news,
    page,
    prefix,
    speed,
    spread,
)

FOUND = {
    "characters": 900_000.0,
    "bytes": 2.0**20,
    "seconds": 30.0,
    "before_mb": 50.0,
    "text_mb": 52.0,
    "peak_mb": 60.0,
    **{f"{name} s": 7.5 for name in STEPS},
    **{f"{name} MB": 53.0 + i for i, name in enumerate(STEPS)},
}


def test_texts_are_spread_over_all_and_cut_at_whole_characters() -> None:
    assert spread(list("abcdef"), 3) == ["a", "c", "e"]
    with pytest.raises(UnavailableError, match="there are 2"):
        spread(["a", "b"], 3)
    assert prefix("aé€", 2) == "a"
    assert prefix("aé€", 3) == "aé"
    assert prefix("aé€", 99) == "aé€"


def test_speed_and_memory_are_told_by_the_text() -> None:
    assert speed(FOUND) == 30_000
    assert megabytes_a_minute(FOUND) == pytest.approx(2.097, abs=0.001)
    assert net(FOUND) == 10
    assert medians([{"a": 1.0}, {"a": 9.0}, {"a": 2.0}]) == {"a": 2.0}


def test_a_broken_budget_is_named() -> None:
    assert not broken([("news", FOUND)], [("one", FOUND)])
    slow, large = {**FOUND, "seconds": 90.0}, {**FOUND, "peak_mb": 70.0}
    assert broken([("news", slow)], []) == "news: 0.70 MB a minute, not 1"
    assert broken([], [("one", large)]) == "one: 20.0 times the text in memory, not under 20"
    # Where the system does not tell, there is nothing to judge.
    assert not broken([], [("one", {**FOUND, "peak_mb": 0.0, "before_mb": 0.0})])


def test_the_page_tells_ratios_and_what_each_step_holds() -> None:
    peer = {k: v for k, v in FOUND.items() if k.split()[0] not in STEPS} | {"seconds": 60.0}
    speeds = [(Job("news", "hexapla", ()), FOUND), (Job("news", "spaCy", ()), peer)]
    longer = {**FOUND, "bytes": 2.0**21, "peak_mb": 75.0}
    single = [(Job("1 MB", "hexapla", ()), FOUND), (Job("2 MB", "hexapla", ()), longer)]
    text = page(speeds, single, "About.", 3)
    rows = {
        line.split("|")[1].strip(): [c.strip() for c in line.split("|")[2:-1]]
        for line in text.splitlines()
        if line.startswith("| ")
    }
    assert rows["hexapla: news"] == ["900000", "30.00", "30000", "2.10", "2.00"]
    assert rows["spaCy: news"][-1] == "1.00"
    assert rows["hexapla: 1 MB"][-4:] == ["50", "60", "60.0", "10.0"]
    assert rows["1 MB"] == ["2.0", "1.0", "1.0", "1.0", "1.0"]
    assert "each further byte of text takes 15.0 bytes" in text
    assert "times spaCy's speed" in page(speeds[:1], single, "About.", 3)


def test_the_reader_times_every_step() -> None:
    for together in (False, True):
        steps: dict[str, float] = {}
        hexapla_reader(together, steps)([path.read_text(encoding="utf-8") for path in SEEDS])
        assert list(steps) == [f"{name} {unit}" for name in STEPS for unit in ("s", "MB")]
        assert all(steps[f"{name} s"] >= 0 for name in STEPS)


def test_the_peak_is_no_less_than_what_is_held() -> None:
    assert peak_mb("self") >= 0.9 * resident_mb("self")
    assert resident_mb("none") == 0


def test_data_that_is_not_here_is_told(monkeypatch, tmp_path, capsys) -> None:
    monkeypatch.setattr(throughput, "SHARED", tmp_path)
    assert main(["--alone"]) == 2
    assert "polnear.jsonl is missing" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--write", "--alone"])


def test_the_reports_are_enough() -> None:
    if not (SHARED / "dev" / "attribution" / "polnear.jsonl").exists():
        pytest.skip("the evaluation data is not here")
    assert len(news()) >= throughput.DOCUMENTS
