"""Groups named by their country: `Kenyan peacekeepers`, `the Peruvian side`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.core.entities import lexicon
from tui.core.entities.page import Page

_ENDING = re.compile(r"(?:ers|er|ing|ies|s)$")


@dataclass(frozen=True, slots=True)
class Description:
    """A mention of a group or government by its country's name and a common noun."""

    start: int
    end: int
    text: str
    country: str
    stem: str
    """Stem of the group's noun; empty where the group speaks for the country itself."""


def find_descriptions(pages: Sequence[Page]) -> list[list[Description]]:
    """Of each page: a people's name with a lower-case noun that makes it a group or government."""
    known = lexicon.countries()
    side, group = lexicon.words("side"), lexicon.words("group")
    found: list[list[Description]] = []
    for page in pages:
        items = []
        for name in page.names:
            country = known.country(name.text)
            if country is None or not name.after:
                continue
            words, low = name.line.words, name.line.low
            noun = low[name.last]
            phrase = noun
            stop = name.last + 1
            if stop < len(words) and f"{noun} {low[stop]}" in group:
                phrase = f"{noun} {low[stop]}"
                stop += 1
            if noun not in side and phrase not in group:
                continue
            if not words[name.last].text[0].islower():
                continue
            end = words[stop - 1].end
            stem = "" if noun in side else _ENDING.sub("", noun if " " in phrase else phrase)
            text = name.line.text[name.start : end]
            items.append(Description(name.start, end, text, country, stem))
        found.append(items)
    return found
