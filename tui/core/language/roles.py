"""What befell those that a number counts: killed, injured, missing, arrested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.core.language.tagged import TaggedSentence
from tui.core.model import Quantity

_WORDS = {
    "killed": "kill die dead death fatality perish slay slain murder drown fatally lifeless body "
    "corpse massacre execute assassinate",
    "injured": "injure injury wound wounded hurt maim burn",
    "missing": "missing unaccounted disappear vanish",
    "arrested": "arrest detain detainee custody jail imprison apprehend",
    "displaced": "displace homeless evacuate evacuee flee refugee uproot",
    "rescued": "rescue save survivor survive",
    "infected": "infect infection sicken ill",
    "hospitalised": "hospitalise hospitalize hospital",
}
ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}
_VERBAL = ("VBN", "VBD", "VBG", "VBP", "VBZ", "VB", "JJ")
_REACH_AFTER, _REACH_BEFORE = 8, 5
"""Tokens between a number and the word that says what befell those it counts."""
_TOLL = frozenset("toll number count".split())
_SPARED = frozenset("no not nobody none".split())


def with_roles(s: TaggedSentence, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The counts of a sentence with their roles; measures and money have none."""
    starts = [s.token_at(q.start) for q in quantities]
    out = []
    for k, quantity in enumerate(quantities):
        role = None
        if quantity.unit is None:
            last = s.token_at(quantity.end - 1) + 1
            # "five of the 30 died": what follows is said of the five
            beyond = k + 2 if s.lower[last : last + 1] == ("of",) else k + 1
            stop = starts[beyond] if beyond < len(starts) else len(s)
            role = _role(s, starts[k], last, stop)
        out.append(replace(quantity, role=role) if role else quantity)
    return tuple(out)


def _role(s: TaggedSentence, first: int, last: int, stop: int) -> str | None:
    """The role of the number in tokens `first`..`last`; the next number begins at `stop`."""
    if first > 1 and s.lower[first - 1] in ("the", "those") and s.lower[first - 2] == "of":
        # "five of the 30 died": the thirty are those it happened among
        return None
    counted = ROLES.get(s.lemma(last - 1)) if s.tags[last - 1] != "CD" else None
    return counted or _after(s, last, stop) or _before(s, first)


def _after(s: TaggedSentence, last: int, stop: int) -> str | None:
    """ "47 people were killed", "12 dead", "61 deaths"."""
    for i in range(last, min(stop, last + _REACH_AFTER)):
        if s.words[i] in ",;:—–" or s.tags[i] in ("WDT", "WP", "WRB", "CC"):
            return None
        role = ROLES.get(s.lemma(i)) or ROLES.get(s.lower[i])
        if role is None:
            if s.tags[i] in ("VBD", "VBZ", "VBP") and s.lower[i] not in _HELPING:
                return None
            continue
        if s.tags[i] in ("VBG", "VBD") and i + 1 < len(s) and s.tags[i + 1] in _OBJECT:
            # "two men killed [a guard]" befell the guard
            return None
        if any(w in _SPARED for w in s.lower[last:i]):
            return None
        return role
    return None


_HELPING = frozenset("was were is are be been being has have had had got were lost".split())
_OBJECT = frozenset("DT CD PRP PRP$ NNP NN NNS".split())


def _before(s: TaggedSentence, first: int) -> str | None:
    """ "killing 12", "injured at least 30", "a death toll of 61"."""
    for i in range(first - 1, max(-1, first - 1 - _REACH_BEFORE), -1):
        if s.words[i] in ",;:.—–" or s.tags[i] == "CD":
            return None
        role = ROLES.get(s.lemma(i)) or ROLES.get(s.lower[i])
        if s.lower[i] in _TOLL and i and s.lower[i - 1] in ROLES:
            return ROLES[s.lower[i - 1]]
        if role and (s.tags[i] in _VERBAL or s.lower[i + 1] in ("of", "to", "at")):
            passive = s.tags[i] == "VBN" and i and s.lower[i - 1] in ("was", "were", "been", "are")
            return None if passive else role
    return None
