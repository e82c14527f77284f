"""Matters told twice: comparisons written for this purpose, in `bench/matters/*.txt`.

A matter begins with `== title`. Then come the claims of one account (`a1`, `a2` …) in the order in
which it tells them, then those of the other; `+` before a claim: it goes on with the sentence of
the claim before. Each claim of the second account tells how it stands to the first: `=a3` agrees,
`~a3` differs, `!a3` contradicts, more than one of these (`=a2=a5`), or `-` where none says
anything about it.

    == bus crash on a mountain road
    a1 The coach left the road shortly before dawn
    a2 + and rolled twice before it hit a wall.
    b1 - Its driver had been at the wheel since noon.
    b2 =a1 It was still dark when the bus went off the carriageway.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from common import ROOT

sys.path.insert(0, str(ROOT))
from tui.core.language.encoder import Passage

FILES = ROOT / "bench" / "matters"
HELD_OUT = 8
"""Of so many matters of a file, one is never trained on."""
RELATIONS = {"=": "agrees", "~": "differs", "!": "contradicts"}
LINE = re.compile(r"(?:a(\d+)|b(\d+)\s+(-|(?:[=~!]a\d+)+))\s+(\+\s+)?(\S.*)")
MARK = re.compile(r"([=~!])a(\d+)")
STOPS = " .,;"
"""What ends a claim belongs to the sentence, not to the claim."""


class Claim(NamedTuple):
    text: str
    joined: bool
    """Whether it goes on with the sentence of the claim before."""


class Link(NamedTuple):
    relation: str
    a: int
    b: int
    """The places of its claims in the accounts, from 0."""


@dataclass(slots=True)
class Matter:
    title: str
    a: list[Claim] = field(default_factory=list)
    b: list[Claim] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def read(path: Path) -> list[Matter]:
    """The matters of a file, in its order. Raises `ValueError`, with the file and the line."""
    matters: list[Matter] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            if line.startswith("=="):
                matters.append(Matter(line.removeprefix("==").strip()))
            elif line.strip():
                _add(matters, line.strip())
        except ValueError as fault:
            raise ValueError(f"{path}:{number}: {fault}") from None
    return matters


def _add(matters: Sequence[Matter], line: str) -> None:
    """Give the last matter the claim of a line. Raises `ValueError`."""
    found = LINE.fullmatch(line)
    if not found:
        raise ValueError(f"not understood: {line[:60]}")
    if not matters:
        raise ValueError("a claim before the first title")
    matter = matters[-1]
    in_a, in_b, marks, joined, text = found.groups()
    account = matter.a if in_a else matter.b
    if in_a and matter.b:
        raise ValueError("a claim of the first account after the second")
    if int(in_a or in_b) != len(account) + 1:
        raise ValueError(f"claim {len(account) + 1} is expected")
    if joined and not account:
        raise ValueError("no sentence to go on with")
    if not text.strip(STOPS):
        raise ValueError("a claim without words")
    for mark, place in MARK.findall(marks or ""):
        if not 1 <= int(place) <= len(matter.a):
            raise ValueError(f"there is no a{place}")
        matter.links.append(Link(RELATIONS[mark], int(place) - 1, len(matter.b)))
    account.append(Claim(text, bool(joined)))


def is_held_out(place: int) -> bool:
    """Whether the matter at this place of its file, from 0, is never trained on."""
    return place % HELD_OUT == 0


def sentences(account: Sequence[Claim]) -> list[list[str]]:
    """The texts of its claims, by the sentences they stand in."""
    found: list[list[str]] = []
    for claim in account:
        if not claim.joined:
            found.append([])
        found[-1].append(claim.text)
    return found


def passages(account: Sequence[Claim], together: int = 1, alone: int = 0) -> list[Passage]:
    """Each claim where it stands: in its sentence, or in so many neighbouring ones.

    The first `alone` sentences are left out of the count: they stand together before the others.
    """
    whole = sentences(account)
    starts = [*range(min(alone, 1)), *range(alone, len(whole), together), len(whole)]
    found = []
    for start, stop in pairwise(starts):
        texts = [text for sentence in whole[start:stop] for text in sentence]
        for k, text in enumerate(texts):
            own = text.rstrip(STOPS)
            after = " ".join([text.removeprefix(own), *texts[k + 1 :]])
            found.append(Passage(own, " ".join(texts[:k]), after))
    return found
