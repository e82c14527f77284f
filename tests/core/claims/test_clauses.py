"""Claims: where a sentence is cut, and what each claim holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.claims import find_claims
from tui.core.document import Document
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import tag_sentences
from tui.core.model import Claim


def claims_of(text: str) -> tuple[Claim, ...]:
    document = Document("a", text, date="2020-05-04")
    sentences = split_sentences(document)
    return find_claims([document], [sentences], [tag_sentences(document, sentences)], ())


def cut(text: str) -> list[str]:
    return [text[c.start : c.end] for c in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The dam broke and the town was flooded.", ["The dam broke", "the town was flooded"]),
        ("The dam broke; nobody was hurt.", ["The dam broke", "nobody was hurt"]),
        (
            "The dam broke after heavy rain, which flooded the town.",
            ["The dam broke after heavy rain", "which flooded the town"],
        ),
        (
            "Some 90 lorries arrived, of which over 50 belonged to the army and 30 to farms.",
            [
                "Some 90 lorries arrived",
                "of which over 50 belonged to the army",
                "30 to farms",
            ],
        ),
        (
            "The minister said that the dam was old and that repairs had begun.",
            ["the dam was old", "repairs had begun"],
        ),
        (
            "The minister said that the dam was old, that repairs had begun and that was all.",
            ["the dam was old", "repairs had begun", "that was all"],
        ),
        ("The dam, which was old, broke on Monday.", ["The dam, which was old, broke on Monday"]),
        (
            "Men and women left the town and the valley.",
            ["Men and women left the town and the valley"],
        ),
    ],
)
def test_cutting(text: str, want: list[str]) -> None:
    assert cut(text) == want


def test_a_condition_stays_with_what_it_limits() -> None:
    text = "If the dam breaks, the town will be flooded."
    assert cut(text) == [text[:-1]]


def test_a_label_states_nothing_and_a_headline_does() -> None:
    text = "2. Price\n\nThe price is 18 euros.\n\nDam breaks above Orth\n\nThe town was flooded."
    assert cut(text) == ["The price is 18 euros", "Dam breaks above Orth", "The town was flooded"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("There was no fire in the hall.", True),
        ("The hall did not burn.", True),
        ("The hall burned.", False),
        ("Nobody was hurt.", True),
        ("The crew failed to stop the train.", True),
        ("The train arrived no later than noon.", False),
        ("It was not only late but full.", False),
        ("He left without a word.", False),
    ],
)
def test_polarity(text: str, negated: bool) -> None:
    assert claims_of(text)[0].negated is negated


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The hall must be closed.", "demanded"),
        ("The hall has to close.", "demanded"),
        ("The hall may close.", "possible"),
        ("The hall will close.", "promised"),
        ("The hall closed.", "asserted"),
        ("The rooms where guests had slept should be closed.", "demanded"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert claims_of(text)[0].modality == modality


def test_denial_turns_the_polarity() -> None:
    (claim,) = claims_of("The company denied that the pipe had leaked.")
    assert claim.negated
    assert claim.attribution is not None
    assert claim.attribution.source_text == "The company"


def test_quoted_sentences_inherit_their_speaker() -> None:
    text = (
        '"The pipe leaked. We closed it at once. Nobody drank the water," the plant manager said.'
    )
    sources = {c.attribution.source_text for c in claims_of(text) if c.attribution}
    assert sources == {"the plant manager"}
    assert all(c.attribution for c in claims_of(text))


def sources_of(text: str) -> list[str | None]:
    return [c.attribution.source_text if c.attribution else None for c in claims_of(text)]


def test_a_paragraph_of_quotation_goes_on_with_its_speaker() -> None:
    text = "The mayor defended the dam.\n\n“The gate is sound. Nobody was warned.”"
    assert sources_of(text) == ["The mayor"] * 3


def test_a_quotation_after_a_colon_belongs_to_whoever_spoke() -> None:
    text = "The mayor replied with a smile:\n\n“The gate is sound.”"
    assert sources_of(text)[-1] == "The mayor"


def test_the_speaker_is_meant_by_i_and_he() -> None:
    assert sources_of("“I think the gate is sound,” the mayor said.") == ["the mayor"]


def test_an_attitude_within_speech_is_the_speakers_statement() -> None:
    assert sources_of("The mayor said that Hale opposed the dam.") == ["The mayor"]


def test_a_transcript_gives_each_turn_to_its_speaker() -> None:
    text = (
        "HALE: Was the gate open?\n\nORTH: The gate was open. The road was wet.\n\n"
        "HALE: Who knew?\n\nORTH: The crew knew."
    )
    assert sources_of(text) == ["HALE", "ORTH", "ORTH", "HALE", "ORTH"]


def test_dates_and_quantities_go_to_their_claim() -> None:
    text = "On May 2, 2020 the pipe burst and 40 houses were flooded."
    first, second = claims_of(text)
    assert [d.value for d in first.dates] == ["2020-05-02"]
    assert [q.value for q in second.quantities] == [40]


WORDS = st.sampled_from(
    'the dam broke and said that he , which was not 40 people . “ ” " Orth because ; ( ) : with'
    " after which told according to Hale must be closed — is n't".split()
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_claims_are_ordered_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for claim in claims_of(text):
        assert end <= claim.start < claim.end <= len(text)
        end = claim.end
