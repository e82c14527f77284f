"""Build tagger_lexicon.z: which parts of speech a word can be, and irregular forms.

From WordNet 3.0's database files (Debian package wordnet-base 3.0-37) and Brill's lexicon as
TextBlob carries it (`textblob/en/en-lexicon.txt`, TextBlob 0.20.1). Only the standard library.

    python tagger_lexicon.py tagger_lexicon.z --wordnet /usr/share/wordnet \
        --brill textblob/en/en-lexicon.txt

The file is zlib-compressed UTF-8 text in three parts, each ended by an empty line:

- `code word word ...`: lemmas by the parts of speech they have, each with how common it is for
  that lemma (1 rare, 2 middling, 3 usual): "n3v1" is a noun that is seldom a verb;
- `Tag|Tag word word ...`: words of the closed classes, and adjectives from names under "JJ^";
- `kind form lemma form lemma ...`: irregular plurals (s), verb forms (v), comparisons (a).
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections import defaultdict
from pathlib import Path

from tui.core.language import morphology

_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_SENSE_TYPES = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_OPEN = {"NN": "n", "VB": "v", "VBP": "v", "JJ": "a", "RB": "r"}
# What the tagged text may not hold often enough; "|" where a word has more than one tag.
_CLOSED = {
    "CC": "and or but nor yet plus minus versus & et",
    "CD": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million billion trillion dozen",
    "DT": "a an the this these those each every no another some any either neither both",
    "IN": "aboard about above across after against albeit along alongside although amid amidst "
    "among amongst around as at athwart atop because before behind below beneath beside besides "
    "between beyond by despite during ere except for from if in inside into lest like near "
    "notwithstanding of off on onto opposite outside over past pending per since than that though "
    "through throughout till toward towards under underneath unless unlike until unto upon via "
    "whereas whether while whilst with within without",
    "MD": "can could may might must shall should will would ought ca wo sha 'll",
    "PRP": "i me myself we us ourselves you yourself yourselves he him himself she her herself it "
    "itself they them themselves themself oneself thou thee thyself ye mine ours yours hers theirs "
    "thine",
    "PRP$": "my our your his her its their thy",
    "UH": "ah aha ahem alas amen aye bravo eh goodbye gosh ha hello hey hi hmm ho hurrah nay oh ok "
    "okay oops ouch ugh uh um wow yeah yep yes",
    "WDT": "which whichever that whatever",
    "WP": "who whom what whoever whomever whosoever whatever whatsoever",
    "WP$": "whose",
    "WRB": "how when where why whence whenever whereby wherein whereupon wherever whither however",
    "EX": "there",
    "TO": "to",
    "POS": "'s",
    "VBZ": "'s is has does doth hath",
    "VBP": "'m 're 've am are have do art hast dost",
    "MD|VBD": "'d",
    "RB": "not n't",
}
_PLAIN = re.compile(r"[a-z][a-z'-]*")
_RARE, _USUAL = 0.08, 0.6
# About what part of a verb's uses are its past participle or its -ing form.
_PARTICIPLE_SHARE = 0.3
_GUESSES = (
    ("ly", "r"),
    *((ending, "a") for ending in "ous ful less able ible ical ic ive al ish ary ed ing".split()),
)


def wordnet_counts(folder: Path) -> tuple[dict[str, dict[str, int]], set[str]]:
    """How often each lower-case lemma is tagged as each part of speech; capitalized adjectives."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    capitalized = set()
    for letter, name in _FILES.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" ")
            for k in range(int(fields[3], 16)):
                word = fields[4 + 2 * k].partition("(")[0]
                if _PLAIN.fullmatch(word):
                    counts[word].setdefault(letter, 0)
                elif (
                    letter == "a"
                    and word.isascii()
                    and word.isalpha()
                    and word.istitle()
                    and len(word) > 3
                ):
                    capitalized.add(word.lower())
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, _, count = line.split(" ")
        word, _, rest = key.partition("%")
        letter = _SENSE_TYPES[rest[0]]
        if letter in counts.get(word, ()):
            counts[word][letter] += int(count)
    return counts, capitalized


def brill_tags(path: Path) -> dict[str, str]:
    """The commonest tag of each word form."""
    tags = {}
    for line in path.read_text("utf-8").splitlines():
        fields = line.split(" ")
        if len(fields) == 2 and not line.startswith(";"):
            tags[fields[0]] = fields[1]
    return tags


def code(found: dict[str, int], best: str | None) -> str:
    """The parts of speech of one lemma, each with its level."""
    total = sum(found.values())
    parts = []
    for letter in "nvar":
        if letter not in found:
            continue
        if len(found) == 1:
            level = 3
        elif total < 3:
            level = 2 if best is None else 3 if best == letter else 1
        else:
            share = found[letter] / total
            level = 1 if share <= _RARE else 3 if share >= _USUAL else 2
        parts.append(f"{letter}{level}")
    return "".join(parts)


def worth_keeping(word: str, found: dict[str, int], forms: set[str]) -> bool:
    """Whether a lemma says more than its spelling would.

    Words seen neither in WordNet's tagged text nor in Brill's lexicon are left out where a
    guess by suffix serves as well; verbs and words of several parts of speech stay.
    """
    if "v" in found or sum(found.values()) > 0:
        return True
    if len(found) > 1:
        return word in forms
    letter = next(iter(found))
    guess = next((x for ending, x in _GUESSES if word.endswith(ending)), "n")
    return word in forms and guess != letter


def participles(counts: dict[str, dict[str, int]]) -> dict[str, str]:
    """Levels of adjectives that are also forms of a verb: "stopped" is seldom one."""
    found = {}
    verbs = {word for word, by in counts.items() if "v" in by}
    for word, by in counts.items():
        stems = morphology.candidates(word, "v", verbs.__contains__)
        if list(by) == ["a"] and stems:
            as_verb = counts[stems[0]]["v"] * _PARTICIPLE_SHARE
            total = by["a"] + as_verb
            share = by["a"] / total if total >= 1 else 0.3
            found[word] = "a1" if share <= 2 * _RARE else "a3" if share >= _USUAL else "a2"
    return found


def irregular(folder: Path, name: str) -> dict[str, str]:
    """Forms whose lemma the spelling rules of `morphology` do not give."""
    found = {}
    for line in (folder / f"{name}.exc").read_text("latin-1").splitlines():
        form, lemma = line.split(" ")[:2]
        if _PLAIN.fullmatch(form) and _PLAIN.fullmatch(lemma) and form != lemma:
            found[form] = lemma
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--brill", type=Path, required=True)
    options = parser.parse_args()
    counts, capitalized = wordnet_counts(options.wordnet)
    brill = brill_tags(options.brill)
    for word, tag in brill.items():
        letter = _OPEN.get(tag)
        if letter and _PLAIN.fullmatch(word) and len(word) > 2 and word not in counts:
            counts[word] = {letter: 0}
    closed = defaultdict(list)
    for tag, words in _CLOSED.items():
        for word in words.split():
            closed[word].append(tag)
    groups = defaultdict(list)
    forms_seen = set(brill)
    levels = participles(counts)
    for word, found in counts.items():
        if worth_keeping(word, found, forms_seen):
            key = levels.get(word) or code(found, _OPEN.get(brill.get(word, "")))
            groups[key].append(word)
    by_tags = defaultdict(list)
    for word, tags in closed.items():
        by_tags["|".join(tags)].append(word)
    by_tags["JJ^"] = list(capitalized - closed.keys())
    lemmas = {
        letter: {word for word, found in counts.items() if letter in found} for letter in "nva"
    }
    forms = {}
    for kind, letter, name in (("s", "n", "noun"), ("v", "v", "verb"), ("a", "a", "adj")):
        forms[kind] = {
            form: lemma
            for form, lemma in irregular(options.wordnet, name).items()
            if lemma in lemmas[letter]
            and (sum(counts[lemma].values()) > 0 or form in brill)
            and lemma not in morphology.candidates(form, kind, lemmas[letter].__contains__)[:1]
        }
    lines = [f"{key} {' '.join(sorted(words))}" for key, words in sorted(groups.items())]
    lines += ["", *(f"{key} {' '.join(sorted(words))}" for key, words in sorted(by_tags.items()))]
    lines.append("")
    for kind, table in sorted(forms.items()):
        lines.append(f"{kind} {' '.join(f'{form} {table[form]}' for form in sorted(table))}")
    options.out.write_bytes(zlib.compress("\n".join(lines).encode(), 9))
    print({k: len(v) for k, v in groups.items()}, {k: len(v) for k, v in forms.items()})


if __name__ == "__main__":
    main()
