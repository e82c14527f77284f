"""Numbers written in words: `twenty-three`, `half a million`, `two-thirds`, `dozens`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.core.language.units import unit_after

SMALL = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10.0 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
} | {"fourty": 40.0, "threescore": 60.0, "fourscore": 80.0}
MAGNITUDES = {
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
_DENOMINATORS = {
    "half": 2.0,
    "halves": 2.0,
    "third": 3.0,
    "quarter": 4.0,
    "fourth": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "seventh": 7.0,
    "eighth": 8.0,
    "ninth": 9.0,
    "tenth": 10.0,
    "hundredth": 100.0,
}
_VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9_999.0),
    "millions": (2e6, 999_999_999.0),
    "billions": (2e9, 999_999_999_999.0),
    "several": (3.0, 9.0),
    "tens": (20.0, 99.0),
}
"""What a vague plural says in figures: two of it, up to the next word in size."""
_WITH_ARTICLE = {"couple": (2.0, 3.0), "few": (2.0, 9.0), "handful": (3.0, 9.0)}

WORDS = (
    frozenset(SMALL)
    | frozenset(TENS)
    | frozenset(MAGNITUDES)
    | frozenset(_VAGUE)
    | frozenset(_WITH_ARTICLE)
    | frozenset(_DENOMINATORS)
    | {"hundred", "dozen", "score", "pair"}
)
"""Every lower-case word a number may begin with (an article before it is found from it)."""

AND_A_HALF = re.compile(r"[\s-]and(?:[\s-]a)?[\s-](half|quarter)\b", re.I)
_NEXT_WORD = re.compile(r"(?:[ \n\u00a0]|-\n?|, )([A-Za-z]+)")
_WORD = re.compile(r"[A-Za-z]+")
_ARTICLE = re.compile(r"(?<!\w)(an?) $", re.I)
_HALF_OF = re.compile(r"(?<!\w)half[ -](?:an? )$", re.I)
_HALF_A = re.compile(r" an?(?= )|-(?=(?:hour|mile)s?\b)", re.I)
_QUARTER_OF = re.compile(r" of an? (?:hour|mile|year|century|million|billion)\b", re.I)
_OF_PLURAL = re.compile(r"\sof\s(thousands|millions|billions)\b", re.I)
_VAGUELY = re.compile(r"\s(?:of\s)?(dozen|hundred|thousand|million|billion|lakh|crore)\b", re.I)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: `low <= value <= high` (all equal where it is exact)."""

    start: int
    end: int
    value: float
    low: float
    high: float
    magnitude: float = 1.0
    """The trailing factor (`million` 1e6), which a range's first number may share."""
    figures: bool = False
    """Written in figures."""
    plain: bool = False
    """Written as years and flight numbers are: mere figures, or "nineteen eighty-four"."""
    share: bool = False
    """A fraction of something: `two-thirds`, `3/4`, `one in five`."""
    vague: bool = False
    """A word that names no number: `dozens`, `several`."""


def exact(start: int, end: int, value: float, **more: bool | float) -> Number:
    return Number(start, end, value, value, value, **more)  # type: ignore[arg-type]


def factor_of(word: str) -> float:
    return {"hundred": 100.0, "dozen": 12.0}.get(word) or MAGNITUDES[word]


def read_words(text: str, at: int, end: int) -> Number | None:
    found = _WORD.match(text, at, end)
    if not found:
        return None
    word = found[0].lower()
    start = at
    if article := _ARTICLE.search(text, max(0, at - 3), at):
        start = article.start()
    if word in _VAGUE or word in _WITH_ARTICLE:
        return _vague(text, word, at, start, found.end(), end)
    if word in _DENOMINATORS:
        return _fraction(text, word, at, start, found.end(), end)
    if word == "pair":
        return exact(start, found.end(), 2.0) if start < at else None
    if word == "score":
        return exact(start, found.end(), 20.0, vague=True) if start < at else None
    if word == "hundred" or word == "dozen" or word in MAGNITUDES:
        if half := _HALF_OF.search(text, max(0, at - 8), at):
            value = 0.5 * factor_of(word)
            return exact(half.start(), found.end(), value, magnitude=factor_of(word))
        if start == at and word not in ("hundred", "thousand", "dozen"):
            return None
    else:
        start = at
    return _cardinal(text, start, at, end)


def _vague(text: str, word: str, at: int, start: int, stop: int, end: int) -> Number | None:
    if word in _WITH_ARTICLE:
        if start == at:
            return None
        low, high = _WITH_ARTICLE[word]
    else:
        low, high = _VAGUE[word]
        start = at
    if word in ("several", "couple", "few"):
        if times := _VAGUELY.match(text, stop, end):
            factor = factor_of(times[1].lower())
            # "Several hundred" reaches up to, not into, the next thousand.
            top = high * factor + (factor - 1 if word != "couple" else 0)
            return Number(start, times.end(), low * factor, low * factor, top, vague=True)
    elif times := _OF_PLURAL.match(text, stop, end):
        factor = factor_of(times[1].lower()[:-1])
        low, high = low * factor, (high + 1) * factor - 1
        stop = times.end()
    elif word == "tens":
        return None
    return Number(start, stop, low, low, high, vague=True)


def _fraction(text: str, word: str, at: int, start: int, stop: int, end: int) -> Number | None:
    """`half`, `a third` and `a quarter` are shares only of something; else they are ordinals."""
    rest = text[stop : stop + 4].lower()
    if word == "half":
        if rest.startswith((" of", " the")) or (start < at and rest.startswith((" of",))):
            return exact(start, stop, 0.5, share=True)
        found = _HALF_A.match(text, stop, end)
        if found and (unit_after(text, found.end(), end) or found[0][0] == "-"):
            return exact(at, found.end() - (found[0] == "-"), 0.5)
        return None
    if word == "quarter" and start == at and rest == " of ":
        return exact(at, stop, 0.25, share=True) if _QUARTER_OF.match(text, stop, end) else None
    if start < at and rest.startswith(" of"):
        return exact(start, stop, 1 / _DENOMINATORS[word], share=True)
    return None


def _cardinal(text: str, start: int, at: int, end: int) -> Number | None:
    """A number in words: `twenty-three`, `two hundred and five`, `one and a half million`."""
    total, current, last = 0.0, None, float("inf")
    magnitude, stop, position, joined, year = 1.0, at, at, False, False
    found = _WORD.match(text, at, end)
    while found:
        word_start, word_end = found.span(found.lastindex or 0)
        word = text[word_start:word_end].lower()
        if word in SMALL or word in TENS:
            value = SMALL[word] if word in SMALL else TENS[word]
            if current is None:
                current = value
            elif current >= 100 and current % 100 == 0:
                current += value
            elif current % 100 >= 20 and current % 10 == 0 and 1 <= value <= 9:
                current += value
            elif joined and current in (60.0, 80.0):
                current += value
            elif 11 <= current <= 20 and value >= 10:
                current, year = current * 100 + value, True
            else:
                break
            magnitude = 1.0
        elif word == "hundred" and (current is None or current < 100):
            current, magnitude = (current if current is not None else 1.0) * 100, 100.0
        elif word in ("dozen", "score") and (current is None or current < 100):
            magnitude = 12.0 if word == "dozen" else 20.0
            current = (current if current is not None else 1.0) * magnitude
        elif word in MAGNITUDES and MAGNITUDES[word] < last:
            if total and current is None:
                break
            last = magnitude = MAGNITUDES[word]
            total += (current if current is not None else 1.0) * last
            current = None
        elif word in _DENOMINATORS or word.removesuffix("s") in _DENOMINATORS:
            part = _DENOMINATORS.get(word) or _DENOMINATORS[word.removesuffix("s")]
            top = total + (current or 0.0)
            # "Two-thirds" but not "one fourth-grader" nor "twenty-third".
            after = text[word_end : word_end + 1]
            plural = word.endswith("s")
            if joined or not (0 < top < part) or plural != (top != 1) or after == "-":
                break
            return exact(start, word_end, top / part, share=True)
        else:
            break
        stop = position = word_end
        joined = False
        if more := AND_A_HALF.match(text, stop, end):
            part = 0.5 if more[1] == "half" else 0.25
            stop = position = more.end()
            if current is not None:
                current += part
            elif last < float("inf"):
                total += part * last
        found = _NEXT_WORD.match(text, position, end)
        if found and text[position] == "," and current is not None:
            break
        if found and found[1].lower() == "and":
            # "Two hundred and five", "threescore and ten", never "five and six".
            round_so_far = (
                current is None
                or current in (60.0, 80.0)
                or current % 100 == 0
                or (current > 100 and current % 10 == 0)
            )
            following = _NEXT_WORD.match(text, found.end(), end)
            if not (round_so_far and (current is None or current >= 60)) or not following:
                break
            if following[1].lower() not in SMALL and following[1].lower() not in TENS:
                break
            found, joined = following, True
    if stop == at:
        return None
    value = total + (current or 0.0)
    return exact(start, stop, value, magnitude=magnitude, plain=year)
