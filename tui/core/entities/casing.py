"""Which words are names by their capitals: evidence from the whole set of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.core.entities import lexicon
from tui.core.entities.grammar import FUNCTION
from tui.core.entities.lines import Line
from tui.core.entities.words import Word, is_capital

_OPENERS = frozenset("\"“«‹‘„:—–-•*|·►●▪'>#…?!.")
_TITLE_CASE = 0.7


@dataclass(frozen=True, slots=True)
class Casing:
    """How often a word was seen in lower case, and with a capital inside a sentence."""

    lower: Counter[str]
    upper: Counter[str]
    starts: Counter[tuple[str, str]]
    """Pairs of capitalised neighbours inside sentences."""
    alone: Counter[str]
    """How often it had a capital inside a sentence between words without."""

    def is_name(self, word: str) -> bool:
        """A capital here would mean a name, whatever its place in the sentence."""
        low = word.lower()
        seen_up, seen_low = self.upper[low], self.lower[low]
        if low in FUNCTION:
            return is_shouted(word)
        if seen_up > seen_low:
            return True
        if seen_low:
            return False
        return is_known(word) or not is_common(low)


def is_common(low: str) -> bool:
    """An English word, or one made of them: `dockworkers`, `redesignated`, `nationally`."""
    common = lexicon.common_words()
    if low in common:
        return True
    if low in lexicon.surnames() or low in lexicon.given_names():
        return False
    if low.startswith(("re", "un")) and low[2:] in common:
        return True
    if len(low) > 6 and low.endswith("ly"):
        return low[:-2] in common or low[:-4] in common
    if not low.endswith("s"):
        return False
    stem = low[:-1]
    return stem in common or any(
        stem[:k] in common and stem[k:] in common for k in range(3, len(stem) - 3)
    )


def is_shouted(word: str) -> bool:
    """`US`, `WHO`: an acronym that spells a function word."""
    return word in ("US", "WHO", "UN", "UP", "IT")


def is_known(word: str) -> bool:
    """A country, people, city or given name that is no common word."""
    title = word if not word.isupper() or len(word) < 4 else word.capitalize()
    known = lexicon.countries()
    if known.country(title) or title in known.capitals:
        return True
    low = word.lower()
    if low in lexicon.common_words():
        return False
    return low in lexicon.given_names() or title in lexicon.cities()


def starts_phrase(words: Sequence[Word], i: int) -> bool:
    """The word opens a sentence, quotation or clause, so that its capital says little."""
    while i and words[i - 1].text in ("'", '"', "“", "‘", "’", "*", "_"):
        i -= 1
    if not i:
        return True
    before = words[i - 1].text
    if before == "O":
        return True
    if before in ("(", "["):
        return i < 2 or words[i - 2].text in (".", "!", "?", ":")
    return before in _OPENERS or (i == 1 and not before[0].isalpha())


def is_title_case(words: Sequence[Word]) -> bool:
    """A headline: nearly every longer word has a capital."""
    longer = [w.text for w in words if w.text[0].isalpha() and len(w.text) > 3]
    if len(longer) < 3:
        return bool(longer) and len(words) > 2 and all(w.isupper() for w in longer)
    if words[-1].text in (".", "?", "!", "…") or words[-1].text in "\"”»’'":
        shouted = all(w.isupper() for w in longer)
        asked = words[-1].text in ("?", "!")
        return shouted or (asked and len(longer) > 3 and all(is_capital(w) for w in longer))
    plain = sum(not is_capital(w) for w in longer)
    lows = sum(w.text[0].islower() and len(w.text) > 1 for w in words)
    return plain <= len(longer) * (1 - _TITLE_CASE) and lows <= len(words) * 0.4


def gather(lines: Iterable[Line]) -> Casing:
    """Count cases over lines; the capitals of headlines say nothing."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    for line in lines:
        if line.headline:
            continue
        words = line.words
        previous = ""
        for i, word in enumerate(words):
            text = word.text
            first = text[0]
            if text.islower() or (first.islower() and not is_capital(text)):
                lower[text] += 1
                previous = ""
            elif first.isupper():
                if not starts_phrase(words, i):
                    low = text.lower()
                    upper[low] += 1
                    after = words[i + 1].text if i + 1 < len(words) else "."
                    alone[low] += not previous and not is_capital(after)
                    if previous:
                        pairs[previous, low] += 1
                    previous = low
                else:
                    previous = ""
            else:
                previous = ""
    return Casing(lower, upper, pairs, alone)
