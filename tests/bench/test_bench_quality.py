import json
import sys

import batch
import pytest
from batch import chunks
from common import UnavailableError, table
from hypothesis import given
from hypothesis import strategies as st
from quality import Set, chosen, sample
from tables import cell, markdown, pair_figures

LINES = st.lists(st.text(min_size=1, max_size=40))


@given(LINES, st.integers(1, 6))
def test_chunks_keep_every_line_in_order(lines: list[str], jobs: int) -> None:
    parts = chunks(lines, jobs)
    assert [line for part in parts for line in part] == lines
    assert len(parts) <= jobs
    assert all(parts)


def test_chunks_are_even_in_characters() -> None:
    assert chunks(["a" * 30, "b" * 10, "c" * 10, "d" * 10], 2) == [
        ["a" * 30],
        ["b" * 10, "c" * 10, "d" * 10],
    ]


@given(LINES, st.integers(1, 10))
def test_a_sample_is_spread_over_distinct_lines(lines: list[str], limit: int) -> None:
    numbered = [f"{i} {line}" for i, line in enumerate(lines)]
    taken = sample(numbered, limit)
    assert len(taken) == min(limit, len(lines))
    assert taken == sorted(set(taken), key=numbered.index)


def test_sets_are_chosen_by_folder_stem_or_pattern(tmp_path) -> None:
    names = ("entities/gum", "ner/gum", "ner/wikigold", "alignment/cstbank")
    sets = [Set(name, "", (), tmp_path) for name in names]

    def only(patterns: str) -> list[str]:
        return [s.name for s in chosen(sets, patterns)]

    assert only("gum") == ["entities/gum", "ner/gum"]
    assert only("ner,cst*") == ["ner/gum", "ner/wikigold", "alignment/cstbank"]
    assert only("ner/g*") == ["ner/gum"]
    with pytest.raises(UnavailableError, match="no set named wiki;"):
        only("gum,wiki")


def test_flips_and_agreements_are_read_from_the_labels() -> None:
    confusion = {
        "identity->agrees": 2,
        "attribution+subsumption->contradicts": 1,
        "overlap->contradicts": 5,
        "contradiction+overlap->differs": 1,
        "contradiction->none": 3,
    }
    assert pair_figures("cst_milan9", confusion) == {
        "agreement found": 0.6667,
        "false contradicts": 0.3333,
        "flip found": 0.25,
        "flip contradicts": 0.0,
    }
    assert pair_figures("mrpc", {"not->contradicts": 1})["flip found"] is None


def test_a_cell_shows_the_change_only_where_there_is_one() -> None:
    assert cell(0.5986) == "0.599"
    assert cell(0.5986, 0.5984) == "0.599"
    assert cell(0.6, 0.55) == "0.600 (+0.050)"
    assert cell(0.5, 0.55) == "0.500 (-0.050)"
    assert cell(None, 0.5) == "-"


def test_the_page_has_a_table_per_task_with_changes() -> None:
    def found(task: str, value: float, **report: object) -> dict[str, object]:
        counts = {"cases": 4, "errors": 1, "missing": 0, "seconds": 2.25, "peak_mb": 80.0}
        return {"task": task, "figures": {"F1": value}, "report": report, **counts}

    now = {
        "alignment/cstbank": found("links", 0.61),
        "pairs/mrpc": found("pairs", 0.5, confusion={"paraphrase->agrees": 7, "not->none": 2}),
    }
    text = markdown(now, {"alignment/cstbank": found("links", 0.6)})
    assert "| cstbank | 0.610 (+0.010) |     4 |      1 |       0 | 2.2 |  80 |" in text
    assert "| mrpc | paraphrase |  agreeing |    0 |      7 |       0 |           0 |" in text
    assert text.index("## Correspondence") < text.index("## Pairs")


def test_table_columns_line_up() -> None:
    lines = table(["set", "F1"], [["a longer name", "0.5"], ["b", "10.25"]]).splitlines()
    assert len(set(map(len, lines))) == 1


def test_a_run_counts_errors_and_missing_and_keeps_order(tmp_path, monkeypatch) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import json, sys\n"
        "for line in open(sys.argv[2], encoding='utf-8'):\n"
        "    case = json.loads(line)\n"
        "    if case['id'] == 'bad': case = {'id': 'bad', 'error': 'unreadable'}\n"
        "    if case['id'] == 'changed': case['documents'][0]['text'] += ' '\n"
        "    if case['id'] != 'lost': print(json.dumps(case))\n"
        "sys.exit(2)\n"
    )
    monkeypatch.setenv("HEXAPLA", f"{sys.executable} {program}")
    ids = ["one", "bad", "two", "lost", "changed", "three"]
    manifest = tmp_path / "manifest.jsonl"
    manifest.write_text(
        "".join(json.dumps({"id": i, "documents": [{"name": "a", "text": i}]}) + "\n" for i in ids)
    )
    ran = batch.run(manifest, tmp_path / "results.jsonl", 3)
    kept = [json.loads(line)["id"] for line in (tmp_path / "results.jsonl").open()]
    assert kept == ["one", "two", "three"]
    assert (ran.cases, ran.errors, ran.missing) == (6, 2, 1)
    assert ran.faults == ("bad: unreadable", "changed: the texts were altered")
