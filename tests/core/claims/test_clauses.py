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


@pytest.mark.parametrize(
    "text",
    [
        "If the dam breaks, the town will be flooded.",
        "If the seal cracks or the pump stops, the boiler shuts down.",
        "Even if they win, it is unclear whether the roof will hold.",
        "“If we had not found the goat, a fox or a stoat would have eaten it.”",
        "If the heir agrees, and the abbot signs, the mill may be sold.",
    ],
)
def test_a_condition_stays_with_what_it_limits(text: str) -> None:
    assert cut(text) == [text.strip("“”.")]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "**Opening hours.** The baths open at nine. Dogs stay outside.",
            ["The baths open at nine", "Dogs stay outside"],
        ),
        (
            "**Is the pool heated?** No. Its water comes from a well.",
            ["Its water comes from a well"],
        ),
        ("*Rent*: The tenant pays 900 crowns a month.", ["The tenant pays 900 crowns a month"]),
        ("**What we owe:** Ten crowns a head.", ["Ten crowns a head"]),
        ("Deposit. The tenant shall pay 300 crowns.", ["The tenant shall pay 300 crowns"]),
        (
            "**The mill burned on Friday.** Nobody slept there.",
            ["The mill burned on Friday", "Nobody slept there"],
        ),
    ],
)
def test_a_run_in_heading_is_no_part_of_the_claim_after_it(text: str, want: list[str]) -> None:
    assert cut(text) == want


def test_a_short_sentence_that_may_hold_a_verb_is_a_claim() -> None:
    assert cut("The fair opens. Silence. The ferry sinks.") == ["The fair opens", "The ferry sinks"]


@pytest.mark.parametrize(
    "text",
    [
        "Three nuns and twelve pilgrims were aboard.",
        "On Sunday, 40 sheep from Orth and nine goats from Hale crossed the river.",
        "Neither the abbot nor the prior has signed the deed.",
        "They make or break a baker.",
        "He was born on May 4, 1879 in Orth.",
        "The choir (it had nine boys, and two were ill) sang.",
    ],
)
def test_what_has_one_verb_is_one_claim(text: str) -> None:
    assert cut(text) == [text[:-1]]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "We bake at four in the morning and carry the loaves to the market.",
            ["We bake at four in the morning", "carry the loaves to the market"],
        ),
        (
            "The tenant owns the house, title to which passes on her death.",
            ["The tenant owns the house", "title to which passes on her death"],
        ),
        (
            "The abbey sold forty fields, perhaps a dozen of which were under water.",
            ["The abbey sold forty fields", "perhaps a dozen of which were under water"],
        ),
        (
            "When the wall fell, masons and smiths ran to the gate.",
            ["When the wall fell", "masons and smiths ran to the gate"],
        ),
        (
            "They stayed, in part because it rained.",
            ["They stayed", "in part because it rained"],
        ),
        (
            "They came in after the bell rang.",
            ["They came in", "after the bell rang"],
        ),
        (
            "The gate was shut shortly before the flood reached it.",
            ["The gate was shut", "shortly before the flood reached it"],
        ),
        (
            "The board was in two minds: the bursar, who had read the deed, was against.",
            ["The board was in two minds", "the bursar, who had read the deed, was against"],
        ),
        (
            "The river rose, and hope of saving them has gone.",
            ["The river rose", "hope of saving them has gone"],
        ),
    ],
)
def test_each_statement_is_cut_where_it_begins(text: str, want: list[str]) -> None:
    assert cut(text) == want


def test_a_word_that_denies_or_chooses_stays_with_its_clause() -> None:
    first, second = claims_of("Nor may the tenant keep pigs. Either heir may sell the mill.")
    assert first.negated
    assert not second.negated
    assert cut("The mill burned, but neither heir was told.") == [
        "The mill burned",
        "neither heir was told",
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "The miller responded by saying that the deed was void.",
            ["The miller responded", "the deed was void"],
        ),
        ("A tape held by the guard shows that the gate was open.", ["the gate was open"]),
        (
            "The clerk found a map which, he said, was drawn in Orth.",
            ["The clerk found a map", "was drawn in Orth"],
        ),
        ("Do you think the mill is haunted?", ["the mill is haunted"]),
        (
            "He faces charges that can cost him his seat.",
            ["He faces charges that can cost him his seat"],
        ),
    ],
)
def test_no_claim_ends_where_a_clause_only_opens(text: str, want: list[str]) -> None:
    assert cut(text) == want


@pytest.mark.parametrize(
    "line",
    [
        "By Vera Orth, Daily Herald",
        "Last updated: 3 May 2020, 10:15",
        "Posted on Friday by Hale",
        "*Hale Ferries, updated 8 March 2024*",
        "(Additional reporting by Vera Orth in Hale; Editing by A. Brook)",
    ],
)
def test_a_byline_states_nothing(line: str) -> None:
    assert cut(f"{line}\n\nThe mill burned.") == ["The mill burned"]


@pytest.mark.parametrize(
    "headline",
    [
        "By Friday the mill had burned",
        "BY FRIDAY THE MILL HAD BURNED DOWN",
        "Orth published 3 Books in May",
        "Updated figures show 3 dead",
    ],
)
def test_a_headline_is_no_byline(headline: str) -> None:
    assert cut(f"{headline}\n\nThe mill burned.") == [headline, "The mill burned"]


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
        ("Not one child was hurt.", True),
        ("Not a single window broke.", True),
        ("The cause was by no means clear.", True),
        ("The crew, not the captain, was asked.", False),
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
