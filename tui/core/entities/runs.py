"""One name in a sentence: where it begins, and how far its words run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.core.entities import lexicon
from tui.core.entities.casing import FUNCTION, Casing, is_known, is_shouted, starts_phrase
from tui.core.entities.lines import Line, is_title, title_at
from tui.core.entities.words import Word, is_capital

_POSSESSIVE = ("'s", "’s", "'", "’", "'S", "’S")
_IN_NAMES = frozenset(
    "the first second third last next one two three four five six seven eight nine ten without "
    "beyond against all most over under between among into before after per".split()
)
_JOINERS = ("of", "for", "on", "against", "to", "in")


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


class Run(NamedTuple):
    """Words `first` up to but not including `last`."""

    first: int
    last: int


def find_run(text: str, line: Line, i: int, casing: Casing, after_honorific: bool) -> Run | None:
    """The name that begins at word `i`, if one does."""
    words, low, headline = line.words, line.low, line.headline
    first = i
    if low[i] in lexicon.words("lead_particle") and i + 1 < len(words):
        if not (_near(text, words, i + 1) and words[i + 1].text[0].isupper()):
            return None
        if words[i].text[0].islower() and not _name_word(words, low, i + 1):
            return None
    elif _proper_function_word(line, i) and _near(text, words, i + 1):
        found = title_at(line, i + 1)
        if found and is_title(line, i + 1, *found):
            return None
    elif not _begins(words, low, i, casing, headline, after_honorific):
        return None
    last = i + 1
    while True:
        after = _extend(text, line, first, last, casing)
        if after == last:
            break
        last = after
    if last - first == 1 and not _stands_alone(words, low, first, casing, after_honorific):
        return None
    return Run(_with_number(words, low, first, last), last)


def _with_number(words: list[Word], low: Sequence[str], first: int, last: int) -> int:
    """`2022 World Cup`, `65th Air Division`: the number belongs to the name."""
    if not first or last - first < 2:
        return first
    before = words[first - 1].text
    heads = {low[last - 1], low[first]}
    if len(before) == 4 and before.isdigit() and heads & lexicon.words("event"):
        return first - 1
    if _ORDINAL.fullmatch(before) and heads & (
        lexicon.words("event") | lexicon.words("organisation") | lexicon.words("place")
    ):
        return first - 1
    return first


def _near(text: str, words: list[Word], i: int) -> bool:
    """Only a space or one line break stands before word `i`."""
    gap = text[words[i - 1].end : words[i].start]
    return gap.isspace() and gap.count("\n") < 2


def _name_word(words: list[Word], low: Sequence[str], i: int) -> bool:
    """Capitalised, and neither a function word nor a month or day."""
    word = words[i].text
    if not is_capital(word):
        return False
    if low[i] in lexicon.words("name_month"):
        if i + 1 < len(words) and words[i + 1].text[0].isdigit():
            return False
        return i > 0 and low[i - 1] in lexicon.given_names()
    if low[i] in FUNCTION:
        return is_shouted(word)
    if low[i] in lexicon.words("month"):
        near = words[i + 1 : i + 2] + list(words[max(0, i - 1) : i])
        return not any(w.text.isdigit() for w in near)
    return low[i] not in lexicon.words("time")


def _proper_function_word(line: Line, i: int) -> bool:
    """`The`, `First`, `Without` with a capital inside a sentence, before another capital."""
    words, low = line.words, line.low
    if line.headline or low[i] not in FUNCTION or not words[i].text[0].isupper():
        return False
    if low[i] not in _IN_NAMES or starts_phrase(words, i) or i + 1 >= len(words):
        return False
    following = words[i + 1].text
    return (
        following[0].isupper()
        and low[i + 1] not in FUNCTION
        and (low[i + 1] not in lexicon.words("time"))
    )


def _begins(
    words: list[Word],
    low: Sequence[str],
    i: int,
    casing: Casing,
    headline: bool,
    after_honorific: bool,
) -> bool:
    word = words[i].text
    if not word[0].isalnum():
        return False
    if any(c.isdigit() for c in word):
        return _is_model(word) and low[i] not in lexicon.words("notname")
    if not _name_word(words, low, i):
        return False
    if after_honorific:
        return True
    if word == "O" or (len(word) == 1 and low[i] in ("i", "a")):
        return False
    if headline:
        return casing.is_name(word) and low[i] not in lexicon.words("notname")
    if not starts_phrase(words, i):
        return True
    if casing.is_name(word):
        return True
    return _opens_name(words, low, i, casing)


def _is_model(word: str) -> bool:
    """`A380`, `737-800`, `MI6`: letters in capitals with digits."""
    if not word[0].isupper():
        return False
    stem, hyphen, rest = word.partition("-")
    if hyphen and stem.isalpha() and rest.isdigit():
        return True
    return sum(c.isupper() for c in word) * 2 >= sum(c.isalpha() for c in word)


def _opens_name(words: list[Word], low: Sequence[str], i: int, casing: Casing) -> bool:
    """A common word that opens a sentence and a name: `National Bank`, `Will Smith`."""
    if i + 1 >= len(words):
        return False
    following = words[i + 1].text
    if following == "of" and low[i] in lexicon.words("head_of") and i + 2 < len(words):
        return words[i + 2].text[0].isupper() or low[i + 2] == "the"
    if following in _POSSESSIVE:
        return (
            low[i] + "'s" in lexicon.words("common_possessor")
            and i + 2 < len(words)
            and (is_capital(words[i + 2].text))
        )
    if not is_capital(following) or low[i + 1] in FUNCTION:
        return False
    if casing.starts[low[i], low[i + 1]]:
        return True
    if low[i] in lexicon.given_names() or low[i] in lexicon.words("placelead"):
        return True
    return (
        low[i + 1] in lexicon.words("organisation") or low[i + 1] in lexicon.words("place")
    ) and not casing.lower[low[i + 1]]


def _extend(text: str, line: Line, first: int, last: int, casing: Casing) -> int:
    """Where the name ends if it goes on past `last`; `last` itself if it does not."""
    words, low = line.words, line.low
    if last >= len(words):
        return last
    word = words[last].text
    if word in _POSSESSIVE:
        owned = low[last - 1] + "'s" in lexicon.words("common_possessor")
        if owned and last + 1 < len(words) and _name_word(words, low, last + 1):
            return last + 2
        return last
    if not _near(text, words, last):
        return last
    if _name_word(words, low, last):
        return last + 1 if _joins(line, last, casing) else last
    if word == "I" or (_proper_function_word(line, last) and low[last] != "the"):
        return last + 1
    if low[last] in lexicon.words("way") | lexicon.words("water") and last - first < 3:
        return last + 1 if _is_place_name(words, first, last) else last
    if last + 1 >= len(words) or not _near(text, words, last + 1):
        return last
    if word == "&":
        return last + 2 if is_capital(words[last + 1].text) else last
    if low[last] in lexicon.words("particle") and word[0].islower():
        return _after_particles(text, words, low, first, last)
    if low[last] in _JOINERS:
        return _after_joiner(words, low, first, last)
    if low[last] == "and":
        return _after_and(words, low, first, last)
    if word.isdigit() and len(word) < 5:
        return last + 1 if _numbered(line, first, last) else last
    if any(c.isdigit() for c in word) and any(c.isalpha() for c in word) and not line.headline:
        return last + 1 if word[-1] in "s" or _is_model(word) else last
    return last


def _numbered(line: Line, first: int, last: int) -> bool:
    """`Apollo 11`, `Vision 2030`: a number that ends a name and counts nothing."""
    words, low = line.words, line.low
    name = " ".join(w.text for w in words[first:last])
    if is_known(name) or is_known(words[last - 1].text) or line.headline:
        return False
    if low[last - 1] in lexicon.given_names() or low[last - 1] in lexicon.surnames():
        return False
    if last + 1 >= len(words):
        return True
    following = words[last + 1].text
    return following in ".,;:)'’\"”!?" or low[last + 1] in FUNCTION or following in _POSSESSIVE


def _joins(line: Line, last: int, casing: Casing) -> bool:
    """The capitalised word at `last` belongs to the name before it."""
    word, before = line.words[last].text, line.words[last - 1].text
    if word.isupper() and not before.isupper() and min(len(word), len(before)) > 4:
        return False
    given = lexicon.given_names()
    if line.low[last - 1] in lexicon.words("organisation") and last + 1 < len(line.words):
        following = line.words[last + 1].text
        plain = line.low[last] in lexicon.common_words() or line.low[last] not in given
        if not plain and is_capital(following) and not is_known(before):
            return False
    known = lexicon.countries().demonyms
    if before in known and line.low[last] in given:
        return line.low[last] in lexicon.common_words()
    if line.headline and not casing.is_name(line.words[last].text):
        low = line.low[last]
        return low in lexicon.words("organisation") and low in casing.upper
    found = title_at(line, last)
    return not (found and is_title(line, last, *found))


def _is_place_name(words: list[Word], first: int, last: int) -> bool:
    """What stands before `road` names it, rather than its country or people."""
    known = lexicon.countries()
    name = " ".join(w.text for w in words[first:last])
    return name not in known.names and name not in known.demonyms


def _after_particles(
    text: str, words: list[Word], low: Sequence[str], first: int, last: int
) -> int:
    end = last
    while end < len(words) and end - last < 3 and low[end] in lexicon.words("particle"):
        end += 1
    if end < len(words) and _near(text, words, end) and _name_word(words, low, end):
        known = lexicon.countries()
        if words[last - 1].text not in known.demonyms:
            return end + 1
    return last


def _after_joiner(words: list[Word], low: Sequence[str], first: int, last: int) -> int:
    end = last + 1
    if low[end] in ("the", "an", "a") and end + 1 < len(words):
        end += 1
    if not _name_word(words, low, end):
        return last
    heads = lexicon.words("head_of" if low[last] == "of" else "head_and")
    if low[last] in ("to", "in", "on"):
        return last
    around = {low[first], low[last - 1]}
    return end + 1 if around & heads else last


def _after_and(words: list[Word], low: Sequence[str], first: int, last: int) -> int:
    if not _name_word(words, low, last + 1) or is_known(words[last + 1].text):
        return last
    heads = lexicon.words("head_and")
    if not any(low[k] in heads for k in range(first, last)):
        return last + 2 if _binomial(words, low, last) else last
    inside = any(low[k] in _JOINERS for k in range(first, last))
    ends = last + 2 < len(words) and low[last + 2] in lexicon.words("organisation")
    common = low[last + 1] in lexicon.common_words() and low[last - 1] in lexicon.common_words()
    return last + 2 if common and (inside or ends) else last


def _binomial(words: list[Word], low: Sequence[str], last: int) -> bool:
    """`Food and Drug Administration`: common words that share one head after `and`."""
    common, heads = lexicon.common_words(), lexicon.words("organisation")
    if low[last - 1] in heads or low[last + 1] in heads:
        return False
    if low[last - 1] not in common or low[last + 1] not in common:
        return False
    for k in range(last + 2, min(last + 5, len(words))):
        if not is_capital(words[k].text) or low[k] not in common:
            return False
        if low[k] in heads:
            return True
    return False


def _stands_alone(
    words: list[Word], low: Sequence[str], i: int, casing: Casing, after_honorific: bool
) -> bool:
    """A single word is a name by itself."""
    word = words[i].text
    if after_honorific or word in lexicon.countries().demonyms:
        return True
    if low[i] in lexicon.words("notname") or low[i] in lexicon.words("saying"):
        return is_shouted(word) and low[i] != "it"
    if word[-1] == "s" and word[:-1].isupper() and len(word) > 2:
        return False
    if len(word.rstrip(".")) < 2 and not word[0].isdigit():
        return False
    if word.isupper() and len(word) > 1 and "." not in word:
        return casing.lower[low[i]] <= casing.upper[low[i]] or low[i] == "us"
    if low[i] in lexicon.common_words() and not is_known(word):
        return casing.upper[low[i]] > casing.lower[low[i]]
    return True
