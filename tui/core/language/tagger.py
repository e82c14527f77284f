"""Part-of-speech tags of a sentence's tokens, in the Penn Treebank's set."""

from __future__ import annotations

from collections.abc import Sequence

_CLOSED = {
    "DT": "the a an this these those every each no another some any all both neither either",
    "IN": "of in on at by for from with about against between into through during before after "
    "above below under over without within along across behind beyond near since until upon "
    "among amid despite per via that if because although though while unless whether as than like "
    "toward towards outside inside onto throughout except",
    "CC": "and or but nor yet plus &",
    "PRP": "i you he she it we they me him us them himself herself itself themselves myself "
    "ourselves yourself mine yours hers ours theirs",
    "PRP$": "my your his her its our their",
    "MD": "can could may might must shall should will would ca wo 'll ’ll sha",
    "TO": "to",
    "EX": "there",
    "WP": "who whom what whoever whatever",
    "WP$": "whose",
    "WDT": "which whichever",
    "WRB": "when where why how whenever wherever",
    "RB": "not n't n’t never also now then here very too so just only still even again already "
    "always often soon later almost however instead perhaps",
    "VBZ": "is has does 's says",
    "VBD": "was were had did said told went came took gave made got began left held found saw knew",
    "VBP": "are am do have 've ’ve 're ’re 'm ’m",
    "VB": "be",
    "VBN": "been done gone taken given known seen",
    "VBG": "being having",
    "CD": "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million billion trillion",
    "JJ": "new old good other many few several such own same last first next great high military",
    "JJR": "more less better worse",
    "JJS": "most least best worst",
    "POS": "’s",
    ",": ",",
    ".": ". ! ?",
    ":": ": ; - -- — – ... …",
    "``": "`` “ ‘ « ‹",
    "''": "'' ” ’ » › ' \"",
    "-LRB-": "( [ {",
    "-RRB-": ") ] }",
    "$": "$ £ € US$",
    "#": "#",
}
_WORDS = {word: tag for tag, words in _CLOSED.items() for word in words.split()}
_SUFFIXES = (
    ("ing", "VBG"),
    ("ed", "VBD"),
    ("ly", "RB"),
    ("ous", "JJ"),
    ("ful", "JJ"),
    ("ible", "JJ"),
    ("able", "JJ"),
    ("ical", "JJ"),
    ("ive", "JJ"),
    ("al", "JJ"),
    ("ss", "NN"),
    ("us", "NN"),
    ("is", "NN"),
    ("s", "NNS"),
)
_BE_OR_HAVE = frozenset("be is are was were been being am has have had 's 've by ’ve ’s".split())
_BEFORE_BASE = frozenset({"MD", "TO"})


def tag(words: Sequence[str]) -> tuple[str, ...]:
    """The Penn Treebank tag of each word of one sentence."""
    tags: list[str] = []
    for i, word in enumerate(words):
        before = words[i - 1].lower() if i else ""
        tags.append(_one(word, before, tags[-1] if tags else "", first=i == 0))
    return tuple(tags)


def _one(word: str, before: str, before_tag: str, *, first: bool) -> str:
    lower = word.lower()
    known = _WORDS.get(lower)
    if known is not None:
        return known
    if word[0].isdigit():
        return "CD"
    if not word[0].isalpha():
        return "SYM"
    if word[0].isupper() and not first:
        return "NNP"
    if before_tag in _BEFORE_BASE or (before_tag == "RB" and before == "not"):
        return "VB"
    for suffix, name in _SUFFIXES:
        if lower.endswith(suffix):
            if name == "VBD" and (before in _BE_OR_HAVE or before_tag in ("DT", "PRP$", "IN")):
                return "VBN"
            return name
    return "NN"
