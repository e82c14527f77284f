from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.reading.decode import ReadingError, decode, encoding_fault

FRENCH = (
    "Le président a déclaré que les négociations étaient très avancées, malgré les réserves"
    " exprimées par l'opposition."
)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"))


@given(TEXT)
def test_text_is_the_input_exactly(text: str) -> None:
    if text.startswith(("%PDF-", "PK\x03\x04")):
        return
    assert decode(text.encode()).text == text


@given(TEXT, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_a_byte_order_mark_settles_the_encoding_and_is_no_text(text: str, codec: str) -> None:
    marks = {
        "utf-8": codecs.BOM_UTF8,
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }
    for asked in (None, "windows-1252"):
        found = decode(marks[codec] + text.encode(codec), asked)
        assert (found.text, found.encoding, found.notes) == (text, codec, ())


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n\r\n").text == "one\r\ntwo\rthree\n\r\n"


ENGLISH = "The café, which the naïve owner closed, cost £5 million – “too much”."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "windows-1252"),
        ("It cost £5 million.", "windows-1252"),
        ("Президент заявил, что дорога закрыта. Жители требуют объяснений.", "windows-1251"),
        ("大統領は道路が閉鎖されていないと述べた。住民は説明を求めている。", "shift_jis"),
    ],
)
def test_guesses(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_another_encoding_is_guessed_and_the_guess_is_named() -> None:
    found = decode(FRENCH.encode("windows-1252"))
    assert found.text == FRENCH
    assert found.encoding == "windows-1252"
    assert found.notes == ("read as windows-1252 (a guess); pass --encoding to change",)


def test_an_encoding_that_was_named_is_used_without_a_note() -> None:
    found = decode("zażółć".encode("iso-8859-2"), "iso-8859-2")
    assert (found.text, found.encoding, found.notes) == ("zażółć", "iso-8859-2", ())


def test_a_few_lost_bytes_do_not_spoil_utf_8() -> None:
    found = decode(FRENCH.encode()[:-20] + b"\xc3 et la suite")
    assert found.encoding == "utf-8"
    assert found.text.startswith(FRENCH[:60])
    assert found.text.endswith("\ufffd et la suite")
    assert "1 place is not UTF-8" in found.notes[0]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"hello world\0\x01", "not text (binary data at byte 11); give a text or Markdown file"),
        (b"ab\x01\xff\xfe", "not text (binary data at byte 2); give a text or Markdown file"),
        (b"%PDF-1.7\n", "not text: a PDF; turn it into text first, e.g. with pdftotext"),
        (codecs.BOM_UTF16_LE + b"a\0\0\0", "not text (binary data at byte 4)"),
        (codecs.BOM_UTF8 + b"abc\xff", "not valid utf-8 (byte 6)"),
        (codecs.BOM_UTF16_LE + b"abc", "not valid utf-16-le (byte 4)"),
    ],
)
def test_what_is_not_text_is_told_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError) as error:
        decode(data)
    assert str(error.value).startswith(message)


def test_bytes_the_named_encoding_cannot_hold() -> None:
    with pytest.raises(ReadingError, match=r"not valid ascii \(byte 1\); name its encoding"):
        decode(b"a\xe9", "ascii")


def outcome(data: bytes) -> tuple[str, str]:
    try:
        return "text", decode(data).text
    except ReadingError as error:
        return "refused", str(error)


@given(st.binary())
def test_any_bytes_are_text_or_a_one_line_refusal(data: bytes) -> None:
    what, text = outcome(data)
    assert "\0" not in text
    assert what == "text" or len(text.splitlines()) == 1


@pytest.mark.parametrize("name", ["utf-8", "windows-1252", "koi8-r", "UTF-16", "gb18030"])
def test_known_encodings(name: str) -> None:
    assert encoding_fault(name) is None


@pytest.mark.parametrize("name", ["utf-9", "", "rot13", "hex", "a\0b", "undefined"])
def test_unknown_encodings(name: str) -> None:
    assert "no encoding is called" in (encoding_fault(name) or "")
