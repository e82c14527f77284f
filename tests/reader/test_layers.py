"""The reader's pure modules know no Textual, so that the command line can use them cheaply."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module",
    "keys settings theme_names contrast shades chords layout relations index session walks words"
    " panel marks styles roster fitting arrangement connections coverage hanging markup drawing"
    " edges prompt reasons reason_lines quoting citations clipboard selection apparatus.page"
    " apparatus.room".split(),
)
def test_pure_modules_import_no_textual(module: str) -> None:
    code = f"import sys, tui.reader.{module}; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_reader_opens_without_the_analysis() -> None:
    code = (
        "import sys, tui.reader.app;"
        "heavy = {'numpy', 'rapidfuzz', 'yaml', 'tui.core.comparison', 'textual.widgets._markdown',"
        " 'textual.widgets._data_table'};"
        "sys.exit(', '.join(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.stderr.strip() == ""
