"""Roles: what befell those that a number counts."""

import pytest

from tui.core.document import Document
from tui.core.language.quantities import compare_quantities, find_quantities
from tui.core.language.roles import with_roles
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import tag_sentences
from tui.core.model import Quantity


def read(text: str) -> list[Quantity]:
    document = Document("a", text)
    return [
        quantity
        for s in tag_sentences(document, split_sentences(document))
        for quantity in with_roles(s, find_quantities(text, s.start, s.end, (), s))
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The blast killed 12 guards and three clerks.", ["killed", "killed"]),
        ("The blast killed 12 guards and three clerks fled.", ["killed", None]),
        ("The storm killed 12 cows and felled 300 trees.", ["killed", None]),
        ("They saved 12 jobs.", [None]),
        ("Four tankers burned at the port.", [None]),
        ("The ferry saved 40 riders, most of them pupils.", ["rescued"]),
        ("Fourteen people, most of them students, were detained.", ["arrested"]),
        ("Residents were told; 40 guests were forced from their homes.", ["displaced"]),
        ("Twelve of the guests were taken to a nearby hospital.", ["injured"]),
        ("The county reported 120 new measles cases.", ["infected"]),
        ("The landslide raised the toll from the storm to 267.", ["killed"]),
        ("Twelve sailors escaped unhurt.", [None]),
    ],
)
def test_a_count_has_what_befell_those_it_counts(text, roles):
    assert [q.role for q in read(text)] == roles


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("The fire killed 47 people.", "The fire killed 12 children.", None),
        ("The fire killed 47 people.", "The fire killed 60 children.", "different"),
        ("The fire killed 47 people.", "The fire killed 47 people.", "same"),
    ],
)
def test_a_part_is_no_rival_of_the_whole(a, b, verdict):
    (one,), (other,) = read(a), read(b)
    assert compare_quantities(one, other) == compare_quantities(other, one) == verdict
