"""Comparison <-> JSON, format `hexapla/1`.

The format is the model: an object is a dataclass, its keys are the fields. Only documents differ;
they carry their sentences.
"""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Hashable, Mapping, Sequence
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from tui.core.columns import Columns
from tui.core.comparison import Comparison
from tui.core.document import Document, Sentence, Span
from tui.core.model import Claim, Copy, Correspondence, Entity, Link

FORMAT = "hexapla/1"

_DOCUMENT_FIRST = ("name", "path", "title", "date", "language", "text")


def to_json(
    comparison: Comparison,
    id: str | int | None = None,  # noqa: A002
) -> dict[str, Any]:
    """The comparison as values that `json` can write, in an order that never varies.

    Offsets are code points into `documents[i].text`, end exclusive. A document's `paragraphs` and
    `kinds` run parallel to its `sentences`; `silent` numbers those that hold no claim. A number
    without bound or beyond measure is null.
    """
    out: dict[str, Any] = {"format": FORMAT}
    if id is not None:
        out["id"] = id
    out["documents"] = [
        _document(d, s) for d, s in zip(comparison.documents, comparison.sentences, strict=True)
    ]
    stating = {(c.document, c.sentence) for c in comparison.claims}
    for d, document in enumerate(out["documents"]):
        silent = (k for k in range(len(document["sentences"])) if (d, k) not in stating)
        document["silent"] = list(silent)
    for part in ("entities", "claims", "links", "correspondences", "copies"):
        out[part] = [_encode(value) for value in getattr(comparison, part)]
    return out


def from_json(data: Mapping[str, Any]) -> Comparison:
    """The comparison that `to_json` wrote; keys it does not know are passed over.

    Raises `ValueError`, naming the place, where `data` is not of the format.
    """
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise ValueError(f"not a comparison of format {FORMAT}")
    documents = _items(data, "documents")
    return Comparison(
        tuple(_decode(Document, d, f"documents[{i}]") for i, d in enumerate(documents)),
        tuple(_sentences(d, f"documents[{i}]") for i, d in enumerate(documents)),
        _decode(tuple[Entity, ...], _items(data, "entities"), "entities"),
        _decode(tuple[Claim, ...], _items(data, "claims"), "claims"),
        _decode(tuple[Link, ...], _items(data, "links"), "links"),
        _decode(tuple[Correspondence, ...], _items(data, "correspondences"), "correspondences"),
        _decode(tuple[Copy, ...], _items(data, "copies") if "copies" in data else [], "copies"),
    )


def dump(value: Mapping[str, Any]) -> bytes:
    """One line of UTF-8 JSON with its line end.

    A lone surrogate, which UTF-8 cannot hold, becomes its JSON escape.
    """
    line = json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"
    return line.encode("utf-8", "backslashreplace")


def _document(document: Document, sentences: Sequence[Sentence]) -> dict[str, Any]:
    encoded: dict[str, Any] = _encode(document)
    out = {key: encoded.pop(key) for key in _DOCUMENT_FIRST}
    out["sentences"] = [[s.start, s.end] for s in sentences]
    out["paragraphs"] = [s.paragraph for s in sentences]
    out["kinds"] = [s.kind for s in sentences]
    return out | encoded


def _sentences(document: Mapping[str, Any], where: str) -> tuple[Sentence, ...]:
    spans = _decode(tuple[Span, ...], document.get("sentences"), f"{where}.sentences")
    columns = [
        document.get("paragraphs", [0] * len(spans)),
        document.get("kinds", ["text"] * len(spans)),
    ]
    if not all(isinstance(c, list) and len(c) == len(spans) for c in columns):
        raise ValueError(f"{where}: sentences, paragraphs and kinds differ in length")
    return tuple(
        _decode(
            Sentence,
            {"start": span.start, "end": span.end, "paragraph": paragraph, "kind": kind},
            f"{where}.sentences[{i}]",
        )
        for i, (span, paragraph, kind) in enumerate(zip(spans, *columns, strict=True))
    )


def _items(data: Mapping[str, Any], key: str) -> list[Any]:
    items = data.get(key)
    if not isinstance(items, list):
        raise ValueError(f"{key}: expected a list")
    return items


@cache
def _fields(kind: Hashable) -> tuple[tuple[str, Any, bool], ...]:
    """Name, type and need of each field of a dataclass."""
    hints = get_type_hints(kind)
    return tuple(
        (f.name, hints[f.name], f.default is dataclasses.MISSING)
        for f in dataclasses.fields(kind)  # type: ignore[arg-type]
    )


def _encode(value: Any) -> Any:
    if isinstance(value, (tuple, Columns)):
        return [_encode(v) for v in value]
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if hasattr(value, "__dataclass_fields__"):
        return {name: _encode(getattr(value, name)) for name, _, _ in _fields(value.__class__)}
    return value


def _decode(kind: Any, value: Any, where: str) -> Any:
    """`value` as the type `kind`: dataclass, tuple, union with None, literal or scalar."""
    if hasattr(kind, "__dataclass_fields__"):
        if not isinstance(value, Mapping):
            raise ValueError(f"{where}: expected an object")
        fields = _fields(kind)
        missing = [name for name, _, needed in fields if needed and name not in value]
        if missing:
            raise ValueError(f"{where}: no {missing[0]}")
        return kind(**{n: _decode(t, value[n], f"{where}.{n}") for n, t, _ in fields if n in value})
    arguments = get_args(kind)
    if get_origin(kind) is Sequence:
        return _decode_tuple(kind, (*arguments, ...), value, where)
    if get_origin(kind) is tuple or hasattr(kind, "_fields"):
        return _decode_tuple(kind, arguments, value, where)
    if get_origin(kind) is Literal:
        if value not in arguments:
            raise ValueError(f"{where}: {value!r} is none of {', '.join(arguments)}")
        return value
    if arguments:  # X | None
        inner = next(a for a in arguments if a is not type(None))
        return None if value is None else _decode(inner, value, where)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"{where}: expected {kind.__name__}, found {value!r:.40}")
    return value


def _decode_tuple(kind: Any, arguments: tuple[Any, ...], value: Any, where: str) -> Any:
    if not isinstance(value, list):
        raise ValueError(f"{where}: expected a list")
    if hasattr(kind, "_fields"):  # a named tuple: Span
        hints = get_type_hints(kind)
        if len(value) != len(hints):
            raise ValueError(f"{where}: expected {len(hints)} values")
        return kind(*(_decode(t, v, where) for t, v in zip(hints.values(), value, strict=True)))
    if len(arguments) != 2 or arguments[1] is not Ellipsis:
        raise TypeError(f"{where}: no rule for {kind}")
    return tuple(_decode(arguments[0], v, f"{where}[{i}]") for i, v in enumerate(value))
