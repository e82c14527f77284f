"""Whether a line at the head of a text is its title."""

from __future__ import annotations

import re

from tui.core.language.header_dates import only_date

UNDERLINE = re.compile(r"[ \t]*(?:={3,}|-{3,}|~{3,}|\*{3,})[ \t]*$")
BYLINE = re.compile(
    r"(?:By|BY)[ :]\s*[A-Z][\w.'’-]*(?:\s+(?:and|AND|&|de|van|von|der|bin|al|[A-Z][\w.'’-]*))*"
    r"(?:\s*(?:,|\||•|-|—|–|/)\s*[A-Z][^.!?\n]{0,60})?$"
)
_OPEN_END = frozenset(
    "a an and the of to in on at by for from with as or but that which who is was are were be"
    " has had have his her their its this these those into than".split()
)
_GREETING = re.compile(r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))\b", re.I)
_TWO_SENTENCES = re.compile(r"[a-z]{2,}[.!?][\"”’]? [A-Z]")
_FINAL = ".:;,!…"


def is_title(text: str, lines: list[tuple[int, int]], k: int) -> bool:
    """Whether a line looks like a headline: short, unpunctuated, and prose comes after it."""
    start, stop = lines[k]
    line = text[start:stop]
    words = line.split()
    if k + 1 >= len(lines) or not 2 <= len(words) <= 22 or len(line) > 140:
        return False
    if not (line[0].isupper() or line[0] in "\"“‘'«" or line[0].isdigit()):
        return False
    if (
        _GREETING.match(line)
        or _TWO_SENTENCES.search(line)
        or re.match(r"\(?[0-9a-z]{1,2}[.)] ", line)
    ):
        return False
    if words[-1].lower().strip("\"”’'") in _OPEN_END or "|" in line[:1] or line.count("\t"):
        return False
    next_start, next_stop = lines[k + 1]
    gap = text[stop:next_start].count("\n") > 1
    following = text[next_start:next_stop]
    if line[-1] in _FINAL:
        return line[-1] in ".!" and gap and _is_title_case(words)
    if UNDERLINE.match(following) or BYLINE.match(following):
        return True
    if len(following) < 100 and only_date(text, next_start, next_stop):
        return True
    if not (following[0].isupper() or not following[0].isalpha()):
        return False
    if gap:
        return (any(c.islower() for c in following) and len(following) > 40) or len(lines) > k + 2
    # Without a blank line this may be verse or wrapped prose: what follows must be a paragraph.
    if line[-1] == "?":
        return False
    if len(words) < 3:
        # The name of what the text is about, which then begins with it.
        opening = following[:100].split()
        return len(following) > 100 and all(w in opening for w in words)
    return len(following) > 100 or (following[-1] in '.!?”"’' and len(following) > 30)


def _is_title_case(words: list[str]) -> bool:
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)
