"""Sentences: where they end, and that they never lose or touch the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.document import Document, Span
from tui.core.language.sentences import split_sentences


def split(text: str, **fields: object) -> list[str]:
    document = Document("a", text, **fields)  # type: ignore[arg-type]
    return [text[s.start : s.end] for s in split_sentences(document)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["It rained.", "The match ended 2-1."],
        ["Mr. J. R. Hale met Lt. Gen. Orr.", "They spoke."],
        ["He joined the U.S. Senate voted.", "It passed."],
        ["It left at 5 p.m.", "Nobody saw it."],
        ["See No. 5 of the list.", "Then go."],
        ['"Stop!" he said.', '"Why?" she asked.'],
        ["He said: «We won.", "They lost.»", "All left."],
        ["Prices rose 3.5 percent.", "That is much."],
        ["The car stopped .", "Then it burned ."],
        ["Wait... what is example.com for?", "Nothing."],
        ["They went home to the U.S.", "The army stayed."],
    ],
)
def test_sentence_ends(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_sentences_that_run_together() -> None:
    assert split("Aid came from the WFP.The minister agreed.") == [
        "Aid came from the WFP.",
        "The minister agreed.",
    ]


def test_hard_wrapped_lines_are_joined_and_others_are_not() -> None:
    wrapped = (
        "The dam above the town gave way shortly\nbefore dawn and the water reached the\n"
        "market square within an hour, where\nnobody had been warned.\n\nThe mayor resigned."
    )
    assert len(split(wrapped)) == 2
    assert split("Dam breaks\nThe dam above the town gave way.\nNobody was warned.") == [
        "Dam breaks",
        "The dam above the town gave way.",
        "Nobody was warned.",
    ]


def test_list_items_and_markdown_headings() -> None:
    text = "# Findings\n\n- The valve failed.\n- The alarm was off.\n\n> Nobody knew.\n"
    document = Document("a.md", text, markup="markdown")
    found = split_sentences(document)
    assert [(text[s.start : s.end], s.kind) for s in found] == [
        ("Findings", "heading"),
        ("The valve failed.", "item"),
        ("The alarm was off.", "item"),
        ("Nobody knew.", "quote"),
    ]
    assert found[0].paragraph < found[1].paragraph


def test_a_run_in_heading_is_a_sentence_of_its_own() -> None:
    text = "**Rent.** The rent is due. **Nobody** pays.\n\n**Hale**, a miller, left."
    found = split_sentences(Document("a", text))
    assert [(text[s.start : s.end], s.kind) for s in found] == [
        ("**Rent.**", "heading"),
        ("The rent is due.", "text"),
        ("**Nobody** pays.", "text"),
        ("**Hale**, a miller, left.", "text"),
    ]


def test_metadata_is_no_sentence() -> None:
    text = " date 2020-05-01 The dam broke. All fled."
    assert split(text, metadata=(Span(0, 17),)) == ["The dam broke.", "All fled."]


@given(st.text(alphabet=st.sampled_from("aB. \n!?\"«»'U.S-•1)#>\r\t…。é"), max_size=200))
def test_sentences_are_ordered_and_cover_every_character_but_white_space(text: str) -> None:
    found = split_sentences(Document("a", text))
    end = 0
    kept = set()
    for s in found:
        assert end <= s.start < s.end
        assert not text[s.start].isspace()
        assert not text[s.end - 1].isspace()
        end = s.end
        kept.update(range(s.start, s.end))
    left = {c for i, c in enumerate(text) if i not in kept}
    assert all(c.isspace() or c in "#>-•1).aBU" for c in left)
