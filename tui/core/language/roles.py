"""What befell those that a number counts: killed, injured, missing, arrested and the like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from tui.core.language.lexicon import hypernyms
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Quantity

_WORDS = {
    "killed": "kill killing die dead death fatality perish slay slaying slain murder drown"
    " drowning fatally lifeless body corpse massacre execute execution assassinate",
    "injured": "injure injury wound wounded hurt maim burn hospitalise hospitalize",
    "missing": "missing unaccounted disappear vanish",
    "arrested": "arrest detain detainee custody jail imprison apprehend",
    "displaced": "displace homeless evacuate evacuee refugee uproot",
    "rescued": "rescue save",
    "infected": "infect infection sicken ill",
}
ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}
_VERBAL = ("VBN", "VBD", "VBG", "VBP", "VBZ", "VB", "JJ")
_REACH_AFTER, _REACH_BEFORE = 8, 5
"""Tokens between a number and the word that says what befell those it counts."""
_REACH_APPOSED = 9
"""Tokens between the commas of an apposition."""
_SPARED = frozenset("no not nobody none".split())
_HELPING = frozenset(
    "was were is are be been being has have had had got were lost went go goes gone remain remains"
    " remained became fell feared".split()
)
_PASSIVE = frozenset("was were been are is be being".split())
_OBJECT = frozenset("DT CD PRP PRP$ NNP NN NNS".split())
_CLAUSAL = frozenset("VBD VBZ VBP VBN MD".split())
_INTRANSITIVE = frozenset("die perish disappear vanish".split())
_ASIDE = frozenset("in by during after before from for with on over within near under".split())
"""Before a number these open a phrase of their own: "nine died in 40 attacks"."""
_SHARED = frozenset("% share".split())
_GROUPS = frozenset(
    "family household crew member people troop team couple other cattle sheep"
    " livestock poultry".split()
)
_LIVING = frozenset("person people animal mammal vertebrate bovine".split())
_THINGS = frozenset("vehicle container craft device building artefact vessel".split())
_AGENT = ("er", "or", "ist", "ian", "man", "ant")
_OUTBREAKS = frozenset("disease illness infection virus fever influenza plague".split())
_DISEASES = frozenset(
    "covid covid-19 coronavirus ebola flu mpox zika sars mers hiv measles mumps rabies dengue"
    " chikungunya norovirus salmonella diphtheria anthrax legionnaires".split()
)
"""Diseases that the dictionary does not know as such."""
_KINDS_UP = 2
"""Steps up the kinds of a noun: a sailor is a worker is a person."""
_TAKEN = frozenset("take rush airlift bring send admit fly carry remain ferry treat".split())
_LEFT = frozenset("flee leave evacuate force drive lose abandon".split())
_PULLED = frozenset("pull find dig bring free drag".split())
_COSTING = frozenset("claim cost take lose".split())


def with_roles(s: TaggedSentence, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The counts of a sentence, and shares of people, with their roles; measures have none."""
    starts = [s.token_at(q.start) for q in quantities]
    out: list[Quantity] = []
    for k, quantity in enumerate(quantities):
        role = None
        shared = quantity.unit in _SHARED and quantity.counted not in (None, *ROLES)
        if quantity.unit is None or shared:
            last = s.token_at(quantity.end - 1) + 1
            # "five of the 30 died": what follows is said of the five
            beyond = k + 2 if s.lower[last : last + 1] == ("of",) else k + 1
            stop = starts[beyond] if beyond < len(starts) else len(s)
            role = _role(s, starts[k], last, stop, quantity.counted)
            if role is None and out and out[-1].role and _may_suffer(quantity.counted):
                before = starts[k - 1], s.token_at(out[-1].end - 1) + 1
                if _continues(s, before, (starts[k], last)):
                    role = out[-1].role
        out.append(replace(quantity, role=role) if role else quantity)
    return tuple(out)


def _role(s: TaggedSentence, first: int, last: int, stop: int, counted: str | None) -> str | None:
    """The role of the number in tokens `first`..`last`; the next number begins at `stop`."""
    if first > 1 and s.lower[first - 1] in ("the", "those") and s.lower[first - 2] == "of":
        # "five of the 30 died": the thirty are those it happened among
        return None
    if counted == "case":
        return "infected" if _is_of_disease(s, first, last) else None
    if counted == "life":
        near = range(max(0, first - 3), min(len(s), last + 3))
        return "killed" if any(s.lemma(i) in _COSTING for i in near) else None
    if s.tags[last - 1] != "CD" and (named := ROLES.get(s.lemma(last - 1))):
        return named
    if not _may_suffer(counted):
        return None
    return _after(s, last, stop) or _within(s, first, last) or _before(s, first)


def _continues(s: TaggedSentence, before: tuple[int, int], own: tuple[int, int]) -> bool:
    """Whether a number shares what befell the one before: `from 47 to 61`, `including 12`."""
    first, last = own
    lead = s.lower[max(0, first - 2) : first]
    if lead[-1:] == ("including",) or lead in (("among", "them"), ("of", "whom")):
        return True
    if lead[-1:] == ("to",) and before[0] and s.lower[before[0] - 1] == "from":
        return True
    if s.lower[last : last + 2] == ("of", "them"):
        return True
    # "killed 12 guards and three clerks", but not "killed 12 guards and three clerks fled"
    joined = s.lower[before[1] : first] in (("and",), (",",), (",", "and"))
    verb = s.tags[last : last + 1] + s.tags[last + 1 : last + 2]
    return joined and not set(verb) & _CLAUSAL and _before(s, before[0]) is not None


def _after(s: TaggedSentence, last: int, stop: int) -> str | None:
    """ "47 people were killed", "12 dead", "three of the wounded later died"."""
    group: str | None = None
    i, end = last, min(stop, last + _REACH_AFTER)
    if s.lower[i : i + 2] in (("of", "whom"), ("of", "them")):
        i += 2
    elif s.lower[i : i + 2] in (("of", "the"), ("of", "those")) and i + 2 < len(s):
        group = ROLES.get(s.lemma(i + 2)) or ROLES.get(s.lower[i + 2])
        i, end = i + (3 if group else 2), min(stop, end + 2)
    elif s.lower[i : i + 2] == ("among", "the") and i + 2 < len(s):
        return ROLES.get(s.lower[i + 2])
    begin = i
    while i < end:
        if s.words[i] == "," and i == begin and (resumed := _resumes(s, i)):
            i, end = resumed, min(len(s), resumed + _REACH_AFTER)
            continue
        if s.words[i] in ",;:—–)" or s.tags[i] in ("WDT", "WP", "WRB", "CC"):
            return group
        role = _told(s, i) or ROLES.get(s.lemma(i)) or ROLES.get(s.lower[i])
        if role is None:
            if s.tags[i] in ("VBD", "VBZ", "VBP") and s.lower[i] not in _HELPING:
                if s.lemma(i) not in _LEFT and s.lower[i] != "tested":
                    return group
            i += 1
            continue
        if s.tags[i] in ("VBG", "VBD") and i + 1 < len(s) and s.tags[i + 1] in _OBJECT:
            # "two men killed [a guard]" befell the guard
            return group
        return group if any(w in _SPARED for w in s.lower[last:i]) else role
    return group


def _resumes(s: TaggedSentence, comma: int) -> int | None:
    """Where the verb follows an apposition: "six people, two of them children, [were] killed"."""
    for i in range(comma + 2, min(len(s) - 1, comma + _REACH_APPOSED)):
        if s.words[i] == ",":
            return i + 1 if s.lower[i + 1] in _HELPING else None
    return None


def _told(s: TaggedSentence, i: int) -> str | None:
    """A role that takes more than one word, told at its last: `tested positive`, `in hospital`."""
    word = s.lower[i]
    before = [s.lemma(k) for k in range(max(0, i - 5), i)]
    if word == "positive" and before[-1:] == ["test"]:
        return "infected"
    if word == "alive" and before[-1:] and before[-1] in _PULLED:
        return "rescued"
    if word in ("hospital", "hospitals"):
        return "injured" if before[-1:] == ["in"] or _TAKEN.intersection(before) else None
    if word in ("home", "homes") and before[-1:] == ["their"] and _LEFT.intersection(before):
        return "displaced"
    if word in ("life", "lives") and before[-2:-1] == ["lose"]:
        return "killed"
    return None


def _within(s: TaggedSentence, first: int, last: int) -> str | None:
    """ "30 injured passengers"."""
    for i in range(first + 1, last - 1):
        role = ROLES.get(s.lemma(i)) or ROLES.get(s.lower[i])
        if role and s.tags[i] in _VERBAL:
            return role
    return None


def _before(s: TaggedSentence, first: int) -> str | None:
    """ "killing 12", "injured at least 30", "a death toll of 61", "among the injured were four"."""
    aside = False
    for i in range(first - 1, max(-1, first - 1 - _REACH_BEFORE), -1):
        if s.words[i] in ",;:.—–" or s.tags[i] == "CD":
            return None
        word = s.lower[i]
        if word == "toll":
            led = not aside or s.lower[first - 1] == "to"
            return ROLES.get(s.lower[i - 1], "killed") if led else None
        if word in ("number", "count") and i and s.lower[i - 1] in ROLES:
            return ROLES[s.lower[i - 1]]
        aside = aside or (word in _ASIDE and not (word == "from" and i == first - 1))
        role = ROLES.get(s.lemma(i)) or ROLES.get(word)
        if role and s.lower[i + 1] in ("of", "to", "at"):
            return role
        if role and s.tags[i] in _VERBAL:
            if aside or (s.lemma(i) in _INTRANSITIVE and s.tags[i] != "JJ"):
                return None
            passive = s.tags[i] == "VBN" and i and s.lower[i - 1] in _PASSIVE
            return None if passive else role
    return None


def _is_of_disease(s: TaggedSentence, first: int, last: int) -> bool:
    """Whether cases are of a disease: "61 cases of cholera", "30 new measles cases"."""
    words = list(range(first, last))
    if s.lower[last : last + 1] == ("of",):
        words += range(last + 1, min(len(s), last + 4))
    return any(
        s.lower[i] in _DISEASES
        or _is_a(s.lower[i].removesuffix("s"), _OUTBREAKS)
        or _is_a(s.lower[i], _OUTBREAKS)
        for i in words
        if s.tags[i].startswith("NN")
    )


def _may_suffer(noun: str | None) -> bool:
    """Whether a noun may name people or animals; none, or one the dictionary lacks, may."""
    if noun is None or noun in ROLES or noun in _GROUPS or not hypernyms(noun):
        return True
    return _is_a(noun, _LIVING) or (noun.endswith(_AGENT) and not _is_a(noun, _THINGS))


@lru_cache(maxsize=1 << 12)
def _is_a(noun: str, kinds: frozenset[str]) -> bool:
    seen = near = frozenset({noun})
    for _ in range(_KINDS_UP):
        near = frozenset(above for word in near for above in hypernyms(word)) - seen
        seen |= near
    return bool(seen & kinds)
