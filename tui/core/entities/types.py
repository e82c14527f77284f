"""What kind of thing a name stands for: votes from its words and from the words around it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from tui.core.entities import forms, lexicon
from tui.core.entities.casing import is_common
from tui.core.entities.describe import kind_of
from tui.core.entities.grammar import GENITIVE
from tui.core.entities.page import Name
from tui.core.entities.people import INITIALS
from tui.core.model import EntityType

_LOCATIVE = frozenset("in at near outside inside across throughout".split())
_SPEECH = frozenset(
    "said says told added asked replied explained recalled wrote joked admitted thinks thought "
    "who whose".split()
)
_LAWS = frozenset("act acts law amendment bill code".split())
_TRADES = (
    "tronics",
    "tech",
    "soft",
    "ware",
    "works",
    "pharma",
    "chem",
    "robotics",
    "ganics",
    "tics",
)
_RATHER_BODIES = frozenset("court union circuit".split())
"""Words for places in few names and for bodies in most."""
_BORNE_BY_BODIES = frozenset("owner operator partner member leader host sponsor author".split())
_PATRONYMS = frozenset("bin ibn bint ben van von der den abu al el ul ud di".split())
_ROMAN = frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())


def is_team(parts: tuple[str, ...], text: str) -> bool:
    """`Aster Bluejays`: a name and the plural of a common word; after a given name no surname."""
    last = parts[-1]
    if len(last) < 5 or last[-1] != "s" or last[-2] == "s":
        return False
    home = text.rsplit(" ", 1)[0]
    if home not in lexicon.places():
        if last in lexicon.surnames() or parts[0] in lexicon.given_names():
            return False
    shapes = lexicon.words("organisation", "place", "water", "way", "event", "legal")
    plural = is_common(last) and (last[:-1] in lexicon.common_words() or len(last) > 6)
    return plural and last not in shapes


@lru_cache(maxsize=65536)
def _from_words(text: str) -> tuple[tuple[EntityType, float], ...]:
    votes: defaultdict[EntityType, float] = defaultdict(float)
    known = lexicon.countries()
    title = text if not text.isupper() or len(text) < 4 else text.title()
    parts = forms.tokens(text)
    if not parts:
        return ()
    bare = forms.without_legal(parts)
    if len(bare) < len(parts):
        votes["ORG"] += 6
        parts = bare
    first, last = parts[0], parts[-1]
    if known.country(title):
        votes["PLACE"] += 6
    if title in known.capitals:
        votes["PLACE"] += 4
    elif title in lexicon.place_variants():
        votes["PLACE"] += 3
    elif title in lexicon.cities():
        votes["PLACE"] += 2 if first in lexicon.given_names() else 3
    elif title in lexicon.towns():
        votes["PLACE"] += 2
    organisation = lexicon.words("organisation")
    heads = {parts[k - 1] for k in range(1, len(parts)) if parts[k] in ("of", "for", "on")}
    if len(parts) > 1:
        if heads & organisation or (not heads and last in organisation):
            votes["ORG"] += 4
        elif any(p in organisation for p in parts[:-1]):
            votes["ORG"] += 1
        if heads & lexicon.words("event") or (not heads and last in lexicon.words("event")):
            votes["OTHER" if (heads or {last}) & _LAWS else "EVENT"] += 4
        if first in lexicon.words("foreign_head") or (not heads and last.endswith(_TRADES)):
            votes["ORG"] += 4
        shape = lexicon.words("place", "way", "water")
        shape -= _RATHER_BODIES
        if (
            heads & shape
            or (not heads and last in shape)
            or first in ("mount", "lake", "cape", "port", "fort")
        ):
            votes["PLACE"] += 4
        elif first in lexicon.words("placelead"):
            votes["PLACE"] += 1 if first in lexicon.given_names() else 2.5
        team = not heads and is_team(parts, text)
        if team:
            votes["ORG"] += 3
        elif first in lexicon.given_names() and not heads:
            votes["PERSON"] += 1 if last in organisation or last in shape else 3
        if last in lexicon.surnames() and not heads and len(parts) < 4:
            votes["PERSON"] += 1
        if first == "saint" and parts[1] in lexicon.given_names() and not heads:
            votes["PERSON"] += 2.5
        if any(len(p) == 1 for p in parts[:-1]) or last in _ROMAN or last in ("jr", "sr"):
            votes["PERSON"] += 2
        if (
            len(parts) < 4
            and " " in text
            and not heads
            and not any(p in lexicon.common_words() for p in parts)
        ):
            votes["PERSON"] += 1
    elif first in ("north", "south", "east", "west"):
        votes["PLACE"] += 3
    elif first in organisation and text[0].isupper():
        votes["ORG"] += 1.5
    elif first in lexicon.words("event"):
        votes["EVENT"] += 1.5
    elif first in lexicon.given_names() and first not in lexicon.common_words():
        votes["PERSON"] += 2
    elif first in lexicon.surnames():
        votes["PERSON"] += 1
    front = text.split(" ")[0]
    if front.lower() in lexicon.words("ship") and front.isupper() and " " in text:
        votes["PRODUCT"] += 8
    elif INITIALS.fullmatch(front) and " " in text:
        votes["PERSON"] += 2
    elif forms.is_acronym(front):
        votes["ORG"] += 1.5 if " " not in text else 1
        votes["PERSON"] -= 3
    if len(parts) > 2 and any(p in _PATRONYMS for p in parts[1:-1]):
        votes["PERSON"] += 3
    if "&" in text:
        votes["ORG"] += 1.5
    if any(c.isdigit() for c in text):
        votes["PRODUCT"] += 2.5
    votes["OTHER"] += 0.5
    return tuple(votes.items())


def cues(name: Name) -> dict[EntityType, float]:
    """One mention's votes; the votes of all mentions of a name decide its type."""
    votes: defaultdict[EntityType, float] = defaultdict(float, _from_words(name.text))
    words, low = name.line.words, name.line.low
    before, after = name.before, name.after
    if name.honorifics:
        votes["PERSON"] += 6
    if any(role.phrase not in _BORNE_BY_BODIES for role in name.roles):
        votes["PERSON"] += 4
    for described in name.descriptors:
        kind = kind_of(described.noun)
        if kind is not None:
            votes[kind] += 4 if described.how == "called so" else 3
    if before == "to" and "from" in low[max(0, name.first - 6) : name.first - 1]:
        votes["PLACE"] += 1.5
    if before in _LOCATIVE and after not in GENITIVE:
        votes["PLACE"] += 1
    if after in lexicon.words("region", "way"):
        votes["PLACE"] += 3
    if after in _SPEECH:
        votes["PERSON"] += 1
    if after == "," and name.last + 2 < len(words) and words[name.last + 2].text == ",":
        age = words[name.last + 1].text
        if age.isdigit() and 0 < int(age) < 110:
            votes["PERSON"] += 3
    return votes
