from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tui.core.reading import ReadingOptions
from tui.core.settings import Settings
from tui.reports import batch


def results(folder: str, *lines: object) -> list[dict[str, Any]]:
    manifest = (e if isinstance(e, bytes) else json.dumps(e).encode() for e in lines)
    return list(batch.run_batch(manifest, folder, ReadingOptions(), Settings()))


def test_each_line_gives_its_comparison_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"Two.\r\n")
    one, two = results(
        str(tmp_path),
        {"id": "x", "documents": [{"name": "a", "text": "One.", "date": "2023-01-24T10:00:00"}]},
        b"\n",
        {"id": 7, "documents": [{"text": "One."}, {"path": "b.txt"}]},
    )
    assert (one["format"], one["id"]) == ("hexapla/1", "x")
    assert one["documents"][0]["date"] == "2023-01-24"
    assert two["id"] == 7
    assert [d["name"] for d in two["documents"]] == ["document 1", "b.txt"]
    assert two["documents"][1]["text"] == "Two.\r\n"
    assert two["documents"][1]["path"] == "b.txt"


DOCUMENT = {"text": "One."}


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"{", "not JSON: "),
        (b'{"id": "a\xff"}', "not UTF-8 (byte 9 of the line)"),
        (b"[" * 100_000, "not JSON: "),
        ([], "expected an object with 'id' and 'documents'"),
        ({"id": ["a"], "documents": [DOCUMENT]}, "'id' must be text or a whole number"),
        ({"id": "a"}, "'documents' must be a list of at least one document"),
        ({"id": "a", "documents": []}, "'documents' must be a list of at least one document"),
        ({"id": "a", "documents": ["b"]}, "document 1: expected an object with 'text' or 'path'"),
        ({"id": "a", "documents": [DOCUMENT, {"text": 3}]}, "document 2: 'text' must be text"),
        ({"id": "a", "documents": [{"name": "n"}]}, "document 1: neither 'text' nor 'path'"),
        ({"id": "a", "documents": [{"path": "nope"}]}, "nope: no such file; check the name"),
        (
            {"id": "a", "documents": [DOCUMENT | {"date": "yesterday"}]},
            "document 1: 'date' must be like 2023-01-24, not 'yesterday'",
        ),
    ],
)
def test_a_bad_line_gives_an_error_in_its_place(tmp_path: Path, line: object, error: str) -> None:
    good = {"id": "good", "documents": [DOCUMENT]}
    first, bad, last = results(str(tmp_path), good, line, good)
    assert first == last
    assert first["id"] == "good"
    assert bad["error"].startswith(f"line 2: {error}")
    named = isinstance(line, dict) and isinstance(line.get("id"), str)
    assert bad["id"] == ("a" if named else None)


def test_a_fault_in_the_analysis_costs_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("out of\nluck")

    monkeypatch.setattr(batch, "compare", fail)
    out = results("", {"id": "a", "documents": [DOCUMENT]})
    assert out == [{"id": "a", "error": "line 1: analysis failed: RuntimeError: out of"}]


def test_a_broken_encoder_is_told_and_the_results_come_without_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tui.core.language.encoder.FILE", tmp_path / "none.npz")
    line = json.dumps({"id": "a", "documents": [DOCUMENT, DOCUMENT]}).encode()
    told: list[str] = []
    wanted = Settings(deep="on")
    (found,) = batch.run_batch([line], "", ReadingOptions(), wanted, told.append)
    (plain,) = batch.run_batch([line], "", ReadingOptions(), Settings())
    assert found == plain
    assert len(told) == 1
    assert "none.npz cannot be read" in told[0]


def test_results_come_one_by_one() -> None:
    taken = []

    def lines() -> Iterator[bytes]:
        for n in range(3):
            taken.append(n)
            yield json.dumps({"id": n, "documents": [DOCUMENT]}).encode()

    stream = batch.run_batch(lines(), "", ReadingOptions(), Settings())
    assert next(stream)["id"] == 0
    assert taken == [0]
