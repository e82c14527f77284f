"""Read WordNet 3.0 (`/usr/share/wordnet` of the Debian package wordnet-base 1:3.0-37)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MARKER = re.compile(r"\((?:a|p|ip)\)$")
ACT, ANIMAL, LOCATION, OBJECT, PERSON = 4, 5, 15, 17, 18
"""Numbers of the lexicographer files noun.act, noun.animal and so on."""


@dataclass(frozen=True, slots=True)
class Synset:
    file: int
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, int, int], ...]
    """Relation, offset and part of speech of its target, and the numbers of the two words (from 1;
    0 where the whole synsets are meant)."""
    gloss: str

    def targets(self, *relations: str) -> Iterator[tuple[str, str]]:
        """Part of speech and offset of each synset that one of the relations leads to."""
        for relation, offset, pos, _, _ in self.pointers:
            if relation in relations:
                yield pos, offset


def read(folder: str | Path, pos: str) -> dict[str, Synset]:
    """The synsets of `data.noun`, `data.adj` … by offset."""
    found = {}
    for line in (Path(folder) / f"data.{pos}").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        head, _, gloss = line.partition(" | ")
        part = head.split()
        count = int(part[3], 16)
        words = tuple(_MARKER.sub("", w).replace("_", " ") for w in part[4 : 4 + 2 * count : 2])
        at = 4 + 2 * count
        pointers = tuple(
            (part[k], part[k + 1], part[k + 2], int(part[k + 3][:2], 16), int(part[k + 3][2:], 16))
            for k in range(at + 1, at + 1 + 4 * int(part[at]), 4)
        )
        found[part[0]] = Synset(int(part[1]), words, pointers, gloss.strip())
    return found
