"""A rich comparison of three invented documents, built by hand."""

from __future__ import annotations

from tui.core.comparison import Comparison
from tui.core.document import Document, Sentence, Span
from tui.core.model import (
    Alias,
    Attribution,
    Claim,
    Correspondence,
    Difference,
    Entity,
    Evidence,
    Link,
    Mention,
    Relation,
)

# ruff: noqa: E501
HARBOUR = """date 2031-05-04
The ferry Marlena ran aground near Tolvik on Saturday evening. All 212 passengers were brought ashore by midnight.

Captain Ines Dahl said that the steering had failed ten minutes before the grounding. The Harbour Authority stated that the channel was marked correctly and that every buoy was lit.

According to Mayor Per Osk, forty-seven people were treated for minor injuries. The ferry will be towed to Brennhavn on Monday.
"""

COURIER = """TOLVIK, May 5. A passenger ferry, the Marlena, went aground off Tolvik late on Saturday.

Sixty-one people were hurt, the hospital in Tolvik said. Dahl, the captain, told the Courier that her rudder stopped answering shortly before the ship struck.

Fishermen said two buoys in the channel had been dark for weeks. The Harbour Authority denied this. Passengers praised the crew for staying calm.
"""

BULLETIN = """The Marlena, which grounded near Tolvik, may be moved to the yard at Brennhavn on Monday.

Two lights in the channel were out of order, the Coast Watch reported. No passenger was left on board after midnight.
"""

NAMES = ("harbour.txt", "courier.txt", "bulletin.txt")
TEXTS = (HARBOUR, COURIER, BULLETIN)
DATES = ("2031-05-04", "2031-05-05", None)

_CLAIMS: tuple[tuple[str, int, str, str | None, str | None, str | None], ...] = (
    ("c1", 0, "The ferry Marlena ran aground near Tolvik on Saturday evening.", None, None, None),
    ("c2", 0, "All 212 passengers were brought ashore by midnight.", None, None, None),
    (
        "c3",
        0,
        "the steering had failed ten minutes before the grounding",
        "e1",
        "Captain Ines Dahl",
        "said that",
    ),
    (
        "c4",
        0,
        "the channel was marked correctly",
        "e2",
        "The Harbour Authority",
        "stated that",
    ),
    ("c5", 0, "every buoy was lit", "e2", "The Harbour Authority", "stated that"),
    (
        "c6",
        0,
        "forty-seven people were treated for minor injuries",
        "e3",
        "Mayor Per Osk",
        "According to",
    ),
    ("c7", 0, "The ferry will be towed to Brennhavn on Monday.", None, None, None),
    (
        "c8",
        1,
        "A passenger ferry, the Marlena, went aground off Tolvik late on Saturday.",
        None,
        None,
        None,
    ),
    ("c9", 1, "Sixty-one people were hurt", None, "the hospital in Tolvik", "said"),
    (
        "c10",
        1,
        "her rudder stopped answering shortly before the ship struck",
        "e1",
        "Dahl, the captain",
        "told",
    ),
    ("c11", 1, "two buoys in the channel had been dark for weeks", None, "Fishermen", "said"),
    ("c12", 1, "The Harbour Authority denied this.", "e2", None, None),
    ("c13", 1, "Passengers praised the crew for staying calm.", None, None, None),
    ("c14", 2, "The Marlena, which grounded near Tolvik", None, None, None),
    ("c15", 2, "may be moved to the yard at Brennhavn on Monday", None, None, None),
    (
        "c16",
        2,
        "Two lights in the channel were out of order",
        None,
        "the Coast Watch",
        "reported",
    ),
    ("c17", 2, "No passenger was left on board after midnight.", None, None, None),
)

_ENTITIES = (
    ("e1", "Ines Dahl", "PERSON", ("Captain Ines Dahl", "Dahl, the captain")),
    ("e3", "Per Osk", "PERSON", ("Mayor Per Osk",)),
    ("e2", "Harbour Authority", "ORG", ("Harbour Authority",)),
    ("e6", "Coast Watch", "ORG", ("Coast Watch",)),
    ("e4", "Tolvik", "PLACE", ("Tolvik", "TOLVIK")),
    ("e5", "Brennhavn", "PLACE", ("Brennhavn",)),
    ("e7", "Marlena", "PRODUCT", ("Marlena",)),
)

_LINKS: tuple[tuple[str, str, Relation, float, str, bool], ...] = (
    ("c1", "c8", "agrees", 0.91, "ferry, Marlena, aground, Tolvik, Saturday", False),
    ("c1", "c14", "agrees", 0.8, "Marlena, Tolvik", False),
    ("c8", "c14", "agrees", 0.78, "Marlena, Tolvik", False),
    ("c2", "c17", "agrees", 0.55, "passenger, midnight", True),
    ("c3", "c10", "agrees", 0.7, "Ines Dahl, before", False),
    ("c5", "c11", "contradicts", 0.82, "buoys lit and buoys dark", False),
    ("c5", "c16", "contradicts", 0.74, "every buoy lit and two lights out of order", False),
    ("c11", "c16", "agrees", 0.8, "two, channel", False),
    ("c5", "c12", "agrees", 0.5, "Harbour Authority", True),
    ("c6", "c9", "differs", 0.77, "forty-seven and sixty-one people", False),
    ("c7", "c15", "differs", 0.69, "will be towed and may be moved", False),
)

_GROUPS: tuple[tuple[str, tuple[str, ...], Relation, float, bool], ...] = (
    ("t1", ("c1", "c8", "c14"), "agrees", 0.83, False),
    ("t2", ("c2", "c17"), "agrees", 0.55, True),
    ("t3", ("c3", "c10"), "agrees", 0.7, False),
    ("t4", ("c5", "c11", "c16"), "contradicts", 0.79, False),
    ("t5", ("c6", "c9"), "differs", 0.77, False),
    ("t6", ("c7", "c15"), "differs", 0.69, False),
    ("t7", ("c5", "c12"), "agrees", 0.5, True),
)


def documents() -> tuple[Document, ...]:
    """The three documents."""
    metadata = ((Span(0, 15),), (Span(0, 15),), ())
    return tuple(
        Document(name, text, date=date, metadata=spans)
        for name, text, date, spans in zip(NAMES, TEXTS, DATES, metadata, strict=True)
    )


def comparison() -> Comparison:
    """What an ideal analysis would find in them."""
    claims = tuple(_claim(*row) for row in _CLAIMS)
    sentences = tuple(
        tuple(Sentence(c.start, c.end, k) for k, c in enumerate(claims) if c.document == d)
        for d in range(3)
    )
    return Comparison(
        documents(),
        sentences,
        tuple(_entity(*row) for row in _ENTITIES),
        claims,
        tuple(_link(*row) for row in _LINKS),
        tuple(Correspondence(*row) for row in _GROUPS),
    )


def _claim(
    name: str, document: int, words: str, source: str | None, said_by: str | None, cue: str | None
) -> Claim:
    text = TEXTS[document]
    start = text.index(words)
    attribution = None
    if said_by and cue:
        a, b = text.index(said_by), text.index(cue)
        attribution = Attribution(source, Span(a, a + len(said_by)), said_by, Span(b, b + len(cue)))
    return Claim(name, document, 0, start, start + len(words), attribution)


def _entity(name: str, title: str, kind: str, forms: tuple[str, ...]) -> Entity:
    mentions = []
    aliases = []
    for form in forms:
        found = 0
        for document, text in enumerate(TEXTS):
            at = text.find(form)
            while at >= 0:
                found += 1
                mentions.append(Mention(document, at, at + len(form), "name"))
                at = text.find(form, at + 1)
        aliases.append(Alias(form, found))
    mentions.sort(key=lambda m: (m.document, m.start))
    return Entity(name, title, kind, tuple(aliases), tuple(mentions))  # type: ignore[arg-type]


def _link(a: str, b: str, relation: Relation, score: float, detail: str, tentative: bool) -> Link:
    evidence = (Evidence("words", detail),) if relation == "agrees" else ()
    differences = () if relation == "agrees" else (Difference("words", None, None, detail),)
    return Link(a, b, relation, score, evidence, differences, tentative)
