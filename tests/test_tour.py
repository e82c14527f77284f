"""The tour in docs/: its text is what its scenes say, and its pictures are there and ask nobody."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def made(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    path = root / "docs" / "tour.py"
    spec = importlib.util.spec_from_file_location("tour", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "tour", module)
    spec.loader.exec_module(module)
    return module


def test_the_tour_is_what_its_scenes_say(made: ModuleType, root: Path) -> None:
    assert (root / "docs" / "README.md").read_text(encoding="utf-8") == made.tour()
    pictures = {path.stem for path in (root / "docs").glob("*.svg")}
    assert pictures == {scene.name for scene in made.SCENES}


def test_the_pictures_ask_no_host_for_anything(root: Path) -> None:
    for path in (root / "docs").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"https?://[^\s\"']+", text)) <= {
            "http://www.w3.org/2000/svg",
            "https://www.textualize.io",
        }
