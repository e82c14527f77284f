"""Words with capitals that are no names: `Section 4`, `MoU` for a memorandum of understanding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tui.core.entities import forms, lexicon
from tui.core.entities.grammar import SMALL
from tui.core.entities.lines import Line
from tui.core.entities.words import is_capital

_NUMBER = re.compile(r"\d+(?:\.\d+)*[a-z]?|[IVX]+|[A-H]")
_SMALL = SMALL | frozenset(("an", "by", "with", "&", "-"))
_MEDICINE = 8
"""Letters of a medicine's name at least."""
_REACH = 4
"""Words that an expansion may have beyond the letters of its acronym."""


def after_label(line: Line, i: int) -> int:
    """Past `Section 4`, `Exhibit A`, `Phase III` at word `i`; `i` where it is no such label."""
    words = line.words
    if line.low[i] not in lexicon.words("label") or not words[i].text[0].isupper():
        return i
    if i + 1 >= len(words) or not _NUMBER.fullmatch(words[i + 1].text.rstrip(".")):
        return i
    return i + 2


def is_plain(word: str, plain: frozenset[str]) -> bool:
    """An acronym, or its plural, that the documents expand in small letters."""
    return bool(plain) and word[0].isupper() and (word in plain or word.removesuffix("s") in plain)


def is_medicine(low: str) -> bool:
    """`velostatin`: no English word, and the stem of a class of medicines ends it."""
    if len(low) < _MEDICINE or not low.endswith(_endings()) or not low.isalpha():
        return False
    return low not in lexicon.common_words() and low not in lexicon.surnames()


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("medicine_ending")))


def expanded(lines: Sequence[Line]) -> frozenset[str]:
    """Acronyms that a bracket explains by common words: `body mass index (BMI)`.

    One that is also explained by a name stays a name.
    """
    plain: set[str] = set()
    named: set[str] = set()
    for line in lines:
        for k, word in enumerate(line.low if line.may_hold("(") else ()):
            if word != "(" or not k or k + 2 >= len(line.low):
                continue
            inside = line.words[k + 1].text
            if line.low[k + 2] not in (")", ",", ";") or not forms.is_acronym(inside.rstrip("s")):
                continue
            first = _expansion(line, k, forms.fold(inside.rstrip("s")))
            if first is None or line.headline:
                continue
            big = [w.text for w in line.words[first:k] if w.text.lower() not in _SMALL]
            small = sum(not is_capital(w) for w in big)
            (plain if small * 2 > len(big) else named).add(inside.rstrip("s"))
    return frozenset(plain - named)


def _expansion(line: Line, end: int, letters: str) -> int | None:
    """Where the words before `end` begin whose initials are `letters`, if they are."""
    k, left = end, len(letters)
    while left and k and end - k < len(letters) + _REACH:
        k -= 1
        word = line.low[k]
        if not word[0].isalnum() and word not in ("-", "/", "&"):
            return None
        if word[0] == letters[left - 1]:
            left -= 1
        elif word not in _SMALL:
            parts = re.split(r"[-‐‑/]", word)
            if len(parts) < 2 or left < len(parts):
                return None
            if [p[:1] for p in parts] != list(letters[left - len(parts) : left]):
                return None
            left -= len(parts)
    return None if left else k
