"""What kind of error a wrong, a missed or an absent merge is, by the names and types alone.

Each `..._kind` function names the strongest relation that its rules find, in the order that its
tuple of kinds tells. Words of the package's lexicons say what is a country, a town or a title.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from common import ROOT

sys.path.insert(0, str(ROOT))
from rapidfuzz import fuzz

from tui.core.entities import lexicon

Span = tuple[int, int]

MISSED = (
    "nested in another gold name",
    "same spelling, found exactly",
    "mention found too long",
    "mention found too short",
    "description around another name",
    "title before the name",
    "surname or given name alone",
    "longer or shorter name of a person",
    "nickname",
    "acronym",
    "country, people or capital",
    "number or model",
    "legal form or generic word dropped",
    "place for a body or team",
    "place added or dropped",
    "part of a longer name",
    "spelling variant",
    "title, role or description",
    "two parts of one longer name",
    "some words in common",
    "other name of a person",
    "one place for another",
    "no word in common",
)
WRONG = (
    "one mention for two nested gold names",
    "mention found too long",
    "citation and its year",
    "number left out of the mention",
    "description around the name",
    "mention found too short",
    "same single name, two people",
    "same spelling, other gold type",
    "same spelling, same gold type",
    "other number in the name",
    "country and its people or government",
    "title, role or description",
    "family name shared",
    "given name shared",
    "product and maker",
    "part of a body and the whole",
    "name inside a longer name",
    "acronym",
    "spelling alike",
    "some words in common",
    "no word in common",
)
NOT_FOUND = (
    "nested in another gold name",
    "inside a longer mention",
    "article before a short name",
    "words before the name",
    "words after the name",
    "noun with a name before it",
    "noun with a name after it",
    "across the edge of a mention",
    "no capital",
    "with digits",
    "description with a capital",
    "title or role, capital",
    "with a hyphen",
    "common word in a headline",
    "common word, first of its sentence",
    "common word, capital",
    "name of one word",
    "name of several words",
)


@dataclass(frozen=True)
class Named:
    """One gold mention and what the system found for it; types as the gold and the system say."""

    surface: str
    found: str
    gold_type: str = ""
    system_type: str = ""
    entity: str = ""
    """The name of the system's entity."""


# -- words -----------------------------------------------------------------------------------------

_WORD = re.compile(r"\w+(?:[-.&'’]\w+)*|&")
_LEADING = frozenset(
    "the a an this that these those his her its their our my your in at on from to of near outside"
    " inside between off into by for with around about across within over all some both".split()
)
_SMALL = _LEADING | frozenset("and or as de la del di von van der den le et y & who which".split())
_TAIL = re.compile(
    r",| (?:of|in|at|on|for|from|with|near|who|which|that|to|by|as|and|outside|inside|over|into"
    r"|between|around|before|after)(?= )"
)


def core(surface: str) -> str:
    """Without articles, possessives, prepositions, quotes: `in the Norra's` -> `Norra`."""
    text = re.sub(r"\s+", " ", surface).strip(" \"'“”‘’`,.;:()[]")
    while True:
        first, _, rest = text.partition(" ")
        rest = rest.lstrip(" \"'“”‘’`")
        if not rest or first.lower() not in _LEADING:
            break
        text = rest
    return re.sub(r" ?['’](?:[sS])?$", "", text).strip(" \"'“”‘’`,.;:()[]")


def words(text: str) -> tuple[str, ...]:
    """The words of a core in lower case, small ones left out, `U.S.` as `us`."""
    found = (re.sub(r"['’]s$", "", w) for w in _WORD.findall(text))
    folded = (re.sub(r"[.'’]", "", w).lower() for w in found)
    return tuple(w for w in folded if w and w not in _SMALL)


def key(text: str) -> str:
    """Letters and digits of a core in lower case: spacing and points do not count."""
    return re.sub(r"[\W_]+", "", core(text)).lower()


def capitals(text: str) -> tuple[str, ...]:
    """The words of `words` that stand with a capital or begin with a digit."""
    return tuple(
        w for raw in _WORD.findall(text) if not raw[0].islower() for w in words(raw) if w != "&"
    )


def numbers(text: str) -> tuple[str, ...]:
    """The numbers in a name: digits, and Roman ones at its end."""
    roman = re.findall(r"\b[IVX]+$", text) if len(text) > 4 else []
    return (*re.findall(r"\d+", text), *roman)


def head(text: str) -> str:
    """The last word before the first preposition or comma: `wife` of `Lind's wife in Norra`."""
    found = _WORD.findall(_TAIL.split(core(text), maxsplit=1)[0])
    return found[-1] if found else ""


@cache
def _roles() -> frozenset[str]:
    titles = lexicon.titles()
    return frozenset(titles.roles | set(titles.office) | lexicon.words("kin"))


def described(text: str) -> bool:
    """A description rather than a name: its head is a lower-case noun, or it is a title."""
    last = head(text)
    return bool(last) and (last[0].islower() or titled(text))


def titled(text: str) -> bool:
    """`Prime Minister`, `Emperor of Norra`, `French President`: a title and what it is of."""
    segment = _TAIL.split(core(text), maxsplit=1)[0].lower()
    parts = segment.split(" ")
    tails = (" ".join(parts[i:]) for i in range(len(parts)))
    tail = next((t for t in tails if t in _roles()), None)
    before = core(text)[: len(segment) - len(tail)].strip() if tail else ""
    return bool(tail) and (not before or bool(country(before)) or before.endswith(("'s", "’s")))


@cache
def _honours() -> frozenset[str]:
    titles = lexicon.titles()
    phrases = (*titles.honorifics, *titles.roles, *titles.office)
    return frozenset(w for p in phrases for w in words(p)) | {"aunt", "uncle", "young", "old"}


def person_name(text: str) -> tuple[str, ...]:
    """The capitalised words at the end of a core, titles before them left out."""
    parts: list[str] = []
    for raw in reversed(_WORD.findall(_TAIL.split(core(text), maxsplit=1)[0])):
        if raw[0].islower():
            break
        parts[:0] = words(raw)
    while len(parts) > 1 and parts[0] in _honours():
        parts = parts[1:]
    return tuple(parts)


def country(text: str) -> str:
    """The country that a name, a demonym (with `government` and the like) or a capital tells."""
    known, name = lexicon.countries(), core(text)
    for table in (known.names, known.demonyms, known.capitals):
        if name in table:
            return table[name]
    first, _, last = name.rpartition(" ")
    if first and last.lower() in ("government", "authorities", "administration", "people"):
        return known.demonyms.get(first, known.names.get(first, ""))
    return ""


@cache
def _places() -> frozenset[str]:
    known = lexicon.countries()
    names = (*known.names, *known.demonyms, *known.capitals, *lexicon.cities())
    return frozenset(" ".join(words(name)) for name in names) | {
        *"north south east west northern southern eastern western".split()
    }


@cache
def _generic() -> frozenset[str]:
    sections = "legal organisation place placelead event formal chamber landscape way region group"
    listed = {w for section in sections.split() for w in lexicon.words(section)}
    more = "team company airline airlines bank magazine newspaper website building scale force"
    return frozenset(w for phrase in listed for w in words(phrase)) | frozenset(more.split())


def is_acronym(short: str, long: str) -> bool:
    """`NRC` or `NRCs` of `Norra River Council`; digits stand for themselves."""
    bare = re.sub(r"[\s.]", "", core(short))
    letters = re.sub(r"[^A-Z0-9]", "", bare)
    parts = [w for w in re.split(r"[\s-]+", core(long)) if w[:1].isalnum()]
    if not 2 <= len(letters) <= len(bare) <= 8 or len(parts) < 2 or len(letters) * 2 < len(bare):
        return False
    big = [w for w in parts if w.lower() not in _SMALL]
    first = ["".join(w if w.isdigit() else w[0].upper() for w in ws) for ws in (big, parts)]
    return letters in (*first, "T" + first[0])


def _inside(short: Sequence[str], long: Sequence[str]) -> bool:
    return bool(short) and set(short) < set(long)


def _is_person(*mentions: Named) -> bool:
    kinds = [group_of(m.gold_type) or m.system_type for m in mentions]
    return all(k == "PERSON" for k in kinds)


_GROUPS = {
    "PERSON": "per person human_part_per actor-i",
    "ORG": "org organization human_part_org",
    "PLACE": "loc gpe fac place loc_geo loc_fac loc_other country",
    "PRODUCT": "pro object non_human_part veh vehicle",
    "EVENT": "event",
}
_GROUP = {name: group for group, names in _GROUPS.items() for name in names.split()}


def group_of(gold_type: str) -> str:
    """The gold's type as one of hexapla's, or nothing where it says little."""
    return _GROUP.get(gold_type.lower(), "")


# -- kinds -----------------------------------------------------------------------------------------


Kind = tuple[str, Named]  # and the mention of the anchor that it was read from


def _strongest(
    part: Named, anchor: Iterable[Named], rule: Callable[[Named, Named], str], order: Sequence[str]
) -> Kind:
    found = [(rule(part, other), other) for other in anchor]
    return min(found, key=lambda pair: order.index(pair[0]))


def missed_kind(part: Named, anchor: Sequence[Named], nested: bool = False) -> Kind:
    """Why a part of a gold entity was left apart from the entity's largest part.

    `nested`: the system mention stands for a longer gold mention too, of another entity.
    """
    if nested:
        return MISSED[0], anchor[0]
    names = [other for other in anchor if not described(other.surface)]
    return _strongest(part, names or anchor, _missed, MISSED)


def _missed(part: Named, other: Named) -> str:
    p, o = core(part.surface), core(other.surface)
    if edge := _edge(part) or (_edge(other) if key(p) == key(o) else ""):
        return edge
    if key(p) == key(o):
        return "same spelling, found exactly"
    people = _is_person(part, other)
    if described(part.surface) or described(other.surface):
        same = people and person_name(p) and person_name(p) == person_name(o)
        return "title before the name" if same else "title, role or description"
    if people and country(p) != country(o):
        return "title, role or description"
    if is_acronym(p, o) or is_acronym(o, p):
        return "acronym"
    if country(p) and country(p) == country(o):
        return "country, people or capital"
    if people and (found := _people(person_name(p), person_name(o))):
        return found
    small, large = sorted((words(p), words(o)), key=len)
    common = set(small) & set(large)
    if (numbers(p) != numbers(o) and common) or _digits(p) == _digits(o) != "":
        return "number or model"
    if _inside(small, large):
        return _contained(small, large, (part.system_type, other.system_type))
    if fuzz.ratio(key(p), key(o)) >= 80:
        return "spelling variant"
    longer = (set(words(part.entity)), set(words(other.entity)))
    if any(set(small) < whole and set(large) < whole for whole in longer):
        return "two parts of one longer name"
    if common:
        return "some words in common"
    if part.system_type == other.system_type == "PLACE":
        return "one place for another"
    return "other name of a person" if people else "no word in common"


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _contained(small: Sequence[str], large: Sequence[str], types: Sequence[str]) -> str:
    """How a name of fewer words lies in a longer one."""
    rest = [w for w in large if w not in small]
    if set(rest) <= _generic():
        return "legal form or generic word dropped"
    if " ".join(small) in _places() and "PLACE" in types:
        return "place for a body or team"
    if " ".join(rest) in _places() or set(rest) <= _places():
        return "place added or dropped"
    return "part of a longer name"


def _edge(mention: Named) -> str:
    """How a mention as found differs from the gold's, or nothing."""
    gold, found = words(core(mention.surface)), words(core(mention.found))
    if key(mention.surface) == key(mention.found) or not found:
        return ""
    titles = _honours() | {"mr", "mrs", "ms", "sir", "former"}
    more = [w for w in capitals(mention.found) if w not in gold and w not in titles]
    less = [w for w in capitals(mention.surface) if w not in found and w not in titles]
    if more and key(mention.found) not in key(mention.surface):
        return "mention found too long"
    if described(mention.surface) and head(mention.surface).lower() not in found:
        return "description around another name"
    return "mention found too short" if less else ""


def _people(p: tuple[str, ...], o: tuple[str, ...]) -> str:
    """How the names of two people agree, or nothing."""
    if not p or not o:
        return ""
    if p == o:
        return "title before the name"
    short, long = sorted((p, o), key=len)
    if len(short) == 1 and len(long) > 1 and short[0] in long:
        return "surname or given name alone"
    if set(short) <= set(long):
        return "longer or shorter name of a person"
    known = lexicon.nicknames()

    def nick(a: str, b: str) -> bool:
        return b in known.get(a, ()) or a in known.get(b, ())

    if nick(p[0], o[0]) and (len(short) == 1 or p[-1] == o[-1]):
        return "nickname"
    if len(short) == 1 and any(len(short[0]) > 2 and w.startswith(short[0]) for w in long):
        return "nickname"
    alike = len(short) == 1 or p[-1] == o[-1]
    if alike and fuzz.ratio(p[0], o[0]) >= 60:
        return "nickname" if fuzz.ratio(p[0], o[0]) < 80 else "spelling variant"
    return ""


def wrong_kind(part: Named, anchor: Sequence[Named], shared: bool = False) -> Kind:
    """Why a part of another gold entity stands in a system entity.

    `shared`: one system mention stands for a gold mention of each.
    """
    if shared:
        return WRONG[0], anchor[0]
    return _strongest(part, anchor, _wrong, WRONG)


def _wrong(part: Named, other: Named) -> str:
    p, o = core(part.surface), core(other.surface)
    if key(p) == key(o):
        if _is_person(part, other) and len(person_name(p)) == 1:
            return _too_long(part) or "same single name, two people"
        alike = part.gold_type == other.gold_type
        return _too_long(part) or f"same spelling, {'same' if alike else 'other'} gold type"
    for one in (part, other):
        if edge := _edge(one):
            if edge == "mention found too short" and numbers(one.surface) != numbers(one.found):
                if _CITED.search(one.surface):
                    return "citation and its year"
                return "number left out of the mention"
            return "description around the name" if edge.startswith("description") else edge
    if numbers(p) != numbers(o):
        return "other number in the name"
    if country(p) and country(p) == country(o):
        return "country and its people or government"
    if described(part.surface) or described(other.surface):
        return "title, role or description"
    small, large = sorted((words(p), words(o)), key=len)
    if _is_person(part, other):
        left, right = person_name(p), person_name(o)
        if left and right and left[-1] == right[-1]:
            return "family name shared"
        if left and right and set(left) & set(right):
            return "given name shared"
    if _inside(small, large):
        groups = {group_of(part.gold_type), group_of(other.gold_type)}
        if groups == {"ORG", "PRODUCT"}:
            return "product and maker"
        if groups == {"ORG"}:
            return "part of a body and the whole"
        return "name inside a longer name"
    if is_acronym(p, o) or is_acronym(o, p):
        return "acronym"
    if fuzz.ratio(key(p), key(o)) >= 80:
        return "spelling alike"
    return "some words in common" if set(small) & set(large) else "no word in common"


_CITED = re.compile(r"[(\[,] ?\d|\d ?[)\]]")


def _too_long(mention: Named) -> str:
    edge = _edge(mention)
    return edge if edge == "mention found too long" else ""


def not_found_kind(
    text: str, span: Span, found: Sequence[Span], taken: frozenset[Span] = frozenset()
) -> str:
    """Why no system mention stands for a gold one; `found` are those of the same document.

    `taken` are those of them that stand for some gold mention.
    """
    start, end = span
    surface = text[start:end]
    over = [f for f in found if f[0] < end and start < f[1]]
    if around := [f for f in over if f[0] <= start and end <= f[1]]:
        return NOT_FOUND[0] if taken.intersection(around) else "inside a longer mention"
    if any(f[0] < start or end < f[1] for f in over):
        return "across the edge of a mention"
    if over:
        return _around(text, span, over)
    name = core(surface)
    parts = _WORD.findall(name)
    if not any(w[0].isupper() for w in parts):
        return "with digits" if re.search(r"\d", name) else "no capital"
    if re.search(r"\d", name):
        return "with digits"
    if head(surface)[:1].islower():
        return "description with a capital"
    if name.lower() in _roles() or head(surface).lower() in _roles():
        return "title or role, capital"
    if "-" in name:
        return "with a hyphen"
    if len(parts) == 1:
        return _single(text, start + surface.find(name), name)
    return "name of several words"


def _around(text: str, span: Span, inside: Sequence[Span]) -> str:
    """What a gold mention has beyond the mentions that lie in it."""
    surface = text[span[0] : span[1]]
    name = core(surface)
    start = span[0] + max(0, surface.find(name))
    segment = _TAIL.split(name, maxsplit=1)[0]
    last = start + len(segment) - 1
    heads = [f for f in inside if f[0] <= last < f[1]]
    if not heads:
        side = "before" if inside[0][0] <= last else "after"
        return f"noun with a name {side} it"
    before, after = text[start : heads[0][0]], text[heads[0][1] : start + len(name)]
    if any(c.isalnum() for c in before):
        return "words before the name"
    if any(c.isalnum() for c in after):
        return "words after the name"
    return "article before a short name"


def _single(text: str, start: int, name: str) -> str:
    if name.lower() not in lexicon.common_words():
        return "name of one word"
    before = text[:start].rstrip(" \"'“”‘’`([-–—")
    line = text[text.rfind("\n", 0, start) + 1 :].split("\n", 1)[0]
    long = [w for w in _WORD.findall(line) if len(w) > 3]
    if sum(w[0].isupper() for w in long) >= 0.7 * len(long) and not line.rstrip().endswith("."):
        return "common word in a headline"
    if not before or before[-1] in ".!?:\n…":
        return "common word, first of its sentence"
    return "common word, capital"
