"""Settings: built in < the user's file < the project's < `--config` < the command line's flags.

The sections are dataclasses, which hold the defaults and say what is allowed; `config.yaml`
documents them. YAML is read only where there is such a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from types import NoneType, UnionType
from typing import (
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from tui.core.reading.options import ReadingOptions
from tui.core.settings import Settings
from tui.reader.settings import ReaderSettings

PROJECT_FILES = ("hexapla.yaml", ".hexapla.yaml")
"""Looked for in the current folder; the first there is counts."""


class ConfigError(Exception):
    """What is wrong in the settings: one line a fault, with its file and line."""


@dataclass(frozen=True, slots=True)
class Config:
    analysis: Settings = field(default_factory=Settings)
    reading: ReadingOptions = field(default_factory=ReadingOptions)
    reader: ReaderSettings = field(default_factory=ReaderSettings)


class Setting(NamedTuple):
    """A value and where it was set, as `file:line` or a flag."""

    value: Any
    origin: str


Layer = dict[str, dict[str, Setting]]
"""Section -> key -> setting. The keys of a mapping such as `reader.keys` are `keys.action`."""


def load(path: str | None, flags: Mapping[str, Mapping[str, Any]]) -> Config:
    """The settings from all layers; `path` is that of `--config`, a flag that is None is not set.

    Raises `ConfigError`.
    """
    paths = [*_standard_files(), *([path] if path is not None else [])]
    layers = [*map(_file_layer, paths), _flag_layer(flags)]
    values: Layer = {f.name: {} for f in fields(Config)}
    for layer in layers:
        for section, settings in layer.items():
            values[section].update(settings)
    kinds = get_type_hints(Config)
    return Config(**{s: _build(s, kinds[s], settings) for s, settings in values.items()})


def _standard_files() -> Iterator[str]:
    home = os.environ.get("XDG_CONFIG_HOME", "")
    if not os.path.isabs(home):  # as its specification asks
        home = os.path.join(os.path.expanduser("~"), ".config")
    user = os.path.join(home, "hexapla", "config.yaml")
    if os.path.isfile(user):
        yield user
    project = next((p for p in PROJECT_FILES if os.path.isfile(p)), None)
    if project is not None:
        yield project


def _file_layer(path: str) -> Layer:
    from tui.config_file import read_layer

    return read_layer(path)


def _flag_layer(flags: Mapping[str, Mapping[str, Any]]) -> Layer:
    layer: Layer = {}
    for section, values in flags.items():
        known = rules_of(get_type_hints(Config)[section])
        for key, value in values.items():
            if value is None:
                continue
            fault = fault_in(value, known[key])
            if fault is not None:
                raise ConfigError(f"--{key}: {fault}")
            layer.setdefault(section, {})[key] = Setting(value, f"--{key}")
    return layer


def _build(section: str, kind: type, settings: Mapping[str, Setting]) -> Any:
    values: dict[str, Any] = {}
    for key, setting in settings.items():
        name, dot, inner = key.partition(".")
        if dot:
            values.setdefault(name, {})[inner] = setting.value
        else:
            values[name] = setting.value
    try:
        built = kind(**values)
    except ValueError as error:
        # A fault of several settings together: each line is told with the last one it names.
        faults = []
        for line in str(error).splitlines():
            named = [s.origin for k, s in settings.items() if (k.partition(".")[2] or k) in line]
            faults.append(f"{named[-1] if named else section}: {line}")
        raise ConfigError("\n".join(faults)) from None
    if isinstance(built, ReaderSettings) and built.keys:
        _check_keys(built, settings)
    return built


def _check_keys(reader: ReaderSettings, settings: Mapping[str, Setting]) -> None:
    """Raises `ConfigError` where keys cannot be used or clash: each fault with its line."""
    from tui.reader.key_faults import validate_keys

    faults = []
    places = list(settings)
    for fault in sorted(
        validate_keys(reader.keys, reader.preset),
        key=lambda fault: max((places.index(f"keys.{a}") for a in fault.actions), default=0),
    ):
        told = [f"keys.{action}" for action in fault.actions]
        *others, origin = [s.origin for key, s in settings.items() if key in told]
        also = f"; see also {', '.join(others)}" if others else ""
        faults.append(f"{origin}: {fault.message}{also}")
    if faults:
        raise ConfigError("\n".join(faults))


# -- what a section allows -----------------------------------------------------------------------


class FieldRules(NamedTuple):
    """What a setting may be, from the field of its section's dataclass."""

    kind: type
    optional: bool
    mapping: bool
    rules: Mapping[str, Any]
    """The field's metadata: `range`, `choices`, or `check`, which returns a fault or None."""


@cache
def rules_of(section: type) -> dict[str, FieldRules]:
    types = get_type_hints(section)
    return {f.name: _rules(types[f.name], f.metadata) for f in fields(section)}


def _rules(kind: Any, rules: Mapping[str, Any]) -> FieldRules:
    arguments = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        inner = next(a for a in arguments if a is not NoneType)
        return _rules(inner, rules)._replace(optional=True)
    if get_origin(kind) is Literal:
        return FieldRules(str, False, False, {"choices": arguments, **rules})
    if arguments:  # Mapping[str, ...]
        return FieldRules(arguments[1], False, True, rules)
    return FieldRules(kind, False, False, rules)


_WANTED = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}


def fault_in(value: Any, known: FieldRules) -> str | None:
    """What is wrong with `value`, None where nothing is."""
    if value is None and known.optional:
        return None
    number = isinstance(value, int | float) and not isinstance(value, bool)
    fits = number if known.kind is float else type(value) is known.kind
    if not fits:
        return f"expected {_WANTED[known.kind]}"
    if "choices" in known.rules and value not in known.rules["choices"]:
        return f"'{value}' is none of {', '.join(known.rules['choices'])}"
    if "range" in known.rules:
        low, high = known.rules["range"]
        if not low <= value <= high:
            return f"{value} is not in {low} to {high}"
    check = known.rules.get("check")
    fault: str | None = check(value) if check is not None else None
    return fault
