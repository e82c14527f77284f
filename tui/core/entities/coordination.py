"""Names that hold `and` or a comma: `Bosnia and Herzegovina`, `Aster, Lind and Norra Railway`."""

from __future__ import annotations

from tui.core.entities import forms, lexicon
from tui.core.entities.casing import is_known
from tui.core.entities.grammar import FUNCTION
from tui.core.entities.lines import Line
from tui.core.entities.words import is_capital

_AND = ("and", "&")
_SPELT = 8
"""Words looked ahead at most for the bracket with a name's letters."""
_MEMBERS = 8
"""Words looked ahead at most for the end of a list."""


def spelt_out(line: Line, first: int, last: int) -> int:
    """Past `Norra and District Farmers' Union` before `(NDFU)`, whose letters say where it ends.

    `last` where no bracket with the letters of the words from `first` on follows.
    """
    words = line.words
    stop = min(len(words) - 2, last + _SPELT)
    k = next((k for k in range(last + 1, stop) if words[k].text == "("), 0)
    if not k or words[k + 2].text != ")" or not forms.is_acronym(words[k + 1].text):
        return last
    text = line.text[words[first].start : words[k - 1].end]
    return k if forms.fold(words[k + 1].text).upper() in forms.initials(text) else last


def after_and(line: Line, first: int, last: int) -> int:
    """Where a name goes on to over the `and` at `last`; `last` where it ends before it."""
    end = _region(line, first, last)
    return end if end > last else _shared_head(line, first, last)


def after_comma(line: Line, first: int, last: int) -> int:
    """The same for the comma at `last`."""
    end = _campus(line, first, last)
    if end == last and _takes_fields(line, first, last):
        end = _list(line, last, common=True)
    return end if end > last else _shared_head(line, first, last)


def _region(line: Line, first: int, last: int) -> int:
    """`Bosnia and Herzegovina`: a country or region whose name holds `and`."""
    words = line.words
    left = words[last - 1].text
    for end in (last + 2, last + 3):
        if end > len(words):
            break
        name = f"{left} and {' '.join(w.text for w in words[last + 1 : end])}"
        if name in lexicon.countries().names or name in lexicon.words("region_and"):
            return end
    return last


def _campus(line: Line, first: int, last: int) -> int:
    """`University of California, Berkeley`: the state does not tell which university."""
    words, low = line.words, line.low
    if low[first] != "university" or low[first + 1 : first + 2] != ["of"]:
        return last
    state = " ".join(w.text for w in words[first + 2 : last])
    if state not in lexicon.words("state"):
        return last
    end = last + 1
    while end < len(words) and is_capital(words[end].text) and end < last + 4:
        end += 1
    city = " ".join(w.text for w in words[last + 1 : end])
    return end if city and city in lexicon.cities() and city not in lexicon.words("state") else last


def _takes_fields(line: Line, first: int, last: int) -> bool:
    """A body whose `of` or `for` takes a list: `Ministry of Trade, Energy and Transport`."""
    low, bodies = line.low, lexicon.words("field_body")
    return any(low[k] in bodies and low[k + 1] in ("of", "for") for k in range(first, last - 1))


def _list(line: Line, last: int, *, common: bool) -> int:
    """The end of a list of capitalised words whose last member follows `and`."""
    words, low = line.words, line.low
    end, joined, member = last, False, 0
    while end < len(words) and end - last < _MEMBERS:
        mark = words[end].text == "," or low[end] in _AND
        if mark or not is_capital(words[end].text) or low[end] in FUNCTION:
            if common and member and low[end - 1] not in lexicon.common_words():
                return last
            if not mark or joined or (not member and low[end] != "and" and end > last):
                break
            if low[end] in _AND and end == last + 1:
                break
            joined, member = low[end] in _AND, 0
        elif common and is_known(words[end].text):
            return last
        else:
            member += 1
        end += 1
    return end if joined and member else last


def _shared_head(line: Line, first: int, last: int) -> int:
    """`Aster, Lind and Norra Railway`, `Lind and Norra Company`: places or owners of one body."""
    low = line.low
    if last - first > 2 or low[last - 1] in lexicon.words("organisation"):
        return last
    end = _list(line, last, common=False)
    if end == last:
        return last
    if low[end - 1] in lexicon.words("line_body"):
        return end
    firm = low[end - 1] in lexicon.words("joint_firm")
    return end if firm and end == last + 3 and last - first == 1 else last


def binomial(line: Line, last: int) -> bool:
    """`Food and Drug Administration`: words that share one head after `and`.

    The first may name a field of study, which few lists of common words hold in full.
    """
    words, low = line.words, line.low
    common, heads = lexicon.common_words(), lexicon.words("organisation")
    if low[last - 1] in heads or low[last + 1] in heads:
        return False
    learned = low[last - 1].endswith("ics")
    if low[last + 1] not in common or not (low[last - 1] in common or learned):
        return False
    for k in range(last + 2, min(last + 5, len(words))):
        if not is_capital(words[k].text) or low[k] not in common:
            return False
        if low[k] in heads:
            return True
    return False
