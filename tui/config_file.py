"""One file of settings: YAML with every fault told by its line.

Only imported where there is such a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, get_type_hints

import yaml
from yaml import MappingNode, Node, ScalarNode

from tui.config import Config, ConfigError, FieldRules, Layer, Setting, fault_in, rules_of


def read_layer(path: str) -> Layer:
    """The settings in the file `path`. Raises `ConfigError` with all its faults."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}; check the name") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 (byte {error.start})") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigError(f"{path}:{line}: not YAML: {error.problem}{_hint(text, line)}") from None
    except yaml.YAMLError as error:
        raise ConfigError(f"{path}: not YAML: {' '.join(str(error).split())}") from None
    faults: list[str] = []
    layer = _layer(path, root, faults) if root is not None else {}
    if faults:
        raise ConfigError("\n".join(faults))
    return layer


_SIGNS = re.compile(r":\s*[\]\[{}%@`&*!|>,]")
"""A value that begins with a sign that means something in YAML, as keys such as `]c` do."""


def _hint(text: str, line: int) -> str:
    """What to do about a line that YAML cannot read, where it looks like a key."""
    written = text.splitlines()[line - 1 : line]
    return "; put quotes around keys such as ']c'" if any(map(_SIGNS.search, written)) else ""


def _layer(path: str, root: Node, faults: list[str]) -> Layer:
    layer: Layer = {}
    kinds = get_type_hints(Config)
    for section, at, node in _pairs(path, root, "the file", list(kinds), faults):
        if _is_null(node):
            continue
        settings = layer.setdefault(section, {})
        known = rules_of(kinds[section])
        for key, where, value_node in _pairs(path, node, f"'{section}'", list(known), faults, at):
            for name, origin, value in _values(path, value_node, key, where, known[key], faults):
                fault = fault_in(value, known[key])
                if fault is None:
                    settings[name] = Setting(value, origin)
                elif value is None and known[key].mapping:
                    faults.append(f"{origin}: {section}.{name}: {fault}; a key # needs quotes")
                else:
                    faults.append(f"{origin}: {section}.{name}: {fault}")
    return layer


def _pairs(
    path: str, node: Node, within: str, known: list[str] | None, faults: list[str], at: str = ""
) -> Iterator[tuple[str, str, Node]]:
    """Key, `file:line` and value of a mapping; what is none, unknown or double is a fault."""
    if not isinstance(node, MappingNode):
        faults.append(f"{at or f'{path}:{_line(node)}'}: {within} must be a mapping of settings")
        return
    seen: dict[str, int] = {}
    for key_node, value in node.value:
        line = _line(key_node)
        key = key_node.value if isinstance(key_node, ScalarNode) else ""
        origin = f"{path}:{line}"
        if known is not None and key not in known:
            faults.append(f"{origin}: unknown key '{key}' in {within}{_nearest(key, known)}")
        elif key in seen:
            faults.append(f"{origin}: '{key}' is set twice in {within}, first in line {seen[key]}")
        else:
            seen[key] = line
            yield key, origin, value


def _values(
    path: str, node: Node, key: str, origin: str, known: FieldRules, faults: list[str]
) -> Iterator[tuple[str, str, Any]]:
    """The setting in `node`; where the field is a mapping, one setting for each of its keys."""
    if not known.mapping:
        yield key, origin, _value(node, known)
    elif not _is_null(node):
        for inner, where, value in _pairs(path, node, f"'{key}'", None, faults, origin):
            yield f"{key}.{inner}", where, _value(value, known)


def _value(node: Node, known: FieldRules) -> Any:
    """The value of a scalar, as text where text is wanted; anything else has no type of ours."""
    if not isinstance(node, ScalarNode):
        return ()
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if known.kind is str:
        return node.value
    if kind == "bool":
        return node.value.lower() in ("true", "yes", "on")
    if kind in ("int", "float"):
        for number in (int, float):
            try:
                return number(node.value)
            except ValueError:
                pass
    return node.value


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.tag.endswith(":null")


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def _nearest(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1)
    return f"; did you mean '{near[0]}'?" if near else f"; there are {', '.join(known)}"
