"""Reading one number, in figures or in words, at a given place in a text."""

from __future__ import annotations

import re

from tui.core.language.number_words import (
    AND_A_HALF,
    MAGNITUDES,
    WORDS,
    Number,
    exact,
    factor_of,
    read_words,
)

__all__ = ["GLYPHS", "WORDS", "Number", "read_number"]

_SHORT = {"k": 1e3, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
_MONEY_SHORT = {"m": 1e6, "b": 1e9, "t": 1e12}
_GLYPHS = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
GLYPHS = "".join(_GLYPHS)
_NUMERAL = re.compile(
    r"(?P<grouped>[0-9]{1,3}(?:[,'’\u00a0\u2009\u202f][0-9]{3})+(?![0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9.,:/-]*[0-9])(?= [a-z]))"
    r"(?P<cents>\.[0-9]+)?"
    r"|(?P<comma>[0-9]{1,3},[0-9]{1,2})(?![0-9])"
    r"(?=\s?(?:%|percent|per cent|million|billion|bn\b|km\b|kg\b|cm\b|°))"
    r"|(?P<plain>[0-9]+(?:\.[0-9]+)?)"
)
_FRACTION = re.compile(rf"[ -]?([{GLYPHS}])|[ -]?([1-9])/([1-9][0-9]?)(?![0-9/])")
_PROPER = re.compile(r"([1-9])/([2-8]|10|16)(?![0-9/])(?= of\b|[ -](?:cup|inch|mile|pound)|-)")
_MAGNITUDE = re.compile(
    r"(?:\s|-)?(hundred|dozen|" + "|".join(sorted(MAGNITUDES, key=len, reverse=True)) + r")\b", re.I
)
_SUFFIX = re.compile(r"\s?(mn|mln|bn|bln|trn|tn)\b|(k)\b", re.I)
_MONEY_SUFFIX = re.compile(r"\s?(mn|mln|bn|bln|trn|tn|[kmbt])\b", re.I)


def read_number(text: str, at: int, end: int, money: bool = False) -> Number | None:
    """The number that begins at `at` (or with an article just before it), within `text[:end]`.

    `money` reads `5m` and `3b` as millions and billions. Ordinals and the bare words that
    name no number by themselves (`third`, `score`) give None.
    """
    first = text[at]
    if first in _GLYPHS:
        value = _GLYPHS[first]
        return Number(at, at + 1, value, value, value, share=True, figures=True)
    if "0" <= first <= "9":
        return _figures(text, at, end, money)
    return read_words(text, at, end)


def _figures(text: str, at: int, end: int, money: bool) -> Number | None:
    proper = _PROPER.match(text, at, end)
    if proper and int(proper[1]) < int(proper[2]):
        value = int(proper[1]) / int(proper[2])
        return exact(at, proper.end(), value, figures=True, share=True)
    found = _NUMERAL.match(text, at, end)
    if not found:
        return None
    stop = found.end()
    if found["grouped"]:
        value = float(re.sub(r"\D", "", found["grouped"]) + (found["cents"] or ""))
    elif found["comma"]:
        value = float(found["comma"].replace(",", "."))
    else:
        # So long a run of digits without a separator is no quantity but a code.
        if stop - at > 12:
            return None
        value = float(found[0])
    plain = bool(found["plain"]) and "." not in found[0]
    if plain and (half := _FRACTION.match(text, stop, end)):
        part = _GLYPHS[half[1]] if half[1] else int(half[2]) / int(half[3])
        if part < 1:
            return exact(at, half.end(), value + part, figures=True)
    factor = 1.0
    if suffix := (_MONEY_SUFFIX if money else _SUFFIX).match(text, stop, end):
        letter = (suffix[1] or suffix[2]).lower()
        factor, stop = (_SHORT | _MONEY_SHORT)[letter], suffix.end()
    else:
        while magnitude := _MAGNITUDE.match(text, stop, end):
            factor *= factor_of(magnitude[1].lower())
            stop = magnitude.end()
    if factor == 1.0 and (more := AND_A_HALF.match(text, stop, end)):
        value += 0.5 if more[1] == "half" else 0.25
        stop = more.end()
    return exact(
        at,
        stop,
        float(f"{value * factor:.12g}"),
        magnitude=factor,
        figures=True,
        plain=plain and factor == 1.0,
    )
