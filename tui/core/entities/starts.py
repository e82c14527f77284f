"""Where a name can begin, and when one word is a name by itself."""

from __future__ import annotations

import re

from tui.core.entities import lexicon
from tui.core.entities.casing import (
    Casing,
    is_common,
    is_known,
    is_shouted,
    starts_phrase,
)
from tui.core.entities.grammar import ADJECTIVES, FUNCTION, POSSESSIVE, PROPER
from tui.core.entities.lines import Line
from tui.core.entities.words import is_capital

_NO_NAMES = frozenset(
    "JJ JJR JJS RB RBR RBS VB VBD VBG VBN VBP VBZ UH PRP PRP$ IN MD RP NN NNS".split()
)
"""Tags of a capitalised word that is no name by itself, nor opens one."""
_OFTEN = 2
"""A common word with another tag needs this many more capitals than small letters to be a name."""
_DOUBLE = re.compile(r"-[A-ZÀ-Þ]")
_WHEN = frozenset("in of since by last this next early mid late until till from to on and".split())
_TAILS = frozenset("ll ve d re m t s".split())
_IN_NAMES = frozenset(
    "the first second third last next one two three four five six seven eight nine ten without "
    "beyond against all most over under between among into before after per".split()
)


def can_be_name(line: Line, i: int) -> bool:
    """Capitalised, and neither a function word nor a month or day."""
    words, low = line.words, line.low
    word = words[i].text
    if not is_capital(word):
        return False
    if low[i] in lexicon.words("name_month"):
        if i + 1 < len(words) and words[i + 1].text[0].isdigit():
            return False
        if i > 0 and low[i - 1] in lexicon.given_names() and is_capital(words[i - 1].text):
            return True
        return _is_given(line, i)
    if _is_contraction(low[i]):
        return False
    if low[i] in FUNCTION:
        return is_shouted(word)
    if low[i] in lexicon.words("month"):
        near = words[i + 1 : i + 2] + list(words[max(0, i - 1) : i])
        return not any(w.text.isdigit() for w in near)
    return low[i] not in lexicon.words("time")


def _is_given(line: Line, i: int) -> bool:
    """`April Osei` that no preposition of time stands before."""
    words, low = line.words, line.low
    if low[i] not in lexicon.given_names() or i + 1 >= len(words):
        return False
    following = words[i + 1].text
    if not following.istitle() or low[i + 1] in lexicon.common_words() or is_known(following):
        return False
    return not i or low[i - 1] not in _WHEN


def _is_contraction(low: str) -> bool:
    """`he'll`, `we’ve`: a function word and what it has swallowed."""
    stem, mark, tail = low.replace("’", "'").partition("'")
    return bool(mark) and tail in _TAILS and stem in FUNCTION


def is_proper_function_word(line: Line, i: int) -> bool:
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


def begins_name(line: Line, i: int, casing: Casing, *, after_title: bool) -> bool:
    """A name may begin at word `i`; `after_title`: a title speaks for it."""
    words, low = line.words, line.low
    word = words[i].text
    if not word[0].isalnum():
        return False
    if any(c.isdigit() for c in word):
        return is_model(word) and low[i] not in lexicon.words("notname")
    if not can_be_name(line, i):
        return False
    if after_title:
        return True
    if word == "O" or (len(word) == 1 and low[i] in ("i", "a")):
        return False
    if line.headline:
        return casing.is_name(word) and low[i] not in lexicon.words("notname")
    if not starts_phrase(words, i):
        return True
    if _is_label(line, i, casing):
        return False
    if low[i] in lexicon.words("notname") and not casing.upper[low[i]] and word[1:].islower():
        return False
    if _names_others(line, i, casing) or stands_for_role(line, i):
        return False
    if casing.is_name(word):
        sure = casing.upper[low[i]] or is_known(word) or _DOUBLE.search(word)
        longer = i + 1 < len(words) and is_capital(words[i + 1].text) and not is_common(low[i])
        if sure or longer or line.tag(i) not in _NO_NAMES:
            return True
    return _opens_name(line, i, casing)


def stands_for_role(line: Line, i: int) -> bool:
    """`Translator` in `Translator Ada Moreau`: what the person does."""
    low = line.low
    if low[i] not in lexicon.role_nouns() or i + 1 >= len(low):
        return False
    given = lexicon.given_names()
    if low[i] in given or low[i] in lexicon.surnames():
        return False
    if begins_person(line, i + 1):
        return True
    words = line.words
    unknown = is_capital(words[i + 1].text) and not is_common(low[i + 1])
    longer = i + 2 < len(words) and is_capital(words[i + 2].text) and not is_common(low[i + 2])
    return unknown and longer and not is_known(words[i + 1].text)


def begins_person(line: Line, i: int) -> bool:
    """A given name that is nothing else, and one more capital."""
    low, words = line.low, line.words
    if low[i] not in lexicon.given_names() or low[i] in lexicon.common_words():
        return False
    if is_known(words[i].text) and words[i].text in lexicon.cities():
        return False
    return i + 1 < len(words) and is_capital(words[i + 1].text)


def _names_others(line: Line, i: int, casing: Casing) -> bool:
    """`Dockworkers` at a sentence's start, a capital only within `Tema Dockworkers Union`."""
    low = line.low[i]
    if casing.alone[low] or not is_common(low) or is_known(line.words[i].text):
        return False
    longer = i + 1 < len(line.words) and is_capital(line.words[i + 1].text)
    # `Ministry of Trade`
    heads = line.low[i + 1 : i + 2] == ["of"] and low in lexicon.words("head_of")
    return not longer and not heads and line.words[i].text[1:].islower()


def _is_label(line: Line, i: int, casing: Casing) -> bool:
    """`Listing 2: ...`: a word that numbers the lines it opens, and is no name elsewhere."""
    words = line.words
    if i or len(words) < 3 or not words[1].text[0].isdigit() or casing.upper[line.low[0]]:
        return False
    return any(w.text == ":" for w in words[2:5])


def is_model(word: str) -> bool:
    """`A380`, `737-800`, `MI6`: letters in capitals with digits."""
    if not word[0].isupper():
        return False
    stem, hyphen, rest = word.partition("-")
    if hyphen and stem.isalpha() and rest.isdigit():
        return True
    return sum(c.isupper() for c in word) * 2 >= sum(c.isalpha() for c in word)


def _opens_name(line: Line, i: int, casing: Casing) -> bool:
    """A common word that opens a sentence and a name: `National Bank`, `Will Smith`."""
    words, low = line.words, line.low
    if i + 1 >= len(words):
        return False
    following = words[i + 1].text
    if following == "of" and low[i] in lexicon.words("head_of") and i + 2 < len(words):
        return words[i + 2].text[0].isupper() or low[i + 2] == "the"
    if low[i + 1] in POSSESSIVE:
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
    if low[i] in lexicon.words("notname", "saying"):
        return False
    if line.tag(i) in PROPER and not is_known(words[i + 1].text) and not _places(low[i]):
        return True
    head = low[i + 1] in lexicon.words("organisation", "place")
    return head and not casing.lower[low[i + 1]]


def _places(low: str) -> bool:
    """An adverb or adjective that sets a scene: `Later`, `Finally`, `Former`."""
    return low in lexicon.words("scene") or (low.endswith("ly") and low in lexicon.common_words())


def introduces_itself(line: Line, i: int) -> bool:
    """`I, Ada, ...`, `I, Cooper the miller, ...`: whoever writes gives the name."""
    if i < 2 or line.low[i - 2 : i] != ["i", ","] or not line.words[i].text.istitle():
        return False
    return line.low[i] not in FUNCTION and starts_phrase(line.words, i - 2)


def stands_alone(line: Line, i: int, casing: Casing, *, after_title: bool) -> bool:
    """Word `i` is a name by itself."""
    words, low = line.words, line.low
    word = words[i].text
    if after_title or word in lexicon.countries().demonyms:
        return True
    if low[i] in lexicon.words("notname", "saying"):
        return is_shouted(word) and low[i] != "it"
    if word[-1] == "s" and word[:-1].isupper() and len(word) > 2:
        return False
    if len(word.rstrip(".")) < 2 and not word[0].isdigit():
        return False
    if word.isupper() and len(word) > 1 and "." not in word:
        return casing.lower[low[i]] <= casing.upper[low[i]] or low[i] == "us"
    if low[i] in lexicon.common_words() and not is_known(word):
        seen = casing.upper[low[i]] - casing.lower[low[i]]
        if word in lexicon.words("people"):
            return seen > 0
        tag = line.tag(i)
        return tag not in ADJECTIVES and seen > (_OFTEN if tag in _NO_NAMES else 0)
    return True
