"""Searching for words: as they are written, then under other names, or else for words alike.

A search of long texts takes a while: it is a generator that pauses every `CHUNK` characters, so
that the one who drives it can look after the keys meanwhile. In the end it returns a `Walk`.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Sequence
from itertools import islice

from tui.reader.aliases import Named, unnamed
from tui.reader.alike import Vocabulary, pattern_alike
from tui.reader.walks import LIMIT, Stop, Walk

CHUNK = 1 << 20
"""Characters searched without a pause; a few milliseconds."""

OVERLAP = 1 << 12
"""Characters by which a hit may reach into the next chunk."""

Search = Generator[None, None, Walk]


def search(texts: Sequence[str], wanted: str) -> Walk:
    """Every place the words stand in, over all texts, or those where words alike stand."""
    return finished(searching(texts, wanted, Vocabulary(texts), unnamed))


def finished(steps: Search) -> Walk:
    """The end of a search, without pauses."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: Walk = done.value
            return found


def searching(texts: Sequence[str], wanted: str, vocabulary: Vocabulary, named: Named) -> Search:
    """Every place the words stand in; `named` gives the places of whom the words name.

    Capital letters count only where the words have some; a blank stands for any run of blanks,
    line ends included. Where the words stand nowhere, those alike are looked for.
    """
    words = wanted.split()
    name = f'"{wanted.strip()}"'
    if not words:
        return Walk(name, "hit", ())
    flags = re.IGNORECASE if wanted == wanted.lower() else re.NOFLAG
    exact = re.compile(r"\s+".join(map(re.escape, words)), flags)
    stops, more = yield from _hits(texts, exact)
    others = _apart(named(" ".join(words)), stops)
    if stops or others:
        return Walk(name, "hit", tuple(sorted([*stops, *others])), more, frozenset(others))
    alike = yield from pattern_alike(words, vocabulary)
    if alike is not None:
        stops, more = yield from _hits(texts, alike)
    return Walk(name, "hit", tuple(stops), more, alike=bool(stops))


def _hits(
    texts: Sequence[str], pattern: re.Pattern[str]
) -> Generator[None, None, tuple[list[Stop], bool]]:
    """The hits of a pattern, at most `LIMIT` in a text, and whether there are more."""
    stops: list[Stop] = []
    more = False
    for d, text in enumerate(texts):
        found: list[Stop] = []
        at = 0
        for first in range(0, len(text), CHUNK):
            after = first + CHUNK
            matches = pattern.finditer(text, max(at, first), min(len(text), after + OVERLAP))
            for match in islice(matches, LIMIT - len(found)):
                if match.start() >= after:
                    break
                found.append(Stop(d, *match.span()))
                at = match.end()
            if len(found) == LIMIT:
                more = True
                break
            if after < len(text):
                yield
        stops += found
    return stops, more


def _apart(places: Iterable[Stop], stops: Sequence[Stop]) -> list[Stop]:
    """The places that share no character with any of the stops; both sorted."""
    apart: list[Stop] = []
    k = 0
    for place in places:
        while k < len(stops) and (stops[k].document, stops[k].end) <= place[:2]:
            k += 1
        if k == len(stops) or (place.document, place.end) <= stops[k][:2]:
            apart.append(place)
    return apart
