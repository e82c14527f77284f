"""What is installed: the wheel holds all it needs and works where there is no checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tui.resources import resource


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's contents, as an installer lays them out."""
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("hexapla-*.whl")
    site = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def python(site: Path, code: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `code` with the packages in `site` before all others."""
    script = f"import sys; sys.path.insert(0, {str(site)!r}); {code}"
    return subprocess.run(
        [sys.executable, "-I", "-c", script], cwd=cwd, capture_output=True, text=True
    )


def test_the_wheel_holds_code_data_samples_and_licence(installed: Path, root: Path) -> None:
    def names(folder: Path) -> set[str]:
        return {
            str(p.relative_to(folder))
            for p in folder.rglob("*")
            if p.is_file() and not {"__pycache__", ".mypy_cache"} & set(p.parts)
        }

    packed = names(installed / "tui")
    samples = {f"seeds/{n}" for n in names(root / "seeds")}
    assert packed == names(root / "tui") | samples | {"config.yaml"}
    (information,) = installed.glob("hexapla-*.dist-info")
    assert (information / "licenses" / "LICENSE").is_file()
    assert "hexapla = tui.cli:main" in (information / "entry_points.txt").read_text()
    assert {p.name for p in installed.iterdir()} == {"tui", information.name}


def test_an_installed_hexapla_reports_its_samples(
    installed: Path, root: Path, tmp_path: Path
) -> None:
    found = python(
        installed,
        "import tui.resources as r; from tui.cli import main;"
        " print(r.resource('seeds'), file=sys.stderr);"
        " sys.exit(main(['report', r.resource('seeds')]))",
        tmp_path,
    )
    assert found.stderr.strip() == str(installed / "tui" / "seeds")
    assert found.returncode == 0
    checkout = python(
        root, f"from tui.cli import main; main(['report', {resource('seeds')!r}])", root
    )
    assert found.stdout == checkout.stdout != ""


def test_a_resource_that_is_missing_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="install hexapla again"):
        resource("nothing.yaml")
