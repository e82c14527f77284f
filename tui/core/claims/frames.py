"""One attribution within a sentence, in tokens, and what its readers share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.core.claims.phrases import is_close_quote
from tui.core.language.tagged import TaggedSentence

Force = Literal["asserted", "demanded", "promised"]
Range = tuple[int, int]
"""Tokens of a sentence, end exclusive."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution within a sentence, in token ranges."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    outside: tuple[Range, ...]
    """Tokens that only attribute and belong to no claim."""
    force: Force = "asserted"
    denied: bool = False
    inherited: bool = False
    """The source is the subject of an earlier verb of the sentence."""
    argument: bool = False
    """The words argue rather than attribute ("this shows that …"): whoever says them is meant."""
    whole: bool = False
    """The content is no statement by itself ("praised the plan"): its clause is one claim, cue
    and all."""
    small: bool = False
    """The content states something though no verb stands in it ("called [the plan a mistake]")."""


def last_token(s: TaggedSentence) -> int:
    """The end of the sentence without its final punctuation."""
    end = len(s)
    while end > 0 and (s.words[end - 1] in ".!?…" or is_close_quote(s, end - 1)):
        end -= 1
    return end


def until_break(s: TaggedSentence, start: int, stops: str = ",;:.") -> int:
    """The first token from `start` on that is one of `stops`; the sentence's end without one."""
    i = start
    while i < len(s) and s.words[i] not in stops:
        i += 1
    return i
