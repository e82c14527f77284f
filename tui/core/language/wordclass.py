"""What the tagger can tell of each token: the tags it can have, and features to choose by.

Shared with `data/scripts/tagger_train.py`, so that learning and tagging see the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.core.language.morphology import analyse, lexicon

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of finite verbs (an imperative or subjunctive VB aside)."""

CLAUSE_TAGS = frozenset({",", ":", ".", "CC", "WDT", "WP", "WRB", "``", "''", "-LRB-", "-RRB-"})
"""Tags at which a clause may end."""

SUBORDINATE_TAGS = frozenset({"WDT", "WP", "WRB"})
"""Tags that begin a clause with a finite verb of its own."""

CLAUSE_WORDS = frozenset(
    "that because if although though while whether unless since as after before until than".split()
)
"""Words, mostly tagged IN, at which a clause may end and another begin."""

FUNCTION = frozenset("CC CD DT EX IN MD PDT PRP PRP$ TO UH WDT WP WP$ WRB POS RP".split())
"""Tags of the closed classes, whose words are not taken for names when capitalized."""

_SURE_FINITE = frozenset(
    "is are was were am has have will would can could may might must shall should do does did ca "
    "wo 'll 've 're 'm".split()
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
        ("NN", "% ‰ °"),
        ("CC", "&"),
        ("IN", "@"),
    )
    for mark in marks.split()
}
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
    """What can be told of a token without its neighbours."""

    tags: tuple[str, ...]
    """The tags it can have."""
    key: str
    """How neighbours see it: itself if it is common, or else its class."""
    kinds: str
    """Its class: the kinds of its analyses in `morphology`, or what else is known of it."""
    common: str
    """The lower-cased word, if it is common enough to have weights of its own."""
    features: tuple[str, ...]


def describe(word: str, first: bool, case: str, common: dict[str, tuple[str, ...]]) -> Word:
    """A token by itself; `common` holds the words with weights of their own, and their tags."""
    mark = _PUNCTUATION.get(word)
    if mark is not None:
        return Word((mark,), mark, mark, "", ())
    if word in _APOSTROPHES:
        return Word(("POS", "''", "``"), "'", "'", "", ("c'",))
    lower = word.lower().replace("’", "'")
    tags = common.get(lower)
    if tags is None and not any(map(str.isalnum, lower)):
        return Word(("SYM",), "SYM", "SYM", "", ())
    shape = _shape(word, first, case)
    known = lower if tags is not None else ""
    fine, kinds = classify(lower)
    if tags is None:
        tags = possible_tags(lower, kinds)
    if shape in "XAm" or (shape in "Fat" and not (known and tags[0] in FUNCTION)):
        names = ("NNP", "NNPS") if lower.endswith("s") else ("NNP",)
        tags = tuple(dict.fromkeys((*tags, *names)))
    elif shape == "l" and kinds[0] == "?":
        tags = (*tags, "NNP")
    key = known or shape + kinds
    if len(tags) == 1:
        return Word(tags, known or tags[0], kinds, known, ())
    return Word(tags, key, kinds, known, _features(lower, shape, fine, kinds, known))


def _features(lower: str, shape: str, fine: str, kinds: str, known: str) -> tuple[str, ...]:
    features = ["c" + fine, "C" + kinds, "s" + shape, "x" + shape + kinds]
    size = len(lower)
    if size > 3:
        features.append("2" + lower[-2:])
        if size > 4:
            features.append("3" + lower[-3:])
        if size > 5:
            features.append("4" + lower[-4:])
        if shape != "x":
            features.append("y" + shape + lower[-2:])
    if known:
        features.append("w" + known)
        if shape != "x":
            features.append("v" + shape + known)
    return tuple(features)


def _shape(word: str, first: bool, case: str) -> str:
    """d digits, x lower case (l where nothing is capitalized), X capital (F where it begins),
    A capitals (a where all is), t capital among capitals, m capitals inside."""
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


@lru_cache(maxsize=1 << 10)
def classify(lower: str) -> tuple[str, str]:
    """The class of a lower-cased word, with the levels of its parts of speech and without."""
    if lower[0].isdigit():
        kind = _number_class(lower)
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


def _number_class(lower: str) -> str:
    if lower.isdigit():
        return "Y" if len(lower) == 4 and lower[0] in "12" else "D"
    if lower[-1].isdigit() and not any(map(str.isalpha, lower)):
        return "D"
    if lower.endswith(("st", "nd", "rd", "th")):
        return "O"
    return "B-" if "-" in lower else "Bs" if lower.endswith("s") else "B"


def possible_tags(lower: str, kinds: str) -> tuple[str, ...]:
    """The tags that a lower-cased word of that class can have."""
    if kinds == lexicon().closed.get(lower):
        return ("JJ", "NNP", "NNPS") if kinds == "JJ^" else tuple(kinds.split("|"))
    head = kinds[0]
    if head in "DY":
        return ("CD",)
    if head in "OB":
        return ("JJ", "CD", "NN", "NNS", "RB")
    tags = [tag for kind in kinds if kind in _TAGS for tag in _TAGS[kind]]
    if head == "-":
        tags = ["JJ", "NN", "NNS", *tags, "RB"]
    elif not tags:
        tags += next(tags for ending, tags in _UNKNOWN if lower.endswith(ending))
    return tuple(dict.fromkeys(tags))


AFTER, AHEAD = 0, 1
"""Places of two features in what `surroundings` gives that are used again with other tags."""


def surroundings(words: Sequence[Word]) -> list[tuple[str, ...]]:
    """The features of each token's neighbours; none for a token that can have but one tag."""
    keys = ["<", "<", *[word.key for word in words], ">", ">"]
    ahead = _finite_ahead(words)
    found: list[tuple[str, ...]] = []
    for i, word in enumerate(words):
        if len(word.tags) == 1:
            found.append(())
            continue
        before, after, kinds, common = keys[i + 1], keys[i + 3], word.kinds, word.common
        near: tuple[str, ...] = (
            "r" + after,
            f"h{kinds}|{ahead[i]}",
            "l" + before,
            "L" + keys[i],
            "R" + keys[i + 4],
            f"a{kinds}|{after}",
            f"b{kinds}|{before}",
            f"m{before}|{after}",
        )
        if common:
            near += (f"A{common}|{after}", f"B{common}|{before}")
        found.append(near)
    return found


def _finite_ahead(words: Sequence[Word]) -> list[int]:
    """Whether a verb that is surely finite follows before the clause ends, for each token."""
    ahead = [0] * len(words)
    state = 0
    for i in range(len(words) - 1, -1, -1):
        ahead[i] = state
        word = words[i]
        if word.tags[0] in CLAUSE_TAGS or word.common in CLAUSE_WORDS:
            state = 0
        elif word.common in _SURE_FINITE:
            state = 1
    return ahead
