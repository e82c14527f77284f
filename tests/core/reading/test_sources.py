from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from tui.core.reading import Problem, ReadingOptions, read_documents


def write(folder: Path, **texts: str) -> list[str]:
    """Files such as `a_txt` -> `a.txt`; returns their paths."""
    paths = []
    for name, text in texts.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(text.encode())
        paths.append(str(path))
    return paths


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [p.message for p in problems]


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_text_and_markdown(tmp_path: Path) -> None:
    names = write(tmp_path, a_txt="one\r\n", b_md="# two", c_MARKDOWN="three", d="four")
    documents, problems = read_documents(names)
    assert problems == ()
    assert [d.text for d in documents] == ["one\r\n", "# two", "three", "four"]
    assert [d.name for d in documents] == ["a.txt", "b.md", "c.MARKDOWN", "d"]
    assert [d.markup for d in documents] == ["plain", "markdown", "markdown", "plain"]
    assert [d.path for d in documents] == names


def test_a_folder_is_its_documents_in_name_order(tmp_path: Path) -> None:
    write(tmp_path, b_txt="b", a_md="a", c_csv="c", _hidden_txt="h")
    (tmp_path / "sub.txt").mkdir()
    documents, problems = read_documents([str(tmp_path)])
    assert [d.name for d in documents] == ["a.md", "b.txt"]
    assert problems == ()


def test_a_folder_without_documents(tmp_path: Path) -> None:
    write(tmp_path, c_csv="c")
    documents, problems = read_documents([str(tmp_path)])
    assert documents == ()
    assert told(problems) == [
        "no text or Markdown file (.txt, .text, .md, .markdown) in this folder; name files in it"
    ]


def test_what_cannot_be_read_leaves_the_others_open(tmp_path: Path) -> None:
    (good,) = write(tmp_path, good_txt="good")
    binary = tmp_path / "notes.bin"
    binary.write_bytes(b"hello world\n\0")
    missing = str(tmp_path / "missing.txt")
    documents, problems = read_documents([missing, good, str(binary)])
    assert [d.name for d in documents] == ["good.txt"]
    assert [str(p) for p in problems] == [
        f"{missing}: no such file; check the name",
        f"{binary}: not text (binary data at byte 12); give a text or Markdown file",
    ]
    assert all(p.lost for p in problems)


def test_an_empty_file_is_a_document_with_a_note(tmp_path: Path) -> None:
    documents, problems = read_documents(write(tmp_path, a_txt="", b_txt=" \n"))
    assert [(d.text, d.notes) for d in documents] == [
        ("", ("holds no text",)),
        (" \n", ("holds no text",)),
    ]
    assert problems == ()


def test_one_file_by_several_names_is_read_once(tmp_path: Path) -> None:
    (name,) = write(tmp_path, a_txt="a")
    soft, hard = tmp_path / "soft.txt", tmp_path / "hard.txt"
    soft.symlink_to(name)
    os.link(name, hard)
    same = str(tmp_path / "." / "a.txt").replace("/a.txt", "/./a.txt")
    documents, problems = read_documents([name, name, same, str(soft), str(hard)])
    assert [d.name for d in documents] == ["a.txt"]
    assert told(problems) == [f"the same file as {name}; read once"] * 4
    assert not any(p.lost for p in problems)


def test_equal_names_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    paths = []
    for folder in ("p/x", "q/x", "q/y"):
        (tmp_path / folder).mkdir(parents=True)
        paths += write(tmp_path / folder, n_txt=folder)
    paths += write(tmp_path, m_txt="m")
    documents, _ = read_documents(paths)
    assert [d.name for d in documents] == ["p/x/n.txt", "q/x/n.txt", "y/n.txt", "m.txt"]


def test_standard_input_is_one_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stdin(monkeypatch, b"piped\r\n")
    documents, problems = read_documents([*write(tmp_path, a_txt="a"), "-"])
    assert [(d.name, d.text, d.path) for d in documents][1] == ("standard input", "piped\r\n", None)
    assert problems == ()


def test_standard_input_cannot_be_used_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"piped")
    documents, problems = read_documents(["-", "-"])
    assert len(documents) == 1
    assert told(problems) == ["standard input can be read only once; name it once"]


def test_no_permission(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (name,) = write(tmp_path, a_txt="a")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    documents, problems = read_documents([name])
    assert documents == ()
    assert told(problems) == ["no permission to read it; change its mode, or give a copy"]


def test_a_folder_without_permission(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    assert "no permission" in told(read_documents([str(tmp_path)])[1])[0]


def test_special_files_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    names = [str(tmp_path / n) for n in ("pipe.txt", "loop.txt", "gone.txt")]
    documents, problems = read_documents([*names, "/dev/zero", "no\0name", ""])
    assert documents == ()
    assert [m.split(";")[0] for m in told(problems)] == [
        "a named pipe, not a file",
        "a link that leads back to itself",
        "no such file",
        "a device, not a file",
        "not a possible file name",
        "no such file",
    ]


def test_a_folder_in_a_loop_is_read_once_through(tmp_path: Path) -> None:
    write(tmp_path, a_txt="a")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    documents, problems = read_documents([str(tmp_path)])
    assert [d.name for d in documents] == ["a.txt"]
    assert told(problems) == ["a link that leads back to itself; mend the link"]


def test_a_pipe_the_shell_holds_open_can_be_read() -> None:
    reader, writer = os.pipe()
    os.write(writer, b"from a process")
    os.close(writer)
    try:
        documents, problems = read_documents([f"/dev/fd/{reader}"])
    finally:
        os.close(reader)
    assert problems == ()
    assert [d.text for d in documents] == ["from a process"]


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    large, fits = write(tmp_path, large_txt="x" * 1_000_001, fits_txt="x" * 1_000_000)
    documents, problems = read_documents([large, fits], ReadingOptions(max_size=1))
    assert [d.name for d in documents] == ["fits.txt"]
    assert told(problems) == [
        "larger than 1 MB; split it, or raise reading.max_size in the configuration"
    ]
    stdin(monkeypatch, b"x" * 1_000_001)
    assert "larger than 1 MB" in told(read_documents(["-"], ReadingOptions(max_size=1))[1])[0]


def test_the_named_encoding_is_used(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("ż".encode("iso-8859-2"))
    documents, _ = read_documents([str(path)], ReadingOptions(encoding="iso-8859-2"))
    assert (documents[0].text, documents[0].encoding) == ("ż", "iso-8859-2")
