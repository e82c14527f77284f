"""The words around a number that widen it: `about`, `more than`, `or so`, `an estimated`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal

Kind = Literal["about", "above", "below", "nearly", "mostly"]

_KINDS: dict[Kind, str] = {
    "about": "about|around|some|approximately|approx.|approx|roughly|circa|ca.|c.|an estimated"
    "|estimated|something like|in the region of|in the order of|on the order of"
    "|in the vicinity of|barely|scarcely|close on|close upon|getting on for|nigh on|more or less"
    "|give or take|~|≈|∼|or so|or thereabouts",
    "above": "over|more than|at least|no fewer than|not fewer than|no less than|not less than"
    "|upwards of|upward of|in excess of|above|exceeding|greater than|a minimum of|minimum of"
    "|as few as|north of|better than|higher than|larger than|longer than|older than|>|≥|>=|or more"
    "|or over|or above|and over|and above|and up|or older|and older|or higher|at minimum|+|plus"
    "|and counting",
    "below": "less than|fewer than|under|at most|no more than|not more than|up to|as many as"
    "|as much as|below|a maximum of|maximum of|smaller than|shorter than|younger than|lower than"
    "|south of|not yet|<|≤|<=|or less|or fewer|or under|and under|or below|or younger|and younger"
    "|at the most|maximum|tops",
    "nearly": "nearly|almost|close to|just shy of|just short of|very nearly|virtually"
    "|not quite|approaching|nearing",
    "mostly": "the better part of|the best part of|the greater part of",
}
_LITTLE = "a shade|a touch|a tad|a fraction|a whisker|a bit|a little|slightly|marginally|just"
_MUCH = "far|much|many|well|way|considerably|substantially|significantly|comfortably"
_THAN: dict[Kind, str] = {
    "above": "over|above|more than|higher than|longer than|larger than|greater than|older than",
    "below": "under|below|less than|fewer than|lower than|shorter than|smaller than|short of"
    "|shy of",
}
_LITTLE_MORE = ("little more than", "not much more than", "not much over")
_BY_LITTLE: dict[str, Kind] = {
    f"{how} {than}": kind
    for kind, words in _THAN.items()
    for how in _LITTLE.split("|")
    for than in words.split("|")
} | dict.fromkeys(_LITTLE_MORE, "above")
"""Bounds that the number lies close to."""
_BY_MUCH: dict[str, Kind] = {
    f"{how} {than}": kind
    for kind, words in _THAN.items()
    for how in _MUCH.split("|")
    for than in words.split("|")
}
"""Bounds that it lies far from."""
_KIND_OF: dict[str, Kind] = {
    **_BY_LITTLE,
    **_BY_MUCH,
    **{word: kind for kind, words in _KINDS.items() for word in words.split("|")},
}
_LAST = frozenset(phrase.split()[-1] for phrase in _KIND_OF) - {"so", "thereabouts"}
_AFTER_ONLY = frozenset(
    "or so|or thereabouts|or more|or over|or above|and over|and above|and up|or older"
    "|and older|or higher|at minimum|+|plus|and counting|or less|or fewer|or under|and under"
    "|or below|or younger|and younger|at the most|maximum|tops".split("|")
)
_STRICT = re.compile(r"over|above|than|below|under|[<>]$|nearly|almost|short|shy|beyond|excess")
"""In words for bounds that leave the number itself out; "no more than" has `no` before it."""
_BEFORE_WORDS = re.compile(r"(\S+)\s*$")


def _any_of(phrases: Iterable[str], gap: str) -> str:
    """An alternation of phrases, the longest first, with `gap` for their spaces."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", gap) for phrase in longest)


_HOW = _any_of(f"{_LITTLE}|{_MUCH}".split("|"), r"\s+")
_WHAT = _any_of("|".join(_THAN.values()).split("|"), r"\s+")
_PLAIN = {word for words in _KINDS.values() for word in words.split("|")} - _AFTER_ONLY
_OTHERS = _any_of(_PLAIN.union(_LITTLE_MORE), r"\s+")
_PHRASE_BEFORE = re.compile(
    rf"(?<![\w'’-])(?:(?:{_HOW})\s+(?:{_WHAT})|{_OTHERS})\s*$",
    re.I,
)
_AFTER = re.compile(
    r"\+|-plus\b|\s(?:"
    + "|".join(
        re.escape(p).replace(r"\ ", r"\s")
        for p in sorted(
            (_AFTER_ONLY | {"at least", "at most"}) - {"+", "plus"}, key=len, reverse=True
        )
    )
    + r")(?![\w-])",
    re.I,
)
_REGARDING = re.compile(
    r"\b(?:talk\w*|speak\w*|spoke|know\w*|knew|think\w*|thought|worr\w+|concern\w*|ask\w*|learn\w*"
    r"|information|questions?|stor(?:y|ies)|news|books?|films?|details?|hear\w*|wr[io]te\w*)\s$",
    re.I,
)
"""Before these, `about` says what the talk is of."""

Widen = Callable[[float, float], tuple[float | None, float | None]]

_WIDEN: dict[Kind, Widen] = {
    # Ten per cent either way is what readers allow a round figure; the other bounds are literal.
    "about": lambda low, high: (low - abs(low) * 0.1, high + abs(high) * 0.1),
    "above": lambda low, high: (low, None),
    "below": lambda low, high: (None, high),
    "nearly": lambda low, high: (low - abs(low) * 0.1, high),
    "mostly": lambda low, high: (low / 2, high),
}


def before(text: str, at: int, floor: int) -> tuple[str, int] | None:
    """The approximator that ends just before `at` (in the text's words), and where it begins."""
    last = _BEFORE_WORDS.search(text, max(floor, at - 16), at)
    if not last:
        return None
    if last[1].lower().lstrip("(\"'“‘«") not in _LAST and last[1][-1] not in "~≈∼<>≥≤":
        return None
    found = _PHRASE_BEFORE.search(text, max(floor, at - 40), at)
    if not found:
        return None
    word = " ".join(found[0].lower().split())
    if word == "about" and _REGARDING.search(text, max(floor, found.start() - 16), found.start()):
        return None
    return word, found.start()


def after(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The approximator that follows `at`, and where it ends."""
    found = _AFTER.match(text, at, end)
    if not found:
        return None
    word = " ".join(found[0].lower().split()).lstrip("-")
    return word, found.end()


def widen(low: float, high: float, word: str) -> tuple[float | None, float | None]:
    """The interval that `word` makes of `low..high`; None stands for an open end."""
    bounds = _WIDEN[_KIND_OF[word]](low, high)
    return (
        bounds[0] if bounds[0] is None else round(bounds[0], 9),
        bounds[1] if bounds[1] is None else round(bounds[1], 9),
    )


def is_close(word: str | None) -> bool:
    """Whether a bound is put as near to what is meant: `just over`, `a shade under`."""
    return word in _BY_LITTLE


def is_inclusive(word: str) -> bool:
    """Whether the number itself is within the bound: `at least`, `as many as`."""
    return word.startswith(("no ", "not ", "or ", "and ")) or not _STRICT.search(word)


def kind(word: str) -> Kind:
    return _KIND_OF[word]
