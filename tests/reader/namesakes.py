"""A comparison of two invented documents in which two people share a surname, built by hand."""

from __future__ import annotations

from tui.core.comparison import Comparison
from tui.core.document import Document, Sentence
from tui.core.model import Alias, Claim, Entity, EntityType, Mention, Place

# ruff: noqa: E501
GAZETTE = """The National Seed Register (NSR) was closed on Monday. Ada Moreau, the director of the register, said that the vaults had flooded twice. Professor Ada Moreau has led it since 2019.

Carl Moreau of the growers' union disagreed. "The director was warned," he said. Moreau will speak again on Friday.
"""

ECHO = """Growers want the register reopened. Ms Moreau told the Echo that the NSR would open in spring. A. Moreau added that the Seed Register had lost nothing, and Moreau was applauded.

Nothing else was said.
"""

TEXTS = (GAZETTE, ECHO)

Names = tuple[tuple[str, str | None, str | None, bool, tuple[int, str] | None], ...]

_ADA: Names = (
    ("Ada Moreau", None, None, False, None),
    (
        "director of the register",
        "stands beside the name, set off by commas",
        "apposition",
        False,
        (0, "Ada Moreau, the director of the register"),
    ),
    ("Professor Ada Moreau", "title before the name", "title", False, None),
    ("A. Moreau", "initial and surname of Ada Moreau", "initial", True, None),
    ("The director", "holds the office in the text: director", "office", True, None),
)

_REGISTER: Names = (
    ("National Seed Register", None, None, False, None),
    ("Seed Register", "short for National Seed Register", "short", False, None),
    (
        "NSR",
        "acronym of National Seed Register, given in brackets",
        "acronym",
        False,
        (0, "National Seed Register (NSR)"),
    ),
)


def comparison() -> Comparison:
    """What an ideal analysis would find in them."""
    claims = (
        _claim("c1", 0, "The National Seed Register (NSR) was closed on Monday", ("e2", "e9")),
        _claim("c2", 0, "the vaults had flooded twice"),
        _claim("c3", 1, "the NSR would open in spring", ("e2",)),
        _claim("c4", 1, "Nothing else was said."),
    )
    ada = _entity("e1", "PERSON", _ADA, skip=("Professor ", "A. "))
    register = _entity("e2", "ORG", _REGISTER, skip=("National ",))
    carl = _entity("e3", "PERSON", (("Carl Moreau", None, None, False, None),))
    bare = tuple(
        Mention(d, at, at + 6, "name")
        for d, words in ((0, "Moreau will"), (1, "Moreau told"), (1, "Moreau was"))
        for at in (TEXTS[d].index(words),)
    )
    moreau = Entity("e4", "Moreau", "PERSON", (Alias("Moreau", 3),), bare, ("e1", "e3"))
    return Comparison(
        (Document("gazette.txt", GAZETTE), Document("echo.txt", ECHO)),
        tuple(tuple(_sentences(text)) for text in TEXTS),
        (ada, register, moreau, carl),
        claims,
        (),
        (),
    )


def crowd(names: int) -> Comparison:
    """The same with so many names more, all of them Ada Moreau's."""
    whole = comparison()
    ada, *others = whole.entities
    more = tuple(
        Alias(
            f"Name {k} of Ada", 1, "surname of Ada Moreau", "surname", k % 3 == 0, Place(0, 55, 65)
        )
        for k in range(names)
    )
    ada = Entity(ada.id, ada.name, ada.type, ada.aliases + more, ada.mentions)
    return Comparison(
        whole.documents, whole.sentences, (ada, *others), whole.claims, whole.links, ()
    )


def _sentences(text: str) -> list[Sentence]:
    found = []
    start = 0
    for paragraph, part in enumerate(text.split("\n\n")):
        for words in part.strip().split(". "):
            at = text.index(words, start)
            start = at + len(words)
            found.append(Sentence(at, start, paragraph))
    return found


def _claim(name: str, document: int, words: str, entities: tuple[str, ...] = ()) -> Claim:
    start = TEXTS[document].index(words)
    return Claim(name, document, 0, start, start + len(words), entities=entities)


def _entity(name: str, kind: EntityType, forms: Names, skip: tuple[str, ...] = ()) -> Entity:
    """An entity with these names, wherever they stand; not within a longer name of it."""
    mentions = []
    aliases = []
    for words, evidence, rule, tentative, bound in forms:
        found = 0
        for d, text in enumerate(TEXTS):
            at = text.find(words)
            while at >= 0:
                if not text[:at].endswith(skip):
                    found += 1
                    mentions.append(Mention(d, at, at + len(words), "name"))
                at = text.find(words, at + 1)
        place = None
        if bound:
            at = TEXTS[bound[0]].index(bound[1])
            place = Place(bound[0], at, at + len(bound[1]))
        aliases.append(Alias(words, found, evidence, rule, tentative, place))
    mentions.sort(key=lambda m: (m.document, m.start))
    return Entity(name, forms[0][0], kind, tuple(aliases), tuple(mentions))
