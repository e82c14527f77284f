"""Markdown is shown as such, and its text is never altered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.document import Document
from tui.reader.drawing import MARGIN, Drawing
from tui.reader.layout import wrap
from tui.reader.markup import LineMarks
from tui.reader.styles import Palette


def marked(text: str, markdown: bool = True) -> list[tuple[str, str]]:
    return [(text[a:b], name) for a, b, name in LineMarks(text, markdown).over(0, len(text))]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("## Two *words*", [("## ", "syntax"), ("Two *words*", "heading")]),
        ("Two words\n=====", [("Two words", "heading"), ("=====", "syntax")]),
        ("- item", [("-", "bullet"), (" ", "syntax")]),
        ("12. item", [("12. ", "syntax")]),
        ("> said", [("> ", "quoting")]),
        ("a **b** c", [("**", "syntax"), ("b", "strong"), ("**", "syntax")]),
        ("an *old* song", [("*", "syntax"), ("old", "emphasis"), ("*", "syntax")]),
        ("run `x *y*`", [("`", "syntax"), ("x *y*", "code"), ("`", "syntax")]),
        ("[a](http://b)", [("[", "syntax"), ("a", "link"), ("](http://b)", "syntax")]),
        ("2 * 3 * 4 and snake_case_name", []),
        ("a \\*b\\* c", []),
        ("#5 is no heading", []),
    ],
)
def test_marks(text: str, marks: list[tuple[str, str]]) -> None:
    assert marked(text) == marks


def test_nothing_is_read_into_code() -> None:
    assert marked("```\n# x *y*\n```\n# z")[-2:] == [("# ", "syntax"), ("z", "heading")]
    assert ("# x *y*", "code") in marked("```\n# x *y*\n```\n# z")


def test_plain_text_has_its_lists_and_no_other_marks() -> None:
    assert marked("# a *b*\n- c", markdown=False) == [("-", "bullet"), (" ", "syntax")]


PIECES = st.sampled_from(["a", " ", "*", "_", "`", "[", "](", ")", "#", "\n", "> ", "- ", "```\n"])


@given(st.lists(PIECES, max_size=40).map("".join), st.booleans())
def test_marks_neither_overlap_nor_leave_the_text(text: str, markdown: bool) -> None:
    reached = 0
    for a, b, _name in LineMarks(text, markdown).over(0, len(text)):
        assert reached <= a < b <= len(text)
        reached = b


@pytest.mark.parametrize("ascii_only", [False, True])
def test_bullets_and_quotations_are_drawn_in_their_cells(ascii_only: bool) -> None:
    text = "- one two three\n> four five six\n"
    drawing = Drawing(Document("a.md", text, markup="markdown"), 0, Palette("none", {}), ascii_only)
    rows = wrap(text, 9)
    shown = [
        "".join(s.text for s in drawing.row(rows, row)[0])[MARGIN:] for row in range(len(rows))
    ]
    if ascii_only:
        assert shown == ["- one two", "  three", "> four", "| five", "| six"]
    else:
        assert shown == ["• one two", "  three", "│ four", "│ five", "│ six"]
    for row, words in ((1, "three"), (4, "six")):
        at = drawing.offset_at(rows, row, MARGIN + 2)
        assert text[at:].startswith(words)
