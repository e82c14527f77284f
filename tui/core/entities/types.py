"""What kind of thing a name stands for: votes from its words and from the words around it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from tui.core.entities import forms, lexicon
from tui.core.entities.casing import is_common
from tui.core.entities.describe import kind_of
from tui.core.entities.forms import Tokens
from tui.core.entities.grammar import GENITIVE
from tui.core.entities.page import Name
from tui.core.entities.people import INITIALS, SUFFIXES
from tui.core.entities.starts import introduces_itself
from tui.core.entities.terms import is_medicine
from tui.core.model import EntityType

Votes = defaultdict[EntityType, float]
"""How much speaks for each type."""
_PLACE_HEADS = ("mount", "lake", "cape", "port", "fort")
_NO_POSSESSION = frozenset("RB IN . , CC VBD VBZ MD TO".split())
"""Tags of what may follow a possessive that owns nothing in the text."""
_LOCATIVE = frozenset("in at near outside inside across throughout".split())


def _is_team(parts: Tokens, text: str) -> bool:
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


@lru_cache(maxsize=1024)
def _from_words(text: str) -> tuple[tuple[EntityType, float], ...]:
    """The votes of a name's own words."""
    votes: Votes = defaultdict(float)
    whole = forms.tokens(text)
    if not whole:
        return ()
    parts = forms.without_legal(whole)
    if len(parts) < len(whole):
        votes["ORG"] += 6
    _known_place(text, parts, votes)
    if len(parts) > 1:
        _several_words(text, parts, votes)
    else:
        _one_word(text, parts[0], votes)
    _shape(text, votes)
    votes["OTHER"] += 0.5
    return tuple(votes.items())


def _known_place(text: str, parts: Tokens, votes: Votes) -> None:
    title = text if not text.isupper() or len(text) < 4 else text.title()
    known = lexicon.countries()
    if known.country(title):
        votes["PLACE"] += 6
    if title in known.capitals:
        votes["PLACE"] += 4
    elif title in lexicon.place_variants():
        votes["PLACE"] += 3
    elif title in lexicon.cities():
        votes["PLACE"] += 2 if parts[0] in lexicon.given_names() else 3
    elif title in lexicon.towns():
        votes["PLACE"] += 2


def _several_words(text: str, parts: Tokens, votes: Votes) -> None:
    """What the head says, before `of` or at the end; then what the first and last words say."""
    first, last = parts[0], parts[-1]
    before = {parts[k - 1] for k in range(1, len(parts)) if parts[k] in ("of", "for", "on")}
    heads = before or {last}
    organisation, event = lexicon.words("organisation"), lexicon.words("event")
    place = (heads & lexicon.words("place", "way", "water")) - lexicon.words("rather_body")
    if heads & organisation:
        votes["ORG"] += 4
    elif not organisation.isdisjoint(parts[:-1]):
        votes["ORG"] += 1
    if heads & event:
        votes["OTHER" if heads & lexicon.words("law") else "EVENT"] += 4
    trade = not before and last.endswith(tuple(lexicon.words("trade_ending")))
    if trade or first in lexicon.words("foreign_head"):
        votes["ORG"] += 4
    if place or first in _PLACE_HEADS:
        votes["PLACE"] += 4
    elif first in lexicon.words("placelead"):
        votes["PLACE"] += 1 if first in lexicon.given_names() else 2.5
    if not before:
        if _is_team(parts, text):
            votes["ORG"] += 3
        elif first in lexicon.given_names():
            votes["PERSON"] += 1 if heads & organisation or place else 3
        if last in lexicon.surnames() and len(parts) < 4:
            votes["PERSON"] += 1
        if first == "saint" and parts[1] in lexicon.given_names():
            votes["PERSON"] += 2.5
        if len(parts) < 4 and " " in text and lexicon.common_words().isdisjoint(parts):
            votes["PERSON"] += 1
    if any(len(p) == 1 for p in parts[:-1]) or last in SUFFIXES:
        votes["PERSON"] += 2
    if not lexicon.words("patronymic").isdisjoint(parts[1:-1]):
        votes["PERSON"] += 3


def _one_word(text: str, word: str, votes: Votes) -> None:
    if word in ("north", "south", "east", "west"):
        votes["PLACE"] += 3
    elif is_medicine(word):
        votes["PRODUCT"] += 3
    elif word in lexicon.words("organisation") and text[0].isupper():
        votes["ORG"] += 1.5
    elif word in lexicon.words("event"):
        votes["EVENT"] += 1.5
    elif word in lexicon.given_names() and word not in lexicon.common_words():
        votes["PERSON"] += 2
    elif word in lexicon.surnames():
        votes["PERSON"] += 1


def _shape(text: str, votes: Votes) -> None:
    """What is told by capitals, digits and marks."""
    front = text.split(" ")[0]
    longer = " " in text
    if longer and front.isupper() and front.lower() in lexicon.words("ship"):
        votes["PRODUCT"] += 8
    elif longer and INITIALS.fullmatch(front):
        votes["PERSON"] += 2
    elif forms.is_acronym(front):
        votes["ORG"] += 1 if longer else 1.5
        votes["PERSON"] -= 3
    if "&" in text:
        votes["ORG"] += 1.5
    if any(c.isdigit() for c in text):
        votes["PRODUCT"] += 2.5


def _is_saint(name: Name) -> bool:
    return name.line.lower(name.first).rstrip(".") in ("st", "saint")


def cues(name: Name) -> Votes:
    """One mention's votes; the votes of all mentions of a name decide its type."""
    line = name.line
    shouted = line.headline and name.text.isupper() and len(name.text) > 3
    text = (
        name.text.title() if shouted and name.text.lower() in lexicon.given_names() else name.text
    )
    votes: Votes = defaultdict(float, _from_words(text))
    before, after = name.before, name.after
    if name.honorifics or introduces_itself(line, name.first):
        votes["PERSON"] += 6
    if any(role.phrase not in lexicon.words("body_role") for role in name.roles):
        votes["PERSON"] += 4
    for described in name.descriptors:
        kind = kind_of(described.noun)
        if kind is not None:
            votes[kind] += 4 if described.how == "called so" else 3
    if before == "to" and "from" in line.part(max(0, name.first - 6), name.first - 1):
        votes["PLACE"] += 1.5
    if before in _LOCATIVE and after not in GENITIVE:
        votes["PLACE"] += 1
    if after in GENITIVE and _is_saint(name) and line.tag(name.last + 1) in _NO_POSSESSION:
        # `died in St Anne's yesterday`: a house called after the saint
        votes["ORG"] += 5
    if after in lexicon.words("region", "way"):
        votes["PLACE"] += 3
    if after in ("who", "whose") or after in lexicon.words("speech"):
        votes["PERSON"] += 1
    if after == "," and line.lower(name.last + 2) == ",":
        age = line.word(name.last + 1).text
        if age.isdigit() and 0 < int(age) < 110:
            votes["PERSON"] += 3
    return votes
