"""Attitudes to a thing: "praised the plan", "called for calm", "was critical of the minister".

Their content is a noun phrase, which states nothing by itself; so the clause is attributed whole.
"""

from __future__ import annotations

from tui.core.claims import stance_cues
from tui.core.claims.clauses import PREPOSITIONAL_VBG
from tui.core.claims.cues import DENY
from tui.core.claims.frames import Force, Frame, Range
from tui.core.claims.objects import object_end, stated_from
from tui.core.claims.phrases import (
    ADVERB,
    BE,
    FINITE,
    INSIDE,
    STANDALONE,
    TIME_WORDS,
    has_finite,
    head_of,
    is_open_quote,
)
from tui.core.claims.subjects import (
    agent_of,
    controller,
    is_relative,
    main_subject,
    participle_subject,
    subject_of,
    verb_group,
)
from tui.core.language.lexicon import hypernyms
from tui.core.language.morphology import analyse
from tui.core.language.tagged import TaggedSentence

OBJECT = INSIDE - {"POS", "EX", "VBN"}
"""Tags that an object may begin with."""
MAKERS = ("maker", "holder", "goer", "keeper", "worker", "owner", "writer", "maker")
"""Ends of compounds for people, which no dictionary lists in full."""
REFLEXIVE = frozenset(
    (word,)
    for word in "myself yourself himself herself itself ourselves yourselves themselves".split()
)
LEADS_ON = frozenset(("VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "RP", "JJ"))
"""Tags of words whose infinitive has the subject of the clause."""
NO_HOLDER = frozenset("this that these those which there you one".split())
"""Subjects that hold no attitude of their own, or that of people in general."""


def verb_stance(s: TaggedSentence, i: int, frames: list[Frame]) -> Frame | None:
    """The attitude that verb `i` expresses, if an object or the right preposition follows it."""
    group = verb_group(s, i)
    if group.begin == i and s.lower[i] in PREPOSITIONAL_VBG:
        return None
    if group.passive and not group.infinitive:
        if s.lemma(i) not in stance_cues.DIRECT:
            return None
        source, inherited = agent_of(s, i), False
        end = i + 1
    else:
        found = _object(s, i)
        if found is None:
            return None
        end = found
        if group.infinitive:
            source, inherited = controller(s, group.begin), False
            if source is None and s.tags[max(0, group.begin - 2)] in LEADS_ON:
                # "came out to denounce it", "was eager to praise it"
                source, inherited = main_subject(s, group.begin), True
        else:
            source, inherited = _holder(s, i, group.begin, frames)
    if source is None or not _can_hold(s, source) or s.lower[end : end + 1] in REFLEXIVE:
        return None
    if s.lemma(i) in stance_cues.EVIDENCE and not _is_evidence(s, i, source):
        return None
    begin = group.begin
    if not group.passive and not group.infinitive and _is_main(s, begin, source, inherited):
        stated = None if group.negated else stated_from(s, i, end)
        if stated is not None and stated[0] >= source[1]:
            return _apart(s, source, (begin, end), stated, inherited)
    return Frame(
        source,
        (group.begin, end),
        ((min(source[0], group.begin), max(source[1], end)),),
        (),
        inherited=inherited,
        whole=True,
    )


def _apart(
    s: TaggedSentence,
    source: Range,
    cue: Range,
    stated: tuple[int, Force],
    inherited: bool,
) -> Frame:
    """The frame of an object that states something without its verb."""
    start, force = stated
    first = cue[0] if inherited else source[0]
    if inherited and first > 0 and (s.tags[first - 1] == "CC" or s.words[first - 1] == ","):
        first -= 1
    return Frame(
        source,
        (cue[0], min(cue[1], start)),
        ((start, object_end(s, start)),),
        ((first, start),),
        force,
        s.lemma(cue[1] - 1) in DENY,
        inherited,
        small=True,
    )


def _is_main(s: TaggedSentence, begin: int, source: Range, inherited: bool) -> bool:
    """Whether a verb at `begin` can be left out without stranding the words before it.

    Not in "before Orth called for a vote", nor where the verb only tells what may or should be.
    """
    if is_relative(s, begin) or any(
        s.tags[k] == "MD" and s.lower[k] not in ("will", "would", "'ll", "’ll", "'d", "’d")
        for k in range(begin, min(len(s), begin + 3))
    ):
        return False
    before = begin - 1 if inherited else source[0] - 1
    if before < 0:
        return True
    if inherited:
        return s.tags[before] == "CC" or s.words[before] == ","
    return s.tags[before] not in ("IN", "WDT", "WP", "WRB", "TO")


def _object(s: TaggedSentence, i: int) -> int | None:
    """The end of the cue when an object follows: the verb with its particle or preposition."""
    lemma = s.lemma(i)
    k = i + 1
    n = len(s)
    words = stance_cues.PREPOSITIONS.get(lemma, frozenset())
    if lemma not in stance_cues.DIRECT or words:
        at = k
        reach = k + (3 if lemma in stance_cues.DIRECT else 9)
        while at < n and at < reach and s.lower[at] not in words:
            if s.tags[at] in FINITE or s.words[at] in ",;:" or s.lower[at] == "that":
                break
            at += 1
        if at < n - 1 and s.lower[at] in words:
            return at + 1
    if lemma not in stance_cues.DIRECT or k >= n:
        return None
    if lemma in stance_cues.CHARACTERIZE and s.lower[k] == "as":
        # "whom she described as a liar"
        return k + 1
    while k < n - 1 and (s.tags[k] in ADVERB or s.tags[k] == "RP"):
        k += 1
    return i + 1 if s.tags[k] in OBJECT or is_open_quote(s, k) or s.tags[k] == "WP" else None


def _holder(
    s: TaggedSentence, i: int, begin: int, frames: list[Frame]
) -> tuple[Range | None, bool]:
    """Whose attitude it is, and whether an earlier verb lends its subject."""
    bare = s.tags[i] == "VBG" and not any(s.lower[k] in BE for k in range(begin, i))
    if bare or (s.tags[i] == "VBN" and begin == i and has_finite(s, 0, len(s))):
        noun = participle_subject(s, begin) if bare else None
        if noun is not None:
            return noun, False
        return (main_subject(s, begin), True) if bare and begin else (None, False)
    if begin > 0 and s.tags[begin - 1] == "CC":
        if s.tags[i] not in FINITE and begin == i:
            return None, False
        return main_subject(s, begin) or (frames[-1].source if frames else None), True
    source = subject_of(s, begin)
    if source is not None and (
        s.lower[source[0]] in NO_HOLDER
        or (s.lemma(i) in stance_cues.EVIDENCE and s.lower[source[0]] == "it")
    ):
        return None, False
    return source, False


def _can_hold(s: TaggedSentence, source: Range) -> bool:
    """Whether a source can hold an attitude: a person, a body of people, or a name."""
    first, end = source
    while end - first > 1 and (
        s.lower[end - 1] in TIME_WORDS or s.lower[end - 1] in ("last", "this")
    ):
        end -= 1
    head = head_of(s, first, end)
    word, tag = s.lower[head], s.tags[head]
    named = tag == "NN" and head == first and s.words[head][0].isupper()
    if named or tag == "CD":
        return True
    if tag in ("NNP", "NNPS", "PRP", "PRP$", "WP"):
        return word != "it" or s.lower[source[0]] == "it"
    if word in STANDALONE:
        return True
    lemma = s.lemma(head)
    if lemma in stance_cues.BODIES or lemma.endswith(stance_cues.MEMBER_ENDINGS):
        return True
    if lemma.endswith(MAKERS) or _is_person(lemma):
        return True
    stems = (lemma[:-2], lemma[:-1]) if lemma.endswith(("er", "or")) else ()
    return any(part == "V" for stem in stems for part, *_ in analyse(stem))


def _is_evidence(s: TaggedSentence, i: int, source: Range) -> bool:
    """Whether a source tells by showing: a poll does; a guide shows what there is to see."""
    head = head_of(s, *source)
    if s.tags[head] in ("PRP", "WP"):
        return s.lower[head] in ("they", "we") and s.lemma(i) == "find"
    person = s.tags[head] in ("NN", "NNS") and _is_person(s.lemma(head))
    return not person or s.lemma(i) == "find"


def _is_person(noun: str) -> bool:
    """Whether the dictionary has a noun as a kind of person, a step or two up."""
    above = hypernyms(noun)
    return "person" in above or any("person" in hypernyms(word) for word in above)


def adjective_stance(s: TaggedSentence, i: int) -> Frame | None:
    """ "is critical of the plan", "felt uneasy about the vote"."""
    willing = s.lower[i] in stance_cues.WILLING and s.lower[i + 1 : i + 2] == ("to",)
    about = s.lower[i + 1 : i + 2] and s.lower[i + 1] in stance_cues.ADJECTIVES[s.lower[i]]
    if i + 2 >= len(s) or not (about or (willing and s.tags[i + 2] == "VB")):
        return None
    verb = i - 1
    while verb >= 0 and s.tags[verb] in ADVERB:
        verb -= 1
    if verb < 0 or not (s.lower[verb] in BE or s.lemma(verb) in stance_cues.LINKING):
        return None
    group = verb_group(s, verb)
    source = None if group.infinitive else subject_of(s, group.begin)
    if source is None or s.lower[source[0]] in NO_HOLDER | {"it"} or not _can_hold(s, source):
        return None
    force: Force = "promised" if willing else "asserted"
    content = (source[0], i + 2)
    return Frame(source, (group.begin, i + 2), (content,), (), force, whole=True)
