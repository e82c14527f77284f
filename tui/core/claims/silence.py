"""Sentences that state nothing to check: greetings, boilerplate, "other issues were discussed"."""

from __future__ import annotations

import re

from tui.core.claims import cues
from tui.core.claims.phrases import FINITE
from tui.core.language.tagged import TaggedSentence

_BOILERPLATE = re.compile(
    r"(?:©|copyright\b|all rights reserved|click here|read (?:more|also|next)\b|sign up\b|"
    r"subscribe\b|follow us\b|share this|advertisement\b|photo(?:graph)?s?(?: by|:)|image:|"
    r"source:$|for (?:more|further) (?:information|details)\b|see also\b|"
    r"this (?:story|article|report|post) (?:has been|was|will be) (?:updated|corrected|amended)|"
    r"(?:\( )?(?:additional )?(?:reporting|writing|editing) by\b|download the\b|"
    r"terms (?:of use|and conditions) apply)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:dear|hello|hi|good (?:morning|afternoon|evening)|thank you|thanks|many thanks|"
    r"(?:kind|best|warm) regards|yours (?:sincerely|faithfully|truly)|sincerely|welcome back|"
    r"ladies and gentlemen)\b",
    re.IGNORECASE,
)
_GREETING_WORDS = 8
_TALKED = frozenset("discuss exchange touch raise address consider review cover explore".split())
_VAGUE = frozenset("issue matter topic question subject view opinion point theme aspect".split())
_LOOSE = frozenset(
    "other various several some a an the number range of also were was been be being is are has "
    "have had during on in at upon mutual common interest interests concern importance agenda "
    "relevant pressing current regional bilateral international and conversation telephone phone "
    "call meeting talks sides parties both they related further wide many there their with as well "
    "between".split()
)

_ISSUED = frozenset("by published posted updated modified issued filed".split())
_WRITTEN = frozenset("by and of the for in on at from to with am pm a.m. p.m.".split())
"""What stands between the names and figures of a byline."""
_SHOUTED_WORDS = 5
"""A longer line in capitals is a headline."""


def states_nothing(s: TaggedSentence) -> bool:
    """Whether the sentence says nothing that could be checked or compared."""
    text = " ".join(s.words)
    if _BOILERPLATE.match(text):
        return True
    if len(s) <= _GREETING_WORDS and _GREETING.match(text):
        return True
    return _introduces(s) or _talks_of_nothing(s) or _is_byline(s)


def _is_byline(s: TaggedSentence) -> bool:
    """Who wrote the text or when it came out, and no more: `By Lena Orth, Daily Herald`.

    After a name only set off from it and with a date: `Daily Herald, updated 3 May`.
    """
    words = [i for i in range(len(s)) if s.words[i][0].isalnum()]
    if len(words) < 2 or s.words[-1] in ".!?":
        return False
    issued = next((i for i in words if s.lower[i] in _ISSUED), None)
    if issued is None:
        return False
    opens = s.lower[words[0]] in {*_ISSUED, "last", "first"}
    apart = issued > 0 and not s.words[issued - 1][0].isalnum()
    dated = apart and s.lower[issued] != "by" and "CD" in s.tags
    shouted = len(words) > _SHOUTED_WORDS and all(s.words[i].isupper() for i in words)
    return (
        (opens or dated)
        and not shouted
        and all(
            not s.words[i][0].isalpha()
            or s.words[i][0].isupper()
            or s.lower[i] in _WRITTEN | _ISSUED
            for i in words[1:]
        )
    )


def _introduces(s: TaggedSentence) -> bool:
    """`Orth said:`, where the words follow on a line of their own."""
    verbs = [i for i in range(len(s)) if s.tags[i] in FINITE]
    return len(verbs) == 1 and s.words[-1] == ":" and s.lemma(verbs[0]) in cues.SAY


def _talks_of_nothing(s: TaggedSentence) -> bool:
    """Nothing but talk, vague things and where it took place."""
    lemmas = [s.lemma(i) for i in range(len(s))]
    talked = any(w in _TALKED and s.tags[i].startswith("VB") for i, w in enumerate(lemmas))
    if not talked or not _VAGUE.intersection(lemmas):
        return False
    return all(
        w in _TALKED or w in _VAGUE or s.lower[i] in _LOOSE or not s.words[i][0].isalpha()
        for i, w in enumerate(lemmas)
    )
