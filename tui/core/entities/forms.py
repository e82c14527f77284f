"""Forms of a name that comparison needs: folded words, initials, names without legal endings."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from tui.core.entities import lexicon
from tui.core.entities.grammar import SMALL

Tokens = tuple[str, ...]
"""The folded words of a name."""
_SPLIT = re.compile(r"[\s\-‐‑–/,]+")
_LOOSE = re.compile(
    r""" (-|['’]) (?=\w)|(?<=\w) ([āēīōū])(?: (?=[a-z]))?| (['’]s\b)"""
    r"""| (?:"[^"]+"|“[^”]+”|'[^']+'|‘[^’]+’)(?= )"""
)
_SMALL = SMALL | frozenset("at & de la du des et y der und".split())
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """Lower case without accents, full stops and apostrophes: `Côte d’Ivoire` -> `cote divoire`."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
        text = "".join(c for c in text if not unicodedata.combining(c))
    else:
        text = text.lower()
    return re.sub(r"[.'’‘ʻ`]", "", text)


@lru_cache(maxsize=2048)
def tokens(name: str) -> Tokens:
    """The folded words of a name, a leading article left out, initials apart (`J.K.` -> j, k)."""
    variants = lexicon.table("word_variant")
    apart = _tight(_initials_apart(name) if name.count(".") > 1 else name)
    found = tuple(variants.get(t, t) for t in (fold(part) for part in _SPLIT.split(apart)) if t)
    if len(found) > 1 and found[0] == "the":
        found = found[1:]
    return found


def _tight(name: str) -> str:
    """Without the spaces of `O ’ Brien`, `al - Attar`, and without a nickname in quotes."""
    return _LOOSE.sub(lambda m: m[1] or m[2] or m[3] or "", name) if _LOOSE.search(name) else name


def _initials_apart(name: str) -> str:
    known = lexicon.countries().names
    return " ".join(
        part if part in known else re.sub(r"\b([A-Z])\.(?=[A-Z]\.)", r"\1. ", part)
        for part in name.split(" ")
    )


def key(name: str) -> str:
    """Two names with one key are written alike but for case, accents and points."""
    return fold(_tight(name).removeprefix("The ").removeprefix("the ")).replace("-", " ")


def initials(name: str) -> frozenset[str]:
    """The acronyms a name may have: initials with and without its small words."""
    parts = [p for p in re.split(r"[\s\-‐‑/]+", name) if p and (p[0].isalnum() or p == "&")]
    article = parts[0][0] if parts and parts[0] == "The" and len(parts) > 2 else ""
    if parts and parts[0].lower() == "the":
        parts = parts[1:]
    while len(parts) > 2 and fold(parts[-1]) in _legal():
        parts = parts[:-1]
    big = [p for p in parts if p.lower() not in _SMALL]
    if len(big) < 2:
        return frozenset()
    strict = "".join(p[0] for p in big).upper()
    full = "".join(p[0] for p in parts if p != "&").upper()
    capitals = "".join(c for p in big for c in p if c.isupper() or c.isdigit())
    found = (strict, full, capitals, article + strict if article else "")
    return frozenset(fold(a).upper() for a in found if len(a) > 1)


@cache
def _legal() -> frozenset[str]:
    return frozenset(fold(w).replace("/", "") for w in lexicon.words("legal"))


def without_legal(name: Tokens) -> Tokens:
    """A company's name without its legal form: `Ltd`, `A/S`, `Holdings` at its end."""
    parts = list(name)
    clubs = lexicon.words("club_form")
    if len(parts) > 2 and parts[0] in clubs:
        parts = parts[1:]
    if len(parts) > 2 and parts[-1] in clubs:
        parts = parts[:-1]
    while len(parts) > 1:
        if parts[-1] in _legal():
            parts = parts[:-1]
            continue
        several = next((n for n in (3, 2) if " ".join(parts[-n:]) in lexicon.legal_forms()), 0)
        if several and several < len(parts):
            parts = parts[:-several]
            continue
        # `A/S`, `S.A.`, `K.K.` come as single letters
        n = next((n for n in (4, 3, 2) if _spells_legal(parts[-n:], n)), 0)
        if not n or n >= len(parts):
            break
        parts = parts[:-n]
    return tuple(parts)


def _spells_legal(letters: list[str], n: int) -> bool:
    return len(letters) == n and all(len(x) == 1 for x in letters) and "".join(letters) in _legal()


def is_acronym(name: str) -> bool:
    """`ICRC`, `F.B.I.`, `AfDB`: mostly capitals, no space."""
    bare = name.replace(".", "")
    if not 2 <= len(bare) <= 8 or " " in name or not bare[0].isupper():
        return False
    upper = sum(c.isupper() for c in bare)
    return upper >= 2 and upper * 2 > len(bare) and bare.isalnum()
