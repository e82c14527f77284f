from __future__ import annotations

import gc
from dataclasses import replace

from entity_views import entities
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.model import Alias, Entity

VOCABULARY = (
    "President Elsa Brandt Holm Mr Mrs the The of Peru Peruvian US U.S. Lima side said , . ( ) « » "
    "“ HSC Halden Shipping Council Ltd 2031 A380 she He and Minister for van de ’s O Jr. -"
)
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


def outline(found: tuple[Entity, ...], order: list[int]) -> list[object]:
    def moved(alias: Alias) -> Alias:
        place = alias.place
        if place is None:
            return alias
        return replace(alias, place=place._replace(document=order[place.document]))

    return [
        (
            e.id,
            e.name,
            e.type,
            e.candidates,
            [moved(a) for a in e.aliases],
            sorted((order[m.document], m.start, m.end, m.kind) for m in e.mentions),
        )
        for e in found
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_mentions_lie_in_their_text_and_match_an_alias(texts: list[str]) -> None:
    for entity in entities(*texts):
        aliases = {alias.text for alias in entity.aliases}
        assert entity.mentions == tuple(
            sorted(entity.mentions, key=lambda m: (m.document, m.start, m.end, m.kind))
        )
        for m in entity.mentions:
            assert 0 <= m.start < m.end <= len(texts[m.document])
            if m.kind != "pronoun":
                assert texts[m.document][m.start : m.end] in aliases


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=3, unique=True))
def test_the_order_of_documents_changes_nothing(texts: list[str]) -> None:
    count = len(texts)
    forward = outline(entities(*texts), list(range(count)))
    backward = outline(entities(*reversed(texts)), list(reversed(range(count))))
    assert forward == backward


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=2))
def test_one_name_mention_belongs_to_one_entity(texts: list[str]) -> None:
    seen = [
        (m.document, m.start, m.end)
        for e in entities(*texts)
        for m in e.mentions
        if m.kind == "name"
    ]
    assert len(seen) == len(set(seen))


def test_nothing_is_left_for_the_collector() -> None:
    """An analysis runs without it, so what refers to itself would stay to the end."""
    text = "President Ada Moreau of Peru met the O ’ Brien Bank (OBB). Moreau, the president, left."
    entities(text)
    gc.collect()
    gc.disable()
    try:
        entities(text)
        assert gc.collect() == 0
    finally:
        gc.enable()
