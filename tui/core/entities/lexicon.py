"""What the rules know about names: lexicons in `tui/data`, each read on first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

_DATA = Path(__file__).resolve().parents[2] / "data"


def _read(name: str) -> str:
    return (_DATA / name).read_text(encoding="utf-8")


def _sections(name: str) -> dict[str, list[str]]:
    """The lines of a sectioned file under each `[heading]`, comments left out."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _read(name).splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], [])
        else:
            current.append(line)
    return sections


@cache
def _word_sections() -> dict[str, list[str]]:
    return _sections("names_words.txt")


@cache
def words(*sections: str) -> frozenset[str]:
    """The words of one or more sections of names_words.txt; `\\_` stands for a space in a phrase.

    Raises KeyError where the file has no such section.
    """
    if len(sections) > 1:
        return frozenset().union(*map(words, sections))
    (section,) = sections
    listed = " ".join(_word_sections()[section]).split()
    found = frozenset(word.replace("\\_", " ") for word in listed)
    return found.union(_legal_sections()["ending"]) if section == "legal" else found


@cache
def table(section: str) -> dict[str, str]:
    """A section of `word=meaning` items: `airways=airline`."""
    return dict(item.split("=") for item in sorted(words(section)))


@cache
def _legal_sections() -> dict[str, list[str]]:
    return _sections("legal_forms.txt")


@cache
def common_words() -> frozenset[str]:
    """English words written in lower case."""
    return frozenset(_read("names_common.txt").split("\n"))


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case, each with the genders it is known for: m, f or both."""
    found: dict[str, str] = {}
    for part in _read("names_given.txt").split("[")[1:]:
        genders, _, names = part.partition("]")
        found.update(dict.fromkeys(names.split(), genders))
    return found


@cache
def surnames() -> frozenset[str]:
    """Surnames in lower case."""
    return frozenset(_read("names_surnames.txt").split())


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """Full given name -> its short forms, all in lower case."""
    rows = (line.split() for line in _read("names_nicknames.txt").splitlines())
    return {row[0]: tuple(row[1:]) for row in rows}


@cache
def cities() -> frozenset[str]:
    """Big towns and the provinces of the world, under all their names."""
    files = ("places_cities.txt", "places_regions.txt")
    return frozenset(chain(place_variants(), *(_read(name).splitlines() for name in files)))


@cache
def towns() -> frozenset[str]:
    """Towns of 15,000 to 100,000 people, but those called like people or by common words."""
    return frozenset(_read("places_towns.txt").splitlines())


@cache
def provinces() -> frozenset[str]:
    """States, provinces, counties of the world that share their name with no city or person."""
    return frozenset(_read("places_regions.txt").splitlines())


@cache
def places() -> frozenset[str]:
    """Countries, provinces and towns, under all their names."""
    return cities().union(countries().names)


def is_home(text: str) -> bool:
    """Where somebody may be from: a place, or the word for a country's people."""
    return text in places() or text in countries().demonyms


@dataclass(frozen=True, slots=True)
class Countries:
    """Names of countries, of their peoples and capitals, as written -> the country's usual name."""

    names: dict[str, str]
    demonyms: dict[str, str]
    capitals: dict[str, str]

    def country(self, text: str) -> str | None:
        """The country that a country's or a people's name stands for: `Kenyan` -> `Kenya`."""
        return self.names.get(text) or self.demonyms.get(text)

    def is_state(self, text: str) -> bool:
        """A country, or a capital, which may stand for its government."""
        return text in self.names or text in self.capitals


@cache
def countries() -> Countries:
    """The countries of the world, each form of a name under the first country that lists it."""
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for line in _read("places_countries.txt").splitlines():
        if line.startswith("#"):
            continue
        name, others, seats, people = (part.strip() for part in line.split("|"))
        names[name] = name
        for known, listed in ((names, others), (capitals, seats), (demonyms, people)):
            for form in filter(None, (f.strip() for f in listed.split(","))):
                known.setdefault(form, name)
    return Countries(names, demonyms, capitals)


def _pairs(name: str) -> dict[str, str]:
    """A file of `word | meaning` lines."""
    lines = (line.partition(" | ") for line in _read(name).splitlines())
    return {word: meaning for word, _, meaning in lines}


@cache
def legal_forms() -> dict[str, tuple[str, ...]]:
    """Legal forms of companies as folded words, `sp z oo` -> the codes of their countries."""
    rows = (line.partition(" | ") for line in _legal_sections()["form"])
    return {form: tuple(codes.split()) for form, _, codes in rows}


@cache
def place_variants() -> dict[str, str]:
    """Another spelling or name of a town, river, mountain … -> its usual one: `Kiev` -> `Kyiv`."""
    found: dict[str, str] = {}
    for usual, variants in _pairs("places_variants.txt").items():
        found.update(dict.fromkeys(variants.split(", "), usual))
    return found


@cache
def usual_places() -> frozenset[str]:
    """The names that `place_variants` leads to."""
    return frozenset(place_variants().values())


@dataclass(frozen=True, slots=True)
class Titles:
    """Phrases in lower case."""

    office: dict[str, str]
    """Phrase -> the office it names; forms of one office share it."""
    roles: frozenset[str]
    honorifics: frozenset[str]
    gender: dict[str, str]
    qualifiers: frozenset[str]
    lengths: dict[str, tuple[int, ...]]
    """First word of a phrase -> the lengths in words of the phrases it opens, longest first."""


@cache
def role_nouns() -> frozenset[str]:
    """Nouns for what people are by trade, office or rank, in lower case: `goalkeeper`."""
    return frozenset(_read("titles_roles.txt").splitlines())


def _gendered(item: str, gender: dict[str, str]) -> str:
    phrase = item.strip()
    if phrase.endswith(("(m)", "(f)")):
        letter = phrase[-2]
        phrase = phrase[:-3].strip()
        gender[phrase] = letter
    return phrase


@cache
def titles() -> Titles:
    """Titles, roles and honorifics, as titles.txt lists them."""
    sections = _sections("titles.txt")
    gender: dict[str, str] = {}
    office: dict[str, str] = {}

    def listed(section: str) -> frozenset[str]:
        items = ",".join(sections[section]).split(",")
        return frozenset(_gendered(item, gender) for item in items if item.strip())

    for line in sections["office"]:
        head, _, forms = line.partition("=")
        name = _gendered(head, gender)
        for form in [name, *(_gendered(f, gender) for f in forms.split(",") if f.strip())]:
            office[form] = name
    roles = listed("role")
    for role in roles:
        office.setdefault(role, role)
    honorifics = listed("honorific")
    lengths: dict[str, set[int]] = {}
    for phrase in (*office, *honorifics):
        lengths.setdefault(phrase.split(" ")[0], set()).add(phrase.count(" ") + 1)
    longest = {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
    return Titles(office, roles, honorifics, gender, listed("qualifier"), longest)
