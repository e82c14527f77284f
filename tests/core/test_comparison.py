"""The whole analysis, as a reader of its results would judge it; fictional matters throughout."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from tui.core.comparison import Comparison, compare, prepare
from tui.core.document import Document
from tui.core.model import Entity, Mention
from tui.core.settings import Settings

MINISTRY = Document(
    "ministry.txt",
    "On 3 May 2031 the ferry Marlena ran aground off Tolvik.\n\n"
    "Minister Ada Renn said that there was no fire on board and that 212 passengers had been"
    " brought ashore. She stressed that the harbour authority had marked the channel correctly."
    " The government will pay for the repair of the pier.\n",
)
WIRE = Document(
    "wire.txt",
    "TOLVIK, May 4, 2031 A ferry, the Marlena, went aground near Tolvik on May 3.\n\n"
    "All 212 passengers were taken ashore, Transport Minister Ada Renn said."
    " Firefighters reported that a fire broke out on board shortly after midnight."
    " The hospital said that 47 people were treated for minor injuries.\n",
)
LETTER = Document(
    "letter.txt",
    "I was on the Marlena when she ran aground off Tolvik. A fire burned on board for an hour."
    " The hospital treated 61 people for injuries.\n",
)


def relation(found: Comparison, left: str, right: str) -> str | None:
    """The relation of the claims that hold these words, whichever documents they stand in."""
    text = {c.id: found.documents[c.document].text[c.start : c.end] for c in found.claims}
    for link in found.links:
        a, b = text[link.a], text[link.b]
        if (left in a and right in b) or (left in b and right in a):
            return link.relation
    return None


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare([MINISTRY, WIRE, LETTER])


def test_the_same_in_other_words_agrees(found: Comparison) -> None:
    assert relation(found, "212 passengers had been", "All 212 passengers") == "agrees"
    assert relation(found, "ran aground off Tolvik", "went aground near Tolvik") == "agrees"


def test_a_denial_contradicts_what_it_denies(found: Comparison) -> None:
    assert relation(found, "there was no fire", "a fire broke out") == "contradicts"


def test_other_numbers_of_the_same_thing_differ(found: Comparison) -> None:
    assert relation(found, "47 people were treated", "treated 61 people") == "differs"


def test_what_one_source_says_stands_alone(found: Comparison) -> None:
    linked = {c for g in found.correspondences for c in g.claims}
    (pier,) = [c for c in found.claims if "repair of the pier" in MINISTRY.text[c.start : c.end]][
        :1
    ]
    assert pier.id not in linked


def test_attributions_find_their_entity(found: Comparison) -> None:
    names = {e.id: e.name for e in found.entities}
    claim = next(c for c in found.claims if WIRE.text[c.start :].startswith("All 212 passengers"))
    assert claim.attribution is not None
    assert "Ada Renn" in names[claim.attribution.source or ""]


def test_no_link_stays_inside_a_document(found: Comparison) -> None:
    document = {c.id: c.document for c in found.claims}
    assert all(document[x.a] != document[x.b] for x in found.links)


def links_by_words(found: Comparison) -> set[tuple[frozenset[tuple[str, int]], str, float]]:
    where = {c.id: (found.documents[c.document].name, c.start) for c in found.claims}
    return {(frozenset((where[x.a], where[x.b])), x.relation, x.score) for x in found.links}


def test_the_order_of_documents_changes_no_link() -> None:
    results = []
    for order in permutations([MINISTRY, WIRE, LETTER]):
        found = compare(order)
        assert [d.name for d in found.documents] == [d.name for d in order]
        aliases = {
            (e.name, e.type, tuple(sorted(a.text for a in e.aliases))) for e in found.entities
        }
        groups = {
            frozenset(
                (found.documents[c.document].name, c.start)
                for c in found.claims
                if c.id in g.claims
            )
            for g in found.correspondences
        }
        results.append((links_by_words(found), aliases, groups))
    assert all(r == results[0] for r in results)


def test_what_differs_is_told_in_the_order_of_the_documents() -> None:
    def told(*documents: Document) -> list[str]:
        links = compare(documents).links
        return [d.detail for x in links for d in x.differences if d.kind == "number"]

    assert told(WIRE, LETTER) == ["47 people and 61 people"]
    assert told(LETTER, WIRE) == ["61 people and 47 people"]


@pytest.mark.parametrize("text", ["", " \n", "…", "\ufeff\x00\ud800", "1.", "«»", "A" * 5000])
def test_strange_texts_are_analysed_without_a_fault(text: str) -> None:
    found = compare([Document("a", text), MINISTRY, Document("a", text)])
    assert [d.text for d in found.documents] == [text, MINISTRY.text, text]


def test_progress_may_cancel() -> None:
    class EnoughError(Exception):
        pass

    def stop(step: str, share: float) -> None:
        assert 0 <= share <= 1
        if step == "claims":
            raise EnoughError

    with pytest.raises(EnoughError):
        compare([MINISTRY, WIRE], Settings(), stop)


def test_a_header_alone_states_nothing() -> None:
    letter = Document("letter.txt", 'Date: 2031-05-04\nFrom: "Ada" "Renn of Tolvik"\n\n')
    assert compare([letter]).claims == ()


def test_what_is_known_before_claims_are_compared_is_what_the_comparison_shows() -> None:
    found, compared = prepare([LETTER, MINISTRY, WIRE]), compare([LETTER, MINISTRY, WIRE])
    assert found.documents == compared.documents
    assert found.sentences == compared.sentences
    assert found.claims == compared.claims
    for claim in found.claims:
        sentence = found.sentences[claim.document][claim.sentence]
        assert sentence.start <= claim.start < claim.end <= sentence.end

    def named(entities: Sequence[Entity]) -> set[tuple[str, frozenset[Mention]]]:
        return {(e.name, frozenset(e.mentions)) for e in entities}

    assert named(found.entities) == named(compared.entities)
    for tagged, document in zip(found.tagged, found.documents, strict=True):
        assert [w for s in tagged for w in s.words]
        assert all(document.text.count(w) for s in tagged for w in s.words)


def test_documents_are_prepared_in_the_order_given_with_what_their_headers_say() -> None:
    told: list[str] = []
    headed = Document("headed.txt", "Title: The Marlena\nDate: 2031-05-04\n\nThe ferry sank.\n")
    found = prepare([WIRE, headed, LETTER], lambda step, share: told.append(step))
    assert [d.name for d in found.documents] == ["wire.txt", "headed.txt", "letter.txt"]
    assert (found.documents[1].title, found.documents[1].date) == ("The Marlena", "2031-05-04")
    assert found.documents[1].text == headed.text
    assert {c.document for c in found.claims} == {0, 1, 2}
    assert told == ["sentences", "words", "entities", "claims"]


def test_nothing_is_prepared_of_no_documents() -> None:
    found = prepare([])
    assert (found.documents, found.sentences, found.entities, found.claims) == ((), (), (), ())
