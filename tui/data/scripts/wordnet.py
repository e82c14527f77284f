"""Makes `tui/data/wordnet.tsv`, the relations between words, from the WordNet 3.0 database.

    python wordnet.py /usr/share/wordnet ../vocabulary.txt ../wordnet.tsv

The folder is the one Debian's package `wordnet-base` installs. One line a lemma, sorted by its
bytes: the lemma, then five columns of lemmas separated by spaces: antonyms, family, synonyms,
hypernyms and kindred. Kept are single words in lower case that the vocabulary of the vectors knows,
that WordNet counted in texts, or that derive from such a word or reverse it by a prefix. The output
depends on nothing but the input.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SYNONYM_SENSES = {"n": 2, "v": 3, "a": 2, "r": 2}
"""Words are near-synonyms where a synset is among the first senses of both."""
ANTONYM_SENSES = 2
"""A pair of antonyms reaches the other words of its synsets where these are first senses."""
SATELLITE_SENSES = 1
HYPERNYMS = 3
"""Ancestors kept of a word, nearest first."""
ABOVE = {"n": "@", "v": "@", "a": "&", "r": "@"}
"""The pointer to what is next above, or beside, a synset."""
LEVELS = {"n": (1, 5), "v": (1, 1)}
"""How many first senses are looked at, and how far up."""
TOO_GENERAL = frozenset(
    """abstraction act activity amount artifact attribute be being cause change collection
    condition content do entity event express get give go group happening have instrumentality
    make matter measure move object organism part phenomenon process property quality quantity
    relation state stuff substance take thing travel unit whole""".split()
)
REVERSALS = re.compile(
    r"\b(?:not|no|non|without|lack\w*|absence|opposite|contrary|remove\w*|removal|undo|undoing|"
    r"reverse|reversal|deprive|depriv\w+|free|release|refuse|refusal|cease|stop|unable|incapable|"
    r"impossible|unwilling\w*|fail|failure|little|lose|loss)\b"
)
PREFIXES = {"un": "anvr", "non": "anvr", "dis": "anvr", "de": "nv"} | dict.fromkeys(
    ("in", "im", "il", "ir"), "ar"
)
"""Reversing prefixes, and the parts of speech they reverse."""
PLAIN = frozenset({"un", "non"})
"""Prefixes that reverse whatever the gloss says."""
NOT_REVERSED = frozenset(
    """debar debrief decamp default defaulter deform deformation delegation demerit denim
    deplane deposition derange derangement determination detrain disaffect
    disappoint disappointment discount discounter discover discovered discovery
    disjoint dismay distill impassive inborn indifferent""".split()
)
EVERYDAY = """
    accept decline, accept refuse, acknowledge deny, acquit convict, acquit guilty, acting
    permanent, admit deny, adopt abandon, adopt reject, adopt repeal, advance decline, affirm
    overturn, affirm quash, affirm reverse, agree decline, agree refuse, ally enemy, alone
    accompanied, alone jointly, alone together, amateur professional, ancient modern, appoint
    dismiss, approve reject, approve veto, arrest release, arrive depart, attend boycott, attend
    miss, attend skip, authentic fake, authentic forgery, award deny, award refuse, back oppose,
    ban allow, ban permit, before after, begin finish, begin stop, block allow, boost cut,
    breach comply, breach conform, breach conformity, breach honor, breach honour, breach
    observe, build demolish, build destroy, buy sell, buyer seller, buyer vendor, catch miss,
    cause prevent, civilian military, clear convict, clear guilty, climb fall, collapse survive,
    comply violate, confirm deny, confirm dismiss, confirm refute, continue cease, continue end,
    continue halt, continue stop, continue suspend, convict exonerate, create destroy, creditor
    debtor, cut raise, damage repair, deadlock accord, deadlock agreement, deliberate
    accidental, deploy withdraw, die survive, disclose conceal, disclose withhold, domestic
    foreign, draft final, ease tighten, employed unemployed, employer employee, employer worker,
    enter leave, escape capture, escape captured, exonerate convict, exonerate guilty, expand
    shrink, flourish decline, follow ignore, form disband, found dissolve, friend enemy,
    friendly hostile, full partial, gain lose, genuine fake, genuine forgery, give deny, give
    refuse, grant deny, grant refuse, great bad, grow shrink, halt resume, halve double, heed
    ignore, hire dismiss, hire sack, hit miss, host guest, impasse accord, impasse agreement,
    import export, improve deteriorate, improve worsen, include exclude, include omit, increase
    drop, increase fall, increase reduce, increase shrink, indoors outdoors, innocent convict,
    install remove, intentional accidental, interim final, interim permanent, invite bar, invite
    exclude, jail free, join leave, join quit, jointly separately, jump slump, keep abandon,
    keep discard, keep lose, keep remove, keep sell, kill survive, know ignorant, know unaware,
    landlord lessee, landlord tenant, launch cancel, launch scrap, leave remain, leave stay,
    legal unlawful, lend borrow, lender borrower, lessor lessee, licensor licensee, lift impose,
    maintain abandon, marry divorce, mention omit, narrow widen, native foreign, obey defy, obey
    ignore, open confine, open restrict, oppose favor, oppose favour, oppose support, overthrow
    restore, own lease, own rent, pardon execute, peaceful violent, plaintiff defendant, plummet
    soar, plunge soar, plunge surge, postpone hasten, praise blame, praise condemn, praise
    criticise, praise criticize, preliminary final, preserve demolish, preserve destroy, profit
    loss, prohibit allow, prosecution defence, prosecution defense, provisional final,
    provisional full, provisional permanent, public secret, publish suppress, publish withhold,
    punish pardon, punish reward, purchaser seller, purchaser vendor, ratify reject, real fake,
    recover deteriorate, recover die, recover worsen, remain abdicate, remain depart, remain
    resign, renew cancel, respect violate, restore demolish, retain abolish, retain discard,
    retain lose, retain repeal, retain scrap, retreat advance, reveal conceal, rise decline,
    rise drop, rise plunge, rise slump, rise tumble, rural urban, secret known, seize release,
    solo joint, spare demolish, spare destroy, spare execute, spare kill, stand collapse, stand
    fall, start finish, start stop, succeed fail, supplier customer, surge drop, surge slump,
    suspend resume, teacher pupil, temporarily permanently, temporary permanent, thank blame,
    tiny huge, tiny large, together separately, true untrue, unite divide, uphold overturn,
    uphold quash, uphold reverse, upper lower, victory defeat, voluntarily force, voluntary
    compulsory, voluntary forced, volunteer conscript, volunteer force, welcome condemn, welcome
    criticise, welcome criticize, wholesale retail, willing force, willingly force, win lose,
    yes no
"""
"""Opposites of everyday language that WordNet leaves out."""
IRREGULAR = """
    able enable, advise advice, allege allegation, analyse analysis, applaud applause, bathe
    bath, bear birth, bleed blood, breathe breath, broad breadth, certain certainty, choose
    choice, dead death, deceive deceit, deep depth, defend defense, do deed, emphasise emphasis,
    employ employee, employ employer, expend expense, explode explosive, explosion explosive,
    feed food, fly flight, free freedom, give gift, grieve grief, gun gunman, hate hatred, high
    height, hot heat, impel impulse, know knowledge, large enlarge, life live, long length, lose
    loss, minister ministry, oppose opposition, police policeman, poor poverty, pretend
    pretence, proof prove, proud pride, receive receipt, refuge refugee, relieve relief, rich
    enrich, ride road, safe safety, science scientific, see sight, sell sale, serve service,
    shoot shot, short shorten, sit seat, steal theft, strike stroke, strong strength, succeed
    success, thieve thief, true truth, war warfare, warm warmth, weigh weight, wide width, wise
    wisdom, young youth
"""
"""Relatives that WordNet leaves out, most by a change of vowel."""
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

Sense = tuple[str, int]
"""A synset's key and the place of one of its words, counted from 0."""
Table = dict[str, set[str]]


@dataclass(frozen=True)
class Synset:
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int, int], ...]
    """Symbol, target synset, source and target word (counted from 1; 0: the whole synset)."""
    gloss: str


def read_synsets(folder: Path) -> dict[str, Synset]:
    """All synsets, keyed by part of speech and offset (`v00001740`)."""
    synsets = {}
    for name, pos in POS.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            data, _, gloss = line.partition("|")
            fields = data.split()
            count = int(fields[3], 16)
            words = tuple(re.sub(r"\(.*\)$", "", w) for w in fields[4 : 4 + 2 * count : 2])
            at = 4 + 2 * count
            pointers = []
            for k in range(at + 1, at + 1 + 4 * int(fields[at]), 4):
                symbol, offset, target, ends = fields[k : k + 4]
                pointers.append((symbol, target + offset, int(ends[:2], 16), int(ends[2:], 16)))
            synsets[pos + fields[0]] = Synset(words, tuple(pointers), gloss)
    return synsets


def read_senses(folder: Path) -> dict[tuple[str, str], list[str]]:
    """The synsets of each single-word lemma and part of speech, most frequent sense first."""
    senses = {}
    for name, pos in POS.items():
        for line in (folder / f"index.{name}").read_text(encoding="latin-1").splitlines():
            fields = line.split()
            if not line.startswith(" ") and WORD.fullmatch(fields[0]):
                count = int(fields[2])
                senses[fields[0], pos] = [pos + offset for offset in fields[-count:]]
    return senses


def common_words(folder: Path, vocabulary: Path) -> set[str]:
    """Words the vocabulary holds whole, or that WordNet's concordances counted."""
    counted = (folder / "cntlist.rev").read_text(encoding="latin-1").splitlines()
    known = vocabulary.read_text(encoding="utf-8").split("\n")
    return {line.partition("%")[0] for line in counted} | set(known)


class Wordnet:
    def __init__(self, folder: Path, vocabulary: Path) -> None:
        self.synsets = read_synsets(folder)
        self.senses = read_senses(folder)
        self.lemmas = {lemma for lemma, _ in self.senses} & common_words(folder, vocabulary)
        kin = {self.word(b) for a, b in self.lexical("+\\") if self.word(a) in self.lemmas}
        self.lemmas |= {word for word in kin if WORD.fullmatch(word)}
        self.lemmas |= {
            word
            for word, _ in self.senses
            for prefix in PREFIXES
            if word.startswith(prefix) and word.removeprefix(prefix) in self.lemmas
        }

    def rank(self, word: str, key: str) -> int:
        """Which sense of the word a synset is, from 0; a large number where it is none."""
        order = self.senses.get((word, key[0]), [])
        return order.index(key) if key in order else 999

    def usable(self, word: str) -> bool:
        """A single word in lower case: names are left to the entities."""
        return word in self.lemmas

    def words(self, key: str, senses: int) -> list[str]:
        """The words of a synset for which it is among their first senses."""
        return [w for w in self.synsets[key].words if self.rank(w, key) < senses]

    def lexical(self, symbols: str) -> Iterator[tuple[Sense, Sense]]:
        """Pointers from one word of a synset to one word of another."""
        for key, synset in self.synsets.items():
            for symbol, target, source, other in synset.pointers:
                if symbol in symbols and source and other:
                    yield (key, source - 1), (target, other - 1)

    def word(self, sense: Sense) -> str:
        return self.synsets[sense[0]].words[sense[1]]


def add(table: Table, a: Iterable[str], b: Iterable[str], net: Wordnet) -> None:
    """Record every word of `a` against every word of `b`, both ways."""
    second = [w for w in b if net.usable(w)]
    for x in a:
        if net.usable(x):
            for y in second:
                if x != y:
                    table[x].add(y)
                    table[y].add(x)


def add_pairs(table: Table, pairs: str, net: Wordnet) -> None:
    for pair in pairs.split(","):
        x, y = pair.split()
        add(table, [x], [y], net)


def families(net: Wordnet) -> Table:
    """Lemmas derived from one another: `deny` and `denial`, `president` and `presidential`."""
    table: Table = defaultdict(set)
    for a, b in net.lexical("+\\<"):
        add(table, [net.word(a)], [net.word(b)], net)
    add_pairs(table, IRREGULAR, net)
    return table


def antonyms(net: Wordnet) -> Table:
    """Opposites, and what derives from them in the same sense or shares their synset."""
    table: Table = defaultdict(set)
    derived: dict[Sense, list[Sense]] = defaultdict(list)
    for a, b in net.lexical("+"):
        derived[a].append(b)
    satellites: dict[str, list[str]] = defaultdict(list)
    for key, synset in net.synsets.items():
        for symbol, target, _, _ in synset.pointers:
            if symbol == "&":
                satellites[target].append(key)
    for a, b in net.lexical("!"):
        sides = []
        for sense in (a, b):
            side = [net.word(sense)]
            side += [w for w in net.words(sense[0], ANTONYM_SENSES) if w not in side]
            sides.append(side)
        add(table, sides[0], sides[1], net)
        kin = [[net.word(d) for d in derived[s]] for s in (a, b)]
        add(table, [*kin[0], net.word(a)], [*kin[1], net.word(b)], net)
        for sense, side in ((a, sides[1]), (b, sides[0])):
            for key in satellites[sense[0]]:
                add(table, net.words(key, SATELLITE_SENSES), side, net)
    for lemma in sorted(net.lemmas):
        for base in reversed_bases(lemma, net):
            add(table, [lemma], [base], net)
    add_pairs(table, EVERYDAY, net)
    return table


def reversed_bases(lemma: str, net: Wordnet) -> Iterator[str]:
    """What a reversing prefix stands before, where the gloss says that it reverses."""
    for prefix, parts in PREFIXES.items():
        base = lemma.removeprefix(prefix).removeprefix("-")
        if base == lemma or len(base) < 4 or not net.usable(base) or lemma in NOT_REVERSED:
            continue
        for pos in parts:
            keys, others = net.senses.get((lemma, pos), []), net.senses.get((base, pos), [])
            if not keys or not others or set(keys) & set(others):
                continue
            gloss = net.synsets[keys[0]].gloss.split(";")[0]
            named = prefix in ("dis", "de") and base[:5] in gloss
            if prefix in PLAIN or REVERSALS.search(gloss) or named:
                yield base
                break


def synonyms(net: Wordnet) -> Table:
    table: Table = defaultdict(set)
    for key, synset in net.synsets.items():
        limit = SYNONYM_SENSES[key[0]]
        first = sorted({w for w in synset.words if net.rank(w, key) < limit})
        for a, b in combinations(first, 2):
            add(table, [a], [b], net)
    return table


def hypernyms(net: Wordnet) -> dict[str, list[str]]:
    """The nearest ancestors of a noun's first sense, and the next above a verb's."""
    table: dict[str, list[str]] = {}
    for (lemma, pos), keys in net.senses.items():
        if pos not in LEVELS or not net.usable(lemma):
            continue
        found = table.setdefault(lemma, [])
        senses, levels = LEVELS[pos]
        level, wanted = keys[:senses], len(found) + HYPERNYMS
        for _ in range(levels):
            level = [t for k in level for s, t, _, _ in net.synsets[k].pointers if s == "@"]
            for key in level:
                for word in net.words(key, 2)[:1]:
                    fit = net.usable(word) and word not in TOO_GENERAL and word != lemma
                    if fit and word not in found and len(found) < wanted:
                        found.append(word)
    return table


def kindred(net: Wordnet) -> Table:
    """What may name the same thing in any sense of a word, however rare: the words of its synsets,
    of those next above, and of the adjective that it resembles."""
    table: Table = defaultdict(set)
    for (lemma, pos), keys in net.senses.items():
        if not net.usable(lemma):
            continue
        level = [t for k in keys for s, t, _, _ in net.synsets[k].pointers if s == ABOVE[pos]]
        found = {word for key in (*keys, *level) for word in net.synsets[key].words}
        table[lemma] |= {w for w in found if net.usable(w) and w not in TOO_GENERAL and w != lemma}
    return table


def main(folder: Path, vocabulary: Path, output: Path) -> None:
    net = Wordnet(folder, vocabulary)
    opposite, kin, same, above = antonyms(net), families(net), synonyms(net), hypernyms(net)
    wide = kindred(net)
    lines = []
    for lemma in sorted(net.lemmas):
        against = opposite.get(lemma, set())
        columns = (
            sorted(against),
            sorted(kin.get(lemma, set()) - against),
            sorted(same.get(lemma, set()) - against),
            above.get(lemma, []),
            sorted(wide[lemma] - against - kin.get(lemma, set()) - same.get(lemma, set())),
        )
        if any(columns):
            lines.append("\t".join((lemma, *map(" ".join, columns))) + "\n")
    output.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
