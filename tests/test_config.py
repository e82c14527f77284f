from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from tui.config import Config, ConfigError, load
from tui.config_file import read_layer
from tui.resources import resource


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))


def faults(path: Path, text: str) -> list[str]:
    """What is wrong with a file that holds `text`, its path left out."""
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        load(str(path), {})
    return [line.removeprefix(f"{path}:") for line in str(error.value).splitlines()]


def test_the_documented_defaults_are_the_built_in_ones() -> None:
    path = resource("config.yaml")
    assert load(path, {}) == load(None, {}) == Config()
    documented = {section: set(settings) for section, settings in read_layer(path).items()}
    # A mapping's own keys are settings; the mapping itself is looked for as text.
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    for section in dataclasses.fields(Config):
        for field in dataclasses.fields(getattr(Config(), section.name)):
            assert field.name in documented[section.name] or f"  {field.name}: {{}}" in lines, (
                f"{section.name}.{field.name} is not in config.yaml"
            )


def test_every_documented_setting_has_a_comment(root: Path) -> None:
    lines = (root / "config.yaml").read_text(encoding="utf-8").splitlines()
    section: list[str] = []
    for line in lines[lines.index("analysis:") :]:
        if line and not line.startswith(" "):
            section = []
        section.append(line)
        if line.startswith("  ") and line[2] not in "# ":
            assert any(part.startswith("  # ") for part in section), line


def test_later_layers_win(tmp_path: Path) -> None:
    user = tmp_path / "xdg" / "hexapla" / "config.yaml"
    user.parent.mkdir(parents=True)
    user.write_text("analysis: {solid: 0.6, tentative: 0.1}\nreading: {max_size: 1}\n")
    project = Path(".hexapla.yaml")
    project.write_text("analysis: {solid: 0.7}\nreading: {encoding: koi8-r}\n")
    assert load(None, {}).analysis.solid == 0.7
    assert load(None, {}).analysis.tentative == 0.1
    mine = tmp_path / "mine.yaml"
    mine.write_text("analysis: {solid: 0.8}\n")
    config = load(str(mine), {"reading": {"encoding": None}})
    assert config.analysis.solid == 0.8
    assert config.reading.encoding == "koi8-r"
    assert config.reading.max_size == 1
    flagged = load(str(mine), {"reading": {"encoding": "utf-8"}})
    assert flagged.reading.encoding == "utf-8"
    Path("hexapla.yaml").write_text("analysis: {solid: 0.9}\n")
    assert load(None, {}).analysis.solid == 0.9


def test_keys_of_several_layers_add_up(tmp_path: Path) -> None:
    Path("hexapla.yaml").write_text('reader:\n  keys:\n    claim.next: "r"\n    quit: "Q"\n')
    mine = tmp_path / "mine.yaml"
    mine.write_text("reader:\n  keys:\n    claim.next: v\n")
    assert load(str(mine), {}).reader.keys == {"claim.next": "v", "quit": "Q"}


@pytest.mark.parametrize("text", ["", "# nothing\n", "reader:\n", "reader:\n  keys:\n", "\ufeff"])
def test_a_file_may_set_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    assert load(str(path), {}) == Config()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "reader:\n  thme: x\n",
            "2: unknown key 'thme' in 'reader'; did you mean 'theme'?",
        ),
        (
            "colours: x\n",
            "1: unknown key 'colours' in the file; there are analysis, reading, reader",
        ),
        ("- reader\n", "1: the file must be a mapping of settings"),
        ("reader: dark\n", "1: 'reader' must be a mapping of settings"),
        ("reader:\n  keys: [j]\n", "2: 'keys' must be a mapping of settings"),
        ("reader:\n  sidebar: 1\n", "2: reader.sidebar: expected true or false"),
        ("reader:\n  theme:\n    - dark\n", "2: reader.theme: expected text"),
        ("analysis:\n  solid: high\n", "2: analysis.solid: expected a number"),
        ("analysis:\n  solid: null\n", "2: analysis.solid: expected a number"),
        ("analysis:\n  solid: .nan\n", "2: analysis.solid: expected a number"),
        ("analysis:\n  solid: 1.1\n", "2: analysis.solid: 1.1 is not in 0.0 to 1.0"),
        (
            "analysis:\n  tentative: 0.9\n",
            "2: tentative (0.9) is above solid (0.5)",
        ),
        ("reading:\n  max_size: 1.5\n", "2: reading.max_size: expected a whole number"),
        ("reading:\n  max_size: 0\n", "2: reading.max_size: 0 is not in 1 to 1000"),
        (
            "reading:\n  encoding: utf-9\n",
            (
                "2: reading.encoding: no encoding is called 'utf-9'; "
                "try one such as windows-1252 or iso-8859-2"
            ),
        ),
        (
            "reader:\n  sidebar: true\n\n  sidebar: false\n",
            "4: 'sidebar' is set twice in 'reader', first in line 2",
        ),
        (
            "reader:\n  keys:\n    quit: Q\n    claim.next: k\n",
            "4: the key k is given to both claim.next and claim.previous",
        ),
        ("reader: [\n", "2: not YAML: did not find expected node content"),
        ("reader: *x\n", "1: not YAML: found undefined alias 'x'"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    found = faults(tmp_path / "mine.yaml", text)
    assert len(found) == 1
    if "not YAML" in expected:  # the words are the parser's own
        expected = expected.partition(": ")[0] + ": not YAML"
        assert found[0].startswith(expected)
    else:
        assert found == [expected]


def test_all_faults_of_a_file_are_told(tmp_path: Path) -> None:
    text = "reader:\n  thme: x\n  sidebar: 1\nanalysis:\n  solid: 2\n"
    assert [f.split(":")[0] for f in faults(tmp_path / "mine.yaml", text)] == ["2", "3", "5"]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        load(str(tmp_path / "nope.yaml"), {})
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(ConfigError, match=r"latin\.yaml: not UTF-8 \(byte 5\)"):
        load(str(path), {})
    path.write_bytes(b"a: \x00\n")
    with pytest.raises(ConfigError, match=r"latin\.yaml: not YAML"):
        load(str(path), {})


def test_text_may_look_like_another_type(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("reader:\n  keys:\n    quit: yes\n")
    with pytest.raises(ConfigError, match="yes"):
        load(str(path), {})
    path.write_text("reader:\n  keys:\n    quit: on\n    overview.open: p\n")
    assert load(str(path), {}).reader.keys == {"quit": "on", "overview.open": "p"}
