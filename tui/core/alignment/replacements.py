"""What stands in one claim where the other has something else: names, words, what befell whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.core.alignment.counting import are_measures
from tui.core.alignment.differences import between, ordinal, period
from tui.core.alignment.pairing import Pairing, alike, in_one_gap, rivals
from tui.core.alignment.slots import Item
from tui.core.entities.lexicon import countries, given_names
from tui.core.language.alternatives import are_alternatives
from tui.core.language.lexicon import are_siblings, may_be_kindred, related
from tui.core.language.roles import ROLES
from tui.core.model import Difference, Entity

SPELT_ALIKE = 75
"""Names at least this alike (rapidfuzz's ratio, 0..100) may be two spellings of one."""
GENERAL = frozenset(
    "part place kind way thing one space setting number something anything person people man woman"
    " sort type group member example case result time hit".split()
)
"""Nouns that may be said of much besides."""
FEW = 2
"""A claim with more words left over says other things than the one it is compared with."""
SOME = 6
"""A claim with more words left over than this may say by others what the other's word says."""
UNLIKE = 0.4
"""Words whose vectors' cosine is below this are not two words for one thing."""
NEARLY_ALL = 0.5
"""Mutual coverage from which on two claims say the same but for a word or two."""
CONTINENTS = frozenset(
    ("Africa", "America", "Asia", "Europe", "North America", "Oceania", "South America")
)
WHERE = ("in", "at", "from", "to", "into")
BY = ("by", "agent")
ATTRIBUTES = ("modifier", "complement")


def names(p: Pairing, entities: Mapping[str, Entity]) -> Iterator[Difference]:
    """One name where the other claim has another of its type."""
    taken: set[int] = set()
    for i, j in _candidates(p):
        i, j = _place_of(p.a.items, i, entities), _place_of(p.b.items, j, entities)
        x, y = p.a.items[i], p.b.items[j]
        if x.entity is None or y.entity is None or i in taken or ~j in taken:
            continue
        if i in p.of_a or j in p.of_b or p.a.dark[i] != p.b.dark[j]:
            continue
        one, other = entities[x.entity], entities[y.entity]
        if _may_be_one(x, y, one, other):
            continue
        taken |= {i, ~j}
        kind = "place" if one.type == "PLACE" else "name"
        yield Difference(kind, x.span, y.span, f"{one.name} and {other.name}")


def only_places(p: Pairing, entities: Mapping[str, Entity]) -> Iterator[Difference]:
    """The one place where each claim has it happen, by the side of different words."""
    found = [
        [
            k
            for k, x in enumerate(r.items)
            if x.entity and x.slot in WHERE and entities[x.entity].type == "PLACE"
        ]
        for r in (p.a, p.b)
    ]
    if [len(places) for places in found] != [1, 1]:
        return
    (i,), (j,) = found
    x, y = p.a.items[i], p.b.items[j]
    if i in p.of_a or j in p.of_b or not (x.entity and y.entity and x.is_named and y.is_named):
        return
    one, other = entities[x.entity], entities[y.entity]
    known = countries().names
    # a town may lie in the country that the other claim names, and that in a part of the world
    if (one.name in known) != (other.name in known) or {one.name, other.name} & CONTINENTS:
        return
    if _may_be_one(x, y, one, other):
        return
    if any(tie == "same" and p.a.items[k].kind != "name" for k, _, tie in p.pairs):
        yield Difference("place", x.span, y.span, f"{one.name} and {other.name}")


def words(p: Pairing, coverage: float) -> Iterator[Difference]:
    """One word where the other claim has another of its kind: `actor` and `director`."""
    taken: set[int] = set()
    for i, j in _candidates(p):
        x, y = p.a.items[i], p.b.items[j]
        if i in taken or ~j in taken or (x.entity and y.entity) or are_measures(p, i, j):
            continue
        if p.a.dark[i] != p.b.dark[j]:
            # "no statue but a fountain", "a well": the denied one stands for nothing
            continue
        peoples = bool(x.country and y.country)
        if not peoples and not _exclude(p, i, j, coverage) and not _befell_otherwise(x, y):
            continue
        taken |= {i, ~j}
        yield between(p, "place" if peoples else "word", x.span, y.span)


def _candidates(p: Pairing) -> Iterator[tuple[int, int]]:
    """Items that may stand for each other: in one place, or all that is left of a claim."""
    yield from rivals(p)
    if len(p.pairs) < 2 or 1 not in (len(p.left_a), len(p.left_b)):
        return
    for i in p.left_a:
        for j in p.left_b:
            one, other = p.a.items[i].slot, p.b.items[j].slot
            if one == other or (one in ATTRIBUTES and other in ATTRIBUTES):
                yield i, j


def _place_of(items: Sequence[Item], k: int, entities: Mapping[str, Entity]) -> int:
    """The place that tells which thing a noun means: "the European continent"."""
    if items[k].kind != "noun":
        return k
    named = (m for m, x in enumerate(items) if x.governor == k and x.is_named)
    found = next(named, k)
    entity = entities.get(items[found].entity or "")
    return found if entity is not None and entity.type == "PLACE" else k


def _may_be_one(x: Item, y: Item, one: Entity, other: Entity) -> bool:
    """Whether two entities may be one after all, or are of kinds that cannot replace each other."""
    if one.id == other.id or (one.type != other.type and not _of_one_kind(x, y, one, other)):
        return True
    if other.id in one.candidates or one.id in other.candidates:
        return True
    if not {x.mention and x.mention.kind, y.mention and y.mention.kind} <= {"name", "title"}:
        return True
    left, right = _letters(one.name), _letters(other.name)
    if len(set(left) & set(right)) > max(len(left), len(right)) / 2 or not (
        set(left) - set(right) and set(right) - set(left)
    ):
        return True
    if one.type == "PERSON" and len(left) == len(right) == 1:
        given = given_names()
        if (one.name.lower() in given) != (other.name.lower() in given):
            return True
    if _initials(left) == "".join(right) or _initials(right) == "".join(left):
        return True
    # loaded here because it takes longer to load than most texts take to read
    from rapidfuzz.fuzz import ratio

    if "PERSON" in (one.type, other.type) and ratio(left[-1], right[-1]) >= SPELT_ALIKE:
        return True
    return ratio("".join(left), "".join(right)) >= SPELT_ALIKE


def _of_one_kind(x: Item, y: Item, one: Entity, other: Entity) -> bool:
    """Whether names of two types stand in one role all the same: a person and a body that did the
    same."""
    return {one.type, other.type} == {"PERSON", "ORG"} and x.slot == y.slot and x.slot in BY


def _letters(name: str) -> list[str]:
    """The words of a name, in lower case and without points."""
    return ["".join(filter(str.isalnum, w)) for w in name.lower().replace("-", " ").split()]


def _initials(words: list[str]) -> str:
    return "".join(w[0] for w in words if w and w not in ("of", "the", "and"))


def _exclude(p: Pairing, i: int, j: int, coverage: float) -> bool:
    """Whether two words in one place can hardly mean the same: each a kind of one thing, or said
    to be this and that, or between the same words and far apart in sense."""
    x, y = p.a.items[i], p.b.items[j]
    if are_alternatives(x.key, y.key):
        return True
    if x.kind != y.kind or x.kind not in ("noun", "adjective", "adverb"):
        return False
    if may_be_kindred(x.key, y.key) or related(x.key, y.key) == "antonym":
        return False
    if ordinal(x) or ordinal(y) or (period(x) and period(y)):
        return False
    if are_siblings(x.key, y.key):
        return True
    if _unlike_in_one_slot(p, i, j):
        return True
    if x.slot == y.slot == "complement" and x.kind == "noun":
        return not {x.key, y.key} & GENERAL and min(len(p.left_a), len(p.left_b)) <= FEW
    alone = len(p.left_a) == len(p.left_b) == 1
    return (alone or coverage >= NEARLY_ALL) and in_one_gap(p, i, j) and alike(x, y) < UNLIKE


def _unlike_in_one_slot(p: Pairing, i: int, j: int) -> bool:
    """Whether two nouns far apart in sense do the same, or narrow the same word: `oil rig`, `gas
    rig`."""
    x, y = p.a.items[i], p.b.items[j]
    if not x.kind == y.kind == "noun" or x.slot != y.slot or x.slot not in ("agent", "modifier"):
        return False
    if {x.key, y.key} & GENERAL or x.key in y.key or y.key in x.key or x.governor is None:
        return False
    if p.a.items[x.governor].light or p.of_a.get(x.governor, (-1,))[0] != y.governor:
        return False
    if _is_counted(p.a.items, i) or _is_counted(p.b.items, j):
        return False
    few, many = sorted((len(p.left_a), len(p.left_b)))
    return few <= FEW and many <= SOME and alike(x, y) < UNLIKE


def _is_counted(items: Sequence[Item], k: int) -> bool:
    """Whether a number goes with a noun: what it counts may have many names."""
    return any(x.governor == k and x.kind == "number" for x in items)


def _befell_otherwise(x: Item, y: Item) -> bool:
    """Whether two words tell two fates: `killed` and `arrested`."""
    one, other = ROLES.get(x.key), ROLES.get(y.key)
    return one is not None and other is not None and one != other
