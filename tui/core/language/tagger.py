"""Part-of-speech tags of a sentence's tokens, in the Penn Treebank's set.

A structured perceptron (Collins 2002) that keeps the few best taggings of what it has read, and
chooses among the tags that a word can have. Those come from the lexicon in `morphology`; the
weights come from `data/scripts/tagger_train.py`.
"""

from __future__ import annotations

import gc
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from operator import itemgetter

from tui.core.language.casing import names_among, places
from tui.core.language.morphology import analyse
from tui.core.language.wordclass import (
    AFTER,
    AHEAD,
    CLAUSE_TAGS,
    CLAUSE_WORDS,
    FINITE,
    SUBORDINATE_TAGS,
    Word,
    classify,
    describe,
    surroundings,
)

__all__ = ["TAGS", "Model", "Tagger", "model", "names_among", "tag", "tagger", "unpack"]

TAGS = tuple(
    "# $ '' , -LRB- -RRB- . : CC CD DT EX FW IN JJ JJR JJS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB "
    "RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB ``".split()
)
"""Every tag; its place gives the letter that stands for it in the model file."""

ZERO = 79
"""The character code of weight 0 in the model file."""

BEAM = 4
"""How many taggings are kept."""

_MARGIN = 40
"""A tagging that scores this much less than the best is dropped at once."""

_LETTERS = {chr(48 + i): name for i, name in enumerate(TAGS)}

_REMEMBERED = 1 << 14
"""Words that a tagger remembers at most."""

Row = dict[str, int]
_Known = tuple[Word, tuple[int, ...]]
State = tuple[int, str, str, int, int, tuple[str, object]]
"""Score, the last tag and the one before, what `advance` keeps, and the path so far."""

START = (0, 1)


def advance(finite: int, balance: int, tag: str, clause: bool) -> tuple[int, int]:
    """What is remembered of the verbs so far, after one more tag.

    `finite` counts the finite verbs in the clause (0, 1, 2 for more). `balance` weighs those in
    the sentence against the words that begin a clause: 1 where they are as many, 0 where a verb
    is still owed, at most 3. `clause` says that the word is one of `CLAUSE_WORDS`.
    """
    if tag in FINITE:
        return min(finite + 1, 2), min(balance + 1, 3)
    if clause or tag in SUBORDINATE_TAGS:
        return 0, max(balance - 1, 0)
    return (0 if tag in CLAUSE_TAGS else finite), balance


@dataclass(frozen=True, slots=True)
class Model:
    """Common words with the tags they can have, and rows of weights by feature."""

    words: dict[str, tuple[str, ...]]
    rows: dict[str, str]


def unpack(data: bytes) -> Model:
    """The model in a file's bytes; `data/scripts/tagger_train.py` describes the layout."""
    words, keys, rows = zlib.decompress(data).decode("utf-8").split("\n\n")
    table: dict[str, tuple[str, ...]] = {}
    for line in words.split("\n"):
        tags, *found = line.split(" ")
        table.update(dict.fromkeys(found, tuple(tags.split("|"))))
    return Model(table, dict(zip(keys.split("\n"), rows.split("\n"), strict=True)))


@cache
def model() -> Model:
    """The model file, read on first use."""
    return unpack(resources.files("tui.data").joinpath("tagger_weights.z").read_bytes())


@lru_cache(maxsize=1 << 13)
def _decode(row: str) -> Row:
    return {_LETTERS[row[i]]: ord(row[i + 1]) - ZERO for i in range(0, len(row), 2)}


class Tagger:
    """A model at work. It remembers what it worked out about words, and nothing else."""

    def __init__(self, learnt: Model) -> None:
        self._rows = learnt.rows
        self._common = learnt.words
        self._seen: defaultdict[tuple[bool, str], dict[str, _Known]] = defaultdict(dict)
        """By what a word's place says of it; a table of its own for each takes no key of three."""
        # many words are alike but for their features, which nothing asks for once they are summed
        self._alike: dict[Word, Word] = {}
        self._free = _REMEMBERED

    def _read(self, word: str, first: bool, case: str) -> _Known:
        """A token by itself, and the sum of its weights for each tag if it can have several."""
        if not self._free:
            self._clear()
        self._free -= 1
        own = describe(word, first, case, self._common)
        several = own.tags if len(own.tags) > 1 else ()
        scores = tuple(self._sum(own.features, several, [0] * len(several)))
        own = Word(own.tags, own.key, own.kinds, own.common, ())
        found = self._seen[first, case][word] = self._alike.setdefault(own, own), scores
        return found

    def _clear(self) -> None:
        self._seen.clear()
        self._alike.clear()
        self._free = _REMEMBERED

    def forget(self) -> None:
        """Let go of what it remembers: after a long text, what is left of it is large."""
        self._clear()
        for cached in (_decode, classify, analyse):
            cached.cache_clear()
        # a collection empties the free lists of the interpreter as well: a few thousand tuples, all
        # over the memory that what is cleared took, keep most of it from being used otherwise
        gc.collect()

    def _sum(self, features: Iterable[str], tags: Sequence[str], scores: list[int]) -> list[int]:
        """`scores`, with the weights of the features added for each of the tags."""
        rows = self._rows
        for feature in features:
            packed = rows.get(feature)
            if packed is not None:
                row = _decode(packed)
                for i, tag in enumerate(tags):
                    if tag in row:
                        scores[i] += row[tag]
        return scores

    def tag(self, words: Sequence[str], names: Collection[str] = ()) -> tuple[str, ...]:
        """The tags of one sentence's words."""
        seen = [
            self._seen[first, case].get(word) or self._read(word, first, case)
            for word, first, case in places(words, names)
        ]
        around = surroundings([word for word, _ in seen])
        beam: list[State] = [(0, "<", "<", *START, ("", None))]
        for (word, base), near in zip(seen, around, strict=True):
            if near:
                scores = self._sum(near, word.tags, list(base))
                beam = self._choose(beam, word, near, scores)
            else:
                beam = self._pass(beam, word)
        path = beam[0][-1]
        found = []
        while path[1] is not None:
            found.append(path[0])
            path = path[1]  # type: ignore[assignment]
        return tuple(reversed(found))

    def _pass(self, beam: list[State], word: Word) -> list[State]:
        """The taggings with the one tag that a word can have put behind them."""
        tag = word.tags[0]
        clause = word.common in CLAUSE_WORDS
        ends = clause or tag in CLAUSE_TAGS
        return [
            (
                score + self._end(finite, balance, tag) if ends else score,
                tag,
                one,
                *advance(finite, balance, tag, clause),
                (tag, path),
            )
            for score, one, _, finite, balance, path in beam
        ]

    def _end(self, finite: int, balance: int, tag: str) -> int:
        """What it costs that a clause or sentence ends in `tag` with such verbs before."""
        packed = self._rows.get(f"z{finite}")
        cost = _decode(packed).get(tag, 0) if packed else 0
        if tag == ".":
            packed = self._rows.get(f"Z{balance}")
            cost += _decode(packed).get(tag, 0) if packed else 0
        return cost

    def _choose(
        self, beam: list[State], word: Word, near: tuple[str, ...], base: list[int]
    ) -> list[State]:
        """The best of the taggings with each of a word's tags put behind them."""
        kinds, common, tags = word.kinds, word.common, word.tags
        after, ahead = near[AFTER], near[AHEAD]
        clause = common in CLAUSE_WORDS
        found: dict[tuple[str, str, int, int], State] = {}
        for score, one, two, finite, balance, path in beam:
            features = [
                "t" + one,
                f"u{one}|{two}",
                f"T{one}|{kinds}",
                f"q{two}|{kinds}",
                f"f{finite}{ahead}",
                f"n{one}|{after}",
                f"g{balance}{kinds}",
            ]
            if common:
                features.append(f"k{one}|{common}")
            for tag, points in zip(tags, self._sum(features, tags, base.copy()), strict=True):
                points += score
                if clause or tag in CLAUSE_TAGS:
                    points += self._end(finite, balance, tag)
                verbs = advance(finite, balance, tag, clause)
                state = (tag, one, *verbs)
                best = found.get(state)
                if best is None or points > best[0]:
                    found[state] = (points, tag, one, *verbs, (tag, path))
        ranked = sorted(found.values(), key=_score, reverse=True)[:BEAM]
        least = ranked[0][0] - _MARGIN
        return [state for state in ranked if state[0] >= least]


_score = itemgetter(0)


@cache
def tagger() -> Tagger:
    """The tagger with the model file."""
    return Tagger(model())


def tag(words: Sequence[str], names: Collection[str] = ()) -> tuple[str, ...]:
    """The Penn Treebank tag of each word of one sentence.

    `to` is TO before a verb and IN before anything else. `names`, as `names_among` finds them
    in the whole document, helps with words that are capitalized only for their place.
    """
    return _pronouns(words, tagger().tag(words, names))


def _pronouns(words: Sequence[str], tags: tuple[str, ...]) -> tuple[str, ...]:
    """`neither` and `either` as the subject of the verb that follows are no conjunctions."""
    for i in range(len(words) - 1):
        if tags[i] == "CC" and tags[i + 1] in FINITE and words[i].lower() in ("neither", "either"):
            before = tags[i - 1] if i else ""
            if not before.startswith(("NN", "PRP")):
                tags = (*tags[:i], "DT", *tags[i + 1 :])
    return tags
