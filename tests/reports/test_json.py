from __future__ import annotations

import dataclasses
import json
import math
import re
from collections.abc import Sequence
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.comparison import Comparison
from tui.core.document import Document, Sentence
from tui.core.model import Attribution, Claim, Copy, Correspondence, Date, Entity, Link, Quantity
from tui.reports.json import dump, from_json, to_json

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a dataclass, every field of it varied, also those with a default."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: _of(hints[f.name]) for f in dataclasses.fields(kind)})


def _of(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) is Sequence:
        return st.lists(st.from_type(*get_args(hint)), max_size=2).map(tuple)
    return st.from_type(hint)


for kind in (Quantity, Date, Attribution):
    st.register_type_strategy(kind, values(kind))


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    documents = draw(st.lists(values(Document), max_size=2).map(tuple))
    sentences = tuple(draw(st.lists(values(Sentence), max_size=2).map(tuple)) for _ in documents)
    rest = [
        draw(st.lists(values(k), max_size=2).map(tuple))
        for k in (Entity, Claim, Link, Correspondence, Copy)
    ]
    return Comparison(documents, sentences, *rest)


@settings(max_examples=60, deadline=None)
@given(comparisons(), st.none() | st.text())
def test_a_comparison_survives_its_json(comparison: Comparison, identity: str | None) -> None:
    written = json.loads(dump(to_json(comparison, identity)))
    assert from_json(written) == comparison
    assert written.get("id") == identity


def test_the_public_format(bridge: Comparison) -> None:
    out = to_json(bridge, "flood")
    keys = ["format", "id", "documents", "entities", "claims", "links", "correspondences", "copies"]
    assert list(out) == keys
    assert (out["format"], out["id"]) == ("hexapla/1", "flood")
    document = out["documents"][0]
    assert list(document)[:7] == ["name", "path", "title", "date", "language", "text", "sentences"]
    assert document["date"] == "2024-03-05"
    assert document["sentences"] == [[0, 36], [37, 85], [86, 117]]
    assert out["entities"][0] == {
        "id": "e1",
        "name": "Ada Ruiz",
        "type": "PERSON",
        "aliases": [
            {
                "text": "Ada Ruiz",
                "count": 1,
                "evidence": None,
                "rule": None,
                "tentative": False,
                "place": None,
            },
            {
                "text": "the mayor",
                "count": 1,
                "evidence": "title before the name",
                "rule": "title",
                "tentative": True,
                "place": [1, 12, 21],
            },
        ],
        "mentions": [
            {"document": 0, "start": 43, "end": 51, "kind": "name"},
            {"document": 1, "start": 12, "end": 21, "kind": "title"},
        ],
        "candidates": [],
    }
    assert out["claims"][1] == {
        "id": "c2",
        "document": 0,
        "sentence": 1,
        "start": 62,
        "end": 84,
        "attribution": {
            "source": "e1",
            "source_span": [37, 51],
            "source_text": "Mayor Ada Ruiz",
            "cue": None,
            "tentative": False,
            "chain": [],
        },
        "negated": False,
        "modality": "asserted",
        "hedge": None,
        "quoted": False,
        "entities": ["e1"],
        "quantities": [
            {
                "start": 62,
                "end": 64,
                "low": 40,
                "high": 40,
                "value": 40,
                "approximator": None,
                "unit": None,
                "counted": None,
                "role": None,
            }
        ],
        "dates": [],
    }
    assert out["claims"][2]["dates"] == [{"start": 110, "end": 116, "value": None}]
    assert out["links"][1] == {
        "a": "c2",
        "b": "c5",
        "relation": "differs",
        "score": 0.75,
        "evidence": [{"kind": "words", "detail": "houses, flooded"}],
        "differences": [
            {"kind": "number", "a": [62, 64], "b": [52, 54], "detail": "40 and about 65 houses"}
        ],
        "tentative": False,
        "copied": False,
        "against": [],
        "quoting": None,
    }
    assert out["correspondences"][0] == {
        "id": "t1",
        "claims": ["c1", "c4"],
        "relation": "contradicts",
        "score": 0.9,
        "tentative": False,
    }


def test_a_comparison_from_before_copies_were_told_can_be_read(bridge: Comparison) -> None:
    out = to_json(bridge)
    del out["copies"]
    for link in out["links"]:
        del link["copied"]
    assert from_json(out) == bridge


def test_an_id_is_written_only_where_there_is_one(bridge: Comparison) -> None:
    assert "id" not in to_json(bridge)


def test_a_line_is_utf_8_and_a_lone_surrogate_is_escaped() -> None:
    document = Document("a", "ż \ud800 \u2028 \"'")
    line = dump(to_json(Comparison((document,), ((),), (), (), (), ())))
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert "ż".encode() in line
    assert json.loads(line)["documents"][0]["text"] == document.text


def test_an_endless_bound_is_written_as_open(bridge: Comparison) -> None:
    quantity = Quantity(0, 1, -math.inf, math.inf, 3.0)
    claim = dataclasses.replace(bridge.claims[0], quantities=(quantity,))
    out = to_json(dataclasses.replace(bridge, claims=(claim,)))
    assert out["claims"][0]["quantities"][0]["low"] is None
    assert out["claims"][0]["quantities"][0]["high"] is None


def broken(bridge: Comparison, change: str) -> Any:
    data = json.loads(dump(to_json(bridge)))
    match change:
        case "list":
            return []
        case "format":
            data["format"] = "hexapla/2"
        case "claims":
            del data["claims"]
        case "start":
            del data["claims"][1]["start"]
        case "score":
            data["links"][0]["score"] = "high"
        case "relation":
            data["links"][0]["relation"] = "resembles"
        case "span":
            data["claims"][1]["attribution"]["source_span"] = [1]
        case "sentences":
            data["documents"][1]["kinds"].pop()
        case "object":
            data["entities"][0]["mentions"] = [3]
    return data


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("list", "not a comparison of format hexapla/1"),
        ("format", "not a comparison of format hexapla/1"),
        ("claims", "claims: expected a list"),
        ("start", "claims[1]: no start"),
        ("score", "links[0].score: expected float, found 'high'"),
        ("relation", "links[0].relation: 'resembles' is none of agrees, differs, contradicts"),
        ("span", "claims[1].attribution.source_span: expected 2 values"),
        ("sentences", "documents[1]: sentences, paragraphs and kinds differ in length"),
        ("object", "entities[0].mentions[0]: expected an object"),
    ],
)
def test_what_is_no_comparison_is_told_with_its_place(
    bridge: Comparison, change: str, message: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        from_json(broken(bridge, change))


def test_unknown_keys_are_passed_over(bridge: Comparison) -> None:
    data = json.loads(dump(to_json(bridge)))
    data["later"] = data["claims"][0]["later"] = 1
    assert from_json(data) == bridge
