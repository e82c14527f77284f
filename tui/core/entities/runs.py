"""One name in a sentence: where it begins, and how far its words run."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.core.entities import coordination, letterheads, lexicon, quoted, terms
from tui.core.entities.casing import Casing, is_common, is_known
from tui.core.entities.grammar import ARTICLES, FUNCTION, POSSESSIVE
from tui.core.entities.joins import is_place_name, joins, numbered, owns
from tui.core.entities.lines import Line
from tui.core.entities.people import JUNIOR
from tui.core.entities.starts import (
    begins_name,
    can_be_name,
    is_model,
    is_proper_function_word,
    stands_alone,
    stands_for_role,
)
from tui.core.entities.titles import find_title
from tui.core.entities.words import is_capital

_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
_HEADS_BEFORE = {"of": "head_of", "on": "head_on"}
_JOINERS = ("of", "for", "on", "against")
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


class Run(NamedTuple):
    """Words `first` up to but not including `last`."""

    first: int
    last: int


def find_run(line: Line, i: int, casing: Casing, *, after_title: bool) -> Run | None:
    """The name that begins at word `i`, if one does; a number before it may belong to it.

    `after_title`: a title stands before the word, so that it is a name where it can be one.
    """
    last = _set_phrase(line, i)
    if last > i:
        return Run(i, last)
    if not _begins(line, i, casing, after_title=after_title):
        return None
    last = i + 1
    while (after := _extend(line, i, last, casing)) > last:
        last = after
    first = _with_number(line, i, last)
    alone = last - i == 1 and first == i
    if alone and not stands_alone(line, i, casing, after_title=after_title):
        return None
    low = line.low[i:last]
    if stands_for_role(line, last - 1) and all(map(is_common, low)):
        return None
    if all(word in lexicon.words("notname") or word.isdigit() for word in low):
        return None
    return Run(first, last)


def _set_phrase(line: Line, i: int) -> int:
    """Past a name whose end is told by its form: a letterhead, a quoted title; `i` for none."""
    if line.letterhead and not i:
        return len(line.words)
    return max(
        _turned(line, i),
        quoted.work(line, i),
        _particles(line, i),
        letterheads.body_end(line, i),
        letterheads.agency_end(line, i),
        letterheads.author_end(line, i),
        _medicine(line, i),
    )


def _medicine(line: Line, i: int) -> int:
    """Past a medicine, which is written small unless it opens a sentence."""
    follows = i + 1 < len(line.words) and line.words[i + 1].text[0].isupper()
    longer = follows and line.words[i].text[0].isupper()
    return i if longer or not terms.is_medicine(line.low[i]) else i + 1


def _begins(line: Line, i: int, casing: Casing, *, after_title: bool) -> bool:
    words = line.words
    if line.low[i] in lexicon.words("lead_particle") and i + 1 < len(words):
        if not (line.near(i + 1) and words[i + 1].text[0].isupper()):
            return False
        return words[i].text[0].isupper() or can_be_name(line, i + 1)
    if is_proper_function_word(line, i) and line.near(i + 1):
        return find_title(line, i + 1) is None
    return begins_name(line, i, casing, after_title=after_title)


def _turned(line: Line, i: int) -> int:
    """Past `Moreau, Ada` where that is all of a line, as in a list or register."""
    words, low = line.words, line.low
    if not 2 < len(words) - i < 7 or any(w.text[0].isalnum() for w in words[:i]):
        return i
    comma = next((k for k in range(i + 1, len(words)) if words[k].text == ","), 0)
    rest = words[comma + 1 :]
    if not comma or not rest or not all(is_capital(w.text) for w in (*words[i:comma], *rest)):
        return i
    first = low[comma + 1]
    if first not in lexicon.given_names() and len(first.rstrip(".")) > 1:
        return i
    return i if is_known(words[i].text) and words[i].text in lexicon.cities() else len(words)


def _particles(line: Line, i: int) -> int:
    """Past `Van der Berg` or `De la Torre`, a surname by itself; `i` where it is none."""
    words, low = line.words, line.low
    particles = lexicon.words("particle")
    if low[i] not in particles or not words[i].text[0].isupper():
        return i
    k = i + 1
    while k < len(words) and low[k] in particles and words[k].text.islower():
        k += 1
    return k + 1 if i + 1 < k < len(words) and can_be_name(line, k) else i


def _with_number(line: Line, first: int, last: int) -> int:
    """`2022 World Cup`, `65th Air Division`: the number belongs to the name."""
    words, low = line.words, line.low
    if not first:
        return first
    before = words[first - 1].text
    heads = {low[last - 1], low[first]}
    if last - first < 2:
        unit = low[first] in lexicon.words("unit") and bool(_ORDINAL.fullmatch(before))
        return first - 1 if unit else first
    if len(before) == 4 and before.isdigit() and heads & lexicon.words("event"):
        return first - 1
    if _ORDINAL.fullmatch(before) and heads & lexicon.words("event", "organisation", "place"):
        return first - 1
    return first


def _extend(line: Line, first: int, last: int, casing: Casing) -> int:
    """Where the name ends if it goes on past `last`; `last` itself if it does not."""
    words, low = line.words, line.low
    if last >= len(words):
        return last
    word = words[last].text
    if words[last - 1].text in lexicon.words("hub"):
        return last
    if low[last] in POSSESSIVE:
        return _after_owner(line, first, last)
    if word == ",":
        if low[last + 1 : last + 2] and low[last + 1].rstrip(".") in JUNIOR:
            return last + 2
        return coordination.after_comma(line, first, last)
    if word in quoted.OPENING and words[last - 1].end < words[last].start:
        return quoted.nickname(line, first, last)
    if not line.near(last):
        return last
    if can_be_name(line, last):
        return last + 1 if joins(line, first, last, casing) else last
    if _belongs(line, first, last):
        return last + 1
    if last + 1 >= len(words) or not line.near(last + 1):
        return last
    if word == "&":
        return last + 2 if is_capital(words[last + 1].text) else last
    if low[last] in lexicon.words("particle") and word[0].islower():
        return _after_particles(line, last)
    if low[last] in _JOINERS:
        return _after_joiner(line, first, last)
    return _after_and(line, first, last) if low[last] == "and" else last


def _belongs(line: Line, first: int, last: int) -> bool:
    """A word without a capital, or a function word with one, that ends the name before it."""
    low, word = line.low, line.words[last].text
    if low[last] == "plc":
        return low[last - 1] not in FUNCTION
    if word == "I" or (word[0].isupper() and low[last] in _NUMBERS):
        return True
    if is_proper_function_word(line, last) and low[last] != "the":
        return True
    if low[last] in lexicon.words("way", "water", "hub"):
        return last - first < 3 and is_place_name(line, first, last)
    if word.isdigit():
        return len(word) < 5 and numbered(line, first, last)
    if line.headline or last + 1 >= len(low) or not line.near(last + 1):
        return False
    model = any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
    return model and (word[-1] == "s" or is_model(word))


def _after_owner(line: Line, first: int, last: int) -> int:
    """Past `Rights` in `Women's Rights`, `Mill` in `Perrin's Mill`: the possessive is inside."""
    words, low = line.words, line.low
    if last + 1 >= len(words) or not can_be_name(line, last + 1):
        return last
    owned = low[last - 1] + "'s" in lexicon.words("common_possessor") or owns(line, last)
    if not is_known(words[last - 1].text):
        owned = owned or low[last + 1] in lexicon.words("site")
    if low[first].rstrip(".") in ("st", "saint"):
        owned = owned or low[last + 1] in lexicon.words("organisation", "place")
    return last + 2 if owned else last


def _after_particles(line: Line, last: int) -> int:
    words, low = line.words, line.low
    end = last
    while end < len(words) and end - last < 3 and low[end] in lexicon.words("particle"):
        end += 1
    if end < len(words) and line.near(end) and can_be_name(line, end):
        if words[last - 1].text not in lexicon.countries().demonyms:
            return end + 1
    return last


def _after_joiner(line: Line, first: int, last: int) -> int:
    words, low = line.words, line.low
    end = last + 1
    law = low[last] == "of" and low[last - 1] in lexicon.words("dated_law")
    if law and _YEAR.fullmatch(low[end]):
        return end + 1
    if low[end] in ARTICLES and end + 1 < len(words):
        end += 1
    if not can_be_name(line, end):
        return last
    heads = lexicon.words(_HEADS_BEFORE.get(low[last], "head_and"))
    if last - first == 2 and low[first] in lexicon.given_names():
        # `Joan Hall of Leeds`
        if low[last - 1] in lexicon.surnames() and low[first] not in lexicon.common_words():
            return last
    around = {low[first], low[last - 1]}
    if around & heads or _goes_on(line, first, last):
        return end + 1
    # `United Farmers of Ontario`: people who band together under a place's name
    people = low[last - 1]
    band = last - first > 1 and people.endswith("s") and people in lexicon.common_words()
    office = people[:-1] in lexicon.titles().office
    return end + 1 if band and not office and is_known(words[end].text) else last


def _goes_on(line: Line, first: int, last: int) -> bool:
    """`Centre for the Study` of X: a common noun after a body's own joiner takes one more."""
    words, low = line.words, line.low
    common = lexicon.common_words()
    if low[last] != "of" or low[last - 1] not in common or is_known(words[last - 1].text):
        return False
    joiners = [k for k in range(first + 1, last - 1) if low[k] in ("for", "of", "on")]
    heads = lexicon.words("head_and", "head_on")
    return bool(joiners) and low[joiners[0] - 1] in heads


def _after_and(line: Line, first: int, last: int) -> int:
    words, low = line.words, line.low
    joined = coordination.spelt_out(line, first, last)
    if joined > last:
        return joined
    joined = coordination.after_and(line, first, last)
    if joined > last:
        return joined
    if low[last + 1] in lexicon.words("partner") and words[last + 1].text[0].isupper():
        return last + 2
    if not can_be_name(line, last + 1) or is_known(words[last + 1].text):
        return last
    heads = lexicon.words("head_and")
    if not any(low[k] in heads for k in range(first, last)):
        return last + 2 if coordination.binomial(line, last) else last
    inside = any(low[k] in _JOINERS for k in range(first, last))
    ends = last + 2 < len(words) and low[last + 2] in lexicon.words("organisation")
    common = low[last + 1] in lexicon.common_words() and low[last - 1] in lexicon.common_words()
    return last + 2 if common and (inside or ends) else last
