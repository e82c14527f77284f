"""How two statements stand to each other, a line a case; everybody in them is made up."""

from __future__ import annotations

import numpy as np
import pytest

from tui.core.alignment.arguments import Readings
from tui.core.alignment.relations import Related, relate
from tui.core.alignment.similarity import coverage, weigh
from tui.core.alignment.views import view_claims
from tui.core.claims import find_claims
from tui.core.document import Document
from tui.core.entities import find_entities
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import tag_sentences


def related(left: str, right: str) -> Related:
    """What is said of the first claims of two texts."""
    documents = [Document("a.txt", left), Document("b.txt", right)]
    sentences = [split_sentences(d) for d in documents]
    tagged = [tag_sentences(d, s) for d, s in zip(documents, sentences, strict=True)]
    entities = find_entities(documents, sentences, tagged)
    claims = find_claims(documents, sentences, tagged, entities)
    views = view_claims(documents, tagged, entities, claims)
    a, b = weigh(views, documents)
    first = np.zeros(1, np.int64)
    forth, back = coverage(a.words, b.words, first, first)
    share = float(forth[0] + back[0]) / 2
    return relate(views[0][0], views[1][0], Readings(documents, tagged, entities), share)


CONTRADICTING = {
    "polarity": [
        ("The ferry was damaged in the storm.", "The ferry was not damaged in the storm."),
        ("There was no fire on board.", "A fire broke out on board."),
        ("The harbour master closed the channel.", "The harbour master never closed the channel."),
        ("Orla Venn resigned on Friday.", "Orla Venn refused to resign on Friday."),
        ("The crew reached the pier.", "The crew failed to reach the pier."),
        ("The inspectors found a leak.", "The inspectors found no leak."),
        ("No passengers were hurt.", "Three passengers were hurt."),
        ("The bridge is safe.", "The bridge is no longer safe."),
        ("The council published the report.", "The council has yet to publish the report."),
    ],
    "antonym": [
        ("Prices in Tolvik rose sharply.", "Prices in Tolvik fell sharply."),
        ("The jury found Brandt guilty.", "The jury found Brandt innocent."),
        ("The ferry passed the inspection.", "The ferry failed the inspection."),
        ("The company uses lethal traps.", "The company uses non-lethal traps."),
        ("It was the best-selling song of all.", "It was the worst-selling song of all."),
    ],
    "role": [
        ("Venn sued Harker over the contract.", "Harker sued Venn over the contract."),
        ("Venn was invited by Harker.", "Venn invited Harker."),
    ],
}

DIFFERING = {
    "number": [
        ("The flood destroyed 40 houses.", "The flood destroyed 65 houses."),
        ("The plane hit the 25th floor.", "The plane hit the 26th floor."),
        ("Sales fell for a second month.", "Sales fell for a third month."),
        ("The delay added hours to the journey.", "The delay added minutes to the journey."),
    ],
    "date": [
        ("The school opens on 3 May 2031.", "The school opens on 9 May 2031."),
        ("The accomplice surrendered on Thursday.", "The accomplice surrendered on Friday."),
        ("The film was released on July 8.", "The film was released in August."),
    ],
    "name": [
        ("The bridge was built by Ada Renn.", "The bridge was built by Tomas Kolar."),
        ("Ada Renn opened the fair in Norway.", "Tomas Kolar opened the fair in Norway."),
        ("She studied at the Tolvik Music School.", "She studied at the Orsund Drama School."),
    ],
    "place": [
        ("Renn opened a factory in France.", "Renn opened a factory in Portugal."),
        ("Lena Orth is a French painter.", "Lena Orth is a Portuguese painter."),
        ("Tolvik lies on the European continent.", "Tolvik lies in Africa."),
    ],
    "degree": [
        ("All passengers were brought ashore.", "Some passengers were brought ashore."),
        ("Most of the houses were flooded.", "Few of the houses were flooded."),
    ],
    "word": [
        ("Lena Orth is a famous singer.", "Lena Orth is a famous dog."),
        ("Police killed the gunman.", "Police arrested the gunman."),
        ("The lorry carried yellow paint.", "The lorry carried green paint."),
    ],
    "modality": [
        ("The council closed the bridge.", "The council should close the bridge."),
        ("The plant leaked gas.", "The plant may have leaked gas."),
    ],
    "condition": [
        (
            "The Tenant may leave at any time.",
            "The Tenant may leave at any time if the roof leaks.",
        ),
        (
            "Owners get their money back.",
            "Owners get their money back provided that they keep the label.",
        ),
    ],
}

AGREEING = [
    # polarity: denied twice, denied by its opposite, denied on both sides, denied of another
    ("The bridge is safe.", "The bridge is not unsafe."),
    ("There was no blockade of the road.", "The road was not blocked."),
    ("The harbour is open.", "The harbour is not closed."),
    ("Orla Venn resigned on Friday.", "Orla Venn resigned on Friday without a word."),
    ("Not only the pier burned.", "The pier burned."),
    ("There were no sailors dancing.", "The sailors were not dancing."),
    # opposites of different things
    ("The old bridge near the new harbour fell.", "The bridge fell."),
    # role: the same in the passive, and acts that go both ways
    ("Harker sued Venn over the contract.", "Venn was sued by Harker over the contract."),
    ("Venn married Harker in Tolvik.", "Harker married Venn in Tolvik."),
    # numbers: about the same, of other things, the same in other words
    ("The flood destroyed 40 houses.", "The flood destroyed about 40 houses."),
    ("The flood destroyed 40 houses.", "The flood destroyed houses and 12 barns."),
    ("The flood destroyed twelve barns.", "The flood destroyed a dozen barns."),
    ("The plane hit the 25th floor.", "The plane hit the twenty-fifth floor."),
    # dates: one within the other
    ("The school opens on 3 May 2031.", "The school opens in May 2031."),
    # names: a short form, initials, another spelling
    ("The bridge was built by Ada Renn.", "The bridge was built by Renn."),
    ("Engines came from Pratt & Holm.", "Engines came from P&H."),
    ("Mary opened the fair in Norway.", "Petersen opened the fair in Norway."),
    # words: synonyms, a kind of the other
    ("The boat sank near the pier.", "The vessel sank near the pier."),
    ("Lena Orth is a famous singer.", "Lena Orth is a famous vocalist."),
    ("The crew was afraid of the storm.", "The crew was aghast at the storm."),
    # degree: near each other
    ("All passengers were brought ashore.", "All the passengers were brought ashore."),
    ("Many houses were flooded.", "Most houses were flooded."),
    # modality: what is promised and told, what contracts lay down
    ("The school will open on Friday.", "The school opens on Friday."),
    ("The Tenant shall pay the rent.", "The Tenant pays the rent."),
    # condition: the same on both sides, and an indirect question
    ("If it rains the fair is cancelled.", "The fair is cancelled if it rains."),
    ("The fair opens even if it rains.", "The fair opens."),
    ("The fair opens if the rain stops.", "When the rain stops the fair opens."),
]


CAUTIOUS = [
    # denied of somebody else, of another thing, or with much besides that may be meant
    ("Renn did not resign.", "Kolar resigned."),
    ("Renn did not sign the treaty.", "Renn signed the petition."),
    ("The crew did not find the captain.", "The captain found the crew."),
    ("The ferry was not built in Tolvik by Kolar in 1920.", "The ferry was built."),
    # both deny, in words that do not meet
    ("The road was not safe and nobody repaired the bridge.", "The bridge was not built in steel."),
]


def cases(table: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(kind, *pair) for kind, pairs in table.items() for pair in pairs]


def kinds(found: Related) -> set[str]:
    return {d.kind for d in found.differences}


@pytest.mark.parametrize(("kind", "left", "right"), cases(CONTRADICTING))
def test_what_cannot_both_be_true_contradicts(kind: str, left: str, right: str) -> None:
    found = related(left, right)
    assert (found.relation, kind in kinds(found)) == ("contradicts", True)


@pytest.mark.parametrize(("kind", "left", "right"), cases(DIFFERING))
def test_another_detail_differs(kind: str, left: str, right: str) -> None:
    found = related(left, right)
    assert (found.relation, kind in kinds(found)) == ("differs", True)


@pytest.mark.parametrize(("left", "right"), AGREEING)
def test_the_same_in_other_words_agrees(left: str, right: str) -> None:
    found = related(left, right)
    assert (found.relation, kinds(found)) == ("agrees", set())


@pytest.mark.parametrize(("left", "right"), CAUTIOUS)
def test_a_denial_of_something_else_contradicts_nothing(left: str, right: str) -> None:
    assert related(left, right).relation != "contradicts"


@pytest.mark.parametrize(
    ("left", "right"),
    [pair for t in (CONTRADICTING, DIFFERING) for p in t.values() for pair in p] + AGREEING,
)
def test_which_comes_first_changes_nothing(left: str, right: str) -> None:
    one, other = related(left, right), related(right, left)
    assert one.relation == other.relation
    assert sorted((d.kind, d.a, d.b) for d in one.differences) == sorted(
        (d.kind, d.b, d.a) for d in other.differences
    )


def test_differences_point_at_their_words() -> None:
    left, right = "The flood destroyed 40 houses.", "On Monday the flood destroyed 65 houses."
    (found,) = related(left, right).differences
    assert found.a is not None
    assert found.b is not None
    assert (left[slice(*found.a)], right[slice(*found.b)]) == ("40 houses", "65 houses")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The plant may have leaked gas.", "The plant did not leak gas.", "differs"),
        ("The plant reportedly leaked gas.", "The plant did not leak gas.", "differs"),
        ("The plant will close.", "The plant will not close.", "contradicts"),
        ("The plant must close.", "The plant must not close.", "contradicts"),
    ],
)
def test_only_what_is_put_without_reserve_contradicts(left: str, right: str, relation: str) -> None:
    assert related(left, right).relation == relation


def test_two_speakers_who_say_the_same_agree() -> None:
    found = related(
        "Ada Renn said that the bridge was safe.", "Tomas Kolar said that the bridge was safe."
    )
    assert found.relation == "agrees"
    assert [(d.kind, d.detail) for d in found.differences] == [
        ("attribution", "Ada Renn and Tomas Kolar")
    ]
    assert found.quoting == "both"


@pytest.mark.parametrize(
    ("left", "right", "quoting"),
    [
        ("Renn said that the bridge was safe.", "The bridge was not safe.", "a"),
        ("The bridge was safe.", "Renn denied that the bridge was safe.", "b"),
        ("The bridge was safe.", "The bridge was not safe.", None),
    ],
)
def test_who_only_passes_on_is_known(left: str, right: str, quoting: str | None) -> None:
    found = related(left, right)
    assert (found.relation, found.quoting) == ("contradicts", quoting)


def test_the_evidence_speaks_for_and_against() -> None:
    found = related(
        "On 3 May 2031 a boat carried 40 sick passengers to Tolvik for Renn.",
        "On 3 May 2031 a vessel carried 65 passengers to Orsund for Renn.",
    )
    speaks = {e.kind: e.detail for e in found.evidence}
    assert speaks["words"] == "carry, passenger"
    assert speaks["related words"] == "boat = vessel"
    assert speaks["entities"] == "Renn"
    assert speaks["date"] == "3 May 2031 = 3 May 2031"
    against = {e.kind: e.detail for e in found.against}
    assert against["words"] == "only the first: sick"
    assert against["entities"] == "only the first: Tolvik; only the second: Orsund"
    assert "40" in against["number"]
    assert "65" in against["number"]
