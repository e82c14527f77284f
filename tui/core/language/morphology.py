"""What a word form can be: its parts of speech and the lemmas it may be a form of."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

# Past tenses that are not participles and participles that are not past tenses; any other
# irregular past form is both.
_PAST_ONLY = frozenset(
    "arose ate awoke bade became befell began bit blew broke came chose clove did drank drew "
    "drove fell flew forbade foresaw forewent forgave forgot forsook froze gave grew hid knew lay "
    "misspoke mistook outdid outgrew overcame overdid overran overrode oversaw overtook overthrew "
    "partook ran rang redid redrew retook rethrew rewrote rode rose sang sank saw shook shrank "
    "slew smote spoke sprang stank stole strode strove swam swore threw tore took trod underwent "
    "undertook undid unfroze was went were withdrew woke wore wove wrote throve".split()
)
_PARTICIPLE_ONLY = frozenset(
    "arisen awoken beaten become been befallen begotten begun bidden bitten blown borne born "
    "broken chosen cloven come done drawn drunk driven eaten fallen flown forbidden foregone "
    "foreseen forgiven forgone forgotten forsaken frozen given gone gotten grown hewn hidden "
    "known lain misspoken mistaken mown outdone outgrown overcome overdone overridden overrun "
    "overseen overtaken overthrown partaken proven redone redrawn retaken rewritten ridden risen "
    "run rung sawn seen sewn shaken shaven shorn shown shrunk slain smitten sown spoken sprung "
    "stolen stricken stridden striven strewn sung sunk swollen sworn swum taken thrown torn "
    "trodden undergone undertaken undone unfrozen withdrawn woken worn woven written".split()
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas with their parts of speech, closed-class words, and irregular forms."""

    lemmas: dict[str, str]
    """`word -> code`; a code is letters n v a r, each with a level 1 (rare) to 3 (usual)."""
    closed: dict[str, str]
    """`word -> Penn tag` for the closed classes; "JJ^" for capitalized adjectives."""
    irregular: dict[str, dict[str, str]]
    """`kind -> form -> lemma`, kinds s (plural), v (verb form), a (comparison)."""


@cache
def lexicon() -> Lexicon:
    """The lexicon file, read on first use."""
    data = resources.files("tui.data").joinpath("tagger_lexicon.z").read_bytes()
    lemmas, closed, irregular = zlib.decompress(data).decode().split("\n\n")
    return Lexicon(
        lemmas=_by_word(lemmas),
        closed=_by_word(closed),
        irregular={
            kind: dict(zip(forms[::2], forms[1::2], strict=True))
            for kind, *forms in map(str.split, irregular.split("\n"))
        },
    )


def _by_word(part: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in part.split("\n"):
        key, *words = line.split(" ")
        table.update(dict.fromkeys(words, key))
    return table


def candidates(form: str, kind: str, known: Callable[[str], bool]) -> list[str]:
    """The lemmas that the spelling rules allow for a lower-case form, known ones only.

    `kind` is s (noun plural or verb's third person), v (-ed or -ing) or a (-er or -est).
    """
    return [stem for stem in _stems(form, kind) if known(stem)]


def guess(form: str, kind: str) -> str:
    """The likeliest lemma of a form that the lexicon does not know, by its spelling alone.

    `kind` is one of `analyse`'s.
    """
    stems = _stems(form, "s" if kind in "SZ" else "v" if kind in "GPE" else "a")
    return stems[0] if stems else form


def _stems(form: str, kind: str) -> list[str]:
    if kind == "s":
        return _without_s(form)
    for ending in ("ing", "ed") if kind == "v" else ("est", "er"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 1 and any(letter in "aeiouy" for letter in stem):
            return _restore(stem, ending)
    return []


def _without_s(form: str) -> list[str]:
    if form.endswith("men"):
        return [form[:-3] + "man"]
    if len(form) < 3 or not form.endswith("s") or form.endswith(("ss", "'s")):
        return []
    if form.endswith("ies"):
        stems = [form[:-3] + "y", form[:-1]] if len(form) > 4 else [form[:-1]]
    elif form.endswith(("ches", "shes", "sses", "xes", "zzes")):
        stems = [form[:-2], form[:-1]]
    elif form.endswith("oes"):
        stems = [form[:-2], form[:-1]]
    else:
        stems = [form[:-1]]
        if form.endswith("es"):
            stems.append(form[:-2])
        if form.endswith("ves"):
            stems += [form[:-3] + "f", form[:-3] + "fe"]
    if form.endswith(("sses", "zzes")):
        stems.append(form[:-3])
    return stems


def _restore(stem: str, ending: str) -> list[str]:
    """The bases that lose their last letter, double it or change it before a suffix."""
    bases = []
    if ending != "ing" and stem.endswith("i"):
        bases.append(stem[:-1] + "y")
    if ending == "ing" and stem.endswith("y") and len(stem) < 4:
        bases.append(stem[:-1] + "ie")
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        # "passed", "filled" keep both letters; "stopped", "controlled" had one.
        bases += [stem, stem[:-1]] if stem[-1] in "sfz" else [stem[:-1], stem]
    elif stem.endswith(("ick", "ack", "uck", "ock", "eck")):
        bases += [stem, stem[:-1]]
    elif _wants_e(stem):
        bases += [stem + "e", stem]
    else:
        bases += [stem, stem + "e"]
    return bases


def _wants_e(stem: str) -> bool:
    """Whether a base more likely ended in a silent e: "mak", "plac", "believ"."""
    if stem[-1] in "cuv" or stem.endswith(("ls", "ns", "rs", "ps", "ng", "dg", "iz", "yz", "bl")):
        return not stem.endswith(("ring", "ling", "ding", "wing", "hang", "bang", "long"))
    return (
        len(stem) > 1
        and stem[-1] in "bdgklmprstz"
        and stem[-2] in "aeiou"
        and (len(stem) < 3 or stem[-3] not in "aeiou")
        and not (stem.endswith(("er", "en", "el", "it", "et", "op", "om", "or")) and len(stem) > 4)
    )


def _verb_kinds(form: str) -> str:
    """What an irregular verb form is."""
    if form in _PAST_ONLY:
        return "P"
    if form in _PARTICIPLE_ONLY:
        return "E"
    return "G" if form.endswith("ing") else "Z" if form.endswith("s") else "PE"


@lru_cache(maxsize=1 << 11)
def analyse(form: str) -> tuple[tuple[str, str, int], ...]:
    """What a lower-case form can be: `(kind, lemma, level)`, in the order of the kinds.

    Kinds: N noun, S its plural; V verb, Z third person, G -ing, P past, E participle; A
    adjective, C comparative, U superlative; R adverb. Level 1 rare to 3 usual for that lemma.
    """
    words = lexicon()
    found: dict[str, tuple[str, int]] = {}

    def add(kinds: str, letter: str, stems: list[str]) -> None:
        for stem in stems:
            at = words.lemmas.get(stem, "").find(letter)
            if at >= 0:
                level = int(words.lemmas[stem][at + 1])
                for kind in kinds:
                    found.setdefault(kind, (stem, level))
                return

    for kind, letter in (("N", "n"), ("V", "v"), ("A", "a"), ("R", "r")):
        add(kind, letter, [form])
    verb = words.irregular["v"].get(form)
    if verb is not None:
        add(_verb_kinds(form), "v", [verb])
    plural = words.irregular["s"].get(form)
    if plural is not None:
        add("S", "n", [plural])
    compared = words.irregular["a"].get(form)
    if compared is not None:
        add("U" if form.endswith("st") else "C", "a", [compared])
    last = form[-1:]
    if last == "s" or form.endswith("men"):
        stems = _stems(form, "s")
        if plural is None:
            add("S", "n", stems)
        if verb is None:
            add("Z", "v", stems)
    elif verb is None and (last == "d" or last == "g"):
        add("G" if last == "g" else "PE", "v", _stems(form, "v"))
    elif compared is None and (last == "r" or last == "t"):
        add("U" if last == "t" else "C", "a", _stems(form, "a"))
    return tuple((kind, *found[kind]) for kind in "NSVZGPEACUR" if kind in found)
