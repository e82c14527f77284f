"""The tagger: verbs, names and clause words in running text, headlines and odd input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.language.tagger import TAGS, names_among, tag
from tui.core.language.tokens import tokenize


def assert_tags(marked: str) -> None:
    """`marked` holds the tokens of a sentence, those to check with a tag behind a slash."""
    words, expected = [], []
    for piece in marked.split():
        word, _, mark = piece.rpartition("/")
        known = bool(word) and mark.isupper()
        words.append(word if known else piece)
        expected.append(mark if known else "")
    got = tag(words)
    shown = [f"{w}/{g}" if e else w for w, g, e in zip(words, got, expected, strict=True)]
    assert " ".join(shown) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "The man killed/VBN in the raid was/VBD identified/VBN as a police officer .",
        "The convoy attacked/VBN by rebels carried/VBD flour/NN and medicine .",
        "The plan calls/VBZ for roads , and phone calls/NNS were/VBD intercepted/VBN .",
        "He did not say/VB that/IN the vehicles had been/VBN stopped/VBN .",
        "The road that/WDT leads/VBZ to the airport was closed/VBN .",
        "In the year 1066 King/NNP Harold/NNP was slain/VBN and William/NNP took/VBD the crown .",
        "The seller shall/MD pay/VB the costs/NNS if/IN notice/NN is/VBZ given/VBN .",
        "“ I saw what/WP happened/VBD , ” Maria/NNP Lopez/NNP , a nurse , told/VBD reporters .",
        "Germany , which/WDT leads/VBZ the group , has/VBZ objected/VBN .",
        "The group , led/VBN by Germany , objected/VBD .",
        "Trucks carrying/VBG aid/NN crossed/VBD into the territory .",
        "They use/VBP force , and the use/NN of force was condemned/VBN .",
        "They ca/MD n’t/RB have/VB known/VBN what he ’d/MD do/VB .",
    ],
)
def test_verbs_are_told_from_nouns_and_participles(marked: str) -> None:
    assert_tags(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Russia strikes/VBZ deal/NN with Iran",
        "ARMY/NN DENIES/VBZ REPORTS/NNS",
        "Minister Who/WP Resigned/VBD Is/VBZ Charged/VBN",
        "police said/VBD the driver died/VBD at the scene",
    ],
)
def test_headlines_and_text_without_capitals(marked: str) -> None:
    assert_tags(marked)


def test_straight_quotation_marks_open_and_close() -> None:
    tags = tag(tokenize('"Yes," he said, "we do."').words)
    assert [t for t in tags if t in ("``", "''")] == ["``", "''", "``", "''"]


def test_nothing_gives_nothing() -> None:
    assert tag(()) == ()


@given(st.text(max_size=80))
def test_every_token_of_any_text_gets_a_tag_and_always_the_same(text: str) -> None:
    words = tokenize(text).words
    tags = tag(words)
    assert len(tags) == len(words)
    assert set(tags) <= set(TAGS)
    assert tag(words) == tags


def test_a_name_of_the_document_is_one_at_the_start_of_a_sentence_too() -> None:
    body = "The judge told Holder to pay .".split()
    assert names_among([body, ["Police", "said", "so", "."]]) == {"Holder"}
    assert tag("Holder paid .".split(), names_among([body]))[0] == "NNP"
