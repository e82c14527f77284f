"""Bodies that stand at the head of a document or in its byline, where capitals say little."""

from __future__ import annotations

from tui.core.entities import lexicon
from tui.core.entities.casing import is_known
from tui.core.entities.grammar import POSSESSIVE
from tui.core.entities.lines import Line
from tui.core.entities.starts import can_be_name
from tui.core.entities.words import is_capital
from tui.core.language.morphology import analyse

_LONGEST = 9
"""Words of such a name at most."""
_AGENCY, _PERSON = 4, 3
"""Words of an agency's and of an author's name at most."""
_AFTER = frozenset((",", "(", "the", "by", "from"))
"""What may stand before it in a line."""
_ENDS = frozenset((",", "(", ":", ";", "/", "|", "-", "–", "—", "."))
_JOINING = frozenset(("of", "for", "and", "&", "the"))
_USUAL = 2
"""The level from which `analyse` holds a reading for usual."""


def body_end(line: Line, i: int) -> int:
    """Past the body that opens a headline, or stands in it after a comma or `the`; `i` for none.

    `HARBOUR POLICE OF NORRA`, `Norra Tenants' League, 3 May`: a name whose head is a kind of
    body, and where no word can be a verb that tells what the body does.
    """
    words, low = line.words, line.low
    if not line.headline or (i and low[i - 1] not in _AFTER) or low[i] == "the":
        return i
    end = i
    while end < len(words) and end - i < _LONGEST and _is_part(line, i, end):
        end += 1
    while end > i and low[end - 1] in _JOINING:
        end -= 1
    if end - i < 2 or not _is_over(line, end):
        return i
    head = next((k for k in range(i + 1, end) if low[k] in ("of", "for")), end) - 1
    kinds = ("head_of",) if head < end - 1 else ("legal",)
    if low[head] not in lexicon.words("organisation", "public_body", *kinds):
        return i
    if head < end - 1 and low[head] not in lexicon.words("organisation", "public_body"):
        return i
    told = any(_tells(line, k) for k in range(i, end) if k != head)
    return i if told else end


def agency_end(line: Line, i: int) -> int:
    """Past the agency of a dateline: `NORRA (Northern Wire) -`; `i` for none."""
    words = line.words
    if line.sentence >= 0 or not line.headline or not i or words[i - 1].text != "(":
        return i
    end = i
    while end < len(words) and end - i < _AGENCY and is_capital(words[end].text):
        end += 1
    closed = end < len(words) and words[end].text == ")"
    return end if closed and end > i + 1 and line.low[i] not in lexicon.words("notname") else i


def author_end(line: Line, i: int) -> int:
    """Past a given name and what follows it to the next comma: `Analyst: Ada Lind, 8 May`."""
    words, low = line.words, line.low
    if not line.headline or i < 1 or (low[i - 1] == "by" and line.sentence >= 0):
        return i
    role = i > 1 and low[i - 1] == ":" and low[i - 2] in lexicon.role_nouns()
    if low[i - 1] != "by" and not role:
        return i
    if low[i] not in lexicon.given_names() or not words[i].text[0].isupper():
        return i
    end = i + 1
    while end < len(words) and end - i < _PERSON and words[end].text[0].isupper():
        end += 1
    stops = end == len(words) or words[end].text in (",", "(", "|")
    return end if stops and end > i + 1 and not is_known(words[end - 1].text) else i


def _is_part(line: Line, first: int, k: int) -> bool:
    """A capitalised or joining word on the line of the first, or a possessive ending."""
    word = line.words[k].text
    if k > first and "\n" in line.text[line.words[k - 1].end : line.words[k].start]:
        return False
    if line.low[k] in POSSESSIVE or line.low[k] in _JOINING:
        return k > first
    return (
        can_be_name(line, k) and word[0].isalpha() and line.low[k] not in lexicon.words("notname")
    )


def _is_over(line: Line, end: int) -> bool:
    """The line, or its part, ends there."""
    if end >= len(line.words) or line.words[end].text in _ENDS:
        return True
    return "\n" in line.text[line.words[end - 1].end : line.words[end].start]


def _tells(line: Line, k: int) -> bool:
    """Word `k` may say what somebody does: `Faces` in `Mayor Faces Court`."""
    low = line.low
    if low[k] in _JOINING or low[k] in POSSESSIVE or is_known(line.words[k].text):
        return False
    owner = k + 1 < len(low) and low[k + 1] in POSSESSIVE
    kinds = {kind: level for kind, _, level in reversed(analyse(low[k]))}
    if owner:
        return False
    past = max(kinds.get("P", 0), kinds.get("E", 0))
    if kinds.get("Z", 0) >= _USUAL or past >= max(_USUAL, kinds.get("A", 0) + 1):
        return True
    many = k > 0 and low[k - 1].endswith("s") and low[k - 1] not in POSSESSIVE
    return many and kinds.get("V", 0) >= _USUAL
