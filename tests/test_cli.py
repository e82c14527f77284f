from __future__ import annotations

import io
import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tui import __version__, cli
from tui.core.comparison import Comparison
from tui.core.document import Document
from tui.core.settings import Settings
from tui.reader.settings import ReaderSettings


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings but those a test makes; `elsewhere` is the current folder."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv("COLUMNS", raising=False)


Output = tuple[int, str, str]
Run = Callable[..., Output]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command line in this process: status, standard output, standard error."""

    def run(*arguments: object) -> Output:
        status = cli.main([str(a) for a in arguments])
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return run


def start(*arguments: object, **options: Any) -> subprocess.Popen[bytes]:
    """Run the command line in a process of its own, with pipes for its streams."""
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    command = [sys.executable, "-m", "tui", *map(str, arguments)]
    return subprocess.Popen[bytes](command, **(pipes | options))


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    paths[0].write_text("The bridge was closed on Monday.\n")
    paths[1].write_text("The bridge was open on Monday.\n")
    return paths


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch, bridge: Comparison) -> None:
    """An analysis that finds a contradiction whatever it is given."""
    monkeypatch.setattr("tui.core.comparison.compare", lambda *_: bridge)


# -- help ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["", "report", "batch"])
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_has_examples(run: Run, command: str, flag: str) -> None:
    status, out, err = run(*filter(None, [command]), flag)
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: hexapla {command}".rstrip())
    assert "examples:\n  hexapla" in out
    assert "exit status: 0 done" in out
    assert max(map(len, out.splitlines())) <= 80


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"hexapla {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--bogus"], "hexapla: unrecognized arguments: --bogus\nhexapla: try 'hexapla --help'\n"),
        (["report"], "hexapla: which documents?\nhexapla: try 'hexapla report --help'\n"),
        (
            ["report", "--format", "xml", "a"],
            "hexapla: argument --format: invalid choice: 'xml'",
        ),
        (["batch", "a", "b"], "hexapla: unrecognized arguments: b\n"),
        (["batch", "nope"], "hexapla: nope: No such file or directory; check the name\n"),
        (["--config", "nope", "report", "a"], "hexapla: nope: No such file or directory; check"),
        (
            ["--encoding", "utf-9", "report", "a"],
            "hexapla: --encoding: no encoding is called 'utf-9'",
        ),
    ],
)
def test_a_wrong_request_says_what_to_do(run: Run, arguments: list[str], message: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith(message)


def test_a_fault_of_our_own_is_no_traceback(
    run: Run, two: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.setattr("tui.core.comparison.compare", fail)
    status, out, err = run("report", *two)
    assert (status, out) == (2, "")
    assert err.startswith("hexapla: a fault of hexapla's own: RuntimeError: out of luck\n")
    monkeypatch.setenv("HEXAPLA_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        run("report", *two)


# -- report -------------------------------------------------------------------------------------


def test_report_as_text_and_as_json(run: Run, two: list[Path]) -> None:
    status, out, err = run("report", *two)
    assert (status, err) == (0, "")
    assert out.startswith("A  a.txt")
    status, out, err = run("report", *two, "--format", "json")
    assert (status, err) == (0, "")
    data = json.loads(out)
    assert [d["path"] for d in data["documents"]] == [str(p) for p in two]
    assert [d["text"] for d in data["documents"]] == [p.read_text() for p in two]


def test_explain_tells_what_links_rest_on(run: Run, tmp_path: Path) -> None:
    texts = ("The flood destroyed 40 houses in Tolvik.", "The flood destroyed 65 houses in Tolvik.")
    paths = [tmp_path / f"{n}.txt" for n in "ab"]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    told = " ".join(run("report", "--explain", *paths)[1].split())
    assert "number, 40 houses and 65 houses." in told
    assert "For the link: words flood, destroy, house; names Tolvik; " in told
    assert "Against it: number 40 houses and 65 houses." in told
    assert "For the link" not in run("report", *paths)[1]


def test_options_may_stand_anywhere(run: Run, two: list[Path]) -> None:
    a, b = two
    expected = run("report", "--format", "json", a, b)
    assert run("report", a, "--format", "json", b) == expected
    assert run("--encoding", "utf-8", "report", a, "--format=json", b) == expected


def test_a_document_may_be_called_like_a_command_or_an_option(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("report", "batch", "-odd"):
        Path(name).write_text(f"{name} it is.")
    status, out, _ = run("report", "./report", "batch", "--", "-odd")
    assert status == 0
    assert [line.split(",")[0] for line in out.splitlines()[:3]] == [
        "A  report",
        "B  batch",
        "C  -odd",
    ]


def test_exit_code_tells_of_disagreement(run: Run, two: list[Path], found: None) -> None:
    assert run("report", *two)[0] == 0
    assert run("report", "--exit-code", *two)[0] == 1


def test_exit_code_of_agreement(run: Run, two: list[Path]) -> None:
    assert run("report", "--exit-code", two[0])[0] == 0


def test_a_lost_document_is_trouble_but_the_rest_is_reported(
    run: Run, two: list[Path], found: None
) -> None:
    status, out, err = run("report", "--exit-code", "nope.txt", *two)
    assert status == 2
    assert err == "hexapla: nope.txt: no such file; check the name\n"
    assert "The old bridge was closed" in out
    assert run("report", two[0], *two)[0] == 0


def test_nothing_readable(run: Run, tmp_path: Path) -> None:
    status, out, err = run("report", "nope.txt", tmp_path / "elsewhere")
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 2


def test_a_guessed_encoding_is_told_and_can_be_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "The café, which the naïve owner closed, cost £5 million."
    path.write_bytes(text.encode("windows-1252"))
    status, out, err = run("report", "--format", "json", path)
    assert status == 0
    assert err == ("hexapla: a.txt: read as windows-1252 (a guess); pass --encoding to change\n")
    assert json.loads(out)["documents"][0]["encoding"] == "windows-1252"
    status, out, err = run("report", "--format", "json", "--encoding", "windows-1252", path)
    assert (status, err) == (0, "")
    assert json.loads(out)["documents"][0]["text"] == text


def test_control_characters_in_a_name_are_shown_not_obeyed(run: Run) -> None:
    _, _, err = run("report", "a\x1b[31m\n\udcff.txt")
    assert err == "hexapla: a\\x1b[31m\nhexapla: \\udcff.txt: no such file; check the name\n"


def test_marks_fit_the_encoding_of_the_output(
    two: list[Path], found: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    assert cli.main(["report", *map(str, two)]) == 0
    assert b" ! A  The old bridge" in raw.getvalue()


def test_json_is_utf_8_in_any_locale(two: list[Path], tmp_path: Path) -> None:
    two[0].write_text("Żółw said “no”.", encoding="utf-8")
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    out, err = start("report", "--format", "json", two[0], env=environment).communicate()
    assert json.loads(out.decode("utf-8"))["documents"][0]["text"] == "Żółw said “no”."
    assert err == b""


def test_the_same_bytes_whatever_the_hash_seed(root: Path) -> None:
    outs = set()
    for seed in ("1", "2"):
        for form in ("json", "text"):
            environment = os.environ | {"PYTHONHASHSEED": seed}
            process = start("report", "--format", form, root / "seeds", env=environment)
            outs.add(process.communicate()[0])
            assert process.returncode == 0
    assert len(outs) == 2


# -- batch --------------------------------------------------------------------------------------


def test_batch_reads_a_manifest_beside_its_documents(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sets"
    folder.mkdir()
    (folder / "b.txt").write_text("Two.")
    manifest = folder / "m.jsonl"
    manifest.write_text('{"id": "1", "documents": [{"text": "One."}, {"path": "b.txt"}]}\n{\n')
    status, out, err = run("batch", manifest)
    assert status == 2
    good, bad = map(json.loads, out.splitlines())
    assert [d["text"] for d in good["documents"]] == ["One.", "Two."]
    assert bad["id"] is None
    assert bad["error"].startswith("line 2: not JSON")
    assert err == f"hexapla: batch: {bad['error']}\n"


def test_batch_answers_each_line_before_the_next() -> None:
    with start("batch") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for n in ("first", "second"):
            line = json.dumps({"id": n, "documents": [{"text": "One \ud800."}]})
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == n
        process.stdin.close()
        assert process.wait() == 0


# -- the streams --------------------------------------------------------------------------------


def test_a_closed_pipe_ends_quietly() -> None:
    with start("batch") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(b'{"documents": [{"text": "One."}]}\n')
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_ctrl_c_ends_with_130() -> None:
    with start("batch") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b'{"documents": [{"text": "One."}]}\n')
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr.read() == b""


def test_a_full_disk_is_told() -> None:
    with open("/dev/full", "wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "tui", "--version"], stdout=full, stderr=subprocess.PIPE
        )
    assert process.returncode == 2
    assert process.stderr == b"hexapla: cannot write the output: No space left on device\n"


# -- the reader ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plain", "message"),
    [
        ("stdout", b"standard output is no terminal to read in"),
        ("stderr", b"standard error is no terminal to read in"),
        ("stdin", b"there is no terminal to read keys from"),
    ],
)
def test_without_a_terminal_the_reader_points_to_report(
    two: list[Path], plain: str, message: bytes
) -> None:
    screen, terminal = pty.openpty()
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), terminal) | {plain: subprocess.PIPE}
    process = start(*two, start_new_session=True, **streams)
    _, err = process.communicate()
    os.close(terminal)
    told = err if plain == "stderr" else os.read(screen, 10_000)
    os.close(screen)
    assert process.returncode == 2
    advice = b"to print the comparison instead, use 'hexapla report' or --plain"
    assert told.strip() == b"hexapla: " + message + b"; " + advice


class Reader:
    """Stands in for the screen: keeps what it is opened with."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.warnings: list[str] = []

    def run(
        self,
        documents: Sequence[Document],
        settings: Settings,
        reader_settings: ReaderSettings,
        warnings: Sequence[str],
    ) -> int:
        self.names = [d.name for d in documents]
        self.warnings = list(warnings)
        self.theme = reader_settings.theme
        self.mouse = reader_settings.mouse
        self.thresholds = settings.solid, settings.tentative
        return 0


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    stand_in = Reader()
    monkeypatch.setitem(sys.modules, "tui.reader.app", stand_in)
    monkeypatch.setattr(cli, "_terminal", lambda: None)
    return stand_in


def test_without_documents_the_samples_open(run: Run, reader: Reader, root: Path) -> None:
    assert run()[0] == 0
    assert reader.names == sorted(p.name for p in (root / "seeds").glob("*.txt"))


def test_the_reader_opens_what_can_be_read(run: Run, reader: Reader, two: list[Path]) -> None:
    assert run("nope.txt", *two)[0] == 0
    assert reader.names == ["a.txt", "b.txt"]
    assert reader.warnings == ["nope.txt: no such file; check the name"]
    assert run("nope.txt")[0] == 2


def test_settings_reach_the_reader(
    run: Run, reader: Reader, two: list[Path], tmp_path: Path
) -> None:
    Path("hexapla.yaml").write_text("analysis: {tentative: 0.1}\nreader: {theme: hexapla-light}\n")
    override = tmp_path / "mine.yaml"
    override.write_text("analysis:\n  solid: 0.9\n")
    assert run("--config", override, *two)[0] == 0
    assert (reader.theme, reader.thresholds) == ("hexapla-light", (0.9, 0.1))


def test_a_piped_document_leaves_the_keyboard_to_the_reader(
    two: list[Path], monkeypatch: pytest.MonkeyPatch, reader: Reader
) -> None:
    keyboard, hand = os.pipe()
    saved = os.dup(0)
    monkeypatch.setattr(cli, "_terminal", lambda: keyboard)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Piped in.")))
    try:
        assert cli.main(["-", str(two[0])]) == 0
        os.write(hand, b"q")
        assert os.read(0, 1) == b"q"
    finally:
        os.dup2(saved, 0)
        os.close(saved)
        os.close(hand)
    assert reader.names == ["standard input", "a.txt"]


def test_what_is_piped_in_is_read_where_nothing_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, reader: Reader
) -> None:
    monkeypatch.setattr(cli, "_terminal", lambda: os.open(os.devnull, os.O_RDONLY))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Piped in.")))
    saved = os.dup(0)
    try:
        assert run()[0] == 0
    finally:
        os.dup2(saved, 0)
        os.close(saved)
    assert reader.names == ["standard input"]


def test_the_mouse_can_be_left_to_the_terminal(run: Run, reader: Reader, two: list[Path]) -> None:
    assert run(*two)[0] == 0
    assert reader.mouse
    assert run("--no-mouse", *two)[0] == 0
    assert not reader.mouse
    Path("hexapla.yaml").write_text("reader: {mouse: false}\n")
    assert run(*two)[0] == 0
    assert not reader.mouse


def test_a_dumb_terminal_is_told_what_to_do(two: list[Path]) -> None:
    screen, terminal = pty.openpty()
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), terminal)
    process = start(*two, env=os.environ | {"TERM": "dumb"}, **streams)
    assert process.wait() == 2
    os.close(terminal)
    told = os.read(screen, 10_000)
    os.close(screen)
    assert told.strip() == (
        b"hexapla: a terminal called dumb has no screen to read on; "
        b"to print the comparison instead, use 'hexapla report' or --plain"
    )


# -- plain --------------------------------------------------------------------------------------


def test_plain_prints_the_documents_and_ends(run: Run, two: list[Path]) -> None:
    status, out, err = run("--plain", *two)
    assert (status, err) == (0, "")
    assert out.startswith("2 documents.\nDocument A: a.txt, 1 claim.\n")
    assert "\nA 1: The bridge was closed on Monday.\n" in out
    assert run("--plain", "nope.txt", two[0])[0] == 2
    assert run("--plain", "nope.txt")[:2] == (2, "")


def test_plain_reads_what_is_piped_in(tmp_path: Path) -> None:
    out, err = start("--plain", env=os.environ | {"LC_ALL": "C"}).communicate(b"The road is shut.")
    assert err == b""
    assert b"\nDocument A: standard input\n\nA 1: The road is shut.\n" in out


def test_plain_to_a_closed_pipe_ends_quietly(two: list[Path]) -> None:
    with start("--plain", *two) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141
