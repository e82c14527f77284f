"""What a claim says of itself: who reports it, how surely, in whose words, about how many."""

from __future__ import annotations

import pytest

from tui.core.comparison import Comparison, compare
from tui.core.document import Document
from tui.core.model import Claim


def comparison(text: str) -> Comparison:
    return compare([Document("a.txt", text)])


def claim(text: str, words: str) -> Claim:
    """The claim of the text that holds these words."""
    found = [c for c in comparison(text).claims if words in text[c.start : c.end]]
    assert len(found) == 1, [text[c.start : c.end] for c in comparison(text).claims]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "source", "chain"),
    [
        (
            "Orth said that Hale had denied that the bridge was closed.",
            "bridge was closed",
            "Hale",
            ["Orth"],
        ),
        ("Orth said that the bridge was closed.", "bridge was closed", "Orth", []),
        (
            "The minister told reporters that officials believe that the dam will hold.",
            "the dam will hold",
            "officials",
            ["The minister"],
        ),
    ],
)
def test_the_nearest_source_comes_first(
    text: str, words: str, source: str, chain: list[str]
) -> None:
    said = claim(text, words).attribution
    assert said is not None
    assert said.source_text == source
    assert [voice.source_text for voice in said.chain] == chain


@pytest.mark.parametrize(
    ("text", "words", "hedge"),
    [
        ("The mayor reportedly left on Monday.", "left", "reportedly"),
        ("Two guards allegedly opened the gate.", "opened", "allegedly"),
        ("The ship is said to have sunk.", "sunk", "said to"),
        ("The plan appears to have failed.", "failed", "appears to"),
        ("The mayor left on Monday.", "left", None),
        ("She appeared at the window.", "window", None),
    ],
)
def test_hedges_are_kept(text: str, words: str, hedge: str | None) -> None:
    span = claim(text, words).hedge
    assert (span and text[span.start : span.end]) == hedge


def test_quoted_words_are_told_from_the_writers_own() -> None:
    text = "“The dam will hold,” Orth said. He left at noon."
    assert claim(text, "dam will hold").quoted
    assert not claim(text, "left").quoted


@pytest.mark.parametrize(
    ("text", "number", "role"),
    [
        ("The blast, killing 12 and injuring at least 30, shook the town.", "12", "killed"),
        ("The blast, killing 12 and injuring at least 30, shook the town.", "30", "injured"),
        ("Police arrested 14 protesters.", "14", "arrested"),
        ("Five of the 30 passengers died.", "Five", "killed"),
        ("Five of the 30 passengers died.", "30", None),
        ("The ferry carried 211 people.", "211", None),
    ],
)
def test_what_befell_those_counted(text: str, number: str, role: str | None) -> None:
    found = [
        q.role
        for c in comparison(text).claims
        for q in c.quantities
        if number in text[q.start : q.end]
    ]
    assert found == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Other issues of mutual interest were also discussed during the telephone conversation.",
        "The parties exchanged views on several topics.",
        "Click here to subscribe.",
        "Dear Ms Orth,",
        "All rights reserved.",
    ],
)
def test_a_sentence_that_states_nothing_has_no_claim(text: str) -> None:
    assert comparison(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "The parties discussed the closing of the Halden bridge.",
        "They exchanged 14 prisoners.",
        "Dear life has become dearer in Halden since March.",
    ],
)
def test_a_sentence_that_only_resembles_one_is_kept(text: str) -> None:
    assert comparison(text).claims


def test_what_a_clause_tells_of_a_source_is_a_claim() -> None:
    text = "Vera Orth, who left the company in May, said that the bridge was closed."
    assert claim(text, "who left the company").attribution is None
    said = claim(text, "bridge was closed").attribution
    assert said is not None
    assert said.source_text == "Vera Orth"


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Elected mayor by a wide margin in May, Orth said the dam was old.", "Elected mayor", 2),
        ("Speaking to a crowd in the old harbour, Orth said the dam was old.", "dam was old", 1),
        ("Asked about the state of the harbour, Orth said the dam was old.", "dam was old", 1),
    ],
)
def test_a_participle_beside_a_source_states_something_unless_it_is_of_speech(
    text: str, words: str, count: int
) -> None:
    assert claim(text, words)
    assert len(comparison(text).claims) == count


def test_both_parts_of_an_interrupted_quotation_are_said() -> None:
    text = "“Despite all those questions and doubts,” Orth went on, “the dam should be kept.”"
    parts = ("questions and doubts", "dam should be kept")
    for part in parts:
        said = claim(text, part).attribution
        assert said is not None
        assert said.source_text == "Orth"


@pytest.mark.parametrize(
    "text",
    [
        "'The dam is old,' said Orth. 'It's near the dogs' home. We'll go.'",
        "‘The dam is old,’ said Orth. ‘It’s near the dogs’ home. We’ll go.’",
        "“The dam is old,” said Orth. “It’s near the dogs’ home. We’ll go.”",
    ],
)
def test_quotations_in_single_and_in_double_marks(text: str) -> None:
    found = comparison(text).claims
    assert len(found) == 3
    for c in found:
        assert c.quoted
        assert c.attribution is not None
        assert c.attribution.source_text == "Orth"


@pytest.mark.parametrize(
    "text",
    [
        "The drivers' union met at the dogs' home. Some of 'em left.",
        "'Twas the drivers' union that met. It left at nine.",
        "They say: 'thank you, your work is great.\" The dam is old. The drivers' union met.",
    ],
)
def test_an_apostrophe_is_no_quotation(text: str) -> None:
    assert not any(c.quoted for c in comparison(text).claims)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The union said it was “too late”.", "it was “too late”"),
        ("The union said it was 'too late'.", "it was 'too late'"),
        ("The union said it was “too late.”", "it was “too late.”"),
        ("“It was too late,” the union said.", "It was too late"),
    ],
)
def test_a_claim_keeps_both_marks_or_none(text: str, words: str) -> None:
    (found,) = comparison(text).claims
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orth told the Herald he was glad.", "he was glad"),
        ("Orth told reporters the dam was old.", "the dam was old"),
        ("Orth said neither was hurt.", "neither was hurt"),
        ("“It fell,” said Vera Orth, 71, who lives opposite.", "who lives opposite"),
    ],
)
def test_a_claim_holds_its_subject_and_no_hearer_or_age(text: str, words: str) -> None:
    assert words in [text[c.start : c.end] for c in comparison(text).claims]


def test_who_is_meant_by_neither_is_denied_what_is_said() -> None:
    assert claim("Two people fell; neither is believed to be hurt.", "neither").negated


def test_words_that_only_introduce_a_quotation_state_nothing() -> None:
    text = "The leader of the council, Vera Orth, said:\n\n“The dam is old.”"
    (found,) = comparison(text).claims
    assert text[found.start : found.end] == "The dam is old"
    assert found.attribution is not None


def test_an_apostrophe_hides_no_quotation_in_double_marks() -> None:
    text = "They sang ‘Auld Lang and left. Orth said: “It’s the dogs’ home,” and sat down."
    assert claim(text, "dogs’ home").quoted


@pytest.mark.parametrize(
    ("text", "words", "negated"),
    [
        ("Shares in Norrholm declined sharply.", "declined", False),
        ("Sales will decline 2.1 percent next year.", "decline", False),
        ("The talks in Ostby failed.", "failed", False),
        ("Renn declined to sign the deed.", "sign the deed", True),
        ("The pump failed to start.", "failed to start", True),
        ("The council refused permission.", "refused permission", True),
    ],
)
def test_to_decline_denies_only_with_what_is_not_done(text: str, words: str, negated: bool) -> None:
    assert claim(text, words).negated is negated
