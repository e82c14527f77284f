"""The README says what is: its commands run in `.ci/run`, its tables come from the code."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import get_args

import pytest

from tui import cli
from tui.arguments import parser
from tui.core import model
from tui.core.language.roles import ROLES
from tui.reader.keys import ACTIONS
from tui.usage import HELP


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def key_table() -> str:
    """The table of keys as the README shows it."""
    lines = ["| keys | what | action |", "|---|---|---|"]
    for action in ACTIONS:
        keys = " ".join(f"`{key}`" for key in action.keys)
        if action.id == "document.choose":
            keys = "`1` … `9`"
        name = f"`{action.id}`" + (" (fixed)" if action.fixed else "")
        lines.append(f"| {keys} | {action.help} | {name} |")
    return "\n".join(lines)


def test_the_keys_are_those_of_the_reader(readme: str) -> None:
    start = readme.index("| keys |")
    assert readme[start : readme.index("\n\n", start)] == key_table()


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("role", set(ROLES.values())),
        ("modality", set(get_args(model.Modality))),
        ("kind", set(get_args(model.MentionKind))),
        ("type", set(get_args(model.EntityType))),
    ],
)
def test_the_values_of_a_key_are_listed(readme: str, key: str, values: set[str]) -> None:
    listed = re.search(rf"`{key}` \(([^)]*)\)", readme)
    assert listed
    assert set(re.findall(r"`(\w+)`", listed[1])) == values


def commands(readme: str) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()]


def test_the_test_command_is_what_ci_runs(readme: str, root: Path) -> None:
    (command,) = (c for c in commands(readme) if c.endswith("pytest"))
    assert f"\n  {command}\n" in (root / ".ci" / "run").read_text(encoding="utf-8")


def test_every_command_shown_is_understood(readme: str) -> None:
    shown = [re.split(r"[|>]", c)[0] for c in commands(readme) if c.startswith("hexapla")]
    assert len(shown) > 5
    for command in shown:
        arguments = shlex.split(command, comments=True)[1:]
        name = cli._take_command(arguments)
        if "--help" not in arguments:
            parser(name).parse_intermixed_args(arguments)


def test_every_option_is_explained(readme: str) -> None:
    for command in HELP:
        for action in parser(command)._actions:
            for option in action.option_strings:
                assert f"`{option}" in readme
                assert f"  {option} " in HELP[command]


def test_every_setting_is_named_in_its_file(readme: str, root: Path) -> None:
    assert "[config.yaml](config.yaml)" in readme
    links = re.findall(r"\]\(([^)#]+)\)", readme)
    assert [link for link in links if "://" not in link and not (root / link).exists()] == []
