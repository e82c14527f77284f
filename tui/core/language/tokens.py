"""Cutting text into words, clitics and punctuation, the way the Penn Treebank does."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

# A word character: letters, digits, marks that combine with them, and the invisible
# characters that may stand inside a word (soft hyphen, joiners).
_W = r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]"
_APOSTROPHE = "['’]"
_CLITIC = r"(?i:s|m|d|ll|re|ve)"

_NEGATED = (
    "ai|are|ca|could|dare|did|does|do|had|has|have|is|may|might|must|need|ought|sha|should|"
    "was|were|wo|would"
)

_ABBREVIATIONS = (
    "Adm|Amb|Apr|Assn|Assoc|Aug|Ave|Blvd|Brig|Bros|Capt|Cmdr|Cdr|Co|Col|Corp|Cpl|Cpt|Dec|Dept|"
    "Det|Dr|Esq|Feb|Fri|Ft|Gen|Gov|Hon|Inc|Insp|Jan|Jr|Lt|Ltd|Maj|Messrs|Mlle|Mme|Mon|Mr|Mrs|"
    "Ms|Mt|Mtn|Nov|Oct|Pfc|Pres|Prof|Pvt|Rep|Reps|Rev|Sen|Sens|Sep|Sept|Sgt|Sr|St|Ste|Supt|"
    "Thu|Thur|Thurs|Tue|Tues|Univ|Wed|al|approx|cf|est|etc|viz|vs|v"
)
# These are words too, so the full stop belongs to them only where a number follows.
_BEFORE_NUMBER = (
    "Art|Arts|Ch|Fig|Figs|Jul|Jun|Mar|No|Nos|Sat|Sec|Sun|Vol|art|arts|ca|c|ch|fig|figs|no|nos|"
    "pp|p|para|paras|sec|vol"
)
_DOMAINS = "com|org|net|gov|edu|mil|int|info|biz|io|eu|uk|de|fr|ru|us|ca|au|nz|jp|cn|in|br|nl|ch|tv"

_WORD = (
    rf"{_W}+(?:[-‐‑&]{_W}+|{_APOSTROPHE}(?!{_CLITIC}\b){_W}+|\.(?:{_DOMAINS})\b(?!\.\w))*"
    r"(?:-(?=\s+(?:and|or|to)\b))?"
)

_TOKEN = re.compile(
    "|".join(
        (
            # The plain word, by far the commonest token, is tried first.
            r"(?!(?i:cannot)\b)[A-Za-z]+(?=[\s,;])",
            r"(?:https?://|www\.)[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?'’)\]}]",
            r"[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+",
            rf"(?i:(?:{_NEGATED})(?=n{_APOSTROPHE}t\b))",
            rf"(?i:n{_APOSTROPHE}t)\b",
            r"(?i:can)(?=(?i:not)\b)",
            # Initialisms and abbreviations with their full stops; "U.S.-led" stays whole.
            rf"[A-Za-z](?:\.[A-Za-z])+(?!{_W})\.?(?:-{_W}+)*",
            r"Ph\.D\.?",
            rf"(?:{_ABBREVIATIONS})\.(?=\s*[\w(,;:'\"“‘$£€-])",
            rf"(?:{_BEFORE_NUMBER})\.(?=\s*\d)",
            r"(?!I\.)[A-Z]\.(?=\s*[A-Z][\w.'’])",
            # Numbers, with what is written on to them: 1,200-strong, 12:30, 1990s, 9/11.
            rf"(?:(?<![\w.])\.)?\d+(?:[.,:/]\d+)*{_W}*(?:[-‐‑]{_W}+)*",
            r"[A-Z]{1,3}\$",
            rf"(?:(?<=\s)|^){_APOSTROPHE}(?:\d\ds?|(?i:em|til|tis|twas|cause))\b",
            rf"{_APOSTROPHE}{_CLITIC}\b",
            _WORD,
            r"``|''|\.{2,}|[!?]+|-{2,}|={2,}|\*{2,}|~{2,}|#{2,}|•",
            r"\S",
        )
    )
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a stretch of text, as parallel columns.

    `starts` and `ends` are code points into the whole text (end exclusive), so that
    `text[starts[i]:ends[i]] == words[i]`. Tokens stand in order, never overlap, and hold
    everything but the white space between them.
    """

    words: tuple[str, ...]
    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.words)


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`, with offsets into the whole of `text`.

    Clitics stand apart ("did" "n't", "Iran" "’s", "can" "not"), as does punctuation;
    abbreviations, numbers and hyphenated words stay whole. Text put together again from
    tokens ("did n't", "`` yes '' ,") gives the same words.
    """
    spans = [
        match.span() for match in _TOKEN.finditer(text, start, len(text) if end is None else end)
    ]
    return Tokens(
        words=tuple([text[a:b] for a, b in spans]),
        # an array holds an offset in 4 bytes, a tuple of large numbers in 40
        starts=array("I", [a for a, _ in spans]),
        ends=array("I", [b for _, b in spans]),
    )
