"""Who says what: source, cue and content, on sentences written for it."""

import pytest

from tui.core.claims import find_claims
from tui.core.claims.attribution import find_frames
from tui.core.document import Document
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import tag_sentences
from tui.core.model import Claim, Entity, Mention


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


def whole_frames(text: str) -> list[tuple[str | None, str, list[str]]]:
    return [f for f in frames(text) if f[1] in f[2][0]]


def claims_of(document: Document, entities: tuple[Entity, ...] = ()) -> tuple[Claim, ...]:
    sentences = split_sentences(document)
    return find_claims([document], [sentences], [tag_sentences(document, sentences)], entities)


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
        ("It said boats on the lake, also known as punts, were old.", "It", "boats on the lake"),
        (
            "Orth told a meeting in Hale, Essex, on Friday that the dam was old.",
            "Orth",
            "the dam was old",
        ),
        ("The editor pointed out that the map was wrong.", "editor", "the map was wrong"),
        ("Orth is confident that the dam will hold.", "Orth", "the dam will hold"),
        ("The board has made it clear that fares will rise.", "board", "fares will rise"),
        ("Voters rebuked farmers who say the dam was old.", "farmers", "the dam was old"),
        ("The town heard from farmers saying the dam was old.", "farmers", "the dam was old"),
        ("Rain led farmers to say that the dam was old.", "farmers", "the dam was old"),
        ("Orth went on to say that the dam was old.", "Orth", "the dam was old"),
        ("Orth was told by the clerk that the dam was old.", "the clerk", "the dam was old"),
        ("Orth was quoted as saying the dam was old.", "Orth", "the dam was old"),
        ("As Orth told the Herald, the dam was old.", "Orth", "the dam was old"),
        ("As reported by the Herald, the dam was old.", "the Herald", "the dam was old"),
        ("Orth's view is that the dam was old.", "Orth", "the dam was old"),
        ("ORTH: The dam was old.", "ORTH", "The dam was old"),
        ("Her letter makes a plain case: “The dam was old.”", "letter", "The dam was old"),
        ("“The dam was old,” it reads.", "it", "The dam was old"),
        ("“The dam was old,” Orth told “Morning Hour” on Friday.", "Orth", "The dam was old"),
        ("Orth added, ''The dam is old, and it leaks.''", "Orth", "The dam is old"),
        ("“The dam was old,“ said Lena Orth, a clerk.", "Orth", "The dam was old"),
        ("“The dam was old,” Orth writes. “It leaked.”", "Orth", "The dam was old"),
        ("Orth says, rain or shine on the lake, they will sail.", "Orth", "they will sail"),
        ("Orth said the crews plan to seal the dam.", "Orth", "the crews plan to seal the dam"),
        ("They came, left the lake and said it was old.", "They", "it was old"),
        ("Half of the farmers questioned said the dam was old.", "Half", "the dam was old"),
        ("A source close to him said the dam was old.", "A source", "the dam was old"),
        ("Several said the dam was old.", "Several", "the dam was old"),
        ("Lena Orth, 71, a clerk from Ost, Essex, said the dam was old.", "Orth", "the dam"),
        ("Lena Orth (Ost), who keeps the lake, said the dam was old.", "Orth", "the dam was old"),
        ("The dam leaked, flooding the fields, said Lena Orth, a clerk.", "Orth", "The dam leaked"),
        ("In wet years, when it rains, the dams leak, said Lena Orth.", "Orth", "the dams leak"),
        ("It is late and, as Orth noted, the dam is old.", "Orth", "the dam is old"),
        ("The dam is old, as some have said.", "some", "The dam is old"),
        ("Orth called for the council to close the dam.", "Orth", "the council to close the dam"),
        ("Poll: Orth leads by a hair", "Poll", "Orth leads by a hair"),
        ("“The dam was old,” the paper quoted Orth as saying.", "Orth", "The dam was old"),
        ("The paper quoted Orth as saying that the dam was old.", "Orth", "the dam was old"),
        (
            "She brought to the attention of the clerk that the dam was old.",
            "She",
            "the dam was old",
        ),
        ("The owner submits that the dam was old.", "owner", "the dam was old"),
        ("The Minister for Dams (Ms Lena Orth): The dam was old.", "Lena Orth", "The dam was old"),
        ("Mr Aldo Hale (Ost North): The dam was old.", "Aldo Hale", "The dam was old"),
        ("The boats have left the lake since it froze, the clerk told us.", "clerk", "The boats"),
        ("Two leaks were judged by the panel to be harmless.", "the panel", "Two leaks"),
        ("In his words, the dam was old.", "his", "the dam was old"),
        ("In the words of the clerk, the dam was old.", "the clerk", "the dam was old"),
        ("In Orth's view, the dam was old.", "Orth", "the dam was old"),
        ("It must never sail again, the judge ordered.", "the judge", "It must never sail again"),
        ("She accepted that the dam was old.", "She", "the dam was old"),
        ("Some colleagues grumble that the dam was old.", "colleagues", "the dam was old"),
        ("Lena O. swears that the dam was old.", "Lena O.", "the dam was old"),
        ("His brief, Aldo Hale KC, had insisted that the dam was old.", "brief", "the dam was old"),
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
        "The cracks observed in this dam led to leaks.",
        "We have no known cracks that matter.",
        "In this study, the dam was measured.",
        "The lake is calm, considering that it rained.",
        "Orth observed the rules of the lake since it froze.",
        "The attention of the clerk wandered so that the boats left.",
        "The Dam (Old Site): a short history of the lake.",
        "He accepted the offer she made on Friday.",
        "In other words, the dam was old.",
    ],
)
def test_plain_statements_have_no_source(text: str) -> None:
    assert all(source is None for source, _, _ in frames(text))


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Orth praised the plan for the dam.", "Orth", "praised"),
        ("The mayor has called for calm.", "The mayor", "has called for"),
        ("Orth called him weak.", "Orth", "called"),
        ("Orth can describe the dam as a hazard.", "Orth", "can describe"),
        ("Orth did not propose closing the dam.", "Orth", "did not propose"),
        ("Lawmakers praised the dam.", "Lawmakers", "praised"),
        ("Two backed the plan.", "Two", "backed"),
        ("Orth is eager to leave the lake.", "Orth", "is eager to"),
        ("Orth voted against the dam.", "Orth", "voted against"),
        ("Orth warned the council against delay.", "Orth", "warned"),
        ("The union expressed concern over wages.", "The union", "expressed"),
        ("Orth is critical of the plan.", "Orth", "is critical of"),
        ("The plan was condemned by the union.", "the union", "was condemned"),
        ("Orth went on to criticize the board.", "Orth", "went on to criticize"),
        ("Orth left the hall, praising the crew.", "Orth", "praising"),
        ("Orth complained to the clerk on Monday about the noise.", "Orth", "complained to"),
        ("The dam, Orth said, is old.", "Orth", "said"),
        ("The dam, said Lena Orth, will be rebuilt.", "Lena Orth", "said"),
        ("Losses of stone, says the company, fell by half.", "the company", "says"),
    ],
)
def test_an_attitude_to_a_thing_keeps_its_clause(text: str, source: str, cue: str) -> None:
    document = Document("a", text)
    (found,) = (f for f in whole_frames(text) if f[0] == source)
    assert found[1].startswith(cue)
    (claim,) = (c for c in claims_of(document) if c.attribution)
    assert claim.attribution is not None
    assert claim.attribution.source_text == source
    assert claim.attribution.cue is not None
    assert claim.start <= claim.attribution.cue.start
    assert claim.attribution.cue.end <= claim.end


@pytest.mark.parametrize(
    "text",
    [
        "The gravel supports the road.",
        "The lake reflects the light.",
        "I like the road.",
        "You want a map.",
        "The results were weighted according to age.",
        "The region is characterized by dry winters.",
        "The guide will show people the lake.",
        "He supported himself for years.",
        "Update: road",
    ],
)
def test_things_and_the_writer_hold_no_attitude(text: str) -> None:
    assert not any(c.attribution for c in claims_of(Document("a", text)))


def test_a_second_verb_shares_the_speaker() -> None:
    found = frames("Orth said the bridge was safe and added that the road was open.")
    assert [(s, c[-1]) for s, _, c in found][-1] == ("Orth", "the road was open")


def test_the_nearest_source_stands_first() -> None:
    text = "Orth said that Hale had claimed that the bridge was safe."
    assert {s for s, _, _ in frames(text)} == {"Orth", "Hale"}


@pytest.mark.parametrize(
    ("text", "stated", "modality"),
    [
        (
            "On Friday, Orth called the plan a “disaster” and left.",
            "the plan a “disaster”",
            "asserted",
        ),
        ("Orth described the dam as a hazard.", "the dam as a hazard", "asserted"),
        ("Critics accused the board of neglect.", "the board of neglect", "asserted"),
        ("Orth proposed closing the dam.", "closing the dam", "demanded"),
        (
            "Orth urged the town to seal the dam, and rain fell.",
            "the town to seal the dam",
            "demanded",
        ),
        ("Orth agreed to seal the dam, but rain fell.", "seal the dam", "promised"),
    ],
)
def test_an_object_that_states_something_is_a_claim(text: str, stated: str, modality: str) -> None:
    found = [c for c in claims_of(Document("a", text)) if c.attribution]
    assert [(text[c.start : c.end], c.modality) for c in found] == [(stated, modality)]


def test_a_source_says_something_in_a_relative_clause_too() -> None:
    text = "Orth, who says the dam is old, said the lake is full."
    said = {text[c.start : c.end] for c in claims_of(Document("a", text)) if c.attribution}
    assert said == {"the dam is old", "the lake is full"}


def test_a_question_ends_before_the_answer() -> None:
    text = "Asked whether the dam was old, Lena Orth said it leaked."
    said = [c for c in claims_of(Document("a", text)) if c.attribution]
    assert [(text[c.start : c.end], c.attribution.source_text) for c in said if c.attribution] == [
        ("whether the dam was old", None),
        ("it leaked", "Lena Orth"),
    ]


def test_the_speaker_of_what_i_think_is_who_is_quoted() -> None:
    text = "“I think the dam is old,” Lena Orth said."
    (claim,) = claims_of(Document("a", text))
    assert claim.attribution is not None
    assert claim.attribution.source_text == "Lena Orth"


def test_two_apostrophes_quote_across_sentences() -> None:
    text = "''The dam is old. It leaks,'' Lena Orth said. The lake is full."
    said = [
        c.attribution.source_text if c.attribution else None for c in claims_of(Document("a", text))
    ]
    assert said == ["Lena Orth", "Lena Orth", None]


def test_an_answer_that_states_nothing_keeps_its_speaker() -> None:
    (claim,) = claims_of(Document("a", "Lena Orth said, “No.”"))
    assert claim.attribution is not None
    assert claim.attribution.source_text == "Lena Orth"


def test_a_wish_is_negated_once() -> None:
    (claim,) = claims_of(Document("a", "Orth does not plan to seal the dam."))
    assert claim.negated


def entity(n: int, name: str, text: str) -> Entity:
    start = text.index(name)
    mention = Mention(0, start, start + len(name), "name")
    return Entity(f"e{n}", name, "PERSON", (), (mention,))


def test_a_name_behind_its_description_speaks() -> None:
    text = "“The dam was old,” said a rower, Lena Orth. He left."
    claims = claims_of(Document("a", text), (entity(1, "Lena Orth", text),))
    said = claims[0].attribution
    assert said is not None
    assert (said.source, said.source_text) == ("e1", "a rower")


def test_a_name_that_goes_on_to_do_something_is_no_speaker() -> None:
    text = "The dam was old, said a rower, and Lena Orth left the lake."
    claims = claims_of(Document("a", text), (entity(1, "Lena Orth", text),))
    assert all(c.attribution is None or c.attribution.source is None for c in claims)


def test_an_office_with_its_holder_keeps_the_floor_to_the_end_of_the_paragraph() -> None:
    text = (
        "Ms Vane (Ost): How many boats were lost?\n\n"
        "The Minister for Dams (Mr Hale): Eleven boats were lost. Nobody has been paid.\n\n"
        "Ms Vane: The boats were new.\n\nMr Hale: They were old. I regret the loss."
    )
    said = {text[c.start : c.end]: c.attribution for c in claims_of(Document("a", text))}
    paid = said["Nobody has been paid"]
    assert paid is not None
    assert paid.source_text == "Mr Hale"


def test_a_speaker_who_says_i_keeps_the_floor_in_the_next_paragraph() -> None:
    text = (
        "Ms Vane: How many boats were lost?\n\nMr Hale: Eleven boats were lost.\n\n"
        "I regret that the boats were new. They were well made.\n\n"
        "The visitors left the gallery.\n\nMs Vane: The boats were old."
    )
    said = {text[c.start : c.end]: c.attribution for c in claims_of(Document("a", text))}
    new = said["the boats were new"]
    assert new is not None
    assert new.source_text == "Mr Hale"
    assert said["The visitors left the gallery"] is None


def test_i_is_the_narrator_who_gives_a_name() -> None:
    text = "I, Cooper the miller, write this. I say that the dam was old."
    said = claims_of(Document("a", text), (entity(1, "Cooper", text),))[-1].attribution
    assert said is not None
    assert said.source == "e1"


def test_he_is_the_unnamed_man_who_speaks() -> None:
    text = "Lena Orth left. A man says that the dam leaked and that he thinks it was old."
    claims = claims_of(Document("a", text), (entity(1, "Lena Orth", text),))
    said = next(c.attribution for c in claims if "old" in text[c.start : c.end])
    assert said is not None
    assert (said.source, said.source_text) == (None, "A man")


@pytest.mark.parametrize(("word", "source"), [("She", "e1"), ("He", None)])
def test_a_pronoun_takes_up_nobody_of_the_other_gender(word: str, source: str | None) -> None:
    text = f"Maria Orth left. {word} said that the dam was old."
    said = claims_of(Document("a", text), (entity(1, "Maria Orth", text),))[-1].attribution
    assert said is not None
    assert said.source == source
