"""Small readings of a tagged sentence: noun phrases, finite verbs, clauses."""

from __future__ import annotations

from tui.core.language.lemma import lemma
from tui.core.language.morphology import analyse
from tui.core.language.tagged import TaggedSentence

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
NOMINAL = NOUN | {"PRP", "CD", "EX"}
INSIDE = NOMINAL | {"DT", "PDT", "PRP$", "POS", "JJ", "JJR", "JJS", "$", "#", "VBN", "VBG", "FW"}
"""Tags a noun phrase may hold before or at its head."""
ADVERB = frozenset({"RB", "RBR", "RBS"})
BE = frozenset("be am is are was were been being 's 're 'm ’s ’re ’m".split())
HAVE = frozenset("have has had having 've 'd ’ve ’d".split())
DO = frozenset("do does did".split())
AFTER_HEAD = frozenset({"IN", ",", "TO", "WP", "WDT", "-LRB-", "VBN", "VBG"})
"""Tags that follow the head of a phrase."""
LINKS = frozenset("of for from at in with on against between".split())
"""Prepositions that carry a noun phrase on."""
OPENING = frozenset(("“", "«", "„", "``"))
CLOSING = frozenset(("”", "»"))
"""Marks with a side; typists mistake it, so that what a mark leans on has the last word."""
FOLLOWS = frozenset(("DT", "PRP", "PRP$", "IN", "TO", "RB", "JJ", "CD", "VBN", "VBG"))
"""Tags of what may follow a finite verb."""
STANDALONE = frozenset(
    "both some many others all this that these those few most several another neither".split()
)
"""Determiners that can be a subject by themselves."""
OBJECT_FORMS = frozenset("me him us them".split())
"""Pronouns that are no subject: no clause begins with one."""
SUBJECT_FORMS = frozenset("i he she it we they you".split())
JOINING = frozenset("since because although though until unless while before after".split())
"""Words that begin a clause of their own where a pronoun follows."""
CORRELATIVES = frozenset("either neither both".split())
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight"
    " earlier later morning afternoon evening night week month year".split()
)


def is_open_quote(s: TaggedSentence, i: int) -> bool:
    """Whether token `i` opens a quotation (a straight mark is judged by what surrounds it)."""
    word = s.words[i]
    if word in OPENING:
        return not _leans_back(s, i)
    if word in CLOSING:
        return _leans_on(s, i)
    if word in ("'", "‘") and i + 1 < len(s) and s.words[i + 1][0].isdigit():
        return False  # the year '08
    return word in ("'", '"', "''", "‘") and _leans_on(s, i)


def is_close_quote(s: TaggedSentence, i: int) -> bool:
    """Whether token `i` closes a quotation; a straight or single mark may be an apostrophe."""
    word = s.words[i]
    if word in CLOSING:
        return not _leans_on(s, i)
    if word in ("'", "’"):
        return s.tags[i] != "POS" and _touches(s, i - 1, i)
    if word in OPENING:
        return _leans_back(s, i)
    return word in ('"', "''") and not is_open_quote(s, i)


def _leans_on(s: TaggedSentence, i: int) -> bool:
    """Whether a mark touches the token after it, and none before it."""
    return _touches(s, i, i + 1) and not _touches(s, i - 1, i)


def _leans_back(s: TaggedSentence, i: int) -> bool:
    """Whether a mark touches the token before it, and none after it: the wrong mark was set."""
    return i > 0 and _touches(s, i - 1, i) and not _touches(s, i, i + 1)


def _touches(s: TaggedSentence, i: int, k: int) -> bool:
    """Nothing stands between two neighbouring tokens."""
    return i >= 0 and k < len(s) and s.ends[i] == s.starts[k]


def verb_lemma(s: TaggedSentence, i: int) -> str:
    """The lemma of token `i` as a verb, though it may be tagged as a plural."""
    return lemma(s.words[i], "VBZ") if s.tags[i] == "NNS" else s.lemma(i)


def has_finite(s: TaggedSentence, start: int, end: int) -> bool:
    """Whether tokens `start`..`end` (exclusive) hold a finite verb."""
    return any(s.tags[i] in FINITE for i in range(start, end))


def phrase_before(s: TaggedSentence, end: int, floor: int = 0) -> int | None:
    """The first token of the noun phrase that ends just before token `end`; None without one.

    The phrase keeps what hangs on it by a preposition ("a spokesman for the ministry") and two
    joined names ("Hale and Orr"); it does not reach below token `floor`.
    """
    i = end - 1
    if i < floor:
        return None
    used_as_noun = s.tags[i] in ("JJ", "VBN") and i > floor and s.tags[i - 1] in ("DT", "PRP$")
    if not (s.tags[i] in NOMINAL or s.lower[i] in STANDALONE or used_as_noun):
        return None
    if s.tags[i] == "PRP":
        return i
    begin = i
    while i >= floor:
        tag = s.tags[i]
        if tag in INSIDE and not (tag in ("VBN", "VBG") and _is_predicate(s, i)):
            if tag == "PRP" and i != end - 1:
                break
            begin = i
            i -= 1
            continue
        joined = tag in ("IN", "CC") or s.lower[i] in ("of", "&")
        if joined and i - 1 >= floor and s.tags[i - 1] in NOUN:
            if s.lower[i] in LINKS and _has_determiner_or_start(s, i - 1, floor):
                i -= 1
                continue
            if s.lower[i] in ("and", "&") and s.tags[i - 1] in ("NNP", "NNPS", "NNS"):
                i -= 1
                continue
        break
    while begin < end - 1 and s.tags[begin] in ("POS", "VBN", "VBG"):
        begin += 1
    return begin


def _is_predicate(s: TaggedSentence, i: int) -> bool:
    """Whether a participle belongs to a verb group rather than standing before a noun."""
    after = i + 1 < len(s) and s.tags[i + 1] in (NOUN | {"JJ"})
    helped = i > 0 and (s.lower[i - 1] in BE or s.lower[i - 1] in HAVE)
    return helped or not after


def _has_determiner_or_start(s: TaggedSentence, i: int, floor: int) -> bool:
    """Whether the noun phrase with head `i` is a subject's: not itself under a preposition."""
    while i >= floor and s.tags[i] in INSIDE:
        i -= 1
    return i < floor or s.tags[i] not in ("IN", "TO") or s.lower[i] in ("of", "that", "while")


def phrase_after(s: TaggedSentence, start: int, ceiling: int) -> int | None:
    """The end (exclusive) of the noun phrase that begins at token `start`; None without one."""
    i = start
    head = None
    while i < ceiling:
        tag = s.tags[i]
        if tag == "PRP":
            return i + 1 if head is None and i == start else head
        if tag in ("DT", "PRP$") and head == i:
            return head
        if tag in INSIDE:
            i += 1
            if tag in NOMINAL:
                head = i
            continue
        if head == i and s.lower[i] in LINKS and i + 1 < ceiling and s.tags[i + 1] in INSIDE:
            i += 1
            continue
        if head == i and s.lower[i] == "and" and i + 1 < ceiling and s.tags[i + 1] in ("NNP",):
            i += 1
            continue
        break
    return head


def clause_verb(s: TaggedSentence, start: int, end: int, reach: int = 14) -> int | None:
    """The finite verb of a clause that begins at token `start` with its subject; None without one.

    Between them only a noun phrase, its prepositional phrases and adverbs may stand.
    """
    nominal = False
    if start < end and s.lower[start] in OBJECT_FORMS:
        return None
    for i in range(start, min(end, start + reach)):
        tag = s.tags[i]
        if tag in FINITE:
            return i if nominal else None
        if s.lower[i] == "that" and tag in ("IN", "WDT"):
            return None
        if (
            s.lower[i] in JOINING
            and nominal
            and not SUBJECT_FORMS.isdisjoint(s.lower[i + 1 : i + 2])
        ):
            return None
        if tag in NOMINAL or (tag in ("DT", "WP") and i + 1 < end and s.tags[i + 1] in FINITE):
            nominal = True
        elif tag in INSIDE or tag in ADVERB or tag in ("IN", "TO", "``", "''", "RP"):
            continue
        elif tag == "CC" and nominal and i + 1 < end and s.tags[i + 1] in INSIDE:
            continue
        elif s.lower[i] in CORRELATIVES:
            continue
        elif s.words[i] in "\"“”«»‘’''":
            continue
        else:
            return None
    return None


def hidden_verb(s: TaggedSentence, start: int, end: int) -> int | None:
    """The verb of a clause whose tag may be wrong: a form that could be finite, after its subject.

    For where a clause is due ("said the clerks [plan] to sell"); None where nothing could be one.
    """
    nominal = False
    for i in range(start, end):
        tag = s.tags[i]
        if s.words[i] in ",;:—–" or tag in ("CC", "WP", "WDT", "WRB"):
            return None
        if nominal and tag in ("VBN", "VB", "NN", "NNS") and i + 1 < end:
            kinds = {kind for kind, _, level in analyse(s.lower[i]) if level > 1}
            after = s.tags[i + 1]
            finite = "Z" in kinds if tag == "NNS" else kinds & {"V", "P"}
            free = s.tags[i - 1] in ("NN", "NNS", "NNP", "PRP") or is_open_quote(s, i - 1)
            if finite and free and (after in FOLLOWS or is_open_quote(s, i + 1)):
                return i
        nominal = nominal or tag in NOMINAL
    return None


def clause_is_indicative(s: TaggedSentence, start: int, end: int) -> bool:
    """Whether the first verb of the clause is finite ("that he resigned", not "that he resign")."""
    for i in range(start, end):
        if s.tags[i] in FINITE:
            return True
        if s.tags[i] == "VB":
            return False
    return False


def main_verb(s: TaggedSentence, start: int, end: int) -> int | None:
    """The finite verb of the main clause: the first that no relative or `that` clause holds."""
    first = None
    held = False
    for i in range(start, end):
        if s.tags[i] in ("WDT", "WP", "WRB", "WP$") and i > start:
            held = True
        elif s.tags[i] in FINITE:
            if first is None:
                first = i
            if not held:
                return i
            held = False
    return first


def head_of(s: TaggedSentence, first: int, end: int) -> int:
    """The head noun of a source: the last nominal before what hangs on it."""
    head = first
    for i in range(first, end):
        if s.tags[i] in AFTER_HEAD and s.tags[head] in NOMINAL:
            break
        if s.tags[i] in NOMINAL or s.tags[i] == "PRP$":
            head = i
    return head
