"""Searching: words as written, whom they name, and words alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import sample
from tui.core.model import Alias, Entity, Mention
from tui.reader import searching as module
from tui.reader.aliases import Aliases, unnamed
from tui.reader.alike import Vocabulary, forms_alike
from tui.reader.index import Index
from tui.reader.searching import finished, search, searching
from tui.reader.walks import Stop, Walk


def found(walk: Walk, texts: tuple[str, ...] = sample.TEXTS) -> list[str]:
    return [texts[s.document][s.start : s.end] for s in walk.stops]


def named(wanted: str) -> Walk:
    texts = sample.TEXTS
    aliases = Aliases(Index(sample.comparison()))
    return finished(searching(texts, wanted, Vocabulary(texts), aliases.places))


@pytest.mark.parametrize("wanted", ["Dahl, the captain", "Captain Ines Dahl", "captain ines dahl"])
def test_a_name_finds_the_other_names_too(wanted: str) -> None:
    walk = named(wanted)
    assert found(walk) == ["Captain Ines Dahl", "Dahl, the captain"]
    assert walk.words(0).endswith(' of 2 for "' + wanted + '", 1 under other names, in A')
    assert [name for d in range(3) for _, _, name in walk.marked(d)].count("mark-other") == 1


def test_a_surname_finds_the_person_and_a_word_within_another_name_does_not() -> None:
    walk = named("osk")
    assert found(walk) == ["Osk"]
    assert not walk.others
    assert found(named("captain")) == ["Captain", "captain"]
    shouted = named("CAPTAIN INES")
    assert found(shouted) == ["Captain Ines"]
    assert shouted.words(0) == 'no exact match for "CAPTAIN INES"; 1 of 1 alike, in A'


def test_what_only_describes_or_is_said_of_many_names_nobody() -> None:
    text = "The Tolvik road is shut. The road is steep. Ada Moreau saw it. Moreau left. She ran."
    road = Entity(
        "e1",
        "Tolvik road",
        "PLACE",
        (Alias("Tolvik road", 1), Alias("road", 1)),
        (Mention(0, 4, 15, "name"), Mention(0, 29, 33, "description")),
    )
    start, again, she = text.index("Ada"), text.index("Moreau left"), text.index("She")
    ada = Entity(
        "e2",
        "Ada Moreau",
        "PERSON",
        (Alias("Ada Moreau", 1),),
        (
            Mention(0, start, start + 10, "name"),
            Mention(0, again, again + 6, "name"),
            Mention(0, she, she + 3, "pronoun"),
        ),
    )
    document = replace(sample.documents()[0], text=text)
    whole = replace(sample.comparison(), documents=(document,), claims=(), entities=(road, ada))
    aliases = Aliases(Index(replace(whole, links=(), correspondences=())))
    assert not aliases.places("road")
    assert [text[s.start : s.end] for s in aliases.places("the Tolvik road")] == [
        "Tolvik road",
        "road",
    ]
    assert [text[s.start : s.end] for s in aliases.places("moreau")] == ["Ada Moreau", "Moreau"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("brenhavn", ["Brennhavn", "Brennhavn"]),
        ("Habour Authorty", ["Harbour Authority", "Harbour Authority"]),
        ("ferry Marlna", ["ferry Marlena", "ferry, the Marlena"]),
        ("pasenger", ["passengers", "passenger", "Passengers", "passenger"]),
    ],
)
def test_words_alike_are_looked_for_where_nothing_matches(wanted: str, expected: list[str]) -> None:
    walk = search(sample.TEXTS, wanted)
    assert found(walk) == expected
    assert walk.words(0) == f'no exact match for "{wanted}"; 1 of {len(expected)} alike, in A'


@pytest.mark.parametrize("wanted", ["zzzz", "xq", "brenhavn zzzz"])
def test_to_nonsense_nothing_is_alike(wanted: str) -> None:
    assert search(sample.TEXTS, wanted).words(None) == f'no hit for "{wanted}"'


def test_a_faulty_word_finds_what_was_meant_and_little_else() -> None:
    forms = sorted({word.lower() for text in sample.TEXTS for word in text.split()})
    assert forms_alike("pasenger", ["passage", "passenger", "passengers", "passes"]) == [
        "passenger",
        "passengers",
    ]
    assert forms_alike("hte", forms) == ["hte"]


def test_exact_hits_leave_no_room_for_words_alike() -> None:
    walk = search(["A passage for a passenger."], "passage")
    assert found(walk, ("A passage for a passenger.",)) == ["passage"]
    assert not walk.alike


@given(st.text("ab \n", max_size=60), st.text("ab ", min_size=1, max_size=4))
def test_pauses_change_no_hit(text: str, wanted: str) -> None:
    whole = finished(searching([text], wanted, Vocabulary([]), unnamed))
    chunk = module.CHUNK
    module.CHUNK = 7
    try:
        pieces = finished(searching([text], wanted, Vocabulary([]), unnamed))
    finally:
        module.CHUNK = chunk
    assert pieces.stops == whole.stops


def test_a_long_text_is_searched_with_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 100)
    text = "word " * 200 + "needle"
    steps = searching([text], "needle", Vocabulary([text]), unnamed)
    for _ in range(10):
        next(steps)
    assert finished(steps).stops == (Stop(0, 1000, 1006),)
