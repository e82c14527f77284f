"""Names of people: their parts and sounds, and which full names one person may bear."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.core.entities import lexicon
from tui.core.entities.forms import Tokens

INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
"""`A.M.`, which may stand for a person."""
_VOWELS = re.compile(r"[aiu]")
_DOUBLED = re.compile(r"(.)\1+")
JUNIOR = frozenset(("jr", "sr"))
SUFFIXES = JUNIOR | frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
_SOUNDS = tuple(map(frozenset, ("ckq", "gj", "gq", "ijy", "sz", "vw", "fp", "tc", "ou")))
"""First letters that stand for one sound in different spellings of a name."""
_LETTERS = (
    *(("ae", "a"), ("oe", "o"), ("ue", "u")),
    *(("tch", "ch"), ("tsch", "ch"), ("sch", "sh"), ("ph", "f"), ("kh", "h"), ("gh", "g")),
    *(("th", "t"), ("dh", "d"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"), ("tz", "ts")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("iy", "i"), ("yy", "i"), ("y", "i"), ("j", "i")),
    *(("o", "u"), ("e", "a"), ("ca", "ka"), ("cu", "ku"), ("cl", "kl"), ("cr", "kr")),
)
"""What romanisations of one name write differently, made alike in this order: from ALA-LC,
BGN/PCGN, French and English habits for Russian, Ukrainian, Arabic, Persian and Greek."""


def split(name: Tokens) -> tuple[Tokens, str, str]:
    """Given names, surname and suffix of a folded full name."""
    suffix = name[-1] if len(name) > 1 and name[-1] in SUFFIXES else ""
    parts = name[:-1] if suffix else name
    return parts[:-1], parts[-1], suffix


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """A key that romanisations of one name share: `muhammad` and `mohamed`."""
    for spelt, plain in _LETTERS:
        word = word.replace(spelt, plain)
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if word.endswith("h") else word


def alike(a: str, b: str) -> bool:
    """One word spelt two ways: `antony`/`anthony`, not `maria`/`mario`, `a320`/`a380`."""
    if a == b:
        return True
    short, long = sorted((len(a), len(b)))
    if short < 4 or (a[0] != b[0] and not any({a[0], b[0]} <= s for s in _SOUNDS)):
        return False
    if not (a.isalpha() and b.isalpha()) or {a, b} <= lexicon.common_words():
        return False
    given = lexicon.given_names()
    if given.get(a, "mf") != given.get(b, "mf") and {given.get(a), given.get(b)} == {"m", "f"}:
        return False
    if short > 4 and _sound_alike(sound(a), sound(b)):
        return True
    most = 1 if long < 8 else 2
    if long - short > most:
        return False
    # loaded here because it takes longer to load than most texts take to read
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(a, b, score_cutoff=most) <= most


def skeleton(word: str) -> str:
    """The first consonants of how a name sounds."""
    return "-" + _VOWELS.sub("", sound(word))[:3]


def _sound_alike(a: str, b: str) -> bool:
    """The same consonants, and one vowel between them at most."""
    if a == b:
        return True
    if _VOWELS.sub("", a) != _VOWELS.sub("", b) or a[0] != b[0]:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(a, b, score_cutoff=1) <= 1


def nickname(a: str, b: str) -> bool:
    """One is a short form of the other: `bill` of `william`."""
    known = lexicon.nicknames()
    return b in known.get(a, ()) or a in known.get(b, ())


def _same_given(a: str, b: str) -> bool:
    """One given name: equal, an initial, a nickname or another spelling."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return alike(a, b) or nickname(a, b)


def compatible(a: Tokens, b: Tokens) -> bool:
    """Two full names that one person may bear; both have a surname and a given name."""
    if set(a) == set(b) or "".join(a) == "".join(b):
        return True
    given_a, last_a, suffix_a = split(a)
    given_b, last_b, suffix_b = split(b)
    if suffix_a and suffix_b and suffix_a != suffix_b:
        return False
    if (suffix_a or suffix_b) and not (suffix_a and suffix_b) and {suffix_a, suffix_b} & JUNIOR:
        return False
    if not given_a or not given_b:
        return True
    if 1 in (len(last_a), len(last_b)) and last_a[0] == last_b[0]:
        return _same_given(given_a[0], given_b[0])
    if last_a == last_b or alike(last_a, last_b):
        short, long = sorted((given_a, given_b), key=lambda g: (len(g), g))
        if not _same_given(short[0], long[0]):
            return any(len(g) > 1 and _same_given(short[0], g) for g in long[1:]) and (
                len(short[0]) > 1
            )
        if len(short) == 1:
            return True
        return all(any(_same_given(m, n) for n in long[1:]) for m in short[1:])
    short, long = sorted((a, b), key=len)
    return len(short) > 1 and set(short) <= set(long) and short[0] == long[0]
