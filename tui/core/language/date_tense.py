"""Whether the sentence around a date tells what is to come, what is, or what was."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from tui.core.language import tense_patterns as pattern
from tui.core.language.morphology import lexicon

Tense = Literal["ahead", "present", "past", "either"]

_REACH = 120
"""How many characters of a sentence are read before and after a date."""
_HEADLINE = 100
"""No headline is longer."""
_OPENING = 32
"""A date that begins its sentence follows no more than this."""
_UNCHANGED = frozenset(
    "bet burst cost cut hit hurt let put quit set shed shut split spread thrust".split()
)
"""Verbs whose past looks like their present."""
_SPOKEN = 6
"""Fewer words say too little to tell that nothing in them is past."""
_WORD = re.compile(r"[A-Za-z]+")


def tense(text: str, at: int) -> Tense:
    """What the words around the date at `at` say of its time; "past" where they say nothing.

    "either" is what is told of the past and reaches to the date: "was shut until Friday".
    """
    before, after = _sentence(text, at)
    if before.lower().endswith("since "):
        return "past"
    opens = len(before.lstrip()) <= _OPENING
    if pattern.UP_TO.search(before):
        verb = pattern.FINITE.search(after) if opens else None
        if verb and pattern.PAST.fullmatch(verb[0]):
            return "past"
        return "either" if pattern.PAST.search(before) else "ahead"
    ahead = [m.end() for m in pattern.FORWARD.finditer(before)]
    if ahead:
        return "past" if pattern.PAST.search(before, ahead[-1]) else "ahead"
    if not pattern.PAST.search(before):
        if pattern.APPOINTED.search(before) or pattern.CALL.match(before.lstrip()):
            return "ahead"
        if opens and _comes_first(after):
            return "ahead"
    if _is_plan(text, at):
        return "ahead"
    sentence = before + after
    if pattern.DATED.search(before):
        return "past"
    words = _WORD.findall(sentence)
    now = pattern.PRESENT.search(sentence) or before.endswith((" from ", " from the "))
    if (now or len(words) >= _SPOKEN) and not any(map(_is_past, words)):
        return "present"
    return "past"


def _sentence(text: str, at: int) -> tuple[str, str]:
    """What stands before and after `at` in its sentence."""
    before, after = text[max(0, at - _REACH) : at], text[at : at + _REACH]
    for stop in pattern.SENTENCE_END.finditer(before):
        before = " " * stop.end() + before[stop.end() :]
    end = pattern.SENTENCE_END.search(after)
    return before, after[: end.start()] if end else after


def _comes_first(after: str) -> bool:
    """Whether the first verb after a date that opens a sentence is of what is to come."""
    ahead = pattern.FUTURE.search(after)
    return ahead is not None and not pattern.PAST.search(after, 0, ahead.start())


def _is_plan(text: str, at: int) -> bool:
    """Whether a headline tells before `at` what is to come, in an infinitive."""
    start = text.rfind("\n", max(0, at - _HEADLINE), at) + 1
    if start == 0 and at > _HEADLINE:
        return False
    stop = text.find("\n", at, at + _HEADLINE)
    line = text[start : stop if stop >= 0 else at + _HEADLINE].rstrip()
    if len(line) > _HEADLINE or line.endswith((".", "!", "?", ":", ";", ",", '"', "”")):
        return False
    return bool(pattern.PLAN.match(text, start, at)) and not pattern.PAST.search(text, start, at)


@lru_cache(maxsize=1 << 12)
def _is_past(word: str) -> bool:
    low = word.lower()
    if low in _UNCHANGED:
        return True
    if pattern.PAST.fullmatch(low):
        return low not in ("has", "have", "says")
    lemma = lexicon().irregular["v"].get(low)
    return lemma not in (None, low, "be", "do", "have") and not low.endswith("ing")
