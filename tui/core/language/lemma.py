"""The dictionary form of an English word, given its part of speech."""

from __future__ import annotations

from functools import lru_cache

from tui.core.language.morphology import analyse, guess

_KINDS = {
    "NN": "N",
    "NNS": "S",
    "VB": "V",
    "VBP": "V",
    "VBZ": "Z",
    "VBG": "G",
    "VBD": "P",
    "VBN": "E",
    "JJ": "A",
    "JJR": "C",
    "JJS": "U",
    "RB": "R",
    "RBR": "C",
    "RBS": "U",
}
# Forms that belong to other words than their spelling says, and closed-class words with forms.
_FIXED = {
    ("n't", "RB"): "not",
    ("'s", "VBZ"): "be",
    ("'m", "VBP"): "be",
    ("'re", "VBP"): "be",
    ("'ve", "VBP"): "have",
    ("'ve", "VB"): "have",
    ("'d", "VBD"): "have",
    ("'d", "MD"): "would",
    ("'ll", "MD"): "will",
    ("wo", "MD"): "will",
    ("ca", "MD"): "can",
    ("sha", "MD"): "shall",
    ("better", "RBR"): "well",
    ("best", "RBS"): "well",
    ("more", "JJR"): "more",
    ("most", "JJS"): "most",
    ("less", "JJR"): "less",
    ("an", "DT"): "a",
    ("am", "VBP"): "be",
    ("are", "VBP"): "be",
    ("art", "VBP"): "be",
    ("is", "VBZ"): "be",
    ("was", "VBD"): "be",
    ("were", "VBD"): "be",
    ("been", "VBN"): "be",
    ("being", "VBG"): "be",
    ("data", "NNS"): "data",
    ("media", "NNS"): "media",
}


@lru_cache(maxsize=1 << 12)
def lemma(word: str, tag: str) -> str:
    """The lower-cased dictionary form of `word` as a `tag` (Penn Treebank).

    "Vehicles" as NNS gives "vehicle", "was" as VBD "be". Names (NNP, NNPS) keep their letters
    as written; a hyphenated word is taken by its last part.
    """
    if tag.startswith("NNP"):
        return word
    lower = word.lower().replace("’", "'")
    fixed = _FIXED.get((lower, tag))
    if fixed is not None:
        return fixed
    kind = _KINDS.get(tag)
    if kind is None:
        return lower
    for found, base, _ in analyse(lower):
        if found == kind:
            return base
    # The tagger may take a past tense for a participle, or a noun for a verb of the same form.
    if kind in "PE":
        for found, base, _ in analyse(lower):
            if found in "PE":
                return base
    if kind in "NVAR":
        return lower
    head, hyphen, last = lower.rpartition("-")
    if hyphen and head and last:
        return head + hyphen + lemma(last, tag)
    return guess(lower, kind)
