"""Texts told in paragraphs: what is said in many of them is linked within the same matter."""

from __future__ import annotations

import random

import pytest
from bagged import read

from tui.core.alignment.paragraphs import are_in_paragraphs
from tui.core.comparison import Comparison, compare
from tui.core.document import Document
from tui.core.settings import Settings

SYLLABLES = ("ba", "do", "fe", "gu", "ki", "lo", "ma", "ne", "po", "ri", "sa", "tu", "ve", "wo")
CHORUS = "The crowd went home in silence."
"""What every paragraph ends with."""
MATTERS = 40


def word(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(3))


def told(matter: int, teller: int) -> str:
    """A paragraph on people, places and things of its own, in the order of one of two tellers."""
    draw = random.Random(matter)
    names = [word(draw).title() for _ in range(4)]
    deeds = [(who, word(draw), word(draw), names[k - 1]) for k, who in enumerate(names)]
    if teller == 0:
        told = [f"{who} hid the {one} and the {two} of {whose}." for who, one, two, whose in deeds]
    else:
        told = [
            f"The {two} and the {one}, which were owned by {whose}, were hidden by {who}."
            for who, one, two, whose in reversed(deeds)
        ]
    return " ".join([*told, CHORUS])


def texts(between: str) -> tuple[Document, Document]:
    shuffled = random.Random(5).sample(range(MATTERS), MATTERS)
    return (
        Document("one.txt", between.join(told(k, 0) for k in range(MATTERS)) + "\n"),
        Document("other.txt", between.join(told(k, 1) for k in shuffled) + "\n"),
    )


def linked(found: Comparison) -> list[tuple[str, str]]:
    """The paragraphs that the two claims of each link stand in, where both are the chorus."""
    by_id = {c.id: c for c in found.claims}
    pairs = []
    for link in found.links:
        sides = [by_id[k] for k in (link.a, link.b)]
        said = [found.documents[c.document].text[c.start : c.end] for c in sides]
        if all(CHORUS.startswith(x) for x in said):
            a, b = (paragraph(found.documents[c.document].text, c.start) for c in sides)
            pairs.append((a, b))
    return pairs


def paragraph(text: str, place: int) -> str:
    start = text.rfind("\n", 0, place) + 1
    return text[start : text.find("\n", place)]


def subject(paragraph: str) -> set[str]:
    return {w.strip(".,") for w in paragraph.split() if w[0].isupper()} - {"The"}


@pytest.fixture(scope="module", params=["on", "off"])
def found(request: pytest.FixtureRequest) -> Comparison:
    return compare(texts("\n\n"), Settings(deep=request.param))


def test_what_all_paragraphs_say_is_linked_only_where_they_tell_of_the_same(
    found: Comparison,
) -> None:
    pairs = linked(found)
    same = [bool(subject(a) & subject(b)) for a, b in pairs]
    assert len(same) > MATTERS / 2
    assert all(same)


def test_the_order_in_which_they_are_named_changes_no_link() -> None:
    one, other = (compare(named) for named in (texts("\n\n"), texts("\n\n")[::-1]))
    assert sorted(x.score for x in one.links) == sorted(x.score for x in other.links)


def test_a_text_without_paragraphs_is_not_taken_for_one_in_paragraphs() -> None:
    in_paragraphs, in_one = texts("\n\n"), texts(" ")
    assert are_in_paragraphs(*read(*(x.text for x in in_paragraphs)))
    assert not are_in_paragraphs(*read(*(x.text for x in in_one)))
    assert not are_in_paragraphs(*read(in_paragraphs[0].text, in_one[1].text))
