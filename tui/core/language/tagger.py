"""Part-of-speech tags of a sentence's tokens, in the Penn Treebank's set.

A greedy averaged perceptron (Collins 2002) that chooses, from left to right, among the tags a
word can have. Which those are comes from the lexicon in `morphology`; the weights come from
`data/scripts/tagger_train.py`, which calls `observe` and `context` below, so that learning and
tagging see the same features.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

from tui.core.language.morphology import analyse, lexicon

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of finite verbs (an imperative or subjunctive VB aside)."""

CLAUSE_TAGS = frozenset({",", ":", "CC", "WDT", "WP", "WRB", "``", "''", "-LRB-", "-RRB-"})
CLAUSE_WORDS = frozenset(
    "that because if although though while whether unless since as after before until than".split()
)
_SURE_FINITE = frozenset(
    "is are was were am has have will would can could may might must shall should do does did ca wo "
    "'ll ’ll 've ’ve 're ’re 'm ’m".split()
)
_PUNCTUATION = {
    mark: tag
    for tag, marks in (
        (",", ","),
        (".", ". ! ? 。"),
        (":", ": ; - -- --- – — ― … ... • · | / * **"),
        ("``", "`` “ „ ‟ « ‹ ` ‘"),
        ("''", "'' ” » ›"),
        ("-LRB-", "( [ { <"),
        ("-RRB-", ") ] } >"),
        ("$", "$ £ € ¥ ₹ ₽ US$ A$ C$ HK$ NZ$"),
        ("#", "# №"),
        ("NN", "% ‰ ° & @"),
    )
    for mark in marks.split()
} | {"&": "CC", "@": "IN"}
_APOSTROPHES = frozenset("'’")

_TAGS = {
    "N": ("NN",),
    "S": ("NNS",),
    "V": ("VB", "VBP"),
    "Z": ("VBZ",),
    "G": ("VBG",),
    "P": ("VBD",),
    "E": ("VBN", "JJ"),
    "A": ("JJ",),
    "C": ("JJR", "RBR"),
    "U": ("JJS", "RBS"),
    "R": ("RB",),
}
_UNKNOWN = (
    ("ing", ("VBG", "NN", "JJ")),
    ("ed", ("VBD", "VBN", "JJ")),
    ("ly", ("RB", "JJ", "NN")),
    ("ss", ("NN", "JJ")),
    ("us", ("NN", "JJ")),
    ("s", ("NNS", "VBZ", "NN")),
    ("er", ("NN", "JJR", "VB", "VBP", "JJ")),
    ("est", ("JJS", "NN", "JJ")),
    ("", ("NN", "JJ", "VB", "VBP", "VBN", "VBD", "RB", "FW", "UH")),
)


@dataclass(frozen=True, slots=True)
class Word:
    """What can be told of a token without its neighbours but for its place and the casing."""

    tags: tuple[str, ...]
    """The tags it can have."""
    key: str
    """How neighbours see it: itself if it is common, or else its class."""
    kinds: str
    """The kinds of its analyses, without levels."""
    common: str
    """The lower-cased word, if it is common enough to have weights of its own."""
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Common words with the tags they take, and rows of weights by feature."""

    words: dict[str, tuple[str, ...]]
    rows: dict[str, str]


@cache
def model() -> Model:
    """The model file, read on first use."""
    return unpack(resources.files("tui.data").joinpath("tagger_weights.z").read_bytes())


def unpack(data: bytes) -> Model:
    """The model in a file's bytes; `data/scripts/tagger_train.py` describes the layout."""
    words, rows = zlib.decompress(data).decode().split("\n\n")
    table: dict[str, tuple[str, ...]] = {}
    for line in words.split("\n"):
        tags, *found = line.split(" ")
        table.update(dict.fromkeys(found, tuple(tags.split("|"))))
    return Model(table, dict([line.split("\t") for line in rows.split("\n")]))  # type: ignore[misc]


def casing(words: Sequence[str]) -> str:
    """How a sentence uses capitals: n normally, a for all, t for every main word, l never."""
    letters = [word for word in words if word[0].isalpha()]
    capital = [word for word in letters if word[0].isupper()]
    if not capital:
        return "l"
    if len(letters) > 1 and all(word.isupper() for word in letters):
        return "a"
    long = [word for word in letters if len(word) > 3]
    if len(long) > 2 and sum(word[0].isupper() for word in long) > 0.85 * len(long):
        return "t"
    return "n"


def observe(words: Sequence[str], common: dict[str, tuple[str, ...]]) -> list[Word]:
    """The tokens of a sentence, each as `Word`; `common` holds the words known by themselves."""
    case = casing(words)
    found = []
    first = True
    quoted = False
    for i, word in enumerate(words):
        if word == '"':
            quoted = not quoted and i + 1 < len(words)
            word = "“" if quoted else "”"
        found.append(_word(word, first, case, common))
        if word[0].isalnum():
            first = False
        elif word in _OPENING:
            first = True
    return found


_OPENING = frozenset({":", "“", "``", "«", "•", "„", "—", "--", "–"})


def _shape(word: str, first: bool, case: str) -> str:
    if word[0].isdigit():
        return "d"
    if word.islower() or not word[0].isalpha():
        return "l" if case == "l" else "x"
    if case in "at":
        return case
    if len(word) > 1 and word.replace(".", "").isupper():
        return "A"
    if not word[0].isupper():
        return "m"
    return "F" if first else "X"


def _word(word: str, first: bool, case: str, common: dict[str, tuple[str, ...]]) -> Word:
    mark = _PUNCTUATION.get(word)
    if mark is not None:
        return Word((mark,), mark, mark, word, ())
    if word in _APOSTROPHES:
        return Word(("POS", "''", "``"), "'", "'", "", ("c'",))
    lower = word.lower().replace("’", "'")
    if lower not in common and not any(map(str.isalnum, lower)):
        return Word(("SYM",), "SYM", "SYM", "", ())
    shape = _shape(word, first, case)
    tags = common.get(lower)
    known = lower if tags is not None else ""
    fine, kinds = classify(lower)
    if tags is None:
        tags = possible_tags(lower, kinds)
    if (
        shape not in "xld"
        and "NNP" not in tags
        and (shape in "XAm" or not (known and _closed(tags)))
    ):
        tags = (*tags, "NNP", "NNPS") if lower.endswith("s") else (*tags, "NNP")
    elif shape == "l" and kinds[0] == "?":
        tags = (*tags, "NNP")
    if len(tags) == 1:
        return Word(tags, known or tags[0], kinds, known, ())
    features = ["c" + fine, "C" + kinds, "s" + shape, "x" + shape + kinds]
    size = len(lower)
    if size > 3:
        features.append("2" + lower[-2:])
        if size > 4:
            features.append("3" + lower[-3:])
            if size > 5:
                features.append("4" + lower[-4:])
        if shape not in "x":
            features.append("y" + shape + lower[-2:])
    if known:
        features.append("w" + known)
        if shape != "x":
            features.append("v" + shape + known)
    return Word(tags, known or (shape + kinds), kinds, known, tuple(features))


def _closed(tags: tuple[str, ...]) -> bool:
    return tags[0] in FUNCTION


FUNCTION = frozenset("CC CD DT EX IN MD PDT PRP PRP$ TO UH WDT WP WP$ WRB POS RP".split())


@lru_cache(maxsize=1 << 16)
def classify(lower: str) -> tuple[str, str]:
    """The class of a lower-cased word, with the levels of its parts of speech and without."""
    if lower[0].isdigit():
        if lower.isdigit():
            kind = "Y" if len(lower) == 4 and lower[0] in "12" else "D"
        elif lower[-1].isdigit() and "-" not in lower:
            kind = "D"
        elif lower.endswith(("st", "nd", "rd", "th")):
            kind = "O"
        else:
            kind = "B-" if "-" in lower else "Bs" if lower.endswith("s") else "B"
        return kind, kind
    found = analyse(lower)
    if found:
        return "".join([f"{k}{n}" for k, _, n in found]), "".join([k for k, _, _ in found])
    closed = lexicon().closed.get(lower)
    if closed:
        return closed, closed
    head, hyphen, last = lower.rpartition("-")
    if hyphen and last and head:
        kinds = "-" + "".join([k for k, _, _ in analyse(last)])
        return kinds + ("d" if head[0].isdigit() else ""), kinds
    ending = next(ending for ending, _ in _UNKNOWN if lower.endswith(ending))
    return "?" + ending, "?" + ending


def possible_tags(lower: str, kinds: str) -> tuple[str, ...]:
    """The tags that a lower-cased word of that class can have."""
    closed = lexicon().closed.get(lower)
    if closed == "JJ^":
        return ("JJ", "NNP", "NNPS" if lower.endswith("s") else "NNP")
    if closed and kinds == closed:
        return tuple(closed.split("|"))
    head = kinds[0]
    if head in "DY":
        return ("CD",)
    if head in "OB":
        return ("JJ", "CD", "NN", "NNS", "RB")
    tags = [tag for kind in kinds if kind in _TAGS for tag in _TAGS[kind]]
    if head == "-":
        tags = ["JJ", "NN", "NNS", *tags, "RB"]
    if head == "?" or not tags:
        tags += next(tags for ending, tags in _UNKNOWN if lower.endswith(ending))
    return tuple(dict.fromkeys(tags))


AFTER, AHEAD = 1, 7
"""Places of two features in what `context` returns that are used again with the tags before."""


def context(words: Sequence[Word]) -> list[tuple[str, ...]]:
    """The features of each token's surroundings, besides those that need the tags before it."""
    keys = ["<", "<", *(word.key for word in words), ">", ">"]
    found = []
    ahead = _finite_ahead(words)
    for i, word in enumerate(words):
        if len(word.tags) == 1:
            found.append(())
            continue
        before, after = keys[i + 1], keys[i + 3]
        features = (
            "l" + before,
            "r" + after,
            "L" + keys[i],
            "R" + keys[i + 4],
            f"a{word.kinds}|{after}",
            f"b{word.kinds}|{before}",
            f"m{before}|{after}",
            f"h{word.kinds}|{ahead[i]}",
        )
        if word.common:
            features += (f"A{word.common}|{after}", f"B{word.common}|{before}")
        found.append(features)
    return found


def _finite_ahead(words: Sequence[Word]) -> list[int]:
    """Whether a verb that is surely finite follows before the clause ends, for each token."""
    ahead = [0] * len(words)
    state = 0
    for i in range(len(words) - 1, -1, -1):
        ahead[i] = state
        word = words[i]
        if word.tags[0] in CLAUSE_TAGS or word.tags[0] == "." or word.common in CLAUSE_WORDS:
            state = 0
        elif word.common in _SURE_FINITE:
            state = 1
    return ahead


def tag(words: Sequence[str]) -> tuple[str, ...]:
    """The Penn Treebank tag of each word of one sentence."""
    return decode(words, model()) if words else ()


def decode(words: Sequence[str], learnt: Model) -> tuple[str, ...]:
    """The tags that a model gives the words of one sentence, from left to right."""
    rows = learnt.rows
    seen = observe(words, learnt.words)
    around = context(seen)
    tags: list[str] = []
    one = two = "<"
    finite = 0
    for word, features in zip(seen, around, strict=True):
        if len(word.tags) == 1:
            best = word.tags[0]
        else:
            kinds, common = word.kinds, word.common
            keys = [
                *word.features,
                *features,
                "t" + one,
                f"u{one}|{two}",
                f"T{one}|{kinds}",
                f"q{two}|{kinds}",
                f"f{finite}{features[AHEAD]}",
                f"n{one}|{features[AFTER]}",
            ]
            if common:
                keys.append(f"k{one}|{common}")
            scores = dict.fromkeys(word.tags, 0)
            for key in keys:
                row = rows.get(key)
                if row:
                    for name, weight in _decode(row):
                        if name in scores:
                            scores[name] += weight
            best = max(scores, key=scores.__getitem__)
        if best in FINITE:
            finite = 1
        elif best in CLAUSE_TAGS or word.common in CLAUSE_WORDS:
            finite = 0
        tags.append(best)
        one, two = best, one
    return tuple(tags)


TAGS = tuple(
    "# $ '' , -LRB- -RRB- . : CC CD DT EX FW IN JJ JJR JJS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB "
    "RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB ``".split()
)
"""Every tag; its place gives the letter that stands for it in the model file."""
_LETTERS = {chr(48 + i): name for i, name in enumerate(TAGS)}
ZERO = 79
"""The character code of weight 0 in the model file."""


@lru_cache(maxsize=1 << 17)
def _decode(row: str) -> tuple[tuple[str, int], ...]:
    return tuple([(_LETTERS[row[i]], ord(row[i + 1]) - ZERO) for i in range(0, len(row), 2)])
