"""Whether the word after a name belongs to it: a head, a surname, a number, an owner's house."""

from __future__ import annotations

from tui.core.entities import lexicon
from tui.core.entities.casing import Casing, is_common, is_known
from tui.core.entities.grammar import FUNCTION, POSSESSIVE
from tui.core.entities.lines import Line
from tui.core.entities.starts import begins_person, stands_for_role
from tui.core.entities.titles import find_title
from tui.core.entities.words import is_capital

_SMALL = ("and", "of", "for", "the", "&")
_HEADS = ("organisation", "place", "event", "legal", "way", "water", "people", "formal")


def owns(line: Line, mark: int) -> bool:
    """`Prosecutor's Office`, `Ratepayers' Association`: whose body or event it is."""
    low, owner, after = line.low, line.low[mark - 1], mark + 1
    if after >= len(low):
        return False
    band = line.words[mark].text in ("'", "’") and owner.endswith("s") and is_capital(owner.title())
    if not (is_common(owner) or band) or is_known(line.words[mark - 1].text):
        return False
    # `Workers' Union`, though works and workers name bodies themselves
    kind = owner in lexicon.words("organisation") and not band
    if kind or owner in lexicon.words("time"):
        return False
    heads = lexicon.words("organisation", "event")
    return is_capital(line.words[after].text) and low[after] in heads


def joins(line: Line, first: int, last: int, casing: Casing) -> bool:
    """The capitalised word at `last` belongs to the name before it."""
    word, before = line.words[last].text, line.words[last - 1].text
    given = lexicon.given_names()
    if word.isupper() and not before.isupper() and min(len(word), len(before)) > 4:
        # some texts shout surnames: `Ada MOREAU`
        return not line.headline and last - first == 1 and _shouted_surname(line, last)
    if line.low[last - 1] in lexicon.words("organisation") and last + 1 < len(line.words):
        following = line.words[last + 1].text
        plain = line.low[last] in lexicon.common_words() or line.low[last] not in given
        if not plain and is_capital(following) and not is_known(before):
            return False
    if stands_for_role(line, last - 1):
        return False
    if before in lexicon.countries().names and begins_person(line, last):
        return before.lower() in given
    if before in lexicon.countries().demonyms:
        opens = first == last - 1
        if line.low[last] in given and line.low[last] not in lexicon.common_words():
            return False
        if opens and not _shares_head(line, last):
            return False
    if f"{before} {line.words[last].text}".title() in lexicon.countries().capitals:
        return True
    if line.headline and not casing.is_name(line.words[last].text):
        low = line.low[last]
        return low in lexicon.words("organisation") and low in casing.upper
    return find_title(line, last) is None


def _shouted_surname(line: Line, i: int) -> bool:
    known = lexicon.given_names()
    return line.low[i] not in lexicon.common_words() and (
        line.low[i - 1] in known or line.low[i] in lexicon.surnames()
    )


def before_person(line: Line, first: int, last: int, casing: Casing) -> int:
    """Where a run ends before a person: at `Ada` in `president of the Republic Ada Moreau`."""
    common, given = lexicon.common_words(), lexicon.given_names()
    for k in range(first + 1, last):
        if line.low[k - 1] in common and line.low[k - 1] not in given and begins_person(line, k):
            return k
    return _before_known(line, first, last, casing)


def _before_known(line: Line, first: int, last: int, casing: Casing) -> int:
    """At `Vero` in `Republic of Sand Vero Lant`, where `Vero Lant` is named elsewhere."""
    low, k = line.low, last - 2
    if k - 2 <= first or low[first] not in lexicon.words("formal") or low[k - 2] != "of":
        return last
    pair, seam = casing.starts[low[k], low[k + 1]], casing.starts[low[k - 1], low[k]]
    return k if pair > seam and not is_common(low[k]) else last


def _shares_head(line: Line, i: int) -> bool:
    """What follows a people's name makes one name with it: `Kenyan Navy`, not `Kenyan Ada Osei`."""
    words, low = line.words, line.low
    common = lexicon.common_words()
    k = i
    while k < len(words) and k < i + 7 and (is_capital(words[k].text) or low[k] in _SMALL):
        if low[k] in lexicon.words(*_HEADS) or low[k][:-1] in common:
            return True
        k += 1
    plain = low[i] in common and low[i] not in lexicon.given_names()
    return plain or is_known(words[i].text)


def is_place_name(line: Line, first: int, last: int) -> bool:
    """What stands before `road` names it, rather than its country or people."""
    return lexicon.countries().country(" ".join(w.text for w in line.words[first:last])) is None


def numbered(line: Line, first: int, last: int) -> bool:
    """`Apollo 11`, `Vision 2030`: a number that ends a name and counts nothing."""
    words, low = line.words, line.low
    name = " ".join(w.text for w in words[first:last])
    article = first > 0 and low[first - 1] in ("the", "a", "an", "new")
    if first and low[first - 1] in ("flight", "flights"):
        return words[last - 1].text.isupper()
    place = name in lexicon.places()
    if place or line.headline or (is_known(words[last - 1].text) and not article):
        return False
    known = low[last - 1] in lexicon.given_names() or low[last - 1] in lexicon.surnames()
    if known and not article:
        return False
    short = len(words[last].text) < 3 and words[last - 1].text.isupper() and len(low[last - 1]) > 2
    if last + 1 >= len(words) or short:
        return True
    following = words[last + 1].text
    if low[last + 1] in ("per", "percent", "times", "points"):
        return False
    if following in ".,;:)'’\"”!?" or low[last + 1] in FUNCTION or low[last + 1] in POSSESSIVE:
        return True
    # `the Brisa 320 flew`: nothing is counted
    if article and line.tag(last + 1) and line.tag(last + 1) not in ("NNS", "CD", "JJ"):
        return True
    return (
        bool(line.tag(last + 1))
        and line.tag(last + 1)[0] in "VMRI"
        and low[first] not in (lexicon.common_words())
    )
