"""Who says what: source, cue and content, on sentences written for it."""

import pytest

from tui.core.claims.attribution import find_frames
from tui.core.document import Document
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import tag_sentences


def frames(text: str) -> list[tuple[str | None, str, list[str]]]:
    document = Document("a", text)
    found = []
    for s in tag_sentences(document, split_sentences(document)):

        def words(r: tuple[int, int], s=s) -> str:  # type: ignore[no-untyped-def]
            return text[s.starts[r[0]] : s.ends[r[1] - 1]]

        for f in find_frames(s):
            source = words(f.source) if f.source else None
            found.append((source, words(f.cue), [words(c) for c in f.content]))
    return found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Mayor Lena Orth said that the bridge was safe.", "Orth", "the bridge was safe"),
        ("The mayor said the bridge was safe.", "mayor", "the bridge was safe"),
        ("The bridge was safe, the mayor said.", "mayor", "The bridge was safe"),
        ("The bridge was safe, said mayor Lena Orth.", "Orth", "The bridge was safe"),
        ("According to the mayor, the bridge was safe.", "mayor", "the bridge was safe"),
        ("The bridge was safe, according to the mayor.", "mayor", "The bridge was safe"),
        ('"The bridge was safe," she said.', "she", "The bridge was safe"),
        ("He added: the bridge was safe.", "He", "the bridge was safe"),
        ("Lena Orth, a retired engineer, said the bridge was safe.", "Orth", "the bridge was safe"),
        ("Orth told reporters on Friday that the bridge was safe.", "Orth", "the bridge was safe"),
        ("Police believe the driver fell asleep.", "Police", "the driver fell asleep"),
        ("The study found that the drug worked.", "study", "the drug worked"),
        ("The union rejected the board's claim that wages rose.", "union", "wages rose"),
        ("Orth urged the council to close the bridge.", "Orth", "the council to close the bridge"),
        ("The firm promised to repay the loan.", "firm", "repay the loan"),
    ],
)
def test_source_and_content(text: str, source: str, content: str) -> None:
    found = [(s, c) for s, _, contents in frames(text) for c in contents]
    assert any(s and source in s and content in c for s, c in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell on Tuesday.",
        "The report was published in May.",
        "He was told to leave.",
        "The road was closed and the train was late.",
    ],
)
def test_plain_statements_have_no_source(text: str) -> None:
    assert all(source is None for source, _, _ in frames(text))


def test_a_second_verb_shares_the_speaker() -> None:
    found = frames("Orth said the bridge was safe and added that the road was open.")
    assert [(s, c[-1]) for s, _, c in found][-1] == ("Orth", "the road was open")


def test_the_nearest_source_stands_first() -> None:
    text = "Orth said that Hale had claimed that the bridge was safe."
    assert {s for s, _, _ in frames(text)} == {"Orth", "Hale"}
