"""The arrows point one way, and nothing heavy is imported before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAYERS = (
    ("tui.core.columns", "tui.core.document", "tui.core.model", "tui.core.settings"),
    ("tui.core.reading",),
    ("tui.core.language",),
    ("tui.core.entities",),
    ("tui.core.claims",),
    ("tui.core.alignment",),
    ("tui.core.comparison",),
    ("tui.core.corrections",),
    ("tui.reports", "tui.reader", "tui.worker"),
    ("tui.config", "tui.config_file"),
    ("tui.arguments", "tui.cli"),
    ("tui.__main__",),
)
"""From the lowest up: a module imports from its own layer and from those before it."""

FREE = ("tui.resources", "tui.usage")
"""Imports nothing of ours, and may be imported by all."""

SCREEN = {"textual", "rich"}


def layer(module: str) -> int | None:
    for rank, names in enumerate(LAYERS):
        if any(module == n or module.startswith(f"{n}.") for n in names):
            return rank
    return None


def imports(tree: ast.AST, module: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import hides its layer"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules(root: Path) -> Iterator[tuple[str, ast.AST]]:
    for path in sorted((root / "tui").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(p for p in parts if p != "__init__")
        if "data" not in parts:  # the scripts there run by themselves
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def test_no_layer_imports_a_higher_one(root: Path) -> None:
    upward = []
    for name, tree in modules(root):
        if name in ("tui", "tui.core"):
            assert not list(imports(tree, name)), f"{name} must stay empty"
            continue
        own = 0 if name in FREE else layer(name)
        assert own is not None, f"{name} is in no layer"
        for target in imports(tree, name):
            rank = layer(target)
            if rank is not None and (rank > own or name in FREE):
                upward.append(f"{name} imports {target}")
    assert upward == []


def test_the_core_knows_no_screen(root: Path) -> None:
    found = [
        f"{name} imports {target}"
        for name, tree in modules(root)
        if name.startswith(("tui.core", "tui.reports"))
        for target in imports(tree, name)
        if target.partition(".")[0] in SCREEN
    ]
    assert found == []


def loaded(code: str) -> set[str]:
    """The top-level modules that running `code` adds to those Python starts with."""
    script = f"""
import sys
before = set(sys.modules)
{code}
print(*sorted({{m.partition(".")[0] for m in set(sys.modules) - before}}), file=sys.stderr)
"""
    process = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert process.returncode == 0, process.stderr
    return set(process.stderr.splitlines()[-1].split())


def main(*arguments: str) -> str:
    return f"from tui.cli import main\nassert main({list(arguments)!r}) == 0"


COMPARE = """
from tui.core.comparison import compare
from tui.core.document import Document
compare([Document("a", "The bridge was closed."), Document("b", "The bridge was open.")])
"""


def test_an_analysis_imports_no_screen() -> None:
    assert not loaded(COMPARE) & SCREEN


def test_the_reader_leaves_the_analysis_to_its_own_process() -> None:
    found = loaded("import tui.reader.app, tui.reader.analysis")
    assert "textual" in found
    assert not found & {"numpy", "rapidfuzz"}


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_report_imports_no_screen(root: Path, form: str) -> None:
    found = loaded(main("report", "--format", form, str(root / "seeds")))
    assert not found & SCREEN
    assert not found & {"yaml", "charset_normalizer"}


def test_a_batch_imports_no_screen(tmp_path: Path) -> None:
    manifest = tmp_path / "m.jsonl"
    manifest.write_text('{"documents": [{"text": "One."}]}\n')
    assert not loaded(main("batch", str(manifest))) & SCREEN


@pytest.mark.parametrize("command", [(), ("report",), ("batch",)])
def test_help_imports_little(command: tuple[str, ...]) -> None:
    found = loaded(main(*command, "--help"))
    others = {"numpy", "rapidfuzz", "yaml", "charset_normalizer"}
    assert not found & {"argparse", "dataclasses", "json", "typing", *others, *SCREEN}
