"""Texts full of made-up names, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import islice

_ONSETS = "b br d dr f g gr h j k kl l m n p pr r s sk st t tr v z".split()
_VOWELS = "a e i o u".split()
_ENDS = (
    "lund mark vik sen stad nor mund rik dal by wen rud fors gard holt ner tov lin ras kin".split()
)
_GIVEN = "Ada Bo Carla Dan Ella Frank Greta Hans Ines Jan Karin Leo Mara Nils Olga Paul".split()
_SAID = (
    "{} said on Monday that the road would stay closed.",
    "The report names {} among those who saw the fire.",
    "A day later {} left the town with two others.",
    "Nobody had asked {} about the price of grain.",
)


def _words(chance: random.Random) -> Iterator[str]:
    """Distinct capitalised words of two or three syllables."""
    seen: set[str] = set()
    while True:
        middle = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(2)]
        word = ("".join(middle[: chance.choice((1, 2, 2))]) + chance.choice(_ENDS)).capitalize()
        if word not in seen:
            seen.add(word)
            yield word


def people(count: int, seed: int = 1) -> str:
    """`count` people of distinct surnames, each by full name and by surname alone."""
    chance = random.Random(seed)
    surnames = islice(_words(chance), count)
    return _told(((f"{chance.choice(_GIVEN)} {name}", name) for name in surnames), chance)


def namesakes(count: int, seed: int = 1) -> str:
    """`count` people who share fifty surnames, each by full name and by surname alone."""
    chance = random.Random(seed)
    made = _words(chance)
    surnames = [next(made) for _ in range(50)]
    pairs = ((f"{next(made)} {s}", s) for s in (chance.choice(surnames) for _ in range(count)))
    return _told(pairs, chance)


def bodies(count: int, seed: int = 1) -> str:
    """`count` bodies, each by its name with an acronym of its own, and by the acronym alone."""
    chance = random.Random(seed)
    made = _words(chance)

    def names() -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        while True:
            parts = [*islice(made, 3), chance.choice(("Council", "Bank", "Agency", "Union"))]
            short = "".join(part[0] for part in parts)
            if short not in seen:
                seen.add(short)
                yield f"the {' '.join(parts)} ({short})", f"the {short}"

    return _told(islice(names(), count), chance)


def _told(pairs: Iterator[tuple[str, str]], chance: random.Random) -> str:
    """A sentence for each name in full and one for it in short, five names a paragraph."""
    lines: list[str] = []
    for number, (full, short) in enumerate(pairs, 1):
        lines += [chance.choice(_SAID).format(full), chance.choice(_SAID).format(short)]
        lines.append("\n\n" if number % 5 == 0 else "")
    return " ".join(line[:1].upper() + line[1:] for line in lines if line).strip() + "\n"


GENERATED: dict[str, Callable[[int], str]] = {
    "people": people,
    "namesakes": namesakes,
    "bodies": bodies,
}
